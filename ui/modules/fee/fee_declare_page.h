#pragma once
// 日常申报 and 特殊缴费申报 (F1–F6): pre-processed totals that wait for their declaration.

#include "service/fee_service.h"
#include "ui/modules/fee/fee_columns.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

class QPushButton;

namespace ui {

class FeeDeclarePage final : public ListPage {
    Q_OBJECT
public:
    FeeDeclarePage(domain::FeeKind kind, const Desk &desk, service::FeeService &fees, service::Outbox &outbox,
                   QWidget *parent);

    /// What was loaded last with its age, then the tax side is asked.
    void opened() override;

private:
    struct Loaded {
        std::vector<AssessmentRow> rows;
        QDateTime loadedAt;
    };
    enum class From { Store, TaxSide, Everything };  ///< Everything: the records of all channels too

    void buildActions();
    void buildQuery();
    void buildTable();
    std::function<base::Result<Loaded>(base::Job &)> reader(From from) const;
    void load(From from, std::function<void()> then = {});
    void refresh();
    void loaded(Loaded loaded);
    void offerChoices();
    void showFiltered();
    void updateTotals();
    void showDeadline();

    void showPersons(const QString &key);
    void submit();
    void send(const QVector<domain::ConfirmedAmount> &confirmed);
    void sent(const domain::Submission &submission);

    domain::FeeKind m_kind;
    Desk m_desk;
    service::FeeService &m_fees;
    service::Outbox &m_outbox;
    std::vector<AssessmentRow> m_rows;
    ListModel<AssessmentRow> *m_model = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_refresh = nullptr;
    TonedLabel *m_deadline = nullptr;
    LatestJob m_reading;
};

}  // namespace ui
