/* test-bandwidth.c: where providers stand, on the command line (the fixture minimal; the figures are explained in tests/exchange/letter-check.h)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

#define DB "--db", fixture->database

typedef CliRegion Fixture;

/* What asks for the heaviest letter first, then by the distance to the ceiling: € 2.960,53 is further than € 2.499,99. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "bandwidth", "--peildatum", "2024-07-19", NULL);

  cli_assert_order (text, (const char *const[]){ "Test region\n",
                                                 "2024 on 19-07-2024, data through 31-05-2024",
                                                 "AGB",
                                                 "Letter",
                                                 "\n41410002",
                                                 "1,000.00",
                                                 "1,241.97",
                                                 "124.2",
                                                 "2,990.53",
                                                 "299.1",
                                                 "linear",
                                                 "Ceiling reached, over the bandwidth",
                                                 "149.53",
                                                 "needed\n",
                                                 "41410001",
                                                 "AMB1",
                                                 "7,000.00",
                                                 "6,526.00",
                                                 "93.2",
                                                 "15,713.92",
                                                 "224.5",
                                                 "Over the bandwidth",
                                                 "8,370.92",
                                                 "needed\n",
                                                 "41410001",
                                                 "AMBV",
                                                 "5,000.00",
                                                 "12,039.47",
                                                 "needed\n",
                                                 "41410004",
                                                 "5,191.26",
                                                 "12,500.01",
                                                 "Under the bandwidth",
                                                 "0.00",
                                                 "needed\n",
                                                 "3 providers need a letter now.\n",
                                                 NULL });
}

/* Nothing of the year was known then: nobody needs a letter. */
static void
test_before_data (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "bandwidth", "--peildatum", "22-02-2024", NULL);

  cli_assert_order (text,
                    (const char *const[]){ "on 22-02-2024, no data of the year yet", "7,000.00", "0.00", "7,000.00", "100.0",
                                           "ceiling", "Within the bandwidth", "No provider needs a letter now.\n", NULL });
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text =
      cli_expect (0, DB, "bandwidth", "--peildatum", "2024-07-19", "--provider", "41410001", "--format=json", NULL);
  g_autoptr (JsonNode) node = cli_parse_json (text);
  JsonObject *root = json_node_get_object (node), *provider, *scope;
  JsonArray *providers = json_object_get_array_member (root, "providers");

  g_assert_cmpstr (json_object_get_string_member (root, "before"), ==, "2024-05-19");
  g_assert_cmpuint (json_array_get_length (providers), ==, 1);
  provider = json_array_get_object_element (providers, 0);
  g_assert_cmpstr (json_object_get_string_member (provider, "provider"), ==, "41410001");
  scope = json_array_get_object_element (json_object_get_array_member (provider, "scopes"), 1);
  g_assert_cmpstr (json_object_get_string_member (scope, "scope"), ==, "AMBV");
  g_assert_cmpint (json_object_get_int_member (scope, "realised_cents"), ==, 500000);
  g_assert_cmpint (json_object_get_int_member (scope, "forecast_cents"), ==, 1203947);
  g_assert_cmpstr (json_object_get_string_member (scope, "position"), ==, "under");
  /* On 19-05 with the data through March: (31 + 91) client-days × 7.500 / 366. */
  scope = json_object_get_object_member (scope, "before");
  g_assert_cmpint (json_object_get_int_member (scope, "realised_cents"), ==, 250000);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "bandwidth", "--peildatum", "2024-07-19", "--format", "csv", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_true (g_str_has_prefix (lines[0], "\xEF\xBB\xBFyear;day;through;provider;"));
  g_assert_true (
      g_str_has_prefix (lines[1], "2024;2024-07-19;2024-05-31;41410001;Jeugdhulp Peelrand;AMB1;700000;652600;1571392;"));
}

/* Of a year that is over: all of it, to the last day; and the figures are those of the settlement but for trajects. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "bandwidth", "--year", "2024", "--provider", "41410002", "--format=json", NULL);
  g_autofree char *later = cli_expect (0, DB, "bandwidth", "--year", "2025", NULL);
  g_autofree char *latest = cli_expect (0, DB, "bandwidth", NULL);
  g_autofree char *named = cli_expect (0, DB, "bandwidth", "--year", "2024", NULL);
  g_autoptr (JsonNode) node = cli_parse_json (text);
  JsonObject *root = json_node_get_object (node), *provider;

  g_assert_cmpstr (json_object_get_string_member (root, "day"), ==, "2024-12-31");
  g_assert_true (json_object_get_null_member (root, "peildatum"));
  g_assert_true (json_object_get_null_member (root, "label"));
  provider = json_array_get_object_element (json_object_get_array_member (root, "providers"), 0);
  g_assert_cmpint (json_object_get_int_member (provider, "realised_cents"), ==, 124197);
  g_assert_cmpint (json_object_get_int_member (provider, "forecast_cents"), ==, 124197);
  g_assert_nonnull (strstr (later, "No provider has an agreement of that year"));
  /* The latest year with declarations, whatever the clock says. */
  g_assert_cmpstr (latest, ==, named);
}

static void
assert_refused (Fixture *fixture, int status, const char *complaint, const char *option, const char *value, const char *more)
{
  g_autoptr (CliRun) run = cli_run (DB, "bandwidth", option, value, more, NULL);

  cli_assert_refused (run, status, complaint);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) absent = cli_run ("--db", "/nowhere/region.peilstok", "bandwidth", NULL);

  assert_refused (fixture, 1, "There is no peildatum 2024-07-01. There are: 2024-02-22, 2024-05-19, 2024-07-19.", "--peildatum",
                  "2024-07-01", NULL);
  assert_refused (fixture, 1, "", "--provider", "00000000", NULL);
  assert_refused (fixture, 2, "is not a day", "--peildatum", "soon", NULL);
  assert_refused (fixture, 2, "leave --year out", "--peildatum", "2024-07-19", "--year=2024");
  assert_refused (fixture, 2, "four digits", "--year", "24", NULL);
  assert_refused (fixture, 2, "four digits", "--year", "-1", NULL);
  assert_refused (fixture, 2, "four digits", "--year", "0", NULL);
  assert_refused (fixture, 2, "choose text, json or csv", "--format", "xml", NULL);
  assert_refused (fixture, 2, "no other arguments", "2024-07-19", NULL, NULL);
  g_assert_cmpint (absent->status, ==, 3);
}

static void
test_no_peildata (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.peilstok", NULL);
  g_autoptr (CliRun) run = NULL;

  g_free (cli_expect (0, "--db", empty, "init", NULL));
  run = cli_run ("--db", empty, "bandwidth", "--peildatum", "2024-07-19", NULL);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->errors, "the region has none yet"));
}

#define ADD(name, func) g_test_add ("/cli/bandwidth/" name, Fixture, "minimal", cli_region_set_up, func, cli_region_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("text", test_text);
  ADD ("before-data", test_before_data);
  ADD ("json", test_json);
  ADD ("csv", test_csv);
  ADD ("year", test_year);
  ADD ("refused", test_refused);
  ADD ("no-peildata", test_no_peildata);
  return g_test_run ();
}
