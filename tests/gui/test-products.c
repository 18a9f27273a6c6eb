/* test-products.c: products and their groups, kept in the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include "gui/ps-navigator.h"
#include "gui/history/ps-history-page.h"
#include "gui/products/ps-indexing-page.h"
#include "gui/products/ps-product-facts.h"
#include "gui/products/ps-product-page.h"
#include "gui/products/ps-products-page.h"

enum
{
  PRODUCT_TARIFF = 6,
  PRODUCT_OWN,
  PRODUCT_LOOK_AT
};

static gint64
product_id (DeskFixture *fixture, const char *code)
{
  return ps_region_product (desk_region (fixture), ps_region_find_product (desk_region (fixture), code))->id;
}

/* The page of a product, from the list. */
static void
open_product (DeskFixture *fixture, const char *code)
{
  desk_show (fixture, "products");
  desk_wait_page (fixture, PS_TYPE_PRODUCTS_PAGE);
  desk_open_row (desk_table (fixture, "Products"), code);
  desk_wait_page (fixture, PS_TYPE_PRODUCT_PAGE);
}

/* The list */

static void
test_list (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;
  PsTableRow *row;

  desk_show (fixture, "products");
  desk_wait_text (fixture, "Tariffs as valid on 31-12-2024");
  table = desk_table (fixture, "Products");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 2);
  row = desk_row (table, "45L11");
  g_assert_cmpstr (ps_table_row_get_text (row, 1), ==, "Begeleiding");
  g_assert_cmpstr (ps_table_row_get_text (row, 2), ==, "4");
  g_assert_cmpstr (ps_table_row_get_text (row, 3), ==, "AMB1");
  g_assert_cmpint (ps_table_row_get_number (row, PRODUCT_TARIFF), ==, 800000);
  g_assert_cmpint (ps_table_row_get_number (row, PRODUCT_OWN), ==, PS_NO_NUMBER);
  g_assert_cmpstr (ps_table_row_get_text (row, PRODUCT_LOOK_AT), ==, "");
  gui_assert_names (desk_page (fixture));
  table = desk_table (fixture, "Segments and groups");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 4);
  g_assert_cmpint (ps_table_row_get_number (desk_row (table, "GGZ"), 4), ==, 1);
}

/* A product */

static void
test_new_refused (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsForm *form;

  desk_show (fixture, "products");
  dialog = desk_open (fixture, "page.new", NULL);
  form = ps_form_dialog_get_form (dialog);
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "code", "45L11");
  desk_type (dialog, "name", "Nog een keer");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "There is a product with this code: Begeleiding."));
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "code", "45L12");
  g_assert_true (ps_form_is_valid (form));
  desk_choose (dialog, "funding", PS_FUNDING_TRAJECT);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "A trajectory must have a norm duration."));
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "norm_months", "6");
  g_assert_true (ps_form_is_valid (form));
  desk_choose (dialog, "funding", PS_FUNDING_PXQ);
  desk_choose (dialog, "unit", PS_UNIT_NONE);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "What is paid P×Q must have a unit."));
  g_assert_false (ps_form_is_valid (form));
  desk_choose (dialog, "group_id", 0);
  desk_choose (dialog, "unit", PS_UNIT_HOUR);
  desk_type (dialog, "new_group_code", "GGZ");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "There is a group with this code: choose it above."));
  desk_close (dialog);
}

/* With a group and a segment that were not there: one change, undone as one. */
static void
test_new (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsTable *table;
  guint place;

  desk_show (fixture, "products");
  table = desk_table (fixture, "Products");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_type (dialog, "code", "41V01");
  desk_type (dialog, "name", "Dagbesteding");
  desk_choose (dialog, "group_id", 0);
  desk_type (dialog, "new_group_code", "DAGV");
  desk_type (dialog, "new_group_name", "Dagbesteding voor ouderen");
  desk_choose (dialog, "new_group_segment", 0);
  desk_type (dialog, "new_segment_code", "3");
  desk_type (dialog, "new_segment_name", "Dag");
  desk_choose (dialog, "funding", PS_FUNDING_PLEK);
  desk_choose (dialog, "unit", PS_UNIT_PLACE_YEAR);
  desk_type (dialog, "norm_hours_milli", "40,5");
  desk_choose (dialog, "exempt", PS_EXEMPT_OUTSIDE);
  desk_save (dialog);
  desk_wait_row (table, "41V01", TRUE);
  place = ps_region_find_product (desk_region (fixture), "41V01");
  g_assert_cmpint (ps_region_product (desk_region (fixture), place)->norm_hours_milli, ==, 40500);
  g_assert_cmpint (ps_region_product (desk_region (fixture), place)->exempt, ==, PS_EXEMPT_OUTSIDE);
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "41V01"), 2), ==, "3");
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "41V01"), PRODUCT_LOOK_AT), ==, "no tariff");
  g_assert_nonnull (desk_row (desk_table (fixture, "Segments and groups"), "DAGV"));
  desk_undo (fixture);
  desk_wait_row (table, "41V01", FALSE);
  desk_wait_row (desk_table (fixture, "Segments and groups"), "DAGV", FALSE);
  g_assert_cmpuint (desk_region (fixture)->segments->len, ==, 2);
}

