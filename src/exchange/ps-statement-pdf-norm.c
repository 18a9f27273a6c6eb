/* ps-statement-pdf-norm.c: a statement's declaration lines past their norm duration, and what sources have in common on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const PsSettlementLine *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

gboolean
ps_statement_pdf_counts (const PsStatementPdf *self, const PsSource *source)
{
  const PsSettlementLine wanted = { .group = source->group, .municipality = source->municipality };
  guint place;

  if (source->kind == PS_SOURCE_LUMP_SUM || !g_array_binary_search (self->settlement->lines, &wanted, compare_lines, &place))
    return TRUE;
  return !g_array_index (self->settlement->lines, PsSettlementLine, place).lump_sum;
}

const char *
ps_statement_pdf_reference (const PsStatementPdf *self, const PsSource *source)
{
  guint line = ps_dossier_line_of (self->dossier, source);

  return line != PS_NONE ? g_ptr_array_index (self->dossier->keys->references, line) : "";
}

char *
ps_statement_pdf_period (const PsSource *source)
{
  g_autofree char *from = ps_format_date (source->from), *to = ps_format_date (source->to);

  return source->from == source->to ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

static gboolean
is_past_norm (const PsStatementPdf *self, const PsSource *source)
{
  return source->norm_deduction_cents != 0 && ps_statement_pdf_counts (self, source);
}

static void
begin_table (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Reference"), 0, PS_PDF_LEFT },    { _("Product"), 0, PS_PDF_LEFT },
                                  { _("Municipality"), 1, PS_PDF_LEFT }, { _("Period"), 0, PS_PDF_LEFT },
                                  { _("Months over"), 0, PS_PDF_RIGHT }, { _("Paid share"), 0, PS_PDF_RIGHT },
                                  { _("Produced"), 0, PS_PDF_RIGHT },    { _("Deduction"), 0, PS_PDF_RIGHT } };

  ps_pdf_heading (self->pdf, 2, _("Norm duration"));
  ps_pdf_small (
      self->pdf,
      _("Declaration lines of care that lasted longer than its norm duration, in euro: what is paid of each is the share of the "
         "step that its months over the norm fall in."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
}

static void
add_source (PsStatementPdf *self, const PsSource *source)
{
  g_autofree char *period = ps_statement_pdf_period (source), *months = ps_format_count (source->months_over);
  g_autofree char *share = ps_format_percent (source->share_bp), *produced = ps_format_amount (source->gross_cents);
  g_autofree char *deduction = ps_format_amount (-source->norm_deduction_cents);
  const char *product = source->product != PS_NONE ? ps_region_product (self->region, source->product)->code : "";
  const char *municipality = ps_region_municipality (self->region, source->municipality)->name;

  ps_pdf_table_row (self->pdf,
                    (const char *const[]){ ps_statement_pdf_reference (self, source), product, municipality, period, months,
                                           share, produced, deduction },
                    FALSE);
}

/**
 * ps_statement_pdf_norm_duration: every declaration line that is paid at less because its care lasted longer than its norm (domain.md §5).
 */
void
ps_statement_pdf_norm_duration (PsStatementPdf *self)
{
  gint64 produced_cents = 0, deduction_cents = 0;
  g_autofree char *produced = NULL, *deduction = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < self->dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (self->dossier->sources, PsSource, i);

      if (!is_past_norm (self, source))
        continue;
      if (!any)
        begin_table (self);
      any = TRUE;
      add_source (self, source);
      produced_cents += source->gross_cents;
      deduction_cents += source->norm_deduction_cents;
    }
  if (!any)
    return;
  produced = ps_format_amount (produced_cents);
  deduction = ps_format_amount (-deduction_cents);
  ps_pdf_table_row (self->pdf, (const char *const[]){ _("Total"), "", "", "", "", "", produced, deduction }, TRUE);
  ps_pdf_table_end (self->pdf);
}
