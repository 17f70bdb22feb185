#include "office/shared_strings.h"

#include "office/failure.h"

namespace office {

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
    m_ends.push_back(static_cast<quint32>(m_bytes.size()));
    if (qint64(m_ends.size()) > m_limits.sharedStrings)
        fail(failure("read.too-large", QStringLiteral("shared strings")));
}

void SharedStrings::text(std::string_view text)
{
    if (!m_inText)
        return;
    m_bytes.append(text);
    if (qint64(m_bytes.size()) > m_limits.sharedStringBytes)
        fail(failure("read.too-large", QStringLiteral("shared strings")));
}

QString SharedStrings::at(qint64 number) const
{
    const size_t from = number == 0 ? 0 : m_ends[size_t(number) - 1];
    return QString::fromUtf8(m_bytes.data() + from, qsizetype(m_ends[size_t(number)] - from));
}

}  // namespace office
