/* ps-statement-book.c: a settlement's lines as a spreadsheet and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-book-private.h"

#include "ps-sheet-private.h"

static gboolean
is_exact (gint64 cents)
{
  return cents > -PS_SHEET_MOST && cents < PS_SHEET_MOST;
}

/* What stands in the amounts that formulas work with. */
static gboolean
are_exact (const PsSettlementLine *line)
{
  return is_exact (line->gross_cents) && is_exact (line->norm_deduction_cents) && is_exact (line->net_cents)
         && is_exact (line->outside_cents) && is_exact (line->band_deduction_cents) && is_exact (line->payable_cents)
         && is_exact (line->paid_cents) && is_exact (line->balance_cents);
}

/* A cell that had to become a text cannot be computed with. */
static gboolean
can_have_formulas (const PsPaper *paper)
{
  const PsSettlement *settlement = paper->dossier->settlement;

  for (guint i = 0; i < settlement->lines->len; i++)
    if (!are_exact (&g_array_index (settlement->lines, PsSettlementLine, i)))
      return FALSE;
  return are_exact (&settlement->totals) && is_exact (paper->stored->settled_before_cents)
         && is_exact (paper->stored->amount_cents);
}

char *
ps_statement_lines_range (const PsStatementBook *book, PsLinesColumn column)
{
  g_autofree char *range = ps_sheet_get_range (book->tabs[PS_STATEMENT_TAB_LINES], column);

  return g_strdup_printf ("{%d}%s", PS_STATEMENT_TAB_LINES, range);
}

char *
ps_statement_lines_total (const PsStatementBook *book, PsLinesColumn column)
{
  g_autofree char *total = ps_sheet_get_total (book->tabs[PS_STATEMENT_TAB_LINES], column);

  return g_strdup_printf ("{%d}%s", PS_STATEMENT_TAB_LINES, total);
}

/* The tabs in their order. */
GPtrArray *
ps_statement_sheets (const PsPaper *paper)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  PsStatementBook book = { paper, paper->dossier->region, paper->dossier->settlement, can_have_formulas (paper), { NULL } };

  book.tabs[PS_STATEMENT_TAB_LINES] = ps_statement_sheet_lines (paper, book.formulas);
  book.tabs[PS_STATEMENT_TAB_SOURCES] = ps_statement_sheet_sources (paper);
  book.tabs[PS_STATEMENT_TAB_MUNICIPALITIES] = ps_statement_sheet_municipalities (&book);
  book.tabs[PS_STATEMENT_TAB_BANDS] = ps_statement_sheet_bands (&book);
  book.tabs[PS_STATEMENT_TAB_STEPS] = ps_statement_sheet_steps (&book);
  for (guint i = 0; i < PS_N_STATEMENT_TABS; i++)
    g_ptr_array_add (sheets, book.tabs[i]);
  return sheets;
}

/**
 * ps_statement_write_xlsx: the statement as a book of five tabs. The file is replaced when it is complete.
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence
 */
gboolean
ps_statement_write_xlsx (const PsPaper *paper, const char *path, GError **error)
{
  g_autoptr (GPtrArray) sheets = ps_statement_sheets (paper);

  return ps_sheets_write (sheets, path, error);
}

/**
 * ps_statement_write_csv: the lines, product group × municipality, and their total. The stream is not closed.
 *
 * Returns: FALSE with the stream's error
 */
gboolean
ps_statement_write_csv (const PsPaper *paper, GOutputStream *output, GError **error)
{
  g_autoptr (PsSheet) lines = ps_statement_sheet_lines (paper, FALSE);

  return ps_sheet_write_csv (lines, TRUE, output, error);
}

/**
 * ps_statement_write_sources: all that the lines were made of, and their total, which is that of the lines.
 * The stream is not closed.
 *
 * Returns: FALSE with the stream's error
 */
gboolean
ps_statement_write_sources (const PsPaper *paper, GOutputStream *output, GError **error)
{
  g_autoptr (PsSheet) sources = ps_statement_sheet_sources (paper);

  return ps_sheet_write_csv (sources, TRUE, output, error);
}
