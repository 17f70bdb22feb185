#include "ui/modules/wage/draft_edits.h"

namespace ui {

void DraftEdits::put(const store::WageDraftKey &key, const Value &value)
{
    const std::lock_guard lock(m_guard);
    m_waiting.push_back({key, value});
}

std::optional<DraftEdits::Edit> DraftEdits::first()
{
    const std::lock_guard lock(m_guard);
    return m_waiting.empty() ? std::nullopt : std::optional(m_waiting.front());
}

base::Result<void> DraftEdits::write()
{
    const std::lock_guard writing(m_writing);
    while (const auto edit = first()) {
        const auto stored = store(*edit);
        if (!stored)
            return stored;
        const std::lock_guard lock(m_guard);
        m_waiting.pop_front();
    }
    return {};
}

base::Result<void> DraftEdits::store(const Edit &edit)
{
    if (const auto *wage = std::get_if<std::optional<domain::Money>>(&edit.value))
        return m_wages.setWage(m_unit, m_form, edit.key, *wage);
    return m_wages.setMonth(m_unit, m_form, edit.key.staffId, std::get<std::optional<domain::Month>>(edit.value));
}

}  // namespace ui
