/* ps-grid-layout.c: scrolling a grid under its headings, placing what is over its cells, finding a cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-grid"

#include "ps-grid-private.h"

static GtkAdjustment *
horizontal (PsGrid *self)
{
  return self->adjustments[GTK_ORIENTATION_HORIZONTAL];
}

static GtkAdjustment *
vertical (PsGrid *self)
{
  return self->adjustments[GTK_ORIENTATION_VERTICAL];
}

static PsGridSpan
span_of (PsGrid *self, guint column)
{
  return PS_GRID_GET_CLASS (self)->get_span (self, column);
}

void
_ps_grid_prepare (PsGrid *self)
{
  if (!self->measure_wanted)
    return;
  self->measure_wanted = FALSE;
  PS_GRID_GET_CLASS (self)->measure_parts (self);
}

int
_ps_grid_rows_height (PsGrid *self)
{
  return (int) self->n_rows * self->row_height;
}

/* Placing */

void
_ps_grid_place (GtkWidget *child, int x, int y, int width, int height, gboolean in_view)
{
  int minimum;

  gtk_widget_set_child_visible (child, in_view);
  if (!in_view)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, minimum), height }, -1);
}

/* `y`: where it stands, in sight or not. */
gboolean
_ps_grid_row_in_view (PsGrid *self, guint row, int *y)
{
  *y = self->head_height + (int) row * self->row_height - (int) gtk_adjustment_get_value (vertical (self));
  return *y + self->row_height > self->head_height && *y < self->head_height + self->view_height;
}

static void
configure (GtkAdjustment *adjustment, int content, int room, int step)
{
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, content - room));

  gtk_adjustment_configure (adjustment, value, 0, MAX (content, room), step, MAX (step, room - step), room);
}

void
_ps_grid_configure_rows (PsGrid *self)
{
  int room = gtk_widget_get_height (GTK_WIDGET (self)) - self->head_height - self->row_height;
  int content = _ps_grid_rows_height (self);

  if (room > 0)
    configure (vertical (self), content, CLAMP (room, 0, content), self->row_height);
}

/* Where rows and columns do not fill the room, the totals stand right behind them. */
void
_ps_grid_allocate (PsGrid *self, int room, int height, int content, int step)
{
  self->view_width = CLAMP (room, 0, content);
  self->view_height = CLAMP (height - self->head_height - self->row_height, 0, _ps_grid_rows_height (self));
  configure (horizontal (self), content, self->view_width, step);
  configure (vertical (self), _ps_grid_rows_height (self), self->view_height, self->row_height);
  if (!self->scroll_wanted || self->view_height == 0)
    return;
  self->scroll_wanted = FALSE;
  _ps_grid_scroll_to (self, self->row, self->column);
}

/* At least so wide that a number fits; at the right edge it grows to the left. */
gboolean
_ps_grid_place_editor (PsGrid *self, GdkRectangle *area)
{
  int right = self->left_width + self->view_width, minimum;
  gboolean there = self->editing && _ps_grid_get_area (self, self->row, self->column, area);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  gtk_widget_set_child_visible (self->editor, there);
  if (!there)
    return FALSE;
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area->width = MAX (area->width, MAX (minimum, self->least_editor));
  if (area->x + area->width > right)
    area->x = MAX (0, right - area->width);
  gtk_widget_size_allocate (self->editor, area, -1);
  return TRUE;
}

/* Drawing */

void
_ps_grid_draw (PsGrid *self, GtkSnapshot *snapshot, GtkWidget *const *children, guint n)
{
  for (guint i = 0; i < n; i++)
    if (gtk_widget_get_child_visible (children[i]))
      gtk_widget_snapshot_child (GTK_WIDGET (self), children[i], snapshot);
}

/* With what stands beside it; not over the headings and the totals. */
void
_ps_grid_draw_editor (PsGrid *self, GtkSnapshot *snapshot, GtkWidget *const *beside, guint n)
{
  if (!self->editing)
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, self->head_height, self->left_width + self->view_width, self->view_height));
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->editor, snapshot);
  _ps_grid_draw (self, snapshot, beside, n);
  gtk_snapshot_pop (snapshot);
}

/* Finding */

static int
left_at (PsGrid *self, const PsGridSpan *span)
{
  return self->left_width + span->left - (int) gtk_adjustment_get_value (horizontal (self));
}

int
_ps_grid_left_of (PsGrid *self, guint column)
{
  PsGridSpan span = span_of (self, column);

  return left_at (self, &span);
}

gboolean
_ps_grid_get_area (PsGrid *self, guint row, guint column, GdkRectangle *area)
{
  PsGridSpan span;

  *area = (GdkRectangle){ 0, 0, 1, 1 };
  if (row >= self->n_rows || column >= self->n_columns)
    return FALSE;
  span = span_of (self, column);
  area->x = left_at (self, &span);
  _ps_grid_row_in_view (self, row, &area->y);
  area->width = span.width;
  area->height = self->row_height;
  return TRUE;
}

gboolean
_ps_grid_find_row (PsGrid *self, double y, guint *row)
{
  if (y < self->head_height || y >= self->head_height + self->view_height || self->row_height == 0)
    return FALSE;
  *row = (guint) ((y - self->head_height + gtk_adjustment_get_value (vertical (self))) / self->row_height);
  return *row < self->n_rows;
}

/* What stands beside a row is of its first cell. */
gboolean
_ps_grid_find_at (PsGrid *self, double x, double y, guint *row, guint *column)
{
  if (x < 0 || x >= self->left_width + self->view_width || !_ps_grid_find_row (self, y, row))
    return FALSE;
  for (*column = 0; x >= self->left_width && *column < self->n_columns; (*column)++)
    {
      PsGridSpan span = span_of (self, *column);
      int left = left_at (self, &span);

      if (x >= left && x < left + span.reach)
        break;
    }
  return *column < self->n_columns;
}

/* For a block that is dragged beyond the edge. */
void
_ps_grid_find_near (PsGrid *self, double x, double y, guint *row, guint *column)
{
  double down = y - self->head_height + gtk_adjustment_get_value (vertical (self));
  int nearest = G_MAXINT;

  *row = (guint) CLAMP (down / MAX (self->row_height, 1), 0, MAX ((int) self->n_rows - 1, 0));
  for (guint i = 0; i < self->n_columns; i++)
    {
      PsGridSpan span = span_of (self, i);
      int left = left_at (self, &span), right = left + span.reach;
      int distance = x < left ? left - (int) x : x >= right ? (int) x - right + 1 : 0;

      if (distance >= nearest)
        continue;
      nearest = distance;
      *column = i;
    }
}

/* Scrolling */

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

/* With what belongs to it, where that fits. */
void
_ps_grid_scroll_to (PsGrid *self, guint row, guint column)
{
  PsGridSpan span = span_of (self, column);

  self->scroll_wanted = gtk_adjustment_get_page_size (vertical (self)) < 1;
  if (self->scroll_wanted)
    return;
  show_range (horizontal (self), span.left, span.reach);
  show_range (vertical (self), (int) row * self->row_height, self->row_height);
}

guint
_ps_grid_rows_in_view (PsGrid *self)
{
  double page = gtk_adjustment_get_page_size (vertical (self));

  return self->row_height > 0 && page >= self->row_height ? (guint) (page / self->row_height) : 1;
}
