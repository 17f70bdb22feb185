#pragma once
// The one table model. Two forms:
//   setRows()    a list held here, sorted and searched here; setPrepared() when it is long: then workers do both
//   setSource()  a long list read in windows of 200 rows, sorted by its source (SQL); 64 windows are kept
// Rows have keys; checks, edits and updates name rows by key and survive a refresh.

#include "ui/models/list_model_base.h"
#include "ui/models/list_rows.h"

#include <QCache>
#include <QPointer>

#include <optional>

namespace ui {

template <class Row>
struct WindowSource {
    using Done = std::function<void(std::vector<Row>)>;
    /// Reads rows [offset, offset + count) somewhere else and calls `done` on the window's thread, later or at once.
    /// `done` may be dropped or called after the model is gone.
    std::function<void(qint64 offset, int count, Done done)> fetch;
};

template <class Row>
class ListModel final : public ListModelBase {
public:
    using Key = std::function<QString(const Row &)>;
    static constexpr int windowRows = 200;
    static constexpr int windowsKept = 64;
    static constexpr int fetchesAtOnce = 3;

    ListModel(std::vector<Column<Row>> columns, Key key, QObject *parent = nullptr);
    ~ListModel() override { letGo(std::move(m_rows)); }

    /// What new rows mean for the history of edits: read anew, or other rows of what it is about (a query).
    enum class History { Ends, Stays };

    /// A small list. With the same keys in the same order only the cells are refreshed, so that scroll position and an open
    /// editor stay; otherwise the model is reset. Checks of keys that are still there stay.
    void setRows(std::vector<Row> rows, History history = History::Ends);
    /// Rows that were made ready on a worker for what was wanted when they were asked for.
    struct Prepared {
        ListRows<Row> rows;
        ListOrder order;
        ListRows<Row> before;  ///< what they were compared with
        bool sameKeys = false;
        quint64 wish = 0;
    };
    using Preparation = std::function<Prepared(std::vector<Row>)>;
    /// For a worker; may outlive the model.
    Preparation preparation() const;
    /// As setRows(). False when another order or search is wanted meanwhile: nothing was done, prepare them anew.
    bool setPrepared(Prepared &&prepared, History history = History::Ends);
    /// How `work` is done elsewhere and then `done` on the window's thread, or never when the model is gone. With it,
    /// sorting and searching more than `arrangedHere` rows happens there; without, here.
    using Away = std::function<void(std::function<void()> work, std::function<void()> done)>;
    static constexpr int arrangedHere = 2000;
    void setAway(Away away) { m_away = std::move(away); }
    /// Lists held here: only these rows are shown; all of them when not set. What it hides loses its check.
    void setFilter(std::function<bool(const Row &)> filter);
    /// Runs `then` when no sort or search is under way: at once, or when it has ended.
    void whenArranged(std::function<void()> then) override;
    /// A long list of `count` rows. Checks are dropped unless `keepChecks`. The history of edits ends.
    void setSource(WindowSource<Row> source, qint64 count, bool keepingChecks = false);
    /// Reads the windows again, without changing what is selected; `count` when it has changed.
    void refresh(std::optional<qint64> count = {});
    /// Replaces the row with the same key where it is loaded.
    void updateRow(const Row &row) { updateRows({row}); }
    void updateRows(const std::vector<Row> &rows);
    /// Small lists: rows that may not be checked (held by a submission). Call before the rows come.
    void setCheckableRows(std::function<bool(const Row &)> checkable) { m_checkable = std::move(checkable); }
    /// Small lists: what a quick search looks through: the shown texts of these columns, and what `more` adds to them
    /// (initials). Words of the search are looked for apart, without regard to case. Both are called on workers, too.
    void setSearched(const QStringList &columnIds, std::function<QString(const Row &)> more = {});
    void search(const QString &text) override;

    /// Nothing while it is not loaded. Valid until the next event.
    const Row *row(int row) const;
    const Row *row(const QModelIndex &index) const { return index.isValid() ? row(index.row()) : nullptr; }
    const Row *rowByKey(const QString &key) const;
    /// Small lists: the checked rows in the shown order; then those that a quick search hides.
    std::vector<Row> checkedRows() const { return contents().checked(); }
    /// Small lists: the rows that are shown, in their order.
    std::vector<Row> rows() const;
    /// Lists held here: what there is now, to be read on a worker.
    ListContents<Row> contents() const { return {m_rows, m_order, checkedKeys()}; }
    /// Lists held here: how many rows there are, hidden ones too.
    int held() const { return m_rows.size(); }
    const std::vector<Column<Row>> &columns() const { return m_shape->columns; }

    int rowOfKey(const QString &key) const override;
    bool isLoaded(int row) const override { return this->row(row) != nullptr; }
    void sort(int section, Qt::SortOrder order) override;
    bool isWindowed() const override { return m_source.has_value(); }
    void readTexts(int row, int count, const std::vector<int> &sections, std::function<void(Texts)> done) override;

private:
    int rowTotal() const override { return m_source ? int(m_count) : int(m_order->order.size()); }
    QString keyAt(int row) const override;
    QVariant cell(int row, int column, int role) const override;
    bool cellEditable(int row, int column) const override;
    bool rowCheckable(int row) const override;

    int checkedShown() const override;
    bool allCheckable() const override { return !m_checkable || m_source; }

    ListWish<Row> wish() const;
    void install(ListRows<Row> rows, ListOrder order, bool sameKeys, History kept);
    void keepPossibleChecks();
    void forget();
    /// Sort, search or filter has changed; only a sort leaves the shown rows what they are.
    void rearrange(bool onlySort);
    void arrangedAs(ListOrder order);
    void moveRows(ListOrder order);
    void nowArranged();
    void letGo(ListRows<Row> rows);
    void want(int window) const;
    void fetchWanted();
    void arrived(int window, quint64 generation, std::vector<Row> rows);

    std::shared_ptr<const ListShape<Row>> m_shape;
    // held here
    ListRows<Row> m_rows;
    std::shared_ptr<const ListOrder> m_order = std::make_shared<const ListOrder>();
    std::function<bool(const Row &)> m_checkable;
    QStringList m_words;
    std::function<bool(const Row &)> m_filter;
    quint64 m_wish = 0;        // counts what was wanted
    quint64 m_arranging = 0;   // the arrangement under way; an older one is not wanted any more
    bool m_underWay = false;
    bool m_onlySort = true;    // of what is under way
    std::vector<std::function<void()>> m_waiting;
    Away m_away;
    // windowed
    std::optional<WindowSource<Row>> m_source;
    qint64 m_count = 0;
    quint64 m_generation = 0;
    mutable QCache<int, std::vector<Row>> m_windows{windowsKept};
    mutable QVector<int> m_wanted;     // newest last
    mutable bool m_fetchPosted = false;
    QSet<int> m_inFlight;
};

}  // namespace ui

#include "ui/models/list_model_impl.h"
#include "ui/models/list_model_rows_impl.h"
#include "ui/models/list_model_windows_impl.h"
