// campaign_declare --count N [--seed S]: N times, totals are declared, and voided so that they can be declared again,
// over a wire that fails in any way a wire can; at times two machines want the same totals at the same moment. After
// every run, and over all of them in the end, the ledger of the tax side and the records here must be the same: nothing
// twice, nothing lost (docs/reliability.md).

#include "campaign/client.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <map>
#include <random>
#include <thread>

namespace {

using namespace campaign;
using domain::FeeKind;
using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;

constexpr const char *kFaults[] = {
    "drop-before", "drop-after", "reset",    "reset-after", "status=503", "status=429", "status-after=500",
    "malformed",   "html",       "html=502", "cut",         "latency=20", "slow=1",     ""};
constexpr const char *kPlaces[] = {"PUT /v1/fee-declarations/", "GET /v1/fee-declarations/", "PUT /v1/fee-voidings/",
                                   "GET /v1/fee-voidings/", "/v1/"};
constexpr int kPatience = 2000;

const char *stateWord(const Submission &one)
{
    switch (one.state) {
    case SubmissionState::Succeeded: return "accepted";
    case SubmissionState::Failed: return "rejected";
    case SubmissionState::Voided: return "voided";
    case SubmissionState::Awaiting: return "submitted";
    case SubmissionState::Voiding: return "voiding";
    case SubmissionState::Pending:
    case SubmissionState::Sending:
    case SubmissionState::Unknown:
    case SubmissionState::Partial:
    case SubmissionState::Expired: break;
    }
    return "?";
}

class Campaign final {
public:
    explicit Campaign(quint32 seed) : m_random(seed)
    {
        taxside::Options options;
        options.employees = 12;
        options.admin = true;
        options.feedbackMs = 4;
        options.dbFile = m_folder.filePath(QStringLiteral("taxside.db"));
        m_server = std::make_unique<taxside::Server>(options);
        const auto port = quint16(QUrl(need(m_server->start(), "tax side")).port());
        for (const char *name : {"first", "second"}) {
            const QString data = m_folder.filePath(QString::fromLatin1(name));
            QDir().mkpath(data);
            m_clients.push_back(std::make_unique<Client>(data, port));
            need(m_clients.back()->app().network().save({}), "network");
            m_clients.back()->logIn(m_clients.size() == 1 ? kFirstPassword : kPassword);
        }
    }

    void run(int index)
    {
        const FeeKind kind = index % 3 == 2 ? FeeKind::Special : FeeKind::Daily;
        for (auto &client : m_clients)
            refresh(*client, kind);
        const auto ids = someIds(kind);
        const QString fault = someFault();
        need(m_server->setFaults(fault.isEmpty() ? QStringList() : QStringList{fault}), "fault");
        ++m_tally[fault.section(QLatin1Char(':'), 0, 0).toStdString()];
        if (ids.isEmpty())
            {}  // a voiding was refused the last time: it is tried again
        else if (roll(4) == 0)
            both(kind, ids);
        else
            declare(*m_clients[roll(2)], kind, ids);
        settleAll();
        if (roll(3) > 0)
            need(m_server->setFaults({}), "no fault");
        voidSome();
        settleAll();
        need(m_server->setFaults({}), "no fault");
        checkBooks();
    }

    void report() const
    {
        for (const auto &[fault, times] : m_tally)
            std::printf("%-20s %4d\n", fault.empty() ? "(none)" : fault.c_str(), times);
        std::printf("%d declarations sent, %d lost against the other machine, %d voided\n", m_sent, m_lost, m_voided);
    }

private:
    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(m_random); }

    /// Asks until it is answered: whatever a fault does, the next attempt is another one.
    void refresh(Client &client, FeeKind kind)
    {
        for (int i = 0; i < kPatience; ++i) {
            if (client.app().fees().refresh(kUnit, kind, m_job))
                return;
        }
        throw Wrong("the totals cannot be read");
    }

    QStringList someIds(FeeKind kind)
    {
        QStringList ids;
        for (const auto &row : need(m_clients[0]->app().fees().assessments(kUnit, kind), "totals").rows) {
            if (row.heldBy.isEmpty())
                ids << row.id;
        }
        std::shuffle(ids.begin(), ids.end(), m_random);
        return ids.mid(0, ids.isEmpty() ? 0 : 1 + roll(int(ids.size())));
    }

    QString someFault()
    {
        const auto fault = QString::fromLatin1(kFaults[roll(int(std::size(kFaults)))]);
        if (fault.isEmpty())
            return {};
        return QStringLiteral("%1:%2:%3")
            .arg(fault, QString::fromLatin1(kPlaces[roll(int(std::size(kPlaces)))]))
            .arg(1 + roll(3));
    }

