/* test-decisions.c: deciding of declaration lines in the window: what it would change, doing it, and taking it back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <string.h>

#include "core/ps-format.h"
#include "exchange/ps-import.h"
#include "gui/ps-navigator.h"
#include "gui/settlements/ps-decide-bar.h"
#include "gui/settlements/ps-decide-dialog.h"
#include "gui/settlements/ps-settlement-page.h"
#include "gui/settlements/ps-source-facts.h"
#include "gui/settlements/ps-sources-page.h"
#include "gui/settlements/ps-sources-table.h"
#include "store/ps-decisions.h"
#include "store/ps-settlements.h"

/* De Wissel produced € 11.300,00 under a ceiling of € 10.000,00 (3 % above it unpaid, the rest at 70 %); D3 of € 1.200,00 has too high a
 * tariff: at the right one it is worth € 1.000,00. Everything was paid. */
#define WISSEL "94000001"

static const PsSettledYear *
settled_of (DeskFixture *fixture)
{
  return ps_session_get_settled (ps_window_get_session (fixture->window));
}

static const PsSettlementLine *
totals_of (DeskFixture *fixture, const char *agb)
{
  guint place = ps_region_find_provider (settled_of (fixture)->region, agb);

  return &ps_session_get_settlement (ps_window_get_session (fixture->window), place)->totals;
}

static void
push_sources (DeskFixture *fixture, const char *agb, guint group, guint municipality, gint64 stored_id)
{
  guint place = ps_region_find_provider (settled_of (fixture)->region, agb);
  PsSession *session = ps_window_get_session (fixture->window);

  ps_navigator_push (desk_page (fixture), ps_sources_page_new (session, place, group, municipality, PS_DATE_OPEN, stored_id),
                     "Sources");
  desk_wait_page (fixture, PS_TYPE_SOURCES_PAGE);
  desk_wait_text (fixture, "add up to the settlement's figures");
}

static PsTableRow *
find_line (PsTable *table, const char *reference)
{
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    {
      PsTableRow *row = ps_table_get_shown (table, i);

      if (g_strcmp0 (ps_table_row_get_text (row, PS_SOURCES_REFERENCE), reference) == 0)
        return row;
    }
  g_assert_not_reached ();
}

static PsTable *
select_line (DeskFixture *fixture, const char *reference)
{
  PsTable *table = desk_table (fixture, "Sources");

  ps_table_set_selected (table, ps_table_row_get_id (find_line (table, reference)));
  gui_settle_down ();
  return table;
}

static GtkWidget *
bar_of (DeskFixture *fixture)
{
  return gui_find_type (desk_page (fixture), PS_TYPE_DECIDE_BAR);
}

typedef struct
{
  GtkWidget *bar;
  const char *action;
} Deciding;

/* What can be decided follows the figures, which are read again after each decision: until then the action is off, and does nothing. */
static gboolean
asks_why (gpointer user_data)
{
  const Deciding *deciding = user_data;

  if (!desk_has_dialog ())
    g_assert_true (gtk_widget_activate_action (deciding->bar, deciding->action, NULL));
  return desk_has_dialog ();
}

static PsFormDialog *
decide (DeskFixture *fixture, const char *action)
{
  Deciding deciding = { bar_of (fixture), action };

  g_test_message ("%s", action);
  gui_wait_until (asks_why, &deciding);
  return desk_wait_dialog ();
}

static void
wait_amount (PsFormDialog *dialog, const char *format, gint64 cents)
{
  g_autofree char *amount = ps_format_money (cents);
  g_autofree char *text = g_strdup_printf ("%s %s", format, amount);

  desk_wait_dialog_text (dialog, text);
}

typedef struct
{
  DeskFixture *fixture;
  gint64 cents;
} Balance;

static gboolean
balance_is (gpointer user_data)
{
  const Balance *balance = user_data;

  return settled_of (balance->fixture) != NULL && totals_of (balance->fixture, WISSEL)->balance_cents == balance->cents;
}

static void
wait_balance (DeskFixture *fixture, gint64 cents)
{
  Balance balance = { fixture, cents };

  gui_wait_until (balance_is, &balance);
  gui_settle_down ();
}

