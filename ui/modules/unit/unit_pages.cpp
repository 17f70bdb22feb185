#include "ui/modules/unit/unit_pages.h"

#include "ui/modules/unit/lock_page.h"
#include "ui/modules/unit/password_page.h"
#include "ui/modules/unit/rules_page.h"
#include "ui/modules/unit/unit_info_page.h"
#include "ui/modules/unit/unit_list_page.h"

namespace ui {

namespace {

template <class P>
P *withWaysOut(P *page, const Desk &desk)
{
    QObject::connect(page, &ListPage::loginRequested, page, desk.logInAgain);
    QObject::connect(page, &ListPage::networkSettingsRequested, page, desk.openNetworkSettings);
    return page;
}

PageSpec spec(const char *id, const QString &title, Icon icon, std::function<Page *(QWidget *)> create)
{
    return {.id = QString::fromLatin1(id),
            .group = UnitListPage::tr("系统设置"),
            .title = title,
            .icon = icon,
            .create = std::move(create)};
}

}  // namespace

std::vector<PageSpec> unitPages(const Desk &desk, service::UnitService &units, service::LockService &lock,
                                UnitWays ways)
{
    auto *service = &units;
    auto *door = &lock;
    const auto list = [desk, service, ways](QWidget *parent) -> Page * {
        auto *page = withWaysOut(new UnitListPage(desk, *service, parent), desk);
        QObject::connect(page, &UnitListPage::switchRequested, page, ways.switchTo);
        QObject::connect(page, &UnitListPage::addRequested, page, ways.addUnit);
        return page;
    };
    const auto rules = [desk, service, ways](QWidget *parent) -> Page * {
        auto *page = withWaysOut(new RulesPage(desk, *service, parent), desk);
        QObject::connect(page, &RulesPage::rulesChanged, page, ways.rulesChanged);
        return page;
    };
    return {
        spec("unit.list", UnitListPage::tr("单位管理"), Icon::Unit, list),
        spec("unit.info", UnitInfoPage::tr("单位信息"), Icon::PersonCard,
             [desk, service](QWidget *parent) -> Page * {
                 return withWaysOut(new UnitInfoPage(desk, *service, parent), desk);
             }),
        spec("unit.rules", RulesPage::tr("系统业务规则更新"), Icon::Rules, rules),
        spec("unit.password", PasswordPage::tr("申报密码设置"), Icon::Lock,
             [desk, service](QWidget *parent) -> Page * { return new PasswordPage(desk, *service, parent); }),
        spec("unit.lock", LockPage::tr("登录密码设置"), Icon::Login,
             [desk, door](QWidget *parent) -> Page * { return new LockPage(desk, *door, parent); }),
    };
}

}  // namespace ui
