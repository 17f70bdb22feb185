// 一键诊断 (X13): what is in the bundle, and above all what is not.

#include "service/practice.h"

#include "base/log.h"
#include "service/anonymous_text.h"
#include "support/damage.h"
#include "support/zip_maker.h"

namespace {

using service::anonymousText;

TEST(AnonymousText, LeavesNoNumberNoNameNoSecret)
{
    const QStringList hidden{QStringLiteral("clerk7"), QStringLiteral("C:/Users/clerk7")};
    const auto said = [&](const char *text) { return anonymousText(QString::fromUtf8(text), hidden).toStdString(); };
    EXPECT_EQ(said("of 110101199001011237 and E12345678"), "of *** and ***");
    EXPECT_EQ(said("GET /v1/registrations/10011401000000000001/employees 200"), "GET /v1/registrations/***/employees 200");
    EXPECT_EQ(said("张三 said 不行"), "* said *");
    EXPECT_EQ(said("in C:/Users/clerk7/Shebao, by Clerk7"), "in ***/Shebao, by ***");
    EXPECT_EQ(said("token=abc1 password: q"), "token=*** password: ***");
    EXPECT_EQ(said("request 6f9b6f3a-3d80-4a4b-9c0f-123456789012 in 84 ms"), "request 6f9b6f3a-3d80-4a4b-9c0f-123456789012 in 84 ms");
    EXPECT_EQ(said("2026-11-24T08:57:54.123 schema 8\nsecond"), "2026-11-24T08:57:54.123 schema 8\nsecond");
}

class DiagnosisTest : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        base::log::openFile(folder.filePath(QStringLiteral("log")));
    }
    void TearDown() override
    {
        QFile blocker(folder.filePath(QStringLiteral("file")));
        ASSERT_TRUE(blocker.open(QIODevice::WriteOnly));
        base::log::openFile(blocker.fileName() + QStringLiteral("/log"));  // no folder: the log is closed
        Practice::TearDown();
    }
    nlohmann::json part(const service::Diagnosis &found, const char *name)
    {
        for (const auto &file : found.files) {
            if (file.name == QLatin1String(name))
                return nlohmann::json::parse(file.content.begin(), file.content.end());
        }
        ADD_FAILURE() << name;
        return {};
    }
};

TEST_F(DiagnosisTest, SaysWhatHelps)
{
    declareAll();
    const auto found = client->diagnosis().collect(job);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->network);
    EXPECT_EQ(part(*found, "network.json")["reached"], true);
    EXPECT_LT(std::abs(part(*found, "network.json")["thisClockIsAheadSeconds"].get<int>()), 60);
    EXPECT_GT(part(*found, "store.json")["rows"]["trail"].get<int>(), 0);
    EXPECT_EQ(part(*found, "store.json")["journal"], "wal");
    EXPECT_GE(part(*found, "submissions.json")["counts"].size(), 1u);
    EXPECT_FALSE(part(*found, "program.json")["system"].get<std::string>().empty());
    EXPECT_EQ(part(*found, "settings.json")["proxy"], "none");
    EXPECT_TRUE(found->files.back().content.contains("ms")) << "requests are in the log";
}

TEST_F(DiagnosisTest, AServerThatIsNotThereIsAResult)
{
    server.reset();
    const auto found = client->diagnosis().collect(job);
    ASSERT_TRUE(found);
    ASSERT_TRUE(found->network);
    EXPECT_EQ(part(*found, "network.json")["code"], "network.refused");
}

/// What cannot be read is a result too: the rest helps all the same.
TEST_F(DiagnosisTest, AStoreThatCannotBeReadIsAResult)
{
    client.reset();
    const auto data = folder.filePath(QStringLiteral("first"));
    // It counts by an index.
    for (const char *tree : {"certificate", "certificate_by_day", "certificate_by_digest"})
        ASSERT_TRUE(tests::damageTable(data + QStringLiteral("/shebao.db"), app::keyOf(data).value(), tree));
    client = connect(QStringLiteral("first"));
    ASSERT_TRUE(client);
    const auto found = client->diagnosis().collect(job);
    ASSERT_TRUE(found);
    for (const char *name : {"store.json", "submissions.json"})
        EXPECT_EQ(part(*found, name)["code"], "store.damaged");
    EXPECT_EQ(part(*found, "network.json")["reached"], true);
    EXPECT_FALSE(part(*found, "program.json")["system"].get<std::string>().empty());
    EXPECT_EQ(found->files.back().name, QStringLiteral("log.txt"));
}

/// Whatever is planted anywhere where this program keeps or says something, none of it is in the file.
TEST_F(DiagnosisTest, NothingPlantedIsInTheBundle)
{
    ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Full, job));
    declareAll();
    http::Proxy proxy;
    proxy.kind = http::Proxy::Kind::Http;
    proxy.host = QStringLiteral("zhangwei-pc.example");
    proxy.port = 3128;
    proxy.user = QStringLiteral("planted-user");
    proxy.password = QStringLiteral("planted-secret");
    ASSERT_TRUE(client->network().save(proxy));
    const QStringList secrets{tests::kPassword, proxy.user, proxy.password, QStringLiteral("planted-token")};
    QStringList planted{tests::kTaxNumber, unit, client->units().profile(unit)->unit.name, QDir::homePath(), folder.filePath(QStringLiteral("first")),
                        QStringLiteral("110101199001011237"), QStringLiteral("欧阳测试")};
    planted += secrets;
    const auto people = client->staff().window(unit, {}, store::StaffOrder::Name, false, 0, 50);
    ASSERT_TRUE(people);
    ASSERT_GE(people->size(), 30u);
    for (const auto &person : *people)
        planted << person.name << person.documentNumber;
    ASSERT_GE(planted.size(), 70);
    for (const auto &word : planted) {
        const bool secret = secrets.contains(word);
        base::log::warn((secret ? QStringLiteral("password=%1") : QStringLiteral("planted: %1")).arg(word));
    }
    base::log::warn(QStringLiteral("Authorization: Bearer planted-token"));

    const auto found = client->diagnosis().collect(job);
    ASSERT_TRUE(found);
    const QString path = folder.filePath(QStringLiteral("bundle.zip"));
    ASSERT_TRUE(client->diagnosis().save(*found, path));
    ASSERT_EQ(found->files.size(), 7u);
    for (const auto &file : found->files) {
        const auto kept = QString::fromUtf8(zipPart(path, file.name.toUtf8().constData()));
        EXPECT_EQ(kept.toUtf8(), file.content) << "what was shown is what is saved";
        EXPECT_FALSE(kept.isEmpty()) << file.name.toStdString();
        for (const auto &word : planted)
            EXPECT_FALSE(kept.contains(word)) << file.name.toStdString() << ' ' << word.toStdString();
        for (const QChar c : kept)
            ASSERT_LT(c.unicode(), 128) << file.name.toStdString();
    }
}

TEST_F(DiagnosisTest, AFileThatCannotBeWrittenIsSaid)
{
    const auto found = client->diagnosis().collect(job);
    ASSERT_TRUE(found);
    const auto saved = client->diagnosis().save(*found, folder.filePath(QStringLiteral("none/there/bundle.zip")));
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, QStringLiteral("office.write"));
}

}  // namespace