/* Shown first, then saved, and then it is what was shown; who, when and why can be read; undone it is as before. */
static void
test_accept (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsForm *form;
  PsTable *table;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  g_assert_cmpint (totals_of (fixture, WISSEL)->balance_cents, ==, -180000);
  table = select_line (fixture, "D3");
  g_assert_nonnull (strstr (ps_table_row_get_text (find_line (table, "D3"), PS_SOURCES_WHY), "higher than the valid"));
  gui_assert_names (desk_page (fixture));
  dialog = decide (fixture, "decide.accept");
  form = ps_form_dialog_get_form (dialog);
  g_assert_cmpint (ps_form_get_number (form, "decision"), ==, PS_DECISION_ACCEPT);
  wait_amount (dialog, "The balance becomes", -96000);
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "1 line, declared for"));
  /* It wants a reason. */
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "reason", "Tarief afgesproken");
  g_assert_true (ps_form_is_valid (form));
  desk_save (dialog);
  wait_balance (fixture, -96000);
  g_assert_cmpint (totals_of (fixture, WISSEL)->disputed_cents, ==, 0);
  /* The line stays chosen, and says what was decided of it. */
  desk_wait_text (fixture, "Reason: Tarief afgesproken");
  g_assert_cmpstr (ps_table_row_get_text (find_line (table, "D3"), PS_SOURCES_DECISION), ==, "accepted in full");
  desk_undo (fixture);
  wait_balance (fixture, -180000);
  desk_wait_text (fixture, "Reason: Undone: Tarief afgesproken");
}

static gboolean
is_focus_in (PsTable *table)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (table)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (table));
}

/* The button that was pressed cannot be pressed again: the keyboard goes on in the table, at the line, also when it is undone. */
static void
test_focus (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) selected = NULL;
  PsFormDialog *dialog;
  PsTable *table;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  table = select_line (fixture, "D3");
  gtk_widget_grab_focus (gui_find_type (bar_of (fixture), GTK_TYPE_BUTTON));
  g_assert_false (is_focus_in (table));
  dialog = decide (fixture, "decide.accept");
  desk_type (dialog, "reason", "Tarief afgesproken");
  wait_amount (dialog, "The balance becomes", -96000);
  desk_save (dialog);
  wait_balance (fixture, -96000);
  desk_wait_text (fixture, "Reason: Tarief afgesproken");
  g_assert_true (is_focus_in (table));
  desk_undo (fixture);
  wait_balance (fixture, -180000);
  desk_wait_text (fixture, "Reason: Undone: Tarief afgesproken");
  g_assert_true (is_focus_in (table));
  selected = ps_table_get_selected (table);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (selected->pdata[0] == find_line (table, "D3"));
}

static gboolean
has_no_row (gpointer table)
{
  return ps_table_get_n_shown (table) == 0;
}

static gboolean
has_one_row (gpointer table)
{
  return ps_table_get_n_shown (table) == 1;
}

static gboolean
has_focus_in (gpointer table)
{
  return is_focus_in (table);
}

/* Undone with the toast's button, which goes away with the toast. */
static void
test_focus_after_toast (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsTable *table;
  GtkWidget *toast, *button;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  table = select_line (fixture, "D3");
  ps_table_focus_rows (table);
  dialog = decide (fixture, "decide.accept");
  desk_type (dialog, "reason", "Tarief afgesproken");
  wait_amount (dialog, "The balance becomes", -96000);
  desk_save (dialog);
  wait_balance (fixture, -96000);
  toast = gui_find_type (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  button = gui_find_type (toast, GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (button);
  g_assert_false (is_focus_in (table));
  g_signal_emit_by_name (button, "clicked");
  wait_balance (fixture, -180000);
  gui_wait_until (has_focus_in, table);
}

/* A line that is accepted is no longer among those in dispute; undone it is there again, and selected. */
static void
test_comes_back (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) selected = NULL;
  PsSession *session = ps_window_get_session (fixture->window);
  guint place = ps_region_find_provider (settled_of (fixture)->region, WISSEL);
  PsFormDialog *dialog;
  PsTable *table;

  ps_navigator_push (desk_page (fixture), ps_settlement_page_new (session, place, ps_date_year_end (2024)), "Settlement");
  desk_wait_page (fixture, PS_TYPE_SETTLEMENT_PAGE);
  desk_wait_text (fixture, "Disputed lines");
  table = desk_table (fixture, "Disputed lines");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  ps_table_select_all (table);
  gui_settle_down ();
  dialog = decide (fixture, "decide.accept");
  wait_amount (dialog, "The balance becomes", -96000);
  desk_type (dialog, "reason", "Tarief afgesproken");
  desk_save (dialog);
  wait_balance (fixture, -96000);
  gui_wait_until (has_no_row, table);
  desk_undo (fixture);
  wait_balance (fixture, -180000);
  gui_wait_until (has_one_row, table);
  gui_settle_down ();
  selected = ps_table_get_selected (table);
  g_assert_cmpuint (selected->len, ==, 1);
}

/* What is looked for has its amounts on the screen, and totals only of amounts that all rows have, or that are nothing where they are not. */
static void
test_which (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;
  GtkWidget *which;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  table = desk_table (fixture, "Sources");
  which = gui_find_type (desk_page (fixture), GTK_TYPE_DROP_DOWN);
  g_assert_cmpint (PS_SOURCES_PRODUCED, ==, PS_SOURCES_AMOUNT + 1);
  for (PsSourcesWhich i = PS_SOURCES_WHICH_ALL; i <= PS_SOURCES_WHICH_CARRIED; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (which), i);
      gui_settle_down ();
      g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_AMOUNT), ==, PS_NO_NUMBER);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), PS_SOURCES_WHICH_PRODUCED);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 2);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_PRODUCED), ==, 1130000);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), PS_SOURCES_WHICH_PAID);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_PAID), ==, 1250000);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), PS_SOURCES_WHICH_DISPUTED);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_DISPUTED_AMOUNT), ==, 120000);
}

