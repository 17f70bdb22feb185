#include "ui/modules/wage/wage_draft_page.h"

#include "domain/document.h"
#include "domain/person_name.h"
#include "domain/pinyin.h"
#include "ui/models/table_columns.h"
#include "ui/modules/wage/draft_edits.h"
#include "ui/modules/wage/wage_checkup_panel.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/modules/wage/wage_marks.h"
#include "ui/shell/window_source.h"
#include "ui/widgets/grouped.h"

#include <QCheckBox>
#include <QLocale>

namespace ui {

using domain::WageDraftLine;
using domain::WageKind;

QString WageDraftPage::idOf(WageKind kind)
{
    return kind == WageKind::Daily ? QStringLiteral("wage.daily") : QStringLiteral("wage.annual");
}

QString WageDraftPage::titleOf(WageKind kind)
{
    return kind == WageKind::Daily ? tr("日常缴费工资申报") : tr("年度缴费工资申报");
}

WageDraftPage::WageDraftPage(WageKind kind, const Desk &desk, service::WageService &wages, service::StaffService &staff,
                             QWidget *parent)
    : ListPage(idOf(kind), titleOf(kind), parent), m_desk(desk), m_wages(wages), m_staff(staff), m_form{kind, false},
      m_insurances(domain::wageInsurances(desk.profile.unit)),
      m_edits(std::make_shared<DraftEdits>(wages, desk.unit(), m_form))
{
    buildHint();
    buildActions();
    buildSwitch();
    buildQuery();
    buildTable();
    buildCheckup();
    connectErrors(this, m_desk);
    updateCounters();
}

void WageDraftPage::buildHint()
{
    const bool daily = m_form.kind == WageKind::Daily;
    setHint({daily ? tr("需要调整职工缴费工资时，添加职工并填写新缴费工资和生效年月，然后提交申报。")
                   : tr("接到年度调整通知后，填写全部职工的新缴费工资并提交申报；生效年月由税务端确定，不用填写。"),
             m_form.byInsurance ? tr("每人至少填写一个险种，留空的险种不申报、工资不变；可在列表中直接编辑，每次填写都会自动保存，下次打开可继续。")
                                : tr("带 * 的列必须填写，可在列表中直接编辑；每次填写都会自动保存，下次打开可继续。"),
             tr("提交后请到「缴费工资申报记录」获取税务端的反馈。")});
}

void WageDraftPage::buildActions()
{
    m_submit = actions()->addButton(QStringLiteral("submit"), tr("提交申报"), Icon::Send, ButtonKind::Primary);
    connect(m_submit, &QPushButton::clicked, this, &WageDraftPage::submit);
    auto *add = actions()->addMenu(QStringLiteral("add"), tr("添加"), Icon::Add);
    buildPeopleEntries(add);
    buildFileEntries(add);
    m_change = actions()->addButton(QStringLiteral("change"), tr("批量修改"), Icon::Edit);
    connect(m_change, &QPushButton::clicked, this, &WageDraftPage::changeChecked);
    m_remove = actions()->addButton(QStringLiteral("remove"), tr("删除"), Icon::Delete);
    connect(m_remove, &QPushButton::clicked, this, &WageDraftPage::removeChecked);
    auto *roster = actions()->addButton(QStringLiteral("roster"), tr("下载参保职工"), Icon::Download);
    connect(roster, &QPushButton::clicked, this, &WageDraftPage::downloadRoster);
    buildExports();
}

/// Present where the region lets units of this type declare by insurance (W11).
void WageDraftPage::buildSwitch()
{
    if (!rules().byInsuranceUnitTypes.contains(m_desk.profile.unit.unitType) || m_insurances.isEmpty())
        return;
    m_switch = new QCheckBox(tr("按险种申报缴费工资"), this);
    m_switch->setObjectName(pageId() + QStringLiteral(".byInsurance"));
    m_switch->setToolTip(tr("每个险种填写一个缴费工资；两种方式各有一份申报数据，切换时都会保留"));
    header()->addRight(m_switch);
    connect(m_switch, &QCheckBox::clicked, this, &WageDraftPage::switchForm);
}

void WageDraftPage::buildQuery()
{
    QVector<QueryBar::Choice> types;
    for (const auto &type : domain::documentTypes())
        types.append({type.code, type.name});
    addQuickSearch(tr("姓名/拼音首字母/证件号码"));
    query()->addText(QStringLiteral("name"), tr("姓名"), 110);
    query()->addChoice(QStringLiteral("documentType"), tr("证件类型"), types);
    query()->addText(QStringLiteral("documentNumber"), tr("证件号码"), 180);
    connect(query(), &QueryBar::searchRequested, this, &WageDraftPage::applyQuery);
    connect(query(), &QueryBar::resetRequested, this, &WageDraftPage::applyQuery);
}

void WageDraftPage::buildTable()
{
    table()->setCellValidator([this](const QString &, const QString &columnId, const QString &text) {
        return flawOf(columnId, text);
    });
    buildModel();
}

/// The columns depend on the form, so another form has another model.
void WageDraftPage::buildModel()
{
    auto *before = m_model;
    auto columns = wageDraftColumns(m_form, m_insurances);
    markGaps(columns, m_form, rules(), domain::Month::of(m_desk.clock.today()));
    m_model = new Model(std::move(columns), &wageDraftKey, this);
    m_model->setCheckable(true);
    m_model->setSearched({QStringLiteral("name"), QStringLiteral("documentNumber")},
                         [](const WageDraftLine &line) { return domain::pinyinInitials(line.name).join(QLatin1Char(' ')); });
    m_model->setAway(awayOn(m_desk.jobs, this));
    m_model->search(quickText());
    table()->setListModel(m_model);
    delete before;
    connect(m_model, &ListModelBase::cellsEdited, this, &WageDraftPage::edited);
    connect(m_model, &ListModelBase::checkedChanged, this, &WageDraftPage::updateCounters);
}

void WageDraftPage::buildCheckup()
{
    m_checkup = new WageCheckupPanel(m_desk, m_wages, this);
    m_checkup->hide();
    addBesideTable(m_checkup);
    auto *button = actions()->addButton(QStringLiteral("checkup"), tr("申报体检"), Icon::CheckUp);
    connect(button, &QPushButton::clicked, this, [this] {
        m_checkup->setVisible(!m_checkup->isVisible());
        // The cell being worked on stays in sight in the narrower table.
        QTimer::singleShot(0, table(), [this] { table()->scrollTo(table()->currentIndex()); });
    });
    // Whose cell it is stays in sight: 姓名 has the room of what the clerk does not decide by.
    // The panel also goes out of sight when the page ends, which is none by then: the columns are still there.
    auto *columns = table()->columns();
    connect(m_checkup, &WageCheckupPanel::shownChanged, columns, [columns](bool shown) {
        const QStringList room{QStringLiteral("documentType"), QStringLiteral("personNumber"), QStringLiteral("unitNumber")};
        columns->setAside(shown ? room : QStringList());
    });
    connect(m_checkup, &WageCheckupPanel::jumpRequested, this, &WageDraftPage::goTo);
}

void WageDraftPage::opened()
{
    if (!applyWindow())
        return;
    if (m_begun || !m_switch)
        return reload();
    begin();
}

/// Which of the two forms the clerk used last.
void WageDraftPage::begin()
{
    showLoading();
    auto &wages = m_wages;
    m_reading = m_desk.jobs.run(
        this, [&wages, unit = m_desk.unit()](base::Job &) { return wages.byInsurance(unit); },
        [this](base::Result<bool> byInsurance) {
            if (!byInsurance)
                return showError(byInsurance.error(), [this] { begin(); });
            m_begun = true;
            if (*byInsurance == m_form.byInsurance)
                return reload();
            m_switch->setChecked(*byInsurance);
            switchForm(*byInsurance);
        });
}

bool WageDraftPage::applyWindow()
{
    const auto window = domain::annualWindow(rules(), m_desk.clock.today());
    const bool open = m_form.kind == WageKind::Daily || (window && window->open);
    for (auto *part : std::initializer_list<QWidget *>{actions(), query(), m_switch}) {
        if (part)
            part->setEnabled(open);
    }
    if (open) {
        setEmptyText(Icon::Wage, tr("还没有要申报的职工，点击「添加」开始"), tr("没有符合条件的职工"));
        return true;
    }
    const QLocale chinese(QLocale::Chinese);
    const auto day = [&](QDate date) { return chinese.toString(date, QStringLiteral("yyyy年M月d日")); };
    setEmptyText(Icon::WageAnnual, window ? tr("年度缴费工资申报将于 %1 开放，%2 结束").arg(day(window->from), day(window->to))
                                          : tr("本地区没有年度缴费工资申报"));
    showNobody();
    return false;
}

void WageDraftPage::switchForm(bool byInsurance)
{
    m_form.byInsurance = byInsurance;
    buildHint();
    strip()->clear();
    // What was typed last goes to the other draft's end by its own edits; this one's begin anew.
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        afterEdits(m_edits, [&wages, unit = m_desk.unit(), byInsurance](base::Job &) { return wages.setByInsurance(unit, byInsurance); }),
        [this](base::Result<void> stored) {
            if (!stored)
                showError(stored.error());
        });
    m_edits = std::make_shared<DraftEdits>(m_wages, m_desk.unit(), m_form);
    m_unfinished = 0;
    buildModel();
    applyQuery();
    reload();
}

