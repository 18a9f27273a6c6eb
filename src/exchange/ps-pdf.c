/* ps-pdf.c: pages of A4 that flow: what was asked for is kept, and drawn when all of it is known
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "Page 2 of 7" is known at the end only. So a document is a list of blocks until ps_pdf_finish() breaks them to lines, the lines to pages,
 * and draws these.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

#define TEXT_SIZE 10.0
#define FACT_SIZE 9.0
#define SMALL_SIZE 8.0
#define LETTER_SIZE 9.5 /* of a letter, which should be one page where it can */
#define PARAGRAPH_ROOM 2.5
#define SIGNATURE_ROOM 42.0 /* 15 mm */
#define LEAST_SIGNATURE_ROOM 28.0

static const double heading_sizes[] = { TEXT_SIZE, 18, 12.5, 10 };

static void
block_free (PsPdfBlock *block)
{
  g_free (block->text);
  g_free (block->value);
  g_free (block->subject);
  ps_pdf_table_free (block->table);
  ps_pdf_lines_free (block->lines);
  ps_pdf_lines_free (block->value_lines);
  g_free (block);
}

static char *
clean_or_none (const char *text)
{
  return text != NULL && *text != '\0' ? ps_pdf_clean (text, FALSE) : NULL;
}

/**
 * ps_pdf_new: an empty document. `look` is copied.
 */
PsPdf *
ps_pdf_new (const PsPdfLook *look)
{
  PsPdf *pdf = g_new0 (PsPdf, 1);

  pdf->title = ps_pdf_clean (look->title, FALSE);
  pdf->author = ps_pdf_clean (look->author, FALSE);
  pdf->header = clean_or_none (look->header);
  pdf->footer = clean_or_none (look->footer);
  pdf->mark = clean_or_none (look->mark);
  pdf->made_at = look->made_at;
  pdf->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  return pdf;
}

void
ps_pdf_free (PsPdf *pdf)
{
  if (pdf == NULL)
    return;
  g_ptr_array_unref (pdf->blocks);
  g_free (pdf->title);
  g_free (pdf->author);
  g_free (pdf->header);
  g_free (pdf->footer);
  g_free (pdf->mark);
  g_free (pdf->letterhead);
  g_free (pdf->address);
  g_free (pdf->reference);
  g_free (pdf);
}

