/* ps-statement-pdf-steps.c: a statement's steps, in the order of domain.md §6, each with its amount and how it came about
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All nine are printed, also those that took nothing off: who reads it need not know which there are.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static void
add_step (PsStatementPdf *self, const char *number, const char *label, gint64 cents, const char *sentence)
{
  g_autofree char *amount = cents != PS_NO_NUMBER ? ps_format_money (cents) : g_strdup ("");

  ps_pdf_table_row (self->pdf, (const char *const[]){ number, label, amount }, FALSE);
  ps_pdf_table_note (self->pdf, sentence);
}

static void
add_sum (PsStatementPdf *self, const char *label, gint64 cents)
{
  g_autofree char *amount = ps_format_money (cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ "", label, amount }, TRUE);
}

static guint
count_disputed (const PsStatementPdf *self)
{
  guint n = 0;

  for (guint i = 0; i < self->dossier->sources->len; i++)
    n += g_array_index (self->dossier->sources, PsSource, i).disputed_cents != 0;
  return n;
}

static void
add_approval (PsStatementPdf *self)
{
  guint n = count_disputed (self);
  g_autofree char *count = ps_format_count (n), *amount = ps_format_money (self->settlement->totals.disputed_cents);
  g_autofree char *sentence = NULL;

  if (n == 0)
    sentence = g_strdup (_("No declaration line is in dispute."));
  else
    sentence = g_strdup_printf (ngettext ("%s declaration line of together %s is in dispute and counts as not produced.",
                                          "%s declaration lines of together %s are in dispute and count as not produced.", n),
                                count, amount);
  add_step (self, "1", C_("step", "Approve"), PS_NO_NUMBER, sentence);
}

/* The sentence of the first figure of a kind, from its sources; NULL: there is none. */
static const char *
find_sentence (const PsStatementPdf *self, PsFigureKind kind)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (g_array_index (self->figures, PsFigure, i).kind == kind)
      return g_array_index (self->figures, PsFigure, i).sentence;
  return NULL;
}

static void
add_price (PsStatementPdf *self)
{
  add_step (self, "2", _("Price: gross production"), self->settlement->totals.gross_cents,
            find_sentence (self, PS_FIGURE_GROSS));
}

static void
add_norm_duration (PsStatementPdf *self)
{
  gint64 cents = self->settlement->totals.norm_deduction_cents;
  const char *sentence = find_sentence (self, PS_FIGURE_NORM_DURATION);

  add_step (self, "3", _("Norm duration"), -cents,
            sentence != NULL ? sentence : _("No care lasted so long that it is paid at less."));
}

static void
add_scopes (PsStatementPdf *self)
{
  GArray *scopes = self->settlement->scopes;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (scopes, PsScope, i);
      g_autofree char *label = ps_scope_label (self->region, scope);
      g_autofree char *ceiling = ps_format_money (scope->ceiling_cents), *net = ps_format_money (scope->net_cents);

      g_string_append (text, i > 0 ? "\n" : "");
      g_string_append_printf (text, _("%s: ceiling %s, production that counts to it %s."), label, ceiling, net);
    }
  add_step (self, "4", _("Scopes of exchange"), PS_NO_NUMBER,
            scopes->len > 0 ? text->str : _("There is no ceiling within which money could be exchanged."));
  g_string_free (text, TRUE);
}

/* Figures of a kind, numbered once. */
static guint
add_figures (PsStatementPdf *self, PsFigureKind kind, const char *number)
{
  guint n = 0;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (self->figures, PsFigure, i);

      if (figure->kind == kind)
        add_step (self, n++ == 0 ? number : "", figure->label, figure->amount_cents, figure->sentence);
    }
  return n;
}

static void
add_exemptions (PsStatementPdf *self)
{
  gint64 exempt = self->settlement->totals.exempt_cents;
  g_autofree char *amount = ps_format_money (exempt);
  g_autofree char *sentence = NULL;

  if (exempt == 0)
    sentence = g_strdup (_("Nothing was produced of exempt products."));
  else
    sentence = g_strdup_printf (_("%s was produced of exempt products: it bears no deduction."), amount);
  if (add_figures (self, PS_FIGURE_CAP, "6") > 0)
    ps_pdf_table_note (self->pdf, sentence);
  else
    add_step (self, "6", _("Exemptions"), 0, sentence);
}

static void
add_division (PsStatementPdf *self)
{
  const PsAgreement *agreement = self->settlement->agreement;
  const char *sentence = _("There is no deduction to divide over the lines.");

  if (self->settlement->totals.band_deduction_cents != 0 && agreement != NULL)
    sentence = agreement->key == PS_KEY_OVERRUN
                   ? _("The deduction falls first on the lines that are over their own ceiling, the rest on all by production.")
                   : _("The deduction falls on the lines in proportion to their production.");
  add_step (self, "7", _("Division over the lines"), PS_NO_NUMBER, sentence);
}

static void
add_paid (PsStatementPdf *self)
{
  add_step (self, "8", _("Paid and advances"), -self->settlement->totals.paid_cents, find_sentence (self, PS_FIGURE_PAID));
}

static void
add_before (PsStatementPdf *self)
{
  guint n = self->paper->earlier != NULL ? self->paper->earlier->len : 0;
  g_autofree char *count = ps_format_count (n), *sentence = NULL;

  if (n == 0)
    sentence = g_strdup (_("No earlier settlement of this year is final."));
  else
    sentence = g_strdup_printf (ngettext ("%s earlier settlement of this year is final; its amount is not paid again.",
                                          "%s earlier settlements of this year are final; their amounts are not paid again.", n),
                                count);
  add_step (self, "9", _("Settled before"), -self->stored->settled_before_cents, sentence);
}

static void
add_steps (PsStatementPdf *self)
{
  add_approval (self);
  add_price (self);
  add_norm_duration (self);
  add_scopes (self);
  if (add_figures (self, PS_FIGURE_BAND, "5") == 0)
    add_step (self, "5", _("Bands"), 0, _("No band takes anything off."));
  add_exemptions (self);
  add_division (self);
  add_sum (self, _("Payable"), self->settlement->totals.payable_cents);
  add_paid (self);
  add_sum (self, self->settlement->totals.balance_cents < 0 ? _("Balance, to reclaim") : _("Balance, to pay"),
           self->settlement->totals.balance_cents);
  add_before (self);
  add_sum (self, ps_statement_pdf_outcome_label (self->stored->amount_cents), self->stored->amount_cents);
}

/**
 * ps_statement_pdf_steps: the order of the steps, each of them, and the waterfall of those that change the amount.
 */
void
ps_statement_pdf_steps (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { "", 0, PS_PDF_LEFT }, { _("Step"), 1, PS_PDF_LEFT }, { _("Amount"), 0, PS_PDF_RIGHT } };
  g_autofree char *year = g_strdup_printf ("%d", self->stored->year);
  g_autofree char *subject = g_strdup_printf ("%s %s", self->stored->provider, year);

  ps_pdf_heading (self->pdf, 2, _("Step by step"));
  ps_pdf_small (self->pdf,
                _("The order of the steps: approve → price → norm duration → scopes → bands → exemptions → division → paid and "
                   "advances → settled before."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  add_steps (self);
  ps_pdf_table_end (self->pdf);
  ps_pdf_chart (self->pdf, &ps_chart_waterfall_kind, self->waterfall, subject);
}
