#pragma once
// 日常缴费工资申报 (W1, W2, W6, W8, W9): the draft, edited in place and stored cell by cell.

#include "service/staff_service.h"
#include "service/wage_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

class QAction;
class QMenu;
class QPushButton;

namespace ui {

class DraftEdits;

class WageDailyPage final : public ListPage {
    Q_OBJECT
public:
    WageDailyPage(const Desk &desk, service::WageService &wages, service::StaffService &staff, QWidget *parent);

    void opened() override;

private:
    static constexpr auto kind = domain::WageKind::Daily;

    void buildActions();
    void buildQuery();
    void buildTable();
    void reload(std::function<void()> then = {});
    void showLines();
    bool shows(const domain::WageDraftLine &line) const;
    void updateCounters();

    QString flawOf(const QString &columnId, const QString &text) const;
    void edited(const QString &key, const QString &columnId, const QString &text);
    void writeEdits();

    void addOne();
    void addAll();
    void changeChecked();
    void change(const QVector<domain::WageDraftLine> &lines, const service::WageChange &change);
    void removeChecked();
    void removeKeys(const QVector<store::WageDraftKey> &keys);

    // wage_files.cpp
    void buildFileEntries(QMenu *add);
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
    std::shared_ptr<DraftEdits> m_edits;
    QVector<domain::WageDraftLine> m_lines;
    quint64 m_editCount = 0;
    ListModel<domain::WageDraftLine> *m_model = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_remove = nullptr;
    QAction *m_exportChecked = nullptr;
    QAction *m_exportAll = nullptr;
    LatestJob m_reading;
};

}  // namespace ui
