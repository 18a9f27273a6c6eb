/* peil-grid-test.c: the grid of measurements in a window of its own, as its tests press its keys
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-grid-test.h"

#include "grid-test.h"

static void
on_given_cb (PsPeilGrid *grid, GArray *given, PeilFixture *fixture)
{
  g_array_append_vals (fixture->given, given->data, given->len);
  fixture->n_times++;
}

static void
on_status_cb (PsPeilGrid *grid, PeilFixture *fixture)
{
  fixture->n_status++;
}

static void
set_up_sheet (PeilFixture *fixture, PsPeilSheet *sheet)
{
  fixture->given = g_array_new (FALSE, FALSE, sizeof (PsPeilGiven));
  fixture->sheet = sheet;
  fixture->window = gtk_window_new ();
  fixture->scroller = gtk_scrolled_window_new ();
  fixture->grid = PS_PEIL_GRID (ps_peil_grid_new ("Measurements"));
  g_signal_connect (fixture->grid, "cells-given", G_CALLBACK (on_given_cb), fixture);
  g_signal_connect (fixture->grid, "status-changed", G_CALLBACK (on_status_cb), fixture);
  gtk_widget_set_focusable (fixture->scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1060, 400);
  ps_peil_grid_set_sheet (fixture->grid, sheet, TRUE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

void
peil_set_up (PeilFixture *fixture, gconstpointer data)
{
  set_up_sheet (fixture, peil_test_full (3, 3, 2));
}

void
peil_set_up_large (PeilFixture *fixture, gconstpointer data)
{
  set_up_sheet (fixture, peil_test_full (250, 5, 4));
}

void
peil_tear_down (PeilFixture *fixture, gconstpointer data)
{
  ps_peil_grid_set_sheet (fixture->grid, NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ps_peil_sheet_free (fixture->sheet);
  g_array_unref (fixture->given);
}

/* Seeing and pressing */

GtkWidget *
peil_editor (PeilFixture *fixture)
{
  return grid_editor (PS_GRID (fixture->grid));
}

/* Where the focus is: in the editor while something is typed. */
gboolean
peil_press (PeilFixture *fixture, guint key, GdkModifierType state)
{
  return grid_press (PS_GRID (fixture->grid), key, state);
}

void
peil_type_text (PeilFixture *fixture, const char *text)
{
  grid_type_over (PS_GRID (fixture->grid), text);
}

PsGridCell *
peil_focused_cell (PeilFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return PS_IS_GRID_CELL (focus) ? PS_GRID_CELL (focus) : NULL;
}

const char *
peil_focused (PeilFixture *fixture)
{
  PsGridCell *cell = peil_focused_cell (fixture);

  return cell != NULL ? ps_grid_cell_get_said (cell) : NULL;
}

gint64
peil_entered (PeilFixture *fixture, guint row, PsMeasure measure)
{
  return g_array_index (fixture->sheet->rows, PsPeilRow, row).entered[measure];
}

void
peil_assert_cell (PeilFixture *fixture, guint row, PsMeasure measure)
{
  PsMeasure there;
  guint place;

  g_assert_true (ps_peil_grid_get_cell (fixture->grid, &place, &there));
  g_assert_cmpuint (place, ==, row);
  g_assert_cmpint (there, ==, measure);
}

void
peil_go_to (PeilFixture *fixture, guint row, PsMeasure measure)
{
  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, row, measure));
  peil_assert_cell (fixture, row, measure);
}

guint
peil_count_cells (PeilFixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += PS_IS_GRID_CELL (child);
  return n;
}

/* The cell that says so and is in sight; NULL: none. */
GtkWidget *
peil_find_said (PeilFixture *fixture, const char *said)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (PS_IS_GRID_CELL (child) && gtk_widget_get_mapped (child)
        && g_strcmp0 (ps_grid_cell_get_said (PS_GRID_CELL (child)), said) == 0)
      return child;
  return NULL;
}
