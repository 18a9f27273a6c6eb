/* test-undo.c: changes are written in order, read again, taken back and redone; two windows on one file see each other's
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"
#include "unsaved-page.h"

#include <string.h>

#include "exchange/ps-import.h"
#include "gui/ps-navigator.h"
#include "gui/ps-undo-progress.h"
#include "gui/ps-unsaved.h"
#include "gui/ps-window.h"
#include "gui/overview/ps-overview-page.h"
#include "store/ps-change.h"

typedef struct
{
  char *folder;
  char *path;
  PsWindow *window;
  PsSession *session;
} Fixture;

static gboolean
has_page (gpointer window)
{
  return ps_window_get_page (window) != NULL;
}

static PsWindow *
open_window (const char *path)
{
  PsWindow *window = PS_WINDOW (ps_window_new (NULL));

  ps_window_open_region (window, path);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_until (has_page, window);
  return window;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gui_make_folder ();
  fixture->path = gui_make_region (fixture->folder);
  fixture->window = open_window (fixture->path);
  fixture->session = ps_window_get_session (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  gui_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static const char *
name_of (PsSession *session)
{
  return ps_region_provider (ps_session_get_settled (session)->region, 0)->name;
}

static PsRecord *
load_provider (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_READ, &error);
  PsRecord *record = ps_store_load_record (store, "provider", 1, &error);

  g_assert_no_error (error);
  return record;
}

static PsChange *
change_name (const PsRecord *before, const char *name)
{
  PsChange *change = ps_change_new ("edit", "provider:94000001");
  g_autoptr (PsRecord) after = ps_record_copy (before);

  ps_record_set_text (after, "name", name);
  ps_change_update (change, before, after);
  return change;
}

typedef struct
{
  guint n_done;
  gint64 record;
  GError *error;
  char *name; /* of the provider when the callback came */
} Outcome;

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  g_clear_error (&outcome->error);
  ps_session_write_finish (PS_SESSION (source), result, &outcome->record, &outcome->error);
  g_free (outcome->name);
  outcome->name = g_strdup (ps_session_get_path (PS_SESSION (source)) != NULL ? name_of (PS_SESSION (source)) : NULL);
  outcome->n_done++;
}

static gboolean
is_done (gpointer user_data)
{
  return ((Outcome *) user_data)->n_done > 0;
}

static void
outcome_clear (Outcome *outcome)
{
  g_clear_error (&outcome->error);
  g_free (outcome->name);
  memset (outcome, 0, sizeof *outcome);
}

