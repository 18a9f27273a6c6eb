-- schema-3.sql: a region file, from version 2 to 3: settlements that are kept, with their documents
--
-- SPDX-License-Identifier: EUPL-1.2

-- No program of version 2 wrote settlements or production statements: their tables are made anew.
DROP TABLE settlement_signal;
DROP TABLE settlement_line;
DROP TABLE settlement_band;
DROP TABLE settlement_scope;
DROP TABLE settlement;
DROP TABLE production_statement;

-- ---------------------------------------------------------------- production statements

CREATE TABLE production_statement (
  id             INTEGER PRIMARY KEY,
  provider_id    INTEGER NOT NULL REFERENCES provider,
  year           INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
  stated_cents   INTEGER,
  received_on    INTEGER,
  certified      INTEGER NOT NULL DEFAULT 0 CHECK (certified BETWEEN 0 AND 2),     -- not, by the board, by an auditor
  certified_on   INTEGER,
  explanation    TEXT,
  CHECK ((certified = 0) = (certified_on IS NULL)),
  CHECK ((stated_cents IS NULL) = (received_on IS NULL)),
  UNIQUE (provider_id, year)
) STRICT;
CREATE TRIGGER production_statement_no_delete BEFORE DELETE ON production_statement
BEGIN SELECT raise (ABORT, 'a production statement is never deleted: empty it'); END;

-- Days are of the year after; a year without rows has the month and day of the last one's before it.
INSERT INTO yearly_limit (year, limit_key, day) VALUES (2020, 'statement_due', 18687), (2020, 'certified_due', 18718);

-- ---------------------------------------------------------------- settlements

CREATE TABLE settlement (
  id                   INTEGER PRIMARY KEY,
  provider_id          INTEGER NOT NULL REFERENCES provider,
  year                 INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
  through              INTEGER NOT NULL,
  state                INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),   -- draft, proposed, final, withdrawn
  replaces             INTEGER REFERENCES settlement CHECK (replaces <> id),
  agreement_version_id INTEGER REFERENCES agreement_version,
  version_number       INTEGER,
  gross_cents          INTEGER NOT NULL,
  payable_cents        INTEGER NOT NULL,
  paid_cents           INTEGER NOT NULL,
  carried_cents        INTEGER NOT NULL,
  disputed_cents       INTEGER NOT NULL,
  balance_cents        INTEGER NOT NULL,
  settled_before_cents INTEGER NOT NULL,
  amount_cents         INTEGER NOT NULL,
  n_lines              INTEGER NOT NULL,
  n_care               INTEGER NOT NULL,
  program_version      TEXT NOT NULL,
  made_by              TEXT NOT NULL CHECK (made_by <> ''),
  made_at              INTEGER NOT NULL,
  proposed_by          TEXT,
  proposed_at          INTEGER,
  final_by             TEXT,
  final_at             INTEGER,
  withdrawn_by         TEXT,
  withdrawn_at         INTEGER,
  reason               TEXT,               -- why it is made: of a correction always
  withdrawn_reason     TEXT,
  CHECK (amount_cents = balance_cents - settled_before_cents),
  CHECK (balance_cents = payable_cents - paid_cents),
  CHECK ((proposed_by IS NULL) = (proposed_at IS NULL)),
  CHECK ((final_by IS NULL) = (final_at IS NULL)),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
  CHECK (state <> 1 OR (proposed_by IS NULL AND withdrawn_by IS NULL)),
  CHECK (state NOT IN (2, 3) OR proposed_by IS NOT NULL),
  CHECK ((state = 3) = (final_by IS NOT NULL)),
  CHECK (state <> 3 OR final_by <> proposed_by),
  CHECK ((state = 4) = (withdrawn_by IS NOT NULL)),
  CHECK (state <> 4 OR ifnull (withdrawn_reason, '') <> ''),
  CHECK (replaces IS NULL OR ifnull (reason, '') <> ''),
  CHECK ((agreement_version_id IS NULL) = (version_number IS NULL))
) STRICT;
CREATE INDEX settlement_provider ON settlement (provider_id, year);
CREATE INDEX settlement_year ON settlement (year, state);
CREATE INDEX settlement_agreement_version ON settlement (agreement_version_id) WHERE agreement_version_id IS NOT NULL;
-- One at a time is worked on, and a final one is corrected once: the next corrects the correction.
CREATE UNIQUE INDEX settlement_open ON settlement (provider_id, year) WHERE state IN (1, 2);
CREATE UNIQUE INDEX settlement_replaces ON settlement (replaces) WHERE replaces IS NOT NULL AND state <> 4;

