/* test-report.c: the month's overview on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

#define DB "--db", fixture->database

typedef CliRegion Fixture;

static char *
in_folder (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = in_folder (fixture, "may.pdf"), *xlsx = in_folder (fixture, "may.xlsx");
  g_autofree char *said = cli_expect (0, DB, "report", "--year", "2024", "--month", "5", "--output", pdf, NULL);
  g_autofree char *wanted = g_strdup_printf ("Wrote the overview to “%s”.\n", pdf), *pages = NULL, *sheet = NULL;

  g_assert_cmpstr (said, ==, wanted);
  g_free (cli_expect (0, DB, "report", "--year", "2024", "--month", "5", "--provider", "41410001", "--output", xlsx, NULL));
  pages = read_file (pdf);
  sheet = read_file (xlsx);
  g_assert_true (g_str_has_prefix (pages, "%PDF-"));
  g_assert_true (g_str_has_prefix (sheet, "PK"));
}

/* The tables are those of `monitor` over the same months. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "may");
  g_autofree char *path = g_build_filename (folder, "production-by-municipality.csv", NULL);
  g_autofree char *scopes = g_build_filename (folder, "bandwidth.csv", NULL), *bandwidth = NULL;
  g_autofree char *pages = g_build_filename (folder, "month-overview-2024-05-41410001.pdf", NULL), *table = NULL;
  g_autoptr (CliRun) again = NULL;

  g_free (cli_expect (0, DB, "report", "--year", "2024", "--month", "5", "--provider", "41410001", "--output", folder, NULL));
  g_assert_true (g_file_test (pages, G_FILE_TEST_IS_REGULAR));
  table = read_file (path);
  g_assert_nonnull (strstr (table, "\r\nVenlo;"));
  /* Worked out by hand in tests/exchange/letter-check.h. */
  bandwidth = read_file (scopes);
  g_assert_nonnull (strstr (bandwidth, ";7000,00;6526,00;15713,92;224,48;8713,92;6650,00;7350,00;linear;"));
  again = cli_run (DB, "report", "--year", "2024", "--month", "5", "--output", folder, NULL);
  cli_assert_refused (again, 1, "There is something called");
}

/* ---- the demo region: every figure of the sheets is that of the other commands */

/* "279098,73" of two decimals: 27909873; nothing is nothing. */
static char *
in_unit (const char *text, const char *unit)
{
  guint decimals = strcmp (unit, "cents") == 0 || strcmp (unit, "basis-points") == 0 ? 2
                   : strcmp (unit, "milli-places") == 0                              ? 3
                                                                                     : 0;
  g_auto (GStrv) parts = g_strsplit (text, ",", 2);
  GString *digits = g_string_new (parts[0]);
  gsize n = 0;

  if (*text == '\0' || strcmp (unit, "text") == 0 || strcmp (unit, "date") == 0)
    return g_string_free (g_string_assign (digits, text), FALSE);
  if (parts[1] != NULL)
    g_string_append (digits, parts[1]);
  for (n = parts[1] != NULL ? strlen (parts[1]) : 0; n < decimals; n++)
    g_string_append_c (digits, '0');
  g_assert_cmpuint (n, ==, decimals);
  n = digits->str[0] == '-';
  while (digits->str[n] == '0' && digits->str[n + 1] != '\0')
    g_string_erase (digits, (gssize) n, 1);
  return g_string_free (strcmp (digits->str, "-0") == 0 ? g_string_assign (digits, "0") : digits, FALSE);
}

static GStrv
read_rows (const char *folder, const char *table)
{
  g_autofree char *name = g_strconcat (table, ".csv", NULL), *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = read_file (path);

  return g_strsplit (text, "\r\n", -1);
}

/* year;from;through;topic;table;row;label;provider;product;total;column;unit;value: its columns in their order, but the first. */
static guint
compare_tables (const char *monitor, const char *folder)
{
  g_auto (GStrv) lines = g_strsplit (monitor, "\n", -1);
  g_autofree char *table = g_strdup (""), *row = g_strdup ("");
  g_auto (GStrv) rows = NULL, cells = NULL;
  guint n = 0, column = 0;

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) figure = g_strsplit (g_strchomp (lines[i]), ";", -1);
      g_autofree char *sheet = NULL;

      g_assert_cmpuint (g_strv_length (figure), ==, 13);
      if (strcmp (figure[4], "tiles") == 0)
        continue;
      if (strcmp (figure[4], table) != 0 || strcmp (figure[5], row) != 0)
        {
          g_strfreev (rows);
          g_strfreev (cells);
          rows = read_rows (folder, figure[4]);
          cells = g_strsplit (rows[g_ascii_strtoull (figure[5], NULL, 10)], ";", -1);
          g_free (table);
          g_free (row);
          table = g_strdup (figure[4]);
          row = g_strdup (figure[5]);
          column = 0;
          g_assert_cmpstr (cells[0], ==, figure[6]);
        }
      g_assert_cmpuint (++column, <, g_strv_length (cells));
      sheet = in_unit (cells[column], figure[11]);
      g_test_message ("%s %s %s", table, figure[6], figure[10]);
      g_assert_cmpstr (sheet, ==, figure[12]);
      n++;
    }
  return n;
}

