#include "store/migrations.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "store/unit_table.h"
#include "support/print.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using base::sqlite::Connection;
using domain::Staff;
using store::StaffSearch;
using store::StaffTable;

const QString kUnit = QStringLiteral("unit");

Staff person(const QString &id, const QString &name, const QString &number)
{
    Staff staff;
    staff.id = id;
    staff.personNumber = QStringLiteral("P") + id;
    staff.name = name;
    staff.documentType = QStringLiteral("201");
    staff.documentNumber = number;
    staff.state = domain::ContributionState::Normal;
    return staff;
}

class StaffSearchTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = store::Store::open(folder.path());
        ASSERT_TRUE(opened);
        target = std::move(opened).value();
        ASSERT_TRUE(target->write([](Connection &c) { addUnit(c, kUnit); }));
    }
    static void addUnit(Connection &c, const QString &id)
    {
        domain::Unit unit;
        unit.registrationId = id;
        store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    }
    void save(const std::vector<Staff> &people, const QString &unit = kUnit, qint64 generation = 1)
    {
        ASSERT_TRUE(target->write([&](Connection &c) {
            StaffTable table(c);
            StaffSearch search(c, unit);
            for (const auto &each : people)
                table.save(search, unit, each, generation);
            search.flush();
        }));
    }
    QStringList found(const QString &quick, domain::StaffQuery query = {},
                      store::StaffOrder order = store::StaffOrder::PersonNumber, bool descending = false)
    {
        query.quick = quick;
        return *target->read([&](Connection &c) {
            const StaffTable table(c);
            QStringList names;
            for (const auto &each : table.window(kUnit, query, order, descending, 0, 5000))
                names.append(each.name);
            EXPECT_EQ(names.size(), table.count(kUnit, query));
            return names;
        });
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> target;
};

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList texts;
    for (const auto *each : list)
        texts.append(QString::fromUtf8(each));
    return texts;
}

TEST_F(StaffSearchTest, FindsByNameInitialsAndDocument)
{
    save({person(QStringLiteral("1"), QStringLiteral("张三"), QStringLiteral("140105190001010015")),
          person(QStringLiteral("2"), QStringLiteral("单三丰"), QStringLiteral("14010519000101004X")),
          person(QStringLiteral("3"), QStringLiteral("阿卜杜·买买提"), QStringLiteral("H00000017")),
          person(QStringLiteral("4"), QStringLiteral("SMITH JOHN"), QStringLiteral("X0000012")),
          person(QStringLiteral("5"), QStringLiteral("李𠅤"), QStringLiteral("140105190001010023"))});
    EXPECT_EQ(found(QStringLiteral("三")), texts({"张三", "单三丰"}));
    EXPECT_EQ(found(QStringLiteral("三丰")), texts({"单三丰"}));
    EXPECT_EQ(found(QStringLiteral("𠅤")), texts({"李𠅤"}));
    EXPECT_EQ(found(QStringLiteral("杜•买")), texts({"阿卜杜·买买提"})) << "any kind of dot";
    EXPECT_EQ(found(QStringLiteral("zs")), texts({"张三"}));
    for (const char *way : {"ssf", "dsf", "csf"})
        EXPECT_EQ(found(QString::fromLatin1(way)), texts({"单三丰"})) << way;
    EXPECT_EQ(found(QStringLiteral("smi")), texts({"SMITH JOHN"}));
    EXPECT_EQ(found(QStringLiteral("sj")), texts({"SMITH JOHN"}));
    EXPECT_EQ(found(QStringLiteral("0015")), texts({"张三"}));
    EXPECT_EQ(found(QStringLiteral("004x")), texts({"单三丰"}));
    EXPECT_EQ(found(QStringLiteral("１９０００１")), texts({"张三", "单三丰", "李𠅤"})) << "full-width";
    EXPECT_EQ(found(QStringLiteral("015")), QStringList()) << "four digits at least";
    EXPECT_EQ(found(QStringLiteral("140105000101001")), texts({"张三"})) << "an old number";
    EXPECT_EQ(found(QStringLiteral("140105000101009")), QStringList());
    EXPECT_EQ(found(QStringLiteral("三 0015")), texts({"张三"})) << "every word";
    EXPECT_EQ(found(QStringLiteral("三 0023")), QStringList());
    EXPECT_EQ(found(QStringLiteral("%")), QStringList());
}

