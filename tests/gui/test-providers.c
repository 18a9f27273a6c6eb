/* test-providers.c: providers kept in the window: added, edited, ended, merged, deleted
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <string.h>

#include "gui/providers/ps-provider-figures.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/providers/ps-providers-page.h"
#include "store/ps-change.h"

static const PsProvider *
provider_of (DeskFixture *fixture, const char *agb)
{
  const PsRegion *region = ps_session_get_settled (ps_window_get_session (fixture->window))->region;
  guint place = ps_region_find_provider (region, agb);

  return place != PS_NONE ? ps_region_provider (region, place) : NULL;
}

static const char *
problem_of (PsFormDialog *dialog, const char *field)
{
  return ps_value_entry_get_problem (PS_VALUE_ENTRY (ps_form_get_widget (ps_form_dialog_get_form (dialog), field)));
}

static void
open_provider (DeskFixture *fixture, const char *name)
{
  desk_show (fixture, "providers");
  desk_open_row (desk_table (fixture, "Providers"), name);
  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
}

static void
test_add (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = desk_open (fixture, "page.new", NULL);
  PsForm *form = ps_form_dialog_get_form (dialog);

  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "agb", "94000001");
  g_assert_nonnull (strstr (problem_of (dialog, "agb"), "Zorggroep De Wissel"));
  desk_type (dialog, "agb", "9400001");
  g_assert_nonnull (problem_of (dialog, "agb"));
  g_assert_null (strstr (problem_of (dialog, "agb"), "Zorggroep De Wissel"));
  desk_type (dialog, "name", "Nieuwe Zorg");
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "agb", "94000009");
  g_assert_null (problem_of (dialog, "agb"));
  desk_type (dialog, "email", "geen adres");
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "email", "post@nieuwezorg.example");
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "same KvK number"));
  desk_type (dialog, "kvk", "41000002");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Praktijk Het Anker"));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "same KvK number"));
  desk_type (dialog, "notes", "Belt liever.\nNiet op vrijdag.");
  desk_save (dialog);

  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
  desk_wait_text (fixture, "Nieuwe Zorg");
  gui_show_tab (desk_page (fixture), "details");
  desk_wait_text (fixture, "Niet op vrijdag.");
  g_assert_cmpstr (provider_of (fixture, "94000009")->kvk, ==, "41000002");
  g_assert_true (provider_of (fixture, "94000009")->contracted);
  gui_assert_names (desk_page (fixture));

  /* Taken back: its page goes too. */
  desk_undo (fixture);
  desk_wait_page (fixture, PS_TYPE_PROVIDERS_PAGE);
  g_assert_null (provider_of (fixture, "94000009"));
}

static void
test_edit (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_provider (fixture, "Praktijk Het Anker");
  dialog = desk_open (fixture, "provider.edit", NULL);
  g_assert_cmpstr (ps_form_get_text (ps_form_dialog_get_form (dialog), "agb"), ==, "94000002");
  g_assert_null (problem_of (dialog, "agb"));
  g_assert_false (ps_form_is_changed (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "name", "Praktijk Het Nieuwe Anker");
  desk_type (dialog, "agb", "94000022");
  desk_choose (dialog, "kind", PS_KIND_REGULAR);
  desk_type (dialog, "contact", "De administratie");
  desk_save (dialog);
  desk_wait_text (fixture, "Praktijk Het Nieuwe Anker");
  gui_show_tab (desk_page (fixture), "details");
  desk_wait_text (fixture, "De administratie");
  g_assert_cmpint (provider_of (fixture, "94000022")->kind, ==, PS_KIND_REGULAR);
  g_assert_null (provider_of (fixture, "94000002"));
  g_assert_true (PS_IS_PROVIDER_PAGE (desk_page (fixture)));
}

/* Somebody else changes the same thing while the dialog is open: it stays, and says both. */
static void
test_conflict (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = provider_of (fixture, "94000001")->id;
  PsFormDialog *dialog;

  open_provider (fixture, "Zorggroep De Wissel");
  dialog = desk_open (fixture, "provider.edit", NULL);
  desk_type (dialog, "name", "Zorggroep De Brug");
  {
    g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
    g_autoptr (PsRecord) before = ps_store_load_record (store, "provider", id, &error);
    g_autoptr (PsRecord) after = ps_record_copy (before);
    g_autoptr (PsChange) change = ps_change_new ("edit", "provider:94000001");

    ps_record_set_text (after, "name", "Zorggroep De Sluis");
    ps_change_update (change, before, after);
    g_assert_true (ps_change_apply (store, change, "iemand anders", NULL, &error));
    g_assert_no_error (error);
  }
  desk_save_refused (dialog, "Zorggroep De Sluis");
  g_assert_cmpstr (ps_form_get_text (ps_form_dialog_get_form (dialog), "name"), ==, "Zorggroep De Brug");
  desk_close (dialog);
  desk_wait_written (fixture);
  ps_session_reload (ps_window_get_session (fixture->window));
  desk_wait_text (fixture, "Zorggroep De Sluis");
}

typedef struct
{
  gboolean done;
  GError *error;
} Written;

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Written *written = user_data;

  ps_session_write_finish (PS_SESSION (source), result, NULL, &written->error);
  written->done = TRUE;
}

