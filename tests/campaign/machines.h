#pragma once
// The careful side: two machines of one unit, each the product's own client; and one of them as a process that is
// killed.

#include "campaign/books.h"
#include "campaign/client.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <random>

namespace campaign {

class Machines final {
public:
    Machines(taxside::Server &server, quint16 port, std::mt19937 &random);

    /// Something of this kind that can be done now on one of the machines; of fees, payments and vouchers also on the
    /// other when `both`.
    std::optional<Task> chosen(Deed deed, bool both);
    /// The clerk does it, clicks once more, and waits for nothing.
    void act(const Task &task);
    /// On both at the same moment.
    void race(const Task &task);
    /// In a process that is ended at some moment, under this fault. Afterwards the machine is opened again, and what
    /// never reached its disk is done anew. Returns what the kill left behind.
    std::string actAndDie(const Task &task, const QString &fault);
    /// 获取反馈 on both until nothing is open, whatever happens on the way.
    void settle();
    /// Compares the records of both with the ledger. `found` says what differs, a line each.
    Damage compare(std::string &found);
    int sent() const { return m_sent; }
    int refused() const { return m_refused; }
    int withdrawn() const { return m_withdrawn; }

private:
    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(m_random); }
    void open(std::size_t which);
    std::vector<domain::Submission> own(Client &client, domain::SubmissionKind kind);
    QStringList someOf(QStringList all, int most);
    Task wage();
    void doOn(Client &client, const Task &task);
    bool settled(Client &client);
    void again(service::Outbox &outbox, const domain::Submission &submission);
    void retry(const std::function<bool()> &attempt, const char *what);

    taxside::Server &m_server;
    quint16 m_port;
    std::mt19937 &m_random;
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::size_t m_which = 0;  ///< the machine that was chosen last
    base::Job m_job;
    std::map<Deed, int> m_wanted;  ///< how often something was stored to be sent
    int m_sent = 0;
    int m_refused = 0;
    int m_withdrawn = 0;
    int m_wages = 0;
};

/// The process that is killed: says `ready`, waits for a line, submits, and waits.
int submitAndWait(const QString &folder, quint16 port, const Task &task);

}  // namespace campaign
