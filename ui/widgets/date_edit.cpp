#include "ui/widgets/date_edit.h"

#include "base/clock.h"
#include "ui/widgets/picker_popup.h"

#include <QRegularExpression>

namespace ui {

DateEdit::DateEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : PickEdit(objectName, accessibleName, {tr("年-月-日"), tr("选择日期（Alt+↓）"), 118}, parent)
{
}

std::optional<QDate> DateEdit::date() const
{
    return dateFromTyped(text());
}

void DateEdit::setDate(std::optional<QDate> day)
{
    put(day ? day->toString(Qt::ISODate) : QString());
}

QString DateEdit::readable() const
{
    const auto read = date();
    return read ? read->toString(Qt::ISODate) : QString();
}

void DateEdit::openPopup()
{
    auto *popup = new PickerPopup(this, 7, 36);
    const auto chosen = date();
    const auto fill = [this, popup, chosen](QDate first) {
        std::vector<PickerPopup::Cell> cells;
        for (const auto &name : {tr("一"), tr("二"), tr("三"), tr("四"), tr("五"), tr("六"), tr("日")})
            cells.push_back({name, name});
        for (int i = 1; i < first.dayOfWeek(); ++i)
            cells.push_back({});
        for (int number = 1; number <= first.daysInMonth(); ++number) {
            const QDate one(first.year(), first.month(), number);
            cells.push_back({QString::number(number), one.toString(Qt::ISODate), true, chosen == one,
                             [this, one] { choose(one.toString(Qt::ISODate)); }});
        }
        popup->fill(tr("%1年%2月").arg(first.year()).arg(first.month()), cells);
    };
    const auto start = chosen.value_or(base::Clock().today());
    const auto first = std::make_shared<QDate>(start.year(), start.month(), 1);
    connect(popup, &PickerPopup::stepped, this, [first, fill](int direction) { fill(*first = first->addMonths(direction)); });
    fill(*first);
    popup->popUp();
}

std::optional<QDate> dateFromTyped(const QString &text)
{
    QString narrow;
    for (const auto c : text.trimmed())
        narrow += c.isDigit() ? QChar(u'0' + char16_t(c.digitValue())) : c;
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4})(?:\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})\\s*日?|(\\d{2})(\\d{2}))$"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(narrow);
    if (!match.hasMatch())
        return std::nullopt;
    const bool packed = match.captured(2).isEmpty();
    const int year = match.captured(1).toInt();
    const QDate day(year, match.captured(packed ? 4 : 2).toInt(), match.captured(packed ? 5 : 3).toInt());
    if (!day.isValid() || year < 1950 || year > 2099)
        return std::nullopt;
    return day;
}

}  // namespace ui
