#pragma once
// Ids made on this side: of submissions (the tax side's resource id, X1) and of requests.

#include <QString>
#include <QUuid>

namespace base {

inline QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

}  // namespace base