static gboolean
is_written (gpointer written)
{
  return ((Written *) written)->done;
}

/* As from another window on the same file. */
static void
change_elsewhere (PsSession *other, const char *path, gint64 id, const char *name, const char *contact)
{
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_READ, NULL);
  g_autoptr (PsRecord) before = ps_store_load_record (store, "provider", id, NULL);
  g_autoptr (PsRecord) after = ps_record_copy (before);
  PsChange *change = ps_change_new ("edit", "provider:94000001");
  Written written = { 0 };

  ps_record_set_text (after, "name", name);
  ps_record_set_text (after, "contact", contact);
  ps_change_update (change, before, after);
  ps_session_apply_async (other, change, on_written_cb, &written);
  gui_wait_until (is_written, &written);
  g_assert_no_error (written.error);
}

/* A button that is to be seen; NULL: none. */
static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return gtk_widget_get_mapped (root) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return !desk_has_dialog ();
}

/* Two windows: the second can save on top of what the first made of it, and take that back. */
static void
test_save_anyway (DeskFixture *fixture, gconstpointer data)
{
  PsSession *other = gui_open_session (fixture->path);
  gint64 id = provider_of (fixture, "94000001")->id;
  PsFormDialog *dialog;
  GtkWidget *anyway;

  open_provider (fixture, "Zorggroep De Wissel");
  dialog = desk_open (fixture, "provider.edit", NULL);
  desk_type (dialog, "name", "Zorggroep De Brug");
  g_assert_null (find_button (GTK_WIDGET (dialog), "Save Mine _Anyway"));
  change_elsewhere (other, fixture->path, id, "Zorggroep De Sluis", "Het loket");
  desk_save_refused (dialog, "Zorggroep De Sluis");
  gui_settle_down ();
  anyway = find_button (GTK_WIDGET (dialog), "Save Mine _Anyway");
  g_assert_nonnull (anyway);
  gui_assert_names (GTK_WIDGET (dialog));
  g_assert_true (gtk_widget_grab_focus (anyway));

  /* It stays while one types, but for what cannot be saved. */
  desk_type (dialog, "name", "");
  g_assert_true (gtk_widget_get_mapped (anyway));
  g_assert_false (gtk_widget_get_sensitive (anyway));
  desk_type (dialog, "name", "Zorggroep De Poort");
  g_assert_true (gtk_widget_get_sensitive (anyway));
  g_signal_emit_by_name (anyway, "clicked");
  gui_wait_until (has_no_dialog, NULL);
  gui_settle_down ();
  desk_wait_text (fixture, "Zorggroep De Poort");
  gui_show_tab (desk_page (fixture), "details");
  desk_wait_text (fixture, "Het loket");
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "Provider changed"));
  desk_undo (fixture);
  desk_wait_text (fixture, "Zorggroep De Sluis");
  desk_wait_text (fixture, "Het loket");
  g_object_unref (other);
}

/* Where it is gone there is nothing to save on top of: it says so, and does not offer it again. */
static void
test_save_anyway_gone (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, NULL);
  g_autoptr (GPtrArray) rows = ps_store_load_records (store, "provider", NULL, 0, NULL);
  PsFormDialog *dialog;

  open_provider (fixture, "Stille Zorg");
  dialog = desk_open (fixture, "provider.edit", NULL);
  desk_type (dialog, "name", "Zorg In Stilte");
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (ps_record_get_text (rows->pdata[i], "name"), "Stille Zorg"))
      {
        g_autoptr (PsChange) change = ps_change_new ("delete", "provider:94000003");

        ps_change_delete (change, rows->pdata[i]);
        g_assert_true (ps_change_apply (store, change, "someone", NULL, NULL));
      }
  desk_save_refused (dialog, "not there any more");
  gui_settle_down ();
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), "Save Mine _Anyway"), "clicked");
  desk_wait_dialog_text (dialog, "not there any more");
  gui_settle_down ();
  g_assert_null (find_button (GTK_WIDGET (dialog), "Save Mine _Anyway"));
  desk_close (dialog);
}

