#include "ui/modules/wage/wage_records_page.h"

#include "ui/modules/wage/wage_columns.h"
#include "ui/modules/wage/wage_detail_dialog.h"

namespace ui {

using domain::SubmissionKind;

WageRecordsPage::WageRecordsPage(const Desk &desk, service::WageService &wages, service::Outbox &outbox, QWidget *parent)
    : SubmissionPage({QStringLiteral("wage.records"), tr("缴费工资申报记录"), {SubmissionKind::Wage}, wageRecordColumns()},
                     desk, outbox, parent),
      m_wages(wages)
{
    query()->addChoice(QStringLiteral("state"), tr("状态"), stateChoices(SubmissionKind::Wage), 120);
    query()->addDateRange(QStringLiteral("created"), tr("申报时间"));
    setEmptyText(Icon::Record, tr("还没有缴费工资申报记录"), tr("没有符合条件的申报记录"));
}

SubmissionPage::Reader WageRecordsPage::reader()
{
    return [&box = outbox(), unit = desk().unit(), wanted = typedQuery()](base::Job &) -> base::Result<Records> {
        const auto list = box.list(unit, wanted);
        if (!list)
            return list.error();
        Records records;
        for (const auto &submission : *list)
            records.push_back({submission, {}, {}, {}});
        return records;
    };
}

void WageRecordsPage::showDetail(const SubmissionRecord &record)
{
    auto *dialog = new WageDetailDialog(desk(), m_wages, outbox(), record.submission, this);
    connect(dialog, &WageDetailDialog::draftRequested, this, &Page::openRequested);
    dialog->open();
}

}  // namespace ui
