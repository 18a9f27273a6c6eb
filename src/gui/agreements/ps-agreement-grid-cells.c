/* ps-agreement-grid-cells.c: what the cells of an agreement are: the ceiling or the places of a line, or no line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-typed.h"

static PsGridKeys
get_keys (PsGrid *grid, guint row, guint column)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (grid);

  return (PsGridKeys){ { g_array_index (self->row_ids, gint64, row), g_array_index (self->column_ids, gint64, column), 0 } };
}

static gint64
get_value (PsGrid *grid, guint row, guint column)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (grid);
  const PsAgreementLine *line = ps_agreement_sheet_line (self->sheet, row, column);

  if (line == NULL)
    return PS_NO_NUMBER;
  return self->show == PS_AGREEMENT_SHOW_PLACES ? line->places_milli : line->ceiling_cents;
}

static char *
write_value (PsGrid *grid, guint column, gint64 value)
{
  gboolean places = PS_AGREEMENT_GRID (grid)->show == PS_AGREEMENT_SHOW_PLACES;

  return places ? ps_typed_write_volume (value) : ps_typed_write_money (value);
}

/* Places belong to a line, and a line has a ceiling. */
static const char *
refuse (PsAgreementGrid *self, guint row, guint column, gint64 value)
{
  gboolean places = self->show == PS_AGREEMENT_SHOW_PLACES;

  if (value < 0)
    return places ? _("A number of places is not below zero.") : _("A ceiling is not below zero.");
  if (places && ps_agreement_sheet_line (self->sheet, row, column) == NULL)
    return _("There is no line yet: give its ceiling first, then its places.");
  return NULL;
}

static gboolean
understand (PsGrid *grid, guint row, guint column, const char *text, gint64 *value, char **why)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (grid);
  PsTyped typed = self->show == PS_AGREEMENT_SHOW_PLACES ? ps_typed_volume (text, value, why) : ps_typed_money (text, value, why);

  if (typed == PS_TYPED_EMPTY)
    *value = PS_NO_NUMBER;
  else if (typed == PS_TYPED_OK)
    *why = g_strdup (refuse (self, row, column, *value));
  return typed == PS_TYPED_EMPTY || (typed == PS_TYPED_OK && *why == NULL);
}

static char *
name_cell (PsGrid *grid, guint row, guint column)
{
  const PsAgreementSheet *sheet = PS_AGREEMENT_GRID (grid)->sheet;

  /* Translators: a cell of the grid: product group, municipality */
  return g_strdup_printf (_("%s, %s"), ps_region_group (sheet->region, ps_agreement_sheet_group (sheet, row))->code,
                          ps_region_municipality (sheet->region, ps_agreement_sheet_municipality (sheet, column))->name);
}

static char *
describe_cell (PsGrid *grid, guint row, guint column)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (grid);

  return ps_agreement_grid_describe (self, ps_agreement_sheet_group (self->sheet, row),
                                     ps_agreement_sheet_municipality (self->sheet, column));
}

static const char *
advise_room (PsGrid *grid)
{
  return _("Start further up or to the left, or add product groups and municipalities first.");
}

static GArray *
as_given (PsAgreementGrid *self, const GArray *values)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (PsAgreementGiven));

  for (guint i = 0; i < values->len; i++)
    {
      const PsGridValue *one = &g_array_index (values, PsGridValue, i);
      PsAgreementGiven add = { ps_agreement_sheet_group (self->sheet, one->row),
                               ps_agreement_sheet_municipality (self->sheet, one->column), one->value };

      g_array_append_val (given, add);
    }
  return given;
}

static void
give (PsGrid *grid, const GArray *values)
{
  g_autoptr (GArray) given = as_given (PS_AGREEMENT_GRID (grid), values);

  g_signal_emit_by_name (grid, "cells-given", given);
}

/**
 * ps_agreement_grid_get_selection:
 *
 * Returns: (transfer full): PsAgreementGiven of every selected cell, row by row, with what it has now
 */
GArray *
ps_agreement_grid_get_selection (PsAgreementGrid *self)
{
  g_autoptr (GArray) selected = NULL;

  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), NULL);

  selected = _ps_grid_get_selected (PS_GRID (self));
  return as_given (self, selected);
}

void
_ps_agreement_grid_cells_class (PsGridClass *grid_class)
{
  grid_class->get_keys = get_keys;
  grid_class->get_value = get_value;
  grid_class->write = write_value;
  grid_class->understand = understand;
  grid_class->name_cell = name_cell;
  grid_class->describe_cell = describe_cell;
  grid_class->advise_room = advise_room;
  grid_class->give = give;
}
