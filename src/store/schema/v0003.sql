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

-- 查询统计 (manual 3.1.8) and what 对账 compares.

-- 职工缴费基数; generation as with staff.
CREATE TABLE contribution_base (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  staff_id TEXT NOT NULL,
  insurance TEXT NOT NULL,
  insurance_name TEXT NOT NULL,
  person_number TEXT NOT NULL,
  unit_number TEXT NOT NULL,
  wage INTEGER,
  base INTEGER NOT NULL,
  from_month INTEGER NOT NULL,
  to_month INTEGER,
  generation INTEGER NOT NULL,
  PRIMARY KEY (registration_id, staff_id, insurance)
) STRICT, WITHOUT ROWID;

-- 应缴: as arrear, but of whole months and whatever became of it.
CREATE TABLE payable (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  id TEXT NOT NULL,
  notice_number TEXT NOT NULL,
  unit_number TEXT NOT NULL,
  agency_code TEXT NOT NULL,
  agency_name TEXT NOT NULL,
  collection_code TEXT NOT NULL,
  collection_name TEXT NOT NULL,
  category_code TEXT NOT NULL,
  category_name TEXT NOT NULL,
  subcategory TEXT NOT NULL,
  period_from INTEGER NOT NULL,
  period_to INTEGER NOT NULL,
  authority_name TEXT NOT NULL,
  due INTEGER NOT NULL,
  late_fee INTEGER NOT NULL,
  total INTEGER NOT NULL,
  pay_by TEXT NOT NULL,
  hold INTEGER NOT NULL,
  PRIMARY KEY (registration_id, id)
) STRICT, WITHOUT ROWID;

-- 到账
CREATE TABLE receipt (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  id TEXT NOT NULL,
  notice_number TEXT NOT NULL,
  unit_number TEXT NOT NULL,
  agency_code TEXT NOT NULL,
  agency_name TEXT NOT NULL,
  collection_code TEXT NOT NULL,
  collection_name TEXT NOT NULL,
  category_code TEXT NOT NULL,
  category_name TEXT NOT NULL,
  subcategory TEXT NOT NULL,
  period_from INTEGER NOT NULL,
  period_to INTEGER NOT NULL,
  authority_name TEXT NOT NULL,
  tax_receipt TEXT NOT NULL,
  amount INTEGER NOT NULL,
  late_fee INTEGER NOT NULL,
  paid_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (registration_id, id)
) STRICT, WITHOUT ROWID;

-- Each pre-processed total as it was last seen: fee_assessment forgets it as soon as it is declared.
CREATE TABLE assessed_fee (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  notice_number TEXT NOT NULL,
  unit_number TEXT NOT NULL,
  agency_code TEXT NOT NULL,
  agency_name TEXT NOT NULL,
  collection_code TEXT NOT NULL,
  collection_name TEXT NOT NULL,
  category_code TEXT NOT NULL,
  category_name TEXT NOT NULL,
  subcategory TEXT NOT NULL,
  period_from INTEGER NOT NULL,
  period_to INTEGER NOT NULL,
  authority_name TEXT NOT NULL,
  payable INTEGER NOT NULL,
  declare_by TEXT NOT NULL,
  PRIMARY KEY (registration_id, notice_number)
) STRICT, WITHOUT ROWID;
INSERT INTO assessed_fee SELECT registration_id, notice_number, unit_number, agency_code, agency_name, collection_code,
  collection_name, category_code, category_name, subcategory, period_from, period_to, authority_name, payable, declare_by
  FROM fee_assessment WHERE true
  ON CONFLICT (registration_id, notice_number) DO NOTHING;
