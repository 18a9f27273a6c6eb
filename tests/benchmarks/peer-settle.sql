-- peer-settle.sql: a year settled by plain SQL over the raw lines, in the database that peer-import.sql made
--
-- SPDX-License-Identifier: EUPL-1.2
--
-- Straightforward SQL as an analyst would write it, and to the cent what the program gives for the lines' gross, norm deductions,
-- paid and carried amounts and for the scopes' deductions. It leaves out what would only cost it more time: the division of the
-- deductions over the lines, the signals, and decisions. @YEAR@ is put in by the benchmark.
PRAGMA cache_size = -64000;
PRAGMA temp_store = MEMORY;

-- Without this a nation's cells ask all agreements of the nation, each.
CREATE INDEX IF NOT EXISTS agreement_line_key ON agreement_line (provider_id, year, product_group, municipality_id);

CREATE TEMP TABLE span AS
  SELECT unixepoch ('@YEAR@-01-01') / 86400 AS y0, unixepoch ('@YEAR@-12-31') / 86400 AS y1;

-- The tariff on each day of the year and a little before, own ones first, for every provider × product that needs one.
CREATE TEMP VIEW line_of_year AS
  SELECT l.*, p.product_group, p.funding, p.unit AS product_unit, p.norm_months, p.exempt, a.municipality_id, a.client,
         a.product_id AS assigned_product, a.product_group AS assigned_group, a.starts_on, a.ends_on
  FROM span CROSS JOIN declaration_line l ON l.period_from BETWEEN y0 AND y1
       CROSS JOIN product p ON p.id = l.product_id CROSS JOIN assignment a ON a.id = l.assignment_id
  WHERE l.status <> 'afgewezen';

CREATE TEMP TABLE priced AS
  SELECT *, coalesce ((SELECT t.tariff_e4 FROM tariff t
                       WHERE t.product_id = l.product_id AND ifnull (t.provider_id, 0) = +l.provider_id
                             AND t.valid_from <= l.period_from AND (t.valid_to IS NULL OR t.valid_to >= l.period_from)),
                      (SELECT t.tariff_e4 FROM tariff t
                       WHERE t.product_id = l.product_id AND ifnull (t.provider_id, 0) = 0
                             AND t.valid_from <= l.period_from AND (t.valid_to IS NULL OR t.valid_to >= l.period_from))) AS valid_e4
  FROM line_of_year l WHERE funding = 'pxq';

CREATE TEMP TABLE accepted AS
  SELECT * FROM priced
  WHERE (assigned_product = product_id OR (assigned_product IS NULL AND assigned_group = product_group))
        AND (unit = '' OR unit = product_unit OR (unit = 'minuut' AND product_unit = 'uur'))
        AND valid_e4 IS NOT NULL
        AND CASE WHEN unit = 'minuut' AND product_unit = 'uur'
                 THEN tariff_e4 <= (valid_e4 + 3000) / 6000 * 100
                      AND amount_cents = sign (volume_milli)
                                         * iif (tariff_e4 = (valid_e4 + 3000) / 6000 * 100,
                                                (2 * abs (volume_milli) * valid_e4 + 6000000) / 12000000,
                                                (2 * abs (volume_milli) * tariff_e4 + 100000) / 200000)
                 ELSE tariff_e4 <= valid_e4
                      AND amount_cents = sign (volume_milli) * ((2 * abs (volume_milli) * tariff_e4 + 100000) / 200000) END
        AND period_from >= starts_on AND (ends_on IS NULL OR period_to <= ends_on);

-- Trajects: the earliest stop that is no pause; in full according to plan, else by days of the norm duration.
CREATE TEMP TABLE traject AS
  SELECT a.id AS assignment_id, a.provider_id, a.municipality_id, a.product_group, a.product_id, p.norm_months, p.exempt,
         min (c.starts_on) AS started, min (CASE WHEN c.reason <> '20' THEN c.stops_on END) AS ended,
         max (c.reason = '31' AND c.stops_on = (SELECT min (o.stops_on) FROM care_period o
                                                WHERE o.assignment_id = a.id AND o.reason <> '20')) AS by_plan
  FROM product p JOIN assignment a ON a.product_id = p.id JOIN care_period c ON c.assignment_id = a.id
  WHERE p.funding = 'traject' GROUP BY a.id;

