#include "campaign/runs.h"

#include "store/sync_table.h"
#include "support/wages.h"

namespace campaign {

using base::sqlite::Access;
using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

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

std::chrono::microseconds upTo(std::chrono::microseconds most, std::mt19937 &random)
{
    return std::chrono::microseconds(std::uniform_int_distribution<std::int64_t>(0, most.count())(random));
}

Submission waitUntilSending(Scene &scene, const Flow &flow)
{
    std::vector<Submission> found;
    eventually(
        [&] {
            found = scene.stored(flow.kind);
            return !found.empty() && found.front().state == SubmissionState::Sending;
        },
        "a submission is being sent");
    return found.front();
}

/// Lets the client run to the chosen point, and ends it there.
void killAt(Kill kill, const Flow &flow, Scene &scene, std::mt19937 &random)
{
    scene.gate().holdRequests(kill == Kill::BeforeSend);
    scene.gate().holdAnswers(kill == Kill::BeforeAnswer || kill == Kill::BeforeCommit);
    scene.begin();
    if (kill == Kill::AnyMoment) {
        std::this_thread::sleep_for(upTo(std::chrono::milliseconds(60), random));
        scene.kill();
        return;
    }
    const auto sending = waitUntilSending(scene, flow);
    if (kill == Kill::BeforeSend) {
        eventually([&] { return scene.gate().held() > 0; }, "the request is at the gate");
        scene.kill();
        expect(!scene.ledgerHas(flow.ledger, sending.id), "nothing came through the gate");
        return;
    }
    eventually([&] { return scene.ledgerHas(flow.ledger, sending.id) && scene.gate().held() > 0; },
               "the tax side has it and its answer is at the gate");
    if (kill == Kill::BeforeAnswer) {
        scene.kill();
        return;
    }
    const auto writer = beside(scene.data(), Access::ReadWrite);
    const base::sqlite::Transaction lock(*writer);
    scene.gate().holdAnswers(false);
    eventually([&] { return scene.gate().held() == 0; }, "the answer went through the gate");
    std::this_thread::sleep_for(std::chrono::milliseconds(30));  // the client has read it and stands before the lock
    scene.kill();
}

/// The state on disk right after the kill, and what the next start must make of it.
void checkReopened(Client &client, const std::vector<Submission> &left)
{
    const bool sending = !left.empty() && left.front().state == SubmissionState::Sending;
    expect(client.app().interrupted() == (sending ? 1 : 0),
           "interrupted() is " + std::to_string(client.app().interrupted()));
    if (left.empty())
        return;
    const auto now = need(client.app().outbox().find(left.front().id), "find");
    const auto right = sending ? SubmissionState::Unknown : left.front().state;
    expect(now.state == right, std::string("after the start it is ") + nameOf(now.state) + ", not " + nameOf(right));
}

void checkBooks(Scene &scene, const Flow &flow, const Submission &submission)
{
    const auto books = scene.ledger();
    expect(books[flow.ledger].size() == 1 && books[flow.ledger][0]["id"] == submission.id.toStdString(),
           std::string("the ledger has ") + books[flow.ledger].dump());
    for (const char *counter : {"declaredTimes", "paidTimes"}) {
        for (const auto &[id, times] : books[counter].items())
            expect(times.get<int>() <= 1, std::string(counter) + ' ' + id + " is " + times.dump());
    }
}

/// The last amount typed into these cells, each of which must hold what was typed into it last.
qint64 lastTyped(const QVector<domain::WageCell> &cells)
{
    qint64 newest = 0;
    for (const auto &cell : cells)
        newest = std::max(newest, cell.newWage ? cell.newWage->fen() : 0);
    expect(newest >= kFirstFen, "a wage is there");
    for (qint64 fen = newest; fen > newest - cells.size() && fen >= kFirstFen; --fen) {
        const auto &wage = cells[(fen - kFirstFen) % cells.size()].newWage;
        expect(wage && wage->fen() == fen, std::to_string(fen) + " is gone");
    }
    return newest;
}

}  // namespace

const char *nameOf(Kill kill)
{
    switch (kill) {
    case Kill::BeforeSend: return "before the request arrives";
    case Kill::BeforeAnswer: return "before the answer arrives";
    case Kill::BeforeCommit: return "before the answer is stored";
    case Kill::AnyMoment: return "0-60 ms after the click";
    case Kill::Sync: return "during the first download";
    case Kill::Draft: return "after a wage was typed";
    }
    return "?";
}

