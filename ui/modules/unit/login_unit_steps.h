#pragma once
// The steps that find out which unit logs in: 单位管理 (L6), 纳税人识别号 (L1), 选择单位 (L2).

#include "domain/unit.h"
#include "ui/models/list_model.h"
#include "ui/modules/unit/login_step.h"

namespace ui {

class TableView;

/// Units that were here before. Object names login.unitList, login.search, login.addUnit, login.removeUnit, login.pick.
class UnitPickStep final : public LoginStep {
    Q_OBJECT
public:
    explicit UnitPickStep(QWidget *parent);
    void setUnits(const QVector<domain::KnownUnit> &units);
    int cardWidth() const override { return 760; }
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void picked(const domain::KnownUnit &unit);
    void addRequested();
    void removeRequested(const domain::KnownUnit &unit);

private:
    QWidget *buildTools();
    void arrange();
    const domain::KnownUnit *selected() const;

    QVector<domain::KnownUnit> m_units;
    QLineEdit *m_search = nullptr;
    QPushButton *m_remove = nullptr;
    TableView *m_table = nullptr;
    ListModel<domain::KnownUnit> *m_model = nullptr;
};

/// Object names login.taxNumber, login.next.
class TaxNumberStep final : public LoginStep {
    Q_OBJECT
public:
    explicit TaxNumberStep(QWidget *parent);
    /// `firstUse`: nobody has logged in here before.
    void reset(bool firstUse);
    void setError(const QString &reason) { m_caption->setError(reason); }
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void entered(const QString &typed);

private:
    void judge(bool left);

    QLineEdit *m_number = nullptr;
    LoginField *m_caption = nullptr;
};

/// Object names login.registrations, login.choose.
class RegistrationStep final : public LoginStep {
    Q_OBJECT
public:
    explicit RegistrationStep(QWidget *parent);
    void setRegistrations(const QVector<domain::Registration> &registrations);
    int cardWidth() const override { return 780; }
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void chosen(const domain::Registration &registration);

private:
    TableView *m_table = nullptr;
    ListModel<domain::Registration> *m_model = nullptr;
};

}  // namespace ui
