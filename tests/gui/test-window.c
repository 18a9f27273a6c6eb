/* test-window.c: a region in the window: its figures, the way through its pages, importing into it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "exchange/ps-import.h"
#include "gui/ps-error-text.h"
#include "gui/ps-import-dialog.h"
#include "gui/ps-recent.h"
#include "gui/ps-table.h"
#include "gui/ps-welcome-page.h"
#include "gui/ps-window.h"
#include "gui/overview/ps-overview-page.h"
#include "gui/overview/ps-year-figures-data.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/providers/ps-providers-page.h"
#include "gui/settlements/ps-settlement-page.h"
#include "gui/settlements/ps-sources-page.h"

typedef struct
{
  char *folder;
  char *path;
  PsWindow *window;
} Fixture;

static gboolean
has_page (gpointer window)
{
  return ps_window_get_page (window) != NULL;
}

static gboolean
has_forecasts (gpointer window)
{
  return ps_overview_data_peek (ps_window_get_session (window), TRUE) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gui_make_folder ();
  fixture->path = gui_make_region (fixture->folder);
  fixture->window = PS_WINDOW (ps_window_new (NULL));
  ps_window_open_region (fixture->window, fixture->path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_until (has_page, fixture->window);
  g_assert_true (PS_IS_OVERVIEW_PAGE (ps_window_get_page (fixture->window)));
  gui_wait_until (has_forecasts, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "providers");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  gui_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static PsTable *
table_of (Fixture *fixture, const char *name)
{
  GtkWidget *table = gui_find_table (GTK_WIDGET (fixture->window), name);

  g_assert_nonnull (table);
  return PS_TABLE (table);
}

static PsTableRow *
row_of (PsTable *table, const char *text)
{
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    if (g_strcmp0 (ps_table_row_get_text (ps_table_get_shown (table, i), 0), text) == 0)
      return ps_table_get_shown (table, i);
  g_test_message ("no row %s", text);
  g_assert_not_reached ();
}

/* N of all its scopes; PS_NO_NUMBER: it has none. */
static gint64
realised_of (const PsSettlement *settlement)
{
  gint64 realised = settlement->scopes->len > 0 ? 0 : PS_NO_NUMBER;

  for (guint i = 0; i < settlement->scopes->len; i++)
    realised += g_array_index (settlement->scopes, PsScope, i).net_cents;
  return realised;
}

/* The page shows what settling the region gives, provider by provider; of a year that is over that is the forecast too. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  PsSettleYearOptions options = { .year = 2024, .through = PS_DATE_OPEN };
  g_autoptr (PsSettledYear) settled = ps_settle_year (store, &options, NULL, NULL, NULL, &error);
  PsTable *table = table_of (fixture, "Providers");

  g_assert_no_error (error);
  g_assert_true (PS_IS_PROVIDERS_PAGE (ps_window_get_page (fixture->window)));
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, settled->region->providers->len);
  g_assert_cmpuint (settled->settlements->len, ==, 3);
  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);
      PsTableRow *row = row_of (table, ps_region_provider (settled->region, settlement->provider)->name);

      g_assert_cmpint (ps_table_row_get_number (row, 4), ==, realised_of (settlement));
      g_assert_cmpint (ps_table_row_get_number (row, 5), ==, realised_of (settlement));
      g_assert_cmpint (ps_table_row_get_number (row, 9), ==, settlement->totals.payable_cents);
      g_assert_cmpint (ps_table_row_get_number (row, 10), ==, settlement->totals.balance_cents);
    }
  /* Worked by hand: 11.300,00 realised against 10.000,00; nothing is paid from 100 to 103 %, 70 % above that. */
  g_assert_cmpint (ps_table_row_get_number (row_of (table, "Zorggroep De Wissel"), 4), ==, 1130000);
  g_assert_cmpint (ps_table_row_get_number (row_of (table, "Zorggroep De Wissel"), 6), ==, 11300);
  g_assert_cmpint (ps_table_row_get_number (row_of (table, "Zorggroep De Wissel"), 9), ==, 1000000 + 70000);
  g_assert_cmpint (ps_table_row_get_number (row_of (table, "Zorggroep De Wissel"), 11), ==, 120000);
  g_assert_cmpint (ps_table_row_get_number (row_of (table, "Ver Weg Zorg"), 4), ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_table_row_get_number (row_of (table, "Stille Zorg"), 4), ==, PS_NO_NUMBER);
}

