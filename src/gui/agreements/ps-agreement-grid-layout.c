/* ps-agreement-grid-layout.c: where the parts of the grid stand, and how it scrolls under its headings and totals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#define LEAST_COLUMN 84 /* pixels: room for € 100.000,00 */
#define MOST_COLUMN 170
#define MOST_HEAD 210

/* Sizes that follow from what the cells say */

static int
wish_of (gpointer cell, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (cell, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
widest (GPtrArray *cells)
{
  int width = 0;

  for (guint i = 0; i < cells->len; i++)
    width = MAX (width, wish_of (g_ptr_array_index (cells, i), GTK_ORIENTATION_HORIZONTAL));
  return width;
}

static int
measure_column (PsAgreementGrid *self, guint column)
{
  int head = wish_of (g_ptr_array_index (self->column_heads, column), GTK_ORIENTATION_HORIZONTAL);
  int width = wish_of (g_ptr_array_index (self->column_totals, column), GTK_ORIENTATION_HORIZONTAL);

  for (guint row = 0; row < self->grid.n_rows; row++)
    width = MAX (width, wish_of (_ps_agreement_grid_cell_at (self, row, column), GTK_ORIENTATION_HORIZONTAL));
  return MAX (MAX (width, LEAST_COLUMN), MIN (head, MOST_COLUMN));
}

void
_ps_agreement_grid_measure_parts (PsAgreementGrid *self)
{
  PsGrid *grid = PS_GRID (self);

  if (self->corner == NULL)
    return;
  for (guint i = 0; i < grid->n_columns; i++)
    self->widths[i] = measure_column (self, i);
  grid->left_width = MIN (MAX (MAX (widest (self->row_heads), wish_of (self->corner, GTK_ORIENTATION_HORIZONTAL)),
                               wish_of (self->total_head, GTK_ORIENTATION_HORIZONTAL)),
                          MOST_HEAD);
  self->total_width = MAX (MAX (widest (self->row_totals), wish_of (self->grand, GTK_ORIENTATION_HORIZONTAL)),
                           MAX (LEAST_COLUMN, wish_of (self->corner_total, GTK_ORIENTATION_HORIZONTAL)));
  grid->head_height =
      MAX (wish_of (self->corner, GTK_ORIENTATION_VERTICAL), wish_of (self->corner_total, GTK_ORIENTATION_VERTICAL));
  grid->row_height = wish_of (self->grand, GTK_ORIENTATION_VERTICAL);
  for (guint i = 0; i < self->row_totals->len; i++)
    grid->row_height = MAX (grid->row_height, wish_of (g_ptr_array_index (self->row_totals, i), GTK_ORIENTATION_VERTICAL));
}

static void
measure_parts (PsGrid *grid)
{
  _ps_agreement_grid_measure_parts (PS_AGREEMENT_GRID (grid));
}

static int
column_left (PsAgreementGrid *self, guint column)
{
  int left = 0;

  for (guint i = 0; i < column; i++)
    left += self->widths[i];
  return left;
}

static PsGridSpan
get_span (PsGrid *grid, guint column)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (grid);

  return (PsGridSpan){ column_left (self, column), self->widths[column], self->widths[column] };
}

static void
ps_agreement_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (widget);
  PsGrid *grid = PS_GRID (self);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int fixed, moving, least;

  _ps_grid_prepare (grid);
  fixed = across ? grid->left_width + self->total_width : grid->head_height + grid->row_height;
  moving = across ? column_left (self, grid->n_columns) : _ps_grid_rows_height (grid);
  least = across ? LEAST_COLUMN : grid->row_height;
  *minimum = fixed + MIN (moving, least);
  *natural = fixed + moving;
}

/* Placing */

static void
place_column (PsAgreementGrid *self, guint column)
{
  PsGrid *grid = PS_GRID (self);
  int x = _ps_grid_left_of (grid, column), y, width = self->widths[column];
  gboolean in_view = x + width > grid->left_width && x < grid->left_width + grid->view_width;

  _ps_grid_place (g_ptr_array_index (self->column_heads, column), x, 0, width, grid->head_height, in_view);
  _ps_grid_place (g_ptr_array_index (self->column_totals, column), x, grid->head_height + grid->view_height, width,
                  grid->row_height, in_view);
  for (guint row = 0; row < grid->n_rows; row++)
    {
      gboolean row_in_view = _ps_grid_row_in_view (grid, row, &y);
      gboolean current = row == grid->row && column == grid->column;

      _ps_grid_place (GTK_WIDGET (_ps_agreement_grid_cell_at (self, row, column)), x, y, width, grid->row_height,
                      current || (in_view && row_in_view));
    }
}

