#include "ui/style/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/query_bar.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

TEST(MonthEdit, ReadsWhatPeopleTypeAndShowsOneForm)
{
    for (const char *typed : {"202607", "2026.7", "2026/7", "2026年7月", "２０２６０７", "2026-07"}) {
        ui::MonthEdit edit(text("m"), text("生效年月"));
        edit.setText(text(typed));
        Q_EMIT edit.editingFinished();
        EXPECT_EQ(edit.text(), text("2026-07")) << typed;
    }
}

TEST(MonthEdit, AWrongMonthStaysAsTypedAndIsMarked)
{
    ui::MonthEdit edit(text("m"), text("生效年月"));
    edit.setText(text("2026-13"));
    Q_EMIT edit.editingFinished();
    EXPECT_EQ(edit.text(), text("2026-13"));
    EXPECT_FALSE(edit.isAcceptable());
    EXPECT_TRUE(edit.property("invalid").toBool());
    edit.setMonth(std::nullopt);
    EXPECT_TRUE(edit.isAcceptable());
}

TEST(MonthEdit, PopupHasNoTextFieldAndRespectsTheRange)
{
    ui::MonthEdit edit(text("m"), text("生效年月"));
    edit.setMonth(domain::Month(2026, 7));
    edit.setRange(domain::Month(2026, 6), domain::Month(2026, 8));
    edit.show();
    QTest::keyClick(&edit, Qt::Key_F4);
    auto *popup = edit.findChild<QFrame *>(text("m.popup"));
    ASSERT_TRUE(popup);
    EXPECT_TRUE(popup->findChildren<QLineEdit *>().isEmpty());
    EXPECT_FALSE(popup->findChild<QPushButton *>(text("m.popup.2026-05"))->isEnabled());
    popup->findChild<QPushButton *>(text("m.popup.2026-08"))->click();
    EXPECT_EQ(edit.month(), domain::Month(2026, 8));
}

TEST(DateEdit, ReadsWhatPeopleType)
{
    for (const char *typed : {"2026-07-09", "20260709", "2026.7.9", "2026/7/9", "2026年7月9日", "２０２６－０７－０９"}) {
        const auto day = ui::dateFromTyped(QString::fromUtf8(typed).replace(QChar(0xff0d), QLatin1Char('-')));
        ASSERT_TRUE(day) << typed;
        EXPECT_EQ(*day, QDate(2026, 7, 9)) << typed;
    }
    for (const char *typed : {"", "2026-02-30", "1949-01-01", "2026-7", "abc", "2026070"})
        EXPECT_FALSE(ui::dateFromTyped(text(typed))) << typed;
}

TEST(MoneyEdit, GroupsWhatItUnderstandsAndMarksTheRest)
{
    ui::MoneyEdit edit(text("m"), text("工资"), domain::Money::fromFen(10'000'000));
    edit.setText(text("５８００"));
    Q_EMIT edit.editingFinished();
    EXPECT_EQ(edit.text(), text("5,800.00"));
    edit.setText(text("5800.123"));
    Q_EMIT edit.editingFinished();
    EXPECT_EQ(edit.text(), text("5800.123"));
    EXPECT_TRUE(edit.property("invalid").toBool());
    EXPECT_EQ(*edit.typed().flaw, domain::MoneyFlaw::TooManyDecimals);
}

TEST(MoneyEdit, DoesNotRejectAPreedit)
{
    ui::MoneyEdit edit(text("m"), text("工资"), domain::Money::fromFen(10'000'000));
    QInputMethodEvent composing(text("wuqian"), {});
    QCoreApplication::sendEvent(&edit, &composing);
    QInputMethodEvent done;
    done.setCommitString(text("５０００"));
    QCoreApplication::sendEvent(&edit, &done);
    EXPECT_EQ(edit.text(), text("５０００"));
    EXPECT_EQ(edit.typed().amount, domain::Money::fromFen(500'000));
}

TEST(PasswordEdit, NoticesCapsLock)
{
    ui::PasswordEdit edit(text("p"), text("申报密码"));
    QTest::keyClick(&edit, 'a');
    EXPECT_FALSE(edit.capsLockSeen());
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, text("A"));
    QCoreApplication::sendEvent(&edit, &capital);
    EXPECT_TRUE(edit.capsLockSeen());
    EXPECT_FALSE(edit.accessibleDescription().isEmpty());
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, text("A"));
    QCoreApplication::sendEvent(&edit, &shifted);
    EXPECT_FALSE(edit.capsLockSeen());
}

TEST(Form, PutsTheReasonUnderItsField)
{
    ui::Form form;
    auto *field = new QLineEdit;
    form.addRow(text("地址"), field, text("主机名或 IP"));
    form.setError(field, text("地址不正确"));
    EXPECT_EQ(form.error(field), text("地址不正确"));
    EXPECT_EQ(field->accessibleDescription(), text("地址不正确"));
    form.clearErrors();
    EXPECT_TRUE(form.error(field).isEmpty());
    EXPECT_FALSE(field->property("invalid").toBool());
}

