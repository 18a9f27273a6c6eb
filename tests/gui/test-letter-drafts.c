/* test-letter-drafts.c: letters drafted for several providers: who asks for one, whose texts, cancelled, passed over
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "people-test.h"

#include <sqlite3.h>

#include "gui/letters/ps-letter-drafts-private.h"
#include "letters-test.h"

#define WISSEL "94000001" /* € 11.300,00 of € 10.000,00: reached */
#define ANKER "94000002"  /* nothing of € 10.000,00: under */

typedef struct
{
  DeskFixture desk;
  gint64 first; /* peildata */
  gint64 second;
} DraftsFixture;

static void
reload (DraftsFixture *fixture)
{
  ps_session_reload (ps_window_get_session (fixture->desk.window));
  desk_wait_written (&fixture->desk);
}

static void
set_up_bare (DraftsFixture *fixture, gconstpointer data)
{
  desk_set_up (&fixture->desk, data);
  desk_show (&fixture->desk, "letters");
}

/* Two peildata, and no letters. */
static void
set_up (DraftsFixture *fixture, gconstpointer data)
{
  desk_set_up (&fixture->desk, data);
  fixture->first = letters_add_peildatum (fixture->desk.path, ps_date_from_ymd (2024, 5, 19), ps_date_from_ymd (2024, 4, 30));
  fixture->second = letters_add_peildatum (fixture->desk.path, ps_date_from_ymd (2024, 7, 19), ps_date_from_ymd (2024, 6, 30));
  reload (fixture);
  desk_show (&fixture->desk, "letters");
}

static void
tear_down (DraftsFixture *fixture, gconstpointer data)
{
  desk_tear_down (&fixture->desk, data);
}

/* The dialog */

static PsLetterDrafts *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_LETTER_DRAFTS (list->data))
      return list->data;
  return NULL;
}

static gboolean
shows_rows (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (((PsLetterDrafts *) dialog)->stack), "table") == 0;
}

static PsLetterDrafts *
open_dialog (DraftsFixture *fixture)
{
  PsLetterDrafts *dialog;

  desk_do (&fixture->desk, "letters.draft");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gui_wait_until (shows_rows, dialog);
  gui_settle_down ();
  return dialog;
}

static gboolean
has_no_dialog (gpointer unused)
{
  return find_dialog () == NULL;
}

/* As its button does, where it can be clicked. */
static void
draft (PsLetterDrafts *dialog)
{
  g_assert_true (gtk_widget_is_sensitive (dialog->draft));
  g_signal_emit_by_name (dialog->draft, "clicked");
  gui_wait_until (has_no_dialog, NULL);
}

static const char *
summary_of (PsLetterDrafts *dialog)
{
  return gtk_label_get_text (dialog->summary);
}

static gboolean
is_selected (PsLetterDrafts *dialog, const char *provider)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (dialog->table);
  PsTableRow *row = desk_row (dialog->table, provider);

  g_assert_nonnull (row);
  return g_ptr_array_find (selected, row, NULL);
}

/* What there is in the register */

static GPtrArray *
stored_letters (DraftsFixture *fixture, gint64 peildatum)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->desk.path, PS_STORE_READ, &error);
  const PsLetterQuery query = { 0, NULL, peildatum };
  GPtrArray *letters = ps_letters_list (store, &query, &error);

  g_assert_no_error (error);
  return letters;
}

static guint
count_letters (DraftsFixture *fixture, gint64 peildatum)
{
  g_autoptr (GPtrArray) letters = stored_letters (fixture, peildatum);

  return letters->len;
}

