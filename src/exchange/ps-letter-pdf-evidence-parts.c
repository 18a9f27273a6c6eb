/* ps-letter-pdf-evidence-parts.c: what the evidence of a letter's course says, part by part
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Courts have decided on dates (domain.md §7): so every event with the day it happened, who recorded it and when, every term and whether it was
 * kept, what each peildatum showed, and what proves that none of it was changed afterwards; then the text as it was sent.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-letter-pdf-evidence.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-letter-pdf-private.h"
#include "store/ps-history.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_fact (PsLetterEvidence *self, const char *label, const char *value)
{
  if (has_text (value))
    ps_pdf_fact (self->pdf, label, value);
}

static void
add_day (PsLetterEvidence *self, const char *label, PsDate day)
{
  g_autofree char *date = ps_format_date (day);

  if (day != PS_DATE_OPEN)
    ps_pdf_fact (self->pdf, label, date);
}

/* ---- what it is */

static void
add_peildatum (PsLetterEvidence *self)
{
  const PsLetter *letter = self->letter;
  const char *label = self->paper != NULL ? self->paper->figures->peildatum_label : letter->peildatum_label;
  g_autofree char *day = ps_format_date (letter->peildatum);
  g_autofree char *both = has_text (label) ? g_strdup_printf ("%s, %s", day, label) : NULL;

  ps_pdf_fact (self->pdf, _("Peildatum"), both != NULL ? both : day);
}

static void
add_sending (PsLetterEvidence *self)
{
  const PsLetter *letter = self->letter;
  g_autofree char *day = ps_format_date (letter->sent_on), *moment = ps_letter_pdf_moment (letter->sent_at);
  g_autofree char *text = NULL;

  if (letter->sent_on == PS_DATE_OPEN)
    return;
  /* Translators: a letter was sent: the day; "By post"; who; the moment at which that was recorded */
  text =
      g_strdup_printf (_("%s. %s. Recorded by %s on %s"), day, ps_letter_means_label (letter->means), letter->sent_by, moment);
  ps_pdf_fact (self->pdf, _("Sent"), text);
}

void
ps_letter_evidence_opening (PsLetterEvidence *self)
{
  const PsLetter *letter = self->letter;
  g_autofree char *title = g_strdup_printf (_("Evidence of letter %s"), letter->number_text);
  g_autofree char *provider = g_strdup_printf (_("%s, AGB code %s"), self->provider, letter->agb);
  g_autofree char *made = ps_letter_pdf_moment (self->made_at);

  ps_pdf_heading (self->pdf, 1, title);
  ps_pdf_fact (self->pdf, _("Provider"), provider);
  add_peildatum (self);
  ps_pdf_fact (self->pdf, _("Kind"), ps_letter_kind_label (letter->kind));
  ps_pdf_fact (self->pdf, _("State"), ps_letter_state_label (letter->state));
  add_sending (self);
  add_fact (self, _("Sent to"), letter->addressee);
  add_day (self, _("Ended"), letter->ended_on);
  add_fact (self, _("Reason of ending"), letter->end_reason);
  ps_pdf_fact (self->pdf, _("This document was made"), made);
}

/* ---- its figures */

static void
add_reasons (PsLetterEvidence *self)
{
  const GArray *scopes = self->letter->figures->scopes;

  for (guint i = 0; i < scopes->len; i++)
    {
      const PsLetterScope *scope = &g_array_index (scopes, PsLetterScope, i);
      g_autofree char *text = NULL;

      if (!has_text (scope->reason))
        continue;
      /* Translators: a scope; the method of its forecast; why that was chosen */
      text = g_strdup_printf (_("%s: forecast by the method “%s”, chosen because: %s"), scope->label,
                              ps_forecast_method_label (scope->method), scope->reason);
      ps_pdf_text (self->pdf, text);
    }
}

void
ps_letter_evidence_figures (PsLetterEvidence *self)
{
  ps_pdf_heading (self->pdf, 2, self->letter->number != 0 ? _("Its figures, as they were sent") : _("Its figures"));
  ps_letter_pdf_figures (self->pdf, self->letter->figures, self->letter->kind);
  add_reasons (self);
}

/* ---- what the closed peildata of the year showed */

