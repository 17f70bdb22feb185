#pragma once
// The texts that the cells of an .xlsx name by number, in one block of UTF-8: five million short ones fit the cap.

#include "office/package.h"

#include <vector>

namespace office {

class SharedStrings final : public XmlSink {
public:
    explicit SharedStrings(const ReadLimits &limits) : m_limits(limits) {}

    void start(std::string_view name, const char **attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

    bool has(qint64 number) const { return number >= 0 && number < qint64(m_ends.size()); }
    QString at(qint64 number) const;

private:
    ReadLimits m_limits;
    std::string m_bytes;
    std::vector<quint32> m_ends;  ///< of each text in m_bytes
    bool m_inText = false;
    bool m_phonetic = false;  ///< how a word is pronounced is no part of it
};

}  // namespace office
