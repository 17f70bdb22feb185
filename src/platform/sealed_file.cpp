#include "platform/sealed_file.h"

#include "base/durable.h"
#include "platform/cipher.h"
#include "platform/scrypt.h"
#include "platform/store_error.h"

#include <QCryptographicHash>
#include <QTimeZone>
#include <QtEndian>

namespace platform {

namespace {

const QByteArray kMagic = "SHEBAOBK";
constexpr int kFormat = 1;
constexpr int kSalt = 16;
constexpr int kVersion = 24;
// Where what lies in the head.
constexpr int kCostAt = 9;
constexpr int kSchemaAt = 12;
constexpr int kMadeAt = 16;
constexpr int kVersionAt = 24;
constexpr int kSaltAt = 48;
constexpr int kKeyAt = 64;
constexpr int kSealExtra = 28;  // platform::seal: nonce and tag
constexpr int kHashAt = kKeyAt + cipherKeyBytes + kSealExtra;
constexpr int kHead = kHashAt + 32;
constexpr int kLeastCost = 14;
constexpr int kMostCost = 18;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray contextOf(const QByteArray &headHash, quint64 number, bool last)
{
    QByteArray context = headHash + QByteArray(9, '\0');
    qToLittleEndian(number, context.data() + headHash.size());
    context[context.size() - 1] = last ? 1 : 0;
    return context;
}

template <class T>
void place(QByteArray &head, int at, T value)
{
    qToLittleEndian(value, head.data() + at);
}

template <class T>
T get(const QByteArray &head, int at)
{
    return qFromLittleEndian<T>(head.constData() + at);
}

}  // namespace

std::optional<BackupKey> BackupKey::decoded(const QByteArray &bytes)
{
    if (bytes.size() != 1 + kSalt + cipherKeyBytes || bytes[0] < kLeastCost || bytes[0] > kMostCost)
        return std::nullopt;
    return BackupKey{bytes.mid(1, kSalt), bytes.mid(1 + kSalt), bytes[0]};
}

std::optional<BackupKey> makeBackupKey(const QString &password, int cost)
{
    const auto salt = randomBytes(kSalt);
    const auto key = salt ? passwordKey(password, *salt, cost) : std::nullopt;
    if (!key)
        return std::nullopt;
    return BackupKey{*salt, *key, cost};
}

base::Result<void> SealedWriter::open(const QString &path, const BackupKey &key, const SealedHead &head)
{
    QByteArray bytes = kMagic + QByteArray(kKeyAt - kMagic.size(), '\0');
    bytes[kMagic.size()] = kFormat;
    bytes[kCostAt] = static_cast<char>(key.cost);
    place<quint32>(bytes, kSchemaAt, static_cast<quint32>(head.schema));
    place<qint64>(bytes, kMadeAt, head.made.toMSecsSinceEpoch());
    const auto version = head.version.toLatin1().left(kVersion);
    bytes.replace(kVersionAt, version.size(), version);
    bytes.replace(kSaltAt, kSalt, key.salt);
    const auto own = randomBytes(cipherKeyBytes);
    const auto sealed = own ? seal(key.key, bytes, *own) : std::nullopt;
    if (!sealed)
        return storeError("vault.crypto");
    bytes += *sealed;
    bytes += sha256(bytes);
    m_key = *own;
    m_headHash = sha256(bytes);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return storeError("file.write", m_file.errorString());
    (void)m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);  // a FAT stick has none
    if (m_file.write(bytes) != bytes.size())
        return storeError("file.write", m_file.errorString());
    return {};
}

base::Result<void> SealedWriter::write(const QByteArray &plain)
{
    m_waiting += plain;
    while (m_waiting.size() > kSealedPiece) {  // the last one is never written before it is known to be the last
        if (const auto done = put(m_waiting.left(kSealedPiece), false); !done)
            return done;
        m_waiting.remove(0, kSealedPiece);
    }
    return {};
}

base::Result<void> SealedWriter::finish()
{
    if (const auto done = put(m_waiting, true); !done)
        return done;
    if (!base::syncFile(m_file))
        return storeError("file.write", m_file.errorString());
    m_file.close();
    return {};
}

base::Result<void> SealedWriter::put(const QByteArray &plain, bool last)
{
    const auto sealed = seal(m_key, contextOf(m_headHash, m_number++, last), plain);
    if (!sealed)
        return storeError("vault.crypto");
    if (m_file.write(*sealed) != sealed->size())
        return storeError("file.write", m_file.errorString());
    return {};
}

base::Result<SealedHead> SealedReader::open(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return storeError("backup.read", m_file.errorString());
    m_head = m_file.read(kHead);
    if (!m_head.startsWith(kMagic))
        return base::validation(QStringLiteral("backup.foreign"));
    // Before the rest is looked at, which another format may have elsewhere.
    if (m_head.size() > kMagic.size() && m_head[kMagic.size()] > kFormat)
        return base::validation(QStringLiteral("backup.newer"), QStringLiteral("format"));
    if (m_head.size() < kHead || sha256(m_head.left(kHashAt)) != m_head.mid(kHashAt)
        || m_head[kMagic.size()] != kFormat)
        return base::validation(QStringLiteral("backup.damaged"), QStringLiteral("head"));
    if (m_head[kCostAt] < kLeastCost || m_head[kCostAt] > kMostCost)
        return base::validation(QStringLiteral("backup.damaged"), QStringLiteral("cost"));
    const auto version = m_head.mid(kVersionAt, kVersion);
    return SealedHead{static_cast<int>(get<quint32>(m_head, kSchemaAt)),
                      QDateTime::fromMSecsSinceEpoch(get<qint64>(m_head, kMadeAt), Qt::UTC),
                      QString::fromLatin1(version.constData(), qstrnlen(version.constData(), kVersion))};
}

base::Result<void> SealedReader::unlock(const QString &password)
{
    const auto unlockAs = [&](QString::NormalizationForm form) -> base::Result<void> {
        const auto key = passwordKey(password, m_head.mid(kSaltAt, kSalt), m_head[kCostAt], form);
        return key ? unlockWith(*key) : storeError("vault.crypto");
    };
    const auto form = QString::NormalizationForm_KC;
    const auto earlier = QString::NormalizationForm_C;  // of versions that did not know the other
    const auto unlocked = unlockAs(form);
    return unlocked || password.normalized(form) == password.normalized(earlier) ? unlocked : unlockAs(earlier);
}

base::Result<void> SealedReader::unlock(const BackupKey &key)
{
    return unlockWith(key.key);
}

base::Result<void> SealedReader::unlockWith(const QByteArray &key)
{
    const auto own = unseal(key, m_head.left(kKeyAt), m_head.mid(kKeyAt, kHashAt - kKeyAt));
    if (!own)
        return base::validation(QStringLiteral("backup.password"));
    m_key = *own;
    return {};
}

base::Result<QByteArray> SealedReader::next()
{
    if (m_ended)
        return QByteArray();
    const auto sealed = m_file.read(kSealedPiece + kSealExtra);
    if (m_file.error() != QFile::NoError)
        return storeError("backup.read", m_file.errorString());
    m_ended = m_file.atEnd();
    const auto plain = unseal(m_key, contextOf(sha256(m_head), m_number, m_ended), sealed);
    if (!plain || (plain->isEmpty() && m_number > 0))
        return base::validation(QStringLiteral("backup.damaged"), QStringLiteral("piece %1").arg(m_number));
    ++m_number;
    return *plain;
}

}  // namespace platform