static void
add_standing (PsLetterEvidence *self, const PsBandwidthScope *scope, const char *day)
{
  g_autofree char *ceiling = ps_format_amount (scope->ceiling_cents), *realised = ps_format_amount (scope->realised_cents);
  g_autofree char *forecast = ps_format_amount (scope->forecast_cents), *state = ps_bandwidth_state_text (scope);

  ps_pdf_table_row (self->pdf, (const char *const[]){ day, scope->label, ceiling, realised, forecast, state }, FALSE);
}

void
ps_letter_evidence_standings (PsLetterEvidence *self)
{
  const PsPdfColumn columns[] = {
    { _("Peildatum"), 0, PS_PDF_LEFT }, { _("Scope"), 1, PS_PDF_LEFT },     { _("Ceiling"), 0, PS_PDF_RIGHT },
    { _("Realised"), 0, PS_PDF_RIGHT }, { _("Forecast"), 0, PS_PDF_RIGHT }, { _("State"), 1, PS_PDF_LEFT },
  };

  if (self->standings->len == 0)
    return;
  ps_pdf_heading (self->pdf, 2, _("What the closed peildata of the year showed"));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->standings->len; i++)
    {
      const PsBandwidth *standing = g_ptr_array_index (self->standings, i);
      g_autofree char *day = ps_format_date (standing->day);

      for (guint j = 0; j < standing->scopes->len; j++)
        add_standing (self, &g_array_index (standing->scopes, PsBandwidthScope, j), day);
    }
  ps_pdf_table_end (self->pdf);
}

/* ---- terms */

/* Of a term that was met or missed. */
static char *
lateness (PsDate by, PsDate done)
{
  guint days = (guint) (done - by);
  g_autofree char *count = ps_format_count (days);

  return g_strdup_printf (ngettext ("%s day late", "%s days late", days), count);
}

/* What became of it, to this day. */
static char *
verdict (const PsLetterEvidence *self, PsDate by, PsDate done)
{
  g_autofree char *late = NULL;

  if (done != PS_DATE_OPEN)
    return done <= by ? g_strdup (_("kept")) : lateness (by, done);
  if (self->letter->state == PS_LETTER_WITHDRAWN)
    return g_strdup (_("ended with the letter"));
  if (self->letter->state == PS_LETTER_CLOSED)
    return self->letter->ended_on > by ? g_strdup (_("not kept")) : g_strdup (_("ended with the letter"));
  if (self->today <= by)
    return g_strdup (_("runs"));
  late = lateness (by, self->today);
  /* Translators: of a term: nothing was done yet; "3 days late" */
  return g_strdup_printf (_("open, %s"), late);
}

static void
add_term (PsLetterEvidence *self, const char *what, PsDate by, PsDate done)
{
  g_autofree char *last = ps_format_date (by), *day = ps_format_date (done), *words = NULL;

  if (by == PS_DATE_OPEN && done == PS_DATE_OPEN)
    return;
  words = by != PS_DATE_OPEN ? verdict (self, by, done) : g_strdup (_("no day was set"));
  ps_pdf_table_row (self->pdf, (const char *const[]){ what, last, day, words }, FALSE);
}

void
ps_letter_evidence_terms (PsLetterEvidence *self)
{
  const PsLetter *letter = self->letter;
  const PsPdfColumn columns[] = { { C_("letter", "Term"), 1, PS_PDF_LEFT },
                                  { _("At the latest"), 0, PS_PDF_LEFT },
                                  { _("Done on"), 0, PS_PDF_LEFT },
                                  { _("Outcome"), 0, PS_PDF_LEFT } };

  if (letter->due_on == PS_DATE_OPEN)
    return;
  ps_pdf_heading (self->pdf, 2, C_("letter", "Terms"));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  add_term (self, _("Answer of the provider"), letter->due_on, letter->answered_on);
  add_term (self, _("Talk"), letter->talk_by, letter->talked_on);
  add_term (self, _("Decision"), letter->decide_by, letter->decided_on);
  ps_pdf_table_end (self->pdf);
}

/* ---- its course */

static void
add_event (PsLetterEvidence *self, const PsLetterEvent *event)
{
  g_autofree char *day = ps_format_date (event->day), *at = ps_letter_pdf_moment (event->at);

  ps_pdf_table_row (self->pdf, (const char *const[]){ day, ps_letter_event_label (event->kind), event->by, at }, FALSE);
  ps_pdf_table_note (self->pdf, event->note);
}

