/* test-letters.c: the register of letters, and what is due, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

#include "exchange/ps-letter-pdf.h"

#define DB "--db", fixture->region.database

typedef struct
{
  CliRegion region;
  PsStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cli_region_set_up (&fixture->region, "minimal");
  fixture->store = ps_store_open (fixture->region.database, PS_STORE_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ps_store_close (fixture->store);
  cli_region_tear_down (&fixture->region, NULL);
}

static PsDate
date (const char *text)
{
  PsDate day;

  g_assert_true (ps_date_parse (text, &day));
  return day;
}

/* ---- what happens to them, in this process */

static void
draft (Fixture *fixture)
{
  PsLetterDraftJob job = { .today = date ("2024-07-22") };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (fixture->store, &error);
  g_autoptr (PsLetterReport) report = NULL;

  g_assert_no_error (error);
  job.peildatum_id = ps_region_peildatum (region, 2)->id;
  report = ps_letters_draft (fixture->store, "anna", &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 3);
}

static PsLetter *
find (Fixture *fixture, const char *agb)
{
  PsLetterQuery query = { .agb = agb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) letters = ps_letters_list (fixture->store, &query, &error);
  PsLetter *letter;

  g_assert_no_error (error);
  g_assert_cmpuint (letters->len, ==, 1);
  letter = ps_letters_find (fixture->store, ((const PsLetter *) g_ptr_array_index (letters, 0))->id, &error);
  g_assert_no_error (error);
  return letter;
}

static void
send_on (Fixture *fixture, const char *agb, const char *day)
{
  g_autoptr (PsLetter) letter = find (fixture, agb);
  PsLetterSendJob job = {
    .ids = &letter->id, .n_ids = 1, .sent_on = date (day), .means = PS_LETTER_BY_POST, .today = date ("2024-09-02")
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report =
      ps_letters_send (fixture->store, "bram", &job, ps_letter_render_pdf, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
withdraw (Fixture *fixture, const char *agb)
{
  g_autoptr (PsLetter) letter = find (fixture, agb);
  PsLetterStep step = {
    .event = PS_LETTER_EVENT_WITHDRAWN, .day = date ("2024-09-02"), .text = "A mistake", .today = date ("2024-09-02")
  };
  g_autoptr (GError) error = NULL;

  ps_letters_take (fixture->store, "carla", letter, &step, NULL, &error);
  g_assert_no_error (error);
}

/* ---- what it says */

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) - 1;
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "letters", NULL), *due = cli_expect (0, DB, "letters", "--due", NULL);
  g_autofree char *json = cli_expect (0, DB, "letters", "--format=json", NULL);
  g_autofree char *csv = cli_expect (0, DB, "letters", "--format=csv", NULL);

  g_assert_cmpstr (text, ==, "There is no letter.\n");
  g_assert_cmpstr (due, ==, "No letter waits for anything.\n");
  g_assert_nonnull (strstr (json, "\"letters\": []"));
  g_assert_cmpuint (count_lines (csv), ==, 1);
}

static void
test_register (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *one = NULL, *other_year = NULL;

  draft (fixture);
  send_on (fixture, "41410001", "2024-07-26");
  withdraw (fixture, "41410004");
  text = cli_expect (0, DB, "letters", NULL);
  g_assert_cmpuint (count_lines (text), ==, 4);
  /* Drafts stand before those that were sent. Of its ceiling of € 7.000, € 15.713,92 is € 8.713,92 above. */
  cli_assert_order (text,
                    (const char *const[]){ "Number", "Waits for", "draft", "41410002", "Ceiling reached", "BB-2024-0001",
                                           "41410001", "19-07-2024", "Sent", "26-07-2024", "8,713.92", "09-08-2024", NULL });
  one = cli_expect (0, DB, "letters", "--year", "2024", "--provider", "41410002", NULL);
  g_assert_cmpuint (count_lines (one), ==, 2);
  other_year = cli_expect (0, DB, "letters", "--year", "2023", NULL);
  g_assert_cmpstr (other_year, ==, "There is no letter.\n");
}

/* All of these terms are over: the one that ended first is on top; what waits to be sent has no day and is last. */
static void
test_due (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *json = NULL, *later = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *letters;

  draft (fixture);
  send_on (fixture, "41410001", "2024-08-01");
  send_on (fixture, "41410004", "2024-07-26");
  text = cli_expect (0, DB, "letters", "--due", NULL);
  cli_assert_order (text, (const char *const[]){ "BB-2024-0002", "09-08-2024", "BB-2024-0001", "15-08-2024", "41410002", NULL });
  json = cli_expect (0, DB, "letters", "--due", "--format=json", NULL);
  node = cli_parse_json (json);
  letters = json_object_get_array_member (json_node_get_object (node), "letters");
  g_assert_cmpuint (json_array_get_length (letters), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (letters, 0), "waits_by"), ==, "2024-08-09");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (letters, 1), "waits_for"), ==, "answer");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (letters, 2), "waits_for"), ==, "sending");
  withdraw (fixture, "41410004");
  later = cli_expect (0, DB, "letters", "--due", NULL);
  g_assert_null (strstr (later, "BB-2024-0002"));
  g_assert_nonnull (strstr (later, "BB-2024-0001"));
}

/* Nobody takes one that does not exist for one without letters. */
static void
test_unknown_provider (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "--format=text", "--format=json", "--format=csv" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (CliRun) run = cli_run (DB, "letters", "--provider", "4140", formats[i], NULL);

      g_assert_cmpint (run->status, ==, 1);
      g_assert_cmpstr (run->output, ==, "");
      /* to programs in ASCII: its quotes are not those of the sentence */
      g_assert_nonnull (strstr (run->errors, "There is no provider with AGB code"));
      g_assert_nonnull (strstr (run->errors, "4140"));
    }
}

static void
assert_misused (Fixture *fixture, const char *complaint, const char *option)
{
  g_autoptr (CliRun) run = cli_run (DB, "letters", option, NULL);

  cli_assert_refused (run, 2, complaint);
}

static void
test_misused (Fixture *fixture, gconstpointer data)
{
  assert_misused (fixture, "four digits", "--year=24");
  assert_misused (fixture, "choose text, json or csv", "--format=pdf");
  assert_misused (fixture, "no other arguments", "BB-2024-0001");
  assert_misused (fixture, "help letters", "--overdue");
}

#define ADD(name, func) g_test_add ("/cli/letters/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("none", test_none);
  ADD ("register", test_register);
  ADD ("due", test_due);
  ADD ("unknown-provider", test_unknown_provider);
  ADD ("misused", test_misused);
  return g_test_run ();
}
