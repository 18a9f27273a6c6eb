/* test-history.c: the page that shows who changed what, from what to what, and takes it back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "gui/history/ps-history-detail.h"
#include "gui/history/ps-history-page.h"
#include "gui/history/ps-history-verify.h"
#include "gui/ps-table.h"
#include "store/ps-change.h"

typedef struct
{
  char *folder;
  char *path;
  PsSession *session;
  GtkWidget *window;
} Fixture;

static void
change_provider (const char *path, const char *actor, const char *column, const char *text, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_WRITE, &error);
  g_autoptr (PsRecord) before = ps_store_load_record (store, "provider", 1, &error);
  g_autoptr (PsRecord) after = ps_record_copy (before);
  g_autoptr (PsChange) change = ps_change_new ("edit", "provider:94000001");

  ps_record_set_text (after, column, text);
  ps_change_update (change, before, after);
  ps_change_set_reason (change, reason);
  g_assert_true (ps_change_apply (store, change, actor, NULL, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gui_make_folder ();
  fixture->path = gui_make_region (fixture->folder);
  change_provider (fixture->path, "anna", "name", "Zorggroep De Wissel Noord", "fusie");
  change_provider (fixture->path, "bram", "place", "Tegelen", NULL);
  fixture->session = gui_open_session (fixture->path);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  g_clear_object (&fixture->session);
  gui_settle_down ();
  gui_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static gboolean
has_rows (gpointer table)
{
  return ps_table_get_n_shown (table) > 0;
}

static PsTable *
show_page (Fixture *fixture, GtkWidget *page)
{
  PsTable *table;

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  table = PS_TABLE (gui_find_table (page, "Changes"));
  gui_wait_until (has_rows, table);
  return table;
}

static const char *
what_of (PsTable *table, guint position)
{
  return ps_table_row_get_text (ps_table_get_shown (table, position), 3);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_history_page_new (fixture->session);
  PsTable *table = show_page (fixture, page);

  /* The making of the region, its import and the two changes, newest first. */
  g_assert_cmpuint (ps_table_get_n_shown (table), >=, 4);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 0), 2), ==, "bram");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 1), 2), ==, "anna");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 1), 4), ==, "fusie");
  gui_assert_names (page);
}

static gboolean
has_one (gpointer table)
{
  return ps_table_get_n_shown (table) == 1;
}

static gboolean
has_many (gpointer table)
{
  return ps_table_get_n_shown (table) >= 4;
}

static GtkWidget *
find_drop_down (GtkWidget *page)
{
  return gui_find_type (page, GTK_TYPE_DROP_DOWN);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_history_page_new (fixture->session);
  PsTable *table = show_page (fixture, page);
  GtkWidget *filter = gui_find_type (page, GTK_TYPE_SEARCH_ENTRY);
  GtkDropDown *actor = GTK_DROP_DOWN (find_drop_down (page));

  gtk_editable_set_text (GTK_EDITABLE (filter), "fusie");
  gui_wait_until (has_one, table);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 0), 2), ==, "anna");
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  gui_wait_until (has_many, table);
  /* Everyone, anna, bram, test: by name. */
  gtk_drop_down_set_selected (actor, 2);
  gui_wait_until (has_one, table);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 0), 2), ==, "bram");
}

static void
test_of_a_thing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_history_page_new_for (fixture->session, "provider:94000001", "Zorggroep De Wissel Noord");
  PsTable *table = show_page (fixture, page);

  g_assert_true (gui_has_text (page, "History of Zorggroep De Wissel Noord"));
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 0), 2), ==, "bram");
  /* The two changes and the import, not the making of the region. */
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    g_assert_null (strstr (what_of (table, i), "created"));
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 3);
}

static gboolean
shows_field (gpointer table)
{
  return has_rows (table) && ps_table_row_get_text (ps_table_get_shown (table, 0), 1) != NULL;
}

static void
test_detail (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_history_page_new (fixture->session);
  PsTable *table = show_page (fixture, page);
  PsTable *fields = PS_TABLE (gui_find_table (page, "What was changed"));

  /* The newest is shown at once. */
  gui_wait_until (shows_field, fields);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (fields, 0), 3), ==, "Tegelen");
  g_signal_emit_by_name (table, "row-activated", ps_table_get_shown (table, 1));
  gui_wait_until (shows_field, fields);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (fields, 0), 2), ==, "Zorggroep De Wissel");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (fields, 0), 3), ==, "Zorggroep De Wissel Noord");
  g_assert_true (gui_has_text (page, "anna"));
  g_assert_true (gui_has_text (page, "fusie"));
}

static gboolean
is_undone (gpointer table)
{
  return strcmp (ps_table_row_get_text (ps_table_get_shown (table, 1), 5), "undone") == 0;
}

static gboolean
is_redone (gpointer table)
{
  return strcmp (ps_table_row_get_text (ps_table_get_shown (table, 1), 5), "redone") == 0;
}

static const PsProvider *
first_provider (Fixture *fixture)
{
  return ps_region_provider (ps_session_get_settled (fixture->session)->region, 0);
}

/* That one alone: the change of another field stays. Undoing the undo is redoing. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_history_page_new (fixture->session);
  PsTable *table = show_page (fixture, page);
  PsHistoryDetail *detail = PS_HISTORY_DETAIL (gui_find_type (page, PS_TYPE_HISTORY_DETAIL));

  g_signal_emit_by_name (table, "row-activated", ps_table_get_shown (table, 0));
  ps_history_detail_undo (detail);
  gui_wait_until (is_undone, table);
  gui_settle_down ();
  g_assert_cmpstr (first_provider (fixture)->place, ==, "Venlo");
  g_assert_cmpstr (first_provider (fixture)->name, ==, "Zorggroep De Wissel Noord");
  g_signal_emit_by_name (table, "row-activated", ps_table_get_shown (table, 0));
  ps_history_detail_undo (detail);
  gui_wait_until (is_redone, table);
  g_assert_cmpstr (first_provider (fixture)->place, ==, "Tegelen");
}

static void
on_ended_cb (PsHistoryVerify *verify, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

static void
verify (GtkWidget *page)
{
  PsHistoryVerify *part = PS_HISTORY_VERIFY (gui_find_type (page, PS_TYPE_HISTORY_VERIFY));
  gboolean ended = FALSE;
  gulong handler = g_signal_connect (part, "ended", G_CALLBACK (on_ended_cb), &ended);

  gtk_widget_activate_action (page, "history.verify", NULL);
  gui_wait_until (is_true, &ended);
  g_signal_handler_disconnect (part, handler);
}

static void
test_verify (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_history_page_new (fixture->session);

  show_page (fixture, page);
  verify (page);
  g_assert_true (gui_has_text (page, "Nothing was altered"));
  gui_run_sql (fixture->path,
               "DROP TRIGGER audit_record_no_update; UPDATE audit_record SET actor = 'iemand anders' WHERE actor = 'anna'");
  verify (page);
  g_assert_false (gui_has_text (page, "Nothing was altered"));
  g_assert_true (gui_has_text (page, "The trail"));
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/history/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/history/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/history/of-a-thing", Fixture, NULL, set_up, test_of_a_thing, tear_down);
  g_test_add ("/history/detail", Fixture, NULL, set_up, test_detail, tear_down);
  g_test_add ("/history/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/history/verify", Fixture, NULL, set_up, test_verify, tear_down);
  return g_test_run ();
}
