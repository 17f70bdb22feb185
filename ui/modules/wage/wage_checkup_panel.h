#pragma once
// 申报体检 beside the draft (X5): what is worth a look, a click leads to its cell.
// Object names: wage.checkup, wage.checkup.{table,jump,close}.

#include "service/wage_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"

#include <QFrame>
#include <QTimer>

class QSpinBox;

namespace ui {

class TableView;
class TonedLabel;

class WageCheckupPanel final : public QFrame {
    Q_OBJECT
public:
    WageCheckupPanel(const Desk &desk, service::WageService &wages, QWidget *parent);

    /// Looks at the draft, soon: several changes in a row are looked at once. Nothing while the panel is hidden.
    void look(const domain::WageForm &form);

Q_SIGNALS:
    void shownChanged(bool shown);
    void jumpRequested(const QString &staffId, const QString &columnId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void read();
    using Model = ListModel<domain::WageFinding>;
    /// What was found, ready to be shown: everybody may lack something.
    struct Found {
        Model::Prepared findings;
        int jumpPercent = 0;
        qint64 blocking = 0;
    };
    void show(Found found);
    void setJumpPercent(int percent);

    Desk m_desk;
    service::WageService &m_wages;
    domain::WageForm m_form;
    TonedLabel *m_summary = nullptr;
    QSpinBox *m_jump = nullptr;
    TableView *m_table = nullptr;
    Model *m_findings = nullptr;
    QTimer m_soon;
    LatestJob m_reading;
};

/// 「工资由 5,000.00 变为 9,000.00，变动 80%」. Amounts that we reckon ourselves are called 预估.
QString findingText(const domain::WageFinding &finding, const domain::RulePack &pack);
/// The column of the draft that a finding is about.
QString findingColumn(const domain::WageFinding &finding, const domain::WageForm &form);

}  // namespace ui