/* Who is asked for is who the store says needs one, and why. */
static void
test_rows (DraftsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->desk.path, PS_STORE_READ, &error);
  const PsBandwidthQuery query = { .peildatum_id = fixture->second, .today = letters_today (), .no_before = TRUE };
  g_autoptr (PsBandwidthYear) year = ps_bandwidths_compute (store, &query, NULL, NULL, NULL, &error);
  PsLetterDrafts *dialog = open_dialog (fixture);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsProviderBandwidth *about = g_ptr_array_index (year->providers, i);
      const PsProvider *provider = ps_region_provider (year->region, about->now->provider);
      PsTableRow *row = desk_row (dialog->table, provider->name);

      g_assert_true ((row != NULL) == ps_bandwidths_needs_letter (about, NULL));
      if (row == NULL)
        continue;
      n++;
      g_assert_cmpstr (ps_table_row_get_text (row, 1), ==, ps_letter_kind_label (about->now->letter));
      g_assert_cmpint (ps_table_row_get_number (row, 3), ==, about->now->forecast_cents - about->now->ceiling_cents);
      g_assert_cmpint (ps_table_row_get_number (row, 4), ==, about->now->at_stake_cents);
      g_assert_true (is_selected (dialog, provider->name));
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (ps_table_get_n_shown (dialog->table), ==, n);
  g_assert_cmpstr (summary_of (dialog), ==, "2 letters will be drafted · Forecast below: 1 · Ceiling reached: 1");
  gui_assert_names (GTK_WIDGET (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_draft (DraftsFixture *fixture, gconstpointer data)
{
  PsLetterDrafts *dialog = open_dialog (fixture);

  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) == dialog->draft);
  draft (dialog);
  people_wait_text ("2 Letters Drafted");
  desk_wait_row (desk_table (&fixture->desk, "Bandwidth letters"), "Zorggroep De Wissel", TRUE);
  desk_wait_row (desk_table (&fixture->desk, "Bandwidth letters"), "Praktijk Het Anker", TRUE);
  g_assert_cmpuint (count_letters (fixture, fixture->second), ==, 2);
  g_assert_cmpuint (count_letters (fixture, fixture->first), ==, 0);
}

/* Of one the letter is opened. */
static void
test_selection (DraftsFixture *fixture, gconstpointer data)
{
  PsLetterDrafts *dialog = open_dialog (fixture);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint64));

  ps_table_select_ids (dialog->table, none);
  gui_settle_down ();
  g_assert_cmpstr (summary_of (dialog), ==, "0 letters will be drafted");
  g_assert_false (gtk_widget_is_sensitive (dialog->draft));
  ps_table_set_selected (dialog->table, ps_table_row_get_id (desk_row (dialog->table, "Praktijk Het Anker")));
  gui_settle_down ();
  g_assert_cmpstr (summary_of (dialog), ==, "1 letter will be drafted · Forecast below: 1");
  draft (dialog);
  desk_wait_text (&fixture->desk, "Draft letter to Praktijk Het Anker");
  g_assert_cmpuint (count_letters (fixture, fixture->second), ==, 1);
}

/* That the ceiling is reached is told once: whoever wants it told again chooses so. */
static void
test_told_before (DraftsFixture *fixture, gconstpointer data)
{
  PsLetterDrafts *dialog;

  letters_draft (fixture->desk.path, fixture->first);
  letters_send (fixture->desk.path, letters_find (fixture->desk.path, WISSEL), ps_date_from_ymd (2024, 5, 27));
  letters_send (fixture->desk.path, letters_find (fixture->desk.path, ANKER), ps_date_from_ymd (2024, 5, 27));
  reload (fixture);
  dialog = open_dialog (fixture);
  g_assert_false (is_selected (dialog, "Zorggroep De Wissel"));
  g_assert_true (is_selected (dialog, "Praktijk Het Anker"));
  g_assert_cmpstr (ps_table_row_get_text (desk_row (dialog->table, "Zorggroep De Wissel"), 5), ==, "BB-2024-0001");
  g_assert_cmpstr (ps_table_row_get_text (desk_row (dialog->table, "Praktijk Het Anker"), 5), ==, "");
  g_assert_cmpstr (summary_of (dialog), ==, "1 letter will be drafted · Forecast below: 1");
  ps_table_select_all (dialog->table);
  gui_settle_down ();
  g_assert_cmpstr (summary_of (dialog), ==,
                   "2 letters will be drafted · Forecast below: 1 · Ceiling reached: 1 · 1 was told the same before");
  draft (dialog);
  people_wait_text ("2 Letters Drafted");
  g_assert_cmpuint (count_letters (fixture, fixture->second), ==, 2);
}

