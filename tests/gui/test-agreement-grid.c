/* test-agreement-grid.c: the grid of a performance agreement: typed, pasted, cleared, saved, taken back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "agreement-test.h"

#include <string.h>

#include "grid-test.h"
#include "gui/ps-grid-cell.h"
#include "gui/ps-unsaved.h"
#include "store/ps-desk.h"

/* Typing */

static void
test_cells (DeskFixture *fixture, gconstpointer data)
{
  PsAgreementGrid *grid;

  agreement_open (fixture, "Zorggroep De Wissel");
  desk_wait_text (fixture, "Agreed");
  ps_grid_type (PS_GRID (agreement_grid (fixture)), "1");
  g_assert_false (ps_grid_is_typing (PS_GRID (agreement_grid (fixture)))); /* agreed: it is not typed into */
  agreement_amend (fixture, "Meer vraag in Venlo");
  grid = agreement_grid (fixture);
  agreement_assert_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\2408,000.00");

  /* Three cells, faster than they are saved: one is new, and changed again before it has an id on the page. */
  agreement_give (fixture, "AMB1", "0983", "9000");
  agreement_give (fixture, "AMB1", "0984", "1.500,25");
  agreement_give (fixture, "AMB1", "0984", "1.600,25");
  agreement_assert_said (fixture, "AMB1", "0984", "AMB1, Venray: €\302\2401,600.25");
  desk_wait_written (fixture);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, 900000);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0984"), ==, 160025);
  desk_wait_text (fixture, "€\302\24012,600.25");

  /* Cleared: no line, which is not 0; taken back per cell. */
  agreement_go_to (fixture, "AMB1", "0983");
  ps_grid_clear (PS_GRID (grid));
  agreement_assert_said (fixture, "AMB1", "0983", "AMB1, Venlo: no line");
  desk_wait_written (fixture);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, PS_NO_NUMBER);
  desk_undo (fixture);
  agreement_wait_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\2409,000.00");
  desk_undo (fixture);
  agreement_wait_said (fixture, "AMB1", "0984", "AMB1, Venray: €\302\2401,500.25");
  desk_undo (fixture);
  agreement_wait_said (fixture, "AMB1", "0984", "AMB1, Venray: no line");
  desk_undo (fixture);
  agreement_wait_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\2408,000.00");
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, 800000);
}

static const char *
focused (DeskFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return PS_IS_GRID_CELL (focus) ? ps_grid_cell_get_said (PS_GRID_CELL (focus)) : NULL;
}

static void
test_keys (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *grid, *editor;

  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Toetsen");
  grid = GTK_WIDGET (agreement_grid (fixture));
  editor = gui_find_type (grid, GTK_TYPE_TEXT);
  agreement_go_to (fixture, "AMB1", "0983");

  /* A digit opens the cell with it in it; Enter gives it and goes down, Tab to the right, Escape leaves it. */
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_5, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor)), ==, "5");
  grid_type_over (PS_GRID (grid), "5000");
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_Return, 0));
  g_assert_cmpstr (focused (fixture), ==, "GGZ, Venlo: no line");
  agreement_assert_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\2405,000.00");
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_7, 0));
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_Tab, 0));
  g_assert_cmpstr (focused (fixture), ==, "GGZ, Venray: €\302\2402,000.00");
  agreement_assert_said (fixture, "GGZ", "0983", "GGZ, Venlo: €\302\2407.00");
  g_assert_false (grid_press (PS_GRID (grid), GDK_KEY_Tab, 0)); /* the last cell: Tab leaves the grid */
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_F2, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor)), ==, "2.000,00");
  g_assert_null (ps_grid_get_problem (PS_GRID (grid)));
  g_assert_false (grid_press (PS_GRID (grid), GDK_KEY_Left, 0)); /* in the text, after F2 */
  grid_type_over (PS_GRID (grid), "1");
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_Escape, 0));
  agreement_assert_said (fixture, "GGZ", "0984", "GGZ, Venray: €\302\2402,000.00");

  /* Arrows, Home and End go about; with Shift they select, and Delete clears what is selected. */
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_Up, 0));
  g_assert_cmpstr (focused (fixture), ==, "AMB1, Venray: no line");
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_Home, 0));
  g_assert_cmpstr (focused (fixture), ==, "AMB1, Venlo: €\302\2405,000.00");
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_End, GDK_CONTROL_MASK));
  g_assert_cmpstr (focused (fixture), ==, "GGZ, Venray: €\302\2402,000.00");
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_true (grid_press (PS_GRID (grid), GDK_KEY_Delete, 0));
  desk_wait_written (fixture);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "GGZ", "0983"), ==, PS_NO_NUMBER);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "GGZ", "0984"), ==, PS_NO_NUMBER);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, 500000);
}

