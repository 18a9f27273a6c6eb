-- schema-1.sql: a region file, version 1
--
-- SPDX-License-Identifier: EUPL-1.2
--
-- Days are whole numbers, 1970-01-01 being 0; NULL is "open" or "not given". Amounts are eurocents (_cents), tariffs ten-thousandths
-- of a euro (_e4), volumes thousandths (_milli), shares and percentages basis points (_bp). Moments (_at) are microseconds
-- since 1970 in UTC. The numbers of closed lists are those of src/core/ps-words.h and ps-production.h.
-- Keys that an import makes anew at its end are separate indices, not constraints of their table.

-- ---------------------------------------------------------------- the region and its lists

CREATE TABLE region (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  name          TEXT NOT NULL,
  under_bp      INTEGER NOT NULL DEFAULT 500 CHECK (under_bp BETWEEN 0 AND 10000),
  over_bp       INTEGER NOT NULL DEFAULT 500 CHECK (over_bp >= 0),
  notice_bp     INTEGER NOT NULL DEFAULT 7000 CHECK (notice_bp BETWEEN 0 AND 10000),
  answer_days   INTEGER NOT NULL DEFAULT 10 CHECK (answer_days > 0),
  letterhead    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE municipality (
  id            INTEGER PRIMARY KEY,
  code          TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name          TEXT NOT NULL
) STRICT;

CREATE TABLE segment (
  id            INTEGER PRIMARY KEY,
  code          TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name          TEXT
) STRICT;

CREATE TABLE product_group (
  id            INTEGER PRIMARY KEY,
  code          TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name          TEXT,
  segment_id    INTEGER NOT NULL REFERENCES segment
) STRICT;
CREATE INDEX product_group_segment ON product_group (segment_id);

CREATE TABLE product (
  id               INTEGER PRIMARY KEY,
  code             TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name             TEXT NOT NULL,
  group_id         INTEGER NOT NULL REFERENCES product_group,
  funding          INTEGER NOT NULL CHECK (funding BETWEEN 1 AND 4),
  unit             INTEGER NOT NULL CHECK (unit BETWEEN 0 AND 9),
  norm_months      INTEGER CHECK (norm_months >= 0),
  norm_hours_milli INTEGER CHECK (norm_hours_milli >= 0),
  exempt           INTEGER NOT NULL DEFAULT 0 CHECK (exempt BETWEEN 0 AND 2),
  ended_on         INTEGER,
  CHECK (funding <> 1 OR unit <> 0),
  CHECK (funding <> 2 OR ifnull (norm_months, 0) >= 1)
) STRICT;
CREATE INDEX product_group_of ON product (group_id);

CREATE TABLE holiday (
  day           INTEGER PRIMARY KEY,
  name          TEXT NOT NULL
) STRICT;

-- Dates and limits that differ by year, such as the turnover from which an auditor's statement is due.
CREATE TABLE yearly_limit (
  id            INTEGER PRIMARY KEY,
  year          INTEGER NOT NULL,
  limit_key     TEXT NOT NULL,
  amount_cents  INTEGER,
  day           INTEGER,
  CHECK ((amount_cents IS NULL) <> (day IS NULL)),
  UNIQUE (year, limit_key)
) STRICT;

-- ---------------------------------------------------------------- providers and their contracts

CREATE TABLE provider (
  id            INTEGER PRIMARY KEY,
  agb           TEXT NOT NULL UNIQUE CHECK (agb <> ''),
  name          TEXT NOT NULL,
  kvk           TEXT,
  email         TEXT,
  place         TEXT,
  contact       TEXT,
  address       TEXT,
  kind          INTEGER NOT NULL DEFAULT 1 CHECK (kind BETWEEN 1 AND 3),
  contracted    INTEGER NOT NULL DEFAULT 1 CHECK (contracted IN (0, 1)),
  notes         TEXT,
  ended_on      INTEGER,
  merged_into   INTEGER REFERENCES provider CHECK (merged_into <> id)
) STRICT;
CREATE INDEX provider_merged_into ON provider (merged_into) WHERE merged_into IS NOT NULL;

-- Other AGB codes that a provider had or took over, and when.
CREATE TABLE provider_agb (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  agb           TEXT NOT NULL CHECK (agb <> ''),
  valid_from    INTEGER,
  valid_to      INTEGER,
  CHECK (valid_to >= valid_from),
  UNIQUE (agb, provider_id)
) STRICT;
CREATE INDEX provider_agb_provider ON provider_agb (provider_id);

CREATE TABLE contract (
  id             INTEGER PRIMARY KEY,
  provider_id    INTEGER NOT NULL REFERENCES provider,
  number         TEXT NOT NULL,
  starts_on      INTEGER NOT NULL,
  ends_on        INTEGER,
  notice_months  INTEGER CHECK (notice_months >= 0),
  notes          TEXT,
  CHECK (ends_on >= starts_on),
  UNIQUE (provider_id, number)
) STRICT;

CREATE TABLE contract_option (
  id            INTEGER PRIMARY KEY,
  contract_id   INTEGER NOT NULL REFERENCES contract ON DELETE CASCADE,
  sequence      INTEGER NOT NULL CHECK (sequence >= 1),
  months        INTEGER NOT NULL CHECK (months >= 1),
  decide_by     INTEGER,
  decision      INTEGER NOT NULL DEFAULT 0 CHECK (decision IN (0, 1, 2)),   -- open, used, not used
  decided_on    INTEGER,
  UNIQUE (contract_id, sequence)
) STRICT;

CREATE TABLE contract_product (
  id            INTEGER PRIMARY KEY,
  contract_id   INTEGER NOT NULL REFERENCES contract ON DELETE CASCADE,
  product_id    INTEGER NOT NULL REFERENCES product,
  valid_from    INTEGER,
  valid_to      INTEGER,
  CHECK (valid_to >= valid_from),
  UNIQUE (contract_id, product_id)
) STRICT;
CREATE INDEX contract_product_product ON contract_product (product_id);

CREATE TABLE contract_document (
  id            INTEGER PRIMARY KEY,
  contract_id   INTEGER NOT NULL REFERENCES contract ON DELETE CASCADE,
  label         TEXT NOT NULL,
  uri           TEXT NOT NULL
) STRICT;
CREATE INDEX contract_document_contract ON contract_document (contract_id);

-- ---------------------------------------------------------------- tariffs and incentive schemes

CREATE TABLE index_round (
  id                 INTEGER PRIMARY KEY,
  year               INTEGER NOT NULL,
  starts_on          INTEGER NOT NULL,
  wage_share_bp      INTEGER NOT NULL CHECK (wage_share_bp BETWEEN 0 AND 10000),
  wage_provisional_bp  INTEGER NOT NULL,      -- OVA of this year
  wage_definitive_bp   INTEGER,               -- OVA of the year before; NULL: no catch-up
  wage_earlier_bp      INTEGER,
  price_provisional_bp INTEGER NOT NULL,      -- PPC
  price_definitive_bp  INTEGER,
  price_earlier_bp     INTEGER,
  index_bp           INTEGER NOT NULL,
  decimals           INTEGER NOT NULL DEFAULT 2 CHECK (decimals IN (2, 4)),
  sources            TEXT NOT NULL DEFAULT '',
  undone             INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE tariff (
  id             INTEGER PRIMARY KEY,
  product_id     INTEGER NOT NULL REFERENCES product,
  provider_id    INTEGER REFERENCES provider,      -- NULL: the region's
  valid_from     INTEGER NOT NULL,
  valid_to       INTEGER,
  tariff_e4      INTEGER NOT NULL,
  index_round_id INTEGER REFERENCES index_round,
  CHECK (valid_to >= valid_from)
) STRICT;
CREATE UNIQUE INDEX tariff_key ON tariff (product_id, ifnull (provider_id, 0), valid_from);
CREATE INDEX tariff_provider ON tariff (provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX tariff_index_round ON tariff (index_round_id) WHERE index_round_id IS NOT NULL;

CREATE TABLE scheme (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL UNIQUE CHECK (name <> ''),
  notes         TEXT
) STRICT;

CREATE TABLE scheme_step (
  id            INTEGER PRIMARY KEY,
  scheme_id     INTEGER NOT NULL REFERENCES scheme,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  from_value    INTEGER NOT NULL CHECK (from_value >= 0),   -- basis points of the ceiling, or months past the norm (kind 3)
  paid_bp       INTEGER NOT NULL CHECK (paid_bp >= 0),
  UNIQUE (scheme_id, kind, from_value)
) STRICT;

-- ---------------------------------------------------------------- performance agreements

CREATE TABLE agreement (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  year          INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
  UNIQUE (provider_id, year)
) STRICT;

CREATE TABLE agreement_version (
  id            INTEGER PRIMARY KEY,
  agreement_id  INTEGER NOT NULL REFERENCES agreement,
  number        INTEGER NOT NULL CHECK (number >= 1),
  state         INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),   -- draft, agreed, amended
  is_current    INTEGER NOT NULL CHECK (is_current IN (0, 1)),    -- the one that settlements use
  agreed_on     INTEGER,
  reason        TEXT,
  exchange      INTEGER NOT NULL CHECK (exchange BETWEEN 1 AND 4),
  division_key  INTEGER NOT NULL CHECK (division_key BETWEEN 1 AND 2),
  measuring     INTEGER NOT NULL CHECK (measuring BETWEEN 1 AND 3),
  under_bp      INTEGER CHECK (under_bp >= 0),     -- NULL: the region's
  over_bp       INTEGER CHECK (over_bp >= 0),
  CHECK (state <> 3 OR ifnull (reason, '') <> ''),
  UNIQUE (agreement_id, number)
) STRICT;
CREATE UNIQUE INDEX agreement_version_current ON agreement_version (agreement_id) WHERE is_current = 1;

CREATE TABLE agreement_line (
  id              INTEGER PRIMARY KEY,
  version_id      INTEGER NOT NULL REFERENCES agreement_version,
  group_id        INTEGER NOT NULL REFERENCES product_group,
  municipality_id INTEGER NOT NULL REFERENCES municipality,
  lump_sum        INTEGER NOT NULL CHECK (lump_sum IN (0, 1)),
  ceiling_cents   INTEGER NOT NULL CHECK (ceiling_cents >= 0),
  places_milli    INTEGER CHECK (places_milli >= 0),
  scheme_id       INTEGER REFERENCES scheme,
  UNIQUE (version_id, group_id, municipality_id)
) STRICT;
CREATE INDEX agreement_line_group ON agreement_line (group_id);
CREATE INDEX agreement_line_municipality ON agreement_line (municipality_id);
CREATE INDEX agreement_line_scheme ON agreement_line (scheme_id) WHERE scheme_id IS NOT NULL;

-- ---------------------------------------------------------------- messages: 301, 305/307, 323, advances

CREATE TABLE assignment (
  id              INTEGER PRIMARY KEY,
  municipality_id INTEGER NOT NULL REFERENCES municipality,
  number          TEXT NOT NULL,
  client          TEXT NOT NULL,                    -- a pseudonym (domain.md §10)
  provider_id     INTEGER NOT NULL REFERENCES provider,
  product_id      INTEGER REFERENCES product,       -- NULL: aspecific
  group_id        INTEGER REFERENCES product_group, -- of an aspecific one; NULL: the product's
  starts_on       INTEGER NOT NULL,
  ends_on         INTEGER,
  volume_milli    INTEGER,
  unit            INTEGER NOT NULL,
  frequency       INTEGER NOT NULL,
  budget_cents    INTEGER,
  referrer        INTEGER NOT NULL,
  CHECK ((product_id IS NULL) <> (group_id IS NULL)),
  CHECK (ends_on >= starts_on)
) STRICT;
CREATE UNIQUE INDEX assignment_key ON assignment (municipality_id, number);
CREATE INDEX assignment_provider ON assignment (provider_id);

CREATE TABLE care_period (
  id            INTEGER PRIMARY KEY,
  assignment_id INTEGER NOT NULL REFERENCES assignment,
  starts_on     INTEGER NOT NULL,
  stops_on      INTEGER,
  reason        INTEGER NOT NULL,                   -- JZ588; 0: not given
  sent_305_on   INTEGER,
  sent_307_on   INTEGER,
  CHECK (stops_on >= starts_on)
) STRICT;
CREATE UNIQUE INDEX care_period_key ON care_period (assignment_id, starts_on);

CREATE TABLE declaration_line (
  id                 INTEGER PRIMARY KEY,
  provider_id        INTEGER NOT NULL REFERENCES provider,     -- its assignment's
  reference          TEXT NOT NULL,
  assignment_id      INTEGER NOT NULL REFERENCES assignment,
  product_id         INTEGER NOT NULL REFERENCES product,
  period_from        INTEGER NOT NULL,
  period_to          INTEGER NOT NULL,
  volume_milli       INTEGER NOT NULL,
  unit               INTEGER NOT NULL,
  tariff_e4          INTEGER,
  amount_cents       INTEGER NOT NULL,
  status             INTEGER NOT NULL CHECK (status BETWEEN 1 AND 3),
  declaration_number TEXT,
  CHECK (period_to >= period_from)
) STRICT;
CREATE UNIQUE INDEX declaration_line_key ON declaration_line (reference, provider_id);

-- What contract managers decided of lines; the last one of a line holds.
CREATE TABLE line_decision (
  id            INTEGER PRIMARY KEY,
  line_id       INTEGER NOT NULL REFERENCES declaration_line,
  provider_id   INTEGER NOT NULL REFERENCES provider,          -- the line's
  decision      INTEGER NOT NULL CHECK (decision BETWEEN 0 AND 3),
  reason        TEXT NOT NULL CHECK (reason <> ''),
  decided_by    TEXT NOT NULL CHECK (decided_by <> ''),
  decided_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX line_decision_provider ON line_decision (provider_id, line_id);
CREATE INDEX line_decision_line ON line_decision (line_id);
CREATE TRIGGER line_decision_no_update BEFORE UPDATE ON line_decision
BEGIN SELECT raise (ABORT, 'a decision is never changed: add another'); END;
CREATE TRIGGER line_decision_no_delete BEFORE DELETE ON line_decision
BEGIN SELECT raise (ABORT, 'a decision is never deleted: add another'); END;

CREATE TABLE advance (
  id              INTEGER PRIMARY KEY,
  provider_id     INTEGER NOT NULL REFERENCES provider,
  product_id      INTEGER NOT NULL REFERENCES product,
  municipality_id INTEGER NOT NULL REFERENCES municipality,
  month           INTEGER NOT NULL,                 -- its first day
  amount_cents    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX advance_key ON advance (provider_id, month, product_id, municipality_id);

-- ---------------------------------------------------------------- copies for settling fast, made from the rows above

CREATE TABLE line_block (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  year          INTEGER NOT NULL,                   -- of period_from
  instalment    INTEGER NOT NULL CHECK (instalment IN (0, 1)),   -- the product is a traject
  sequence      INTEGER NOT NULL,
  n_lines       INTEGER NOT NULL CHECK (n_lines > 0),
  last_day      INTEGER NOT NULL,                   -- the last period_to
  data          BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX line_block_key ON line_block (provider_id, year, instalment, sequence);
CREATE INDEX line_block_year ON line_block (year, last_day);

CREATE TABLE care_block (
  provider_id   INTEGER PRIMARY KEY REFERENCES provider,
  n_assignments INTEGER NOT NULL CHECK (n_assignments > 0),
  data          BLOB NOT NULL
) STRICT;

-- ---------------------------------------------------------------- peildata, measurements, forecasts, letters

CREATE TABLE peildatum (
  id            INTEGER PRIMARY KEY,
  day           INTEGER NOT NULL UNIQUE,
  label         TEXT NOT NULL DEFAULT '',
  data_through  INTEGER,
  closed_by     TEXT,
  closed_at     INTEGER,
  CHECK ((closed_by IS NULL) = (closed_at IS NULL))
) STRICT;

CREATE TABLE measurement (
  id              INTEGER PRIMARY KEY,
  peildatum_id    INTEGER NOT NULL REFERENCES peildatum,
  provider_id     INTEGER NOT NULL REFERENCES provider,
  product_id      INTEGER NOT NULL REFERENCES product,
  municipality_id INTEGER NOT NULL REFERENCES municipality,
  clients         INTEGER CHECK (clients >= 0),
  places_milli    INTEGER CHECK (places_milli >= 0),
  realised_cents  INTEGER,
  waiting         INTEGER CHECK (waiting >= 0),
  waiting_days    INTEGER CHECK (waiting_days >= 0)
) STRICT;
CREATE UNIQUE INDEX measurement_key ON measurement (provider_id, peildatum_id, product_id, municipality_id);
CREATE INDEX measurement_peildatum ON measurement (peildatum_id);

-- A forecast that a person made or chose (domain.md §7: a manual one wants a reason).
CREATE TABLE forecast_choice (
  id             INTEGER PRIMARY KEY,
  peildatum_id   INTEGER NOT NULL REFERENCES peildatum,
  provider_id    INTEGER NOT NULL REFERENCES provider,
  scope          TEXT NOT NULL,
  method         INTEGER NOT NULL CHECK (method BETWEEN 1 AND 4),   -- linear, rolling, previous year, manual
  forecast_cents INTEGER,
  reason         TEXT,
  chosen_by      TEXT NOT NULL,
  chosen_at      INTEGER NOT NULL,
  CHECK (method <> 4 OR (forecast_cents IS NOT NULL AND ifnull (reason, '') <> '')),
  UNIQUE (peildatum_id, provider_id, scope)
) STRICT;
CREATE INDEX forecast_choice_provider ON forecast_choice (provider_id);

CREATE TABLE letter_template (
  id            INTEGER PRIMARY KEY,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),   -- notice, over, under, reached
  name          TEXT NOT NULL,
  subject       TEXT NOT NULL,
  body          TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE letter (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  peildatum_id  INTEGER NOT NULL REFERENCES peildatum,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  state         INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),  -- draft, sent, answered, closed, withdrawn
  year          INTEGER NOT NULL,
  number        INTEGER,                                         -- in the year, given when it is sent
  template_id   INTEGER REFERENCES letter_template,
  subject       TEXT NOT NULL,
  body          TEXT NOT NULL,
  figures       TEXT NOT NULL,
  pdf           BLOB,
  sent_on       INTEGER,
  due_on        INTEGER,
  answered_on   INTEGER,
  answer        TEXT,
  measures      TEXT,
  talk_by       INTEGER,
  talked_on     INTEGER,
  decide_by     INTEGER,
  decided_on    INTEGER,
  end_reason    TEXT,
  CHECK (state IN (1, 5) OR (number IS NOT NULL AND sent_on IS NOT NULL AND pdf IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX letter_number ON letter (year, number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX letter_one ON letter (provider_id, peildatum_id) WHERE state <> 5;
CREATE INDEX letter_peildatum ON letter (peildatum_id);
CREATE INDEX letter_template_of ON letter (template_id) WHERE template_id IS NOT NULL;
CREATE TRIGGER letter_frozen BEFORE UPDATE OF provider_id, peildatum_id, kind, year, number, subject, body, figures, pdf, sent_on ON letter
WHEN old.number IS NOT NULL
BEGIN SELECT raise (ABORT, 'a letter that was sent is frozen'); END;
CREATE TRIGGER letter_no_delete BEFORE DELETE ON letter
BEGIN SELECT raise (ABORT, 'a letter is never deleted: withdraw it'); END;

-- ---------------------------------------------------------------- settlements

CREATE TABLE production_statement (
  id             INTEGER PRIMARY KEY,
  provider_id    INTEGER NOT NULL REFERENCES provider,
  year           INTEGER NOT NULL,
  stated_cents   INTEGER,
  statement_kind INTEGER NOT NULL CHECK (statement_kind BETWEEN 0 AND 2),   -- none, the board's, an auditor's
  due_on         INTEGER,
  received_on    INTEGER,
  explanation    TEXT,
  UNIQUE (provider_id, year)
) STRICT;

CREATE TABLE settlement (
  id               INTEGER PRIMARY KEY,
  provider_id      INTEGER NOT NULL REFERENCES provider,
  year             INTEGER NOT NULL,
  through          INTEGER NOT NULL,
  state            INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),   -- draft, proposed, final, withdrawn
  agreement_version_id INTEGER REFERENCES agreement_version,
  replaces         INTEGER REFERENCES settlement CHECK (replaces <> id),
  gross_cents      INTEGER NOT NULL,
  payable_cents    INTEGER NOT NULL,
  paid_cents       INTEGER NOT NULL,
  carried_cents    INTEGER NOT NULL,
  balance_cents    INTEGER NOT NULL,
  settled_before_cents INTEGER NOT NULL,
  amount_cents     INTEGER NOT NULL,
  inputs           TEXT NOT NULL,        -- agreement, schemes, tariffs: all it was computed with
  inputs_digest    TEXT NOT NULL,                                    -- SHA-256 of `inputs`
  n_lines          INTEGER NOT NULL,
  n_care           INTEGER NOT NULL,
  production_digest TEXT NOT NULL,                                   -- SHA-256 of the lines and care it was computed from
  program_version  TEXT NOT NULL,
  made_by          TEXT NOT NULL,
  made_at          INTEGER NOT NULL,
  proposed_by      TEXT,
  proposed_at      INTEGER,
  final_by         TEXT,
  final_at         INTEGER,
  withdrawn_by     TEXT,
  withdrawn_at     INTEGER,
  reason           TEXT,
  warnings         TEXT,               -- the warnings before it was final, and what was answered
  CHECK (amount_cents = balance_cents - settled_before_cents),
  CHECK (state NOT IN (2, 3) OR proposed_by IS NOT NULL),
  CHECK (state <> 3 OR (final_by IS NOT NULL AND final_by <> proposed_by)),
  CHECK (state <> 4 OR (withdrawn_by IS NOT NULL AND ifnull (reason, '') <> ''))
) STRICT;
CREATE INDEX settlement_provider ON settlement (provider_id, year);
CREATE INDEX settlement_year ON settlement (year, state);
CREATE INDEX settlement_replaces ON settlement (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX settlement_agreement_version ON settlement (agreement_version_id) WHERE agreement_version_id IS NOT NULL;
CREATE TRIGGER settlement_frozen BEFORE UPDATE ON settlement WHEN old.state = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_no_delete BEFORE DELETE ON settlement
BEGIN SELECT raise (ABORT, 'a settlement is never deleted: withdraw it'); END;

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
  scope_id        INTEGER NOT NULL REFERENCES settlement_scope,
  sequence        INTEGER NOT NULL,
  from_bp         INTEGER NOT NULL,
  paid_bp         INTEGER NOT NULL,
  border_cents    INTEGER NOT NULL,
  amount_cents    INTEGER NOT NULL,
  deduction_cents INTEGER NOT NULL,
  UNIQUE (scope_id, sequence)
) STRICT;

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
  net_cents            INTEGER NOT NULL,
  exempt_cents         INTEGER NOT NULL,
  outside_cents        INTEGER NOT NULL,
  ceiling_cents        INTEGER,                 -- NULL: not agreed
  band_deduction_cents INTEGER NOT NULL,
  payable_cents        INTEGER NOT NULL,
  paid_cents           INTEGER NOT NULL,
  balance_cents        INTEGER NOT NULL,
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

CREATE TRIGGER settlement_scope_frozen BEFORE UPDATE ON settlement_scope
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_scope_no_delete BEFORE DELETE ON settlement_scope
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_scope_no_insert BEFORE INSERT ON settlement_scope
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_band_frozen BEFORE UPDATE ON settlement_band
WHEN (SELECT state FROM settlement WHERE id = (SELECT settlement_id FROM settlement_scope WHERE id = old.scope_id)) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_band_no_delete BEFORE DELETE ON settlement_band
WHEN (SELECT state FROM settlement WHERE id = (SELECT settlement_id FROM settlement_scope WHERE id = old.scope_id)) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_band_no_insert BEFORE INSERT ON settlement_band
WHEN (SELECT state FROM settlement WHERE id = (SELECT settlement_id FROM settlement_scope WHERE id = new.scope_id)) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_line_frozen BEFORE UPDATE ON settlement_line
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_line_no_delete BEFORE DELETE ON settlement_line
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_line_no_insert BEFORE INSERT ON settlement_line
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_signal_frozen BEFORE UPDATE ON settlement_signal
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_signal_no_delete BEFORE DELETE ON settlement_signal
WHEN (SELECT state FROM settlement WHERE id = old.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;
CREATE TRIGGER settlement_signal_no_insert BEFORE INSERT ON settlement_signal
WHEN (SELECT state FROM settlement WHERE id = new.settlement_id) = 3
BEGIN SELECT raise (ABORT, 'a final settlement is frozen'); END;

-- ---------------------------------------------------------------- the trail

-- Each record holds the hash of the one before it, and a digest of its changes below: nothing can be altered unseen.
CREATE TABLE audit_record (
  id             INTEGER PRIMARY KEY,
  made_at        INTEGER NOT NULL,
  actor          TEXT NOT NULL CHECK (actor <> ''),
  action         TEXT NOT NULL CHECK (action <> ''),
  thing          TEXT NOT NULL,
  reason         TEXT,
  before_state   TEXT,
  after_state    TEXT,
  n_changes      INTEGER NOT NULL DEFAULT 0,
  changes_digest TEXT,
  undoes         INTEGER REFERENCES audit_record,
  previous_hash  TEXT NOT NULL,
  hash           TEXT NOT NULL
) STRICT;
CREATE INDEX audit_record_thing ON audit_record (thing, id);
CREATE INDEX audit_record_made_at ON audit_record (made_at);
CREATE INDEX audit_record_undoes ON audit_record (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER audit_record_no_update BEFORE UPDATE ON audit_record
BEGIN SELECT raise (ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_record_no_delete BEFORE DELETE ON audit_record
BEGIN SELECT raise (ABORT, 'the audit trail is never deleted'); END;

-- The rows that a change of many rows altered, and what they were.
CREATE TABLE audit_change (
  id            INTEGER PRIMARY KEY,
  record_id     INTEGER NOT NULL REFERENCES audit_record DEFERRABLE INITIALLY DEFERRED,
  table_name    TEXT NOT NULL,
  row_id        INTEGER NOT NULL,
  before_state  TEXT,
  after_state   TEXT
) STRICT;
CREATE INDEX audit_change_record ON audit_change (record_id);
CREATE INDEX audit_change_row ON audit_change (table_name, row_id);
CREATE TRIGGER audit_change_no_update BEFORE UPDATE ON audit_change
BEGIN SELECT raise (ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_change_no_delete BEFORE DELETE ON audit_change
BEGIN SELECT raise (ABORT, 'the audit trail is never deleted'); END;

CREATE TABLE import_run (
  id            INTEGER PRIMARY KEY,
  record_id     INTEGER NOT NULL UNIQUE REFERENCES audit_record,
  finished_at   INTEGER NOT NULL,
  actor         TEXT NOT NULL,
  summary       TEXT NOT NULL
) STRICT;

-- Which rows a run added: a run's new rows of a table have consecutive ids.
CREATE TABLE import_range (
  id            INTEGER PRIMARY KEY,
  run_id        INTEGER NOT NULL REFERENCES import_run,
  table_name    TEXT NOT NULL,
  first_row     INTEGER NOT NULL,
  last_row      INTEGER NOT NULL,
  CHECK (last_row >= first_row),
  UNIQUE (run_id, table_name)
) STRICT;

-- ---------------------------------------------------------------- the same for people who open the file with other programs

CREATE VIEW assignment_readable AS
SELECT a.id, m.code AS municipality, a.number, a.client, p.agb, r.code AS product, coalesce (ga.code, g.code) AS product_group,
       date (a.starts_on * 86400, 'unixepoch') AS starts_on, date (a.ends_on * 86400, 'unixepoch') AS ends_on,
       a.volume_milli / 1000.0 AS volume, a.unit, a.frequency, a.budget_cents / 100.0 AS budget, a.referrer
FROM assignment a JOIN municipality m ON m.id = a.municipality_id JOIN provider p ON p.id = a.provider_id
LEFT JOIN product r ON r.id = a.product_id LEFT JOIN product_group g ON g.id = r.group_id
LEFT JOIN product_group ga ON ga.id = a.group_id;

CREATE VIEW care_period_readable AS
SELECT c.id, m.code AS municipality, a.number, a.client, p.agb,
       date (c.starts_on * 86400, 'unixepoch') AS starts_on, date (c.stops_on * 86400, 'unixepoch') AS stops_on, c.reason,
       date (c.sent_305_on * 86400, 'unixepoch') AS sent_305_on, date (c.sent_307_on * 86400, 'unixepoch') AS sent_307_on
FROM care_period c JOIN assignment a ON a.id = c.assignment_id JOIN municipality m ON m.id = a.municipality_id
JOIN provider p ON p.id = a.provider_id;

CREATE VIEW declaration_line_readable AS
SELECT l.id, p.agb, l.reference, m.code AS municipality, a.number AS assignment, r.code AS product,
       date (l.period_from * 86400, 'unixepoch') AS period_from, date (l.period_to * 86400, 'unixepoch') AS period_to,
       l.volume_milli / 1000.0 AS volume, l.unit, l.tariff_e4 / 10000.0 AS tariff, l.amount_cents / 100.0 AS amount,
       CASE l.status WHEN 1 THEN 'toegekend' WHEN 2 THEN 'ingediend' ELSE 'afgewezen' END AS status, l.declaration_number
FROM declaration_line l JOIN provider p ON p.id = l.provider_id JOIN assignment a ON a.id = l.assignment_id
JOIN municipality m ON m.id = a.municipality_id JOIN product r ON r.id = l.product_id;

CREATE VIEW tariff_readable AS
SELECT t.id, r.code AS product, p.agb, date (t.valid_from * 86400, 'unixepoch') AS valid_from,
       date (t.valid_to * 86400, 'unixepoch') AS valid_to, t.tariff_e4 / 10000.0 AS tariff
FROM tariff t JOIN product r ON r.id = t.product_id LEFT JOIN provider p ON p.id = t.provider_id;

CREATE VIEW agreement_readable AS
SELECT l.id, p.agb, a.year, v.number AS version, v.state, g.code AS product_group, m.code AS municipality, l.lump_sum,
       l.ceiling_cents / 100.0 AS ceiling, l.places_milli / 1000.0 AS places, s.name AS scheme
FROM agreement_line l JOIN agreement_version v ON v.id = l.version_id JOIN agreement a ON a.id = v.agreement_id
JOIN provider p ON p.id = a.provider_id JOIN product_group g ON g.id = l.group_id
JOIN municipality m ON m.id = l.municipality_id LEFT JOIN scheme s ON s.id = l.scheme_id;

CREATE VIEW advance_readable AS
SELECT v.id, p.agb, r.code AS product, m.code AS municipality, date (v.month * 86400, 'unixepoch') AS month,
       v.amount_cents / 100.0 AS amount
FROM advance v JOIN provider p ON p.id = v.provider_id JOIN product r ON r.id = v.product_id
JOIN municipality m ON m.id = v.municipality_id;

CREATE VIEW measurement_readable AS
SELECT e.id, date (d.day * 86400, 'unixepoch') AS peildatum, p.agb, r.code AS product, m.code AS municipality,
       e.clients, e.places_milli / 1000.0 AS places, e.realised_cents / 100.0 AS realised, e.waiting, e.waiting_days
FROM measurement e JOIN peildatum d ON d.id = e.peildatum_id JOIN provider p ON p.id = e.provider_id
JOIN product r ON r.id = e.product_id JOIN municipality m ON m.id = e.municipality_id;

-- ---------------------------------------------------------------- data that every region starts with

-- Turnover per domain from which an auditor's statement is due (domain.md §6); a year without a row has the last one's before it.
INSERT INTO yearly_limit (year, limit_key, amount_cents) VALUES (2020, 'auditor_turnover', 12500000), (2026, 'auditor_turnover', 20000000);
