/* test-settlements-year.c: how far the settlements of a year are, what changed since, and what can be done with them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"
#include "stored-test.h"

#include "gui/settlements/ps-settlements-table.h"

#define WISSEL "94000001"
#define ANKER "94000002"
#define VER_WEG "94000003"

static PsTable *
show_year (DeskFixture *fixture)
{
  PsTable *table;

  desk_show (fixture, "settlements");
  table = desk_table (fixture, "Settlements");
  desk_wait_row (table, "Zorggroep De Wissel", TRUE);
  ps_table_set_sort (table, "agb", FALSE);
  return table;
}

/* In the order of the drop-down: all, the states, changed, statement missing, to pay, to reclaim, disputes, signals. */
static void
assert_shown (DeskFixture *fixture, PsTable *table, const guint *shown, guint n)
{
  GtkWidget *which = gui_find_type (desk_page (fixture), GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < n; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (which), i);
      g_test_message ("choice %u shows %u", i, ps_table_get_n_shown (table));
      g_assert_cmpuint (ps_table_get_n_shown (table), ==, shown[i]);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), 0);
}

static PsTableRow *
row_of (PsTable *table, const char *agb)
{
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    if (g_strcmp0 (ps_table_row_get_text (ps_table_get_shown (table, i), PS_SETTLEMENTS_AGB), agb) == 0)
      return ps_table_get_shown (table, i);
  g_error ("no row of %s", agb);
}

typedef struct
{
  PsTable *table;
  const char *agb;
  const char *state;
} Stated;

static gboolean
has_state (gpointer user_data)
{
  const Stated *stated = user_data;

  return g_strcmp0 (ps_table_row_get_text (row_of (stated->table, stated->agb), PS_SETTLEMENTS_STATE), stated->state) == 0;
}

/* What others wrote is read, and shown. */
static void
wait_for_state (DeskFixture *fixture, PsTable *table, const char *agb, const char *state)
{
  Stated stated = { table, agb, state };

  g_test_message ("waiting until %s is %s", agb, state);
  ps_session_reload (ps_window_get_session (fixture->window));
  gui_wait_until (has_state, &stated);
}

/* One final, one proposed, one a draft. */
static void
store_all_sorts (DeskFixture *fixture)
{
  stored_final (fixture->path, 2024, WISSEL, NULL);
  stored_take (fixture->path, "first", PS_STEP_PROPOSE, 2024, ANKER, NULL);
  stored_take (fixture->path, "first", PS_STEP_STORE, 2024, VER_WEG, NULL);
}

static void
test_states (DeskFixture *fixture, gconstpointer data)
{
  static const guint shown[] = { 3, 0, 1, 1, 1, 0, 3, 0, 2, 1, 1 };
  PsTable *table = show_year (fixture);
  PsTableRow *row;

  store_all_sorts (fixture);
  wait_for_state (fixture, table, VER_WEG, "Draft");
  row = row_of (table, WISSEL);
  g_assert_cmpstr (ps_table_row_get_text (row, PS_SETTLEMENTS_STATE), ==, "Final");
  g_assert_cmpstr (ps_table_row_get_text (row, PS_SETTLEMENTS_WHO), ==, "second");
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_STORED), ==,
                   ps_table_row_get_number (row, PS_SETTLEMENTS_BALANCE));
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_BEFORE), ==, 0);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_SINCE), ==, 0);
  g_assert_cmpstr (ps_table_row_get_text (row_of (table, ANKER), PS_SETTLEMENTS_STATE), ==, "Proposed");
  assert_shown (fixture, table, shown, G_N_ELEMENTS (shown));
  gui_assert_names (desk_page (fixture));
}

/* 10 hours more at € 80: 70 % of it is paid above the donut hole, all of it was paid already. */
static void
test_changed_since (DeskFixture *fixture, gconstpointer data)
{
  static const guint shown[] = { 3, 0, 1, 1, 1, 1 };
  PsTable *table = show_year (fixture);
  PsTableRow *row;

  store_all_sorts (fixture);
  wait_for_state (fixture, table, WISSEL, "Final");
  stored_declare_late (fixture->folder, fixture->path, "D9", "0983;1;45L11;01-11-2024;30-11-2024;10;uur;80,00;800,00;toegekend");
  wait_for_state (fixture, table, WISSEL, "Final, changed");
  row = row_of (table, WISSEL);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_SINCE), ==, 56000 - 80000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_BALANCE), ==,
                   ps_table_row_get_number (row, PS_SETTLEMENTS_STORED) - 24000);
  g_assert_cmpint (ps_table_get_total (table, PS_SETTLEMENTS_SINCE), ==, -24000);
  assert_shown (fixture, table, shown, G_N_ELEMENTS (shown));
}

