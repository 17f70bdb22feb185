-- The reference tax side's books. Months are year*12+month-1, money is fen, instants are milliseconds since 1970.
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE registration (
    key INTEGER PRIMARY KEY, registration_id TEXT NOT NULL UNIQUE, tax_number TEXT NOT NULL, name TEXT NOT NULL,
    unit_type TEXT NOT NULL, authority_code TEXT NOT NULL, authority_name TEXT NOT NULL, pack TEXT NOT NULL,
    address TEXT NOT NULL, contact TEXT NOT NULL,
    sequence INTEGER NOT NULL, next_staff INTEGER NOT NULL,
    month INTEGER NOT NULL,                 -- the last one that was pre-processed
    password_salt BLOB, password_hash BLOB, -- NULL: the initial password, which the unit numbers give away anyway
    wrong_tries INTEGER NOT NULL DEFAULT 0);

CREATE TABLE unit_insurance (
    registration INTEGER NOT NULL REFERENCES registration, position INTEGER NOT NULL, insurance TEXT NOT NULL,
    unit_number TEXT NOT NULL, agency_code TEXT NOT NULL, agency_name TEXT NOT NULL, from_month INTEGER NOT NULL,
    PRIMARY KEY (registration, position)) WITHOUT ROWID;

CREATE TABLE agreement (
    registration INTEGER NOT NULL REFERENCES registration, number TEXT NOT NULL, bank_name TEXT NOT NULL,
    clearing_number TEXT NOT NULL, account_masked TEXT NOT NULL, account_name TEXT NOT NULL,
    from_day TEXT NOT NULL, to_day TEXT NOT NULL, verified INTEGER NOT NULL,
    PRIMARY KEY (registration, number)) WITHOUT ROWID;

CREATE TABLE notice (
    key INTEGER PRIMARY KEY, region TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL,
    published_at INTEGER NOT NULL, valid_until INTEGER, importance INTEGER NOT NULL, pop_up INTEGER NOT NULL,
    html TEXT NOT NULL);

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY, registration INTEGER NOT NULL REFERENCES registration, expires_at INTEGER NOT NULL,
    must_change INTEGER NOT NULL) WITHOUT ROWID;

-- One row per (person, unit number). Ids of a registration lie in a range of their own. `cover` has a bit for each of
-- the unit's insurances; `wages` overrides `wage` per insurance, as `110=500000;310=480000`.
CREATE TABLE staff (
    id INTEGER PRIMARY KEY, registration INTEGER NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    person_number TEXT NOT NULL, unit_number TEXT NOT NULL, name TEXT NOT NULL, document_type TEXT NOT NULL,
    document_number TEXT NOT NULL, department TEXT NOT NULL, state INTEGER NOT NULL, wage INTEGER,
    wages TEXT NOT NULL DEFAULT '', cover INTEGER NOT NULL, from_month INTEGER NOT NULL, to_month INTEGER);
CREATE INDEX staff_by_seq ON staff (registration, seq, id);

-- Rows that were superseded: valid for seq <= snapshot < until_seq. They keep a walk of pages and the people of a
-- declared total as they were.
CREATE TABLE staff_version (
    id INTEGER NOT NULL, registration INTEGER NOT NULL, seq INTEGER NOT NULL, until_seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL, person_number TEXT NOT NULL, unit_number TEXT NOT NULL, name TEXT NOT NULL,
    document_type TEXT NOT NULL, document_number TEXT NOT NULL, department TEXT NOT NULL, state INTEGER NOT NULL,
    wage INTEGER, wages TEXT NOT NULL, cover INTEGER NOT NULL, from_month INTEGER NOT NULL, to_month INTEGER,
    PRIMARY KEY (id, seq)) WITHOUT ROWID;
CREATE INDEX staff_version_by_seq ON staff_version (registration, seq, id);

CREATE TABLE wage_pending (
    key INTEGER PRIMARY KEY, registration INTEGER NOT NULL, staff INTEGER NOT NULL, insurance TEXT NOT NULL,
    wage INTEGER NOT NULL, month INTEGER NOT NULL);