/// Read, counted and made ready to be shown on a worker: a draft may have a million lines.
void WageDraftPage::reload(std::function<void()> then)
{
    showLoading();
    const auto read = [&wages = m_wages, unit = m_desk.unit(), form = m_form,
                       prepare = m_model->preparation()](base::Job &) -> base::Result<Loaded> {
        auto lines = wages.draft(unit, form);
        if (!lines)
            return lines.error();
        const auto unfinished = std::count_if(lines->cbegin(), lines->cend(),
                                              [&form](const WageDraftLine &line) { return isUnfinished(form, line); });
        return Loaded{prepare({std::make_move_iterator(lines->begin()), std::make_move_iterator(lines->end())}), unfinished};
    };
    m_reading = m_desk.jobs.run(
        this, afterEdits(m_edits, read), [this, then = std::move(then), before = m_editCount](base::Result<Loaded> loaded) {
            if (!loaded)
                return showError(loaded.error(), [this] { reload(); });
            // A cell was committed, or something else is looked for, while the draft was being read.
            const auto held = m_model->held();
            if (before != m_editCount || !m_model->setPrepared(std::move(loaded->lines)))
                return reload(then);
            m_unfinished = loaded->unfinished;
            shown();
            if (m_model->held() != held)
                Q_EMIT badgesChanged();
            if (then)
                then();
        });
}

