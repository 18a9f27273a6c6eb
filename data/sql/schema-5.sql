-- schema-5.sql: from version 4 to 5: the year of every provider kept beside the rows, and signals that were put aside
--
-- SPDX-License-Identifier: EUPL-1.2

-- To which day a year was declared is asked of all providers: from the index alone, for the rows are as large as their blocks.
DROP INDEX line_block_year;
CREATE INDEX line_block_reach ON line_block (year, provider_id, last_day, n_lines);

-- ---------------------------------------------------------------- a copy, made from everything else (store/ps-year-figures.h)

-- Where a provider's year stands, as computed on a day; not under the trail: it can be made again at any time, and verify does.
CREATE TABLE year_figure (
  provider_id   INTEGER NOT NULL REFERENCES provider ON DELETE CASCADE,
  year          INTEGER NOT NULL,
  day           INTEGER NOT NULL,              -- looked from
  through       INTEGER NOT NULL,              -- the data counts to
  data          BLOB NOT NULL,
  PRIMARY KEY (provider_id, year)
) WITHOUT ROWID, STRICT;

-- Whatever it was made from takes it away when it changes, whoever changes it.
CREATE TRIGGER year_figure_line_block_added AFTER INSERT ON line_block BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
END;
CREATE TRIGGER year_figure_line_block_changed AFTER UPDATE ON line_block BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_line_block_removed AFTER DELETE ON line_block BEGIN
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_care_block_added AFTER INSERT ON care_block BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
END;
CREATE TRIGGER year_figure_care_block_changed AFTER UPDATE ON care_block BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_care_block_removed AFTER DELETE ON care_block BEGIN
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_measurement_added AFTER INSERT ON measurement BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
END;
CREATE TRIGGER year_figure_measurement_changed AFTER UPDATE ON measurement BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_measurement_removed AFTER DELETE ON measurement BEGIN
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_forecast_choice_added AFTER INSERT ON forecast_choice BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
END;
CREATE TRIGGER year_figure_forecast_choice_changed AFTER UPDATE ON forecast_choice BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_forecast_choice_removed AFTER DELETE ON forecast_choice BEGIN
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_agreement_added AFTER INSERT ON agreement BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
END;
CREATE TRIGGER year_figure_agreement_changed AFTER UPDATE ON agreement BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_agreement_removed AFTER DELETE ON agreement BEGIN
  DELETE FROM year_figure WHERE provider_id = old.provider_id;
END;
CREATE TRIGGER year_figure_line_decision_added AFTER INSERT ON line_decision BEGIN
  DELETE FROM year_figure WHERE provider_id = new.provider_id;
END;
CREATE TRIGGER year_figure_agreement_version_added AFTER INSERT ON agreement_version BEGIN
  DELETE FROM year_figure WHERE provider_id = (SELECT provider_id FROM agreement WHERE id = new.agreement_id);
END;
CREATE TRIGGER year_figure_agreement_version_changed AFTER UPDATE ON agreement_version BEGIN
  DELETE FROM year_figure WHERE provider_id = (SELECT provider_id FROM agreement WHERE id = new.agreement_id);
  DELETE FROM year_figure WHERE provider_id = (SELECT provider_id FROM agreement WHERE id = old.agreement_id);
END;
CREATE TRIGGER year_figure_agreement_version_removed AFTER DELETE ON agreement_version BEGIN
  DELETE FROM year_figure WHERE provider_id = (SELECT provider_id FROM agreement WHERE id = old.agreement_id);
END;
CREATE TRIGGER year_figure_agreement_line_added AFTER INSERT ON agreement_line BEGIN
  DELETE FROM year_figure WHERE provider_id =
    (SELECT a.provider_id FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id WHERE v.id = new.version_id);
END;
CREATE TRIGGER year_figure_agreement_line_changed AFTER UPDATE ON agreement_line BEGIN
  DELETE FROM year_figure WHERE provider_id =
    (SELECT a.provider_id FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id WHERE v.id = new.version_id);
  DELETE FROM year_figure WHERE provider_id =
    (SELECT a.provider_id FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id WHERE v.id = old.version_id);