CREATE TABLE settlement_scope (
  id                    INTEGER PRIMARY KEY,
  settlement_id         INTEGER NOT NULL REFERENCES settlement,
  sequence              INTEGER NOT NULL,
  name                  TEXT NOT NULL,
  exchange              INTEGER NOT NULL CHECK (exchange BETWEEN 1 AND 4),
  scheme                TEXT,
  ceiling_cents         INTEGER NOT NULL,
  net_cents             INTEGER NOT NULL,
  bands_deduction_cents INTEGER NOT NULL,
  deduction_cents       INTEGER NOT NULL,
  UNIQUE (settlement_id, sequence)
) STRICT;

CREATE TABLE settlement_band (
  id              INTEGER PRIMARY KEY,
  settlement_id   INTEGER NOT NULL REFERENCES settlement,
  scope_id        INTEGER NOT NULL REFERENCES settlement_scope,
  sequence        INTEGER NOT NULL,
  from_bp         INTEGER NOT NULL,
  paid_bp         INTEGER NOT NULL,
  border_cents    INTEGER NOT NULL,
  amount_cents    INTEGER NOT NULL,
  deduction_cents INTEGER NOT NULL,
  UNIQUE (scope_id, sequence)
) STRICT;
CREATE INDEX settlement_band_settlement ON settlement_band (settlement_id);

CREATE TABLE settlement_line (
  id                   INTEGER PRIMARY KEY,
  settlement_id        INTEGER NOT NULL REFERENCES settlement,
  sequence             INTEGER NOT NULL,
  group_code           TEXT NOT NULL,
  municipality_code    TEXT NOT NULL,
  scope_id             INTEGER REFERENCES settlement_scope,
  lump_sum             INTEGER NOT NULL CHECK (lump_sum IN (0, 1)),
  gross_cents          INTEGER NOT NULL,
  norm_deduction_cents INTEGER NOT NULL,
  net_cents            INTEGER NOT NULL CHECK (net_cents = gross_cents - norm_deduction_cents),
  exempt_cents         INTEGER NOT NULL,
  outside_cents        INTEGER NOT NULL,
  ceiling_cents        INTEGER,                 -- NULL: not agreed
  band_deduction_cents INTEGER NOT NULL,
  payable_cents        INTEGER NOT NULL CHECK (payable_cents = net_cents - band_deduction_cents),
  paid_cents           INTEGER NOT NULL,
  balance_cents        INTEGER NOT NULL CHECK (balance_cents = payable_cents - paid_cents),
  carried_cents        INTEGER NOT NULL,
  disputed_cents       INTEGER NOT NULL,
  produced_cents       INTEGER NOT NULL,
  UNIQUE (settlement_id, sequence)
) STRICT;
CREATE INDEX settlement_line_scope ON settlement_line (scope_id) WHERE scope_id IS NOT NULL;

CREATE TABLE settlement_signal (
  id            INTEGER PRIMARY KEY,
  settlement_id INTEGER NOT NULL REFERENCES settlement,
  sequence      INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  what          TEXT NOT NULL,
  UNIQUE (settlement_id, sequence)
) STRICT;

-- What had to be answered before it was final, and the answers.
CREATE TABLE settlement_warning (
  id            INTEGER PRIMARY KEY,
  settlement_id INTEGER NOT NULL REFERENCES settlement,
  sequence      INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  amount_cents  INTEGER,
  n_items       INTEGER NOT NULL,
  what          TEXT NOT NULL,
  answer        TEXT NOT NULL CHECK (answer <> ''),
  UNIQUE (settlement_id, sequence)
) STRICT;

