#pragma once
// Quick switching between units (L6): type a part of the name or number, Enter. Opened from the bar on top and by a
// shortcut.

#include "service/unit_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/task_dialog.h"

class QLineEdit;

namespace ui {

class TableView;

/// Object names unit.switcher.{search,table,choose,add,close}.
class UnitSwitcher final : public TaskDialog {
    Q_OBJECT
public:
    UnitSwitcher(JobRunner &jobs, service::UnitService &units, const QString &current, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &unit);
    void addRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void load(JobRunner &jobs, service::UnitService &units);
    void arrange();
    void choose();
    QString selected() const;

    QString m_current;
    std::vector<domain::KnownUnit> m_all;
    QLineEdit *m_search = nullptr;
    TableView *m_table = nullptr;
    ListModel<domain::KnownUnit> *m_model = nullptr;
    QPushButton *m_choose = nullptr;
    LatestJob m_loading;
};

}  // namespace ui
