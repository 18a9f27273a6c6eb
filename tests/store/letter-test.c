/* letter-test.c: bandwidth letters in a line each, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "letter-test.h"

#include <string.h>

static const char agreed[] = "provider 41410004 Den\n"
                             "---\n"
                             "agreement 41410001 2024 AMB1 0983 700000 aanbieder donut\n"
                             "agreement 41410002 2024 AMB1 0983 3000000 aanbieder\n"
                             "agreement 41410003 2024 AMB1 0983 400000 aanbieder\n"
                             "agreement 41410004 2024 AMB1 0983 1080000 aanbieder\n"
                             "---\n"
                             "peildatum 19-07-2024 July 31-05-2024\n"
                             "peildatum 18-10-2024 October 31-08-2024\n";

static void
run (StoreTest *test, const char *rows)
{
  const char *outcome = store_test_run (test, rows);

  if (strpbrk (outcome, "RF") != NULL)
    g_error ("%s: %s", outcome, store_test_refusal (test, 0));
}

/* Ten hours of € 90 in each of the first five months. */
static void
declare (StoreTest *test, const char *agb, int number)
{
  GString *rows = g_string_new (NULL);

  g_string_append_printf (rows, "assignment 0983/%d C%d %s 45A04 01-01-2024 31-12-2024\n---\n", number, number, agb);
  for (int month = 1; month <= 5; month++)
    g_string_append_printf (rows, "line L%d-%d 0983/%d 45A04 01-%02d-2024 28-%02d-2024 10000 900000 90000\n", number, month,
                            number, month, month);
  run (test, rows->str);
  g_string_free (rows, TRUE);
}

StoreTest *
letter_test_region (void)
{
  static const char *const agbs[] = { LINDE, BEUK, EIK, DEN };
  StoreTest *test = store_test_new ();

  run (test, store_test_basics);
  run (test, agreed);
  for (guint i = 0; i < G_N_ELEMENTS (agbs); i++)
    declare (test, agbs[i], (int) i + 1);
  return test;
}

gint64
letter_test_peildatum (StoreTest *test)
{
  return store_test_int (test, "SELECT id FROM peildatum WHERE label = 'July'");
}

GBytes *
letter_test_render (const PsLetterPaper *paper, gpointer press, GError **error)
{
  LetterPress *self = press;
  char *text = g_strdup_printf ("%%PDF %s\n%s\n%s\n%s\n%s\n%s\n%s\n", paper->letter->number_text, paper->region,
                                paper->letterhead, paper->addressee, paper->letter->subject, paper->letter->body, paper->signer);

  if (self != NULL)
    {
      self->n++;
      if (self->texts != NULL)
        g_ptr_array_add (self->texts, g_strdup (text));
      if (self->n == self->cancel_at)
        g_cancellable_cancel (self->cancellable);
      if (self->n == self->fail_at)
        {
          g_free (text);
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no paper");
          return NULL;
        }
    }
  return g_bytes_new_take (text, strlen (text));
}

PsLetterReport *
letter_test_try_draft (StoreTest *test, const char *actor, const char *agbs, const char *today, GError **error)
{
  g_auto (GStrv) parts = agbs != NULL ? g_strsplit (agbs, " ", -1) : NULL;
  PsLetterDraftJob job = { .peildatum_id = letter_test_peildatum (test),
                           .agbs = (const char *const *) parts,
                           .today = change_test_day (today) };

  return ps_letters_draft (test->store, actor, &job, NULL, NULL, NULL, error);
}