-- All that it was computed from and came to, as three documents in plain text (src/core/ps-dossier-text.h); of a final one a fourth, what
-- its statement prints beside that (src/core/ps-circumstances.h). The texts are beside it, compressed (gzip): `digest` is the text's
-- SHA-256, `data_digest` that of the compressed bytes.
CREATE TABLE settlement_document (
  id            INTEGER PRIMARY KEY,
  settlement_id INTEGER NOT NULL REFERENCES settlement,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),      -- inputs, production, results; circumstances
  n_bytes       INTEGER NOT NULL,
  digest        TEXT NOT NULL,
  data_digest   TEXT NOT NULL,
  UNIQUE (settlement_id, kind)
) STRICT;

CREATE TABLE settlement_document_data (
  document_id   INTEGER PRIMARY KEY REFERENCES settlement_document,
  data          BLOB NOT NULL
) STRICT;

-- A settlement begins as a draft, which is renewed as a whole; what was proposed keeps its figures, what is final everything. A row that
-- is to be replaced (INSERT OR REPLACE) goes without its trigger of deletion: so none may come in the place of another.
CREATE TRIGGER settlement_begins BEFORE INSERT ON settlement WHEN new.state <> 1
BEGIN SELECT raise (ABORT, 'a settlement begins as a draft'); END;
CREATE TRIGGER settlement_no_replace BEFORE INSERT ON settlement
WHEN EXISTS (SELECT 1 FROM settlement WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM settlement WHERE provider_id = new.provider_id AND year = new.year AND state IN (1, 2))
  OR EXISTS (SELECT 1 FROM settlement WHERE replaces = new.replaces AND state <> 4)
BEGIN SELECT raise (ABORT, 'a settlement does not come in the place of another'); END;
CREATE TRIGGER settlement_stays_itself BEFORE UPDATE ON settlement
WHEN new.id <> old.id OR new.provider_id <> old.provider_id OR new.year <> old.year OR (new.replaces IS NOT old.replaces
  AND EXISTS (SELECT 1 FROM settlement WHERE replaces = new.replaces AND state <> 4 AND id <> new.id))
BEGIN SELECT raise (ABORT, 'a settlement does not come in the place of another'); END;
CREATE TRIGGER settlement_frozen BEFORE UPDATE ON settlement WHEN old.state IN (3, 4)
BEGIN SELECT raise (ABORT, 'a final or withdrawn settlement is frozen'); END;
CREATE TRIGGER settlement_proposed BEFORE UPDATE ON settlement
WHEN old.state = 2 AND (new.state NOT IN (3, 4)
  OR new.through <> old.through OR new.replaces IS NOT old.replaces OR new.agreement_version_id IS NOT old.agreement_version_id
  OR new.version_number IS NOT old.version_number OR new.gross_cents <> old.gross_cents OR new.payable_cents <> old.payable_cents
  OR new.paid_cents <> old.paid_cents OR new.carried_cents <> old.carried_cents OR new.disputed_cents <> old.disputed_cents
  OR new.balance_cents <> old.balance_cents OR new.n_lines <> old.n_lines OR new.n_care <> old.n_care
  OR new.program_version <> old.program_version OR new.made_by <> old.made_by OR new.made_at <> old.made_at
  OR new.proposed_by IS NOT old.proposed_by OR new.proposed_at IS NOT old.proposed_at OR new.reason IS NOT old.reason)
BEGIN SELECT raise (ABORT, 'a proposed settlement keeps its figures: withdraw it'); END;
CREATE TRIGGER settlement_not_past_proposal BEFORE UPDATE ON settlement WHEN old.state = 1 AND new.state = 3
BEGIN SELECT raise (ABORT, 'a settlement is proposed before it is final'); END;
CREATE TRIGGER settlement_whole BEFORE UPDATE ON settlement
WHEN new.state IN (2, 3) AND ((SELECT count (*) FROM settlement_document WHERE settlement_id = new.id) <> iif (new.state = 3, 4, 3)
  OR EXISTS (SELECT 1 FROM settlement_document d LEFT JOIN settlement_document_data b ON b.document_id = d.id
             WHERE d.settlement_id = new.id AND b.document_id IS NULL))