static void
place_row (PsAgreementGrid *self, guint row)
{
  PsGrid *grid = PS_GRID (self);
  int right = grid->left_width + grid->view_width, y;
  gboolean in_view = _ps_grid_row_in_view (grid, row, &y);

  _ps_grid_place (g_ptr_array_index (self->row_heads, row), 0, y, grid->left_width, grid->row_height, in_view);
  _ps_grid_place (g_ptr_array_index (self->row_totals, row), right, y, self->total_width, grid->row_height, in_view);
}

static void
place_corners (PsAgreementGrid *self)
{
  PsGrid *grid = PS_GRID (self);
  int right = grid->left_width + grid->view_width, bottom = grid->head_height + grid->view_height;

  _ps_grid_place (self->corner, 0, 0, grid->left_width, grid->head_height, TRUE);
  _ps_grid_place (self->corner_total, right, 0, self->total_width, grid->head_height, TRUE);
  _ps_grid_place (self->total_head, 0, bottom, grid->left_width, grid->row_height, TRUE);
  _ps_grid_place (self->grand, right, bottom, self->total_width, grid->row_height, TRUE);
}

static void
ps_agreement_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (widget);
  PsGrid *grid = PS_GRID (self);
  GdkRectangle editor;

  if (self->corner == NULL)
    return;
  _ps_grid_allocate (grid, width - grid->left_width - self->total_width, height, column_left (self, grid->n_columns),
                     LEAST_COLUMN);
  for (guint column = 0; column < grid->n_columns; column++)
    place_column (self, column);
  for (guint row = 0; row < grid->n_rows; row++)
    place_row (self, row);
  place_corners (self);
  _ps_grid_place_editor (grid, &editor);
}

/* Drawing: what scrolls is cut off where the headings and totals begin */

static void
draw_cells (PsAgreementGrid *self, GtkSnapshot *snapshot, GPtrArray *cells)
{
  _ps_grid_draw (PS_GRID (self), snapshot, (GtkWidget *const *) cells->pdata, cells->len);
}

static void
ps_agreement_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (widget);
  PsGrid *grid = PS_GRID (self);
  GtkWidget *const corners[] = { self->corner, self->corner_total, self->total_head, self->grand };
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->corner == NULL)
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (grid->left_width, grid->head_height, grid->view_width, grid->view_height));
  draw_cells (self, snapshot, self->cells);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (grid->left_width, 0, grid->view_width, height));
  draw_cells (self, snapshot, self->column_heads);
  draw_cells (self, snapshot, self->column_totals);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, grid->head_height, width, grid->view_height));
  draw_cells (self, snapshot, self->row_heads);
  draw_cells (self, snapshot, self->row_totals);
  gtk_snapshot_pop (snapshot);
  _ps_grid_draw (grid, snapshot, corners, G_N_ELEMENTS (corners));
  _ps_grid_draw_editor (grid, snapshot, NULL, 0);
}

static GtkWidget *
get_cell (PsGrid *grid, guint row, guint column)
{
  return GTK_WIDGET (_ps_agreement_grid_cell_at (PS_AGREEMENT_GRID (grid), row, column));
}

static void
show_selection (PsGrid *grid)
{
  _ps_agreement_grid_show_selection (PS_AGREEMENT_GRID (grid));
}

void
_ps_agreement_grid_layout_class (GtkWidgetClass *widget_class, PsGridClass *grid_class)
{
  widget_class->measure = ps_agreement_grid_measure;
  widget_class->size_allocate = ps_agreement_grid_size_allocate;
  widget_class->snapshot = ps_agreement_grid_snapshot;
  grid_class->get_span = get_span;
  grid_class->get_cell = get_cell;
  grid_class->show_selection = show_selection;
  grid_class->measure_parts = measure_parts;
}
