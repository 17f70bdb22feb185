// What the window says of a store that is damaged, and of a restore over one (X2).

#include "ui/store_watch.h"

#include "app/application.h"
#include "support/damage.h"
#include "ui/restored_message.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace {

TEST(StoreWatch, SaysThatTheStoreIsDamagedAndWhatHelps)
{
    const QTemporaryDir data;
    app::Options options;
    options.dataFolder = data.path();
    options.practice.emplace();
    options.practice->employees = 1;
    ASSERT_TRUE(app::Application::start(options));
    ui::MessageStrip strip(QStringLiteral("strip"));
    const auto look = [&](bool damaged) {
        const auto started = app::Application::start(options);
        ASSERT_TRUE(started);
        ui::StoreWatch watch((*started)->diagnosis(), strip, nullptr);
        watch.begin();
        EXPECT_EQ(QTest::qWaitFor([&] { return strip.isShowing(); }, damaged ? 15'000 : 1500), damaged);
    };
    look(false);
    const auto store = data.filePath(QStringLiteral("shebao.db"));
    ASSERT_TRUE(tests::damageTable(store, app::keyOf(data.path()).value(), "certificate"));
    look(true);
    EXPECT_TRUE(strip.text().contains(QStringLiteral("从最近的备份恢复"))) << strip.text().toStdString();
}

TEST(RestoredMessage, SaysWhyOrWhatIsMissing)
{
    base::Error full;
    full.kind = base::Error::Kind::Store;
    full.code = QStringLiteral("store.full");
    const auto failed = ui::restoredMessage({store::Restored::Failed, full, {}});
    EXPECT_TRUE(failed.text.contains(QStringLiteral("磁盘"))) << failed.text.toStdString();
    const auto whole = ui::restoredMessage({store::Restored::Applied, {}, {}});
    EXPECT_EQ(whole.tone, ui::Tone::Success);
    const auto torn = ui::restoredMessage(
        {store::Restored::Applied, {}, {QStringLiteral("submission"), QStringLiteral("unit"), QStringLiteral("rule_pack")}});
    EXPECT_EQ(torn.tone, ui::Tone::Warning);
    EXPECT_TRUE(torn.text.contains(QStringLiteral("申报和缴款记录、单位信息。"))) << torn.text.toStdString();
}

}  // namespace
