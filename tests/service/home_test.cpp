// The months in pictures (X9), from the local store.
#include "service/practice.h"

namespace {

using tests::kUnit;

class HomePictures : public tests::Practice {
protected:
    domain::MonthRange months() const
    {
        const auto present = domain::Month::of(client->clock().today());
        return {present - 11, present};
    }
};

TEST_F(HomePictures, WithoutDownloadsTheySayThatNothingIsKnown)
{
    const auto pictures = client->home().pictures(kUnit, months());
    ASSERT_TRUE(pictures);
    EXPECT_TRUE(pictures->sums.isEmpty());
    EXPECT_FALSE(pictures->booksLoadedAt.isValid());
    EXPECT_FALSE(pictures->staffSyncedAt.isValid());
    EXPECT_TRUE(pictures->headcount.isEmpty());
}

TEST_F(HomePictures, AreTheBooksAndThePeopleOfTheStore)
{
    const auto books = client->receipts().refresh(kUnit, months(), job);
    ASSERT_TRUE(books);
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
    const auto pictures = client->home().pictures(kUnit, months());
    ASSERT_TRUE(pictures);
    EXPECT_TRUE(pictures->booksLoadedAt.isValid());
    domain::Money owed;
    for (const auto &row : books->payables)
        owed += row.due;
    domain::Money shown;
    for (const auto &sum : pictures->sums)
        shown += sum.payable;
    EXPECT_EQ(shown, owed);
    ASSERT_EQ(pictures->headcount.size(), 12);
    QSet<QString> insured;  // reckoned again, person after person
    const auto present = months().to;
    const auto people = client->staff().window(kUnit, {}, store::StaffOrder::PersonNumber, false, 0, 1000);
    for (const auto &person : *people) {
        const auto all = client->staff().find(kUnit, person.id)->insurances;
        if (std::any_of(all.begin(), all.end(), [&](const domain::StaffInsurance &each) {
                return each.state != domain::ContributionState::Unpaid && each.from <= present
                       && (!each.to || *each.to >= present);
            }))
            insured.insert(person.personNumber);
    }
    EXPECT_EQ(pictures->headcount.last(), insured.size());
}

TEST_F(HomePictures, PeopleAreCountedAgainAfterAnUpdate)
{
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
    const auto before = client->home().pictures(kUnit, months())->headcount;
    EXPECT_EQ(client->home().pictures(kUnit, months())->headcount, before);
    changeStaff(0, 0, 3);
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
    EXPECT_EQ(client->home().pictures(kUnit, months())->headcount.last(), before.last() + 3);
}

}  // namespace