BEGIN SELECT raise (ABORT, 'only a settlement with its documents is proposed and made final'); END;
CREATE TRIGGER settlement_whole_year BEFORE UPDATE ON settlement
WHEN new.state IN (2, 3) AND date (new.through * 86400, 'unixepoch') <> printf ('%04d-12-31', new.year)
BEGIN SELECT raise (ABORT, 'only a whole year is proposed and made final'); END;
CREATE TRIGGER settlement_pays_once BEFORE UPDATE ON settlement
WHEN new.state = 3 AND new.settled_before_cents <> (SELECT ifnull (sum (amount_cents), 0) FROM settlement
  WHERE provider_id = new.provider_id AND year = new.year AND state = 3 AND id <> new.id)
BEGIN SELECT raise (ABORT, 'what was settled before is not what the earlier final settlements say'); END;
CREATE TRIGGER settlement_corrects_last BEFORE UPDATE ON settlement
WHEN new.state = 3 AND new.replaces IS NOT (SELECT max (id) FROM settlement
  WHERE provider_id = new.provider_id AND year = new.year AND state = 3 AND id <> new.id)
BEGIN SELECT raise (ABORT, 'a correction replaces the last final settlement'); END;
CREATE TRIGGER settlement_no_delete BEFORE DELETE ON settlement
BEGIN SELECT raise (ABORT, 'a settlement is never deleted: withdraw it'); END;

-- What belongs to it: only of a draft is any added or taken away, and nothing is ever changed. The circumstances are added to what was
-- proposed, before it is final, as the answers are.
CREATE TRIGGER settlement_scope_no_insert BEFORE INSERT ON settlement_scope
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) IS NOT 1 OR EXISTS (SELECT 1 FROM settlement_scope WHERE id = new.id)
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_scope_no_update BEFORE UPDATE ON settlement_scope
BEGIN SELECT raise (ABORT, 'a draft is renewed as a whole'); END;
CREATE TRIGGER settlement_scope_no_delete BEFORE DELETE ON settlement_scope
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) IS NOT 1
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_band_no_insert BEFORE INSERT ON settlement_band
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) IS NOT 1 OR EXISTS (SELECT 1 FROM settlement_band WHERE id = new.id)
  OR (SELECT settlement_id FROM settlement_scope WHERE id = new.scope_id) IS NOT new.settlement_id
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_band_no_update BEFORE UPDATE ON settlement_band
BEGIN SELECT raise (ABORT, 'a draft is renewed as a whole'); END;
CREATE TRIGGER settlement_band_no_delete BEFORE DELETE ON settlement_band
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) IS NOT 1
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_line_no_insert BEFORE INSERT ON settlement_line
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) IS NOT 1 OR EXISTS (SELECT 1 FROM settlement_line WHERE id = new.id)
  OR (new.scope_id IS NOT NULL AND (SELECT settlement_id FROM settlement_scope WHERE id = new.scope_id) IS NOT new.settlement_id)
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_line_no_update BEFORE UPDATE ON settlement_line
BEGIN SELECT raise (ABORT, 'a draft is renewed as a whole'); END;
CREATE TRIGGER settlement_line_no_delete BEFORE DELETE ON settlement_line
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) IS NOT 1
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_signal_no_insert BEFORE INSERT ON settlement_signal
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) IS NOT 1 OR EXISTS (SELECT 1 FROM settlement_signal WHERE id = new.id)
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_signal_no_update BEFORE UPDATE ON settlement_signal
BEGIN SELECT raise (ABORT, 'a draft is renewed as a whole'); END;
CREATE TRIGGER settlement_signal_no_delete BEFORE DELETE ON settlement_signal
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) IS NOT 1
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_document_no_insert BEFORE INSERT ON settlement_document
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) IS NOT iif (new.kind = 4, 2, 1)
  OR EXISTS (SELECT 1 FROM settlement_document WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM settlement_document WHERE settlement_id = new.settlement_id AND kind = new.kind)
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_document_no_update BEFORE UPDATE ON settlement_document
BEGIN SELECT raise (ABORT, 'a draft is renewed as a whole'); END;
CREATE TRIGGER settlement_document_no_delete BEFORE DELETE ON settlement_document
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) IS NOT 1
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_document_data_no_insert BEFORE INSERT ON settlement_document_data
WHEN (SELECT s.state = iif (d.kind = 4, 2, 1) FROM settlement_document d JOIN settlement s ON s.id = d.settlement_id
      WHERE d.id = new.document_id) IS NOT 1
  OR EXISTS (SELECT 1 FROM settlement_document_data WHERE document_id = new.document_id)
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
CREATE TRIGGER settlement_document_data_no_update BEFORE UPDATE ON settlement_document_data
BEGIN SELECT raise (ABORT, 'a draft is renewed as a whole'); END;
CREATE TRIGGER settlement_document_data_no_delete BEFORE DELETE ON settlement_document_data
WHEN (SELECT s.state FROM settlement_document d JOIN settlement s ON s.id = d.settlement_id WHERE d.id = old.document_id) IS NOT 1
BEGIN SELECT raise (ABORT, 'only a draft is changed'); END;
-- Answers are given to what was proposed, before it is final.
CREATE TRIGGER settlement_warning_no_insert BEFORE INSERT ON settlement_warning
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) IS NOT 2 OR EXISTS (SELECT 1 FROM settlement_warning WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM settlement_warning WHERE settlement_id = new.settlement_id AND sequence = new.sequence)
BEGIN SELECT raise (ABORT, 'answers are given to what was proposed'); END;
CREATE TRIGGER settlement_warning_no_update BEFORE UPDATE ON settlement_warning
BEGIN SELECT raise (ABORT, 'an answer is never changed'); END;
CREATE TRIGGER settlement_warning_no_delete BEFORE DELETE ON settlement_warning
BEGIN SELECT raise (ABORT, 'an answer is never changed'); END;

