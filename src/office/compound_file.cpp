#include "office/compound_file.h"

#include "office/failure.h"

#include <QtEndian>

#include <algorithm>

namespace office {

namespace {

constexpr quint32 kLastSector = 0xFFFFFFFA;  // what is beyond means something else: free, end of chain
constexpr quint32 kEndOfChain = 0xFFFFFFFE;
constexpr int kHeader = 512;
constexpr int kInHeader = 109;  // sectors of the table that the header names itself
constexpr int kEntry = 128;
constexpr int kSmallShift = 6;
constexpr quint32 kSmallBelow = 4096;  // bytes; the format has no other
constexpr qint64 kMostEntries = 10'000;
constexpr quint32 kAtOnce = 1000;  // sectors

template <class Number>
Number at(const QByteArray &bytes, qsizetype offset)
{
    return qFromLittleEndian<Number>(bytes.constData() + offset);
}

std::vector<quint32> numbersOf(const QByteArray &bytes)
{
    std::vector<quint32> numbers;
    numbers.reserve(size_t(bytes.size() / 4));
    for (qsizetype offset = 0; offset + 4 <= bytes.size(); offset += 4)
        numbers.push_back(at<quint32>(bytes, offset));
    return numbers;
}

base::Error damaged(const char *what)
{
    return failure("read.damaged", QStringLiteral("compound file: %1").arg(QString::fromLatin1(what)));
}

}  // namespace

base::Result<CompoundFile> CompoundFile::open(QIODevice &file)
{
    CompoundFile container(file);
    if (!container.readHeader())
        return damaged("header");
    return container;
}

bool CompoundFile::readHeader()
{
    if (!m_file->seek(0))
        return false;
    const QByteArray header = m_file->read(kHeader);
    if (header.size() < kHeader)
        return false;
    m_shift = at<quint16>(header, 30);
    if ((m_shift != 9 && m_shift != 12) || at<quint16>(header, 32) != kSmallShift)
        return false;
    if (at<quint32>(header, 56) != kSmallBelow)
        return false;
    m_firstSmallTable = at<quint32>(header, 60);
    return readTable(header) && readDirectory(at<quint32>(header, 48));
}

bool CompoundFile::readTable(const QByteArray &header)
{
    const auto sectors = quint64(m_file->size() >> m_shift) + 1;
    const auto wanted = at<quint32>(header, 44);
    if (wanted > sectors)
        return false;
    // The same sector may be named again and again: no more of them than it takes to have an entry for each sector.
    const auto needed = std::min<quint64>(wanted, (sectors * 4 >> m_shift) + 1);
    QByteArray table;
    const auto take = [&](const QByteArray &places, qsizetype from, int count) {
        for (int i = 0; i < count && quint64(table.size()) >> m_shift < needed; ++i) {
            if (!append(table, at<quint32>(places, from + i * 4)))
                return false;
        }
        return true;
    };
    if (!take(header, 76, kInHeader))
        return false;
    const int perSector = (1 << m_shift) / 4 - 1;  // the last names the next such sector
    quint32 more = at<quint32>(header, 68);
    for (quint64 seen = 0; quint64(table.size()) >> m_shift < needed; ++seen) {
        QByteArray places;
        if (seen > sectors || !append(places, more) || !take(places, 0, perSector))
            return false;
        more = at<quint32>(places, perSector * 4);
    }
    m_next = numbersOf(table);
    m_next.resize(std::min<size_t>(m_next.size(), sectors));
    return true;
}

bool CompoundFile::append(QByteArray &bytes, quint32 sector, qint64 count) const
{
    const qint64 size = count << m_shift;
    const qint64 place = (qint64(sector) + 1) << m_shift;
    if (sector >= kLastSector || place >= m_file->size() || !m_file->seek(place))
        return false;
    const QByteArray content = m_file->read(size);
    bytes.append(content);
    bytes.append(QByteArray(qsizetype(size - content.size()), '\0'));  // some writers cut the last one short
    return content.size() > (count - 1) << m_shift;
}

std::optional<QByteArray> CompoundFile::chain(quint32 first, qint64 most) const
{
    qint64 sectors = 0;  // a ring is found before anything is read for it
    for (quint32 sector = first; sector != kEndOfChain; sector = m_next[sector]) {
        if (sector >= m_next.size() || (sectors << m_shift) >= most || ++sectors > qint64(m_next.size()))
            return std::nullopt;
    }
    QByteArray bytes;
    bytes.reserve(qsizetype(sectors << m_shift));
    for (quint32 sector = first; sector != kEndOfChain;) {
        quint32 last = sector;  // of those that lie behind each other
        while (m_next[last] == last + 1 && last - sector < kAtOnce)
            ++last;
        if (!append(bytes, sector, last - sector + 1))
            return std::nullopt;
        sector = m_next[last];
    }
    return bytes;
}

bool CompoundFile::readDirectory(quint32 first)
{
    const auto bytes = chain(first, kMostEntries * kEntry);
    if (!bytes || bytes->size() < kEntry)
        return false;
    for (qsizetype offset = 0; offset + kEntry <= bytes->size(); offset += kEntry) {
        Entry entry;
        const int length = qBound(0, at<quint16>(*bytes, offset + 64) / 2 - 1, 31);
        for (int i = 0; i < length; ++i)
            entry.name.append(QChar(at<quint16>(*bytes, offset + i * 2)));
        entry.isStream = bytes->at(offset + 66) == 2;
        entry.left = at<quint32>(*bytes, offset + 68);
        entry.right = at<quint32>(*bytes, offset + 72);
        entry.child = at<quint32>(*bytes, offset + 76);
        entry.first = at<quint32>(*bytes, offset + 116);
        entry.size = at<quint32>(*bytes, offset + 120);  // the upper half counts in files no .xls can be
        m_entries.append(entry);
    }
    return true;
}

std::optional<CompoundFile::Entry> CompoundFile::find(const QString &name) const
{
    // What lies deeper belongs to an embedded document. A tree that is a ring ends with the count.
    QVector<quint32> open{m_entries.first().child};
    for (qsizetype seen = 0; !open.isEmpty() && seen <= m_entries.size() * 2; ++seen) {
        const quint32 number = open.takeLast();
        if (number >= quint32(m_entries.size()))
            continue;
        const Entry &entry = m_entries[int(number)];
        if (entry.isStream && entry.name.compare(name, Qt::CaseInsensitive) == 0)
            return entry;
        open << entry.left << entry.right;
    }
    return std::nullopt;
}

std::optional<QByteArray> CompoundFile::smallChain(quint32 first, quint64 size)
{
    const auto table = chain(m_firstSmallTable, m_file->size());
    const auto all = chain(m_entries.first().first, m_file->size());  // the root's own stream holds the small ones
    if (!table || !all)
        return std::nullopt;
    const auto next = numbersOf(*table);
    QByteArray bytes;
    size_t steps = 0;
    for (quint32 sector = first; quint64(bytes.size()) < size; sector = next[sector]) {
        const qint64 offset = qint64(sector) << kSmallShift;
        if (sector >= next.size() || ++steps > next.size() || offset + (1 << kSmallShift) > all->size())
            return std::nullopt;
        bytes.append(all->constData() + offset, 1 << kSmallShift);
    }
    return bytes;
}

base::Result<QByteArray> CompoundFile::stream(const QString &name)
{
    const auto entry = find(name);
    if (!entry)
        return damaged("no stream");
    auto bytes = entry->size < kSmallBelow ? smallChain(entry->first, entry->size) : chain(entry->first, m_file->size());
    if (!bytes || quint64(bytes->size()) < entry->size)
        return damaged("chain");
    bytes->truncate(qsizetype(entry->size));
    return *bytes;
}

}  // namespace office
