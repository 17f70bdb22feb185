#include "ui/modules/wage/draft_edits.h"

namespace ui {
namespace {

constexpr size_t editsAtOnce = 2000;

}  // namespace

void DraftEdits::put(const store::WageDraftKey &key, const Value &value)
{
    const std::lock_guard lock(m_guard);
    m_waiting.push_back({key, value});
}

/// Those that are stored in one go.
QVector<service::WageEdit> DraftEdits::first()
{
    const std::lock_guard lock(m_guard);
    const auto count = std::min(m_waiting.size(), editsAtOnce);
    return {m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(count)};
}

base::Result<void> DraftEdits::write()
{
    const std::lock_guard writing(m_writing);
    for (auto edits = first(); !edits.isEmpty(); edits = first()) {
        if (const auto stored = m_wages.set(m_unit, m_form, edits); !stored)
            return stored;
        const std::lock_guard lock(m_guard);
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + edits.size());
    }
    return {};
}

}  // namespace ui
