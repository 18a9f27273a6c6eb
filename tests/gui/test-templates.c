/* test-templates.c: every page and dialog can be made, has its names, and is let go of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include "gui/ps-actions.h"
#include "gui/ps-import-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-welcome-page.h"
#include "gui/ps-window.h"
#include "gui/agreements/ps-agreement-compare-page.h"
#include "gui/agreements/ps-agreement-page.h"
#include "gui/agreements/ps-agreements-page.h"
#include "gui/contracts/ps-contract-page.h"
#include "gui/contracts/ps-contracts-page.h"
#include "gui/history/ps-history-page.h"
#include "gui/municipalities/ps-municipality-page.h"
#include "gui/products/ps-indexing-page.h"
#include "gui/products/ps-product-page.h"
#include "gui/products/ps-products-page.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/providers/ps-providers-page.h"
#include "gui/schemes/ps-scheme-page.h"
#include "gui/schemes/ps-schemes-page.h"
#include "gui/search/ps-search-dialog.h"
#include "gui/settlements/ps-settlement-history-page.h"
#include "gui/settlements/ps-settlement-page.h"
#include "gui/settlements/ps-settlements-page.h"
#include "gui/settlements/ps-sources-page.h"
#include "gui/settlements/ps-statements-page.h"
#include "gui/settlements/ps-what-if-page.h"

typedef struct
{
  char *folder;
  PsSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = gui_make_folder ();
  path = gui_make_region (fixture->folder);
  fixture->session = gui_open_session (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gui_settle_down ();
  g_assert_finalize_object (fixture->session);
  gui_remove_folder (fixture->folder);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  gui_try_page (ps_welcome_page_new ());
  gui_try_page (ps_providers_page_new (fixture->session));
  gui_try_page (ps_provider_page_new (fixture->session, 0));
  gui_try_page (ps_provider_page_new (fixture->session, 3));
  gui_try_page (ps_agreements_page_new (fixture->session));
  gui_try_page (ps_agreement_page_new (fixture->session, 0));
  gui_try_page (ps_agreement_page_new (fixture->session, 3));
  gui_try_page (ps_products_page_new (fixture->session));
  gui_try_page (ps_product_page_new (fixture->session, 1));
  gui_try_page (ps_indexing_page_new (fixture->session));
  gui_try_page (ps_schemes_page_new (fixture->session));
  gui_try_page (ps_scheme_page_new (fixture->session, 0));
  gui_try_page (ps_history_page_new (fixture->session));
  gui_try_page (ps_history_page_new_for (fixture->session, "provider:94000001", "Zorggroep De Wissel"));
  gui_try_page (ps_contracts_page_new (fixture->session));
  gui_try_page (ps_municipality_page_new (fixture->session, "0983"));
  gui_try_page (ps_settlements_page_new (fixture->session));
  gui_try_page (ps_settlement_page_new (fixture->session, 0, PS_DATE_OPEN));
  gui_try_page (ps_sources_page_new (fixture->session, 0, PS_NONE, PS_NONE, PS_DATE_OPEN, 0));
  gui_try_page (ps_statements_page_new (fixture->session));
  gui_try_page (ps_settlement_history_page_new (fixture->session, "94000001"));
  gui_try_page (ps_what_if_page_new (fixture->session, "94000001"));
  gui_try_page (ps_what_if_page_new (fixture->session, "94000004"));
}

static gboolean
has_page (gpointer window)
{
  return ps_window_get_page (window) != NULL;
}

static void
push (PsWindow *window, GtkWidget *page)
{
  ps_navigator_push (ps_window_get_page (window), page, "Page");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gui_settle_down ();
}

static void
push_pages (PsWindow *window)
{
  PsSession *session = ps_window_get_session (window);

  push (window, ps_provider_page_new (session, 0));
  push (window, ps_agreement_page_new (session, 0));
  push (window, ps_agreement_compare_page_new (session, "94000001"));
  push (window, ps_contract_page_new (session, 0, 0, "none"));
  push (window, ps_product_page_new (session, 1));
  push (window, ps_indexing_page_new (session));
  push (window, ps_scheme_page_new (session, 0));
  push (window, ps_settlement_page_new (session, 0, PS_DATE_OPEN));
  push (window, ps_sources_page_new (session, 0, PS_NONE, PS_NONE, PS_DATE_OPEN, 0));
  push (window, ps_statements_page_new (session));
  push (window, ps_settlement_history_page_new (session, "94000001"));
  push (window, ps_what_if_page_new (session, "94000001"));
}

/* Opened, left and closed in the window, with warnings fatal: those of the sidebar, one over another, and the start page. */
static void
test_opened_and_closed (void)
{
  static const char *const sections[] = {
    "providers", "agreements", "contracts", "products", "schemes", "settlements", "history"
  };
  char *folder = gui_make_folder ();
  g_autofree char *path = gui_make_region (folder);
  PsWindow *window = PS_WINDOW (ps_window_new (NULL));
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  ps_window_open_region (window, path);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_until (has_page, window);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", sections[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gui_settle_down ();
    }
  push_pages (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  gui_settle_down ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "providers");
  gui_settle_down ();
  push_pages (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.welcome", NULL);
  gui_settle_down ();
  gtk_window_destroy (GTK_WINDOW (window));
  gui_wait_gone (&watched);
  gui_remove_folder (folder);
}

static void
try_window (GtkWidget *window)
{
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gui_settle_down ();
  gui_assert_names (window);
  gtk_window_destroy (GTK_WINDOW (window));
  gui_wait_gone (&watched);
}

static void
test_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/declaraties.csv");

  g_list_store_append (files, file);
  try_window (ps_window_new (NULL));
  try_window (ps_search_dialog_new (fixture->session, NULL));
  try_window (ps_import_dialog_new (fixture->session, G_LIST_MODEL (files), NULL));
}

/* What the shortcuts window promises exists. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = ps_window_new (NULL);
  GtkWidget *shortcuts = ps_actions_shortcuts_window ();
  guint n;
  const PsActionInfo *actions = ps_actions_list (&n);

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (shortcuts));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      const GVariantType *type;
      const char *found = NULL, *property;
      GType owner;

      if (actions[i].action == NULL)
        continue;
      g_assert_true (g_action_parse_detailed_name (actions[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "app."))
        continue;
      for (guint place = 0; found == NULL || g_strcmp0 (found, name) != 0; place++)
        g_assert_true (gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), place, &owner, &found, &type, &property));
    }
  gtk_window_destroy (GTK_WINDOW (shortcuts));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/templates/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add_func ("/templates/opened-and-closed", test_opened_and_closed);
  g_test_add ("/templates/windows", Fixture, NULL, set_up, test_windows, tear_down);
  g_test_add ("/templates/actions", Fixture, NULL, set_up, test_actions, tear_down);
  return g_test_run ();
}
