/* test-alerts.c: what needs attention, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

#include "store/ps-alerts.h"

#define DB "--db", fixture->database
#define OF_2024 "alerts", "--year", "2024"

typedef CliRegion Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cli_region_set_up (fixture, NULL);
  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
}

/* Puts the ceiling that is reached aside for a month, in this process. */
static void
put_aside (Fixture *fixture, PsDate today)
{
  const PsYearFiguresQuery query = { .year = 2024, .today = today };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->database, PS_STORE_WRITE, &error);
  g_autoptr (PsYearFigures) figures = NULL;
  g_autoptr (GPtrArray) alerts = NULL;

  g_assert_no_error (error);
  figures = ps_year_figures_load (store, &query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  alerts = ps_alerts_load (store, figures, NULL, today, NULL, &error);
  g_assert_no_error (error);
  ps_alerts_snooze (store, "anna", alerts->pdata[0], today + 30, "A talk is planned", today, NULL, &error);
  g_assert_no_error (error);
}

static PsDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static JsonArray *
read_signals (const char *json, JsonNode **node)
{
  *node = cli_parse_json (json);
  return json_object_get_array_member (json_node_get_object (*node), "signals");
}

static const char *
text_of (JsonArray *signals, guint i, const char *name)
{
  return json_object_get_string_member (json_array_get_object_element (signals, i), name);
}

/* ---- */

/* € 1.000 in the first 91 days of 366, on a ceiling of € 800 above which nothing is paid: of the € 4.021,98 that it would be € 3.221,98 is
 * deducted. And € 200 of a provider with which nothing was agreed. Neither sent a statement. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, OF_2024, NULL);

  cli_assert_order (text, (const char *const[]){ "Urgency", "What it is about", "High", "Ceiling reached", "realised", "1,000.00",
                                                 "800.00", "High", "No performance agreement", "200.00", "Medium",
                                                 "Production statement overdue", "2 providers", NULL });
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = cli_expect (0, DB, OF_2024, "--format=json", NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonArray *signals = read_signals (json, &node);
  JsonObject *first = json_array_get_object_element (signals, 0);

  g_assert_cmpuint (json_array_get_length (signals), ==, 3);
  g_assert_cmpstr (text_of (signals, 0, "kind"), ==, "reached");
  g_assert_cmpstr (text_of (signals, 0, "urgency"), ==, "high");
  g_assert_cmpstr (text_of (signals, 0, "since"), ==, "2024-03-31");
  g_assert_true (g_str_has_prefix (text_of (signals, 0, "key"), "reached:2024:"));
  g_assert_cmpint (json_object_get_int_member (first, "at_stake_cents"), ==, 322198);
  g_assert_true (json_object_get_null_member (first, "snooze"));
  g_assert_false (json_object_get_boolean_member (first, "snoozed"));
  g_assert_cmpstr (text_of (signals, 1, "kind"), ==, "no-agreement");
  g_assert_cmpstr (text_of (signals, 2, "kind"), ==, "statement");
  g_assert_true (json_object_get_null_member (json_array_get_object_element (signals, 2), "provider"));
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = cli_expect (0, DB, OF_2024, "--format=csv", NULL);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5); /* heading, three, and the end */
  g_assert_nonnull (strstr (lines[0], "key;kind;urgency;what;since;at_stake_cents;year;provider;provider_name;scope;snoozed"));
  g_assert_nonnull (strstr (lines[1], ";2024-03-31;322198;2024;"));
  g_assert_true (g_str_has_suffix (lines[1], ";nee;;;"));
  g_assert_true (g_str_has_prefix (lines[3], "statement:2024;statement;medium;"));
}

static void
test_put_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *all = NULL, *json = NULL, *all_json = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) all_node = NULL;
  JsonArray *signals;

  put_aside (fixture, find_today ());
  text = cli_expect (0, DB, OF_2024, NULL);
  g_assert_null (strstr (text, "Ceiling reached"));
  g_assert_nonnull (strstr (text, "One signal is put aside"));
  all = cli_expect (0, DB, OF_2024, "--all", NULL);
  cli_assert_order (all, (const char *const[]){ "No performance agreement", "Ceiling reached", "put aside until", "anna",
                                                "A talk is planned", NULL });
  json = cli_expect (0, DB, OF_2024, "--format=json", NULL);
  g_assert_cmpuint (json_array_get_length (read_signals (json, &node)), ==, 2);
  all_json = cli_expect (0, DB, OF_2024, "--all", "--format=json", NULL);
  signals = read_signals (all_json, &all_node);
  g_assert_cmpuint (json_array_get_length (signals), ==, 3);
  g_assert_cmpstr (text_of (signals, 2, "kind"), ==, "reached");
  g_assert_cmpstr (json_object_get_string_member (
                       json_object_get_object_member (json_array_get_object_element (signals, 2), "snooze"), "reason"),
                   ==, "A talk is planned");
}

/* The history of it is in words. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  put_aside (fixture, find_today ());
  text = cli_expect (0, DB, "history", NULL);
  g_assert_nonnull (strstr (text, "Signal “Ceiling reached, 2024, "));
  g_assert_nonnull (strstr (text, " put aside"));
}

/* Who names no year gets the latest of which a month was declared, as in the window. */
static void
test_latest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *named = cli_expect (0, DB, OF_2024, NULL);
  g_autofree char *latest = cli_expect (0, DB, "alerts", NULL);
  g_autofree char *help = cli_expect (0, "alerts", "--help", NULL);

  g_assert_cmpstr (latest, ==, named);
  g_assert_nonnull (strstr (help, "the latest with declarations"));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "alerts", "--year", "2010", NULL);

  g_assert_cmpstr (text, ==, "Nothing needs attention.\n");
}

static void
assert_misused (Fixture *fixture, const char *complaint, const char *option)
{
  g_autoptr (CliRun) run = cli_run (DB, "alerts", option, NULL);

  cli_assert_refused (run, 2, complaint);
}

static void
test_misused (Fixture *fixture, gconstpointer data)
{
  assert_misused (fixture, "four digits", "--year=24");
  assert_misused (fixture, "choose text, json or csv", "--format=pdf");
  assert_misused (fixture, "no other arguments", "over");
}

#define ADD(name, func) g_test_add ("/cli/alerts/" name, Fixture, NULL, set_up, func, cli_region_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("text", test_text);
  ADD ("json", test_json);
  ADD ("csv", test_csv);
  ADD ("put-aside", test_put_aside);
  ADD ("history", test_history);
  ADD ("latest", test_latest);
  ADD ("nothing", test_nothing);
  ADD ("misused", test_misused);
  return g_test_run ();
}
