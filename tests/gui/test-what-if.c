/* test-what-if.c: the same year under another scheme, other ceilings, another scope: beside the real one, and never stored
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"
#include "stored-test.h"

#include "gui/ps-chart-view.h"
#include "gui/ps-navigator.h"
#include "gui/ps-value-entry.h"
#include "gui/settlements/ps-what-if-controls.h"
#include "gui/settlements/ps-what-if-page.h"
#include "gui/settlements/ps-what-if-tables.h"

#define WISSEL "94000001"
#define NGA "94000003"
#define EURO "€\302\240"

/* De Wissel: ceilings 8.000 and 2.000, production 8.800 and 2.500; 300 in the donut hole and 30 % of 1.000 are deducted: payable 10.700;
 * the disputed line of 1.200 was paid too: 11.300 + 1.200 = 12.500. */
#define GROSS 1130000
#define DEDUCTION 60000
#define PAID 1250000

static PsTable *
open_page (DeskFixture *fixture, const char *agb)
{
  ps_navigator_push (desk_page (fixture), ps_what_if_page_new (desk_session (fixture), agb), "what if");
  desk_wait_page (fixture, PS_TYPE_WHAT_IF_PAGE);
  desk_wait_text (fixture, "As it is: the balance is");
  return desk_table (fixture, "Steps, as it is and what if");
}

static GtkWidget *
find_labelled (GtkWidget *root, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (wrong == NULL)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (DeskFixture *fixture, const char *name, guint item)
{
  GtkWidget *found = find_labelled (desk_page (fixture), GTK_TYPE_DROP_DOWN, name);

  g_assert_nonnull (found);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (found), item);
}

/* The text entry inside has the name. */
static PsValueEntry *
entry_of (DeskFixture *fixture, const char *name)
{
  GtkWidget *found = find_labelled (desk_page (fixture), GTK_TYPE_WIDGET, name);

  g_assert_nonnull (found);
  found = PS_IS_VALUE_ENTRY (found) ? found : gtk_widget_get_ancestor (found, PS_TYPE_VALUE_ENTRY);
  g_assert_nonnull (found);
  return PS_VALUE_ENTRY (found);
}

static void
give (DeskFixture *fixture, const char *name, const char *text)
{
  PsValueEntry *entry = entry_of (fixture, name);

  ps_value_entry_type (entry, text);
  g_signal_emit_by_name (entry, "value-given");
}

typedef struct
{
  PsTable *table;
  const char *label;
  PsIfStepColumn column;
  gint64 cents;
} Step;

static gboolean
is_step (gpointer user_data)
{
  const Step *step = user_data;

  for (guint i = 0; i < ps_table_get_n_shown (step->table); i++)
    {
      PsTableRow *row = ps_table_get_shown (step->table, i);

      if (g_str_has_prefix (ps_table_row_get_text (row, PS_IF_STEP), step->label))
        return ps_table_row_get_number (row, step->column) == step->cents;
    }
  return FALSE;
}

static void
wait_for_step (PsTable *table, const char *label, PsIfStepColumn column, gint64 cents)
{
  Step step = { table, label, column, cents };

  g_test_message ("%s, column %d", label, column);
  gui_wait_until (is_step, &step);
}

static void
test_as_it_is (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, WISSEL);

  for (int column = PS_IF_STEP_REAL; column <= PS_IF_STEP_OTHER; column++)
    {
      wait_for_step (steps, "Gross", (PsIfStepColumn) column, GROSS);
      wait_for_step (steps, "Payable", (PsIfStepColumn) column, GROSS - DEDUCTION);
      wait_for_step (steps, "Paid", (PsIfStepColumn) column, -PAID);
      wait_for_step (steps, "Balance", (PsIfStepColumn) column, GROSS - DEDUCTION - PAID);
    }
  wait_for_step (steps, "Balance", PS_IF_STEP_DIFFERENCE, 0);
  g_assert_false (desk_is_on (fixture, "what-if.reset"));
  g_assert_true (gui_has_text (desk_page (fixture), "Nothing of this is stored"));
  gui_assert_names (desk_page (fixture));
}

/* Without a scheme nothing is deducted; back to real it is again. */
static void
test_no_scheme (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, WISSEL);

  choose (fixture, "Incentive scheme", 1);
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS);
  wait_for_step (steps, "Payable", PS_IF_STEP_REAL, GROSS - DEDUCTION);
  wait_for_step (steps, "Balance", PS_IF_STEP_DIFFERENCE, DEDUCTION);
  desk_wait_text (fixture, "No scheme: the balance would be " EURO "−1,200.00 instead of " EURO "−1,800.00, a difference of " EURO
                           "600.00.");
  desk_do (fixture, "what-if.reset");
  desk_wait_text (fixture, "As it is: the balance is");
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS - DEDUCTION);
}

/* 113 % of the ceilings is what was produced: nothing is deducted. At 110 % it is 300 over, which is in the donut hole. */
static void
test_share_of_ceilings (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, WISSEL), *lines = desk_table (fixture, "Lines, as it is and what if");

  give (fixture, "Ceilings, as a percentage of those agreed", "113");
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS);
  g_assert_cmpint (ps_table_get_total (lines, PS_IF_CEILING), ==, 1000000);
  g_assert_cmpint (ps_table_get_total (lines, PS_IF_CEILING_OTHER), ==, 1130000);
  g_assert_cmpint (ps_table_get_total (lines, PS_IF_DIFFERENCE), ==, DEDUCTION);
  give (fixture, "Ceilings, as a percentage of those agreed", "110");
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS - 30000);
}

static GtkWidget *
chart_of (DeskFixture *fixture)
{
  return gui_find_type (desk_page (fixture), PS_TYPE_CHART_VIEW);
}

