/* ps-peil-grid-lines.c: the widgets of the rows in sight; they are given to other rows while scrolling
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A line that is of the row with the cursor stays its line, in sight or not: the focus never passes to another row by itself.
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#define SPARE 3       /* rows above and below those in sight */
#define FIRST_ROWS 32 /* before the grid has a height */

/* Making */

static PsGridCellKind
kind_of (guint column)
{
  if (column < PS_PEIL_N_KEYS)
    return PS_GRID_CELL_ROW;
  return _ps_peil_column_face (column) == PS_PEIL_ENTERED ? PS_GRID_CELL_VALUE : PS_GRID_CELL_PLAIN;
}

static const char *
class_of (guint column)
{
  static const char *const faces[] = { "peil-entered", "peil-computed", "peil-difference" };

  return column < PS_PEIL_N_KEYS ? "peil-key" : faces[_ps_peil_column_face (column)];
}

static GtkWidget *
add_cell (PsPeilGrid *self, PsGridCellKind kind)
{
  GtkWidget *cell = ps_grid_cell_new (kind);

  gtk_widget_insert_before (cell, GTK_WIDGET (self), self->grid.editor);
  return cell;
}

/* Nothing but a background. */
static GtkWidget *
add_surface (PsPeilGrid *self, const char *css_class)
{
  GtkWidget *surface = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (surface, css_class);
  gtk_widget_set_can_target (surface, FALSE);
  gtk_widget_insert_before (surface, GTK_WIDGET (self), self->grid.editor);
  return surface;
}

static PsPeilLine *
add_line (PsPeilGrid *self)
{
  PsPeilLine *line = g_new0 (PsPeilLine, 1);

  line->position = PS_NONE;
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      line->cells[i] = add_cell (self, kind_of (i));
      ps_grid_cell_set_fixed (PS_GRID_CELL (line->cells[i]));
      gtk_widget_add_css_class (line->cells[i], class_of (i));
      gtk_accessible_update_relation (GTK_ACCESSIBLE (line->cells[i]), GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) i + 1, -1);
    }
  line->rule = add_surface (self, "peil-rule");
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
drop_line (PsPeilGrid *self, guint index)
{
  g_autofree PsPeilLine *line = g_ptr_array_steal_index_fast (self->lines, index);

  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    gtk_widget_unparent (line->cells[i]);
  gtk_widget_unparent (line->rule);
}

void
_ps_peil_free_lines (PsPeilGrid *self)
{
  while (self->lines->len > 0)
    drop_line (self, self->lines->len - 1);
}

/* Headings, totals, and what measures texts. */
void
_ps_peil_add_fixed (PsPeilGrid *self)
{
  for (guint i = 0; i < PS_PEIL_N_COLUMNS; i++)
    {
      self->heads[i] = add_cell (self, i < PS_PEIL_N_KEYS ? PS_GRID_CELL_TITLE : PS_GRID_CELL_COLUMN);
      self->totals[i] = add_cell (self, i < PS_PEIL_N_KEYS ? PS_GRID_CELL_TITLE : PS_GRID_CELL_TOTAL);
      gtk_widget_add_css_class (self->heads[i], i < PS_PEIL_N_KEYS ? "peil-title" : "peil-head");
      gtk_widget_add_css_class (self->totals[i], "peil-total");
      self->stripes[i] = add_surface (self, "peil-stripe");
      gtk_widget_add_css_class (self->stripes[i], class_of (i));
      gtk_widget_set_visible (self->totals[i], i == PS_PEIL_PROVIDER || i >= PS_PEIL_N_KEYS);
    }
  for (guint i = 0; i < PS_PEIL_N_GROUPS; i++)
    {
      self->groups[i] = add_cell (self, PS_GRID_CELL_TITLE);
      gtk_widget_add_css_class (self->groups[i], "peil-group");
    }
  self->ruler = add_cell (self, PS_GRID_CELL_PLAIN);
  gtk_widget_add_css_class (self->ruler, "strong"); /* as the widest texts are */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->ruler), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_child_visible (self->ruler, FALSE);
}

/* Which rows have lines */

PsPeilLine *
_ps_peil_find_line (PsPeilGrid *self, guint position)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PsPeilLine *line = g_ptr_array_index (self->lines, i);

      if (line->position == position)
        return line;
    }
  return NULL;
}

