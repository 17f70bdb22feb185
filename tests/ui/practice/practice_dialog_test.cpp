// 演示设置 (X14): what is chosen is what the tax side does, and what the next world is.

#include "ui/practice/practice_dialog.h"

#include "support/print.h"
#include "taxside/server.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QWidget>

#include <gtest/gtest.h>

Q_DECLARE_METATYPE(taxside::Options)

namespace tests {
namespace {

class PracticeDialog : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(server.start());
        dialog = new ui::PracticeDialog(server, server.options(), &window);
        dialog->show();
    }
    template <class W>
    W *find(const char *name) const
    {
        return dialog->findChild<W *>(QString::fromLatin1(name));
    }
    QStringList shown() const
    {
        QStringList texts;
        for (const auto *label : dialog->findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }

    taxside::Server server{taxside::Options()};
    QWidget window;
    ui::PracticeDialog *dialog = nullptr;
};

TEST_F(PracticeDialog, SaysHowToLogIn)
{
    EXPECT_TRUE(shown().contains(QStringLiteral("91140100MA0000015K")));
    find<QComboBox>("practice.unit")->setCurrentIndex(1);
    EXPECT_TRUE(shown().contains(QStringLiteral("111400000000000190")));
    EXPECT_TRUE(ui::practiceLogin(QStringLiteral("delegated")).contains(QStringLiteral("000003")));
    EXPECT_TRUE(ui::practiceLogin(QStringLiteral("agency")).isEmpty());
}

TEST_F(PracticeDialog, FaultsAreInForceAtOnceAndShownAgain)
{
    auto *slow = find<QCheckBox>("practice.fault.0");
    slow->click();
    EXPECT_EQ(server.pendingFaults(), QStringList(QStringLiteral("latency=2000")));
    ui::PracticeDialog again(server, server.options(), &window);
    EXPECT_TRUE(again.findChild<QCheckBox *>(QStringLiteral("practice.fault.0"))->isChecked());
    EXPECT_FALSE(again.findChild<QCheckBox *>(QStringLiteral("practice.fault.1"))->isChecked());
    slow->click();
    EXPECT_TRUE(server.pendingFaults().isEmpty());
}

TEST_F(PracticeDialog, EveryOfferedFaultIsOneTheTaxSideKnows)
{
    for (int number = 0; auto *box = dialog->findChild<QCheckBox *>(QStringLiteral("practice.fault.%1").arg(number)); ++number) {
        box->click();
        EXPECT_EQ(server.pendingFaults().size(), 1) << number;
        box->click();
    }
}

TEST_F(PracticeDialog, AnotherWorldIsHandedOn)
{
    auto *restart = find<QPushButton>("practice.restart");
    EXPECT_FALSE(restart->isEnabled());  // nothing would change
    QSignalSpy restarts(dialog, &ui::PracticeDialog::restartRequested);
    find<QComboBox>("practice.unit")->setCurrentIndex(2);
    find<QComboBox>("practice.size")->setCurrentIndex(1);
    find<QCheckBox>("practice.fresh")->click();
    restart->click();
    ASSERT_EQ(restarts.size(), 1);
    const auto next = restarts.first().at(0).value<taxside::Options>();
    EXPECT_EQ(next.scenario, QStringLiteral("delegated"));
    EXPECT_EQ(next.employees, 1000);
    EXPECT_TRUE(restarts.first().at(1).toBool());
}

}  // namespace
}  // namespace tests
