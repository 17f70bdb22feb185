// 单位信息, 系统业务规则更新, 申报密码设置, 登录密码设置 (S6-S9).

#include "support/page_practice.h"
#include "ui/modules/unit/rule_lines.h"
#include "ui/modules/unit/unit_pages.h"
#include "ui/widgets/message_strip.h"

#include <QLineEdit>

namespace tests {
namespace {

class UnitSettings : public PagePractice {
protected:
    ui::ListPage *openPage(const char *id)
    {
        auto *list =
            open(ui::unitPages(*desk, client->units(), client->lock(),
                               {{}, {}, [this](const service::UnitProfile &profile) { rules = profile.pack.version; }}),
                 id);
        EXPECT_TRUE(eventually([&] { return !jobs->busy(); }));
        return list;
    }
    void typeIn(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        ASSERT_TRUE(field) << name;
        field->setText(text);
    }
    QString note(const char *name) const { return find<QLineEdit>(name)->accessibleDescription(); }
    bool says(const char *strip, const char *words)
    {
        return eventually([&] { return find<ui::MessageStrip>(strip)->text().contains(QString::fromUtf8(words)); });
    }

    QString rules;
};

TEST_F(UnitSettings, TheRegistrationIsShownWithItsAgeAndUpdated)
{
    auto *list = openPage("unit.info");
    ASSERT_TRUE(rows(list, 5));
    const auto words = [&] {
        QStringList all;
        for (const auto *label : page->findChildren<QLabel *>())
            all << label->text();
        return all.join(QLatin1Char('\n'));
    };
    EXPECT_TRUE(words().contains(kTaxNumber));
    EXPECT_TRUE(words().contains(desk->profile.unit.authorityName));
    EXPECT_TRUE(words().contains(QStringLiteral("数据更新于")));
    click("unit.info.update");
    EXPECT_TRUE(said(list, "已更新"));
    fault("drop-before:GET /v1/unit");
    click("unit.info.update");
    EXPECT_TRUE(eventually([&] { return list->strip()->tone() == ui::Tone::Danger; }));
    EXPECT_EQ(model(list)->rowCount(), 5) << "what is there stays";
}

TEST_F(UnitSettings, TheRulesCanBeReadSearchedAndUpdated)
{
    auto *list = openPage("unit.rules");
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 10; }));
    const int all = model(list)->rowCount();
    list->query()->setText(QStringLiteral("rule"), QStringLiteral("申报期限"));
    list->query()->searchButton()->click();
    ASSERT_EQ(model(list)->rowCount(), 1);
    EXPECT_EQ(cell(list, 0, "value"), QStringLiteral("每月 %1 日").arg(desk->profile.pack.fee.declareByDay));
    list->query()->resetButton()->click();
    EXPECT_EQ(model(list)->rowCount(), all);
    click("unit.rules.update");
    EXPECT_TRUE(said(list, "已是最新版本"));
    EXPECT_TRUE(rules.isEmpty());
    desk->profile.pack.version = QStringLiteral("older");
    openPage("unit.rules");
    EXPECT_TRUE(eventually([&] { return rules == client->units().profile(kUnit)->pack.version; }))
        << "pages are made anew";
}

