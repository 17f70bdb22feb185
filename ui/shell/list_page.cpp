#include "ui/shell/list_page.h"

#include "ui/models/table_columns.h"
#include "ui/models/veil.h"
#include "ui/shell/error_text.h"
#include "ui/shell/hint.h"
#include "ui/style/tokens.h"
#include "ui/widgets/empty_state.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QShortcut>
#include <QShowEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

/// Lies over query and table while something blocks them; eats clicks.
class Cover final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        auto veil = palette().color(QPalette::Window);
        veil.setAlpha(200);
        painter.fillRect(rect(), veil);
    }
};

QString nameOf(const QString &page, const char *part)
{
    return page + QLatin1Char('.') + QLatin1String(part);
}

}  // namespace

ListPage::ListPage(const QString &pageId, const QString &title, QWidget *parent) : Page(pageId, title, parent)
{
    m_emptyText = tr("暂无数据");
    build();
    render();
}

void ListPage::build()
{
    m_header = new PageHeader(title());
    m_hint = new Hint(nameOf(pageId(), "hint"));
    m_strip = new MessageStrip(nameOf(pageId(), "strip"));
    m_actions = new ActionBar(pageId());
    m_query = new QueryBar(nameOf(pageId(), "query"));
    m_above = new QWidget;
    m_above->setLayout(new QVBoxLayout);
    m_above->layout()->setContentsMargins(0, 0, 0, 0);
    m_above->hide();
    m_table = new TableView(nameOf(pageId(), "table"), title());
    m_totals = new TotalsBar(nameOf(pageId(), "totals"));
    auto *foot = new QVBoxLayout;
    foot->setSpacing(0);
    foot->addWidget(m_table, 1);
    foot->addWidget(m_totals);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::page, space::large, space::page, space::large);
    all->setSpacing(space::medium);
    for (auto *part : std::initializer_list<QWidget *>{m_header, m_hint, m_strip, m_actions, m_query, m_above})
        all->addWidget(part);
    m_middle = new QHBoxLayout;
    m_middle->setSpacing(space::medium);
    m_middle->addLayout(foot, 1);
    all->addLayout(m_middle, 1);
    m_cover = new Cover(this);
    m_cover->hide();
    m_progress = new ProgressPanel(nameOf(pageId(), "progress"), m_cover);
    connect(m_progress, &ProgressPanel::cancelRequested, this, [this] {
        if (m_cancel)
            m_cancel();
    });
    m_table->installEventFilter(this);
    connect(m_table, &TableView::pasted, this, &ListPage::sayPasted);
    connect(m_query, &QueryBar::quickSearchChanged, this, &ListPage::quickSearch);
    addVeilButton();
    addColumnButton();
    // Until there is something in them.
    m_actions->hide();
    m_query->hide();
}

/// The page's own way to ask the tax side again, or else to search.
QAbstractButton *ListPage::renewButton() const
{
    for (const char *id : {"refresh", "update", "sync", "check", "feedback"}) {
        auto *button = m_actions->findChild<QAbstractButton *>(nameOf(pageId(), id));
        if (button && button->isVisible())
            return button;
    }
    return m_query->searchButton();
}

void ListPage::renew()
{
    if (auto *button = renewButton(); button->isVisible())
        button->click();
}

/// Tab goes as the eye does, whatever was made first.
void ListPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    chainTabs();
    if (auto *button = renewButton(); button->toolTip().isEmpty())
        button->setToolTip(QKeySequence(QKeySequence::Refresh).toString(QKeySequence::NativeText));
}

void ListPage::chainTabs()
{
    QWidget *last = nullptr;
    for (auto *part : std::initializer_list<QWidget *>{m_header, m_hint, m_strip, m_actions, m_query, m_above, m_table}) {
        QList<QWidget *> tabs;
        if (part->focusPolicy() & Qt::TabFocus)
            tabs << part;
        for (auto *next = part->nextInFocusChain(); next != part; next = next->nextInFocusChain()) {
            if (part->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus))
                tabs << next;
        }
        for (auto *tab : std::as_const(tabs)) {
            if (last)
                setTabOrder(last, tab);
            last = tab;
        }
    }
}

