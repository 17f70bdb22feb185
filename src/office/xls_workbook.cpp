#include "office/xls_workbook.h"

#include "office/compound_file.h"
#include "office/failure.h"
#include "office/number_text.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace office {

namespace {

constexpr quint16 kBiff8 = 0x0600;
constexpr quint16 kBiff5 = 0x0500;
constexpr int kMostSheets = 1000;
constexpr int kColumns = 256;
constexpr int kMostStyles = 100'000;
constexpr size_t kAskEvery = 1000;
constexpr size_t kLeastOfCell = 6;  // bytes: in a row of numbers

base::Error damaged(const QString &where)
{
    return failure("read.damaged", where);
}

/// A number in 30 bits.
double rkNumber(quint32 bits)
{
    double value = 0;
    if (bits & 2) {
        value = qint32(bits) >> 2;
    } else {
        const quint64 wide = quint64(bits & ~3u) << 32;
        std::memcpy(&value, &wide, sizeof value);
    }
    return bits & 1 ? value / 100 : value;
}

QString errorText(quint8 code)
{
    switch (code) {
    case 0x00: return QStringLiteral("#NULL!");
    case 0x07: return QStringLiteral("#DIV/0!");
    case 0x0F: return QStringLiteral("#VALUE!");
    case 0x17: return QStringLiteral("#REF!");
    case 0x1D: return QStringLiteral("#NAME?");
    case 0x24: return QStringLiteral("#NUM!");
    default: return QStringLiteral("#N/A");
    }
}

Cell truthCell(bool value)
{
    return {Cell::Kind::Text, value ? QStringLiteral("TRUE") : QStringLiteral("FALSE")};
}

}  // namespace

base::Result<std::unique_ptr<Workbook>> XlsWorkbook::open(QIODevice &file, const ReadLimits &limits)
{
    auto container = CompoundFile::open(file);
    if (!container)
        return container.error();
    if (container->contains(QStringLiteral("EncryptedPackage")))  // an .xlsx with a password
        return failure("read.encrypted", {});
    const bool recent = container->contains(QStringLiteral("Workbook"));
    if (!recent && !container->contains(QStringLiteral("Book")))
        return failure("read.unknown", QStringLiteral("no workbook in it"));
    auto stream = container->stream(recent ? QStringLiteral("Workbook") : QStringLiteral("Book"));
    if (!stream)
        return stream.error();
    std::unique_ptr<XlsWorkbook> book(new XlsWorkbook(limits));
    book->m_stream = std::move(stream).value();
    if (const auto read = book->readGlobals(); !read)
        return read.error();
    return std::unique_ptr<Workbook>(std::move(book));
}

base::Result<void> XlsWorkbook::readGlobals()
{
    auto record = biff::recordAt(m_stream, 0);
    if (!record || record->type != biff::BeginOfPart)
        return damaged(QStringLiteral("xls begin"));
    const auto version = record->at<quint16>(0);
    if (version != kBiff8 && version != kBiff5)
        return failure("read.unknown", QStringLiteral("xls version %1").arg(version));
    m_texts.biff8 = version == kBiff8;
    while ((record = biff::recordAt(m_stream, record->next())) && record->type != biff::EndOfPart) {
        switch (record->type) {
        case biff::FilePass: return failure("read.encrypted", {});
        case biff::CodePage: m_texts.codePage = record->at<quint16>(0); break;
        case biff::DateMode: m_epoch1904 = record->at<quint16>(0) == 1; break;
        case biff::BoundSheet: readSheetHead(*record); break;
        case biff::Format: readFormat(*record); break;
        case biff::Xf:
            if (m_dateStyles.size() < kMostStyles) {
                const auto format = record->at<quint16>(2);
                const auto own = std::find_if(m_formats.crbegin(), m_formats.crend(),
                                              [&](const auto &one) { return one.first == format; });
                m_dateStyles.append(own != m_formats.crend() ? own->second : isBuiltInDateFormat(format));
            }
            break;
        case biff::SharedStrings:
            if (const auto read = readSharedStrings(*record); !read)
                return read;
            break;
        default: break;
        }
    }
    if (!record)
        return damaged(QStringLiteral("xls globals"));
    if (m_heads.isEmpty())
        return damaged(QStringLiteral("no worksheet"));
    return {};
}

