#include "bench/one_sync.h"

#include "app/application.h"
#include "base/encrypt_database.h"
#include "bench/typing.h"
#include "bench/watchdog.h"
#include "platform/store_key.h"
#include "ui/modules/staff/staff_page.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QProgressBar>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <future>
#include <random>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;
using nlohmann::json;

double msSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// A line of /proc/self/status, kB as MB.
double megabytes(const char *name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QRegularExpression line(QStringLiteral("%1:\\s+(\\d+)").arg(QLatin1String(name)));
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

json figures(const Delays &delays)
{
    return {{"events", delays.events}, {"p50", delays.p50},       {"p99", delays.p99},
            {"max", delays.max},       {"over50", delays.over50}, {"machine", delays.machine}};
}

template <class Work>
auto away(Work work)
{
    return std::async(std::launch::async, std::move(work)).get();
}

std::unique_ptr<app::Application> openClient(const QString &folder, const QUrl &server)
{
    QDir().mkpath(folder);
    app::Options options;
    options.dataFolder = folder;
    options.server.url = server;
    auto started = app::Application::start(options);
    if (!started || !(*started)->network().save({}))
        return nullptr;
    return std::move(started).value();
}

base::Result<service::UnitProfile> logIn(app::Application &client, const QString &password)
{
    return away([&]() -> base::Result<service::UnitProfile> {
        base::Job job;
        const auto session = client.units().verifyPassword(kUnit, password, job);
        if (!session)
            return session.error();
        if (session->mustChangePassword) {
            if (const auto changed = client.units().changePassword(kUnit, password, kPassword, job); !changed)
                return changed.error();
        }
        auto profile = client.units().refresh(kUnit, job);
        const auto entered = client.units().enter(kUnit);
        return entered ? profile : base::Result<service::UnitProfile>(entered.error());
    });
}

/// Calls `then` with every Show and Hide of a widget.
class Visibility final : public QObject {
public:
    Visibility(QWidget *watched, std::function<void(bool shown)> then) : m_then(std::move(then))
    {
        watched->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
            m_then(event->type() == QEvent::Show);
        return false;
    }

private:
    std::function<void(bool)> m_then;
};

class Bench final {
public:
    Bench(app::Application &client, const service::UnitProfile &profile, bool where)
        : m_desk{m_jobs, m_prompt, client.clock(), profile, [] {}, [] {}},
          m_page(m_desk, client.staff(), nullptr), m_watchdog(where)
    {
        m_prompt.setSilent(true);
        m_page.resize(1440, 900);
        m_page.show();
        QTest::qWait(500);  // the window is drawn, fonts are loaded
        m_watchdog.take();
    }

    json download()
    {
        json result = {{"rssBefore", megabytes("VmRSS")}};
        const auto begin = Clock::now();
        auto last = begin;
        double widest = 0;
        double first = 0;
        int updates = 0;
        auto *bar = m_page.findChild<QProgressBar *>(QStringLiteral("staff.list.progress.bar"));
        const auto moved = QObject::connect(bar, &QProgressBar::valueChanged, &m_page, [&] {
            if (updates++ == 0)
                first = msSince(begin);
            else
                widest = std::max(widest, msSince(last));
            last = Clock::now();
        });
        QEventLoop loop;
        bool complete = false;
        QObject::connect(&m_page, &ui::StaffPage::synced, &loop, [&] { complete = true; });
        const Visibility over(m_page.progress(), [&](bool shown) {
            if (!shown)
                loop.quit();
        });
        m_page.opened();
        loop.exec();
        QObject::disconnect(moved);
        m_downloadMs = msSince(begin);
        complete = complete || QTest::qWaitFor([&] { return complete; }, 1000);
        const bool rows = QTest::qWaitFor([&] {
            return m_page.state() == ui::ListPage::State::Rows && m_page.table()->listModel()->isLoaded(0);
        }, 10000);
        result["rowsAfterMs"] = msSince(begin) - m_downloadMs;
        result["delays"] = figures(m_watchdog.take());
        result.update({{"complete", complete && rows}, {"people", m_page.table()->model()->rowCount()},
                       {"ms", m_downloadMs}, {"firstProgressMs", first}, {"progressGapMs", widest},
                       {"progressUpdates", updates}, {"rssAfter", megabytes("VmRSS")}, {"rssPeak", megabytes("VmHWM")}});
        return result;
    }

    /// Wheel and PageDown as fast as a hand makes them.
    json scroll(int seconds)
    {
        auto *view = m_page.table();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(0, 0));
        QEventLoop loop;
        QTimer wheel;
        QTimer key;
        QObject::connect(&wheel, &QTimer::timeout, view, [view] {
            const QPointF middle(view->viewport()->rect().center());
            QWheelEvent turn(middle, view->viewport()->mapToGlobal(middle), {}, {0, -360}, Qt::NoButton, Qt::NoModifier,
                             Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view->viewport(), &turn);
        });
        QObject::connect(&key, &QTimer::timeout, view, [view] { QTest::keyClick(view, Qt::Key_PageDown); });
        m_watchdog.take();
        wheel.start(16);
        key.start(100);
        QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
        loop.exec();
        json result = {{"delays", figures(m_watchdog.take())}};
        wheel.stop();
        key.stop();
        result["firstRowShown"] = view->rowAt(0);
        result["rss"] = megabytes("VmRSS");
        return result;
    }

    /// From the click on 取消 until the page is free again, at any moment of a 全量更新.
    json cancel(int times)
    {
        std::mt19937 random(1);
        std::uniform_real_distribution<double> share(0.05, 0.6);
        json latencies = json::array();
        for (int i = 0; i < times; ++i) {
            QEventLoop loop;
            Clock::time_point clicked;
            bool asked = false;
            const Visibility over(m_page.progress(), [&](bool shown) {
                if (!shown)
                    loop.quit();
            });
            m_page.syncNow(service::StaffSync::Full);
            QTimer::singleShot(int(m_downloadMs * share(random)), &m_page, [&] {
                asked = m_page.progress()->isVisible();
                clicked = Clock::now();
                m_page.findChild<QAbstractButton *>(QStringLiteral("staff.list.progress.cancel"))->click();
            });
            loop.exec();
            if (asked)
                latencies.push_back(msSince(clicked));
            while (m_jobs.busy())
                QTest::qWait(10);
        }
        return {{"latencies", latencies}, {"delays", figures(m_watchdog.take())}};
    }

    ui::StaffPage &page() { return m_page; }

private:
    ui::JobRunner m_jobs;
    ui::Prompt m_prompt;
    ui::Desk m_desk;
    ui::StaffPage m_page;
    double m_downloadMs = 0;
    Watchdog m_watchdog;
};

}  // namespace

