// bench_long_list [--rows N] [--rounds R] [--typed P]: a long list opened, searched key by key and sorted through the real
// model, view and store, beside the usual way: all rows in memory below a QSortFilterProxyModel. Prints figures
// (docs/performance.md); asserts nothing.

#include "base/encrypted_files.h"
#include "bench/people.h"
#include "domain/pinyin.h"
#include "store/staff_table.h"
#include "ui/models/column_makers.h"
#include "ui/models/list_model.h"
#include "ui/models/table_view.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>

namespace {

using Clock = std::chrono::steady_clock;
using domain::Staff;
using store::StaffOrder;
using store::StaffTable;
using bench::kUnit;

double msSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// --- both lists show the same columns

using Columns = std::vector<ui::Column<Staff>>;

Columns columns()
{
    return {ui::textColumn<Staff>("personNumber", QStringLiteral("人员编号"), &Staff::personNumber, 116),
            ui::textColumn<Staff>("name", QStringLiteral("姓名"), &Staff::name, 140),
            ui::textColumn<Staff>("documentNumber", QStringLiteral("证件号码"), &Staff::documentNumber, 180),
            ui::textColumn<Staff>("department", QStringLiteral("部门"), &Staff::department, 120),
            ui::moneyColumn<Staff>("wage", QStringLiteral("缴费工资"), &Staff::wage, 116)};
}

StaffOrder orderOf(const QString &column)
{
    return column == QLatin1String("name") ? StaffOrder::Name
        : column == QLatin1String("documentNumber") ? StaffOrder::DocumentNumber
        : column == QLatin1String("wage") ? StaffOrder::Wage
                                          : StaffOrder::PersonNumber;
}

/// Ours: a count, and the windows that are looked at.
class Windowed final {
public:
    explicit Windowed(store::Store &store) : m_store(store), m_model(columns(), [](const Staff &s) { return s.id; })
    {
        m_pool.setMaxThreadCount(4);
        QObject::connect(&m_model, &ui::ListModelBase::sortRequested, &m_model,
                         [this](const QString &column, Qt::SortOrder order) { read(orderOf(column), order); });
        QObject::connect(&m_model, &QAbstractItemModel::dataChanged, &m_view, [this] {
            if (!m_model.isLoaded(0))
                return;
            m_view.viewport()->repaint();
            m_shown.quit();
        });
    }
    ~Windowed() { m_pool.waitForDone(); }
    void prepare() {}  // its texts lie in the store

    double open()
    {
        const auto begin = Clock::now();
        m_view.setListModel(&m_model);
        m_view.resize(1200, 800);
        m_view.show();
        read(StaffOrder::PersonNumber, Qt::AscendingOrder);
        m_shown.exec();
        return msSince(begin);
    }
    /// One key: until the first rows it has found are painted.
    double type(const QString &text)
    {
        m_quick = text;
        const auto begin = Clock::now();
        read(StaffOrder::PersonNumber, Qt::AscendingOrder);
        m_shown.exec();
        return msSince(begin);
    }
    double sort(const char *column)
    {
        const auto begin = Clock::now();
        m_model.sort(m_model.sectionOf(QString::fromLatin1(column)), Qt::DescendingOrder);
        m_shown.exec();
        return msSince(begin);
    }

private:
    template <class Work, class Done>
    void away(Work work, Done done)
    {
        m_pool.start([this, work, done] {
            auto result = work(m_store).value();
            QMetaObject::invokeMethod(&m_model, [done, result] { done(result); }, Qt::QueuedConnection);
        });
    }
    /// Who was found stays while windows of it are read, as in service::StaffService.
    struct Found {
        std::shared_ptr<const store::StaffHits> hits;
        qint64 rows = 0;
    };
    void read(StaffOrder order, Qt::SortOrder direction)
    {
        const bool descending = direction == Qt::DescendingOrder;
        domain::StaffQuery query;
        query.quick = m_quick;
        const auto find = [query, order](store::Store &store) {
            return store.read([&](base::sqlite::Connection &c) {
                Found found;
                if (StaffTable::goesByHits(query, order))
                    found.hits = std::make_shared<const store::StaffHits>(StaffTable(c).hits(kUnit, query, order));
                found.rows = StaffTable(c).count(kUnit, query, found.hits.get());
                return found;
            });
        };
        away(find, [this, query, order, descending](const Found &found) {
            m_model.setSource({[this, query, order, descending, hits = found.hits](qint64 offset, int limit,
                                                                                  ui::WindowSource<Staff>::Done done) {
                                  away([=](store::Store &store) {
                                      return store.read([&](base::sqlite::Connection &c) {
                                          return StaffTable(c).window(kUnit, query, order, descending, offset, limit, hits.get());
                                      });
                                  }, done);
                              }},
                              found.rows);
            if (found.rows > 0)
                return;
            m_view.viewport()->repaint();
            m_shown.quit();
        });
    }

