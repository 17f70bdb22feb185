#include "taxside/scenario.h"

#include "taxside/assessment.h"
#include "taxside/fee_declaration.h"
#include "taxside/people_generator.h"
#include "taxside/practice_units.h"
#include "taxside/rule_packs.h"

#include <algorithm>

namespace taxside {

using domain::Month;

namespace {

/// Numbers are synthetic (field.md 6), names invented. 单位编号 are 11…, 21…, 31… (pension, unemployment and accident,
/// medical) and the unit's number, so the initial password is 000001 for the first unit, 000002 for the second …
struct UnitPlan {
    qint64 key;
    const char *registrationId;
    const char *taxNumber;
    const char *name;
    const char *type;
    const char *pack;
    const char *authorityCode;
    const char *authorityName;
    const char *agency;      ///< of pension, unemployment, accident
    const char *medical;     ///< … of medical insurance
    const char *insurances;  ///< in the order of their bits
    const char *scenario;    ///< whose own unit it is
    int people;              ///< when it is not; 0: the rounding vector, always
};

constexpr const char *kPrivate = "110,210,310,330,410";
constexpr const char *kXiaodian = "国家税务总局太原市小店区税务局";
constexpr const char *kAgency = "太原市社会保险中心";
constexpr const char *kMedical = "太原市医疗保障事务中心";

constexpr UnitPlan kUnits[] = {
    {1, "10011401000000000001", "91140100MA0000015K", "太原市晨光机械有限公司", "enterprise", "140100", "11401050000",
     kXiaodian, kAgency, kMedical, kPrivate, "shanxi", 12},
    {2, "10011401000000000002", "111400000000000190", "太原市示范档案管理局", "government", "140100-office", "11401060000",
     "国家税务总局太原市迎泽区税务局", "太原市机关事业单位社会保险中心", kMedical, "120,180,310,330,410", "government", 12},
    {3, "10012301000000000003", "91140100MA00000X7N", "北辰精密仪器有限公司", "enterprise", "230100", "12301030000",
     "国家税务总局哈尔滨市南岗区税务局", "哈尔滨市社会保险事业中心", "哈尔滨市医疗保障服务中心", kPrivate, "delegated", 12},
    {4, "10011401000000000004", "92140105MA0000023K", "太原市小店区和顺面馆", "self-employed", "140100", "11401050000",
     kXiaodian, kAgency, kMedical, kPrivate, "two-registrations", 12},
    {5, "10011401000000000005", "92140105MA0000023K", "太原市小店区和顺面馆（报验户）", "self-employed", "140100",
     "11401050000", kXiaodian, kAgency, kMedical, kPrivate, "", 0},
    {6, "10011401000000000006", "121401050000000275", "太原市示范实验中学", "institution", "140100-office", "11401050000",
     kXiaodian, "太原市机关事业单位社会保险中心", kMedical, "120,180,210,310,330,410", "", 12},
    {7, "10011401000000000007", "52140100000000035K", "太原市启明托育服务中心", "private-nonprofit", "140100", "11401050000",
     kXiaodian, kAgency, kMedical, kPrivate, "", 12},
};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

void insertInsurances(World &world, const UnitPlan &plan)
{
    const QStringList insurances = text(plan.insurances).split(QLatin1Char(','));
    for (int i = 0; i < insurances.size(); ++i) {
        const QString &code = insurances[i];
        const bool medical = code.startsWith(QLatin1Char('3'));
        const bool pension = code.startsWith(QLatin1Char('1'));
        const QString number = QStringLiteral("%1%2")
                                   .arg(medical ? 31 : pension ? 11 : 21)
                                   .arg(plan.key, 6, 10, QLatin1Char('0'));
        const QString agency = text(plan.pack).left(6) + (medical ? QStringLiteral("02") : QStringLiteral("01"));
        world.db->run("INSERT INTO unit_insurance (registration, position, insurance, unit_number, agency_code, agency_name,"
                      " from_month) VALUES (?, ?, ?, ?, ?, ?, ?)",
                      plan.key, i, code, number, agency, text(medical ? plan.medical : plan.agency),
                      Month(2008, 1).index());
    }
}

void insertAgreements(World &world, const UnitPlan &plan)
{
    const auto add = [&](const char *suffix, const char *bank, const char *clearing, const char *masked, bool verified) {
        world.db->run("INSERT INTO agreement (registration, number, bank_name, clearing_number, account_masked,"
                      " account_name, from_day, to_day, verified) VALUES (?, ?, ?, ?, ?, ?, '2019-01-01', '2099-12-31', ?)",
                      plan.key, QStringLiteral("SF1401%1%2").arg(plan.key, 8, 10, QLatin1Char('0')).arg(text(suffix)),
                      text(bank), text(clearing), text(masked), text(plan.name), verified);
    };
    add("01", "示范商业银行太原长风街支行", "313161000017", "6222 **** **** 0015", true);
    add("02", "示范农村信用合作联社小店分社", "402161000028", "6230 **** **** 0023", false);
}

void insertUnit(World &world, const UnitPlan &plan, Month before)
{
    world.db->run("INSERT INTO registration (key, registration_id, tax_number, name, unit_type, authority_code,"
                  " authority_name, pack, address, contact, sequence, next_staff, month)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
                  plan.key, text(plan.registrationId), text(plan.taxNumber), text(plan.name), text(plan.type),
                  text(plan.authorityCode), text(plan.authorityName), text(plan.pack),
                  QStringLiteral("示范路%1号").arg(plan.key), QStringLiteral("联系人%1").arg(plan.key), before.index());
    insertInsurances(world, plan);
    insertAgreements(world, plan);
}

qint64 sizeOf(const World &world, const UnitPlan &plan)
{
    const qint64 employees = std::max(0, world.options.employees);
    if (plan.people == 0)
        return 0;
    if (world.options.scenario == QLatin1String("agency"))
        return std::max<qint64>(12, employees / static_cast<qint64>(std::size(kUnits)));
    return world.options.scenario == QLatin1String(plan.scenario) ? employees : plan.people;
}

void makeUnit(World &world, const UnitPlan &plan)
{
    const Month present = world.month();
    insertUnit(world, plan, present - 1);
    if (plan.people == 0)
        populateVector(world, registrantOf(world, plan.key));
    else
        populate(world, registrantOf(world, plan.key), sizeOf(world, plan));
    const Registrant unit = registrantOf(world, plan.key);
    const char *const channels[] = {"hall", "web"};
    for (int back = 2; back >= 1; --back) {
        preprocess(world, unit, present - back);
        recordPast(world, unit, present - back, channels[2 - back]);
    }
    preprocess(world, unit, present);
    if (plan.people > 0)
        preprocessSpecial(world, unit, present);
}

struct NoticePlan {
    const char *region;
    const char *title;
    int importance;
    bool popUp;
    int daysAgo;
    int daysValid;  ///< 0: no end
    const char *html;
};

constexpr NoticePlan kNotices[] = {
    {"", "关于社会保险费申报缴费期限的提示", 5, true, 3, 60,
     "<p>请各缴费单位在<b>申报期限</b>前完成当月社会保险费申报，并在缴款期限前足额缴纳。逾期缴纳的，按日加收<b>万分之五</b>的滞纳金。</p>"},
    {"140100", "太原市用人单位缴费工资申报须知", 3, false, 20, 0,
     "<h3>申报范围</h3><p>职工缴费工资发生变化的，应申报缴费工资后再申报缴费。</p><ul><li>生效年月可在本月前6个月至下月之间；</li>"
     "<li>缴费工资为0的，请核实后提交。</li></ul>"},
    {"230100", "哈尔滨市社会保险费代征有关事项", 3, false, 15, 0, "<p>缴费工资由社会保险经办机构核定，税务机关代征。</p>"},
    {"", "系统维护通知", 1, false, 40, 10, "<p>系统维护已结束。</p>"},
};

void insertNotices(World &world)
{
    constexpr qint64 kDay = 24LL * 3600 * 1000;
    int number = 0;
    for (const auto &plan : kNotices) {
        const qint64 published = world.nowMs() - plan.daysAgo * kDay;
        world.db->run("INSERT INTO notice (region, id, title, publisher, published_at, valid_until, importance, pop_up, html)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      text(plan.region), QStringLiteral("N%1").arg(++number, 6, 10, QLatin1Char('0')), text(plan.title),
                      QStringLiteral("税务局社会保险费处"), published,
                      plan.daysValid ? std::optional(published + plan.daysValid * kDay) : std::nullopt, plan.importance,
                      plan.popUp, text(plan.html));
    }
}

}  // namespace

QList<PracticeUnit> practiceUnits()
{
    const RulePacks packs;
    QList<PracticeUnit> units;
    for (const auto &plan : kUnits) {
        if (!*plan.scenario)
            continue;
        const auto &rules = packs.at(text(plan.pack)).rules;
        units.append({text(plan.scenario), text(plan.name), text(plan.taxNumber),
                      QStringLiteral("%1").arg(plan.key, 6, 10, QLatin1Char('0')), rules.regionName,
                      rules.mode == domain::CollectionMode::Delegated});
    }
    return units;
}

bool knowsScenario(const QString &name)
{
    return name == QLatin1String("agency")
        || std::any_of(std::begin(kUnits), std::end(kUnits),
                       [&](const auto &plan) { return *plan.scenario && name == QLatin1String(plan.scenario); });
}

void makeScenario(World &world)
{
    base::sqlite::Transaction transaction(*world.db);
    insertNotices(world);
    for (const auto &plan : kUnits)
        makeUnit(world, plan);
    transaction.commit();
}

}  // namespace taxside
