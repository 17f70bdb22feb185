#include "office/shared_strings.h"

#include "office/failure.h"

namespace office {

namespace {

constexpr qint64 kMostBytes = 4;  // of a character

}  // namespace

void SharedStrings::start(std::string_view name, const char **)
{
    if (name == "rPh")
        m_phonetic = true;
    m_inText = name == "t" && !m_phonetic;
}

void SharedStrings::end(std::string_view name)
{
    m_inText = false;
    if (name == "rPh")
        m_phonetic = false;
    if (name != "si")
        return;
    m_texts.close();
    if (qint64(m_texts.ends.size()) > m_limits.sharedStrings)
        fail(failure("read.too-large", QStringLiteral("shared strings")));
}

void SharedStrings::text(std::string_view text)
{
    if (!m_inText)
        return;
    m_texts.bytes.append(text);
    const bool tooLong = m_texts.openSize() > m_limits.textLength * kMostBytes;
    if (tooLong || qint64(m_texts.bytes.size()) > m_limits.sharedStringBytes)
        fail(failure("read.too-large", QStringLiteral("shared strings")));
}

}  // namespace office
