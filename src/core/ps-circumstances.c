/* ps-circumstances.c: what a statement prints beside its dossier, as a document in plain text, and back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-circumstances.h"

#include "ps-dossier-text-private.h"

void
ps_circumstances_free (PsCircumstances *circumstances)
{
  if (circumstances == NULL)
    return;
  g_free (circumstances->region);
  g_free (circumstances->letterhead);
  g_free (circumstances->agb);
  g_free (circumstances->provider);
  g_free (circumstances->kvk);
  g_free (circumstances->address);
  ps_statement_free (circumstances->statement);
  g_free (circumstances);
}

static const char *
certified_word (guint certified)
{
  static const char *const words[] = { "", "bestuur", "accountant" };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == PS_CERTIFIED_BY_AUDITOR + 1);
  return words[certified];
}

/* Writing */

static void
begin_record (PsTextWriter *self, PsRecord record)
{
  ps_text_section (self, record);
  ps_text_record (self, record);
}

static void
write_names (PsTextWriter *self, const PsCircumstances *circumstances)
{
  begin_record (self, PS_RECORD_SENDER);
  ps_text_string (self, circumstances->region);
  ps_text_string (self, circumstances->letterhead);
  ps_text_record_end (self);
  begin_record (self, PS_RECORD_ADDRESSEE);
  ps_text_string (self, circumstances->agb);
  ps_text_string (self, circumstances->provider);
  ps_text_string (self, circumstances->kvk);
  ps_text_string (self, circumstances->address);
  ps_text_record_end (self);
}

static void
write_limits (PsTextWriter *self, const PsStatementLimits *limits)
{
  begin_record (self, PS_RECORD_LIMITS);
  ps_text_number (self, limits->auditor_cents);
  ps_text_date (self, limits->due_on);
  ps_text_date (self, limits->certified_due_on);
  ps_text_record_end (self);
}

static void
write_statement (PsTextWriter *self, const PsProductionStatement *statement)
{
  ps_text_section (self, PS_RECORD_STATEMENT);
  if (statement == NULL)
    return;
  ps_text_record (self, PS_RECORD_STATEMENT);
  ps_text_number (self, statement->stated_cents);
  ps_text_date (self, statement->received_on);
  ps_text_string (self, certified_word (statement->certified));
  ps_text_date (self, statement->certified != PS_CERTIFIED_NOT ? statement->certified_on : PS_DATE_OPEN);
  ps_text_string (self, statement->explanation);
  ps_text_record_end (self);
}

/**
 * ps_circumstances_write:
 *
 * Returns: (transfer full): UTF-8
 */
char *
ps_circumstances_write (const PsCircumstances *circumstances)
{
  PsTextWriter self;

  ps_text_begin (&self, PS_DOCUMENT_CIRCUMSTANCES);
  begin_record (&self, PS_RECORD_CIRCUMSTANCES_OF);
  ps_text_string (&self, circumstances->agb);
  ps_text_number (&self, circumstances->year);
  ps_text_date (&self, circumstances->through);
  ps_text_record_end (&self);
  write_names (&self, circumstances);
  write_limits (&self, &circumstances->limits);
  write_statement (&self, circumstances->statement);
  return ps_text_end (&self);
}

/* Reading */

static void
read_names (PsTextReader *self, PsCircumstances *circumstances, const char *head_agb)
{
  if (ps_reading_only (self, PS_RECORD_SENDER))
    {
      circumstances->region = g_strdup (ps_reading_string (self));
      circumstances->letterhead = ps_reading_copy (self);
    }
  ps_reading_only_end (self);
  if (ps_reading_only (self, PS_RECORD_ADDRESSEE))
    {
      circumstances->agb = g_strdup (ps_reading_code (self));
      circumstances->provider = g_strdup (ps_reading_string (self));
      circumstances->kvk = ps_reading_copy (self);
      circumstances->address = ps_reading_copy (self);
      ps_reading_in_order (self, g_strcmp0 (circumstances->agb, head_agb) == 0 ? -1 : 1);
    }
  ps_reading_only_end (self);
}

static void
read_limits (PsTextReader *self, PsCircumstances *circumstances)
{
  circumstances->limits.year = circumstances->year;
  if (ps_reading_only (self, PS_RECORD_LIMITS))
    {
      circumstances->limits.auditor_cents = ps_reading_optional (self, -G_MAXINT64, G_MAXINT64);
      circumstances->limits.due_on = ps_reading_open (self);
      circumstances->limits.certified_due_on = ps_reading_open (self);
    }
  ps_reading_only_end (self);
}

static void
read_statement (PsTextReader *self, PsCircumstances *circumstances)
{
  ps_reading_section (self, PS_RECORD_STATEMENT);
  while (ps_reading_next (self))
    {
      PsProductionStatement *statement = g_new0 (PsProductionStatement, 1);

      ps_reading_in_order (self, circumstances->statement == NULL ? -1 : 1);
      ps_statement_free (circumstances->statement);
      circumstances->statement = statement;
      statement->year = circumstances->year;
      statement->stated_cents = ps_reading_optional (self, -G_MAXINT64, G_MAXINT64);
      statement->received_on = ps_reading_open (self);
      statement->certified = (PsCertified) ps_reading_choice (self, certified_word, PS_CERTIFIED_BY_AUDITOR + 1);
      statement->certified_on = ps_reading_open (self);
      statement->explanation = ps_reading_copy (self);
    }
}

static void
read_all (PsTextReader *self, PsCircumstances *circumstances)
{
  PsDossierHead head = { 0 };

  ps_dossier_read_head (self, PS_RECORD_CIRCUMSTANCES_OF, &head);
  circumstances->year = head.year;
  circumstances->through = head.through;
  read_names (self, circumstances, head.agb);
  read_limits (self, circumstances);
  read_statement (self, circumstances);
  g_free (head.agb);
}

/**
 * ps_circumstances_read: the circumstances from their document.
 *
 * Returns: (transfer full): %NULL with PS_DOSSIER_ERROR that names document and line
 */
PsCircumstances *
ps_circumstances_read (const char *text, GError **error)
{
  g_autoptr (PsCircumstances) circumstances = g_new0 (PsCircumstances, 1);
  PsTextReader self;

  if (ps_reading_begin (&self, PS_DOCUMENT_CIRCUMSTANCES, text, error))
    read_all (&self, circumstances);
  return ps_reading_end (&self) ? g_steal_pointer (&circumstances) : NULL;
}
