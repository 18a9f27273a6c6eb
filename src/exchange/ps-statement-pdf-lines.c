/* ps-statement-pdf-lines.c: a statement's lines, their sums per municipality, and what was paid there
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-explain.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

/* Behind the code of the group; what they mean is said below the table. */
#define EXEMPT_SIGN "*"
#define LUMP_SUM_SIGN "†"
#define NOT_AGREED_SIGN "‡"

static char *
mark_group (const PsStatementPdf *self, const PsSettlementLine *line)
{
  const char *code = ps_region_group (self->region, line->group)->code;

  if (line->lump_sum)
    return g_strconcat (code, " ", LUMP_SUM_SIGN, NULL);
  return g_strconcat (code, line->exempt_cents != 0 ? " " EXEMPT_SIGN : "", !line->agreed ? " " NOT_AGREED_SIGN : "", NULL);
}

static void
add_line_row (PsStatementPdf *self, const char *group, const char *municipality, const PsSettlementLine *line, gboolean total)
{
  gboolean ceiling_known = total ? self->settlement->agreement != NULL : line->agreed;
  g_autofree char *ceiling = ceiling_known ? ps_format_amount (line->ceiling_cents) : g_strdup ("–");
  g_autofree char *gross = ps_format_amount (line->gross_cents), *norm = ps_format_amount (-line->norm_deduction_cents);
  g_autofree char *bands = ps_format_amount (-line->band_deduction_cents), *payable = ps_format_amount (line->payable_cents);
  g_autofree char *paid = ps_format_amount (line->paid_cents), *balance = ps_format_amount (line->balance_cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ group, municipality, ceiling, gross, norm, bands, payable, paid, balance },
                    total);
}

static void
add_line (PsStatementPdf *self, const PsSettlementLine *line)
{
  g_autofree char *group = mark_group (self, line), *produced = ps_format_money (line->produced_cents), *note = NULL;

  add_line_row (self, group, ps_region_municipality (self->region, line->municipality)->name, line, FALSE);
  if (!line->lump_sum)
    return;
  note = g_strdup_printf (_("Lump sum; %s was produced beside it."), produced);
  ps_pdf_table_note (self->pdf, note);
}

static void
explain_sign (PsStatementPdf *self, const char *sign, const char *meaning)
{
  g_autofree char *text = g_strdup_printf ("%s %s", sign, meaning);

  ps_pdf_small (self->pdf, text);
}

static void
explain_signs (PsStatementPdf *self)
{
  gboolean exempt = FALSE, lump_sum = FALSE, not_agreed = FALSE;

  for (guint i = 0; i < self->settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (self->settlement->lines, PsSettlementLine, i);

      exempt |= !line->lump_sum && line->exempt_cents != 0;
      lump_sum |= line->lump_sum;
      not_agreed |= !line->lump_sum && !line->agreed;
    }
  if (exempt)
    explain_sign (self, EXEMPT_SIGN, _("With production of exempt products, which bears no deduction."));
  if (lump_sum)
    explain_sign (self, LUMP_SUM_SIGN, _("A lump sum: the agreed amount is paid, whatever was produced."));
  if (not_agreed)
    explain_sign (self, NOT_AGREED_SIGN,
                  _("Not in the agreement: within a scope its ceiling counts as zero, elsewhere it is paid in full."));
}

/**
 * ps_statement_pdf_lines: every product group × municipality, with their total.
 */
void
ps_statement_pdf_lines (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Group"), 0, PS_PDF_LEFT },    { _("Municipality"), 1, PS_PDF_LEFT },
                                  { _("Ceiling"), 0, PS_PDF_RIGHT }, { _("Gross"), 0, PS_PDF_RIGHT },
                                  { _("Norm"), 0, PS_PDF_RIGHT },    { _("Bands"), 0, PS_PDF_RIGHT },
                                  { _("Payable"), 0, PS_PDF_RIGHT }, { _("Paid"), 0, PS_PDF_RIGHT },
                                  { _("Balance"), 0, PS_PDF_RIGHT } };
  GArray *lines = self->settlement->lines;

  ps_pdf_heading (self->pdf, 2, _("Lines"));
  if (lines->len == 0)
    {
      ps_pdf_text (self->pdf, _("There is nothing to settle: nothing was agreed, produced or paid."));
      return;
    }
  ps_pdf_small (self->pdf, _("Amounts in euro. Gross − norm duration − bands = payable; payable − paid = balance."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < lines->len; i++)
    add_line (self, &g_array_index (lines, PsSettlementLine, i));
  add_line_row (self, _("Total"), "", &self->settlement->totals, TRUE);
  ps_pdf_table_end (self->pdf);
  explain_signs (self);
}

