#include "ui/models/table_note.h"

#include "ui/style/style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ui {
namespace {

constexpr int shownMs = 4000;

}  // namespace

TableNote::TableNote(const QString &objectName, QWidget *table) : QWidget(table)
{
    setObjectName(objectName);
    m_text = new TonedLabel({}, TonedLabel::Role::Normal, this);
    m_cancel = button(objectName + QStringLiteral(".cancel"), tr("取消"), Icon::None, ButtonKind::Quiet, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::medium, space::tiny, space::medium, space::tiny);
    row->setSpacing(space::small);
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMs);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_cancel, &QPushButton::clicked, this, &TableNote::cancelRequested);
    table->installEventFilter(this);
    hide();
}

void TableNote::say(const QString &text)
{
    appear(text, false);
    m_timer.start();
}

void TableNote::sayRunning(const QString &text)
{
    m_timer.stop();
    appear(text, true);
}

void TableNote::end()
{
    m_timer.stop();
    hide();
}

QString TableNote::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void TableNote::appear(const QString &text, bool running)
{
    m_text->setText(text);
    m_cancel->setVisible(running);
    setAccessibleName(text);
    place();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TableNote::place()
{
    adjustSize();
    const auto *table = parentWidget();
    move((table->width() - width()) / 2, table->height() - height() - space::large);
}

bool TableNote::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(object, event);
}

void TableNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colors(palette());
    paintPanel(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), c.raised, c.strongLine, size::radius);
}

}  // namespace ui
