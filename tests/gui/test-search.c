/* test-search.c: finding anything by a part of its name or number, and opening it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include "gui/ps-table.h"
#include "gui/ps-window.h"
#include "gui/agreements/ps-agreement-page.h"
#include "gui/municipalities/ps-municipality-page.h"
#include "gui/products/ps-product-page.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/schemes/ps-scheme-page.h"
#include "gui/search/ps-search-dialog.h"
#include "gui/search/ps-search-index.h"
#include "gui/settlements/ps-settlements-page.h"

/* The index */

static PsSearchIndex *
make_index (void)
{
  PsSearchIndex *index = ps_search_index_new ();
  const char *wissel[] = { "41000001", "Venlo", NULL };
  const char *anker[] = { "41000002", "Venray", NULL };

  ps_search_index_add (index, PS_FOUND_PAGE, 0, "providers", "Providers", NULL, NULL);
  ps_search_index_add (index, PS_FOUND_PROVIDER, 1, "94000001", "Zorggroep De Wissel", NULL, wissel);
  ps_search_index_add (index, PS_FOUND_PROVIDER, 2, "94000002", "Praktijk Het Anker", NULL, anker);
  ps_search_index_add (index, PS_FOUND_PROVIDER, 3, "94000003", "Groepszorg Façade", NULL, NULL);
  ps_search_index_add (index, PS_FOUND_PROVIDER, 4, "94000004", "Ver Weg Groep", NULL, NULL);
  ps_search_index_add (index, PS_FOUND_PRODUCT, 5, "45L11", "Groepsbehandeling", NULL, NULL);
  return index;
}

/* The titles that are found, with a bar between. */
static char *
find (const PsSearchIndex *index, const char *text, guint most)
{
  g_autoptr (GPtrArray) found = ps_search_index_find (index, text, most);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", ((PsSearchItem *) g_ptr_array_index (found, i))->title);
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
test_index (void)
{
  static const struct
  {
    const char *typed;
    const char *found;
  } cases[] = {
    /* The beginning of a title, then of a word, then inside; each kind together, the kind with the best first. */
    { "groep", "Groepszorg Façade|Ver Weg Groep|Zorggroep De Wissel|Groepsbehandeling" },
    { "GROEPS", "Groepszorg Façade|Groepsbehandeling" },
    { "facade", "Groepszorg Façade" },
    { "FAÇADE groep", "Groepszorg Façade" },
    { "9400", "Groepszorg Façade|Praktijk Het Anker|Ver Weg Groep|Zorggroep De Wissel" },
    { "41000002", "Praktijk Het Anker" },
    { "venr", "Praktijk Het Anker" },
    { "wissel venlo", "Zorggroep De Wissel" },
    { "wissel venray", "" },
    { "45l", "Groepsbehandeling" },
    { "provid", "Providers" },
    { "  ", "" },
    { "", "" },
    { "bestaat niet", "" },
  };
  g_autoptr (PsSearchIndex) index = make_index ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (index, cases[i].typed, 10);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_index_limit (void)
{
  g_autoptr (PsSearchIndex) index = make_index ();
  g_autofree char *found = find (index, "groep", 1);

  g_assert_cmpstr (found, ==, "Groepszorg Façade|Groepsbehandeling");
}

/* A large region is looked through within a frame. */
static void
test_index_speed (void)
{
  g_autoptr (PsSearchIndex) index = ps_search_index_new ();
  gint64 start;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *code = g_strdup_printf ("94%06d", i);
      g_autofree char *title = g_strdup_printf ("Zorggroep nummer %d van de streek", i);

      ps_search_index_add (index, PS_FOUND_PROVIDER, i, code, title, NULL, NULL);
    }
  start = g_get_monotonic_time ();
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *found = find (index, "zorg 12", 8);

      g_assert_cmpstr (found, !=, "");
    }
  /* Ten times; generous for a machine that does something else too. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * 50 * G_TIME_SPAN_MILLISECOND);
}

/* The dialog */

typedef struct
{
  char *folder;
  PsWindow *window;
} Fixture;

static gboolean
has_page (gpointer window)
{
  return ps_window_get_page (window) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = gui_make_folder ();
  path = gui_make_region (fixture->folder);
  fixture->window = PS_WINDOW (ps_window_new (NULL));
  ps_window_open_region (fixture->window, path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_until (has_page, fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  gui_remove_folder (fixture->folder);
}

static gboolean
is_ready (gpointer dialog)
{
  return ps_search_dialog_is_ready (dialog);
}

static PsSearchDialog *
open_search (Fixture *fixture)
{
  g_autoptr (GList) windows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_SEARCH_DIALOG (list->data))
      {
        gui_wait_until (is_ready, list->data);
        return list->data;
      }
  g_assert_not_reached ();
}

static void
assert_opens_at (Fixture *fixture, const char *typed, guint position, GType type, const char *shown)
{
  PsSearchDialog *dialog = open_search (fixture);

  g_test_message ("%s", typed);
  ps_search_dialog_type (dialog, typed);
  g_assert_cmpuint (ps_search_dialog_count (dialog), >, position);
  gui_assert_names (GTK_WIDGET (dialog));
  ps_search_dialog_choose (dialog, position);
  gui_settle_down ();
  g_assert_true (g_type_is_a (G_OBJECT_TYPE (ps_window_get_page (fixture->window)), type));
  g_assert_true (gui_has_text (ps_window_get_page (fixture->window), shown));
}

static void
assert_opens (Fixture *fixture, const char *typed, GType type, const char *shown)
{
  assert_opens_at (fixture, typed, 0, type, shown);
}

static void
test_opens (Fixture *fixture, gconstpointer data)
{
  assert_opens (fixture, "anker", PS_TYPE_PROVIDER_PAGE, "Praktijk Het Anker");
  assert_opens (fixture, "94000001", PS_TYPE_PROVIDER_PAGE, "Zorggroep De Wissel");
  assert_opens_at (fixture, "wissel", 1, PS_TYPE_AGREEMENT_PAGE, "Zorggroep De Wissel");
  assert_opens (fixture, "45L11", PS_TYPE_PRODUCT_PAGE, "Begeleiding");
  assert_opens (fixture, "donut", PS_TYPE_SCHEME_PAGE, "Donut");
  assert_opens (fixture, "0984", PS_TYPE_MUNICIPALITY_PAGE, "Venray 2024");
  assert_opens (fixture, "settlem", PS_TYPE_SETTLEMENTS_PAGE, "Settlements");
}

/* A product group has no page: its products are shown, and no others. */
static void
test_group (Fixture *fixture, gconstpointer data)
{
  PsSearchDialog *dialog = open_search (fixture);
  PsTable *table;

  ps_search_dialog_type (dialog, "GGZ");
  ps_search_dialog_choose (dialog, 0);
  gui_settle_down ();
  table = PS_TABLE (gui_find_table (ps_window_get_page (fixture->window), "Products"));
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 0), 0), ==, "54L02");
}