CREATE TEMP TABLE traject_produced AS
  WITH due AS (
    SELECT traject.*, min (unixepoch (started * 86400, 'unixepoch', '+' || norm_months || ' months'),
                           unixepoch (started * 86400, 'unixepoch', 'start of month', '+' || (norm_months + 1) || ' months', '-1 day'))
                      / 86400 - started AS norm_days,
           (SELECT t.tariff_e4 FROM tariff t
            WHERE t.product_id = traject.product_id AND ifnull (t.provider_id, 0) = 0
                  AND t.valid_from <= started AND (t.valid_to IS NULL OR t.valid_to >= started)) AS price_e4
    FROM traject, span WHERE ended BETWEEN y0 AND y1)
  SELECT provider_id, product_group, municipality_id, exempt,
         iif (by_plan, (2 * price_e4 + 100) / 200,
              (2 * price_e4 * min (norm_days, ended - started + 1) + 100 * norm_days) / (200 * norm_days)) AS amount_cents
  FROM due;

-- Places.
CREATE TEMP TABLE place_care AS
  SELECT a.provider_id, a.product_id, a.product_group, a.municipality_id, a.client,
         max (c.starts_on, a.starts_on) AS first_day,
         min (coalesce (c.stops_on, a.ends_on, 999999), coalesce (a.ends_on, 999999)) AS last_day,
         coalesce ((SELECT measuring FROM agreement_line g WHERE g.provider_id = a.provider_id AND g.year = @YEAR@ LIMIT 1),
                   'dagelijks') AS measuring
  FROM product p JOIN assignment a ON a.product_id = p.id JOIN care_period c ON c.assignment_id = a.id
  WHERE p.funding = 'plek';

CREATE TEMP TABLE place_produced AS
  WITH RECURSIVE days (day) AS (SELECT y0 FROM span UNION ALL SELECT day + 1 FROM days, span WHERE day < y1),
  counted AS (
    SELECT provider_id, product_id, product_group, municipality_id, measuring, day, count (DISTINCT client) AS clients
    FROM days JOIN place_care ON day BETWEEN first_day AND last_day
    WHERE measuring = 'dagelijks' OR (measuring = 'peildata' AND day IN (SELECT day FROM peildatum))
    GROUP BY provider_id, product_id, product_group, municipality_id, measuring, day),
  worth AS (
    SELECT counted.*, (SELECT t.tariff_e4 FROM tariff t
                       WHERE t.product_id = counted.product_id AND ifnull (t.provider_id, 0) = 0
                             AND t.valid_from <= day AND (t.valid_to IS NULL OR t.valid_to >= day)) AS tariff_e4
    FROM counted)
  SELECT provider_id, product_group, municipality_id,
         CASE measuring WHEN 'dagelijks' THEN (2 * sum (clients * tariff_e4) + 100 * (y1 - y0 + 1)) / (200 * (y1 - y0 + 1))
              ELSE (2 * sum (clients * tariff_e4) + 100 * n) / (200 * n) END AS amount_cents
  FROM worth, span, (SELECT count (*) AS n FROM peildatum, span WHERE day BETWEEN y0 AND y1)
  GROUP BY provider_id, product_id, product_group, municipality_id
  UNION ALL
  SELECT m.provider_id, p.product_group, m.municipality_id,
         (2 * sum (m.places_milli * (SELECT t.tariff_e4 FROM tariff t
                                     WHERE t.product_id = m.product_id AND ifnull (t.provider_id, 0) = 0
                                           AND t.valid_from <= d.day AND (t.valid_to IS NULL OR t.valid_to >= d.day)))
          + 100000 * n) / (200000 * n)
  FROM span, (SELECT count (*) AS n FROM peildatum, span WHERE day BETWEEN y0 AND y1)
       JOIN peildatum d ON d.day BETWEEN y0 AND y1 JOIN measurement m ON m.peildatum_id = d.id JOIN product p ON p.id = m.product_id
  WHERE p.funding = 'plek' AND m.places_milli IS NOT NULL
        AND EXISTS (SELECT 1 FROM agreement_line g WHERE g.provider_id = m.provider_id AND g.year = @YEAR@ AND g.measuring = 'peiling')
  GROUP BY m.provider_id, m.product_id, p.product_group, m.municipality_id;

