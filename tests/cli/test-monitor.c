/* test-monitor.c: what is measured, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The fixture minimal, against its settlement; and the demo region, against the same figures by plain SQL over its rows.
 */
#include "cli-region.h"

#include <sqlite3.h>
#include <string.h>

#define DB "--db", fixture->database

typedef CliRegion Fixture;

/* ---- figures of the JSON */

static JsonObject *
find_by_id (JsonArray *array, const char *name, const char *id)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (object, name), id))
        return object;
    }
  g_error ("no %s", id);
}

static JsonObject *
find_topic (JsonNode *root, const char *topic)
{
  return find_by_id (json_object_get_array_member (json_node_get_object (root), "topics"), "topic", topic);
}

static gint64
tile (JsonNode *root, const char *topic, const char *id)
{
  JsonArray *tiles = json_object_get_array_member (find_topic (root, topic), "tiles");

  return json_object_get_int_member (find_by_id (tiles, "id", id), "value");
}

static guint
find_column (JsonObject *table, const char *id)
{
  JsonArray *columns = json_object_get_array_member (table, "columns");

  for (guint i = 0; i < json_array_get_length (columns); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (columns, i), "id"), id))
      return i;
  g_error ("no column %s", id);
}

static gint64
cell (JsonNode *root, const char *topic, const char *table_id, const char *label, const char *column)
{
  JsonObject *table = find_by_id (json_object_get_array_member (find_topic (root, topic), "tables"), "id", table_id);
  JsonArray *rows = json_object_get_array_member (table, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *cells = json_object_get_array_member (json_array_get_object_element (rows, i), "cells");

      if (g_str_equal (json_array_get_string_element (cells, 0), label))
        return json_array_get_int_element (cells, find_column (table, column));
    }
  g_error ("no row %s in %s", label, table_id);
}

/* ---- against other figures */

/* Net of the settlement's lines of a group in a municipality; NULL: of all. Its trajectories began and ended in the year. */
static gint64
settled (JsonNode *root, const char *group, const char *municipality)
{
  JsonArray *settlements = json_object_get_array_member (json_node_get_object (root), "settlements");
  gint64 sum = 0;

  for (guint i = 0; i < json_array_get_length (settlements); i++)
    {
      JsonArray *lines = json_object_get_array_member (json_array_get_object_element (settlements, i), "lines");

      for (guint j = 0; j < json_array_get_length (lines); j++)
        {
          JsonObject *line = json_array_get_object_element (lines, j);

          if ((group == NULL || g_str_equal (json_object_get_string_member (line, "product_group"), group))
              && (municipality == NULL || g_str_equal (json_object_get_string_member (line, "municipality"), municipality)))
            sum += json_object_get_int_member (line, "net_cents");
        }
    }
  return sum;
}

static void
test_settlement (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "monitor", "--year", "2024", "--format=json", NULL);
  g_autofree char *settlements = cli_expect (0, DB, "settle", "--year", "2024", "--format=json", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (text), settle = cli_parse_json (settlements);

  g_assert_cmpint (settled (settle, NULL, NULL), ==, 4204813);
  g_assert_cmpint (tile (root, "production", "cost"), ==, settled (settle, NULL, NULL));
  g_assert_cmpint (tile (root, "shares", "cost"), ==, settled (settle, NULL, NULL));
  g_assert_cmpint (cell (root, "production", "production", "Venlo", "group-AMB1"), ==, settled (settle, "AMB1", "0983"));
  g_assert_cmpint (cell (root, "production", "production", "Venlo", "group-CON"), ==, settled (settle, "CON", "0983"));
  g_assert_cmpint (cell (root, "production", "production", "Bergen (L.)", "total"), ==, settled (settle, NULL, "0893"));
  g_assert_cmpint (cell (root, "production", "production", "Total", "group-AMBV"), ==, settled (settle, "AMBV", NULL));
  g_assert_cmpint (cell (root, "shares", "shares-by-contract", "Without a contract (NGA)", "cost"), ==, 18000);
}

/* What a query gives, a row a number of the first column and the ones behind it. */
static GArray *
query (const char *database, const char *sql)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (database, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        gint64 number = sqlite3_column_int64 (statement, i);

        g_array_append_val (numbers, number);
      }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return numbers;
}

