#include "ui/modules/settings/diagnosis_page.h"

#include "support/page_practice.h"
#include "support/zip_maker.h"
#include "ui/widgets/message_strip.h"

#include <QFileInfo>
#include <QPlainTextEdit>

namespace {

class DiagnosisPageTest : public tests::PagePractice {
protected:
    void SetUp() override
    {
        PagePractice::SetUp();
        page = std::make_unique<ui::DiagnosisPage>(
            *desk, [this](base::Job &work) { return client->diagnosis().collect(work); }, nullptr);
        page->resize(1180, 720);
        page->show();
    }
    bool said(const char *words)
    {
        return eventually([&] {
            return find<ui::MessageStrip>("settings.diagnosis.strip")->text().contains(QString::fromUtf8(words));
        });
    }
    QString text() const { return find<QPlainTextEdit>("settings.diagnosis.text")->toPlainText(); }
};

TEST_F(DiagnosisPageTest, WhatIsSavedIsSeenBefore)
{
    EXPECT_FALSE(button("settings.diagnosis.save")->isEnabled());
    click("settings.diagnosis.run");
    ASSERT_TRUE(said("业务服务器可以连接"));
    QString all;
    for (int at = 0; at < 7; ++at) {
        click(qPrintable(QStringLiteral("settings.diagnosis.file.%1").arg(at)));
        EXPECT_FALSE(text().isEmpty());
        all += text();
    }
    EXPECT_TRUE(all.contains(QStringLiteral("\"schema\"")));
    EXPECT_FALSE(all.contains(desk->profile.unit.name));
    const QString path = folder.filePath(QStringLiteral("bundle.zip"));
    prompt.queueFile(path);
    click("settings.diagnosis.save");
    ASSERT_TRUE(said("没有把它发送给任何人"));
    EXPECT_FALSE(zipPart(path, "network.json").isEmpty());
}

TEST_F(DiagnosisPageTest, NoServerIsSaidWithAWayToTheSettings)
{
    away([this] { server.reset(); });
    click("settings.diagnosis.run");
    ASSERT_TRUE(said("业务服务器连接不上"));
    EXPECT_TRUE(button("settings.diagnosis.save")->isEnabled());
    click("settings.diagnosis.strip.network");
    EXPECT_EQ(networkSettings, 1);
}

}  // namespace