/* Somebody else drafted one while the dialog was open. */
static void
test_passed_over (DraftsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = NULL;
  const char *const agbs[] = { ANKER, NULL };
  const PsLetterDraftJob job = { .peildatum_id = fixture->second, .agbs = agbs, .today = letters_today () };
  g_autoptr (PsLetterReport) report = NULL;
  PsLetterDrafts *dialog = open_dialog (fixture);

  store = ps_store_open (fixture->desk.path, PS_STORE_WRITE, &error);
  g_assert_no_error (error);
  report = ps_letters_draft (store, LETTERS_CLERK, &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  draft (dialog);
  people_wait_text ("1 Letter Drafted");
  people_wait_text ("1 was passed over.");
  people_wait_text ("Praktijk Het Anker");
  people_wait_text ("has a letter of this reference date already");
  g_assert_cmpuint (count_letters (fixture, fixture->second), ==, 2);
}

static void
test_other_peildatum (DraftsFixture *fixture, gconstpointer data)
{
  PsLetterDrafts *dialog = open_dialog (fixture);
  g_autoptr (GPtrArray) letters = NULL;

  g_assert_cmpint (dialog->peildatum_id, ==, fixture->second);
  gtk_drop_down_set_selected (dialog->date, 1);
  g_assert_cmpint (dialog->peildatum_id, ==, fixture->first);
  g_assert_false (gtk_widget_is_sensitive (dialog->draft));
  g_assert_cmpstr (summary_of (dialog), ==, "");
  gui_wait_until (shows_rows, dialog);
  draft (dialog);
  people_wait_text ("2 Letters Drafted");
  letters = stored_letters (fixture, fixture->first);
  g_assert_cmpuint (letters->len, ==, 2);
  g_assert_cmpuint (count_letters (fixture, fixture->second), ==, 0);
}

/* Everybody has one: nobody is asked for. */
static void
test_nobody (DraftsFixture *fixture, gconstpointer data)
{
  PsLetterDrafts *dialog;

  letters_draft (fixture->desk.path, fixture->second);
  reload (fixture);
  dialog = open_dialog (fixture);
  g_assert_cmpuint (ps_table_get_n_shown (dialog->table), ==, 0);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Nobody Needs a Letter"));
  g_assert_false (gtk_widget_is_sensitive (dialog->draft));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Texts */

static void
save_template (DraftsFixture *fixture, PsLetterKind kind, const char *name, const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->desk.path, PS_STORE_WRITE, &error);
  PsLetterTemplate after = { 0, kind, (char *) name, (char *) subject, (char *) "About {plafond}." };

  g_assert_no_error (error);
  g_assert_true (ps_letters_save_template (store, LETTERS_CLERK, NULL, &after, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
has_choice (gpointer dialog)
{
  return ((PsLetterDrafts *) dialog)->chosen[PS_LETTER_REACHED] != NULL;
}

/* A choice where there is more than one text of a kind, as long as there is somebody to write it to. */
static void
test_templates (DraftsFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  PsLetterDrafts *dialog;

  save_template (fixture, PS_LETTER_REACHED, "A", "First text");
  save_template (fixture, PS_LETTER_REACHED, "B", "Second text");
  save_template (fixture, PS_LETTER_UNDER, "C", "Only text");
  reload (fixture);
  dialog = open_dialog (fixture);
  gui_wait_until (has_choice, dialog);
  g_assert_null (dialog->chosen[PS_LETTER_UNDER]);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Text for “Ceiling reached”"));
  gui_assert_names (GTK_WIDGET (dialog));
  gtk_drop_down_set_selected (dialog->chosen[PS_LETTER_REACHED], 1);
  ps_table_set_selected (dialog->table, ps_table_row_get_id (desk_row (dialog->table, "Praktijk Het Anker")));
  gui_settle_down ();
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "Text for “Ceiling reached”"));
  ps_table_select_all (dialog->table);
  gui_settle_down ();
  draft (dialog);
  people_wait_text ("2 Letters Drafted");
  letter = letters_get (fixture->desk.path, letters_find (fixture->desk.path, WISSEL));
  g_assert_cmpstr (letter->subject, ==, "Second text");
  ps_letter_free (letter);
  letter = letters_get (fixture->desk.path, letters_find (fixture->desk.path, ANKER));
  g_assert_cmpstr (letter->subject, ==, "Only text");
}

/* Cancelled */

static void
run_sql (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* Another program is writing: long enough to see how far it is, and to cancel. */
static void
test_cancelled (DraftsFixture *fixture, gconstpointer data)
{
  PsLetterDrafts *dialog = open_dialog (fixture);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->desk.path, &db), ==, SQLITE_OK);
  run_sql (db, "BEGIN IMMEDIATE");
  draft (dialog);
  gui_wait_question ();
  people_wait_text ("Drafting Letters");
  adw_message_dialog_response (gui_find_question (), "cancel");
  run_sql (db, "ROLLBACK");
  sqlite3_close (db);
  people_wait_text ("Cancelled: nothing was changed");
  g_assert_cmpuint (count_letters (fixture, 0), ==, 0);
}

/* Closed while the forecasts are being worked out. */
static void
test_closed (DraftsFixture *fixture, gconstpointer data)
{
  desk_do (&fixture->desk, "letters.draft");
  g_assert_nonnull (find_dialog ());
  gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "window.close", NULL);
  gui_wait_until (has_no_dialog, NULL);
  desk_wait_written (&fixture->desk);
  g_assert_cmpuint (count_letters (fixture, 0), ==, 0);
}

