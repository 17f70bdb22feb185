#pragma once
// The one table model. Two forms:
//   setRows()    a small list held here, sorted here
//   setSource()  a long list read in windows of 200 rows, sorted by its source (SQL); 64 windows are kept
// Rows have keys; checks, edits and updates name rows by key and survive a refresh.

#include "ui/models/list_model_base.h"
#include "ui/models/sorting.h"

#include <QCache>
#include <QHash>
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

    /// What new rows mean for the history of edits: read anew, or other rows of what it is about (a query).
    enum class History { Ends, Stays };

    /// A small list. With the same keys in the same order only the cells are refreshed, so that scroll position and an open
    /// editor stay; otherwise the model is reset. Checks of keys that are still there stay.
    void setRows(std::vector<Row> rows, History history = History::Ends);
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
    /// (initials). Words of the search are looked for apart, without regard to case.
    void setSearched(const QStringList &columnIds, std::function<QString(const Row &)> more = {});
    void search(const QString &text) override;

    /// Nothing while it is not loaded. Valid until the next event.
    const Row *row(int row) const;
    const Row *row(const QModelIndex &index) const { return index.isValid() ? row(index.row()) : nullptr; }
    const Row *rowByKey(const QString &key) const;
    /// Small lists: the checked rows in the shown order; then those that a quick search hides.
    std::vector<Row> checkedRows() const;
    /// Small lists: the rows that are shown, in their order.
    std::vector<Row> rows() const;
    const std::vector<Column<Row>> &columns() const { return m_columns; }

    int rowOfKey(const QString &key) const override;
    bool isLoaded(int row) const override { return this->row(row) != nullptr; }
    void sort(int section, Qt::SortOrder order) override;
    bool isWindowed() const override { return m_source.has_value(); }
    void readTexts(int row, int count, const std::vector<int> &sections, std::function<void(Texts)> done) override;

private:
    int rowTotal() const override { return m_source ? int(m_count) : int(m_order.size()); }
    QString keyAt(int row) const override;
    QVariant cell(int row, int column, int role) const override;
    bool cellEditable(int row, int column) const override;
    bool rowCheckable(int row) const override;

    bool sameKeys(const std::vector<Row> &rows) const;
    void keepPossibleChecks();
    void forget();
    std::vector<int> sorted() const;
    QString searchedText(const Row &row) const;
    bool isFound(int position);
    void arrange();
    void rearrange();
    void indexKeys();
    void want(int window) const;
    void fetchWanted();
    void arrived(int window, quint64 generation, std::vector<Row> rows);

    std::vector<Column<Row>> m_columns;
    Key m_key;
    // small
    std::vector<Row> m_rows;
    std::vector<int> m_order;          // shown row → m_rows
    QHash<QString, int> m_byKey;       // key → m_rows
    std::vector<int> m_shown;          // m_rows → shown row, -1: hidden by the search
    std::function<bool(const Row &)> m_checkable;
    std::vector<const Column<Row> *> m_searched;
    std::function<QString(const Row &)> m_searchedMore;
    std::vector<QString> m_texts;      // m_rows → what is looked through; made when it is first needed
    QStringList m_words;
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
#include "ui/models/list_model_search_impl.h"
#include "ui/models/list_model_windows_impl.h"