bool claimUnit(const QUrl &server)
{
    const QTemporaryDir folder;
    const auto client = openClient(folder.path(), server);
    return client && logIn(*client, kFirstPassword);
}

/// What plain_import reads: `plain.db` beside the store.
void writePlain(const QString &folder)
{
    using base::sqlite::Access;
    using base::sqlite::Connection;
    away([&] {
        const auto key = platform::storeKey(folder, false);
        Connection from(folder + QStringLiteral("/shebao.db"), Access::ReadOnly, key ? *key : QByteArray());
        Connection to(folder + QStringLiteral("/plain.db"), Access::ReadWrite);
        base::sqlite::copyDatabase(from, to);
    });
}

int runOne(const Order &order)
{
    ui::apply(*qApp, ui::Scheme::Light);
    const QTemporaryDir folder;
    const auto client = openClient(order.folder.isEmpty() ? folder.path() : order.folder, order.server);
    if (!client)
        return 1;
    const auto profile = logIn(*client, kPassword);
    if (!profile) {
        std::fprintf(stderr, "login: %s\n", qPrintable(profile.error().code));
        return 1;
    }
    Bench bench(*client, *profile, order.where);
    json result = {{"platform", QGuiApplication::platformName().toStdString()}, {"download", bench.download()}};
    if (order.scrollSeconds > 0)
        result["scroll"] = bench.scroll(order.scrollSeconds);
    if (order.typed > 0)
        result["typing"] = type(bench.page(), *client, kUnit, order.typed);
    if (order.cancels > 0)
        result["cancel"] = bench.cancel(order.cancels);
    if (!order.folder.isEmpty())
        writePlain(order.folder);
    std::printf("%s\n", result.dump().c_str());
    return result["download"]["complete"].get<bool>() ? 0 : 1;
}

}  // namespace bench
