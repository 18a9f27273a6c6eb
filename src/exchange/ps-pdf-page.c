/* ps-pdf-page.c: the pages of a document: letterhead and address, header and footer, the mark behind it all, its structure
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What is said (headings, paragraphs, tables) is tagged, in the order in which it is read; what only dresses a page (header, footer, rules, the
 * mark) is not, and the mark is an outline: no reader and no search meets it.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define LETTERHEAD_WIDTH 190.0
#define REFERENCE_WIDTH 200.0
#define LETTERHEAD_TOP 48.0
#define ADDRESS_TOP 141.7 /* 50 mm: behind the window of an envelope */
#define ADDRESS_WIDTH 230.0
#define FIRST_TEXT 244.0 /* where a letter's text begins: below the first fold's middle */
#define MOST_LINES 16    /* of letterhead and address */
#define HEADER_TOP 34.0
#define FOOTER_TOP (PS_PDF_PAGE_HEIGHT - 46.0)
#define MARK_SIZE 120.0
#define MARK_ANGLE (-0.9)
#define MARK_GREY 0.945

static const PsPdfFont small = { 8, FALSE, PS_PDF_DIM };
static const PsPdfFont reference = { 9, FALSE, PS_PDF_INK };

static PsPdfLines *
break_text (PsPdfPress *press, const PsPdfFont *font, PsPdfAlign align, const char *text, double width)
{
  PsPdfLines *lines = ps_pdf_lines_new (press, font, align, text);

  ps_pdf_lines_break (lines, width);
  /* Whatever somebody took for a letterhead: the first page is for the text too. */
  lines->n_lines = MIN (lines->n_lines, MOST_LINES);
  return lines;
}

static double
draw_text (PsPdfPress *press, const PsPdfFont *font, PsPdfAlign align, const char *text, double x, double y, double width)
{
  PsPdfLines *lines = break_text (press, font, align, text, width);
  double bottom = y + ps_pdf_lines_height (lines);

  ps_pdf_lines_draw (press, lines, 0, lines->n_lines, x, y);
  ps_pdf_lines_free (lines);
  return bottom;
}

static double
text_height (PsPdfPress *press, const PsPdfFont *font, const char *text, double width)
{
  PsPdfLines *lines = break_text (press, font, PS_PDF_LEFT, text, width);
  double height = ps_pdf_lines_height (lines);

  ps_pdf_lines_free (lines);
  return height;
}

/* The letterhead of a letter is at the left, and what the letter is called opposite to it. */
static double
letterhead_x (const PsPdf *pdf)
{
  return pdf->reference != NULL ? PS_PDF_LEFT_EDGE : PS_PDF_RIGHT_EDGE - LETTERHEAD_WIDTH;
}

/* Its first line is the name of who writes. */
static double
letterhead (PsPdfPress *press, const PsPdf *pdf, gboolean draw)
{
  static const PsPdfFont bold = { 10, TRUE, PS_PDF_INK }, plain = { 9, FALSE, PS_PDF_DIM };
  g_auto (GStrv) parts = g_strsplit (pdf->letterhead, "\n", 2);
  double x = letterhead_x (pdf), y = LETTERHEAD_TOP;
  const char *rest = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";

  if (parts[0] == NULL)
    return y;
  if (draw)
    {
      y = draw_text (press, &bold, PS_PDF_LEFT, parts[0], x, y, LETTERHEAD_WIDTH);
      return *rest != '\0' ? draw_text (press, &plain, PS_PDF_LEFT, rest, x, y, LETTERHEAD_WIDTH) : y;
    }
  y += text_height (press, &bold, parts[0], LETTERHEAD_WIDTH);
  return *rest != '\0' ? y + text_height (press, &plain, rest, LETTERHEAD_WIDTH) : y;
}

/* Where what is above the address ends. */
static double
top_bottom (PsPdfPress *press, const PsPdf *pdf)
{
  double left = pdf->letterhead != NULL ? letterhead (press, pdf, FALSE) : 0;
  double right = pdf->reference != NULL ? LETTERHEAD_TOP + text_height (press, &reference, pdf->reference, REFERENCE_WIDTH) : 0;

  return MAX (left, right);
}

