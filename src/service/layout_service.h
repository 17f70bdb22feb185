#pragma once
// How the user has arranged the lists of this installation. The texts are the window's own; they name lists and columns,
// nothing of what is in them.

#include "store/store.h"

#include <QHash>

namespace service {

class LayoutService final {
public:
    explicit LayoutService(store::Store &store) : m_store(store) {}

    /// By the list's name.
    base::Result<QHash<QString, QString>> all();
    /// The changed ones; an empty text forgets its list.
    base::Result<void> save(const QHash<QString, QString> &changed);

private:
    store::Store &m_store;
};

}  // namespace service
