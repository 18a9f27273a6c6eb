/* ps-agreement-grid.c: product groups × municipalities to type into: headings and totals stay in sight, one cell has the focus
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *            ┌ corner ┬ column heads ───▶ ┬ corner_total ┐      parts: -cells says what is in a cell, -layout places and draws, -show
 *  row heads │        │ cells             │ row totals   │      makes the cells and fills them; the rest is what all grids to type
 *          ▼ ├ total… ┼ column totals ──▶ ┼ grand        ┤      into do
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#include "gui/ps-look.h"

#define LEAST_EDITOR 110 /* pixels: room for € 100.000,00 and more */

G_DEFINE_FINAL_TYPE (PsAgreementGrid, ps_agreement_grid, PS_TYPE_GRID)

/* The sheet */

static void
keep_cell (PsAgreementGrid *self, gint64 group, gint64 municipality)
{
  PsGrid *grid = PS_GRID (self);

  grid->row = grid->column = 0;
  for (guint i = 0; i < grid->n_rows; i++)
    if (g_array_index (self->row_ids, gint64, i) == group)
      grid->row = i;
  for (guint i = 0; i < grid->n_columns; i++)
    if (g_array_index (self->column_ids, gint64, i) == municipality)
      grid->column = i;
  grid->anchor_row = grid->row;
  grid->anchor_column = grid->column;
}

/* Other rows or columns; TRUE: a cell had the focus, which is gone with it. */
static gboolean
rebuild (PsAgreementGrid *self)
{
  PsGrid *grid = PS_GRID (self);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean had_focus = focus != NULL && focus != grid->editor;
  gint64 group = grid->row < self->row_ids->len ? g_array_index (self->row_ids, gint64, grid->row) : 0;
  gint64 municipality = grid->column < self->column_ids->len ? g_array_index (self->column_ids, gint64, grid->column) : 0;

  _ps_agreement_grid_build (self);
  keep_cell (self, group, municipality);
  return had_focus;
}

/* Into sight as soon as the rows and columns have their places. */
static void
return_focus (PsAgreementGrid *self)
{
  _ps_grid_return (PS_GRID (self));
  PS_GRID (self)->scroll_wanted = TRUE;
}

void
ps_agreement_grid_set_sheet (PsAgreementGrid *self, const PsAgreementSheet *sheet, gboolean editable)
{
  PsGrid *grid;
  gboolean had_focus;

  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  grid = PS_GRID (self);
  self->sheet = sheet;
  grid->editable = editable;
  had_focus = !_ps_agreement_grid_is_built (self) && rebuild (self);
  _ps_grid_check_editor (grid);
  if (sheet != NULL)
    {
      _ps_agreement_grid_show_texts (self);
      _ps_agreement_grid_show_selection (self);
    }
  if (had_focus)
    return_focus (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  _ps_grid_tell_status (grid);
}

void
ps_agreement_grid_set_show (PsAgreementGrid *self, PsAgreementShow show)
{
  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  if (self->show == show)
    return;
  if (!ps_grid_finish (PS_GRID (self)))
    ps_grid_forget (PS_GRID (self));
  self->show = show;
  if (self->sheet != NULL)
    _ps_agreement_grid_show_texts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  _ps_grid_tell_status (PS_GRID (self));
}

PsAgreementShow
ps_agreement_grid_get_show (PsAgreementGrid *self)
{
  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), PS_AGREEMENT_SHOW_CEILINGS);

  return self->show;
}

gboolean
ps_agreement_grid_get_cell (PsAgreementGrid *self, guint *group, guint *municipality)
{
  const PsGrid *grid;

  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), FALSE);

  grid = PS_GRID (self);
  if (self->sheet == NULL || grid->row >= grid->n_rows || grid->column >= grid->n_columns)
    return FALSE;
  *group = ps_agreement_sheet_group (self->sheet, grid->row);
  *municipality = ps_agreement_sheet_municipality (self->sheet, grid->column);
  return TRUE;
}

static gboolean
find_cell (PsAgreementGrid *self, guint group, guint municipality, guint *row, guint *column)
{
  if (self->sheet == NULL)
    return FALSE;
  *row = ps_agreement_sheet_find_row (self->sheet, group);
  *column = municipality != PS_NONE ? ps_agreement_sheet_find_column (self->sheet, municipality) : 0;
  return *row != PS_NONE && *column != PS_NONE;
}

gboolean
ps_agreement_grid_focus_cell (PsAgreementGrid *self, guint group, guint municipality)
{
  guint row, column;

  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), FALSE);

  if (!find_cell (self, group, municipality, &row, &column))
    return FALSE;
  if (_ps_grid_is_edited (PS_GRID (self), row, column))
    return _ps_grid_focus_editor (PS_GRID (self));
  if (!ps_grid_finish (PS_GRID (self)) || !find_cell (self, group, municipality, &row, &column))
    return FALSE;
  _ps_grid_move_to (PS_GRID (self), row, column, FALSE);
  return TRUE;
}

/* Making and unmaking */

static void
ps_agreement_grid_dispose (GObject *object)
{
  PS_AGREEMENT_GRID (object)->sheet = NULL;
  G_OBJECT_CLASS (ps_agreement_grid_parent_class)->dispose (object);
}

static void
ps_agreement_grid_finalize (GObject *object)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (object);
  GPtrArray *arrays[] = { self->cells, self->row_heads, self->row_totals, self->column_heads, self->column_totals };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_ptr_array_unref (arrays[i]);
  g_array_unref (self->row_ids);
  g_array_unref (self->column_ids);
  g_free (self->widths);
  G_OBJECT_CLASS (ps_agreement_grid_parent_class)->finalize (object);
}

static void
ps_agreement_grid_class_init (PsAgreementGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ps_agreement_grid_dispose;
  object_class->finalize = ps_agreement_grid_finalize;
  _ps_agreement_grid_cells_class (PS_GRID_CLASS (klass));
  _ps_agreement_grid_layout_class (widget_class, PS_GRID_CLASS (klass));
  g_signal_new ("cells-given", PS_TYPE_AGREEMENT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "agreementgrid");
  ps_look_load ("/org/peilstok/Peilstok/ui/ps-agreement.css");
}

static void
ps_agreement_grid_init (PsAgreementGrid *self)
{
  self->cells = g_ptr_array_new ();
  self->row_heads = g_ptr_array_new ();
  self->row_totals = g_ptr_array_new ();
  self->column_heads = g_ptr_array_new ();
  self->column_totals = g_ptr_array_new ();
  self->row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->column_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  PS_GRID (self)->least_editor = LEAST_EDITOR;
}

GtkWidget *
ps_agreement_grid_new (const char *accessible_name)
{
  GtkWidget *self = g_object_new (PS_TYPE_AGREEMENT_GRID, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  return self;
}
