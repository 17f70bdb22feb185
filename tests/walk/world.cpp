#include "walk/world.h"

#include "support/wages.h"

#include <QFile>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <future>

namespace walk {

namespace {

template <class R>
bool said(const char *what, const R &result)
{
    if (!result)
        std::fprintf(stderr, "%s: %s\n", what,
                     qPrintable(result.error().code + QLatin1Char(' ') + result.error().detail));
    return bool(result);
}

void settle(app::Application &client, const std::vector<domain::SubmissionKind> &kinds, base::Job &job)
{
    for (int i = 0; i < 100; ++i) {
        const auto report = client.outbox().feedback(kUnit, kinds, job);
        if (!report || report->stillOpen.empty())
            return;
        QThread::msleep(30);
    }
}

}  // namespace

bool World::make(bool locked)
{
    // What blocks does not run on the window's thread, here neither.
    return std::async(std::launch::async,
                      [this, locked] {
                          app::Options options;
                          options.dataFolder = m_folder.path();
                          taxside::Options practice;
                          practice.employees = 60;
                          practice.feedbackMs = 20;
                          practice.dbFile = m_folder.filePath(QStringLiteral("taxside.db"));
                          options.practice = practice;
                          auto started = app::Application::start(options);
                          if (!said("start", started))
                              return false;
                          m_client = std::move(started).value();
                          return fill() && (!locked || lockUp());
                      })
        .get();
}

bool World::fill()
{
    base::Job job;
    auto &client = *m_client;
    using Kind = domain::SubmissionKind;
    if (!said("password", client.units().verifyPassword(kUnit, kInitial, job))
        || !said("change", client.units().changePassword(kUnit, kInitial, kPassword, job))
        || !said("profile", client.units().refresh(kUnit, job)) || !said("enter", client.units().enter(kUnit))
        || !said("staff", client.staff().sync(kUnit, service::StaffSync::Full, job)))
        return false;
    if (!said("wages", client.wages().addContributing(kUnit, tests::kDaily)))
        return false;
    const auto list = client.fees().refresh(kUnit, domain::FeeKind::Daily, job);
    if (!said("fees", list))
        return false;
    QVector<domain::ConfirmedAmount> confirmed;
    for (const auto &row : list->rows)
        confirmed.append({row.id, row.payable});
    confirmed.removeLast();  // one is left to declare
    if (!said("declare", client.fees().submit(kUnit, domain::FeeKind::Daily, {confirmed.takeLast()}, job))  // can be voided
        || !said("declare", client.fees().submit(kUnit, domain::FeeKind::Daily, confirmed, job)))
        return false;
    settle(client, {Kind::Fee}, job);
    return pay();
}

bool World::pay()
{
    base::Job job;
    auto &client = *m_client;
    using Kind = domain::SubmissionKind;
    const auto arrears = client.payments().refresh(kUnit, job);
    const auto agreements = client.payments().agreements(kUnit, job);
    if (!said("arrears", arrears) || !said("agreements", agreements))
        return false;
    QVector<domain::ConfirmedAmount> open;
    for (const auto &row : arrears->rows)
        open.append({row.id, row.total});
    std::sort(open.begin(), open.end(), [](const auto &a, const auto &b) { return b.amount < a.amount; });  // the small one stays
    if (open.size() < 4 || agreements->isEmpty())
        return false;
    if (!said("pay", client.payments().pay(kUnit, agreements->constFirst().number, open.mid(0, 2), job))
        || !said("voucher", client.payments().issueVoucher(kUnit, open.mid(2, 1), job)))
        return false;
    settle(client, {Kind::Payment, Kind::Voucher}, job);
    return true;
}

/// With everything that a submission needs.
bool World::fillDraft()
{
    auto &wages = m_client->wages();
    const auto draft = wages.draft(kUnit, tests::kDaily);
    const auto next = domain::Month::of(m_client->clock().today()) + 1;
    if (!said("draft", draft))
        return false;
    return std::all_of(draft->begin(), draft->end(), [&](const domain::WageDraftLine &line) {
        return said("wage", wages.setWage(kUnit, tests::kDaily, {line.staffId, {}}, domain::Money::fromFen(650'000)))
            && said("month", wages.setMonth(kUnit, tests::kDaily, line.staffId, next));
    });
}

/// Wages that were declared and a draft of more, what the program asks for before anything else, files for dialogs.
bool World::lockUp()
{
    base::Job job;
    if (!fillDraft() || !said("declare wages", m_client->wages().submit(kUnit, tests::kDaily, true, job)))
        return false;
    settle(*m_client, {domain::SubmissionKind::Wage}, job);
    if (!said("more wages", m_client->wages().addContributing(kUnit, tests::kDaily)) || !fillDraft())
        return false;
    QFile wages(wageFile());
    const QByteArray rows = "姓名,证件号码,新缴费工资\n测试,110101199001010015,6500\n无名,1234,多\n";
    return said("lock", m_client->lock().set({}, kLock)) && said("backup key", m_client->backups().setPassword(kPassword))
        && said("backup", m_client->backups().make(backupFile(), job)) && wages.open(QIODevice::WriteOnly)
        && wages.write(rows) == rows.size();
}

void World::endSessions()
{
    const auto later = m_client->clock().now().addDays(2);
    m_client->practice()->clock().setNow(later);
    m_client->clock().setNow(later);
}

}  // namespace walk
