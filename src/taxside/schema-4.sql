-- Version 4: ids of submissions that were withdrawn before they arrived; a late copy of one is refused.
CREATE TABLE withdrawal (
    registration INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (registration, kind, id)) WITHOUT ROWID;

PRAGMA user_version = 4;
