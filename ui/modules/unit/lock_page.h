#pragma once
// `unit.lock`: 登录密码设置 (L7, S9).

#include "service/lock_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

class QPushButton;

namespace ui {

class MessageStrip;
class PasswordFields;
class TonedLabel;

class LockPage final : public Page {
    Q_OBJECT
public:
    LockPage(const Desk &desk, service::LockService &lock, QWidget *parent);
    void opened() override { load(); }
    void closed() override;

private:
    void build();
    void load();
    void render();
    void save();
    void remove();
    void run(std::function<base::Result<void>(base::Job &)> work, const QString &done);
    void refused(const base::Error &error);

    Desk m_desk;
    service::LockService &m_lock;
    service::LockState m_state;
    MessageStrip *m_strip = nullptr;
    TonedLabel *m_present = nullptr;
    PasswordFields *m_fields = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_remove = nullptr;
    bool m_working = false;
    LatestJob m_work;
};

}  // namespace ui
