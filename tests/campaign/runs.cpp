#include "campaign/runs.h"

#include "campaign/aftermath.h"
#include "support/wages.h"

namespace campaign {

using base::sqlite::Access;
using domain::Submission;
using domain::SubmissionState;

namespace {

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
    case Kill::Chore: return "during";
    }
    return "?";
}

std::string runSubmission(Kill kill, const Flow &flow, Scene &scene, std::mt19937 &random)
{
    scene.start(QString::fromLatin1(flow.name));
    killAt(kill, flow, scene, random);
    if (kill != Kill::AnyMoment) {
        const auto left = scene.stored(flow.kind);
        expect(left.size() == 1 && left.front().state == SubmissionState::Sending, "killed while 发送中");
    }
    return checkSubmission(flow, scene);
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

std::chrono::microseconds measureChore(const Chore &chore, Scene &scene)
{
    scene.start(QString::fromLatin1(chore.name), {QStringLiteral("--chore")});
    const auto begin = std::chrono::steady_clock::now();
    scene.begin();
    for (auto line = scene.line(); line != "end"; line = scene.line())
        expect(line.startsWith("done "), std::string("undisturbed it says ") + line.toStdString());
    const auto time = std::chrono::steady_clock::now() - begin;
    scene.kill();
    return std::chrono::duration_cast<std::chrono::microseconds>(time);
}

std::string runChoreKilled(const Chore &chore, std::chrono::microseconds time, Scene &scene, std::mt19937 &random)
{
    scene.start(QString::fromLatin1(chore.name), {QStringLiteral("--chore")});
    scene.begin();
    std::this_thread::sleep_for(upTo(time + time / 10, random));
    return checkAftermath(chore, scene, Said(scene.kill()));
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
    return {time, need(client.app().staff().count(kUnit, {}), "count")};
}

std::string runSync(Scene &scene, const Download &undisturbed, std::mt19937 &random)
{
    scene.start(QStringLiteral("sync"));
    scene.begin();
    std::this_thread::sleep_for(upTo(undisturbed.time, random));
    scene.kill();
    return checkSync(scene, undisturbed.people);
}

}  // namespace campaign
