// 缴款 (P1–P4): the two ways to pay and everything a bank may answer.

#include "support/page_practice.h"
#include "ui/modules/payment/payment_pages.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>

namespace tests {
namespace {

QString textOfPdf(const QString &path)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    EXPECT_TRUE(reader.waitForFinished());
    return QString::fromUtf8(reader.readAllStandardOutput());
}

class ArrearsPage : public PagePractice {
protected:
    ui::ListPage *openPage(const char *id = "payment.arrears")
    {
        return open(ui::paymentPages(*desk, client->payments(), client->outbox(), client->certificates()), id);
    }
    ui::ListPage *openWithArrears()
    {
        away([this] { declareAll(); });
        auto *list = openPage();
        EXPECT_TRUE(list && eventually([&] { return model(list)->rowCount() > 0; }));
        EXPECT_TRUE(eventually([&] { return !jobs->busy(); }));
        return list;
    }
    /// From 立即缴款 to the confirmation by the first usable agreement.
    void payChecked()
    {
        click("payment.arrears.pay");
        ASSERT_TRUE(dialog("payment.method"));
        click("payment.method.agreement");
        ASSERT_TRUE(dialog("payment.agreement"));
        auto *agreements = find<QTableView>("payment.agreement.table");
        ASSERT_TRUE(eventually([&] { return agreements->model()->rowCount() > 0; }));
        for (int row = 0; row < agreements->model()->rowCount() && !button("payment.confirm")->isEnabled(); ++row)
            agreements->setCurrentIndex(agreements->model()->index(row, 0));
        click("payment.confirm");
    }
    size_t payments()
    {
        const auto list = client->outbox().list(kUnit, {{domain::SubmissionKind::Payment}, {}, {}, {}});
        return list ? list->size() : 0;
    }
};

TEST_F(ArrearsPage, IsEmptyBeforeADeclaration)
{
    auto *list = openPage();
    ASSERT_TRUE(list && rows(list, 0));
    EXPECT_FALSE(button("payment.arrears.pay")->isEnabled());
}

TEST_F(ArrearsPage, PaysByAgreement)
{
    auto *list = openWithArrears();
    model(list)->setChecked(0, true);
    model(list)->setChecked(1, true);
    payChecked();
    ASSERT_TRUE(said(list, "缴款成功，共 2 条"));
    EXPECT_EQ(payments(), 1u);
    EXPECT_TRUE(button("payment.arrears.strip.records"));
}

TEST_F(ArrearsPage, PaysNothingWhenTheAmountsChangeBehindTheConfirmation)
{
    auto *list = openWithArrears();
    const auto before = cell(list, 0, "total");
    model(list)->setChecked(0, true);
    click("payment.arrears.pay");
    ASSERT_TRUE(dialog("payment.method"));
    click("payment.method.voucher");
    ASSERT_TRUE(dialog("payment.voucher"));
    away([&] {
        server->clock().setNow(server->clock().now().addDays(40));
        client->clock().setNow(server->clock().now());
        logIn(*client, kPassword);
        ASSERT_TRUE(client->payments().refresh(kUnit, job));
    });
    click("payment.voucher.confirm");
    ASSERT_TRUE(said(list, "有变化")) << list->strip()->text().toStdString();
    EXPECT_NE(cell(list, 0, "total"), before);
    EXPECT_TRUE(ledger()["vouchers"].empty());
    payChecked();
    EXPECT_TRUE(said(list, "缴款成功，共 1 条")) << list->strip()->text().toStdString();
}

TEST_F(ArrearsPage, ListsWhatTheBankRefusedWithTheNextStep)
{
    auto *list = openWithArrears();
    model(list)->setChecked(0, true);
    model(list)->setChecked(1, true);
    fault("partial=balance-insufficient");
    payChecked();
    ASSERT_TRUE(dialog("payment.refused"));
    const auto *refused = find<QTableView>("payment.refused.table")->model();
    ASSERT_EQ(refused->rowCount(), 1);
    QString line;
    for (int column = 0; column < refused->columnCount(); ++column)
        line += refused->index(0, column).data().toString();
    EXPECT_TRUE(line.contains(QStringLiteral("余额不足"))) << line.toStdString();
    EXPECT_TRUE(line.contains(QStringLiteral("存入足够的资金"))) << line.toStdString();
}

/// The bank takes its time: what was sent is still an arrear when the window has shown that its outcome is unknown.
class SlowBank : public ArrearsPage {
protected:
    SlowBank() { feedbackMs = 1000; }
};

TEST_F(SlowBank, CannotPayTwiceWhileTheOutcomeIsUnknown)
{
    auto *list = openWithArrears();
    model(list)->setChecked(0, true);
    const auto key = model(list)->keyOf(model(list)->index(0, 1));
    fault("drop-after:PUT /v1/");
    payChecked();
    ASSERT_TRUE(said(list, "结果未知"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    const int row = model(list)->rowOfKey(key);
    ASSERT_GE(row, 0);
    EXPECT_EQ(cell(list, row, "hold"), QStringLiteral("缴款中"));
    model(list)->setChecked(row, true);
    EXPECT_FALSE(model(list)->isChecked(row));
    EXPECT_FALSE(button("payment.arrears.pay")->isEnabled());
    noFaults();
    // It had arrived; the bank takes a moment more.
    for (int i = 0; i < 50 && button("payment.arrears.strip.ask"); ++i) {
        click("payment.arrears.strip.ask");
        ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
        QTest::qWait(50);
    }
    EXPECT_TRUE(list->strip()->text().contains(QStringLiteral("缴款成功"))) << list->strip()->text().toStdString();
    EXPECT_EQ(payments(), 1u);
}

TEST_F(ArrearsPage, AnAmbiguousAnswerHoldsTheRowUntilTheClerkHasMadeSure)
{
    auto *list = openWithArrears();
    const int all = model(list)->rowCount();
    EXPECT_FALSE(button("payment.arrears.ask")->isEnabled());
    model(list)->setChecked(0, true);
    const auto key = model(list)->keyOf(model(list)->index(0, 1));
    fault("partial=bank-timeout");
    payChecked();
    ASSERT_TRUE(dialog("payment.refused"));
    find<QDialog>("payment.refused")->reject();
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && model(list)->rowCount() == all; }));
    const auto row = [&] { return model(list)->rowOfKey(key); };
    EXPECT_EQ(cell(list, row(), "hold"), QStringLiteral("结果未知"));
    EXPECT_FALSE(model(list)->flags(model(list)->index(row(), 0)) & Qt::ItemIsUserCheckable);
    model(list)->setChecked(row(), true);
    EXPECT_FALSE(model(list)->isChecked(row()));
    prompt.queueAnswer(false);
    click("payment.arrears.ask");
    ASSERT_TRUE(eventually(
        [&] { return prompt.said().join(QString()).contains(QStringLiteral("税库银超时")) && !jobs->busy(); }));
    EXPECT_EQ(cell(list, row(), "hold"), QStringLiteral("结果未知")) << "not confirmed, not free";
    prompt.queueAnswer(true);
    click("payment.arrears.ask");
    ASSERT_TRUE(eventually([&] { return cell(list, row(), "hold") == QStringLiteral("可缴款"); }));
    EXPECT_FALSE(button("payment.arrears.ask")->isEnabled());
    model(list)->setChecked(row(), true);
    EXPECT_TRUE(model(list)->isChecked(row()));
}

