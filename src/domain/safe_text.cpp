#include "domain/safe_text.h"

#include "domain/safe_text_parts.h"

#include <QVector>

#include <algorithm>

namespace domain {

namespace {

constexpr qsizetype kMostCharacters = 60'000;
constexpr qsizetype kLongestTag = 4096;
constexpr int kDeepest = 24;
constexpr int kMostCells = 2000;
constexpr int kMostColumns = 20;
constexpr int kMostLinks = 200;
constexpr int kMostBreaks = 2000;
constexpr int kMostElements = 8000;

enum class Kind { Inline, Link, Block, List, Item, Table, Row, Cell, Void, Raw };

struct Element {
    const char *name;
    Kind kind;
    const char *written;  ///< the element that stands for it in what comes out
};

// clang-format off
constexpr Element kElements[] = {
    {"b", Kind::Inline, "b"},        {"strong", Kind::Inline, "b"},   {"i", Kind::Inline, "i"},
    {"em", Kind::Inline, "i"},       {"u", Kind::Inline, "u"},        {"a", Kind::Link, "a"},
    {"p", Kind::Block, "p"},         {"div", Kind::Block, "p"},       {"center", Kind::Block, "p"},
    {"section", Kind::Block, "p"},   {"article", Kind::Block, "p"},   {"blockquote", Kind::Block, "p"},
    {"pre", Kind::Block, "p"},       {"h1", Kind::Block, "h3"},       {"h2", Kind::Block, "h3"},
    {"h3", Kind::Block, "h3"},       {"h4", Kind::Block, "h4"},       {"h5", Kind::Block, "h4"},
    {"h6", Kind::Block, "h4"},       {"ul", Kind::List, "ul"},        {"ol", Kind::List, "ol"},
    {"li", Kind::Item, "li"},        {"table", Kind::Table, "table"}, {"tr", Kind::Row, "tr"},
    {"td", Kind::Cell, "td"},        {"th", Kind::Cell, "th"},        {"br", Kind::Void, "br"},
    // Their contents are no text for people: dropped with them.
    {"script", Kind::Raw, ""},       {"style", Kind::Raw, ""},        {"title", Kind::Raw, ""},
    {"template", Kind::Raw, ""},     {"noscript", Kind::Raw, ""},     {"iframe", Kind::Raw, ""},
    {"object", Kind::Raw, ""},       {"applet", Kind::Raw, ""},       {"svg", Kind::Raw, ""},
    {"math", Kind::Raw, ""},         {"textarea", Kind::Raw, ""},     {"select", Kind::Raw, ""},
    {"audio", Kind::Raw, ""},        {"video", Kind::Raw, ""},        {"canvas", Kind::Raw, ""},
    {"xmp", Kind::Raw, ""},          {"noembed", Kind::Raw, ""},      {"noframes", Kind::Raw, ""},
};
// clang-format on

const Element *elementOf(QStringView name)
{
    for (const auto &element : kElements) {
        if (name.compare(QLatin1String(element.name), Qt::CaseInsensitive) == 0)
            return &element;
    }
    return nullptr;
}

class Writer final {
public:
    explicit Writer(const QString &in) : m_in(in) {}

    SafeText written()
    {
        while (m_at < m_in.size() && !m_full)
            step();
        while (!m_open.isEmpty())
            pop();
        return {m_out, m_cut || m_full};
    }

private:
    void step()
    {
        if (m_in[m_at] != u'<') {
            const auto next = m_in.indexOf(u'<', m_at);
            const auto end = next < 0 ? m_in.size() : next;
            // No more is looked at than can be written.
            const auto most = qMin(end - m_at, 12 * (kMostCharacters + 1));
            text(decodedText(m_in.mid(m_at, most)));
            m_at = end;
            return;
        }
        if (m_in.mid(m_at, 4) == QLatin1String("<!--"))
            return skipTo(QStringLiteral("-->"), m_at + 4);
        const QChar next = m_at + 1 < m_in.size() ? m_in[m_at + 1] : QChar();
        if (next.isLetter() || next == u'/' || next == u'!' || next == u'?')
            return tag();
        text(QStringLiteral("<"));
        ++m_at;
    }