void
ps_letter_evidence_course (PsLetterEvidence *self)
{
  const PsPdfColumn columns[] = { { _("Day"), 0, PS_PDF_LEFT },
                                  { _("What happened"), 1, PS_PDF_LEFT },
                                  { _("Recorded by"), 1, PS_PDF_LEFT },
                                  { _("Recorded on"), 0, PS_PDF_LEFT } };

  ps_pdf_heading (self->pdf, 2, _("Course"));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->letter->events->len; i++)
    add_event (self, g_ptr_array_index (self->letter->events, i));
  ps_pdf_table_end (self->pdf);
}

static void
add_words (PsLetterEvidence *self, const char *heading, const char *text)
{
  if (!has_text (text))
    return;
  ps_pdf_heading (self->pdf, 3, heading);
  ps_pdf_text (self->pdf, text);
}

void
ps_letter_evidence_outcome (PsLetterEvidence *self)
{
  const PsLetter *letter = self->letter;

  if (!has_text (letter->answer) && !has_text (letter->measures) && !has_text (letter->talk) && !has_text (letter->decision))
    return;
  ps_pdf_heading (self->pdf, 2, _("What was answered, agreed and decided"));
  add_words (self, _("Answer"), letter->answer);
  add_words (self, _("Measures"), letter->measures);
  add_words (self, _("Talk"), letter->talk);
  add_words (self, _("Decision"), letter->decision);
}

/* ---- what proves it */

/* Most reasons are the notes of the course already. */
static gboolean
is_told (const PsLetterEvidence *self, const char *reason)
{
  for (guint i = 0; i < self->letter->events->len; i++)
    if (g_strcmp0 (((const PsLetterEvent *) g_ptr_array_index (self->letter->events, i))->note, reason) == 0)
      return TRUE;
  return FALSE;
}

static void
add_record (PsLetterEvidence *self, const PsHistoryRecord *record)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record->id), *at = ps_letter_pdf_moment (record->made_at);

  ps_pdf_table_row (self->pdf, (const char *const[]){ number, at, record->actor, record->what }, FALSE);
  if (has_text (record->reason) && !is_told (self, record->reason))
    ps_pdf_table_note (self->pdf, record->reason);
  ps_pdf_table_note (self->pdf, record->hash);
}

void
ps_letter_evidence_proof (PsLetterEvidence *self)
{
  const PsPdfColumn columns[] = {
    { _("Record"), 0, PS_PDF_RIGHT }, { _("On"), 0, PS_PDF_LEFT }, { _("By"), 1, PS_PDF_LEFT }, { _("What"), 2, PS_PDF_LEFT }
  };

  ps_pdf_heading (self->pdf, 2, _("Digests and trail"));
  if (has_text (self->letter->pdf_digest))
    ps_pdf_fact (self->pdf, _("SHA-256 of the pages as sent"), self->letter->pdf_digest);
  ps_pdf_text (self->pdf,
               _("Each record of the trail holds the hash of the one before it, so that nothing in it can be changed unseen. "
                  "These are the records of this letter, with their hashes."));
  ps_pdf_table_begin (self->pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->records->len; i++)
    add_record (self, g_ptr_array_index (self->records, i));
  ps_pdf_table_end (self->pdf);
}

/* ---- the text */

/* Of one that was never sent there is no text but that of its draft, with its fields. */
static void
add_draft (PsLetterEvidence *self)
{
  ps_pdf_heading (self->pdf, 2, _("The text of the draft"));
  ps_pdf_heading (self->pdf, 3, self->letter->subject);
  ps_pdf_text (self->pdf, self->letter->body);
}

void
ps_letter_evidence_text (PsLetterEvidence *self)
{
  g_autofree char *subject = NULL;

  ps_pdf_page (self->pdf);
  if (self->paper == NULL)
    {
      add_draft (self);
      return;
    }
  subject = g_strdup_printf (_("Subject: %s"), self->paper->letter->subject);
  ps_pdf_heading (self->pdf, 2, _("The text as it was sent"));
  ps_pdf_text (self->pdf, self->paper->addressee);
  ps_pdf_heading (self->pdf, 3, subject);
  ps_letter_pdf_body (self->pdf, self->paper);
}
