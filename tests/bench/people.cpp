#include "bench/people.h"

#include "store/staff_table.h"

#include <algorithm>
#include <random>

namespace bench {

namespace {

constexpr int kPeopleAtOnce = 10'000;

QString nameOf(std::mt19937 &random)
{
    static const QString family = QString::fromUtf8("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗");
    static const QString given = QString::fromUtf8("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文红玉兰");
    const auto one = [&random](const QString &from) { return from.at(qsizetype(random() % size_t(from.size()))); };
    return QString(one(family)) + one(given) + one(given);
}

domain::Staff person(int number, int insurances, std::mt19937 &random)
{
    domain::Staff staff;
    staff.id = QStringLiteral("S%1").arg(number, 8, 10, QLatin1Char('0'));
    staff.personNumber = QString::number(10'000'000 + number);
    staff.unitNumber = QStringLiteral("1401%1").arg(number % 3);
    staff.name = nameOf(random);
    staff.documentType = QStringLiteral("201");
    staff.documentNumber = QStringLiteral("140105%1%2").arg(19600101 + int(random() % 400'000)).arg(random() % 10'000, 4, 10, QLatin1Char('0'));
    staff.department = QStringLiteral("D%1").arg(random() % 40);
    staff.state = static_cast<domain::ContributionState>(random() % 4);
    staff.wage = domain::Money::fromFen(qint64(300'000 + random() % 2'000'000));
    for (int i = 0; i < insurances; ++i)
        staff.insurances.push_back({QString::number(100 + 10 * i), QString::fromUtf8("职工基本养老保险"), staff.state,
                                    domain::Month(2019, 1 + i), std::nullopt, staff.wage, staff.wage});
    return staff;
}

}  // namespace

base::Result<void> fillPeople(store::Store &store, int people, int insurances)
{
    std::mt19937 random(7);
    for (int begin = 0; begin < people; begin += kPeopleAtOnce) {
        const auto filled = store.writeRepeatable([&](base::sqlite::Connection &c) {
            if (begin == 0)
                c.run("INSERT INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code,"
                      " authority_name, region, region_name, address, contact)"
                      " VALUES (?, '', '', 0, 0, 0, '', '', '', '', '', '')",
                      kUnit);
            store::StaffTable table(c);
            store::StaffSearch search(c, kUnit);
            for (int i = begin; i < std::min(people, begin + kPeopleAtOnce); ++i)
                table.save(search, kUnit, person(i, insurances, random), 1);
            search.flush();
            return true;
        });
        if (!filled)
            return filled.error();
    }
    store.checkpoint();
    return {};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace bench
