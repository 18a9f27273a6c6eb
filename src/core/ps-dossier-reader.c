/* ps-dossier-reader.c: records and fields of a dossier's documents, read
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Strict: a document is what ps_dossier_write() would write, to the byte, or it is refused with its name and line.
 */
#include "ps-dossier-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ps - dossier - error - quark, ps_dossier_error)

static void
fail_with (PsTextReader *self, PsDossierError code, const char *why)
{
  g_autofree char *line = g_strdup_printf ("%u", self->line);

  if (!self->failed)
    /* Translators: a document of a frozen settlement, its line, and what is wrong with it */
    g_set_error (self->error, PS_DOSSIER_ERROR, code, _("Document “%s”, line %s: %s"), ps_document_name (self->kind), line, why);
  self->failed = TRUE;
}

void
ps_reading_fail (PsTextReader *self, const char *why)
{
  fail_with (self, PS_DOSSIER_ERROR_MALFORMED, why);
}

/* The next line of the document, taken off it; NULL at its end. A line that has no end was cut off. */
static char *
take_line (PsTextReader *self)
{
  char *line = self->rest, *end = strchr (line, '\n');

  if (*line == '\0' || end == NULL)
    return NULL;
  *end = '\0';
  self->rest = end + 1;
  self->line++;
  return line;
}

static void
read_first_line (PsTextReader *self)
{
  const char *line = take_line (self);
  g_autofree char *prefix = g_strdup_printf ("peilstok\t%s\t", ps_document_name (self->kind));
  guint64 format;

  if (line == NULL || !g_str_has_prefix (line, prefix)
      || !g_ascii_string_to_unsigned (line + strlen (prefix), 10, 1, G_MAXINT, &format, NULL))
    {
      self->line = 1;
      ps_reading_fail (self, _("this is not the beginning of such a document"));
    }
  else if (format > PS_DOSSIER_FORMAT)
    fail_with (self, PS_DOSSIER_ERROR_NEWER, _("it was written by a newer version of this program"));
  else if (line[strlen (prefix)] == '0')
    ps_reading_fail (self, _("this is not a number"));
}

gboolean
ps_reading_begin (PsTextReader *self, PsDocumentKind kind, const char *text, GError **error)
{
  *self = (PsTextReader){ .kind = kind, .error = error, .next = ps_record_first_of (kind) };
  self->copy = g_strdup (text != NULL ? text : "");
  self->rest = self->copy;
  if (g_utf8_validate (self->copy, -1, NULL))
    read_first_line (self);
  else
    {
      self->line = 1;
      ps_reading_fail (self, _("this is not text in UTF-8"));
    }
  return !self->failed;
}

void
ps_reading_section (PsTextReader *self, PsRecord record)
{
  const char *line, *name = ps_record_name (record);
  gsize length = strlen (name);

  g_assert (record == self->next);
  self->next++;
  self->record = record;
  if (self->failed)
    return;
  line = take_line (self);
  if (line == NULL)
    ps_reading_fail (self, _("the document ends here, too early"));
  else if (*line != '#' || strncmp (line + 1, name, length) != 0 || line[length + 1] != '\t'
           || !g_str_equal (line + length + 2, ps_record_columns (record)))
    ps_reading_fail (self, _("another kind of record is expected here"));
}

/* The number of fields from the one on that `field` is the first of. Fields are short: a loop is faster than strchr(). */
static guint
count_fields (const char *field)
{
  guint n = 1;

  for (; *field != '\0'; field++)
    n += *field == '\t';
  return n;
}

gboolean
ps_reading_next (PsTextReader *self)
{
  const char *name = ps_record_name (self->record);
  char *line;

  if (!self->failed && self->field != NULL)
    ps_reading_fail (self, _("the record has too many fields"));
  if (self->failed || *self->rest == '#')
    return FALSE;
  line = take_line (self);
  if (line == NULL)
    ps_reading_fail (self, _("the document ends here, too early"));
  else if (!g_str_has_prefix (line, name) || line[strlen (name)] != '\t')
    ps_reading_fail (self, _("another kind of record is expected here"));
  else if (count_fields (line + strlen (name) + 1) != ps_record_n_columns (self->record))
    ps_reading_fail (self, _("the record has too few or too many fields"));
  if (self->failed)
    return FALSE;
  self->field = line + strlen (name) + 1;
  self->n_records++;
  return TRUE;
}

gboolean
ps_reading_end (PsTextReader *self)
{
  g_autofree char *end = g_strdup_printf ("#einde\t%u", self->n_records);
  const char *line;

  if (!self->failed)
    {
      g_assert (self->next == ps_record_first_of (self->kind + 1));
      line = take_line (self);
      if (line == NULL || !g_str_equal (line, end))
        ps_reading_fail (self, _("the document does not end as it should"));
      else if (*self->rest != '\0')
        ps_reading_fail (self, _("something follows the end of the document"));
    }
  g_clear_pointer (&self->copy, g_free);
  return !self->failed;
}

void
ps_reading_in_order (PsTextReader *self, int order)
{
  if (order >= 0)
    ps_reading_fail (self, _("the record is not in its place, or there twice"));
}