TEST_F(ArrearsPage, CountsWhatIsListedAndChosen)
{
    auto *list = openWithArrears();
    const auto counters = [&] {
        QStringList texts;
        for (const auto *label : list->actions()->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(QLatin1Char(' '));
    };
    EXPECT_TRUE(counters().contains(QString::number(model(list)->rowCount()))) << counters().toStdString();
    const auto waiting = away([this] { return *client->home().waiting(kUnit); });
    const auto open = QStringLiteral("%1 条 %2 元").arg(waiting.arrears).arg(domain::moneyText(waiting.arrearsTotal));
    EXPECT_TRUE(counters().contains(open)) << counters().toStdString();
    model(list)->setChecked(0, true);
    EXPECT_TRUE(counters().contains(cell(list, 0, "total"))) << counters().toStdString();
    QSignalSpy counted(list, &ui::Page::badgesChanged);
    click("payment.arrears.refresh");
    EXPECT_TRUE(eventually([&] { return counted.count() == 1; })) << "the sidebar counts what has just been asked for";
}

TEST_F(ArrearsPage, AVoucherIsReprintedAndItsRemarkCopied)
{
    away([this] { declareAll(); });
    const auto arrears = client->payments().arrears(kUnit);
    ASSERT_TRUE(away([&] { return client->payments().issueVoucher(kUnit, paying({arrears->rows.first().id}), job); }));
    auto *list = openPage("payment.vouchers");
    ASSERT_TRUE(list && rows(list, 1));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    const auto number = cell(list, 0, "number");
    Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(0, 0)), QStringLiteral("act"));
    ASSERT_TRUE(dialog("payment.voucher"));
    click("payment.voucher.confirm");
    ASSERT_TRUE(dialog("preview"));
    click("preview.copy");
    const auto copied = QGuiApplication::clipboard()->text();
    EXPECT_EQ(copied, QStringLiteral("91140100MA0000015K %1 11401050000").arg(number));
    find<QDialog>("preview")->reject();
    list->query()->setDate(QStringLiteral("createdTo"), desk->clock.today().addDays(-1));
    list->query()->searchButton()->click();
    EXPECT_TRUE(rows(list, 0));
}

