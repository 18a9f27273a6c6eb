/* ps-grid-block.c: a block of cells: cleared, copied out, pasted in, filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A block is text as spreadsheets have it: rows on lines, cells separated by tabs. It is taken as a whole or not at all, over the rows that
 * are shown.
 */
#define G_LOG_DOMAIN "peilstok-grid"

#include "ps-grid-private.h"

#include <glib/gi18n-lib.h>

#include "ps-grid-tools.h"

GArray *
_ps_grid_new_values (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PsGridValue));
}

void
_ps_grid_add_value (PsGrid *self, GArray *values, guint row, guint column, gint64 value)
{
  PsGridValue one = { row, column, value };

  if (PS_GRID_GET_CLASS (self)->get_value (self, row, column) != value)
    g_array_append_val (values, one);
}

void
_ps_grid_give (PsGrid *self, GArray *values)
{
  if (values->len > 0)
    PS_GRID_GET_CLASS (self)->give (self, values);
  g_array_unref (values);
}

static gboolean
has_cell (PsGrid *self)
{
  return self->row < self->n_rows && self->column < self->n_columns;
}

/* What was typed may have changed which rows there are. */
gboolean
_ps_grid_can_change (PsGrid *self)
{
  return self->editable && has_cell (self) && ps_grid_finish (self) && has_cell (self);
}

GArray *
_ps_grid_get_selected (PsGrid *self)
{
  PsGridBlock block = _ps_grid_get_block (self);
  GArray *selected = _ps_grid_new_values ();

  for (guint row = block.top; row <= block.bottom && row < self->n_rows; row++)
    for (guint column = block.left; column <= block.right && column < self->n_columns; column++)
      {
        PsGridValue one = { row, column, PS_GRID_GET_CLASS (self)->get_value (self, row, column) };

        g_array_append_val (selected, one);
      }
  return selected;
}

void
ps_grid_clear (PsGrid *self)
{
  g_autoptr (GArray) selected = NULL;
  GArray *values;

  g_return_if_fail (PS_IS_GRID (self));

  if (!_ps_grid_can_change (self))
    return;
  selected = _ps_grid_get_selected (self);
  values = _ps_grid_new_values ();
  for (guint i = 0; i < selected->len; i++)
    {
      const PsGridValue *one = &g_array_index (selected, PsGridValue, i);

      _ps_grid_add_value (self, values, one->row, one->column, PS_NO_NUMBER);
    }
  _ps_grid_set_problem (self, NULL);
  _ps_grid_give (self, values);
}

char *
ps_grid_copy_text (PsGrid *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) selected = NULL;

  g_return_val_if_fail (PS_IS_GRID (self), g_string_free (text, FALSE));

  selected = _ps_grid_get_selected (self);
  for (guint i = 0; i < selected->len; i++)
    {
      const PsGridValue *one = &g_array_index (selected, PsGridValue, i);
      g_autofree char *cell = NULL;

      if (one->value != PS_NO_NUMBER)
        cell = PS_GRID_GET_CLASS (self)->write (self, one->column, one->value);
      if (i > 0)
        g_string_append_c (text, one->row > one[-1].row ? '\n' : '\t');
      g_string_append (text, cell != NULL ? cell : "");
    }
  return g_string_free (text, FALSE);
}

/* Pasting */

typedef struct
{
  PsGrid *grid;
  GPtrArray *rows; /* GStrv */
  PsGridBlock block;
  GArray *values;
  PsGridProblems problems;
} Pasting;

/* `from`: row of the block, from 0. */
static void
add_cell_problem (Pasting *pasting, guint from, guint row, guint column, const char *text, const char *why)
{
  g_autofree char *name = PS_GRID_GET_CLASS (pasting->grid)->name_cell (pasting->grid, row, column);
  g_autofree char *number = g_strdup_printf ("%u", from + 1);
  /* Translators: row of the block, name of the cell (of its row and its column), what is in it, why that is wrong */
  g_autofree char *problem = g_strdup_printf (_("Row %s of the block, for %s, has “%s”: %s"), number, name, text, why);

  ps_grid_add_problem (&pasting->problems, problem);
}

/* What spreadsheets and a grid write where there is nothing to say. */
static gboolean
says_nothing (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  return *bare == '\0' || g_str_equal (bare, "-") || g_str_equal (bare, "–");
}

static void
take_cell (Pasting *pasting, guint from, guint row, guint column, const char *text)
{
  PsGrid *self = pasting->grid;
  g_autofree char *why = NULL;
  gint64 value;

  if (!_ps_grid_is_open (self, row, column) && says_nothing (text))
    return;
  if (PS_GRID_GET_CLASS (self)->understand (self, row, column, text, &value, &why))
    _ps_grid_add_value (self, pasting->values, row, column, value);
  else
    add_cell_problem (pasting, from, row, column, text, why);
}

