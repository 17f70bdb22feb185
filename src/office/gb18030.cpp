#include "office/gb18030.h"

#include <QFile>
#include <QtEndian>

#include <vector>

// At file scope, because the macro declares a function there; a static library's resources need it.
static void registerTable()
{
    Q_INIT_RESOURCE(office_data);
}

namespace office {

namespace {

constexpr int kTrails = 190;
constexpr int kFirstBeyondBmp = 189'000;  // 0x90308130 is U+10000
constexpr int kLastBeyondBmp = kFirstBeyondBmp + 0xFFFFF;

struct Table {
    std::vector<char16_t> two;   ///< by (lead − 81) × 190 + place of the trail; 0: none
    std::vector<char16_t> four;  ///< by the number of a four-byte code below 0x90308130
};

Table load()
{
    registerTable();
    Table table;
    QFile file(QStringLiteral(":/office/data/gb18030.bin"));
    if (!file.open(QIODevice::ReadOnly))
        return table;
    const QByteArray bytes = file.readAll();
    std::vector<bool> known(0x10000);
    for (qsizetype at = 0; at + 1 < bytes.size(); at += 2) {
        table.two.push_back(qFromLittleEndian<quint16>(bytes.constData() + at));
        known[table.two.back()] = true;
    }
    // The standard numbers, in order, what the two-byte codes leave out.
    for (int code = 0x80; code < 0x10000; ++code) {
        if (!known[size_t(code)] && !QChar::isSurrogate(char32_t(code)))
            table.four.push_back(char16_t(code));
    }
    return table;
}

const Table &table()
{
    static const Table loaded = load();
    return loaded;
}

bool isTrail(uchar byte)
{
    return byte >= 0x40 && byte <= 0xFE && byte != 0x7F;
}

bool isDigit(uchar byte)
{
    return byte >= 0x30 && byte <= 0x39;
}

bool isLead(uchar byte)
{
    return byte >= 0x81 && byte <= 0xFE;
}

/// The character of a four-byte code; 0: none.
char32_t fourBytes(const uchar *code)
{
    const int number = (((code[0] - 0x81) * 10 + (code[1] - 0x30)) * 126 + (code[2] - 0x81)) * 10 + (code[3] - 0x30);
    if (number >= kFirstBeyondBmp)
        return number <= kLastBeyondBmp ? char32_t(0x10000 + number - kFirstBeyondBmp) : 0;
    return size_t(number) < table().four.size() ? char32_t(table().four[size_t(number)]) : 0;
}

/// How many bytes the character at `at` has, by its first two; 0: it is none, -1: that stands beyond the end.
int lengthAt(const uchar *at, qsizetype left)
{
    if (at[0] < 0x80)
        return 1;
    if (!isLead(at[0]))
        return 0;
    if (left < 2)
        return -1;
    if (isTrail(at[1]))
        return 2;
    if (!isDigit(at[1]))
        return 0;
    return left < 4 ? -1 : 4;
}

}  // namespace

std::optional<QString> Gb18030::next(const QByteArray &block)
{
    const QByteArray bytes = m_cut + block;
    m_cut.clear();
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    QString text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = lengthAt(data + at, bytes.size() - at);
        if (length < 0) {
            m_cut = bytes.mid(at);
            break;
        }
        char32_t character = 0;
        if (length == 1)
            character = data[at];
        else if (length == 2)
            character = table().two[size_t((data[at] - 0x81) * kTrails + data[at + 1] - (data[at + 1] > 0x7F ? 0x41 : 0x40))];
        else if (length == 4 && isLead(data[at + 2]) && isDigit(data[at + 3]))
            character = fourBytes(data + at);
        if (character == 0 && length != 1)
            return std::nullopt;
        text.append(QChar::fromUcs4(character));
        at += length;
    }
    return text;
}

std::optional<QString> fromGb18030(const QByteArray &bytes)
{
    Gb18030 decoder;
    const auto text = decoder.next(bytes);
    return decoder.atEnd() ? text : std::nullopt;
}

}  // namespace office
