/* test-comparison-page.c: what differs between a frozen settlement and the region, or a correction and what it replaces, and why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "people-test.h"

#include "gui/settlements/ps-comparison-page.h"
#include "gui/settlements/ps-sources-page.h"

#define EURO "\342\202\254\302\240"

enum
{
  OLD_BALANCE = 6,
  NEW_BALANCE = 7,
  DIFFERENCE = 8
};

static gint64
make_final (DeskFixture *fixture, const char *reason)
{
  gint64 id = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, reason);

  people_take (fixture, "bram", PS_STEP_MAKE_FINAL, PEOPLE_AGB, NULL);
  return id;
}

static void
open_page (DeskFixture *fixture, gint64 before, gint64 after)
{
  people_push (fixture, ps_comparison_page_new (ps_window_get_session (fixture->window), before, after));
}

static void
test_identical (DeskFixture *fixture, gconstpointer data)
{
  open_page (fixture, make_final (fixture, NULL), 0);
  desk_wait_text (fixture, "Identical to the cent.");
  desk_wait_text (fixture, "the frozen figures are what their inputs come to");
  g_assert_cmpuint (ps_table_get_n_shown (desk_table (fixture, "Lines compared")), ==, 2);
  g_assert_cmpint (ps_table_get_total (desk_table (fixture, "Lines compared"), DIFFERENCE), ==, 0);
  gui_assert_names (desk_page (fixture));
}

static void
test_late_declaration (DeskFixture *fixture, gconstpointer data)
{
  gint64 id = make_final (fixture, NULL);
  PsTable *lines, *causes;
  GtkWidget *only;

  people_declare (fixture, "LATE1");
  open_page (fixture, id, 0);
  desk_wait_text (fixture, "the balance is " EURO "120.00 lower");
  lines = desk_table (fixture, "Lines compared");
  causes = desk_table (fixture, "Causes");
  g_assert_cmpint (ps_table_get_total (lines, DIFFERENCE), ==, -12000);
  g_assert_cmpint (ps_table_get_total (lines, OLD_BALANCE), ==, PEOPLE_BALANCE);
  g_assert_cmpint (ps_table_get_total (lines, NEW_BALANCE), ==, PEOPLE_BALANCE - 12000);
  g_assert_cmpuint (ps_table_get_n_shown (causes), ==, 1);
  g_assert_nonnull (g_strstr_len (ps_table_row_get_text (ps_table_get_shown (causes, 0), 0), -1, "LATE1"));
  g_assert_nonnull (g_strstr_len (ps_table_row_get_text (ps_table_get_shown (causes, 0), 7), -1, "by late"));
  only = gui_find_type (desk_page (fixture), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (only)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (only), FALSE);
  g_assert_cmpuint (ps_table_get_n_shown (lines), ==, 2);
  g_signal_emit_by_name (lines, "row-activated", ps_table_get_shown (lines, 0));
  desk_wait_page (fixture, PS_TYPE_SOURCES_PAGE);
}

static void
test_correction (DeskFixture *fixture, gconstpointer data)
{
  gint64 before = make_final (fixture, NULL), after;

  people_declare (fixture, "LATE1");
  after = make_final (fixture, "A declaration came late");
  open_page (fixture, before, after);
  desk_wait_text (fixture, "the balance is " EURO "120.00 lower");
  g_assert_false (gui_has_text (desk_page (fixture), "Proof:"));
  g_assert_cmpint (ps_table_get_total (desk_table (fixture, "Lines compared"), DIFFERENCE), ==, -12000);
}

/* The page follows the region. */
static void
test_changes_while_open (DeskFixture *fixture, gconstpointer data)
{
  open_page (fixture, make_final (fixture, NULL), 0);
  desk_wait_text (fixture, "Identical to the cent.");
  people_declare (fixture, "LATE1");
  desk_wait_text (fixture, "the balance is " EURO "120.00 lower");
}

#define ADD(name) g_test_add ("/comparison-page/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (identical);
  ADD (late_declaration);
  ADD (correction);
  ADD (changes_while_open);
  return g_test_run ();
}