TEST(RuleLines, SayWhatIsInForceAndWhatWasReplaced)
{
    using domain::Month;
    domain::RulePack pack;
    pack.rounding = domain::Rounding::HalfUpFen;
    const auto charge = [](int year, int ppm) {
        domain::Charge one;
        one.insurance = QStringLiteral("110");
        one.insuranceName = QStringLiteral("养老保险");
        one.from = Month(year, 1);
        one.ratePpm = ppm;
        return one;
    };
    pack.charges = {charge(2020, 200'000), charge(2024, 160'000), charge(2030, 155'500)};
    QStringList found;
    for (const auto &line : ui::ruleLines(pack, Month(2026, 11))) {
        if (line.from)
            found << line.value + QString::number(int(line.force));
    }
    EXPECT_EQ(found, QStringList({QStringLiteral("缴费基数的 20%1"), QStringLiteral("缴费基数的 16%0"),
                                  QStringLiteral("缴费基数的 15.55%2")}));
}

TEST_F(UnitSettings, TheDeclarationPasswordIsChangedAndTheOtherSessionMustLogInAgain)
{
    auto other = away([this] {
        auto made = connect(QStringLiteral("other"));
        logIn(*made, kPassword);
        return made;
    });
    openPage("unit.password");
    typeIn("unit.password.present", kPassword);
    typeIn("unit.password.fresh", QStringLiteral("12345678"));
    typeIn("unit.password.repeat", QStringLiteral("12345678"));
    EXPECT_FALSE(button("unit.password.change")->isEnabled());
    EXPECT_FALSE(note("unit.password.fresh").isEmpty());
    typeIn("unit.password.fresh", QStringLiteral("lin-2027x"));
    typeIn("unit.password.repeat", QStringLiteral("lin-2027x"));
    typeIn("unit.password.present", QStringLiteral("wrong-000"));
    click("unit.password.change");
    ASSERT_TRUE(eventually([&] { return note("unit.password.present").contains(QStringLiteral("还可以再试 4 次")); }))
        << note("unit.password.present").toStdString();
    typeIn("unit.password.present", kPassword);
    click("unit.password.change");
    ASSERT_TRUE(says("unit.password.strip", "已修改"));
    EXPECT_TRUE(find<QLineEdit>("unit.password.fresh")->text().isEmpty());
    away([&] {
        EXPECT_TRUE(client->units().refresh(kUnit, job)) << "this session goes on";
        EXPECT_EQ(other->units().refresh(kUnit, job).error().kind, base::Error::Kind::SessionExpired);
        EXPECT_TRUE(other->units().verifyPassword(kUnit, QStringLiteral("lin-2027x"), job));
        other.reset();
    });
}

TEST_F(UnitSettings, AnAnswerThatIsLostSaysThatTheChangeMayBeDone)
{
    openPage("unit.password");
    typeIn("unit.password.present", kPassword);
    typeIn("unit.password.fresh", QStringLiteral("lin-2027x"));
    typeIn("unit.password.repeat", QStringLiteral("lin-2027x"));
    fault("drop-after:PUT /v1/password:1");
    click("unit.password.change");
    ASSERT_TRUE(says("unit.password.strip", "可能已经生效"));
    click("unit.password.change");
    EXPECT_TRUE(says("unit.password.strip", "已修改")) << "a repeat is harmless";
}

TEST_F(UnitSettings, AForgottenDeclarationPasswordSaysWhereToResetIt)
{
    openPage("unit.password");
    click("unit.password.forgot");
    EXPECT_TRUE(says("unit.password.strip", "办税服务厅"));
}

TEST_F(UnitSettings, TheLocalPasswordIsSetChangedAndRemoved)
{
    openPage("unit.lock");
    EXPECT_FALSE(find<QLineEdit>("unit.lock.present")->isVisible());
    EXPECT_FALSE(button("unit.lock.remove")->isVisible());
    typeIn("unit.lock.fresh", QStringLiteral("open-sesame"));
    typeIn("unit.lock.repeat", QStringLiteral("open-sesame"));
    click("unit.lock.save");
    ASSERT_TRUE(says("unit.lock.strip", "已设置"));
    ASSERT_TRUE(eventually([&] { return find<QLineEdit>("unit.lock.present")->isVisible(); }));
    typeIn("unit.lock.present", QStringLiteral("wrong"));
    click("unit.lock.remove");
    ASSERT_TRUE(eventually([&] { return note("unit.lock.present").contains(QStringLiteral("不正确")); }));
    typeIn("unit.lock.present", QStringLiteral("open-sesame"));
    click("unit.lock.remove");
    ASSERT_TRUE(says("unit.lock.strip", "已取消"));
    EXPECT_TRUE(away([&] { return !client->lock().state()->set; }));
}

}  // namespace
}  // namespace tests
