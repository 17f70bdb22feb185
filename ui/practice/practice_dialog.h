#pragma once
// 演示设置 (X14): which unit, how many people, how soon the tax side answers, and what goes wrong. Faults are in force at
// once; another unit or size is another world with a data folder of its own, so it begins the demonstration anew.
// Object names: practice, practice.{unit,size,feedback,fresh,restart,close}, practice.fault.<n>.

#include "taxside/options.h"
#include "taxside/practice_units.h"
#include "ui/shell/task_dialog.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace taxside {
class Server;
}

namespace ui {

class Form;

class PracticeDialog final : public TaskDialog {
    Q_OBJECT
public:
    PracticeDialog(taxside::Server &server, const taxside::Options &current, QWidget *parent);

Q_SIGNALS:
    /// `fresh`: what was done in that world so far is thrown away.
    void restartRequested(const taxside::Options &next, bool fresh);

private:
    void addWorld();
    void addFaults();
    void renderUnit();
    void orderFaults();
    taxside::Options chosen() const;

    taxside::Server &m_server;
    const taxside::Options m_current;
    const QList<taxside::PracticeUnit> m_units = taxside::practiceUnits();
    QComboBox *m_unit = nullptr;
    QComboBox *m_size = nullptr;
    QComboBox *m_feedback = nullptr;
    QCheckBox *m_fresh = nullptr;
    QLabel *m_taxNumber = nullptr;
    QLabel *m_password = nullptr;
    QPushButton *m_restart = nullptr;
    QVector<QCheckBox *> m_faults;
};

/// 「演示单位的纳税人识别号 …，申报密码 …」: a newcomer has no other way to know them. Empty for a scenario without its own unit.
QString practiceLogin(const QString &scenario);

}  // namespace ui