TEST_F(StaffSearchTest, GoesWithTheExactQueryAndTheOrder)
{
    auto stopped = person(QStringLiteral("2"), QStringLiteral("张安"), QStringLiteral("140105190001010023"));
    stopped.state = domain::ContributionState::Ended;
    stopped.wage = domain::Money::fromFen(5);
    save({person(QStringLiteral("3"), QStringLiteral("张波"), QStringLiteral("140105190001010031")), stopped,
          person(QStringLiteral("1"), QStringLiteral("张三"), QStringLiteral("140105190001010015"))});
    EXPECT_EQ(found(QStringLiteral("张")), texts({"张三", "张安", "张波"})) << "by 人员编号, not as they came";
    EXPECT_EQ(found(QStringLiteral("张"), {}, store::StaffOrder::PersonNumber, true), texts({"张波", "张安", "张三"}));
    EXPECT_EQ(found(QStringLiteral("张"), {}, store::StaffOrder::DocumentNumber, true), texts({"张波", "张安", "张三"}));
    EXPECT_EQ(found(QStringLiteral("张"), {}, store::StaffOrder::Wage, true).first(), QStringLiteral("张安"));
    domain::StaffQuery query;
    query.state = domain::ContributionState::Ended;
    EXPECT_EQ(found(QStringLiteral("张"), query), texts({"张安"}));
}

TEST_F(StaffSearchTest, FollowsEveryChange)
{
    const auto id = QStringLiteral("1");
    save({person(id, QStringLiteral("张三"), QStringLiteral("140105190001010015")),
          person(QStringLiteral("2"), QStringLiteral("张四"), QStringLiteral("140105190001010023"))});
    save({person(id, QStringLiteral("李三"), QStringLiteral("H00000017"))});
    EXPECT_EQ(found(QStringLiteral("张")), texts({"张四"}));
    EXPECT_EQ(found(QStringLiteral("ls")), texts({"李三"}));
    EXPECT_EQ(found(QStringLiteral("0015")), QStringList());
    ASSERT_TRUE(target->write([&](Connection &c) {
        StaffSearch search(c, kUnit);
        StaffTable(c).remove(search, kUnit, id);
        search.flush();
    }));
    EXPECT_EQ(found(QStringLiteral("李")), QStringList());
    EXPECT_EQ(found(QStringLiteral("张")), texts({"张四"}));
    save({person(QStringLiteral("3"), QStringLiteral("王五"), QStringLiteral("1"))}, kUnit, 2);
    ASSERT_TRUE(target->write([&](Connection &c) {
        StaffSearch search(c, kUnit);
        EXPECT_EQ(StaffTable(c).removeOlderThan(search, kUnit, 2), 1);
        search.flush();
    }));
    EXPECT_EQ(found(QStringLiteral("z")), QStringList());
    EXPECT_EQ(found(QStringLiteral("w")), texts({"王五"}));
}

TEST_F(StaffSearchTest, ThousandsAreFoundInTheirOrder)
{
    std::vector<Staff> people;
    for (int i = 0; i < 2500; ++i)
        people.push_back(person(QStringLiteral("%1").arg(i, 5, 10, QLatin1Char('0')), QStringLiteral("王%1").arg(QChar(0x4E00 + i)),
                                QStringLiteral("14%1").arg(i, 8, 10, QLatin1Char('0'))));
    save(people);
    EXPECT_EQ(found(QStringLiteral("王")).size(), 2500);
    EXPECT_EQ(found(QStringLiteral("002499")), QStringList(people.back().name));
    EXPECT_EQ(found(QStringLiteral("001000")), QStringList(people[1000].name)) << "the first of a block";
    EXPECT_EQ(found(QStringLiteral("000999")), QStringList(people[999].name)) << "the last of one";
    const auto blocks = target->read([](Connection &c) { return c.number("SELECT max(block) FROM staff_search"); });
    EXPECT_EQ(*blocks, 3);
    EXPECT_EQ(found(QStringLiteral("王")).at(1234), people[1234].name);
}

TEST_F(StaffSearchTest, UnitsAreApart)
{
    ASSERT_TRUE(target->write([](Connection &c) { addUnit(c, QStringLiteral("other")); }));
    save({person(QStringLiteral("1"), QStringLiteral("张三"), QStringLiteral("1"))}, QStringLiteral("other"));
    EXPECT_EQ(found(QStringLiteral("张")), QStringList());
}

TEST_F(StaffSearchTest, TextsFromOutsideCannotBreakTheLines)
{
    save({person(QStringLiteral("1"), QStringLiteral("张\n三\x1f"), QStringLiteral("1401\n0015")),
          person(QStringLiteral("2"), QStringLiteral("李四"), QStringLiteral("140105190001010023"))});
    EXPECT_EQ(found(QStringLiteral("0023")), texts({"李四"}));
    EXPECT_EQ(found(QStringLiteral("ls")), texts({"李四"}));
}

