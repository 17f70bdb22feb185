// What SQL says of names: exact queries and quick searches of the lists that keep no texts to look through.
#include "store/contribution_base_table.h"
#include "store/declared_table.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "store/unit_table.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Connection;

const QString kUnit = QStringLiteral("unit");
const domain::Month kMonth(2026, 9);
const QString kBaiBai = QStringLiteral("阿卜杜·买买提");
const QString kYan = QStringLiteral("李䶮");

/// 阿卜杜·买买提 with every dot one types, and 李䶮 as old systems wrote it.
const std::pair<QString, QString> kTyped[] = {
    {QStringLiteral("阿卜杜•买买提"), kBaiBai},
    {QStringLiteral("阿卜杜.买买提"), kBaiBai},
    {QStringLiteral(" 阿卜杜 ・买买提"), kBaiBai},
    {QStringLiteral("李") + QChar(0xE863), kYan},
    {kYan, kYan},
};

class PersonFunctions : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = store::Store::open(folder.path());
        ASSERT_TRUE(opened);
        target = std::move(opened).value();
        ASSERT_TRUE(target->write([this](Connection &c) {
            domain::Unit unit;
            unit.registrationId = kUnit;
            store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
            add(c, {kBaiBai, kYan, QStringLiteral("张三"), QStringLiteral("张三丰"), QStringLiteral("Smith John")});
        }));
    }

    template <class Fn>
    auto read(Fn fn)
    {
        return target->read(fn).value();
    }
    bool says(const char *expression, const QString &first, const QString &second, const QString &third = {})
    {
        return read([&](Connection &c) {
            auto row = c.queryText(QByteArray("SELECT ") + expression);
            row.bind(1, first);
            row.bind(2, second);
            if (!third.isNull())
                row.bind(3, third);
            return row.next() && row.integer(0) != 0;
        });
    }
    QStringList bases(const domain::ContributionBaseQuery &query)
    {
        return read([&](Connection &c) {
            const store::ContributionBaseTable table(c);
            QStringList names;
            for (const auto &row : table.window(kUnit, query, table.places(kUnit, query), 0, 100))
                names << row.name;
            return names;
        });
    }
    QStringList declared(const domain::DeclaredQuery &query)
    {
        return read([&](Connection &c) {
            const store::DeclaredTable table(c);
            QStringList names;
            for (const auto &row : table.window(kUnit, query, 0, 100))
                names << row.person.name;
            EXPECT_EQ(table.totals(kUnit, query).rows, names.size());
            return names;
        });
    }
    QStringList employees(const domain::EmployeeQuery &query)
    {
        return read([&](Connection &c) {
            const store::DeclaredTable table(c);
            QStringList names;
            for (const auto &row : table.employees(kUnit, query, 0, 100))
                names << row.name;
            EXPECT_EQ(table.employeeCount(kUnit, query), names.size());
            return names;
        });
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> target;

private:
    static void add(Connection &c, const QStringList &names)
    {
        store::StaffTable staff(c);
        store::StaffSearch search(c, kUnit);
        QVector<domain::ContributionBase> bases;
        QVector<domain::DeclaredPerson> rows;
        for (const auto &name : names) {
            domain::Staff person;
            person.id = QString::number(rows.size());
            person.name = name;
            person.documentNumber = QString::number(140'105'000 + rows.size());
            staff.save(search, kUnit, person, 1);
            domain::ContributionBase base;
            base.staffId = person.id;
            base.insurance = QStringLiteral("110");
            bases.append(base);
            domain::DeclaredPerson row;
            row.declarationId = QStringLiteral("declaration");
            row.item.noticeNumber = QStringLiteral("notice");
            row.item.periodFrom = row.item.periodTo = kMonth;
            row.person.personNumber = person.id;
            row.person.name = name;
            row.person.documentNumber = person.documentNumber;
            rows.append(row);
        }
        search.flush();
        store::ContributionBaseTable(c).save(kUnit, bases, 1);
        store::DeclaredTable table(c);
        table.append(kUnit, 1, rows);
        table.show(kUnit, 1, {kMonth, kMonth}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    }
};

TEST_F(PersonFunctions, NamesAreTheSameHoweverTheyAreTyped)
{
    for (const auto &[typed, name] : kTyped) {
        EXPECT_TRUE(says("same_name(?, ?)", name, typed)) << qPrintable(typed);
        EXPECT_TRUE(says("same_name(?, ?)", typed, name)) << qPrintable(typed);
    }
    EXPECT_FALSE(says("same_name(?, ?)", QStringLiteral("张三丰"), QStringLiteral("张三")));
    EXPECT_TRUE(says("has_name(?, ?)", QStringLiteral("张三丰"), QStringLiteral("三丰")));
    EXPECT_TRUE(says("has_name(?, ?)", kBaiBai, QStringLiteral("杜.买")));
    EXPECT_FALSE(says("has_name(?, ?)", kYan, QStringLiteral("丰")));
    EXPECT_FALSE(says("same_name(?, ?)", QString(), kYan));
}

TEST_F(PersonFunctions, ExactQueriesFindANameHoweverItIsTyped)
{
    for (const auto &[typed, name] : kTyped) {
        EXPECT_EQ(bases({typed, {}, {}}), QStringList(name)) << qPrintable(typed);
        domain::DeclaredQuery query;
        query.name = typed;
        EXPECT_EQ(declared(query), QStringList(name)) << qPrintable(typed);
        EXPECT_EQ(employees({{kMonth, kMonth}, typed, {}, {}}), QStringList(name)) << qPrintable(typed);
    }
    EXPECT_EQ(bases({QStringLiteral("张三"), {}, {}}), QStringList(QStringLiteral("张三")));
}

TEST_F(PersonFunctions, AQuickSearchLooksForPartsInitialsAndNumbers)
{
    const auto found = [this](const char *typed, const QString &name, const char *number = "140105199001011234") {
        return says("is_looked_for(?, ?, ?)", QString::fromUtf8(typed), name, QString::fromLatin1(number));
    };
    EXPECT_TRUE(found("三", QStringLiteral("张三丰")));
    EXPECT_TRUE(found("zsf", QStringLiteral("张三丰")));
    EXPECT_TRUE(found("smith j", QStringLiteral("Smith John")));
    EXPECT_TRUE(found("杜•买", kBaiBai));
    EXPECT_TRUE(found("1234", kYan));
    EXPECT_FALSE(found("123", kYan)) << "fewer than four digits find nobody";
    EXPECT_TRUE(found("张 1990", QStringLiteral("张三丰")));
    EXPECT_FALSE(found("李 1990", QStringLiteral("张三丰")));
    EXPECT_TRUE(found("123x", kYan, "14010519900101123X"));
    EXPECT_TRUE(found("140105900101123", kYan, "140105199001011238")) << "its 15 digits of before";
}

}  // namespace
