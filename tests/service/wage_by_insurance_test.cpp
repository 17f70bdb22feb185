// 按险种申报缴费工资 (W11): a wage for each (person, insurance), in the draft, in workbooks and at the tax side.

#include "service/export.h"
#include "service/practice.h"
#include "support/workbook.h"

#include <QFile>

namespace tests {
namespace {

using domain::Money;
using domain::WageForm;
using domain::WageKind;

const WageForm kForm{WageKind::Daily, true};
const WageForm kAnnualForm{WageKind::Annual, true};

class WageByInsurance : public Practice {
protected:
    WageByInsurance() { unit = kOffice; }
    void SetUp() override
    {
        Practice::SetUp();
        ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Auto, job));
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        people = *client->staff().window(unit, normal, store::StaffOrder::PersonNumber, false, 0, 3);
        ASSERT_EQ(people.size(), 3u);
        const auto profile = client->units().profile(unit);
        target = {kForm, profile->pack.wage, present(), domain::wageInsurances(profile->unit)};
        ASSERT_EQ(target.insurances.first().code, QStringLiteral("120"));
    }
    service::WageService &wages() { return client->wages(); }
    domain::WageDraftLine only(const WageForm &form)
    {
        const auto draft = wages().draft(unit, form);
        EXPECT_EQ(draft->size(), 1);
        return draft->isEmpty() ? domain::WageDraftLine() : draft->first();
    }
    domain::Month present() const { return domain::Month::of(client->clock().today()); }
    QString csv(const QString &text)
    {
        const QString path = folder.filePath(QStringLiteral("wages.csv"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return path;
    }
    /// The head of the official form with two of the insurances, as people keep what they need.
    static QString head()
    {
        return QStringLiteral("单位社保费缴费工资年度申报,,,,,\n*缴费人识别号：,X,,,120|机关事业单位养老保险,310|职工基本医疗保险\n"
                              "*姓名,*身份证件类型代码,*身份证件号码,分组,缴费工资,缴费工资\n");
    }
    QString row(size_t who, const char *pension, const char *medical) const
    {
        return QStringLiteral("%1,%2,%3,,%4,%5\n")
            .arg(people[who].name, people[who].documentType, people[who].documentNumber, QString::fromUtf8(pension),
                 QString::fromUtf8(medical));
    }

    std::vector<domain::Staff> people;
    service::WageTarget target;
};

TEST_F(WageByInsurance, ADraftHasACellForEachInsuranceOfAPerson)
{
    ASSERT_TRUE(wages().add(unit, kForm, people[0].id, {}, present()));
    const auto line = only(kForm);
    const auto insured = client->staff().find(unit, people[0].id)->insurances;
    EXPECT_EQ(line.wages.size(), std::count_if(insured.begin(), insured.end(), [](const auto &one) {
        return one.state == domain::ContributionState::Normal;
    }));
    EXPECT_GT(line.wages.size(), 2);
    EXPECT_TRUE(line.wages.first().oldWage);
    ASSERT_TRUE(wages().setWage(unit, kForm, {people[0].id, QStringLiteral("310")}, Money::fromFen(654321)));
    EXPECT_EQ(only(kForm).cell(QStringLiteral("310"))->newWage, Money::fromFen(654321));
    EXPECT_EQ(only(kForm).filled(), 1);
    EXPECT_EQ(only(kForm).effectiveMonth, present());
}

TEST_F(WageByInsurance, TheTwoFormsAreTwoDrafts)
{
    ASSERT_TRUE(wages().add(unit, kForm, people[0].id, {}, present()));
    ASSERT_TRUE(wages().add(unit, kDaily, people[1].id, wage(700'000), present()));
    EXPECT_EQ(only(kForm).staffId, people[0].id);
    EXPECT_EQ(only(kDaily).staffId, people[1].id);
    ASSERT_TRUE(wages().remove(unit, kForm, {people[0].id}));
    EXPECT_TRUE(wages().draft(unit, kForm)->isEmpty());
    EXPECT_EQ(only(kDaily).staffId, people[1].id);
    EXPECT_FALSE(*wages().byInsurance(unit));
    ASSERT_TRUE(wages().setByInsurance(unit, true));
    EXPECT_TRUE(*wages().byInsurance(unit));
}

TEST_F(WageByInsurance, OnlyWhatIsFilledIsDeclared)
{
    ASSERT_EQ(*wages().addContributing(unit, kForm), contributing());
    const auto blocked = wages().submit(unit, kForm, true, job);
    EXPECT_EQ(blocked.error().code, QStringLiteral("wage.blocked"));
    QStringList others;
    const auto everybody = *wages().draft(unit, kForm);
    for (const auto &line : everybody) {
        if (line.staffId != people[0].id)
            others.append(line.staffId);
    }
    ASSERT_TRUE(wages().remove(unit, kForm, others));
    ASSERT_TRUE(wages().setWage(unit, kForm, {people[0].id, QStringLiteral("310")}, Money::fromFen(654321)));
    ASSERT_TRUE(wages().setMonth(unit, kForm, people[0].id, present()));
    const auto sent = wages().submit(unit, kForm, true, job);
    ASSERT_TRUE(sent) << sent.error().code.toStdString();
    EXPECT_EQ(sent->itemCount, 1);
    settleAll(*client, {domain::SubmissionKind::Wage});
    EXPECT_EQ(client->outbox().find(sent->id)->state, domain::SubmissionState::Succeeded)
        << wages().lines(sent->id)->front().reasonCode.toStdString();
    ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Auto, job));
    const auto insured = client->staff().find(unit, people[0].id)->insurances;
    for (const auto &one : insured)
        EXPECT_EQ(one.wage == Money::fromFen(654321), one.insurance == QLatin1String("310")) << one.insurance.toStdString();
    EXPECT_EQ(wages().lines(sent->id)->front().insurance, QStringLiteral("310"));
}

TEST_F(WageByInsurance, OneInsuranceOrAllAreChangedAtOnce)
{
    ASSERT_TRUE(wages().add(unit, kForm, people[0].id, {}, present()));
    service::WageChange change;
    change.amount = Money::fromFen(500'000);
    change.insurance = QStringLiteral("120");
    EXPECT_EQ(*wages().change(unit, kForm, {only(kForm)}, change, target.rules.maximum), 1);
    EXPECT_EQ(only(kForm).filled(), 1);
    change.insurance.reset();
    EXPECT_EQ(*wages().change(unit, kForm, {only(kForm)}, change, target.rules.maximum), 1);
    EXPECT_EQ(only(kForm).filled(), only(kForm).wages.size());
}

TEST_F(WageByInsurance, TheOfficialFormIsRead)
{
    const auto import = wages().importer().read(unit, target, csv(head() + row(0, "5000.50", "") + row(1, "6000", "六千")), job);
    ASSERT_TRUE(import) << import.error().code.toStdString();
    EXPECT_EQ(import->table.headerRow, 3);
    ASSERT_EQ(import->rejected.size(), 1u);
    EXPECT_EQ(import->rejected[0].code, QStringLiteral("money.not-a-number"));
    EXPECT_EQ(import->rejected[0].column.insurance.code, QStringLiteral("310"));
    ASSERT_EQ(import->lines.size(), 1u);
    ASSERT_TRUE(wages().importer().apply(unit, kForm, *import, service::ImportMode::Replace));
    EXPECT_EQ(only(kForm).cell(QStringLiteral("120"))->newWage, Money::fromFen(500'050));
    EXPECT_FALSE(only(kForm).cell(QStringLiteral("310"))->newWage);
}

TEST_F(WageByInsurance, AnEmptyCellErasesOnlyWhereTheFileReplacesAll)
{
    using service::ImportMode;
    const auto pension = QStringLiteral("120");
    const auto medical = QStringLiteral("310");
    const auto typed = [&] {
        (void)wages().remove(unit, kForm, {people[0].id, people[1].id});
        ASSERT_TRUE(wages().add(unit, kForm, people[0].id, {{pension, {}, Money::fromFen(1)}, {medical, {}, Money::fromFen(2)}}, present()));
    };
    const auto import = wages().importer().read(unit, target, csv(head() + row(0, "5", "")), job);
    ASSERT_TRUE(import);
    ASSERT_EQ(import->lines.size(), 1u);

    typed();
    auto outcome = wages().importer().apply(unit, kForm, *import, ImportMode::Merge);
    EXPECT_EQ(only(kForm).cell(pension)->newWage, Money::fromFen(500));
    EXPECT_EQ(only(kForm).cell(medical)->newWage, Money::fromFen(2));
    EXPECT_EQ(only(kForm).effectiveMonth, present());
    EXPECT_EQ(outcome->keptWages, 1);
    EXPECT_EQ(outcome->keptMonths, 1);

    typed();
    ASSERT_TRUE(wages().importer().apply(unit, kForm, *import, ImportMode::Append));
    EXPECT_EQ(only(kForm).cell(pension)->newWage, Money::fromFen(1));
    EXPECT_EQ(only(kForm).effectiveMonth, present());

    typed();
    ASSERT_TRUE(wages().importer().apply(unit, kForm, *import, ImportMode::Replace));
    EXPECT_EQ(only(kForm).cell(pension)->newWage, Money::fromFen(500));
    EXPECT_FALSE(only(kForm).cell(medical)->newWage);
    EXPECT_FALSE(only(kForm).effectiveMonth);
}

TEST_F(WageByInsurance, InTheOtherFormTheUserMustSayWhichColumnIsMeant)
{
    target.form = kDaily;
    const auto import = wages().importer().read(unit, target, csv(head() + row(0, "5000.50", "")), job);
    ASSERT_TRUE(import) << import.error().code.toStdString();
    EXPECT_TRUE(import->needsWageColumn());
    EXPECT_EQ(import->rows(), 0);
    EXPECT_EQ(import->table.titles.at(4), QStringLiteral("120|机关事业单位养老保险 缴费工资"));
}

TEST_F(WageByInsurance, TheAnnualFormIsWrittenAndReadBack)
{
    target.form = kAnnualForm;
    const auto sheet = wages().importer().rosterSheet(unit, target, kTaxNumber);
    ASSERT_TRUE(sheet);
    const auto path = folder.filePath(QStringLiteral("参保职工.xlsx"));
    ASSERT_TRUE(service::exportSheet(*sheet, path, job));
    const auto rows = workbookRows(path);
    EXPECT_EQ(rows[0][0], QStringLiteral("单位社保费缴费工资年度申报"));
    EXPECT_EQ(rows[1][0], QStringLiteral("*缴费人识别号："));
    EXPECT_EQ(rows[1][1], kTaxNumber);
    EXPECT_EQ(rows[1].mid(4), (QStringList{QStringLiteral("120|机关事业单位养老保险"), QStringLiteral("180|职业年金"),
                                           QStringLiteral("310|职工基本医疗保险"), QStringLiteral("330|大额医疗费用补助"),
                                           QStringLiteral("410|工伤保险")}));
    EXPECT_EQ(rows[2].mid(0, 5), (QStringList{QStringLiteral("*姓名"), QStringLiteral("*身份证件类型代码"),
                                              QStringLiteral("*身份证件号码"), QStringLiteral("分组"), QStringLiteral("缴费工资")}));
    EXPECT_EQ(rows[3][1], people[0].documentType);
    const auto import = wages().importer().read(unit, target, path, job);
    ASSERT_TRUE(import) << import.error().code.toStdString();
    EXPECT_TRUE(import->rejected.empty()) << import->rejected.front().code.toStdString();
    EXPECT_EQ(qint64(import->lines.size()), sheet->total);
}

}  // namespace
}  // namespace tests
