#pragma once
// Keeps rows that may not be chosen from being checked, also by the box in the header and by Ctrl+A.

#include <QSet>

#include <functional>

namespace ui {

class ListModelBase;

/// `allowed` gives the keys that may be checked now; asked at each change of the checks. Small lists only. The guard
/// lives as long as the model.
void guardChecks(ListModelBase *model, std::function<QSet<QString>()> allowed);

}  // namespace ui
