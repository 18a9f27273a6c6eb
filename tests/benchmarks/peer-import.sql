-- peer-import.sql: the same files into the sqlite3 shell: read, typed, references joined, indexed
--
-- SPDX-License-Identifier: EUPL-1.2
--
-- Run in the folder of the CSV files, with the database as argument. It checks nothing: what it is compared with refuses bad
-- rows, so the comparison is in its favour. Dates become days since 1970, amounts cents, as in a region file.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -64000;

CREATE TEMP TABLE raw_municipality (code TEXT, name TEXT);
CREATE TEMP TABLE raw_provider (agb TEXT, name TEXT, kvk TEXT, kind TEXT, contracted TEXT, email TEXT, place TEXT);
CREATE TEMP TABLE raw_product (code TEXT, name TEXT, segment TEXT, product_group TEXT, funding TEXT, unit TEXT, norm_months TEXT,
                               norm_hours TEXT, exempt TEXT);
CREATE TEMP TABLE raw_tariff (product TEXT, agb TEXT, valid_from TEXT, valid_to TEXT, tariff TEXT);
CREATE TEMP TABLE raw_scheme (scheme TEXT, kind TEXT, from_value TEXT, paid_pct TEXT);
CREATE TEMP TABLE raw_agreement (agb TEXT, year TEXT, product_group TEXT, municipality TEXT, funding TEXT, ceiling TEXT, places TEXT,
                                 exchange TEXT, scheme TEXT, division_key TEXT, under_pct TEXT, over_pct TEXT, measuring TEXT);
CREATE TEMP TABLE raw_assignment (number TEXT, client TEXT, agb TEXT, municipality TEXT, product TEXT, product_group TEXT,
                                  starts_on TEXT, ends_on TEXT, volume TEXT, unit TEXT, frequency TEXT, budget TEXT, referrer TEXT);
CREATE TEMP TABLE raw_care (municipality TEXT, number TEXT, starts_on TEXT, stops_on TEXT, reason TEXT, sent_305 TEXT, sent_307 TEXT);
CREATE TEMP TABLE raw_line (reference TEXT, municipality TEXT, number TEXT, product TEXT, period_from TEXT, period_to TEXT,
                            volume TEXT, unit TEXT, tariff TEXT, amount TEXT, status TEXT, declaration_number TEXT);
CREATE TEMP TABLE raw_advance (agb TEXT, product TEXT, municipality TEXT, month TEXT, amount TEXT);
CREATE TEMP TABLE raw_peildatum (day TEXT, label TEXT, data_through TEXT);
CREATE TEMP TABLE raw_measurement (day TEXT, agb TEXT, product TEXT, municipality TEXT, clients TEXT, places TEXT, realised TEXT,
                                   waiting TEXT, waiting_days TEXT);

.mode csv
.separator ";"
.import --skip 1 gemeenten.csv raw_municipality
.import --skip 1 aanbieders.csv raw_provider
.import --skip 1 producten.csv raw_product
.import --skip 1 tarieven.csv raw_tariff
.import --skip 1 regelingen.csv raw_scheme
.import --skip 1 prestatieafspraken.csv raw_agreement
.import --skip 1 toewijzingen.csv raw_assignment
.import --skip 1 zorgperioden.csv raw_care
.import --skip 1 declaraties.csv raw_line
.import --skip 1 voorschotten.csv raw_advance
.import --skip 1 peildata.csv raw_peildatum
.import --skip 1 peilingen.csv raw_measurement

