/* ps-pdf-pieces.c: blocks cut into what stays together
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A heading, a line of a text, a row with its notes, a chart: these are never cut. A piece may be kept with the next one; then they go to
 * the next page together.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

#include <math.h>

#define CHART_SCALE 0.75   /* points a unit: its letters are 9 pt */
#define CHART_PADDING 12.0 /* units that a chart leaves around itself */
#define FACT_GAP 14.0
#define MOST_LABEL 200.0 /* width of the labels of facts */

static const double before_heading[] = { 0, 6, 20, 13 };

#define AFTER_HEADING 4.0
#define BEFORE_TEXT 5.0
#define BEFORE_TABLE 7.0
#define BEFORE_CHART 12.0
#define BEFORE_FACTS 6.0
#define SMALL_TABLE 170.0
#define INTRODUCTION 110.0
#define FEW_LINES 4

/* ---- breaking texts to the page */

static void
compose_text (PsPdfPress *press, PsPdfBlock *block)
{
  block->lines = ps_pdf_lines_new (press, &block->font, PS_PDF_LEFT, block->text);
  ps_pdf_lines_break (block->lines, PS_PDF_BODY_WIDTH);
}

/* Facts that follow each other have their values under each other. */
static guint
compose_facts (PsPdfPress *press, GPtrArray *blocks, guint first)
{
  double width = 0;
  guint end = first;

  for (; end < blocks->len && ((PsPdfBlock *) g_ptr_array_index (blocks, end))->kind == PS_PDF_BLOCK_FACT; end++)
    {
      PsPdfBlock *block = g_ptr_array_index (blocks, end);
      PsPdfFont label = { block->font.size, FALSE, PS_PDF_DIM };

      block->lines = ps_pdf_lines_new (press, &label, PS_PDF_LEFT, block->text);
      block->value_lines = ps_pdf_lines_new (press, &block->font, PS_PDF_LEFT, block->value);
      width = MAX (width, MIN (ps_pdf_lines_natural (block->lines) + 0.5, MOST_LABEL));
    }
  for (guint i = first; i < end; i++)
    {
      PsPdfBlock *block = g_ptr_array_index (blocks, i);

      ps_pdf_lines_break (block->lines, width);
      ps_pdf_lines_break (block->value_lines, PS_PDF_BODY_WIDTH - width - FACT_GAP);
      block->value_x = PS_PDF_LEFT_EDGE + width + FACT_GAP;
    }
  return end;
}

/**
 * ps_pdf_block_compose: breaks every text, and finds the columns of every table.
 */
void
ps_pdf_block_compose (PsPdfPress *press, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len;)
    {
      PsPdfBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PS_PDF_BLOCK_FACT)
        {
          i = compose_facts (press, blocks, i);
          continue;
        }
      if (block->kind == PS_PDF_BLOCK_TEXT)
        compose_text (press, block);
      if (block->kind == PS_PDF_BLOCK_TABLE)
        ps_pdf_table_compose (press, block->table);
      i++;
    }
}

/* A chart that leaves 12 units around itself, at a scale in points a unit: its letters stand on the margins. */
static double
chart_units (double scale)
{
  return PS_PDF_BODY_WIDTH / scale + 2 * CHART_PADDING;
}

static double
natural_height (PsPdfPress *press, const PsPdfBlock *block, double scale)
{
  PsChartStyle style = press->style;

  style.subject = block->subject;
  return ceil (block->chart_kind->natural_height (block->chart, chart_units (scale), &style)) * scale;
}

/* A chart that wants more than a page becomes smaller, letters and all. */
static double
chart_scale (PsPdfPress *press, const PsPdfBlock *block)
{
  double scale = CHART_SCALE;

  while (natural_height (press, block, scale) > PS_PDF_BODY_HEIGHT * 0.9 && scale > 0.05)
    scale *= 0.95;
  return scale;
}

/* ---- pieces */

