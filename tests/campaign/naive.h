#pragma once
// What clients of the field do: every attempt is a new submission, whatever is no answer is sent again, and what was
// not confirmed before the end of the process is forgotten. It is here so that the campaign is seen to be able to fail.

#include "campaign/books.h"

#include <httplib.h>

#include <optional>
#include <random>
#include <vector>

namespace campaign {

class Naive final {
public:
    Naive(taxside::Server &server, quint16 port, std::mt19937 &random);

    std::optional<Task> chosen(Deed deed);
    /// `what` is the trouble it met, for the damage it may have done. With `dies` the process ends while it submits,
    /// and the clerk does again what is not done after all, as far as the lists show.
    void act(const Task &task, int what, bool dies);
    int sent() const { return int(m_wishes.size()); }
    /// What each trouble has done, in the end.
    std::map<int, Damage> damage() const;

private:
    /// Something the clerk wanted, once.
    struct Wish {
        Deed deed;
        int what;
        std::vector<std::string> ids;  ///< it was sent as these
        bool done = false;             ///< as far as it knows
    };
    enum class Attempt { Done, Refused, Nothing };

    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(m_random); }
    nlohmann::json call(const char *method, const std::string &path, const nlohmann::json &body, int *status = nullptr);
    /// Asks until it is answered; lists are not what this is about.
    nlohmann::json list(const std::string &path);
    nlohmann::json choices(Deed deed, domain::FeeKind kind);
    std::optional<nlohmann::json> bodyOf(const Task &task);
    Attempt attempt(Wish &wish, const nlohmann::json &body, bool dies);

    taxside::Server &m_server;
    std::mt19937 &m_random;
    httplib::Client m_http;
    std::string m_token;
    std::vector<Wish> m_wishes;
    int m_wages = 0;
};

}  // namespace campaign
