#pragma once
// A field for a month: type it in any form domain::monthFromTyped understands, or pick it. The popup holds no text
// field, because input methods are dead inside one (QTBUG-83490).

#include "domain/month.h"

#include <QLineEdit>

namespace ui {

class MonthEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit MonthEdit(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// Nothing while it is empty or cannot be read.
    std::optional<domain::Month> month() const;
    void setMonth(std::optional<domain::Month> month);
    /// Empty is acceptable; what cannot be read is not.
    bool isAcceptable() const;
    /// Months outside are greyed in the popup; typed ones are the page's to judge.
    void setRange(std::optional<domain::Month> first, std::optional<domain::Month> last);
    /// Where the popup starts when the field is empty.
    void setPresent(domain::Month present) { m_present = present; }

Q_SIGNALS:
    /// A readable month or emptiness, after typing ended or a choice.
    void monthChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openPopup();
    void normalise();

    std::optional<domain::Month> m_first;
    std::optional<domain::Month> m_last;
    std::optional<domain::Month> m_said;
    domain::Month m_present;
};

}  // namespace ui
