#include "ui/models/sorting.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <optional>

namespace ui {
namespace {

bool isText(const QVariant &value)
{
    return value.typeId() == QMetaType::QString;
}

bool isNothing(const QVariant &value)
{
    return !value.isValid() || value.isNull() || (isText(value) && value.toString().isEmpty());
}

/// −1, 0, 1; nothing and empty texts are equal here and placed by the caller.
int compared(const QVariant &a, const QVariant &b)
{
    const auto order = QVariant::compare(a, b);
    return order == QPartialOrdering::Less ? -1 : order == QPartialOrdering::Greater ? 1 : 0;
}

}  // namespace

std::vector<int> sortedOrder(const std::vector<QVariant> &keys, Qt::SortOrder order)
{
    QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::optional<QString>> texts(keys.size());
    for (size_t i = 0; i < keys.size(); ++i) {
        if (isText(keys[i]) && !isNothing(keys[i]))
            texts[i] = keys[i].toString();
    }
    std::vector<int> result(keys.size());
    std::iota(result.begin(), result.end(), 0);
    const int sign = order == Qt::AscendingOrder ? 1 : -1;
    std::stable_sort(result.begin(), result.end(), [&](int left, int right) {
        const auto a = size_t(left);
        const auto b = size_t(right);
        if (isNothing(keys[a]) || isNothing(keys[b]))
            return !isNothing(keys[a]) && isNothing(keys[b]);
        // Not by sort keys: Qt compares those of Windows as words, which they are not.
        const int difference = texts[a] && texts[b] ? collator.compare(*texts[a], *texts[b]) : compared(keys[a], keys[b]);
        return difference * sign < 0;
    });
    return result;
}

}  // namespace ui