/* What is not understood is said with the field, and the figures of before do not look like an answer to it; they follow again when it is
 * right, also as it was. */
static void
test_wrong (DeskFixture *fixture, gconstpointer data)
{
  const char *share = "Ceilings, as a percentage of those agreed", *line = "Ceiling of AMB1, Venlo";
  PsTable *steps = open_page (fixture, WISSEL);

  give (fixture, share, "113");
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS);
  ps_value_entry_type (entry_of (fixture, share), "-");
  ps_value_entry_type (entry_of (fixture, share), "-5");
  g_assert_true (gui_has_text (GTK_WIDGET (entry_of (fixture, share)), "This lies between"));
  g_assert_true (gui_has_text (desk_page (fixture),
                               "Ceilings: This lies between 0\302\240% and 10,000\302\240%. The figures do not follow"));
  g_assert_false (gtk_widget_is_sensitive (chart_of (fixture)));
  /* Something else that is asked meanwhile is not answered for another percentage. */
  choose (fixture, "Incentive scheme", 1);
  gui_settle_down ();
  g_assert_true (gui_has_text (desk_page (fixture), "The figures do not follow"));
  choose (fixture, "Incentive scheme", 0);
  ps_value_entry_type (entry_of (fixture, share), "113");
  gui_settle_down ();
  g_assert_false (gui_has_text (desk_page (fixture), "The figures do not follow"));
  g_assert_true (gtk_widget_is_sensitive (chart_of (fixture)));
  gtk_expander_set_expanded (GTK_EXPANDER (gui_find_type (desk_page (fixture), GTK_TYPE_EXPANDER)), TRUE);
  ps_value_entry_type (entry_of (fixture, line), "x");
  g_assert_true (gui_has_text (desk_page (fixture), "AMB1, Venlo: "));
  g_assert_false (gtk_widget_is_sensitive (chart_of (fixture)));
  desk_do (fixture, "what-if.reset");
  desk_wait_text (fixture, "As it is: the balance is");
  g_assert_true (gtk_widget_is_sensitive (chart_of (fixture)));
  g_assert_false (gui_has_text (desk_page (fixture), "AMB1, Venlo: "));
}

/* A ceiling of its own for one line: 9.300 and 2.000 are together what was produced. */
static void
test_one_ceiling (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, WISSEL), *lines = desk_table (fixture, "Lines, as it is and what if");
  GtkWidget *expander = gui_find_type (desk_page (fixture), GTK_TYPE_EXPANDER);

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gui_settle_down ();
  give (fixture, "Ceiling of AMB1, Venlo", "9300");
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS);
  g_assert_cmpint (ps_table_get_total (lines, PS_IF_CEILING_OTHER), ==, 930000 + 200000);
  gui_assert_names (desk_page (fixture));
}

/* Per line: each ceiling by itself; what AMB1 has over it no longer counts on what GGZ leaves, and the other way round. */
static void
test_no_exchange (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, WISSEL);
  /* AMB1: 800 over 8.000: 240 in the hole, 560 × 30 %; GGZ: 500 over 2.000: 60 in the hole, 440 × 30 %. */
  gint64 deduction = 24000 + 16800 + 6000 + 13200;

  choose (fixture, "Scope of exchange", PS_EXCHANGE_LINE);
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS - deduction);
}

/* The last of several that were asked quickly is the one that is shown. */
static void
test_only_the_last (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, WISSEL);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *share = g_strdup_printf ("%u", 50 + i);

      give (fixture, "Ceilings, as a percentage of those agreed", share);
    }
  choose (fixture, "Incentive scheme", 1);
  give (fixture, "Ceilings, as a percentage of those agreed", "100");
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS);
  desk_wait_text (fixture, "No scheme: the balance would be");
  for (int i = 0; i < 50; i++)
    {
      gui_settle_down ();
      g_usleep (2000);
    }
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS);
}

/* Without an agreement: ceilings are typed, or there are none. */
static void
test_no_agreement (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, NGA);

  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, 50000);
  gtk_expander_set_expanded (GTK_EXPANDER (gui_find_type (desk_page (fixture), GTK_TYPE_EXPANDER)), TRUE);
  gui_settle_down ();
  give (fixture, "Ceiling of GGZ, Venlo", "400");
  choose (fixture, "Incentive scheme", 2);
  /* 100 over 400: 12 in the hole, 88 × 30 %. */
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, 50000 - 1200 - 2640);
  g_assert_cmpint (ps_table_get_total (desk_table (fixture, "Lines, as it is and what if"), PS_IF_CEILING_OTHER), ==, 40000);
}

/* What was asked stays when the file is read again, and the region is as it was: nothing was stored. */
static void
test_read_again (DeskFixture *fixture, gconstpointer data)
{
  PsTable *steps = open_page (fixture, WISSEL);
  gint64 more = 80000;

  choose (fixture, "Incentive scheme", 1);
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS);
  stored_declare_late (fixture->folder, fixture->path, "D9", "0983;1;45L11;01-11-2024;30-11-2024;10;uur;80,00;800,00;toegekend");
  ps_session_reload (desk_session (fixture));
  wait_for_step (steps, "Payable", PS_IF_STEP_OTHER, GROSS + more);
  wait_for_step (steps, "Payable", PS_IF_STEP_REAL, GROSS - DEDUCTION + 56000);
  g_assert_null (ps_session_get_undo (desk_session (fixture)));
}

#define ADD(name) g_test_add ("/what-if/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (as_it_is);
  ADD (no_scheme);
  ADD (share_of_ceilings);
  ADD (wrong);
  ADD (one_ceiling);
  ADD (no_exchange);
  ADD (only_the_last);
  ADD (no_agreement);
  ADD (read_again);
  return g_test_run ();
}
