/* ps-agreement-grid.c: product groups × municipalities to type into: headings and totals stay in sight, one cell has the focus
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *            ┌ corner ┬ column heads ───▶ ┬ corner_total ┐      parts: -layout places and draws, -show makes the cells and
 *  row heads │        │ cells             │ row totals   │      fills them, -keys moves, -edit is the editor over a cell,
 *          ▼ ├ total… ┼ column totals ──▶ ┼ grand        ┤      -block copies and pastes
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

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

G_DEFINE_FINAL_TYPE_WITH_CODE (PsAgreementGrid, ps_agreement_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

PsGridCell *
_ps_grid_cell_at (PsAgreementGrid *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

/* What a cell's line has of what is edited. */
gint64
_ps_grid_number (PsAgreementGrid *self, guint row, guint column)
{
  const PsAgreementLine *line = ps_agreement_sheet_line (self->sheet, row, column);

  if (line == NULL)
    return PS_NO_NUMBER;
  return self->show == PS_GRID_PLACES ? line->places_milli : line->ceiling_cents;
}

void
_ps_grid_set_problem (PsAgreementGrid *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_signal_emit (self, signals[STATUS_CHANGED], 0);
}

void
_ps_grid_give (PsAgreementGrid *self, GArray *given)
{
  g_signal_emit (self, signals[CELLS_GIVEN], 0, given);
}

void
_ps_grid_get_block (PsAgreementGrid *self, guint *top, guint *left, guint *bottom, guint *right)
{
  *top = MIN (self->row, self->anchor_row);
  *bottom = MAX (self->row, self->anchor_row);
  *left = MIN (self->column, self->anchor_column);
  *right = MAX (self->column, self->anchor_column);
}

void
_ps_grid_move_to (PsAgreementGrid *self, guint row, guint column, gboolean extend)
{
  GtkWidget *cell;

  if (self->n_rows == 0 || self->n_columns == 0)
    return;
  self->row = MIN (row, self->n_rows - 1);
  self->column = MIN (column, self->n_columns - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  _ps_grid_scroll_to (self, self->row, self->column);
  cell = GTK_WIDGET (_ps_grid_cell_at (self, self->row, self->column));
  gtk_widget_set_child_visible (cell, TRUE);
  gtk_widget_grab_focus (cell);
  _ps_grid_show_selection (self);
  if (!self->editing)
    _ps_grid_set_problem (self, NULL);
  g_signal_emit (self, signals[STATUS_CHANGED], 0);
}

/* The sheet */

static void
keep_cell (PsAgreementGrid *self, const PsAgreementSheet *sheet, gint64 group, gint64 municipality)
{
  self->row = self->column = 0;
  for (guint i = 0; i < sheet->rows->len; i++)
    if (ps_region_group (sheet->region, ps_agreement_sheet_group (sheet, i))->id == group)
      self->row = i;
  for (guint i = 0; i < sheet->columns->len; i++)
    if (ps_region_municipality (sheet->region, ps_agreement_sheet_municipality (sheet, i))->id == municipality)
      self->column = i;
  self->anchor_row = self->row;
  self->anchor_column = self->column;
}

static void
rebuild (PsAgreementGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean had_focus = focus != NULL && focus != self->editor;
  gint64 group = self->row < self->row_ids->len ? g_array_index (self->row_ids, gint64, self->row) : 0;
  gint64 municipality = self->column < self->column_ids->len ? g_array_index (self->column_ids, gint64, self->column) : 0;

  _ps_grid_build (self);
  if (self->sheet == NULL)
    return;
  keep_cell (self, self->sheet, group, municipality);
  if (had_focus && self->n_rows > 0 && self->n_columns > 0)
    _ps_grid_move_to (self, self->row, self->column, FALSE);
}

/* The cell that is typed in may be gone: what was typed is not written into another one. */
static void
check_editor (PsAgreementGrid *self)
{
  guint row, column;

  if (self->editing && (!self->editable || !_ps_grid_edited_cell (self, &row, &column)))
    ps_agreement_grid_forget (self);
}

void
ps_agreement_grid_set_sheet (PsAgreementGrid *self, const PsAgreementSheet *sheet, gboolean editable)
{
  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  self->sheet = sheet;
  self->editable = editable;
  if (!_ps_grid_is_built (self))
    rebuild (self);
  check_editor (self);
  if (sheet != NULL)
    {
      _ps_grid_show_texts (self);
      _ps_grid_show_selection (self);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[STATUS_CHANGED], 0);
}

void
ps_agreement_grid_set_show (PsAgreementGrid *self, PsGridShow show)
{
  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  if (self->show == show)
    return;
  if (self->editing && !_ps_grid_commit (self, FALSE))
    ps_agreement_grid_forget (self);
  self->show = show;
  if (self->sheet != NULL)
    _ps_grid_show_texts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[STATUS_CHANGED], 0);
}

