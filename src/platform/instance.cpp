#include "platform/instance.h"

#include "base/log.h"
#include "platform/store_error.h"
#include "platform/windowing.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace platform {

namespace {

// A hash, because the name of a local socket is short (108 bytes on Linux) and a folder's may not be.
QString nameFor(const QString &folder)
{
    const auto whole = QFileInfo(folder).canonicalFilePath().toUtf8();
    const auto hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("shebao-") + QString::fromLatin1(hash);
}

constexpr int patienceMs = 1000;

/// One that a power cut has left may name a process that is another one now, even this. One that is held is not removed:
/// whoever holds it has written its number behind the lock of the system, so a file without a number is still being made.
bool removeAbandoned(QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.getLockInfo(&process, &host, &program) && lock.removeStaleLockFile();
}

}  // namespace

Instance::Instance(const QString &folder, QObject *parent)
    : QObject(parent), m_name(nameFor(folder)), m_lock(QDir(folder).filePath(QStringLiteral("instance.lock")))
{
    m_lock.setStaleLockTime(0);  // never by age: a program may run for weeks; a dead process is noticed all the same
    if (!m_lock.tryLock() && !(removeAbandoned(m_lock) && m_lock.tryLock()))
        return;
    QLocalServer::removeServer(m_name);  // of a first that crashed; we hold the lock, so nobody listens
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *second = m_server.nextPendingConnection()) {
            // The second hangs up when it has read: hanging up here would take the answer out of a Windows pipe.
            connect(second, &QLocalSocket::disconnected, second, &QObject::deleteLater);
            second->write("ok");
            second->flush();
            Q_EMIT raiseRequested();
        }
    });
    if (!m_server.listen(m_name))
        base::log::warn(QStringLiteral("a second start cannot raise this window: ") + m_server.errorString());
}

std::optional<base::Error> Instance::error() const
{
    switch (m_lock.error()) {
    case QLockFile::NoError:
    case QLockFile::LockFailedError: return std::nullopt;
    case QLockFile::PermissionError: return storeError("store.read-only", QStringLiteral("instance.lock"));
    case QLockFile::UnknownError: break;
    }
    return storeError("store.cannot-open", QStringLiteral("instance.lock"));
}

bool Instance::raiseFirst() const
{
    allowRaise();
    QLocalSocket first;
    first.connectToServer(m_name, QIODevice::ReadOnly);
    return first.waitForConnected(patienceMs) && (first.bytesAvailable() > 0 || first.waitForReadyRead(patienceMs));
}

}  // namespace platform
