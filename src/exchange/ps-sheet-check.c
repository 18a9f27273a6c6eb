/* ps-sheet-check.c: whether a book was written to its end
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * libxlsxwriter prepares each part of a book in a temporary file and does not look whether all of it came there: on a full disk the
 * book would be complete as an archive, with a sheet in it that ends in the middle. Every part is XML, and says by its last tag
 * that it is whole.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-sheet-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A part's header in the archive: its signature, and where things are in it. */
#define SIGNATURE "PK\3\4"
#define HEADER_SIZE 30
#define METHOD_AT 8
#define SIZE_AT 18
#define NAME_LENGTH_AT 26
#define EXTRA_LENGTH_AT 28
#define METHOD_STORED 0

static guint
number_at (const guchar *bytes, int n)
{
  guint number = 0;

  for (int i = n - 1; i >= 0; i--)
    number = number << 8 | bytes[i];
  return number;
}

/* The part as it was before it was packed; NULL: it cannot be unpacked. */
static GBytes *
unpack (const guchar *data, gsize size, guint method)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GOutputStream) content = g_memory_output_stream_new_resizable ();

  if (method == METHOD_STORED)
    return g_bytes_new (data, size);
  if (g_output_stream_splice (content, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (content));
}

/* Whether the text ends with the end of its first element. */
static gboolean
is_whole_xml (const char *text, gsize length)
{
  const char *start = g_strstr_len (text, (gssize) length, "?>");
  g_autofree char *name = NULL;
  g_autofree char *end = NULL;
  gsize n;

  if (start == NULL)
    return FALSE;
  start = g_strstr_len (start, (gssize) length - (start - text), "<");
  if (start == NULL)
    return FALSE;
  for (n = 1; start + n < text + length && strchr (" />\n\r", start[n]) == NULL; n++)
    ;
  name = g_strndup (start + 1, n - 1);
  end = g_strdup_printf ("</%s>", name);
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  return (length > strlen (end) && memcmp (text + length - strlen (end), end, strlen (end)) == 0)
         || memchr (start, '>', length - (gsize) (start - text)) == text + length - 1;
}

/* One part; @next: where the one after it begins. */
static gboolean
is_whole_part (const guchar *data, gsize length, gsize *next)
{
  g_autoptr (GBytes) content = NULL;
  gsize size, start;

  if (length < HEADER_SIZE)
    return FALSE;
  size = number_at (data + SIZE_AT, 4);
  start = HEADER_SIZE + number_at (data + NAME_LENGTH_AT, 2) + number_at (data + EXTRA_LENGTH_AT, 2);
  if (start + size > length)
    return FALSE;
  *next = start + size;
  content = unpack (data + start, size, number_at (data + METHOD_AT, 2));
  return content != NULL && is_whole_xml (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
}

/* All parts, one after the other; the archive's list of them comes after the last. */
static gboolean
is_whole_book (const guchar *data, gsize length)
{
  gsize at = 0, next = 0;

  while (at + HEADER_SIZE < length && memcmp (data + at, SIGNATURE, 4) == 0)
    {
      if (!is_whole_part (data + at, length - at, &next))
        return FALSE;
      at += next;
    }
  return at > 0;
}

gboolean
ps_sheet_check (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return FALSE;
  if (is_whole_book ((const guchar *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file)))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s",
               _("The spreadsheet was not written: there is not enough room for temporary files. Make room and try again."));
  return FALSE;
}
