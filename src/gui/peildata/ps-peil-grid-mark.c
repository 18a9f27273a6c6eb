/* ps-peil-grid-mark.c: why what is typed, or what is in the cell with the cursor, asks for a look
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Said before it is given, with a frame and a sign in the editor and, when somebody stops typing, in words beside it. Nothing is refused.
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

static char *
find_why (PsPeilGrid *self)
{
  const PsGrid *grid = PS_GRID (self);
  PsMeasure measure = (PsMeasure) grid->column;
  PsPeilRow as_typed;
  char *why = NULL;

  if (grid->row >= grid->n_rows || (grid->editing && !grid->edit_understood))
    return NULL;
  as_typed = *_ps_peil_row (self, grid->row);
  if (grid->editing)
    as_typed.entered[measure] = grid->edit_value;
  if (ps_peil_row_deviation (self->sheet, &as_typed, measure, &why) == PS_DEVIATION_NONE)
    g_clear_pointer (&why, g_free);
  return why;
}

/* Of what is typed, before it is given; else of the cell with the cursor. */
void
_ps_peil_find_mark (PsPeilGrid *self)
{
  const PsGrid *grid = PS_GRID (self);
  g_autofree char *why = find_why (self);
  gboolean flag = grid->editing && why != NULL;

  g_free (self->mark);
  self->mark = g_steal_pointer (&why);
  if (flag)
    gtk_widget_add_css_class (grid->editor, "peil-mark");
  else
    gtk_widget_remove_css_class (grid->editor, "peil-mark");
  if (flag == gtk_widget_get_visible (self->flag))
    return;
  gtk_widget_set_visible (self->flag, flag);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * ps_peil_grid_get_mark: why the cell with the focus asks for a look, or what is typed in it now
 *
 * Returns: (nullable) (transfer none): translated
 */
const char *
ps_peil_grid_get_mark (PsPeilGrid *self)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self), NULL);

  return self->mark;
}

static const char *
remark (PsGrid *grid)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);

  _ps_peil_find_mark (self);
  return self->mark;
}

static void
typed (PsGrid *grid, const char *said)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);

  _ps_peil_show_hint (self, said);
  _ps_peil_show_row (self, grid->row);
  if (!grid->editing)
    _ps_peil_show_place (self);
}

void
_ps_peil_add_flag (PsPeilGrid *self)
{
  self->flag = gtk_label_new ("◆");
  gtk_widget_add_css_class (self->flag, "peil-flag");
  gtk_widget_set_can_target (self->flag, FALSE);
  gtk_widget_set_visible (self->flag, FALSE);
  gtk_widget_set_parent (self->flag, GTK_WIDGET (self));
}

void
_ps_peil_mark_class (PsGridClass *grid_class)
{
  grid_class->remark = remark;
  grid_class->typed = typed;
}
