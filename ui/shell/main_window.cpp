#include "ui/shell/main_window.h"

#include "ui/shell/unit_bar.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sidebar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

namespace ui {
namespace {

/// Below this width the sidebar shows icons only, so that the tables keep theirs.
constexpr int foldBelow = 1180;

/// The mark and the name of the program above the navigation.
class Mark final : public QWidget {
public:
    explicit Mark(QWidget *parent) : QWidget(parent) { setFixedHeight(56); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto &c = colors(palette());
        const bool folded = width() < size::sidebar;
        const QRectF badge(folded ? (width() - 28) / 2.0 : 16, 14, 28, 28);
        paintPanel(&painter, badge, c.accent, Qt::transparent, 8);
        paintIcon(&painter, badge.adjusted(5, 5, -5, -5), Icon::Shield, c.onAccent);
        if (folded)
            return;
        painter.setFont(fontOf(type::subheading, QFont::DemiBold));
        painter.setPen(c.text);
        painter.drawText(QRectF(54, 14, width() - 60, 28), Qt::AlignVCenter | Qt::AlignLeft,
                         QApplication::translate("ui::MainWindow", "社保费管理"));
    }
};

/// The column of mark and navigation.
class Side final : public QWidget {
public:
    Side(Sidebar *sidebar, QWidget *parent) : QWidget(parent)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 1, space::small);
        column->setSpacing(0);
        column->addWidget(new Mark(this));
        column->addWidget(sidebar, 1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto &c = colors(palette());
        painter.fillRect(rect(), c.sidebar);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), c.line);
    }
};

}  // namespace

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent)
{
    setObjectName(QStringLiteral("window"));
    setWindowTitle(tr("单位社保费管理客户端"));
    setMinimumSize(880, 480);  // 1366×768 at 150 %
    resize(1366, 768);
    build();
}

MainWindow::~MainWindow()
{
    closePages();
}

void MainWindow::build()
{
    m_sidebar = new Sidebar;
    m_unitBar = new UnitBar;
    m_strip = new MessageStrip(QStringLiteral("window.strip"));
    m_stack = new QStackedWidget;
    auto *stripRow = new QVBoxLayout;
    stripRow->setContentsMargins(space::page, 0, space::page, 0);
    stripRow->addWidget(m_strip);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_unitBar);
    right->addLayout(stripRow);
    right->addWidget(m_stack, 1);
    auto *middle = new QWidget;
    auto *all = new QHBoxLayout(middle);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new Side(m_sidebar, middle));
    all->addLayout(right, 1);
    setCentralWidget(middle);
    connect(m_sidebar, &Sidebar::activated, this, &MainWindow::openPage);
    connect(m_unitBar, &UnitBar::searchRequested, this, &MainWindow::searchRequested);
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(keys, &QShortcut::activated, this, &MainWindow::searchRequested);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, [this] {
        if (auto *page = currentPage())
            page->renew();
    });
    connect(m_unitBar, &UnitBar::switchRequested, this, &MainWindow::switchUnitRequested);
    connect(m_unitBar, &UnitBar::practiceSettingsRequested, this, &MainWindow::practiceSettingsRequested);
}

void MainWindow::setPages(std::vector<PageSpec> pages)
{
    closePages();
    m_specs = std::move(pages);
    QVector<Sidebar::Item> items;
    for (const auto &spec : m_specs)
        items << Sidebar::Item{spec.id, spec.group, spec.title, spec.icon};
    m_sidebar->setItems(items);
    refreshBadges();
}

void MainWindow::closePages()
{
    if (auto *page = currentPage())
        page->closed();
    m_current.clear();
    m_made.clear();
    const auto areas = std::exchange(m_areas, {});
    for (auto *area : areas) {
        m_stack->removeWidget(area);
        // The switch may have been asked for from inside a page.
        area->hide();
        area->deleteLater();
    }
}

Page *MainWindow::make(const PageSpec &spec)
{
    // A form that is taller than the window scrolls instead of being squeezed.
    auto *area = new QScrollArea(m_stack);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = spec.create(area);
    area->setWidget(page);
    m_made.insert(spec.id, page);
    m_areas.insert(spec.id, area);
    m_stack->addWidget(area);
    connect(page, &Page::openRequested, this, &MainWindow::openPage);
    connect(page, &Page::badgesChanged, this, &MainWindow::badgesChanged);
    return page;
}

bool MainWindow::openPage(const QString &id)
{
    const auto spec = std::find_if(m_specs.cbegin(), m_specs.cend(), [&id](const auto &one) { return one.id == id; });
    if (spec == m_specs.cend())
        return false;
    auto *before = currentPage();
    if (id == m_current)
        return true;
    if (before && !before->mayLeave()) {
        m_sidebar->select(m_current);
        return false;
    }
    auto *page = m_made.value(id);
    if (!page)
        page = make(*spec);
    if (before)
        before->closed();
    m_current = id;
    m_stack->setCurrentWidget(m_areas.value(id));
    m_sidebar->select(id);
    page->opened();
    Q_EMIT pageOpened(id);
    return true;
}

Page *MainWindow::currentPage() const
{
    return m_made.value(m_current);
}

void MainWindow::setUnit(const UnitInfo &unit)
{
    m_unitBar->setUnit(unit);
    setWindowTitle(unit.name.isEmpty() ? tr("单位社保费管理客户端") : tr("%1 — 单位社保费管理客户端").arg(unit.name));
}

void MainWindow::refreshBadges()
{
    for (const auto &spec : m_specs) {
        if (spec.badge)
            m_sidebar->setBadge(spec.id, spec.badge());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (auto *page = currentPage(); page && !page->mayLeave()) {
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->setFolded(width() < foldBelow);
}

QString maskedTaxNumber(const QString &taxNumber)
{
    if (taxNumber.size() < 10)
        return taxNumber;
    return taxNumber.left(4) + QString(taxNumber.size() - 7, QLatin1Char('*')) + taxNumber.right(3);
}

}  // namespace ui
