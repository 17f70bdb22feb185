#include "support/page_practice.h"
#include "ui/modules/certificate/certificate_pages.h"

#include <QDir>
#include <QFile>

namespace {

class CertificatePage : public tests::PagePractice {
protected:
    std::vector<ui::PageSpec> specs()
    {
        return ui::certificatePages(*desk, client->certificates(), client->declared());
    }
    /// With the months of this year fetched.
    ui::ListPage *openAsked()
    {
        auto *list = open(specs(), "certificate.contribution");
        list->query()->searchButton()->click();
        EXPECT_TRUE(eventually([&] { return model(list)->rowCount() > 0 && !cell(list, 0, "name").isEmpty(); }));
        return list;
    }
    /// Saves what the preview shows.
    void savePreview(const QString &path)
    {
        ASSERT_TRUE(dialog("preview"));
        prompt.queueFile(path);
        click("preview.save");
        ASSERT_TRUE(eventually([&] { return QFile::exists(path); }));
    }
};

TEST_F(CertificatePage, OneEmployeeIsPreviewedSavedAndFoundAgain)
{
    auto *list = openAsked();
    EXPECT_FALSE(button("certificate.contribution.preview")->isEnabled());
    model(list)->setChecked(0, true);
    const QString name = cell(list, 0, "name");
    click("certificate.contribution.preview");
    savePreview(folder.filePath(QStringLiteral("one.pdf")));
    auto *records = open(specs(), "certificate.records");
    ASSERT_TRUE(rows(records, 1));
    ASSERT_TRUE(eventually([&] { return !cell(records, 0, "number").isEmpty(); }));
    EXPECT_EQ(cell(records, 0, "subject"), name);
    EXPECT_EQ(cell(records, 0, "kind"), QStringLiteral("职工缴费证明"));
    Q_EMIT records->table()->linkActivated(cell(records, 0, "number"), QStringLiteral("number"));
    savePreview(folder.filePath(QStringLiteral("again.pdf")));
}

TEST_F(CertificatePage, QuickSearchFindsWhoeverWasDeclared)
{
    auto *list = openAsked();
    const int all = model(list)->rowCount();
    const auto number = cell(list, 1, "documentNumber");
    find<QLineEdit>("certificate.contribution.query.quick")->setText(number.right(6));
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() >= 1 && model(list)->rowCount() < all; }));
    EXPECT_TRUE(eventually([&] { return cell(list, 0, "documentNumber").endsWith(number.right(6)); }));
    list->query()->resetButton()->click();
    EXPECT_TRUE(eventually([&] { return model(list)->rowCount() == all; }));
}

TEST_F(CertificatePage, ManyAreAFileEachOrAWorkbook)
{
    auto *list = openAsked();
    model(list)->checkAll(true);
    const QString target = folder.filePath(QStringLiteral("each"));
    QDir().mkpath(target);
    prompt.queueFile(target);
    click("certificate.contribution.each");
    ASSERT_TRUE(said(list, "文件名含职工姓名"));
    const auto told = client->trail().window(unit, {}, 0, 1);
    ASSERT_TRUE(told && told->size() == 1);
    EXPECT_EQ(told->front().entry.event, domain::TrailEvent::Export);
    EXPECT_EQ(told->front().count, model(list)->rowCount());
    EXPECT_EQ(QDir(target).entryList({QStringLiteral("*.pdf")}).size(), model(list)->rowCount());
    const QString book = folder.filePath(QStringLiteral("lines.xlsx"));
    prompt.queueFile(book);
    click("certificate.contribution.export");
    ASSERT_TRUE(said(list, "已导出"));
    EXPECT_TRUE(QFile::exists(book));
}

TEST_F(CertificatePage, MonthsThatCannotBeFetchedMakeNoCertificate)
{
    away([this] { server->stop(); });
    auto *list = open(specs(), "certificate.contribution");
    list->query()->searchButton()->click();
    EXPECT_TRUE(eventually([&] { return list->state() == ui::ListPage::State::Error; }));
}

TEST_F(CertificatePage, AnEnterpriseHasNoAnnuityNotices)
{
    EXPECT_FALSE(open(specs(), "certificate.annuity"));
}

class AnnuityPage : public CertificatePage {
protected:
    AnnuityPage() { unit = tests::kOffice; }
};

TEST_F(AnnuityPage, ShowsAndPrintsTheNotices)
{
    auto *list = open(specs(), "certificate.annuity");
    ASSERT_TRUE(list);
    ASSERT_TRUE(rows(list, 2));
    Q_EMIT list->table()->linkActivated(cell(list, 0, "number"), QStringLiteral("number"));
    savePreview(folder.filePath(QStringLiteral("notice.pdf")));
    auto *records = open(specs(), "certificate.records");
    ASSERT_TRUE(rows(records, 1));
    EXPECT_TRUE(eventually([&] { return cell(records, 0, "kind") == QStringLiteral("年金缴款通知单"); }));
}

}  // namespace