static double
address_top (PsPdfPress *press, const PsPdf *pdf)
{
  return MAX (ADDRESS_TOP, top_bottom (press, pdf) + 12);
}

/**
 * ps_pdf_opening_bottom: below letterhead and address, which only the first page has. Without either it begins like any other page.
 */
double
ps_pdf_opening_bottom (PsPdfPress *press, const PsPdf *pdf)
{
  static const PsPdfFont plain = { 10, FALSE, PS_PDF_INK };

  if (pdf->address != NULL)
    return MAX (FIRST_TEXT, address_top (press, pdf) + text_height (press, &plain, pdf->address, ADDRESS_WIDTH) + 24);
  if (pdf->letterhead != NULL || pdf->reference != NULL)
    return top_bottom (press, pdf) + 24;
  return PS_PDF_TOP;
}

static void
draw_opening (PsPdfPress *press, const PsPdf *pdf)
{
  static const PsPdfFont plain = { 10, FALSE, PS_PDF_INK };

  if (pdf->letterhead != NULL)
    {
      ps_pdf_tag_begin (press, "P");
      letterhead (press, pdf, TRUE);
      ps_pdf_tag_end (press, "P");
    }
  if (pdf->reference != NULL)
    {
      ps_pdf_tag_begin (press, "P");
      draw_text (press, &reference, PS_PDF_RIGHT, pdf->reference, PS_PDF_RIGHT_EDGE - REFERENCE_WIDTH, LETTERHEAD_TOP,
                 REFERENCE_WIDTH);
      ps_pdf_tag_end (press, "P");
    }
  if (pdf->address != NULL)
    {
      ps_pdf_tag_begin (press, "P");
      draw_text (press, &plain, PS_PDF_LEFT, pdf->address, PS_PDF_LEFT_EDGE, address_top (press, pdf), ADDRESS_WIDTH);
      ps_pdf_tag_end (press, "P");
    }
}

/* An outline, as large as fits from corner to corner. */
static void
draw_mark (PsPdfPress *press, const char *mark)
{
  PsPdfFont font = { MARK_SIZE, TRUE, PS_PDF_INK };
  PsPdfLines *lines = ps_pdf_lines_new (press, &font, PS_PDF_LEFT, mark);
  double width = ps_pdf_lines_natural (lines), fitting = MIN (1, PS_PDF_PAGE_HEIGHT * 0.8 / MAX (width, 1));

  cairo_save (press->cr);
  cairo_translate (press->cr, PS_PDF_PAGE_WIDTH / 2, PS_PDF_PAGE_HEIGHT / 2);
  cairo_rotate (press->cr, MARK_ANGLE);
  cairo_scale (press->cr, fitting, fitting);
  cairo_move_to (press->cr, -width / 2, MARK_SIZE / 3);
  pango_cairo_layout_line_path (press->cr, pango_layout_get_line_readonly (lines->layout, 0));
  cairo_set_source_rgb (press->cr, MARK_GREY, MARK_GREY, MARK_GREY);
  cairo_fill (press->cr);
  cairo_restore (press->cr);
  ps_pdf_lines_free (lines);
}

static void
draw_line_within (PsPdfPress *press, const char *text, double y, double width)
{
  PsPdfLines *lines = ps_pdf_lines_new (press, &small, PS_PDF_LEFT, text);

  ps_pdf_lines_shorten (lines, width);
  ps_pdf_lines_draw (press, lines, 0, 1, PS_PDF_LEFT_EDGE, y);
  ps_pdf_lines_free (lines);
}

static void
draw_footer (PsPdfPress *press, const char *footer, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1), *of = g_strdup_printf ("%u", n_pages);
  /* Translators: "page 2 of 7" */
  g_autofree char *text = g_strdup_printf (_("page %s of %s"), number, of);
  double width = PS_PDF_BODY_WIDTH / 4;

  ps_pdf_rule (press, press->style.grid, 0.5, FOOTER_TOP - 5);
  if (footer != NULL)
    draw_line_within (press, footer, FOOTER_TOP, PS_PDF_BODY_WIDTH - width);
  draw_text (press, &small, PS_PDF_RIGHT, text, PS_PDF_RIGHT_EDGE - width, FOOTER_TOP, width);
}