static void
rename_provider (PsSession *session, const char *path, const char *name)
{
  Outcome outcome = { 0 };
  g_autoptr (PsRecord) before = load_provider (path);

  ps_session_apply_async (session, change_name (before, name), on_written_cb, &outcome);
  gui_wait_until (is_done, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpint (outcome.record, >, 0);
  /* The callback came when the pages knew. */
  g_assert_cmpstr (outcome.name, ==, name);
  outcome_clear (&outcome);
}

/* Asked one after the other without waiting: each follows from the one before it. */
static void
test_queue (Fixture *fixture, gconstpointer data)
{
  Outcome outcomes[5] = { 0 };
  g_autoptr (PsRecord) before = load_provider (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *name = g_strdup_printf ("Naam %u", i);
      g_autoptr (PsRecord) next = ps_record_copy (before);

      ps_session_apply_async (fixture->session, change_name (before, name), on_written_cb, &outcomes[i]);
      ps_record_set_text (next, "name", name);
      ps_record_free (before);
      before = g_steal_pointer (&next);
    }
  g_assert_true (ps_session_is_writing (fixture->session));
  gui_wait_until (is_done, &outcomes[4]);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_assert_cmpuint (outcomes[i].n_done, ==, 1);
      g_assert_no_error (outcomes[i].error);
      if (i > 0)
        g_assert_cmpint (outcomes[i].record, ==, outcomes[i - 1].record + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    outcome_clear (&outcomes[i]);
  g_assert_cmpstr (name_of (fixture->session), ==, "Naam 4");
  g_assert_false (ps_session_is_writing (fixture->session));
}

/* One that is refused does not leave those before it waiting. */
static void
test_queue_refused (Fixture *fixture, gconstpointer data)
{
  Outcome first = { 0 }, second = { 0 };
  g_autoptr (PsRecord) before = load_provider (fixture->path);

  ps_session_apply_async (fixture->session, change_name (before, "Eerst"), on_written_cb, &first);
  ps_session_apply_async (fixture->session, change_name (before, "Te laat"), on_written_cb, &second);
  gui_wait_until (is_done, &first);
  gui_wait_until (is_done, &second);
  g_assert_no_error (first.error);
  g_assert_error (second.error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (second.error->message, "Eerst"));
  g_assert_nonnull (strstr (second.error->message, "Zorggroep De Wissel"));
  g_assert_cmpstr (name_of (fixture->session), ==, "Eerst");
  outcome_clear (&first);
  outcome_clear (&second);
}

typedef struct
{
  Fixture *fixture;
  const char *name;
} Wanted;

static gboolean
has_name (gpointer user_data)
{
  Wanted *wanted = user_data;

  return strcmp (name_of (wanted->fixture->session), wanted->name) == 0;
}

static gboolean
can_undo (gpointer session)
{
  return ps_session_get_undo (session) != NULL;
}

static gboolean
tells_undone (gpointer window)
{
  return gui_has_text (window, "Undone: ");
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  Wanted old = { fixture, "Zorggroep De Wissel" }, new = { fixture, "Nieuwe naam" };

  rename_provider (fixture->session, fixture->path, "Nieuwe naam");
  gui_wait_until (can_undo, fixture->session);
  g_assert_cmpstr (ps_session_get_redo (fixture->session), ==, NULL);
  gtk_widget_activate_action (window, "win.undo", NULL);
  gui_wait_until (has_name, &old);
  gui_wait_until (tells_undone, window);
  g_assert_nonnull (ps_session_get_redo (fixture->session));
  gtk_widget_activate_action (window, "win.redo", NULL);
  gui_wait_until (has_name, &new);
  gtk_widget_activate_action (window, "win.undo", NULL);
  gui_wait_until (has_name, &old);
}

/* The button of the toast takes back that change, whatever came after it elsewhere. */
static void
test_toast (Fixture *fixture, gconstpointer data)
{
  Wanted old = { fixture, "Zorggroep De Wissel" };
  Outcome outcome = { 0 };
  g_autoptr (PsRecord) before = load_provider (fixture->path);
  GtkWidget *button;

  ps_session_apply_async (fixture->session, change_name (before, "Nieuwe naam"), on_written_cb, &outcome);
  gui_wait_until (is_done, &outcome);
  ps_navigator_tell_undoable (ps_window_get_page (fixture->window), "Provider changed", outcome.record);
  gui_settle_down ();
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "Provider changed"));
  button = gui_find_type (gui_find_type (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  gui_wait_until (has_name, &old);
  outcome_clear (&outcome);
}

static gboolean
tells_second (gpointer window)
{
  return gui_has_text (window, "The second") && !gui_has_text (window, "The first");
}

/* The second does not wait the eight seconds that the first would have stayed. */
static void
test_toasts (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();

  ps_navigator_tell_undoable (ps_window_get_page (fixture->window), "The first", 1);
  gui_settle_down ();
  ps_navigator_tell (ps_window_get_page (fixture->window), "The second");
  gui_wait_until (tells_second, fixture->window);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_TIME_SPAN_SECOND);
}

/* The focus of what went away does not go to the button of a toast: Enter would take back what was just done. */
static void
test_toast_takes_no_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = adw_bin_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *button = gtk_button_new_with_label ("Make");
  GtkWidget *focus;

  adw_bin_set_child (ADW_BIN (page), box);
  gtk_box_append (GTK_BOX (box), button);
  ps_navigator_push (ps_window_get_page (fixture->window), page, "Donut");
  gtk_widget_grab_focus (button);
  ps_navigator_tell_undoable (page, "A draft was made.", 1);
  gui_settle_down ();
  gtk_widget_hide (button);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Other"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gui_settle_down ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == NULL || gtk_widget_get_ancestor (focus, g_type_from_name ("AdwToastWidget")) == NULL);
}

