#include "platform/cipher.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace platform {

namespace {

constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

unsigned char *raw(QByteArray &bytes, qsizetype at = 0)
{
    return reinterpret_cast<unsigned char *>(bytes.data()) + at;
}

const unsigned char *raw(const QByteArray &bytes, qsizetype at = 0)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData()) + at;
}

}  // namespace

QString cryptoVersion()
{
    return QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING));
}

std::optional<QByteArray> randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(raw(bytes), count) != 1)
        return std::nullopt;
    return bytes;
}

std::optional<QByteArray> seal(const QByteArray &key, const QByteArray &context, const QByteArray &plain)
{
    const auto nonce = randomBytes(nonceBytes);
    if (!nonce || key.size() != cipherKeyBytes)
        return std::nullopt;
    QByteArray sealed = *nonce + QByteArray(plain.size() + tagBytes, '\0');
    const Context cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    auto *ctx = cipher.get();
    int length = 0;
    const bool good =
        ctx && EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, raw(key), raw(*nonce)) == 1
        && EVP_EncryptUpdate(ctx, nullptr, &length, raw(context), static_cast<int>(context.size())) == 1
        && EVP_EncryptUpdate(ctx, raw(sealed, nonceBytes), &length, raw(plain), static_cast<int>(plain.size())) == 1
        && EVP_EncryptFinal_ex(ctx, raw(sealed, nonceBytes + length), &length) == 1
        && EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_GET_TAG, tagBytes, raw(sealed, nonceBytes + plain.size())) == 1;
    if (!good)
        return std::nullopt;
    return sealed;
}

std::optional<QByteArray> unseal(const QByteArray &key, const QByteArray &context, const QByteArray &sealed)
{
    const auto size = sealed.size() - nonceBytes - tagBytes;
    if (size < 0 || key.size() != cipherKeyBytes)
        return std::nullopt;
    QByteArray plain(size, '\0');
    QByteArray tag = sealed.right(tagBytes);
    const Context cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    auto *ctx = cipher.get();
    int length = 0;
    const bool good =
        ctx && EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, raw(key), raw(sealed)) == 1
        && EVP_DecryptUpdate(ctx, nullptr, &length, raw(context), static_cast<int>(context.size())) == 1
        && EVP_DecryptUpdate(ctx, raw(plain), &length, raw(sealed, nonceBytes), static_cast<int>(size)) == 1
        && EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_SET_TAG, tagBytes, raw(tag)) == 1
        && EVP_DecryptFinal_ex(ctx, raw(plain, length), &length) == 1;
    if (!good)
        return std::nullopt;
    return plain;
}

}  // namespace platform
