#include "campaign/client.h"

#include "support/confirmed.h"
#include "support/wages.h"

#include <QThread>

#include <cstdio>

namespace campaign {

using domain::FeeKind;
using domain::SubmissionKind;
using domain::WageKind;

void expect(bool condition, const std::string &what)
{
    if (!condition)
        throw Wrong(what);
}

app::Options optionsOver(const QString &folder, quint16 port)
{
    app::Options options;
    options.dataFolder = folder;
    options.server.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port));
    options.backupCost = 14;
    return options;
}

Client::Client(const QString &folder, quint16 port) : Client(optionsOver(folder, port)) {}

Client::Client(const app::Options &options) : m_app(need(app::Application::start(options), "start")) {}

void Client::logIn(const QString &password)
{
    auto &units = m_app->units();
    const auto session = need(units.verifyPassword(kUnit, password, m_job), "login");
    if (session.mustChangePassword)
        need(units.changePassword(kUnit, password, kPassword, m_job), "password");
    need(units.refresh(kUnit, m_job), "unit");
    need(units.enter(kUnit), "enter");
}

void Client::prepare(Ground ground)
{
    switch (ground) {
    case Ground::Fees: need(m_app->fees().refresh(kUnit, FeeKind::Daily, m_job), "totals"); break;
    case Ground::Arrears: declareAll(); break;
    case Ground::Wages: {
        need(m_app->staff().sync(kUnit, service::StaffSync::Auto, m_job), "staff");
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        const auto people
            = need(m_app->staff().window(kUnit, normal, store::StaffOrder::Name, false, 0, 1), "people");
        need(m_app->wages().add(kUnit, tests::kDaily, people.front().id, tests::wage(765432),
                                domain::Month::of(m_app->clock().today())),
             "draft");
        need(m_app->wages().add(kUnit, tests::kDailyByInsurance, people.front().id, {},
                                domain::Month::of(m_app->clock().today())),
             "draft by insurance");
        break;
    }
    case Ground::Roster:
    case Ground::Village:
    case Ground::Nothing:
    case Ground::Backed:
    case Ground::Waiting:
    case Ground::Older:
    case Ground::Plain: break;  // grounds.cpp
    }
}

void Client::declareAll()
{
    const auto list = need(m_app->fees().refresh(kUnit, FeeKind::Daily, m_job), "totals");
    QStringList ids;
    for (const auto &row : list.rows)
        ids.append(row.id);
    need(m_app->fees().submit(kUnit, FeeKind::Daily, tests::confirmedFees(*m_app, kUnit, FeeKind::Daily, ids), m_job), "declaration");
    settle(SubmissionKind::Fee);
    need(m_app->payments().refresh(kUnit, m_job), "arrears");
}

base::Result<domain::Submission> Client::submit(const Flow &flow)
{
    switch (flow.kind) {
    case SubmissionKind::Wage: return m_app->wages().submit(kUnit, tests::kDaily, true, m_job);
    case SubmissionKind::Fee: {
        const auto list = need(m_app->fees().assessments(kUnit, FeeKind::Daily), "totals");
        const auto confirmed = tests::confirmedOf(list.rows, {list.rows[0].id, list.rows[1].id}, &domain::FeeAssessment::payable);
        return m_app->fees().submit(kUnit, FeeKind::Daily, confirmed, m_job);
    }
    case SubmissionKind::FeeVoiding: {
        const auto records = need(m_app->outbox().list(kUnit, {{SubmissionKind::Fee}, std::nullopt, {}, {}}), "records");
        return m_app->fees().voidDeclaration(kUnit, records.front().id, {}, m_job);
    }
    case SubmissionKind::Payment: {
        const auto list = need(m_app->payments().arrears(kUnit), "arrears");
        const auto confirmed = tests::confirmedOf(list.rows, {list.rows[0].id, list.rows[1].id}, &domain::Arrear::total);
        const auto outcome = m_app->payments().pay(kUnit, QStringLiteral("SF14010000000101"), confirmed, m_job);
        return outcome ? base::Result<domain::Submission>(outcome->payment) : outcome.error();
    }
    case SubmissionKind::Voucher:
    case SubmissionKind::VoucherVoiding: break;
    }
    const auto list = need(m_app->payments().arrears(kUnit), "arrears");
    return m_app->payments().issueVoucher(kUnit, {{list.rows[0].id, list.rows[0].total}}, m_job);
}

void Client::settle(SubmissionKind kind)
{
    for (int i = 0; i < 200; ++i) {
        const auto report = need(m_app->outbox().feedback(kUnit, {kind}, m_job), "feedback");
        for (const auto &never : report.neverArrived)
            need(m_app->outbox().resend(never.id, m_job), "resend");
        for (const auto &open : report.stillOpen) {
            if (open.state == domain::SubmissionState::Pending)
                need(m_app->outbox().resend(open.id, m_job), "resend");
        }
        if (report.stillOpen.empty() && report.neverArrived.empty())
            return;
        QThread::msleep(25);
    }
    throw Wrong("still open after five seconds of feedback");
}

domain::WageDraftLine Client::draftLine(const domain::WageForm &form)
{
    const auto draft = need(m_app->wages().draft(kUnit, form), "draft");
    expect(draft.size() == 1, "one draft line");
    return draft[0];
}

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

namespace {

/// Cell after cell, over and over. Every value is said as soon as it is set: what was said must be on disk.
void typeWages(Client &client, const domain::WageForm &form)
{
    const auto line = client.draftLine(form);
    for (qint64 typed = 0;; ++typed) {
        const auto fen = kFirstFen + typed;
        const auto &cell = line.wages[typed % line.wages.size()];
        need(client.app().wages().setWage(kUnit, form, {line.staffId, cell.insurance}, domain::Money::fromFen(fen)),
             "wage");
        say(QByteArray::number(fen));
    }
}

}  // namespace

int runChild(const QString &folder, quint16 port, const QString &flow)
{
    Client client(folder, port);
    client.logIn(kPassword);
    say("ready");
    std::getchar();
    say("begin");
    if (flow == draftFlow(tests::kDaily)) {
        typeWages(client, tests::kDaily);
    } else if (flow == draftFlow(tests::kDailyByInsurance)) {
        typeWages(client, tests::kDailyByInsurance);
    } else if (flow == QLatin1String("sync")) {
        base::Job job;
        need(client.app().staff().sync(kUnit, service::StaffSync::Auto, job), "sync");
    } else {
        for (const auto &one : kFlows) {
            if (flow == QLatin1String(one.name))
                need(client.submit(one), "submit");
        }
    }
    say("end");
    std::getchar();  // it is killed, whenever that is
    return 0;
}

}  // namespace campaign
