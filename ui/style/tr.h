#pragma once
// Texts of functions outside the classes that have a tr() of their own.

#include <QCoreApplication>

namespace ui {

struct Tr final {
    Q_DECLARE_TR_FUNCTIONS(ui::Tr)
};

}  // namespace ui
