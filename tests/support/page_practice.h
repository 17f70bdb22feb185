#pragma once
// A page of the window over the real services and the reference tax side in this process.

#include "service/practice.h"

#include "ui/models/list_model_base.h"
#include "ui/models/table_view.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

#include <QAbstractButton>
#include <QDialog>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <future>

namespace tests {

class PagePractice : public Practice {
protected:
    /// What blocks may not run on the window's thread, not even in a test.
    template <class Work>
    static auto away(Work work)
    {
        return std::async(std::launch::async, std::move(work)).get();
    }

    void SetUp() override
    {
        away([this] { Practice::SetUp(); });
        if (HasFatalFailure())
            return;
        prompt.setSilent(true);
        const auto profile = client->units().profile(unit);
        ASSERT_TRUE(profile);
        desk = std::make_unique<ui::Desk>(ui::Desk{*jobs, prompt, client->clock(), *profile, [this] { ++logins; },
                                                   [this] { ++networkSettings; },
                                                   [this](domain::TrailEvent event, const QString &what, qint64 count) {
                                                       return client->trail().noteOutput(unit, event, what, count);
                                                   }});
    }

    void TearDown() override
    {
        page.reset();
        jobs.reset();  // waits for what runs before the services go
        Practice::TearDown();
    }

    /// Makes the page with this id and shows it.
    ui::ListPage *open(const std::vector<ui::PageSpec> &specs, const char *id)
    {
        page.reset();
        for (const auto &spec : specs) {
            if (spec.id == QLatin1String(id))
                page.reset(spec.create(nullptr));
        }
        if (!page)
            return nullptr;
        page->resize(1180, 720);
        page->show();
        page->opened();
        return qobject_cast<ui::ListPage *>(page.get());
    }

    template <class Condition>
    bool eventually(Condition condition, int milliseconds = 8000)
    {
        return QTest::qWaitFor(condition, milliseconds);
    }

    template <class W>
    W *find(const char *name) const
    {
        return page->findChild<W *>(QString::fromUtf8(name));
    }
    QAbstractButton *button(const char *name) const { return find<QAbstractButton>(name); }

    void click(const char *name)
    {
        auto *target = button(name);
        ASSERT_TRUE(target) << name;
        ASSERT_TRUE(target->isEnabled()) << name;
        target->click();
    }

    /// Waits for a dialog and returns it.
    QDialog *dialog(const char *name)
    {
        EXPECT_TRUE(eventually([&] { return find<QDialog>(name) != nullptr; })) << name;
        return find<QDialog>(name);
    }

    ui::ListModelBase *model(ui::ListPage *list) const { return list->table()->listModel(); }
    QString cell(ui::ListPage *list, int row, const char *column) const
    {
        const auto *m = model(list);
        return m->index(row, m->sectionOf(QString::fromUtf8(column))).data().toString();
    }
    /// Waits until the page shows this many rows.
    bool rows(ui::ListPage *list, int count)
    {
        return eventually([&] { return model(list)->rowCount() == count && list->state() != ui::ListPage::State::Loading; });
    }
    bool said(ui::ListPage *list, const char *words)
    {
        return eventually([&] { return list->strip()->text().contains(QString::fromUtf8(words)); });
    }

    std::unique_ptr<ui::JobRunner> jobs = std::make_unique<ui::JobRunner>();
    ui::Prompt prompt;
    std::unique_ptr<ui::Desk> desk;
    std::unique_ptr<ui::Page> page;
    int logins = 0;
    int networkSettings = 0;
};

}  // namespace tests
