-- Version 2.

-- What updates changed (E4), newest last, written in the transaction of the page that brought it. before and after are
-- kept as domain::StaffChange says. Bounded: store/staff_change_table.h.
CREATE TABLE staff_change (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  name TEXT NOT NULL,
  document_type TEXT NOT NULL,
  document_number TEXT NOT NULL,
  field INTEGER NOT NULL,
  insurance_name TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (registration_id, number)
) STRICT, WITHOUT ROWID;

-- Quick search, see store/staff_search.h: texts of a thousand people in a row, by kind of text (0: id and person_number,
-- 1: name, 2: initials, 3: document_number). A person's line has the same place in all four.
CREATE TABLE staff_search (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  section INTEGER NOT NULL,
  block INTEGER NOT NULL,
  lines BLOB NOT NULL,
  PRIMARY KEY (registration_id, section, block)
) STRICT;
ALTER TABLE staff ADD COLUMN block INTEGER NOT NULL DEFAULT 0;

-- Names are searched and sorted by these texts. Their index, and the one by wage, were what a first download waited for:
-- every page of a thousand people rewrote a thousand places all over each of them. Document numbers keep theirs: an import
-- looks up every row by it.
DROP INDEX staff_by_name;
DROP INDEX staff_by_state;
CREATE INDEX staff_by_state ON staff (registration_id, state);
CREATE INDEX staff_without_wage ON staff (registration_id, state) WHERE wage IS NULL;
