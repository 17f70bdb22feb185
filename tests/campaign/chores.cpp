#include "campaign/chores.h"

#include "campaign/grounds.h"
#include "support/wages.h"

#include <QFileInfo>

#include <cstdio>

namespace campaign {

using base::Result;
using Kind = Chore::Kind;

const std::vector<Chore> &chores()
{
    static const std::vector<Chore> all{
        {"first-start", Kind::Start, Ground::Nothing},
        {"start", Kind::Start, Ground::Wages},
        {"migration", Kind::Start, Ground::Older},
        {"encryption", Kind::Start, Ground::Plain},
        {"takeover", Kind::Start, Ground::Waiting},
        {"sync", Kind::Sync, Ground::Village},
        {"typing", Kind::Typing, Ground::Wages, nullptr, 40},
        {"import", Kind::Import, Ground::Wages},
        {"fee", Kind::Submission, Ground::Fees, &kFlows[0]},
        {"payment", Kind::Submission, Ground::Arrears, &kFlows[1]},
        {"wage", Kind::Submission, Ground::Wages, &kFlows[2]},
        {"voucher", Kind::Submission, Ground::Arrears, &kFlows[3]},
        {"voiding", Kind::Submission, Ground::Arrears, &kFlows[4]},
        {"backup", Kind::Backup, Ground::Backed},
        {"restore", Kind::Restore, Ground::Backed},
        {"settings", Kind::Settings, Ground::Backed, nullptr, 10},
        {"export", Kind::Export, Ground::Wages},
    };
    return all;
}

const Chore &choreNamed(const QString &name)
{
    for (const auto &chore : chores()) {
        if (name == QLatin1String(chore.name))
            return chore;
    }
    throw Wrong("no such chore: " + name.toStdString());
}

namespace {

/// Does it, and says in a word what is now stored.
class Clerk final {
public:
    Clerk(const Chore &chore, const ChoreOrders &orders) : m_chore(chore), m_orders(orders) {}

    /// The way to where the chore begins.
    void arrive()
    {
        if (m_chore.kind == Kind::Start)
            return;
        m_client = std::make_unique<Client>(m_orders.folder, m_orders.port);
        if (m_chore.needsTaxSide())
            m_client->logIn(kPassword);
        if (m_chore.kind == Kind::Typing)
            m_draft = {m_client->draftLine(tests::kDaily).staffId, {}};
        // As in the middle of a day: the log of the store is there, and nothing of the start waits to be synced.
        need(app().layouts().save({{QStringLiteral("list"), QStringLiteral("arranged")}}), "layout");
    }
    void leave() { m_client.reset(); }

    Result<QByteArray> perform(int round)
    {
        try {
            base::Job job;  // one that has ended with an error is of no use any more
            return attempt(round, job);
        } catch (const Refused &refused) {
            return refused.error;
        }
    }

private:
    Result<QByteArray> attempt(int round, base::Job &job)
    {
        switch (m_chore.kind) {
        case Kind::Start: return start();
        case Kind::Sync: return sync(job);
        case Kind::Typing: return type(round);
        case Kind::Import: return import(job);
        case Kind::Submission: return submit();
        case Kind::Backup: return backUp(job);
        case Kind::Restore: return restore(job);
        case Kind::Settings: return set(round);
        case Kind::Export: return exportRows();
        }
        return QByteArray();
    }

    app::Application &app() { return m_client->app(); }

    Result<QByteArray> start()
    {
        m_client.reset();
        m_client = std::make_unique<Client>(m_orders.folder, m_orders.port);
        switch (app().restored()) {
        case store::Restored::Nothing: return QByteArray("started");
        case store::Restored::Applied: return QByteArray("applied");
        case store::Restored::Failed: return QByteArray("not-applied");
        }
        return QByteArray();
    }

    Result<QByteArray> sync(base::Job &job)
    {
        const auto report = app().staff().sync(kUnit, service::StaffSync::Auto, job);
        return report ? Result<QByteArray>(QByteArray("people")) : report.error();
    }

    Result<QByteArray> type(int round)
    {
        const auto fen = wageOfRound(round);
        const auto set = app().wages().setWage(kUnit, tests::kDaily, m_draft, domain::Money::fromFen(fen));
        return set ? Result<QByteArray>(QByteArray::number(fen)) : set.error();
    }

