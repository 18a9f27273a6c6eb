/* test-contracts.c: a contract's life in the window: entered, extended, its products and documents, deleted
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <sqlite3.h>
#include <string.h>

#include "core/ps-format.h"
#include "gui/contracts/ps-contract-bar.h"
#include "gui/contracts/ps-contract-page.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/contracts/ps-contracts-page.h"
#include "gui/contracts/ps-product-checks.h"
#include "gui/providers/ps-provider-page.h"

/* The contract of the tests began two years ago and ends at the end of this one. */
static int
this_year (void)
{
  return ps_date_year (ps_contract_today ());
}

static char *
year_start (int offset)
{
  return ps_format_date (ps_date_year_start (this_year () + offset));
}

static char *
year_end (int offset)
{
  return ps_format_date (ps_date_year_end (this_year () + offset));
}

static gint64
provider_id (DeskFixture *fixture, const char *agb)
{
  const PsRegion *region = ps_session_get_settled (ps_window_get_session (fixture->window))->region;

  return ps_region_provider (region, ps_region_find_provider (region, agb))->id;
}

static void
fill_contract (PsFormDialog *dialog, const char *number)
{
  g_autofree char *start = year_start (-2);
  g_autofree char *end = year_end (0);

  desk_type (dialog, "number", number);
  desk_type (dialog, "start", start);
  desk_type (dialog, "end", end);
  desk_type (dialog, "notice", "3");
}

/* A contract of De Wissel with two options of a year, and its page. */
static void
add_contract (DeskFixture *fixture)
{
  PsFormDialog *dialog;

  desk_show (fixture, "contracts");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_choose (dialog, "provider", provider_id (fixture, "94000001"));
  fill_contract (dialog, "2024-01");
  desk_type (dialog, "n_options", "2");
  desk_save (dialog);
  desk_wait_page (fixture, PS_TYPE_CONTRACT_PAGE);
  desk_wait_text (fixture, "Contract 2024-01");
}

static void
test_refused (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsForm *form;
  g_autofree char *before = year_end (-3);

  desk_show (fixture, "contracts");
  desk_wait_text (fixture, "No contracts yet");
  add_contract (fixture);
  desk_show (fixture, "contracts");
  dialog = desk_open (fixture, "page.new", NULL);
  form = ps_form_dialog_get_form (dialog);
  fill_contract (dialog, "2024-01");
  g_assert_false (ps_form_is_valid (form));
  desk_choose (dialog, "provider", provider_id (fixture, "94000002"));
  g_assert_true (ps_form_is_valid (form));
  desk_choose (dialog, "provider", provider_id (fixture, "94000001"));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "has a contract with this number already"));
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "number", "2024-02");
  g_assert_true (ps_form_is_valid (form));
  desk_type (dialog, "end", before);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "cannot end before it starts"));
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "end", "");
  g_assert_true (ps_form_is_valid (form));
  desk_save (dialog);
  desk_wait_text (fixture, "without an end");
}

static void
test_options (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *end = year_end (0);
  g_autofree char *once = year_end (1);
  g_autofree char *twice = year_end (2);
  g_autofree char *then = g_strdup_printf ("then ends on %s", once);
  g_autofree char *term = g_strdup_printf ("to %s · notice 3 months", once);
  g_autofree char *old_term = g_strdup_printf ("to %s · notice 3 months", end);
  g_autofree char *most = g_strdup_printf ("runs to %s", twice);
  PsFormDialog *dialog;

  add_contract (fixture);
  desk_wait_text (fixture, old_term);
  desk_wait_text (fixture, most);
  gui_assert_names (desk_page (fixture));
  g_assert_nonnull (gui_find_type (desk_page (fixture), PS_TYPE_CONTRACT_BAR));

  dialog = desk_open (fixture, "contract.use-option", "u", 0);
  desk_wait_dialog_text (dialog, then);
  desk_save (dialog);
  desk_wait_text (fixture, term);
  desk_wait_text (fixture, "Option 1: 12 months, used");
  desk_undo (fixture);
  desk_wait_text (fixture, old_term);

  dialog = desk_open (fixture, "contract.refuse-option", "u", 0);
  desk_type (dialog, "decided_on", "1 maart 2024");
  desk_save (dialog);
  desk_wait_text (fixture, "Option 1: 12 months, not used, decided on 01-03-2024");
  gtk_widget_activate_action (desk_page (fixture), "contract.remove-option", "u", 1);
  desk_wait_no_text (fixture, "Option 2");
  dialog = desk_open (fixture, "contract.add-option", NULL);
  desk_type (dialog, "months", "zes");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "months", "6");
  desk_save (dialog);
  desk_wait_text (fixture, "Option 2: 6 months, not decided yet");
}

