/* ps-peil-grid-layout.c: where the parts of the grid stand, and how it scrolls under its headings, beside its keys and above its totals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#define STEP 84 /* pixels, sideways */
#define LEAST_ROWS 3

static void
ps_peil_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  PsPeilGrid *self = PS_PEIL_GRID (widget);
  int fixed;

  _ps_grid_prepare (PS_GRID (self));
  fixed = self->grid.head_height + self->grid.row_height;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = _ps_peil_least_width (self);
      *natural = MAX (*minimum, self->grid.left_width + self->moving_width);
      return;
    }
  *minimum = fixed + MIN (LEAST_ROWS * self->grid.row_height, _ps_grid_rows_height (PS_GRID (self)));
  *natural = fixed + _ps_grid_rows_height (PS_GRID (self));
}

/* Placing */

static int
left_of (PsPeilGrid *self, guint column)
{
  if (column < PS_PEIL_N_KEYS)
    return self->lefts[column];
  return self->grid.left_width + self->lefts[column]
         - (int) gtk_adjustment_get_value (self->grid.adjustments[GTK_ORIENTATION_HORIZONTAL]);
}

static gboolean
is_in_view (PsPeilGrid *self, guint column)
{
  int x = left_of (self, column);

  if (self->widths[column] == 0)
    return FALSE;
  return column < PS_PEIL_N_KEYS
         || (x + self->widths[column] > self->grid.left_width && x < self->grid.left_width + self->grid.view_width);
}

static void
place_line (PsPeilGrid *self, const PsPeilLine *line, const gboolean *columns)
{
  int y;
  gboolean in_view = _ps_grid_row_in_view (PS_GRID (self), line->position, &y);

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      gboolean current =
          line->position == self->grid.row && i == _ps_peil_column ((PsMeasure) self->grid.column, PS_PEIL_ENTERED);

      _ps_grid_place (line->cells[i], left_of (self, i), y, self->widths[i], self->grid.row_height,
                      current || (in_view && columns[i]));
    }
  _ps_grid_place (line->rule, 0, y + self->grid.row_height - 1, self->grid.left_width + self->grid.view_width, 1, in_view);
}

static void
place_groups (PsPeilGrid *self)
{
  for (guint group = 0; group < PS_PEIL_N_GROUPS; group++)
    {
      guint first, last;
      int width = 0, x;

      _ps_peil_group_span (group, &first, &last);
      x = left_of (self, first);
      for (guint i = first; i <= last; i++)
        width += self->widths[i];
      _ps_grid_place (self->groups[group], x, 0, width, self->group_height,
                      x + width > self->grid.left_width && x < self->grid.left_width + self->grid.view_width);
    }
}

static void
place_heads (PsPeilGrid *self, const gboolean *columns)
{
  int bottom = self->grid.head_height + self->grid.view_height;

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      _ps_grid_place (self->heads[i], left_of (self, i), self->group_height, self->widths[i],
                      self->grid.head_height - self->group_height, columns[i]);
      _ps_grid_place (self->stripes[i], left_of (self, i), self->grid.head_height, self->widths[i], self->grid.view_height,
                      columns[i] && self->grid.view_height > 0);
      if (i >= PS_PEIL_N_KEYS)
        _ps_grid_place (self->totals[i], left_of (self, i), bottom, self->widths[i], self->grid.row_height, columns[i]);
    }
  _ps_grid_place (self->totals[PS_PEIL_PROVIDER], 0, bottom, self->grid.left_width, self->grid.row_height, TRUE);
  place_groups (self);
}

static void
place_editor (PsPeilGrid *self)
{
  GdkRectangle area;
  int width;

  if (!_ps_grid_place_editor (PS_GRID (self), &area))
    {
      gtk_widget_set_child_visible (self->flag, FALSE);
      gtk_widget_set_child_visible (self->hint, FALSE);
      return;
    }
  gtk_widget_measure (self->flag, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  _ps_grid_place (self->flag, area.x + 4, area.y, width, area.height, self->mark != NULL);
  _ps_peil_place_hint (self, &area);
}

static void
place_all (PsPeilGrid *self)
{
  gboolean columns[PS_PEIL_N_COLUMNS];

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    columns[i] = is_in_view (self, i);
  for (guint i = 0; i < self->lines->len; i++)
    place_line (self, g_ptr_array_index (self->lines, i), columns);
  place_heads (self, columns);
  place_editor (self);
  gtk_widget_set_child_visible (self->ruler, FALSE);
}

static void
ps_peil_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsPeilGrid *self = PS_PEIL_GRID (widget);

  self->placing = TRUE;
  _ps_peil_fit_columns (self, width);
  _ps_grid_allocate (PS_GRID (self), width - self->grid.left_width, height, self->moving_width, STEP);
  place_all (self);
  self->placing = FALSE;
  _ps_peil_bind_soon (self);
}

