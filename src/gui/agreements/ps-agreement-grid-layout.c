/* ps-agreement-grid-layout.c: where the parts of the grid stand, and how it scrolls under its headings and totals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#define LEAST_COLUMN 84 /* pixels: room for € 100.000,00 */
#define MOST_COLUMN 170
#define MOST_HEAD 210
#define LEAST_EDITOR 110

static GtkAdjustment *
horizontal (PsAgreementGrid *self)
{
  return self->adjustments[GTK_ORIENTATION_HORIZONTAL];
}

static GtkAdjustment *
vertical (PsAgreementGrid *self)
{
  return self->adjustments[GTK_ORIENTATION_VERTICAL];
}

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

  for (guint row = 0; row < self->n_rows; row++)
    width = MAX (width, wish_of (_ps_grid_cell_at (self, row, column), GTK_ORIENTATION_HORIZONTAL));
  return MAX (MAX (width, LEAST_COLUMN), MIN (head, MOST_COLUMN));
}

void
_ps_grid_measure_columns (PsAgreementGrid *self)
{
  if (self->corner == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = measure_column (self, i);
  self->head_width = MIN (MAX (MAX (widest (self->row_heads), wish_of (self->corner, GTK_ORIENTATION_HORIZONTAL)),
                               wish_of (self->total_head, GTK_ORIENTATION_HORIZONTAL)),
                          MOST_HEAD);
  self->total_width = MAX (MAX (widest (self->row_totals), wish_of (self->grand, GTK_ORIENTATION_HORIZONTAL)),
                           MAX (LEAST_COLUMN, wish_of (self->corner_total, GTK_ORIENTATION_HORIZONTAL)));
  self->head_height =
      MAX (wish_of (self->corner, GTK_ORIENTATION_VERTICAL), wish_of (self->corner_total, GTK_ORIENTATION_VERTICAL));
  self->row_height = wish_of (self->grand, GTK_ORIENTATION_VERTICAL);
  for (guint i = 0; i < self->row_totals->len; i++)
    self->row_height = MAX (self->row_height, wish_of (g_ptr_array_index (self->row_totals, i), GTK_ORIENTATION_VERTICAL));
}

static int
columns_width (PsAgreementGrid *self)
{
  int width = 0;

  for (guint i = 0; i < self->n_columns; i++)
    width += self->widths[i];
  return width;
}

static int
rows_height (PsAgreementGrid *self)
{
  return (int) self->n_rows * self->row_height;
}

static void
ps_agreement_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (widget);
  int fixed =
      orientation == GTK_ORIENTATION_HORIZONTAL ? self->head_width + self->total_width : self->head_height + self->row_height;
  int moving = orientation == GTK_ORIENTATION_HORIZONTAL ? columns_width (self) : rows_height (self);
  int least = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_COLUMN : self->row_height;

  *minimum = fixed + MIN (moving, least);
  *natural = fixed + moving;
}

/* Placing */

static void
place (GtkWidget *cell, int x, int y, int width, int height, gboolean in_view)
{
  int minimum;

  gtk_widget_set_child_visible (cell, in_view);
  if (!in_view)
    return;
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &(GtkAllocation){ x, y, MAX (width, minimum), height }, -1);
}

static void
configure (GtkAdjustment *adjustment, int content, int room, int step)
{
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, content - room));

  gtk_adjustment_configure (adjustment, value, 0, MAX (content, room), step, MAX (step, room - step), room);
}

static void
place_column (PsAgreementGrid *self, guint column, int x, int view_width, int view_height, int top)
{
  gboolean in_view = x + self->widths[column] > self->head_width && x < self->head_width + view_width;

  place (g_ptr_array_index (self->column_heads, column), x, 0, self->widths[column], self->head_height, in_view);
  place (g_ptr_array_index (self->column_totals, column), x, self->head_height + view_height, self->widths[column],
         self->row_height, in_view);
  for (guint row = 0; row < self->n_rows; row++)
    {
      int y = top + (int) row * self->row_height;
      gboolean row_in_view = y + self->row_height > self->head_height && y < self->head_height + view_height;
      gboolean current = row == self->row && column == self->column;

      place (GTK_WIDGET (_ps_grid_cell_at (self, row, column)), x, y, self->widths[column], self->row_height,
             current || (in_view && row_in_view));
    }
}

/* Wider than a narrow cell, so that an amount fits; at the right edge it grows to the left. */
static void
place_editor (PsAgreementGrid *self, int right)
{
  GdkRectangle area;
  guint row, column;
  int minimum;

  if (!self->editing || !_ps_grid_edited_cell (self, &row, &column))
    {
      gtk_widget_set_child_visible (self->editor, FALSE);
      return;
    }
  _ps_grid_get_area (self, row, column, &area);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (area.width, MAX (minimum, LEAST_EDITOR));
  if (area.x + area.width > right)
    area.x = MAX (0, right - area.width);
  gtk_widget_set_child_visible (self->editor, TRUE);
  gtk_widget_size_allocate (self->editor, &area, -1);
}

/* Where the rows and columns do not fill the room, the totals stand right behind them. */
static void
get_view (PsAgreementGrid *self, int width, int height, int *view_width, int *view_height)
{
  *view_width = CLAMP (width - self->head_width - self->total_width, 0, columns_width (self));
  *view_height = CLAMP (height - self->head_height - self->row_height, 0, rows_height (self));
}