/* What is wrong stays as it was typed, and the window knows. */
static void
test_wrong (DeskFixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "abc", "12,345", "-5", "1e3" };
  PsAgreementGrid *grid;

  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Meer");
  grid = agreement_grid (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *what = NULL;

      agreement_go_to (fixture, "AMB1", "0983");
      ps_grid_type (PS_GRID (grid), wrong[i]);
      g_assert_false (ps_grid_finish (PS_GRID (grid)));
      g_assert_true (ps_grid_is_typing (PS_GRID (grid)));
      g_assert_true (g_str_has_prefix (ps_grid_get_problem (PS_GRID (grid)), "AMB1, Venlo: "));
      g_assert_true (gui_has_text (desk_page (fixture), ps_grid_get_problem (PS_GRID (grid))));
      g_assert_true (ps_unsaved_has_unsaved (PS_UNSAVED (desk_page (fixture))));
      g_assert_false (ps_unsaved_can_save (PS_UNSAVED (desk_page (fixture))));
      what = ps_unsaved_describe (PS_UNSAVED (desk_page (fixture)));
      g_assert_nonnull (strstr (what, "AMB1, Venlo"));
      ps_grid_forget (PS_GRID (grid));
      g_assert_false (ps_unsaved_has_unsaved (PS_UNSAVED (desk_page (fixture))));
    }
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, 800000);
}

static void
test_block (DeskFixture *fixture, gconstpointer data)
{
  PsAgreementGrid *grid;
  g_autofree char *copied = NULL;

  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Blok");
  grid = agreement_grid (fixture);

  /* Too large, or with something wrong in it: nothing of it is taken. */
  agreement_go_to (fixture, "AMB1", "0983");
  g_assert_false (ps_grid_paste_text (PS_GRID (grid), "1\t2\t3\r\n4\t5\t6\r\n"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (grid)), "2 rows and 3 columns"));
  g_assert_false (ps_grid_paste_text (PS_GRID (grid), "1\t2\n3\tvier\n"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (grid)), "GGZ, Venray"));
  agreement_assert_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\2408,000.00");

  /* An empty cell of the block empties its cell. */
  g_assert_true (ps_grid_paste_text (PS_GRID (grid), "1.000,00\t2000\r\n3000,5\t\r\n"));
  g_assert_null (ps_grid_get_problem (PS_GRID (grid)));
  desk_wait_written (fixture);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, 100000);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0984"), ==, 200000);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "GGZ", "0983"), ==, 300050);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "GGZ", "0984"), ==, PS_NO_NUMBER);
  agreement_go_to (fixture, "AMB1", "0984");
  copied = ps_grid_copy_text (PS_GRID (grid));
  g_assert_cmpstr (copied, ==, "2.000,00");
  agreement_go_to (fixture, "GGZ", "0983");
  g_assert_true (ps_grid_paste_text (PS_GRID (grid), copied)); /* what is copied out can be pasted in */
  desk_wait_written (fixture);
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "GGZ", "0983"), ==, 200000);
  desk_undo (fixture);

  /* One change: taken back as one. */
  desk_undo (fixture);
  agreement_wait_said (fixture, "GGZ", "0984", "GGZ, Venray: €\302\2402,000.00");
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, 800000);
}

