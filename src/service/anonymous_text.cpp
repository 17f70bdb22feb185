#include "service/anonymous_text.h"

#include "base/log.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace service {

namespace {

bool isUuid(QStringView token)
{
    static const QRegularExpression shape(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"));
    return shape.match(token.toString()).hasMatch();
}

QString withoutNumbers(const QString &line)
{
    static const QRegularExpression tokens(QStringLiteral("[0-9A-Za-z-]*[0-9]{6}[0-9A-Za-z-]*"));
    QString text;
    qsizetype from = 0;
    for (auto found = tokens.globalMatch(line); found.hasNext();) {
        const auto token = found.next();
        text += QStringView(line).mid(from, token.capturedStart() - from);
        text += isUuid(token.capturedView()) ? token.captured() : QStringLiteral("***");
        from = token.capturedEnd();
    }
    text += QStringView(line).mid(from);
    return text;
}

}  // namespace

QString anonymousText(const QString &text, const QStringList &hidden)
{
    static const QRegularExpression foreign(QStringLiteral("[^\\x20-\\x7e]+"));
    std::vector<QRegularExpression> words;
    auto longestFirst = hidden;  // a folder before the account's name in it
    std::sort(longestFirst.begin(), longestFirst.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const auto &word : longestFirst) {
        if (word.size() > 1)
            words.emplace_back(QStringLiteral("(?<![0-9A-Za-z])%1(?![0-9A-Za-z])").arg(QRegularExpression::escape(word)),
                               QRegularExpression::CaseInsensitiveOption);
    }
    QStringList lines;
    for (QString line : text.split(QLatin1Char('\n'))) {
        for (const auto &word : words)
            line.replace(word, QStringLiteral("***"));
        line.replace(foreign, QStringLiteral("*"));
        lines.append(withoutNumbers(QString::fromStdString(base::log::redacted(line))));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace service
