#pragma once
// The tax side's ledger of one unit.

#include "campaign/deed.h"
#include "taxside/server.h"

#include <nlohmann/json.hpp>

#include <map>

namespace campaign {

struct Entry {
    std::string status;
    std::string total;
};

class Books final {
public:
    Books(taxside::Server &server, const QString &unit)
    {
        const auto text = server.ledgerJson();
        m_books = nlohmann::json::parse(text.begin(), text.end())["registrations"][unit.toStdString()];
    }

    std::map<std::string, Entry> entries(Deed deed) const
    {
        std::map<std::string, Entry> found;
        for (const auto &entry : m_books[namesOf(deed).ledger])
            found[entry["id"]] = {entry["status"], entry["total"]};
        return found;
    }
    /// Totals that stand declared, and arrears that are paid, more than once.
    int twice() const
    {
        int times = 0;
        for (const char *counter : {"declaredTimes", "paidTimes"}) {
            for (const auto &each : m_books[counter])
                times += each.get<int>() > 1 ? 1 : 0;
        }
        return times;
    }

private:
    nlohmann::json m_books;
};

}  // namespace campaign
