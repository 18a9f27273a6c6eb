/* ps-statement-book-lines.c: the tabs of a statement's lines, bands and municipalities
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What was rounded or divided (a band's deduction, a line's part of it: domain.md §5) is a value; what is a sum or a difference of
 * others is a formula.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-book-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-explain.h"
#include "core/ps-steps.h"

/* A to P: no sheet here is wider. */
#define LETTER(column) ((char) ('A' + (int) (column)))

const char *
ps_statement_scope_name (const PsScope *scope)
{
  return *scope->name != '\0' ? scope->name : _("Whole provider");
}

/* The difference of two cells of the row that the next cell is in. */
static void
add_difference (PsSheet *sheet, gboolean formulas, gint64 cents, guint from, guint less)
{
  guint row = ps_sheet_get_next_row (sheet);

  if (formulas)
    ps_sheet_add_formula (sheet, cents, "=ROUND(%c%u-%c%u,2)", LETTER (from), row, LETTER (less), row);
  else
    ps_sheet_add_number (sheet, cents);
}

/* ---- lines */

static void
add_lines_columns (PsSheet *sheet)
{
  ps_sheet_add_column (sheet, _("Product group"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Code"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Municipality"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Scope"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Ceiling"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Gross"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Norm duration deduction"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Net"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Exempt"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Outside the ceiling"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Band deduction"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Payable"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Paid"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Balance"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("In dispute"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Carried"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Produced beside a lump sum"), PS_SHEET_MONEY, TRUE);
}

static void
add_line_texts (PsSheet *sheet, const PsPaper *paper, const PsSettlementLine *line)
{
  const PsRegion *region = paper->dossier->region;
  const PsMunicipality *municipality = ps_region_municipality (region, line->municipality);

  ps_sheet_add_text (sheet, ps_region_group (region, line->group)->code);
  ps_sheet_add_text (sheet, municipality->code);
  ps_sheet_add_text (sheet, municipality->name);
  if (line->scope != PS_NONE)
    ps_sheet_add_text (sheet,
                       ps_statement_scope_name (&g_array_index (paper->dossier->settlement->scopes, PsScope, line->scope)));
  else
    ps_sheet_add_text (sheet, line->lump_sum ? _("Lump sum") : _("No agreement"));
}

static void
add_line (PsSheet *sheet, const PsPaper *paper, gboolean formulas, const PsSettlementLine *line)
{
  add_line_texts (sheet, paper, line);
  ps_sheet_add_number (sheet, line->agreed ? line->ceiling_cents : PS_NO_NUMBER);
  ps_sheet_add_number (sheet, line->gross_cents);
  ps_sheet_add_number (sheet, line->norm_deduction_cents);
  add_difference (sheet, formulas, line->net_cents, PS_LINES_GROSS, PS_LINES_NORM);
  ps_sheet_add_number (sheet, line->exempt_cents);
  ps_sheet_add_number (sheet, line->outside_cents);
  ps_sheet_add_number (sheet, line->band_deduction_cents);
  add_difference (sheet, formulas, line->payable_cents, PS_LINES_NET, PS_LINES_BAND);
  ps_sheet_add_number (sheet, line->paid_cents);
  add_difference (sheet, formulas, line->balance_cents, PS_LINES_PAYABLE, PS_LINES_PAID);
  ps_sheet_add_number (sheet, line->disputed_cents);
  ps_sheet_add_number (sheet, line->carried_cents);
  ps_sheet_add_number (sheet, line->lump_sum ? line->produced_cents : PS_NO_NUMBER);
}

/* By product group, then municipality, as everywhere. */
PsSheet *
ps_statement_sheet_lines (const PsPaper *paper, gboolean formulas)
{
  const PsSettlement *settlement = paper->dossier->settlement;
  PsSheet *sheet = ps_sheet_new (_("Lines"));

  add_lines_columns (sheet);
  for (guint i = 0; i < settlement->lines->len; i++)
    add_line (sheet, paper, formulas, &g_array_index (settlement->lines, PsSettlementLine, i));
  return sheet;
}

/* ---- bands */

static void
add_bands_columns (PsSheet *sheet)
{
  ps_sheet_add_column (sheet, _("Scope"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Scheme"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Band"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("From"), PS_SHEET_PERCENT, FALSE);
  ps_sheet_add_column (sheet, C_("share", "Paid"), PS_SHEET_PERCENT, FALSE);
  ps_sheet_add_column (sheet, _("Border"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("Ceiling of the scope"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("Production that counts"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("In this band"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("Deduction"), PS_SHEET_MONEY, TRUE);
}

/* The sum of a column over the lines of the row's scope; equal texts and nothing else, for a code may look like a condition. */
static void
add_scope_sum (PsSheet *sheet, const PsStatementBook *book, gint64 cents, PsLinesColumn column, gboolean less_outside)
{
  g_autofree char *scopes = ps_statement_lines_range (book, PS_LINES_SCOPE);
  g_autofree char *sums = ps_statement_lines_range (book, column);
  g_autofree char *outside = ps_statement_lines_range (book, PS_LINES_OUTSIDE);
  guint row = ps_sheet_get_next_row (sheet);

  if (!book->formulas)
    ps_sheet_add_number (sheet, cents);
  else if (less_outside)
    ps_sheet_add_formula (sheet, cents, "=ROUND(SUMPRODUCT(--(%s=$A%u),%s)-SUMPRODUCT(--(%s=$A%u),%s),2)", scopes, row, sums,
                          scopes, row, outside);
  else
    ps_sheet_add_formula (sheet, cents, "=ROUND(SUMPRODUCT(--(%s=$A%u),%s),2)", scopes, row, sums);
}

static void
add_scope_texts (PsSheet *sheet, const PsStatementBook *book, const PsScope *scope)
{
  ps_sheet_add_text (sheet, ps_statement_scope_name (scope));
  ps_sheet_add_text (sheet, scope->scheme != PS_NONE ? ps_region_scheme (book->region, scope->scheme)->name : NULL);
}

static void
add_band (PsSheet *sheet, const PsStatementBook *book, const PsScope *scope, guint place)
{
  const PsBand *band = &g_array_index (scope->bands, PsBand, place);
  g_autofree char *label = ps_band_label (book->region, scope, place);

  add_scope_texts (sheet, book, scope);
  ps_sheet_add_text (sheet, label);
  ps_sheet_add_number (sheet, band->from_bp);
  ps_sheet_add_number (sheet, band->paid_bp);
  ps_sheet_add_number (sheet, band->border_cents);
  add_scope_sum (sheet, book, scope->ceiling_cents, PS_LINES_CEILING, FALSE);
  add_scope_sum (sheet, book, scope->net_cents, PS_LINES_NET, TRUE);
  ps_sheet_add_number (sheet, band->amount_cents);
  ps_sheet_add_number (sheet, band->deduction_cents);
}

/* What the bands took more than the lines can bear, so that the total is what was divided. */
static void
add_cap (PsSheet *sheet, const PsStatementBook *book, const PsScope *scope)
{
  add_scope_texts (sheet, book, scope);
  ps_sheet_add_text (sheet, _("Cannot be borne"));
  for (guint i = PS_BANDS_FROM; i < PS_BANDS_DEDUCTION; i++)
    ps_sheet_add_number (sheet, PS_NO_NUMBER);
  ps_sheet_add_number (sheet, scope->deduction_cents - scope->bands_deduction_cents);
}

PsSheet *
ps_statement_sheet_bands (const PsStatementBook *book)
{
  PsSheet *sheet = ps_sheet_new (_("Bands"));

  add_bands_columns (sheet);
  for (guint i = 0; i < book->settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (book->settlement->scopes, PsScope, i);

      for (guint j = 0; j < scope->bands->len; j++)
        add_band (sheet, book, scope, j);
      if (scope->deduction_cents != scope->bands_deduction_cents)
        add_cap (sheet, book, scope);
    }
  return sheet;
}

/* ---- municipalities */

enum
{
  AT_CODE,
  AT_NAME,
  AT_GROSS,
  AT_NORM,
  AT_NET,
  AT_BAND,
  AT_PAYABLE,
  AT_PAID,
  AT_BALANCE
};

static void
add_municipality_columns (PsSheet *sheet)
{
  ps_sheet_add_column (sheet, _("Code"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Municipality"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Gross"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Norm duration deduction"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Net"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Band deduction"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Payable"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Paid"), PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, _("Balance"), PS_SHEET_MONEY, TRUE);
}

/* Codes are four digits: SUMIF takes them as they are. */
static void
add_municipality_sum (PsSheet *sheet, const PsStatementBook *book, gint64 cents, PsLinesColumn column)
{
  g_autofree char *codes = ps_statement_lines_range (book, PS_LINES_CODE);
  g_autofree char *sums = ps_statement_lines_range (book, column);

  if (book->formulas)
    ps_sheet_add_formula (sheet, cents, "=ROUND(SUMIF(%s,$A%u,%s),2)", codes, ps_sheet_get_next_row (sheet), sums);
  else
    ps_sheet_add_number (sheet, cents);
}

static void
add_municipality (PsSheet *sheet, const PsStatementBook *book, const PsSettlementLine *sums)
{
  const PsMunicipality *municipality = ps_region_municipality (book->region, sums->municipality);

  ps_sheet_add_text (sheet, municipality->code);
  ps_sheet_add_text (sheet, municipality->name);
  add_municipality_sum (sheet, book, sums->gross_cents, PS_LINES_GROSS);
  add_municipality_sum (sheet, book, sums->norm_deduction_cents, PS_LINES_NORM);
  add_difference (sheet, book->formulas, sums->net_cents, AT_GROSS, AT_NORM);
  add_municipality_sum (sheet, book, sums->band_deduction_cents, PS_LINES_BAND);
  add_difference (sheet, book->formulas, sums->payable_cents, AT_NET, AT_BAND);
  add_municipality_sum (sheet, book, sums->paid_cents, PS_LINES_PAID);
  add_difference (sheet, book->formulas, sums->balance_cents, AT_PAYABLE, AT_PAID);
}

PsSheet *
ps_statement_sheet_municipalities (const PsStatementBook *book)
{
  g_autoptr (GArray) municipalities = ps_explain_municipalities (book->settlement);
  PsSheet *sheet = ps_sheet_new (_("Municipalities"));

  add_municipality_columns (sheet);
  for (guint i = 0; i < municipalities->len; i++)
    add_municipality (sheet, book, &g_array_index (municipalities, PsSettlementLine, i));
  return sheet;
}