/* Line by line; neither the first nor the last line stands alone. */
static void
add_text (GArray *pieces, const PsPdfBlock *block)
{
  const PsPdfLines *lines = block->lines;
  double before = BEFORE_TEXT + block->room;

  for (int i = 0; i < lines->n_lines; i++)
    {
      PsPdfPiece piece = {
        .block = block, .first = i, .n = 1, .before = i == 0 ? before : 0, .height = ps_pdf_lines_leading (lines)
      };

      piece.keep = i + 1 < lines->n_lines && (i == 0 || i == lines->n_lines - 2);
      piece.keep |= block->keep && i >= lines->n_lines - 2;
      g_array_append_val (pieces, piece);
    }
}

static void
add_heading (GArray *pieces, const PsPdfBlock *block)
{
  PsPdfPiece piece = { .block = block, .n = block->lines->n_lines, .before = before_heading[block->level], .keep = TRUE };

  piece.height = ps_pdf_lines_height (block->lines) + AFTER_HEADING;
  g_array_append_val (pieces, piece);
}

static void
add_fact (GArray *pieces, const PsPdfBlock *block, gboolean first)
{
  int n = MAX (block->lines->n_lines, block->value_lines->n_lines);

  for (int i = 0; i < n; i++)
    {
      PsPdfPiece piece = { .block = block, .first = i, .n = 1, .before = i > 0 ? 0 : first ? BEFORE_FACTS : 1.5 };

      piece.height = ps_pdf_lines_leading (block->lines);
      piece.keep = i + 1 < n && (i == 0 || i == n - 2);
      g_array_append_val (pieces, piece);
    }
}

/* A row that would not fit on a page by itself goes on line by line. */
static void
add_tall_row (GArray *pieces, const PsPdfBlock *block, const PsPdfRow *row)
{
  for (int i = 0; i < ps_pdf_row_n_lines (block->table, row); i++)
    {
      PsPdfPiece piece = {
        .block = block, .row = row, .first = i, .n = 1, .height = ps_pdf_row_height (block->table, row, i, 1)
      };

      g_array_append_val (pieces, piece);
    }
}

static void
add_row (GArray *pieces, const PsPdfBlock *block, const PsPdfRow *row)
{
  PsPdfPiece piece = { .block = block, .row = row, .n = ps_pdf_row_n_lines (block->table, row) };

  piece.height = ps_pdf_row_height (block->table, row, 0, piece.n);
  piece.before = row == block->table->heading ? BEFORE_TABLE : 0;
  piece.keep = row == block->table->heading;
  if (piece.height > PS_PDF_BODY_HEIGHT / 2)
    add_tall_row (pieces, block, row);
  else
    g_array_append_val (pieces, piece);
}

/* A small table stays whole. */
static void
keep_small (GArray *pieces, guint first)
{
  double height = 0;

  for (guint i = first; i < pieces->len; i++)
    height += g_array_index (pieces, PsPdfPiece, i).height;
  for (guint i = first; i + 1 < pieces->len && height <= SMALL_TABLE; i++)
    g_array_index (pieces, PsPdfPiece, i).keep = TRUE;
}

/* A total is never alone on a page. */
static void
add_table (GArray *pieces, const PsPdfBlock *block)
{
  const PsPdfTable *table = block->table;
  guint first = pieces->len;

  if (ps_pdf_table_has_heading (table))
    add_row (pieces, block, table->heading);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PsPdfRow *row = g_ptr_array_index (table->rows, i);

      if (row->total && i > 0)
        g_array_index (pieces, PsPdfPiece, pieces->len - 1).keep = TRUE;
      add_row (pieces, block, row);
    }
  if (pieces->len > first)
    g_array_index (pieces, PsPdfPiece, first).before += block->room;
  keep_small (pieces, first);
}

static void
add_chart (PsPdfPress *press, GArray *pieces, const PsPdfBlock *block)
{
  PsPdfPiece piece = { .block = block, .before = BEFORE_CHART, .keep = block->keep };

  piece.height = natural_height (press, block, chart_scale (press, block));
  g_array_append_val (pieces, piece);
}

static void
add_break (GArray *pieces, const PsPdfBlock *block)
{
  PsPdfPiece piece = { .block = block };

  g_array_append_val (pieces, piece);
}

static gboolean
is_heading (const PsPdfBlock *block)
{
  return block->kind == PS_PDF_BLOCK_TEXT && block->level > 0;
}

