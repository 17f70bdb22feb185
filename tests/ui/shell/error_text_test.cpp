#include "ui/shell/error_text.h"

#include "support/source_tree.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using base::Error;
using base::Sent;

Error make(Error::Kind kind, const char *code, Sent sent = Sent::No)
{
    Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.sent = sent;
    return error;
}

QString page(const char *path)
{
    QFile file(tests::sourceTree(path));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path;
    return QString::fromUtf8(file.readAll());
}

TEST(ErrorText, EveryCodeStandsInThePageOfErrors)
{
    const auto text = page("docs/errors.md");
    for (const auto &entry : ui::errorTable()) {
        const auto row = QStringLiteral("| `%1` | %2 |").arg(entry.code, entry.what);
        EXPECT_TRUE(text.contains(row)) << row.toStdString();
        EXPECT_TRUE(text.contains(entry.next)) << entry.code.toStdString();
    }
}

QSet<QString> tableCodes()
{
    QSet<QString> codes;
    for (const auto &entry : ui::errorTable())
        codes.insert(entry.code);
    return codes;
}

TEST(ErrorText, ThePageOfErrorsKnowsNoOtherCode)
{
    const auto codes = tableCodes();
    static const QRegularExpression row(QStringLiteral("^\\| `([^`]+)` \\|"), QRegularExpression::MultilineOption);
    int rows = 0;
    for (auto found = row.globalMatch(page("docs/errors.md")); found.hasNext(); ++rows) {
        const auto code = found.next().captured(1);
        EXPECT_TRUE(codes.contains(code)) << code.toStdString();
    }
    EXPECT_EQ(rows, codes.size()) << "each once";
}

// A literal that begins like a code is one, unless it is the name of something else that is stored.
TEST(ErrorText, EveryCodeInTheSourcesHasASentence)
{
    const auto codes = tableCodes();
    QSet<QString> families;
    for (const auto &code : codes)
        families.insert(code.section(QLatin1Char('.'), 0, 0));
    const QSet<QString> names{QStringLiteral("proxy.kind"),       QStringLiteral("lock.next"),
                              QStringLiteral("lock.tries"),       QStringLiteral("lock.verifier"),
                              QStringLiteral("store.json"),       QStringLiteral("network.json"),
                              QStringLiteral("upgrade.lock"),     QStringLiteral("upgrade.seen"),
                              QStringLiteral("vault.key"),        QStringLiteral("store.key"),
                              QStringLiteral("backup.key"),       QStringLiteral("vault.bin"),
                              QStringLiteral("wage.jump-percent")};
    static const QRegularExpression literal(QStringLiteral("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\""));
    int met = 0;
    QDirIterator files(tests::sourceTree("src"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(QLatin1String("/src/taxside/")) || !file.open(QIODevice::ReadOnly))
            continue;  // the tax side's words are in the contract
        const auto text = QString::fromUtf8(file.readAll());
        for (auto found = literal.globalMatch(text); found.hasNext();) {
            const auto code = found.next().captured(1);
            if (!families.contains(code.section(QLatin1Char('.'), 0, 0)) || names.contains(code))
                continue;
            ++met;
            EXPECT_TRUE(codes.contains(code)) << file.fileName().toStdString() << ' ' << code.toStdString();
        }
    }
    EXPECT_GT(met, 100);
}

// What a clerk is told when the way to the tax side is not as it should be: for each cause a sentence and a step of its
// own.
TEST(ErrorText, EveryFaultOfTheWayHasItsOwnSentence)
{
    QSet<QString> sentences;
    for (const char *code : {"proxy.auth", "proxy.refused", "proxy.page", "proxy.timeout", "proxy.closed",
                             "proxy.denied", "proxy.not-found", "tls.expired", "tls.host-mismatch", "tls.self-signed",
                             "tls.untrusted", "tls.version", "network.host-not-found"}) {
        const auto text = ui::errorText(make(Error::Kind::Proxy, code));
        EXPECT_FALSE(sentences.contains(text.what)) << code;
        sentences.insert(text.what);
        EXPECT_TRUE(text.offerNetworkSettings) << code;
        EXPECT_FALSE(text.next.isEmpty()) << code;
    }
    EXPECT_TRUE(ui::errorText(make(Error::Kind::Validation, "clock.skew")).next.contains(QStringLiteral("时区")));
}

// Whoever reads one of them to somebody on the telephone has said which it is: an upgrade, a certificate, the clock, or the
// password.
TEST(ErrorText, UpgradesCertificatesClockAndLoginAreNeverTakenForEachOther)
{
    const QStringList login{QStringLiteral("unit-not-found"),  QStringLiteral("wrong-password"),
                            QStringLiteral("password-locked"), QStringLiteral("password-must-change"),
                            QStringLiteral("weak-password"),   QStringLiteral("session-expired")};
    QMap<QString, QString> said;
    int groups[4] = {};
    for (const auto &entry : ui::errorTable()) {
        const bool of[] = {entry.code.startsWith(QLatin1String("upgrade.")), entry.code.startsWith(QLatin1String("tls.")),
                           entry.code.startsWith(QLatin1String("clock.")), login.contains(entry.code)};
        if (std::none_of(std::begin(of), std::end(of), [](bool is) { return is; }))
            continue;
        for (int i = 0; i < 4; ++i)
            groups[i] += of[i];
        const auto text = ui::errorText(make(Error::Kind::Tls, qPrintable(entry.code)));
        EXPECT_FALSE(text.next.isEmpty()) << entry.code.toStdString();
        EXPECT_FALSE(said.contains(text.what)) << entry.code.toStdString() << " says what " << said[text.what].toStdString() << " says";
        said.insert(text.what, entry.code);
    }
    EXPECT_GE(groups[0], 15);
    EXPECT_EQ(groups[1], 6);
    EXPECT_GE(groups[2], 1);
    EXPECT_EQ(groups[3], login.size());
}

