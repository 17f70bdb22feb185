#pragma once
// Tells when the machine is about to sleep or the session about to end: minutes, or the program's last second. Only
// Windows says so; elsewhere the signal never comes, and what is committed is on disk anyway.

#include <QAbstractNativeEventFilter>
#include <QObject>

namespace platform {

class PowerWatch final : public QObject, public QAbstractNativeEventFilter {
    Q_OBJECT
public:
    explicit PowerWatch(QObject *parent = nullptr);
    ~PowerWatch() override;

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;

Q_SIGNALS:
    /// May come more than once: every window of the program is told.
    void leaving();
};

}  // namespace platform
