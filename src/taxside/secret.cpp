#include "taxside/secret.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <stdexcept>

namespace taxside {

namespace {

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), count) != 1)
        throw std::runtime_error("no randomness");
    return bytes;
}

}  // namespace

QByteArray newSalt()
{
    return randomBytes(16);
}

QByteArray passwordHash(const QString &password, const QByteArray &salt)
{
    constexpr int kCost = 1 << 14;  // 16 MB for each try
    const QByteArray utf8 = password.toUtf8();
    QByteArray hash(32, '\0');
    if (EVP_PBE_scrypt(utf8.constData(), static_cast<std::size_t>(utf8.size()),
                       reinterpret_cast<const unsigned char *>(salt.constData()), static_cast<std::size_t>(salt.size()),
                       kCost, 8, 1, 0, reinterpret_cast<unsigned char *>(hash.data()),
                       static_cast<std::size_t>(hash.size()))
        != 1)
        throw std::runtime_error("scrypt failed");
    return hash;
}

QByteArray newToken()
{
    return randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenHash(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

}  // namespace taxside
