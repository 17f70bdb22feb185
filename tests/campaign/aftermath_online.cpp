#include "campaign/aftermath.h"

#include "store/sync_table.h"

namespace campaign {

using domain::Submission;
using domain::SubmissionState;

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

namespace {

/// The state on disk right after the kill, and what the next start must make of it.
void checkReopened(Client &client, const std::vector<Submission> &left)
{
    const bool sending = !left.empty() && left.front().state == SubmissionState::Sending;
    const auto unanswered = need(client.app().home().waiting(kUnit), "waiting").unanswered.size();
    const bool unknown = sending || (!left.empty() && left.front().state == SubmissionState::Unknown);
    expect(unanswered == (unknown ? 1 : 0), "the home page says that " + std::to_string(unanswered) + " are 结果未知");
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

}  // namespace

std::string checkSubmission(const Flow &flow, Scene &scene)
{
    const auto left = scene.stored(flow.kind);
    expect(left.size() <= 1, "one submission at most");
    if (!left.empty() && left.front().state == SubmissionState::Pending)
        expect(!scene.ledgerHas(flow.ledger, left.front().id), "what was sent is not 待提交");
    scene.reopenGate();
    auto client = scene.client();
    scene.checkIntegrity();
    checkReopened(client, left);
    client.logIn(kPassword);
    if (!left.empty() && left.front().state != SubmissionState::Succeeded) {
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

std::string checkSync(Scene &scene, qint64 people)
{
    store::SyncState left;
    {
        const auto connection = beside(scene.data(), base::sqlite::Access::ReadOnly);
        left = store::SyncTable(*connection).state(kUnit, QStringLiteral("staff"));
    }
    auto client = scene.client();
    scene.checkIntegrity();
    const auto before = need(client.app().staff().overview(kUnit), "overview");
    expect(before.interrupted == !left.cursor.isEmpty(), "the client knows that it was cut off");
    expect(need(client.app().staff().count(kUnit, {}), "count") == left.done, "people and cursor were committed together");
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
    const auto there = need(client.app().staff().count(kUnit, {}), "count");
    expect(there == people && !after.interrupted, "people in the end: " + std::to_string(there));
    scene.checkIntegrity();
    return left.syncedAt.isValid() ? "complete" : left.cursor.isEmpty() ? "nothing yet" : "cut off";
}

}  // namespace campaign
