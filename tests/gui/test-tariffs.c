/* test-tariffs.c: tariffs of a product, kept in the window, and what a form says that it will do
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include "gui/ps-chart-view.h"
#include "gui/products/ps-product-facts.h"
#include "gui/products/ps-product-page.h"
#include "gui/products/ps-products-page.h"
#include "gui/products/ps-tariff-effect.h"
#include "gui/products/ps-tariff-form.h"
#include "store/ps-desk.h"

enum
{
  TARIFF_FROM = 2,
  TARIFF_TO,
  TARIFF_AMOUNT,
  TARIFF_CHANGE,
  TARIFF_STATE
};
enum
{
  PRODUCT_OWN = 7
};

static gint64
product_id (DeskFixture *fixture, const char *code)
{
  return ps_region_product (desk_region (fixture), ps_region_find_product (desk_region (fixture), code))->id;
}

static gint64
provider_id (DeskFixture *fixture, const char *agb)
{
  return ps_region_provider (desk_region (fixture), ps_region_find_provider (desk_region (fixture), agb))->id;
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

static PsTableRow *
tariff_row (DeskFixture *fixture, guint place)
{
  return ps_table_get_shown (desk_table (fixture, "Tariffs"), place);
}

typedef struct
{
  DeskFixture *fixture;
  guint n;
} Rows;

static gboolean
has_rows (gpointer user_data)
{
  const Rows *rows = user_data;

  return ps_table_get_n_shown (desk_table (rows->fixture, "Tariffs")) == rows->n;
}

static void
wait_rows (DeskFixture *fixture, guint n)
{
  Rows rows = { fixture, n };

  gui_wait_until (has_rows, &rows);
}

/* The present one is ended, as was said beforehand. */
static void
test_new_tariff (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_product (fixture, "45L11");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_type (dialog, "valid_from", "1-1-2023");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "There is a tariff of €\302\24080.00 from 01-01-2023 already"));
  desk_type (dialog, "valid_from", "1-1-2031");
  desk_type (dialog, "tariff_e4", "€ 84,00");
  desk_wait_dialog_text (dialog, "Ends the present tariff of €\302\24080.00 on 31-12-2030.");
  desk_wait_dialog_text (dialog, "That is 5\302\240% more than the €\302\24080.00 of before.");
  desk_wait_dialog_text (dialog, "Starts in the future, on 01-01-2031.");
  desk_save (dialog);
  wait_rows (fixture, 2);
  g_assert_cmpint (ps_table_row_get_number (tariff_row (fixture, 0), TARIFF_TO), ==, ps_date_from_ymd (2030, 12, 31));
  g_assert_cmpint (ps_table_row_get_number (tariff_row (fixture, 1), TARIFF_FROM), ==, ps_date_from_ymd (2031, 1, 1));
  g_assert_cmpint (ps_table_row_get_number (tariff_row (fixture, 1), TARIFF_AMOUNT), ==, 840000);
  g_assert_cmpint (ps_table_row_get_number (tariff_row (fixture, 1), TARIFF_CHANGE), ==, 500);
  g_assert_cmpstr (ps_table_row_get_text (tariff_row (fixture, 1), TARIFF_STATE), ==, "future");
  g_assert_cmpuint (ps_chart_view_get_n_spots (PS_CHART_VIEW (gui_find_type (desk_page (fixture), PS_TYPE_CHART_VIEW))), ==, 2);
  desk_undo (fixture);
  wait_rows (fixture, 1);
  g_assert_cmpint (ps_table_row_get_number (tariff_row (fixture, 0), TARIFF_TO), ==, PS_NO_NUMBER);
}