void XlsWorkbook::readSheetHead(const biff::Record &record)
{
    const bool worksheet = record.at<quint8>(5) == 0;  // not a chart, not a module
    if (!worksheet || m_heads.size() >= kMostSheets)
        return;
    biff::Cursor cursor(m_stream, record, 6);
    m_heads.append({cursor.text(m_texts, false), (record.at<quint8>(4) & 3) != 0});
    m_starts.append(record.at<quint32>(0));
}

void XlsWorkbook::readFormat(const biff::Record &record)
{
    if (m_formats.size() >= kMostSheets)
        return;
    biff::Cursor cursor(m_stream, record, 2);
    const auto code = cursor.text(m_texts, m_texts.biff8).toUtf8();
    m_formats.append({record.at<quint16>(0), isDateFormat({code.constData(), size_t(code.size())})});
}

base::Result<void> XlsWorkbook::readSharedStrings(const biff::Record &record)
{
    const auto count = qint64(record.at<quint32>(4));
    if (count > m_limits.sharedStrings)
        return failure("read.too-large", QStringLiteral("shared strings"));
    biff::Cursor cursor(m_stream, record, 8);
    for (qint64 at = 0; at < count; ++at) {
        const auto text = cursor.text(m_texts, true);
        if (!cursor.sound())
            return damaged(QStringLiteral("shared string %1").arg(at));
        m_strings.bytes.append(text.toStdString());
        m_strings.close();
        if (text.size() > m_limits.textLength || qint64(m_strings.bytes.size()) > m_limits.sharedStringBytes)
            return failure("read.too-large", QStringLiteral("shared strings"));
    }
    return {};
}

/// Where the cells of a sheet stand, in the order of their rows; of two of one place the later counts.
base::Result<std::vector<XlsWorkbook::Place>> XlsWorkbook::places(qsizetype start, base::Job &job)
{
    auto record = biff::recordAt(m_stream, start);
    if (!record || record->type != biff::BeginOfPart)
        return damaged(QStringLiteral("sheet begin"));
    std::vector<Place> found;
    found.reserve(std::min(size_t(m_limits.cells), size_t(m_stream.size()) / kLeastOfCell));  // a growing one is held twice
    size_t seen = 0;
    for (int depth = 1; depth > 0;) {
        record = biff::recordAt(m_stream, record->next());
        if (!record)
            return damaged(QStringLiteral("sheet end"));
        if (++seen % kAskEvery == 0 && job.cancelled())
            return base::cancelled();
        m_walked += record->size + 4;
        if (m_walked > m_limits.packageBytes)  // many sheets in one place
            return failure("read.too-large", QStringLiteral("sheets"));
        quint16 last = record->at<quint16>(2);
        switch (record->type) {
        case biff::BeginOfPart: ++depth; continue;  // a chart in the sheet
        case biff::EndOfPart: --depth; continue;
        case biff::MulRk: last = record->at<quint16>(record->size - 2); break;
        case biff::Formula:
        case biff::RichString:
        case biff::LabelSst:
        case biff::Number:
        case biff::Label:
        case biff::BoolErr:
        case biff::Rk: break;
        default: continue;
        }
        if (depth != 1)
            continue;
        const auto first = record->at<quint16>(2);
        const bool held = record->type != biff::MulRk || 6 + (last - first + 1) * 6 <= record->size;
        if (record->size < 6 || last < first || last >= kColumns || !held)
            return damaged(QStringLiteral("cell of row %1").arg(record->at<quint16>(0) + 1));
        for (int column = first; column <= last; ++column)
            found.push_back({record->at<quint16>(0), quint16(column), quint32(record->offset)});
        if (qint64(found.size()) > m_limits.cells)
            return failure("read.too-large", QStringLiteral("cells"));
    }
    const auto order = [](const Place &a) { return std::tuple(a.row, a.column, a.record); };
    const auto before = [&](const Place &a, const Place &b) { return order(a) < order(b); };
    if (!std::is_sorted(found.cbegin(), found.cend(), before))
        std::sort(found.begin(), found.end(), before);
    return found;
}

