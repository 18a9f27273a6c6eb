/* ps-statement-pdf-disputed.c: what a statement does not count: lines in dispute, instalments that are carried; and what must be looked at
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-dispute-words.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static void
begin_table (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Reference"), 0, PS_PDF_LEFT },    { _("Product"), 0, PS_PDF_LEFT },
                                  { _("Municipality"), 1, PS_PDF_LEFT }, { _("Period"), 0, PS_PDF_LEFT },
                                  { _("Amount"), 0, PS_PDF_RIGHT },      { _("Of which paid"), 0, PS_PDF_RIGHT } };

  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
}

static void
add_source (PsStatementPdf *self, const PsSource *source, gint64 cents, const char *note)
{
  g_autofree char *period = ps_statement_pdf_period (source), *amount = ps_format_money (cents);
  g_autofree char *paid = ps_format_money (source->paid_cents);
  const char *product = source->product != PS_NONE ? ps_region_product (self->region, source->product)->code : "";
  const char *municipality = ps_region_municipality (self->region, source->municipality)->name;

  ps_pdf_table_row (
      self->pdf, (const char *const[]){ ps_statement_pdf_reference (self, source), product, municipality, period, amount, paid },
      FALSE);
  ps_pdf_table_note (self->pdf, note);
}

static void
end_table (PsStatementPdf *self, gint64 cents, gint64 paid_cents)
{
  g_autofree char *amount = ps_format_money (cents), *paid = ps_format_money (paid_cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ _("Total"), "", "", "", amount, paid }, TRUE);
  ps_pdf_table_end (self->pdf);
}

/**
 * ps_statement_pdf_disputed: lines in dispute with why (domain.md §4): declared, but not produced.
 */
void
ps_statement_pdf_disputed (PsStatementPdf *self)
{
  gint64 cents = 0, paid_cents = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < self->dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (self->dossier->sources, PsSource, i);
      g_autofree char *why = NULL;

      if (source->disputed_cents == 0)
        continue;
      if (!any)
        {
          ps_pdf_heading (self->pdf, 2, _("Lines in dispute"));
          ps_pdf_small (
              self->pdf,
              _("They count as not produced. What was paid of them is in the balance: it comes back unless they are accepted."));
          begin_table (self);
        }
      why = ps_dossier_dispute_sentence (self->dossier, source);
      add_source (self, source, source->disputed_cents, why);
      cents += source->disputed_cents;
      paid_cents += source->paid_cents;
      any = TRUE;
    }
  if (any)
    end_table (self, cents, paid_cents);
}

/**
 * ps_statement_pdf_carried: instalments of trajectories that have not ended (domain.md §6): not in the balance.
 */
void
ps_statement_pdf_carried (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Reference"), 0, PS_PDF_LEFT },
                                  { _("Product"), 0, PS_PDF_LEFT },
                                  { _("Municipality"), 1, PS_PDF_LEFT },
                                  { _("Period"), 0, PS_PDF_LEFT },
                                  { _("Carried"), 0, PS_PDF_RIGHT } };
  g_autofree char *total = ps_format_money (self->settlement->totals.carried_cents);
  gboolean any = FALSE;

  for (guint i = 0; i < self->dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (self->dossier->sources, PsSource, i);
      g_autofree char *period = ps_statement_pdf_period (source), *amount = ps_format_money (source->carried_cents);

      if (source->carried_cents == 0)
        continue;
      if (!any)
        {
          ps_pdf_heading (self->pdf, 2, _("Carried instalments"));
          ps_pdf_small (self->pdf, _("Paid for trajectories that have not ended: they count in the year in which these end, and "
                                      "are not in the balance."));
          ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
        }
      ps_pdf_table_row (self->pdf,
                        (const char *const[]){
                            ps_statement_pdf_reference (self, source), ps_region_product (self->region, source->product)->code,
                            ps_region_municipality (self->region, source->municipality)->name, period, amount },
                        FALSE);
      any = TRUE;
    }
  if (!any)
    return;
  ps_pdf_table_row (self->pdf, (const char *const[]){ _("Total"), "", "", "", total }, TRUE);
  ps_pdf_table_end (self->pdf);
}

/**
 * ps_statement_pdf_remarks: the signals: things that somebody must look at, none of which changes a cent.
 */
void
ps_statement_pdf_remarks (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Remark"), 1, PS_PDF_LEFT } };
  GArray *signals = self->settlement->signals;

  if (signals->len == 0)
    return;
  ps_pdf_heading (self->pdf, 2, _("Remarks"));
  ps_pdf_small (self->pdf, _("They change no amount."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < signals->len; i++)
    {
      g_autofree char *text = ps_signal_text (self->region, &g_array_index (signals, PsSignal, i));

      ps_pdf_table_row (self->pdf, (const char *const[]){ text }, FALSE);
    }
  ps_pdf_table_end (self->pdf);
}
