/* ps-pdf-table.c: a table on paper: its rows, how high they are, and how they are drawn
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

#define AIR 2.4 /* above and below the letters of a row */

static void
row_free (PsPdfRow *row)
{
  guint n = row->cells != NULL ? g_strv_length (row->cells) + (row->notes != NULL ? row->notes->len : 0) : 0;

  for (guint i = 0; row->lines != NULL && i < n; i++)
    ps_pdf_lines_free (row->lines[i]);
  g_free (row->lines);
  g_strfreev (row->cells);
  g_clear_pointer (&row->notes, g_ptr_array_unref);
  g_free (row);
}

/**
 * ps_pdf_row_new: texts are copied; NULL cells are empty.
 */
PsPdfRow *
ps_pdf_row_new (const char *const *cells, guint n_cells, gboolean total)
{
  PsPdfRow *row = g_new0 (PsPdfRow, 1);

  row->cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    row->cells[i] = ps_pdf_clean (cells[i], FALSE);
  row->total = total;
  return row;
}

PsPdfTable *
ps_pdf_table_new (const PsPdfColumn *columns, guint n_columns)
{
  PsPdfTable *table = g_new0 (PsPdfTable, 1);
  g_autofree const char **headings = g_new0 (const char *, n_columns);

  table->n_columns = n_columns;
  table->weights = g_new0 (double, n_columns);
  table->aligns = g_new0 (PsPdfAlign, n_columns);
  table->x = g_new0 (double, n_columns);
  table->widths = g_new0 (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      headings[i] = columns[i].heading;
      table->weights[i] = columns[i].weight;
      table->aligns[i] = columns[i].align;
    }
  table->heading = ps_pdf_row_new (headings, n_columns, FALSE);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return table;
}

void
ps_pdf_table_free (PsPdfTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  row_free (table->heading);
  g_free (table->weights);
  g_free (table->aligns);
  g_free (table->x);
  g_free (table->widths);
  g_free (table);
}

/**
 * ps_pdf_table_has_heading: whether any column has one.
 */
gboolean
ps_pdf_table_has_heading (const PsPdfTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (*table->heading->cells[i] != '\0')
      return TRUE;
  return FALSE;
}

guint
ps_pdf_row_n_notes (const PsPdfRow *row)
{
  return row->notes != NULL ? row->notes->len : 0;
}

static int
n_cell_lines (const PsPdfTable *table, const PsPdfRow *row)
{
  int n = 1;

  for (guint i = 0; i < table->n_columns; i++)
    n = MAX (n, row->lines[i]->n_lines);
  return n;
}

/**
 * ps_pdf_row_n_lines: of its highest cell, and of its notes below it.
 */
int
ps_pdf_row_n_lines (const PsPdfTable *table, const PsPdfRow *row)
{
  int n = n_cell_lines (table, row);

  for (guint i = 0; i < ps_pdf_row_n_notes (row); i++)
    n += row->lines[table->n_columns + i]->n_lines;
  return n;
}

/* How many of the lines from `first` on fall within the part that begins at `start`. */
static int
lines_within (int first, int n, int start, int length)
{
  return CLAMP (first + n, start, start + length) - CLAMP (first, start, start + length);
}

static double
cell_leading (const PsPdfTable *table, const PsPdfRow *row)
{
  return ps_pdf_lines_leading (row->lines[0]);
}

/**
 * ps_pdf_row_height: of `n` of its lines from `first` on, with the air around them.
 */
double
ps_pdf_row_height (const PsPdfTable *table, const PsPdfRow *row, int first, int n)
{
  int cells = n_cell_lines (table, row), start = cells;
  double height = 2 * AIR + lines_within (first, n, 0, cells) * cell_leading (table, row);

  for (guint i = 0; i < ps_pdf_row_n_notes (row); i++)
    {
      const PsPdfLines *note = row->lines[table->n_columns + i];

      height += lines_within (first, n, start, note->n_lines) * ps_pdf_lines_leading (note);
      start += note->n_lines;
    }
  return height;
}

/* A heading that is repeated on a next page is there for the eye only. */
static void
begin_tag (PsPdfPress *press, const char *tag, gboolean repeated)
{
  if (!repeated)
    ps_pdf_tag_begin (press, tag);
}

static void
end_tag (PsPdfPress *press, const char *tag, gboolean repeated)
{
  if (!repeated)
    ps_pdf_tag_end (press, tag);
}

static void
draw_cells (PsPdfPress *press, const PsPdfTable *table, const PsPdfRow *row, int first, int n, double y, gboolean repeated)
{
  gboolean heading = row == table->heading;
  int most = n_cell_lines (table, row);

  begin_tag (press, "TR", repeated);
  for (guint i = 0; i < table->n_columns; i++)
    {
      /* Headings of one line stand above their column, at the foot of those of two. */
      int lower = heading ? most - row->lines[i]->n_lines : 0;

      begin_tag (press, heading ? "TH" : "TD", repeated);
      ps_pdf_lines_draw (press, row->lines[i], first, n, table->x[i], y + lower * cell_leading (table, row));
      end_tag (press, heading ? "TH" : "TD", repeated);
    }
  end_tag (press, "TR", repeated);
}

static double
draw_note (PsPdfPress *press, const PsPdfLines *note, int first, int n, double x, double y)
{
  ps_pdf_tag_begin (press, "TR");
  ps_pdf_tag_begin (press, "TD");
  ps_pdf_lines_draw (press, note, first, n, x, y);
  ps_pdf_tag_end (press, "TD");
  ps_pdf_tag_end (press, "TR");
  return y + n * ps_pdf_lines_leading (note);
}

static void
draw_notes (PsPdfPress *press, const PsPdfTable *table, const PsPdfRow *row, int first, int n, double y)
{
  int start = n_cell_lines (table, row);

  for (guint i = 0; i < ps_pdf_row_n_notes (row); i++)
    {
      const PsPdfLines *note = row->lines[table->n_columns + i];
      int within = lines_within (first, n, start, note->n_lines);

      if (within > 0)
        y = draw_note (press, note, MAX (first - start, 0), within, table->note_x, y);
      start += note->n_lines;
    }
}

/**
 * ps_pdf_row_draw: `n` of its lines from `first` on, the top at y.
 * @repeated: the heading, once more on a next page
 */
void
ps_pdf_row_draw (PsPdfPress *press, const PsPdfTable *table, const PsPdfRow *row, int first, int n, double y, gboolean repeated)
{
  int within = lines_within (first, n, 0, n_cell_lines (table, row));
  double bottom = y + ps_pdf_row_height (table, row, first, n);

  if (row->total)
    ps_pdf_rule (press, press->style.foreground, 0.7, y);
  else
    ps_pdf_rule (press, row == table->heading ? press->style.rule : press->style.grid, row == table->heading ? 0.8 : 0.5, bottom);
  if (within > 0)
    draw_cells (press, table, row, first, within, y + AIR, repeated);
  draw_notes (press, table, row, first, n, y + AIR + within * cell_leading (table, row));
}