CREATE TABLE municipality (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE provider (id INTEGER PRIMARY KEY, agb TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT, contracted TEXT) STRICT;
CREATE TABLE product (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, segment TEXT NOT NULL,
                      product_group TEXT NOT NULL, funding TEXT NOT NULL, unit TEXT NOT NULL, norm_months INTEGER, exempt TEXT) STRICT;
CREATE TABLE tariff (id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL REFERENCES product, provider_id INTEGER REFERENCES provider,
                     valid_from INTEGER NOT NULL, valid_to INTEGER, tariff_e4 INTEGER NOT NULL) STRICT;
CREATE TABLE scheme_step (scheme TEXT NOT NULL, kind TEXT NOT NULL, from_value INTEGER NOT NULL, paid_bp INTEGER NOT NULL) STRICT;
CREATE TABLE agreement_line (id INTEGER PRIMARY KEY, provider_id INTEGER NOT NULL REFERENCES provider, year INTEGER NOT NULL,
                             product_group TEXT NOT NULL, municipality_id INTEGER NOT NULL REFERENCES municipality,
                             lump_sum INTEGER NOT NULL, ceiling_cents INTEGER NOT NULL, exchange TEXT NOT NULL, scheme TEXT,
                             division_key TEXT, measuring TEXT) STRICT;
CREATE TABLE assignment (id INTEGER PRIMARY KEY, municipality_id INTEGER NOT NULL REFERENCES municipality, number TEXT NOT NULL,
                         client TEXT NOT NULL, provider_id INTEGER NOT NULL REFERENCES provider,
                         product_id INTEGER REFERENCES product, product_group TEXT, starts_on INTEGER NOT NULL, ends_on INTEGER,
                         volume_milli INTEGER, unit TEXT, frequency TEXT, budget_cents INTEGER, referrer TEXT) STRICT;
CREATE TABLE care_period (id INTEGER PRIMARY KEY, assignment_id INTEGER NOT NULL REFERENCES assignment, starts_on INTEGER NOT NULL,
                          stops_on INTEGER, reason TEXT, sent_305_on INTEGER, sent_307_on INTEGER) STRICT;
CREATE TABLE declaration_line (id INTEGER PRIMARY KEY, provider_id INTEGER NOT NULL REFERENCES provider, reference TEXT NOT NULL,
                               assignment_id INTEGER NOT NULL REFERENCES assignment, product_id INTEGER NOT NULL REFERENCES product,
                               period_from INTEGER NOT NULL, period_to INTEGER NOT NULL, volume_milli INTEGER NOT NULL, unit TEXT,
                               tariff_e4 INTEGER, amount_cents INTEGER NOT NULL, status TEXT NOT NULL, declaration_number TEXT) STRICT;
CREATE TABLE advance (id INTEGER PRIMARY KEY, provider_id INTEGER NOT NULL REFERENCES provider,
                      product_id INTEGER NOT NULL REFERENCES product, municipality_id INTEGER NOT NULL REFERENCES municipality,
                      month INTEGER NOT NULL, amount_cents INTEGER NOT NULL) STRICT;
CREATE TABLE peildatum (id INTEGER PRIMARY KEY, day INTEGER NOT NULL UNIQUE, label TEXT, data_through INTEGER) STRICT;
CREATE TABLE measurement (id INTEGER PRIMARY KEY, peildatum_id INTEGER NOT NULL REFERENCES peildatum,
                          provider_id INTEGER NOT NULL REFERENCES provider, product_id INTEGER NOT NULL REFERENCES product,
                          municipality_id INTEGER NOT NULL REFERENCES municipality, clients INTEGER, places_milli INTEGER,
                          realised_cents INTEGER, waiting INTEGER, waiting_days INTEGER) STRICT;

INSERT INTO municipality (code, name) SELECT code, name FROM raw_municipality;
INSERT INTO provider (agb, name, kind, contracted) SELECT agb, name, kind, contracted FROM raw_provider;
INSERT INTO product (code, name, segment, product_group, funding, unit, norm_months, exempt)
  SELECT code, name, segment, product_group, funding, unit, CAST (nullif (norm_months, '') AS INTEGER), exempt FROM raw_product;
INSERT INTO tariff (product_id, provider_id, valid_from, valid_to, tariff_e4)
  SELECT product.id, provider.id,
         unixepoch (substr (valid_from, 7, 4) || '-' || substr (valid_from, 4, 2) || '-' || substr (valid_from, 1, 2)) / 86400,
         unixepoch (substr (valid_to, 7, 4) || '-' || substr (valid_to, 4, 2) || '-' || substr (valid_to, 1, 2)) / 86400,
         CAST (round (replace (tariff, ',', '.') * 10000) AS INTEGER)
  FROM raw_tariff JOIN product ON product.code = raw_tariff.product LEFT JOIN provider ON provider.agb = raw_tariff.agb;
CREATE UNIQUE INDEX tariff_key ON tariff (product_id, ifnull (provider_id, 0), valid_from);
INSERT INTO scheme_step SELECT scheme, kind, CAST (from_value AS INTEGER) * iif (kind = 'normduur', 1, 100), CAST (paid_pct AS INTEGER) * 100
  FROM raw_scheme;
INSERT INTO agreement_line (provider_id, year, product_group, municipality_id, lump_sum, ceiling_cents, exchange, scheme, division_key,
                            measuring)
  SELECT provider.id, CAST (year AS INTEGER), product_group, municipality.id, funding = 'taakgericht',
         CAST (replace (ceiling, ',', '') AS INTEGER), exchange, nullif (scheme, ''), division_key,
         coalesce (nullif (measuring, ''), 'dagelijks')
  FROM raw_agreement JOIN provider USING (agb) JOIN municipality ON municipality.code = raw_agreement.municipality;
INSERT INTO assignment (municipality_id, number, client, provider_id, product_id, product_group, starts_on, ends_on, volume_milli, unit,
                        frequency, budget_cents, referrer)
  SELECT municipality.id, number, client, provider.id, product.id, coalesce (product.product_group, raw_assignment.product_group),
         unixepoch (substr (starts_on, 7, 4) || '-' || substr (starts_on, 4, 2) || '-' || substr (starts_on, 1, 2)) / 86400,
         unixepoch (substr (ends_on, 7, 4) || '-' || substr (ends_on, 4, 2) || '-' || substr (ends_on, 1, 2)) / 86400,
         CAST (round (nullif (replace (volume, ',', '.'), '') * 1000) AS INTEGER), raw_assignment.unit, frequency,
         CAST (nullif (budget, '') AS INTEGER) * 100, referrer
  FROM raw_assignment JOIN municipality ON municipality.code = raw_assignment.municipality JOIN provider USING (agb)
       LEFT JOIN product ON product.code = raw_assignment.product;
CREATE UNIQUE INDEX assignment_key ON assignment (municipality_id, number);
CREATE INDEX assignment_provider ON assignment (provider_id);
INSERT INTO care_period (assignment_id, starts_on, stops_on, reason, sent_305_on, sent_307_on)
  SELECT assignment.id,
         unixepoch (substr (raw_care.starts_on, 7, 4) || '-' || substr (raw_care.starts_on, 4, 2) || '-' || substr (raw_care.starts_on, 1, 2)) / 86400,
         unixepoch (substr (stops_on, 7, 4) || '-' || substr (stops_on, 4, 2) || '-' || substr (stops_on, 1, 2)) / 86400, reason,
         unixepoch (substr (sent_305, 7, 4) || '-' || substr (sent_305, 4, 2) || '-' || substr (sent_305, 1, 2)) / 86400,
         unixepoch (substr (sent_307, 7, 4) || '-' || substr (sent_307, 4, 2) || '-' || substr (sent_307, 1, 2)) / 86400
  FROM raw_care JOIN municipality ON municipality.code = raw_care.municipality
       JOIN assignment ON assignment.municipality_id = municipality.id AND assignment.number = raw_care.number;
CREATE UNIQUE INDEX care_period_key ON care_period (assignment_id, starts_on);
INSERT INTO declaration_line (provider_id, reference, assignment_id, product_id, period_from, period_to, volume_milli, unit, tariff_e4,
                              amount_cents, status, declaration_number)
  SELECT assignment.provider_id, reference, assignment.id, product.id,
         unixepoch (substr (period_from, 7, 4) || '-' || substr (period_from, 4, 2) || '-' || substr (period_from, 1, 2)) / 86400,
         unixepoch (substr (period_to, 7, 4) || '-' || substr (period_to, 4, 2) || '-' || substr (period_to, 1, 2)) / 86400,
         CAST (round (replace (volume, ',', '.') * 1000) AS INTEGER), raw_line.unit,
         CAST (round (nullif (replace (tariff, ',', '.'), '') * 10000) AS INTEGER), CAST (replace (amount, ',', '') AS INTEGER), status,
         declaration_number
  FROM raw_line JOIN municipality ON municipality.code = raw_line.municipality
       JOIN assignment ON assignment.municipality_id = municipality.id AND assignment.number = raw_line.number
       JOIN product ON product.code = raw_line.product;
CREATE UNIQUE INDEX declaration_line_key ON declaration_line (provider_id, reference);
INSERT INTO advance (provider_id, product_id, municipality_id, month, amount_cents)
  SELECT provider.id, product.id, municipality.id,
         unixepoch (substr (month, 4, 4) || '-' || substr (month, 1, 2) || '-01') / 86400, CAST (replace (amount, ',', '') AS INTEGER)
  FROM raw_advance JOIN provider USING (agb) JOIN product ON product.code = raw_advance.product
       JOIN municipality ON municipality.code = raw_advance.municipality;
CREATE UNIQUE INDEX advance_key ON advance (provider_id, month, product_id, municipality_id);
INSERT INTO peildatum (day, label, data_through)
  SELECT unixepoch (substr (day, 7, 4) || '-' || substr (day, 4, 2) || '-' || substr (day, 1, 2)) / 86400, label,
         unixepoch (substr (data_through, 7, 4) || '-' || substr (data_through, 4, 2) || '-' || substr (data_through, 1, 2)) / 86400
  FROM raw_peildatum;
INSERT INTO measurement (peildatum_id, provider_id, product_id, municipality_id, clients, places_milli, realised_cents, waiting,
                         waiting_days)
  SELECT peildatum.id, provider.id, product.id, municipality.id, CAST (nullif (clients, '') AS INTEGER),
         CAST (round (nullif (replace (places, ',', '.'), '') * 1000) AS INTEGER),
         CAST (nullif (replace (realised, ',', ''), '') AS INTEGER), CAST (nullif (waiting, '') AS INTEGER),
         CAST (nullif (waiting_days, '') AS INTEGER)
  FROM raw_measurement
       JOIN peildatum ON peildatum.day = unixepoch (substr (raw_measurement.day, 7, 4) || '-' || substr (raw_measurement.day, 4, 2) || '-' || substr (raw_measurement.day, 1, 2)) / 86400
       JOIN provider USING (agb) JOIN product ON product.code = raw_measurement.product
       JOIN municipality ON municipality.code = raw_measurement.municipality;
ANALYZE;