/* Fields */

/* Takes \t, \n and \\ back, in place, from the first backslash on. */
static gboolean
unescape (char *to)
{
  for (const char *from = to; *from != '\0'; from++)
    {
      if (*from == '\\')
        {
          from++;
          if (*from != 't' && *from != 'n' && *from != '\\')
            return FALSE;
          *to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : '\\';
        }
      else
        *to++ = *from;
    }
  *to = '\0';
  return TRUE;
}

/* Parts the next field from those behind it. Returns its first backslash, or NULL. */
static char *
part_field (PsTextReader *self)
{
  char *end = self->field, *backslash = NULL;

  for (; *end != '\0' && *end != '\t'; end++)
    if (*end == '\\' && backslash == NULL)
      backslash = end;
  self->field = *end == '\t' ? end + 1 : NULL;
  *end = '\0';
  return backslash;
}

const char *
ps_reading_string (PsTextReader *self)
{
  const char *field = self->field;
  char *backslash;

  if (self->failed || field == NULL)
    {
      ps_reading_fail (self, _("the record has too few or too many fields"));
      return "";
    }
  backslash = part_field (self);
  if (backslash == NULL || unescape (backslash))
    return field;
  ps_reading_fail (self, _("a backslash stands alone"));
  return "";
}

gboolean
ps_reading_nothing (PsTextReader *self)
{
  if (self->field == NULL || (*self->field != '\0' && *self->field != '\t'))
    return FALSE;
  ps_reading_string (self);
  return TRUE;
}

const char *
ps_reading_code (PsTextReader *self)
{
  const char *code = ps_reading_string (self);

  if (*code == '\0')
    ps_reading_fail (self, _("a field that must be filled in is empty"));
  return code;
}

char *
ps_reading_copy (PsTextReader *self)
{
  const char *string = ps_reading_string (self);

  return *string != '\0' ? g_strdup (string) : NULL;
}

/* A whole number as it is written: no zeros in front, no plus. */
static gboolean
parse_number (const char *field, gint64 *number)
{
  gboolean negative = *field == '-';
  guint64 value = 0;

  field += negative;
  if (*field == '\0' || (*field == '0' && (field[1] != '\0' || negative)))
    return FALSE;
  for (; *field != '\0'; field++)
    {
      guint digit = (guint) (*field - '0');

      if (digit > 9 || value > ((guint64) G_MAXINT64 - digit) / 10)
        return FALSE;
      value = value * 10 + digit;
    }
  *number = negative ? -(gint64) value : (gint64) value;
  return TRUE;
}

static gint64
number_of (PsTextReader *self, const char *field, gint64 least, gint64 most)
{
  gint64 number = 0;

  if (self->failed)
    return least;
  if (!parse_number (field, &number))
    ps_reading_fail (self, _("this is not a number"));
  else if (number < least || number > most)
    ps_reading_fail (self, _("a number is out of range"));
  return self->failed ? least : number;
}

gint64
ps_reading_number (PsTextReader *self, gint64 least, gint64 most)
{
  return number_of (self, ps_reading_string (self), least, most);
}

gint64
ps_reading_optional (PsTextReader *self, gint64 least, gint64 most)
{
  const char *field = ps_reading_string (self);

  return *field == '\0' ? PS_NO_NUMBER : number_of (self, field, least, most);
}

gint64
ps_reading_amount (PsTextReader *self)
{
  return ps_reading_number (self, -G_MAXINT64, G_MAXINT64);
}

PsDate
ps_reading_open (PsTextReader *self)
{
  const char *field = ps_reading_string (self);
  PsDate date;

  if (*field == '\0')
    return PS_DATE_OPEN;
  if (strlen (field) == 10 && field[4] == '-' && ps_date_parse (field, &date))
    return date;
  ps_reading_fail (self, _("this is not a day"));
  return PS_DATE_OPEN;
}

PsDate
ps_reading_date (PsTextReader *self)
{
  PsDate date = ps_reading_open (self);

  if (date == PS_DATE_OPEN)
    ps_reading_fail (self, _("a field that must be filled in is empty"));
  return self->failed ? PS_DATE_MIN : date;
}

static int
word_of (PsTextReader *self, const char *field, PsWords list)
{
  int value = 0;

  if (!self->failed && (!ps_words_parse (list, field, &value) || !g_str_equal (ps_words_csv (list, value), field)))
    ps_reading_fail (self, _("this word is not in its list"));
  return value;
}

int
ps_reading_word (PsTextReader *self, PsWords list)
{
  return word_of (self, ps_reading_string (self), list);
}

int
ps_reading_word_or (PsTextReader *self, PsWords list, int otherwise)
{
  const char *field = ps_reading_string (self);

  return *field == '\0' ? otherwise : word_of (self, field, list);
}

guint
ps_reading_choice (PsTextReader *self, const char *(*choice) (guint), guint n)
{
  const char *field = ps_reading_string (self);

  for (guint i = 0; i < n && !self->failed; i++)
    if (g_str_equal (choice (i), field))
      return i;
  ps_reading_fail (self, _("this word is not in its list"));
  return 0;
}
