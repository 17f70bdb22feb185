// 查找 over people and records (X10).
#include "service/practice.h"

namespace {

using tests::kUnit;

class Finding : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
        const auto totals = client->fees().refresh(kUnit, domain::FeeKind::Daily, job);
        ASSERT_TRUE(totals);
        const auto sent = client->fees().submit(kUnit, domain::FeeKind::Daily, declaring({totals->rows.front().id}), job);
        ASSERT_TRUE(sent);
        record = sent->id;
        notice = client->outbox().items(record)->front().item.noticeNumber;
    }
    service::Found found(const QString &text)
    {
        const auto result = client->finder().find(kUnit, text);
        EXPECT_TRUE(result);
        return result ? *result : service::Found();
    }

    QString record;
    QString notice;
};

TEST_F(Finding, PeopleByNameInitialsAndDocument)
{
    const auto person = client->staff().window(kUnit, {}, store::StaffOrder::PersonNumber, false, 3, 1)->front();
    for (const auto &text : {person.name, person.documentNumber, person.documentNumber.right(6)}) {
        const auto people = found(text).people;
        EXPECT_TRUE(std::any_of(people.begin(), people.end(), [&](const auto &each) { return each.id == person.id; }));
    }
    EXPECT_TRUE(found(QStringLiteral("  ")).people.empty());
    EXPECT_TRUE(found(QStringLiteral("没有这个人")).people.empty());
}

TEST_F(Finding, AFewOfManyAndHowManyThereAre)
{
    const auto all = found(QStringLiteral("1401"));  // how most document numbers begin
    EXPECT_EQ(qint64(all.people.size()), service::FindService::kMost);
    EXPECT_GT(all.peopleCount, service::FindService::kMost);
}

TEST_F(Finding, RecordsByTheirNumberAndThatOfTheirItems)
{
    ASSERT_FALSE(notice.isEmpty());
    for (const auto &text : {record, record.left(8).toUpper(), record.right(5), notice, notice.right(6)}) {
        const auto records = found(text).records;
        ASSERT_EQ(records.size(), 1U) << text.toStdString();
        EXPECT_EQ(records.front().id, record);
    }
    EXPECT_TRUE(found(record.left(3)).records.empty()) << "four characters at least";
    EXPECT_TRUE(found(record + QLatin1Char('0')).records.empty());
    EXPECT_TRUE(client->finder().find(tests::kOffice, record)->records.empty()) << "of this unit alone";
}

}  // namespace