gint64
letter_test_draft (StoreTest *test, const char *agb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = letter_test_try_draft (test, "tester", agb, "22-07-2024", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  return ((PsLetterOutcome *) report->done->pdata[0])->id;
}

PsLetterReport *
letter_test_try_send (StoreTest *test, const char *actor, const gint64 *ids, gsize n_ids, const char *shown_figures,
                      LetterPress *press, GError **error)
{
  PsLetterSendJob job = { .ids = ids,
                          .n_ids = n_ids,
                          .sent_on = change_test_day ("26-07-2024"),
                          .means = PS_LETTER_BY_POST,
                          .today = change_test_day ("26-07-2024"),
                          .shown_figures = shown_figures };

  return ps_letters_send (test->store, actor, &job, letter_test_render, press, press != NULL ? press->cancellable : NULL, NULL,
                          NULL, error);
}

gint64
letter_test_send (StoreTest *test, const char *agb)
{
  gint64 id = letter_test_draft (test, agb);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = letter_test_try_send (test, "tester", &id, 1, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  g_assert_cmpint (report->record, >, 0);
  return id;
}

PsLetter *
letter_test_find (StoreTest *test, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PsLetter *letter = ps_letters_find (test->store, id, &error);

  g_assert_no_error (error);
  return letter;
}

gboolean
letter_test_try (StoreTest *test, const char *actor, gint64 id, const PsLetterStep *step, GError **error)
{
  g_autoptr (PsLetter) shown = letter_test_find (test, id);
  PsLetterStep known = *step;
  gint64 record = 0;

  known.today = change_test_day ("30-09-2024");
  if (!ps_letters_take (test->store, actor, shown, &known, &record, error))
    return FALSE;
  g_assert_cmpint (record, ==, store_test_int (test, "SELECT max (id) FROM audit_record"));
  return TRUE;
}

void
letter_test_take (StoreTest *test, gint64 id, PsLetterEventKind event, const char *day, const char *text)
{
  PsLetterStep step = { .event = event, .day = change_test_day (day), .text = text };
  g_autoptr (GError) error = NULL;

  letter_test_try (test, "tester", id, &step, &error);
  g_assert_no_error (error);
}

void
letter_test_assert_refused (StoreTest *test, gint64 id, const PsLetterStep *step, PsStoreError code, const char *words)
{
  const char *before = store_test_dump (test);
  g_autoptr (GError) error = NULL;

  g_assert_false (letter_test_try (test, "tester", id, step, &error));
  change_test_assert_refused (&error, code, words);
  g_assert_cmpstr (store_test_dump (test), ==, before);
  g_assert_cmpint (sqlite3_get_autocommit (test->store->db), !=, 0);
}

const char *
letter_test_course (StoreTest *test, gint64 id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT 'state=' || state || ifnull (' number=' || number, '') || ifnull (' sent_on=' || date (sent_on * 86400, "
      "'unixepoch'), '')"
      " || ifnull (' due_on=' || date (due_on * 86400, 'unixepoch'), '') || ifnull (' reminded_on=' || date (reminded_on * 86400,"
      " 'unixepoch'), '') || ifnull (' answered_on=' || date (answered_on * 86400, 'unixepoch'), '') || ifnull (' answer=' || "
      "answer, '')"
      " || ifnull (' measures=' || measures, '') || ifnull (' talk_by=' || date (talk_by * 86400, 'unixepoch'), '')"
      " || ifnull (' talked_on=' || date (talked_on * 86400, 'unixepoch'), '') || ifnull (' talk=' || talk, '')"
      " || ifnull (' decide_by=' || date (decide_by * 86400, 'unixepoch'), '') || ifnull (' decided_on=' || date (decided_on * "
      "86400,"
      " 'unixepoch'), '') || ifnull (' decision=' || decision, '') || ifnull (' ended_on=' || date (ended_on * 86400, "
      "'unixepoch'), '')"
      " || ifnull (' end_reason=' || end_reason, '') FROM letter WHERE id = %" G_GINT64_FORMAT,
      id);

  return store_test_text (test, sql);
}

const char *
letter_test_events (StoreTest *test, gint64 id)
{
  g_autoptr (PsLetter) letter = letter_test_find (test, id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < letter->events->len; i++)
    {
      const PsLetterEvent *event = g_ptr_array_index (letter->events, i);
      g_autofree char *day = ps_date_to_iso (event->day);

      g_assert_cmpint (event->at, >, 0);
      g_string_append_printf (text, "%s%s %s %s%s%s", i > 0 ? "\n" : "", ps_letter_event_code (event->kind), day, event->by,
                              event->note != NULL ? ": " : "", event->note != NULL ? event->note : "");
    }
  g_ptr_array_add (test->texts, g_string_free (text, FALSE));
  return g_ptr_array_index (test->texts, test->texts->len - 1);
}
