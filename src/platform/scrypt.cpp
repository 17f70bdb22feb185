#include "platform/scrypt.h"

#include "platform/cipher.h"

#include <QStringList>

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace platform {

namespace {

constexpr int kLogN = 15;
constexpr int kBlock = 8;
constexpr int kParallel = 1;
constexpr int kSaltBytes = 16;
constexpr int kHashBytes = 32;
constexpr quint64 kMostMemory = 512ULL << 20;

QString prefix()
{
    return QStringLiteral("scrypt$%1$%2$%3$").arg(kLogN).arg(kBlock).arg(kParallel);
}

}  // namespace

std::optional<QByteArray> passwordKey(const QString &password, const QByteArray &salt, int cost,
                                      QString::NormalizationForm form)
{
    const QByteArray bytes = password.normalized(form).toUtf8();
    QByteArray key(kHashBytes, Qt::Uninitialized);
    const bool made = EVP_PBE_scrypt(bytes.constData(), size_t(bytes.size()),
                                     reinterpret_cast<const unsigned char *>(salt.constData()), size_t(salt.size()),
                                     1ULL << cost, kBlock, kParallel, kMostMemory,
                                     reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()))
                      == 1;
    return made ? std::optional(key) : std::nullopt;
}

std::optional<QString> passwordVerifier(const QString &password)
{
    const auto salt = randomBytes(kSaltBytes);
    const auto hash = salt ? passwordKey(password, *salt, kLogN) : std::nullopt;
    if (!hash)
        return std::nullopt;
    return prefix() + QString::fromLatin1(salt->toBase64()) + QLatin1Char('$') + QString::fromLatin1(hash->toBase64());
}

bool passwordMatches(const QString &password, const QString &verifier)
{
    if (!verifier.startsWith(prefix()))
        return false;
    const auto parts = verifier.mid(prefix().size()).split(QLatin1Char('$'));
    if (parts.size() != 2)
        return false;
    const auto salt = QByteArray::fromBase64(parts[0].toLatin1());
    const auto wanted = QByteArray::fromBase64(parts[1].toLatin1());
    const auto hash = passwordKey(password, salt, kLogN);
    return hash && wanted.size() == kHashBytes && CRYPTO_memcmp(hash->constData(), wanted.constData(), kHashBytes) == 0;
}

}  // namespace platform
