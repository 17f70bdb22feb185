-- Version 9.

-- 人员明细 that are being downloaded: a walk comes in beside the people who are shown (fee_person) and takes their place when
-- it has ended. What a crash leaves here is removed by the next start.
CREATE TABLE fee_person_coming (
  walk TEXT NOT NULL,
  position INTEGER NOT NULL,
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  assessment_id TEXT NOT NULL,
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
  PRIMARY KEY (walk, position)
) STRICT, WITHOUT ROWID;

-- When the people who are shown were downloaded.
CREATE TABLE fee_person_loaded (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  assessment_id TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  PRIMARY KEY (registration_id, assessment_id)
) STRICT, WITHOUT ROWID;

-- Who pays by a voucher, from which account, as it was printed last.
CREATE TABLE voucher_payer (
  submission_id TEXT PRIMARY KEY REFERENCES submission ON DELETE CASCADE,
  name TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  account TEXT NOT NULL
) STRICT, WITHOUT ROWID;
