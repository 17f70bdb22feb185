#include "ui/unit/practice.h"

#include "ui/modules/unit/login_flow.h"
#include "ui/widgets/message_strip.h"

#include <QCheckBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

namespace {

class LoginFlowTest : public tests::PracticeTest {
protected:
    void open(int employees = 12)
    {
        start(employees);
        flow = std::make_unique<ui::LoginFlow>(jobs, prompt, app->units(), [this] { ++networkAsked; });
        QObject::connect(flow.get(), &ui::LoginFlow::entered, flow.get(),
                         [this](const service::UnitProfile &in) { entered = in.unit.registrationId; });
        QObject::connect(flow.get(), &ui::LoginFlow::reloggedIn, flow.get(), [this](const QString &unit) { again = unit; });
        QObject::connect(flow.get(), &ui::LoginFlow::cancelled, flow.get(), [this] { ++cancelled; });
        flow->resize(1000, 700);
        flow->show();
        flow->start();
        settle();
    }
    bool sees(const char *name)
    {
        auto *one = flow->findChild<QWidget *>(QString::fromLatin1(name));
        return one && one->isVisible();
    }
    ui::MessageStrip *strip() { return get<ui::MessageStrip>(flow.get(), "login.strip"); }
    void typeIn(const char *name, const QString &text) { type(flow.get(), name, text); }
    void press(const char *name)
    {
        click(flow.get(), name);
        settle();
    }
    /// 纳税人识别号, the initial password and its change, up to the page to confirm.
    void walkToConfirmation()
    {
        typeIn("login.taxNumber", tests::kTaxNumber);
        press("login.next");
        typeIn("login.password", tests::kInitialPassword);
        press("login.verify");
        typeIn("login.newPassword", tests::kNewPassword);
        typeIn("login.repeatPassword", tests::kNewPassword);
        press("login.changePassword");
    }
    void walkIn()
    {
        walkToConfirmation();
        get<QCheckBox>(flow.get(), "login.confirm")->setChecked(true);
        press("login.enter");
        ASSERT_EQ(entered, tests::kUnit);
    }

