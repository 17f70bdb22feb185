#include "ui/shell/layout_memory.h"

#include "ui/models/table_layout.h"

namespace ui {
namespace {

constexpr int quietMs = 400;

}  // namespace

LayoutMemory::LayoutMemory(JobRunner &jobs, service::LayoutService &layouts) : m_jobs(jobs), m_layouts(layouts)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(quietMs);
    connect(&m_timer, &QTimer::timeout, this, &LayoutMemory::write);
    connect(&TableLayouts::ofProgram(), &TableLayouts::changed, this, [this](const QString &table, const QString &text) {
        m_changed.insert(table, text);
        m_timer.start();
    });
    m_jobs.run(
        this, [&layouts](base::Job &) { return layouts.all(); },
        [](const base::Result<QHash<QString, QString>> &stored) {
            // Lists look as they do by themselves: nothing to trouble anybody with.
            if (stored)
                TableLayouts::ofProgram().load(*stored);
        });
}

LayoutMemory::~LayoutMemory()
{
    write();
}

void LayoutMemory::write()
{
    if (m_changed.isEmpty())
        return;
    m_jobs.run(
        this,
        [&layouts = m_layouts, changed = std::exchange(m_changed, {})](base::Job &) { return layouts.save(changed); },
        [](const base::Result<void> &) {});
}

}  // namespace ui
