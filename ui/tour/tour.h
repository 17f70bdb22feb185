#pragma once
// --tour: plays a payroll clerk's month on the real widgets, with a picture of every step. Also the end-to-end test: it
// ends with 1 at the first step that does not show what it should.

#include "ui/shell/prompt.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <thread>

namespace ui {

struct TourSetup {
    QString folder;
    Prompt *prompt = nullptr;
    std::function<QByteArray()> ledger;  ///< what the tax side has accepted
};

class Tour final : public QObject {
    Q_OBJECT
public:
    explicit Tour(TourSetup setup);
    ~Tour() override;
    void start();

Q_SIGNALS:
    /// 0: every step showed what it should.
    void ended(int code);

private:
    int play();

    TourSetup m_setup;
    std::thread m_thread;
};

}  // namespace ui
