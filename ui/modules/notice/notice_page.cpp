#include "ui/modules/notice/notice_page.h"

#include "ui/modules/notice/notice_columns.h"
#include "ui/modules/notice/notice_dialog.h"

#include <algorithm>

namespace ui {

namespace {

const QString kUnread = QStringLiteral("unread");
const QString kRead = QStringLiteral("read");

}  // namespace

NoticePage::NoticePage(const Desk &desk, service::NoticeService &notices, QWidget *parent)
    : ListPage(QStringLiteral("notice.list"), tr("通知公告"), parent), m_desk(desk), m_notices(notices)
{
    m_refresh = actions()->addButton(QStringLiteral("refresh"), tr("刷新"), Icon::Refresh);
    m_readAll = actions()->addButton(QStringLiteral("readAll"), tr("全部标为已读"), Icon::RecordDone);
    m_readAll->setEnabled(false);
    connect(m_refresh, &QPushButton::clicked, this, [this] { load(true); });
    connect(m_readAll, &QPushButton::clicked, this, &NoticePage::readAll);
    query()->addText(QStringLiteral("title"), tr("消息标题"), 220);
    query()->addChoice(QStringLiteral("state"), tr("状态"), {{kUnread, tr("未读")}, {kRead, tr("已读")}}, 110);
    connect(query(), &QueryBar::searchRequested, this, &NoticePage::showFiltered);
    connect(query(), &QueryBar::resetRequested, this, &NoticePage::showFiltered);
    m_model = new ListModel<domain::Notice>(
        noticeColumns(), [](const domain::Notice &n) { return n.id; }, this);
    table()->setListModel(m_model);
    connect(table(), &TableView::linkActivated, this, &NoticePage::read);
    connect(table(), &TableView::rowActivated, this, &NoticePage::read);
    setEmptyText(Icon::Bell, tr("现在没有有效的通知公告"), tr("没有符合条件的通知公告"));
}

void NoticePage::opened()
{
    load(false);
}

void NoticePage::load(bool ask)
{
    if (ask)
        strip()->clear();
    showLoading();
    m_refresh->setEnabled(false);
    const auto work = [ask, &notices = m_notices, unit = m_desk.unit()](base::Job &job) {
        return ask ? notices.refresh(unit, job) : notices.list(unit);
    };
    m_work = m_desk.jobs.run(this, work, [this](base::Result<service::NoticeList> list) {
        m_refresh->setEnabled(true);
        if (!list)
            return showError(list.error(), [this] { load(true); });
        loaded(*list);
    });
}

void NoticePage::loaded(const service::NoticeList &list)
{
    m_rows = list.rows;
    header()->setAge(list.syncedAt, m_desk.clock.now());
    showFiltered();
    Q_EMIT badgesChanged();
}

void NoticePage::showFiltered()
{
    const auto title = query()->text(QStringLiteral("title"));
    const auto state = query()->code(QStringLiteral("state"));
    std::vector<domain::Notice> shown;
    for (const auto &notice : m_rows) {
        if (notice.title.contains(title, Qt::CaseInsensitive) && (state.isEmpty() || (state == kRead) == notice.read))
            shown.push_back(notice);
    }
    const auto unread = std::count_if(m_rows.cbegin(), m_rows.cend(), [](const auto &n) { return !n.read; });
    m_readAll->setEnabled(unread > 0);
    actions()->setCounter(QStringLiteral("total"), tr("公告数"), QString::number(m_rows.size()));
    actions()->setCounter(QStringLiteral("unread"), tr("未读"), QString::number(unread));
    m_model->setRows(std::move(shown));
    showRows();
}

void NoticePage::read(const QString &id)
{
    const auto opened = [this](const QString &read) {
        for (auto &notice : m_rows)
            notice.read = notice.read || notice.id == read;
        showFiltered();
        Q_EMIT badgesChanged();
    };
    auto *dialog = new NoticeDialog(m_desk, m_notices, {id}, opened, this);
    dialog->open();
}

void NoticePage::readAll()
{
    const auto work = [&notices = m_notices, unit = m_desk.unit()](base::Job &) { return notices.markAllRead(unit); };
    m_desk.jobs.run(this, work, [this](base::Result<void> done) {
        if (!done)
            return showError(done.error());
        load(false);
    });
}

}  // namespace ui
