#pragma once
// Committed cells on their way to the disk, in the order they were committed (W9). A worker writes all that is waiting,
// so an edit is stored also when its page is gone meanwhile; whoever reads the draft calls write() first.

#include "service/wage_service.h"

#include <deque>
#include <memory>
#include <mutex>

namespace ui {

class DraftEdits final {
public:
    using Value = service::WageEdit::Value;

    DraftEdits(service::WageService &wages, const QString &unit, const domain::WageForm &form)
        : m_wages(wages), m_unit(unit), m_form(form)
    {
    }

    void put(const store::WageDraftKey &key, const Value &value);
    /// Any thread. What cannot be stored is kept for the next call.
    base::Result<void> write();

private:
    QVector<service::WageEdit> first();

    service::WageService &m_wages;
    QString m_unit;
    domain::WageForm m_form;
    std::mutex m_writing;
    std::mutex m_guard;
    std::deque<service::WageEdit> m_waiting;
};

/// For a worker: `work` after what is waiting has been stored.
template <class Work>
auto afterEdits(std::shared_ptr<DraftEdits> edits, Work work)
{
    return [edits, work](base::Job &job) -> decltype(work(job)) {
        if (const auto written = edits->write(); !written)
            return written.error();
        return work(job);
    };
}

}  // namespace ui
