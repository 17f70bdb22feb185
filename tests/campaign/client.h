#pragma once
// A clerk at a real client: what is prepared, submitted and settled, in every flow. Used by the process that is killed
// and by the one that looks at what it left behind.

#include "app/application.h"
#include "support/units.h"

#include <stdexcept>

namespace campaign {

using tests::kUnit;
inline const QString kFirstPassword = QStringLiteral("000001");
inline const QString kPassword = QStringLiteral("chen-2026");

/// What a run starts from; made once, then copied for every run.
enum class Ground {
    Fees,     ///< totals to declare are loaded
    Arrears,  ///< everything is declared, arrears are loaded
    Wages,    ///< the staff is here, one line is in the wage draft of each form
    Roster,   ///< a large unit, logged in, nothing downloaded
    Village,  ///< as Roster, of two pages
    Nothing,  ///< an empty folder
    Backed,   ///< as Wages, and a backup of it; since then another wage was typed and fees were declared
    Waiting,  ///< as Backed, and its restore is confirmed
    Older,    ///< an encrypted store of the first schema
    Plain,    ///< a store of this schema that is not encrypted
};

struct Flow {
    const char *name;
    const char *ledger;  ///< its list in the tax side's ledger
    domain::SubmissionKind kind;
    Ground ground;
};

inline constexpr Flow kFlows[] = {
    {"fee", "feeDeclarations", domain::SubmissionKind::Fee, Ground::Fees},
    {"payment", "payments", domain::SubmissionKind::Payment, Ground::Arrears},
    {"wage", "wageDeclarations", domain::SubmissionKind::Wage, Ground::Wages},
    {"voucher", "vouchers", domain::SubmissionKind::Voucher, Ground::Arrears},
    {"voiding", "voidings", domain::SubmissionKind::FeeVoiding, Ground::Arrears},
};

/// What the campaign found to be wrong.
class Wrong final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

void expect(bool condition, const std::string &what);

/// Something that the program has refused to do.
class Refused final : public std::runtime_error {
public:
    Refused(const char *what, const base::Error &refusal)
        : std::runtime_error(std::string(what) + ": " + refusal.code.toStdString() + ' ' + refusal.detail.toStdString()),
          error(refusal)
    {
    }
    base::Error error;
};

template <class T>
T need(base::Result<T> result, const char *what)
{
    if (!result)
        throw Refused(what, result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

app::Options optionsOver(const QString &folder, quint16 port);

class Client final {
public:
    /// Opens the data folder as the program does at its start.
    Client(const QString &folder, quint16 port);
    explicit Client(const app::Options &options);

    app::Application &app() { return *m_app; }
    /// With the first password it is changed to kPassword.
    void logIn(const QString &password);
    void prepare(Ground ground);
    base::Result<domain::Submission> submit(const Flow &flow);
    /// 获取反馈, and sends again what provably never arrived, until nothing of this kind is open.
    void settle(domain::SubmissionKind kind);
    domain::WageDraftLine draftLine(const domain::WageForm &form);

private:
    void declareAll();

    std::unique_ptr<app::Application> m_app;
    base::Job m_job;
};

/// A line for whoever has started this process.
void say(const QByteArray &line);
/// The first amount that is typed into a draft; each further one is one 分 more.
constexpr qint64 kFirstFen = 100'000;
inline QString draftFlow(const domain::WageForm &form)
{
    return form.byInsurance ? QStringLiteral("draft-by-insurance") : QStringLiteral("draft");
}

/// The killed side: `flow` names one of kFlows, or `sync`, or is a draftFlow(). Says `ready`, waits for a line, says `begin`.
int runChild(const QString &folder, quint16 port, const QString &flow);

}  // namespace campaign
