#include "campaign/error_words.h"

#include "campaign/client.h"

#include <QFile>
#include <QRegularExpression>

namespace campaign {

QSet<QByteArray> codesWithWords()
{
    QFile page(QStringLiteral(SHEBAO_DOCS "/errors.md"));
    expect(page.open(QIODevice::ReadOnly), "docs/errors.md");
    static const QRegularExpression row(QStringLiteral("^\\| `([^`]+)` \\|"), QRegularExpression::MultilineOption);
    QSet<QByteArray> codes;
    for (auto at = row.globalMatch(QString::fromUtf8(page.readAll())); at.hasNext();)
        codes.insert(at.next().captured(1).toUtf8());
    return codes;
}

}  // namespace campaign