    /// The rest is dropped when there is no such end.
    void skipTo(const QString &end, qsizetype from)
    {
        const auto found = m_in.indexOf(end, from, Qt::CaseInsensitive);
        m_at = found < 0 ? m_in.size() : found + end.size();
    }

    void tag()
    {
        const auto body = m_in.mid(m_at + 1, kLongestTag);
        const auto end = endOfTag(body);
        if (end < 0) {  // longer than any tag of a notice, or never ended: not read, and not read again
            m_at += 1 + body.size();
            return;
        }
        m_at += end + 2;
        auto inside = body.left(end);
        const bool closing = inside.startsWith(u'/');
        if (closing)
            inside = inside.mid(1);
        qsizetype length = 0;
        while (length < inside.size() && inside[length].isLetterOrNumber())
            ++length;
        const auto *element = elementOf(inside.left(length));
        if (!element)
            return;
        if (closing)
            return close(*element);
        if (element->kind == Kind::Raw) {
            if (!inside.endsWith(u'/')) {
                skipTo(QStringLiteral("</") + QLatin1String(element->name), m_at);
                skipTo(QStringLiteral(">"), m_at);
            }
            return;
        }
        open(*element, inside.mid(length));
    }

    /// A > inside quotes does not end a tag.
    static qsizetype endOfTag(QStringView body)
    {
        QChar quote;
        for (qsizetype at = 0; at < body.size(); ++at) {
            if (!quote.isNull())
                quote = body[at] == quote ? QChar() : quote;
            else if (body[at] == u'>')
                return at;
            else if ((body[at] == u'"' || body[at] == u'\'') && at > 0 && body[at - 1] == u'=')
                quote = body[at];
        }
        return -1;
    }

    void open(const Element &element, QStringView rest)
    {
        switch (element.kind) {
        case Kind::Void:
            if (m_breaks++ < kMostBreaks && ready())
                m_out += QLatin1String("<br/>");
            return;
        case Kind::Inline:
            if (!has(element.written) && ready())
                push(element);
            return;
        case Kind::Link: return link(element, rest);
        case Kind::Block:
        case Kind::List:
            popWhile([](Kind kind) { return kind == Kind::Inline || kind == Kind::Link || kind == Kind::Block; });
            if (ready())
                push(element);
            return;
        case Kind::Item: return item(element);
        case Kind::Table:
            if (has("table"))  // a table in a cell of a table in a cell …: its text goes on where it stands
                return;
            popWhile([](Kind) { return true; });
            push(element);
            return;
        case Kind::Row:
            if (has("table") && m_cells < kMostCells) {
                popWhile([](Kind kind) { return kind != Kind::Table; });
                push(element);
                m_columns = 0;
            }
            return;
        case Kind::Cell: return cell(element);
        case Kind::Raw: return;
        }
    }

    void link(const Element &element, QStringView rest)
    {
        const auto address = safeAddress(attributeOf(rest, QLatin1String("href")));
        if (address.isEmpty() || m_links >= kMostLinks || has("a") || !ready() || m_open.size() >= kDeepest)
            return;
        ++m_links;
        m_open.append(&element);
        m_out += QStringLiteral("<a href=\"%1\">").arg(address.toHtmlEscaped());
    }

    void item(const Element &element)
    {
        static const Element paragraph{"p", Kind::Block, "p"};
        int list = int(m_open.size()) - 1;
        while (list >= 0 && m_open[list]->kind != Kind::List && m_open[list]->kind != Kind::Cell)
            --list;
        if (list < 0 || m_open[list]->kind != Kind::List)
            return open(paragraph, {});
        while (m_open.size() > list + 1)
            pop();
        push(element);
    }