/* What was typed goes before what was changed. */
static void
test_typing_first (Fixture *fixture, gconstpointer data)
{
  Wanted old = { fixture, "Zorggroep De Wissel" };
  GtkWidget *filter, *text;
  int end = 0;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "providers");
  filter = gui_find_type (ps_window_get_page (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  text = gui_find_type (filter, GTK_TYPE_TEXT);
  rename_provider (fixture->session, fixture->path, "Nieuwe naam");
  gui_wait_until (can_undo, fixture->session);
  gtk_widget_grab_focus (filter);
  gtk_editable_insert_text (GTK_EDITABLE (text), "anker", -1, &end);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");
  g_assert_cmpstr (name_of (fixture->session), ==, "Nieuwe naam");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gui_wait_until (has_name, &old);
}

/* Two windows on one file */

static gboolean
sees_change (gpointer user_data)
{
  Wanted *wanted = user_data;

  ps_session_check (wanted->fixture->session);
  return has_name (wanted);
}

static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  PsWindow *other = open_window (fixture->path);
  Wanted wanted = { fixture, "Door de ander" };
  Outcome outcome = { 0 };
  g_autoptr (PsRecord) outdated = load_provider (fixture->path);

  rename_provider (ps_window_get_session (other), fixture->path, "Door de ander");
  gui_wait_until (sees_change, &wanted);

  ps_session_apply_async (fixture->session, change_name (outdated, "Door mij"), on_written_cb, &outcome);
  gui_wait_until (is_done, &outcome);
  g_assert_error (outcome.error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (outcome.error->message, "Door de ander"));
  g_assert_nonnull (strstr (outcome.error->message, "Zorggroep De Wissel"));
  g_assert_cmpstr (name_of (fixture->session), ==, "Door de ander");
  outcome_clear (&outcome);
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_close_waits (Fixture *fixture, gconstpointer data)
{
  PsWindow *other = open_window (fixture->path);
  Outcome outcome = { 0 };
  g_autoptr (PsRecord) before = load_provider (fixture->path);
  g_autoptr (PsRecord) after = NULL;
  gpointer watched = other;

  g_object_add_weak_pointer (G_OBJECT (other), &watched);
  ps_session_apply_async (ps_window_get_session (other), change_name (before, "Nog net"), on_written_cb, &outcome);
  gtk_window_close (GTK_WINDOW (other));
  g_assert_nonnull (watched);
  gui_wait_gone (&watched);
  gui_wait_until (is_done, &outcome);
  after = load_provider (fixture->path);
  g_assert_cmpstr (ps_record_get_text (after, "name"), ==, "Nog net");
  outcome_clear (&outcome);
}

/* What takes long shows itself, and can be cancelled; what does not is never seen. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  PsUndoProgress *progress = _ps_undo_progress_new (GTK_WINDOW (fixture->window), "Undoing");
  AdwMessageDialog *dialog;

  g_assert_null (gui_find_question ());
  dialog = gui_wait_question ();
  ps_progress_relay_report (0.5, "Undoing", _ps_undo_progress_get_relay (progress));
  gui_settle_down ();
  g_assert_cmpfloat (
      gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (gui_find_type (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR))), ==, 0.5);
  g_assert_false (g_cancellable_is_cancelled (_ps_undo_progress_get_cancellable (progress)));
  adw_message_dialog_response (dialog, "cancel");
  g_assert_true (g_cancellable_is_cancelled (_ps_undo_progress_get_cancellable (progress)));
  _ps_undo_progress_free (progress);
  gui_settle_down ();
  g_assert_null (gui_find_question ());
}

/* Leaving a page with something unsaved */

static TestPage *
push_page (Fixture *fixture)
{
  TestPage *page = g_object_new (TEST_TYPE_PAGE, NULL);

  adw_bin_set_child (ADW_BIN (page), gtk_button_new_with_label ("Something"));
  page->unsaved = TRUE;
  ps_navigator_push (ps_window_get_page (fixture->window), GTK_WIDGET (page), "Donut");
  return page;
}

static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (TestPage) page = g_object_ref (push_page (fixture));

  gtk_widget_activate_action (window, "win.back", NULL);
  gui_answer ("the changes of scheme Donut", "stay");
  g_assert_true (ps_window_get_page (fixture->window) == GTK_WIDGET (page));
  gtk_widget_activate_action (window, "win.page", "s", "settlements");
  gui_answer ("the changes of scheme Donut", "stay");
  g_assert_true (ps_window_get_page (fixture->window) == GTK_WIDGET (page));
  gtk_widget_activate_action (window, "win.back", NULL);
  gui_answer ("the changes of scheme Donut", "save");
  g_assert_cmpuint (page->n_saved, ==, 1);
  g_assert_true (PS_IS_OVERVIEW_PAGE (ps_window_get_page (fixture->window)));
  gtk_widget_activate_action (window, "win.back", NULL);
  g_assert_null (gui_find_question ());
}

