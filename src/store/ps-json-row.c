/* ps-json-row.c: the flat JSON of the trail: texts, whole numbers and null
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Undoing an import reads and writes millions of these, so that a general library is no match.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-json-row.h"

#include <string.h>

#include "core/ps-number.h"

void
ps_json_append_text (GString *json, const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      {
        g_string_append_c (json, '\\');
        g_string_append_c (json, *c);
      }
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *c);
    else
      g_string_append_c (json, *c);
  g_string_append_c (json, '"');
}

void
ps_json_append_number (GString *json, gint64 number)
{
  char digits[24];
  char *end = digits + sizeof digits;
  char *start = end;
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;

  if (number == PS_NO_NUMBER)
    {
      g_string_append (json, "null");
      return;
    }
  do
    *--start = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--start = '-';
  g_string_append_len (json, start, end - start);
}

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, " \t\r\n");
}

gboolean
ps_json_take (const char **at, char symbol)
{
  skip_blanks (at);
  if (**at != symbol)
    return FALSE;
  (*at)++;
  return TRUE;
}

gboolean
ps_json_take_null (const char **at)
{
  skip_blanks (at);
  if (strncmp (*at, "null", 4) != 0)
    return FALSE;
  *at += 4;
  return TRUE;
}

gboolean
ps_json_take_number (const char **at, gint64 *number)
{
  char *end = NULL;

  skip_blanks (at);
  if (!g_ascii_isdigit (**at) && **at != '-')
    return FALSE;
  *number = g_ascii_strtoll (*at, &end, 10);
  if (end == *at || *end == '.' || *end == 'e' || *end == 'E')
    return FALSE;
  *at = end;
  return TRUE;
}

static gboolean
take_unicode (const char **at, gunichar *character)
{
  *character = 0;
  for (int i = 0; i < 4; i++, (*at)++)
    {
      if (!g_ascii_isxdigit (**at))
        return FALSE;
      *character = *character << 4 | (gunichar) g_ascii_xdigit_value (**at);
    }
  return TRUE;
}

static gboolean
take_escaped_unicode (const char **at, GString *text)
{
  gunichar first, second;

  if (!take_unicode (at, &first))
    return FALSE;
  if (first >= 0xd800 && first < 0xdc00 && strncmp (*at, "\\u", 2) == 0)
    {
      *at += 2;
      if (!take_unicode (at, &second) || second < 0xdc00 || second > 0xdfff)
        return FALSE;
      first = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
    }
  g_string_append_unichar (text, first);
  return TRUE;
}

static gboolean
take_escape (const char **at, GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter = **at != '\0' ? strchr (letters, **at) : NULL;

  if (**at == 'u')
    {
      (*at)++;
      return take_escaped_unicode (at, text);
    }
  if (letter == NULL)
    return FALSE;
  g_string_append_c (text, meanings[letter - letters]);
  (*at)++;
  return TRUE;
}

gboolean
ps_json_take_text (const char **at, GString *text)
{
  if (!ps_json_take (at, '"'))
    return FALSE;
  g_string_truncate (text, 0);
  while (**at != '"')
    {
      gsize plain = strcspn (*at, "\"\\");

      g_string_append_len (text, *at, (gssize) plain);
      *at += plain;
      if (**at == '\0')
        return FALSE;
      if (**at == '\\')
        {
          (*at)++;
          if (!take_escape (at, text))
            return FALSE;
        }
    }
  (*at)++;
  return TRUE;
}
