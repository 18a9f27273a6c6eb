/* ps-peil-grid-layout.c: where the parts of the grid stand, and how it scrolls under its headings, beside its keys and above its totals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#define STEP 84 /* pixels, sideways */
#define LEAST_EDITOR 64
#define LEAST_ROWS 3

static GtkAdjustment *
horizontal (PsPeilGrid *self)
{
  return self->adjustments[GTK_ORIENTATION_HORIZONTAL];
}

static GtkAdjustment *
vertical (PsPeilGrid *self)
{
  return self->adjustments[GTK_ORIENTATION_VERTICAL];
}

static int
rows_height (PsPeilGrid *self)
{
  return (int) self->shown->len * self->row_height;
}

static void
ps_peil_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  PsPeilGrid *self = PS_PEIL_GRID (widget);
  int fixed;

  if (self->measure_wanted)
    _ps_peil_measure_columns (self);
  fixed = self->head_height + self->row_height;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = _ps_peil_least_width (self);
      *natural = MAX (*minimum, self->keys_width + self->moving_width);
      return;
    }
  *minimum = fixed + MIN (LEAST_ROWS * self->row_height, rows_height (self));
  *natural = fixed + rows_height (self);
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

/* Where the rows do not fill the room, the totals stand right behind them. */
static void
get_view (PsPeilGrid *self, int width, int height)
{
  self->view_width = CLAMP (width - self->keys_width, 0, self->moving_width);
  self->view_height = CLAMP (height - self->head_height - self->row_height, 0, rows_height (self));
}

/* After other rows are shown: what can be scrolled to, before the rows in sight are made. */
void
_ps_peil_configure (PsPeilGrid *self)
{
  int room = gtk_widget_get_height (GTK_WIDGET (self)) - self->head_height - self->row_height;

  if (room > 0)
    configure (vertical (self), rows_height (self), CLAMP (room, 0, rows_height (self)), self->row_height);
}

static int
left_of (PsPeilGrid *self, guint column)
{
  if (column < PS_PEIL_N_KEYS)
    return self->lefts[column];
  return self->keys_width + self->lefts[column] - (int) gtk_adjustment_get_value (horizontal (self));
}

static gboolean
is_in_view (PsPeilGrid *self, guint column)
{
  int x = left_of (self, column);

  if (self->widths[column] == 0)
    return FALSE;
  return column < PS_PEIL_N_KEYS || (x + self->widths[column] > self->keys_width && x < self->keys_width + self->view_width);
}

static void
place_line (PsPeilGrid *self, const PsPeilLine *line, const gboolean *columns)
{
  int y = self->head_height + (int) line->position * self->row_height - (int) gtk_adjustment_get_value (vertical (self));
  gboolean in_view = y + self->row_height > self->head_height && y < self->head_height + self->view_height;

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      gboolean current = line->position == self->row && i == _ps_peil_column (self->measure, PS_PEIL_ENTERED);

      place (line->cells[i], left_of (self, i), y, self->widths[i], self->row_height, current || (in_view && columns[i]));
    }
  place (line->rule, 0, y + self->row_height - 1, self->keys_width + self->view_width, 1, in_view);
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
      place (self->groups[group], x, 0, width, self->group_height,
             x + width > self->keys_width && x < self->keys_width + self->view_width);
    }
}

static void
place_heads (PsPeilGrid *self, const gboolean *columns)
{
  int bottom = self->head_height + self->view_height;

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      place (self->heads[i], left_of (self, i), self->group_height, self->widths[i], self->head_height - self->group_height,
             columns[i]);
      place (self->stripes[i], left_of (self, i), self->head_height, self->widths[i], self->view_height,
             columns[i] && self->view_height > 0);
      if (i >= PS_PEIL_N_KEYS)
        place (self->totals[i], left_of (self, i), bottom, self->widths[i], self->row_height, columns[i]);
    }
  place (self->totals[PS_PEIL_PROVIDER], 0, bottom, self->keys_width, self->row_height, TRUE);
  place_groups (self);
}