/* Enter opens what was selected with the arrows, not the first that was found. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  PsSearchDialog *dialog = open_search (fixture);
  GtkListBox *list = GTK_LIST_BOX (gui_find_type (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX));
  GtkWidget *entry = gui_find_type (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);

  ps_search_dialog_type (dialog, "wissel");
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_signal_emit_by_name (entry, "activate");
  gui_settle_down ();
  g_assert_true (PS_IS_AGREEMENT_PAGE (ps_window_get_page (fixture->window)));
  /* What was typed last counts, and its first one is selected. */
  dialog = open_search (fixture);
  ps_search_dialog_type (dialog, "wissel");
  ps_search_dialog_type (dialog, "anker");
  g_signal_emit_by_name (gui_find_type (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "activate");
  gui_settle_down ();
  g_assert_true (gui_has_text (ps_window_get_page (fixture->window), "Praktijk Het Anker"));
}

static void
test_nothing_found (Fixture *fixture, gconstpointer data)
{
  PsSearchDialog *dialog = open_search (fixture);

  ps_search_dialog_type (dialog, "bestaat niet");
  g_assert_cmpuint (ps_search_dialog_count (dialog), ==, 0);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Nothing has that in its name."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add_func ("/search/index", test_index);
  g_test_add_func ("/search/index-limit", test_index_limit);
  g_test_add_func ("/search/index-speed", test_index_speed);
  g_test_add ("/search/opens", Fixture, NULL, set_up, test_opens, tear_down);
  g_test_add ("/search/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/search/enter", Fixture, NULL, set_up, test_enter, tear_down);
  g_test_add ("/search/nothing-found", Fixture, NULL, set_up, test_nothing_found, tear_down);
  return g_test_run ();
}
