-- Version 8: 操作日志 (X12), see store/trail_table.h. Rows come by triggers of what they tell about, so that no way past them
-- exists, and get their hash before the transaction ends. There are ids, counts and sums in them, no person. A unit that is
-- removed leaves its trail: registration_id refers to nothing.
CREATE TABLE trail (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  registration_id TEXT NOT NULL,
  number INTEGER NOT NULL,               -- from 1 without a gap within a unit
  at TEXT NOT NULL,
  event INTEGER NOT NULL,                -- domain::TrailEvent
  subject TEXT NOT NULL,                 -- id of the submission, number of the document, name of the list
  facts TEXT NOT NULL,                   -- JSON
  operator TEXT NOT NULL DEFAULT '',
  hash BLOB NOT NULL DEFAULT x'',        -- SHA-256 over the hash before and this row; x'' until the transaction ends
  UNIQUE (registration_id, number)
) STRICT;
CREATE INDEX trail_unsealed ON trail (id) WHERE hash = x'';

CREATE TRIGGER trail_stays BEFORE DELETE ON trail BEGIN
  SELECT RAISE(ABORT, 'the trail is append-only');
END;
CREATE TRIGGER trail_unchanged BEFORE UPDATE ON trail
WHEN OLD.hash <> x'' OR NEW.hash = x'' OR NEW.id IS NOT OLD.id OR NEW.registration_id IS NOT OLD.registration_id
  OR NEW.number IS NOT OLD.number OR NEW.at IS NOT OLD.at OR NEW.event IS NOT OLD.event
  OR NEW.subject IS NOT OLD.subject OR NEW.facts IS NOT OLD.facts
BEGIN
  SELECT RAISE(ABORT, 'the trail is append-only');
END;
CREATE TRIGGER trail_goes_on BEFORE INSERT ON trail
WHEN NEW.hash <> x'' OR EXISTS (SELECT 1 FROM trail WHERE id = NEW.id)
  OR NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM trail WHERE registration_id = NEW.registration_id)
BEGIN
  SELECT RAISE(ABORT, 'the trail is append-only');
END;

-- Every state of every submission. SQLite's own JSON functions are not allowed in triggers here (TRUSTED_SCHEMA is off), so the
-- text is put together; what is foreign in it is escaped.
CREATE TRIGGER trail_submission AFTER INSERT ON submission_event BEGIN
  INSERT INTO trail (registration_id, number, at, event, subject, facts)
  SELECT s.registration_id, (SELECT ifnull(max(number), 0) + 1 FROM trail WHERE registration_id = s.registration_id),
         strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 0, s.id,
         '{"kind":' || s.kind || ',"state":' || NEW.state || ',"channel":' || s.channel || ',"variant":"' || s.variant
         || '","items":' || s.item_count || ',"people":' || s.headcount || ',"fen":' || s.total
         || ',"payload":"' || s.payload_hash
         || '","target":"' || replace(replace(replace(s.target_id, '\', '\\'), '"', '\"'), char(10), '\n')
         || '","reason":"' || replace(replace(replace(NEW.reason_code, '\', '\\'), '"', '\"'), char(10), '\n')
         || '","request":"' || replace(replace(replace(s.request_id, '\', '\\'), '"', '\"'), char(10), '\n') || '"}'
  FROM submission s WHERE s.id = NEW.submission_id;
END;
-- Withdrawn before it left, or removed with all data of its unit.
CREATE TRIGGER trail_submission_gone AFTER DELETE ON submission BEGIN
  INSERT INTO trail (registration_id, number, at, event, subject, facts)
  SELECT OLD.registration_id, (SELECT ifnull(max(number), 0) + 1 FROM trail WHERE registration_id = OLD.registration_id),
         strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 1, OLD.id,
         '{"kind":' || OLD.kind || ',"state":' || OLD.state || ',"variant":"' || OLD.variant || '","items":' || OLD.item_count
         || ',"people":' || OLD.headcount || ',"fen":' || OLD.total || '}';
END;
CREATE TRIGGER trail_document AFTER INSERT ON certificate BEGIN
  INSERT INTO trail (registration_id, number, at, event, subject, facts)
  SELECT NEW.registration_id, (SELECT ifnull(max(number), 0) + 1 FROM trail WHERE registration_id = NEW.registration_id),
         strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 4, NEW.number, '{"document":' || NEW.kind || ',"fen":' || NEW.total || '}';
END;