/* By class: extension, other provider, other product, recidive, left care. */
static const char follow_sql[] =
    "WITH care AS (SELECT a.id, a.client, a.provider_id AS provider, a.product_id AS product, coalesce(a.group_id, "
    "p.group_id) AS groep, ifnull(a.ends_on, 999999) AS a_end, "
    "max(c.starts_on, a.starts_on) AS s, CASE WHEN c.stops_on IS NULL THEN 0 ELSE c.reason END AS r, "
    "min(CASE WHEN c.reason = 20 AND c.stops_on IS NOT NULL THEN ifnull((SELECT min(n.starts_on) - 1 FROM care_period n "
    "WHERE n.assignment_id = a.id AND n.starts_on > c.stops_on), c.stops_on) ELSE ifnull(c.stops_on, 999999) END, "
    "ifnull(a.ends_on, 999999)) AS e "
    "FROM assignment a JOIN care_period c ON c.assignment_id = a.id LEFT JOIN product p ON p.id = a.product_id), "
    "known AS (SELECT * FROM care WHERE s <= e), "
    "last AS (SELECT *, row_number() OVER (PARTITION BY id ORDER BY e DESC, r = 20) AS k FROM known), "
    "ended AS (SELECT *, CASE WHEN r = 20 THEN a_end ELSE e END AS x FROM last WHERE k = 1), "
    "counted AS (SELECT *, min(date(x * 86400, 'unixepoch', '+1 month'), date(x * 86400, 'unixepoch', 'start of month', "
    "'+2 months', '-1 day')) AS m1, "
    "min(date(x * 86400, 'unixepoch', '+6 months'), date(x * 86400, 'unixepoch', 'start of month', '+7 months', '-1 day')) "
    "AS m6 "
    "FROM ended WHERE date(x * 86400, 'unixepoch') BETWEEN '2024-01-01' AND '2024-12-31'), "
    "later AS (SELECT c.id, l.provider = c.provider AS same_provider, CASE WHEN l.product IS NULL OR c.product IS NULL "
    "THEN l.groep = c.groep ELSE l.product = c.product END AS same_product, "
    "date(l.s * 86400, 'unixepoch') <= c.m1 AS in1, date(l.s * 86400, 'unixepoch') <= c.m6 AS in6 "
    "FROM counted c JOIN known l ON l.client = c.client AND l.e > c.x), "
    "classes AS (SELECT c.id, CASE WHEN max(in1 AND same_provider AND same_product) THEN 0 WHEN max(in1 AND NOT "
    "same_provider) THEN 1 WHEN max(in1) THEN 2 WHEN max(in6) THEN 3 ELSE 4 END AS class "
    "FROM counted c LEFT JOIN later l ON l.id = c.id GROUP BY c.id) "
    "SELECT class, count(*) FROM classes GROUP BY class ORDER BY class; ";

/* How many paths ended in 2024, their days, and the average. */
static const char duration_sql[] =
    "WITH care AS (SELECT a.id, a.client, a.provider_id AS provider, ifnull(a.product_id, -coalesce(a.group_id, "
    "p.group_id)) AS thing, ifnull(a.ends_on, 999999) AS a_end, "
    "max(c.starts_on, a.starts_on) AS s, CASE WHEN c.stops_on IS NULL THEN 0 ELSE c.reason END AS r, "
    "min(CASE WHEN c.reason = 20 AND c.stops_on IS NOT NULL THEN ifnull((SELECT min(n.starts_on) - 1 FROM care_period n "
    "WHERE n.assignment_id = a.id AND n.starts_on > c.stops_on), c.stops_on) ELSE ifnull(c.stops_on, 999999) END, "
    "ifnull(a.ends_on, 999999)) AS e "
    "FROM assignment a JOIN care_period c ON c.assignment_id = a.id LEFT JOIN product p ON p.id = a.product_id), "
    "known AS (SELECT * FROM care WHERE s <= e), "
    "before AS (SELECT *, max(e) OVER (PARTITION BY client, provider, thing ORDER BY s, e ROWS BETWEEN UNBOUNDED PRECEDING "
    "AND 1 PRECEDING) AS until FROM known), "
    "begun AS (SELECT *, until IS NULL OR (until < 900000 AND date(s * 86400, 'unixepoch') > min(date(until * 86400, "
    "'unixepoch', '+1 month'), date(until * 86400, 'unixepoch', 'start of month', '+2 months', '-1 day'))) AS new FROM "
    "before), "
    "numbered AS (SELECT *, sum(new) OVER (PARTITION BY client, provider, thing ORDER BY s, e) AS n FROM begun), "
    "ranked AS (SELECT *, min(s) OVER (PARTITION BY client, provider, thing, n) AS first, row_number() OVER (PARTITION BY "
    "client, provider, thing, n ORDER BY e DESC, r = 20) AS k FROM numbered), "
    "day AS (SELECT max(max(starts_on), max(stops_on)) AS d FROM care_period), "
    "paths AS (SELECT first AS s, CASE WHEN r = 20 AND a_end > d THEN 999999 ELSE e END AS e FROM ranked, day WHERE k = 1) "
    "SELECT count(*), sum(e - s + 1), round(avg(e - s + 1)) FROM paths WHERE date(e * 86400, 'unixepoch') BETWEEN "
    "'2024-01-01' AND '2024-12-31'; ";

