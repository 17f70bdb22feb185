#pragma once
// Writes an .xlsx (ECMA-376) row by row straight into its zip: nothing is kept, no part lies on disk by itself.

#include "office/sheet.h"

#include <QIODevice>

#include <string>

namespace office {

class XlsxWriter final {
public:
    /// Begins the book; `device` is open for writing, can seek, and outlives the writer.
    XlsxWriter(QIODevice &device, const Sheet &sheet);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter &) = delete;
    XlsxWriter &operator=(const XlsxWriter &) = delete;

    void row(const SheetRow &cells);
    /// The same at a place of its own, below those before.
    void row(qint64 number, const SheetRow &cells);
    /// Another worksheet, of rows alone; of the first one too the columns are none then. It outlives the writer.
    void next(const Sheet &sheet);
    /// Writes what follows the rows. False: the device did not take it all, now or before.
    bool finish();

private:
    struct Choice {
        int column = 0;
        int place = 0;  ///< its column in the sheet of choices
        qsizetype count = 0;
    };

    void begin(const char *part);
    void end();
    void flush();
    void part(const char *name, const std::string &content);
    void beginSheet(const std::string &name, bool hidden);
    void head();
    void columns(const Sheet &sheet);
    void titles(const Sheet &sheet);
    void tail();
    void choices();
    void notes();
    /// A worksheet, under its name as XML has it; the place in m_parts is its number in the zip.
    struct Part {
        std::string name;
        bool hidden = false;
    };
    size_t firstShown() const;
    std::string filterName() const;
    void book();
    void beginCell(size_t column);
    void cell(size_t column, std::monostate) { (void)column; }
    void cell(size_t column, const QString &text);
    void cell(size_t column, domain::Money amount);
    void cell(size_t column, qint64 number);
    void cell(size_t column, const SheetNumber &number);
    void cell(size_t column, QDate day);
    void textCell(size_t column, QStringView text, const char *style);

    const Sheet *m_sheet;
    void *m_zip = nullptr;
    bool m_sound = true;
    std::string m_out;                   ///< of the part that is open, not yet compressed
    std::vector<std::string> m_letters;  ///< of the columns
    std::string m_number;                ///< of the row
    qint64 m_rows = 0;      ///< of data
    qint64 m_headRows = 0;  ///< bands and titles
    std::vector<Choice> m_choices;
    std::vector<Part> m_parts;
};

}  // namespace office
