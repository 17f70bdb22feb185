#pragma once
// The texts that the cells of an .xlsx name by number.

#include "office/package.h"
#include "office/text_store.h"

namespace office {

class SharedStrings final : public XmlSink {
public:
    explicit SharedStrings(const ReadLimits &limits) : m_limits(limits) {}

    void start(std::string_view name, const char **attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

    bool has(qint64 number) const { return m_texts.has(number); }
    QString at(qint64 number) const { return m_texts.at(number); }
    qsizetype size(qint64 number) const { return m_texts.size(number); }  ///< in bytes

private:
    ReadLimits m_limits;
    TextStore m_texts;
    bool m_inText = false;
    bool m_phonetic = false;  ///< how a word is pronounced is no part of it
};

}  // namespace office
