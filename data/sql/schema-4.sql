-- schema-4.sql: a region file, from version 3 to 4: peildata that are closed with what they showed, letters with their course
--
-- SPDX-License-Identifier: EUPL-1.2

-- Why a marked value is right after all (domain.md §7). It holds for that value: another one is marked again.
CREATE TABLE measurement_reason (
  id              INTEGER PRIMARY KEY,
  measurement_id  INTEGER NOT NULL REFERENCES measurement,
  field           TEXT NOT NULL CHECK (field IN ('clients', 'places_milli', 'realised_cents', 'waiting', 'waiting_days')),
  value           INTEGER NOT NULL,
  reason          TEXT NOT NULL CHECK (reason <> ''),
  given_by        TEXT NOT NULL,
  given_at        INTEGER NOT NULL,
  UNIQUE (measurement_id, field)
) STRICT;

-- Where each scope of each provider stood when the peildatum was closed: which thresholds were crossed, as it was known then.
CREATE TABLE peildatum_standing (
  id              INTEGER PRIMARY KEY,
  peildatum_id    INTEGER NOT NULL REFERENCES peildatum,
  provider_id     INTEGER NOT NULL REFERENCES provider,
  scope           TEXT NOT NULL DEFAULT '',                            -- empty: the whole provider
  label           TEXT NOT NULL,
  through         INTEGER NOT NULL,
  ceiling_cents   INTEGER NOT NULL,
  realised_cents  INTEGER NOT NULL,
  forecast_cents  INTEGER NOT NULL,
  method          INTEGER NOT NULL CHECK (method BETWEEN 0 AND 5),
  reason          TEXT,
  under_bp        INTEGER NOT NULL,
  over_bp         INTEGER NOT NULL,
  notice_bp       INTEGER NOT NULL,
  position        INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),    -- under, in, over
  notice          INTEGER NOT NULL CHECK (notice IN (0, 1)),
  reached         INTEGER NOT NULL CHECK (reached IN (0, 1)),
  at_stake_cents  INTEGER NOT NULL,
  UNIQUE (peildatum_id, provider_id, scope)
) STRICT;
CREATE INDEX peildatum_standing_provider ON peildatum_standing (provider_id);

-- A forecast from the care in progress can be chosen, too.
DROP TABLE forecast_choice;
CREATE TABLE forecast_choice (
  id             INTEGER PRIMARY KEY,
  peildatum_id   INTEGER NOT NULL REFERENCES peildatum,
  provider_id    INTEGER NOT NULL REFERENCES provider,
  scope          TEXT NOT NULL DEFAULT '',                          -- empty: the whole provider
  method         INTEGER NOT NULL CHECK (method BETWEEN 1 AND 5),   -- linear, rolling, previous year, manual, in care
  forecast_cents INTEGER,
  reason         TEXT,
  chosen_by      TEXT NOT NULL,
  chosen_at      INTEGER NOT NULL,
  CHECK (method <> 4 OR (forecast_cents IS NOT NULL AND ifnull (reason, '') <> '')),
  UNIQUE (peildatum_id, provider_id, scope)
) STRICT;
CREATE INDEX forecast_choice_provider ON forecast_choice (provider_id);

-- Where a year has rows of its own, these are its holidays; else those of the law (core/ps-work-days.c).
DROP TABLE holiday;
CREATE TABLE holiday (
  id            INTEGER PRIMARY KEY,
  day           INTEGER NOT NULL UNIQUE,
  name          TEXT NOT NULL CHECK (name <> '')
) STRICT;