static gboolean
shows_one (gpointer table)
{
  return ps_table_get_n_shown (table) == 1;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  PsTable *table = table_of (fixture, "Providers");
  GtkWidget *page = ps_window_get_page (fixture->window);
  GtkWidget *filter = gui_find_named (page, GTK_TYPE_SEARCH_ENTRY, "Filter providers");
  GtkWidget *standing = gui_find_named (page, GTK_TYPE_DROP_DOWN, "Which providers");

  gtk_editable_set_text (GTK_EDITABLE (filter), "anker");
  gui_wait_until (shows_one, table);
  row_of (table, "Praktijk Het Anker");
  g_assert_cmpint (ps_table_get_total (table, 3), ==, 1000000);
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (standing), 1);
  gui_wait_until (shows_one, table);
  row_of (table, "Zorggroep De Wissel");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (standing), 4);
  gui_wait_until (shows_one, table);
  row_of (table, "Ver Weg Zorg");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (standing), 0);
}

static gboolean
page_has_type (Fixture *fixture, GType type)
{
  return g_type_is_a (G_OBJECT_TYPE (ps_window_get_page (fixture->window)), type);
}

/* list ──▶ provider ──▶ a figure's sources, and back again */
static void
test_way_through (Fixture *fixture, gconstpointer data)
{
  PsTable *table = table_of (fixture, "Providers");
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_signal_emit_by_name (table, "row-activated", row_of (table, "Zorggroep De Wissel"));
  g_assert_true (page_has_type (fixture, PS_TYPE_PROVIDER_PAGE));
  g_assert_true (gui_has_text (ps_window_get_page (fixture->window), "Zorggroep De Wissel"));
  gui_show_tab (ps_window_get_page (fixture->window), "production");
  table = table_of (fixture, "Production");
  g_assert_cmpint (ps_table_row_get_number (row_of (table, "AMB1"), 3), ==, 880000);
  g_signal_emit_by_name (table, "row-activated", row_of (table, "AMB1"));
  g_assert_true (page_has_type (fixture, PS_TYPE_SOURCES_PAGE));
  gtk_widget_activate_action (window, "win.back", NULL);
  g_assert_true (page_has_type (fixture, PS_TYPE_PROVIDER_PAGE));
  gtk_widget_activate_action (ps_window_get_page (fixture->window), "provider.settlement", NULL);
  g_assert_true (page_has_type (fixture, PS_TYPE_SETTLEMENT_PAGE));
  gtk_widget_activate_action (window, "win.page", "s", "settlements");
  gtk_widget_activate_action (window, "win.back", NULL);
  gtk_widget_activate_action (window, "win.page", "s", "providers");
  g_assert_true (page_has_type (fixture, PS_TYPE_PROVIDERS_PAGE));
}

static void
count_cb (PsSession *session, gpointer user_data)
{
  ++*(guint *) user_data;
}

static gboolean
is_two (gpointer counter)
{
  return *(guint *) counter >= 2;
}

static gboolean
is_one (gpointer counter)
{
  return *(guint *) counter >= 1;
}

/* Another connection changes the file: the window follows. */
static void
test_changed_by_another (Fixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  PsTable *table = table_of (fixture, "Providers");
  g_autofree char *csv = gui_write_file (fixture->folder, "nieuw.csv", "agb;naam\n94000009;Nieuwe Zorg\n");
  const char *const paths[] = { csv, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = "other" };
  guint settled = 0;

  g_signal_connect (session, "settled", G_CALLBACK (count_cb), &settled);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
    g_autoptr (PsImportReport) report = ps_import (store, &options, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    g_assert_true (report->stored);
  }
  ps_session_check (session);
  gui_wait_until (is_one, &settled);
  row_of (table, "Nieuwe Zorg");
  ps_session_reload (session);
  gui_wait_until (is_two, &settled);
  g_signal_handlers_disconnect_by_data (session, &settled);
}

static gboolean
shows_report (gpointer dialog)
{
  return g_strcmp0 (ps_import_dialog_get_part (dialog), "report") == 0;
}