/// A file of the version before gets the texts of the people in it.
TEST(StaffSearchMigration, PeopleOfAnOlderFileAreFound)
{
    const QTemporaryDir folder;
    {
        ASSERT_GT(store::schemaVersion(), 1);
        QFile first(QStringLiteral(":/store/schema/v0001.sql"));
        ASSERT_TRUE(first.open(QIODevice::ReadOnly));
        Connection old(folder.filePath(QStringLiteral("shebao.db")), base::sqlite::Access::ReadWrite);
        old.script(first.readAll());
        old.script("PRAGMA user_version = 1");
        old.script("INSERT INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code,"
                   " authority_name, region, region_name, address, contact) VALUES ('unit','','',0,0,0,'','','','','','')");
        base::sqlite::Transaction transaction(old);
        for (int i = 0; i < 1500; ++i)
            old.run("INSERT INTO staff VALUES ('unit', ?, ?, '', ?, '201', ?, '', 1, ?, 1)", QString::number(i),
                    QString::number(i), QStringLiteral("张三"), QString::number(100000 + i), 5000 - i);
        transaction.commit();
    }
    const auto opened = store::Store::open(folder.path());
    ASSERT_TRUE(opened);
    domain::StaffQuery query;
    query.quick = QStringLiteral("zs");
    EXPECT_EQ(*(*opened)->read([&](Connection &c) { return StaffTable(c).count(kUnit, query); }), 1500);
    query.quick = QStringLiteral("101499");
    EXPECT_EQ(*(*opened)->read([&](Connection &c) { return StaffTable(c).count(kUnit, query); }), 1);
    const auto poorest = (*opened)->read([](Connection &c) {
        return StaffTable(c).window(kUnit, {}, store::StaffOrder::Wage, false, 0, 1);
    });
    EXPECT_EQ(poorest->front().id, QStringLiteral("1499"));
}

/// A wage alone changes nothing of the other texts; people of a file whose blocks are without wages have them then.
TEST_F(StaffSearchTest, ChangedWagesAndThoseOfAnOlderFileAreInOrder)
{
    auto people = std::vector{person(QStringLiteral("1"), QStringLiteral("张三"), QStringLiteral("1")),
                              person(QStringLiteral("2"), QStringLiteral("李四"), QStringLiteral("2")),
                              person(QStringLiteral("3"), QStringLiteral("王五"), QStringLiteral("3"))};
    for (int i = 0; i < 2; ++i)
        people[std::size_t(i)].wage = domain::Money::fromFen(100 * (i + 1));
    const auto ordered = [&] { return found({}, {}, store::StaffOrder::Wage); };
    save(people);
    EXPECT_EQ(ordered(), texts({"王五", "张三", "李四"}));
    people[0].wage = domain::Money::fromFen(300);
    save({people[0]});
    EXPECT_EQ(ordered(), texts({"王五", "李四", "张三"}));
    EXPECT_EQ(found(QStringLiteral("zs")), texts({"张三"}));
    target.reset();
    {
        Connection older(folder.filePath(QStringLiteral("shebao.db")), base::sqlite::Access::ReadWrite);
        older.script("DELETE FROM staff_search WHERE section = 4; PRAGMA user_version = 9");
    }
    SetUp();
    EXPECT_EQ(ordered(), texts({"王五", "李四", "张三"}));
}

/// Of everybody and of a query, of few and of more than are sorted by comparing them.
TEST_F(StaffSearchTest, TheOrderOfWagesIsThatOfTheAmounts)
{
    const qint64 wages[] = {0, 1, 19'999, 20'000, 399'999'999, 400'000'000, 99'999'999'999'999};
    for (const int count : {200, 11'000}) {
        std::vector<Staff> people;
        for (int i = 0; i < count; ++i) {
            auto staff = person(QString::number(100'000 + i * 7 % count), QString::number(i), {});
            if (i % 9 != 0)
                staff.wage = domain::Money::fromFen(i % 2 ? wages[i % 7] : i * 1'000);
            if (i % 3 == 0)
                staff.state = domain::ContributionState::Ended;
            people.push_back(staff);
        }
        save(people);
        std::sort(people.begin(), people.end(), [](const Staff &a, const Staff &b) {
            return std::pair(a.wage, a.id) < std::pair(b.wage, b.id);
        });
        for (const bool onlyNormal : {false, true}) {
            domain::StaffQuery query;
            if (onlyNormal)
                query.state = domain::ContributionState::Normal;
            QStringList expected;
            for (const auto &each : people) {
                if (!onlyNormal || each.state == domain::ContributionState::Normal)
                    expected << each.name;
            }
            expected = expected.mid(0, 5000);
            QStringList rows;
            ASSERT_TRUE(target->read([&](Connection &c) {
                const StaffTable table(c);
                const auto hits = table.hits(kUnit, query, store::StaffOrder::Wage);
                EXPECT_EQ(hits.size(), table.count(kUnit, query));
                for (qint64 at = 0; at < 5000; at += 500) {
                    for (const auto &each : table.window(kUnit, query, store::StaffOrder::Wage, false, at, 500, &hits))
                        rows << each.name;
                }
                const auto last = table.window(kUnit, query, store::StaffOrder::Wage, true, 0, 1);
                EXPECT_EQ(last.front().wage, people.back().wage);
            }));
            EXPECT_EQ(rows, expected) << count << onlyNormal;
        }
    }
}

}  // namespace
