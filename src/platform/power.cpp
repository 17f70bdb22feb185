#include "platform/power.h"

#include <QCoreApplication>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace platform {

PowerWatch::PowerWatch(QObject *parent) : QObject(parent)
{
    qApp->installNativeEventFilter(this);
}

PowerWatch::~PowerWatch()
{
    if (qApp)
        qApp->removeNativeEventFilter(this);
}

bool PowerWatch::nativeEventFilter(const QByteArray &, void *message, qintptr *)
{
#ifdef Q_OS_WIN
    const auto *told = static_cast<const MSG *>(message);
    const bool sleeps = told->message == WM_POWERBROADCAST && told->wParam == PBT_APMSUSPEND;
    const bool ends = told->message == WM_ENDSESSION && told->wParam != 0;
    if (sleeps || ends)
        Q_EMIT leaving();
#else
    Q_UNUSED(message);
#endif
    return false;  // Qt answers
}

}  // namespace platform
