#pragma once
// Keeps the title bars of all windows in the theme of the program.

#include <QObject>

namespace ui {

class TitleBars final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Watches every window of the application.
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}  // namespace ui
