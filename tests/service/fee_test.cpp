#include "service/practice.h"
#include "support/workbook.h"

#include <QFile>

namespace {

using domain::FeeKind;
using domain::SubmissionKind;
using domain::SubmissionState;
using tests::kUnit;

class Fee : public tests::Practice {
protected:
    QStringList idsOf(const service::AssessmentList &list, int most)
    {
        QStringList ids;
        for (int i = 0; i < most && i < list.rows.size(); ++i)
            ids.append(list.rows[i].id);
        return ids;
    }
    std::vector<domain::Submission> records(app::Application &of)
    {
        return *of.outbox().list(kUnit, {{SubmissionKind::Fee}, std::nullopt, {}, {}});
    }
    QDate today() { return client->clock().today(); }
};

TEST_F(Fee, TotalsEqualTheirPeople)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list) << list.error().detail.toStdString();
    ASSERT_GE(list->rows.size(), 8);
    for (const auto &row : list->rows) {
        const auto count = client->fees().loadPersons(kUnit, row.id, job);
        ASSERT_TRUE(count);
        EXPECT_EQ(*count, row.headcount);
        domain::Money payable;
        for (const auto &person : *client->fees().persons(kUnit, row.id, 0, 100'000))
            payable += person.payable;
        EXPECT_EQ(payable, row.payable) << row.item.category.name.toStdString();
    }
}

TEST_F(Fee, WhatWasLoadedStaysWithItsAge)
{
    const auto loaded = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(loaded);
    server->stop();
    EXPECT_FALSE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto kept = client->fees().assessments(kUnit, FeeKind::Daily);
    EXPECT_EQ(kept->rows.size(), loaded->rows.size());
    EXPECT_TRUE(kept->loadedAt.isValid());
}

TEST_F(Fee, DeclaredOnceAndHeldUntilDecided)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto ids = idsOf(*list, 3);
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, ids, job);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, SubmissionState::Awaiting);
    EXPECT_EQ(sent->total, list->rows[0].payable + list->rows[1].payable + list->rows[2].payable);
    const auto again = client->fees().submit(kUnit, FeeKind::Daily, {ids.first()}, job);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, QStringLiteral("outbox.held"));
    EXPECT_EQ(client->fees().assessments(kUnit, FeeKind::Daily)->rows.first().heldBy, sent->id);
    settleAll(*client, {SubmissionKind::Fee});
    EXPECT_EQ(records(*client).front().state, SubmissionState::Succeeded);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

TEST_F(Fee, RejectedOnesAreFreeAgain)
{
    fault("reject=data-error:PUT /v1/fee-declarations");
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, idsOf(*list, 1), job);
    ASSERT_TRUE(sent);
    settleAll(*client, {SubmissionKind::Fee});
    const auto record = records(*client).front();
    EXPECT_EQ(record.state, SubmissionState::Failed);
    EXPECT_FALSE(record.reasonText.isEmpty());
    EXPECT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, idsOf(*list, 1), job));
}

TEST_F(Fee, VoidedOnesCanBeDeclaredAgain)
{
    declareAll();
    const auto declaration = records(*client).front();
    const auto voiding = client->fees().voidDeclaration(kUnit, declaration.id, QStringLiteral("申报有误"), job);
    ASSERT_TRUE(voiding);
    EXPECT_EQ(client->outbox().find(declaration.id)->state, SubmissionState::Voiding);
    const auto twice = client->fees().voidDeclaration(kUnit, declaration.id, {}, job);
    ASSERT_FALSE(twice);
    settleAll(*client, {SubmissionKind::Fee, SubmissionKind::FeeVoiding});
    EXPECT_EQ(client->outbox().find(declaration.id)->state, SubmissionState::Voided);
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_FALSE(list->rows.isEmpty());
    EXPECT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, idsOf(*list, 1), job));
}

TEST_F(Fee, TwoMachinesCannotDeclareTheSame)
{
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    const auto here = client->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto there = other->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto ids = idsOf(*here, 2);
    const auto winner = client->fees().submit(kUnit, FeeKind::Daily, ids, job);
    ASSERT_TRUE(winner);
    const auto loser = other->fees().submit(kUnit, FeeKind::Daily, ids, job);
    ASSERT_TRUE(loser);
    EXPECT_EQ(loser->state, SubmissionState::Failed);
    EXPECT_EQ(loser->reasonCode, QStringLiteral("already-declared"));
    settleAll(*client, {SubmissionKind::Fee});
    ASSERT_TRUE(other->fees().sync(kUnit, today().addMonths(-2), today(), job));
    bool seen = false;
    for (const auto &record : records(*other))
        seen = seen || (record.id == winner->id && record.state == SubmissionState::Succeeded);
    EXPECT_TRUE(seen);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

TEST_F(Fee, RecordsOfOtherChannelsAreMerged)
{
    const auto count = client->fees().sync(kUnit, today().addMonths(-2), today(), job);
    ASSERT_TRUE(count) << count.error().detail.toStdString();
    EXPECT_EQ(static_cast<qint64>(records(*client).size()), *count);
    ASSERT_TRUE(client->fees().sync(kUnit, today().addMonths(-2), today(), job));
    EXPECT_EQ(static_cast<qint64>(records(*client).size()), *count);  // merging twice adds nothing
}

TEST_F(Fee, PersonSheetHasTheElevenColumns)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(client->fees().loadPersons(kUnit, list->rows.first().id, job));
    const QString path = folder.filePath(QStringLiteral("people.xlsx"));
    const auto rows = client->fees().exportPersons(kUnit, list->rows.first().id, path, job);
    ASSERT_TRUE(rows) << rows.error().detail.toStdString();
    EXPECT_EQ(*rows, list->rows.first().headcount);
    const auto written = workbookRows(path);
    ASSERT_EQ(written.size(), *rows + 1);
    EXPECT_EQ(written.first().join(QLatin1Char('|')),
              QStringLiteral("序号|姓名|证件类型|证件号码|缴费工资|缴费基数|费率|应缴费额|减免费额|应补(退)费额|人员编号"));
    const auto people = client->fees().persons(kUnit, list->rows.first().id, 0, 1);
    EXPECT_EQ(written.at(1).at(3), people->front().documentNumber);
    EXPECT_EQ(written.at(1).at(9).toDouble() * 100, double(people->front().payable.fen()));
    EXPECT_TRUE(QDir(folder.path()).entryList({QStringLiteral(".shebao-*")}, QDir::AllEntries | QDir::Hidden).isEmpty());
}

}  // namespace
