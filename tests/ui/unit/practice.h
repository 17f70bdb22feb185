#pragma once
// What the page tests stand on: the whole program without its window, over the reference tax side in this process or
// over a server that cannot be reached; and hands to work its widgets by object name.

#include "app/application.h"
#include "support/units.h"
#include "ui/shell/desk.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <future>

namespace tests {

/// Of kUnit.
inline const QString kInitialPassword = QStringLiteral("000001");
inline const QString kNewPassword = QStringLiteral("abcd1234");

class PracticeTest : public testing::Test {
protected:
    /// `employees` < 0: nothing listens where the business server should be.
    void start(int employees = 40)
    {
        app::Options options;
        options.dataFolder = m_folder.path();
        if (employees < 0) {
            options.server.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
        } else {
            taxside::Options tax;
            tax.employees = employees;
            tax.feedbackMs = 100;
            options.practice = tax;
        }
        auto started = app::Application::start(options);
        ASSERT_TRUE(started) << started.error().code.toStdString();
        app = std::move(started).value();
        // As if the user had chosen it: this machine's own proxy settings are none of a test's business.
        ASSERT_TRUE(app->network().save({}));
        prompt.setSilent(true);
    }

    /// Past the forced change of the initial password.
    void logIn()
    {
        const auto loaded = enterAs(kUnit, kInitialPassword);
        ASSERT_TRUE(loaded) << loaded.error().code.toStdString();
        profile = *loaded;
    }

    /// Services block: never on the window's thread.
    template <class Work>
    static auto away(Work work)
    {
        return std::async(std::launch::async, [&work] {
                   base::Job job;
                   return work(job);
               })
            .get();
    }

    /// The first login of a unit, as the clerk does it.
    base::Result<service::UnitProfile> enterAs(const QString &unit, const QString &initialPassword)
    {
        return away([&](base::Job &job) -> base::Result<service::UnitProfile> {
            auto &units = app->units();
            const auto session = units.verifyPassword(unit, initialPassword, job);
            if (!session)
                return session.error();
            const auto changed = units.changePassword(unit, initialPassword, kNewPassword, job);
            if (!changed)
                return changed.error();
            auto loaded = units.refresh(unit, job);
            const auto entered = units.enter(unit);
            return entered ? loaded : base::Result<service::UnitProfile>(entered.error());
        });
    }

    ui::Desk desk()
    {
        return {jobs, prompt, app->clock(), profile, [this] { ++loginsAsked; }, [this] { ++networkAsked; }};
    }

    /// Until nothing runs any more.
    void settle()
    {
        QTest::qWait(20);
        ASSERT_TRUE(QTest::qWaitFor([this] { return !jobs.busy(); }, 20000));
        QTest::qWait(20);
    }

    template <class W = QWidget>
    static W *get(QObject *root, const char *name)
    {
        auto *found = root->findChild<W *>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    static void click(QObject *root, const char *name)
    {
        if (auto *one = get<QAbstractButton>(root, name)) {
            EXPECT_TRUE(one->isEnabled()) << name;
            one->click();
        }
    }
    static void type(QObject *root, const char *name, const QString &text)
    {
        if (auto *field = get<QLineEdit>(root, name)) {
            field->clear();
            // Keys are ASCII; other text comes from an input method.
            if (QString::fromLatin1(text.toLatin1()) == text)
                QTest::keyClicks(field, text);
            else
                field->insert(text);
        }
    }
    /// The dialog of that name that is open.
    static QDialog *dialog(QWidget *root, const char *name)
    {
        auto *found = root->findChild<QDialog *>(QString::fromLatin1(name));
        return found && found->isVisible() ? found : nullptr;
    }

    ui::Prompt prompt;
    std::unique_ptr<app::Application> app;
    service::UnitProfile profile;
    int loginsAsked = 0;
    int networkAsked = 0;

    QTemporaryDir m_folder;
    ui::JobRunner jobs;  // last: goes first, and waits for what still uses the rest
};

}  // namespace tests