/* Another decision is looked at anew, and nothing can be saved before. */
static void
test_at_price (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsForm *form;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  select_line (fixture, "D3");
  dialog = decide (fixture, "decide.accept");
  form = ps_form_dialog_get_form (dialog);
  desk_type (dialog, "reason", "Tegen het geldige tarief");
  wait_amount (dialog, "The balance becomes", -96000);
  desk_choose (dialog, "decision", PS_DECISION_ACCEPT_AT_PRICE);
  g_assert_false (ps_form_is_valid (form));
  wait_amount (dialog, "The balance becomes", -110000);
  wait_amount (dialog, "will produce", 100000);
  desk_save (dialog);
  wait_balance (fixture, -110000);
}

/* Several at once, of which what is right is disputed and what is in dispute stays so. */
static void
test_several (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  PsTable *table;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  table = desk_table (fixture, "Sources");
  ps_table_select_all (table);
  desk_wait_text (fixture, "3 lines selected");
  dialog = decide (fixture, "decide.dispute");
  wait_amount (dialog, "The balance becomes", -1250000);
  desk_type (dialog, "reason", "Onderzoek");
  desk_save (dialog);
  wait_balance (fixture, -1250000);
  g_assert_cmpint (totals_of (fixture, WISSEL)->disputed_cents, ==, 1250000);
  desk_wait_text (fixture, "3 lines selected");
  dialog = decide (fixture, "decide.take-back");
  desk_type (dialog, "reason", "Afgerond");
  wait_amount (dialog, "The balance becomes", -180000);
  desk_save (dialog);
  wait_balance (fixture, -180000);
}

/* While the dialog is open somebody else decides: what it shows follows. */
static void
test_meanwhile (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = NULL;
  PsFormDialog *dialog;
  PsDecide theirs = { NULL, 1, PS_DECISION_ACCEPT, "Wij waren eerst" };
  gint64 line;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  select_line (fixture, "D3");
  dialog = decide (fixture, "decide.accept");
  wait_amount (dialog, "The balance becomes", -96000);
  store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  line = 3;
  theirs.line_ids = &line;
  g_assert_true (ps_decisions_take (store, "another", &theirs, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&store, ps_store_close);
  ps_session_check (ps_window_get_session (fixture->window));
  desk_wait_dialog_text (dialog, "These lines count like that already");
  desk_close (dialog);
}

/* Lines that a decision cannot be taken of are left out, and said so. */
static void
test_left_out (DeskFixture *fixture, gconstpointer data)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  PsFormDialog *dialog;
  gint64 refused = 6, disputed = 3;

  g_array_append_val (lines, refused);
  g_array_append_val (lines, disputed);
  ps_decide_dialog_present (desk_page (fixture), ps_window_get_session (fixture->window), WISSEL, ps_date_year_end (2024), lines,
                            PS_DECISION_ACCEPT);
  dialog = desk_wait_dialog ();
  desk_wait_dialog_text (dialog, "One line is left out. Line D9 was refused");
  desk_type (dialog, "reason", "De rest");
  wait_amount (dialog, "The balance becomes", -96000);
  desk_save (dialog);
  wait_balance (fixture, -96000);
}

/* Of a frozen settlement nothing can be decided; what it was made of is shown as it was. */
static void
test_frozen (DeskFixture *fixture, gconstpointer data)
{
  const char *const agbs[] = { WISSEL, NULL };
  PsLifeJob job = { .step = PS_STEP_STORE, .year = 2024, .through = PS_DATE_OPEN, .agbs = agbs, .shown_cents = PS_NO_NUMBER };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  g_autoptr (PsLifeReport) report = ps_settlements_take (store, "anna", &job, NULL, NULL, NULL, &error);
  gint64 id;

  g_assert_no_error (error);
  id = ((const PsLifeOutcome *) report->done->pdata[0])->id;
  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, id);
  desk_wait_text (fixture, "as it is kept");
  g_assert_false (gtk_widget_get_visible (bar_of (fixture)));
  select_line (fixture, "D1");
  g_assert_true (gtk_widget_get_visible (gui_find_type (desk_page (fixture), PS_TYPE_SOURCE_FACTS)));
  gui_assert_names (desk_page (fixture));
}

