/* ps-csv-encoding.c: what the bytes of a line are
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-encoding.h"

#include <string.h>

#define EVERY_BYTE(value) (G_GUINT64_CONSTANT (0x0101010101010101) * (value))

/* 0x80 to 0x9F; 0: no such character. From 0xA0 on a byte is its code point. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static PsBytes
examine_byte (guchar byte)
{
  if (byte >= 0x80)
    return PS_BYTES_HIGH;
  if (byte == 0)
    return PS_BYTES_NUL | PS_BYTES_CONTROL;
  return byte < 0x20 || byte == 0x7F ? PS_BYTES_CONTROL : PS_BYTES_PLAIN;
}

/**
 * ps_bytes_examine: what sorts of bytes there are beside printable ASCII. Eight at a time: most lines have nothing else.
 */
PsBytes
ps_bytes_examine (const char *bytes, gsize length)
{
  PsBytes found = PS_BYTES_PLAIN;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 eight, control;

      memcpy (&eight, bytes + i, 8);
      control = ((eight - EVERY_BYTE (0x20)) | ((eight ^ EVERY_BYTE (0x7F)) - EVERY_BYTE (1)) | eight) & EVERY_BYTE (0x80);
      if (G_LIKELY (control == 0))
        continue;
      for (gsize j = i; j < i + 8; j++)
        found |= examine_byte ((guchar) bytes[j]);
    }
  for (; i < length; i++)
    found |= examine_byte ((guchar) bytes[i]);
  return found;
}

/**
 * ps_bytes_is_windows_1252: whether every byte is a character of that code page.
 */
gboolean
ps_bytes_is_windows_1252 (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];

      if (byte >= 0x80 && byte < 0xA0 && windows_1252[byte - 0x80] == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * ps_bytes_from_windows_1252: writes UTF-8, at most three bytes for each; not terminated. What is no character becomes U+FFFD.
 *
 * Returns: how many bytes it wrote
 */
gsize
ps_bytes_from_windows_1252 (const char *bytes, gsize length, char *utf8)
{
  char *out = utf8;

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = (guchar) bytes[i];

      if (c < 0x80)
        {
          *out++ = (char) c;
          continue;
        }
      if (c < 0xA0)
        c = windows_1252[c - 0x80] != 0 ? windows_1252[c - 0x80] : 0xFFFD;
      out += g_unichar_to_utf8 (c, out);
    }
  return (gsize) (out - utf8);
}

/**
 * ps_bytes_to_shown_text: valid UTF-8 without NUL of whatever bytes, to show a line that could not be read.
 */
char *
ps_bytes_to_shown_text (const char *bytes, gsize length, PsCsvEncoding encoding)
{
  g_autofree char *copy = g_malloc (length + 1);
  char *text;

  memcpy (copy, bytes, length);
  copy[length] = '\0';
  for (gsize i = 0; i < length; i++)
    if (copy[i] == '\0')
      copy[i] = '?';
  if (encoding == PS_CSV_UTF8)
    return g_utf8_make_valid (copy, (gssize) length);

  text = g_malloc (3 * length + 1);
  text[ps_bytes_from_windows_1252 (copy, length, text)] = '\0';
  return text;
}
