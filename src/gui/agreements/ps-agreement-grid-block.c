/* ps-agreement-grid-block.c: a block of cells: cleared, copied out, pasted in
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A block is text as spreadsheets have it: rows on lines, cells separated by tabs. It is taken as a whole, or not at all.
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-typed.h"
#include "gui/ps-grid-tools.h"

void
ps_agreement_grid_clear (PsAgreementGrid *self)
{
  g_autoptr (GArray) selected = ps_agreement_grid_get_selection (self);
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PsGridGiven));

  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  for (guint i = 0; i < selected->len; i++)
    {
      PsGridGiven one = g_array_index (selected, PsGridGiven, i);

      if (one.number == PS_NO_NUMBER)
        continue;
      one.number = PS_NO_NUMBER;
      g_array_append_val (given, one);
    }
  if (given->len > 0)
    _ps_grid_give (self, given);
}

/* Owned by the caller. */
char *
ps_agreement_grid_copy_text (PsAgreementGrid *self)
{
  GString *text = g_string_new (NULL);
  guint top, left, bottom, right;

  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), g_string_free (text, FALSE));

  _ps_grid_get_block (self, &top, &left, &bottom, &right);
  for (guint row = top; self->sheet != NULL && row <= bottom && row < self->n_rows; row++)
    {
      if (row > top)
        g_string_append_c (text, '\n');
      for (guint column = left; column <= right && column < self->n_columns; column++)
        {
          gint64 number = _ps_grid_number (self, row, column);
          g_autofree char *cell = self->show == PS_GRID_PLACES ? ps_typed_write_volume (number) : ps_typed_write_money (number);

          if (column > left)
            g_string_append_c (text, '\t');
          if (number != PS_NO_NUMBER)
            g_string_append (text, cell);
        }
    }
  return g_string_free (text, FALSE);
}

/* Pasting */

typedef struct
{
  PsAgreementGrid *grid;
  GArray *given;
  PsGridProblems problems;
} Pasting;

static void
add_cell_problem (Pasting *pasting, guint row, guint column, const char *why)
{
  const PsAgreementSheet *sheet = pasting->grid->sheet;
  g_autofree char *problem =
      g_strdup_printf (_("%s, %s: %s"), ps_region_group (sheet->region, ps_agreement_sheet_group (sheet, row))->code,
                       ps_region_municipality (sheet->region, ps_agreement_sheet_municipality (sheet, column))->name, why);

  ps_grid_add_problem (&pasting->problems, problem);
}

static void
take_cell (Pasting *pasting, guint row, guint column, const char *text)
{
  PsAgreementGrid *self = pasting->grid;
  PsGridGiven given = { ps_agreement_sheet_group (self->sheet, row), ps_agreement_sheet_municipality (self->sheet, column),
                        PS_NO_NUMBER };
  g_autofree char *why = NULL;

  if (!_ps_grid_understand (self, text, &given.number, &why))
    add_cell_problem (pasting, row, column, why);
  else if (self->show == PS_GRID_PLACES && given.number != PS_NO_NUMBER
           && ps_agreement_sheet_line (self->sheet, row, column) == NULL)
    add_cell_problem (pasting, row, column, _("There is no line yet: give its ceiling first, then its places."));
  else if (given.number != _ps_grid_number (self, row, column))
    g_array_append_val (pasting->given, given);
}

static void
check_size (Pasting *pasting, guint n_rows, guint n_columns, guint top, guint left)
{
  PsAgreementGrid *self = pasting->grid;
  g_autofree char *problem = NULL;

  if (top + n_rows <= self->n_rows && left + n_columns <= self->n_columns)
    return;
  problem = g_strdup_printf (_("The block has %u rows and %u columns; from this cell on there are %u and %u. "
                                "Start further up or to the left, or add product groups and municipalities first."),
                             n_rows, n_columns, self->n_rows - top, self->n_columns - left);
  ps_grid_add_problem (&pasting->problems, problem);
}

static void
take_block (Pasting *pasting, GPtrArray *rows, guint top, guint left)
{
  check_size (pasting, rows->len, ps_grid_block_width (rows), top, left);
  if (pasting->problems.n > 0)
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      for (guint j = 0; cells[j] != NULL; j++)
        take_cell (pasting, top + i, left + j, cells[j]);
    }
}

gboolean
ps_agreement_grid_paste_text (PsAgreementGrid *self, const char *text)
{
  g_autoptr (GPtrArray) rows = ps_grid_split_block (text);
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PsGridGiven));
  g_autofree char *problem = NULL;
  Pasting pasting = { self, given, { NULL, 0 } };
  guint top, left, bottom, right;

  g_return_val_if_fail (PS_IS_AGREEMENT_GRID (self), FALSE);

  if (!self->editable || self->sheet == NULL || self->n_rows == 0 || self->n_columns == 0 || !ps_agreement_grid_finish (self))
    return FALSE;
  _ps_grid_get_block (self, &top, &left, &bottom, &right);
  take_block (&pasting, rows, top, left);
  problem = ps_grid_end_problems (&pasting.problems);
  _ps_grid_set_problem (self, problem);
  if (problem != NULL)
    return FALSE;
  if (given->len > 0)
    _ps_grid_give (self, given);
  return TRUE;
}
