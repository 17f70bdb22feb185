#include "ui/modules/notice/notice_columns.h"

#include "base/china_time.h"
#include "ui/style/tr.h"

namespace ui {

namespace {

constexpr int kUrgentFrom = 7;
constexpr int kImportantFrom = 4;

}  // namespace

QString noticeImportanceName(int importance)
{
    if (importance >= kUrgentFrom)
        return Tr::tr("紧急");
    return importance >= kImportantFrom ? Tr::tr("重要") : Tr::tr("一般");
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
         .title = Tr::tr("状态"),
         .display = [](const Row &n) { return n.read ? Tr::tr("已读") : Tr::tr("未读"); },
         .width = 76,
         .kind = CellKind::State,
         .sortKey = [](const Row &n) { return n.read; },
         .tone = [](const Row &n) { return n.read ? Tone::Neutral : Tone::Info; }},
        {.id = "title",
         .title = Tr::tr("消息标题"),
         .display = [](const Row &n) { return n.title; },
         .width = 400,
         .kind = CellKind::Link,
         .tooltip = [](const Row &n) { return n.title.toHtmlEscaped(); }},
        {.id = "importance",
         .title = Tr::tr("重要程度"),
         .display = [](const Row &n) { return noticeImportanceName(n.importance); },
         .width = 88,
         .kind = CellKind::State,
         .sortKey = [](const Row &n) { return n.importance; },
         .tone = [](const Row &n) { return noticeTone(n.importance); }},
        {.id = "publisher",
         .title = Tr::tr("发布单位"),
         .display = [](const Row &n) { return n.publisher; },
         .width = 190,
         .tooltip = [](const Row &n) { return n.publisher.toHtmlEscaped(); }},
        {.id = "publishedAt",
         .title = Tr::tr("发布时间"),
         .display = [](const Row &n) { return base::china::text(n.publishedAt); },
         .width = 136,
         .kind = CellKind::Date},
        {.id = "validUntil",
         .title = Tr::tr("有效期至"),
         .display = [](const Row &n) { return n.validUntil.isValid() ? base::china::text(n.validUntil) : Tr::tr("长期"); },
         .width = 136,
         .kind = CellKind::Date},
    };
}

}  // namespace ui