/* A year in which no peildatum has been. */
static void
test_no_peildata (DraftsFixture *fixture, gconstpointer data)
{
  desk_do (&fixture->desk, "letters.draft");
  people_wait_text ("none of this year has been yet");
  g_assert_null (find_dialog ());
}

static void
add_scope (PsBandwidth *bandwidth, const char *name, gint64 ceiling, gint64 realised, gint64 forecast)
{
  PsBandwidthScope scope = { .name = g_strdup (name),
                             .label = g_strdup (name),
                             .scheme = PS_NONE,
                             .ceiling_cents = ceiling,
                             .realised_cents = realised,
                             .forecast_cents = forecast };

  g_assert_true (ps_bandwidth_judge (&scope, 500, 500, 7000));
  g_array_append_val (bandwidth->scopes, scope);
}

/* One ceiling is reached, the other far from it: how far off it is, is of the one that decides the kind. */
static void
test_deviation (DraftsFixture *fixture, gconstpointer data)
{
  const PsRegion *region = ps_session_get_settled (ps_window_get_session (fixture->desk.window))->region;
  PsProviderBandwidth provider = { .now = ps_bandwidth_new (0, 2024), .letters = TRUE };
  g_autoptr (GPtrArray) providers = g_ptr_array_new ();
  PsBandwidthYear year = { .region = (PsRegion *) region, .year = 2024, .providers = providers };
  PsBandwidthShown shown = { .year = &year };
  g_autoptr (GPtrArray) rows = NULL;
  PsOverflow overflow = { FALSE };

  add_scope (provider.now, "full", 100000, 110000, 150000);
  add_scope (provider.now, "under", 1000000, 100, 500000);
  ps_bandwidth_finish (provider.now, &overflow);
  g_ptr_array_add (providers, &provider);
  rows = ps_letter_drafts_table_rows (&shown, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (ps_table_row_get_text (rows->pdata[0], 1), ==, "Ceiling reached");
  g_assert_cmpint (ps_table_row_get_number (rows->pdata[0], 3), ==, 50000);
  ps_bandwidth_free (provider.now);
}

#define ADD(path, function) g_test_add ("/gui/letter-drafts/" path, DraftsFixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  ADD ("rows", test_rows);
  ADD ("draft", test_draft);
  ADD ("selection", test_selection);
  ADD ("told-before", test_told_before);
  ADD ("passed-over", test_passed_over);
  ADD ("other-peildatum", test_other_peildatum);
  ADD ("nobody", test_nobody);
  ADD ("templates", test_templates);
  ADD ("cancelled", test_cancelled);
  ADD ("closed", test_closed);
  ADD ("deviation", test_deviation);
  g_test_add ("/gui/letter-drafts/no-peildata", DraftsFixture, NULL, set_up_bare, test_no_peildata, tear_down);
  return g_test_run ();
}