static PsImportDialog *
import_file (Fixture *fixture, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_list_store_append (files, file);
  dialog = ps_import_dialog_new (ps_window_get_session (fixture->window), G_LIST_MODEL (files), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_cmpstr (ps_import_dialog_get_part (PS_IMPORT_DIALOG (dialog)), ==, "choose");
  ps_import_dialog_start (PS_IMPORT_DIALOG (dialog), FALSE);
  gui_wait_until (shows_report, dialog);
  return PS_IMPORT_DIALOG (dialog);
}

static void
test_import_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      gui_write_file (fixture->folder, "fout.csv",
                      "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag\n"
                      "N1;0983;1;45L11;01-02-2024;29-02-2024;1;uur;80,00;80,00\n"
                      "N2;0983;1;45L11;31-02-2024;29-02-2024;1;uur;80,00;80,00\n"
                      "N3;0983;99;45L11;01-02-2024;29-02-2024;1;uur;80,00;80,00\n");
  g_autofree char *rejects = g_build_filename (fixture->folder, "fout.csv.rejected.csv", NULL);
  PsImportDialog *dialog = import_file (fixture, path);
  PsTable *problems = PS_TABLE (gui_find_table (GTK_WIDGET (dialog), "Problems"));

  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Not imported"));
  g_assert_cmpuint (ps_table_get_n_shown (problems), ==, 2);
  g_assert_cmpint (ps_table_row_get_number (ps_table_get_shown (problems, 0), 1), ==, 3);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (problems, 0), 2), ==, "periode_van");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (problems, 0), 3), ==, "31-02-2024");
  gui_assert_names (GTK_WIDGET (dialog));
  g_assert_false (g_file_test (rejects, G_FILE_TEST_EXISTS));

  ps_import_dialog_start (dialog, TRUE);
  g_assert_false (shows_report (dialog));
  gui_wait_until (shows_report, dialog);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Imported, but for some rows"));
  g_assert_true (g_file_test (rejects, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  PsTable *table = table_of (fixture, "Providers");
  g_autofree char *path = gui_write_file (fixture->folder, "meer.csv", "agb;naam;kleur\n94000008;Meer Zorg;blauw\n");
  PsSession *session = ps_window_get_session (fixture->window);
  guint settled = 0;
  PsImportDialog *dialog;

  g_signal_connect (session, "settled", G_CALLBACK (count_cb), &settled);
  dialog = import_file (fixture, path);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Imported"));
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (PS_TABLE (gui_find_table (GTK_WIDGET (dialog), "Files")), 0), 7),
                   ==, "kleur");
  gui_wait_until (is_one, &settled);
  row_of (table, "Meer Zorg");
  g_signal_handlers_disconnect_by_data (session, &settled);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkDropTarget *
find_drop_target (GtkWidget *root)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (root);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropTarget *found = find_drop_target (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static PsImportDialog *
find_import_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_IMPORT_DIALOG (list->data))
      return list->data;
  return NULL;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  GtkDropTarget *target = find_drop_target (GTK_WIDGET (fixture->window));
  g_autofree char *path = gui_write_file (fixture->folder, "los.csv", "code;naam\n0001;Ergens\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  GdkDragAction action = 0;
  gboolean taken = FALSE;

  g_signal_emit_by_name (target, "enter", 10.0, 10.0, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_COPY);
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "Drop CSV files here"));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  g_assert_false (gui_has_text (GTK_WIDGET (fixture->window), "Drop CSV files here"));
  g_assert_nonnull (find_import_dialog ());
  g_assert_true (gui_has_text (GTK_WIDGET (find_import_dialog ()), "los.csv"));
  gtk_window_destroy (GTK_WINDOW (find_import_dialog ()));
}