TEST(QueryBar, GivesWhatWasTypedAndForgetsItOnReset)
{
    ui::QueryBar bar(text("staff.query"));
    bar.addText(text("name"), text("姓名"));
    bar.addChoice(text("type"), text("证件类型"), {{text("201"), text("居民身份证")}});
    bar.addMonthRange(text("period"), text("费款所属期"));
    bar.addDateRange(text("day"), text("申报日期"));
    EXPECT_FALSE(bar.isFiltering());
    bar.setText(text("name"), text(" 王 "));
    bar.setCode(text("type"), text("201"));
    bar.setMonth(text("periodFrom"), domain::Month(2026, 7));
    bar.setDate(text("dayTo"), QDate(2026, 7, 9));
    EXPECT_EQ(bar.text(text("name")), text("王"));
    EXPECT_EQ(bar.code(text("type")), text("201"));
    EXPECT_EQ(bar.month(text("periodFrom")), domain::Month(2026, 7));
    EXPECT_EQ(bar.date(text("dayTo")), QDate(2026, 7, 9));
    const QSignalSpy resets(&bar, &ui::QueryBar::resetRequested);
    bar.resetButton()->click();
    EXPECT_EQ(resets.count(), 1);
    EXPECT_FALSE(bar.isFiltering());
}

TEST(QueryBar, DoesNotSearchForAMonthThatIsNone)
{
    ui::QueryBar bar(text("q"));
    auto *month = bar.addMonth(text("m"), text("年月"));
    const QSignalSpy searches(&bar, &ui::QueryBar::searchRequested);
    month->setText(text("2026-99"));
    bar.searchButton()->click();
    EXPECT_EQ(searches.count(), 0);
    month->setText(text("202607"));
    QTest::keyClick(month, Qt::Key_Return);
    EXPECT_EQ(searches.count(), 1);
}

TEST(FlowLayout, WrapsWhenTheWidthIsUsedUp)
{
    QWidget host;
    auto *flow = new ui::FlowLayout(&host, 10, 10);
    for (int i = 0; i < 3; ++i) {
        auto *box = new QWidget;
        box->setFixedSize(100, 30);
        flow->addWidget(box);
    }
    EXPECT_EQ(flow->heightForWidth(400), 30);
    EXPECT_EQ(flow->heightForWidth(320), 30);
    EXPECT_EQ(flow->heightForWidth(319), 70);
    EXPECT_EQ(flow->heightForWidth(50), 110);
}

TEST(MessageStrip, ShowsHidesAndActs)
{
    ui::MessageStrip strip(text("s"));
    int runs = 0;
    strip.show({.tone = ui::Tone::Danger,
                .text = text("没有发送"),
                .details = text("ssl 42"),
                .actions = {{text("retry"), text("重试"), [&runs] { ++runs; }}}});
    EXPECT_TRUE(strip.isVisible());
    EXPECT_EQ(strip.accessibleName(), text("没有发送"));
    auto *details = strip.findChild<QLabel *>(text("s.detailText"));
    EXPECT_FALSE(details->isVisible());
    strip.findChild<QPushButton *>(text("s.details"))->click();
    EXPECT_TRUE(details->isVisible());
    strip.findChild<QPushButton *>(text("s.retry"))->click();
    EXPECT_EQ(runs, 1);
    strip.clear();
    EXPECT_FALSE(strip.isVisible());
    EXPECT_TRUE(strip.text().isEmpty());
}

TEST(MessageStrip, ItsActionMayShowTheNextMessage)
{
    ui::MessageStrip strip(text("s"));
    strip.show({.text = text("一"), .actions = {{text("go"), text("去"), [&strip] { strip.show(ui::Tone::Success, text("二")); }}}});
    strip.findChild<QPushButton *>(text("s.go"))->click();
    EXPECT_EQ(strip.text(), text("二"));
}

TEST(PageHeader, TellsTheAgeInChinaTime)
{
    const QDateTime now(QDate(2026, 7, 10), QTime(2, 0), Qt::UTC);
    EXPECT_EQ(ui::ageText(now.addSecs(-10), now), text("刚刚"));
    EXPECT_EQ(ui::ageText(now.addSecs(-600), now), text("10 分钟前"));
    EXPECT_EQ(ui::ageText(now.addSecs(-2 * 3600), now), text("今天 08:00"));
    EXPECT_EQ(ui::ageText(now.addSecs(-11 * 3600), now), text("昨天 23:00"));
    EXPECT_EQ(ui::ageText(now.addDays(-9), now), text("2026-07-01 10:00"));
    EXPECT_EQ(ui::ageText(now.addSecs(100), now), text("今天 10:01"));
}

}  // namespace