/// For those who do not think of the header's or the rows' menu.
void ListPage::addColumnButton()
{
    auto *columns = iconButton(nameOf(pageId(), "columns"), tr("列：显示、顺序、宽度"), Icon::Columns, m_header);
    m_header->addRight(columns);
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        const auto current = m_table->currentIndex();
        auto *menu = m_table->columns()->menu(current.isValid() ? current.column() : -1, m_table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(columns->mapToGlobal(columns->rect().bottomLeft()));
    });
}

/// 证件号码 is veiled until somebody asks for it.
void ListPage::addVeilButton()
{
    m_veil = iconButton(nameOf(pageId(), "veil"), tr("显示证件号码"), Icon::Eye, m_header);
    m_veil->setCheckable(true);
    m_veil->hide();
    m_header->addRight(m_veil);
    connect(m_veil, &QToolButton::clicked, this, [this](bool lift) {
        auto *veil = Veil::over(this);
        if (veil && lift)
            veil->lift(title());
        else if (veil)
            veil->lower();
    });
}

void ListPage::showVeil()
{
    const auto *veil = Veil::over(this);
    const auto *model = m_table->listModel();
    bool any = false;
    for (int section = 0; model && section < model->columnCount(); ++section)
        any = any || (model->info(section) && model->info(section)->isPrivate);
    m_veil->setVisible(veil && any);
    if (!veil)
        return;
    connect(veil, &Veil::lifted, this, &ListPage::showVeil, Qt::UniqueConnection);
    connect(veil, &Veil::lowered, this, &ListPage::showVeil, Qt::UniqueConnection);
    const bool down = veil->isDown();
    m_veil->setChecked(!down);
    m_veil->setToolTip(down ? tr("显示证件号码") : tr("隐藏证件号码"));
    m_veil->setAccessibleName(m_veil->toolTip());
    m_table->viewport()->update();
}

void ListPage::addQuickSearch(const QString &placeholder)
{
    m_query->addQuickSearch(placeholder);
    auto *keys = new QShortcut(QKeySequence::Find, this);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, [this] {
        m_query->quickSearch()->setFocus(Qt::ShortcutFocusReason);
        m_query->quickSearch()->selectAll();
    });
    // From the field into what it has found.
    auto *down = new QShortcut(Qt::Key_Down, m_query->quickSearch());
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, [this] {
        m_table->setFocus(Qt::ShortcutFocusReason);
        if (!m_table->currentIndex().isValid() && rowCount() > 0)
            m_table->setCurrentIndex(m_table->model()->index(0, m_table->columns()->shown().front()));
    });
}

void ListPage::quickSearch(const QString &text)
{
    auto *model = m_table->listModel();
    if (!model)
        return;
    if (!model->isWindowed()) {
        model->search(text);
        model->whenArranged([this] {
            if (m_state == State::Rows || m_state == State::Empty)
                showRows();
        });
    }
    Q_EMIT quickSearchRequested(text);
}

void ListPage::sayPasted(const PasteReport &report)
{
    const bool whole = report.problem.isEmpty() && report.refused.isEmpty() && report.rowsLeft == 0
        && report.columnsLeft == 0;
    m_strip->show({.tone = whole ? Tone::Success : Tone::Warning,
                   .text = pasteText(report),
                   .details = pasteDetails(report)});
}

/// The cover goes where the table goes.
bool ListPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && (event->type() == QEvent::Move || event->type() == QEvent::Resize))
        placeCover();
    return Page::eventFilter(object, event);
}

void ListPage::addAboveTable(QWidget *widget)
{
    m_above->layout()->addWidget(widget);
    m_above->show();
}

void ListPage::addBesideTable(QWidget *widget)
{
    m_middle->addWidget(widget);
}

void ListPage::setHint(const QStringList &lines)
{
    m_hint->setLines(lines);
}

int ListPage::rowCount() const
{
    return m_table->listModel() ? m_table->listModel()->rowCount() : 0;
}