void WageDraftPage::showNobody()
{
    m_model->setRows({});
    m_unfinished = 0;
    shown();
}

void WageDraftPage::shown()
{
    showRows();
    updateCounters();
    m_checkup->look(m_form);
}

void WageDraftPage::applyQuery()
{
    const auto name = domain::normalizedName(query()->text(QStringLiteral("name")));
    const auto type = query()->code(QStringLiteral("documentType"));
    const auto number = domain::normalizedDocument(query()->text(QStringLiteral("documentNumber")));
    std::function<bool(const WageDraftLine &)> leaves;
    if (!name.isEmpty() || !type.isEmpty() || !number.isEmpty()) {
        leaves = [name, type, number](const WageDraftLine &line) {
            return (type.isEmpty() || type == line.documentType) && (number.isEmpty() || number == line.documentNumber)
                && (name.isEmpty() || name == domain::normalizedName(line.name));
        };
    }
    m_model->setFilter(std::move(leaves));
    m_model->whenArranged([this] { shown(); });
}

void WageDraftPage::goTo(const QString &staffId, const QString &columnId)
{
    const auto *line = m_model->rowByKey(staffId);
    if (!line)
        return;
    if (m_model->rowOfKey(staffId) < 0) {  // behind a query or a search
        query()->clear();
        applyQuery();
    }
    m_model->whenArranged([this, staffId, columnId] { table()->goTo(staffId, columnId); });
}

