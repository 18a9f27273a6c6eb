/* ps-csv-lines.c: physical lines out of a source, with the start of the row they belong to kept
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-lines.h"

#include <string.h>

#include "ps-csv-batch.h"

#define BUFFER_SIZE (512 * 1024)
G_STATIC_ASSERT (BUFFER_SIZE > 2 * PS_CSV_MAX_ROW_BYTES);

/**
 * ps_csv_lines_init: takes `source`.
 */
void
ps_csv_lines_init (PsCsvLines *lines, PsCsvSource *source)
{
  *lines = (PsCsvLines){ .source = source, .buffer = g_malloc (BUFFER_SIZE) };
}

void
ps_csv_lines_clear (PsCsvLines *lines)
{
  g_clear_pointer (&lines->source, ps_csv_source_close);
  g_clear_pointer (&lines->buffer, g_free);
}

/* Reads on, keeping everything from the row's start. */
static gboolean
read_on (PsCsvLines *lines, GError **error)
{
  gsize n;

  if (lines->row > 0)
    {
      memmove (lines->buffer, lines->buffer + lines->row, lines->end - lines->row);
      lines->position += lines->row;
      lines->next -= lines->row;
      lines->end -= lines->row;
      lines->row = 0;
    }
  g_assert (lines->end < BUFFER_SIZE);
  if (!ps_csv_source_read (lines->source, lines->buffer + lines->end, BUFFER_SIZE - lines->end, &n, error))
    return FALSE;
  lines->end += n;
  lines->at_end = n == 0;
  return TRUE;
}

/**
 * ps_csv_lines_peek: what comes next, as far as it is in memory, without taking it. For the byte order mark and the separator.
 */
gboolean
ps_csv_lines_peek (PsCsvLines *lines, const char **bytes, gsize *length, GError **error)
{
  while (!lines->at_end && lines->end - lines->row < PS_CSV_MAX_ROW_BYTES)
    if (!read_on (lines, error))
      return FALSE;
  *bytes = lines->buffer + lines->next;
  *length = lines->end - lines->next;
  return TRUE;
}

/**
 * ps_csv_lines_skip: passes over bytes that are no part of a line.
 */
void
ps_csv_lines_skip (PsCsvLines *lines, gsize n)
{
  g_assert (lines->next + n <= lines->end);
  lines->next += n;
  lines->row = lines->next;
}

/* Length of the line at `next`, its end included; 0: its end is not in memory. A CR counts as an end where no LF follows. */
static gsize
find_line (const PsCsvLines *lines, gsize *ending)
{
  const char *start = lines->buffer + lines->next;
  gsize available = lines->end - lines->next;
  const char *lf = memchr (start, '\n', available);
  gsize before = lf != NULL ? (gsize) (lf - start) : available;
  const char *cr = memchr (start, '\r', before);
  gsize to_cr = cr != NULL ? (gsize) (cr - start) : before;

  if (cr != NULL && to_cr + 1 == before && lf != NULL)
    *ending = 2;
  else if (cr != NULL && to_cr + 1 == available && !lines->at_end)
    return 0;
  else
    *ending = cr != NULL || lf != NULL ? 1 : 0;

  if (*ending == 0 && !lines->at_end)
    return 0;
  return to_cr + *ending;
}

static void
give (PsCsvLines *lines, gsize length, gsize ending)
{
  lines->bytes = lines->buffer + lines->next;
  lines->length = length;
  lines->ending = ending;
  lines->next += length;
  lines->line++;
}

/* Passes over the rest of a line that does not fit in memory. */
static PsLineResult
skip_line (PsCsvLines *lines, GError **error)
{
  gsize length, ending;

  while ((length = find_line (lines, &ending)) == 0 && lines->next < lines->end)
    {
      gsize kept = lines->buffer[lines->end - 1] == '\r' ? 1 : 0; /* half of a CR LF, perhaps */

      lines->next = lines->end - kept;
      lines->row = lines->next;
      if (!read_on (lines, error))
        return PS_LINE_FAILED;
      if (lines->at_end && lines->next == lines->end)
        break;
    }
  give (lines, length, 0);
  lines->bytes = "";
  lines->length = 0;
  return PS_LINE_TOO_LONG;
}

/**
 * ps_csv_lines_next: the next line in `bytes`, `length` and `ending`; valid until the next call.
 *
 * Returns: PS_LINE_TOO_LONG when it is longer than a row may be. As the first line of a row it was passed over; after other lines
 * of a row it is still to come, for that row cannot be right and will be given up.
 */
PsLineResult
ps_csv_lines_next (PsCsvLines *lines, GError **error)
{
  gsize length, ending = 0;

  for (;;)
    {
      if (lines->at_end && lines->next == lines->end)
        return PS_LINE_NONE;
      length = lines->next < lines->end ? find_line (lines, &ending) : 0;
      if (length > PS_CSV_MAX_ROW_BYTES || (length == 0 && lines->end - lines->next > PS_CSV_MAX_ROW_BYTES))
        return lines->next == lines->row ? skip_line (lines, error) : PS_LINE_TOO_LONG;
      if (length > 0)
        break;
      if (!read_on (lines, error))
        return PS_LINE_FAILED;
    }
  give (lines, length, ending);
  return PS_LINE_READ;
}

/**
 * ps_csv_lines_start_row: what was given so far is done with; the next line starts a row.
 */
void
ps_csv_lines_start_row (PsCsvLines *lines)
{
  lines->row = lines->next;
}

/**
 * ps_csv_lines_resume: goes back to the line after the first one of the row, so that a quote that was left open costs one line.
 * @first_length: length of the row's first line, its end included
 * @first_line: its number
 */
void
ps_csv_lines_resume (PsCsvLines *lines, gsize first_length, guint64 first_line)
{
  lines->next = lines->row + first_length;
  lines->row = lines->next;
  lines->line = first_line;
}
