/* ps-grid.c: a grid to type into: one cell has the cursor, a block is selected, what is typed is an exact value of one cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Parts: -layout scrolls, places and finds cells, -keys and -pointer move, -edit is the editor over a cell, -block clears, copies, pastes
 * and fills. Where a cell is counted by row and column, only those that are typed into count.
 */
#define G_LOG_DOMAIN "peilstok-grid"

#include "ps-grid-private.h"

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};
enum
{
  STATUS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (PsGrid, ps_grid, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

gboolean
_ps_grid_same_keys (const PsGridKeys *a, const PsGridKeys *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->ids); i++)
    if (a->ids[i] != b->ids[i])
      return FALSE;
  return TRUE;
}

gboolean
_ps_grid_is_empty (PsGrid *self)
{
  return self->n_rows == 0 || self->n_columns == 0;
}

gboolean
_ps_grid_is_open (PsGrid *self, guint row, guint column)
{
  PsGridClass *class = PS_GRID_GET_CLASS (self);

  return class->is_open == NULL || class->is_open (self, row, column);
}

/* What is said */

void
_ps_grid_tell_status (PsGrid *self)
{
  g_signal_emit (self, signals[STATUS_CHANGED], 0);
}

void
_ps_grid_set_problem (PsGrid *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  _ps_grid_tell_status (self);
}

const char *
ps_grid_get_problem (PsGrid *self)
{
  g_return_val_if_fail (PS_IS_GRID (self), NULL);

  return self->problem;
}

/* The cursor and the selection */

PsGridBlock
_ps_grid_get_block (PsGrid *self)
{
  return (PsGridBlock){ MIN (self->row, self->anchor_row), MIN (self->column, self->anchor_column),
                        MAX (self->row, self->anchor_row), MAX (self->column, self->anchor_column) };
}

gboolean
_ps_grid_is_block (PsGrid *self)
{
  return self->row != self->anchor_row || self->column != self->anchor_column;
}

gboolean
_ps_grid_is_selected (PsGrid *self, guint row, guint column)
{
  PsGridBlock block = _ps_grid_get_block (self);

  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
}

void
_ps_grid_select_cell (PsGrid *self, PsGridCell *cell, guint row, guint column)
{
  ps_grid_cell_set_selected (cell, _ps_grid_is_block (self) && _ps_grid_is_selected (self, row, column));
  ps_grid_cell_set_class (cell, "current", row == self->row && column == self->column);
}

/**
 * _ps_grid_move_to:
 * @extend: the selection reaches from its anchor to there; else it is that cell
 *
 * The cell comes into sight and has the focus.
 */
void
_ps_grid_move_to (PsGrid *self, guint row, guint column, gboolean extend)
{
  PsGridClass *class = PS_GRID_GET_CLASS (self);
  GtkWidget *cell;

  if (_ps_grid_is_empty (self))
    return;
  if (class->leave_cell != NULL)
    class->leave_cell (self);
  self->row = MIN (row, self->n_rows - 1);
  self->column = MIN (column, self->n_columns - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  _ps_grid_scroll_to (self, self->row, self->column);
  if (class->scrolled != NULL)
    class->scrolled (self); /* it has a widget by then, also where nothing scrolled */
  cell = class->get_cell (self, self->row, self->column);
  gtk_widget_set_child_visible (cell, TRUE);
  gtk_widget_grab_focus (cell);
  class->show_selection (self);
  if (class->enter_cell != NULL)
    class->enter_cell (self);
  if (!self->editing)
    _ps_grid_set_problem (self, NULL);
  _ps_grid_tell_status (self);
}

void
_ps_grid_return (PsGrid *self)
{
  _ps_grid_move_to (self, self->row, self->column, _ps_grid_is_block (self));
}

void
ps_grid_set_menu (PsGrid *self, GMenuModel *menu)
{
  g_return_if_fail (PS_IS_GRID (self));

  g_set_object (&self->menu, menu);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/* Properties of GtkScrollable */

static void
on_scrolled_cb (PsGrid *self)
{
  PsGridClass *class = PS_GRID_GET_CLASS (self);

  if (class->scrolled != NULL)
    class->scrolled (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drop_adjustment (PsGrid *self, GtkOrientation orientation)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_scrolled_cb, self);
  g_clear_object (&self->adjustments[orientation]);
}

static void
set_adjustment (PsGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment && adjustment != NULL)
    return;
  drop_adjustment (self, orientation);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (on_scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static GtkOrientation
orientation_of (guint id)
{
  return id == PROP_HADJUSTMENT || id == PROP_HSCROLL_POLICY ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
}

static void
ps_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PsGrid *self = PS_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[orientation_of (id)]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[orientation_of (id)]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ps_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PsGrid *self = PS_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, orientation_of (id), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[orientation_of (id)] = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The cells hear of it after the grid: they are measured when they have. */
static void
ps_grid_system_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ps_grid_parent_class)->system_setting_changed (widget, setting);
  PS_GRID (widget)->measure_wanted = TRUE;
  gtk_widget_queue_resize (widget);
}

/* Texts are measured as they will be drawn: not before the grid is in a window, with the window's styles. */
static void
ps_grid_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ps_grid_parent_class)->root (widget);
  PS_GRID (widget)->measure_wanted = TRUE;
}

/* Making and unmaking */

static void
ps_grid_dispose (GObject *object)
{
  PsGrid *self = PS_GRID (object);
  GtkWidget *child;

  self->editing = FALSE;
  self->n_rows = self->n_columns = 0;
  drop_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  drop_adjustment (self, GTK_ORIENTATION_VERTICAL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->editor = self->popover = NULL;
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (ps_grid_parent_class)->dispose (object);
}

static void
ps_grid_finalize (GObject *object)
{
  g_free (PS_GRID (object)->problem);
  G_OBJECT_CLASS (ps_grid_parent_class)->finalize (object);
}

static void
ps_grid_class_init (PsGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ps_grid_get_property;
  object_class->set_property = ps_grid_set_property;
  object_class->dispose = ps_grid_dispose;
  object_class->finalize = ps_grid_finalize;
  widget_class->focus = _ps_grid_focus;
  widget_class->root = ps_grid_root;
  widget_class->system_setting_changed = ps_grid_system_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[STATUS_CHANGED] = g_signal_new ("status-changed", PS_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  g_type_class_unref (g_type_class_ref (PS_TYPE_GRID_CELL)); /* the cells' own look is below that of a kind of grid */
}

static void
ps_grid_init (PsGrid *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  _ps_grid_add_editor (self);
  _ps_grid_add_keys (self);
  _ps_grid_add_pointer (self);
}
