#pragma once
// 日常缴费工资申报 and 年度缴费工资申报 (W1–W9, W11, W12): the draft, edited in place and stored cell by cell. The annual one
// has no 生效年月 and is usable in its days only; by insurance each person has a wage for each insurance.

#include "service/staff_service.h"
#include "service/wage_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

class QAction;
class QCheckBox;
class QMenu;
class QPushButton;

namespace ui {

class DraftEdits;
class WageCheckupPanel;

class WageDraftPage final : public ListPage {
    Q_OBJECT
public:
    /// What a page is made for; object names begin with its id, wage.daily or wage.annual.
    static QString idOf(domain::WageKind kind);
    static QString titleOf(domain::WageKind kind);

    WageDraftPage(domain::WageKind kind, const Desk &desk, service::WageService &wages, service::StaffService &staff,
                  QWidget *parent);

    void opened() override;

private:
    void buildHint();
    void buildActions();
    void buildSwitch();
    void buildQuery();
    void buildTable();
    void buildModel();
    void buildCheckup();
    service::WageTarget target() const { return {m_form, rules(), domain::Month::of(m_desk.clock.today()), m_insurances}; }
    const domain::WageRules &rules() const { return m_desk.profile.pack.wage; }

    void begin();
    /// False while the annual declaration is closed; the page then says when it opens.
    bool applyWindow();
    void switchForm(bool byInsurance);
    void reload(std::function<void()> then = {});
    using Model = ListModel<domain::WageDraftLine>;
    /// The draft as it was read, ready to be shown.
    struct Loaded {
        Model::Prepared lines;
        qint64 unfinished = 0;
    };
    void showNobody();
    /// Other rows are there, or others of them are shown.
    void shown();
    /// What the query leaves.
    void applyQuery();
    static bool isUnfinished(const domain::WageForm &form, const domain::WageDraftLine &line);
    void updateCounters();
    /// Selects the cell and opens its editor, also when the query hides its row.
    void goTo(const QString &staffId, const QString &columnId);

    QString flawOf(const QString &columnId, const QString &text) const;
    void edited(const CellEdits &edits);
    void take(domain::WageDraftLine &line, const CellEdit &edit);
    void writeEdits();

    // wage_people.cpp
    void buildPeopleEntries(QMenu *add);
    void addOne();
    void addByUnitNumber();
    void addContributing(const store::WageDraftPeople &people);
    void changeChecked();
    void change(const service::WageChange &change);
    void removeChecked();
    void removePeople(const QSet<QString> &staffIds);

    // wage_files.cpp
    void buildFileEntries(QMenu *add);
    void buildExports();
    void importFile();
    void import(const QString &path);
    void imported(const service::ImportOutcome &outcome);
    void downloadRoster();
    void exportLines(bool checkedOnly);

    // wage_submission.cpp
    void submit();
    void checked(const domain::WageDraftCheck &check);
    void showFlaws(const domain::WageDraftCheck &check);
    void confirm(const domain::WageDraftCheck &check);
    void send();
    void sent(const domain::Submission &submission);

    Desk m_desk;
    service::WageService &m_wages;
    service::StaffService &m_staff;
    domain::WageForm m_form;
    QVector<domain::CodeName> m_insurances;
    std::shared_ptr<DraftEdits> m_edits;
    qint64 m_unfinished = 0;  ///< lines that lack something, counted as they change
    quint64 m_editCount = 0;
    bool m_begun = false;
    bool m_refused = false;  ///< the strip says what is missing
    Model *m_model = nullptr;
    WageCheckupPanel *m_checkup = nullptr;
    QCheckBox *m_switch = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_remove = nullptr;
    QAction *m_exportChecked = nullptr;
    QAction *m_exportAll = nullptr;
    LatestJob m_reading;
    LatestJob m_choosing;
};

}  // namespace ui
