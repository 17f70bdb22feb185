#include "ui/modules/home/home_page.h"

#include "base/china_time.h"
#include "ui/modules/home/month_card.h"
#include "ui/modules/home/pictures_card.h"
#include "ui/modules/home/tile_rows.h"
#include "ui/modules/home/todo_card.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_header.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int todoWidth = 400;

}  // namespace

HomePage::HomePage(const Desk &desk, service::HomeService &home, Lookup lookup, QWidget *parent)
    : Page(QStringLiteral("home"), tr("首页"), parent), m_desk(desk), m_home(home), m_lookup(std::move(lookup))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(buildContent());
    column->addWidget(scroll);
    greet();
}

QWidget *HomePage::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::page, space::large, space::page, space::page);
    column->setSpacing(space::large);
    m_header = new PageHeader(title());
    m_strip = new MessageStrip(QStringLiteral("home.strip"));
    const auto month = domain::Month::of(m_desk.clock.today());
    m_month = new MonthCard(tr("%1年%2月要办的事").arg(month.year()).arg(month.month()));
    connect(m_month, &MonthCard::openRequested, this, &HomePage::openRequested);
    column->addWidget(m_header);
    column->addWidget(m_strip);
    column->addWidget(m_month);
    column->addWidget(buildTodo());
    column->addWidget(buildTiles());
    m_pictures = new PicturesCard;
    connect(m_pictures, &PicturesCard::openRequested, this, &HomePage::openRequested);
    column->addWidget(m_pictures);
    column->addStretch();
    return content;
}

QWidget *HomePage::buildTodo()
{
    m_todo = new QWidget;
    auto *row = new QHBoxLayout(m_todo);
    row->setContentsMargins({});
    row->setSpacing(space::large);
    m_wages =
        new TodoCard(QStringLiteral("home.wages"), tr("缴费工资为空的职工"), Icon::PersonCard, IconColor::Warning);
    m_wages->addButton(QStringLiteral("go"), tr("去填写"),
                       [this] { Q_EMIT openRequested(QStringLiteral("wage.daily")); });
    m_arrears = new TodoCard(QStringLiteral("home.arrears"), tr("欠费"), Icon::Pay, IconColor::Danger);
    m_arrears->addButton(QStringLiteral("go"), tr("去缴款"),
                         [this] { Q_EMIT openRequested(QStringLiteral("payment.arrears")); });
    m_open = new TodoCard(QStringLiteral("home.open"), tr("缴费工资申报等待结果"), Icon::History, IconColor::Info);
    m_open->addButton(QStringLiteral("go"), tr("查看记录"),
                      [this] { Q_EMIT openRequested(QStringLiteral("wage.records")); });
    m_backup = new TodoCard(QStringLiteral("home.backup"), tr("自动备份"), Icon::Backup, IconColor::Warning);
    m_backup->addButton(QStringLiteral("go"), tr("查看备份设置"),
                        [this] { Q_EMIT openRequested(QStringLiteral("settings.backup")); });
    for (auto *card : {m_wages, m_arrears, m_open, m_backup}) {
        row->addWidget(card, 1);
        card->setMaximumWidth(todoWidth);
        card->hide();
    }
    row->addStretch(1);
    m_todo->hide();
    return m_todo;
}

QWidget *HomePage::buildTiles()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    auto *title = new TonedLabel(tr("常用功能"), TonedLabel::Role::Normal);
    title->setFont(fontOf(type::subheading, QFont::DemiBold));
    column->addWidget(title);
    auto *tiles = new TileRows;
    for (const auto &id : m_desk.profile.pack.tiles) {
        const auto spec = m_lookup ? m_lookup(id) : std::nullopt;
        if (!spec)
            continue;  // a page this region or this version does not have
        const auto group = spec->group.isEmpty() ? tr("业务功能") : spec->group;
        auto *tile = new TileButton(QStringLiteral("home.tile.") + id, spec->icon, spec->title, group);
        connect(tile, &QAbstractButton::clicked, this, [this, id] { Q_EMIT openRequested(id); });
        tiles->add(tile);
    }
    area->setVisible(!tiles->isEmpty());
    column->addWidget(tiles);
    return area;
}

void HomePage::greet()
{
    const auto now = base::china::at(m_desk.clock.now());
    const int hour = now.time().hour();
    const auto greeting = hour < 6 ? tr("夜深了") : hour < 12 ? tr("上午好") : hour < 18 ? tr("下午好") : tr("晚上好");
    m_header->setTitle(greeting);
    m_header->setSubtitle(
        tr("今天是 %1")
            .arg(QLocale(QLocale::Chinese, QLocale::China).toString(now.date(), QStringLiteral("yyyy年M月d日 dddd"))));
}

void HomePage::opened()
{
    greet();
    load();
    loadPictures();
}

