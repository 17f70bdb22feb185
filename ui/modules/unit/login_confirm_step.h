#pragma once
// Tax registration and insurance registration, to be confirmed at every login (L5).

#include "service/unit_service.h"
#include "ui/models/list_model.h"
#include "ui/modules/unit/login_step.h"

class QCheckBox;

namespace ui {

class TableView;

/// Object names login.insurances, login.confirm, login.enter.
class ConfirmStep final : public LoginStep {
    Q_OBJECT
public:
    explicit ConfirmStep(QWidget *parent);
    void setProfile(const service::UnitProfile &profile);
    int cardWidth() const override { return 820; }
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void confirmed();

private:
    QWidget *buildRegistration();

    QVector<TonedLabel *> m_values;
    TableView *m_table = nullptr;
    ListModel<domain::UnitInsurance> *m_model = nullptr;
    QCheckBox *m_confirm = nullptr;
};

}  // namespace ui
