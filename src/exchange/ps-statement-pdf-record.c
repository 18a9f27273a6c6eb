/* ps-statement-pdf-record.c: the end of a statement: production statement, warnings with their answers, who did what when, digests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

/* ---- production statement */

static void
add_money (PsStatementPdf *self, const char *label, gint64 cents)
{
  g_autofree char *amount = cents != PS_NO_NUMBER ? ps_format_money (cents) : g_strdup ("–");

  ps_pdf_fact (self->pdf, label, amount);
}

static void
add_day (PsStatementPdf *self, const char *label, PsDate day)
{
  g_autofree char *text = ps_format_date (day);

  ps_pdf_fact (self->pdf, label, text);
}

static void
add_certified (PsStatementPdf *self, const PsProductionStatement *statement)
{
  g_autofree char *day = ps_format_date (statement->certified_on);
  g_autofree char *text = g_strdup (ps_certified_label (statement->certified));

  if (statement->certified != PS_CERTIFIED_NOT)
    {
      g_free (text);
      text = g_strdup_printf (_("%s, received on %s"), ps_certified_label (statement->certified), day);
    }
  ps_pdf_fact (self->pdf, _("Certified"), text);
}

static void
add_stated (PsStatementPdf *self, const PsProductionStatement *statement)
{
  gint64 own = self->settlement->totals.gross_cents;

  add_money (self, _("Stated by the provider"), statement->stated_cents);
  add_money (self, _("Produced according to us"), own);
  add_money (self, _("Difference"), ps_statement_difference (statement, own));
  add_day (self, _("Received on"), statement->received_on);
  add_certified (self, statement);
  if (statement->explanation != NULL && *statement->explanation != '\0')
    ps_pdf_fact (self->pdf, _("Explanation"), statement->explanation);
}

/**
 * ps_statement_pdf_statement: what the provider stated, and the difference with our own total.
 */
void
ps_statement_pdf_statement (PsStatementPdf *self)
{
  const PsProductionStatement *statement = self->paper->statement;
  g_autofree char *sentence =
      ps_statement_sentence (statement, &self->paper->limits, self->settlement->totals.gross_cents, self->date);

  ps_pdf_heading (self->pdf, 2, _("Production statement"));
  ps_pdf_text (self->pdf, sentence);
  if (statement != NULL)
    add_stated (self, statement);
}

/**
 * ps_statement_pdf_warnings: what had to be answered before it was final, and the answers.
 */
void
ps_statement_pdf_warnings (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("Warning, and how it was answered"), 1, PS_PDF_LEFT } };
  const GPtrArray *warnings = self->stored->warnings;

  if (warnings == NULL || warnings->len == 0)
    return;
  ps_pdf_heading (self->pdf, 2, _("Warnings"));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < warnings->len; i++)
    {
      const PsLifeWarning *warning = g_ptr_array_index (warnings, i);
      g_autofree char *answer = warning->answer != NULL ? g_strdup_printf (_("Answer: %s"), warning->answer) : NULL;

      ps_pdf_table_row (self->pdf, (const char *const[]){ warning->text }, FALSE);
      ps_pdf_table_note (self->pdf, answer != NULL ? answer : _("Not answered."));
    }
  ps_pdf_table_end (self->pdf);
}

/* ---- who did what when */

static void
add_act (PsStatementPdf *self, const char *label, const char *by, gint64 at, const char *why)
{
  g_autofree char *moment = NULL, *text = NULL;

  if (by == NULL || *by == '\0')
    return;
  moment = ps_statement_pdf_moment (at);
  if (why != NULL && *why != '\0')
    text = g_strdup_printf (_("%s by %s: %s"), moment, by, why);
  else
    text = g_strdup_printf (_("%s by %s"), moment, by);
  ps_pdf_fact (self->pdf, label, text);
}

static void
add_acts (PsStatementPdf *self)
{
  const PsStored *stored = self->stored;

  add_act (self, _("Computed"), stored->made_by, stored->made_at, NULL);
  add_act (self, _("Proposed"), stored->proposed_by, stored->proposed_at, NULL);
  add_act (self, _("Made final"), stored->final_by, stored->final_at, NULL);
  add_act (self, _("Withdrawn"), stored->withdrawn_by, stored->withdrawn_at, stored->withdrawn_reason);
}

static void
add_counts (PsStatementPdf *self)
{
  g_autofree char *lines = ps_format_count (self->stored->n_lines), *care = ps_format_count (self->stored->n_care);

  ps_pdf_fact (self->pdf, _("Declaration lines"), lines);
  ps_pdf_fact (self->pdf, _("Care periods"), care);
  ps_pdf_fact (self->pdf, _("Program"), self->stored->program_version);
}

static const char *
document_label (PsDocumentKind kind)
{
  if (kind == PS_DOCUMENT_INPUTS)
    return _("Agreement, tariffs, schemes");
  return kind == PS_DOCUMENT_PRODUCTION ? _("Production, care, advances") : _("Results");
}

/* A digest is never broken over two lines: it is to be compared. */
static void
add_digests (PsStatementPdf *self)
{
  const PsPdfColumn columns[] = { { _("What was frozen"), 1, PS_PDF_LEFT }, { _("SHA-256"), 0, PS_PDF_RIGHT } };

  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = PS_DOCUMENT_INPUTS; i < PS_N_DOCUMENTS; i++)
    ps_pdf_table_row (self->pdf, (const char *const[]){ document_label (i), self->stored->digests[i] }, FALSE);
  if (self->stored->circumstances != NULL)
    ps_pdf_table_row (self->pdf, (const char *const[]){ _("Names, production statement"), self->stored->circumstances }, FALSE);
  if (self->paper->trail_hash != NULL && *self->paper->trail_hash != '\0')
    ps_pdf_table_row (self->pdf, (const char *const[]){ _("Record of the trail"), self->paper->trail_hash }, FALSE);
  ps_pdf_table_end (self->pdf);
}

/**
 * ps_statement_pdf_record: what proves it, years later.
 */
void
ps_statement_pdf_record (PsStatementPdf *self)
{
  ps_pdf_heading (self->pdf, 2, _("How it came about"));
  add_acts (self);
  add_counts (self);
  ps_pdf_small (
      self->pdf,
      _("Everything that this settlement was computed from and with is kept. These digests and the record of the trail "
         "show whether anything of it was changed afterwards."));
  add_digests (self);
}