void ListPage::showRows()
{
    m_state = rowCount() > 0 ? State::Rows : State::Empty;
    render();
}

void ListPage::showLoading()
{
    m_state = State::Loading;
    render();
}

void ListPage::showError(const base::Error &error, std::function<void()> retry)
{
    m_error = error;
    m_retry = std::move(retry);
    m_state = State::Error;
    render();
}

void ListPage::setEmptyText(Icon icon, const QString &text, const QString &filtered)
{
    m_emptyIcon = icon;
    m_emptyText = text;
    m_filteredText = filtered;
    render();
}

/// The only place that decides what a state looks like.
void ListPage::render()
{
    showVeil();
    auto *empty = m_table->emptyState();
    empty->setAction({}, {});
    switch (m_state) {
    case State::Loading: empty->set(Icon::Sync, tr("正在读取…")); break;
    case State::Rows: break;
    case State::Empty:
        if (m_query->isFiltering()) {
            empty->set(Icon::Search, m_filteredText.isEmpty() ? tr("没有符合条件的数据") : m_filteredText);
            empty->setAction(tr("清除条件"), [this] { m_query->resetButton()->click(); });
        } else {
            empty->set(m_emptyIcon, m_emptyText);
        }
        break;
    case State::Error: renderError(); break;
    }
}

void ListPage::renderError()
{
    const auto text = errorText(m_error);
    auto message = errorMessage(
        m_error, m_retry, [this] { Q_EMIT loginRequested(); }, [this] { Q_EMIT networkSettingsRequested(); });
    if (rowCount() > 0) {
        m_strip->show(message);
        return;
    }
    QStringList rest{text.sent, text.next};
    rest.removeAll(QString());
    auto *empty = m_table->emptyState();
    empty->set(Icon::Warning, text.what, rest.join(QChar(0x3002)) + QChar(0x3002));
    if (!message.actions.isEmpty())
        empty->setAction(message.actions.first().text, message.actions.first().run);
}

void ListPage::showProgress(const QString &title, std::function<void()> cancel)
{
    m_cancel = std::move(cancel);
    m_progress->setTitle(title);
    m_progress->setCancellable(bool(m_cancel));
    m_actions->setEnabled(false);
    m_query->setEnabled(false);
    m_table->setEnabled(false);
    m_table->setEmptyVisible(false);  // 正在读取… would shine through
    placeCover();
    m_cover->show();
    m_cover->raise();
}

void ListPage::setProgress(qint64 done, qint64 total)
{
    m_progress->setProgress(done, total);
}

void ListPage::hideProgress()
{
    m_cover->hide();
    m_actions->setEnabled(true);
    m_query->setEnabled(true);
    m_table->setEnabled(true);
    m_table->setEmptyVisible(true);
    m_cancel = {};
}

void ListPage::placeCover()
{
    const int top = m_table->geometry().top();
    m_cover->setGeometry(0, top, width(), height() - top);
    m_progress->adjustSize();
    m_progress->move((m_cover->width() - m_progress->width()) / 2, qMax(0, (m_cover->height() - m_progress->height()) / 3));
}

MessageStrip::Message errorMessage(const base::Error &error, std::function<void()> retry, std::function<void()> login,
                                   std::function<void()> network)
{
    const auto text = errorText(error);
    MessageStrip::Message message;
    message.tone = error.kind == base::Error::Kind::Cancelled ? Tone::Neutral
        : error.sent == base::Sent::Unknown                  ? Tone::Warning
                                                             : Tone::Danger;
    message.text = text.paragraph();
    message.details = text.details;
    if (text.offerLogin && login)
        message.actions << MessageStrip::Action{QStringLiteral("login"), ListPage::tr("重新登录"), std::move(login)};
    if (text.offerRetry && retry)
        message.actions << MessageStrip::Action{QStringLiteral("retry"), ListPage::tr("重试"), std::move(retry)};
    if (text.offerNetworkSettings && network)
        message.actions << MessageStrip::Action{QStringLiteral("network"), ListPage::tr("网络设置"), std::move(network)};
    return message;
}

}  // namespace ui
