#pragma once
// Brings the arrangement of the lists from the store at the start, and back to it when it changes; on a worker, and not for
// every pixel of a drag.

#include "service/layout_service.h"
#include "ui/shell/job_runner.h"

namespace ui {

class LayoutMemory final : public QObject {
    Q_OBJECT
public:
    LayoutMemory(JobRunner &jobs, service::LayoutService &layouts);
    /// What has just changed is still written; the runner waits for it.
    ~LayoutMemory() override;

private:
    void write();

    JobRunner &m_jobs;
    service::LayoutService &m_layouts;
    QHash<QString, QString> m_changed;
    QTimer m_timer;
};

}  // namespace ui