TEST_F(ArrearsPage, AReprintHasThePayerOfTheFirstPrint)
{
    auto *list = openWithArrears();
    model(list)->setChecked(0, true);
    click("payment.arrears.pay");
    ASSERT_TRUE(dialog("payment.method"));
    click("payment.method.voucher");
    ASSERT_TRUE(dialog("payment.voucher"));
    find<QLineEdit>("payment.voucher.bank")->setText(QStringLiteral("示范银行"));
    find<QLineEdit>("payment.voucher.account")->setText(QStringLiteral("6222 0000 0000 0015"));
    click("payment.voucher.confirm");
    ASSERT_TRUE(dialog("preview"));
    find<QDialog>("preview")->reject();
    list = openPage("payment.vouchers");
    ASSERT_TRUE(list && rows(list, 1));
    Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(0, 0)), QStringLiteral("act"));
    ASSERT_TRUE(dialog("payment.voucher"));
    EXPECT_EQ(find<QLineEdit>("payment.voucher.name")->text(), desk->profile.unit.name);
    EXPECT_EQ(find<QLineEdit>("payment.voucher.bank")->text(), QStringLiteral("示范银行"));
    EXPECT_EQ(find<QLineEdit>("payment.voucher.account")->text(), QStringLiteral("6222000000000015"));
}

TEST_F(ArrearsPage, IssuesAVoucherShowsSavesAndPrintsIt)
{
    auto *list = openWithArrears();
    model(list)->setChecked(0, true);
    click("payment.arrears.pay");
    ASSERT_TRUE(dialog("payment.method"));
    click("payment.method.voucher");
    ASSERT_TRUE(dialog("payment.voucher"));
    click("payment.voucher.confirm");
    ASSERT_TRUE(dialog("preview"));
    EXPECT_TRUE(button("payment.arrears.strip.vouchers"));
    auto *view = find<QWidget>("preview.view");
    EXPECT_GT(view->grab().toImage().convertToFormat(QImage::Format_Mono).colorCount(), 1);
    const auto saved = folder.filePath(QStringLiteral("voucher.pdf"));
    const auto printed = folder.filePath(QStringLiteral("printed.pdf"));
    prompt.queueFile(saved);
    click("preview.save");
    ASSERT_TRUE(eventually([&] { return QFileInfo(saved).size() > 1000 && button("preview.strip.open"); }));
    prompt.queueFile(printed);  // in a printer's place
    click("preview.print");
    ASSERT_TRUE(eventually([&] { return QFileInfo(printed).size() > 1000 && !button("preview.strip.open"); }));
    const auto told = client->trail().window(kUnit, {}, 0, 2);
    ASSERT_TRUE(told && told->size() == 2);
    EXPECT_EQ(told->at(0).entry.event, domain::TrailEvent::Print);
    EXPECT_EQ(told->at(1).entry.event, domain::TrailEvent::Export);
    EXPECT_EQ(told->at(0).entry.subject, told->at(1).entry.subject);
    EXPECT_EQ(told->at(0).count, 1) << "pages";
    // The same drawing, whatever it was made for.
    EXPECT_EQ(textOfPdf(printed), textOfPdf(saved));
    EXPECT_TRUE(textOfPdf(saved).contains(QStringLiteral("银行端查询缴税凭证")));
}

TEST_F(ArrearsPage, VoidsAVoucher)
{
    away([this] { declareAll(); });
    const auto arrears = client->payments().arrears(kUnit);
    ASSERT_TRUE(arrears && !arrears->rows.isEmpty());
    ASSERT_TRUE(away([&] { return client->payments().issueVoucher(kUnit, paying({arrears->rows.first().id}), job); }));
    auto *list = openPage("payment.vouchers");
    ASSERT_TRUE(list && rows(list, 1));
    ASSERT_EQ(cell(list, 0, "state"), QStringLiteral("未缴款"));
    EXPECT_EQ(cell(list, 0, "act"), QStringLiteral("重新打印"));
    prompt.queueAnswer(true);
    Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(0, 0)), QStringLiteral("more"));
    ASSERT_TRUE(eventually([&] { return list->strip()->isShowing() && !jobs->busy(); }));
    QTest::qWait(200);
    click("payment.vouchers.feedback");
    EXPECT_TRUE(eventually([&] { return cell(list, 0, "state") == QStringLiteral("已作废"); }));
}

TEST_F(ArrearsPage, RecordsShowTheReceipts)
{
    away([this] { declareAll(); });
    const auto arrears = client->payments().arrears(kUnit);
    const auto agreements = away([&] { return client->payments().agreements(kUnit, job); });
    ASSERT_TRUE(arrears && agreements && !agreements->isEmpty());
    ASSERT_TRUE(away(
        [&] { return client->payments().pay(kUnit, agreements->first().number, paying({arrears->rows.first().id}), job); }));
    auto *list = openPage("payment.records");
    ASSERT_TRUE(list && rows(list, 1));
    EXPECT_EQ(cell(list, 0, "state"), QStringLiteral("缴款成功"));
    Q_EMIT list->table()->rowActivated(model(list)->keyOf(model(list)->index(0, 0)));
    ASSERT_TRUE(dialog("payment.detail"));
    EXPECT_EQ(find<QTableView>("payment.detail.table")->model()->rowCount(), 1);
    find<QDialog>("payment.detail")->reject();
    list->query()->setMonth(QStringLiteral("periodTo"), domain::Month(1999, 1));
    list->query()->searchButton()->click();
    EXPECT_TRUE(rows(list, 0));
}

}  // namespace
}  // namespace tests