    /// What is refused because another machine was quicker has failed; everything else must end well.
    void declare(Client &client, FeeKind kind, const QStringList &ids)
    {
        base::Job job;
        const auto sent = client.app().fees().submit(kUnit, kind, ids, job);
        if (!sent) {
            expect(sent.error().code == QLatin1String("outbox.held"), "refused: " + sent.error().code.toStdString());
            return;
        }
        ++m_sent;
        const auto again = client.app().fees().submit(kUnit, kind, ids, job);
        if (sent->state != SubmissionState::Failed)
            expect(!again && again.error().sent == base::Sent::No, "the same totals are refused at once");
    }

    void both(FeeKind kind, const QStringList &ids)
    {
        std::string wrong;
        std::thread other([&] {
            try {
                declare(*m_clients[1], kind, ids);
            } catch (const std::exception &failure) {
                wrong = failure.what();
            }
        });
        try {
            declare(*m_clients[0], kind, ids);
        } catch (...) {
            other.join();
            throw;
        }
        other.join();
        expect(wrong.empty(), wrong);
    }

    void settleAll()
    {
        for (auto &client : m_clients) {
            for (int i = 0;; ++i) {
                expect(i < kPatience, "still open");
                if (settled(*client))
                    break;
                QThread::msleep(2);
            }
        }
    }

    bool settled(Client &client)
    {
        auto &outbox = client.app().outbox();
        const auto report = outbox.feedback(kUnit, {SubmissionKind::Fee, SubmissionKind::FeeVoiding}, m_job);
        if (!report)
            return false;
        for (const auto &never : report->neverArrived)
            need(outbox.resend(never.id, m_job), "resend");
        for (const auto &open : report->stillOpen) {
            if (open.state == SubmissionState::Pending)
                need(outbox.resend(open.id, m_job), "resend");
        }
        return report->stillOpen.empty() && report->neverArrived.empty() && !report->error;
    }

    std::vector<Submission> ownRecords(Client &client)
    {
        auto list = need(client.app().outbox().list(kUnit, {{SubmissionKind::Fee}, std::nullopt, {}, {}}), "records");
        std::erase_if(list, [](const Submission &one) { return one.elsewhere; });
        return list;
    }

    void voidSome()
    {
        for (auto &client : m_clients) {
            for (const auto &one : ownRecords(*client)) {
                if (one.state != SubmissionState::Succeeded)
                    continue;
                need(client->app().fees().voidDeclaration(kUnit, one.id, QStringLiteral("演练"), m_job), "voiding");
                ++m_voided;
            }
        }
    }

    void checkBooks()
    {
        const auto text = m_server->ledgerJson();
        const auto books = nlohmann::json::parse(text.begin(), text.end())["registrations"][kUnit.toStdString()];
        std::map<std::string, std::pair<std::string, std::string>> ledger;
        for (const auto &entry : books["feeDeclarations"])
            ledger[entry["id"]] = {entry["status"], entry["total"]};
        std::size_t known = 0;
        int lost = 0;
        for (auto &client : m_clients) {
            for (const auto &one : ownRecords(*client)) {
                const auto found = ledger.find(one.id.toStdString());
                if (found == ledger.end()) {
                    // Refused outright, so the ledger has none of it.
                    expect(one.state == SubmissionState::Failed,
                           "a record that is " + std::string(stateWord(one)) + " is not in the ledger");
                    ++lost;
                    continue;
                }
                ++known;
                expect(found->second.first == stateWord(one),
                       one.id.toStdString() + " is " + stateWord(one) + " here and " + found->second.first + " there");
                expect(found->second.second == domain::moneyToWire(one.total).toStdString(), "the sums differ");
            }
        }
        m_lost = lost;
        expect(known == ledger.size(),
               "the ledger has " + std::to_string(ledger.size()) + ", the machines " + std::to_string(known));
        for (const auto &[id, times] : books["declaredTimes"].items())
            expect(times.get<int>() <= 1, "declared twice: " + id);
    }

    std::mt19937 m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<taxside::Server> m_server;
    std::vector<std::unique_ptr<Client>> m_clients;
    base::Job m_job;
    std::map<std::string, int> m_tally;
    int m_sent = 0;
    int m_lost = 0;
    int m_voided = 0;
};

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("count"), {}, QStringLiteral("runs"), QStringLiteral("40")},
                       {QStringLiteral("seed"), {}, QStringLiteral("number"), QStringLiteral("1")}});
    parser.process(application);
    const int count = parser.value(QStringLiteral("count")).toInt();
    int index = 0;
    try {
        Campaign campaign(parser.value(QStringLiteral("seed")).toUInt());
        for (; index < count; ++index)
            campaign.run(index);
        campaign.report();
        std::printf("%d runs, ledger and records are the same\n", count);
        return count > 0 ? 0 : 1;
    } catch (const std::exception &wrong) {
        std::printf("FAILED run %d: %s\n", index, wrong.what());
        return 1;
    }
}
