-- Version 6.

-- 通知公告 (N1-N4), see store/notice_table.h. One notice is addressed to many units, and read once: an agency with 200 units is not
-- shown it 200 times. `body` is what domain::safeText() made of it, never what arrived.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  published_at TEXT NOT NULL,
  valid_until TEXT NOT NULL DEFAULT '',  -- '': no end
  importance INTEGER NOT NULL,
  pop_up INTEGER NOT NULL,
  body TEXT NOT NULL,
  cut INTEGER NOT NULL DEFAULT 0,
  is_read INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_unit (
  registration_id TEXT NOT NULL REFERENCES unit ON DELETE CASCADE,
  id TEXT NOT NULL REFERENCES notice ON DELETE CASCADE,
  PRIMARY KEY (registration_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_unit_by_id ON notice_unit (id);