std::string runSubmission(Kill kill, const Flow &flow, Scene &scene, std::mt19937 &random)
{
    scene.start(QString::fromLatin1(flow.name));
    killAt(kill, flow, scene, random);
    const auto left = scene.stored(flow.kind);
    expect(left.size() <= 1, "one submission at most");
    if (kill != Kill::AnyMoment)
        expect(left.size() == 1 && left.front().state == SubmissionState::Sending, "killed while 发送中");
    scene.reopenGate();
    auto client = scene.client();
    scene.checkIntegrity();
    checkReopened(client, left);
    client.logIn(kPassword);
    const bool unsettled = !left.empty() && left.front().state != SubmissionState::Succeeded;
    if (unsettled) {
        // Until it is known, the same thing cannot be submitted again.
        const auto again = client.submit(flow);
        expect(!again && again.error().sent == base::Sent::No, "a second submission is refused");
    }
    if (left.empty()) {
        // The intent never reached the disk: nothing left, and what was prepared is still there to be submitted.
        expect(scene.ledger()[flow.ledger].empty(), "nothing was sent before it was on disk");
        need(client.submit(flow), "submit after all");
    }
    client.settle(flow.kind);
    const auto all = scene.stored(flow.kind);
    expect(all.size() == 1, "one submission in the end");
    expect(left.empty() || all.front().id == left.front().id, "it is the same submission");
    expect(all.front().state == SubmissionState::Succeeded || all.front().state == SubmissionState::Partial,
           std::string("in the end it is ") + nameOf(all.front().state));
    checkBooks(scene, flow, all.front());
    scene.checkIntegrity();
    return left.empty() ? "未保存" : nameOf(left.front().state);
}

std::string runDraft(Scene &scene, std::mt19937 &random)
{
    const auto &form = random() % 2 == 0 ? tests::kDaily : tests::kDailyByInsurance;
    scene.start(draftFlow(form));
    scene.begin();
    QByteArray last;
    for (int lines = std::uniform_int_distribution<int>(1, 40)(random); lines > 0; --lines)
        last = scene.line();
    expect(!last.isEmpty(), "the client types");
    const auto rest = scene.kill();
    if (!rest.isEmpty())
        last = rest.back();
    auto client = scene.client();
    scene.checkIntegrity();
    const auto cells = client.draftLine(form).wages;
    expect(form.byInsurance == (cells.size() > 1), "the line has its cells");
    const auto newest = lastTyped(cells);
    // The one after may have been stored without having been said.
    const auto beyond = newest - last.toLongLong();
    expect(beyond == 0 || beyond == 1,
           "the last wage is " + std::to_string(newest) + " after " + last.toStdString() + " was stored");
    return std::string(form.byInsurance ? "by insurance " : "") + (beyond == 0 ? "as said" : "one further");
}

Download measureDownload(Scene &scene)
{
    scene.start(QStringLiteral("sync"));
    const auto begin = std::chrono::steady_clock::now();
    scene.begin();
    expect(scene.line() == "end", "the download ends");
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    scene.kill();
    auto client = scene.client();
    return {time, need(client.app().staff().overview(kUnit), "overview").counts.total};
}

std::string runSync(Scene &scene, const Download &undisturbed, std::mt19937 &random)
{
    scene.start(QStringLiteral("sync"));
    scene.begin();
    std::this_thread::sleep_for(upTo(undisturbed.time, random));
    scene.kill();
    store::SyncState left;
    {
        const auto connection = beside(scene.data(), Access::ReadOnly);
        left = store::SyncTable(*connection).state(kUnit, QStringLiteral("staff"));
    }
    auto client = scene.client();
    scene.checkIntegrity();
    const auto before = need(client.app().staff().overview(kUnit), "overview");
    expect(before.interrupted == !left.cursor.isEmpty(), "the client knows that it was cut off");
    expect(before.counts.total == left.done, "people and cursor were committed together");
    client.logIn(kPassword);
    qint64 first = -1;
    base::Job job([&first](qint64 done, qint64) {
        if (first < 0)
            first = done;
    });
    need(client.app().staff().sync(kUnit, service::StaffSync::Auto, job), "sync");
    if (!left.cursor.isEmpty())
        expect(first == left.done && first > 0, "it went on at " + std::to_string(first));
    const auto after = need(client.app().staff().overview(kUnit), "overview");
    expect(after.counts.total == undisturbed.people && !after.interrupted,
           "people in the end: " + std::to_string(after.counts.total));
    scene.checkIntegrity();
    return left.syncedAt.isValid() ? "complete" : left.cursor.isEmpty() ? "nothing yet" : "cut off";
}

}  // namespace campaign
