#include "ui/restored_message.h"

#include "ui/shell/error_text.h"
#include "ui/style/tr.h"

namespace ui {

namespace {

/// What a clerk calls a table of the store.
QString wordOf(const QString &table)
{
    if (table == QLatin1String("submission"))
        return Tr::tr("申报和缴款记录");
    if (table == QLatin1String("submission_event"))
        return Tr::tr("记录的办理经过");
    if (table == QLatin1String("submission_item"))
        return Tr::tr("申报和缴款的明细");
    if (table == QLatin1String("wage_line"))
        return Tr::tr("工资申报的明细");
    if (table == QLatin1String("certificate"))
        return Tr::tr("已开具的证明");
    if (table == QLatin1String("setting"))
        return Tr::tr("本机设置");
    return table == QLatin1String("trail") ? Tr::tr("操作日志") : Tr::tr("单位信息");
}

QString wordsOf(const QStringList &tables)
{
    QStringList words;
    for (const auto &table : tables)
        words << wordOf(table);
    words.removeDuplicates();
    return words.join(QStringLiteral("、"));
}

}  // namespace

MessageStrip::Message restoredMessage(const store::RestoreReport &report)
{
    if (report.what == store::Restored::Failed) {
        const auto text = errorText(report.why);
        return {.tone = Tone::Warning,
                .text = Tr::tr("恢复没有完成，本机数据没有被改动。原因：%1。%2。之后可在「数据备份与恢复」中重新恢复。")
                            .arg(text.what, text.next)};
    }
    if (report.unread.isEmpty())
        return {.tone = Tone::Success,
                .text = Tr::tr("已从备份恢复，备份之后提交的申报和缴款记录都已保留。登录后会自动更新职工参保信息和欠费，"
                               "请再到记录页面获取反馈。")};
    return {.tone = Tone::Warning,
            .text = Tr::tr("已从备份恢复。原来的数据文件已损坏，保留在数据文件夹中（shebao.db.before-restore），下列内容没有能够"
                           "全部取回：%1。备份之后在本机提交过的，可能不在记录中：办理之前，请先同步申报记录和缴款记录，"
                           "核对税务端已有的。")
                        .arg(wordsOf(report.unread))};
}

}  // namespace ui