static gboolean
introduces (const PsPdfBlock *block)
{
  return (block->kind == PS_PDF_BLOCK_TEXT && block->level == 0) || block->kind == PS_PDF_BLOCK_FACT;
}

/* A few words between a heading and a table or a chart go with it to the next page; without a heading the last few. */
static void
keep_introduction (GArray *pieces, guint at)
{
  const PsPdfBlock *last = g_array_index (pieces, PsPdfPiece, at - 1).block;
  guint first = at, words = at;
  double height = 0;

  while (first > 0 && introduces (g_array_index (pieces, PsPdfPiece, first - 1).block) && height <= INTRODUCTION)
    {
      height += g_array_index (pieces, PsPdfPiece, --first).height;
      words = g_array_index (pieces, PsPdfPiece, first).block == last ? first : words;
    }
  if (height > INTRODUCTION || first == 0 || !is_heading (g_array_index (pieces, PsPdfPiece, first - 1).block))
    first = at - words <= FEW_LINES ? words : at;
  for (guint i = first; i < at; i++)
    g_array_index (pieces, PsPdfPiece, i).keep = TRUE;
}

static void
keep_introductions (GArray *pieces)
{
  for (guint i = 1; i < pieces->len; i++)
    {
      const PsPdfBlock *block = g_array_index (pieces, PsPdfPiece, i).block;

      if ((block->kind == PS_PDF_BLOCK_TABLE || block->kind == PS_PDF_BLOCK_CHART)
          && block != g_array_index (pieces, PsPdfPiece, i - 1).block)
        keep_introduction (pieces, i);
    }
}

/**
 * ps_pdf_cut:
 *
 * Returns: (transfer full): PsPdfPiece, of blocks that are composed, in order
 */
GArray *
ps_pdf_cut (PsPdfPress *press, GPtrArray *blocks)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (PsPdfPiece));
  PsPdfBlockKind previous = PS_PDF_BLOCK_BREAK;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PsPdfBlock *block = g_ptr_array_index (blocks, i);

      if (is_heading (block))
        add_heading (pieces, block);
      else if (block->kind == PS_PDF_BLOCK_TEXT)
        add_text (pieces, block);
      else if (block->kind == PS_PDF_BLOCK_FACT)
        add_fact (pieces, block, previous != PS_PDF_BLOCK_FACT);
      else if (block->kind == PS_PDF_BLOCK_TABLE)
        add_table (pieces, block);
      else if (block->kind == PS_PDF_BLOCK_CHART)
        add_chart (press, pieces, block);
      else
        add_break (pieces, block);
      previous = block->kind;
    }
  keep_introductions (pieces);
  return pieces;
}

/* ---- drawing */

static void
draw_chart (PsPdfPress *press, const PsPdfBlock *block, double y)
{
  double scale = chart_scale (press, block);
  PsChartStyle style = press->style;

  style.subject = block->subject;
  cairo_save (press->cr);
  cairo_translate (press->cr, PS_PDF_LEFT_EDGE - CHART_PADDING * scale, y);
  cairo_scale (press->cr, scale, scale);
  block->chart_kind->draw (press->cr, block->chart, chart_units (scale), natural_height (press, block, scale) / scale, &style);
  cairo_restore (press->cr);
}

/**
 * ps_pdf_piece_draw: where it was placed, on the page that is being drawn.
 */
void
ps_pdf_piece_draw (PsPdfPress *press, const PsPdfPlaced *placed)
{
  const PsPdfPiece *piece = &placed->piece;
  const PsPdfBlock *block = piece->block;

  if (block->kind == PS_PDF_BLOCK_TABLE)
    ps_pdf_row_draw (press, block->table, piece->row, piece->first, piece->n, placed->y, piece->repeated);
  else if (block->kind == PS_PDF_BLOCK_CHART)
    draw_chart (press, block, placed->y);
  else
    ps_pdf_lines_draw (press, block->lines, piece->first, piece->n, PS_PDF_LEFT_EDGE, placed->y);
  if (block->kind == PS_PDF_BLOCK_FACT)
    ps_pdf_lines_draw (press, block->value_lines, piece->first, piece->n, block->value_x, placed->y);
}
