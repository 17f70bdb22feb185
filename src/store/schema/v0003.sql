-- Version 3.

-- Every state a submission has been in, oldest first. Kept by triggers, so that no way into a state is forgotten; at is the
-- clock of this machine. What came from elsewhere begins with the state it was met in.
CREATE TABLE submission_event (
  submission_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  state INTEGER NOT NULL,
  reason_code TEXT NOT NULL,
  reason_text TEXT NOT NULL,
  PRIMARY KEY (submission_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO submission_event
SELECT id, 1, CASE WHEN settled_at <> '' THEN settled_at ELSE created_at END, state, reason_code, reason_text FROM submission;

CREATE TRIGGER submission_made AFTER INSERT ON submission BEGIN
  INSERT INTO submission_event
  VALUES (NEW.id, 1, CASE WHEN NEW.settled_at <> '' THEN NEW.settled_at ELSE NEW.created_at END, NEW.state,
          NEW.reason_code, NEW.reason_text);
END;

-- 发送中, 待反馈 and 作废中 have no reason of their own: what stands in the row is about the attempt before.
CREATE TRIGGER submission_moved AFTER UPDATE OF state ON submission WHEN OLD.state <> NEW.state BEGIN
  INSERT INTO submission_event
  SELECT NEW.id, count(*) + 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NEW.state,
         CASE WHEN NEW.state IN (1, 3, 7) THEN '' ELSE NEW.reason_code END,
         CASE WHEN NEW.state IN (1, 3, 7) THEN '' ELSE NEW.reason_text END
  FROM submission_event WHERE submission_id = NEW.id;
END;
CREATE INDEX submission_by_target ON submission (target_id) WHERE target_id <> '';
