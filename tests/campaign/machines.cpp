#include "campaign/machines.h"

#include "support/confirmed.h"
#include "support/wages.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

namespace campaign {

using domain::FeeKind;
using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

constexpr int kPatience = 2000;
constexpr int kPatienceMs = 20'000;
const QString kAgreement = QStringLiteral("SF14010000000101");

const char *nameOf(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Pending: return "待提交";
    case SubmissionState::Sending: return "发送中";
    case SubmissionState::Unknown: return "结果未知";
    case SubmissionState::Awaiting: return "待反馈";
    case SubmissionState::Succeeded: return "成功";
    case SubmissionState::Partial: return "部分成功";
    case SubmissionState::Failed: return "失败";
    case SubmissionState::Voiding: return "作废中";
    case SubmissionState::Voided: return "已作废";
    case SubmissionState::Expired: return "已失效";
    }
    return "?";
}

/// What the ledger calls the state of a record that is settled.
std::string wordOf(const Submission &one)
{
    switch (one.state) {
    case SubmissionState::Succeeded: return one.kind == SubmissionKind::Voucher ? "valid" : "accepted";
    case SubmissionState::Partial: return "partial";
    case SubmissionState::Failed: return "rejected";
    case SubmissionState::Voided: return "voided";
    case SubmissionState::Expired: return "expired";
    case SubmissionState::Pending:
    case SubmissionState::Sending:
    case SubmissionState::Unknown:
    case SubmissionState::Awaiting:
    case SubmissionState::Voiding: break;
    }
    return nameOf(one.state);
}

std::vector<SubmissionKind> allKinds()
{
    std::vector<SubmissionKind> kinds;
    for (const auto &each : kDeeds)
        kinds.push_back(each.kind);
    return kinds;
}

base::Result<Submission> submit(Client &client, const Task &task, base::Job &job)
{
    auto &app = client.app();
    switch (task.deed) {
    case Deed::Wage: return app.wages().submit(kUnit, tests::kDaily, true, job);
    case Deed::Fee: return app.fees().submit(kUnit, task.kind, tests::confirmedFees(app, kUnit, task.kind, task.items), job);
    case Deed::Voiding: return app.fees().voidDeclaration(kUnit, task.items.front(), QStringLiteral("演练"), job);
    case Deed::Payment: {
        const auto outcome = app.payments().pay(kUnit, kAgreement, tests::confirmedArrears(app, kUnit, task.items), job);
        return outcome ? base::Result<Submission>(outcome->payment) : outcome.error();
    }
    case Deed::Voucher: return app.payments().issueVoucher(kUnit, tests::confirmedArrears(app, kUnit, task.items), job);
    case Deed::VoucherVoiding: break;
    }
    return app.payments().voidVoucher(kUnit, task.items.front(), job);
}

}  // namespace

Machines::Machines(taxside::Server &server, quint16 port, std::mt19937 &random)
    : m_server(server), m_port(port), m_random(random), m_clients(2)
{
    for (std::size_t which = 0; which < m_clients.size(); ++which) {
        open(which);
        auto &client = *m_clients[which];
        need(client.app().network().save({}), "network");  // straight to the loopback
        client.logIn(which == 0 ? kFirstPassword : kPassword);
        need(client.app().staff().sync(kUnit, service::StaffSync::Auto, m_job), "staff");
    }
}

void Machines::open(std::size_t which)
{
    const QString data = m_folder.filePath(QString::number(which));
    QDir().mkpath(data);
    m_clients[which] = std::make_unique<Client>(data, m_port);
}

std::vector<Submission> Machines::own(Client &client, SubmissionKind kind)
{
    auto list = need(client.app().outbox().list(kUnit, {{kind}, std::nullopt, {}, {}}), "records");
    std::erase_if(list, [](const Submission &one) { return one.elsewhere || one.channel != domain::Channel::Client; });
    return list;
}

QStringList Machines::someOf(QStringList all, int most)
{
    std::shuffle(all.begin(), all.end(), m_random);
    return all.mid(0, all.isEmpty() ? 0 : 1 + roll(std::min(most, int(all.size()))));
}

