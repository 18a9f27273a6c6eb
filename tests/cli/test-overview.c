/* test-overview.c: where the region's year stands, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

#define DB "--db", fixture->database

typedef CliRegion Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cli_region_set_up (fixture, NULL);
  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
}

static JsonObject *
region_of (const char *json, JsonNode **node)
{
  *node = cli_parse_json (json);
  return json_object_get_object_member (json_node_get_object (*node), "region");
}

/* Who names no year gets the one that the window opens on: the latest of which a month was declared, however long ago. */
static void
test_latest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *named = cli_expect (0, DB, "overview", "--year", "2024", NULL);
  g_autofree char *latest = cli_expect (0, DB, "overview", NULL);
  g_autofree char *help = cli_expect (0, "overview", "--help", NULL);

  g_assert_cmpstr (latest, ==, named);
  g_assert_nonnull (strstr (help, "the latest with declarations"));
  cli_assert_order (latest, (const char *const[]){ "2024, with declarations through 31-03-2024", "Agreed", "800.00", "Realised",
                                                   "1,000.00", "Cost", "1,200.00", "Clients", "2", NULL });
}

/* An agreement of a year in which nothing was declared yet is not the latest. */
static void
test_not_begun (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *year = NULL;

  g_free (
      cli_write (fixture->folder, "prestatieafspraken.csv",
                 "agb;jaar;productgroep;gemeente;plafond;uitruil;regeling\n41410001;2025;XHLP;0983;900,00;aanbieder;eigen\n"));
  year = g_build_filename (fixture->folder, "prestatieafspraken.csv", NULL);
  g_free (cli_expect (0, DB, "import", year, NULL));
  text = cli_expect (0, DB, "overview", NULL);
  g_assert_nonnull (strstr (text, "2024, with declarations"));
}

/* A region without a year at all is looked at in this one. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("Of %d no declarations are complete yet", g_date_time_get_year (now));
  g_autofree char *text = cli_expect (0, DB, "overview", NULL);

  g_assert_nonnull (strstr (text, year));
}

/* What is not known is said so, and is no zero: neither of the year, nor of the year before to the same day. */
static void
test_not_known (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "agreed_cents", "realised_cents", "cost_cents",    "last_cost_cents",
                                       "nga_cents",    "clients",        "last_clients",  "waiting",
                                       "last_waiting", "assigned_cents", "declared_cents" };
  g_autofree char *text = cli_expect (0, DB, "overview", "--year", "2025", NULL);
  g_autofree char *json = cli_expect (0, DB, "overview", "--year", "2025", "--format=json", NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *region = region_of (json, &node);

  g_assert_null (strstr (text, "0.00"));
  cli_assert_order (text, (const char *const[]){ "Of 2025 no declarations are complete yet", "Cost", "–", "–", "Clients", "–",
                                                 "–", "Waiting", "–", "–", NULL });
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!json_object_get_null_member (region, names[i]))
      g_error ("%s is known:\n%s", names[i], json);
  g_assert_cmpint (json_object_get_int_member (region, "agreed_providers"), ==, 0);
}

/* A zero that is known stays one. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = cli_expect (0, DB, "overview", "--format=json", NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *region = region_of (json, &node);

  g_assert_cmpint (json_object_get_int_member (region, "agreed_cents"), ==, 80000);
  g_assert_cmpint (json_object_get_int_member (region, "realised_cents"), ==, 100000);
  g_assert_cmpint (json_object_get_int_member (region, "cost_cents"), ==, 120000);
  g_assert_cmpint (json_object_get_int_member (region, "clients"), ==, 2);
  g_assert_false (json_object_get_null_member (region, "nga_cents"));
  g_assert_cmpint (json_object_get_int_member (region, "micro_cents"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (region, "waiting"), ==, 0);
}

#define ADD(name, set_up, func) g_test_add ("/cli/overview/" name, Fixture, NULL, set_up, func, cli_region_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("latest", set_up, test_latest);
  ADD ("not-begun", set_up, test_not_begun);
  ADD ("empty", cli_region_set_up, test_empty);
  ADD ("not-known", set_up, test_not_known);
  ADD ("known", set_up, test_known);
  return g_test_run ();
}
