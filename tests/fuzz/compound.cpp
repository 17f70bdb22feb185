#include "fuzz/compound.h"

#include <QString>
#include <QtEndian>

namespace fuzz {

namespace {

constexpr quint32 kEnd = 0xFFFFFFFE;
constexpr quint32 kNone = 0xFFFFFFFF;
constexpr int kSector = 512;

template <class Number>
void put(QByteArray &bytes, qsizetype at, Number number)
{
    qToLittleEndian(number, bytes.data() + at);
}

QByteArray entry(const QString &name, char type, quint32 child, quint32 first, quint32 size)
{
    QByteArray bytes(128, '\0');
    for (qsizetype i = 0; i < name.size(); ++i)
        put<quint16>(bytes, i * 2, name[i].unicode());
    put<quint16>(bytes, 64, quint16(name.size() * 2 + 2));
    bytes[66] = type;
    put<quint32>(bytes, 68, kNone);
    put<quint32>(bytes, 72, kNone);
    put<quint32>(bytes, 76, child);
    put<quint32>(bytes, 116, first);
    put<quint32>(bytes, 120, size);
    return bytes;
}

}  // namespace

QByteArray compoundOf(const QByteArray &stream)
{
    // At least the 4096 bytes from which on a stream has sectors of its own; what is added ends the records, as zeros
    // do.
    const QByteArray content =
        stream.leftJustified(std::max<qsizetype>(4096, (stream.size() + kSector - 1) / kSector * kSector), '\0');
    const auto sectors = quint32(content.size() / kSector);
    const quint32 tables = (sectors + 1) / 126 + 1;
    QByteArray header(kSector, '\0');
    header.replace(0, 8, QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
    put<quint16>(header, 30, 9);
    put<quint16>(header, 32, 6);
    put<quint32>(header, 44, tables);
    put<quint32>(header, 48, sectors);
    put<quint32>(header, 56, 4096);
    put<quint32>(header, 60, kEnd);
    put<quint32>(header, 68, kEnd);
    for (quint32 i = 0; i < 109; ++i)
        put<quint32>(header, 76 + i * 4, i < tables ? sectors + 1 + i : kNone);
    QByteArray table(qsizetype(tables) * kSector, '\xFF');
    for (quint32 i = 0; i < sectors; ++i)
        put<quint32>(table, i * 4, i + 1 < sectors ? i + 1 : kEnd);
    put<quint32>(table, sectors * 4, kEnd);
    const QByteArray folder = entry(QStringLiteral("Root Entry"), 5, 1, kEnd, 0)
                              + entry(QStringLiteral("Workbook"), 2, kNone, 0, quint32(content.size()))
                              + QByteArray(256, '\0');
    return header + content + folder + table;
}

}  // namespace fuzz