    store::Store &m_store;
    QThreadPool m_pool;
    QString m_quick;
    ui::ListModel<Staff> m_model;
    ui::TableView m_view{QStringLiteral("bench.table"), QStringLiteral("bench")};
    QEventLoop m_shown;
};

/// The other way, at its best: rows as they are, no item per cell.
class InMemory final : public QAbstractTableModel {
public:
    InMemory(Columns columns, std::vector<Staff> rows) : m_columns(std::move(columns)), m_rows(std::move(rows)) {}
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto &column = m_columns[size_t(index.column())];
        const auto &row = m_rows[size_t(index.row())];
        if (role == kSearchRole)
            return m_texts[size_t(index.row())];
        if (role == Qt::UserRole)
            return column.sortKey ? column.sortKey(row) : column.display(row);
        return role == Qt::DisplayRole ? column.display(row) : QVariant();
    }

    /// What is looked through, ready before anybody types: the same texts as ours.
    void prepare()
    {
        for (const auto &row : m_rows)
            m_texts.push_back(QStringList{row.name, domain::pinyinInitials(row.name).join(QLatin1Char(' ')), row.documentNumber}
                                  .join(QLatin1Char('\n')).toCaseFolded());
    }

    static constexpr int kSearchRole = Qt::UserRole + 1;

private:
    Columns m_columns;
    std::vector<Staff> m_rows;
    std::vector<QString> m_texts;
};

class Proxied final {
public:
    explicit Proxied(store::Store &store) : m_store(store) {}

    double open()
    {
        const auto begin = Clock::now();
        auto rows = std::async(std::launch::async, [this] {
            return m_store.read([](base::sqlite::Connection &c) {
                return StaffTable(c).window(kUnit, {}, StaffOrder::PersonNumber, false, 0, -1);
            });
        }).get().value();
        m_model = std::make_unique<InMemory>(columns(), std::move(rows));
        m_proxy.setSortRole(Qt::UserRole);
        m_proxy.setSourceModel(m_model.get());
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.setModel(&m_proxy);
        m_view.resize(1200, 800);
        m_view.show();
        m_view.viewport()->repaint();
        return msSince(begin);
    }
    void prepare()
    {
        m_model->prepare();
        m_proxy.setFilterRole(InMemory::kSearchRole);
        m_proxy.setFilterKeyColumn(0);
    }
    double type(const QString &text)
    {
        const auto begin = Clock::now();
        m_proxy.setFilterFixedString(text.toCaseFolded());
        m_view.viewport()->repaint();
        return msSince(begin);
    }
    double sort(const char *name)
    {
        const auto all = columns();
        const auto found = std::find_if(all.begin(), all.end(), [name](const auto &one) { return one.id.text == QLatin1String(name); });
        const auto begin = Clock::now();
        m_proxy.sort(int(found - all.begin()), Qt::DescendingOrder);
        m_view.viewport()->repaint();
        return msSince(begin);
    }

private:
    store::Store &m_store;
    std::unique_ptr<InMemory> m_model;
    QSortFilterProxyModel m_proxy;
    QTableView m_view;
};

// --- figures

const char *const kSorted[] = {"name", "documentNumber", "wage"};

struct Times {
    std::vector<double> open;
    std::vector<double> keys;
    std::vector<double> sort[std::size(kSorted)];
};

/// What the other side has freed is the system's again, so that nobody waits for somebody else's memory.
void settle()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