    std::unique_ptr<ui::LoginFlow> flow;
    QString entered;
    QString again;
    int cancelled = 0;
};

TEST_F(LoginFlowTest, FirstUseAsksForTheTaxNumberAndJudgesIt)
{
    open();
    EXPECT_TRUE(sees("login.taxNumber"));
    EXPECT_TRUE(sees("login.network"));
    EXPECT_FALSE(sees("login.back"));
    auto *next = get<QAbstractButton>(flow.get(), "login.next");
    EXPECT_FALSE(next->isEnabled());
    typeIn("login.taxNumber", QStringLiteral("9114"));
    EXPECT_TRUE(get(flow.get(), "login.taxNumber")->accessibleDescription().isEmpty()) << "still being typed";
    typeIn("login.taxNumber", QStringLiteral("91140100MA0000015A"));
    EXPECT_FALSE(get(flow.get(), "login.taxNumber")->accessibleDescription().isEmpty());
    EXPECT_FALSE(next->isEnabled());
    typeIn("login.taxNumber", QStringLiteral(" 91140100ma0000015k "));
    EXPECT_TRUE(get(flow.get(), "login.taxNumber")->accessibleDescription().isEmpty());
    EXPECT_TRUE(next->isEnabled());
}

TEST_F(LoginFlowTest, OneRegistrationNeedsNoChoiceAndTheInitialPasswordIsExplained)
{
    open();
    typeIn("login.taxNumber", tests::kTaxNumber);
    QTest::keyClick(get(flow.get(), "login.taxNumber"), Qt::Key_Return);
    settle();
    EXPECT_TRUE(sees("login.password"));
    auto *hint = get<ui::MessageStrip>(flow.get(), "login.hint");
    EXPECT_TRUE(hint->isShowing());
    EXPECT_TRUE(hint->text().contains(QStringLiteral("后 6 位"))) << hint->text().toStdString();
    EXPECT_TRUE(hint->text().contains(QStringLiteral("医疗"))) << hint->text().toStdString();
    // Which number is meant, and not the password: no more than the two digits it begins with.
    EXPECT_TRUE(hint->text().contains(QStringLiteral("单位编号 31****** 的"))) << hint->text().toStdString();
    EXPECT_FALSE(hint->text().contains(QRegularExpression(QStringLiteral("[0-9]{3}")))) << hint->text().toStdString();
    EXPECT_FALSE(hint->text().contains(tests::kInitialPassword));
}

TEST_F(LoginFlowTest, SeveralRegistrationsAreChosenFrom)
{
    open();
    typeIn("login.taxNumber", tests::kTwoRegistrations);
    press("login.next");
    ASSERT_TRUE(sees("login.registrations"));
    auto *table = get<QTableView>(flow.get(), "login.registrations");
    EXPECT_EQ(table->model()->rowCount(), 2);
    table->selectRow(1);
    press("login.choose");
    EXPECT_TRUE(sees("login.password"));
    press("login.back");
    EXPECT_TRUE(sees("login.registrations"));
    press("login.back");
    EXPECT_TRUE(sees("login.taxNumber"));
}

TEST_F(LoginFlowTest, AWrongPasswordSaysHowManyTriesAreLeftAndTheFifthLocks)
{
    open();
    typeIn("login.taxNumber", tests::kTaxNumber);
    press("login.next");
    for (int left = 4; left > 0; --left) {
        typeIn("login.password", QStringLiteral("999999"));
        press("login.verify");
        EXPECT_EQ(get(flow.get(), "login.password")->accessibleDescription(),
                  QStringLiteral("申报密码错误，还可以尝试 %1 次").arg(left));
        EXPECT_TRUE(get<QLineEdit>(flow.get(), "login.password")->text().isEmpty());
    }
    typeIn("login.password", QStringLiteral("999999"));
    press("login.verify");
    EXPECT_TRUE(strip()->isShowing());
    EXPECT_TRUE(strip()->text().contains(QStringLiteral("办税服务厅")));
}

TEST_F(LoginFlowTest, TheInitialPasswordMustBeChangedByTheRules)
{
    open();
    typeIn("login.taxNumber", tests::kTaxNumber);
    press("login.next");
    typeIn("login.password", tests::kInitialPassword);
    press("login.verify");
    ASSERT_TRUE(sees("login.newPassword"));
    auto *change = get<QAbstractButton>(flow.get(), "login.changePassword");
    const auto met = [this](const char *rule) {
        return get(flow.get(), rule)->accessibleName().contains(QStringLiteral("已满足"));
    };
    typeIn("login.newPassword", QStringLiteral("ab1"));
    EXPECT_FALSE(met("login.rule.length"));
    EXPECT_TRUE(met("login.rule.kinds"));
    EXPECT_TRUE(met("login.rule.differs"));
    typeIn("login.newPassword", QStringLiteral("abcdefgh"));
    EXPECT_TRUE(met("login.rule.length"));
    EXPECT_FALSE(met("login.rule.kinds"));
    typeIn("login.newPassword", tests::kInitialPassword);
    EXPECT_FALSE(met("login.rule.differs"));
    typeIn("login.newPassword", tests::kNewPassword);
    typeIn("login.repeatPassword", QStringLiteral("abcd1235"));
    EXPECT_FALSE(change->isEnabled());
    EXPECT_FALSE(get(flow.get(), "login.repeatPassword")->accessibleDescription().isEmpty());
    typeIn("login.repeatPassword", tests::kNewPassword);
    EXPECT_TRUE(change->isEnabled());
    // X10: Tab goes on to the step's own buttons.
    flow->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(flow.get()));
    get(flow.get(), "login.repeatPassword")->setFocus();
    for (const char *next : {"login.back", "login.changePassword"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        EXPECT_EQ(QApplication::focusWidget()->objectName(), QString::fromLatin1(next));
    }
}

TEST_F(LoginFlowTest, TheRegistrationMustBeConfirmed)
{
    open();
    walkToConfirmation();
    ASSERT_TRUE(sees("login.enter"));
    EXPECT_GT(get<QTableView>(flow.get(), "login.insurances")->model()->rowCount(), 0);
    auto *enter = get<QAbstractButton>(flow.get(), "login.enter");
    EXPECT_FALSE(enter->isEnabled());
    get<QCheckBox>(flow.get(), "login.confirm")->setChecked(true);
    EXPECT_TRUE(enter->isEnabled());
    press("login.enter");
    EXPECT_EQ(entered, tests::kUnit);
}

TEST_F(LoginFlowTest, LaterStartsAskForThePasswordFirstAndTheListIsOneStepBack)
{
    open();
    walkIn();
    flow->start();
    settle();
    EXPECT_TRUE(sees("login.password"));
    press("login.back");
    ASSERT_TRUE(sees("login.unitList"));
    EXPECT_EQ(get<QTableView>(flow.get(), "login.unitList")->model()->rowCount(), 1);
    EXPECT_FALSE(sees("login.search"));
    press("login.addUnit");
    EXPECT_TRUE(sees("login.taxNumber"));
}

TEST_F(LoginFlowTest, TheLocalPasswordStandsBeforeEverything)
{
    open();
    walkIn();
    const auto secret = QStringLiteral("open-sesame");
    ASSERT_TRUE(away([&](base::Job &) { return app->lock().set({}, secret); }));
    flow->setLock(app->lock());
    flow->start();
    settle();
    ASSERT_TRUE(sees("login.lockPassword"));
    EXPECT_FALSE(sees("login.password"));
    EXPECT_FALSE(sees("login.unitList"));
    EXPECT_FALSE(sees("login.back")) << "there is no way around";
    QTest::keyClick(flow.get(), Qt::Key_Escape);
    EXPECT_TRUE(sees("login.lockPassword"));
    const auto note = [this] { return get(flow.get(), "login.lockPassword")->accessibleDescription(); };
    for (int i = 0; i < service::LockService::kFreeTries; ++i) {
        typeIn("login.lockPassword", QStringLiteral("wrong-1"));
        press("login.unlock");
        EXPECT_TRUE(note().contains(QStringLiteral("登录密码不正确"))) << note().toStdString();
    }
    EXPECT_TRUE(note().contains(QStringLiteral("后再试"))) << note().toStdString();
    typeIn("login.lockPassword", secret);
    EXPECT_FALSE(get<QAbstractButton>(flow.get(), "login.unlock")->isEnabled()) << "while it must be waited";
    app->clock().setNow(app->clock().now().addSecs(40));
    flow->start();
    settle();
    typeIn("login.lockPassword", secret);
    press("login.unlock");
    EXPECT_TRUE(sees("login.password"));
    flow->start();
    settle();
    EXPECT_TRUE(sees("login.password")) << "asked for once";
}

TEST_F(LoginFlowTest, AForgottenLocalPasswordIsReplacedByTheDeclarationPassword)
{
    open();
    walkIn();
    ASSERT_TRUE(away([&](base::Job &) { return app->lock().set({}, QStringLiteral("open-sesame")); }));
    flow->setLock(app->lock());
    flow->start();
    settle();
    press("login.lockForgot");
    ASSERT_TRUE(sees("login.recover.taxNumber"));
    typeIn("login.recover.taxNumber", tests::kTwoRegistrations);
    typeIn("login.recover.password", QStringLiteral("000003"));
    press("login.recover");
    EXPECT_TRUE(strip()->text().contains(QStringLiteral("本机没有这个单位"))) << strip()->text().toStdString();
    typeIn("login.recover.taxNumber", tests::kTaxNumber);
    typeIn("login.recover.password", QStringLiteral("999999"));
    press("login.recover");
    EXPECT_TRUE(strip()->text().contains(QStringLiteral("还可以再试 4 次"))) << strip()->text().toStdString();
    typeIn("login.recover.password", tests::kNewPassword);
    typeIn("login.recover.fresh", QStringLiteral("new-secret"));
    EXPECT_FALSE(get<QAbstractButton>(flow.get(), "login.recover")->isEnabled());
    typeIn("login.recover.repeat", QStringLiteral("new-secret"));
    press("login.recover");
    EXPECT_TRUE(sees("login.password"));
    EXPECT_TRUE(away([&](base::Job &) { return app->lock().unlock(QStringLiteral("new-secret")); }));
}

TEST_F(LoginFlowTest, AUnitCanBeRemovedFromTheList)
{
    open();
    walkIn();
    flow->start();
    settle();
    press("login.back");
    click(flow.get(), "login.removeUnit");
    auto *removal = dialog(flow.get(), "unit.remove");
    ASSERT_NE(removal, nullptr);
    click(removal, "unit.remove.erase");
    prompt.queueAnswer(true);
    click(removal, "unit.remove.confirm");
    settle();
    EXPECT_TRUE(sees("login.taxNumber"));
    EXPECT_TRUE(app->units().knownUnits()->isEmpty());
    EXPECT_FALSE(app->units().profile(tests::kUnit));
}

TEST_F(LoginFlowTest, ReloginOnlyAsksForThePassword)
{
    open();
    walkIn();
    flow->relogin(tests::kUnit);
    settle();
    EXPECT_TRUE(sees("login.password"));
    EXPECT_FALSE(sees("login.trail"));
    typeIn("login.password", tests::kNewPassword);
    press("login.verify");
    EXPECT_EQ(again, tests::kUnit);
    flow->relogin(tests::kUnit);
    settle();
    QTest::keyClick(flow.get(), Qt::Key_Escape);
    EXPECT_EQ(cancelled, 1);
}

TEST_F(LoginFlowTest, AnUnreachableServerLeavesTheStepAndOffersRetryAndNetworkSettings)
{
    open(-1);
    typeIn("login.taxNumber", tests::kTaxNumber);
    press("login.next");
    EXPECT_TRUE(sees("login.taxNumber"));
    EXPECT_TRUE(strip()->isShowing());
    EXPECT_EQ(get<QLineEdit>(flow.get(), "login.taxNumber")->text(), tests::kTaxNumber);
    EXPECT_GE(strip()->findChildren<QPushButton *>().size(), 1);
    press("login.network");
    EXPECT_EQ(networkAsked, 1);
}

TEST_F(LoginFlowTest, AnUnknownUnitIsSaidAtTheField)
{
    open();
    typeIn("login.taxNumber", QStringLiteral("140100000000001"));  // the old form has no check character
    press("login.next");
    EXPECT_FALSE(strip()->isShowing());
    EXPECT_FALSE(get(flow.get(), "login.taxNumber")->accessibleDescription().isEmpty());
}

}  // namespace
