#include "office/biff.h"

#include "office/gb18030.h"

namespace office::biff {

namespace {

constexpr quint16 kChinese = 936;
constexpr quint8 kWide = 0x01;
constexpr quint8 kPhonetic = 0x04;
constexpr quint8 kRich = 0x08;

}  // namespace

std::optional<Record> recordAt(const QByteArray &stream, qsizetype offset)
{
    if (offset < 0 || offset + 4 > stream.size())
        return std::nullopt;
    const char *head = stream.constData() + offset;
    const Record record{qFromLittleEndian<quint16>(head), offset, head + 4, qFromLittleEndian<quint16>(head + 2)};
    return record.next() <= stream.size() ? std::optional(record) : std::nullopt;
}

/// There is another byte, here or in the record that continues this one.
bool Cursor::more()
{
    while (m_sound && m_at >= m_record.size) {
        const auto next = recordAt(m_stream, m_record.next());
        m_sound = next && next->type == Continue;
        if (m_sound) {
            m_at -= m_record.size;
            m_record = *next;
        }
    }
    return m_sound;
}

quint8 Cursor::u8()
{
    return more() ? quint8(m_record.data[m_at++]) : 0;
}

quint16 Cursor::u16()
{
    const quint16 low = u8();
    return quint16(low | u8() << 8);
}

quint32 Cursor::u32()
{
    const quint32 low = u16();
    return low | quint32(u16()) << 16;
}

void Cursor::skip(quint64 bytes)
{
    while (bytes > 0 && more()) {
        const auto step = std::min<quint64>(bytes, quint64(m_record.size - m_at));
        m_at += qsizetype(step);
        bytes -= step;
    }
}

QString Cursor::text(const Texts &texts, bool longLength)
{
    const quint16 length = longLength ? u16() : u8();
    return texts.biff8 ? wideText(length) : byteText(length, texts.codePage);
}

QString Cursor::wideText(quint16 length)
{
    quint8 flags = u8();
    const quint16 runs = flags & kRich ? u16() : 0;
    const quint32 phonetic = flags & kPhonetic ? u32() : 0;
    QString text;
    while (text.size() < length) {
        const auto before = m_record.offset;
        if (!more())
            break;
        if (m_record.offset != before)
            flags = u8();  // what is continued says anew whether it is wide
        const int width = flags & kWide ? 2 : 1;
        const auto here = std::min<qsizetype>(length - text.size(), (m_record.size - m_at) / width);
        for (qsizetype i = 0; i < here; ++i, m_at += width)
            text.append(
                QChar(width == 2 ? qFromLittleEndian<quint16>(m_record.data + m_at) : uchar(m_record.data[m_at])));
        m_sound = m_sound && (here > 0 || m_at == m_record.size);  // half a character
    }
    skip(quint64(runs) * 4 + phonetic);
    return text;
}

QString Cursor::byteText(quint16 length, quint16 codePage)
{
    QByteArray bytes;
    while (bytes.size() < length && more())
        bytes.append(char(u8()));
    const auto chinese = codePage == kChinese ? fromGb18030(bytes) : std::nullopt;
    return chinese ? *chinese : QString::fromLatin1(bytes);
}

}  // namespace office::biff