static void
test_same_as_monitor (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "month");
  g_autofree char *monitor = cli_expect (0, DB, "monitor", "--year", "2024", "--to-month", "10", "--format=csv", NULL);

  g_free (cli_expect (0, DB, "report", "--year", "2024", "--month", "10", "--output", folder, NULL));
  g_assert_cmpuint (compare_tables (monitor, folder), >, 2000);
}

static char *
euro (JsonObject *object, const char *member)
{
  gint64 cents = json_object_get_int_member (object, member);

  return g_strdup_printf ("%" G_GINT64_FORMAT ",%02d", cents / 100, (int) (cents % 100));
}

static void
assert_figure (char **rows, const char *label, const char *value)
{
  g_autofree char *wanted = g_strdup_printf ("The year at a glance;%s;%s;", label, value);

  for (guint i = 0; rows[i] != NULL; i++)
    if (g_str_has_prefix (rows[i], wanted))
      return;
  g_error ("no %s", wanted);
}

/* `overview` of a year that is over is looked at on its last day, as December's is. */
static void
test_same_as_overview (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "month"), *clients = NULL, *waiting = NULL, *total = NULL;
  g_autofree char *text = cli_expect (0, DB, "overview", "--year", "2024", "--format=json", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (text);
  JsonObject *region = json_object_get_object_member (json_node_get_object (root), "region");
  g_autofree char *agreed = euro (region, "agreed_cents"), *realised = euro (region, "realised_cents");
  g_autofree char *forecast = euro (region, "forecast_cents"), *lower = euro (region, "lower_cents");
  g_autofree char *upper = euro (region, "upper_cents");
  g_auto (GStrv) rows = NULL, key = NULL;
  guint n_agreed = 0;

  g_free (cli_expect (0, DB, "report", "--year", "2024", "--month", "12", "--output", folder, NULL));
  rows = read_rows (folder, "bandwidth");
  total = g_strdup_printf ("Total;%s;%s;%s;", agreed, realised, forecast);
  while (rows[n_agreed + 1] != NULL && !g_str_has_prefix (rows[n_agreed + 1], "Total;"))
    n_agreed++;
  g_assert_nonnull (rows[n_agreed + 1]);
  g_assert_true (g_str_has_prefix (rows[n_agreed + 1], total));
  g_assert_nonnull (strstr (rows[n_agreed + 1], lower));
  g_assert_nonnull (strstr (rows[n_agreed + 1], upper));
  g_assert_cmpint (n_agreed, ==, json_object_get_int_member (region, "agreed_providers"));

  key = read_rows (folder, "key-figures");
  clients = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (region, "clients"));
  waiting = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (region, "waiting"));
  assert_figure (key, "Agreed", agreed);
  assert_figure (key, "Realised through 31-12-2024", realised);
  assert_figure (key, "Forecast", forecast);
  assert_figure (key, "Clients", clients);
  assert_figure (key, "Waiting", waiting);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = in_folder (fixture, "none.pdf");
  g_autoptr (CliRun) early = cli_run (DB, "report", "--year", "2025", "--month", "1", "--output", pdf, NULL);
  g_autoptr (CliRun) unknown =
      cli_run (DB, "report", "--year", "2024", "--month", "1", "--provider", "12345678", "--output", pdf, NULL);
  g_autoptr (CliRun) no_month = cli_run (DB, "report", "--year", "2024", "--output", pdf, NULL);
  g_autoptr (CliRun) month = cli_run (DB, "report", "--year", "2024", "--month", "13", "--output", pdf, NULL);
  g_autoptr (CliRun) nowhere = cli_run (DB, "report", "--year", "2024", "--month", "1", NULL);
  g_autoptr (CliRun) more = cli_run (DB, "report", "--year", "2024", "--month", "1", "--output", pdf, "more", NULL);

  cli_assert_refused (early, 1, "There is no overview of January 2025 yet");
  cli_assert_refused (unknown, 1, "There is no provider with AGB code “12345678” in this region.");
  cli_assert_refused (no_month, 2, "Say with --month of which month");
  cli_assert_refused (month, 2, "Say with --month of which month");
  cli_assert_refused (nowhere, 2, "Say with --output");
  cli_assert_refused (more, 2, "report");
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/report/files", Fixture, "minimal", cli_region_set_up, test_files, cli_region_tear_down);
  g_test_add ("/cli/report/folder", Fixture, "minimal", cli_region_set_up, test_folder, cli_region_tear_down);
  g_test_add ("/cli/report/refused", Fixture, "minimal", cli_region_set_up, test_refused, cli_region_tear_down);
  g_test_add ("/cli/report/same-as-monitor", Fixture, NULL, cli_region_set_up_demo, test_same_as_monitor, cli_region_tear_down);
  g_test_add ("/cli/report/same-as-overview", Fixture, NULL, cli_region_set_up_demo, test_same_as_overview, cli_region_tear_down);
  return g_test_run ();
}