/* At least so wide that a number fits; at the right edge it grows to the left. */
static void
place_editor (PsPeilGrid *self)
{
  int right = self->keys_width + self->view_width, minimum;
  GdkRectangle area;

  if (!self->editing || !_ps_peil_get_area (self, self->row, _ps_peil_column (self->measure, PS_PEIL_ENTERED), &area))
    {
      gtk_widget_set_child_visible (self->editor, FALSE);
      gtk_widget_set_child_visible (self->flag, FALSE);
      gtk_widget_set_child_visible (self->hint, FALSE);
      return;
    }
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (area.width, MAX (minimum, LEAST_EDITOR));
  if (area.x + area.width > right)
    area.x = MAX (0, right - area.width);
  gtk_widget_set_child_visible (self->editor, TRUE);
  gtk_widget_size_allocate (self->editor, &area, -1);
  gtk_widget_measure (self->flag, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  place (self->flag, area.x + 4, area.y, minimum, area.height, self->mark != NULL);
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
  get_view (self, width, height);
  configure (horizontal (self), self->moving_width, self->view_width, STEP);
  configure (vertical (self), rows_height (self), self->view_height, self->row_height);
  if (self->scroll_wanted && self->view_height > 0)
    {
      self->scroll_wanted = FALSE;
      _ps_peil_scroll_to (self, self->row, self->measure);
    }
  place_all (self);
  self->placing = FALSE;
  _ps_peil_bind_soon (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* Drawing: what scrolls is cut off where the headings, keys and totals begin */

static void
draw_columns (PsPeilGrid *self, GtkSnapshot *snapshot, GtkWidget *const *cells, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (gtk_widget_get_child_visible (cells[i]))
      gtk_widget_snapshot_child (GTK_WIDGET (self), cells[i], snapshot);
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
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->head_height, self->keys_width, self->view_height));
  draw_lines (self, snapshot, 0, PS_PEIL_N_KEYS);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (self->keys_width, self->head_height, self->view_width, self->view_height));
  draw_lines (self, snapshot, PS_PEIL_N_KEYS, PS_PEIL_N_COLUMNS);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, self->head_height, self->keys_width + self->view_width, self->view_height));
  draw_rules (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->keys_width, 0, self->view_width, height));
  draw_columns (self, snapshot, self->groups, 0, PS_PEIL_N_GROUPS);
  draw_columns (self, snapshot, self->heads, PS_PEIL_N_KEYS, PS_PEIL_N_COLUMNS);
  draw_columns (self, snapshot, self->totals, PS_PEIL_N_KEYS, PS_PEIL_N_COLUMNS);
  gtk_snapshot_pop (snapshot);
  draw_columns (self, snapshot, self->heads, 0, PS_PEIL_N_KEYS);
  draw_columns (self, snapshot, self->totals, 0, 1);
  if (!self->editing)
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, self->head_height, self->keys_width + self->view_width, self->view_height));
  gtk_widget_snapshot_child (widget, self->editor, snapshot);
  if (gtk_widget_get_child_visible (self->flag))
    gtk_widget_snapshot_child (widget, self->flag, snapshot);
  if (gtk_widget_get_child_visible (self->hint))
    gtk_widget_snapshot_child (widget, self->hint, snapshot);
  gtk_snapshot_pop (snapshot);
}

void
_ps_peil_layout_class (GtkWidgetClass *widget_class)
{
  widget_class->measure = ps_peil_grid_measure;
  widget_class->size_allocate = ps_peil_grid_size_allocate;
  widget_class->snapshot = ps_peil_grid_snapshot;
}

/* Finding */

/* Of a cell, in the grid's own pixels; FALSE: there is no such cell. */
gboolean
_ps_peil_get_area (PsPeilGrid *self, guint row, guint column, GdkRectangle *area)
{
  *area = (GdkRectangle){ 0, 0, 1, 1 };
  if (row >= self->shown->len || self->widths[column] == 0)
    return FALSE;
  area->x = left_of (self, column);
  area->y = self->head_height + (int) row * self->row_height - (int) gtk_adjustment_get_value (vertical (self));
  area->width = self->widths[column];
  area->height = self->row_height;
  return TRUE;
}

gboolean
_ps_peil_find_at (PsPeilGrid *self, double x, double y, guint *row, guint *column)
{
  double down = y - self->head_height + gtk_adjustment_get_value (vertical (self));

  if (y < self->head_height || y >= self->head_height + self->view_height || x < 0 || x >= self->keys_width + self->view_width
      || self->row_height == 0)
    return FALSE;
  *row = (guint) (down / self->row_height);
  for (*column = x < self->keys_width ? 0 : PS_PEIL_N_KEYS; *column < PS_PEIL_N_COLUMNS; (*column)++)
    if (self->widths[*column] > 0 && x >= left_of (self, *column) && x < left_of (self, *column) + self->widths[*column])
      break;
  return *row < self->shown->len && *column < PS_PEIL_N_COLUMNS;
}

/* The cell that is typed into nearest to a point, for a block that is dragged beyond the edge. */
void
_ps_peil_find_near (PsPeilGrid *self, double x, double y, guint *row, PsMeasure *measure)
{
  double down = y - self->head_height + gtk_adjustment_get_value (vertical (self));
  int nearest = G_MAXINT;

  *row = (guint) CLAMP (down / MAX (self->row_height, 1), 0, MAX ((int) self->shown->len - 1, 0));
  for (PsMeasure i = 0; i < PS_N_MEASURES; i++)
    {
      guint column = _ps_peil_column (i, PS_PEIL_ENTERED);
      int left = left_of (self, column), right = left + self->widths[column];
      int distance = x < left ? left - (int) x : x >= right ? (int) x - right + 1 : 0;

      if (distance >= nearest)
        continue;
      nearest = distance;
      *measure = i;
    }
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

/* With what was computed beside it, where that fits. */
void
_ps_peil_scroll_to (PsPeilGrid *self, guint row, PsMeasure measure)
{
  guint entered = _ps_peil_column (measure, PS_PEIL_ENTERED);
  int width = self->widths[entered] + self->widths[entered + 1] + self->widths[entered + 2];

  if (gtk_adjustment_get_page_size (vertical (self)) < 1)
    {
      self->scroll_wanted = TRUE;
      return;
    }
  show_range (horizontal (self), self->lefts[entered], width);
  show_range (vertical (self), (int) row * self->row_height, self->row_height);
}

guint
_ps_peil_rows_in_view (PsPeilGrid *self)
{
  double page = gtk_adjustment_get_page_size (vertical (self));

  return self->row_height > 0 && page >= self->row_height ? (guint) (page / self->row_height) : 1;
}
