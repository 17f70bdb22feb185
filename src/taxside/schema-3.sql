-- Version 3: people put wrong to order in what was declared (taxside/discrepancy.h).
CREATE TABLE person_discrepancy (
    assessment INTEGER NOT NULL, staff INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (assessment, staff)) WITHOUT ROWID;

PRAGMA user_version = 3;
