/* ps-peil-grid-cells.c: what the cells of measurements are: what is entered of a measure of a row that is shown
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-typed.h"

static PsGridKeys
get_keys (PsGrid *grid, guint row, guint column)
{
  return g_array_index (PS_PEIL_GRID (grid)->shown, PsPeilShown, row).keys;
}

static gboolean
is_open (PsGrid *grid, guint row, guint column)
{
  return _ps_peil_is_open (PS_PEIL_GRID (grid), row, (PsMeasure) column);
}

static gint64
get_value (PsGrid *grid, guint row, guint column)
{
  return _ps_peil_row (PS_PEIL_GRID (grid), row)->entered[column];
}

static char *
write_value (PsGrid *grid, guint column, gint64 value)
{
  if (column == PS_MEASURE_REALISED)
    return ps_typed_write_money (value);
  return column == PS_MEASURE_PLACES ? ps_typed_write_volume (value) : ps_typed_write_count (value);
}

static gboolean
understand (PsGrid *grid, guint row, guint column, const char *text, gint64 *value, char **why)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);

  if (!ps_measure_parse ((PsMeasure) column, text, value, why))
    return FALSE;
  if (column == PS_MEASURE_PLACES && *value != PS_NO_NUMBER && !_ps_peil_by_place (self->sheet, _ps_peil_row (self, row)))
    {
      *why = g_strdup (_("This product is not paid by the place."));
      return FALSE;
    }
  return TRUE;
}

static char *
name_cell (PsGrid *grid, guint row, guint column)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);

  return _ps_peil_name_cell (self, _ps_peil_row (self, row), (PsMeasure) column);
}

static char *
describe_cell (PsGrid *grid, guint row, guint column)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);

  return ps_peil_grid_describe (self, _ps_peil_place (self, row), (PsMeasure) column);
}

static const char *
advise_room (PsGrid *grid)
{
  return _("Start further up or to the left, or show more rows.");
}

/* Giving */

static GArray *
as_given (PsPeilGrid *self, const GArray *values)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (PsPeilGiven));

  for (guint i = 0; i < values->len; i++)
    {
      const PsGridValue *one = &g_array_index (values, PsGridValue, i);
      PsPeilGiven add = { _ps_peil_place (self, one->row), (PsMeasure) one->column, one->value };

      g_array_append_val (given, add);
    }
  return given;
}

/* While the page hears of them the sheet still has what was there before; then the cells have the new values, unless another sheet came. */
static void
give (PsGrid *grid, const GArray *values)
{
  PsPeilGrid *self = PS_PEIL_GRID (grid);
  g_autoptr (GArray) given = as_given (self, values);
  guint serial = self->serial;

  g_signal_emit_by_name (self, "cells-given", given);
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
  _ps_grid_tell_status (grid);
}

/**
 * ps_peil_grid_get_selection:
 *
 * Returns: (transfer full): PsPeilGiven of every selected cell, row by row, with what it has now
 */
GArray *
ps_peil_grid_get_selection (PsPeilGrid *self)
{
  g_autoptr (GArray) selected = NULL;

  g_return_val_if_fail (PS_IS_PEIL_GRID (self), NULL);

  selected = _ps_grid_get_selected (PS_GRID (self));
  return as_given (self, selected);
}

void
ps_peil_grid_take_computed (PsPeilGrid *self)
{
  g_autoptr (GArray) selected = NULL;
  PsGrid *grid;
  GArray *values;

  g_return_if_fail (PS_IS_PEIL_GRID (self));

  grid = PS_GRID (self);
  if (!_ps_grid_can_change (grid))
    return;
  selected = _ps_grid_get_selected (grid);
  values = _ps_grid_new_values ();
  for (guint i = 0; i < selected->len; i++)
    {
      const PsGridValue *one = &g_array_index (selected, PsGridValue, i);
      gint64 computed = _ps_peil_row (self, one->row)->computed[one->column];

      if (computed != PS_NO_NUMBER && _ps_grid_is_open (grid, one->row, one->column))
        _ps_grid_add_value (grid, values, one->row, one->column, computed);
    }
  _ps_grid_set_problem (grid, NULL);
  _ps_grid_give (grid, values);
}

void
_ps_peil_cells_class (PsGridClass *grid_class)
{
  grid_class->get_keys = get_keys;
  grid_class->is_open = is_open;
  grid_class->get_value = get_value;
  grid_class->write = write_value;
  grid_class->understand = understand;
  grid_class->name_cell = name_cell;
  grid_class->describe_cell = describe_cell;
  grid_class->advise_room = advise_room;
  grid_class->give = give;
  grid_class->kinds = TRUE;
}