static void
test_products (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsProductChecks *checks;
  PsTable *table;

  add_contract (fixture);
  table = desk_table (fixture, "Products contracted");
  dialog = desk_open (fixture, "contract.products", NULL);
  checks = PS_PRODUCT_CHECKS (gui_find_type (GTK_WIDGET (dialog), PS_TYPE_PRODUCT_CHECKS));
  g_assert_cmpuint (ps_product_checks_count (checks), ==, 0);
  ps_product_checks_set_group (checks, 0, TRUE);
  ps_product_checks_set (checks, 1, TRUE);
  g_signal_emit_by_name (checks, "changed");
  g_assert_cmpstr (ps_form_get_text (ps_form_dialog_get_form (dialog), "chosen"), ==, "45L11, 54L02");
  desk_save (dialog);
  desk_wait_row (table, "54L02", TRUE);
  desk_wait_row (table, "45L11", TRUE);

  /* One of them for a shorter time. */
  desk_open_row (table, "45L11");
  dialog = desk_wait_dialog ();
  desk_type (dialog, "from", "1-7-2024");
  desk_type (dialog, "to", "30-6-2024");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "to", "31-12-2024");
  desk_save (dialog);
  desk_wait_written (fixture);
  desk_wait_row (table, "45L11", TRUE);
  dialog = desk_open (fixture, "contract.products", NULL);
  checks = PS_PRODUCT_CHECKS (gui_find_type (GTK_WIDGET (dialog), PS_TYPE_PRODUCT_CHECKS));
  g_assert_cmpuint (ps_product_checks_count (checks), ==, 2);
  ps_product_checks_set (checks, 1, FALSE);
  g_signal_emit_by_name (checks, "changed");
  desk_save (dialog);
  desk_wait_row (table, "54L02", FALSE);
  g_assert_cmpint (ps_table_row_get_number (desk_row (table, "45L11"), 4), ==, ps_date_from_ymd (2024, 7, 1));
}

static void
test_documents (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsForm *form;

  add_contract (fixture);
  dialog = desk_open (fixture, "contract.add-document", NULL);
  form = ps_form_dialog_get_form (dialog);
  desk_type (dialog, "label", "Getekend contract");
  desk_type (dialog, "uri", "ftp://archief.example/contract.pdf");
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "uri", "https://archief.example/contract.pdf");
  desk_save (dialog);
  desk_wait_text (fixture, "Getekend contract");
  dialog = desk_open (fixture, "contract.edit-document", "u", 0);
  desk_type (dialog, "label", "Contract met bijlagen");
  desk_save (dialog);
  desk_wait_text (fixture, "Contract met bijlagen");
  gtk_widget_activate_action (desk_page (fixture), "contract.remove-document", "u", 0);
  desk_wait_text (fixture, "No documents");
  desk_wait_written (fixture);
  desk_undo (fixture);
  desk_wait_text (fixture, "Contract met bijlagen");
}

/* Edited, seen in both lists, deleted, and back with all that belongs to it. */
static void
test_life (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  add_contract (fixture);
  dialog = desk_open (fixture, "contract.edit", NULL);
  desk_type (dialog, "number", "2024-07");
  desk_type (dialog, "notes", "Opvolger van 2019-03.");
  desk_save (dialog);
  desk_wait_text (fixture, "Opvolger van 2019-03.");

  desk_show (fixture, "contracts");
  desk_open_row (desk_table (fixture, "Contracts"), "2024-07");
  desk_wait_text (fixture, "Contract 2024-07");
  gtk_widget_activate_action (desk_page (fixture), "contract.provider", NULL);
  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
  gui_show_tab (desk_page (fixture), "contracts");
  desk_open_row (desk_table (fixture, "Contracts"), "2024-07");
  desk_wait_page (fixture, PS_TYPE_CONTRACT_PAGE);
  desk_wait_text (fixture, "Contract 2024-07");
  desk_do (fixture, "contract.delete");
  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
  desk_wait_row (desk_table (fixture, "Contracts"), "2024-07", FALSE);
  desk_undo (fixture);
  desk_show (fixture, "contracts");
  desk_open_row (desk_table (fixture, "Contracts"), "2024-07");
  desk_wait_text (fixture, "Option 2: 12 months");
}

