/* test-monitor-demo.c: what is measured of the demo region, against the same figures by plain SQL over its rows (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <sqlite3.h>
#include <string.h>

typedef CliRegion Fixture;

/* The figures of a topic by "table label column", from its CSV: year;from;through;topic;table;row;label;provider;product;total;column;unit;value */
static GHashTable *
measure (Fixture *fixture, const char *topic)
{
  GHashTable *figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text =
      cli_expect (0, "--db", fixture->database, "monitor", "--year", "2024", "--topic", topic, "--format=csv", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ";", -1);

      if (g_strv_length (cells) == 13)
        g_hash_table_insert (figures, g_strdup_printf ("%s %s %s", cells[4], cells[6], cells[10]), g_strdup (cells[12]));
    }
  g_assert_cmpuint (g_hash_table_size (figures), >, 0);
  return figures;
}

/* Of each row of a query: what its first column names is what its second one says. */
static void
assert_same (Fixture *fixture, GHashTable *figures, const char *sql, const char *table, const char *column)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  guint n = 0;

  g_assert_cmpint (sqlite3_open_v2 (fixture->database, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (; sqlite3_step (statement) == SQLITE_ROW; n++)
    {
      g_autofree char *key = g_strdup_printf ("%s %s %s", table, (const char *) sqlite3_column_text (statement, 0), column);

      g_test_message ("%s", key);
      g_assert_cmpstr (g_hash_table_lookup (figures, key), ==, (const char *) sqlite3_column_text (statement, 1));
    }
  g_assert_cmpuint (n, >, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* ---- what the queries have in common; days are counted from 1970 */

#define MONTHS                                                                                                                   \
  "WITH RECURSIVE numbers (k) AS (VALUES (1) UNION ALL SELECT k + 1 FROM numbers WHERE k < 12), "                                \
  "months AS (SELECT substr ('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * k - 2, 3) AS month, "                                   \
  "unixepoch ('2024-01-01', '+' || (k - 1) || ' months') / 86400 AS f, unixepoch ('2024-01-01', '+' || k || ' months') / 86400 " \
  "- 1 AS t "                                                                                                                    \
  "FROM numbers), year (f, t) AS (SELECT min (f), max (t) FROM months), "
/* Care inside its assignment, a temporary stop bridged where the same assignment's care comes back. */
#define CARE                                                                                                                     \
  "care AS (SELECT a.id, a.client, a.provider_id AS provider, a.product_id AS product, a.municipality_id AS municipality, "      \
  "a.referrer, "                                                                                                                 \
  "max (c.starts_on, a.starts_on) AS s, min (CASE WHEN c.reason = 20 AND c.stops_on IS NOT NULL THEN "                           \
  "ifnull ((SELECT min (n.starts_on) - 1 FROM care_period n WHERE n.assignment_id = a.id AND n.starts_on > c.stops_on), "        \
  "c.stops_on) "                                                                                                                 \
  "ELSE ifnull (c.stops_on, 999999) END, ifnull (a.ends_on, 999999)) AS e "                                                      \
  "FROM assignment a JOIN care_period c ON c.assignment_id = a.id), known AS (SELECT * FROM care WHERE s <= e) "

static void
test_clients (Fixture *fixture, gconstpointer data)
{
  static const char in_care[] =
      MONTHS CARE "SELECT month, count (DISTINCT client) FROM months JOIN known ON s <= t AND e >= f GROUP BY f";
  static const char unique[] = MONTHS CARE "SELECT 'Total', count (DISTINCT client) FROM year JOIN known ON s <= t AND e >= f";
  static const char inflow[] =
      MONTHS CARE ", before AS (SELECT s, max (e) OVER (PARTITION BY client ORDER BY s, e ROWS BETWEEN UNBOUNDED PRECEDING AND 1 "
                  "PRECEDING) AS u FROM known) "
                  "SELECT month, count (*) FROM months JOIN before ON s BETWEEN f AND t WHERE u IS NULL OR s > u + 1 GROUP BY f";
  static const char outflow[] =
      MONTHS CARE ", after AS (SELECT max (e) OVER (PARTITION BY client ORDER BY s, e ROWS UNBOUNDED PRECEDING) AS u, "
                  "lead (s) OVER (PARTITION BY client ORDER BY s, e) AS n FROM known) "
                  "SELECT month, count (*) FROM months JOIN after ON u BETWEEN f AND t WHERE n IS NULL OR n > u + 1 GROUP BY f";
  static const char by_municipality[] = MONTHS CARE "SELECT m.name, count (DISTINCT client) FROM year JOIN known ON s <= t AND e "
                                                    ">= f JOIN municipality m ON m.id = municipality GROUP BY m.id";
  g_autoptr (GHashTable) figures = measure (fixture, "clients");

  assert_same (fixture, figures, in_care, "clients-by-month", "in-care");
  assert_same (fixture, figures, unique, "clients-by-month", "in-care");
  assert_same (fixture, figures, inflow, "clients-by-month", "inflow");
  assert_same (fixture, figures, outflow, "clients-by-month", "outflow");
  assert_same (fixture, figures, by_municipality, "clients-by-municipality", "clients");
}

#define REFERRER                                                                                                                 \
  "CASE referrer WHEN 1 THEN 'Municipality' WHEN 2 THEN 'GP' WHEN 3 THEN 'Youth doctor' WHEN 4 THEN 'Certified institution' "    \
  "WHEN 5 THEN 'Specialist' WHEN 6 THEN 'No referrer' WHEN 8 THEN 'Judge' ELSE 'Unknown' END"

static void
test_referrers (Fixture *fixture, gconstpointer data)
{
  static const char of_year[] =
      MONTHS CARE "SELECT " REFERRER ", count (DISTINCT client) FROM year JOIN known ON s <= t AND e >= f GROUP BY 1";
  static const char of_march[] =
      MONTHS CARE "SELECT " REFERRER ", count (DISTINCT client) FROM months JOIN known ON s <= t AND e >= f "
                  "WHERE month = 'Mar' GROUP BY 1";
  g_autoptr (GHashTable) figures = measure (fixture, "referrers");

  assert_same (fixture, figures, of_year, "referrers", "clients");
  assert_same (fixture, figures, of_march, "referrers-by-month", "m3");
}

/* Each client-day by itself, days of a temporary stop not; the tariff of its day is the provider's own, else the region's; rounded per provider, product and municipality. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
#define DAYS                                                                                                                     \
  MONTHS "known AS (SELECT a.client, a.provider_id AS provider, a.product_id AS product, a.municipality_id AS municipality, "    \
         "max (c.starts_on, a.starts_on) AS s, min (ifnull (c.stops_on, 999999), ifnull (a.ends_on, 999999)) AS e "              \
         "FROM assignment a JOIN care_period c ON c.assignment_id = a.id), "                                                     \
         "calendar (d) AS (SELECT f FROM year UNION ALL SELECT d + 1 FROM calendar, year WHERE d < t), "                         \
         "days AS (SELECT DISTINCT provider, product, municipality, client, d FROM known JOIN product p ON p.id = product "      \
         "JOIN calendar ON d BETWEEN s AND e WHERE p.funding = 3), "                                                             \
         "counted AS (SELECT provider, product, municipality, count (*) AS n, sum (ifnull ((SELECT tariff_e4 FROM tariff x "     \
         "WHERE x.product_id "                                                                                                   \
         "= product AND x.provider_id = provider AND d BETWEEN x.valid_from AND ifnull (x.valid_to, 999999)), (SELECT "          \
         "tariff_e4 FROM tariff x "                                                                                              \
         "WHERE x.product_id = product AND x.provider_id IS NULL AND d BETWEEN x.valid_from AND ifnull (x.valid_to, 999999)))) " \
         "AS worth "                                                                                                             \
         "FROM days GROUP BY provider, product, municipality) "
#define PRODUCT " FROM counted JOIN product p ON p.id = product GROUP BY p.id"
  static const char amounts[] = DAYS "SELECT p.code || ' ' || p.name, sum ((worth + 18300) / 36600)" PRODUCT;
  static const char places[] = DAYS "SELECT p.code || ' ' || p.name, (sum (n) * 2000 + 366) / 732" PRODUCT;
  static const char may[] =
      DAYS "SELECT p.code || ' ' || p.name, (count (*) * 2000 + 31) / 62 FROM days JOIN months ON month = 'May' AND d "
           "BETWEEN f AND t JOIN product p ON p.id = product GROUP BY p.id";
  static const char agreed[] =
      "SELECT g.code || ' ' || g.name, sum (l.places_milli) FROM agreement_line l JOIN product_group g ON g.id = l.group_id "
      "JOIN agreement a ON a.year = 2024 WHERE l.places_milli > 0 AND l.version_id = (SELECT id FROM agreement_version v "
      "WHERE v.agreement_id = a.id ORDER BY v.id DESC LIMIT 1) GROUP BY g.id";
#undef PRODUCT
#undef DAYS
  g_autoptr (GHashTable) figures = measure (fixture, "places");

  assert_same (fixture, figures, amounts, "places-by-product", "amount");
  assert_same (fixture, figures, places, "places-by-product", "places");
  assert_same (fixture, figures, may, "places-by-product", "m5");
  assert_same (fixture, figures, agreed, "places-by-group", "agreed");
}

static void
test_waiting (Fixture *fixture, gconstpointer data)
{
#define FIRST                                                                                                                    \
  MONTHS CARE ", first AS (SELECT a.*, a.starts_on AS a_s, ifnull (a.ends_on, 999999) AS a_e, (SELECT min (s) FROM known k "     \
              "WHERE k.id = a.id) AS s FROM assignment a) "
/* Whoever has nothing yet under an assignment, once, and is not in care by another one for the same. */
#define WAITS                                                                                                                    \
  FIRST ", waits AS (SELECT f, min (a_s) AS since FROM months JOIN first n ON a_s <= t AND a_e >= t AND (s IS NULL OR s > t) "   \
        "WHERE NOT EXISTS (SELECT 1 FROM assignment o JOIN care_period c ON c.assignment_id = o.id WHERE "                       \
        "o.client = n.client AND o.provider_id = n.provider_id AND o.municipality_id = n.municipality_id AND "                   \
        "o.product_id IS n.product_id AND o.group_id IS n.group_id AND max (c.starts_on, o.starts_on) <= t AND "                 \
        "min (ifnull (c.stops_on, 999999), ifnull (o.ends_on, 999999)) >= t) "                                                   \
        "GROUP BY f, n.client, n.provider_id, n.municipality_id, n.product_id, n.group_id) "
#define AT_END " FROM months LEFT JOIN waits USING (f) GROUP BY f"
  static const char waiting[] = WAITS "SELECT month, count (since)" AT_END;
  static const char over[] = WAITS "SELECT month, count (*) FILTER (WHERE t - since > 70)" AT_END;
  static const char begun[] = FIRST "SELECT month, count (*) FROM months JOIN first ON s BETWEEN f AND t GROUP BY f";
  static const char mean[] = FIRST
      "SELECT month, (2 * sum (s - a_s) + count (*)) / (2 * count (*)) FROM months JOIN first ON s BETWEEN f AND t GROUP BY f";
#undef AT_END
#undef WAITS
#undef FIRST
  g_autoptr (GHashTable) figures = measure (fixture, "waiting");

  assert_same (fixture, figures, waiting, "waiting-by-month", "waiting");
  assert_same (fixture, figures, over, "waiting-by-month", "over");
  assert_same (fixture, figures, begun, "waiting-by-month", "begun");
  assert_same (fixture, figures, mean, "waiting-by-month", "mean");
}

/* The demo region keeps no holidays of its own: those of the law. */
static void
test_messages (Fixture *fixture, gconstpointer data)
{
#define WORK                                                                                                                     \
  MONTHS "work (d) AS (SELECT f - 60 FROM year UNION ALL SELECT d + 1 FROM work, year WHERE d < t + 30), "                       \
         "work_day AS (SELECT d FROM work WHERE (d + 3) % 7 < 5 AND date (d * 86400, 'unixepoch') NOT IN ('2023-12-25', "        \
         "'2023-12-26', "                                                                                                        \
         "'2024-01-01', '2024-03-29', '2024-04-01', '2024-04-27', '2024-05-05', '2024-05-09', '2024-05-20', '2024-12-25', "      \
         "'2024-12-26', "                                                                                                        \
         "'2025-01-01')) "
#define LATE(of, sent)                                                                                                           \
  "SELECT month, count (*) FROM months JOIN care_period ON " of " BETWEEN f AND t WHERE " sent                                   \
  " > (SELECT d FROM work_day WHERE d > " of " ORDER BY d LIMIT 1 OFFSET 4) GROUP BY f"
  static const char starts[] =
      MONTHS "one (x) AS (SELECT 1) SELECT month, count (*) FROM months JOIN care_period ON starts_on BETWEEN f AND t GROUP BY f";
  static const char late_305[] = WORK LATE ("starts_on", "sent_305_on");
  static const char late_307[] = WORK LATE ("stops_on", "sent_307_on");
  static const char plan[] = WORK ", first AS (SELECT a.starts_on AS p, min (c.starts_on) AS s FROM assignment a JOIN "
                                  "care_period c ON c.assignment_id = a.id "
                                  "GROUP BY a.id) SELECT 'Total', count (*) FROM year JOIN first ON s BETWEEN f AND t WHERE s > "
                                  "(SELECT d FROM work_day WHERE d > p ORDER BY d LIMIT 1 OFFSET 9)";
#undef LATE
#undef WORK
  g_autoptr (GHashTable) figures = measure (fixture, "messages");

  assert_same (fixture, figures, starts, "messages-305", "number");
  assert_same (fixture, figures, late_305, "messages-305", "late");
  assert_same (fixture, figures, late_307, "messages-307", "late");
  assert_same (fixture, figures, plan, "messages-plan", "late");
}

#define ADD(name, func) g_test_add ("/cli/monitor-demo/" name, Fixture, NULL, cli_region_set_up_demo, func, cli_region_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("clients", test_clients);
  ADD ("referrers", test_referrers);
  ADD ("places", test_places);
  ADD ("waiting", test_waiting);
  ADD ("messages", test_messages);
  return g_test_run ();
}
