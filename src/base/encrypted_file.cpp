#include "base/encrypted_file.h"

#include <algorithm>
#include <cstring>

namespace base::sqlite {

namespace {

// https://www.sqlite.org/fileformat2.html#walformat
constexpr int kWalHead = 32;
constexpr int kFrameHead = 24;
constexpr int kFrame = kFrameHead + EncryptedFile::kSector;

}  // namespace

EncryptedFile::Unit EncryptedFile::unitAt(sqlite3_int64 offset) const
{
    if (m_kind != Kind::Wal)
        return {offset / kSector, offset / kSector * kSector, kSector};
    if (offset < kWalHead)
        return {0, 0, kWalHead};
    const auto frame = (offset - kWalHead) / kFrame;
    const auto begin = kWalHead + frame * kFrame;
    if (offset < begin + kFrameHead)
        return {2 * frame + 1, begin, kFrameHead};
    return {2 * frame + 2, begin + kFrameHead, kSector};
}

int EncryptedFile::read(unsigned char *out, int amount, sqlite3_int64 offset)
{
    const auto end = offset + amount;
    if (unitAt(offset).begin == offset && unitAt(end).begin == end)
        return readWhole(out, amount, offset);
    int result = SQLITE_OK;
    for (auto at = offset; at < end;) {
        const auto unit = unitAt(at);
        m_inPlain = -1;
        const int code = readUnit(unit, m_plain.data());
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
            return code;
        if (code == SQLITE_IOERR_SHORT_READ)
            result = code;
        const auto stop = std::min(unit.end(), end);
        std::memcpy(out + (at - offset), m_plain.data() + (at - unit.begin), static_cast<std::size_t>(stop - at));
        at = stop;
    }
    return result;
}

// Whole units, in one call of the system, decrypted where they lie.
int EncryptedFile::readWhole(unsigned char *out, int amount, sqlite3_int64 offset)
{
    const int code = m_real->pMethods->xRead(m_real, out, amount, offset);
    sqlite3_int64 size = offset + amount;
    if (code == SQLITE_IOERR_SHORT_READ) {
        if (const int failed = m_real->pMethods->xFileSize(m_real, &size); failed != SQLITE_OK)
            return failed;
    } else if (code != SQLITE_OK) {
        return code;
    }
    for (auto at = offset; at < offset + amount;) {
        const auto unit = unitAt(at);
        auto *bytes = out + (at - offset);
        if (unit.end() > size)  // not there, or cut off: as if nothing had been written
            std::memset(bytes, 0, static_cast<std::size_t>(unit.size));
        else if (!m_cipher.decrypt(m_kind, unit.number, bytes, bytes, unit.size))
            return SQLITE_IOERR_READ;
        at = unit.end();
    }
    return code;
}

int EncryptedFile::readUnit(const Unit &unit, unsigned char *out)
{
    return readWhole(out, unit.size, unit.begin);
}

int EncryptedFile::write(const unsigned char *bytes, int amount, sqlite3_int64 offset)
{
    const auto end = offset + amount;
    for (auto at = offset; at < end;) {
        const auto unit = unitAt(at);
        const auto stop = std::min(unit.end(), end);
        const auto *from = bytes + (at - offset);
        const int code = at == unit.begin && stop == unit.end()
                             ? writeUnit(unit, from)
                             : writePart(unit, from, static_cast<int>(at - unit.begin), static_cast<int>(stop - at));
        if (code != SQLITE_OK)
            return code;
        at = stop;
    }
    return SQLITE_OK;
}

int EncryptedFile::writeUnit(const Unit &unit, const unsigned char *plain)
{
    if (m_inPlain == unit.number && plain != m_plain.data())
        m_inPlain = -1;
    if (!m_cipher.encrypt(m_kind, unit.number, plain, m_coded.data(), unit.size))
        return SQLITE_IOERR_WRITE;
    return m_real->pMethods->xWrite(m_real, m_coded.data(), unit.size, unit.begin);
}

// A journal is written in small pieces one after another: each finds the unit of the one before still here.
int EncryptedFile::writePart(const Unit &unit, const unsigned char *bytes, int at, int amount)
{
    if (m_inPlain != unit.number) {
        m_inPlain = -1;
        const int code = readUnit(unit, m_plain.data());
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
            return code;
    }
    std::memcpy(m_plain.data() + at, bytes, static_cast<std::size_t>(amount));
    m_inPlain = -1;
    const int code = writeUnit(unit, m_plain.data());
    if (code == SQLITE_OK && isOwn())
        m_inPlain = unit.number;
    return code;
}

// Up to the end of a unit: half of one is nothing.
int EncryptedFile::size(sqlite3_int64 *size) const
{
    const int code = m_real->pMethods->xFileSize(m_real, size);
    if (code == SQLITE_OK && m_kind == Kind::Journal)
        *size -= *size % kSector;
    return code;
}

int EncryptedFile::truncate(sqlite3_int64 size)
{
    m_inPlain = -1;
    const auto unit = unitAt(size);
    return m_real->pMethods->xTruncate(m_real, unit.begin == size ? size : unit.end());
}

}  // namespace base::sqlite
