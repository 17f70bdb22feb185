#include "tax_client.h"

#include "domain/document.h"

#include <map>
#include <set>

using namespace taxside_test;

namespace {

class Roster : public Books {
protected:
    void openWith(int employees)
    {
        taxside::Options options;
        options.employees = employees;
        open(options);
        client->enter(kUnit);
    }
    Reply page(const std::string &query) { return client->get("/v1/staff?" + query); }
    Reply change(qint64 changes, qint64 leave, qint64 join)
    {
        return client->post("/admin/staff", {{"changes", changes}, {"leave", leave}, {"join", join}});
    }
};

QString text(const Json &json)
{
    return QString::fromStdString(json.get<std::string>());
}

}  // namespace

TEST_F(Roster, PeopleAreWellFormed)
{
    openWith(2000);
    const auto staff = client->all("/v1/staff", 700);
    ASSERT_EQ(staff.size(), 2000u);
    std::set<QString> ids;
    std::map<QString, QString> documents;
    int stopped = 0;
    int withoutWage = 0;
    for (const auto &each : staff) {
        ids.insert(text(each["id"]));
        const QString number = text(each["documentNumber"]);
        EXPECT_FALSE(domain::documentFlaw(text(each["documentType"]), number)) << number.toStdString();
        const QString person = text(each["personNumber"]);
        EXPECT_EQ(person.size(), 10);
        const auto known = documents.emplace(number, person);
        EXPECT_EQ(known.first->second, person) << "one document, two people";
        const std::string state = each["state"];
        stopped += state == "suspended" || state == "ended" ? 1 : 0;
        withoutWage += state == "normal" && each["wage"].is_null() ? 1 : 0;
    }
    EXPECT_EQ(ids.size(), 2000u);
    EXPECT_EQ(documents.size(), 1998u);  // two people have a second entry
    EXPECT_NEAR(stopped, 160, 60);
    EXPECT_NEAR(withoutWage, 40, 25);
}

TEST_F(Roster, SmallRostersHaveTheHardNames)
{
    openWith(12);
    const auto staff = client->all("/v1/staff");
    std::set<std::string> names;
    for (const auto &each : staff)
        names.insert(each["name"].get<std::string>());
    for (const char *name : {"张㛃", "李䶮", "王㼆", "赵𠅤", "阿卜杜热西提·买买提"})
        EXPECT_TRUE(names.count(name)) << name;
}

TEST_F(Roster, SameSeedSamePeople)
{
    openWith(30);
    const auto first = client->all("/v1/staff");
    openWith(30);
    EXPECT_EQ(first, client->all("/v1/staff"));
}

TEST_F(Roster, AWalkSeesOneState)
{
    openWith(50);
    const auto first = page("limit=20");
    EXPECT_EQ(first.json["total"], 50);
    const auto before = client->all("/v1/staff", 13);
    EXPECT_EQ(change(30, 5, 3).status, 200);
    Json items = first.json["items"];
    Json cursor = first.json["nextCursor"];
    while (!cursor.is_null()) {
        const auto next = page("limit=20&cursor=" + cursor.get<std::string>());
        EXPECT_EQ(next.json["sequence"], first.json["sequence"]);
        EXPECT_EQ(next.json["total"], 50);
        for (const auto &each : next.json["items"])
            items.push_back(each);
        cursor = next.json["nextCursor"];
    }
    EXPECT_EQ(items, before);
}

TEST_F(Roster, IncrementsBringChangesAndTombstones)
{
    openWith(50);
    const auto start = page("limit=5000").json["sequence"].get<qint64>();
    EXPECT_EQ(page("since=" + std::to_string(start)).json["items"].size(), 0u);
    change(4, 2, 3);
    const auto increment = page("since=" + std::to_string(start));
    EXPECT_EQ(increment.json["items"].size(), 9u);
    EXPECT_EQ(increment.json["total"], 9);
    int gone = 0;
    for (const auto &each : increment.json["items"]) {
        if (!each["deleted"].get<bool>())
            continue;
        ++gone;
        EXPECT_EQ(each.size(), 3u);
    }
    EXPECT_EQ(gone, 2);
    EXPECT_EQ(page("limit=5000").json["total"], 51);
    EXPECT_EQ(client->all("/v1/staff?since=" + std::to_string(start), 2).size(), 9u);
}

TEST_F(Roster, NewLimitsChangeEverybody)
{
    taxside::Options options;
    options.employees = 30;
    server = std::make_unique<taxside::Server>(options);
    moveTo("2026-06-30T15:30:00Z");  // before the limits of July
    const auto started = server->start();
    ASSERT_TRUE(started);
    client = std::make_unique<TaxClient>(started->toStdString());
    client->enter(kUnit);
    const auto before = page("limit=5000");
    moveTo("2026-06-30T16:30:00Z");  // July in China
    const auto after = page("since=" + std::to_string(before.json["sequence"].get<qint64>()) + "&limit=5000");
    ASSERT_EQ(after.json["items"].size(), 30u);
    for (const auto &each : after.json["items"]) {
        for (const auto &insurance : each["insurances"]) {
            if (insurance["insurance"] == "110" && !insurance["base"].is_null()) {
                EXPECT_GE(fen(insurance["base"]), 456'000);
            }
        }
    }
}

TEST_F(Roster, ASequenceOfOtherBooksStartsOver)
{
    openWith(12);
    const auto reply = page("since=999999");
    EXPECT_EQ(reply.status, 410);
    EXPECT_EQ(reply.code(), "sync-restart");
}

TEST_F(Roster, NonsenseIsRefused)
{
    openWith(12);
    for (const char *query : {"cursor=abc", "cursor=", "limit=0", "limit=5001", "limit=x", "since=-1", "since=1e3"})
        EXPECT_EQ(page(query).status, 400) << query;
    const auto cursor = page("limit=2").json["nextCursor"].get<std::string>();
    EXPECT_EQ(client->get("/v1/arrears?cursor=" + cursor).status, 400);
}
