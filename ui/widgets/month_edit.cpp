#include "ui/widgets/month_edit.h"

#include "base/clock.h"
#include "ui/widgets/picker_popup.h"

namespace ui {

MonthEdit::MonthEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : PickEdit(objectName, accessibleName, {tr("年-月"), tr("选择月份（Alt+↓）"), 96}, parent)
{
}

std::optional<domain::Month> MonthEdit::month() const
{
    return domain::monthFromTyped(text());
}

void MonthEdit::setMonth(std::optional<domain::Month> month)
{
    put(month ? domain::monthText(*month) : QString());
}

void MonthEdit::setRange(std::optional<domain::Month> first, std::optional<domain::Month> last)
{
    m_first = first;
    m_last = last;
}

QString MonthEdit::readable() const
{
    const auto read = month();
    return read ? domain::monthText(*read) : QString();
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
            cells.push_back({tr("%1月").arg(number), domain::monthText(one), allowed, chosen == one,
                             [this, one] { choose(domain::monthText(one)); }});
        }
        popup->fill(tr("%1年").arg(year), cells);
    };
    const auto year = std::make_shared<int>(start.year());
    connect(popup, &PickerPopup::stepped, this, [year, fill](int direction) { fill(*year = qBound(1950, *year + direction, 2099)); });
    fill(*year);
    popup->popUp();
}

}  // namespace ui