static void
ps_agreement_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (widget);
  int view_width, view_height, x, top;

  if (self->corner == NULL)
    return;
  get_view (self, width, height, &view_width, &view_height);
  configure (horizontal (self), columns_width (self), view_width, LEAST_COLUMN);
  configure (vertical (self), rows_height (self), view_height, self->row_height);
  x = self->head_width - (int) gtk_adjustment_get_value (horizontal (self));
  top = self->head_height - (int) gtk_adjustment_get_value (vertical (self));
  for (guint column = 0; column < self->n_columns; x += self->widths[column++])
    place_column (self, column, x, view_width, view_height, top);
  for (guint row = 0; row < self->n_rows; row++)
    {
      int y = top + (int) row * self->row_height;
      gboolean in_view = y + self->row_height > self->head_height && y < self->head_height + view_height;

      place (g_ptr_array_index (self->row_heads, row), 0, y, self->head_width, self->row_height, in_view);
      place (g_ptr_array_index (self->row_totals, row), self->head_width + view_width, y, self->total_width, self->row_height,
             in_view);
    }
  place (self->corner, 0, 0, self->head_width, self->head_height, TRUE);
  place (self->corner_total, self->head_width + view_width, 0, self->total_width, self->head_height, TRUE);
  place (self->total_head, 0, self->head_height + view_height, self->head_width, self->row_height, TRUE);
  place (self->grand, self->head_width + view_width, self->head_height + view_height, self->total_width, self->row_height, TRUE);
  place_editor (self, self->head_width + view_width);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* Drawing: what scrolls is cut off where the headings and totals begin */

static void
draw_cells (PsAgreementGrid *self, GtkSnapshot *snapshot, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (cells, i)))
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (cells, i), snapshot);
}

static void
ps_agreement_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int view_width, view_height;

  if (self->corner == NULL)
    return;
  get_view (self, width, height, &view_width, &view_height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->head_width, self->head_height, view_width, view_height));
  draw_cells (self, snapshot, self->cells);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->head_width, 0, view_width, height));
  draw_cells (self, snapshot, self->column_heads);
  draw_cells (self, snapshot, self->column_totals);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->head_height, width, view_height));
  draw_cells (self, snapshot, self->row_heads);
  draw_cells (self, snapshot, self->row_totals);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
  gtk_widget_snapshot_child (widget, self->corner_total, snapshot);
  gtk_widget_snapshot_child (widget, self->total_head, snapshot);
  gtk_widget_snapshot_child (widget, self->grand, snapshot);
  if (self->editing)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
}

void
_ps_grid_layout_class (GtkWidgetClass *widget_class)
{
  widget_class->measure = ps_agreement_grid_measure;
  widget_class->size_allocate = ps_agreement_grid_size_allocate;
  widget_class->snapshot = ps_agreement_grid_snapshot;
}

/* Finding */

static int
column_left (PsAgreementGrid *self, guint column)
{
  int left = 0;

  for (guint i = 0; i < column; i++)
    left += self->widths[i];
  return left;
}

/* Of a cell, in the grid's own pixels; FALSE: there is no such cell. */
gboolean
_ps_grid_get_area (PsAgreementGrid *self, guint row, guint column, GdkRectangle *area)
{
  *area = (GdkRectangle){ 0, 0, 1, 1 };
  if (row >= self->n_rows || column >= self->n_columns)
    return FALSE;
  area->x = self->head_width + column_left (self, column) - (int) gtk_adjustment_get_value (horizontal (self));
  area->y = self->head_height + (int) row * self->row_height - (int) gtk_adjustment_get_value (vertical (self));
  area->width = self->widths[column];
  area->height = self->row_height;
  return TRUE;
}

gboolean
_ps_grid_find_at (PsAgreementGrid *self, double x, double y, guint *row, guint *column)
{
  int view_width, view_height;
  double across = x - self->head_width + gtk_adjustment_get_value (horizontal (self));
  double down = y - self->head_height + gtk_adjustment_get_value (vertical (self));

  get_view (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &view_width, &view_height);
  if (x < self->head_width || y < self->head_height || x >= self->head_width + view_width || y >= self->head_height + view_height
      || self->row_height == 0)
    return FALSE;
  *row = (guint) (down / self->row_height);
  for (*column = 0; *column < self->n_columns && across >= self->widths[*column]; (*column)++)
    across -= self->widths[*column];
  return *row < self->n_rows && *column < self->n_columns;
}

static void
show_range (GtkAdjustment *adjustment, int from, int size)
{
  double value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  if (from + size > value + page)
    value = from + size - page;
  if (from < value)
    value = from;
  gtk_adjustment_set_value (adjustment, value);
}

void
_ps_grid_scroll_to (PsAgreementGrid *self, guint row, guint column)
{
  if (gtk_adjustment_get_page_size (horizontal (self)) < 1)
    return;
  show_range (horizontal (self), column_left (self, column), self->widths[column]);
  show_range (vertical (self), (int) row * self->row_height, self->row_height);
}

guint
_ps_grid_rows_in_view (PsAgreementGrid *self)
{
  double page = gtk_adjustment_get_page_size (vertical (self));

  return self->row_height > 0 && page >= self->row_height ? (guint) (page / self->row_height) : 1;
}