static const char *
tag_of (const PsPdfBlock *block)
{
  static const char *const headings[] = { "P", "H1", "H2", "H3" };

  switch (block->kind)
    {
    case PS_PDF_BLOCK_TABLE:
      return "Table";
    case PS_PDF_BLOCK_CHART:
      return "Figure";
    case PS_PDF_BLOCK_TEXT:
      return headings[block->level];
    case PS_PDF_BLOCK_FACT:
    case PS_PDF_BLOCK_BREAK:
    default:
      return "P";
    }
}

/* Bookmarks: a heading under the last one of a higher rank. */
static void
add_bookmark (PsPdfPress *press, const PsPdfPlaced *placed, int parents[4])
{
  const PsPdfBlock *block = placed->piece.block;
  g_autofree char *where = g_strdup_printf ("page=%u pos=[%d %d]", placed->page + 1, (int) PS_PDF_LEFT_EDGE, (int) placed->y);
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (int i = 1; i < block->level; i++)
    parent = parents[i] != 0 ? parents[i] : parent;
  parents[block->level] = cairo_pdf_surface_add_outline (press->surface, parent, block->text, where,
                                                         block->level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (int i = block->level + 1; i < 4; i++)
    parents[i] = 0;
}

static gboolean
is_heading (const PsPdfBlock *block)
{
  return block->kind == PS_PDF_BLOCK_TEXT && block->level > 0;
}

/* The tag that is open while pages are drawn: a table goes on on the next page, anything else begins anew there. */
typedef struct
{
  PsPdfPress *press;
  const PsPdfBlock *open;
  int parents[4]; /* bookmarks by rank */
} Telling;

static void
close_tag (Telling *telling)
{
  if (telling->open != NULL)
    ps_pdf_tag_end (telling->press, tag_of (telling->open));
  telling->open = NULL;
}

static void
open_tag (Telling *telling, const PsPdfPlaced *placed)
{
  telling->open = placed->piece.block;
  ps_pdf_tag_begin (telling->press, tag_of (telling->open));
  if (is_heading (telling->open) && telling->press->pages == NULL)
    add_bookmark (telling->press, placed, telling->parents);
}

/* Returns the place of the first piece of the next page. */
static guint
draw_pieces (Telling *telling, GArray *placed, guint first, guint page)
{
  guint i;

  for (i = first; i < placed->len; i++)
    {
      const PsPdfPlaced *it = &g_array_index (placed, PsPdfPlaced, i);

      if (it->page != page)
        break;
      if (telling->open != it->piece.block)
        {
          close_tag (telling);
          open_tag (telling, it);
        }
      ps_pdf_piece_draw (telling->press, it);
    }
  if (telling->open != NULL && telling->open->kind != PS_PDF_BLOCK_TABLE)
    close_tag (telling);
  return i;
}

static void
draw_page (Telling *telling, const PsPdf *pdf, guint page)
{
  if (pdf->mark != NULL)
    draw_mark (telling->press, pdf->mark);
  if (page == 0)
    draw_opening (telling->press, pdf);
  else if (pdf->header != NULL)
    draw_line_within (telling->press, pdf->header, HEADER_TOP, PS_PDF_BODY_WIDTH);
}

/**
 * ps_pdf_pages_draw: every page with what was placed on it.
 */
void
ps_pdf_pages_draw (PsPdfPress *press, const PsPdf *pdf, GArray *placed, guint n_pages)
{
  Telling telling = { .press = press };
  guint next = 0;

  ps_pdf_tag_begin (press, "Document");
  for (guint page = 0; page < n_pages; page++)
    {
      draw_page (&telling, pdf, page);
      next = draw_pieces (&telling, placed, next, page);
      draw_footer (press, pdf->footer, page, n_pages);
      if (next == placed->len)
        close_tag (&telling);
      ps_pdf_press_next_page (press);
    }
  ps_pdf_tag_end (press, "Document");
  g_assert (next == placed->len);
}
