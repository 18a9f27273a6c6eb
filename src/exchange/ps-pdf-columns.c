/* ps-pdf-columns.c: how wide the columns of a table are, and how large its letters
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Numbers are never broken: a column of them is as wide as the widest. Texts are, where there is no room. Where not even the longest words
 * fit, the letters of the whole table become smaller.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

#define GAP 8.0            /* between columns */
#define ROOMY_TEXT 76.0    /* a column of texts does not become narrower than this before letters become smaller */
#define LONGEST_WORD 110.0 /* a longer one is broken */
#define NUMBER_WEIGHT 0.25
#define NOTE_SIZE 8.0
#define HEADING_SIZE 8.0

static const double sizes[] = { 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5 };

static void
make_lines (PsPdfPress *press, const PsPdfTable *table, PsPdfRow *row)
{
  gboolean heading = row == table->heading;
  PsPdfFont font = { heading ? HEADING_SIZE : sizes[0], heading || row->total, heading ? PS_PDF_DIM : PS_PDF_INK };
  PsPdfFont small = { NOTE_SIZE, FALSE, PS_PDF_DIM };

  row->lines = g_new0 (PsPdfLines *, table->n_columns + ps_pdf_row_n_notes (row));
  for (guint i = 0; i < table->n_columns; i++)
    row->lines[i] = ps_pdf_lines_new (press, &font, table->aligns[i], row->cells[i]);
  for (guint i = 0; i < ps_pdf_row_n_notes (row); i++)
    row->lines[table->n_columns + i] = ps_pdf_lines_new (press, &small, PS_PDF_LEFT, g_ptr_array_index (row->notes, i));
}

/* What a column needs at least, and what it would like to have. */
typedef struct
{
  double least;
  double natural; /* to break none of its cells */
  double heading; /* nor its heading */
} Need;

/* The width of a text at the largest letters: headings are smaller than these, and shrink later. */
static double
enlarge (const PsPdfLines *lines, double width)
{
  return width * sizes[0] / lines->font.size;
}

static void
add_cell (Need *need, const PsPdfLines *lines)
{
  double natural = enlarge (lines, ps_pdf_lines_natural (lines)), least = natural;

  if (lines->align == PS_PDF_LEFT && natural > need->least)
    least = MIN (enlarge (lines, ps_pdf_lines_longest_word (lines)), LONGEST_WORD);
  need->least = MAX (need->least, least);
  need->natural = MAX (need->natural, natural);
}

/* A heading is broken rather than a cell. */
static void
add_heading (Need *need, const PsPdfLines *lines)
{
  double least = MIN (enlarge (lines, ps_pdf_lines_longest_word (lines)), LONGEST_WORD);

  need->least = MAX (need->least, least);
  need->natural = MAX (need->natural, least);
  need->heading = MAX (need->natural, enlarge (lines, ps_pdf_lines_natural (lines)));
}

static Need *
find_needs (const PsPdfTable *table)
{
  Need *needs = g_new0 (Need, table->n_columns);

  for (guint i = 0; i < table->n_columns; i++)
    {
      for (guint j = 0; j < table->rows->len; j++)
        add_cell (&needs[i], ((const PsPdfRow *) g_ptr_array_index (table->rows, j))->lines[i]);
      add_heading (&needs[i], table->heading->lines[i]);
      if (table->aligns[i] == PS_PDF_LEFT)
        needs[i].least = MAX (needs[i].least, MIN (needs[i].natural, ROOMY_TEXT));
    }
  return needs;
}

static double
least_width (const PsPdfTable *table, const Need *needs)
{
  double width = 0;

  for (guint i = 0; i < table->n_columns; i++)
    width += needs[i].least;
  return width;
}

static double
room (const PsPdfTable *table)
{
  return PS_PDF_BODY_WIDTH - GAP * (table->n_columns - 1);
}

/* The largest letters at which the columns fit beside each other. */
static double
choose_size (const PsPdfTable *table, const Need *needs)
{
  double least = least_width (table, needs);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (least * sizes[i] / sizes[0] <= room (table))
      return sizes[i];
  return sizes[G_N_ELEMENTS (sizes) - 1];
}

static void
resize_row (PsPdfPress *press, const PsPdfTable *table, PsPdfRow *row)
{
  double size = row == table->heading ? MIN (table->size, HEADING_SIZE) : table->size;

  for (guint i = 0; i < table->n_columns; i++)
    if (row->lines[i]->font.size > size)
      ps_pdf_lines_resize (press, row->lines[i], size);
  for (guint i = table->n_columns; i < table->n_columns + ps_pdf_row_n_notes (row); i++)
    if (row->lines[i]->font.size > size)
      ps_pdf_lines_resize (press, row->lines[i], size);
}