/* A provider's own; then its gap is seen, filled, and one of them deleted. */
static void
test_own_tariffs (DeskFixture *fixture, gconstpointer data)
{
  gint64 wissel = provider_id (fixture, "94000001");
  PsFormDialog *dialog;

  open_product (fixture, "45L11");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_choose (dialog, "provider_id", wissel);
  desk_type (dialog, "valid_from", "1-1-2024");
  desk_type (dialog, "valid_to", "30-6-2024");
  desk_type (dialog, "tariff_e4", "90,1234");
  desk_wait_dialog_text (dialog, "Holds instead of the region’s tariff of €\302\24080.00.");
  desk_wait_dialog_text (dialog, "From 01-07-2024 on the region’s tariff holds.");
  desk_save (dialog);
  wait_rows (fixture, 2);
  ps_tariff_form_open (desk_page (fixture), desk_session (fixture), product_id (fixture, "45L11"), wissel);
  dialog = desk_wait_dialog ();
  desk_type (dialog, "valid_from", "1-9-2024");
  desk_type (dialog, "tariff_e4", "92");
  desk_wait_dialog_text (dialog, "From 01-07-2024 to 31-08-2024 the region’s tariff holds.");
  desk_save (dialog);
  wait_rows (fixture, 4);
  g_assert_cmpstr (ps_table_row_get_text (tariff_row (fixture, 0), 0), ==, "region");
  g_assert_cmpstr (ps_table_row_get_text (tariff_row (fixture, 2), TARIFF_STATE), ==, "gap of 62 days");

  /* The row of the gap proposes its days. */
  g_signal_emit_by_name (desk_table (fixture, "Tariffs"), "row-activated", tariff_row (fixture, 2));
  dialog = desk_wait_dialog ();
  g_assert_cmpint (ps_form_get_date (ps_form_dialog_get_form (dialog), "valid_from"), ==, ps_date_from_ymd (2024, 7, 1));
  g_assert_cmpint (ps_form_get_date (ps_form_dialog_get_form (dialog), "valid_to"), ==, ps_date_from_ymd (2024, 8, 31));
  desk_type (dialog, "tariff_e4", "91");
  desk_save (dialog);
  desk_wait_written (fixture);
  wait_rows (fixture, 4);
  g_assert_cmpint (ps_table_row_get_number (tariff_row (fixture, 2), TARIFF_AMOUNT), ==, 910000);
  desk_show (fixture, "products");
  g_assert_cmpint (ps_table_row_get_number (desk_row (desk_table (fixture, "Products"), "45L11"), PRODUCT_OWN), ==, 1);
}

static void
test_change_tariff (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  gint64 id;

  open_product (fixture, "54L02");
  dialog = desk_open (fixture, "page.new", NULL);
  desk_type (dialog, "valid_from", "1-1-2025");
  desk_type (dialog, "tariff_e4", "104,96");
  desk_save (dialog);
  wait_rows (fixture, 2);
  g_signal_emit_by_name (desk_table (fixture, "Tariffs"), "row-activated", tariff_row (fixture, 0));
  dialog = desk_wait_dialog ();
  desk_type (dialog, "valid_to", "31-1-2025");
  desk_wait_dialog_text (dialog, "The tariff of €\302\240104.96 starts on 01-01-2025: this one can last until 31-12-2024.");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "valid_to", "30-11-2024");
  desk_wait_dialog_text (dialog, "From 01-12-2024 to 31-12-2024 there is no tariff.");
  desk_type (dialog, "tariff_e4", "101");
  desk_save (dialog);
  wait_rows (fixture, 3);
  desk_wait_text (fixture, "no tariff on 31-12-2024");
  g_assert_cmpint (ps_table_row_get_number (tariff_row (fixture, 0), TARIFF_AMOUNT), ==, 1010000);
  id = (gint64) ps_table_row_get_id (tariff_row (fixture, 2));
  ps_tariff_form_delete (desk_page (fixture), desk_session (fixture), id);
  gui_answer ("On those days there is no tariff then", "cancel");
  desk_wait_written (fixture);
  wait_rows (fixture, 3);
  ps_tariff_form_delete (desk_page (fixture), desk_session (fixture), id);
  gui_answer (NULL, "go-on");
  wait_rows (fixture, 1);
  desk_undo (fixture);
  wait_rows (fixture, 3);
}

