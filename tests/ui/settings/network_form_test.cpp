#include "ui/unit/practice.h"

#include "ui/modules/settings/network_dialog.h"
#include "ui/modules/settings/network_form.h"
#include "ui/modules/settings/network_page.h"

#include <QLabel>

namespace {

class NetworkFormTest : public tests::PracticeTest {
protected:
    void open(int employees = 12)
    {
        start(employees);
        page = std::make_unique<ui::NetworkPage>(jobs, app->network(), nullptr);
        page->resize(900, 600);
        page->show();
        page->opened();
        settle();
    }
    bool saveEnabled() { return get(page.get(), "settings.network.save")->isEnabled(); }
    QString result() { return get<QLabel>(page.get(), "settings.network.result")->text(); }

    std::unique_ptr<ui::NetworkPage> page;
};

TEST_F(NetworkFormTest, OnlyWhatHasPassedATestCanBeSaved)
{
    open();
    EXPECT_FALSE(saveEnabled());
    click(page.get(), "settings.network.test");
    settle();
    EXPECT_TRUE(result().contains(QStringLiteral("连接成功，用时"))) << result().toStdString();
    EXPECT_TRUE(saveEnabled());
    click(page.get(), "settings.network.kind.http");
    EXPECT_FALSE(saveEnabled());
    EXPECT_TRUE(result().contains(QStringLiteral("测试通过后")));
    click(page.get(), "settings.network.kind.none");
    click(page.get(), "settings.network.test");
    settle();
    click(page.get(), "settings.network.save");
    settle();
    EXPECT_EQ(app->network().saved()->proxy.kind, http::Proxy::Kind::None);
    EXPECT_FALSE(saveEnabled());
}

TEST_F(NetworkFormTest, AProxyNeedsAnAddressAndAPort)
{
    open();
    click(page.get(), "settings.network.kind.socks5");
    click(page.get(), "settings.network.test");
    EXPECT_FALSE(get(page.get(), "settings.network.host")->accessibleDescription().isEmpty());
    EXPECT_FALSE(get(page.get(), "settings.network.port")->accessibleDescription().isEmpty());
    type(page.get(), "settings.network.host", QStringLiteral("127.0.0.1"));
    type(page.get(), "settings.network.port", QStringLiteral("9"));
    EXPECT_TRUE(get(page.get(), "settings.network.host")->accessibleDescription().isEmpty());
    click(page.get(), "settings.network.test");
    settle();
    EXPECT_FALSE(saveEnabled()) << "nothing listens there";
    EXPECT_FALSE(result().isEmpty());
}

TEST_F(NetworkFormTest, FieldsOfAProxyWaitForItsKind)
{
    open();
    EXPECT_FALSE(get(page.get(), "settings.network.host")->isEnabled());
    click(page.get(), "settings.network.kind.http");
    EXPECT_TRUE(get(page.get(), "settings.network.host")->isEnabled());
    click(page.get(), "settings.network.kind.system");
    EXPECT_FALSE(get(page.get(), "settings.network.host")->isEnabled());
    EXPECT_TRUE(get(page.get(), "settings.network.user")->isEnabled());
    click(page.get(), "settings.network.kind.none");
    EXPECT_FALSE(get(page.get(), "settings.network.user")->isEnabled());
}

TEST_F(NetworkFormTest, TheSystemsProxyHasALoginToo)
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})  // this machine's own proxy is none of the test's
        qunsetenv(name);
    open();
    click(page.get(), "settings.network.kind.system");
    type(page.get(), "settings.network.user", QStringLiteral("clerk"));
    type(page.get(), "settings.network.password", QStringLiteral("secret"));
    click(page.get(), "settings.network.test");
    settle();
    ASSERT_TRUE(saveEnabled()) << result().toStdString();
    click(page.get(), "settings.network.save");
    settle();
    const http::Proxy expected{http::Proxy::Kind::System, {}, 0, QStringLiteral("clerk"), QStringLiteral("secret")};
    EXPECT_EQ(app->network().saved()->proxy, expected);
    page->opened();
    settle();
    EXPECT_EQ(get<QLineEdit>(page.get(), "settings.network.user")->text(), QStringLiteral("clerk"));
}

TEST_F(NetworkFormTest, TheBusinessServerIsShownAndTested)
{
    open();
    auto *address = get<QLineEdit>(page.get(), "settings.network.server");
    EXPECT_TRUE(address->isReadOnly());
    EXPECT_EQ(address->text(), app->network().serverAddress());
    click(page.get(), "settings.network.serverTest");
    settle();
    EXPECT_TRUE(get<QLabel>(page.get(), "settings.network.serverResult")->text().contains(QStringLiteral("连接成功")));
}

TEST_F(NetworkFormTest, AnUnreachableServerIsSaidInWords)
{
    open(-1);
    click(page.get(), "settings.network.serverTest");
    settle();
    const auto text = get<QLabel>(page.get(), "settings.network.serverResult")->text();
    EXPECT_FALSE(text.contains(QStringLiteral("连接成功")));
    EXPECT_GT(text.size(), 5);
    EXPECT_FALSE(saveEnabled());
}

TEST_F(NetworkFormTest, TheSameFormStandsInTheDialogBeforeALogin)
{
    start(12);
    auto *opened = new ui::NetworkDialog(jobs, app->network(), nullptr);
    opened->open();
    settle();
    click(opened, "network.test");
    settle();
    EXPECT_TRUE(get(opened, "network.save")->isEnabled());
    opened->close();
}

}  // namespace
