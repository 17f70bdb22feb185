#pragma once
// One open file of the encrypting VFS (encrypted_files.h), over the system's own.

#include "base/sector_cipher.h"

#include <sqlite3.h>

#include <array>

namespace base::sqlite {

class EncryptedFile final {
public:
    using Kind = SectorCipher::Kind;
    static constexpr int kSector = 4096;

    EncryptedFile(sqlite3_file *real, Kind kind, const QByteArray &key) : m_real(real), m_kind(kind), m_cipher(key) {}

    // As the methods of the same names of sqlite3_io_methods; SQLite's result codes.
    int read(unsigned char *out, int amount, sqlite3_int64 offset);
    int write(const unsigned char *bytes, int amount, sqlite3_int64 offset);
    int truncate(sqlite3_int64 size);
    /// What SQLite may count on. A loss of power can leave part of a unit at the end of a journal, which nobody can read.
    int size(sqlite3_int64 *size) const;
    sqlite3_file *real() const { return m_real; }

private:
    /// What is encrypted as one.
    struct Unit {
        sqlite3_int64 number;
        sqlite3_int64 begin;
        int size;
        sqlite3_int64 end() const { return begin + size; }
    };
    using Buffer = std::array<unsigned char, kSector>;

    Unit unitAt(sqlite3_int64 offset) const;
    /// Whether the file is written by its one owner and by nobody else, so that what was written last is still there.
    bool isOwn() const { return m_kind == Kind::Journal || m_kind == Kind::Temporary; }
    int readWhole(unsigned char *out, int amount, sqlite3_int64 offset);
    int readUnit(const Unit &unit, unsigned char *out);
    int writeUnit(const Unit &unit, const unsigned char *plain);
    int writePart(const Unit &unit, const unsigned char *bytes, int at, int amount);

    sqlite3_file *m_real;
    Kind m_kind;
    SectorCipher m_cipher;
    Buffer m_coded{};
    Buffer m_plain{};
    sqlite3_int64 m_inPlain = -1;  ///< the unit that m_plain holds, of a file that isOwn()
};

}  // namespace base::sqlite
