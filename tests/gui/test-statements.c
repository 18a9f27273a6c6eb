/* test-statements.c: production statements, their dates and limits, and the region's own form, in the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <string.h>

#include "core/ps-format.h"
#include "gui/ps-navigator.h"
#include "gui/settlements/ps-statement-form.h"
#include "gui/settlements/ps-statements-page.h"
#include "gui/settlements/ps-statements-table.h"
#include "store/ps-record.h"
#include "store/ps-statements.h"

static PsTable *
push_statements (DeskFixture *fixture)
{
  PsTable *table;

  desk_show (fixture, "settlements");
  ps_navigator_push (desk_page (fixture), ps_statements_page_new (ps_window_get_session (fixture->window)), "Statements");
  desk_wait_page (fixture, PS_TYPE_STATEMENTS_PAGE);
  table = desk_table (fixture, "Production statements");
  desk_wait_row (table, "94000001", TRUE);
  return table;
}

static PsFormDialog *
open_form (PsTable *table, const char *agb)
{
  desk_open_row (table, agb);
  return desk_wait_dialog ();
}

typedef struct
{
  PsTable *table;
  const char *agb;
  PsStatementState state;
} StateWait;

static gboolean
state_is (gpointer user_data)
{
  const StateWait *wait = user_data;
  PsTableRow *row = desk_row (wait->table, wait->agb);

  return row != NULL && ps_statements_table_state (row) == wait->state;
}

static void
wait_state (PsTable *table, const char *agb, PsStatementState state)
{
  StateWait wait = { table, agb, state };

  gui_wait_until (state_is, &wait);
}

/* From missing to complete, one thing after the other; € 11.300,00 is our own total. */
static void
test_statement (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = push_statements (fixture);
  g_autofree char *difference = ps_format_money (1000);
  PsFormDialog *dialog;
  PsTableRow *row;

  gui_assert_names (desk_page (fixture));
  wait_state (table, "94000001", PS_STATEMENT_MISSING);
  row = desk_row (table, "94000001");
  g_assert_cmpint (ps_table_row_get_number (row, PS_STATEMENTS_OWN), ==, 1130000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_STATEMENTS_STATED), ==, PS_NO_NUMBER);
  dialog = open_form (table, "94000001");
  /* Names are too long for a title. */
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Production Statement 2024");
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Zorggroep De Wissel"));
  desk_wait_dialog_text (dialog, "is missing: it was due on 01-03-2025");
  desk_type (dialog, "stated_cents", "11310,00");
  desk_type (dialog, "received_on", "27-02-2025");
  desk_wait_dialog_text (dialog, difference);
  desk_save (dialog);
  wait_state (table, "94000001", PS_STATEMENT_NOT_CERTIFIED);
  row = desk_row (table, "94000001");
  g_assert_cmpint (ps_table_row_get_number (row, PS_STATEMENTS_DIFFERENCE), ==, 1000);

  dialog = open_form (table, "94000001");
  desk_choose (dialog, "certified", PS_CERTIFIED_BY_BOARD);
  /* Its day is asked for as soon as there is a certificate; the store says so where it is left out. */
  desk_save_refused (dialog, "received on a day");
  desk_type (dialog, "certified_on", "28-03-2025");
  desk_save (dialog);
  wait_state (table, "94000001", PS_STATEMENT_UNEXPLAINED);

  dialog = open_form (table, "94000001");
  desk_type (dialog, "explanation", "Late declaraties van december");
  desk_wait_dialog_text (dialog, "which is explained");
  desk_save (dialog);
  wait_state (table, "94000001", PS_STATEMENT_COMPLETE);
  desk_undo (fixture);
  wait_state (table, "94000001", PS_STATEMENT_UNEXPLAINED);
}

