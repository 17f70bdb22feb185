#pragma once
// A field for a day: typed as 2026-07-01, 20260701, 2026.7.1, 2026年7月1日, or picked from a calendar without text fields.

#include <QDate>
#include <QLineEdit>

#include <optional>

namespace ui {

class DateEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit DateEdit(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    std::optional<QDate> date() const;
    void setDate(std::optional<QDate> day);
    bool isAcceptable() const;

Q_SIGNALS:
    void dateChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openPopup();
    void normalise();

    std::optional<QDate> m_said;
};

/// Years 1950–2099; full-width digits are understood.
std::optional<QDate> dateFromTyped(const QString &text);

}  // namespace ui