END;
CREATE TRIGGER year_figure_agreement_line_removed AFTER DELETE ON agreement_line BEGIN
  DELETE FROM year_figure WHERE provider_id =
    (SELECT a.provider_id FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id WHERE v.id = old.version_id);
END;
-- The region's tariffs are everybody's.
CREATE TRIGGER year_figure_tariff_added AFTER INSERT ON tariff BEGIN
  DELETE FROM year_figure WHERE provider_id BETWEEN ifnull (new.provider_id, 0) AND ifnull (new.provider_id, 9223372036854775807);
END;
CREATE TRIGGER year_figure_tariff_changed AFTER UPDATE ON tariff BEGIN
  DELETE FROM year_figure WHERE provider_id BETWEEN ifnull (new.provider_id, 0) AND ifnull (new.provider_id, 9223372036854775807);
  DELETE FROM year_figure WHERE provider_id BETWEEN ifnull (old.provider_id, 0) AND ifnull (old.provider_id, 9223372036854775807);
END;
CREATE TRIGGER year_figure_tariff_removed AFTER DELETE ON tariff BEGIN
  DELETE FROM year_figure WHERE provider_id BETWEEN ifnull (old.provider_id, 0) AND ifnull (old.provider_id, 9223372036854775807);
END;
CREATE TRIGGER year_figure_product_added AFTER INSERT ON product BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_product_changed AFTER UPDATE ON product BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_product_removed AFTER DELETE ON product BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_product_group_added AFTER INSERT ON product_group BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_product_group_changed AFTER UPDATE ON product_group BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_product_group_removed AFTER DELETE ON product_group BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_segment_changed AFTER UPDATE ON segment BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_segment_removed AFTER DELETE ON segment BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_municipality_changed AFTER UPDATE ON municipality BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_municipality_removed AFTER DELETE ON municipality BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_scheme_changed AFTER UPDATE ON scheme BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_scheme_removed AFTER DELETE ON scheme BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_scheme_step_added AFTER INSERT ON scheme_step BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_scheme_step_changed AFTER UPDATE ON scheme_step BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_scheme_step_removed AFTER DELETE ON scheme_step BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_peildatum_added AFTER INSERT ON peildatum BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_peildatum_changed AFTER UPDATE OF day, data_through ON peildatum BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_peildatum_removed AFTER DELETE ON peildatum BEGIN
  DELETE FROM year_figure;
END;
CREATE TRIGGER year_figure_region_changed AFTER UPDATE OF under_bp, over_bp, notice_bp ON region BEGIN
  DELETE FROM year_figure;
END;

-- ---------------------------------------------------------------- what care blocks are about, without reading them

ALTER TABLE care_block ADD COLUMN last_start INTEGER NOT NULL DEFAULT -25567;   -- of any care; that day: of none
ALTER TABLE care_block ADD COLUMN clients BLOB NOT NULL DEFAULT x'';            -- four bytes of the key of each client (store/ps-care-block.h)
CREATE INDEX care_block_short ON care_block (last_start, clients);

-- ---------------------------------------------------------------- signals that somebody put aside for a while (core/ps-alert.h)

CREATE TABLE alert_snooze (
  id             INTEGER PRIMARY KEY,
  alert_key      TEXT NOT NULL UNIQUE CHECK (alert_key <> ''),
  until_day      INTEGER NOT NULL,              -- the last day that it is put aside
  reason         TEXT NOT NULL CHECK (reason <> ''),
  urgency        INTEGER NOT NULL CHECK (urgency BETWEEN 0 AND 2),      -- as it was then
  at_stake_cents INTEGER,
  n_things       INTEGER,                       -- letters, providers; null: it is of no number of things
  snoozed_by     TEXT NOT NULL CHECK (snoozed_by <> ''),
  snoozed_at     INTEGER NOT NULL
) STRICT;