static double
wish_of (const Need *need, gboolean headings)
{
  return headings ? need->heading : need->natural;
}

/* Gives each column that lacks something an equal part of `left`, or what it lacks; returns what is left then. */
static double
give_round (PsPdfTable *table, const Need *needs, gboolean headings, double left)
{
  guint n_lacking = 0;
  double part;

  for (guint i = 0; i < table->n_columns; i++)
    n_lacking += wish_of (&needs[i], headings) > table->widths[i];
  part = left / MAX (n_lacking, 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      double given = CLAMP (wish_of (&needs[i], headings) - table->widths[i], 0, part);

      table->widths[i] += given;
      left -= given;
    }
  return left;
}

/* Who lacks little gets it, who lacks much shares the rest: as many rounds as there are columns at most. */
static double
give_wishes (PsPdfTable *table, const Need *needs, gboolean headings, double left)
{
  for (guint i = 0; i < table->n_columns && left > 0.01; i++)
    left = give_round (table, needs, headings, left);
  return MAX (left, 0);
}

/* Columns of numbers get some of what is over, so that none stands against the next. */
static double
weight_of (const PsPdfTable *table, guint column)
{
  return table->weights[column] + (table->aligns[column] == PS_PDF_RIGHT ? NUMBER_WEIGHT : 0);
}

/* What is over goes by weight; without weights it stays over. */
static void
give_rest (PsPdfTable *table, double left)
{
  double weights = 0;

  for (guint i = 0; i < table->n_columns; i++)
    weights += weight_of (table, i);
  for (guint i = 0; i < table->n_columns && weights > 0; i++)
    table->widths[i] += left * weight_of (table, i) / weights;
}

/* Where only the first column has no heading, it holds numbers or signs: notes stand under what follows it. */
static gboolean
numbers_its_rows (const PsPdfTable *table)
{
  return table->n_columns > 1 && *table->heading->cells[0] == '\0' && *table->heading->cells[1] != '\0';
}

/* Every column gets what it needs, then what it would like. Where that does not fit at any size, each gives in. */
static void
set_widths (PsPdfTable *table, const Need *needs)
{
  double least = least_width (table, needs);
  double left = room (table) - least;

  for (guint i = 0; i < table->n_columns; i++)
    table->widths[i] = left >= 0 ? needs[i].least : needs[i].least * room (table) / least;
  left = give_wishes (table, needs, FALSE, MAX (left, 0));
  left = give_wishes (table, needs, TRUE, left);
  give_rest (table, left);
  for (guint i = 0; i < table->n_columns; i++)
    table->x[i] = i == 0 ? PS_PDF_LEFT_EDGE : table->x[i - 1] + table->widths[i - 1] + GAP;
  table->note_x = numbers_its_rows (table) ? table->x[1] : PS_PDF_LEFT_EDGE;
}

static void
break_row (const PsPdfTable *table, PsPdfRow *row)
{
  for (guint i = 0; i < table->n_columns; i++)
    ps_pdf_lines_break (row->lines[i], table->widths[i]);
  for (guint i = 0; i < ps_pdf_row_n_notes (row); i++)
    ps_pdf_lines_break (row->lines[table->n_columns + i], PS_PDF_RIGHT_EDGE - table->note_x);
}

static void
shrink (Need *need, double by)
{
  need->least *= by;
  need->natural *= by;
  need->heading *= by;
}

/**
 * ps_pdf_table_compose: finds size and columns, and breaks every cell to its column.
 */
void
ps_pdf_table_compose (PsPdfPress *press, PsPdfTable *table)
{
  g_autofree Need *needs = NULL;

  make_lines (press, table, table->heading);
  for (guint i = 0; i < table->rows->len; i++)
    make_lines (press, table, g_ptr_array_index (table->rows, i));
  needs = find_needs (table);
  table->size = choose_size (table, needs);
  for (guint i = 0; i < table->n_columns; i++)
    shrink (&needs[i], table->size / sizes[0]);
  set_widths (table, needs);
  resize_row (press, table, table->heading);
  break_row (table, table->heading);
  for (guint i = 0; i < table->rows->len; i++)
    {
      resize_row (press, table, g_ptr_array_index (table->rows, i));
      break_row (table, g_ptr_array_index (table->rows, i));
    }
}