    Result<QByteArray> import(base::Job &job)
    {
        const auto profile = need(app().units().profile(kUnit), "unit");
        const service::WageTarget target{tests::kDaily, profile.pack.wage, domain::Month::of(app().clock().today()),
                                         domain::wageInsurances(profile.unit)};
        auto &importer = app().wages().importer();
        const auto file = QFileInfo(m_orders.folder).path() + QStringLiteral("/wages.csv");
        const auto read = need(importer.read(kUnit, target, file, job), "read");
        for (const auto &one : read.rejected)
            throw Wrong("the workbook, row " + std::to_string(one.row) + ": " + one.code.toStdString());
        expect(read.lines.size() > 1, "the workbook has people");
        const auto applied = importer.apply(kUnit, tests::kDaily, read, service::ImportMode::Replace);
        return applied ? Result<QByteArray>(QByteArray::number(qint64(read.lines.size()))) : applied.error();
    }

    Result<QByteArray> submit()
    {
        const auto kind = m_chore.flow->kind;
        const auto left = need(app().outbox().list(kUnit, {{kind}, std::nullopt, {}, {}}), "records");
        if (!left.empty())
            return settle(left.front().id, kind);
        const auto submitted = m_client->submit(*m_chore.flow);
        return submitted ? Result<QByteArray>(submitted->id.toLatin1()) : submitted.error();
    }

    /// What an attempt before has left is asked for, and sent again only if it never arrived.
    Result<QByteArray> settle(const QString &id, domain::SubmissionKind kind)
    {
        base::Job job;
        const auto report = need(app().outbox().feedback(kUnit, {kind}, job), "feedback");
        if (report.error)
            return *report.error;
        if (need(app().outbox().find(id), "find").state == domain::SubmissionState::Pending)
            need(app().outbox().resend(id, job), "resend");
        return id.toLatin1();
    }

    Result<QByteArray> backUp(base::Job &job)
    {
        const auto made = app().backups().makeAutomatic(job);
        return made ? Result<QByteArray>(made->file.toUtf8()) : made.error();
    }

    Result<QByteArray> restore(base::Job &job)
    {
        const auto file = QFileInfo(m_orders.folder).path() + QStringLiteral("/good.sbbak");
        need(app().backups().check(file, kBackupPassword, job), "check");
        need(app().backups().confirmRestore(), "confirm");
        return QByteArray("confirmed");
    }

    Result<QByteArray> set(int round)
    {
        service::BackupPlan plan = need(app().backups().plan(), "plan");
        plan.keep = keepOfRound(round);
        need(app().backups().save(plan), "backup plan");
        need(app().backups().setPassword(kBackupPassword), "backup password");
        const auto name = QString::number(round);
        need(app().network().save({http::Proxy::Kind::Http, QStringLiteral("127.0.0.1"), 9, name, name}), "proxy");
        return QByteArray::number(round);
    }

    Result<QByteArray> exportRows()
    {
        const auto written = writeRows(m_orders.folder + QStringLiteral("/list.xlsx"), kNewRows);
        return written ? Result<QByteArray>(QByteArray("written")) : written.error();
    }

    const Chore &m_chore;
    const ChoreOrders &m_orders;
    std::unique_ptr<Client> m_client;
    store::WageDraftKey m_draft;
};

bool performAll(Clerk &clerk, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        const auto done = clerk.perform(round);
        if (!done) {
            say("error " + done.error().code.toUtf8());
            return false;
        }
        say("done " + *done);
    }
    return true;
}

}  // namespace

int runChore(const Chore &chore, const ChoreOrders &orders)
{
    if (!orders.record.isEmpty())
        disk::watch(orders.folder, orders.record);
    if (orders.fromStart)
        disk::obey(orders.disk);
    Clerk clerk(chore, orders);
    clerk.arrive();
    say("ready");
    if (orders.waits)
        std::getchar();
    else
        say("before " + QByteArray::number(disk::steps()));
    if (!orders.fromStart)
        disk::obey(orders.disk);
    say("begin");
    for (int attempt = 0; attempt < orders.attempts; ++attempt) {
        if (performAll(clerk, orders.rounds))
            break;
    }
    if (orders.waits) {
        say("end");
        std::getchar();  // it is killed, whenever that is
    }
    clerk.leave();
    say("steps " + QByteArray::number(disk::steps()));
    say("renames " + QByteArray::number(disk::renames()));
    say("end");
    return 0;
}

}  // namespace campaign
