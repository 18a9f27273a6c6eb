-- schema-2.sql: a region file, from version 1 to 2: what undoing and history need
--
-- SPDX-License-Identifier: EUPL-1.2

-- The rows that undoing an import took out of the file, so that it can be redone: batches of rows in JSON, compressed (gzip), under
-- the digest of their record.
CREATE TABLE audit_removed (
  id            INTEGER PRIMARY KEY,
  record_id     INTEGER NOT NULL REFERENCES audit_record DEFERRABLE INITIALLY DEFERRED,
  sequence      INTEGER NOT NULL CHECK (sequence >= 1),
  table_name    TEXT NOT NULL,
  n_rows        INTEGER NOT NULL CHECK (n_rows > 0),
  data          BLOB NOT NULL,
  UNIQUE (record_id, sequence)
) STRICT;
CREATE TRIGGER audit_removed_no_update BEFORE UPDATE ON audit_removed
BEGIN SELECT raise (ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_removed_no_delete BEFORE DELETE ON audit_removed
BEGIN SELECT raise (ABORT, 'the audit trail is never deleted'); END;

-- What an import added is found by its ranges alone: its record holds them too (ps-verify.c compares them).
CREATE TRIGGER import_run_no_update BEFORE UPDATE ON import_run
BEGIN SELECT raise (ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER import_run_no_delete BEFORE DELETE ON import_run
BEGIN SELECT raise (ABORT, 'the audit trail is never deleted'); END;
CREATE TRIGGER import_range_no_update BEFORE UPDATE ON import_range
BEGIN SELECT raise (ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER import_range_no_delete BEFORE DELETE ON import_range
BEGIN SELECT raise (ABORT, 'the audit trail is never deleted'); END;

-- Ids are never used twice: the highest that a table ever had is asked for with each new row.
CREATE INDEX import_range_table ON import_range (table_name, last_row);

-- What a user can undo is looked for among their own records, the last ones first.
CREATE INDEX audit_record_actor ON audit_record (actor, id);

-- A decision's provider is its line's, and follows it where an assignment goes over to another provider.
DROP TRIGGER line_decision_no_update;
CREATE TRIGGER line_decision_no_update BEFORE UPDATE OF id, line_id, decision, reason, decided_by, decided_at ON line_decision
BEGIN SELECT raise (ABORT, 'a decision is never changed: add another'); END;

-- A code that a provider had, and has again after a while.
ALTER TABLE provider_agb RENAME TO provider_agb_1;
DROP INDEX provider_agb_provider;
CREATE TABLE provider_agb (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  agb           TEXT NOT NULL CHECK (agb <> ''),
  valid_from    INTEGER,
  valid_to      INTEGER,
  CHECK (valid_to >= valid_from)
) STRICT;
INSERT INTO provider_agb (id, provider_id, agb, valid_from, valid_to)
SELECT id, provider_id, agb, valid_from, valid_to FROM provider_agb_1;
DROP TABLE provider_agb_1;
CREATE UNIQUE INDEX provider_agb_key ON provider_agb (agb, provider_id, ifnull (valid_from, -2147483648));
CREATE INDEX provider_agb_provider ON provider_agb (provider_id);
