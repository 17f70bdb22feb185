-- Version 4: 查询统计 (manual 3.1.8) and what 对账 compares.

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
