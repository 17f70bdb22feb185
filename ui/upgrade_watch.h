#pragma once
// What the window does about upgrades: says that one has failed, restarts by itself where nobody would be disturbed, and
// offers it otherwise.

#include "ui/modules/settings/upgrade_flow.h"
#include "ui/widgets/message_strip.h"

namespace ui {

class UpgradeWatch final : public QObject {
    Q_OBJECT
public:
    struct Window {
        JobRunner &jobs;
        JobRunner &loginJobs;
        MessageStrip &strip;
        std::function<bool()> atLogin;   ///< the way in is shown, and nobody has begun to use it
        std::function<void(int)> leave;  ///< closes the window as its cross does; the program ends with this code then
    };

    UpgradeWatch(UpgradeFlow &flow, Window window, QObject *parent = nullptr);
    /// The window is there.
    void begin();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sayReturned();
    void changed();
    void offer();
    void restart();
    bool busy() const { return m_window.jobs.busy() || m_window.loginJobs.busy(); }

    UpgradeFlow &m_flow;
    Window m_window;
    bool m_touched = false;
    bool m_offered = false;
};

}  // namespace ui
