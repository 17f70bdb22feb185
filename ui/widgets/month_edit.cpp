#include "ui/widgets/month_edit.h"

#include "base/clock.h"
#include "ui/widgets/field_action.h"
#include "ui/widgets/named.h"
#include "ui/widgets/picker_popup.h"

#include <QAction>
#include <QKeyEvent>

namespace ui {

MonthEdit::MonthEdit(const QString &objectName, const QString &accessibleName, QWidget *parent) : QLineEdit(parent)
{
    named(this, objectName, accessibleName);
    setPlaceholderText(tr("年-月"));
    setMinimumWidth(96);
    auto *pick = addFieldAction(this, QStringLiteral("pick"), tr("选择月份（Alt+↓）"), Icon::Calendar);
    connect(pick, &QAction::triggered, this, &MonthEdit::openPopup);
    connect(this, &QLineEdit::editingFinished, this, &MonthEdit::normalise);
}

std::optional<domain::Month> MonthEdit::month() const
{
    return domain::monthFromTyped(text());
}

void MonthEdit::setMonth(std::optional<domain::Month> month)
{
    setText(month ? domain::monthText(*month) : QString());
    normalise();
}

bool MonthEdit::isAcceptable() const
{
    return text().trimmed().isEmpty() || month();
}

void MonthEdit::setRange(std::optional<domain::Month> first, std::optional<domain::Month> last)
{
    m_first = first;
    m_last = last;
}

/// Writes what was typed in the one form there is, and says so when it is another month than before.
void MonthEdit::normalise()
{
    const auto read = month();
    if (read && text() != domain::monthText(*read)) {
        setText(domain::monthText(*read));
        setModified(true);
    }
    setProperty("invalid", !isAcceptable());
    update();
    if (!isAcceptable() || read == m_said)
        return;
    m_said = read;
    Q_EMIT monthChanged();
}

void MonthEdit::keyPressEvent(QKeyEvent *event)
{
    const bool open = event->key() == Qt::Key_F4
        || (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier));
    if (open)
        openPopup();
    else
        QLineEdit::keyPressEvent(event);
}

void MonthEdit::openPopup()
{
    auto *popup = new PickerPopup(this, 3, 64);
    const auto chosen = month();
    const auto start = chosen.value_or(m_present.index() > 0 ? m_present : domain::Month::of(base::Clock().today()));
    const auto fill = [this, popup, chosen](int year) {
        std::vector<PickerPopup::Cell> cells;
        for (int number = 1; number <= 12; ++number) {
            const domain::Month one(year, number);
            const bool allowed = (!m_first || one >= *m_first) && (!m_last || one <= *m_last);
            cells.push_back({tr("%1月").arg(number), domain::monthText(one), allowed, chosen == one, [this, one] {
                                 setText(domain::monthText(one));
                                 setModified(true);
                                 normalise();
                             }});
        }
        popup->fill(tr("%1年").arg(year), cells);
    };
    const auto year = std::make_shared<int>(start.year());
    connect(popup, &PickerPopup::stepped, this, [year, fill](int direction) { fill(*year = qBound(1950, *year + direction, 2099)); });
    fill(*year);
    popup->popUp();
}

}  // namespace ui
