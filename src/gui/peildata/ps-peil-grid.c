/* ps-peil-grid.c: the measurements of a peildatum to type into: a row a provider × product × municipality, any number of rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *           ┌ groups ─────────────────▶ ┐      parts: -sheet says which rows are shown and sums them, -keep keeps places when they
 *           ├ heads ──────────────────▶ ┤      change, -columns says which columns there is room for, -layout places and draws, -lines gives
 *  keys of  │ cells of a line           │      widgets to the rows in sight, -show fills them, -cells says what is in a cell, -mark and -hint
 *  a line ▼ ├ totals ─────────────────▶ ┤      why it asks for a look; the rest is what all grids to type into do
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#include "gui/ps-look.h"

#define LEAST_EDITOR 64 /* pixels */

G_DEFINE_FINAL_TYPE (PsPeilGrid, ps_peil_grid, PS_TYPE_GRID)

static void
ps_peil_grid_dispose (GObject *object)
{
  PsPeilGrid *self = PS_PEIL_GRID (object);

  self->sheet = NULL;
  self->grid.editing = FALSE;
  self->grid.n_rows = 0;
  _ps_peil_drop_hint (self);
  g_array_set_size (self->shown, 0);
  if (self->bind_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->bind_id);
  self->bind_id = 0;
  _ps_peil_free_lines (self);
  G_OBJECT_CLASS (ps_peil_grid_parent_class)->dispose (object);
}

static void
ps_peil_grid_finalize (GObject *object)
{
  PsPeilGrid *self = PS_PEIL_GRID (object);

  g_array_unref (self->shown);
  g_ptr_array_unref (self->lines);
  g_free (self->mark);
  G_OBJECT_CLASS (ps_peil_grid_parent_class)->finalize (object);
}

static void
ps_peil_grid_class_init (PsPeilGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PsGridClass *grid_class = PS_GRID_CLASS (klass);

  object_class->dispose = ps_peil_grid_dispose;
  object_class->finalize = ps_peil_grid_finalize;
  _ps_peil_cells_class (grid_class);
  _ps_peil_mark_class (grid_class);
  _ps_peil_layout_class (widget_class, grid_class);
  _ps_peil_lines_class (grid_class);
  _ps_peil_show_class (grid_class);
  g_signal_new ("cells-given", PS_TYPE_PEIL_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "peilgrid");
  ps_look_load ("/org/peilstok/Peilstok/ui/ps-peil.css");
}

static void
ps_peil_grid_init (PsPeilGrid *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (PsPeilShown));
  self->lines = g_ptr_array_new ();
  self->grid.n_columns = PS_N_MEASURES;
  self->grid.least_editor = LEAST_EDITOR;
  _ps_peil_add_flag (self);
  _ps_peil_add_hint (self);
  _ps_peil_add_fixed (self);
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