/* Two pages of what is not there any more, one over the other: both go, and the one below them stays. */
static void
test_gone (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  gint64 id;

  desk_show (fixture, "providers");
  ps_navigator_push (desk_page (fixture), ps_products_page_new (desk_session (fixture)), "Products");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_type (dialog, "code", "45L13");
  desk_type (dialog, "name", "Tijdelijk");
  desk_choose (dialog, "funding", PS_FUNDING_PXQ);
  desk_choose (dialog, "unit", PS_UNIT_HOUR);
  desk_save (dialog);
  desk_wait_row (desk_table (fixture, "Products"), "45L13", TRUE);
  id = ps_region_product (desk_region (fixture), ps_region_find_product (desk_region (fixture), "45L13"))->id;
  ps_navigator_push (desk_page (fixture), ps_product_page_new (desk_session (fixture), id), "First");
  ps_navigator_push (desk_page (fixture), ps_product_page_new (desk_session (fixture), id), "Second");
  desk_undo (fixture);
  desk_wait_page (fixture, PS_TYPE_PRODUCTS_PAGE);
  gui_settle_down ();
  g_assert_true (PS_IS_PRODUCTS_PAGE (desk_page (fixture)));
}

static void
test_edit_warns (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_product (fixture, "45L11");
  desk_wait_text (fixture, "norm duration 6 months");
  dialog = desk_open (fixture, "product.edit", NULL);
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "This product has"));
  desk_choose (dialog, "funding", PS_FUNDING_TRAJECT);
  desk_wait_dialog_text (dialog, "This product has 2 assignments and 2 declaration lines.");
  desk_choose (dialog, "funding", PS_FUNDING_PXQ);
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "This product has"));
  desk_type (dialog, "name", "Begeleiding thuis");
  desk_type (dialog, "norm_months", "8");
  desk_save (dialog);
  desk_wait_text (fixture, "45L11 Begeleiding thuis");
  desk_wait_text (fixture, "norm duration 8 months");
}

static void
test_end_and_continue (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_product (fixture, "54L02");
  g_assert_false (desk_is_on (fixture, "product.continue"));
  dialog = desk_open (fixture, "product.end", NULL);
  desk_type (dialog, "ended_on", "30-6-2024");
  desk_type (dialog, "reason", "Niet meer ingekocht");
  desk_save (dialog);
  desk_wait_text (fixture, "ends on 30-06-2024");
  desk_show (fixture, "products");
  desk_wait_row (desk_table (fixture, "Products"), "54L02", TRUE);
  g_assert_cmpstr (ps_table_row_get_text (desk_row (desk_table (fixture, "Products"), "54L02"), PRODUCT_LOOK_AT), ==, "ended");
  open_product (fixture, "54L02");
  desk_do (fixture, "product.continue");
  desk_wait_no_text (fixture, "ends on 30-06-2024");
}

/* One that was never used goes, with its tariffs; one that was cannot. */
static void
test_delete (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_product (fixture, "45L11");
  desk_wait_written (fixture);
  g_assert_false (desk_is_on (fixture, "product.delete"));
  desk_show (fixture, "products");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_type (dialog, "code", "45X99");
  desk_type (dialog, "name", "Proef");
  desk_save (dialog);
  open_product (fixture, "45X99");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_type (dialog, "valid_from", "1-1-2024");
  desk_type (dialog, "tariff_e4", "50");
  desk_save (dialog);
  desk_do (fixture, "product.delete");
  gui_answer ("Its tariff is deleted too.", "go-on");
  desk_wait_page (fixture, PS_TYPE_PRODUCTS_PAGE);
  g_assert_cmpuint (ps_region_find_product (desk_region (fixture), "45X99"), ==, PS_NONE);
  desk_undo (fixture);
  desk_wait_row (desk_table (fixture, "Products"), "45X99", TRUE);
  g_assert_cmpint (ps_table_row_get_number (desk_row (desk_table (fixture, "Products"), "45X99"), PRODUCT_TARIFF), ==, 500000);
}

/* Segments and groups */

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gui_has_text (root, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (PsFormDialog *dialog, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  gui_settle_down ();
}

static void
test_groups (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsTable *table;
  gint64 segment;

  desk_show (fixture, "products");
  table = desk_table (fixture, "Segments and groups");
  desk_open_row (table, "AMB1");
  dialog = desk_wait_dialog ();
  desk_type (dialog, "code", "GGZ");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "There is a group with this code."));
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "code", "AMB1");
  desk_type (dialog, "name", "Ambulant");
  segment = ps_region_segment (desk_region (fixture), 1)->id;
  desk_choose (dialog, "segment_id", segment);
  desk_save (dialog);
  desk_wait_row (table, "AMB1", TRUE);
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "AMB1"), 0), ==, "5");
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "AMB1"), 2), ==, "Ambulant");
  g_assert_cmpint (ps_table_row_get_number (ps_table_get_shown (table, 0), 3), ==, 0);
}