static char *
clean_lines (const char *text)
{
  g_autofree char *clean = ps_pdf_clean (text, TRUE);

  g_strstrip (clean);
  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * ps_pdf_letterhead: who writes: name, and below it address and so on. Nothing but blanks is no letterhead.
 */
void
ps_pdf_letterhead (PsPdf *pdf, const char *letterhead)
{
  g_free (pdf->letterhead);
  pdf->letterhead = clean_lines (letterhead);
}

void
ps_pdf_address (PsPdf *pdf, const char *address)
{
  g_free (pdf->address);
  pdf->address = clean_lines (address);
}

/**
 * ps_pdf_reference: of a letter: place and date, its number. Nothing but blanks is none.
 */
void
ps_pdf_reference (PsPdf *pdf, const char *reference)
{
  g_free (pdf->reference);
  pdf->reference = clean_lines (reference);
}

static PsPdfBlock *
add_block (PsPdf *pdf, PsPdfBlockKind kind)
{
  PsPdfBlock *block = g_new0 (PsPdfBlock, 1);

  g_assert (pdf->table == NULL);
  block->kind = kind;
  block->room = pdf->room;
  pdf->room = 0;
  g_ptr_array_add (pdf->blocks, block);
  return block;
}

/**
 * ps_pdf_heading: of rank 1 (the title) to 3; a bookmark too.
 */
void
ps_pdf_heading (PsPdf *pdf, int level, const char *text)
{
  PsPdfBlock *block = add_block (pdf, PS_PDF_BLOCK_TEXT);

  g_assert (level >= 1 && level < (int) G_N_ELEMENTS (heading_sizes));
  block->level = level;
  block->font = (PsPdfFont){ heading_sizes[level], TRUE, PS_PDF_INK };
  block->text = ps_pdf_clean (text, FALSE);
}

void
ps_pdf_subject (PsPdf *pdf, const char *text)
{
  ps_pdf_heading (pdf, 1, text);
  ((PsPdfBlock *) g_ptr_array_index (pdf->blocks, pdf->blocks->len - 1))->font.size = TEXT_SIZE;
}

/* NULL: there was nothing to say. */
static PsPdfBlock *
add_text (PsPdf *pdf, const PsPdfFont *font, const char *text)
{
  PsPdfBlock *block;

  if (text == NULL || *text == '\0')
    return NULL;
  block = add_block (pdf, PS_PDF_BLOCK_TEXT);
  block->font = *font;
  block->text = ps_pdf_clean (text, TRUE);
  return block;
}

/**
 * ps_pdf_text: a paragraph; it may have lines of its own. NULL or empty: nothing.
 */
void
ps_pdf_text (PsPdf *pdf, const char *text)
{
  add_text (pdf, &(PsPdfFont){ TEXT_SIZE, FALSE, PS_PDF_INK }, text);
}

void
ps_pdf_small (PsPdf *pdf, const char *text)
{
  add_text (pdf, &(PsPdfFont){ SMALL_SIZE, FALSE, PS_PDF_DIM }, text);
}

/**
 * ps_pdf_room: not at the top of a page.
 */
void
ps_pdf_room (PsPdf *pdf, double points)
{
  pdf->room = points;
}

static PsPdfBlock *
add_paragraph (PsPdf *pdf, const char *text, double room)
{
  PsPdfBlock *block = add_text (pdf, &(PsPdfFont){ LETTER_SIZE, FALSE, PS_PDF_INK }, text);

  if (block != NULL)
    block->room = room;
  return block;
}

/**
 * ps_pdf_tighten: for a letter that would run on to another page by little.
 */
void
ps_pdf_tighten (PsPdf *pdf)
{
  pdf->tight = TRUE;
}

static double
paragraph_room (const PsPdf *pdf)
{
  return pdf->tight ? 0 : PARAGRAPH_ROOM;
}

void
ps_pdf_paragraph (PsPdf *pdf, const char *text)
{
  add_paragraph (pdf, text, paragraph_room (pdf));
}

/* No page begins with the words that close: the end of the paragraph before them goes with them. */
static void
keep_last_paragraph (PsPdf *pdf)
{
  PsPdfBlock *last = pdf->blocks->len > 0 ? g_ptr_array_index (pdf->blocks, pdf->blocks->len - 1) : NULL;

  if (last != NULL && last->kind == PS_PDF_BLOCK_TEXT && last->level == 0)
    last->keep = TRUE;
}

/**
 * ps_pdf_signature: the words that close a letter, room for a signature, and whose it is.
 */
void
ps_pdf_signature (PsPdf *pdf, const char *closing, const char *signer)
{
  PsPdfBlock *block;

  keep_last_paragraph (pdf);
  block = add_paragraph (pdf, closing, paragraph_room (pdf));

  if (block != NULL)
    block->keep = signer != NULL && *signer != '\0';
  add_paragraph (pdf, signer, pdf->tight ? LEAST_SIGNATURE_ROOM : SIGNATURE_ROOM);
}

/**
 * ps_pdf_fact: a label with its value; those that follow each other have their values under each other.
 */
void
ps_pdf_fact (PsPdf *pdf, const char *label, const char *value)
{
  PsPdfBlock *block = add_block (pdf, PS_PDF_BLOCK_FACT);

  block->font = (PsPdfFont){ FACT_SIZE, FALSE, PS_PDF_INK };
  block->text = ps_pdf_clean (label, FALSE);
  block->value = ps_pdf_clean (value, TRUE);
}

/**
 * ps_pdf_table_begin: texts of `columns` are copied. What follows until ps_pdf_table_end() are its rows and their notes.
 */
void
ps_pdf_table_begin (PsPdf *pdf, const PsPdfColumn *columns, guint n_columns)
{
  PsPdfBlock *block = add_block (pdf, PS_PDF_BLOCK_TABLE);

  g_assert (n_columns > 0);
  block->table = ps_pdf_table_new (columns, n_columns);
  pdf->table = block->table;
}

/**
 * ps_pdf_table_row: a cell for each column; NULL: empty.
 */
void
ps_pdf_table_row (PsPdf *pdf, const char *const *cells, gboolean total)
{
  g_assert (pdf->table != NULL);
  g_ptr_array_add (pdf->table->rows, ps_pdf_row_new (cells, pdf->table->n_columns, total));
}

void
ps_pdf_table_note (PsPdf *pdf, const char *text)
{
  PsPdfRow *row;

  g_assert (pdf->table != NULL && pdf->table->rows->len > 0);
  if (text == NULL || *text == '\0')
    return;
  row = g_ptr_array_index (pdf->table->rows, pdf->table->rows->len - 1);
  if (row->notes == NULL)
    row->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (row->notes, ps_pdf_clean (text, TRUE));
}

void
ps_pdf_table_end (PsPdf *pdf)
{
  g_assert (pdf->table != NULL);
  pdf->table = NULL;
}

/**
 * ps_pdf_picture: a chart, drawn by ps_pdf_finish(), so `chart` must live until then. `subject` may be NULL.
 */
void
ps_pdf_picture (PsPdf *pdf, const PsChartKind *kind, gconstpointer chart, const char *subject)
{
  PsPdfBlock *block = add_block (pdf, PS_PDF_BLOCK_CHART);

  block->chart_kind = kind;
  block->chart = chart;
  block->subject = g_strdup (subject);
}

/**
 * ps_pdf_chart: a chart as of ps_pdf_picture(); below it, small, what it shows in words.
 */
void
ps_pdf_chart (PsPdf *pdf, const PsChartKind *kind, gconstpointer chart, const char *subject)
{
  g_autofree char *words = kind->describe (chart);

  ps_pdf_picture (pdf, kind, chart, subject);
  ((PsPdfBlock *) g_ptr_array_index (pdf->blocks, pdf->blocks->len - 1))->keep = TRUE;
  ps_pdf_small (pdf, words);
}

void
ps_pdf_page (PsPdf *pdf)
{
  add_block (pdf, PS_PDF_BLOCK_BREAK);
}

/**
 * ps_pdf_chapter: what ended a few lines down a page does not leave the rest of it empty.
 */
void
ps_pdf_chapter (PsPdf *pdf, double points)
{
  add_block (pdf, PS_PDF_BLOCK_BREAK)->room = points;
}

/**
 * ps_pdf_draw: texts that are laid out hold on to fonts of the surface: empty the blocks before it is closed.
 */
void
ps_pdf_draw (PsPdfPress *press, PsPdf *pdf, guint *n_pages)
{
  g_autoptr (GArray) placed = NULL;

  ps_pdf_block_compose (press, pdf->blocks);
  placed = ps_pdf_flow (press, pdf->blocks, ps_pdf_opening_bottom (press, pdf), n_pages);
  ps_pdf_pages_draw (press, pdf, placed, *n_pages);
}

/**
 * ps_pdf_finish: lays it out and draws it, once. The same document is the same bytes every time.
 * @n_pages: (out) (optional)
 *
 * Returns: (transfer full): NULL with a GIOErrorEnum when it could not be drawn (memory was short)
 */
GBytes *
ps_pdf_finish (PsPdf *pdf, guint *n_pages, GError **error)
{
  PsPdfLook look = { .title = pdf->title, .author = pdf->author, .made_at = pdf->made_at };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  PsPdfPress press = { 0 };
  guint pages = 0;

  g_assert (pdf->table == NULL);
  ps_pdf_press_open (&press, &look, bytes);
  ps_pdf_draw (&press, pdf, &pages);
  /* Texts that are laid out hold on to fonts of the surface: they go before it. */
  g_ptr_array_set_size (pdf->blocks, 0);
  if (!ps_pdf_press_close (&press, error))
    return NULL;
  if (n_pages != NULL)
    *n_pages = pages;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