bool WageDraftPage::isUnfinished(const domain::WageForm &form, const WageDraftLine &line)
{
    return line.filled() == 0 || (form.kind == WageKind::Daily && !line.effectiveMonth);
}

void WageDraftPage::updateCounters()
{
    actions()->setCounter(QStringLiteral("total"), tr("总条数"), grouped(m_model->held()));
    actions()->setCounter(QStringLiteral("unfinished"), tr("待填写"), grouped(m_unfinished));
    actions()->setCounter(QStringLiteral("checked"), tr("选中"), grouped(m_model->checkedCount()));
    if (m_refused && m_unfinished == 0) {
        m_refused = false;
        strip()->clear();  // what it asked for is done
    }
    m_submit->setEnabled(m_model->held() > 0);
    const bool chosen = m_model->checkedCount() > 0;
    m_change->setEnabled(chosen);
    m_remove->setEnabled(chosen);
    m_exportChecked->setEnabled(chosen);
    m_exportAll->setEnabled(m_model->held() > 0);
}

QString WageDraftPage::flawOf(const QString &columnId, const QString &text) const
{
    if (insuranceOfColumn(columnId))
        return wageReason(rules(), text);
    return effectiveMonthReason(rules(), domain::Month::of(m_desk.clock.today()), text);
}

/// The list shows the edits at once; the disk follows on a worker, with all of a pasted block in one go.
void WageDraftPage::edited(const CellEdits &edits)
{
    QHash<QString, WageDraftLine> changed;
    for (const auto &edit : edits) {
        const auto *line = m_model->rowByKey(edit.key);
        const bool stands = edit.restored || flawOf(edit.columnId, edit.text).isEmpty();
        if (!line || !stands)
            continue;
        auto at = changed.find(edit.key);
        if (at == changed.end())
            at = changed.insert(edit.key, *line);
        take(*at, edit);
    }
    std::vector<WageDraftLine> rows;
    for (const auto &line : std::as_const(changed)) {
        m_unfinished += int(isUnfinished(m_form, line)) - int(isUnfinished(m_form, *m_model->rowByKey(wageDraftKey(line))));
        rows.push_back(line);
    }
    ++m_editCount;
    m_model->updateRows(rows);
    updateCounters();
    writeEdits();
}

/// Nothing when the line has no such cell.
void WageDraftPage::take(WageDraftLine &line, const CellEdit &edit)
{
    const auto insurance = insuranceOfColumn(edit.columnId);
    if (!insurance) {
        line.effectiveMonth = domain::monthFromTyped(edit.text);
        m_edits->put({line.staffId, {}}, line.effectiveMonth);
        return;
    }
    auto *cell = line.cell(*insurance);
    if (!cell)
        return;
    cell->newWage = domain::moneyFromTyped(edit.text, rules().maximum).amount;
    m_edits->put({line.staffId, *insurance}, cell->newWage);
}

void WageDraftPage::writeEdits()
{
    m_desk.jobs.run(
        this, [edits = m_edits](base::Job &) { return edits->write(); },
        [this](base::Result<void> written) {
            if (!written)
                return showError(written.error(), [this] { writeEdits(); });
            m_checkup->look(m_form);
        });
}

}  // namespace ui
