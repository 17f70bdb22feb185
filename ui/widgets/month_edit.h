#pragma once
// A field for a month: type it in any form domain::monthFromTyped understands, or pick it.

#include "domain/month.h"
#include "ui/widgets/pick_edit.h"

#include <optional>

namespace ui {

class MonthEdit final : public PickEdit {
    Q_OBJECT
public:
    explicit MonthEdit(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// Nothing while it is empty or cannot be read.
    std::optional<domain::Month> month() const;
    void setMonth(std::optional<domain::Month> month);
    /// Months outside are greyed in the popup; typed ones are the page's to judge.
    void setRange(std::optional<domain::Month> first, std::optional<domain::Month> last);
    /// Where the popup starts when the field is empty.
    void setPresent(domain::Month present) { m_present = present; }

protected:
    QString readable() const override;
    void openPopup() override;

private:
    std::optional<domain::Month> m_first;
    std::optional<domain::Month> m_last;
    domain::Month m_present;
};

}  // namespace ui
