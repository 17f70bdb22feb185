#include "ui/models/cell_delegate.h"

#include "ui/models/veil.h"
#include "ui/style/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/grouped.h"
#include "ui/widgets/month_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace ui {

/// The reason below an editor. A plain child of the table: it neither takes the focus nor outlives the view.
class ReasonTip final : public QWidget {
public:
    explicit ReasonTip(QWidget *parent) : QWidget(parent)
    {
        setObjectName(QStringLiteral("table.reason"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
    void setReason(const QString &reason)
    {
        m_reason = reason;
        setAccessibleName(reason);
        resize(fontMetrics().horizontalAdvance(reason) + 2 * space::small, fontMetrics().height() + space::small);
        setVisible(!reason.isEmpty());
        raise();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto &tone = colors(palette()).error;
        paintPanel(&painter, rect(), tone.fill, tone.line, size::smallRadius);
        painter.setPen(tone.text);
        painter.drawText(rect(), Qt::AlignCenter, m_reason);
    }

private:
    QString m_reason;
};

CellDelegate::CellDelegate(TableView *view) : QStyledItemDelegate(view), m_view(view), m_tip(new ReasonTip(view->viewport()))
{
}

QString CellDelegate::shownText(const QModelIndex &index) const
{
    const auto text = index.data(Qt::DisplayRole).toString();
    const auto *info = column(index);
    if (info && info->kind == CellKind::Number) {
        bool whole = false;
        const auto number = text.toLongLong(&whole);
        return whole ? grouped(number) : text;
    }
    return info && info->isPrivate ? Veil::shown(m_view, text) : text;
}

const ColumnInfo *CellDelegate::column(const QModelIndex &index) const
{
    return m_view->listModel() ? m_view->listModel()->info(index.column()) : nullptr;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *info = column(index);
    return {info ? info->width : 40, size::row};
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &c = colors(option.palette);
    const auto &rect = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(rect, c.selection);
    else if (index.row() == m_view->hoveredRow())
        painter->fillRect(rect, c.hover);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.line);
    if (index.flags() & Qt::ItemIsEditable)
        paintPanel(painter, QRectF(rect).adjusted(4, 4, -4, -5), c.surface, c.line, size::smallRadius);
    if (index == m_view->currentIndex() && m_view->hasFocus())
        paintPanel(painter, QRectF(rect).adjusted(1, 1, -1, -2), Qt::transparent, c.accent, size::smallRadius);
    paintMark(painter, rect, index);
}

/// A border and a filled corner: seen without telling colours apart.
void CellDelegate::paintMark(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto mark = index.data(ListModelBase::MarkRole);
    if (!mark.isValid())
        return;
    const auto &tone = colors(m_view->palette()).tone(static_cast<Tone>(mark.toInt()));
    const auto box = QRectF(rect).adjusted(4, 4, -4, -5);
    paintPanel(painter, box, Qt::transparent, tone.text, size::smallRadius);
    constexpr qreal corner = 9;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone.text);
    QPainterPath shape;
    shape.addRoundedRect(box, size::smallRadius, size::smallRadius);
    painter->setClipPath(shape, Qt::IntersectClip);
    const auto top = box.topRight();
    painter->drawPolygon(QPolygonF{{top, top - QPointF(corner, 0), top + QPointF(0, corner)}});
    painter->restore();
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const auto &c = colors(option.palette);
    if (!index.data(ListModelBase::LoadedRole).toBool()) {
        index.data(Qt::DisplayRole);  // asks for the window this row is in
        const QRectF bar(option.rect.left() + space::small, option.rect.center().y() - 4, option.rect.width() * 0.5, 8);
        paintPanel(painter, bar, c.pressed, Qt::transparent, 4);
        return;
    }
    const auto *info = column(index);
    if (!info) {
        QStyleOptionViewItem box(option);
        box.rect = QRect(0, 0, size::icon, size::icon);
        box.rect.moveCenter(option.rect.center());
        box.state &= ~(QStyle::State_On | QStyle::State_NoChange | QStyle::State_MouseOver);
        if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked)
            box.state |= QStyle::State_On;
        if (!(index.flags() & Qt::ItemIsUserCheckable))
            box.state &= ~QStyle::State_Enabled;
        m_view->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, m_view);
        return;
    }
    if (info->kind == CellKind::State) {
        const auto text = index.data(Qt::DisplayRole).toString();
        if (text.isEmpty())
            return;
        painter->setFont(option.font);
        const int width = qMin(pillWidth(option.fontMetrics, text), option.rect.width() - space::small);
        const QRect pill(option.rect.left() + space::small - 2, option.rect.center().y() - 10, width, 21);
        paintPill(painter, pill, text, static_cast<Tone>(index.data(ListModelBase::ToneRole).toInt()), c);
        return;
    }
    paintText(painter, option, index);
}

void CellDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &c = colors(option.palette);
    const auto *info = column(index);
    const bool editable = index.flags() & Qt::ItemIsEditable;
    auto text = shownText(index);
    auto font = option.font;
    auto colour = c.text;
    const auto tone = index.data(ListModelBase::ToneRole);
    if (text.isEmpty() && editable) {
        text = tr("点击填写");
        colour = c.placeholder;
    } else if (index.data(ListModelBase::LinkRole).toBool()) {
        const bool toned = tone.isValid() && static_cast<Tone>(tone.toInt()) != Tone::Neutral;
        colour = toned ? c.tone(static_cast<Tone>(tone.toInt())).text : c.accentText;
        font.setUnderline((option.state & QStyle::State_MouseOver) || index == m_view->currentIndex());
    } else if (tone.isValid() && static_cast<Tone>(tone.toInt()) != Tone::Neutral) {
        colour = c.tone(static_cast<Tone>(tone.toInt())).text;
    }
    const int margin = editable ? space::medium : space::small;
    const auto rect = option.rect.adjusted(margin, 0, -margin, -1);
    painter->setFont(font);
    painter->setPen(colour);
    const auto shown = option.fontMetrics.elidedText(text.simplified(), Qt::ElideRight, rect.width());
    painter->drawText(rect, int(info->align) | Qt::TextSingleLine, shown);
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *info = column(index);
    if (!info || info->editor == Editor::None)
        return nullptr;
    const auto name = m_view->objectName() + QStringLiteral(".editor");
    QLineEdit *editor = nullptr;
    if (info->editor == Editor::Month) {
        editor = new MonthEdit(name, info->title, parent);
    } else {
        editor = new QLineEdit(parent);
        editor->setObjectName(name);
        editor->setAccessibleName(info->title);
        editor->setAlignment(info->align);
    }
    m_editing.insert(editor, index);
    return editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    // dataChanged of a refresh must not overwrite what is being typed.
    if (!line || line->isModified())
        return;
    line->setText(index.data(Qt::EditRole).toString());
    line->selectAll();
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(2, 1, -2, -2));
    if (m_tip->isVisible())
        placeTip(editor);
}

void CellDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    m_editing.remove(editor);
    m_tip->setReason({});
    QStyledItemDelegate::destroyEditor(editor, index);
}

bool CellDelegate::commit(QWidget *editor)
{
    const auto *line = qobject_cast<QLineEdit *>(editor);
    const QModelIndex index = m_editing.value(editor);
    if (!line || !index.isValid())
        return true;
    const auto *info = column(index);
    const auto text = line->text().trimmed();
    const bool changed = text != index.data(Qt::EditRole).toString();
    const auto reason = changed && m_validator && info
        ? m_validator(index.data(ListModelBase::KeyRole).toString(), info->id, text)
        : QString();
    say(editor, reason);
    if (!reason.isEmpty())
        return false;
    if (changed)
        Q_EMIT commitData(editor);
    return true;
}

void CellDelegate::say(QWidget *editor, const QString &reason) const
{
    editor->setProperty("invalid", !reason.isEmpty());
    editor->setAccessibleDescription(reason);
    editor->update();
    m_tip->setReason(reason);
    if (!reason.isEmpty())
        placeTip(editor);
}

void CellDelegate::placeTip(const QWidget *editor) const
{
    const auto area = m_tip->parentWidget()->rect();
    QPoint place = editor->geometry().bottomLeft() + QPoint(0, 3);
    if (place.y() + m_tip->height() > area.height())
        place.setY(editor->geometry().top() - m_tip->height() - 2);
    place.setX(qBound(0, place.x(), qMax(0, area.width() - m_tip->width())));
    m_tip->move(place);
}

bool CellDelegate::keyPressed(QWidget *editor, int key)
{
    auto hint = QAbstractItemDelegate::NoHint;
    switch (key) {
    case Qt::Key_Escape: Q_EMIT closeEditor(editor, QAbstractItemDelegate::RevertModelCache); return true;
    case Qt::Key_Tab: hint = QAbstractItemDelegate::EditNextItem; break;
    case Qt::Key_Backtab: hint = QAbstractItemDelegate::EditPreviousItem; break;
    // The view reads it as: go on in the cell below.
    case Qt::Key_Return:
    case Qt::Key_Enter: hint = QAbstractItemDelegate::SubmitModelCache; break;
    default: return false;
    }
    if (commit(editor))
        Q_EMIT closeEditor(editor, hint);
    return true;
}

/// What concerns more than the text being typed: a block from Excel, and the way back while there is nothing to take back
/// in the editor itself.
bool CellDelegate::blockPressed(QWidget *editor, QKeyEvent *event)
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    const auto leave = [this, editor] { Q_EMIT closeEditor(editor, QAbstractItemDelegate::RevertModelCache); };
    if (!line)
        return false;
    if (event->matches(QKeySequence::Paste)) {
        const auto *data = QApplication::clipboard()->mimeData();
        const auto text = data ? data->text() : QString();
        if (isBlock(text)) {
            leave();
            m_view->paste();
            return true;
        }
        if (const auto cells = cellsOf(text, 1); !cells.empty())  // without Excel's line end
            line->insert(cells.front().value(0));
        return true;
    }
    if (event->matches(QKeySequence::Undo) && !line->isUndoAvailable() && m_view->listModel()->history()->canUndo()) {
        leave();
        m_view->undo();
        return true;
    }
    return false;
}

bool CellDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(object);
    if (!editor || !m_editing.contains(editor))
        return false;
    if (event->type() == QEvent::KeyPress) {
        auto *press = static_cast<QKeyEvent *>(event);
        return blockPressed(editor, press) || keyPressed(editor, press->key());
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        // A wrong text stays in its open editor: nothing typed is lost, nothing wrong is stored.
        if (!editor->isAncestorOf(QApplication::focusWidget()) && commit(editor))
            Q_EMIT closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
    return false;
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    auto text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty()) {
        const auto shown = shownText(index);
        if (option.fontMetrics.horizontalAdvance(shown) > option.rect.width() - 2 * space::small)
            text = shown;
    }
    QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
    return true;
}

}  // namespace ui
