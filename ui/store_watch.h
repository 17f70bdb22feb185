#pragma once
// Looks through the store once in each run, when the window has been there for a while: damage is said before it is met,
// and while there is a recent backup.

#include "service/diagnosis_service.h"
#include "ui/shell/job_runner.h"
#include "ui/widgets/message_strip.h"

namespace ui {

class StoreWatch final : public QObject {
    Q_OBJECT
public:
    StoreWatch(service::DiagnosisService &diagnosis, MessageStrip &strip, QObject *parent);

    void beginLater();
    void begin();
    /// The program is about to end, which waits for nothing.
    void end() { m_jobs.cancelAll(); }

private:
    service::DiagnosisService &m_diagnosis;
    MessageStrip &m_strip;
    JobRunner m_jobs;  ///< of its own: it takes as long as it takes, and nobody waits for it
};

}  // namespace ui
