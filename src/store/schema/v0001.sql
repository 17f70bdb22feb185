-- Version 1. Money is in 分, months are year*12+month-1, days and instants are ISO 8601 text (instants in UTC).
-- Everything hangs on unit.registration_id (登记序号): removing a unit with its data is one DELETE.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  registration_id TEXT PRIMARY KEY,
  tax_number TEXT NOT NULL,
  name TEXT NOT NULL,
  unit_type INTEGER NOT NULL,
  state INTEGER NOT NULL,
  mode INTEGER NOT NULL,
  authority_code TEXT NOT NULL,
  authority_name TEXT NOT NULL,
  region TEXT NOT NULL,
  region_name TEXT NOT NULL,
  address TEXT NOT NULL,
  contact TEXT NOT NULL,
  listed INTEGER NOT NULL DEFAULT 1,     -- 0: removed from 单位管理, data kept (L6)
  last_login TEXT NOT NULL DEFAULT '',
  synced_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_insurance (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  position INTEGER NOT NULL,
  unit_number TEXT NOT NULL,
  insurance TEXT NOT NULL,
  insurance_name TEXT NOT NULL,
  agency_code TEXT NOT NULL,
  agency_name TEXT NOT NULL,
  state INTEGER NOT NULL,
  from_month INTEGER NOT NULL,
  to_month INTEGER,
  PRIMARY KEY (registration_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_pack (
  registration_id TEXT PRIMARY KEY REFERENCES unit ON DELETE CASCADE,
  etag TEXT NOT NULL,
  body TEXT NOT NULL,                    -- as the tax side sent it
  fetched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where a pull stands. cursor <> '' means it was cut off and resumes there.
CREATE TABLE sync_state (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  stream TEXT NOT NULL,
  cursor TEXT NOT NULL DEFAULT '',
  since INTEGER NOT NULL DEFAULT 0,      -- of the walk under way
  generation INTEGER NOT NULL DEFAULT 0, -- rows of a full walk carry it; older ones are gone when it ends
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  sequence INTEGER NOT NULL DEFAULT 0,   -- of the last finished walk, 0: never finished
  synced_at TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (registration_id, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  id TEXT NOT NULL,
  person_number TEXT NOT NULL,
  unit_number TEXT NOT NULL,
  name TEXT NOT NULL,
  document_type TEXT NOT NULL,
  document_number TEXT NOT NULL,
  department TEXT NOT NULL,
  state INTEGER NOT NULL,
  wage INTEGER,
  generation INTEGER NOT NULL,
  PRIMARY KEY (registration_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_by_person_number ON staff (registration_id, person_number);
CREATE INDEX staff_by_name ON staff (registration_id, name);
CREATE INDEX staff_by_document ON staff (registration_id, document_number);
CREATE INDEX staff_by_state ON staff (registration_id, state, wage);

CREATE TABLE staff_insurance (
  registration_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  insurance TEXT NOT NULL,
  insurance_name TEXT NOT NULL,
  state INTEGER NOT NULL,
  from_month INTEGER NOT NULL,
  to_month INTEGER,
  wage INTEGER,
  base INTEGER,
  PRIMARY KEY (registration_id, staff_id, insurance),
  FOREIGN KEY (registration_id, staff_id) REFERENCES staff ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What the clerk is preparing, one row per committed line (W9). insurance '' means all of them (W11).
CREATE TABLE wage_draft (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  insurance TEXT NOT NULL,
  position INTEGER NOT NULL,
  new_wage INTEGER,
  effective_month INTEGER,
  PRIMARY KEY (registration_id, kind, staff_id, insurance)
) STRICT, WITHOUT ROWID;

-- The outbox and the record pages in one: everything pushed to the tax side, and what other channels declared there.
CREATE TABLE submission (
  id TEXT PRIMARY KEY,                   -- UUID, also the resource id at the tax side
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  state INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  variant TEXT NOT NULL,
  target_id TEXT NOT NULL,
  payload TEXT NOT NULL,                 -- the exact body; '' when another channel sent it
  payload_hash TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  headcount INTEGER NOT NULL,
  total INTEGER NOT NULL,
  paid TEXT NOT NULL,
  reference TEXT NOT NULL,
  created_at TEXT NOT NULL,
  settled_at TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  reason_text TEXT NOT NULL,
  request_id TEXT NOT NULL,              -- of the last attempt
  detail TEXT NOT NULL DEFAULT ''        -- what only its kind has (a voucher's head), JSON
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_by_unit ON submission (registration_id, kind, created_at);

CREATE TABLE submission_item (
  submission_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,                     -- assessment id or arrear id
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
  headcount INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  state INTEGER NOT NULL,
  reason_code TEXT NOT NULL,
  reason_text TEXT NOT NULL,
  tax_receipt TEXT NOT NULL,
  PRIMARY KEY (submission_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_item_by_key ON submission_item (key);

CREATE TABLE wage_line (
  submission_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
  position INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  insurance TEXT NOT NULL,
  name TEXT NOT NULL,
  document_type TEXT NOT NULL,
  document_number TEXT NOT NULL,
  old_wage INTEGER,
  wage INTEGER NOT NULL,
  effective_month INTEGER,
  reason_code TEXT NOT NULL,
  reason_text TEXT NOT NULL,
  PRIMARY KEY (submission_id, position)
) STRICT, WITHOUT ROWID;

-- The last answers, kept so that they stay visible with their age when the tax side cannot be reached (F3).
CREATE TABLE fee_assessment (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  position INTEGER NOT NULL,
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
  special_kind TEXT NOT NULL,
  headcount INTEGER NOT NULL,
  has_persons INTEGER NOT NULL,
  wage_total INTEGER NOT NULL,
  base_total INTEGER NOT NULL,
  rate_ppm INTEGER,
  fixed INTEGER,
  due INTEGER NOT NULL,
  relief INTEGER NOT NULL,
  payable INTEGER NOT NULL,
  declare_by TEXT NOT NULL,
  PRIMARY KEY (registration_id, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE fee_person (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  assessment_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  person_number TEXT NOT NULL,
  name TEXT NOT NULL,
  document_type TEXT NOT NULL,
  document_number TEXT NOT NULL,
  wage INTEGER NOT NULL,
  base INTEGER NOT NULL,
  rate_ppm INTEGER,
  fixed INTEGER,
  due INTEGER NOT NULL,
  relief INTEGER NOT NULL,
  payable INTEGER NOT NULL,
  PRIMARY KEY (registration_id, assessment_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE arrear (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  position INTEGER NOT NULL,
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
  PRIMARY KEY (registration_id, position)
) STRICT, WITHOUT ROWID;
