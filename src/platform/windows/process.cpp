#include "platform/process.h"

#include <QByteArray>
#include <QtGlobal>

namespace platform {

void beginProcess()
{
    qputenv("QT_ENABLE_REGEXP_JIT", QByteArrayLiteral("0"));
}

}  // namespace platform