static void
test_end (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_provider (fixture, "Zorggroep De Wissel");
  dialog = desk_open (fixture, "provider.end", NULL);
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "ended_on", "30 juni 2024");
  desk_wait_dialog_text (dialog, "2 assignments");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "1 agreement"));
  desk_type (dialog, "ended_on", "31-12-2024");
  desk_wait_dialog_text (dialog, "Nothing of it runs after");
  desk_type (dialog, "reason", "gestopt");
  desk_save (dialog);
  desk_wait_text (fixture, "ended on 31-12-2024");
  desk_show (fixture, "providers");
  desk_wait_row (desk_table (fixture, "Providers"), "Zorggroep De Wissel", TRUE);
  g_assert_cmpstr (ps_table_row_get_text (desk_row (desk_table (fixture, "Providers"), "Zorggroep De Wissel"), 2), ==,
                   "ended, regular");

  desk_open_row (desk_table (fixture, "Providers"), "Zorggroep De Wissel");
  desk_wait_text (fixture, "Zorggroep De Wissel");
  desk_do (fixture, "provider.continue");
  desk_wait_no_text (fixture, "ended on");
  g_assert_cmpint (provider_of (fixture, "94000001")->ended_on, ==, PS_DATE_OPEN);
}

static void
test_merge (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsForm *form;

  open_provider (fixture, "Ver Weg Zorg");
  dialog = desk_open (fixture, "provider.merge", NULL);
  form = ps_form_dialog_get_form (dialog);
  g_assert_false (ps_form_is_valid (form));
  desk_choose (dialog, "into", provider_of (fixture, "94000002")->id);
  desk_type (dialog, "day", "1-1-2024");
  desk_wait_dialog_text (dialog, "1 assignment");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "94000003"));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Praktijk Het Anker"));
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "reason", "Overname");
  desk_save (dialog);
  desk_wait_text (fixture, "goes on as Praktijk Het Anker");
  g_assert_cmpint (provider_of (fixture, "94000003")->ended_on, ==, ps_date_from_ymd (2023, 12, 31));

  /* From its details to the one that it goes on as, which names its codes. */
  gtk_widget_activate_action (desk_page (fixture), "provider.open", "s", "94000002");
  gui_show_tab (desk_page (fixture), "details");
  desk_wait_text (fixture, "Ver Weg Zorg (AGB 94000003)");
  desk_wait_text (fixture, "from 01-01-2024");
  desk_undo (fixture);
  g_assert_cmpuint (provider_of (fixture, "94000003")->merged_into, ==, PS_NONE);
}

static void
test_delete (DeskFixture *fixture, gconstpointer data)
{
  open_provider (fixture, "Stille Zorg");
  desk_do (fixture, "provider.delete");
  desk_wait_page (fixture, PS_TYPE_PROVIDERS_PAGE);
  desk_wait_row (desk_table (fixture, "Providers"), "Stille Zorg", FALSE);
  desk_undo (fixture);
  desk_wait_row (desk_table (fixture, "Providers"), "Stille Zorg", TRUE);

  /* One that is used cannot be. */
  open_provider (fixture, "Zorggroep De Wissel");
  gui_show_tab (desk_page (fixture), "details");
  desk_wait_text (fixture, "No notes.");
  g_assert_false (desk_is_on (fixture, "provider.delete"));
  g_assert_true (desk_is_on (fixture, "provider.end"));
  g_assert_false (desk_is_on (fixture, "provider.continue"));
}