static void
test_follow_up (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Extension", "Other provider", "Other product", "Recidive", "Left care" };
  g_autofree char *text = cli_expect (0, DB, "monitor", "--year", "2024", "--topic", "follow-up", "--format=json", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (text);
  g_autoptr (GArray) classes = query (fixture->database, follow_sql);
  gint64 sum = 0;

  g_assert_cmpuint (classes->len, ==, 2 * G_N_ELEMENTS (labels));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_assert_cmpint (g_array_index (classes, gint64, 2 * i), ==, i);
      g_assert_cmpint (cell (root, "follow-up", "follow-up", labels[i], "assignments"), ==,
                       g_array_index (classes, gint64, 2 * i + 1));
      sum += g_array_index (classes, gint64, 2 * i + 1);
    }
  g_assert_cmpint (tile (root, "follow-up", "ended"), ==, sum);
}

static void
test_duration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "monitor", "--year", "2024", "--topic", "duration", "--format=json", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (text);
  g_autoptr (GArray) expected = query (fixture->database, duration_sql);

  g_assert_cmpint (g_array_index (expected, gint64, 0), >, 500);
  g_assert_cmpint (tile (root, "duration", "ended"), ==, g_array_index (expected, gint64, 0));
  g_assert_cmpint (tile (root, "duration", "average"), ==, g_array_index (expected, gint64, 2));
}

/* Of groups without trajectories cost is what is settled: net, before any band. The columns of the table are the groups. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  static const char sql[] =
      "SELECT count(*) FROM product p JOIN product_group g ON g.id = p.group_id WHERE p.funding = 2 AND g.code = '%s'";
  g_autofree char *text = cli_expect (0, DB, "monitor", "--year", "2024", "--topic", "production", "--format=json", NULL);
  g_autofree char *settlements = cli_expect (0, DB, "settle", "--year", "2024", "--format=json", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (text), settle = cli_parse_json (settlements);
  JsonArray *tables = json_object_get_array_member (find_topic (root, "production"), "tables");
  JsonArray *columns = json_object_get_array_member (find_by_id (tables, "id", "production"), "columns");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      const char *id = json_object_get_string_member (json_array_get_object_element (columns, i), "id");
      const char *group = g_str_has_prefix (id, "group-") ? id + strlen ("group-") : NULL;
      g_autofree char *of_group = g_strdup_printf (sql, group);
      g_autoptr (GArray) trajectories = group != NULL ? query (fixture->database, of_group) : NULL;

      if (group == NULL || g_array_index (trajectories, gint64, 0) > 0)
        continue;
      g_assert_cmpint (cell (root, "production", "production", "Total", id), ==, settled (settle, group, NULL));
      g_assert_cmpint (cell (root, "production", "production", "Venlo", id), ==, settled (settle, group, "0983"));
      n++;
    }
  g_assert_cmpuint (n, >, 3);
}

/* What follows at another provider is seen where only one is asked for: the parts are those of the whole. */
static void
test_of_one_provider (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Extension", "Other provider", "Other product", "Recidive", "Left care" };
  g_autofree char *agbs = cli_expect (0, DB, "export", "providers", NULL);
  g_auto (GStrv) lines = g_strsplit (agbs, "\r\n", -1);
  g_autofree char *whole = cli_expect (0, DB, "monitor", "--year", "2024", "--topic", "follow-up", "--format=json", NULL);
  g_autoptr (JsonNode) all = cli_parse_json (whole);
  gint64 sums[G_N_ELEMENTS (labels)] = { 0 };

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *agb = g_strndup (lines[i], 8);
      g_autofree char *text =
          cli_expect (0, DB, "monitor", "--year", "2024", "--topic", "follow-up", "--provider", agb, "--format=json", NULL);
      g_autoptr (JsonNode) root = cli_parse_json (text);

      for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
        sums[j] += cell (root, "follow-up", "follow-up", labels[j], "assignments");
    }
  for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
    g_assert_cmpint (sums[j], ==, cell (all, "follow-up", "follow-up", labels[j], "assignments"));
}