static void
test_leaving_by_closing (Fixture *fixture, gconstpointer data)
{
  PsWindow *other = open_window (fixture->path);
  Fixture others = { .window = other };
  g_autoptr (TestPage) page = g_object_ref (push_page (&others));
  gpointer watched = other;

  g_object_add_weak_pointer (G_OBJECT (other), &watched);
  gtk_window_close (GTK_WINDOW (other));
  gui_answer ("the changes of scheme Donut", "stay");
  g_assert_nonnull (watched);
  gtk_window_close (GTK_WINDOW (other));
  gui_answer ("the changes of scheme Donut", "discard");
  g_assert_cmpuint (page->n_discarded, ==, 1);
  gui_wait_gone (&watched);
}

/* What is changed on the page is not in the file yet: nothing else is taken back instead. */
static void
test_unsaved_first (Fixture *fixture, gconstpointer data)
{
  TestPage *page = push_page (fixture);
  Wanted old = { fixture, "Zorggroep De Wissel" };

  rename_provider (fixture->session, fixture->path, "Nieuwe naam");
  gui_wait_until (can_undo, fixture->session);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gui_settle_down ();
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "Save or discard first"));
  g_assert_false (ps_session_is_writing (fixture->session));
  g_assert_cmpstr (name_of (fixture->session), ==, "Nieuwe naam");
  page->unsaved = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gui_wait_until (has_name, &old);
}

/* An import */

static void
import_one (Fixture *fixture)
{
  g_autofree char *path = gui_write_file (fixture->folder, "meer.csv", "agb;naam\n94000008;Meer Zorg\n94000009;Nog Meer\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  const char *const paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = g_get_user_name () };
  g_autoptr (PsImportReport) report = ps_import (store, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  ps_session_reload (fixture->session);
}

static guint
count_providers (Fixture *fixture)
{
  return ps_session_get_settled (fixture->session)->region->providers->len;
}

static gboolean
can_undo_import (gpointer session)
{
  return ps_session_get_undo_imported (session) == 2;
}

static gboolean
is_without_import (gpointer user_data)
{
  Wanted *wanted = user_data;

  return count_providers (wanted->fixture) == GPOINTER_TO_UINT (wanted->name);
}

static void
test_import_asks (Fixture *fixture, gconstpointer data)
{
  guint n_before = count_providers (fixture);
  Wanted without = { fixture, GUINT_TO_POINTER (n_before) };

  import_one (fixture);
  gui_wait_until (can_undo_import, fixture->session);
  g_assert_cmpuint (count_providers (fixture), ==, n_before + 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gui_answer ("2 rows", "cancel");
  g_assert_false (ps_session_is_writing (fixture->session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gui_answer ("2 rows", "go-on");
  gui_wait_until (is_without_import, &without);
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/undo/queue", Fixture, NULL, set_up, test_queue, tear_down);
  g_test_add ("/undo/queue-refused", Fixture, NULL, set_up, test_queue_refused, tear_down);
  g_test_add ("/undo/undo-redo", Fixture, NULL, set_up, test_undo_redo, tear_down);
  g_test_add ("/undo/toast", Fixture, NULL, set_up, test_toast, tear_down);
  g_test_add ("/undo/toasts", Fixture, NULL, set_up, test_toasts, tear_down);
  g_test_add ("/undo/toast-takes-no-focus", Fixture, NULL, set_up, test_toast_takes_no_focus, tear_down);
  g_test_add ("/undo/unsaved-first", Fixture, NULL, set_up, test_unsaved_first, tear_down);
  g_test_add ("/undo/import-asks", Fixture, NULL, set_up, test_import_asks, tear_down);
  g_test_add ("/undo/typing-first", Fixture, NULL, set_up, test_typing_first, tear_down);
  g_test_add ("/undo/two-windows", Fixture, NULL, set_up, test_two_windows, tear_down);
  g_test_add ("/undo/close-waits", Fixture, NULL, set_up, test_close_waits, tear_down);
  g_test_add ("/undo/progress", Fixture, NULL, set_up, test_progress, tear_down);
  g_test_add ("/undo/leaving", Fixture, NULL, set_up, test_leaving, tear_down);
  g_test_add ("/undo/leaving-by-closing", Fixture, NULL, set_up, test_leaving_by_closing, tear_down);
  return g_test_run ();
}