-- `snapshot` is the roster sequence its totals stand for; `holder` the submission that declared it and still stands.
CREATE TABLE assessment (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, registration INTEGER NOT NULL, insurance TEXT NOT NULL,
    side TEXT NOT NULL, kind TEXT NOT NULL, special_kind TEXT NOT NULL DEFAULT '', notice_number TEXT NOT NULL UNIQUE,
    unit_number TEXT NOT NULL, agency_code TEXT NOT NULL, agency_name TEXT NOT NULL, item_code TEXT NOT NULL,
    item_name TEXT NOT NULL, category_code TEXT NOT NULL, category_name TEXT NOT NULL, subcategory TEXT NOT NULL,
    period_from INTEGER NOT NULL, period_to INTEGER NOT NULL, authority_name TEXT NOT NULL,
    headcount INTEGER NOT NULL, has_persons INTEGER NOT NULL, wage_total INTEGER NOT NULL, base_total INTEGER NOT NULL,
    rate_ppm INTEGER, fixed INTEGER, payable INTEGER NOT NULL, declare_by TEXT NOT NULL, snapshot INTEGER NOT NULL,
    holder INTEGER);
CREATE INDEX assessment_by_registration ON assessment (registration, kind, key);

CREATE TABLE special_person (
    assessment INTEGER NOT NULL, staff INTEGER NOT NULL, wage INTEGER NOT NULL, base INTEGER NOT NULL,
    due INTEGER NOT NULL, PRIMARY KEY (assessment, staff)) WITHOUT ROWID;

-- Everything that was PUT: wage, fee, fee-voiding, payment, voucher, voucher-voiding. Ids are a registration's own.
CREATE TABLE submission (
    key INTEGER PRIMARY KEY, registration INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, hash BLOB NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 1, status TEXT NOT NULL, variant TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT 'client', submitted_at INTEGER NOT NULL, day TEXT NOT NULL, due_at INTEGER,
    settled_at INTEGER, reason_code TEXT NOT NULL DEFAULT '', reason_text TEXT NOT NULL DEFAULT '', target INTEGER,
    reference TEXT NOT NULL DEFAULT '', total INTEGER NOT NULL DEFAULT 0, line_count INTEGER NOT NULL DEFAULT 0,
    pay_before TEXT NOT NULL DEFAULT '', UNIQUE (registration, kind, id));
CREATE INDEX submission_due ON submission (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX submission_by_day ON submission (registration, kind, day, key);

CREATE TABLE wage_line (
    submission INTEGER NOT NULL, position INTEGER NOT NULL, staff TEXT NOT NULL, insurance TEXT NOT NULL,
    wage INTEGER NOT NULL, month INTEGER, code TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (submission, position)) WITHOUT ROWID;

CREATE TABLE declaration_item (
    submission INTEGER NOT NULL, position INTEGER NOT NULL, assessment INTEGER NOT NULL, headcount INTEGER NOT NULL,
    payable INTEGER NOT NULL, PRIMARY KEY (submission, position)) WITHOUT ROWID;

-- state: open, in-payment, in-voucher, paid, removed. `holder` is the payment or voucher that holds or paid it.
CREATE TABLE arrear (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, registration INTEGER NOT NULL, assessment INTEGER NOT NULL,
    declaration INTEGER NOT NULL, due INTEGER NOT NULL, pay_by TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open',
    holder INTEGER, paid_at INTEGER);
CREATE INDEX arrear_by_registration ON arrear (registration, key);
CREATE INDEX arrear_by_declaration ON arrear (declaration);

-- Items of payments and vouchers. status: pending, paid, failed (payments); voucher items stay pending until paid.
CREATE TABLE settlement_item (
    submission INTEGER NOT NULL, position INTEGER NOT NULL, arrear INTEGER NOT NULL, amount INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'pending', code TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '',
    receipt TEXT NOT NULL DEFAULT '', due_at INTEGER, PRIMARY KEY (submission, position)) WITHOUT ROWID;

PRAGMA user_version = 1;
