/* ps-statement-pdf-front.c: the first page of a statement: from whom, to whom, about what, and what it comes to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static void
add_letterhead (PsStatementPdf *self)
{
  const char *letterhead = self->paper->letterhead;

  ps_pdf_letterhead (self->pdf, letterhead != NULL && *letterhead != '\0' ? letterhead : self->paper->region);
}

static void
add_address (PsStatementPdf *self)
{
  const char *address = self->paper->address;
  gboolean named = address == NULL || g_str_has_prefix (address, self->stored->provider);
  g_autofree char *lines = named ? NULL : g_strdup_printf ("%s\n%s", self->stored->provider, address);

  ps_pdf_address (self->pdf, lines != NULL ? lines : address != NULL ? address : self->stored->provider);
}

static void
add_provider (PsStatementPdf *self)
{
  const char *kvk = self->paper->kvk;
  g_autofree char *text = NULL;

  if (kvk != NULL && *kvk != '\0')
    text = g_strdup_printf (_("%s, AGB code %s, trade register %s"), self->stored->provider, self->stored->agb, kvk);
  else
    text = g_strdup_printf (_("%s, AGB code %s"), self->stored->provider, self->stored->agb);
  ps_pdf_fact (self->pdf, _("Provider"), text);
}

static void
add_period (PsStatementPdf *self)
{
  g_autofree char *from = ps_format_date (ps_date_year_start (self->stored->year));
  g_autofree char *to = ps_format_date (self->stored->through);
  g_autofree char *text = NULL;

  if (self->stored->through < ps_date_year_end (self->stored->year))
    text = g_strdup_printf (_("%s to %s: interim, the ceilings are those of the whole year"), from, to);
  else
    text = g_strdup_printf ("%s – %s", from, to);
  ps_pdf_fact (self->pdf, _("Period"), text);
}

/* The schemes of the scopes, each once. */
static char *
scheme_names (const PsStatementPdf *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->settlement->scopes->len; i++)
    {
      guint scheme = g_array_index (self->settlement->scopes, PsScope, i).scheme;
      char *name = scheme != PS_NONE ? ps_region_scheme (self->region, scheme)->name : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
add_agreement (PsStatementPdf *self)
{
  const PsDossierFacts *facts = &self->dossier->facts;
  g_autofree char *number = g_strdup_printf ("%d", facts->version_number), *day = ps_format_date (facts->agreed_on);
  g_autofree char *text = NULL, *schemes = scheme_names (self);

  if (facts->version_number == 0)
    text = g_strdup (_("None: what was produced is paid in full"));
  else if (facts->agreed_on == PS_DATE_OPEN)
    text = g_strdup_printf (_("Version %s"), number);
  else
    text = g_strdup_printf (_("Version %s, agreed on %s"), number, day);
  ps_pdf_fact (self->pdf, _("Performance agreement"), text);
  if (schemes != NULL)
    ps_pdf_fact (self->pdf, _("Incentive scheme"), schemes);
}

static void
add_replaced (PsStatementPdf *self)
{
  const PsStored *replaced = self->paper->replaced;
  g_autofree char *number = NULL, *day = NULL, *text = NULL;

  if (replaced == NULL)
    return;
  number = ps_statement_pdf_number (replaced->id);
  day = ps_statement_pdf_day (ps_statement_pdf_made_at (replaced));
  text = g_strdup_printf (_("Settlement number %s of %s"), number, day);
  ps_pdf_fact (self->pdf, _("Corrects"), text);
}

/**
 * ps_statement_pdf_opening: letterhead, address, title and what this is about.
 */
void
ps_statement_pdf_opening (PsStatementPdf *self)
{
  const PsStored *stored = self->stored;
  g_autofree char *year = g_strdup_printf ("%d", stored->year);
  g_autofree char *title = g_strdup_printf (stored->replaces != 0 ? _("Settlement %s, correction") : _("Settlement %s"), year);
  g_autofree char *number = ps_statement_pdf_number (stored->id), *date = ps_format_date (self->date);

  add_letterhead (self);
  add_address (self);
  ps_pdf_heading (self->pdf, 1, title);
  add_provider (self);
  ps_pdf_fact (self->pdf, _("Date"), date);
  ps_pdf_fact (self->pdf, _("Number"), number);
  ps_pdf_fact (self->pdf, _("State"), ps_settlement_state_label (stored->state));
  add_period (self);
  add_agreement (self);
  add_replaced (self);
  /* Of another one it is a remark, which is not the provider's. */
  if (stored->replaces != 0 && stored->reason != NULL && *stored->reason != '\0')
    ps_pdf_fact (self->pdf, _("Reason"), stored->reason);
}

static void
add_row (PsStatementPdf *self, const char *label, gint64 cents, gboolean total)
{
  g_autofree char *amount = ps_format_money (cents);

  ps_pdf_table_row (self->pdf, (const char *const[]){ label, amount }, total);
}

/**
 * ps_statement_pdf_outcome_label: what becomes of the amount, translated.
 */
const char *
ps_statement_pdf_outcome_label (gint64 cents)
{
  if (cents == 0)
    return _("Nothing is to be paid");
  return cents > 0 ? _("To be paid to the provider") : _("To be reclaimed from the provider");
}

/**
 * ps_statement_pdf_outcome: from what is payable to what is to be paid now.
 */
void
ps_statement_pdf_outcome (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { "", 1, PS_PDF_LEFT }, { "", 0, PS_PDF_RIGHT } };
  const PsStored *stored = self->stored;

  ps_pdf_heading (self->pdf, 2, _("What it comes to"));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  add_row (self, _("Payable"), stored->payable_cents, FALSE);
  ps_pdf_table_note (self->pdf, _("What was produced, less the deductions that were agreed on."));
  add_row (self, _("Paid"), -stored->paid_cents, FALSE);
  ps_pdf_table_note (self->pdf, _("Declaration lines that were granted, and advances."));
  add_row (self, _("Balance"), stored->balance_cents, TRUE);
  add_row (self, _("Settled before"), -stored->settled_before_cents, FALSE);
  ps_pdf_table_note (self->pdf, _("The amounts of the earlier final settlements of this year."));
  add_row (self, ps_statement_pdf_outcome_label (stored->amount_cents), stored->amount_cents, TRUE);
  ps_pdf_table_end (self->pdf);
}