static void
test_filter (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = push_statements (fixture);
  PsFormDialog *dialog;
  GtkDropDown *which;
  guint n = ps_table_get_n_shown (table);

  g_assert_cmpuint (n, ==, 3);
  dialog = open_form (table, "94000001");
  desk_type (dialog, "stated_cents", "11300,00");
  desk_type (dialog, "received_on", "27-02-2025");
  desk_save (dialog);
  wait_state (table, "94000001", PS_STATEMENT_NOT_CERTIFIED);
  which = GTK_DROP_DOWN (gui_find_type (desk_page (fixture), GTK_TYPE_DROP_DOWN));
  gtk_drop_down_set_selected (which, 1);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, n - 1);
  g_assert_null (desk_row (table, "94000001"));
  gtk_drop_down_set_selected (which, 2);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  g_assert_true (gui_has_text (desk_page (fixture), "0 of 3 complete, 2 missing"));
}

static void
test_limits (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = push_statements (fixture);
  PsFormDialog *dialog = desk_open (fixture, "statements.limits", NULL);
  g_autofree char *limit = ps_format_money (1000000);

  desk_type (dialog, "due", "01-03-2024");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "due", "15-03-2025");
  desk_type (dialog, "auditor", "10000");
  desk_save (dialog);
  desk_wait_text (fixture, "due on 15-03-2025");
  desk_wait_text (fixture, limit);
  /* Now an auditor must. */
  dialog = open_form (table, "94000001");
  desk_wait_dialog_text (dialog, "an auditor must certify");
  desk_close (dialog);
  desk_undo (fixture);
  desk_wait_text (fixture, "due on 01-03-2025");
}

/* What somebody else entered while the form was open is not written over. */
static void
test_changed_meanwhile (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = push_statements (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = NULL;
  g_autoptr (PsRegion) region = NULL;
  PsProductionStatement theirs = { .provider = 0, .year = 2024, .stated_cents = 1, .certified_on = PS_DATE_OPEN };
  PsFormDialog *dialog = open_form (table, "94000001");

  desk_type (dialog, "stated_cents", "11300,00");
  desk_type (dialog, "received_on", "27-02-2025");
  theirs.received_on = ps_date_from_ymd (2025, 2, 1);
  store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  region = ps_store_load_region (store, &error);
  g_assert_true (ps_statements_save (store, "another", region, NULL, &theirs, NULL, &error));
  g_assert_no_error (error);
  desk_save_refused (dialog, "was entered in the meantime");
  desk_close (dialog);
}

static PsRecord *
read_region (DeskFixture *fixture)
{
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, NULL);

  return ps_store_load_record (store, "region", 1, NULL);
}

/* The letterhead keeps its lines. */
static void
test_region (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsRecord) saved = NULL;
  g_autoptr (PsRecord) undone = NULL;
  PsFormDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.region", NULL);
  dialog = desk_wait_dialog ();
  desk_type (dialog, "name", "Noord-Limburg");
  desk_type (dialog, "letterhead", "Regio Noord-Limburg\nPostbus 1\n5900 AA Venlo");
  desk_type (dialog, "over_bp", "7,5");
  desk_type (dialog, "answer_days", "0");
  desk_save_refused (dialog, "cannot be 0");
  desk_type (dialog, "answer_days", "14");
  desk_save (dialog);
  saved = read_region (fixture);
  g_assert_cmpstr (ps_record_get_text (saved, "letterhead"), ==, "Regio Noord-Limburg\nPostbus 1\n5900 AA Venlo");
  g_assert_cmpint (ps_record_get_number (saved, "over_bp"), ==, 750);
  g_assert_cmpint (ps_record_get_number (saved, "answer_days"), ==, 14);
  g_assert_cmpstr (ps_session_get_region_name (ps_window_get_session (fixture->window)), ==, "Noord-Limburg");
  desk_undo (fixture);
  undone = read_region (fixture);
  g_assert_cmpstr (ps_record_get_text (undone, "name"), ==, "Testregio");
}

#define ADD(name) g_test_add ("/statements/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (statement);
  ADD (filter);
  ADD (limits);
  ADD (changed_meanwhile);
  ADD (region);
  return g_test_run ();
}