-- Letters: none could be made before this version.
DROP TABLE letter;
CREATE TABLE letter (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  peildatum_id  INTEGER NOT NULL REFERENCES peildatum,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),           -- notice, over, under, reached
  state         INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),          -- draft, sent, answered, closed, withdrawn
  year          INTEGER NOT NULL,                                        -- that it is about: the peildatum's
  number        INTEGER CHECK (number > 0),                              -- in the year, given when it is sent
  template_id   INTEGER REFERENCES letter_template,                      -- NULL: the standard text of its kind
  subject       TEXT NOT NULL,                                           -- of a draft with its fields, of a sent one as it was sent
  body          TEXT NOT NULL,
  figures       TEXT NOT NULL,                                           -- core/ps-letter-text.h; of a sent one as it was sent
  addressee     TEXT,                                                    -- name and address as they were printed
  pdf_digest    TEXT,                                                    -- SHA-256 in hexadecimal of letter_pdf
  drafted_by    TEXT NOT NULL CHECK (drafted_by <> ''),
  drafted_at    INTEGER NOT NULL,
  sent_by       TEXT,
  sent_at       INTEGER,                                                 -- the moment it was recorded
  sent_on       INTEGER,                                                 -- the day it went out
  means         INTEGER CHECK (means BETWEEN 1 AND 4),                   -- post, registered post, e-mail, portal
  due_on        INTEGER,
  reminded_on   INTEGER,
  answered_on   INTEGER,
  answer        TEXT,
  measures      TEXT,
  talk_by       INTEGER,
  talked_on     INTEGER,
  talk          TEXT,
  decide_by     INTEGER,
  decided_on    INTEGER,
  decision      TEXT,
  ended_on      INTEGER,                                                 -- closed or withdrawn
  end_reason    TEXT,
  CHECK ((number IS NULL) = (sent_on IS NULL)),
  CHECK ((number IS NULL) = (pdf_digest IS NULL)),
  CHECK ((number IS NULL) = (sent_by IS NULL)),
  CHECK ((number IS NULL) = (sent_at IS NULL)),
  CHECK ((number IS NULL) = (means IS NULL)),
  CHECK ((number IS NULL) = (due_on IS NULL)),
  CHECK ((number IS NULL) = (addressee IS NULL)),
  CHECK (state IN (1, 5) OR number IS NOT NULL),
  CHECK (state <> 1 OR number IS NULL),
  CHECK (state <> 3 OR answered_on IS NOT NULL),
  CHECK ((state IN (4, 5)) = (ended_on IS NOT NULL)),
  CHECK (state <> 5 OR ifnull (end_reason, '') <> '')
) STRICT;
CREATE UNIQUE INDEX letter_number ON letter (year, number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX letter_one ON letter (provider_id, peildatum_id) WHERE state <> 5;
CREATE INDEX letter_peildatum ON letter (peildatum_id);
CREATE INDEX letter_template_of ON letter (template_id) WHERE template_id IS NOT NULL;
CREATE TRIGGER letter_begins BEFORE INSERT ON letter WHEN new.state <> 1
BEGIN SELECT raise (ABORT, 'a letter begins as a draft'); END;
CREATE TRIGGER letter_no_replace BEFORE INSERT ON letter WHEN EXISTS (SELECT 1 FROM letter WHERE id = new.id)
BEGIN SELECT raise (ABORT, 'a letter is never replaced'); END;
CREATE TRIGGER letter_stays_itself BEFORE UPDATE ON letter
WHEN new.id IS NOT old.id OR new.provider_id IS NOT old.provider_id OR new.peildatum_id IS NOT old.peildatum_id
  OR new.year IS NOT old.year OR new.drafted_by IS NOT old.drafted_by OR new.drafted_at IS NOT old.drafted_at
BEGIN SELECT raise (ABORT, 'a letter stays that of its provider and peildatum'); END;
CREATE TRIGGER letter_frozen BEFORE UPDATE ON letter WHEN old.number IS NOT NULL
AND (new.kind IS NOT old.kind OR new.number IS NOT old.number OR new.template_id IS NOT old.template_id OR new.subject IS NOT old.subject
  OR new.body IS NOT old.body OR new.figures IS NOT old.figures OR new.addressee IS NOT old.addressee
  OR new.pdf_digest IS NOT old.pdf_digest OR new.sent_by IS NOT old.sent_by OR new.sent_at IS NOT old.sent_at
  OR new.sent_on IS NOT old.sent_on OR new.means IS NOT old.means OR new.state = 1)
BEGIN SELECT raise (ABORT, 'a letter that was sent is frozen'); END;
CREATE TRIGGER letter_ended BEFORE UPDATE ON letter WHEN old.state IN (4, 5)
BEGIN SELECT raise (ABORT, 'a letter that was closed or withdrawn stays so'); END;
CREATE TRIGGER letter_no_delete BEFORE DELETE ON letter
BEGIN SELECT raise (ABORT, 'a letter is never deleted: withdraw it'); END;

-- The pages as they were sent.
CREATE TABLE letter_pdf (
  letter_id     INTEGER PRIMARY KEY REFERENCES letter,
  pdf           BLOB NOT NULL
) STRICT;
CREATE TRIGGER letter_pdf_no_replace BEFORE INSERT ON letter_pdf WHEN EXISTS (SELECT 1 FROM letter_pdf WHERE letter_id = new.letter_id)
BEGIN SELECT raise (ABORT, 'the pages of a letter are never replaced'); END;
CREATE TRIGGER letter_pdf_no_update BEFORE UPDATE ON letter_pdf
BEGIN SELECT raise (ABORT, 'the pages of a letter are frozen'); END;
CREATE TRIGGER letter_pdf_no_delete BEFORE DELETE ON letter_pdf
BEGIN SELECT raise (ABORT, 'the pages of a letter are never deleted'); END;

-- Its course, each step with the day it happened and the moment it was recorded: evidence.
CREATE TABLE letter_event (
  id            INTEGER PRIMARY KEY,
  letter_id     INTEGER NOT NULL REFERENCES letter,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 13),          -- core/ps-letter.h
  day           INTEGER NOT NULL,
  note          TEXT,
  recorded_by   TEXT NOT NULL CHECK (recorded_by <> ''),
  recorded_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_event_letter ON letter_event (letter_id);
CREATE TRIGGER letter_event_no_replace BEFORE INSERT ON letter_event WHEN EXISTS (SELECT 1 FROM letter_event WHERE id = new.id)
BEGIN SELECT raise (ABORT, 'what happened to a letter is never replaced'); END;
CREATE TRIGGER letter_event_no_update BEFORE UPDATE ON letter_event
BEGIN SELECT raise (ABORT, 'what happened to a letter is never changed'); END;
CREATE TRIGGER letter_event_no_delete BEFORE DELETE ON letter_event
BEGIN SELECT raise (ABORT, 'what happened to a letter is never deleted'); END;

CREATE VIEW letter_readable AS
SELECT l.id, CASE WHEN l.number IS NOT NULL THEN printf ('BB-%d-%04d', l.year, l.number) END AS number, p.agb, p.name AS provider,
  date (d.day * 86400, 'unixepoch') AS peildatum, l.kind, l.state, date (l.sent_on * 86400, 'unixepoch') AS sent_on,
  date (l.due_on * 86400, 'unixepoch') AS due_on, date (l.answered_on * 86400, 'unixepoch') AS answered_on,
  date (l.ended_on * 86400, 'unixepoch') AS ended_on
FROM letter l JOIN provider p ON p.id = l.provider_id JOIN peildatum d ON d.id = l.peildatum_id;
