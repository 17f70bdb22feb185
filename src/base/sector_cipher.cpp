#include "base/sector_cipher.h"

#include <array>

namespace base::sqlite {

SectorCipher::SectorCipher(const QByteArray &key) : m_encrypting(contextOf(key, 1)), m_decrypting(contextOf(key, 0)) {}

SectorCipher::Context SectorCipher::contextOf(const QByteArray &key, int encrypting)
{
    Context context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const auto *bytes = reinterpret_cast<const unsigned char *>(key.constData());
    if (!context || EVP_CipherInit_ex(context.get(), EVP_aes_256_xts(), nullptr, bytes, nullptr, encrypting) != 1)
        context.reset();
    return context;
}

bool SectorCipher::encrypt(Kind kind, std::int64_t unit, const unsigned char *in, unsigned char *out, int size)
{
    return run(m_encrypting.get(), kind, unit, in, out, size);
}

bool SectorCipher::decrypt(Kind kind, std::int64_t unit, const unsigned char *in, unsigned char *out, int size)
{
    return run(m_decrypting.get(), kind, unit, in, out, size);
}

bool SectorCipher::run(EVP_CIPHER_CTX *context, Kind kind, std::int64_t unit, const unsigned char *in,
                       unsigned char *out, int size)
{
    if (!context)
        return false;
    std::array<unsigned char, 16> tweak{};
    for (int i = 0; i < 8; ++i)
        tweak[std::size_t(i)] = static_cast<unsigned char>(static_cast<std::uint64_t>(unit) >> (8 * i));
    tweak[8] = static_cast<unsigned char>(kind);
    int written = 0;
    return EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, tweak.data(), -1) == 1
           && EVP_CipherUpdate(context, out, &written, in, size) == 1 && written == size;
}

}  // namespace base::sqlite