/* A tariff of its own stands beside the region's of its first day: 90,00 instead of 80,00. */
static void
test_tariffs (DeskFixture *fixture, gconstpointer data)
{
  const PsRegion *region = ps_session_get_settled (ps_window_get_session (fixture->window))->region;
  g_autoptr (PsRecord) row = ps_record_new ("tariff");
  g_autoptr (PsChange) change = ps_change_new ("create", "tariff:45L11:94000001");
  g_autoptr (PsStore) store = NULL;
  g_autoptr (GError) error = NULL;
  PsTableRow *shown;

  ps_record_set_number (row, "product_id", ps_region_product (region, ps_region_find_product (region, "45L11"))->id);
  ps_record_set_number (row, "provider_id", provider_of (fixture, "94000001")->id);
  ps_record_set_date (row, "valid_from", ps_date_from_ymd (2024, 7, 1));
  ps_record_set_number (row, "tariff_e4", 900000);
  ps_change_insert (change, row);
  store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  g_assert_true (ps_change_apply (store, change, "iemand anders", NULL, &error));
  g_assert_no_error (error);
  open_provider (fixture, "Zorggroep De Wissel");
  gui_show_tab (desk_page (fixture), "tariffs");
  ps_session_reload (ps_window_get_session (fixture->window));
  desk_wait_row (desk_table (fixture, "Own tariffs"), "45L11", TRUE);
  shown = desk_row (desk_table (fixture, "Own tariffs"), "45L11");
  g_assert_cmpint (ps_table_row_get_number (shown, 4), ==, 900000);
  g_assert_cmpint (ps_table_row_get_number (shown, 5), ==, 800000);
  g_assert_cmpint (ps_table_row_get_number (shown, 6), ==, 100000);
  g_assert_cmpint (ps_table_row_get_number (shown, 7), ==, 1250);
  desk_open_row (desk_table (fixture, "Own tariffs"), "45L11");
  desk_close (desk_wait_dialog ());
}

static void
test_filter (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = desk_table (fixture, "Providers");
  GtkWidget *choice = gui_find_type (desk_page (fixture), GTK_TYPE_DROP_DOWN);
  PsFormDialog *dialog;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 10);
  desk_wait_row (table, "Stille Zorg", FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  desk_wait_row (table, "Stille Zorg", TRUE);
  open_provider (fixture, "Stille Zorg");
  dialog = desk_open (fixture, "provider.end", NULL);
  desk_type (dialog, "ended_on", "01-03-2024");
  desk_save (dialog);
  desk_show (fixture, "providers");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 10);
  desk_wait_row (table, "Stille Zorg", TRUE);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
}

/* An amount says what it is of: the only scope there is, or one of several, and how many of those there are. */
static void
test_standing (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  const PsRegion *region = ps_session_get_settled (session)->region;
  char name[] = "AMB1/0983";
  PsScope scope = { .name = name, .exchange = PS_EXCHANGE_LINE };
  PsProviderFigures figures = { .standing = PS_STANDING_OVER,
                                .corridor = { .ceiling_cents = 100000, .amount_cents = 150040 },
                                .scope = &scope,
                                .n_scopes = 6,
                                .n_standing = 2 };
  g_autofree char *over = ps_provider_standing_text (&figures, region);
  g_autofree char *whole = NULL, *under = NULL;

  g_assert_cmpstr (over, ==, "AMB1, Venlo: €\302\240500.40 above its ceiling (2 of 6 over)");
  figures.n_scopes = figures.n_standing = 1;
  whole = ps_provider_standing_text (&figures, region);
  g_assert_cmpstr (whole, ==, "€\302\240500.40 above the ceiling");
  figures.n_scopes = 3;
  figures.standing = PS_STANDING_UNDER;
  figures.corridor = (PsCorridor){ .ceiling_cents = 36500, .amount_cents = 1000, .days = 100, .days_in_year = 365 };
  under = ps_provider_standing_text (&figures, region);
  g_assert_cmpstr (under, ==, "AMB1, Venlo: €\302\24090.00 behind its agreement (1 of 3 under)");
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/providers/add", DeskFixture, NULL, desk_set_up, test_add, desk_tear_down);
  g_test_add ("/providers/edit", DeskFixture, NULL, desk_set_up, test_edit, desk_tear_down);
  g_test_add ("/providers/conflict", DeskFixture, NULL, desk_set_up, test_conflict, desk_tear_down);
  g_test_add ("/providers/save-anyway", DeskFixture, NULL, desk_set_up, test_save_anyway, desk_tear_down);
  g_test_add ("/providers/save-anyway-gone", DeskFixture, NULL, desk_set_up, test_save_anyway_gone, desk_tear_down);
  g_test_add ("/providers/end", DeskFixture, NULL, desk_set_up, test_end, desk_tear_down);
  g_test_add ("/providers/merge", DeskFixture, NULL, desk_set_up, test_merge, desk_tear_down);
  g_test_add ("/providers/delete", DeskFixture, NULL, desk_set_up, test_delete, desk_tear_down);
  g_test_add ("/providers/tariffs", DeskFixture, NULL, desk_set_up, test_tariffs, desk_tear_down);
  g_test_add ("/providers/standing", DeskFixture, NULL, desk_set_up, test_standing, desk_tear_down);
  g_test_add ("/providers/filter", DeskFixture, NULL, desk_set_up, test_filter, desk_tear_down);
  return g_test_run ();
}
