#include "ui/modules/trail/trail_page.h"

#include "ui/modules/trail/trail_columns.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/window_source.h"

namespace ui {

using domain::TrailEvent;
using service::TrailLine;

namespace {

/// Stored as Submission too: what was done elsewhere and came here by 同步.
const auto kSync = QStringLiteral("sync");

}  // namespace

TrailPage::TrailPage(const Desk &desk, service::TrailService &trail, QWidget *parent)
    : ListPage(QStringLiteral("trail"), tr("操作日志"), parent), m_desk(desk), m_trail(trail)
{
    m_model = new ListModel<TrailLine>(
        trailColumns(), [](const TrailLine &row) { return QString::number(row.entry.number); }, this);
    table()->setListModel(m_model);
    setHint({tr("每次提交、税务端的答复、人工确认、出具单据、打印和导出都记录在这里，只能增加，不能修改或删除。在其他电脑或渠道办理、"
                "同步到本机的记录注明渠道。"),
             tr("每条记录的指纹由上一条的指纹和本条内容算出；「校验」从第一条起重新计算，任何改动都会被发现。日志中没有职工的个人信息。")});
    setEmptyText(Icon::History, tr("本单位还没有操作记录"), tr("没有符合条件的操作记录"));
    build();
}

void TrailPage::build()
{
    QVector<QueryBar::Choice> choices;
    for (const auto event : {TrailEvent::Submission, TrailEvent::Removed, TrailEvent::Confirmation, TrailEvent::Export,
                             TrailEvent::Document, TrailEvent::Print, TrailEvent::Reveal})
        choices.append({QString::number(int(event)), trailEventName(event)});
    choices.insert(1, {kSync, trailSyncName()});
    query()->addChoice(QStringLiteral("event"), tr("操作"), choices, 130);
    query()->addDateRange(QStringLiteral("day"), tr("日期"));
    connect(query(), &QueryBar::searchRequested, this, &TrailPage::search);
    connect(query(), &QueryBar::resetRequested, this, &TrailPage::search);
    auto *verify = actions()->addButton(QStringLiteral("check"), tr("校验"), Icon::Shield);
    connect(verify, &QPushButton::clicked, this, &TrailPage::check);
    auto *file = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    connect(file, &QPushButton::clicked, this, &TrailPage::exportAll);
}

domain::TrailQuery TrailPage::typedQuery() const
{
    domain::TrailQuery wanted;
    const auto event = query()->code(QStringLiteral("event"));
    if (!event.isEmpty())
        wanted.event = event == kSync ? TrailEvent::Submission : static_cast<TrailEvent>(event.toInt());
    wanted.from = query()->date(QStringLiteral("dayFrom")).value_or(QDate());
    wanted.to = query()->date(QStringLiteral("dayTo")).value_or(QDate());
    return wanted;
}

store::TrailOrigin TrailPage::typedOrigin() const
{
    const auto event = query()->code(QStringLiteral("event"));
    if (event == kSync)
        return store::TrailOrigin::Elsewhere;
    return event == QString::number(int(TrailEvent::Submission)) ? store::TrailOrigin::Here : store::TrailOrigin::Any;
}

void TrailPage::search()
{
    m_shown = typedQuery();
    m_origin = typedOrigin();
    const auto count = [&trail = m_trail, unit = m_desk.unit(), wanted = m_shown, origin = m_origin](base::Job &) {
        return trail.count(unit, wanted, origin);
    };
    m_find = m_desk.jobs.run(this, count, [this, wanted = m_shown, origin = m_origin](base::Result<qint64> found) {
        if (!found)
            return showError(found.error(), [this] { search(); });
        m_count = *found;
        const auto read = [&trail = m_trail, unit = m_desk.unit(), wanted, origin](qint64 offset, qint64 limit) {
            return trail.window(unit, wanted, offset, limit, origin);
        };
        m_model->setSource(windowSource<TrailLine>(this, m_desk.jobs, read, [this] { search(); }), *found);
        actions()->setCounter(QStringLiteral("found"), tr("查询结果"), tr("%1 条").arg(*found));
        showRows();
    });
}

void TrailPage::check()
{
    m_check = m_desk.jobs.run(
        this, [&trail = m_trail, unit = m_desk.unit()](base::Job &job) { return trail.check(unit, job); },
        [this](const base::Result<domain::TrailCheck> &found) {
            hideProgress();
            if (!found)
                return strip()->show(errorMessage(found.error(), [this] { check(); }));
            sayChecked(*found);
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    showProgress(tr("正在校验…"), [this] { m_check->cancel(); });
}

void TrailPage::sayChecked(const domain::TrailCheck &found)
{
    if (found.firstWrong > 0)
        return strip()->show(Tone::Danger,
                             tr("第 %1 条与它的指纹不符：从这一条起，日志在程序之外被改动过。之前的 %2 条是完整的。请保留数据文件，"
                                "并联系支持人员。")
                                 .arg(found.firstWrong)
                                 .arg(found.entries));
    if (found.entries == 0)
        return strip()->show(Tone::Info, tr("还没有可以校验的记录。"));
    strip()->show(Tone::Success, tr("%1 条记录完整、未被改动。最后一条的指纹：%2。")
                                     .arg(found.entries)
                                     .arg(QString::fromLatin1(found.head.toHex().left(16))));
}

void TrailPage::exportAll()
{
    const auto read = [&trail = m_trail, unit = m_desk.unit(), wanted = m_shown, origin = m_origin](qint64 offset,
                                                                                                   qint64 limit) {
        return trail.window(unit, wanted, offset, limit, origin);
    };
    exportSheet(this, m_desk, windowedSheetOf<TrailLine>(tr("操作日志"), trailExportColumns(), m_count, read), tr("条"));
}

}  // namespace ui
