#pragma once
// `unit.password`: 申报密码设置 (manual 3.2.5; S8).

#include "service/unit_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

class QPushButton;

namespace ui {

class MessageStrip;
class PasswordFields;

class PasswordPage final : public Page {
    Q_OBJECT
public:
    PasswordPage(const Desk &desk, service::UnitService &units, QWidget *parent);
    void closed() override;

private:
    void build();
    void change();
    void refused(const base::Error &error);

    Desk m_desk;
    service::UnitService &m_units;
    MessageStrip *m_strip = nullptr;
    PasswordFields *m_fields = nullptr;
    QPushButton *m_change = nullptr;
    LatestJob m_work;
};

}  // namespace ui