/// Names, initials, the last four digits and six in the middle, key by key; each word is taken back at once.
QStringList keysOf(store::Store &store, int people)
{
    return std::async(std::launch::async, [&] {
        QStringList keys;
        for (int i = 0; i < people; ++i) {
            const auto found = store.read([&](base::sqlite::Connection &c) {
                const StaffTable table(c);
                const auto at = table.count(kUnit, {}) * (2 * i + 1) / (2 * people);
                return table.window(kUnit, {}, StaffOrder::PersonNumber, false, at, 1);
            }).value();
            const auto &one = found.front();
            for (const auto &word : {one.name, domain::pinyinInitials(one.name).value(0).toLower(), one.documentNumber.right(4),
                                     one.documentNumber.mid(8, 6)}) {
                // Fewer than four digits find nobody in ours: no key to compare.
                const bool digits = !word.isEmpty() && word.front().isDigit();
                for (qsizetype length = digits ? 4 : 1; length <= word.size(); ++length)
                    keys << word.left(length);
                keys << QString();
            }
        }
        return keys;
    }).get();
}

template <class List>
void once(store::Store &store, const QStringList &keys, Times &times)
{
    settle();
    List list(store);
    times.open.push_back(list.open());
    if (!keys.isEmpty())
        list.prepare();
    for (const auto &key : keys) {
        const double ms = list.type(key);
        if (!key.isEmpty())
            times.keys.push_back(ms);
    }
    for (size_t i = 0; i < std::size(kSorted); ++i)
        times.sort[i].push_back(list.sort(kSorted[i]));
}

void line(const char *what, const std::vector<double> &ours, const std::vector<double> &theirs)
{
    const auto [low, high] = std::minmax_element(ours.begin(), ours.end());
    std::printf("%-22s %8.1f ms (%.1f - %.1f)   in memory %9.1f ms   x %.1f\n", what, bench::median(ours), *low, *high,
                bench::median(theirs), bench::median(theirs) / bench::median(ours));
}

void typing(const std::vector<double> &ours, const std::vector<double> &theirs)
{
    if (ours.empty())
        return;
    const auto at = [](std::vector<double> values, double share) {
        std::sort(values.begin(), values.end());
        return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
    };
    for (const double share : {0.5, 0.95})
        std::printf("a key, p%-18.0f %8.1f ms   in memory %9.1f ms   x %.1f   (%zu keys each)\n", share * 100, at(ours, share),
                    at(theirs, share), at(theirs, share) / at(ours, share), ours.size());
}

}  // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption rows(QStringLiteral("rows"), {}, QStringLiteral("count"), QStringLiteral("1000000"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), {}, QStringLiteral("times"), QStringLiteral("9"));
    const QCommandLineOption typed(QStringLiteral("typed"), {}, QStringLiteral("people"), QStringLiteral("0"));
    parser.addOptions({rows, rounds, typed});
    parser.process(application);
    ui::apply(application, ui::Scheme::Light);
    const QTemporaryDir folder;
    auto store = std::async(std::launch::async, [&]() -> base::Result<std::unique_ptr<store::Store>> {
        QByteArray key(base::sqlite::kFileKeyBytes, 'k');
        key[0] = 'x';
        auto opened = store::Store::open(folder.path(), {.key = key});
        if (!opened)
            return opened;
        if (const auto filled = bench::fillPeople(**opened, parser.value(rows).toInt()); !filled)
            return filled.error();
        return opened;
    }).get();
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().detail));
        return 1;
    }
    const auto keys = keysOf(**store, parser.value(typed).toInt());
    Times ours;
    Times theirs;
    for (int i = 0; i < parser.value(rounds).toInt(); ++i) {
        once<Windowed>(**store, keys, ours);
        once<Proxied>(**store, keys, theirs);
    }
    std::printf("%s rows, %s rounds, medians (smallest - largest), %d cores, build %s\n", qPrintable(parser.value(rows)),
                qPrintable(parser.value(rounds)), QThread::idealThreadCount(), SHEBAO_BUILD_TYPE);
    line("open", ours.open, theirs.open);
    typing(ours.keys, theirs.keys);
    for (size_t i = 0; i < std::size(kSorted); ++i)
        line((std::string("sort by ") + kSorted[i]).c_str(), ours.sort[i], theirs.sort[i]);
    return 0;
}
