#include "ui/shell/task_dialog.h"

#include "ui/models/table_columns.h"
#include "ui/models/table_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/progress_panel.h"

#include <QGridLayout>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace ui {

namespace {

constexpr int kOtherRank = 0;
constexpr int kCloseRank = 1;
constexpr int kActionRank = 2;

}  // namespace

QSize roomOf(const QWidget *dialog)
{
    const QSize frame(16, 40);
    const auto *parent = dialog->parentWidget();
    // Where the window is, there is room for as much, whatever the screen says of itself.
    return dialog->screen()->availableSize().expandedTo(parent ? parent->window()->size() : QSize()) - frame;
}

TaskDialog::TaskDialog(const QString &objectName, const QString &title, QWidget *parent) : QDialog(parent)
{
    setObjectName(objectName);
    setAccessibleName(title);
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    build();
}

void TaskDialog::build()
{
    m_strip = new MessageStrip(objectName() + QStringLiteral(".strip"), this);
    m_contents = new QWidget(this);
    m_body = new QVBoxLayout(m_contents);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(space::medium);
    m_progress = new ProgressPanel(objectName() + QStringLiteral(".progress"), this);
    m_progress->hide();
    connect(m_progress, &ProgressPanel::cancelRequested, this, [this] {
        if (m_cancel)
            m_cancel();
    });
    m_note = new TonedLabel({}, TonedLabel::Role::Secondary, this);
    m_note->setObjectName(objectName() + QStringLiteral(".note"));
    m_actions = new QWidget(this);
    m_buttons = new QHBoxLayout(m_actions);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(space::small);
    m_buttons->addWidget(m_note);
    m_buttons->addStretch(1);

    auto *layout = m_column = new QVBoxLayout(this);
    layout->setContentsMargins(space::page, space::large, space::page, space::large);
    layout->setSpacing(space::large);
    layout->addWidget(m_strip);
    layout->addWidget(m_contents, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_actions);
}

void TaskDialog::addFacts(const QVector<std::pair<QString, QString>> &facts)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::small);
    for (int i = 0; i < int(facts.size()); ++i) {
        const int column = i % 2 * 3;
        grid->addWidget(new TonedLabel(facts.at(i).first, TonedLabel::Role::Secondary, this), i / 2, column);
        auto *value = new TonedLabel(facts.at(i).second, TonedLabel::Role::Normal, this);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(facts.at(i).first);
        grid->addWidget(value, i / 2, column + 1);
    }
    grid->setColumnMinimumWidth(2, space::huge);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    m_body->addLayout(grid);
}

QPushButton *TaskDialog::addButton(const QString &id, const QString &text, ButtonKind kind, Icon icon)
{
    auto *made = button(objectName() + QLatin1Char('.') + id, text, icon, kind, m_actions);
    made->setAutoDefault(false);
    if (kind == ButtonKind::Primary)
        made->setDefault(true);
    place(made, kind == ButtonKind::Primary || kind == ButtonKind::Danger ? kActionRank : kOtherRank);
    return made;
}

QPushButton *TaskDialog::addClose(const QString &text)
{
    auto *made = button(objectName() + QStringLiteral(".close"), text, Icon::None, ButtonKind::Secondary, m_actions);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, &QDialog::reject);
    place(made, kCloseRank);
    return made;
}

/// Behind those of its rank; Tab goes the same way.
void TaskDialog::place(QPushButton *button, int rank)
{
    const auto behind = std::find_if(m_ranked.begin(), m_ranked.end(),
                                     [rank](const auto &other) { return other.second > rank; });
    const auto at = std::distance(m_ranked.begin(), behind);
    m_ranked.insert(at, {button, rank});
    m_buttons->insertWidget(m_buttons->count() - int(m_ranked.size() - 1 - at), button);
    for (qsizetype i = 1; i < m_ranked.size(); ++i)
        setTabOrder(m_ranked[i - 1].first, m_ranked[i].first);
}

void TaskDialog::setContentWidth(int width)
{
    m_contentWidth = width;
}

void TaskDialog::fit()
{
    if (m_contentWidth == 0)
        return;
    m_body->activate();
    layout()->invalidate();  // a text that has just changed is not known above its own layout yet
    layout()->activate();
    const int width = qMax(m_contentWidth, layout()->totalMinimumSize().width());
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    resize(QSize(width, height).boundedTo(roomOf(this)));
}

void TaskDialog::setNote(const QString &note)
{
    m_note->setText(note);
}

void TaskDialog::setVisible(bool visible)
{
    if (visible && !isVisible()) {
        const QSize most = roomOf(this);
        if (layout()->totalMinimumSize().height() > most.height())
            scrollContents();
        if (m_contentWidth > 0)
            fit();
        else if (!testAttribute(Qt::WA_Resized))
            adjustSize();
        setMinimumSize(minimumSize().boundedTo(most));
        const QSize wide(qMax(width(), tableWidth()), height());
        if (const QSize fits = wide.boundedTo(most); fits != size())
            resize(fits);
    }
    QDialog::setVisible(visible);
}

/// As wide as its widest table needs to be, so that no amount is cut.
int TaskDialog::tableWidth() const
{
    int widest = 0;
    for (const auto *table : m_contents->findChildren<TableView *>())
        widest = qMax(widest, table->columns()->width() + 2 * table->frameWidth() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    const auto margins = m_column->contentsMargins();
    return widest == 0 ? 0 : widest + margins.left() + margins.right();
}

void TaskDialog::scrollContents()
{
    if (m_scroll)
        return;
    auto *area = new QScrollArea(this);
    m_scroll = area;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    const int place = m_column->indexOf(m_contents);
    m_column->removeWidget(m_contents);
    area->setMinimumWidth(m_contents->minimumSizeHint().width() + area->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    area->setWidget(m_contents);
    m_column->insertWidget(place, area, 1);
}

void TaskDialog::reject()
{
    if (m_progress->isHidden() || m_cancel)
        QDialog::reject();
}

void TaskDialog::showProgress(const QString &title, std::function<void()> cancel)
{
    m_cancel = std::move(cancel);
    m_progress->setTitle(title);
    m_progress->setProgress(0, 0);
    m_progress->setCancellable(bool(m_cancel));
    m_progress->show();
    m_contents->setEnabled(false);
}

void TaskDialog::setProgress(qint64 done, qint64 total)
{
    m_progress->setProgress(done, total);
}

void TaskDialog::hideProgress()
{
    m_progress->hide();
    m_cancel = nullptr;
    m_contents->setEnabled(true);
}

}  // namespace ui