TEST(ErrorText, EveryProblemCodeOfTheContractHasASentence)
{
    const auto contract = page("docs/api/tax-side.yaml");
    const auto from = contract.indexOf(QLatin1String("enum: [unit-not-found"));
    ASSERT_GT(from, 0);
    const auto list = contract.mid(from + 7, contract.indexOf(QLatin1Char(']'), from) - from - 7);
    QSet<QString> known;
    for (const auto &entry : ui::errorTable())
        known.insert(entry.code);
    for (const auto &code : list.split(QLatin1Char(',')))
        EXPECT_TRUE(known.contains(code.trimmed())) << code.trimmed().toStdString();
}

TEST(ErrorText, CodesAreUnique)
{
    QSet<QString> seen;
    for (const auto &entry : ui::errorTable()) {
        EXPECT_FALSE(seen.contains(entry.code)) << entry.code.toStdString();
        seen.insert(entry.code);
        EXPECT_FALSE(entry.what.isEmpty());
        EXPECT_FALSE(entry.next.isEmpty());
    }
}

TEST(ErrorText, SaysWhetherAnythingWasSent)
{
    EXPECT_EQ(ui::errorText(make(Error::Kind::Network, "network.refused")).sent,
              QStringLiteral("没有向税务端提交任何数据"));
    const auto unknown = ui::errorText(make(Error::Kind::Timeout, "timeout.answer", Sent::Unknown));
    EXPECT_EQ(unknown.sent, QStringLiteral("请求可能已经到达税务端"));
    EXPECT_TRUE(unknown.next.contains(QStringLiteral("不要重复提交")));
    EXPECT_TRUE(ui::errorText(make(Error::Kind::Validation, "tax-number.check")).sent.isEmpty());
    EXPECT_TRUE(ui::errorText(make(Error::Kind::Store, "store.full")).sent.isEmpty());
    // The tax side has answered, and the answer could not be stored.
    for (const auto sent : {Sent::Unknown, Sent::Yes}) {
        const auto full = ui::errorText(make(Error::Kind::Store, "store.full", sent));
        EXPECT_EQ(full.sent, ui::sentText(sent));
        EXPECT_TRUE(full.next.contains(QStringLiteral("不要重复提交")));
    }
}

TEST(ErrorText, OffersWhatHelps)
{
    EXPECT_TRUE(ui::errorText(make(Error::Kind::SessionExpired, "session-expired")).offerLogin);
    EXPECT_TRUE(ui::errorText(make(Error::Kind::Proxy, "proxy.auth")).offerNetworkSettings);
    EXPECT_FALSE(ui::errorText(make(Error::Kind::Proxy, "proxy.auth")).offerRetry);
    EXPECT_TRUE(ui::errorText(make(Error::Kind::Network, "network.reset")).offerRetry);
    EXPECT_FALSE(ui::errorText(make(Error::Kind::Business, "id-reused")).offerRetry);
}

TEST(ErrorText, AnUnknownCodeFallsBackToItsKind)
{
    auto error = make(Error::Kind::Tls, "tls.something-new");
    error.detail = QStringLiteral("ssl 42");
    error.requestId = QStringLiteral("r-1");
    const auto text = ui::errorText(error);
    EXPECT_EQ(text.what, QStringLiteral("无法与税务端建立安全连接"));
    EXPECT_FALSE(text.paragraph().contains(QStringLiteral("ssl 42")));
    for (const auto &part : {QStringLiteral("tls.something-new"), QStringLiteral("ssl 42"), QStringLiteral("r-1")})
        EXPECT_TRUE(text.details.contains(part));
}

TEST(ErrorText, TheTaxSidesOwnWordsComeFirst)
{
    auto error = make(Error::Kind::Business, "totals-changed", Sent::Yes);
    error.text = QStringLiteral("征集单 102 的金额已由 10.00 变为 12.00。");
    EXPECT_EQ(ui::errorText(error).paragraph(),
              QStringLiteral(
                  "征集单 102 的金额已由 10.00 变为 12.00。请求已到达税务端。请刷新列表，核对新的金额后再提交。"));
}

TEST(ErrorText, CountsTheTriesThatAreLeft)
{
    auto error = make(Error::Kind::Business, "wrong-password", Sent::Yes);
    error.attemptsLeft = 3;
    EXPECT_TRUE(ui::errorText(error).next.contains(QStringLiteral("3 次")));
    error.attemptsLeft = 0;
    EXPECT_TRUE(ui::errorText(error).next.contains(QStringLiteral("锁定")));
}

}  // namespace
