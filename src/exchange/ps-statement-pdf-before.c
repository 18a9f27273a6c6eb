/* ps-statement-pdf-before.c: a statement's earlier settlements, and of a correction what is another than before and why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static void
add_earlier (PsStatementPdf *self, const PsStored *earlier)
{
  g_autofree char *number = ps_statement_pdf_number (earlier->id), *amount = ps_format_money (earlier->amount_cents);
  g_autofree char *day = ps_statement_pdf_day (ps_statement_pdf_made_at (earlier));
  g_autofree char *balance = ps_format_money (earlier->balance_cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ number, day, balance, amount }, FALSE);
}

/**
 * ps_statement_pdf_before: the final settlements of this year before it, whose amounts are not paid again.
 */
void
ps_statement_pdf_before (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Number"), 0, PS_PDF_LEFT },
                                  { _("Final on"), 1, PS_PDF_LEFT },
                                  { _("Balance"), 0, PS_PDF_RIGHT },
                                  { _("Amount"), 0, PS_PDF_RIGHT } };
  const GPtrArray *earlier = self->paper->earlier;
  g_autofree char *total = ps_format_money (self->stored->settled_before_cents);

  ps_pdf_heading (self->pdf, 2, _("Settled before"));
  if (earlier == NULL || earlier->len == 0)
    {
      ps_pdf_text (self->pdf, _("No earlier settlement of this year is final."));
      return;
    }
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < earlier->len; i++)
    add_earlier (self, g_ptr_array_index (earlier, i));
  ps_pdf_table_row (self->pdf, (const char *const[]){ _("Total"), "", "", total }, TRUE);
  ps_pdf_table_end (self->pdf);
}

/* ---- of a correction: old, new, difference */

static const char *
group_name (const PsLineDifference *difference)
{
  return difference->group != NULL ? difference->group : "";
}

static char *
municipality_name (const PsStatementPdf *self, const char *code)
{
  guint place = code != NULL ? ps_region_find_municipality (self->region, code) : PS_NONE;

  return g_strdup (place != PS_NONE ? ps_region_municipality (self->region, place)->name : code);
}

/* Money as it was, as it is, and what that makes. */
static void
add_difference (PsStatementPdf *self, const char *group, const char *municipality, const PsSettlementLine *before,
                const PsSettlementLine *now, gboolean total)
{
  g_autofree char *old_payable = ps_format_amount (before->payable_cents), *payable = ps_format_amount (now->payable_cents);
  g_autofree char *old_paid = ps_format_amount (before->paid_cents), *paid = ps_format_amount (now->paid_cents);
  g_autofree char *old_balance = ps_format_amount (before->balance_cents), *balance = ps_format_amount (now->balance_cents);
  g_autofree char *difference = ps_format_amount (now->balance_cents - before->balance_cents);

  ps_pdf_table_row (
      self->pdf,
      (const char *const[]){ group, municipality, old_payable, payable, old_paid, paid, old_balance, balance, difference },
      total);
}

static void
add_differences (PsStatementPdf *self, const PsComparison *comparison)
{
  const PsPdfColumn columns[] = { { _("Group"), 0, PS_PDF_LEFT },           { _("Municipality"), 1, PS_PDF_LEFT },
                                  { _("Payable before"), 0, PS_PDF_RIGHT }, { _("Payable now"), 0, PS_PDF_RIGHT },
                                  { _("Paid before"), 0, PS_PDF_RIGHT },    { _("Paid now"), 0, PS_PDF_RIGHT },
                                  { _("Balance before"), 0, PS_PDF_RIGHT }, { _("Balance now"), 0, PS_PDF_RIGHT },
                                  { _("Difference"), 0, PS_PDF_RIGHT } };

  ps_pdf_small (self->pdf, _("Amounts in euro. Every line, also those that did not change."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const PsLineDifference *line = g_ptr_array_index (comparison->lines, i);
      g_autofree char *municipality = municipality_name (self, line->municipality);

      add_difference (self, group_name (line), municipality, &line->old_line, &line->new_line, FALSE);
    }
  add_difference (self, _("Total"), "", &comparison->old_totals, &comparison->new_totals, TRUE);
  ps_pdf_table_end (self->pdf);
}

static char *
difference_or_none (gint64 old_cents, gint64 new_cents)
{
  return old_cents != PS_NO_NUMBER && new_cents != PS_NO_NUMBER ? ps_format_money (new_cents - old_cents) : g_strdup ("");
}

static void
add_cause (PsStatementPdf *self, const PsCause *cause)
{
  g_autofree char *produced = difference_or_none (cause->old_produced_cents, cause->new_produced_cents);
  g_autofree char *paid = difference_or_none (cause->old_paid_cents, cause->new_paid_cents);
  g_autofree char *how = NULL;

  ps_pdf_table_row (self->pdf, (const char *const[]){ cause->what, produced, paid }, FALSE);
  if (cause->how != NULL || cause->by != NULL)
    how = g_strconcat (cause->how != NULL ? cause->how : "", cause->by, NULL);
  ps_pdf_table_note (self->pdf, how);
}

static void
add_causes (PsStatementPdf *self, const PsComparison *comparison)
{
  const PsPdfColumn columns[] = { { _("What is another"), 1, PS_PDF_LEFT },
                                  { _("Produced"), 0, PS_PDF_RIGHT },
                                  { _("Paid"), 0, PS_PDF_RIGHT } };

  if (comparison->causes->len == 0)
    return;
  ps_pdf_heading (self->pdf, 3, _("Why"));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < comparison->causes->len; i++)
    add_cause (self, g_ptr_array_index (comparison->causes, i));
  ps_pdf_table_end (self->pdf);
}

/**
 * ps_statement_pdf_correction: of a correction what it changes line by line, and why.
 */
void
ps_statement_pdf_correction (PsStatementPdf *self)
{
  g_autofree char *sentence = NULL;

  if (!ps_statement_pdf_is_correction (self))
    return;
  ps_pdf_heading (self->pdf, 2, _("What this correction changes"));
  sentence = ps_comparison_sentence (self->paper->difference);
  ps_pdf_text (self->pdf, sentence);
  add_differences (self, self->paper->difference);
  add_causes (self, self->paper->difference);
}