static void
add_municipality (PsStatementPdf *self, const char *code, const char *name, const PsSettlementLine *sum, gboolean total)
{
  g_autofree char *gross = ps_format_amount (sum->gross_cents), *norm = ps_format_amount (-sum->norm_deduction_cents);
  g_autofree char *bands = ps_format_amount (-sum->band_deduction_cents), *payable = ps_format_amount (sum->payable_cents);
  g_autofree char *paid = ps_format_amount (sum->paid_cents), *balance = ps_format_amount (sum->balance_cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ code, name, gross, norm, bands, payable, paid, balance }, total);
}

/**
 * ps_statement_pdf_municipalities: what each of them pays or gets back; together the same totals.
 */
void
ps_statement_pdf_municipalities (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Code"), 0, PS_PDF_LEFT },   { _("Municipality"), 1, PS_PDF_LEFT },
                                  { _("Gross"), 0, PS_PDF_RIGHT }, { _("Norm"), 0, PS_PDF_RIGHT },
                                  { _("Bands"), 0, PS_PDF_RIGHT }, { _("Payable"), 0, PS_PDF_RIGHT },
                                  { _("Paid"), 0, PS_PDF_RIGHT },  { _("Balance"), 0, PS_PDF_RIGHT } };
  g_autoptr (GArray) sums = ps_explain_municipalities (self->settlement);

  if (sums->len == 0)
    return;
  ps_pdf_heading (self->pdf, 2, _("Municipalities"));
  ps_pdf_small (self->pdf, _("Amounts in euro."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sums->len; i++)
    {
      const PsSettlementLine *sum = &g_array_index (sums, PsSettlementLine, i);
      const PsMunicipality *municipality = ps_region_municipality (self->region, sum->municipality);

      add_municipality (self, municipality->code, municipality->name, sum, FALSE);
    }
  add_municipality (self, _("Total"), "", &self->settlement->totals, TRUE);
  ps_pdf_table_end (self->pdf);
}

static gint64
advances_of (const PsStatementPdf *self, guint municipality)
{
  gint64 cents = 0;

  for (guint i = 0; i < self->dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (self->dossier->sources, PsSource, i);

      if (source->kind == PS_SOURCE_ADVANCE && (municipality == PS_NONE || source->municipality == municipality))
        cents += source->paid_cents;
    }
  return cents;
}

static void
add_paid (PsStatementPdf *self, const char *code, const char *name, gint64 paid_cents, gint64 advances_cents, gboolean total)
{
  g_autofree char *declared = ps_format_amount (paid_cents - advances_cents), *advances = ps_format_amount (advances_cents);
  g_autofree char *paid = ps_format_amount (paid_cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ code, name, declared, advances, paid }, total);
}

/**
 * ps_statement_pdf_paid: what each municipality paid, by declarations and ahead.
 */
void
ps_statement_pdf_paid (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Code"), 0, PS_PDF_LEFT },
                                  { _("Municipality"), 1, PS_PDF_LEFT },
                                  { _("Declarations granted"), 0, PS_PDF_RIGHT },
                                  { _("Advances"), 0, PS_PDF_RIGHT },
                                  { _("Paid"), 0, PS_PDF_RIGHT } };
  g_autoptr (GArray) sums = ps_explain_municipalities (self->settlement);

  if (sums->len == 0)
    return;
  ps_pdf_heading (self->pdf, 2, _("What was paid"));
  ps_pdf_small (self->pdf, _("Amounts in euro."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sums->len; i++)
    {
      const PsSettlementLine *sum = &g_array_index (sums, PsSettlementLine, i);
      const PsMunicipality *municipality = ps_region_municipality (self->region, sum->municipality);

      add_paid (self, municipality->code, municipality->name, sum->paid_cents, advances_of (self, sum->municipality), FALSE);
    }
  add_paid (self, _("Total"), "", self->settlement->totals.paid_cents, advances_of (self, PS_NONE), TRUE);
  ps_pdf_table_end (self->pdf);
}
