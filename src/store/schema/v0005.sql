-- Version 5.

-- 社保费申报明细 (Q3), see store/declared_table.h. An item is what was declared of one 征集通知流水号; its people come in pages.
-- state 0: of a walk that has not ended, not shown; 1: shown; 2: replaced by a newer walk, its people are being removed.
CREATE TABLE declared_item (
  key INTEGER PRIMARY KEY,
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  walk INTEGER NOT NULL,
  state INTEGER NOT NULL,
  declaration_id TEXT NOT NULL,
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
  received INTEGER NOT NULL,
  people INTEGER NOT NULL DEFAULT 0,   -- and the sums of theirs, so that a total reads no people
  due INTEGER NOT NULL DEFAULT 0,
  relief INTEGER NOT NULL DEFAULT 0,
  payable INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX declared_item_by_walk ON declared_item (registration_id, walk, notice_number);

-- Who was ever declared. `identity` is the same for the same person whatever was corrected in the name meanwhile.
CREATE TABLE declared_who (
  key INTEGER PRIMARY KEY,
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  identity TEXT NOT NULL,
  person_number TEXT NOT NULL,
  name TEXT NOT NULL,
  document_type TEXT NOT NULL,
  document_number TEXT NOT NULL,
  UNIQUE (registration_id, identity, person_number, name)
) STRICT;

-- position counts from 0 without gaps: a window is a range of the primary key.
CREATE TABLE declared_person (
  item INTEGER NOT NULL REFERENCES declared_item ON DELETE CASCADE,
  position INTEGER NOT NULL,
  who INTEGER NOT NULL REFERENCES declared_who ON DELETE CASCADE,
  wage INTEGER NOT NULL,
  base INTEGER NOT NULL,
  rate_ppm INTEGER,
  fixed INTEGER,
  due INTEGER NOT NULL,
  relief INTEGER NOT NULL,
  payable INTEGER NOT NULL,
  PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX declared_person_by_who ON declared_person (who, item);

-- Which months were fetched, and when: a certificate over months that are not here would be wrong without looking it.
CREATE TABLE declared_month (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  month INTEGER NOT NULL,
  synced_at TEXT NOT NULL,
  PRIMARY KEY (registration_id, month)
) STRICT, WITHOUT ROWID;

-- Documents that were handed out (C1, C2), as they were: `form` is what office/form.h encodes. The same contents on the same
-- day are the same document.
CREATE TABLE certificate (
  number TEXT PRIMARY KEY,
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  period_from INTEGER NOT NULL,
  period_to INTEGER NOT NULL,
  total INTEGER NOT NULL,
  issued_at TEXT NOT NULL,
  issued_day TEXT NOT NULL,
  digest BLOB NOT NULL,
  form BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_by_day ON certificate (registration_id, issued_day, issued_at);
CREATE INDEX certificate_by_digest ON certificate (registration_id, digest, issued_day);