/* Places: a client counts once a day, month by month; the sum is what the places were counted by. */
static void
test_client_days (DeskFixture *fixture, gconstpointer data)
{
  PsTable *days;
  PsTableRow *row;
  const PsRegion *region = settled_of (fixture)->region;

  push_sources (fixture, "94000004", ps_region_find_group (region, "VERB"), ps_region_find_municipality (region, "0983"), 0);
  days = desk_table (fixture, "Client-days per month");
  desk_wait_row (days, "C9", TRUE);
  row = desk_row (days, "C9");
  /* January and February of a leap year twice over, for two periods overlap, and ten days of March. */
  g_assert_cmpint (ps_table_row_get_number (row, 2), ==, 31);
  g_assert_cmpint (ps_table_row_get_number (row, 3), ==, 29);
  g_assert_cmpint (ps_table_row_get_number (row, 4), ==, 10);
  g_assert_cmpint (ps_table_row_get_number (row, 5), ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_table_get_total (days, 14), ==, 70);
  g_assert_true (gui_has_text (desk_page (fixture), "70 client-days"));
  gui_assert_names (desk_page (fixture));
}

static void
count_changes (PsTable *table, guint *n)
{
  (*n)++;
}

/* Several rows, by their ids, in the order in which they are shown; the bar says how many lines and how much. */
static void
test_selection (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GPtrArray) selected = NULL;
  g_autofree char *amount = ps_format_money (880000 + 120000);
  guint64 gone = 99;
  guint64 id;
  PsTable *table;
  guint n = 0;

  push_sources (fixture, WISSEL, PS_NONE, PS_NONE, 0);
  table = desk_table (fixture, "Sources");
  g_signal_connect (table, "selection-changed", G_CALLBACK (count_changes), &n);
  ps_table_set_sort (table, "reference", TRUE);
  id = ps_table_row_get_id (find_line (table, "D1"));
  g_array_append_val (ids, id);
  g_array_append_val (ids, gone);
  id = ps_table_row_get_id (find_line (table, "D3"));
  g_array_append_val (ids, id);
  ps_table_select_ids (table, ids);
  g_assert_cmpuint (n, >=, 1);
  selected = ps_table_get_selected (table);
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_true (selected->pdata[0] == find_line (table, "D3"));
  g_assert_true (selected->pdata[1] == find_line (table, "D1"));
  g_assert_true (gui_has_text (desk_page (fixture), "2 lines selected"));
  g_assert_true (gui_has_text (desk_page (fixture), amount));
  g_array_set_size (ids, 0);
  ps_table_select_ids (table, ids);
  g_assert_true (gui_has_text (desk_page (fixture), "Select lines to decide on them"));
}

static void
set_up (DeskFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *text;
  } files[] = {
    { "p.csv", "code;naam;segment;productgroep;bekostiging;eenheid\n45V01;Verblijf;4;VERB;plek;plekjaar\n" },
    { "t.csv", "product;agb;geldig_van;geldig_tot;tarief\n45V01;;01-01-2023;;36.600,00\n" },
    { "a.csv", "toewijzingnummer;client;agb;gemeente;product;ingangsdatum;einddatum\n"
               "9;C9;94000004;0983;45V01;01-01-2024;31-12-2024\n" },
    { "c.csv", "gemeente;toewijzingnummer;startdatum;stopdatum;reden_beeindiging\n"
               "0983;9;01-01-2024;10-03-2024;31\n0983;9;01-02-2024;29-02-2024;20\n" },
    { "d.csv", "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag;status\n"
               "D9;0983;1;45L11;01-05-2024;31-05-2024;1;uur;80,00;80,00;afgewezen\n" },
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = NULL;
  g_autoptr (PsImportReport) report = NULL;
  PsImportOptions options = { .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = "test" };

  desk_set_up (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_ptr_array_add (paths, gui_write_file (fixture->folder, files[i].name, files[i].text));
  g_ptr_array_add (paths, NULL);
  options.paths = (const char *const *) paths->pdata;
  store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  g_assert_no_error (error);
  report = ps_import (store, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->stored);
  g_clear_pointer (&store, ps_store_close);
  ps_session_reload (ps_window_get_session (fixture->window));
  desk_wait_written (fixture);
  desk_show (fixture, "settlements");
}

#define ADD(name) g_test_add ("/decisions/" #name, DeskFixture, NULL, set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (selection);
  ADD (accept);
  ADD (focus);
  ADD (focus_after_toast);
  ADD (comes_back);
  ADD (which);
  ADD (at_price);
  ADD (several);
  ADD (meanwhile);
  ADD (left_out);
  ADD (frozen);
  ADD (client_days);
  return g_test_run ();
}
