#pragma once
// The records of an .xls (MS-XLS), and the values in them that go on from one record into the next.

#include <QByteArray>
#include <QString>
#include <QtEndian>

#include <optional>

namespace office::biff {

enum Type : quint16 {
    Formula = 0x0006,
    EndOfPart = 0x000A,
    DateMode = 0x0022,
    FilePass = 0x002F,
    Continue = 0x003C,
    CodePage = 0x0042,
    BoundSheet = 0x0085,
    MulRk = 0x00BD,
    RichString = 0x00D6,
    Xf = 0x00E0,
    SharedStrings = 0x00FC,
    LabelSst = 0x00FD,
    Number = 0x0203,
    Label = 0x0204,
    BoolErr = 0x0205,
    StringResult = 0x0207,
    Rk = 0x027E,
    Format = 0x041E,
    BeginOfPart = 0x0809,
};

/// A record of the stream; reading beyond its end gives zeros.
struct Record {
    quint16 type = 0;
    qsizetype offset = 0;  ///< of its head in the stream
    const char *data = nullptr;
    qsizetype size = 0;

    qsizetype next() const { return offset + 4 + size; }
    template <class Value>
    Value at(qsizetype place) const
    {
        return place + qsizetype(sizeof(Value)) <= size ? qFromLittleEndian<Value>(data + place) : Value();
    }
};

/// Nothing at the end of the stream, and where a record is cut off by it.
std::optional<Record> recordAt(const QByteArray &stream, qsizetype offset);

/// How texts are stored: BIFF8 says it of each; before, they are bytes of the file's code page.
struct Texts {
    bool biff8 = true;
    quint16 codePage = 1252;
};

/// Goes through a record and the CONTINUE records behind it.
class Cursor final {
public:
    Cursor(const QByteArray &stream, const Record &record, qsizetype from = 0)
        : m_stream(stream), m_record(record), m_at(from)
    {
    }

    /// False once something was asked for that is not there.
    bool sound() const { return m_sound; }
    quint8 u8();
    quint16 u16();
    quint32 u32();
    void skip(quint64 bytes);
    /// A text with its length before it: in two bytes, or one.
    QString text(const Texts &texts, bool longLength);

private:
    bool more();
    QString wideText(quint16 length);
    QString byteText(quint16 length, quint16 codePage);

    const QByteArray &m_stream;
    Record m_record;
    qsizetype m_at;
    bool m_sound = true;
};

}  // namespace office::biff
