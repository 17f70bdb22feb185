#pragma once
// A field for a day: typed as 2026-07-01, 20260701, 2026.7.1, 2026年7月1日, or picked from a calendar without text fields.

#include "ui/widgets/pick_edit.h"

#include <QDate>

#include <optional>

namespace ui {

class DateEdit final : public PickEdit {
    Q_OBJECT
public:
    explicit DateEdit(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    std::optional<QDate> date() const;
    void setDate(std::optional<QDate> day);

protected:
    QString readable() const override;
    void openPopup() override;
};

/// Years 1950–2099; full-width digits are understood.
std::optional<QDate> dateFromTyped(const QString &text);

}  // namespace ui