/* A new segment and a group in it, and both deleted again. */
static void
test_new_group (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsTable *table;

  desk_show (fixture, "products");
  table = desk_table (fixture, "Segments and groups");
  dialog = desk_open (fixture, "products.new-segment", NULL);
  desk_type (dialog, "code", "7");
  desk_type (dialog, "name", "Wonen");
  desk_save (dialog);
  desk_wait_row (table, "7", TRUE);
  dialog = desk_open (fixture, "products.new-group", NULL);
  desk_type (dialog, "code", "WON1");
  desk_choose (dialog, "segment_id", ps_region_segment (desk_region (fixture), 2)->id);
  desk_save (dialog);
  desk_open_row (table, "WON1");
  press (desk_wait_dialog (), "Delete this Group");
  desk_wait_row (table, "WON1", FALSE);
  desk_open_row (table, "7");
  press (desk_wait_dialog (), "Delete this Segment");
  desk_wait_row (table, "7", FALSE);
  desk_undo (fixture);
  desk_wait_row (table, "7", TRUE);
  desk_open_row (table, "4");
  g_assert_false (gtk_widget_is_sensitive (find_button (GTK_WIDGET (desk_wait_dialog ()), "Delete this Segment")));
  desk_close (desk_wait_dialog ());
}

static void
choose (DeskFixture *fixture, const char *name, guint place)
{
  GtkWidget *drop_down = gui_find_named (desk_page (fixture), GTK_TYPE_DROP_DOWN, name);

  g_assert_nonnull (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), place);
}

/* What the drop-downs show, one by one, and together. */
static void
test_filters (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;

  desk_show (fixture, "products");
  table = desk_table (fixture, "Products");
  choose (fixture, "Segment or group", 1); /* all, segment 4, AMB1, segment 5, GGZ */
  g_assert_nonnull (desk_row (table, "45L11"));
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  choose (fixture, "Segment or group", 4);
  g_assert_nonnull (desk_row (table, "54L02"));
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  choose (fixture, "Funding", PS_FUNDING_TRAJECT);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 0);
  choose (fixture, "Funding", 0);
  choose (fixture, "Segment or group", 0);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 2);
  choose (fixture, "Which products", 2);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 0);
  choose (fixture, "Which products", 1);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 2);
  choose (fixture, "Which products", 5);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 0);
}

/* A file that is only read shows everything, and changes nothing. */
static void
test_read_only (DeskFixture *fixture, gconstpointer data)
{
  gui_run_sql (fixture->path, "PRAGMA user_version = 9999");
  ps_window_open_region (fixture->window, fixture->path);
  desk_wait_written (fixture);
  desk_show (fixture, "products");
  desk_wait_page (fixture, PS_TYPE_PRODUCTS_PAGE);
  g_assert_true (ps_session_is_read_only (desk_session (fixture)));
  g_assert_false (desk_is_on (fixture, "page.new"));
  g_assert_false (desk_is_on (fixture, "products.new-group"));
  desk_open_row (desk_table (fixture, "Segments and groups"), "AMB1");
  desk_open_row (desk_table (fixture, "Products"), "45L11");
  desk_wait_page (fixture, PS_TYPE_PRODUCT_PAGE);
  g_assert_false (desk_is_on (fixture, "page.new"));
  g_assert_false (desk_is_on (fixture, "product.edit"));
  g_assert_false (gui_has_text (desk_page (fixture), "Open a row to change"));
  g_assert_true (desk_is_on (fixture, "product.history"));
  g_signal_emit_by_name (desk_table (fixture, "Tariffs"), "row-activated",
                         ps_table_get_shown (desk_table (fixture, "Tariffs"), 0));
  desk_wait_written (fixture);
  g_assert_false (desk_has_dialog ());
  desk_do (fixture, "product.history");
  desk_wait_page (fixture, PS_TYPE_HISTORY_PAGE);
}

static void
test_pages (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = desk_session (fixture);

  gui_try_page (ps_products_page_new (session));
  gui_try_page (ps_product_page_new (session, product_id (fixture, "45L11")));
  gui_try_page (ps_indexing_page_new (session));
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/products/" name, DeskFixture, NULL, desk_set_up, test, desk_tear_down)
  ADD ("list", test_list);
  ADD ("new-refused", test_new_refused);
  ADD ("new", test_new);
  ADD ("gone", test_gone);
  ADD ("edit-warns", test_edit_warns);
  ADD ("end-and-continue", test_end_and_continue);
  ADD ("delete", test_delete);
  ADD ("groups", test_groups);
  ADD ("new-group", test_new_group);
  ADD ("filters", test_filters);
  ADD ("read-only", test_read_only);
  ADD ("pages", test_pages);
  return g_test_run ();
}
