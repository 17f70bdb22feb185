#pragma once
// AES-256-XTS of single units, over and over with one key.

#include <QByteArray>

#include <openssl/evp.h>

#include <cstdint>
#include <memory>

namespace base::sqlite {

/// Used by one thread at a time.
class SectorCipher final {
public:
    /// `key` has kFileKeyBytes.
    explicit SectorCipher(const QByteArray &key);

    /// What kind of file a unit is of: the same bytes in the same place of two kinds look different.
    enum class Kind : unsigned char { Database = 1, Journal = 2, Wal = 3, Temporary = 4 };

    /// `in` may be `out`; size is at least 16.
    bool encrypt(Kind kind, std::int64_t unit, const unsigned char *in, unsigned char *out, int size);
    bool decrypt(Kind kind, std::int64_t unit, const unsigned char *in, unsigned char *out, int size);

private:
    using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

    static Context contextOf(const QByteArray &key, int encrypting);
    static bool run(EVP_CIPHER_CTX *context, Kind kind, std::int64_t unit, const unsigned char *in, unsigned char *out,
                    int size);

    // Expanding the keys costs more than a unit: it happens once.
    Context m_encrypting;
    Context m_decrypting;
};

}  // namespace base::sqlite