/* As many at either end as in the middle: none is made or dropped while scrolling. */
static void
get_range (PsPeilGrid *self, guint *first, guint *n)
{
  double value = gtk_adjustment_get_value (self->grid.adjustments[GTK_ORIENTATION_VERTICAL]);
  guint in_view = self->grid.view_height > 0 ? (guint) (self->grid.view_height / MAX (self->grid.row_height, 1)) + 2 : FIRST_ROWS;
  guint top = self->grid.row_height > 0 ? (guint) (value / self->grid.row_height) : 0;

  *n = MIN (self->grid.n_rows, in_view + 2 * SPARE);
  *first = MIN (top > SPARE ? top - SPARE : 0, self->grid.n_rows - *n);
}

static gboolean
is_wanted (PsPeilGrid *self, guint position, guint first, guint n)
{
  return position < self->grid.n_rows && ((position >= first && position < first + n) || position == self->grid.row);
}

/* A line without a row. */
static PsPeilLine *
take_line (PsPeilGrid *self)
{
  PsPeilLine *line = _ps_peil_find_line (self, PS_NONE);

  return line != NULL ? line : add_line (self);
}

static void
bind_position (PsPeilGrid *self, guint position)
{
  PsPeilLine *line;

  if (_ps_peil_find_line (self, position) != NULL)
    return;
  line = take_line (self);
  line->position = position;
  _ps_peil_show_line (self, line);
}

static void
drop_idle_lines (PsPeilGrid *self)
{
  for (guint i = self->lines->len; i > 0; i--)
    if (((PsPeilLine *) g_ptr_array_index (self->lines, i - 1))->position == PS_NONE)
      drop_line (self, i - 1);
}

void
_ps_peil_bind (PsPeilGrid *self)
{
  guint first, n;

  if (self->placing)
    {
      _ps_peil_bind_soon (self);
      return;
    }
  get_range (self, &first, &n);
  for (guint i = 0; i < self->lines->len; i++)
    {
      PsPeilLine *line = g_ptr_array_index (self->lines, i);

      if (!is_wanted (self, line->position, first, n))
        line->position = PS_NONE;
    }
  for (guint i = first; i < first + n; i++)
    bind_position (self, i);
  if (self->grid.row < self->grid.n_rows)
    bind_position (self, self->grid.row);
  drop_idle_lines (self);
}

void
_ps_peil_bind_again (PsPeilGrid *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PsPeilLine *line = g_ptr_array_index (self->lines, i);

      if (line->position != PS_NONE && line->position < self->grid.n_rows)
        _ps_peil_show_line (self, line);
      else
        line->position = PS_NONE;
    }
  _ps_peil_bind (self);
}

void
_ps_peil_loosen (PsPeilGrid *self, guint was, guint is)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PsPeilLine *line = g_ptr_array_index (self->lines, i);

      line->position = line->position == was && line->position != PS_NONE && is < self->grid.n_rows ? is : PS_NONE;
    }
}

/* Later in the same round: while widgets are placed, none can be made. */

static gboolean
has_range (PsPeilGrid *self)
{
  guint first, n;

  get_range (self, &first, &n);
  for (guint i = first; i < first + n; i++)
    if (_ps_peil_find_line (self, i) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PsPeilGrid *self = PS_PEIL_GRID (widget);

  self->bind_id = 0;
  _ps_peil_bind (self);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

void
_ps_peil_bind_soon (PsPeilGrid *self)
{
  if (self->bind_id == 0 && self->grid.row_height > 0 && !has_range (self))
    self->bind_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

/* For all grids */

PsGridCell *
_ps_peil_find_cursor (PsPeilGrid *self)
{
  PsPeilLine *line = self->grid.row < self->grid.n_rows ? _ps_peil_find_line (self, self->grid.row) : NULL;

  return line != NULL ? PS_GRID_CELL (line->cells[_ps_peil_column ((PsMeasure) self->grid.column, PS_PEIL_ENTERED)]) : NULL;
}

static GtkWidget *
get_cell (PsGrid *grid, guint row, guint column)
{
  PsPeilLine *line = _ps_peil_find_line (PS_PEIL_GRID (grid), row);

  return line != NULL ? line->cells[_ps_peil_column ((PsMeasure) column, PS_PEIL_ENTERED)] : NULL;
}

static void
scrolled (PsGrid *grid)
{
  _ps_peil_bind (PS_PEIL_GRID (grid));
}

void
_ps_peil_lines_class (PsGridClass *grid_class)
{
  grid_class->get_cell = get_cell;
  grid_class->scrolled = scrolled;
}
