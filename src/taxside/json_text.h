#pragma once
// JSON written straight into a string, for the lists that can have a million rows.

#include "domain/money.h"
#include "domain/month.h"

#include <QString>

#include <optional>
#include <string>

namespace taxside {

class JsonText final {
public:
    JsonText &open(char bracket);
    JsonText &close(char bracket);
    JsonText &name(const char *name);
    JsonText &text(const QString &value);
    JsonText &number(qint64 value);
    JsonText &flag(bool value);
    JsonText &money(domain::Money value);
    JsonText &moneyOrNull(const std::optional<domain::Money> &value);
    JsonText &month(domain::Month value);
    JsonText &null();
    /// Text that is JSON already.
    JsonText &raw(const std::string &json);
    std::string take() { return std::move(m_text); }
    std::size_t size() const { return m_text.size(); }

private:
    void separate();

    std::string m_text;
    bool m_first = true;  ///< no comma before the next value
};

}  // namespace taxside
