#include "ui/widgets/picker_popup.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/named.h"

#include <QGridLayout>
#include <QScreen>

namespace ui {

PickerPopup::PickerPopup(QWidget *anchor, int columns, int cellWidth)
    : QFrame(anchor, Qt::Popup), m_anchor(anchor), m_columns(columns), m_cellWidth(cellWidth)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(anchor->objectName() + QStringLiteral(".popup"));
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::ToolTipBase);
    setAutoFillBackground(true);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::small, space::small, space::small, space::small);
    auto *head = new QHBoxLayout;
    auto *previous = iconButton(objectName() + QStringLiteral(".previous"), tr("向前"), Icon::ChevronLeft, this);
    auto *next = iconButton(objectName() + QStringLiteral(".next"), tr("向后"), Icon::ChevronRight, this);
    m_title = new TonedLabel({}, TonedLabel::Role::Normal);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setFont(fontOf(type::body, QFont::DemiBold));
    head->addWidget(previous);
    head->addWidget(m_title, 1);
    head->addWidget(next);
    all->addLayout(head);
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
}

QWidget *PickerPopup::cellWidget(const Cell &cell)
{
    if (!cell.run) {
        auto *caption = new TonedLabel(cell.text);
        caption->setAlignment(Qt::AlignCenter);
        caption->setFixedSize(m_cellWidth, 24);
        return caption;
    }
    auto *made = button(objectName() + QLatin1Char('.') + cell.name, cell.text, Icon::None,
                        cell.selected ? ButtonKind::Primary : ButtonKind::Quiet, this);
    made->setAccessibleName(cell.name);
    made->setFixedSize(m_cellWidth, 30);
    made->setEnabled(cell.enabled);
    connect(made, &QPushButton::clicked, this, [this, run = cell.run] {
        run();
        close();
    });
    return made;
}

void PickerPopup::fill(const QString &title, const std::vector<Cell> &cells)
{
    m_title->setText(title);
    if (m_body) {
        // The arrow that was pressed is not in it, so it may go at once.
        delete m_body;
    }
    m_body = new QWidget(this);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::hair);
    int place = 0;
    for (const auto &cell : cells) {
        grid->addWidget(cellWidget(cell), place / m_columns, place % m_columns);
        ++place;
    }
    layout()->addWidget(m_body);
    adjustSize();
}

void PickerPopup::popUp()
{
    const auto area = m_anchor->screen()->availableGeometry();
    auto place = m_anchor->mapToGlobal(QPoint(0, m_anchor->height() + 2));
    if (place.y() + height() > area.bottom())
        place.setY(m_anchor->mapToGlobal(QPoint(0, 0)).y() - height() - 2);
    place.setX(qBound(area.left(), place.x(), qMax(area.left(), area.right() - width())));
    move(place);
    show();
}

}  // namespace ui
