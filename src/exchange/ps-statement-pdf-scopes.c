/* ps-statement-pdf-scopes.c: a statement's scopes: ceiling, bands, and the division of their deduction over the lines (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-explain.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static void
add_facts (PsStatementPdf *self, const PsScope *scope)
{
  g_autofree char *ceiling = ps_format_money (scope->ceiling_cents), *net = ps_format_money (scope->net_cents);
  g_autofree char *share = ps_format_ratio (scope->net_cents, scope->ceiling_cents);
  g_autofree char *reached = g_strdup_printf (_("%s, %s of the ceiling"), net, share);

  ps_pdf_fact (self->pdf, _("Ceiling"), ceiling);
  ps_pdf_fact (self->pdf, _("Production"), scope->ceiling_cents > 0 ? reached : net);
  ps_pdf_fact (self->pdf, _("Incentive scheme"),
               scope->scheme != PS_NONE ? ps_region_scheme (self->region, scope->scheme)->name : _("None: everything is paid"));
}

static void
add_band (PsStatementPdf *self, const PsScope *scope, guint place)
{
  const PsBand *band = &g_array_index (scope->bands, PsBand, place);
  g_autofree char *label = ps_band_label (self->region, scope, place), *sentence = ps_band_sentence (self->region, scope, place);
  g_autofree char *border = ps_format_money (band->border_cents), *paid = ps_format_percent (band->paid_bp);
  g_autofree char *amount = ps_format_money (band->amount_cents), *deduction = ps_format_money (-band->deduction_cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ label, border, paid, amount, deduction }, FALSE);
  ps_pdf_table_note (self->pdf, sentence);
}

static void
add_cap (PsStatementPdf *self, guint scope)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (self->figures, PsFigure, i);
      g_autofree char *back = NULL;

      if (figure->kind != PS_FIGURE_CAP || figure->scope != scope)
        continue;
      back = ps_format_money (figure->amount_cents);
      ps_pdf_table_row (self->pdf, (const char *const[]){ figure->label, "", "", "", back }, FALSE);
      ps_pdf_table_note (self->pdf, figure->sentence);
    }
}

static void
add_bands (PsStatementPdf *self, guint place)
{
  const PsScope *scope = &g_array_index (self->settlement->scopes, PsScope, place);
  const PsPdfColumn columns[] = { { _("Band"), 1, PS_PDF_LEFT },
                                  { _("From"), 0, PS_PDF_RIGHT },
                                  { _("Paid share"), 0, PS_PDF_RIGHT },
                                  { _("Production in it"), 0, PS_PDF_RIGHT },
                                  { _("Deduction"), 0, PS_PDF_RIGHT } };
  g_autofree char *net = NULL, *deduction = ps_format_money (-scope->deduction_cents);
  gint64 amount_cents = 0;

  if (scope->bands->len == 0)
    return;
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < scope->bands->len; i++)
    {
      add_band (self, scope, i);
      amount_cents += g_array_index (scope->bands, PsBand, i).amount_cents;
    }
  add_cap (self, place);
  net = ps_format_money (amount_cents);
  ps_pdf_table_row (self->pdf, (const char *const[]){ _("Together"), "", "", net, deduction }, TRUE);
  ps_pdf_table_end (self->pdf);
}

static void
add_divided (PsStatementPdf *self, const PsDivided *part, gboolean by_overrun)
{
  const PsSettlementLine *line = &g_array_index (self->settlement->lines, PsSettlementLine, part->line);
  const char *group = ps_region_group (self->region, line->group)->code;
  const char *municipality = ps_region_municipality (self->region, line->municipality)->name;
  g_autofree char *bears = ps_format_amount (part->bears_cents), *over = ps_format_amount (part->over_cents);
  g_autofree char *first = ps_format_amount (-part->first_cents), *rest = ps_format_amount (-part->rest_cents);
  g_autofree char *deduction = ps_format_amount (-part->deduction_cents);

  if (by_overrun)
    ps_pdf_table_row (self->pdf, (const char *const[]){ group, municipality, bears, over, first, rest, deduction }, FALSE);
  else
    ps_pdf_table_row (self->pdf, (const char *const[]){ group, municipality, bears, deduction }, FALSE);
}

static void
add_divided_total (PsStatementPdf *self, const PsDivided *sum, gboolean by_overrun)
{
  g_autofree char *bears = ps_format_amount (sum->bears_cents), *over = ps_format_amount (sum->over_cents);
  g_autofree char *first = ps_format_amount (-sum->first_cents), *rest = ps_format_amount (-sum->rest_cents);
  g_autofree char *deduction = ps_format_amount (-sum->deduction_cents);

  if (by_overrun)
    ps_pdf_table_row (self->pdf, (const char *const[]){ _("Total"), "", bears, over, first, rest, deduction }, TRUE);
  else
    ps_pdf_table_row (self->pdf, (const char *const[]){ _("Total"), "", bears, deduction }, TRUE);
}

static void
begin_division (PsStatementPdf *self, gboolean by_overrun)
{
  const PsPdfColumn overrun[] = { { _("Group"), 0, PS_PDF_LEFT },     { _("Municipality"), 1, PS_PDF_LEFT },
                                  { _("Can bear"), 0, PS_PDF_RIGHT }, { _("Over its ceiling"), 0, PS_PDF_RIGHT },
                                  { _("First"), 0, PS_PDF_RIGHT },    { _("Rest"), 0, PS_PDF_RIGHT },
                                  { _("Deduction"), 0, PS_PDF_RIGHT } };
  const PsPdfColumn production[] = { { _("Group"), 0, PS_PDF_LEFT },
                                     { _("Municipality"), 1, PS_PDF_LEFT },
                                     { _("Can bear"), 0, PS_PDF_RIGHT },
                                     { _("Deduction"), 0, PS_PDF_RIGHT } };

  ps_pdf_small (self->pdf,
                by_overrun
                    ? _("Divided over the lines, in euro: first over what runs over their own ceilings, the rest over what "
                         "they can still bear.")
                    : _("Divided over the lines, in euro: in proportion to what they can bear, their net production without "
                         "exempt products."));
  if (by_overrun)
    ps_pdf_table_begin (self->pdf, overrun, G_N_ELEMENTS (overrun));
  else
    ps_pdf_table_begin (self->pdf, production, G_N_ELEMENTS (production));
}

static void
add_division (PsStatementPdf *self, guint scope)
{
  gboolean by_overrun = self->settlement->agreement != NULL && self->settlement->agreement->key == PS_KEY_OVERRUN;
  g_autoptr (GArray) parts = NULL;
  PsDivided sum = { 0 };

  if (g_array_index (self->settlement->scopes, PsScope, scope).deduction_cents == 0)
    return;
  parts = ps_explain_division (self->settlement, scope);
  begin_division (self, by_overrun);
  for (guint i = 0; i < parts->len; i++)
    {
      const PsDivided *part = &g_array_index (parts, PsDivided, i);

      add_divided (self, part, by_overrun);
      sum.bears_cents += part->bears_cents;
      sum.over_cents += part->over_cents;
      sum.first_cents += part->first_cents;
      sum.rest_cents += part->rest_cents;
      sum.deduction_cents += part->deduction_cents;
    }
  add_divided_total (self, &sum, by_overrun);
  ps_pdf_table_end (self->pdf);
}

/**
 * ps_statement_pdf_scopes: what falls under which ceiling, and what the bands made of it.
 */
void
ps_statement_pdf_scopes (PsStatementPdf *self)
{
  GArray *scopes = self->settlement->scopes;

  ps_pdf_heading (self->pdf, 2, _("Scopes and bands"));
  if (scopes->len == 0)
    ps_pdf_text (self->pdf, _("There are no scopes: nothing was agreed that falls under a ceiling."));
  for (guint i = 0; i < scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (scopes, PsScope, i);
      g_autofree char *label = ps_scope_label (self->region, scope);

      ps_pdf_heading (self->pdf, 3, label);
      add_facts (self, scope);
      add_bands (self, i);
      add_division (self, i);
    }
}
