#include "office/package.h"

#include "base/zip_source.h"
#include "office/failure.h"

#include <expat.h>
#include <unzip.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace office {

namespace {

constexpr int kInflateBlock = 64 << 10;
constexpr qint64 kRatioMatters = 1 << 20;
constexpr size_t kMostHeld = 32 << 20;  // bytes that the parser holds: it keeps each name that it meets, and one token
constexpr int kDeepest = 64;            // elements in each other; a workbook has ten
constexpr qint64 kLongestToken = 1 << 20;  // a tag or comment that has not ended: the parser begins it anew with every block

std::string_view localName(const char *name)
{
    const std::string_view whole(name);
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// What the parsers of this thread hold. A block has its size before it.
thread_local size_t heldBytes = 0;
constexpr size_t kSizeOf = alignof(std::max_align_t);

void *resized(void *block, size_t size)
{
    auto *const start = block ? static_cast<char *>(block) - kSizeOf : nullptr;
    size_t before = 0;
    if (start)
        std::memcpy(&before, start, sizeof before);
    if (size > kMostHeld || heldBytes - before + size > kMostHeld)
        return nullptr;
    auto *const fresh = static_cast<char *>(std::realloc(start, size + kSizeOf));
    if (!fresh)
        return nullptr;
    heldBytes += size - before;
    std::memcpy(fresh, &size, sizeof size);
    return fresh + kSizeOf;
}

void *made(size_t size)
{
    return resized(nullptr, size);
}

void freed(void *block)
{
    if (!block)
        return;
    size_t size = 0;
    auto *const start = static_cast<char *>(block) - kSizeOf;
    std::memcpy(&size, start, sizeof size);
    heldBytes -= size;
    std::free(start);
}

constexpr XML_Memory_Handling_Suite kMemory{made, resized, freed};

/// One part being parsed.
class Parsing final {
public:
    /// `elementsLeft`: how many more there may be, also in parts that follow.
    Parsing(XmlSink &sink, qint64 &elementsLeft)
        : m_sink(sink), m_elementsLeft(elementsLeft), m_parser(XML_ParserCreate_MM(nullptr, &kMemory, nullptr))
    {
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, started, ended);
        XML_SetCharacterDataHandler(m_parser, texted);
        XML_SetStartDoctypeDeclHandler(m_parser, doctype);
    }
    ~Parsing() { XML_ParserFree(m_parser); }
    Parsing(const Parsing &) = delete;
    Parsing &operator=(const Parsing &) = delete;

    /// False when the part is not XML; what the sink or a DTD stopped is fine here and asked for later.
    bool feed(const char *bytes, int count, bool last)
    {
        const bool parsed = XML_Parse(m_parser, bytes, count, last) != XML_STATUS_ERROR;
        m_tooMuch = m_tooMuch || (!parsed && XML_GetErrorCode(m_parser) == XML_ERROR_NO_MEMORY);
        return parsed || m_sink.stopped() || m_dtd || m_tooMuch;
    }
    bool dtd() const { return m_dtd; }
    /// Is what was fed of a size that no workbook has? `fed`: bytes so far.
    bool excessive(qint64 fed) const { return m_tooMuch || fed - XML_GetCurrentByteIndex(m_parser) > kLongestToken; }

private:
    void halt()
    {
        if (m_sink.stopped() || m_dtd || m_tooMuch)
            XML_StopParser(m_parser, XML_FALSE);
    }
    static void started(void *self, const char *name, const char **attributes)
    {
        auto &parsing = *static_cast<Parsing *>(self);
        parsing.m_tooMuch = ++parsing.m_depth > kDeepest || --parsing.m_elementsLeft < 0;
        parsing.m_sink.start(localName(name), attributes);
        parsing.halt();
    }
    static void ended(void *self, const char *name)
    {
        auto &parsing = *static_cast<Parsing *>(self);
        --parsing.m_depth;
        parsing.m_sink.end(localName(name));
        parsing.halt();
    }
    static void texted(void *self, const char *text, int length)
    {
        auto &parsing = *static_cast<Parsing *>(self);
        parsing.m_sink.text({text, static_cast<size_t>(length)});
        parsing.halt();
    }
    static void doctype(void *self, const char *, const char *, const char *, int)
    {
        auto &parsing = *static_cast<Parsing *>(self);
        parsing.m_dtd = true;  // entities that unfold to gigabytes begin with one; no writer of workbooks needs it
        parsing.halt();
    }

    XmlSink &m_sink;
    qint64 &m_elementsLeft;
    XML_Parser m_parser;
    int m_depth = 0;
    bool m_tooMuch = false;
    bool m_dtd = false;
};

base::Error damaged(const QString &where)
{
    return failure("read.damaged", where);
}

}  // namespace