/* Two windows: a tariff that somebody else changed meanwhile is not overwritten. */
static void
test_conflict (DeskFixture *fixture, gconstpointer data)
{
  PsSession *other = gui_open_session (fixture->path);
  PsFormDialog *dialog;
  GtkWidget *elsewhere;

  open_product (fixture, "54L02");
  elsewhere = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (elsewhere), ps_product_page_new (other, product_id (fixture, "54L02")));
  g_signal_emit_by_name (desk_table (fixture, "Tariffs"), "row-activated", tariff_row (fixture, 0));
  dialog = desk_wait_dialog ();
  desk_type (dialog, "tariff_e4", "101");
  {
    g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, NULL);
    g_autoptr (GPtrArray) rows = ps_store_load_records (store, "tariff", "product_id", product_id (fixture, "54L02"), NULL);
    g_autoptr (PsRecord) after = ps_record_copy (g_ptr_array_index (rows, 0));
    g_autoptr (PsChange) change = ps_change_new ("edit", "tariff:54L02");

    ps_record_set_number (after, "tariff_e4", 1020000);
    ps_change_update (change, g_ptr_array_index (rows, 0), after);
    g_assert_true (ps_change_apply (store, change, "someone", NULL, NULL));
  }
  desk_save_refused (dialog, "102.00");
  desk_close (dialog);
  gtk_window_destroy (GTK_WINDOW (elsewhere));
  gui_settle_down ();
  g_object_unref (other);
}

/* What a form says, for each case there is */

static void
assert_effect (const PsRegion *region, PsDate from, PsDate to, const char *refused, const char *effect)
{
  g_auto (PsTariffEffect) found = { 0 };

  ps_tariff_effect_fill (&found, region, 0, PS_NONE, 0, from, to, 840000, ps_date_from_ymd (2024, 6, 1));
  g_assert_cmpstr (found.refused, ==, refused);
  g_assert_cmpstr (found.effect, ==, effect);
}

static void
test_effects (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, NULL);
  g_autoptr (PsRegion) shown = ps_store_load_region (store, NULL);
  g_autoptr (PsRegion) region = NULL;
  gint64 id = product_id (fixture, "45L11");

  g_assert_true (
      ps_desk_set_tariff (store, "test", shown, id, 0, ps_date_from_ymd (2025, 1, 1), PS_DATE_OPEN, 820000, NULL, NULL, NULL));
  region = ps_store_load_region (store, NULL);
  assert_effect (region, ps_date_from_ymd (2024, 6, 1), PS_DATE_OPEN, NULL,
                 "Ends the present tariff of €\302\24080.00 on 31-05-2024.\n"
                 "That is 5\302\240% more than the €\302\24080.00 of before.\n"
                 "Lasts until 31-12-2024: after it comes the tariff of €\302\24082.00.");
  assert_effect (region, ps_date_from_ymd (2022, 7, 1), ps_date_from_ymd (2022, 12, 30), NULL,
                 "From 31-12-2022 to 31-12-2022 there is no tariff.\nWhat was declared from 01-07-2022 on is held against it.");
  assert_effect (region, ps_date_from_ymd (2024, 6, 1), ps_date_from_ymd (2025, 1, 1),
                 "The tariff of €\302\24082.00 starts on 01-01-2025: this one can last until 31-12-2024.", "");
  assert_effect (region, ps_date_from_ymd (2024, 6, 1), ps_date_from_ymd (2024, 5, 1), "The last day is before the first.", "");
  assert_effect (region, ps_date_from_ymd (2025, 1, 1), PS_DATE_OPEN,
                 "There is a tariff of €\302\24082.00 from 01-01-2025 already: change that one instead.", "");
  assert_effect (region, PS_DATE_OPEN, PS_DATE_OPEN, NULL, "");
}

/* Of a provider, from its page: the product is chosen. */
static void
test_for_provider (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  guint n;

  open_product (fixture, "45L11");
  ps_tariff_form_open_for_provider (desk_page (fixture), desk_session (fixture), provider_id (fixture, "94000002"));
  dialog = desk_wait_dialog ();
  desk_type (dialog, "valid_from", "1-1-2024");
  desk_type (dialog, "tariff_e4", "75,5");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_choose (dialog, "product_id", product_id (fixture, "45L11"));
  desk_wait_dialog_text (dialog, "Holds instead of the region’s tariff");
  desk_save (dialog);
  wait_rows (fixture, 2);
  n = ps_region_find_provider (desk_region (fixture), "94000002");
  g_assert_nonnull (ps_product_tariffs (desk_region (fixture), 0, n, &n));
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/tariffs/" name, DeskFixture, NULL, desk_set_up, test, desk_tear_down)
  ADD ("new", test_new_tariff);
  ADD ("own", test_own_tariffs);
  ADD ("change", test_change_tariff);
  ADD ("conflict", test_conflict);
  ADD ("effects", test_effects);
  ADD ("for-provider", test_for_provider);
  return g_test_run ();
}
