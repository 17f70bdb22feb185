#include "ui/modules/query/unit_insurance_page.h"

#include "ui/modules/query/month_query.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/submission_page.h"

namespace ui {

UnitInsurancePage::UnitInsurancePage(const Desk &desk, service::UnitService &units, QWidget *parent)
    : ListPage(QStringLiteral("query.unit"), tr("单位参保信息查询"), parent), m_desk(desk), m_units(units)
{
    m_update = actions()->addButton(QStringLiteral("update"), tr("更新"), Icon::Refresh);
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_export->setEnabled(false);
    connect(m_update, &QPushButton::clicked, this, [this] { load(true); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        exportSheet(this, m_desk, sheetOf(tr("单位参保信息"), m_model->columns(), m_model->rows()), tr("条"));
    });
    query()->addChoice(QStringLiteral("authority"), tr("主管税务机关"), {}, 240);
    query()->addChoice(QStringLiteral("unitNumber"), tr("单位编号"), {}, 130);
    query()->addChoice(QStringLiteral("agency"), tr("社保经办机构"), {}, 200);
    connect(query(), &QueryBar::searchRequested, this, &UnitInsurancePage::showFiltered);
    connect(query(), &QueryBar::resetRequested, this, &UnitInsurancePage::showFiltered);
    m_model = new ListModel<UnitInsuranceRow>(
        unitInsuranceRowColumns(),
        [](const UnitInsuranceRow &row) {
            return row.insurance.unitNumber + QLatin1Char('.') + row.insurance.insurance;
        },
        this);
    table()->setListModel(m_model);
    setEmptyText(Icon::Unit, tr("本单位没有参保登记"), tr("没有符合条件的参保信息"));
    connectErrors(this, m_desk);
}

void UnitInsurancePage::opened()
{
    load(false, [this] { load(true); });
}

void UnitInsurancePage::load(bool ask, std::function<void()> then)
{
    if (ask)
        strip()->clear();
    showLoading();
    m_update->setEnabled(false);
    const auto read = [ask, &units = m_units, unit = m_desk.unit()](base::Job &job) {
        return ask ? units.refresh(unit, job) : units.profile(unit);
    };
    m_reading = m_desk.jobs.run(this, read, [this, then = std::move(then)](base::Result<service::UnitProfile> profile) {
        m_update->setEnabled(true);
        if (!profile)
            return showError(profile.error(), [this] { load(true); });
        loaded(*profile);
        if (then)
            then();
    });
}

void UnitInsurancePage::loaded(const service::UnitProfile &profile)
{
    m_rows.clear();
    for (const auto &insurance : profile.unit.insurances)
        m_rows.push_back({insurance, profile.unit.authorityName});
    header()->setSubtitle(profile.unit.name + QStringLiteral("　") + profile.unit.taxNumber);
    header()->setAge(profile.syncedAt, m_desk.clock.now());
    offerValues(query(), QStringLiteral("authority"), m_rows, [](const auto &row) { return row.authorityName; });
    offerValues(query(), QStringLiteral("unitNumber"), m_rows,
                [](const auto &row) { return row.insurance.unitNumber; });
    offerValues(query(), QStringLiteral("agency"), m_rows, [](const auto &row) { return row.insurance.agencyName; });
    showFiltered();
}

void UnitInsurancePage::showFiltered()
{
    std::vector<UnitInsuranceRow> shown;
    for (const auto &row : m_rows) {
        if (wanted(query(), "authority", row.authorityName) && wanted(query(), "unitNumber", row.insurance.unitNumber)
            && wanted(query(), "agency", row.insurance.agencyName))
            shown.push_back(row);
    }
    m_export->setEnabled(!shown.empty());
    totals()->setTotals({{tr("总条数"), QString::number(shown.size())}});
    m_model->setRows(std::move(shown));
    showRows();
}

}  // namespace ui