static gboolean
shows_welcome (gpointer window)
{
  GtkWidget *page = gui_find_type (window, PS_TYPE_WELCOME_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

/* A region of a newer program can be looked at, and not changed. */
static void
test_newer (void)
{
  g_autofree char *folder = gui_make_folder ();
  g_autofree char *path = gui_make_region (folder);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GdkDragAction action = 0;
  GtkWidget *window;

  gui_run_sql (path, "PRAGMA user_version = 9999");
  window = ps_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  ps_window_open_region (PS_WINDOW (window), path);
  gui_wait_until (has_page, window);
  g_assert_true (gui_has_text (window, "made by a newer version"));
  g_assert_true (ps_session_is_read_only (ps_window_get_session (PS_WINDOW (window))));
  g_signal_emit_by_name (find_drop_target (window), "enter", 10.0, 10.0, &action);
  g_assert_cmpint (action, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  gui_settle_down ();
  gui_remove_folder (g_steal_pointer (&folder));
}

/* The first page is whole, what comes after it is not. */
static char *
make_damaged_region (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = gui_make_region (folder);
  g_autofree char *content = NULL;
  char *path = g_build_filename (folder, "stuk.peilstok", NULL);
  gsize length;

  g_file_get_contents (whole, &content, &length, &error);
  g_assert_no_error (error);
  memset (content + 4096, 0x5a, length - 4096);
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return path;
}

/* What cannot be opened is said on the start page, in words. */
static void
test_open_errors (void)
{
  g_autofree char *folder = gui_make_folder ();
  g_autofree char *damaged = make_damaged_region (folder);
  g_autofree char *foreign = gui_write_file (folder, "geen-regio.peilstok", "Dit is geen regiobestand, maar gewone tekst.\n");
  g_autofree char *absent = g_build_filename (folder, "weg.peilstok", NULL);
  const struct
  {
    const char *path;
    const char *heading;
  } cases[] = {
    { absent, "The region file is not there" },
    { foreign, "Not a region file" },
    { damaged, "The region file is damaged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *window = ps_window_new (NULL);

      ps_window_open_region (PS_WINDOW (window), cases[i].path);
      gtk_window_present (GTK_WINDOW (window));
      gui_wait_until (shows_welcome, window);
      g_assert_true (gui_has_text (window, cases[i].heading));
      gui_assert_names (window);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  gui_settle_down ();
  gui_remove_folder (g_steal_pointer (&folder));
}

/* Every error of the region file has a sentence of its own that names the file. */
static void
test_error_texts (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = PS_STORE_ERROR_ABSENT; code <= PS_STORE_ERROR_REFUSED; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (PS_STORE_ERROR, code, "detail");
      char *text = ps_error_text (error, "/map/noord.peilstok");

      g_assert_nonnull (strstr (text, "noord.peilstok"));
      g_assert_null (strstr (text, "/map/"));
      g_assert_cmpstr (ps_error_heading (error), !=, "That did not work");
      g_assert_true (g_hash_table_add (seen, text));
    }
}

/* What a rule of the field refuses is said as it was said there. */
static void
test_refusal_texts (void)
{
  const int codes[] = { PS_STORE_ERROR_RULE, PS_STORE_ERROR_CONFLICT };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (PS_STORE_ERROR, codes[i], "There is a tariff from that day on already.");
      g_autofree char *text = ps_error_text (error, "/map/noord.peilstok");

      g_assert_cmpstr (text, ==, "There is a tariff from that day on already.");
      g_assert_cmpstr (ps_error_heading (error), !=, "That did not work");
    }
}

typedef struct
{
  GPtrArray *list;
} Listed;

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Listed *) user_data)->list = ps_recent_list_finish (result, NULL);
}

static gboolean
is_listed (gpointer listed)
{
  return ((Listed *) listed)->list != NULL;
}

static void
test_recent (void)
{
  g_autofree char *folder = gui_make_folder ();
  g_autofree char *there = gui_write_file (folder, "er.peilstok", "x");
  Listed listed = { NULL };

  g_settings_reset (ps_settings_get (), "recent-regions");
  ps_recent_add ("/nergens/weg.peilstok");
  ps_recent_add (there);
  ps_recent_add ("/nergens/weg.peilstok");
  ps_recent_list_async (NULL, on_listed_cb, &listed);
  gui_wait_until (is_listed, &listed);
  g_assert_cmpuint (listed.list->len, ==, 2);
  g_assert_cmpstr (((PsRecent *) listed.list->pdata[0])->path, ==, "/nergens/weg.peilstok");
  g_assert_false (((PsRecent *) listed.list->pdata[0])->found);
  g_assert_true (((PsRecent *) listed.list->pdata[1])->found);
  ps_recent_set_year (there, 2023);
  g_assert_cmpint (ps_recent_get_year (there), ==, 2023);
  ps_recent_remove (there);
  ps_recent_set_year ("/nergens/weg.peilstok", 2022);
  g_assert_cmpint (ps_recent_get_year (there), ==, 0);
  g_ptr_array_unref (listed.list);
  gui_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/window/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/window/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/window/way-through", Fixture, NULL, set_up, test_way_through, tear_down);
  g_test_add ("/window/changed-by-another", Fixture, NULL, set_up, test_changed_by_another, tear_down);
  g_test_add ("/window/import-problems", Fixture, NULL, set_up, test_import_problems, tear_down);
  g_test_add ("/window/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/window/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add_func ("/window/newer", test_newer);
  g_test_add_func ("/window/open-errors", test_open_errors);
  g_test_add_func ("/window/error-texts", test_error_texts);
  g_test_add_func ("/window/refusal-texts", test_refusal_texts);
  g_test_add_func ("/window/recent", test_recent);
  return g_test_run ();
}
