#include "gateway/staff_page_reader.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <optional>

namespace {

using gateway::StaffPageReader;

const std::string kInsurance = R"({"insurance":"110","insuranceName":"养老","state":"normal","from":"2020-01","to":null,)"
                               R"("wage":"5000.00","base":null,"more":{"a":[1,{"b":2}]}})";
const std::string kPerson = R"({"id":"7","seq":3,"deleted":false,"personNumber":"1410","unitNumber":"11","name":"李䶮",)"
                            R"("documentType":"201","documentNumber":"140105190001010015","department":"财务部",)"
                            R"("state":"suspended","wage":"-12.30","insurances":[)"
    + kInsurance + "]}";

std::string page(const std::string &items)
{
    return R"({"items":[)" + items + R"(],"nextCursor":"c","sequence":9,"total":2,"note":["x",{"items":[]}]})";
}

/// Nothing: it was no JSON.
std::optional<gateway::StaffPage> read(const std::string &text)
{
    StaffPageReader reader([](const QString &) {});
    if (!nlohmann::json::sax_parse(text, &reader))
        return std::nullopt;
    return reader.take();
}

/// The field that was refused; empty: none was.
std::string refused(const std::string &text)
{
    try {
        read(text);
        return {};
    } catch (const gateway::Misshapen &misshapen) {
        return misshapen.field;
    }
}

std::string without(std::string text, const std::string &part, const std::string &instead = {})
{
    const auto at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return text.replace(at, part.size(), instead);
}

TEST(StaffPage, IsReadWithWhatItDoesNotKnowLeftOut)
{
    const auto found = read(page(kPerson + R"(,{"id":"8","seq":4,"deleted":true})"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->nextCursor, QStringLiteral("c"));
    EXPECT_EQ(found->sequence, 9);
    EXPECT_EQ(found->total, 2);
    ASSERT_EQ(found->rows.size(), 2);
    const auto &person = found->rows[0];
    EXPECT_EQ(person.name, QStringLiteral("李䶮"));
    EXPECT_EQ(person.department, QStringLiteral("财务部"));
    EXPECT_EQ(person.state, domain::ContributionState::Suspended);
    EXPECT_EQ(person.wage, domain::Money::fromFen(-1230));
    ASSERT_EQ(person.insurances.size(), 1);
    EXPECT_EQ(person.insurances[0].from, domain::Month(2020, 1));
    EXPECT_FALSE(person.insurances[0].to);
    EXPECT_EQ(person.insurances[0].wage, domain::Money::fromFen(500'000));
    EXPECT_FALSE(person.insurances[0].base);
    EXPECT_TRUE(found->rows[1].deleted);
    EXPECT_EQ(found->rows[1].id, QStringLiteral("8"));
    EXPECT_TRUE(found->rows[1].name.isEmpty());
}

TEST(StaffPage, TheNextCursorIsSaidAtOnceAndOnce)
{
    QStringList said;
    StaffPageReader reader([&](const QString &cursor) { said << cursor; });
    const std::string half = R"({"nextCursor":"c","sequence":9,"total":2,"items":[)";
    EXPECT_FALSE(nlohmann::json::sax_parse(half, &reader));
    EXPECT_EQ(said, QStringList{QStringLiteral("c")});
    EXPECT_EQ(refused(R"({"nextCursor":"c","nextCursor":"d","sequence":9,"total":0,"items":[]})"), "nextCursor");
    EXPECT_EQ(refused(R"({"nextCursor":"","sequence":9,"total":0,"items":[]})"), "nextCursor");
}

TEST(StaffPage, InsurancesAreInOrder)
{
    const auto second = without(kInsurance, "\"110\"", "\"100\"");
    const auto found = read(page(without(kPerson, kInsurance, kInsurance + "," + second)));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->rows[0].insurances[0].insurance, QStringLiteral("100"));
}

TEST(StaffPage, WhatIsMissingIsNamed)
{
    const std::pair<const char *, const char *> fields[] = {
        {R"("id":"7",)", "id"},
        {R"("personNumber":"1410",)", "personNumber"},
        {R"("unitNumber":"11",)", "unitNumber"},
        {R"("name":"李䶮",)", "name"},
        {R"("documentType":"201",)", "documentType"},
        {R"("documentNumber":"140105190001010015",)", "documentNumber"},
        {R"("state":"suspended",)", "state"},
        {R"("insurance":"110",)", "insurance"},
        {R"("insuranceName":"养老",)", "insuranceName"},
        {R"("from":"2020-01",)", "from"},
    };
    for (const auto &[part, field] : fields)
        EXPECT_EQ(refused(page(without(kPerson, part))), field);
    EXPECT_EQ(refused(R"({"items":[],"nextCursor":null,"total":0})"), "sequence");
    EXPECT_EQ(refused(R"({"nextCursor":null,"sequence":1,"total":0})"), "items");
    EXPECT_EQ(refused(R"({"items":[],"nextCursor":null,"sequence":1,"total":0})"), "");
}

TEST(StaffPage, WhatIsOfTheWrongKindIsNamed)
{
    const std::pair<const char *, std::pair<const char *, const char *>> changes[] = {
        {"id", {R"("id":"7")", R"("id":7)"}},
        {"id", {R"("id":"7")", R"("id":null)"}},
        {"name", {R"("name":"李䶮")", R"("name":["李䶮"])"}},
        {"name", {R"("name":"李䶮")", R"("name":{"a":1})"}},
        {"deleted", {R"("deleted":false)", R"("deleted":"no")"}},
        {"state", {R"("state":"suspended")", R"("state":"gone")"}},
        {"wage", {R"("wage":"-12.30")", R"("wage":"-12.3")"}},
        {"wage", {R"("wage":"-12.30")", R"("wage":-12.30)"}},
        {"from", {R"("from":"2020-01")", R"("from":"2020-13")"}},
        {"to", {R"("to":null)", R"("to":"2020/01")"}},
        {"insurances", {R"("insurances":[)", R"("insurances":[1,)"}},
        {"insurances", {R"("insurances":[)", R"("insurances":["a",)"}},
        {"department", {R"("department":"财务部")", R"("department":true)"}},
    };
    for (const auto &[field, change] : changes)
        EXPECT_EQ(refused(page(without(kPerson, change.first, change.second))), field) << change.second;
    EXPECT_NE(refused(page("1")), "");
    EXPECT_NE(refused(page("null")), "");
    EXPECT_NE(refused("[]"), "");
    EXPECT_NE(refused("7"), "");
    EXPECT_EQ(refused(page(without(kPerson, "李䶮", std::string(201, 'x')))), "name");
}

TEST(StaffPage, MorePeopleThanAPageMayHaveAreRefused)
{
    std::string gone = R"({"id":"8","seq":4,"deleted":true})";
    std::string all = gone;
    for (int at = 1; at < 5000; ++at)
        all += "," + gone;
    EXPECT_EQ(refused(page(all)), "");
    EXPECT_EQ(refused(page(all + "," + gone)), "items");
}

TEST(StaffPage, HalfAPageIsNoPage)
{
    const auto whole = page(kPerson);
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(read(whole.substr(0, length))) << length;
}

}  // namespace
