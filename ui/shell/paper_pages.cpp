#include "ui/shell/paper_pages.h"

#include "ui/shell/paper_view.h"
#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/named.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

PaperPages::PaperPages(const service::Paper &paper, QWidget *parent) : QWidget(parent)
{
    m_scroll = named(new QScrollArea(this), QStringLiteral("preview.pages"), tr("预览：%1").arg(paper.title));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view = new PaperView(paper, m_scroll);
    m_scroll->setWidget(m_view);
    m_scroll->viewport()->installEventFilter(this);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::large);
    buildFit(bar);
    bar->addStretch(1);
    if (paper.pages > 1)
        buildSteps(bar);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(space::small);
    all->addLayout(bar);
    all->addWidget(m_scroll, 1);
    addKeys();
    m_scroll->setFocus();
}

void PaperPages::buildFit(QHBoxLayout *bar)
{
    auto *whole = named(new QRadioButton(tr("整页"), this), QStringLiteral("preview.whole"), tr("整页"));
    auto *wide = named(new QRadioButton(tr("适合宽度"), this), QStringLiteral("preview.wide"), tr("适合宽度"));
    whole->setChecked(true);
    bar->addWidget(whole);
    bar->addWidget(wide);
    connect(whole, &QRadioButton::toggled, this, [this](bool on) {
        const int before = page();
        m_view->setFit(on ? PaperView::Fit::WholePage : PaperView::Fit::Width);
        // When the scroll bar knows of the new height.
        QMetaObject::invokeMethod(this, [this, before] { goTo(before); }, Qt::QueuedConnection);
    });
}

void PaperPages::buildSteps(QHBoxLayout *bar)
{
    m_previous = iconButton(QStringLiteral("preview.previous"), tr("上一页"), Icon::ChevronLeft, this);
    m_next = iconButton(QStringLiteral("preview.next"), tr("下一页"), Icon::ChevronRight, this);
    m_place = new TonedLabel({}, TonedLabel::Role::Secondary, this);
    bar->addWidget(m_previous);
    bar->addWidget(m_place);
    bar->addWidget(m_next);
    connect(m_previous, &QToolButton::clicked, this, [this] { goTo(page() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goTo(page() + 1); });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &PaperPages::showPlace);
    showPlace();
}

void PaperPages::addKeys()
{
    for (const auto &[key, direction] : {std::pair{Qt::Key_PageDown, 1}, std::pair{Qt::Key_PageUp, -1}}) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        connect(shortcut, &QShortcut::activated, this, [this, step = direction] { turn(step); });
    }
}

void PaperPages::turn(int direction)
{
    if (m_view->fit() == PaperView::Fit::WholePage)
        return goTo(page() + direction);
    m_scroll->verticalScrollBar()->triggerAction(direction > 0 ? QAbstractSlider::SliderPageStepAdd
                                                               : QAbstractSlider::SliderPageStepSub);
}

int PaperPages::page() const
{
    return m_view->pageAt(m_scroll->verticalScrollBar()->value());
}

void PaperPages::goTo(int page)
{
    m_scroll->verticalScrollBar()->setValue(m_view->offsetOf(qBound(0, page, m_view->pages() - 1)));
}

void PaperPages::showPlace()
{
    const int at = page();
    m_place->setText(tr("第 %1 / %2 页").arg(at + 1).arg(m_view->pages()));
    m_previous->setEnabled(at > 0);
    m_next->setEnabled(at + 1 < m_view->pages());
}

bool PaperPages::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_scroll->viewport())
        m_view->setRoom(m_scroll->viewport()->size());
    return QWidget::eventFilter(watched, event);
}

}  // namespace ui
