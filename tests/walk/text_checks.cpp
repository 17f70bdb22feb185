// Whether a text can be read: whole, in Chinese, and with enough contrast.
#include "walk/inspector.h"

#include "ui/models/table_view.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTreeWidget>

namespace walk {

namespace {

bool isChinese(const QString &text)
{
    static const QRegularExpression one(QStringLiteral("\\p{Han}"));
    return text.contains(one);
}

double light(QRgb colour)
{
    const auto part = [](int value) {
        const double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(qRed(colour)) + 0.7152 * part(qGreen(colour)) + 0.0722 * part(qBlue(colour));
}

double contrastOf(QRgb a, QRgb b)
{
    const double la = light(a);
    const double lb = light(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

}  // namespace

void Inspector::texts(QWidget *top)
{
    checkLanguage(top, top->isWindow() ? top->windowTitle() : QString(), false);
    const auto all = top->findChildren<QWidget *>();
    for (auto *widget : all) {
        if (!widget->isVisible())
            continue;
        m_findings.count(QStringLiteral("widgets"));
        const bool part = isPartOfQt(widget);
        if (auto *header = qobject_cast<QHeaderView *>(widget)) {
            checkHeader(header);
            continue;
        }
        const QString text = textOf(widget);
        if (part && text.isEmpty())
            continue;
        checkLanguage(widget, text, qobject_cast<QAbstractButton *>(widget) != nullptr);
        checkLanguage(widget, widget->toolTip(), false);
        checkLanguage(widget, widget->accessibleName(), false);
        if (m_looks.marked)
            continue;
        checkClipped(widget);
        if (!text.isEmpty() || takesInput(widget))
            checkInside(widget, top);
    }
}

void Inspector::checkClipped(QWidget *widget)
{
    const QString text = textOf(widget);
    const auto metrics = widget->fontMetrics();
    const auto say = [&](int has, int needs) {
        if (widget->toolTip().isEmpty())
            fail("clipped", widget, QStringLiteral("「%1」 has %2, needs %3").arg(text.left(30)).arg(has).arg(needs));
    };
    m_findings.count(QStringLiteral("checks"));
    if (const auto *label = qobject_cast<QLabel *>(widget)) {
        if (text.isEmpty())
            return;
        if (label->wordWrap()) {
            if (const int needs = label->heightForWidth(label->width()); needs > label->height() + 1)
                say(label->height(), needs);
        } else if (label->sizeHint().width() > label->width() || label->height() < metrics.height()) {
            say(label->width(), label->sizeHint().width());
        }
        if (text.endsWith(QChar(0x2026)) && widget->toolTip().isEmpty() && label->accessibleName().isEmpty())
            fail("elided", widget, text);
    } else if (auto *button = qobject_cast<QAbstractButton *>(widget)) {
        if (text.isEmpty())
            return;
        if (button->minimumSizeHint().width() > button->width() && qobject_cast<QPushButton *>(widget)) {
            const int needs = metrics.size(Qt::TextShowMnemonic, text).width()
                              + (button->icon().isNull() ? 0 : button->iconSize().width() + 4) + 8;
            if (needs > button->width())
                say(button->width(), needs);
        } else if (button->sizeHint().width() > button->width() && !qobject_cast<QPushButton *>(widget)) {
            say(button->width(), button->sizeHint().width());
        }
        if (button->height() < metrics.height())
            say(button->height(), metrics.height());
    } else if (const auto *box = qobject_cast<QComboBox *>(widget)) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        option.editable = box->isEditable();
        const int has =
            box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
        if (const int needs = metrics.horizontalAdvance(text); needs > has)
            say(has, needs);
    } else if (const auto *edit = qobject_cast<QLineEdit *>(widget)) {
        const auto margins = edit->textMargins();
        const int has = edit->contentsRect().width() - margins.left() - margins.right() - 8;
        const int needs = metrics.horizontalAdvance(text);
        if (needs > has && (edit->isReadOnly() || edit->text().isEmpty()))
            say(has, needs);
    } else if (qobject_cast<ui::Pill *>(widget)) {
        if (widget->sizeHint().width() > widget->width())
            say(widget->width(), widget->sizeHint().width());
    }
}

/// Cut off by something around it that does not scroll.
void Inspector::checkInside(QWidget *widget, const QWidget *top)
{
    m_findings.count(QStringLiteral("checks"));
    for (const auto *up = widget->parentWidget(); up; up = up->parentWidget()) {
        const QRect place(widget->mapTo(up, QPoint(0, 0)), widget->size());
        const auto *area = qobject_cast<const QAbstractScrollArea *>(up->parentWidget());
        if (area && area->viewport() == up) {
            const bool hidden = area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                                && qobject_cast<const QScrollArea *>(area);
            if (hidden && (place.left() < 0 || place.right() > up->width()))
                fail("cut off", widget, QStringLiteral("at the side of %1").arg(nameOf(area)));
            return;
        }
        if (!up->rect().adjusted(-1, -1, 1, 1).contains(place)) {
            fail("cut off", widget, QStringLiteral("by %1").arg(nameOf(up)));
            return;
        }
        if (up == top)
            return;
    }
}

void Inspector::checkHeader(QHeaderView *header)
{
    const auto *view = qobject_cast<QAbstractItemView *>(header->parentWidget());
    if (!view || !header->model())
        return;
    for (int section = 0; section < header->count(); ++section) {
        if (header->isSectionHidden(section))
            continue;
        const auto title = header->model()->headerData(section, header->orientation(), Qt::DisplayRole).toString();
        const bool told =
            !header->model()->headerData(section, header->orientation(), Qt::ToolTipRole).toString().isEmpty();
        checkLanguage(header, title, true);
        m_findings.count(QStringLiteral("checks"));
        const int needs = header->fontMetrics().horizontalAdvance(title) + 16;
        if (!m_looks.marked && !told && header->orientation() == Qt::Horizontal && needs > header->sectionSize(section))
            fail("clipped", view,
                 QStringLiteral("header 「%1」 has %2, needs %3")
                     .arg(title)
                     .arg(header->sectionSize(section))
                     .arg(needs));
    }
}

/// `ours`: a text of the program itself, never data.
void Inspector::checkLanguage(const QWidget *widget, const QString &text, bool ours)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    static const QRegularExpression data(QStringLiteral("[0-9@/:]|^(PDF|CSV|Excel|HTTP|HTTPS|URL)$"));
    m_findings.count(QStringLiteral("checks"));
    if (text.isEmpty())
        return;
    const bool names = m_where.startsWith(QLatin1String("settings.about"));  // of other people's software
    if (!names && text.contains(word) && !isChinese(text) && !text.contains(data))
        fail("not Chinese", widget, text);
    if (m_looks.marked && ours && isChinese(text) && !text.contains(kMark))
        fail("not through tr()", widget, text);
}

void Inspector::contrast(QWidget *top)
{
    const QImage image = top->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const auto place = [&](const QWidget *widget, const QRect &rect) {
        QRect shown = rect;
        for (const auto *up = widget; up != top; up = up->parentWidget()) {
            shown &= up->rect();
            shown.translate(up->pos());
        }
        shown &= top->rect();
        return shown.size() == rect.size() ? shown : QRect();  // what is half in sight says nothing
    };
    for (auto *widget : top->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled())
            continue;
        if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
            for (int row = 0; row < qMin(3, view->model()->rowCount()); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const auto index = view->model()->index(row, column);
                    if (index.flags() & Qt::ItemIsEnabled && !index.data().toString().isEmpty())
                        checkContrast(view, image, place(view->viewport(), view->visualRect(index)),
                                      index.data().toString());
                }
            }
        } else if (const auto *header = qobject_cast<QHeaderView *>(widget);
                   header && header->orientation() == Qt::Horizontal) {
            checkContrast(header, image, place(header, header->rect().adjusted(2, 2, -2, -2)),
                          QStringLiteral("header"));
        } else if (!textOf(widget).isEmpty() && !isPartOfQt(widget)) {
            const auto *label = qobject_cast<QLabel *>(widget);
            if (!label || label->pixmap(Qt::ReturnByValue).isNull())
                checkContrast(widget, image, place(widget, widget->rect()), textOf(widget));
        } else if (qobject_cast<ui::Pill *>(widget)) {
            checkContrast(widget, image, place(widget, widget->rect().adjusted(4, 2, -4, -2)), QStringLiteral("pill"));
        }
    }
}

/// The commonest colour is the ground, the one that stands out most is the ink.
void Inspector::checkContrast(const QWidget *widget, const QImage &image, const QRect &place, const QString &text)
{
    const auto scale = image.devicePixelRatio();
    const QRect pixels =
        QRectF(place.x() * scale, place.y() * scale, place.width() * scale, place.height() * scale).toRect()
        & image.rect();
    if (place.width() < 12 || place.height() < widget->fontMetrics().height() - 2 || pixels.isEmpty())
        return;  // scrolled out of sight
    m_findings.count(QStringLiteral("checks"));
    QHash<QRgb, int> found;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            ++found[line[x]];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    double best = 1;
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        best = qMax(best, contrastOf(ground, it.key()));
    const auto font = widget->font();
    const bool large = font.pointSizeF() >= 18 || (font.pointSizeF() >= 14 && font.weight() >= QFont::DemiBold);
    if (best < (large ? 3.0 : 4.5))
        fail("contrast", widget,
             QStringLiteral("「%1」 %2 on %3").arg(text.left(20)).arg(best, 0, 'f', 2).arg(QColor(ground).name()));
}

}  // namespace walk