CREATE TEMP TABLE segment_of AS SELECT product_group, min (segment) AS segment FROM product GROUP BY product_group;
CREATE UNIQUE INDEX temp.segment_key ON segment_of (product_group);

-- What each agreement covers: its own lines, and those that its scope of exchange takes in.
CREATE TEMP TABLE cell AS
  WITH seen AS (
    SELECT provider_id, product_group, municipality_id FROM accepted
    UNION SELECT provider_id, product_group, municipality_id FROM traject_produced
    UNION SELECT provider_id, product_group, municipality_id FROM place_produced
    UNION SELECT provider_id, product_group, municipality_id FROM agreement_line WHERE year = @YEAR@)
  SELECT seen.*, own.ceiling_cents, coalesce (own.lump_sum, 0) AS lump_sum,
         (SELECT CASE g.exchange WHEN 'aanbieder' THEN '' WHEN 'segment' THEN s.segment WHEN 'productgroep' THEN seen.product_group
                                 ELSE seen.product_group || '/' || municipality.code END
          FROM agreement_line g JOIN segment_of s ON s.product_group = seen.product_group
          WHERE g.provider_id = seen.provider_id AND g.year = @YEAR@ AND NOT g.lump_sum AND NOT coalesce (own.lump_sum, 0)
                AND CASE g.exchange
                      WHEN 'aanbieder' THEN 1
                      WHEN 'segment' THEN s.segment = (SELECT o.segment FROM segment_of o WHERE o.product_group = g.product_group)
                      WHEN 'productgroep' THEN g.product_group = seen.product_group
                      ELSE g.product_group = seen.product_group AND g.municipality_id = seen.municipality_id END
          LIMIT 1) AS scope
  FROM seen JOIN municipality ON municipality.id = seen.municipality_id
       LEFT JOIN agreement_line own ON own.provider_id = seen.provider_id AND own.year = @YEAR@
                                       AND own.product_group = seen.product_group AND own.municipality_id = seen.municipality_id;
CREATE UNIQUE INDEX temp.cell_key ON cell (provider_id, product_group, municipality_id);

CREATE TEMP TABLE scope_scheme AS
  SELECT cell.provider_id, scope, max (g.scheme) AS scheme, sum (g.ceiling_cents) AS ceiling_cents
  FROM cell JOIN agreement_line g ON g.provider_id = cell.provider_id AND g.year = @YEAR@ AND g.product_group = cell.product_group
                                     AND g.municipality_id = cell.municipality_id
  WHERE scope IS NOT NULL GROUP BY cell.provider_id, scope;
CREATE UNIQUE INDEX temp.scope_key ON scope_scheme (provider_id, scope);

-- Paths: care of one client, provider and group without a gap of more than a month; only where a norm-duration step may apply.
CREATE TEMP TABLE stepped AS
  SELECT accepted.id, accepted.provider_id, accepted.client, accepted.product_group, accepted.municipality_id, period_from, period_to,
         amount_cents, norm_months, scheme
  FROM accepted JOIN cell USING (provider_id, product_group, municipality_id) JOIN scope_scheme USING (provider_id, scope)
  WHERE norm_months IS NOT NULL AND exempt = 'nee' AND scheme IN (SELECT scheme FROM scheme_step WHERE kind = 'normduur');

