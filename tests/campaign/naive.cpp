#include "campaign/naive.h"

#include "base/ids.h"
#include "campaign/client.h"

namespace campaign {

using nlohmann::json;

namespace {

const QString kNaiveUnit = QStringLiteral("10011401000000000007");
constexpr const char *kNaiveAgreement = "SF14010000000701";
constexpr int kAttempts = 4;

std::string text(const QString &value)
{
    return value.toStdString();
}

const char *wordOf(domain::FeeKind kind)
{
    return kind == domain::FeeKind::Daily ? "daily" : "special";
}

}  // namespace

Naive::Naive(taxside::Server &server, quint16 port, std::mt19937 &random)
    : m_server(server), m_random(random), m_http("127.0.0.1", port)
{
    m_http.set_read_timeout(5, 0);
    const auto session = call("POST", "/v1/sessions", {{"registrationId", text(kNaiveUnit)}, {"password", "000007"}});
    m_token = session["token"].get<std::string>();
    call("PUT", "/v1/password", {{"oldPassword", "000007"}, {"newPassword", text(kPassword)}});
}

json Naive::call(const char *method, const std::string &path, const json &body, int *status)
{
    httplib::Request request;
    request.method = method;
    request.path = path;
    if (!m_token.empty())
        request.set_header("Authorization", "Bearer " + m_token);
    if (!body.is_null()) {
        request.body = body.dump();
        request.set_header("Content-Type", "application/json");
    }
    const auto answer = m_http.send(request);
    if (status)
        *status = answer ? answer->status : -1;
    if (!answer)
        return {};
    if (answer->body.empty())
        return json::object();
    return json::parse(answer->body, nullptr, false);
}

json Naive::list(const std::string &path)
{
    for (int i = 0; i < 20; ++i) {
        const auto answer = call("GET", path, {});
        if (answer.is_object() && answer.contains("items"))
            return answer["items"];
    }
    throw Wrong("the naive client can read no list");
}

/// What the lists of the tax side offer.
json Naive::choices(Deed deed, domain::FeeKind kind)
{
    const auto today = text(m_server.clock().today().toString(Qt::ISODate));
    json found = json::array();
    switch (deed) {
    case Deed::Wage:
        for (const auto &row : list("/v1/staff?limit=100")) {
            if (row["state"] == "normal")
                found.push_back(row);
        }
        return found;
    case Deed::Fee: return list(std::string("/v1/fee-assessments?limit=100&kind=") + wordOf(kind));
    case Deed::Payment:
    case Deed::Voucher:
        for (const auto &row : list("/v1/arrears?limit=100")) {
            if (row["open"] == true)
                found.push_back(row);
        }
        return found;
    case Deed::Voiding:
        for (const auto &row : list("/v1/fee-declarations?limit=100&from=" + today + "&to=" + today)) {
            if (row["status"] == "accepted" && row["paid"] == "none" && row["channel"] == "client")
                found.push_back(row);
        }
        return found;
    case Deed::VoucherVoiding: break;
    }
    for (const auto &[id, entry] : Books(m_server, kNaiveUnit).entries(Deed::Voucher)) {
        if (entry.status == "valid")
            found.push_back({{"id", id}});
    }
    return found;
}

std::optional<Task> Naive::chosen(Deed deed)
{
    Task task{deed, deed == Deed::Fee && roll(4) == 0 ? domain::FeeKind::Special : domain::FeeKind::Daily, {}};
    const auto rows = choices(deed, task.kind);
    if (rows.empty())
        return std::nullopt;
    task.items << QString::fromStdString(rows[std::size_t(roll(int(rows.size())))]["id"].get<std::string>());
    return task;
}

/// Nothing when it is not there to be done any more.
std::optional<json> Naive::bodyOf(const Task &task)
{
    const auto id = text(task.items.front());
    json row;
    for (const auto &each : choices(task.deed, task.kind)) {
        if (each["id"] == id)
            row = each;
    }
    if (row.is_null())
        return std::nullopt;
    switch (task.deed) {
    case Deed::Wage: {
        const auto month = domain::monthText(domain::Month::of(m_server.clock().today()) + roll(2));
        const auto wage = domain::moneyToWire(domain::Money::fromFen(500'000 + 7 * ++m_wages));
        return json{{"kind", "daily"},
                    {"commitmentAccepted", true},
                    {"lines", {{{"staffId", id}, {"wage", text(wage)}, {"effectiveMonth", text(month)}}}}};
    }
    case Deed::Fee:
        return json{{"kind", wordOf(task.kind)}, {"items", {{{"assessmentId", id}, {"payable", row["payable"]}}}}};
    case Deed::Payment:
        return json{{"agreementNumber", kNaiveAgreement},
                    {"items", {{{"arrearId", id}, {"amount", row["total"]}}}},
                    {"total", row["total"]}};
    case Deed::Voucher: return json{{"items", {id}}, {"total", row["total"]}};
    case Deed::Voiding: return json{{"declarationId", id}, {"reason", ""}};
    case Deed::VoucherVoiding: break;
    }
    return json{{"voucherId", id}};
}

Naive::Attempt Naive::attempt(Wish &wish, const json &body, bool dies)
{
    wish.ids.push_back(text(base::newId()));
    int status = 0;
    const auto answer = call("PUT", namesOf(wish.deed).path + wish.ids.back(), body, &status);
    if (dies)
        return Attempt::Nothing;  // nobody was there to read it
    if (status >= 200 && status < 300 && answer.is_object())
        return Attempt::Done;
    return status >= 400 && status < 500 && answer.is_object() ? Attempt::Refused : Attempt::Nothing;
}

void Naive::act(const Task &task, int what, bool dies)
{
    auto body = bodyOf(task);
    if (!body)
        return;
    Wish wish{task.deed, what, {}, false};
    if (dies) {
        if (roll(2) == 0)
            attempt(wish, *body, true);
        if (task.deed != Deed::Wage)  // a wage is typed anew; everything else is looked up
            body = bodyOf(task);
    }
    auto outcome = Attempt::Nothing;
    for (int i = 0; body && i < kAttempts && outcome == Attempt::Nothing; ++i)
        outcome = attempt(wish, *body, false);
    wish.done = outcome == Attempt::Done;
    m_wishes.push_back(wish);
}

std::map<int, Damage> Naive::damage() const
{
    const Books books(m_server, kNaiveUnit);
    std::map<int, Damage> damage;
    for (const auto &wish : m_wishes) {
        const auto entries = books.entries(wish.deed);
        int there = 0;
        int inForce = 0;
        for (const auto &id : wish.ids) {
            const auto entry = entries.find(id);
            there += entry != entries.end() ? 1 : 0;
            inForce += entry != entries.end() && entry->second.status != "rejected" ? 1 : 0;
        }
        damage[wish.what] += {inForce > 1 ? 1 : 0, wish.done != (there > 0) ? 1 : 0};
    }
    return damage;
}

}  // namespace campaign
