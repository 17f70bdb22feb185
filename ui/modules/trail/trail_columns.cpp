#include "ui/modules/trail/trail_columns.h"

#include "base/china_time.h"
#include "ui/models/column_makers.h"
#include "ui/shell/certificate_text.h"
#include "ui/shell/error_text.h"
#include "ui/shell/submission_text.h"
#include "ui/style/tr.h"

namespace ui {

using domain::TrailEvent;
using service::TrailLine;

namespace {

/// Its subject is a name: of a list, a document, a page.
bool namesItself(TrailEvent event)
{
    return event == TrailEvent::Export || event == TrailEvent::Print || event == TrailEvent::Reveal;
}

QString subjectOf(const TrailLine &line)
{
    const auto event = line.entry.event;
    if (event == TrailEvent::Document)
        return line.document ? certificateKindName(*line.document) : QString();
    if (event == TrailEvent::Confirmation)
        return Tr::tr("三方协议缴款");
    if (namesItself(event))
        return line.entry.subject;
    domain::Submission submission;
    submission.kind = line.kind;
    submission.variant = line.variant;
    return submissionTypeText(submission);
}

QString numberOf(const TrailLine &line)
{
    return namesItself(line.entry.event) ? QString() : line.entry.subject;
}

StateText resultOf(const TrailLine &line)
{
    switch (line.entry.event) {
    case TrailEvent::Submission: return itemStateText(line.kind, line.state);
    case TrailEvent::Removed: return {Tr::tr("已移除"), Tone::Neutral};
    case TrailEvent::Confirmation: return {Tr::tr("确认未扣款"), Tone::Warning};
    case TrailEvent::Export: return {Tr::tr("已导出"), Tone::Info};
    case TrailEvent::Document: return {Tr::tr("已出具"), Tone::Success};
    case TrailEvent::Reveal: return {Tr::tr("已显示"), Tone::Info};
    case TrailEvent::Print: return {Tr::tr("已打印"), Tone::Info};
    }
    return {};
}

QString eventOf(const TrailLine &line)
{
    return line.elsewhere ? trailSyncName() : trailEventName(line.entry.event);
}

QString channelOf(const TrailLine &line)
{
    if (!line.channel)
        return {};
    domain::Submission submission;
    submission.channel = *line.channel;
    submission.elsewhere = line.elsewhere;
    return channelText(submission);
}

/// Not the account of this computer for what somebody else did.
Column<TrailLine> operatorColumn()
{
    auto column = textColumn<TrailLine>(
        "by", Tr::tr("操作人"), [](const TrailLine &line) { return line.elsewhere ? QStringLiteral("—") : line.by; }, 96);
    column.tooltip = [](const TrailLine &line) {
        return line.elsewhere ? Tr::tr("不在本机办理，由账户 %1 同步到本机").arg(line.entry.by) : QString();
    };
    return column;
}

QString reasonOf(const TrailLine &line)
{
    if (line.reason.isEmpty())
        return {};
    for (const auto &known : errorTable()) {
        if (known.code == line.reason)
            return known.what;
    }
    return line.reason;
}

QString shortHash(const TrailLine &line)
{
    return QString::fromLatin1(line.entry.hash.toHex().left(12));
}

QString secondText(const TrailLine &line)
{
    return base::china::exactText(line.at);
}

}  // namespace

QString trailEventName(TrailEvent event)
{
    switch (event) {
    case TrailEvent::Submission: return Tr::tr("提交与答复");
    case TrailEvent::Removed: return Tr::tr("移除记录");
    case TrailEvent::Confirmation: return Tr::tr("人工确认");
    case TrailEvent::Export: return Tr::tr("导出");
    case TrailEvent::Document: return Tr::tr("出具单据");
    case TrailEvent::Reveal: return Tr::tr("显示证件号码");
    case TrailEvent::Print: return Tr::tr("打印");
    }
    return {};
}

QString trailSyncName()
{
    return Tr::tr("同步记录");
}

std::vector<Column<TrailLine>> trailColumns()
{
    std::vector<Column<TrailLine>> columns = {
        numberColumn<TrailLine>("number", Tr::tr("序号"), [](const TrailLine &line) { return line.entry.number; }, 72),
        dateColumn<TrailLine>("at", Tr::tr("时间"), secondText, 160),
        textColumn<TrailLine>("event", Tr::tr("操作"), eventOf, 104),
        textColumn<TrailLine>("subject", Tr::tr("对象"), subjectOf, 160),
        pillColumn<TrailLine>("result", Tr::tr("结果"), resultOf, 104),
        numberColumn<TrailLine>(
            "count", Tr::tr("数量"),
            [](const TrailLine &line) { return line.count ? QVariant(*line.count) : QVariant(); }, 72),
        moneyColumn<TrailLine>("total", Tr::tr("金额"), &TrailLine::total, 116),
        textColumn<TrailLine>("channel", Tr::tr("渠道"), channelOf, 140),
        operatorColumn(),
        textColumn<TrailLine>("reason", Tr::tr("说明"), reasonOf, 200),
        textColumn<TrailLine>("id", Tr::tr("编号"), numberOf, 220),
        textColumn<TrailLine>("hash", Tr::tr("指纹"), shortHash, 120),
    };
    columns.back().tooltip = [](const TrailLine &line) { return QString::fromLatin1(line.entry.hash.toHex()); };
    return columns;
}

std::vector<Column<TrailLine>> trailExportColumns()
{
    auto columns = trailColumns();
    columns.pop_back();
    columns.push_back(textColumn<TrailLine>("rawAt", Tr::tr("时间（UTC）"), [](const TrailLine &line) { return line.entry.at; }, 180));
    columns.push_back(textColumn<TrailLine>(
        "rawEvent", Tr::tr("操作代码"), [](const TrailLine &line) { return QString::number(int(line.entry.event)); }, 72));
    columns.push_back(textColumn<TrailLine>("rawSubject", Tr::tr("对象原文"), [](const TrailLine &line) { return line.entry.subject; }, 220));
    columns.push_back(textColumn<TrailLine>("rawBy", Tr::tr("记录账户"), [](const TrailLine &line) { return line.entry.by; }, 96));
    columns.push_back(textColumn<TrailLine>(
        "facts", Tr::tr("内容原文"), [](const TrailLine &line) { return QString::fromUtf8(line.entry.facts); }, 320));
    columns.push_back(textColumn<TrailLine>(
        "fullHash", Tr::tr("指纹（SHA-256）"), [](const TrailLine &line) { return QString::fromLatin1(line.entry.hash.toHex()); }, 460));
    return columns;
}

}  // namespace ui