static void
test_choices (DeskFixture *fixture, gconstpointer data)
{
  GtkDropDown *choice;
  GtkStackSwitcher *tabs;
  PsTable *table;
  PsFormDialog *dialog;

  add_contract (fixture);
  desk_show (fixture, "providers");
  desk_open_row (desk_table (fixture, "Providers"), "Praktijk Het Anker");
  tabs = GTK_STACK_SWITCHER (gui_find_type (desk_page (fixture), GTK_TYPE_STACK_SWITCHER));
  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (tabs), "contracts");
  desk_wait_text (fixture, "No contracts");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_type (dialog, "number", "OUD-1");
  desk_type (dialog, "start", "1-1-2015");
  desk_type (dialog, "end", "31-12-2018");
  desk_save (dialog);
  desk_wait_page (fixture, PS_TYPE_CONTRACT_PAGE);

  desk_show (fixture, "contracts");
  table = desk_table (fixture, "Contracts");
  choice = GTK_DROP_DOWN (gui_find_type (desk_page (fixture), GTK_TYPE_DROP_DOWN));
  desk_wait_row (table, "OUD-1", TRUE);
  desk_wait_row (table, "2024-01", TRUE);
  /* What must be decided first is first, whatever its number; what is over comes last. */
  g_assert_true (ps_table_get_shown (table, 0) == desk_row (table, "2024-01"));
  gtk_drop_down_set_selected (choice, 1);
  desk_wait_row (table, "OUD-1", FALSE);
  gtk_drop_down_set_selected (choice, 2);
  desk_wait_row (table, "2024-01", TRUE);
  gtk_drop_down_set_selected (choice, 5);
  desk_wait_row (table, "OUD-1", TRUE);
  desk_wait_row (table, "2024-01", FALSE);
  gui_assert_names (desk_page (fixture));
}

/* A file that is only read shows everything, and changes nothing. */
static void
test_read_only (DeskFixture *fixture, gconstpointer data)
{
  sqlite3 *db = NULL;

  add_contract (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  ps_window_open_region (fixture->window, fixture->path);
  desk_wait_page (fixture, PS_TYPE_CONTRACTS_PAGE);
  g_assert_true (ps_session_is_read_only (ps_window_get_session (fixture->window)));
  desk_wait_row (desk_table (fixture, "Contracts"), "2024-01", TRUE);
  g_assert_false (desk_is_on (fixture, "page.new"));
  gtk_widget_activate_action (desk_page (fixture), "page.new", NULL);
  desk_open_row (desk_table (fixture, "Contracts"), "2024-01");
  desk_wait_text (fixture, "Option 2");
  g_assert_false (gui_has_text (desk_page (fixture), "Used…"));
  g_assert_false (desk_is_on (fixture, "contract.edit"));
  g_assert_true (desk_is_on (fixture, "contract.history"));
  gtk_widget_activate_action (desk_page (fixture), "contract.edit", NULL);
  gtk_widget_activate_action (desk_page (fixture), "contract.products", NULL);
  gtk_widget_activate_action (desk_page (fixture), "contract.delete", NULL);
  gui_settle_down ();
  g_assert_false (desk_has_dialog ());
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/contracts/refused", DeskFixture, NULL, desk_set_up, test_refused, desk_tear_down);
  g_test_add ("/contracts/options", DeskFixture, NULL, desk_set_up, test_options, desk_tear_down);
  g_test_add ("/contracts/products", DeskFixture, NULL, desk_set_up, test_products, desk_tear_down);
  g_test_add ("/contracts/documents", DeskFixture, NULL, desk_set_up, test_documents, desk_tear_down);
  g_test_add ("/contracts/life", DeskFixture, NULL, desk_set_up, test_life, desk_tear_down);
  g_test_add ("/contracts/choices", DeskFixture, NULL, desk_set_up, test_choices, desk_tear_down);
  g_test_add ("/contracts/read-only", DeskFixture, NULL, desk_set_up, test_read_only, desk_tear_down);
  return g_test_run ();
}
