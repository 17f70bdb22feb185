#pragma once
// The rule packs the service hands out. They are files (data/*.json); amounts are computed from the same text that is
// sent to the clients.

#include "domain/rule_pack.h"

#include <map>
#include <string>

namespace taxside {

struct ServedPack {
    std::string json;  ///< the RulePack of the contract
    std::string etag;
    domain::RulePack rules;
};

class RulePacks final {
public:
    RulePacks();
    /// By file name without `.json`. Throws std::out_of_range.
    const ServedPack &at(const QString &name) const { return m_packs.at(name); }

private:
    std::map<QString, ServedPack> m_packs;
};

}  // namespace taxside
