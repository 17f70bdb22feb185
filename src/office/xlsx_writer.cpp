#include "office/xlsx_writer.h"

#include "base/zip_source.h"
#include "office/number_text.h"
#include "office/xml_text.h"

#include <zip.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace office {

namespace {

constexpr size_t kWriteBlock = 256 << 10;
constexpr int kLevel = 3;  // docs/performance.md: half the time of 6 for a seventh more bytes
constexpr qint64 kLastRow = 1'048'576;
constexpr qint64 kBigCells = 20'000'000;  // beyond, a sheet may pass the 4 GB of a plain zip
constexpr qsizetype kMostText = 32'767;   // of a cell; Excel calls a book with more damaged

constexpr char kXml[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
#define MAIN_NAMESPACE "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define CONTENT "application/vnd.openxmlformats-officedocument.spreadsheetml."

// Styles by number: 0 plain, 1 header, 2 money, 3 text (what is typed below stays what was typed), 4 day.
constexpr char kStyles[] =
    "<styleSheet " MAIN_NAMESPACE "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.00\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EEF2\"/><bgColor "
    "indexed=\"64\"/></patternFill></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
constexpr char kChoiceSheet[] = "选项";
constexpr char kNoteSheet[] = "填表说明";

/// The width Excel stores for a number of characters in its usual font: 7 pixels each, 5 around them.
std::string storedWidth(double characters)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.8f", std::trunc((characters * 7 + 5) / 7 * 256) / 256);
    return text;
}

template <class Number>
void appendNumber(std::string &to, Number number)
{
    char text[24];
    to.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

}  // namespace

XlsxWriter::XlsxWriter(QIODevice &device, const Sheet &sheet) : m_sheet(&sheet)
{
    auto functions = base::zipSourceOf(device);
    m_zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    for (int at = 0; at < sheet.columns.size(); ++at) {
        m_letters.push_back(lettersOf(size_t(at)));
        if (!sheet.columns[at].choices.isEmpty())
            m_choices.push_back({at, int(m_choices.size()), sheet.columns[at].choices.size()});
    }
    part("_rels/.rels", "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" RELATIONS
                        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    part("xl/styles.xml", kStyles);
    head();
}

void XlsxWriter::next(const Sheet &sheet)
{
    tail();
    m_sheet = &sheet;
    m_rows = 0;
    m_headRows = 0;
    head();
}

XlsxWriter::~XlsxWriter()
{
    if (m_zip)
        zipClose(m_zip, nullptr);
}

void XlsxWriter::begin(const char *name)
{
    zip_fileinfo info{};
    info.tmz_date = {0, 0, 0, 1, 0, 1980};
    const bool big = m_sheet->total * qint64(m_sheet->columns.size()) > kBigCells;
    m_sound = m_sound && m_zip
              && zipOpenNewFileInZip64(m_zip, name, &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, kLevel, big)
                     == ZIP_OK;
    m_out = kXml;
}

void XlsxWriter::flush()
{
    m_sound = m_sound && zipWriteInFileInZip(m_zip, m_out.data(), unsigned(m_out.size())) == ZIP_OK;
    m_out.clear();
}

void XlsxWriter::end()
{
    flush();
    m_sound = m_sound && zipCloseFileInZip(m_zip) == ZIP_OK;
}

void XlsxWriter::part(const char *name, const std::string &content)
{
    begin(name);
    m_out += content;
    end();
}

void XlsxWriter::beginSheet(const std::string &name, bool hidden)
{
    m_parts.push_back({name, hidden});
    begin(("xl/worksheets/sheet" + std::to_string(m_parts.size()) + ".xml").c_str());
    m_out += "<worksheet " MAIN_NAMESPACE ">";
}

void XlsxWriter::head()
{
    std::string name;
    appendXml(name, m_sheet->name);
    beginSheet(name, m_sheet->hidden);
    const auto rows = std::to_string(m_sheet->bands.size() + 1);
    const bool first = !m_sheet->hidden && firstShown() + 1 == m_parts.size();
    m_out += first ? "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">" : "<sheetViews><sheetView workbookViewId=\"0\">";
    if (!m_sheet->columns.isEmpty())
        m_out += "<pane ySplit=\"" + rows + "\" topLeftCell=\"A" + std::to_string(m_sheet->bands.size() + 2)
                 + "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>";
    m_out += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
    columns(*m_sheet);
    m_out += "<sheetData>";
    if (!m_sheet->columns.isEmpty())
        titles(*m_sheet);
}

size_t XlsxWriter::firstShown() const
{
    return size_t(std::find_if(m_parts.begin(), m_parts.end(), [](const Part &one) { return !one.hidden; }) - m_parts.begin());
}

void XlsxWriter::columns(const Sheet &sheet)
{
    if (!sheet.columns.isEmpty())
        m_out += "<cols>";
    for (int at = 0; at < sheet.columns.size(); ++at) {
        const auto &column = sheet.columns[at];
        const std::string number = std::to_string(at + 1);
        m_out += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + storedWidth(column.width) + "\"";
        m_out += column.text || !column.choices.isEmpty() ? " style=\"3\" customWidth=\"1\"/>" : " customWidth=\"1\"/>";
    }
    if (!sheet.columns.isEmpty())
        m_out += "</cols>";
}

/// The bands, row by row, then the titles.
void XlsxWriter::titles(const Sheet &sheet)
{
    auto rows = sheet.bands;
    rows.append(QVector<SheetBand>());
    for (int at = 0; at < sheet.columns.size(); ++at)
        rows.last().append({at, at, sheet.columns[at].title});
    for (const auto &row : rows) {
        m_number = std::to_string(++m_headRows);
        m_out += "<row r=\"" + m_number + "\">";
        for (const auto &part : row)
            textCell(size_t(part.first), part.text, " s=\"1\"");
        m_out += "</row>";
    }
}

void XlsxWriter::row(const SheetRow &cells)
{
    row(m_headRows + m_rows + 1, cells);
}

void XlsxWriter::row(qint64 number, const SheetRow &cells)
{
    m_rows = number - m_headRows;
    m_number.clear();
    appendNumber(m_number, number);
    m_out += "<row r=\"" + m_number + "\">";
    for (size_t column = 0; column < cells.size(); ++column)
        std::visit([&](const auto &value) { cell(column, value); }, cells[column]);
    m_out += "</row>";
    if (m_out.size() >= kWriteBlock)
        flush();
}

void XlsxWriter::beginCell(size_t column)
{
    while (m_letters.size() <= column)
        m_letters.push_back(lettersOf(m_letters.size()));
    m_out += "<c r=\"";
    m_out += m_letters[column];
    m_out += m_number;
    m_out += '"';
}

void XlsxWriter::textCell(size_t column, QStringView text, const char *style)
{
    if (text.isEmpty())
        return;
    if (text.size() > kMostText)
        text = text.first(kMostText - (text[kMostText - 1].isHighSurrogate() ? 1 : 0));
    beginCell(column);
    m_out += style;
    // Always a string, whatever it begins with: `=1+1` is shown, never computed.
    const bool blanks = text.front().isSpace() || text.back().isSpace();
    m_out += blanks ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>";
    appendXml(m_out, text);
    m_out += "</t></is></c>";
}

void XlsxWriter::cell(size_t column, const QString &text)
{
    const bool kept = qsizetype(column) < m_sheet->columns.size()
                      && (m_sheet->columns[int(column)].text || !m_sheet->columns[int(column)].choices.isEmpty());
    textCell(column, text, kept ? " s=\"3\"" : "");
}

/// A cell of a workbook is a double; below 10^13 分 it holds every amount exactly to the 分.
void XlsxWriter::cell(size_t column, domain::Money amount)
{
    beginCell(column);
    m_out += " s=\"2\"><v>";
    const qint64 fen = amount.fen();
    if (fen < 0)
        m_out += '-';
    const quint64 size = fen < 0 ? 0 - quint64(fen) : quint64(fen);
    appendNumber(m_out, size / 100);
    if (const auto cents = unsigned(size % 100); cents > 0) {
        m_out += '.';
        m_out += char('0' + cents / 10);
        if (cents % 10 > 0)
            m_out += char('0' + cents % 10);
    }
    m_out += "</v></c>";
}

void XlsxWriter::cell(size_t column, qint64 number)
{
    beginCell(column);
    m_out += "><v>";
    appendNumber(m_out, number);
    m_out += "</v></c>";
}

void XlsxWriter::cell(size_t column, const SheetNumber &number)
{
    beginCell(column);
    m_out += "><v>";
    appendXml(m_out, number.text);
    m_out += "</v></c>";
}

void XlsxWriter::cell(size_t column, QDate day)
{
    const auto serial = serialOf(day);
    if (!serial)
        return textCell(column, day.toString(Qt::ISODate), "");
    beginCell(column);
    m_out += " s=\"4\"><v>";
    appendNumber(m_out, *serial);
    m_out += "</v></c>";
}

void XlsxWriter::tail()
{
    m_out += "</sheetData>";
    if (!m_sheet->columns.isEmpty())
        m_out += "<autoFilter ref=\"A" + std::to_string(m_headRows) + ":" + m_letters[size_t(m_sheet->columns.size()) - 1]
                 + std::to_string(m_headRows + m_rows) + "\"/>";
    std::string merged;
    int count = 0;
    for (int row = 0; row < m_sheet->bands.size(); ++row) {
        for (const auto &part : m_sheet->bands[row]) {
            if (part.first == part.last)
                continue;
            const auto number = std::to_string(row + 1);
            merged += "<mergeCell ref=\"" + m_letters[size_t(part.first)] + number + ":" + m_letters[size_t(part.last)] + number + "\"/>";
            ++count;
        }
    }
    if (count > 0)
        m_out += "<mergeCells count=\"" + std::to_string(count) + "\">" + merged + "</mergeCells>";
    if (!m_choices.empty())
        m_out += "<dataValidations count=\"" + std::to_string(m_choices.size()) + "\">";
    for (const auto &choice : m_choices) {
        const auto &letters = m_letters[size_t(choice.column)];
        const auto place = lettersOf(size_t(choice.place));
        m_out += "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
                 "error=\"请从下拉列表中选择\" sqref=\""
                 + letters + std::to_string(m_headRows + 1) + ":" + letters + std::to_string(kLastRow) + "\"><formula1>'" + kChoiceSheet + "'!$" + place
                 + "$1:$" + place + "$" + std::to_string(choice.count) + "</formula1></dataValidation>";
    }
    m_out += m_choices.empty() ? "</worksheet>" : "</dataValidations></worksheet>";
    end();
}

void XlsxWriter::notes()
{
    beginSheet(kNoteSheet, false);
    m_out += "<cols><col min=\"1\" max=\"1\" width=\"" + storedWidth(90)
             + "\" customWidth=\"1\"/></cols><sheetData>";
    for (int row = 0; row < m_sheet->notes.size(); ++row) {
        m_number = std::to_string(row + 1);
        m_out += "<row r=\"" + m_number + "\">";
        textCell(0, m_sheet->notes[row], "");
        m_out += "</row>";
    }
    m_out += "</sheetData></worksheet>";
    end();
}

/// A list that is written out may have 255 characters, which the types of documents pass: so it stands in a sheet.
void XlsxWriter::choices()
{
    beginSheet(kChoiceSheet, true);
    m_out += "<sheetData>";
    qsizetype longest = 0;
    for (const auto &choice : m_choices)
        longest = std::max(longest, choice.count);
    for (qsizetype row = 0; row < longest; ++row) {
        m_number = std::to_string(row + 1);
        m_out += "<row r=\"" + m_number + "\">";
        for (const auto &choice : m_choices) {
            if (row < choice.count)
                textCell(size_t(choice.place), m_sheet->columns[choice.column].choices[row], "");
        }
        m_out += "</row>";
    }
    m_out += "</sheetData></worksheet>";
    end();
}

/// Where the filter's rows stand must be said a second time, under a name.
std::string XlsxWriter::filterName() const
{
    if (m_sheet->columns.isEmpty())
        return {};
    std::string name = m_parts.front().name;
    for (size_t at = name.find('\''); at != std::string::npos; at = name.find('\'', at + 2))
        name.insert(at, 1, '\'');
    return "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'" + name + "'!$A$"
           + std::to_string(m_headRows) + ":$" + m_letters[size_t(m_sheet->columns.size()) - 1] + "$"
           + std::to_string(m_headRows + m_rows) + "</definedName></definedNames>";
}

void XlsxWriter::book()
{
    std::string sheets;
    std::string relations;
    std::string types;
    for (size_t at = 0; at < m_parts.size(); ++at) {
        const auto number = std::to_string(at + 1);
        sheets += "<sheet name=\"" + m_parts[at].name + "\" sheetId=\"" + number + "\"" + (m_parts[at].hidden ? " state=\"hidden\"" : "")
                  + " r:id=\"rId" + number + "\"/>";
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        types += "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" CONTENT "worksheet+xml\"/>";
    }
    part("xl/workbook.xml", "<workbook " MAIN_NAMESPACE " xmlns:r=\"" RELATIONS "\"><bookViews><workbookView activeTab=\""
                                + std::to_string(firstShown()) + "\"/></bookViews><sheets>" + sheets + "</sheets>" + filterName() + "</workbook>");
    part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" PACKAGE "relationships\">" + relations + "<Relationship Id=\"rId"
                                           + std::to_string(m_parts.size() + 1) + "\" Type=\"" RELATIONS
                                           "/styles\" Target=\"styles.xml\"/></Relationships>");
    part("[Content_Types].xml",
         "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
                                   "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
         "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT "sheet.main+xml\"/>"
         "<Override PartName=\"/xl/styles.xml\" ContentType=\"" CONTENT "styles+xml\"/>"
             + types + "</Types>");
}

bool XlsxWriter::finish()
{
    tail();
    if (!m_choices.empty())
        choices();
    if (!m_sheet->notes.isEmpty())
        notes();
    book();
    const bool closed = zipClose(std::exchange(m_zip, nullptr), nullptr) == ZIP_OK;
    return m_sound && closed;
}

}  // namespace office
