#include "taxside/people_generator.h"

#include "domain/document.h"

namespace taxside {

using domain::ContributionState;
using domain::Month;

namespace {

/// A string's code points, so that names may be of characters outside the basic plane.
QVector<QString> characters(const QString &text)
{
    QVector<QString> list;
    for (const char32_t point : text.toUcs4())
        list << QString::fromUcs4(&point, 1);
    return list;
}

const QVector<QString> &surnames()
{
    static const auto list = characters(QStringLiteral(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"));
    return list;
}

const QVector<QString> &givenCharacters()
{
    static const auto list = characters(QStringLiteral(
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红鹏辉玲飞燕波斌宇浩凯健俊帆雪梅林琳云龙海峰晨阳欣佳慧颖嘉怡子涵梓轩雨桐诗琪思远志鸿文博建国立新春生永庆德昌学兵晓东小红国栋淑珍凤琴翠素婷倩莹璐瑶晶晨曦宁悦可心若曦景行"));
    return list;
}

struct Named {
    const char *name;
    const char *type;
    const char *number;  ///< null: a resident identity number is made
};

/// What every roster of twelve or more begins with: characters outside GBK, dots, documents of other kinds, a namesake.
constexpr Named kFirst[] = {
    {"张㛃", "201", nullptr},
    {"李䶮", "201", nullptr},
    {"王㼆", "201", nullptr},
    {"赵𠅤", "201", nullptr},
    {"阿卜杜热西提·买买提", "201", nullptr},
    {"陈大文", "210", "H00000017"},
    {"林志远", "237", "81000019000101%1"},
    {"黄美玲", "238", "83000019000101%1"},
    {"王建国", "201", nullptr},
    {"王建国", "201", nullptr},
    {"SMITH JOHN-PAUL", "208", "X0000012"},
};

const QStringList &departments()
{
    static const QStringList list = {QStringLiteral("综合管理部"), QStringLiteral("财务部"), QStringLiteral("人力资源部"),
                                     QStringLiteral("生产一车间"), QStringLiteral("生产二车间"), QStringLiteral("质量部"),
                                     QStringLiteral("销售部"),     QStringLiteral("研发中心"),   QStringLiteral("后勤部"),
                                     QString()};
    return list;
}

QString withCheck(const QString &first17)
{
    return first17 + domain::residentCheck(first17);
}

}  // namespace

PeopleGenerator::PeopleGenerator(const Registrant &unit, quint32 seed) : m_unit(unit), m_seed(seed) {}

quint64 PeopleGenerator::next()
{
    // splitmix64: the same people on every platform, which std's distributions do not promise.
    quint64 z = m_state += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

QString PeopleGenerator::plainName()
{
    QString name = surnames()[below(static_cast<int>(surnames().size()))];
    const int given = below(5) == 0 ? 1 : 2;
    for (int i = 0; i < given; ++i)
        name += givenCharacters()[below(static_cast<int>(givenCharacters().size()))];
    return name;
}

void PeopleGenerator::name(StaffRow &row, qint64 n)
{
    static const QStringList rare = {QStringLiteral("㛃"), QStringLiteral("䶮"), QStringLiteral("㼆"), QStringLiteral("𠅤")};
    static const QStringList minority = {QStringLiteral("古丽娜尔·艾山"), QStringLiteral("买买提江·吐尔逊"),
                                         QStringLiteral("扎西·多吉"), QStringLiteral("努尔兰·叶尔肯")};
    if (n < static_cast<qint64>(std::size(kFirst)))
        row.name = QString::fromUtf8(kFirst[n].name);
    else if (n % 211 == 0)
        row.name = surnames()[below(20)] + rare[below(4)];
    else if (n % 157 == 0)
        row.name = minority[below(4)];
    else
        row.name = plainName();
}

void PeopleGenerator::document(StaffRow &row, qint64 n)
{
    // Two million numbers for each unit: 365 days × 999 sequence numbers of each of six district codes. 1900 was no
    // leap year, and nobody of that year is alive.
    const qint64 g = m_unit.key * 2'000'000 + n;
    const qint64 within = g % (365 * 999);
    const QString day = QDate(1900, 1, 1).addDays(within % 365).toString(QStringLiteral("yyyyMMdd"));
    const QString serial = QStringLiteral("%1").arg(within / 365 + 1, 3, 10, QLatin1Char('0'));
    row.documentType = QStringLiteral("201");
    row.documentNumber = withCheck(QStringLiteral("%1").arg(140'100 + g / (365 * 999)) + day + serial);
    const QString own = QStringLiteral("%1").arg(m_unit.key, 3, 10, QLatin1Char('0'));
    if (n < static_cast<qint64>(std::size(kFirst)) && kFirst[n].number) {
        row.documentType = QString::fromLatin1(kFirst[n].type);
        const QString form = QString::fromLatin1(kFirst[n].number);
        row.documentNumber = form.contains(QLatin1Char('%')) ? withCheck(form.arg(own)) : form;
    } else if (n >= 20 && n % 331 == 0) {
        row.documentType = QStringLiteral("210");
        row.documentNumber = QLatin1Char('M') + QStringLiteral("%1").arg(g, 8, 10, QLatin1Char('0')).right(8);
    }
}

void PeopleGenerator::contribution(StaffRow &row, qint64 n)
{
    row.department = departments()[below(static_cast<int>(departments().size()))];
    row.from = Month(2008 + below(17), 1 + below(12)).index();
    row.cover = (qint64(1) << m_unit.insurances.size()) - 1;
    const int wage = below(100) < 88 ? 2'400 + below(9'600) : 12'000 + below(26'000);
    row.wage = wage * 100 + (below(3) == 0 ? below(100) : 0);
    // The first eight contribute, so that small rosters have totals of every kind.
    const int fate = n < 8 ? 50 : below(100);
    if (fate < 4) {
        row.state = ContributionState::Suspended;
    } else if (fate < 8) {
        row.state = ContributionState::Ended;
        row.to = Month(2025, 1 + below(12)).index();
    } else if (fate < 10 || n == 12) {
        row.wage.reset();
    }
}

StaffRow PeopleGenerator::person(qint64 n)
{
    m_state = (quint64(m_seed) << 40) ^ (quint64(m_unit.key) << 32) ^ static_cast<quint64>(n);
    StaffRow row;
    row.id = staffFloor(m_unit.key) + n + 1;
    row.seq = n + 1;
    row.personNumber = QString::number(1'400'000'000 + m_unit.key * 10'000'000 + n + 1);
    row.unitNumber = m_unit.insurances.value(0).unitNumber;
    name(row, n);
    document(row, n);
    contribution(row, n);
    return row;
}

namespace {

void insertStaff(World &world, qint64 registration, const StaffRow &row)
{
    world.db->run("INSERT INTO staff (id, registration, seq, person_number, unit_number, name, document_type,"
                  " document_number, department, state, wage, cover, from_month, to_month)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  row.id, registration, row.seq, row.personNumber, row.unitNumber, row.name, row.documentType,
                  row.documentNumber, row.department, static_cast<int>(row.state), row.wage, row.cover, row.from, row.to);
}

/// The insurance of work accidents, when it has a 单位编号 of its own.
const UnitInsurance *secondNumber(const Registrant &unit)
{
    const auto *accident = unit.insurance(QStringLiteral("410"));
    return accident && accident->unitNumber != unit.insurances.value(0).unitNumber ? accident : nullptr;
}

void setSequence(World &world, const Registrant &unit, qint64 sequence, qint64 nextStaff)
{
    world.db->run("UPDATE registration SET sequence = ?, next_staff = ? WHERE key = ?", sequence, nextStaff, unit.key);
}

}  // namespace

void populate(World &world, const Registrant &unit, qint64 count)
{
    PeopleGenerator people(unit, world.options.seed);
    const auto *second = count >= 12 ? secondNumber(unit) : nullptr;
    for (qint64 n = 0; n < count; ++n) {
        StaffRow row = people.person(n);
        // Entries 2 and 3 pay for work accidents under the other number, as entries 10 and 11 of the same people.
        const bool split = second && (n == 2 || n == 3);
        const bool other = second && (n == 10 || n == 12);
        if (split)
            row.cover &= ~(qint64(1) << second->position);
        if (other) {
            const qint64 id = row.id;
            const qint64 seq = row.seq;
            row = people.person(n - 8);
            row.id = id;
            row.seq = seq;
            row.unitNumber = second->unitNumber;
            row.cover = qint64(1) << second->position;
        }
        insertStaff(world, unit.key, row);
    }
    setSequence(world, unit, count, count);
}

void populateVector(World &world, const Registrant &unit)
{
    PeopleGenerator people(unit, world.options.seed);
    for (qint64 n = 0; n < 3; ++n) {
        StaffRow row = people.person(n);
        row.wage = 333'333;
        insertStaff(world, unit.key, row);
    }
    setSequence(world, unit, 3, 3);
}

void join(World &world, const Registrant &unit, qint64 seq)
{
    auto next = world.db->query("SELECT next_staff FROM registration WHERE key = ?", unit.key);
    const qint64 n = next.next() ? next.integer(0) : 0;
    PeopleGenerator people(unit, world.options.seed);
    StaffRow row = people.person(n);
    row.seq = seq;
    row.from = world.month().index();
    insertStaff(world, unit.key, row);
    world.db->run("UPDATE registration SET next_staff = ? WHERE key = ?", n + 1, unit.key);
}

}  // namespace taxside