static void
test_lump_sum (DeskFixture *fixture, gconstpointer data)
{
  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Taakgericht");
  agreement_go_to (fixture, "GGZ", "0984");
  desk_do (fixture, "agreement.lump-sum");
  agreement_assert_said (fixture, "GGZ", "0984", "GGZ, Venray: €\302\2402,000.00, lump sum");
  desk_wait_written (fixture);
  agreement_go_to (fixture, "GGZ", "0984");
  desk_do (fixture, "agreement.lump-sum");
  agreement_assert_said (fixture, "GGZ", "0984", "GGZ, Venray: €\302\2402,000.00");
  ps_agreement_grid_set_show (agreement_grid (fixture), PS_AGREEMENT_SHOW_PLACES);
  agreement_give (fixture, "GGZ", "0984", "12,5");
  agreement_assert_said (fixture, "GGZ", "0984", "GGZ, Venray: €\302\2402,000.00, places 12.5");
  agreement_go_to (fixture, "GGZ", "0983");
  ps_grid_type (PS_GRID (agreement_grid (fixture)), "3");
  g_assert_false (ps_grid_finish (PS_GRID (agreement_grid (fixture)))); /* no line: no places */
  g_assert_true (gui_has_text (desk_page (fixture), "give its ceiling first"));
  ps_grid_forget (PS_GRID (agreement_grid (fixture)));
  desk_wait_written (fixture);
}

/* Another program changes the cell that is shown: both values are said, and what was given can be given after all. */
static void
change_elsewhere (DeskFixture *fixture, gint64 cents)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GPtrArray) versions = agreement_load_versions (fixture, WISSEL, 2024, &region);
  const PsAgreementVersion *draft = g_ptr_array_index (versions, versions->len - 1);
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  g_autoptr (PsRecord) before = NULL;
  g_autoptr (PsRecord) after = NULL;
  g_autoptr (PsChange) change = ps_change_new ("edit", "agreement:" WISSEL ":2024");

  g_assert_no_error (error);
  before = ps_store_load_record (store, "agreement_line", g_array_index (draft->terms->lines, PsAgreementLine, 0).id, &error);
  g_assert_no_error (error);
  after = ps_record_copy (before);
  ps_record_set_number (after, "ceiling_cents", cents);
  ps_change_update (change, before, after);
  ps_change_apply (store, change, "iemand", NULL, &error);
  g_assert_no_error (error);
}

static void
test_conflict (DeskFixture *fixture, gconstpointer data)
{
  agreement_open (fixture, "Zorggroep De Wissel");
  agreement_amend (fixture, "Samen");
  desk_wait_written (fixture);
  change_elsewhere (fixture, 777700);
  agreement_give (fixture, "AMB1", "0983", "9000");
  desk_wait_text (fixture, "AMB1, Venlo was not saved.");
  g_assert_true (gui_has_text (desk_page (fixture), "8,000.00"));
  g_assert_true (gui_has_text (desk_page (fixture), "7,777.00"));
  agreement_wait_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\2407,777.00");
  desk_wait_written (fixture);
  gtk_widget_activate_action (desk_page (fixture), "agreement.again", NULL);
  desk_wait_written (fixture);
  agreement_wait_said (fixture, "AMB1", "0983", "AMB1, Venlo: €\302\2409,000.00");
  g_assert_cmpint (agreement_stored_ceiling (fixture, WISSEL, 2024, "AMB1", "0983"), ==, 900000);
}

/* A line in every cell. */
static PsAgreementSheet *
make_sheet (PsRegion *region, guint first_group, guint n_municipalities)
{
  g_autoptr (PsAgreement) terms = ps_agreement_new (0, 2024);

  for (guint i = first_group; i < 25; i++)
    {
      PsProductGroup group = { i + 1, g_strdup_printf ("G%02u", i), 0, NULL };

      g_array_append_val (region->groups, group);
    }
  for (guint i = 0; i < n_municipalities; i++)
    {
      PsMunicipality municipality = { i + 1, g_strdup_printf ("%04u", i), g_strdup_printf ("Gemeente %u", i) };

      g_array_append_val (region->municipalities, municipality);
    }
  for (guint i = 0; i < region->groups->len * n_municipalities; i++)
    {
      PsAgreementLine line = { 0, i / n_municipalities, i % n_municipalities, FALSE, 1200000 + i, PS_NO_NUMBER, PS_NONE };

      g_array_append_val (terms->lines, line);
    }
  return ps_agreement_sheet_new (region, terms, NULL, NULL);
}

