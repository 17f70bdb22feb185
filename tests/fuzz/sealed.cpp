// Any bytes as a backup, in two ways. `=` and bytes: they are the file. Anything else: what is done to a sound archive
// whose key we have, six bytes for each change, so that what is found lies behind the checksum of the head and the key.
//
// Held: whatever comes out is what went in, from its beginning, and an end is seen only after all of it; an error is
// one of the five; a head never asks scrypt for more than 256 MB.

#include "fuzz/promise.h"
#include "fuzz/scratch.h"
#include "platform/sealed_file.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace {

using fuzz::hold;
using platform::kSealedPiece;

constexpr qsizetype kHead = 156;  // platform/sealed_file.h
constexpr qsizetype kHashed = kHead - 32;
constexpr qsizetype kPiece = kSealedPiece + 28;
constexpr int kCostAt = 9;
constexpr qint64 kMostMemory = 256LL << 20;

const fuzz::Scratch &scratch()
{
    static const fuzz::Scratch folder;
    return folder;
}

const platform::BackupKey &key()
{
    static const platform::BackupKey fixed{QByteArray(16, 's'), QByteArray(32, 'k'), 14};
    return fixed;
}

struct Archive {
    QByteArray plain;
    QByteArray sealed;
};

Archive archiveOf(qsizetype size)
{
    Archive made;
    for (qsizetype at = 0; at < size; ++at)
        made.plain.append(char(at * 31 + at / 251));
    platform::SealedWriter writer;
    const auto path = scratch().path("sound");
    const platform::SealedHead head{7, QDateTime::fromMSecsSinceEpoch(1'785'000'000'000, Qt::UTC),
                                    QStringLiteral("1.2.3")};
    hold(writer.open(path, key(), head).has_value() && writer.write(made.plain).has_value()
             && writer.finish().has_value(),
         "sealing");
    QFile file(path);
    hold(file.open(QIODevice::ReadOnly), "reading back");
    made.sealed = file.readAll();
    return made;
}

/// Nothing, one short piece, and three of which the last is short.
const Archive &archive(int which)
{
    static const Archive all[] = {archiveOf(0), archiveOf(1000), archiveOf(2 * kSealedPiece + 77)};
    return all[which % 3];
}

void checkError(const base::Error &error)
{
    for (const char *code : {"backup.foreign", "backup.newer", "backup.damaged", "backup.password", "backup.read"}) {
        if (error.code == QLatin1String(code))
            return;
    }
    hold(false, "an error of the room");
}

bool opens(platform::SealedReader &reader, const QByteArray &bytes)
{
    const auto head = reader.open(scratch().write("archive", bytes));
    if (!head) {
        checkError(head.error());
        return false;
    }
    hold(bytes.size() >= kHead, "a head is whole");
    hold(128 * 8 * (1LL << bytes[kCostAt]) <= kMostMemory, "scrypt is not asked for more than it may have");
    hold(head->version.size() <= 24, "a version");
    return true;
}

void read(const QByteArray &bytes, const QByteArray &plain)
{
    platform::SealedReader reader;
    if (!opens(reader, bytes))
        return;
    if (const auto unlocked = reader.unlock(key()); !unlocked)
        return checkError(unlocked.error());
    for (qsizetype at = 0;;) {
        const auto piece = reader.next();
        if (!piece)
            return checkError(piece.error());
        if (piece->isEmpty())
            return hold(at == plain.size(), "an end is seen after all of it");
        hold(plain.mid(at, piece->size()) == *piece, "what comes out is what went in");
        at += piece->size();
    }
}

void exchange(QByteArray &bytes, qsizetype one, qsizetype other)
{
    const auto first = kHead + one % 3 * kPiece;
    const auto second = kHead + other % 3 * kPiece;
    const auto a = bytes.mid(first, kPiece);
    const auto b = bytes.mid(second, kPiece);
    if (first + a.size() <= bytes.size() && second + b.size() <= bytes.size() && a.size() == b.size()) {
        bytes.replace(first, a.size(), b);
        bytes.replace(second, b.size(), a);
    }
}

/// Six bytes: what, where (four), with what.
void change(QByteArray &bytes, const uint8_t *step)
{
    const auto where = qsizetype(qFromLittleEndian<quint32>(step + 1));
    const auto in = [&](qsizetype size) { return size > 0 ? where % size : 0; };
    switch (step[0] % 8) {
    case 0:
        if (!bytes.isEmpty())
            bytes[in(bytes.size())] = char(step[5]);
        break;
    case 1:
        if (bytes.size() >= kHead)
            bytes[in(kHead)] = char(step[5]);
        break;
    case 2: bytes.truncate(in(bytes.size() + 1)); break;
    case 3: bytes.truncate(qMin(bytes.size(), kHead + qsizetype(step[5] % 4) * kPiece)); break;
    case 4: bytes.append(bytes.mid(kHead + qsizetype(step[5] % 3) * kPiece, kPiece)); break;
    case 5: exchange(bytes, where, step[5]); break;
    case 6: bytes.remove(kHead + qsizetype(step[5] % 3) * kPiece, kPiece); break;
    default: bytes.insert(in(bytes.size() + 1), char(step[5])); break;
    }
}

void rehash(QByteArray &bytes)
{
    if (bytes.size() >= kHead)
        bytes.replace(kHashed, 32, QCryptographicHash::hash(bytes.left(kHashed), QCryptographicHash::Sha256));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    if (bytes[0] == '=') {
        QByteArray file(reinterpret_cast<const char *>(bytes + 1), qsizetype(size - 1));
        platform::SealedReader reader;
        opens(reader, file);
        rehash(file);
        read(file, {});
        return 0;
    }
    const auto &sound = archive(bytes[0]);
    auto changed = sound.sealed;
    for (size_t at = 1; at + 6 <= size && at < 1 + 6 * 12; at += 6)
        change(changed, bytes + at);
    if (bytes[0] & 0x40)
        rehash(changed);
    if (changed == sound.sealed) {
        platform::SealedReader reader;
        hold(opens(reader, changed) && reader.unlock(key()).has_value() && reader.next().has_value(),
             "a sound archive is taken");
    }
    read(changed, sound.plain);
    return 0;
}
