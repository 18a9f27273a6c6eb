/* ps-generate-file.c: a canonical CSV file, written cell by cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Digits are set by hand into one buffer: printing 2,5 million lines is most of the work of making them.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-file.h"

#include <string.h>

#define BUFFER_SIZE (256 * 1024)
#define MAX_CELL 1024 /* no made-up text is near as long */

struct _PsGenerateFile
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  gsize used;
  gboolean in_row;
  char buffer[BUFFER_SIZE];
};

static void
flush (PsGenerateFile *file)
{
  if (file->error == NULL)
    g_output_stream_write_all (file->stream, file->buffer, file->used, NULL, file->cancellable, &file->error);
  file->used = 0;
}

static char *
begin_cell (PsGenerateFile *file)
{
  if (file->used + MAX_CELL > BUFFER_SIZE)
    flush (file);
  if (file->in_row)
    file->buffer[file->used++] = ';';
  file->in_row = TRUE;
  return file->buffer + file->used;
}

static void
end_cell (PsGenerateFile *file, const char *end)
{
  file->used = (gsize) (end - file->buffer);
}

PsGenerateFile *
ps_generate_file_create (const char *folder, const char *name, const char *header, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) target = g_file_get_child (parent, name);
  GFileOutputStream *stream = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  PsGenerateFile *file;

  if (stream == NULL)
    return NULL;

  file = g_new0 (PsGenerateFile, 1);
  file->stream = G_OUTPUT_STREAM (stream);
  g_set_object (&file->cancellable, cancellable);
  file->used = (gsize) (g_stpcpy (g_stpcpy (g_stpcpy (file->buffer, "\xef\xbb\xbf"), header), "\r\n") - file->buffer);
  return file;
}

gboolean
ps_generate_file_close (PsGenerateFile *file, GError **error)
{
  GError *failure;

  flush (file);
  if (file->error == NULL)
    g_output_stream_close (file->stream, file->cancellable, &file->error);
  failure = g_steal_pointer (&file->error);
  g_object_unref (file->stream);
  g_clear_object (&file->cancellable);
  g_free (file);

  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

void
ps_generate_file_text (PsGenerateFile *file, const char *text)
{
  char *to = begin_cell (file);

  if (text == NULL)
    text = "";
  g_assert (strlen (text) < MAX_CELL / 2 - 8);
  if (strpbrk (text, ";\"\r\n") == NULL)
    {
      end_cell (file, g_stpcpy (to, text));
      return;
    }
  *to++ = '"';
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        *to++ = '"';
      *to++ = *text;
    }
  *to++ = '"';
  end_cell (file, to);
}

/* Digits of `number`, at least `width` of them. */
static char *
put_digits (char *to, guint64 number, int width)
{
  char digits[24];
  int n = 0;

  do
    {
      digits[n++] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0 || n < width);
  while (n > 0)
    *to++ = digits[--n];
  return to;
}

void
ps_generate_file_number (PsGenerateFile *file, gint64 number)
{
  ps_generate_file_decimal (file, number, 0, 0);
}

/* Zeros at the end are left out down to `at_least` decimals: volumes read 12,5 and amounts 12,50. */
void
ps_generate_file_decimal (PsGenerateFile *file, gint64 value, int decimals, int at_least)
{
  char *to = begin_cell (file);
  guint64 rest = value < 0 ? 0 - (guint64) value : (guint64) value;
  guint64 unit = 1;

  for (; decimals > at_least && rest % 10 == 0; decimals--)
    rest /= 10;
  for (int i = 0; i < decimals; i++)
    unit *= 10;

  if (value < 0)
    *to++ = '-';
  to = put_digits (to, rest / unit, 1);
  if (decimals > 0)
    {
      *to++ = ',';
      to = put_digits (to, rest % unit, decimals);
    }
  end_cell (file, to);
}

void
ps_generate_file_date (PsGenerateFile *file, PsDate date)
{
  char *to = begin_cell (file);
  int year, month, day;

  if (date != PS_DATE_OPEN)
    {
      ps_date_to_ymd (date, &year, &month, &day);
      to = put_digits (to, (guint64) day, 2);
      *to++ = '-';
      to = put_digits (to, (guint64) month, 2);
      *to++ = '-';
      to = put_digits (to, (guint64) year, 4);
    }
  end_cell (file, to);
}

void
ps_generate_file_month (PsGenerateFile *file, PsDate first_day)
{
  char *to = begin_cell (file);
  int year, month;

  ps_date_to_ymd (first_day, &year, &month, NULL);
  to = put_digits (to, (guint64) month, 2);
  *to++ = '-';
  end_cell (file, put_digits (to, (guint64) year, 4));
}

void
ps_generate_file_empty (PsGenerateFile *file, guint n_cells)
{
  while (n_cells-- > 0)
    end_cell (file, begin_cell (file));
}

void
ps_generate_file_end_row (PsGenerateFile *file)
{
  file->buffer[file->used++] = '\r';
  file->buffer[file->used++] = '\n';
  file->in_row = FALSE;
}