/// They come when they come: what is to be done does not wait for them.
void HomePage::loadPictures()
{
    const auto present = domain::Month::of(m_desk.clock.today());
    const auto read = [&home = m_home, unit = m_desk.unit(), present](base::Job &) {
        return home.pictures(unit, {present - 11, present});
    };
    m_pictureWork = m_desk.jobs.run(this, read, [this](const base::Result<service::HomePictures> &pictures) {
        if (pictures)
            m_pictures->setPictures(*pictures, m_desk.clock.now());
    });
}

void HomePage::load()
{
    const auto read = [&home = m_home, unit = m_desk.unit()](base::Job &) { return home.waiting(unit); };
    m_work = m_desk.jobs.run(this, read, [this](base::Result<service::Waiting> waiting) {
        if (waiting)
            render(*waiting);
        else
            m_strip->show(errorMessage(waiting.error(), [this] { load(); }));
    });
}

/// The cards are for what the steps have no room for: a step says one thing only.
void HomePage::render(const service::Waiting &waiting)
{
    m_month->setSteps(monthSteps(waiting, m_desk.profile.pack, m_desk.clock.today()));
    const bool draft = waiting.wageDraftLines > 0;
    const bool wages = waiting.staffWithoutWage > 0 && draft && has(QStringLiteral("wage.daily"));
    m_wages->setFigure(tr("%1 人").arg(waiting.staffWithoutWage), tr("没有缴费工资的职工无法核定缴费基数"));
    m_wages->setVisible(wages);
    const bool arrears = waiting.arrears > 0 && waiting.openPayments + waiting.openVouchers > 0;
    m_arrears->setFigure(tr("%1 元").arg(domain::moneyText(waiting.arrearsTotal)),
                         tr("共 %1 笔，逾期将按日加收滞纳金").arg(waiting.arrears));
    m_arrears->setVisible(arrears);
    const bool open = waiting.openWageDeclarations > 0 && (draft || waiting.staffWithoutWage > 0);
    m_open->setFigure(tr("%1 条").arg(waiting.openWageDeclarations),
                      tr("待反馈或结果未知，进入记录页面会自动获取反馈"));
    m_open->setVisible(open);
    const auto &backup = waiting.backup;
    m_backup->setFigure(backup.lastMade.isValid()
                            ? tr("%1 天前").arg(backup.lastMade.daysTo(m_desk.clock.now()))
                            : tr("还没有备份过"),
                        tr("退出时的自动备份已打开，但一直没有完成；最近办理的业务没有备份"));
    m_backup->setVisible(backup.overdue);
    m_todo->setVisible(wages || arrears || open || backup.overdue);
    prompt(waiting);
}

/// H2: each once after a login, as soon as it is there to say; kept true while it stands, for the answers to the questions of
/// a login come after the page. A new login makes a new page.
void HomePage::prompt(const service::Waiting &waiting)
{
    const bool standing = m_strip->isShowing() && m_strip->text() == m_prompt;
    QStringList news;
    QVector<MessageStrip::Action> actions;
    const auto say = [&](Told what, bool is, const QString &text, const MessageStrip::Action &action) {
        if (!is || (!standing && m_told.testFlag(what)))
            return;
        m_told.setFlag(what);
        news << text;
        actions << action;
    };
    const auto lead = [this](const char *id, const QString &text, const QString &page) -> MessageStrip::Action {
        return {QString::fromLatin1(id), text, [this, page] { Q_EMIT openRequested(page); }};
    };
    if (const auto &unanswered = waiting.unanswered; !unanswered.isEmpty())
        say(Told::Unanswered, true,
            tr("有 %1 笔提交至今没有得到答复，状态为「结果未知」：请打开记录向税务端查询，查明之前不会重复发送").arg(unanswered.size()),
            lead("unanswered", tr("查看记录"), recordsPageOf(unanswered.first())));
    say(Told::Arrears, waiting.arrears > 0,
        tr("有 %1 笔欠费，合计 %2 元").arg(waiting.arrears).arg(domain::moneyText(waiting.arrearsTotal)),
        lead("arrears", tr("去缴款"), QStringLiteral("payment.arrears")));
    say(Told::Wages, waiting.staffWithoutWage > 0 && has(QStringLiteral("wage.daily")),
        tr("有 %1 名职工的缴费工资为空").arg(waiting.staffWithoutWage),
        lead("wages", tr("去填写"), QStringLiteral("wage.daily")));
    const auto text = news.join(tr("；"));
    if (text.isEmpty() && standing)
        m_strip->clear();
    else if (!text.isEmpty() && !(standing && text == m_prompt))
        m_strip->show({.tone = Tone::Warning, .text = text, .actions = actions});
    m_prompt = text;
}

}  // namespace ui
