/* ps-peil-grid-block.c: a block of cells: cleared, copied out, pasted in, filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Only what is entered takes part. A block is taken as a whole or not at all, over the rows that are shown.
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-typed.h"
#include "gui/ps-grid-tools.h"

typedef struct
{
  guint top;
  guint bottom;
  PsMeasure left;
  PsMeasure right;
} Block;

static Block
get_block (PsPeilGrid *self)
{
  Block block;

  _ps_peil_get_block (self, &block.top, &block.left, &block.bottom, &block.right);
  return block;
}

static GArray *
new_given (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PsPeilGiven));
}

/* Only what changes is given. */
static void
add_given (PsPeilGrid *self, GArray *given, guint position, PsMeasure measure, gint64 value)
{
  PsPeilGiven one = { _ps_peil_place (self, position), measure, value };

  if (_ps_peil_row (self, position)->entered[measure] != value)
    g_array_append_val (given, one);
}

static gboolean
can_change (PsPeilGrid *self)
{
  return self->editable && self->row < self->shown->len && ps_peil_grid_finish (self) && self->row < self->shown->len;
}

void
ps_peil_grid_clear (PsPeilGrid *self)
{
  g_autoptr (GArray) given = new_given ();
  Block block;

  g_return_if_fail (PS_IS_PEIL_GRID (self));

  if (!can_change (self))
    return;
  block = get_block (self);
  for (guint position = block.top; position <= block.bottom; position++)
    for (PsMeasure measure = block.left; measure <= block.right; measure++)
      add_given (self, given, position, measure, PS_NO_NUMBER);
  _ps_peil_set_problem (self, NULL);
  _ps_peil_give (self, given);
}

/* Owned by the caller. */
char *
ps_peil_grid_copy_text (PsPeilGrid *self)
{
  GString *text = g_string_new (NULL);
  Block block;

  g_return_val_if_fail (PS_IS_PEIL_GRID (self), g_string_free (text, FALSE));

  block = get_block (self);
  for (guint position = block.top; position <= block.bottom && position < self->shown->len; position++)
    {
      if (position > block.top)
        g_string_append_c (text, '\n');
      for (PsMeasure measure = block.left; measure <= block.right; measure++)
        {
          g_autofree char *cell = _ps_peil_write (measure, _ps_peil_row (self, position)->entered[measure]);

          if (measure > block.left)
            g_string_append_c (text, '\t');
          g_string_append (text, cell);
        }
    }
  return g_string_free (text, FALSE);
}

/* Pasting */

typedef struct
{
  PsPeilGrid *grid;
  GPtrArray *rows; /* GStrv */
  guint top;
  PsMeasure left;
  GArray *given;
  PsGridProblems problems;
} Pasting;

/* Of the block's row, from one. */
static void
add_cell_problem (Pasting *pasting, guint row, guint position, PsMeasure measure, const char *text, const char *why)
{
  g_autofree char *name = _ps_peil_name_cell (pasting->grid, _ps_peil_place (pasting->grid, position), measure);
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  /* Translators: row of the block, name of the cell (provider, product, municipality, what is measured), what is in it, why that is wrong */
  g_autofree char *problem = g_strdup_printf (_("Row %s of the block, for %s, has “%s”: %s"), number, name, text, why);

  ps_grid_add_problem (&pasting->problems, problem);
}

/* What spreadsheets and this grid write where there is nothing to say. */
static gboolean
says_nothing (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  return *bare == '\0' || g_str_equal (bare, "-") || g_str_equal (bare, "–");
}

static void
take_cell (Pasting *pasting, guint row, guint position, PsMeasure measure, const char *text)
{
  PsPeilGrid *self = pasting->grid;
  g_autofree char *why = NULL;
  gint64 value;

  if (!_ps_peil_is_open (self, position, measure) && says_nothing (text))
    return;
  if (_ps_peil_understand (self, position, measure, text, &value, &why))
    add_given (self, pasting->given, position, measure, value);
  else
    add_cell_problem (pasting, row, position, measure, text, why);
}