/* What was corrected: the correction settles the difference, and the first one is what was settled before. */
static void
test_corrected (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = show_year (fixture);
  gint64 first;
  PsTableRow *row;

  stored_final (fixture->path, 2024, WISSEL, NULL);
  first = stored_balance (fixture->path, 2024, WISSEL);
  stored_declare_late (fixture->folder, fixture->path, "D9", "0983;1;45L11;01-11-2024;30-11-2024;10;uur;80,00;800,00;toegekend");
  stored_take (fixture->path, "first", PS_STEP_PROPOSE, 2024, WISSEL, "declared late");
  wait_for_state (fixture, table, WISSEL, "Proposed");
  row = row_of (table, WISSEL);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_BEFORE), ==, first);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_STORED), ==, -24000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_BALANCE), ==, first - 24000);
}

static GtkButton *
find_suggested (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "suggested-action") && gtk_widget_get_visible (root))
    return GTK_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkButton *found = find_suggested (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
suggested (DeskFixture *fixture)
{
  GtkButton *button = find_suggested (desk_page (fixture));

  return button != NULL ? gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) : NULL;
}

/* What can be done follows from the states, for all and for the rows that are selected. */
static void
test_steps (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = show_year (fixture);

  g_assert_cmpstr (suggested (fixture), ==, "year.store");
  g_assert_true (desk_is_on (fixture, "year.propose"));
  g_assert_false (desk_is_on (fixture, "year.make-final"));
  g_assert_false (desk_is_on (fixture, "year.withdraw"));
  g_assert_false (desk_is_on (fixture, "year.store-selected"));
  ps_table_select_all (table);
  g_assert_true (desk_is_on (fixture, "year.store-selected"));
  g_assert_false (desk_is_on (fixture, "year.withdraw-selected"));
}

/* Drafts are proposed, what is proposed is made final by somebody else, and then there is nothing left to suggest. */
static void
test_next_step (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = show_year (fixture);

  store_all_sorts (fixture);
  wait_for_state (fixture, table, WISSEL, "Final");
  g_assert_cmpstr (suggested (fixture), ==, "year.propose");
  g_assert_true (desk_is_on (fixture, "year.make-final"));
  g_assert_true (desk_is_on (fixture, "year.withdraw"));
  stored_take (fixture->path, g_get_user_name (), PS_STEP_PROPOSE, 2024, VER_WEG, NULL);
  wait_for_state (fixture, table, VER_WEG, "Proposed");
  g_assert_cmpstr (suggested (fixture), ==, "year.make-final");
  stored_take (fixture->path, "second", PS_STEP_MAKE_FINAL, 2024, ANKER, NULL);
  wait_for_state (fixture, table, ANKER, "Final");
  /* The last one was proposed by who looks. */
  g_assert_null (suggested (fixture));
  g_assert_false (desk_is_on (fixture, "year.make-final"));
}

static GtkColumnViewColumn *
column_of (PsTable *table, guint place)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gui_find_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), place);

  return column;
}

static gboolean
is_dropped (gpointer user_data)
{
  return !gtk_column_view_column_get_visible (column_of (user_data, PS_SETTLEMENTS_WHEN));
}

static gboolean
is_back (gpointer user_data)
{
  return !is_dropped (user_data);
}

/* Where there is no room the least important columns give way, and not whichever are last; a copy has them all. */
static void
test_narrow (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = show_year (fixture);
  g_autofree char *csv = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gui_wait_until (is_dropped, table);
  g_assert_true (gtk_column_view_column_get_visible (column_of (table, PS_SETTLEMENTS_STATE)));
  g_assert_true (gtk_column_view_column_get_visible (column_of (table, PS_SETTLEMENTS_STORED)));
  g_assert_true (gtk_column_view_column_get_visible (column_of (table, PS_SETTLEMENTS_STATEMENT)));
  csv = ps_table_to_csv (table);
  g_assert_nonnull (strstr (csv, "Last step"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1900, 600);
  gui_wait_until (is_back, table);
  g_assert_false (gtk_column_view_column_get_visible (column_of (table, PS_SETTLEMENTS_GROSS)));
}

/* A name alone would read as whose turn it is. */
static void
test_imported_by (DeskFixture *fixture, gconstpointer data)
{
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "\nimported by "));
}

#define ADD(name) g_test_add ("/settlements-year/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (states);
  ADD (changed_since);
  ADD (corrected);
  ADD (steps);
  ADD (next_step);
  ADD (narrow);
  ADD (imported_by);
  return g_test_run ();
}
