#include "campaign/grounds.h"

#include "base/sqlite.h"
#include "service/export.h"
#include "store/migrations.h"
#include "store/setting_table.h"
#include "support/wages.h"

#include <QDir>

namespace campaign {

using base::sqlite::Access;
using base::sqlite::Connection;

namespace {

constexpr int kUnitSize = 12;
constexpr int kLargeUnitSize = 20000;

int peopleOf(Ground ground)
{
    return ground == Ground::Roster ? kLargeUnitSize : ground == Ground::Village ? kVillageSize : kUnitSize;
}

void fill(Connection &connection)
{
    base::sqlite::Transaction transaction(connection);
    store::SettingTable settings(connection);
    for (int number = 0; number < kFillers; ++number)
        settings.set(QStringLiteral("filler.%1").arg(number), fillerText(number));
    transaction.commit();
}

void makeOlder(const QString &data)
{
    Connection older(data + QStringLiteral("/shebao.db"), Access::ReadWrite, need(app::keyOf(data), "key"));
    (void)store::schemaVersion();  // its steps can be read from now on
    for (int step = 1; step <= kSchemaOfOlder; ++step) {
        QFile sql(QStringLiteral(":/store/schema/v%1.sql").arg(step, 4, 10, QLatin1Char('0')));
        expect(sql.open(QIODevice::ReadOnly), "schema");
        older.script(sql.readAll());
    }
    older.script("PRAGMA user_version = " + QByteArray::number(kSchemaOfOlder));
    fill(older);
}

void makePlain(const QString &data)
{
    Connection plain(data + QStringLiteral("/shebao.db"), Access::ReadWrite);
    plain.script("PRAGMA journal_mode = WAL");
    store::migrate(plain);
    fill(plain);
}

/// Everybody who may be in the draft, with a wage each.
void writeWages(Client &client, const QString &path)
{
    domain::StaffQuery normal;
    normal.state = domain::ContributionState::Normal;
    const auto people
        = need(client.app().staff().window(kUnit, normal, store::StaffOrder::PersonNumber, false, 0, 1000), "people");
    QFile file(path);
    expect(file.open(QIODevice::WriteOnly), "wages.csv");
    file.write(QStringLiteral("姓名,证件类型,证件号码,单位编号,新缴费工资\n").toUtf8());
    for (const auto &one : people)
        file.write(QStringLiteral("%1,%2,%3,%4,5000\n").arg(one.name, one.documentType, one.documentNumber, one.unitNumber).toUtf8());
}

}  // namespace

QString fillerText(int number)
{
    return QString(100, QLatin1Char('x')) + QString::number(number);
}

void copyTree(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const auto &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const QString target = to + QLatin1Char('/') + entry.fileName();
        if (entry.isDir())
            copyTree(entry.filePath(), target);
        else
            expect(QFile::copy(entry.filePath(), target), "copy " + target.toStdString());
    }
}

std::unique_ptr<taxside::Server> taxSideOn(const QString &folder, int employees)
{
    taxside::Options options;
    options.employees = employees;
    options.admin = true;
    options.feedbackMs = 50;
    options.dbFile = folder + QStringLiteral("/taxside.db");
    return std::make_unique<taxside::Server>(options);
}

quint16 portOf(taxside::Server &server)
{
    return quint16(QUrl(need(server.start(), "tax side")).port());
}

base::Result<qint64> writeRows(const QString &path, int rows)
{
    service::Sheet sheet;
    sheet.name = QStringLiteral("名单");
    sheet.columns = {{QStringLiteral("序号")}, {QStringLiteral("姓名")}};
    sheet.total = rows;
    sheet.rows = [rows](qint64 offset, qint64 limit) -> base::Result<std::vector<service::SheetRow>> {
        std::vector<service::SheetRow> window;
        for (auto at = offset; at < std::min<qint64>(rows, offset + limit); ++at)
            window.push_back({at, QStringLiteral("某某%1").arg(at * 7919 % 10007)});
        return window;
    };
    base::Job job;
    return service::exportSheet(sheet, path, job);
}

const QString &Grounds::of(Ground ground)
{
    auto &made = m_made[ground];
    if (made.isEmpty()) {
        const QString folder = m_folder.filePath(QStringLiteral("ground%1").arg(int(ground)));
        QDir().mkpath(folder + QStringLiteral("/data"));
        make(ground, folder);
        made = folder;
    }
    return made;
}

void Grounds::make(Ground ground, const QString &folder)
{
    const auto data = folder + QStringLiteral("/data");
    switch (ground) {
    case Ground::Nothing: return;
    case Ground::Older: return makeOlder(data);
    case Ground::Plain: return makePlain(data);
    case Ground::Backed: return makeBacked(folder);
    case Ground::Waiting: return makeWaiting(folder);
    case Ground::Fees:
    case Ground::Arrears:
    case Ground::Wages:
    case Ground::Roster:
    case Ground::Village: break;
    }
    const auto server = taxSideOn(folder, peopleOf(ground));
    Client client(data, portOf(*server));
    // Straight to the loopback, whatever proxy this machine has.
    need(client.app().network().save({}), "network");
    client.logIn(kFirstPassword);
    client.prepare(ground);
    if (ground == Ground::Wages) {
        writeWages(client, folder + QStringLiteral("/wages.csv"));
        need(writeRows(data + QStringLiteral("/list.xlsx"), kOldRows), "workbook");
    }
}

void Grounds::makeBacked(const QString &folder)
{
    copyTree(of(Ground::Wages), folder);
    const auto server = taxSideOn(folder, 0);
    Client client(folder + QStringLiteral("/data"), portOf(*server));
    base::Job job;
    need(client.app().backups().setPassword(kBackupPassword), "password");
    need(client.app().backups().make(folder + QStringLiteral("/good.sbbak"), job), "backup");
    client.logIn(kPassword);
    need(client.app().wages().setWage(kUnit, tests::kDaily, store::WageDraftKey{client.draftLine(tests::kDaily).staffId, {}}, domain::Money::fromFen(kLaterWageFen)),
         "wage");
    client.prepare(Ground::Arrears);  // declares fees
}

void Grounds::makeWaiting(const QString &folder)
{
    copyTree(of(Ground::Backed), folder);
    Client client(folder + QStringLiteral("/data"), 9);
    base::Job job;
    need(client.app().backups().check(folder + QStringLiteral("/good.sbbak"), kBackupPassword, job), "check");
    need(client.app().backups().confirmRestore(), "confirm");
}

}  // namespace campaign
