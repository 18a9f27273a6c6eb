/* ps-dossier-fields.c: records and fields of a dossier's documents, written
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-text-private.h"

#include <string.h>

void
ps_text_begin (PsTextWriter *self, PsDocumentKind kind)
{
  self->text = g_string_sized_new (4096);
  self->next = ps_record_first_of (kind);
  self->n_records = 0;
  g_string_append_printf (self->text, "peilstok\t%s\t%d\n", ps_document_name (kind), PS_DOSSIER_FORMAT);
}

/* A section for every kind, with the names of its columns; empty where there is nothing of it. */
void
ps_text_section (PsTextWriter *self, PsRecord record)
{
  g_assert (record == self->next);
  self->next++;
  g_string_append_c (self->text, '#');
  g_string_append (self->text, ps_record_name (record));
  g_string_append_c (self->text, '\t');
  g_string_append (self->text, ps_record_columns (record));
  g_string_append_c (self->text, '\n');
}

void
ps_text_record (PsTextWriter *self, PsRecord record)
{
  self->n_records++;
  g_string_append (self->text, ps_record_name (record));
}

void
ps_text_string (PsTextWriter *self, const char *string)
{
  g_string_append_c (self->text, '\t');
  while (string != NULL && *string != '\0')
    {
      gsize plain = strcspn (string, "\t\n\\");

      g_string_append_len (self->text, string, (gssize) plain);
      string += plain;
      if (*string == '\0')
        break;
      g_string_append_c (self->text, '\\');
      g_string_append_c (self->text, *string == '\t' ? 't' : *string == '\n' ? 'n' : '\\');
      string++;
    }
}

void
ps_text_number (PsTextWriter *self, gint64 number)
{
  char digits[24];
  char *first = digits + sizeof digits;
  guint64 rest = number < 0 ? 0 - (guint64) number : (guint64) number;

  g_string_append_c (self->text, '\t');
  if (number == PS_NO_NUMBER)
    return;
  do
    *--first = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--first = '-';
  g_string_append_len (self->text, first, digits + sizeof digits - first);
}

void
ps_text_date (PsTextWriter *self, PsDate date)
{
  char iso[11];
  int year, month, day;

  g_string_append_c (self->text, '\t');
  if (date == PS_DATE_OPEN)
    return;
  ps_date_to_ymd (date, &year, &month, &day);
  for (int i = 3; i >= 0; i--, year /= 10)
    iso[i] = (char) ('0' + year % 10);
  iso[4] = iso[7] = '-';
  iso[5] = (char) ('0' + month / 10);
  iso[6] = (char) ('0' + month % 10);
  iso[8] = (char) ('0' + day / 10);
  iso[9] = (char) ('0' + day % 10);
  g_string_append_len (self->text, iso, 10);
}

/* As files have them (ps-words.h); "" for nothing given. */
void
ps_text_word (PsTextWriter *self, PsWords list, int value)
{
  ps_text_string (self, ps_words_csv (list, value));
}

void
ps_text_record_end (PsTextWriter *self)
{
  g_string_append_c (self->text, '\n');
}

/* The last line says how many records there are, so that nothing can miss at the end. */
char *
ps_text_end (PsTextWriter *self)
{
  g_string_append (self->text, "#einde");
  ps_text_number (self, self->n_records);
  g_string_append_c (self->text, '\n');
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
