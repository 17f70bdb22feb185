#include "store/take_over.h"

#include "store/trail_table.h"

#include <utility>
#include <vector>

namespace store {

using base::sqlite::Connection;

namespace {

// Of a submission that both know, the one that has come further is kept: whose history contains the other's. Where neither
// does (two machines), 待提交 < under way < answered < 已作废, 已失效; clocks, which may stand wrong, only decide between equals. Units that only the live file knows come along
// as far as their submissions need them; what else belongs to them, the next sync brings. Documents that were handed out
// stay handed out. Wages that were submitted since stand in no draft any more, as after their submission, but for those the
// tax side refused (state 6 is 申报失败; a line has a reason): nothing else keeps wages from being submitted twice. How this
// machine is set up is not a backup's to say: its password, its proxy, its own backups.
const char *const kTakeOver = R"(
CREATE TEMP TABLE taken AS
  SELECT s.id FROM live.submission s LEFT JOIN main.submission m ON m.id = s.id
  WHERE m.id IS NULL
    OR NOT EXISTS (SELECT number, at, state FROM main.submission_event WHERE submission_id = s.id
                   EXCEPT SELECT number, at, state FROM live.submission_event WHERE submission_id = s.id)
    OR (EXISTS (SELECT number, at, state FROM live.submission_event WHERE submission_id = s.id
                EXCEPT SELECT number, at, state FROM main.submission_event WHERE submission_id = s.id)
        AND (CASE WHEN s.state = 0 THEN 0 WHEN s.state < 4 THEN 1 WHEN s.state < 8 THEN 2 ELSE 3 END,
             (SELECT max(at) FROM live.submission_event WHERE submission_id = s.id))
         >= (CASE WHEN m.state = 0 THEN 0 WHEN m.state < 4 THEN 1 WHEN m.state < 8 THEN 2 ELSE 3 END,
             (SELECT max(at) FROM main.submission_event WHERE submission_id = s.id)));
CREATE TEMP TABLE new_unit AS SELECT DISTINCT registration_id FROM live.submission
  WHERE registration_id NOT IN (SELECT registration_id FROM main.unit);
INSERT INTO main.unit SELECT * FROM live.unit WHERE registration_id IN (SELECT registration_id FROM new_unit);
INSERT INTO main.unit_insurance SELECT * FROM live.unit_insurance WHERE registration_id IN (SELECT registration_id FROM new_unit);
INSERT INTO main.rule_pack SELECT * FROM live.rule_pack WHERE registration_id IN (SELECT registration_id FROM new_unit);
DELETE FROM main.wage_draft WHERE (registration_id, kind, staff_id, insurance) IN (
  SELECT s.registration_id, s.variant = 'annual', l.staff_id, l.insurance
  FROM live.submission s JOIN live.wage_line l ON l.submission_id = s.id
  WHERE s.kind = 0 AND s.state <> 6 AND l.reason_code = '' AND s.id NOT IN (SELECT id FROM main.submission));
DELETE FROM main.submission WHERE id IN (SELECT id FROM taken);
INSERT INTO main.submission SELECT * FROM live.submission WHERE id IN (SELECT id FROM taken);
DELETE FROM main.submission_event WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.submission_event SELECT * FROM live.submission_event WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.submission_item SELECT * FROM live.submission_item WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.wage_line SELECT * FROM live.wage_line WHERE submission_id IN (SELECT id FROM taken);
INSERT OR IGNORE INTO main.certificate SELECT * FROM live.certificate
  WHERE registration_id IN (SELECT registration_id FROM main.unit);
DELETE FROM main.setting WHERE key GLOB 'lock.*' OR key GLOB 'proxy.*' OR key GLOB 'backup/*';
INSERT OR REPLACE INTO main.setting SELECT * FROM live.setting;
DROP TABLE taken;
DROP TABLE new_unit;
)";

// 操作日志 is this machine's as well as the backup's: what only the live chain tells is put behind the restored one, by
// the same hashes where the backup is an earlier state of it.
const char *const kTakeOverTrail = R"(
CREATE TEMP TABLE joint AS SELECT u.registration_id,
    coalesce((SELECT max(l.number) FROM live.trail l JOIN main.trail m ON m.registration_id = l.registration_id
      AND m.number = l.number AND m.hash = l.hash WHERE l.registration_id = u.registration_id), 0) AS common,
    coalesce((SELECT max(m.number) FROM main.trail m WHERE m.registration_id = u.registration_id), 0) AS last
  FROM (SELECT DISTINCT registration_id FROM live.trail) u;
INSERT INTO main.trail (registration_id, number, at, event, subject, facts, operator)
  SELECT l.registration_id, l.number - j.common + j.last, l.at, l.event, l.subject, l.facts, l.operator
  FROM joint j JOIN live.trail l ON l.registration_id = j.registration_id AND l.number > j.common
  ORDER BY l.registration_id, l.number;
DROP TABLE joint;
)";

// What the tax side has changed since is not known here: the next update of every list begins from the start.
const char *const kForgetCursors = "UPDATE main.sync_state SET cursor = '', sequence = 0, done = 0";

// 待提交 says that it is provably not at the tax side, and a backup cannot know that: it may have been sent after the backup
// was made. Only this machine's own file can.
const char *const kDoubt = "UPDATE main.submission SET state = 2, reason_code = 'outbox.restored', reason_text = ''"
                           " WHERE state = 0 AND payload <> ''";
const char *const kNotLive = " AND id NOT IN (SELECT id FROM live.submission)";

}  // namespace

// Without the triggers that would tell it as if it happened now.
void takeOverRows(Connection &staged)
{
    std::vector<std::pair<QByteArray, QByteArray>> tellers;
    auto row = staged.query("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'"
                            " AND name IN ('trail_submission', 'trail_submission_gone', 'trail_document')");
    while (row.next())
        tellers.emplace_back(row.text(0).toUtf8(), row.text(1).toUtf8());
    row.reset();
    for (const auto &[name, sql] : tellers)
        staged.script("DROP TRIGGER main." + name);
    staged.script(kTakeOver);
    staged.script(kTakeOverTrail);
    staged.script(kForgetCursors);
    TrailTable(staged).seal({});
    for (const auto &[name, sql] : tellers)
        staged.script(sql);
    staged.script(QByteArray(kDoubt) + kNotLive);
    TrailTable(staged).seal({});
}

void doubtPending(Connection &staged)
{
    staged.script("BEGIN");
    staged.script(kDoubt);
    TrailTable(staged).seal({});
    staged.script("COMMIT");
}

}  // namespace store
