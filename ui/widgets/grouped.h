#pragma once
// How a count is shown: 12,000.

#include <QLocale>

namespace ui {

inline QString grouped(qint64 count)
{
    return QLocale(QLocale::Chinese).toString(count);
}

}  // namespace ui
