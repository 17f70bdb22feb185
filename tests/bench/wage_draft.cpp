// bench_wage_draft [--people N]: a draft of wages with everybody of a large unit in it, opened, edited, pasted into, searched,
// sorted and scrolled in the real page over the real store. Prints how late the window's thread was for an event in each
// of them (docs/performance.md); asserts nothing.

#include "app/application.h"
#include "bench/people.h"
#include "bench/watchdog.h"
#include "ui/modules/wage/wage_draft_page.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>
#include <future>
#include <random>

namespace {

const domain::WageForm kDaily{domain::WageKind::Daily, false};
constexpr int kPatienceMs = 300'000;

template <class Work>
auto away(Work work)
{
    return std::async(std::launch::async, std::move(work)).get();
}

/// Everybody of an invented unit, in 正常缴费.
base::Result<void> fill(const QString &folder, int people)
{
    const auto key = app::keyOf(folder);
    if (!key)
        return key.error();
    auto store = store::Store::open(folder, {.key = *key});
    if (!store)
        return store.error();
    if (const auto filled = bench::fillPeople(**store, people); !filled)
        return filled;
    return (*store)->write([](base::sqlite::Connection &c) {
        c.run("UPDATE staff SET state = ?", int(domain::ContributionState::Normal));
    });
}

class Bench final {
public:
    Bench(app::Application &client, bool where)
        : m_desk{m_jobs, m_prompt, client.clock(), profile(), [] {}, [] {}},
          m_page(domain::WageKind::Daily, m_desk, client.wages(), client.staff(), nullptr), m_watchdog(where)
    {
        m_prompt.setSilent(true);
        m_page.resize(1440, 900);
        m_page.show();
        QTest::qWait(500);  // the window is drawn, fonts are loaded
        m_watchdog.take();
    }

    void open(int people)
    {
        QElapsedTimer timer;
        timer.start();
        m_page.opened();
        const bool whole = QTest::qWaitFor([&] { return model().rowCount() == people; }, kPatienceMs);
        said("open", timer.elapsed());
        if (!whole)
            std::printf("NOT COMPLETE: %d rows\n", model().rowCount());
    }
    void edit(int times)
    {
        QElapsedTimer timer;
        timer.start();
        std::mt19937 random(3);
        const int wage = model().sectionOf(QStringLiteral("wage"));
        for (int i = 0; i < times; ++i) {
            const int row = int(random() % unsigned(model().rowCount()));
            model().setData(model().index(row, wage), QString::number(4000 + i), Qt::EditRole);
            QTest::qWait(20);
        }
        settle();
        said("edit cells", timer.elapsed() / times);
    }
    void paste(int rows)
    {
        QString clip;
        for (int i = 0; i < rows; ++i)
            clip += QStringLiteral("%1\r\n").arg(5000 + i);
        QGuiApplication::clipboard()->setText(clip);
        m_page.table()->setCurrentIndex(model().index(0, model().sectionOf(QStringLiteral("wage"))));
        m_page.table()->setFocus();
        m_watchdog.take();
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(m_page.table(), Qt::Key_V, Qt::ControlModifier);
        settle();
        said("paste", timer.elapsed());
        timer.start();
        QTest::keyClick(m_page.table(), Qt::Key_Z, Qt::ControlModifier);
        settle();
        said("undo", timer.elapsed());
    }
    void type(const QStringList &words)
    {
        auto *field = m_page.findChild<QLineEdit *>(QStringLiteral("wage.daily.query.quick"));
        QElapsedTimer timer;
        timer.start();
        int keys = 0;
        for (const auto &word : words) {
            for (qsizetype length = 1; length <= word.size(); ++length, ++keys) {
                field->setText(word.left(length));
                QTest::qWait(100);
            }
            field->clear();
            settle();
        }
        said("quick search", timer.elapsed() / qMax(1, keys));
    }
    void query(const QString &name)
    {
        QElapsedTimer timer;
        timer.start();
        m_page.query()->setText(QStringLiteral("name"), name);
        m_page.query()->searchButton()->click();
        settle();
        m_page.query()->resetButton()->click();
        settle();
        said("exact query", timer.elapsed());
    }
    void sort()
    {
        QElapsedTimer timer;
        timer.start();
        for (const char *column : {"name", "wage"}) {
            model().sort(model().sectionOf(QString::fromLatin1(column)), Qt::AscendingOrder);
            settle();
        }
        model().sort(-1, Qt::AscendingOrder);
        settle();
        said("sort", timer.elapsed());
    }
    void scroll()
    {
        QElapsedTimer timer;
        timer.start();
        auto *bar = m_page.table()->verticalScrollBar();
        for (int i = 0; i < 100; ++i) {
            bar->setValue(int(qint64(bar->maximum()) * i / 100));
            QTest::qWait(16);
        }
        said("scroll", timer.elapsed());
    }
    void checkAll()
    {
        QElapsedTimer timer;
        timer.start();
        model().checkAll(true);
        QTest::qWait(100);
        model().checkAll(false);
        QTest::qWait(100);
        said("check all", timer.elapsed());
    }
    void reread()
    {
        QElapsedTimer timer;
        timer.start();
        m_page.opened();
        settle();
        said("read anew", timer.elapsed());
    }

private:
    static service::UnitProfile profile()
    {
        service::UnitProfile profile;
        profile.unit.registrationId = bench::kUnit;
        profile.pack.wage.maximum = domain::Money::fromFen(100'000'000);
        profile.pack.wage.monthsBack = 12;
        profile.pack.wage.monthsAhead = 12;
        return profile;
    }
    ui::ListModelBase &model() { return *m_page.table()->listModel(); }
    /// Until no worker has anything of it left.
    void settle()
    {
        QTest::qWait(50);
        if (!QTest::qWaitFor([this] { return !m_jobs.busy(); }, kPatienceMs))
            std::printf("NOT SETTLED\n");
    }
    void said(const char *what, qint64 ms)
    {
        QTest::qWait(50);
        const auto delays = m_watchdog.take();
        std::printf("%-14s %8lld ms   latest event %7.1f ms, p99 %6.1f ms, %lld of %lld later than 50 ms (machine %.1f ms)\n",
                    what, static_cast<long long>(ms), delays.max, delays.p99, static_cast<long long>(delays.over50),
                    static_cast<long long>(delays.events), delays.machine);
        std::fflush(stdout);
    }