Cell XlsWorkbook::number(double value, quint16 style) const
{
    const bool date = style < m_dateStyles.size() && m_dateStyles[style];
    return date ? dateCell(value, m_epoch1904) : numberCell(value);
}

Cell XlsWorkbook::formulaCell(const biff::Record &record) const
{
    // What a program writes that cannot compute: nothing, to be calculated when the book is opened.
    const bool pending = (record.at<quint16>(14) & 3) == 3;
    if (record.at<quint16>(12) != 0xFFFF) {
        const auto value = record.at<double>(6);
        return pending && value == 0 ? Cell{Cell::Kind::NoValue, {}} : number(value, record.at<quint16>(4));
    }
    switch (record.at<quint8>(6)) {
    case 1: return truthCell(record.at<quint8>(8) != 0);
    case 2: return {Cell::Kind::NoValue, errorText(record.at<quint8>(8))};
    case 3: return pending ? Cell{Cell::Kind::NoValue, {}} : Cell{};  // an empty text
    default: break;
    }
    // The text follows, behind what a shared formula may put between.
    auto next = biff::recordAt(m_stream, record.next());
    for (int steps = 0; next && next->type != biff::StringResult && steps < 3; ++steps)
        next = biff::recordAt(m_stream, next->next());
    if (!next || next->type != biff::StringResult)
        return {Cell::Kind::NoValue, {}};
    biff::Cursor cursor(m_stream, *next);
    const QString text = cursor.text(m_texts, true);
    return cursor.sound() ? textCell(text) : Cell{Cell::Kind::NoValue, {}};
}

base::Result<Cell> XlsWorkbook::cellAt(const Place &place)
{
    const auto record = *biff::recordAt(m_stream, place.record);
    const auto style = record.at<quint16>(4);
    switch (record.type) {
    case biff::Number: return number(record.at<double>(6), style);
    case biff::Rk: return number(rkNumber(record.at<quint32>(6)), style);
    case biff::MulRk: {
        const qsizetype at = 4 + qsizetype(place.column - record.at<quint16>(2)) * 6;
        return number(rkNumber(record.at<quint32>(at + 2)), record.at<quint16>(at));
    }
    case biff::LabelSst: {
        const qint64 text = record.at<quint32>(6);
        if (!m_strings.has(text))
            return damaged(QStringLiteral("shared string in row %1").arg(place.row + 1));
        if (!m_allowance.take(m_strings.size(text)))
            return failure("read.too-large", QStringLiteral("texts up to row %1").arg(place.row + 1));
        return textCell(m_strings.at(text));
    }
    case biff::BoolErr:
        return record.at<quint8>(7) ? Cell{Cell::Kind::NoValue, errorText(record.at<quint8>(6))}
                                    : truthCell(record.at<quint8>(6) != 0);
    case biff::Formula: return formulaCell(record);
    default: break;  // Label, RichString
    }
    biff::Cursor cursor(m_stream, record, 6);
    const QString text = cursor.text(m_texts, true);
    if (!cursor.sound())
        return damaged(QStringLiteral("text in row %1").arg(place.row + 1));
    return textCell(text);
}

base::Result<void> XlsWorkbook::read(int sheet, const RowSink &sink, base::Job &job)
{
    const auto found = places(m_starts.at(sheet), job);
    if (!found)
        return found.error();
    CellRow cells;
    for (size_t at = 0; at < found->size(); ++at) {
        if (at % kAskEvery == 0 && job.cancelled())
            return base::cancelled();
        const Place &place = (*found)[at];
        auto cell = cellAt(place);
        if (!cell)
            return cell.error();
        if (cell->kind != Cell::Kind::Empty) {
            cells.resize(std::max(cells.size(), size_t(place.column) + 1));
            cells[place.column] = std::move(cell).value();
        }
        const bool ends = at + 1 == found->size() || (*found)[at + 1].row != place.row;
        if (ends && !cells.empty() && !sink(place.row + 1, cells))
            return {};
        if (ends) {
            cells.clear();
            m_allowance.beginRow();
        }
    }
    return {};
}

}  // namespace office