-- ---------------------------------------------------------------- the trail's end

-- The last record of the trail: one that is taken away from its end is missed.
CREATE TABLE audit_head (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  record_id     INTEGER NOT NULL,
  hash          TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (id, record_id, hash) SELECT 1, id, hash FROM audit_record WHERE id = (SELECT max (id) FROM audit_record);
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
BEGIN SELECT raise (ABORT, 'the trail keeps its end'); END;
CREATE TRIGGER audit_head_no_return BEFORE UPDATE ON audit_head WHEN new.record_id < old.record_id
BEGIN SELECT raise (ABORT, 'the trail only grows'); END;
CREATE TRIGGER audit_record_no_replace BEFORE INSERT ON audit_record WHEN EXISTS (SELECT 1 FROM audit_record WHERE id = new.id)
BEGIN SELECT raise (ABORT, 'the audit trail is never changed'); END;

-- ---------------------------------------------------------------- the same for people who open the file with other programs

CREATE VIEW settlement_readable AS
SELECT s.id, p.agb, p.name AS provider, s.year, date (s.through * 86400, 'unixepoch') AS through,
       CASE s.state WHEN 1 THEN 'draft' WHEN 2 THEN 'proposed' WHEN 3 THEN 'final' ELSE 'withdrawn' END AS state, s.replaces,
       s.gross_cents / 100.0 AS gross, s.payable_cents / 100.0 AS payable, s.paid_cents / 100.0 AS paid,
       s.balance_cents / 100.0 AS balance, s.settled_before_cents / 100.0 AS settled_before, s.amount_cents / 100.0 AS amount,
       s.made_by, s.proposed_by, s.final_by, s.withdrawn_by, s.reason
FROM settlement s JOIN provider p ON p.id = s.provider_id;