/* Drawing: what scrolls is cut off where the headings, keys and totals begin */

static void
draw_columns (PsPeilGrid *self, GtkSnapshot *snapshot, GtkWidget *const *cells, guint from, guint to)
{
  _ps_grid_draw (PS_GRID (self), snapshot, cells + from, to - from);
}

static void
draw_lines (PsPeilGrid *self, GtkSnapshot *snapshot, guint from, guint to)
{
  draw_columns (self, snapshot, self->stripes, from, to);
  for (guint i = 0; i < self->lines->len; i++)
    draw_columns (self, snapshot, ((PsPeilLine *) g_ptr_array_index (self->lines, i))->cells, from, to);
}

static void
draw_rules (PsPeilGrid *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->lines->len; i++)
    draw_columns (self, snapshot, &((PsPeilLine *) g_ptr_array_index (self->lines, i))->rule, 0, 1);
}

static void
ps_peil_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PsPeilGrid *self = PS_PEIL_GRID (widget);
  GtkWidget *const beside[] = { self->flag, self->hint };
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, self->grid.head_height, self->grid.left_width, self->grid.view_height));
  draw_lines (self, snapshot, 0, PS_PEIL_N_KEYS);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->grid.left_width, self->grid.head_height, self->grid.view_width,
                                                         self->grid.view_height));
  draw_lines (self, snapshot, PS_PEIL_N_KEYS, PS_PEIL_N_COLUMNS);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->grid.head_height, self->grid.left_width + self->grid.view_width,
                                                         self->grid.view_height));
  draw_rules (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->grid.left_width, 0, self->grid.view_width, height));
  draw_columns (self, snapshot, self->groups, 0, PS_PEIL_N_GROUPS);
  draw_columns (self, snapshot, self->heads, PS_PEIL_N_KEYS, PS_PEIL_N_COLUMNS);
  draw_columns (self, snapshot, self->totals, PS_PEIL_N_KEYS, PS_PEIL_N_COLUMNS);
  gtk_snapshot_pop (snapshot);
  draw_columns (self, snapshot, self->heads, 0, PS_PEIL_N_KEYS);
  draw_columns (self, snapshot, self->totals, 0, 1);
  _ps_grid_draw_editor (PS_GRID (self), snapshot, beside, G_N_ELEMENTS (beside));
}

/* Finding */

/* What was computed belongs to the cell beside it. */
static PsGridSpan
get_span (PsGrid *grid, guint column)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);
  guint entered = _ps_peil_column ((PsMeasure) column, PS_PEIL_ENTERED);

  return (PsGridSpan){ self->lefts[entered], self->widths[entered],
                       self->widths[entered] + self->widths[entered + 1] + self->widths[entered + 2] };
}

/* Of a cell, typed into or not, in the grid's own pixels; FALSE: there is no such cell. */
gboolean
_ps_peil_get_area (PsPeilGrid *self, guint row, guint column, GdkRectangle *area)
{
  *area = (GdkRectangle){ 0, 0, 1, 1 };
  if (row >= self->grid.n_rows || self->widths[column] == 0)
    return FALSE;
  area->x = left_of (self, column);
  _ps_grid_row_in_view (PS_GRID (self), row, &area->y);
  area->width = self->widths[column];
  area->height = self->grid.row_height;
  return TRUE;
}

gboolean
_ps_peil_find_at (PsPeilGrid *self, double x, double y, guint *row, guint *column)
{
  if (x < 0 || x >= self->grid.left_width + self->grid.view_width || !_ps_grid_find_row (PS_GRID (self), y, row))
    return FALSE;
  for (*column = x < self->grid.left_width ? 0 : PS_PEIL_N_KEYS; *column < PS_PEIL_N_COLUMNS; (*column)++)
    if (self->widths[*column] > 0 && x >= left_of (self, *column) && x < left_of (self, *column) + self->widths[*column])
      break;
  return *column < PS_PEIL_N_COLUMNS;
}

static void
measure_parts (PsGrid *grid)
{
  _ps_peil_measure_columns (PS_PEIL_GRID (grid));
}

void
_ps_peil_layout_class (GtkWidgetClass *widget_class, PsGridClass *grid_class)
{
  widget_class->measure = ps_peil_grid_measure;
  widget_class->size_allocate = ps_peil_grid_size_allocate;
  widget_class->snapshot = ps_peil_grid_snapshot;
  grid_class->get_span = get_span;
  grid_class->measure_parts = measure_parts;
}