    ui::JobRunner m_jobs;
    ui::Prompt m_prompt;
    ui::Desk m_desk;
    ui::WageDraftPage m_page;
    bench::Watchdog m_watchdog;
};

int run(int people, bool where)
{
    const QTemporaryDir folder;
    const auto client = away([&]() -> std::unique_ptr<app::Application> {
        if (const auto filled = fill(folder.path(), people); !filled) {
            std::fprintf(stderr, "%s\n", qPrintable(filled.error().detail));
            return nullptr;
        }
        app::Options options;
        options.dataFolder = folder.path();
        options.server.url = QUrl(QStringLiteral("http://127.0.0.1:1/"));
        auto started = app::Application::start(options);
        if (!started || !(*started)->wages().addContributing(bench::kUnit, kDaily))
            return nullptr;
        return std::move(started).value();
    });
    if (!client)
        return 1;
    std::printf("%d people, %d cores, build %s\n", people, QThread::idealThreadCount(), SHEBAO_BUILD_TYPE);
    Bench bench(*client, where);
    bench.open(people);
    bench.edit(50);
    bench.paste(2000);
    bench.type({QStringLiteral("王伟"), QStringLiteral("zs"), QStringLiteral("1960")});
    bench.query(QStringLiteral("王伟芳"));
    bench.sort();
    bench.scroll();
    bench.checkAll();
    bench.reread();
    return 0;
}

}  // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption people(QStringLiteral("people"), {}, QStringLiteral("count"), QStringLiteral("100000"));
    const QCommandLineOption where(QStringLiteral("where"), QStringLiteral("Stacks of what blocks the window."));
    parser.addOptions({people, where});
    parser.process(application);
    ui::apply(application, ui::Scheme::Light);
    return run(parser.value(people).toInt(), parser.isSet(where));
}