/* ---- how it is asked, and what it looks like */

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text =
      cli_expect (0, DB, "monitor", "--year", "2024", "--topic", "production", "--municipality", "0983", NULL);
  g_autofree char *nothing = cli_expect (0, DB, "monitor", "--year", "2031", "--topic", "shares", NULL);
  g_autofree char *latest = cli_expect (0, DB, "monitor", "--topic", "production", "--municipality", "0983", NULL);

  g_assert_true (g_str_has_prefix (text, "Test region\nFrom 01-01-2024 through 31-12-2024"));
  g_assert_nonnull (strstr (text, "Municipality: Venlo\n"));
  g_assert_nonnull (strstr (text, "\nProduction\n"));
  g_assert_nonnull (strstr (text, "40,320.28"));
  g_assert_null (strstr (text, "Bergen"));
  g_assert_null (strstr (text, "Utilisation"));
  g_assert_nonnull (strstr (nothing, "Of 2031 no declarations are complete yet\n"));
  /* Who names no year gets the latest with declarations, whatever the clock says. */
  g_assert_cmpstr (latest, ==, text);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "monitor", "--year", "2024", "--from-month", "2", "--to-month", "4", "--provider",
                                      "41410001", "--group", "AMB1", "--format", "json", NULL);
  g_autoptr (JsonNode) node = cli_parse_json (text);
  JsonObject *root = json_node_get_object (node);

  g_assert_cmpstr (json_object_get_string_member (root, "from"), ==, "2024-02-01");
  g_assert_cmpstr (json_object_get_string_member (root, "through"), ==, "2024-04-30");
  g_assert_cmpstr (json_object_get_string_member (root, "provider"), ==, "41410001");
  g_assert_cmpstr (json_object_get_string_member (root, "group"), ==, "AMB1");
  g_assert_true (json_object_get_null_member (root, "municipality"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "topics")), ==, 11);
  g_assert_cmpstr (json_object_get_string_member (find_topic (node, "places"), "title"), ==, "Places");
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text =
      cli_expect (0, DB, "monitor", "--year", "2024", "--topic", "shares", "--topic", "duration", "--format=csv", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n_topics[2] = { 0, 0 };

  g_assert_cmpstr (lines[0], ==, "\xEF\xBB\xBFyear;from;through;topic;table;row;label;provider;product;total;column;unit;value");
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 13);
      n_topics[0] += g_str_equal (cells[3], "duration");
      n_topics[1] += g_str_equal (cells[3], "shares");
    }
  g_assert_cmpuint (n_topics[0], >, 0);
  g_assert_cmpuint (n_topics[1], >, 0);
  g_assert_cmpuint (n_topics[0] + n_topics[1] + 2, ==, g_strv_length (lines));
  g_assert_nonnull (strstr (text, "\r\n2024;2024-01-01;2024-12-31;shares;tiles;1;cost;;;nee;value;cents;4204813\r\n"));
  g_assert_nonnull (strstr (text, "shares;shares-by-contract;3;Total;;;ja;cost;cents;4204813\r\n"));
}

static void
assert_refused (Fixture *fixture, int status, const char *complaint, const char *option, const char *value, const char *more)
{
  g_autoptr (CliRun) run = cli_run (DB, "monitor", option, value, more, NULL);

  cli_assert_refused (run, status, complaint);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *help = cli_expect (0, "help", "monitor", NULL);

  assert_refused (fixture, 1, "00000000", "--provider", "00000000", NULL);
  assert_refused (fixture, 1, "XYZ", "--group", "XYZ", NULL);
  assert_refused (fixture, 1, "XYZ", "--product", "XYZ", NULL);
  assert_refused (fixture, 1, "9999", "--municipality", "9999", NULL);
  assert_refused (fixture, 1, "XYZ", "--segment", "XYZ", NULL);
  assert_refused (fixture, 2, "There is no topic “weather”.", "--topic", "weather", NULL);
  assert_refused (fixture, 2, "from 1 to 12", "--from-month", "13", NULL);
  assert_refused (fixture, 2, "from 1 to 12", "--to-month", "0", NULL);
  assert_refused (fixture, 2, "before the first", "--from-month", "5", "--to-month=4");
  assert_refused (fixture, 2, "four digits", "--year", "24", NULL);
  assert_refused (fixture, 2, "choose text, json or csv", "--format", "xml", NULL);
  assert_refused (fixture, 2, "no other arguments", "2024", NULL, NULL);
  g_assert_nonnull (strstr (help, "  follow-up    After the end"));
}

#define ADD(name, func) g_test_add ("/cli/monitor/" name, Fixture, "minimal", cli_region_set_up, func, cli_region_tear_down)
#define ADD_DEMO(name, func) g_test_add ("/cli/monitor/" name, Fixture, NULL, cli_region_set_up_demo, func, cli_region_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("settlement", test_settlement);
  ADD_DEMO ("follow-up", test_follow_up);
  ADD_DEMO ("duration", test_duration);
  ADD_DEMO ("groups", test_groups);
  ADD_DEMO ("of-one-provider", test_of_one_provider);
  ADD ("text", test_text);
  ADD ("json", test_json);
  ADD ("csv", test_csv);
  ADD ("refused", test_refused);
  return g_test_run ();
}
