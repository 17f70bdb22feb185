#pragma once
// The scaffold of every list page: header, 温馨提示, messages, actions, query, table, totals; and its four states.

#include "ui/models/list_model.h"
#include "ui/models/table_view.h"
#include "ui/models/totals_bar.h"
#include "ui/shell/page.h"
#include "ui/widgets/action_bar.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_panel.h"
#include "ui/widgets/query_bar.h"

#include "base/error.h"

class QAbstractButton;
class QHBoxLayout;
class QToolButton;

namespace ui {

class Hint;

class ListPage : public Page {
    Q_OBJECT
public:
    ListPage(const QString &pageId, const QString &title, QWidget *parent);

    PageHeader *header() const { return m_header; }
    MessageStrip *strip() const { return m_strip; }    ///< `<page>.strip`
    ActionBar *actions() const { return m_actions; }   ///< `<page>.<button>`
    QueryBar *query() const { return m_query; }        ///< `<page>.query.<field>`; hidden until it has a field
    TableView *table() const { return m_table; }       ///< `<page>.table`
    TotalsBar *totals() const { return m_totals; }     ///< `<page>.totals`
    ProgressPanel *progress() const { return m_progress; }  ///< `<page>.progress`
    /// Between the query and the table, for what a page has of its own.
    void addAboveTable(QWidget *widget);

    /// A search as one types, in front of the query (Ctrl+F). A list held in memory is searched by its model
    /// (ListModel::setSearched); for a windowed one the page answers quickSearchRequested() with another source.
    void addQuickSearch(const QString &placeholder);
    QString quickText() const { return m_query->quickText(); }

    /// At the right of the table, where it may hide.
    void addBesideTable(QWidget *widget);

    /// 温馨提示, one line per entry; can be folded.
    void setHint(const QStringList &lines);

    void renew() override;

    enum class State { Loading, Rows, Empty, Error };
    State state() const { return m_state; }
    /// Rows or Empty by what the table's model holds. Call it after setRows() / setSource().
    void showRows();
    /// Nothing is there yet and it is being read: placeholder text. Rows that are there stay visible.
    void showLoading();
    /// With rows the error goes to the strip above them (F3: what was loaded stays visible); without, it takes their
    /// place. `retry` becomes the button 重试 when the error allows it.
    void showError(const base::Error &error, std::function<void()> retry = {});
    /// Said when there are no rows: `filtered` while the query bar filters, else `text`.
    void setEmptyText(Icon icon, const QString &text, const QString &filtered = {});

    /// Blocking work: covers table and query, disables the actions. Ends with hideProgress().
    void showProgress(const QString &title, std::function<void()> cancel);
    void setProgress(qint64 done, qint64 total);
    void hideProgress();

Q_SIGNALS:
    /// A button of an error leads elsewhere.
    void loginRequested();
    void networkSettingsRequested();
    void quickSearchRequested(const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void render();
    void renderError();
    int rowCount() const;
    void placeCover();
    void quickSearch(const QString &text);
    void sayPasted(const PasteReport &report);
    void addColumnButton();
    void addVeilButton();
    QAbstractButton *renewButton() const;
    void chainTabs();
    void showVeil();

    PageHeader *m_header = nullptr;
    Hint *m_hint = nullptr;
    MessageStrip *m_strip = nullptr;
    ActionBar *m_actions = nullptr;
    QueryBar *m_query = nullptr;
    QWidget *m_above = nullptr;
    QHBoxLayout *m_middle = nullptr;
    TableView *m_table = nullptr;
    TotalsBar *m_totals = nullptr;
    QToolButton *m_veil = nullptr;
    QWidget *m_cover = nullptr;
    ProgressPanel *m_progress = nullptr;

    State m_state = State::Loading;
    base::Error m_error;
    std::function<void()> m_retry;
    std::function<void()> m_cancel;
    Icon m_emptyIcon = Icon::Inbox;
    QString m_emptyText;
    QString m_filteredText;
};

/// The strip's form of an error: sentence, details, buttons by what the error offers.
MessageStrip::Message errorMessage(const base::Error &error, std::function<void()> retry = {},
                                   std::function<void()> login = {}, std::function<void()> network = {});

}  // namespace ui
