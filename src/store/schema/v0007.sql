-- Version 7: which people belong to a pre-processed total that no longer waits (FeeTable keeps them for 对账).
ALTER TABLE assessed_fee ADD COLUMN assessment_id TEXT NOT NULL DEFAULT '';
UPDATE assessed_fee SET assessment_id = coalesce((SELECT w.id FROM fee_assessment w
  WHERE w.registration_id = assessed_fee.registration_id AND w.notice_number = assessed_fee.notice_number), '');