static GtkWidget *
show_in_window (GtkWidget *grid)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 660, 400);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static const char *
focused_in (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return PS_IS_GRID_CELL (focus) ? ps_grid_cell_get_said (PS_GRID_CELL (focus)) : NULL;
}

/* A large sheet is shown without a visible wait, and one cell of it is a grid cell with a name and a place. */
static void
test_large_grid (void)
{
  g_autoptr (PsRegion) region = ps_region_new ();
  g_autoptr (PsAgreementSheet) sheet = make_sheet (region, 0, 20);
  GtkWidget *grid = ps_agreement_grid_new ("Ceilings"), *window, *cell;
  gint64 started = g_get_monotonic_time ();

  ps_agreement_grid_set_sheet (PS_AGREEMENT_GRID (grid), sheet, TRUE);
  window = show_in_window (grid);
  g_test_message ("500 cells shown in %d ms", (int) ((g_get_monotonic_time () - started) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - started, <, 2 * G_TIME_SPAN_SECOND);

  g_assert_true (ps_agreement_grid_focus_cell (PS_AGREEMENT_GRID (grid), 24, 19));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpstr (focused_in (window), ==, "G24, Gemeente 19: €\302\24012,004.99");
  cell = gtk_window_get_focus (GTK_WINDOW (window));
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 26); /* the headings are the first row */
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, 21);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid))), >, 0);
  gui_assert_names (window);
  ps_agreement_grid_set_sheet (PS_AGREEMENT_GRID (grid), NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The focus stays with its cell, and in sight, when rows go; what is typed in a row that goes is not kept, and that is said. */
static void
test_another_sheet (void)
{
  g_autoptr (PsRegion) region = ps_region_new ();
  g_autoptr (PsRegion) fewer_rows = ps_region_new ();
  g_autoptr (PsRegion) fewest_rows = ps_region_new ();
  g_autoptr (PsAgreementSheet) sheet = make_sheet (region, 0, 20);
  g_autoptr (PsAgreementSheet) fewer = make_sheet (fewer_rows, 3, 20);
  g_autoptr (PsAgreementSheet) fewest = make_sheet (fewest_rows, 24, 20);
  PsAgreementGrid *grid = PS_AGREEMENT_GRID (ps_agreement_grid_new ("Ceilings"));
  GtkWidget *window = show_in_window (GTK_WIDGET (grid));

  ps_agreement_grid_set_sheet (grid, sheet, TRUE);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (ps_agreement_grid_focus_cell (grid, 23, 19));
  ps_agreement_grid_set_sheet (grid, fewer, TRUE);
  g_assert_true (g_str_has_prefix (focused_in (window), "G23, Gemeente 19: "));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (grid))), >, 0);
  ps_grid_type (PS_GRID (grid), "4321");
  ps_agreement_grid_set_sheet (grid, sheet, TRUE);
  g_assert_true (ps_grid_is_typing (PS_GRID (grid))); /* its row is another one now */
  ps_agreement_grid_set_sheet (grid, fewest, TRUE);
  g_assert_false (ps_grid_is_typing (PS_GRID (grid)));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (grid)), "“4321” was not kept"));
  ps_agreement_grid_set_sheet (grid, NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name) g_test_add ("/agreement-grid/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (cells);
  ADD (keys);
  ADD (wrong);
  ADD (block);
  ADD (lump_sum);
  ADD (conflict);
  g_test_add_func ("/agreement-grid/large_grid", test_large_grid);
  g_test_add_func ("/agreement-grid/another_sheet", test_another_sheet);
  return g_test_run ();
}