static void
check_size (Pasting *pasting)
{
  PsGrid *self = pasting->grid;
  guint n_rows = pasting->rows->len, n_columns = ps_grid_block_width (pasting->rows);
  guint rows_left = self->n_rows - pasting->block.top, columns_left = self->n_columns - pasting->block.left;
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns), n_columns);
  g_autofree char *from = NULL, *problem = NULL;

  if (n_rows <= rows_left && n_columns <= columns_left)
    return;
  from = PS_GRID_GET_CLASS (self)->name_cell (self, pasting->block.top, pasting->block.left);
  /* Translators: "3 rows", "2 columns", name of a cell, how many rows and columns there are from it on, what to do */
  problem = g_strdup_printf (_("The block has %s and %s; from %s on, there are %u and %u to be filled in. %s"), rows, columns,
                             from, rows_left, columns_left, PS_GRID_GET_CLASS (self)->advise_room (self));
  ps_grid_add_problem (&pasting->problems, problem);
}

static void
take_block (Pasting *pasting)
{
  check_size (pasting);
  if (pasting->problems.n > 0)
    return;
  for (guint i = 0; i < pasting->rows->len; i++)
    {
      char **cells = g_ptr_array_index (pasting->rows, i);

      for (guint j = 0; cells[j] != NULL; j++)
        take_cell (pasting, i, pasting->block.top + i, pasting->block.left + j, cells[j]);
    }
}

/* One value fills what is selected; cells that are not asked for are passed over, unless it is the only one. */
static void
take_one (Pasting *pasting, const char *text)
{
  PsGrid *self = pasting->grid;
  g_autoptr (GArray) selected = _ps_grid_get_selected (self);

  for (guint i = 0; i < selected->len && pasting->problems.n == 0; i++)
    {
      const PsGridValue *one = &g_array_index (selected, PsGridValue, i);

      if (selected->len == 1 || _ps_grid_is_open (self, one->row, one->column))
        take_cell (pasting, 0, one->row, one->column, text);
    }
}

static gboolean
end_pasting (Pasting *pasting)
{
  g_autofree char *problem = ps_grid_end_problems (&pasting->problems);

  _ps_grid_set_problem (pasting->grid, problem);
  if (problem != NULL)
    g_array_set_size (pasting->values, 0);
  _ps_grid_give (pasting->grid, pasting->values);
  return problem == NULL;
}

gboolean
ps_grid_paste_text (PsGrid *self, const char *text)
{
  g_autoptr (GPtrArray) rows = ps_grid_split_block (text);
  Pasting pasting = { self, rows, { 0, 0, 0, 0 }, NULL, { NULL, 0 } };

  g_return_val_if_fail (PS_IS_GRID (self), FALSE);

  if (!_ps_grid_can_change (self))
    return FALSE;
  pasting.block = _ps_grid_get_block (self);
  pasting.values = _ps_grid_new_values ();
  if (rows->len == 1 && ps_grid_block_width (rows) == 1)
    take_one (&pasting, ((char **) g_ptr_array_index (rows, 0))[0]);
  else
    take_block (&pasting);
  return end_pasting (&pasting);
}

/* Filling */

/* What the cell cannot have is not put into it. */
static void
fill_cell (PsGrid *self, GArray *values, guint row, guint column, gint64 value)
{
  PsGridClass *class = PS_GRID_GET_CLASS (self);
  g_autofree char *text = value != PS_NO_NUMBER ? class->write (self, column, value) : g_strdup ("");
  g_autofree char *why = NULL;
  gint64 understood;

  if (_ps_grid_is_open (self, row, column) && class->understand (self, row, column, text, &understood, &why))
    _ps_grid_add_value (self, values, row, column, understood);
}

/* Of one row alone: what is above it, as spreadsheets do. */
void
ps_grid_fill_down (PsGrid *self)
{
  PsGridBlock block;
  GArray *values;

  g_return_if_fail (PS_IS_GRID (self));

  if (!_ps_grid_can_change (self))
    return;
  block = _ps_grid_get_block (self);
  values = _ps_grid_new_values ();
  if (block.top == block.bottom && block.top > 0)
    block.top--;
  for (guint column = block.left; column <= block.right; column++)
    for (guint row = block.top + 1; row <= block.bottom && _ps_grid_is_open (self, block.top, column); row++)
      fill_cell (self, values, row, column, PS_GRID_GET_CLASS (self)->get_value (self, block.top, column));
  _ps_grid_set_problem (self, NULL);
  _ps_grid_give (self, values);
}
