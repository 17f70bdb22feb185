#include "ui/modules/notice/notice_columns.h"

#include "base/china_time.h"

#include <QCoreApplication>

namespace ui {

namespace {

constexpr int kUrgentFrom = 7;
constexpr int kImportantFrom = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::notice", text);
}

}  // namespace

QString noticeImportanceName(int importance)
{
    if (importance >= kUrgentFrom)
        return tr("紧急");
    return importance >= kImportantFrom ? tr("重要") : tr("一般");
}

Tone noticeTone(int importance)
{
    if (importance >= kUrgentFrom)
        return Tone::Danger;
    return importance >= kImportantFrom ? Tone::Warning : Tone::Neutral;
}

std::vector<Column<domain::Notice>> noticeColumns()
{
    using Row = domain::Notice;
    return {
        {.id = "read",
         .title = tr("状态"),
         .display = [](const Row &n) { return n.read ? tr("已读") : tr("未读"); },
         .width = 76,
         .kind = CellKind::State,
         .sortKey = [](const Row &n) { return n.read; },
         .tone = [](const Row &n) { return n.read ? Tone::Neutral : Tone::Info; }},
        {.id = "title",
         .title = tr("消息标题"),
         .display = [](const Row &n) { return n.title; },
         .width = 400,
         .kind = CellKind::Link,
         .tooltip = [](const Row &n) { return n.title.toHtmlEscaped(); }},
        {.id = "importance",
         .title = tr("重要程度"),
         .display = [](const Row &n) { return noticeImportanceName(n.importance); },
         .width = 88,
         .kind = CellKind::State,
         .sortKey = [](const Row &n) { return n.importance; },
         .tone = [](const Row &n) { return noticeTone(n.importance); }},
        {.id = "publisher",
         .title = tr("发布单位"),
         .display = [](const Row &n) { return n.publisher; },
         .width = 190,
         .tooltip = [](const Row &n) { return n.publisher.toHtmlEscaped(); }},
        {.id = "publishedAt",
         .title = tr("发布时间"),
         .display = [](const Row &n) { return base::china::text(n.publishedAt); },
         .width = 136,
         .kind = CellKind::Date},
        {.id = "validUntil",
         .title = tr("有效期至"),
         .display = [](const Row &n) { return n.validUntil.isValid() ? base::china::text(n.validUntil) : tr("长期"); },
         .width = 136,
         .kind = CellKind::Date},
    };
}

}  // namespace ui