CREATE TEMP TABLE path_care AS
  WITH care AS (
    SELECT a.provider_id, a.client, a.product_group, c.starts_on AS s, coalesce (c.stops_on, a.ends_on, 999999) AS e
    FROM (SELECT DISTINCT provider_id, product_group FROM stepped) w
         JOIN assignment a ON a.provider_id = w.provider_id AND a.product_group = w.product_group
         JOIN care_period c ON c.assignment_id = a.id),
  ordered AS (
    SELECT *, max (e) OVER (PARTITION BY provider_id, client, product_group ORDER BY s, e
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS furthest FROM care),
  flagged AS (
    SELECT *, furthest IS NULL
              OR s > min (unixepoch (furthest * 86400, 'unixepoch', '+1 month'),
                          unixepoch (furthest * 86400, 'unixepoch', 'start of month', '+2 months', '-1 day')) / 86400 AS fresh
    FROM ordered),
  numbered AS (
    SELECT *, sum (fresh) OVER (PARTITION BY provider_id, client, product_group ORDER BY s, e) AS path FROM flagged)
  SELECT provider_id, client, product_group, s, e, min (s) OVER (PARTITION BY provider_id, client, product_group, path) AS path_start
  FROM numbered;
CREATE INDEX temp.path_key ON path_care (provider_id, client, product_group);

CREATE TEMP TABLE norm_deducted AS
  WITH on_path AS MATERIALIZED (
    SELECT stepped.*, (SELECT min (path_start) FROM path_care k
                       WHERE k.provider_id = stepped.provider_id AND k.client = stepped.client
                             AND k.product_group = stepped.product_group AND k.s <= period_to AND k.e >= period_from) AS path_start
    FROM stepped),
  days AS MATERIALIZED (
    SELECT *, date (path_start * 86400, 'unixepoch') AS a, date (max (period_from, path_start) * 86400, 'unixepoch') AS b
    FROM on_path WHERE path_start IS NOT NULL),
  months AS MATERIALIZED (
    SELECT *, (substr (b, 1, 4) - substr (a, 1, 4)) * 12 + substr (b, 6, 2) - substr (a, 6, 2)
              - (substr (b, 9, 2) < substr (a, 9, 2) AND b <> date (b, 'start of month', '+1 month', '-1 day')) - norm_months AS over
    FROM days),
  shares AS MATERIALIZED (
    SELECT *, (SELECT paid_bp FROM scheme_step t WHERE t.scheme = months.scheme AND t.kind = 'normduur' AND t.from_value <= over
               ORDER BY t.from_value DESC LIMIT 1) AS paid_bp
    FROM months)
  SELECT provider_id, product_group, municipality_id,
         sum (sign (amount_cents) * ((2 * abs (amount_cents) * (10000 - paid_bp) + 10000) / 20000)) AS amount_cents
  FROM shares WHERE paid_bp IS NOT NULL GROUP BY provider_id, product_group, municipality_id;

-- Paid and carried.
CREATE TEMP TABLE paid AS
  SELECT provider_id, product_group, municipality_id, amount_cents, 0 AS carried_cents
  FROM line_of_year WHERE funding <> 'traject' AND status = 'toegekend'
  UNION ALL
  SELECT l.provider_id, p.product_group, a.municipality_id, amount_cents, 0
  FROM declaration_line l JOIN product p ON p.id = l.product_id JOIN assignment a ON a.id = l.assignment_id, span
  WHERE p.funding = 'traject' AND l.status = 'toegekend' AND l.period_from BETWEEN y0 AND y1 AND coalesce (a.product_id, 0) <> l.product_id
  UNION ALL
  SELECT l.provider_id, t.product_group, t.municipality_id,
         iif (ended <= y1 AND max (ended, l.period_from) BETWEEN y0 AND y1, amount_cents, 0),
         iif (ended IS NULL OR ended > y1, amount_cents, 0)
  FROM span, declaration_line l JOIN product p ON p.id = l.product_id JOIN traject t ON t.assignment_id = l.assignment_id
  WHERE p.funding = 'traject' AND l.status = 'toegekend' AND l.period_from <= y1 AND t.product_id = l.product_id
  UNION ALL
  SELECT provider_id, p.product_group, municipality_id, amount_cents, 0
  FROM span, advance JOIN product p ON p.id = advance.product_id WHERE month BETWEEN y0 AND y1;

CREATE TEMP TABLE settled AS
  WITH figures AS (
    SELECT provider_id, product_group, municipality_id, amount_cents AS gross, iif (exempt <> 'nee', amount_cents, 0) AS exempt,
           iif (exempt = 'buiten', amount_cents, 0) AS outside, 0 AS norm, 0 AS paid, 0 AS carried FROM accepted
    UNION ALL SELECT provider_id, product_group, municipality_id, amount_cents, iif (exempt <> 'nee', amount_cents, 0),
                     iif (exempt = 'buiten', amount_cents, 0), 0, 0, 0 FROM traject_produced
    UNION ALL SELECT provider_id, product_group, municipality_id, amount_cents, 0, 0, 0, 0, 0 FROM place_produced
    UNION ALL SELECT provider_id, product_group, municipality_id, 0, 0, 0, amount_cents, 0, 0 FROM norm_deducted
    UNION ALL SELECT provider_id, product_group, municipality_id, 0, 0, 0, 0, amount_cents, carried_cents FROM paid
    UNION ALL SELECT provider_id, product_group, municipality_id, 0, 0, 0, 0, 0, 0 FROM agreement_line WHERE year = @YEAR@)
  SELECT figures.provider_id, figures.product_group, figures.municipality_id, cell.scope, cell.ceiling_cents,
         iif (cell.lump_sum, cell.ceiling_cents, sum (gross)) AS gross_cents,
         iif (cell.lump_sum, 0, sum (exempt)) AS exempt_cents, iif (cell.lump_sum, 0, sum (outside)) AS outside_cents,
         iif (cell.lump_sum, 0, sum (norm)) AS norm_cents, sum (paid) AS paid_cents, sum (carried) AS carried_cents
  FROM figures LEFT JOIN cell USING (provider_id, product_group, municipality_id)
  GROUP BY figures.provider_id, figures.product_group, figures.municipality_id;

-- Payment bands.
CREATE TEMP TABLE scope_settled AS
  WITH total AS (
    SELECT settled.provider_id, settled.scope, q.scheme, coalesce (q.ceiling_cents, 0) AS c, sum (gross_cents - norm_cents - outside_cents) AS n,
           sum (max (0, gross_cents - norm_cents - exempt_cents)) AS w
    FROM settled LEFT JOIN scope_scheme q ON q.provider_id = settled.provider_id AND q.scope = settled.scope
    WHERE settled.scope IS NOT NULL GROUP BY settled.provider_id, settled.scope),
  band AS (
    SELECT total.*, step.kind, step.from_value, step.paid_bp, (2 * c * from_value + 10000) / 20000 AS border,
           lead ((2 * c * from_value + 10000) / 20000) OVER (PARTITION BY provider_id, scope ORDER BY from_value) AS next_border
    FROM total JOIN scheme_step step ON step.scheme = total.scheme AND step.kind <> 'normduur'),
  amount AS (
    SELECT *, CASE WHEN n <= 0 THEN 0
                   WHEN kind = 'budget' THEN max (0, min (n, coalesce (next_border, n)) - border)
                   ELSE iif ((border < n OR from_value = 0) AND coalesce (next_border >= n, 1), n, 0) END AS part
    FROM band)
  SELECT provider_id, scope, c AS ceiling_cents, n AS net_cents,
         min (w, sum ((2 * part * (10000 - paid_bp) + 10000) / 20000)) AS deduction_cents
  FROM amount GROUP BY provider_id, scope;

.mode json
SELECT provider.agb, settled.product_group, municipality.code AS municipality, gross_cents, norm_cents, exempt_cents, outside_cents,
       ceiling_cents, paid_cents, carried_cents
FROM settled JOIN provider ON provider.id = settled.provider_id JOIN municipality ON municipality.id = settled.municipality_id
WHERE ceiling_cents IS NOT NULL OR gross_cents <> 0 OR norm_cents <> 0 OR paid_cents <> 0 OR carried_cents <> 0
ORDER BY agb, product_group, municipality;
SELECT provider.agb, scope, ceiling_cents, net_cents, deduction_cents
FROM scope_settled JOIN provider ON provider.id = scope_settled.provider_id ORDER BY agb, scope;