/// A wage that nobody had before, from this month or the next one on.
Task Machines::wage()
{
    auto &app = m_clients[m_which]->app();
    domain::StaffQuery normal;
    normal.state = domain::ContributionState::Normal;
    const auto people = need(app.staff().window(kUnit, normal, store::StaffOrder::Name, false, 0, 8), "people");
    const auto &person = people[std::size_t(roll(int(people.size())))];
    const auto month = domain::Month::of(app.clock().today()) + roll(2);
    for (const auto &line : need(app.wages().draft(kUnit, tests::kDaily), "draft"))  // what was withdrawn is there again
        need(app.wages().remove(kUnit, tests::kDaily, {line.staffId}), "draft");
    need(app.wages().add(kUnit, tests::kDaily, person.id, tests::wage(500'000 + 7 * ++m_wages), month), "draft");
    return {Deed::Wage, FeeKind::Daily, {person.id}};
}

std::optional<Task> Machines::chosen(Deed deed, bool both)
{
    m_which = std::size_t(roll(int(m_clients.size())));
    Task task{deed, deed == Deed::Fee && roll(4) == 0 ? FeeKind::Special : FeeKind::Daily, {}};
    if (deed == Deed::Wage)
        return wage();
    for (std::size_t which = 0; which < m_clients.size(); ++which) {
        auto &app = m_clients[which]->app();
        if (which != m_which && !both)
            continue;
        if (deed == Deed::Fee)
            need(app.fees().refresh(kUnit, task.kind, m_job), "totals");
        else
            need(app.payments().refresh(kUnit, m_job), "arrears");
    }
    auto &client = *m_clients[m_which];
    if (deed == Deed::Fee) {
        for (const auto &row : need(client.app().fees().assessments(kUnit, task.kind), "totals").rows) {
            if (row.heldBy.isEmpty())
                task.items << row.id;
        }
    } else if (deed == Deed::Payment || deed == Deed::Voucher) {
        for (const auto &row : need(client.app().payments().arrears(kUnit), "arrears").rows) {
            if (row.hold == domain::ArrearHold::Open && row.heldBy.isEmpty())
                task.items << row.id;
        }
    } else {
        for (const auto &one : own(client, deed == Deed::Voiding ? SubmissionKind::Fee : SubmissionKind::Voucher)) {
            if (one.state == SubmissionState::Succeeded && one.paid == QLatin1String("none"))
                task.items << one.id;
        }
    }
    task.items = someOf(task.items, deed == Deed::Fee ? 3 : deed == Deed::Payment ? 2 : 1);
    return task.items.isEmpty() ? std::nullopt : std::optional(task);
}

void Machines::retry(const std::function<bool()> &attempt, const char *what)
{
    for (int i = 0; i < kPatience; ++i) {
        if (attempt())
            return;
    }
    throw Wrong(what);
}

/// What is refused before anything was sent has failed; a question that got no answer is asked again, as a clerk would.
void Machines::doOn(Client &client, const Task &task)
{
    static std::mutex counting;
    base::Job job;
    retry(
        [&] {
            const auto sent = submit(client, task, job);
            const std::lock_guard lock(counting);
            if (!sent) {
                expect(sent.error().sent == base::Sent::No,
                       "an error leaves nothing open: " + sent.error().code.toStdString());
                if (sent.error().kind != base::Error::Kind::Validation)
                    return false;
                ++m_refused;
                return true;
            }
            ++m_sent;
            ++m_wanted[task.deed];
            if (sent->state == SubmissionState::Failed)
                return true;
            const auto again = submit(client, task, job);
            expect(!again && again.error().sent == base::Sent::No, "the same is refused at once");
            return true;
        },
        "it can never be submitted");
}

void Machines::act(const Task &task)
{
    doOn(*m_clients[m_which], task);
}

void Machines::race(const Task &task)
{
    std::string wrong;
    std::thread other([&] {
        try {
            doOn(*m_clients[1 - m_which], task);
        } catch (const std::exception &failure) {
            wrong = failure.what();
        }
    });
    try {
        doOn(*m_clients[m_which], task);
    } catch (...) {
        other.join();
        throw;
    }
    other.join();
    expect(wrong.empty(), wrong);
}

std::string Machines::actAndDie(const Task &task, const QString &fault)
{
    const auto kind = namesOf(task.deed).kind;
    QStringList before;
    for (const auto &one : own(*m_clients[m_which], kind))
        before << one.id;
    m_clients[m_which].reset();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--child"), QString::fromLatin1(namesOf(task.deed).name), QStringLiteral("--data"),
                   m_folder.filePath(QString::number(m_which)), QStringLiteral("--port"), QString::number(m_port),
                   QStringLiteral("--special"), QString::number(task.kind == FeeKind::Special),
                   QStringLiteral("--items"), task.items.join(QLatin1Char(','))});
    while (!process.canReadLine())
        expect(process.waitForReadyRead(kPatienceMs), "the client logs in");
    need(m_server.setFaults(fault.isEmpty() ? QStringList() : QStringList{fault}), "fault");
    process.write("\n");
    process.waitForBytesWritten(kPatienceMs);
    std::this_thread::sleep_for(std::chrono::microseconds(roll(40'000)));
    process.kill();  // SIGKILL
    expect(process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::CrashExit,
           "the client was killed");
    need(m_server.setFaults({}), "no fault");
    open(m_which);
    auto &client = *m_clients[m_which];
    client.logIn(kPassword);
    auto left = own(client, kind);
    std::erase_if(left, [&](const Submission &one) { return before.contains(one.id); });
    expect(left.size() <= 1, "one submission at most");
    expect(left.empty() || left[0].state != SubmissionState::Sending, "what was cut off is known");
    if (left.empty()) {
        act(task);
        return "nothing";
    }
    ++m_wanted[task.deed];
    ++m_sent;
    return nameOf(left[0].state);
}

/// It has not arrived, says the tax side; a copy may be on its way. The clerk sends it again, or gives it up, as whoever finds
/// that the other machine has it must.
void Machines::again(service::Outbox &outbox, const Submission &submission)
{
    if (roll(3) > 0) {
        const auto sent = outbox.resend(submission.id, m_job);
        if (sent)
            return;
        expect(sent.error().sent == base::Sent::No, "resend: " + sent.error().code.toStdString());
        if (sent.error().code != QLatin1String("outbox.held"))
            return;
    }
    const auto withdrawn = outbox.withdraw(submission.id, m_job);
    if (!withdrawn || *withdrawn)
        return;  // without an answer it stays, and its turn comes again
    ++m_withdrawn;
    for (const auto &names : kDeeds)
        m_wanted[names.deed] -= names.kind == submission.kind ? 1 : 0;
}

bool Machines::settled(Client &client)
{
    auto &outbox = client.app().outbox();
    const auto report = outbox.feedback(kUnit, allKinds(), m_job);
    if (!report)
        return false;
    for (const auto &never : report->neverArrived)
        again(outbox, never);
    for (const auto &open : report->stillOpen) {
        if (open.state == SubmissionState::Pending)
            again(outbox, open);
    }
    return report->stillOpen.empty() && report->neverArrived.empty() && !report->error;
}

void Machines::settle()
{
    for (auto &client : m_clients) {
        retry(
            [&] {
                const bool done = settled(*client);
                if (!done)
                    QThread::msleep(2);
                return done;
            },
            "still open");
    }
}

Damage Machines::compare(std::string &found)
{
    const Books books(m_server, kUnit);
    Damage damage{books.twice(), 0};
    for (const auto &names : kDeeds) {
        auto entries = books.entries(names.deed);
        damage.duplicates += std::max(0, int(entries.size()) - m_wanted[names.deed]);
        for (auto &client : m_clients) {
            for (const auto &one : own(*client, names.kind)) {
                const auto entry = entries.extract(one.id.toStdString());
                const bool there = !entry.empty();
                // What was refused outright is in no ledger.
                const bool right =
                    there ? entry.mapped().status == wordOf(one)
                                && (names.deed == Deed::Wage || names.deed == Deed::Voiding
                                    || names.deed == Deed::VoucherVoiding
                                    || entry.mapped().total == domain::moneyToWire(one.total).toStdString())
                          : one.state == SubmissionState::Failed;
                if (right)
                    continue;
                ++damage.lost;
                found +=
                    std::string("  ") + names.name + ' ' + one.id.toStdString() + " is " + wordOf(one) + " here and "
                    + (there ? entry.mapped().status + ' ' + entry.mapped().total : std::string("not in the ledger"))
                    + '\n';
            }
        }
        for (const auto &[id, entry] : entries) {
            ++damage.lost;
            found += std::string("  ") + names.name + ' ' + id + " is in the ledger (" + entry.status
                     + ") and unknown here\n";
        }
    }
    return damage;
}

int submitAndWait(const QString &folder, quint16 port, const Task &task)
{
    Client client(folder, port);
    client.logIn(kPassword);
    std::puts("ready");
    std::fflush(stdout);
    std::getchar();
    base::Job job;
    (void)submit(client, task, job);
    std::getchar();  // it is killed, whenever that is
    return 0;
}

}  // namespace campaign
