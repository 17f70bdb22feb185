#include "ui/shell/error_text.h"

#include "support/source_tree.h"

#include <QFile>
#include <QSet>

#include <gtest/gtest.h>

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
    EXPECT_EQ(ui::errorText(make(Error::Kind::Network, "network.refused")).sent, QStringLiteral("没有向税务端提交任何数据"));
    const auto unknown = ui::errorText(make(Error::Kind::Timeout, "timeout.answer", Sent::Unknown));
    EXPECT_EQ(unknown.sent, QStringLiteral("请求可能已经到达税务端"));
    EXPECT_TRUE(unknown.next.contains(QStringLiteral("不要重复提交")));
    EXPECT_TRUE(ui::errorText(make(Error::Kind::Validation, "tax-number.check")).sent.isEmpty());
    EXPECT_TRUE(ui::errorText(make(Error::Kind::Store, "store.full")).sent.isEmpty());
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
              QStringLiteral("征集单 102 的金额已由 10.00 变为 12.00。请求已到达税务端。请刷新列表，核对新的金额后再提交。"));
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