PsGridShow
ps_agreement_grid_get_show (PsAgreementGrid *self)
{
  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), PS_GRID_CEILINGS);

  return self->show;
}

void
ps_agreement_grid_set_menu (PsAgreementGrid *self, GMenuModel *menu)
{
  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  g_set_object (&self->menu, menu);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

gboolean
ps_agreement_grid_get_cell (PsAgreementGrid *self, guint *group, guint *municipality)
{
  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), FALSE);

  if (self->sheet == NULL || self->row >= self->n_rows || self->column >= self->n_columns)
    return FALSE;
  *group = ps_agreement_sheet_group (self->sheet, self->row);
  *municipality = ps_agreement_sheet_municipality (self->sheet, self->column);
  return TRUE;
}

gboolean
ps_agreement_grid_focus_cell (PsAgreementGrid *self, guint group, guint municipality)
{
  guint row, column;

  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), FALSE);

  if (self->sheet == NULL)
    return FALSE;
  row = ps_agreement_sheet_find_row (self->sheet, group);
  column = municipality != PS_NONE ? ps_agreement_sheet_find_column (self->sheet, municipality) : 0;
  if (row == PS_NONE || column == PS_NONE)
    return FALSE;
  _ps_grid_move_to (self, row, column, FALSE);
  return TRUE;
}

/**
 * ps_agreement_grid_get_selection:
 *
 * Returns: (transfer full): PsGridGiven of every selected cell, row by row, with what it has now
 */
GArray *
ps_agreement_grid_get_selection (PsAgreementGrid *self)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (PsGridGiven));
  guint top, left, bottom, right;

  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), selected);

  _ps_grid_get_block (self, &top, &left, &bottom, &right);
  for (guint row = top; self->sheet != NULL && row <= bottom && row < self->n_rows; row++)
    for (guint column = left; column <= right && column < self->n_columns; column++)
      {
        PsGridGiven given = { ps_agreement_sheet_group (self->sheet, row), ps_agreement_sheet_municipality (self->sheet, column),
                              _ps_grid_number (self, row, column) };

        g_array_append_val (selected, given);
      }
  return selected;
}

const char *
ps_agreement_grid_get_problem (PsAgreementGrid *self)
{
  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), NULL);

  return self->problem;
}

gboolean
ps_agreement_grid_is_typing (PsAgreementGrid *self)
{
  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), FALSE);

  return self->editing;
}

gboolean
ps_agreement_grid_finish (PsAgreementGrid *self)
{
  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), FALSE);

  return !self->editing || _ps_grid_commit (self, FALSE);
}

/* Properties of GtkScrollable */

static void
set_adjustment (PsAgreementGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment && adjustment != NULL)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, gtk_widget_queue_allocate, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ps_agreement_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (object);

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
ps_agreement_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (object);

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

/* Making and unmaking */

static void
ps_agreement_grid_dispose (GObject *object)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (object);
  GtkWidget *child;

  self->sheet = NULL;
  self->editing = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], gtk_widget_queue_allocate, self);
      g_clear_object (&self->adjustments[i]);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->editor = self->popover = NULL;
  self->n_rows = self->n_columns = 0;
  g_clear_object (&self->menu);
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
  g_free (self->problem);
  G_OBJECT_CLASS (ps_agreement_grid_parent_class)->finalize (object);
}

static void
load_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/peilstok/Peilstok/ui/ps-agreement.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
ps_agreement_grid_class_init (PsAgreementGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ps_agreement_grid_get_property;
  object_class->set_property = ps_agreement_grid_set_property;
  object_class->dispose = ps_agreement_grid_dispose;
  object_class->finalize = ps_agreement_grid_finalize;
  widget_class->focus = _ps_grid_focus;
  _ps_grid_layout_class (widget_class);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[CELLS_GIVEN] = g_signal_new ("cells-given", PS_TYPE_AGREEMENT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_POINTER);
  signals[STATUS_CHANGED] =
      g_signal_new ("status-changed", PS_TYPE_AGREEMENT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "agreementgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  load_style ();
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
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  _ps_grid_add_editor (self);
  _ps_grid_add_controllers (self);
}

GtkWidget *
ps_agreement_grid_new (const char *accessible_name)
{
  GtkWidget *self = g_object_new (PS_TYPE_AGREEMENT_GRID, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  return self;
}
