-- Version 2: the treasury's own book of what was paid. A receipt names its fee by the assessment, not by the arrear, so that
-- the two books can disagree, as they do in the world (taxside/discrepancy.h). received_at lies ahead until the money is in.
CREATE TABLE receipt (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, registration INTEGER NOT NULL, assessment INTEGER NOT NULL,
    number TEXT NOT NULL, amount INTEGER NOT NULL, late_fee INTEGER NOT NULL, paid_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL);
CREATE INDEX receipt_by_assessment ON receipt (assessment);
CREATE INDEX assessment_by_period ON assessment (registration, period_to, key);
CREATE INDEX arrear_by_assessment ON arrear (assessment);

-- What was paid while there was no such book.
INSERT INTO receipt (id, registration, assessment, number, amount, late_fee, paid_at, received_at)
    SELECT 'R' || a.key, a.registration, a.assessment, coalesce(i.receipt, ''), a.due, coalesce(i.amount - a.due, 0),
           a.paid_at, a.paid_at
    FROM arrear a LEFT JOIN settlement_item i ON i.arrear = a.key AND i.status = 'paid' WHERE a.state = 'paid';

PRAGMA user_version = 2;
