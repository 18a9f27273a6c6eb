-- peer-overview.sql: a region's year by plain SQL over the raw lines, in the database that peer-import.sql made
--
-- SPDX-License-Identifier: EUPL-1.2
--
-- Two parts, put by overview.py into the beginning of peer-settle.sql (what lines, places and norm durations come to, and what each scope covers):
-- the first instead of its trajects, the second instead of all that follows. To the cent and to the client what the program keeps of the year,
-- which must be over. It leaves out what would only cost it more time: every forecast, the months, and the year before.

-- PART trajects as they run: what had accrued on 31-12, less what had on 31-12 before.
CREATE TEMP TABLE traject_produced AS
  WITH due AS (
    SELECT traject.*, min (unixepoch (started * 86400, 'unixepoch', '+' || norm_months || ' months'),
                           unixepoch (started * 86400, 'unixepoch', 'start of month', '+' || (norm_months + 1) || ' months', '-1 day'))
                      / 86400 - started AS norm_days,
           (SELECT t.tariff_e4 FROM tariff t
            WHERE t.product_id = traject.product_id AND ifnull (t.provider_id, 0) = 0
                  AND t.valid_from <= started AND (t.valid_to IS NULL OR t.valid_to >= started)) AS price_e4
    FROM traject, span WHERE started <= y1),
  on_day AS (SELECT due.*, y0 - 1 AS day, -1 AS sign FROM due, span UNION ALL SELECT due.*, y1, 1 FROM due, span),
  lasted AS (
    SELECT *, CASE WHEN started > day THEN 0 WHEN ended <= day AND by_plan THEN norm_days
                   ELSE min (norm_days, min (day, coalesce (ended, day)) - started + 1) END AS days
    FROM on_day)
  SELECT provider_id, product_group, municipality_id, exempt,
         sum (sign * ((2 * price_e4 * days + 100 * norm_days) / (200 * norm_days))) AS amount_cents
  FROM lasted WHERE days > 0 AND price_e4 IS NOT NULL GROUP BY assignment_id;

-- PART the region's figures
CREATE TEMP TABLE figures AS
  WITH produced AS (
    SELECT provider_id, product_group, municipality_id, amount_cents, iif (exempt = 'buiten', amount_cents, 0) AS outside_cents FROM accepted
    UNION ALL SELECT provider_id, product_group, municipality_id, amount_cents, iif (exempt = 'buiten', amount_cents, 0) FROM traject_produced
    UNION ALL SELECT provider_id, product_group, municipality_id, amount_cents, 0 FROM place_produced
    UNION ALL SELECT provider_id, product_group, municipality_id, -amount_cents, 0 FROM norm_deducted),
  summed AS (
    SELECT provider_id, product_group, municipality_id, sum (amount_cents) AS net_cents, sum (outside_cents) AS outside_cents
    FROM produced GROUP BY 1, 2, 3)
  SELECT cell.scope, cell.lump_sum, cell.ceiling_cents, coalesce (net_cents, 0) AS net_cents, coalesce (outside_cents, 0) AS outside_cents
  FROM cell LEFT JOIN summed USING (provider_id, product_group, municipality_id);

-- A pause is bridged where care comes back; care counts inside its assignment.
CREATE TEMP TABLE care AS
  SELECT a.id, a.client, max (c.starts_on, a.starts_on) AS first_day,
         min (coalesce (iif (c.reason = '20', (SELECT min (o.starts_on) - 1 FROM care_period o
                                               WHERE o.assignment_id = a.id AND o.starts_on > c.stops_on), NULL), c.stops_on, 999999),
              coalesce (a.ends_on, 999999)) AS last_day
  FROM care_period c JOIN assignment a ON a.id = c.assignment_id;

-- Counted on the year's last day, which starts of care must be known of.
CREATE TEMP TABLE known AS SELECT min (y1, (SELECT max (starts_on) FROM care_period)) AS on_day FROM span;

CREATE TEMP TABLE waiting AS
  SELECT on_day - a.starts_on AS days FROM known, assignment a
  WHERE a.starts_on <= on_day AND (a.ends_on IS NULL OR a.ends_on >= on_day)
        AND NOT EXISTS (SELECT 1 FROM care_period c WHERE c.assignment_id = a.id AND c.starts_on <= on_day
                        AND max (c.starts_on, a.starts_on) <= min (coalesce (c.stops_on, 999999), coalesce (a.ends_on, 999999)));

.mode json
SELECT (SELECT sum (ceiling_cents) FROM agreement_line WHERE year = @YEAR@ AND NOT lump_sum) AS agreed_cents,
       (SELECT sum (net_cents - outside_cents) FROM figures WHERE scope IS NOT NULL) AS realised_cents,
       (SELECT sum (iif (lump_sum, ceiling_cents, net_cents)) FROM figures) AS cost_cents,
       (SELECT count (DISTINCT client) FROM care, span WHERE first_day <= last_day AND first_day <= y1 AND last_day >= y0) AS clients,
       (SELECT count (*) FROM waiting) AS waiting, (SELECT count (*) FROM waiting WHERE days > 70) AS waiting_over;