    void cell(const Element &element)
    {
        if (!has("table"))
            return;
        if (!has("tr"))
            open(*elementOf(u"tr"), {});
        if (!has("tr") || m_columns >= kMostColumns || m_cells >= kMostCells) {
            m_cut = true;
            return;
        }
        popWhile([](Kind kind) { return kind != Kind::Row; });
        ++m_columns;
        ++m_cells;
        push(element);
    }

    void close(const Element &element)
    {
        if (element.kind == Kind::Void || element.kind == Kind::Raw)
            return;
        const bool ofTable = element.kind == Kind::Table || element.kind == Kind::Row || element.kind == Kind::Cell;
        for (int at = int(m_open.size()) - 1; at >= 0; --at) {
            if (qstrcmp(m_open[at]->written, element.written) == 0) {
                while (m_open.size() > at)
                    pop();
                return;
            }
            if (m_open[at]->kind == Kind::Cell && !ofTable)
                return;
        }
    }

    void text(const QString &words)
    {
        QString clean;
        clean.reserve(words.size());
        for (qsizetype at = 0; at < words.size(); ++at) {
            const QChar c = words[at];
            const bool pair = c.isHighSurrogate() && at + 1 < words.size() && words[at + 1].isLowSurrogate();
            if (pair) {
                clean += c;
                clean += words[++at];
            } else if (!c.isSurrogate() && !isSteering(c.unicode())) {
                clean += c;
            }
        }
        if (clean.isEmpty() || (clean.trimmed().isEmpty() && !holdsText()) || !ready())
            return;
        const auto room = kMostCharacters - m_characters;
        m_full = clean.size() > room;
        clean.truncate(room);
        m_characters += clean.size();
        m_out += clean.toHtmlEscaped();
    }

    bool holdsText() const
    {
        return !m_open.isEmpty() && m_open.last()->kind != Kind::Table && m_open.last()->kind != Kind::Row
               && m_open.last()->kind != Kind::List;
    }

    /// Text directly in a table, a row or a list gets the cell or the item that it lacks. False: there is no place for
    /// it.
    bool ready()
    {
        if (m_open.isEmpty() || holdsText())
            return true;
        if (m_open.last()->kind == Kind::List) {
            push(*elementOf(u"li"));
            return holdsText();
        }
        cell(*elementOf(u"td"));
        return holdsText();
    }

    bool has(const char *written) const
    {
        return std::any_of(m_open.cbegin(), m_open.cend(),
                           [&](const Element *one) { return qstrcmp(one->written, written) == 0; });
    }

    void push(const Element &element)
    {
        if (m_open.size() >= kDeepest)
            return;
        if (++m_elements > kMostElements) {
            m_full = true;
            return;
        }
        m_open.append(&element);
        m_out += QLatin1Char('<') + QLatin1String(element.written)
                 + (element.kind == Kind::Table ? QLatin1String(" border=\"1\" cellspacing=\"0\" cellpadding=\"4\">")
                                                : QLatin1String(">"));
    }

    void pop() { m_out += QLatin1String("</") + QLatin1String(m_open.takeLast()->written) + QLatin1Char('>'); }

    template <class Test>
    void popWhile(Test test)
    {
        while (!m_open.isEmpty() && test(m_open.last()->kind) && m_open.last()->kind != Kind::Table)
            pop();
    }

    QStringView m_in;
    qsizetype m_at = 0;
    QString m_out;
    QVector<const Element *> m_open;
    qsizetype m_characters = 0;
    int m_cells = 0;
    int m_columns = 0;
    int m_links = 0;
    int m_breaks = 0;
    int m_elements = 0;
    bool m_full = false;
    bool m_cut = false;
};

}  // namespace

SafeText safeText(const QString &untrusted)
{
    return Writer(untrusted).written();
}

}  // namespace domain
