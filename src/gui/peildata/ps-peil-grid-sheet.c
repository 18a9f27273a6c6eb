/* ps-peil-grid-sheet.c: which rows of the sheet are shown, and what they add up to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

/* Rows and their keys */

PsGridKeys
_ps_peil_keys (const PsPeilSheet *sheet, const PsPeilRow *row)
{
  return (PsGridKeys){ { ps_region_provider (sheet->region, row->provider)->id,
                         ps_region_product (sheet->region, row->product)->id,
                         ps_region_municipality (sheet->region, row->municipality)->id } };
}

/* Place in the sheet of a row that is shown. */
guint
_ps_peil_place (PsPeilGrid *self, guint position)
{
  return g_array_index (self->shown, PsPeilShown, position).row;
}

PsPeilRow *
_ps_peil_row (PsPeilGrid *self, guint position)
{
  return &g_array_index (self->sheet->rows, PsPeilRow, _ps_peil_place (self, position));
}

gboolean
_ps_peil_by_place (const PsPeilSheet *sheet, const PsPeilRow *row)
{
  return ps_region_product (sheet->region, row->product)->funding == PS_FUNDING_PLEK;
}

/* Whether a cell is typed into: places only where the product is paid by them, or to take away what should not have been there. */
gboolean
_ps_peil_is_open (PsPeilGrid *self, guint position, PsMeasure measure)
{
  const PsPeilRow *row = _ps_peil_row (self, position);

  return measure != PS_MEASURE_PLACES || row->entered[measure] != PS_NO_NUMBER || _ps_peil_by_place (self->sheet, row);
}

/* Position of a place in the sheet; PS_NONE: it is not shown. */
static guint
find_place (PsPeilGrid *self, guint row)
{
  guint from = 0, to = self->grid.n_rows;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (_ps_peil_place (self, middle) < row)
        from = middle + 1;
      else
        to = middle;
    }
  return from < self->grid.n_rows && _ps_peil_place (self, from) == row ? from : PS_NONE;
}

/* Sums */

static void
add_to_sum (PsPeilSum *sum, gint64 value, int times)
{
  if (value == PS_NO_NUMBER)
    return;
  sum->sum += times * (PsWide) value;
  sum->n = (guint) ((int) sum->n + times);
}

static void
add_row (PsPeilGrid *self, const PsPeilRow *row, int times)
{
  for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
    {
      add_to_sum (&self->sums[measure][PS_PEIL_ENTERED], row->entered[measure], times);
      add_to_sum (&self->sums[measure][PS_PEIL_COMPUTED], row->computed[measure], times);
    }
}

/**
 * ps_peil_grid_get_total: PS_NO_NUMBER where nothing is shown to add up, and of waiting days: a sum of means says nothing
 */
gint64
ps_peil_grid_get_total (PsPeilGrid *self, PsMeasure measure, gboolean computed)
{
  const PsPeilSum *sum;

  g_return_val_if_fail (PS_IS_PEIL_GRID (self) && measure < PS_N_MEASURES, PS_NO_NUMBER);

  sum = &self->sums[measure][computed ? PS_PEIL_COMPUTED : PS_PEIL_ENTERED];
  if (sum->n == 0 || measure == PS_MEASURE_WAITING_DAYS || sum->sum > G_MAXINT64 || sum->sum <= G_MININT64)
    return PS_NO_NUMBER;
  return (gint64) sum->sum;
}

/* Which rows are shown */

void
_ps_peil_fill_shown (PsPeilGrid *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (PsPeilShown));
  memset (self->sums, 0, sizeof self->sums);
  for (guint i = 0; self->sheet != NULL && i < self->sheet->rows->len; i++)
    {
      const PsPeilRow *row = &g_array_index (self->sheet->rows, PsPeilRow, i);
      PsPeilShown one = { i, _ps_peil_keys (self->sheet, row) };

      if (self->match != NULL && !self->match (row, i, self->match_data)
          && !(self->grid.editing && _ps_grid_same_keys (&one.keys, &self->grid.edit_keys)))
        continue;
      g_array_append_val (self->shown, one);
      add_row (self, row, 1);
    }
  self->grid.n_rows = self->shown->len;
}

void
ps_peil_grid_refresh (PsPeilGrid *self)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  memset (self->sums, 0, sizeof self->sums);
  for (guint i = 0; i < self->grid.n_rows; i++)
    add_row (self, _ps_peil_row (self, i), 1);
  _ps_peil_measure_columns (self);
  _ps_peil_show_heads (self);
  _ps_peil_bind_again (self);
  _ps_peil_show_totals (self);
  _ps_peil_find_mark (self);
  _ps_peil_show_place (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
ps_peil_grid_get_n_shown (PsPeilGrid *self)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self), 0);

  return self->grid.n_rows;
}

guint
ps_peil_grid_get_shown (PsPeilGrid *self, guint position)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self) && position < self->grid.n_rows, PS_NONE);

  return _ps_peil_place (self, position);
}

/* Values */

/* Without the totals: of several cells they are shown once. */
void
_ps_peil_put_value (PsPeilGrid *self, guint row, PsMeasure measure, gint64 value)
{
  PsPeilRow *changed = &g_array_index (self->sheet->rows, PsPeilRow, row);
  guint position = find_place (self, row);

  if (position != PS_NONE)
    {
      add_to_sum (&self->sums[measure][PS_PEIL_ENTERED], changed->entered[measure], -1);
      add_to_sum (&self->sums[measure][PS_PEIL_ENTERED], value, 1);
    }
  changed->entered[measure] = value;
  _ps_peil_widen (self, measure, changed);
  if (position != PS_NONE)
    _ps_peil_show_row (self, position);
}

void
ps_peil_grid_put (PsPeilGrid *self, guint row, PsMeasure measure, gint64 value)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self) && self->sheet != NULL && row < self->sheet->rows->len && measure < PS_N_MEASURES);

  _ps_peil_put_value (self, row, measure, value);
  _ps_peil_show_totals (self);
  _ps_peil_find_mark (self);
}

/* Places in the sheet */

gboolean
ps_peil_grid_get_cell (PsPeilGrid *self, guint *row, PsMeasure *measure)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self), FALSE);

  if (self->grid.row >= self->grid.n_rows)
    return FALSE;
  *row = _ps_peil_place (self, self->grid.row);
  *measure = (PsMeasure) self->grid.column;
  return TRUE;
}

gboolean
ps_peil_grid_focus_cell (PsPeilGrid *self, guint row, PsMeasure measure)
{
  PsGrid *grid;
  guint position;

  g_return_val_if_fail (PS_IS_PEIL_GRID (self) && measure < PS_N_MEASURES, FALSE);

  grid = PS_GRID (self);
  position = find_place (self, row);
  if (position == PS_NONE)
    return FALSE;
  if (_ps_grid_is_edited (grid, position, measure))
    return _ps_grid_focus_editor (grid);
  if (!ps_grid_finish (grid))
    return FALSE;
  position = find_place (self, row);
  if (position != PS_NONE)
    _ps_grid_move_to (grid, position, measure, FALSE);
  return position != PS_NONE;
}