std::string_view attribute(const char **attributes, std::string_view name)
{
    for (; *attributes; attributes += 2) {
        if (localName(attributes[0]) == name)
            return attributes[1];
    }
    return {};
}

Package::~Package()
{
    if (m_zip)
        unzClose(m_zip);
}

base::Result<std::unique_ptr<Package>> Package::open(std::unique_ptr<QIODevice> file, const ReadLimits &limits)
{
    std::unique_ptr<Package> package(new Package(std::move(file), limits));
    auto source = base::zipSourceOf(*package->m_file);
    package->m_zip = unzOpen2_64("", &source);
    if (!package->m_zip)
        return damaged(QStringLiteral("zip"));
    if (const auto listed = package->list(); !listed)
        return listed.error();
    return package;
}

base::Result<void> Package::list()
{
    qint64 count = 0;
    for (int state = unzGoToFirstFile(m_zip); state != UNZ_END_OF_LIST_OF_FILE; state = unzGoToNextFile(m_zip)) {
        char name[512];
        unz_file_info64 info;
        unz64_file_pos place;
        if (state != UNZ_OK || unzGetFilePos64(m_zip, &place) != UNZ_OK
            || unzGetCurrentFileInfo64(m_zip, &info, name, sizeof name, nullptr, 0, nullptr, 0) != UNZ_OK)
            return damaged(QStringLiteral("zip directory"));
        if (++count > m_limits.entries)
            return failure("read.too-large", QStringLiteral("entries"));
        if (info.size_filename < sizeof name)
            m_parts.insert(QString::fromUtf8(name, int(info.size_filename)).replace(QLatin1Char('\\'), QLatin1Char('/')).toLower(),
                           {place.pos_in_zip_directory, place.num_of_file, info.compressed_size});
    }
    return {};
}

base::Result<void> Package::read(const QString &part, XmlSink &sink, base::Job &job)
{
    const auto found = m_parts.constFind(part.toLower());
    if (found == m_parts.constEnd())
        return damaged(part);
    const unz64_file_pos place{found->directoryOffset, found->number};
    if (unzGoToFilePos64(m_zip, &place) != UNZ_OK || unzOpenCurrentFile(m_zip) != UNZ_OK)
        return damaged(part);
    std::unique_ptr<void, int (*)(void *)> closing(m_zip, unzCloseCurrentFile);
    Parsing parsing(sink, m_elementsLeft);
    QByteArray block(kInflateBlock, Qt::Uninitialized);
    qint64 total = 0;
    for (int count = 1; count > 0 && !sink.stopped() && !parsing.dtd();) {
        if (job.cancelled())
            return base::cancelled();
        count = unzReadCurrentFile(m_zip, block.data(), kInflateBlock);
        total += qMax(0, count);
        m_unpacked += qMax(0, count);
        // By what really comes out, not by what the directory claims.
        if (total > m_limits.entryBytes || m_unpacked > m_limits.packageBytes
            || (total > kRatioMatters && total / m_limits.ratio > qint64(found->packed)))
            return failure("read.too-large", part);
        if (count < 0 || !parsing.feed(block.constData(), count, count == 0))
            return damaged(part);
        if (!sink.stopped() && !parsing.dtd() && parsing.excessive(total))
            return failure("read.too-large", part);
    }
    if (parsing.dtd())
        return failure("read.dtd", part);
    if (sink.error())
        return *sink.error();
    if (unzCloseCurrentFile(closing.release()) == UNZ_CRCERROR)  // known when it was read to its end
        return damaged(part);
    return {};
}

}  // namespace office
