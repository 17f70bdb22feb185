#include "office/xlsx_parts.h"

#include "office/failure.h"
#include "office/number_text.h"

#include <QMap>

namespace office {

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A part that is a list of things with names: neither is without end.
class ListSink : public XmlSink {
public:
    explicit ListSink(const ReadLimits &limits) : m_limits(limits) {}

protected:
    const ReadLimits &limits() const { return m_limits; }
    void refuse(const char *what) { fail(failure("read.too-large", QString::fromLatin1(what))); }
    /// Counts: is one more than `most`?
    bool isBeyond(qint64 &count, qint64 most, const char *what)
    {
        if (++count > most)
            refuse(what);
        return stopped();
    }
    QString named(const char **attributes, std::string_view name)
    {
        const auto value = attribute(attributes, name);
        if (qint64(value.size()) <= m_limits.nameBytes)
            return fromUtf8(value);
        refuse("name");
        return {};
    }

private:
    const ReadLimits &m_limits;
};

/// `_rels/x.rels`: what a part refers to, inside the package only.
class Relations final : public ListSink {
public:
    struct Target {
        QString type;  ///< last part of its URI: worksheet, styles
        QString part;
    };
    QMap<QString, Target> targets;

    Relations(const QString &folder, const ReadLimits &limits) : ListSink(limits), m_folder(folder) {}
    void start(std::string_view name, const char **attributes) override
    {
        if (name != "Relationship" || attribute(attributes, "TargetMode") == "External"
            || isBeyond(m_count, limits().entries, "relations"))  // a part has one
            return;
        const QString type = named(attributes, "Type");
        targets.insert(named(attributes, "Id"),
                       {type.mid(type.lastIndexOf(QLatin1Char('/')) + 1), resolved(named(attributes, "Target"))});
    }
    QString partOf(const QString &type) const
    {
        for (const auto &target : targets) {
            if (target.type == type)
                return target.part;
        }
        return {};
    }

private:
    /// A name in the package: nothing that it could reach lies outside.
    QString resolved(const QString &target) const
    {
        if (target.startsWith(QLatin1Char('/')))
            return target.mid(1);
        QStringList parts = m_folder.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        for (const auto &step : target.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
            if (step == QLatin1String("..")) {
                if (!parts.isEmpty())
                    parts.removeLast();
            } else if (step != QLatin1String(".")) {
                parts.append(step);
            }
        }
        return parts.join(QLatin1Char('/'));
    }
    QString m_folder;
    qint64 m_count = 0;
};

class BookSink final : public ListSink {
public:
    using ListSink::ListSink;
    struct Entry {
        QString name;
        QString id;
        bool hidden = false;
    };
    QVector<Entry> entries;
    bool epoch1904 = false;
    bool isBook = false;

    void start(std::string_view name, const char **attributes) override
    {
        if (name == "workbook") {
            isBook = true;
        } else if (name == "sheet") {
            if (isBeyond(m_count, limits().sheets, "sheets"))
                return;
            const auto state = attribute(attributes, "state");
            entries.append({named(attributes, "name"), named(attributes, "id"), !state.empty() && state != "visible"});
        } else if (name == "workbookPr") {
            const auto flag = attribute(attributes, "date1904");
            epoch1904 = flag == "1" || flag == "true";
        }
    }

private:
    qint64 m_count = 0;
};

class Styles final : public ListSink {
public:
    using ListSink::ListSink;
    QVector<bool> dates;

    void start(std::string_view name, const char **attributes) override
    {
        if (name == "cellXfs") {
            m_inCells = true;
        } else if (name == "numFmt") {
            if (!isBeyond(m_formatCount, limits().numberFormats, "number formats"))
                m_formats.insert(wholeNumber(attribute(attributes, "numFmtId")).value_or(-1),
                                 isDateFormat(attribute(attributes, "formatCode")));
        } else if (name == "xf" && m_inCells && !isBeyond(m_styleCount, limits().cellStyles, "cell styles")) {
            dates.append(isDate(wholeNumber(attribute(attributes, "numFmtId")).value_or(0)));
        }
    }
    void end(std::string_view name) override
    {
        if (name == "cellXfs")
            m_inCells = false;
    }

private:
    bool isDate(qint64 format) const
    {
        const auto own = m_formats.constFind(format);
        return own != m_formats.constEnd() ? *own : isBuiltInDateFormat(format);
    }
    QMap<qint64, bool> m_formats;
    qint64 m_formatCount = 0;
    qint64 m_styleCount = 0;
    bool m_inCells = false;
};

/// Where the relations of `xl/workbook.xml` stand: `xl/_rels/workbook.xml.rels`.
QString relationsOf(const QString &part)
{
    const auto slash = part.lastIndexOf(QLatin1Char('/'));
    return part.left(slash + 1) + QStringLiteral("_rels/") + part.mid(slash + 1) + QStringLiteral(".rels");
}

QString folderOf(const QString &part)
{
    return part.left(qMax<qsizetype>(0, part.lastIndexOf(QLatin1Char('/'))));
}

}  // namespace

base::Result<XlsxContents> readXlsxContents(Package &package, base::Job &job)
{
    Relations root({}, package.limits());
    if (!package.contains(QStringLiteral("_rels/.rels")))
        return failure("read.unknown", QStringLiteral("no office document"));  // a plain zip, an .ods
    if (const auto read = package.read(QStringLiteral("_rels/.rels"), root, job); !read)
        return read.error();
    const QString bookPart = root.partOf(QStringLiteral("officeDocument"));
    if (bookPart.endsWith(QLatin1String(".bin"), Qt::CaseInsensitive))
        return failure("read.unknown", QStringLiteral("xlsb"));
    BookSink book(package.limits());
    if (const auto read = package.read(bookPart, book, job); !read)
        return read.error();
    if (!book.isBook)
        return failure("read.unknown", QStringLiteral("no workbook in it"));
    Relations relations(folderOf(bookPart), package.limits());
    if (const auto read = package.read(relationsOf(bookPart), relations, job); !read)
        return read.error();
    Styles styles(package.limits());
    if (const QString part = relations.partOf(QStringLiteral("styles")); package.contains(part)) {
        if (const auto read = package.read(part, styles, job); !read)
            return read.error();
    }
    XlsxContents contents;
    contents.stringsPart = relations.partOf(QStringLiteral("sharedStrings"));
    contents.dateStyles = styles.dates;
    contents.epoch1904 = book.epoch1904;
    for (const auto &entry : book.entries) {
        const auto target = relations.targets.value(entry.id);
        if (target.type == QLatin1String("worksheet") && package.contains(target.part))
            contents.sheets.append({entry.name, target.part, entry.hidden});
    }
    if (contents.sheets.isEmpty())
        return failure("read.damaged", QStringLiteral("no worksheet"));
    return contents;
}

}  // namespace office