static void
check_size (Pasting *pasting)
{
  guint rows_left = pasting->grid->shown->len - pasting->top, columns_left = PS_N_MEASURES - (guint) pasting->left;
  guint n_columns = ps_grid_block_width (pasting->rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", pasting->rows->len), pasting->rows->len);
  g_autofree char *columns = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns), n_columns);
  g_autofree char *from = NULL, *problem = NULL;

  if (pasting->rows->len <= rows_left && n_columns <= columns_left)
    return;
  from = _ps_peil_name_cell (pasting->grid, _ps_peil_place (pasting->grid, pasting->top), pasting->left);
  /* Translators: "3 rows", "2 columns", name of a cell, how many rows and columns there are from it on */
  problem = g_strdup_printf (_("The block has %s and %s; from %s on, %u and %u are shown to be filled in. "
                                "Start further up or to the left, or show more rows."),
                             rows, columns, from, rows_left, columns_left);
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
        take_cell (pasting, i, pasting->top + i, pasting->left + j, cells[j]);
    }
}

/* One value fills what is selected; cells that are not asked for are passed over, unless it is the only one. */
static void
take_one (Pasting *pasting, const Block *block, const char *text)
{
  gboolean alone = block->top == block->bottom && block->left == block->right;

  for (guint position = block->top; position <= block->bottom && pasting->problems.n == 0; position++)
    for (PsMeasure measure = block->left; measure <= block->right; measure++)
      if (alone || _ps_peil_is_open (pasting->grid, position, measure))
        take_cell (pasting, 0, position, measure, text);
}

static gboolean
end_pasting (Pasting *pasting)
{
  g_autofree char *problem = ps_grid_end_problems (&pasting->problems);

  _ps_peil_set_problem (pasting->grid, problem);
  if (problem != NULL)
    return FALSE;
  _ps_peil_give (pasting->grid, pasting->given);
  return TRUE;
}

gboolean
ps_peil_grid_paste_text (PsPeilGrid *self, const char *text)
{
  g_autoptr (GPtrArray) rows = ps_grid_split_block (text);
  g_autoptr (GArray) given = new_given ();
  Pasting pasting = { self, rows, 0, 0, given, { NULL, 0 } };
  Block block;

  g_return_val_if_fail (PS_IS_PEIL_GRID (self), FALSE);

  if (!can_change (self))
    return FALSE;
  block = get_block (self);
  pasting.top = block.top;
  pasting.left = block.left;
  if (rows->len == 1 && ps_grid_block_width (rows) == 1)
    take_one (&pasting, &block, ((char **) g_ptr_array_index (rows, 0))[0]);
  else
    take_block (&pasting);
  return end_pasting (&pasting);
}

/* Filling */

/* Of one row alone: what is above it, as spreadsheets do. */
void
ps_peil_grid_fill_down (PsPeilGrid *self)
{
  g_autoptr (GArray) given = new_given ();
  Block block;

  g_return_if_fail (PS_IS_PEIL_GRID (self));

  if (!can_change (self))
    return;
  block = get_block (self);
  if (block.top == block.bottom && block.top > 0)
    block.top--;
  for (PsMeasure measure = block.left; measure <= block.right; measure++)
    for (guint position = block.top + 1; position <= block.bottom && _ps_peil_is_open (self, block.top, measure); position++)
      if (_ps_peil_is_open (self, position, measure))
        add_given (self, given, position, measure, _ps_peil_row (self, block.top)->entered[measure]);
  _ps_peil_set_problem (self, NULL);
  _ps_peil_give (self, given);
}

void
ps_peil_grid_take_computed (PsPeilGrid *self)
{
  g_autoptr (GArray) given = new_given ();
  Block block;

  g_return_if_fail (PS_IS_PEIL_GRID (self));

  if (!can_change (self))
    return;
  block = get_block (self);
  for (guint position = block.top; position <= block.bottom; position++)
    for (PsMeasure measure = block.left; measure <= block.right; measure++)
      {
        gint64 computed = _ps_peil_row (self, position)->computed[measure];

        if (computed != PS_NO_NUMBER && _ps_peil_is_open (self, position, measure))
          add_given (self, given, position, measure, computed);
      }
  _ps_peil_set_problem (self, NULL);
  _ps_peil_give (self, given);
}
