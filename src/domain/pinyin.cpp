#include "domain/pinyin.h"

#include <QFile>

#include <vector>

// At file scope, because the macro declares a function there; a static library's resources need it.
static void registerTable()
{
    Q_INIT_RESOURCE(domain_data);
}

namespace domain {

namespace {

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x323AF;
constexpr qsizetype kMostWays = 16;

/// For every character the place of its letters among the sets; 0: it has no reading.
struct Table {
    QStringList sets{QString()};
    std::vector<quint16> places = std::vector<quint16>(kLast - kFirst + 1);

    const QString &lettersOf(char32_t character) const
    {
        return sets[character < kFirst || character > kLast ? 0 : places[character - kFirst]];
    }
};

Table load()
{
    registerTable();
    Table table;
    QFile file(QStringLiteral(":/domain/data/pinyin-initials.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return table;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto gap = line.indexOf(QLatin1Char(' '));
        table.sets.append(line.left(gap));
        for (const char32_t character : line.mid(gap + 1).toUcs4()) {
            if (character >= kFirst && character <= kLast)
                table.places[character - kFirst] = quint16(table.sets.size() - 1);
        }
    }
    return table;
}

const Table &table()
{
    static const Table loaded = load();
    return loaded;
}

/// Every way so far, followed by every letter, as long as there are not too many: then the usual letter alone.
void append(QStringList &ways, const QString &letters)
{
    const qsizetype before = ways.size();
    const qsizetype choices = before * letters.size() <= kMostWays ? letters.size() : 1;
    for (qsizetype choice = 1; choice < choices; ++choice) {
        for (qsizetype way = 0; way < before; ++way)
            ways.append(ways[way] + letters[choice]);
    }
    for (qsizetype way = 0; way < before; ++way)
        ways[way] += letters[0];
}

}  // namespace

QStringList pinyinInitials(const QString &name)
{
    QStringList ways{QString()};
    bool inWord = false;
    for (const char32_t character : name.toUcs4()) {
        const bool letter = character < 0x250 && QChar::isLetter(character);
        if (letter && !inWord)
            append(ways, QString(QChar(char16_t(QChar::toUpper(character)))));
        inWord = letter;
        if (const auto &letters = table().lettersOf(character); !letters.isEmpty())
            append(ways, letters);
    }
    if (ways.first().isEmpty())
        return {};
    ways.removeDuplicates();
    return ways;
}

}  // namespace domain
