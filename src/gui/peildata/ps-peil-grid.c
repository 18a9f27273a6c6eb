/* ps-peil-grid.c: the measurements of a peildatum to type into: a row a provider × product × municipality, any number of rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *           ┌ groups ─────────────────▶ ┐      parts: -sheet says which rows are shown and sums them, -keep keeps places when they
 *           ├ heads ──────────────────▶ ┤      change, -columns says which columns there is room for, -layout places and draws, -lines gives
 *  keys of  │ cells of a line           │      widgets to the rows in sight, -show fills them, -keys and -pointer move, -edit is the editor
 *  a line ▼ ├ totals ─────────────────▶ ┤      over a cell, -hint says why it asks for a look, -block clears, copies, pastes and fills
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

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
  CELLS_GIVEN,
  STATUS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PsPeilGrid, ps_peil_grid, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
_ps_peil_tell_status (PsPeilGrid *self)
{
  g_signal_emit (self, signals[STATUS_CHANGED], 0);
}

void
_ps_peil_set_problem (PsPeilGrid *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  _ps_peil_tell_status (self);
}

const char *
ps_peil_grid_get_problem (PsPeilGrid *self)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self), NULL);

  return self->problem;
}

/* While the page hears of them the sheet still has what was there before; then the cells have the new values, unless another sheet came. */
void
_ps_peil_give (PsPeilGrid *self, GArray *given)
{
  guint serial = self->serial;

  if (given->len == 0)
    return;
  g_signal_emit (self, signals[CELLS_GIVEN], 0, given);
  if (self->serial != serial)
    return;
  for (guint i = 0; i < given->len; i++)
    {
      const PsPeilGiven *one = &g_array_index (given, PsPeilGiven, i);

      _ps_peil_put_value (self, one->row, one->measure, one->value);
    }
  _ps_peil_show_totals (self);
  _ps_peil_find_mark (self);
  _ps_peil_show_place (self);
  _ps_peil_tell_status (self);
}

void
_ps_peil_get_block (PsPeilGrid *self, guint *top, PsMeasure *left, guint *bottom, PsMeasure *right)
{
  *top = MIN (self->row, self->anchor_row);
  *bottom = MAX (self->row, self->anchor_row);
  *left = MIN (self->measure, self->anchor_measure);
  *right = MAX (self->measure, self->anchor_measure);
}

/* A place is said with the cell of the cursor alone; a mark's reason stays with its cell. */
static void
leave_cell (PsPeilGrid *self)
{
  PsPeilLine *line = self->row < self->shown->len ? _ps_peil_find_line (self, self->row) : NULL;

  if (line != NULL)
    ps_grid_cell_set_description (PS_GRID_CELL (line->cells[_ps_peil_column (self->measure, PS_PEIL_ENTERED)]),
                                  self->mark != NULL ? self->mark : "");
}

void
_ps_peil_move_to (PsPeilGrid *self, guint row, PsMeasure measure, gboolean extend)
{
  GtkWidget *cell;

  if (self->shown->len == 0)
    return;
  leave_cell (self);
  self->row = MIN (row, self->shown->len - 1);
  self->measure = MIN (measure, PS_N_MEASURES - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_measure = self->measure;
    }
  _ps_peil_scroll_to (self, self->row, self->measure);
  _ps_peil_bind (self);
  cell = _ps_peil_find_line (self, self->row)->cells[_ps_peil_column (self->measure, PS_PEIL_ENTERED)];
  gtk_widget_set_child_visible (cell, TRUE);
  gtk_widget_grab_focus (cell);
  _ps_peil_show_selection (self);
  _ps_peil_find_mark (self);
  _ps_peil_show_place (self);
  if (!self->editing)
    _ps_peil_set_problem (self, NULL);
  _ps_peil_tell_status (self);
}

void
ps_peil_grid_set_menu (PsPeilGrid *self, GMenuModel *menu)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  g_set_object (&self->menu, menu);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/* Properties of GtkScrollable */

static void
on_scrolled_cb (PsPeilGrid *self)
{
  _ps_peil_bind (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (PsPeilGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment && adjustment != NULL)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_scrolled_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (on_scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ps_peil_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PsPeilGrid *self = PS_PEIL_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ps_peil_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PsPeilGrid *self = PS_PEIL_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The cells hear of it after the grid: they are measured when they have. */
static void
ps_peil_grid_system_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ps_peil_grid_parent_class)->system_setting_changed (widget, setting);
  PS_PEIL_GRID (widget)->measure_wanted = TRUE;
  gtk_widget_queue_resize (widget);
}

/* Texts are measured as they will be drawn: not before the grid is in a window, with the window's styles. */
static void
ps_peil_grid_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ps_peil_grid_parent_class)->root (widget);
  PS_PEIL_GRID (widget)->measure_wanted = TRUE;
}

/* Making and unmaking */

static void
ps_peil_grid_dispose (GObject *object)
{
  PsPeilGrid *self = PS_PEIL_GRID (object);
  GtkWidget *child;

  self->sheet = NULL;
  self->editing = FALSE;
  _ps_peil_drop_hint (self);
  g_array_set_size (self->shown, 0);
  if (self->bind_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->bind_id);
  self->bind_id = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_scrolled_cb, self);
      g_clear_object (&self->adjustments[i]);
    }
  _ps_peil_free_lines (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->editor = self->popover = NULL;
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (ps_peil_grid_parent_class)->dispose (object);
}

static void
ps_peil_grid_finalize (GObject *object)
{
  PsPeilGrid *self = PS_PEIL_GRID (object);

  g_array_unref (self->shown);
  g_ptr_array_unref (self->lines);
  g_free (self->mark);
  g_free (self->problem);
  G_OBJECT_CLASS (ps_peil_grid_parent_class)->finalize (object);
}

static void
load_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL)
    return;
  g_type_class_unref (g_type_class_ref (PS_TYPE_GRID_CELL)); /* the cells' own style is below this one */
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/peilstok/Peilstok/ui/ps-peil.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
ps_peil_grid_class_init (PsPeilGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ps_peil_grid_get_property;
  object_class->set_property = ps_peil_grid_set_property;
  object_class->dispose = ps_peil_grid_dispose;
  object_class->finalize = ps_peil_grid_finalize;
  widget_class->focus = _ps_peil_focus;
  widget_class->root = ps_peil_grid_root;
  widget_class->system_setting_changed = ps_peil_grid_system_changed;
  _ps_peil_layout_class (widget_class);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[CELLS_GIVEN] =
      g_signal_new ("cells-given", PS_TYPE_PEIL_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[STATUS_CHANGED] =
      g_signal_new ("status-changed", PS_TYPE_PEIL_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "peilgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  load_style ();
}

static void
ps_peil_grid_init (PsPeilGrid *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (PsPeilShown));
  self->lines = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  _ps_peil_add_editor (self);
  _ps_peil_add_fixed (self);
  _ps_peil_add_keys (self);
  _ps_peil_add_pointer (self);
  _ps_peil_add_tooltip (self);
  _ps_peil_show_heads (self);
  _ps_peil_show_totals (self);
}

GtkWidget *
ps_peil_grid_new (const char *accessible_name)
{
  GtkWidget *self = g_object_new (PS_TYPE_PEIL_GRID, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  return self;
}
