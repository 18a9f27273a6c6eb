/* ps-peil-grid-keep.c: another sheet, or other rows of it: focus, selection, what is typed and what is in sight stay with their rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The sheet that was shown before may be gone by now: only the keys that were noted of its rows are looked at.
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

static const PsGridKeys *
keys_at (GArray *shown, guint position)
{
  return &g_array_index (shown, PsPeilShown, position).keys;
}

/* The position of a row; PS_NONE: it is not among them. */
static guint
find_keys (GArray *shown, const PsGridKeys *keys)
{
  for (guint i = 0; i < shown->len; i++)
    if (_ps_grid_same_keys (keys_at (shown, i), keys))
      return i;
  return PS_NONE;
}

/* A block stays selected while the same rows make it up: what is done to it later is done to rows that were chosen. */
static gboolean
is_same_block (GArray *before, guint top, guint bottom, GArray *after, guint new_top)
{
  if (new_top == PS_NONE || new_top + (bottom - top) >= after->len)
    return FALSE;
  for (guint i = 0; i <= bottom - top; i++)
    if (!_ps_grid_same_keys (keys_at (before, top + i), keys_at (after, new_top + i)))
      return FALSE;
  return TRUE;
}

/* The row that takes the place of one that is gone: the next one of those before that is still there, or the last. */
static guint
find_next (PsPeilGrid *self, GArray *before, guint was)
{
  for (guint i = was; i < before->len && i < was + 50; i++)
    {
      guint found = find_keys (self->shown, keys_at (before, i));

      if (found != PS_NONE)
        return found;
    }
  return self->shown->len > 0 ? MIN (was, self->shown->len - 1) : 0;
}

static void
keep_place (PsPeilGrid *self, GArray *before)
{
  guint was = self->grid.row, top = MIN (self->grid.row, self->grid.anchor_row),
        bottom = MAX (self->grid.row, self->grid.anchor_row);
  guint found = was < before->len ? find_keys (self->shown, keys_at (before, was)) : PS_NONE;
  guint new_top = found != PS_NONE && found + top >= was ? found + top - was : PS_NONE;

  if (found != PS_NONE && is_same_block (before, top, bottom, self->shown, new_top))
    self->grid.anchor_row = new_top + (self->grid.anchor_row - top);
  else
    {
      if (found == PS_NONE)
        found = find_next (self, before, was);
      self->grid.anchor_row = found;
      self->grid.anchor_column = self->grid.column;
    }
  self->grid.row = found;
  _ps_peil_loosen (self, was, found);
}

/* What was in sight stays where it is on the screen, though rows come and go above it. */
static void
keep_scrolled (PsPeilGrid *self, GArray *before, guint row_before)
{
  GtkAdjustment *adjustment = self->grid.adjustments[GTK_ORIENTATION_VERTICAL];
  double value = gtk_adjustment_get_value (adjustment);
  guint first, seen, now = PS_NONE;

  if (self->grid.row_height == 0 || self->grid.view_height == 0)
    return;
  first = (guint) (value / self->grid.row_height);
  seen = row_before >= first && row_before <= first + _ps_grid_rows_in_view (PS_GRID (self)) ? row_before : first;
  if (seen == row_before)
    now = self->grid.row;
  else if (seen < before->len)
    now = find_keys (self->shown, keys_at (before, seen));
  _ps_grid_configure_rows (PS_GRID (self));
  if (now != PS_NONE)
    gtk_adjustment_set_value (adjustment, value + ((double) now - seen) * self->grid.row_height);
}

/* Where the focus was in the grid it stays in it, also while there is no row. */
static void
keep_focus (PsPeilGrid *self, gboolean had_focus)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), self->shown->len == 0);
  if (!had_focus || self->grid.editing)
    return;
  if (self->shown->len == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL
           || !gtk_widget_is_focus (GTK_WIDGET (_ps_peil_find_cursor (self))))
    _ps_grid_return (PS_GRID (self));
}

static gboolean
has_focus (PsPeilGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

static void
show_rows_again (PsPeilGrid *self, gboolean measure)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->shown);
  gboolean had_focus = has_focus (self);
  guint row_before = self->grid.row;

  _ps_peil_fill_shown (self);
  keep_place (self, before);
  if (measure)
    _ps_peil_measure_columns (self);
  keep_scrolled (self, before, row_before);
  _ps_grid_check_editor (PS_GRID (self));
  _ps_peil_show_heads (self);
  _ps_peil_bind_again (self);
  _ps_peil_show_totals (self);
  _ps_peil_find_mark (self);
  keep_focus (self, had_focus);
  _ps_peil_show_place (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  _ps_grid_tell_status (PS_GRID (self));
}

void
ps_peil_grid_set_sheet (PsPeilGrid *self, PsPeilSheet *sheet, gboolean editable)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  self->sheet = sheet;
  self->serial++;
  self->grid.editable = editable;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
  show_rows_again (self, TRUE);
}

void
ps_peil_grid_set_match (PsPeilGrid *self, PsPeilMatch match, gpointer user_data)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  self->match = match;
  self->match_data = user_data;
  show_rows_again (self, FALSE);
}

void
ps_peil_grid_rematch (PsPeilGrid *self)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  show_rows_again (self, FALSE);
}
