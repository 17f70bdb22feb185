#pragma once
// Order of the values of a column: numbers and dates by value, texts as people in China sort them (pinyin where the
// platform can), nothing last.

#include <QVariant>

#include <vector>

namespace ui {

/// The permutation that sorts `keys`; stable.
std::vector<int> sortedOrder(const std::vector<QVariant> &keys, Qt::SortOrder order);

}  // namespace ui
