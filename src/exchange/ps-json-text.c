/* ps-json-text.c: JSON written piece by piece
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-json-text.h"

static void
start_line (PsJsonText *json)
{
  g_string_append_c (json->text, '\n');
  for (guint i = 0; i < json->depth; i++)
    g_string_append_c (json->text, ' ');
}

/* What stands before a value: a comma, the line and its name. */
static void
start_value (PsJsonText *json, const char *name)
{
  if (!json->first)
    g_string_append_c (json->text, ',');
  if (json->depth > 0)
    start_line (json);
  json->first = FALSE;
  if (name == NULL)
    return;
  g_string_append_c (json->text, '"');
  g_string_append (json->text, name);
  g_string_append_len (json->text, "\": ", 3);
}

/**
 * ps_json_text_begin: an object or an array: @bracket is `{` or `[`.
 */
void
ps_json_text_begin (PsJsonText *json, const char *name, char bracket)
{
  start_value (json, name);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->first = TRUE;
}

/**
 * ps_json_text_end: its end: @bracket is `}` or `]`.
 */
void
ps_json_text_end (PsJsonText *json, char bracket)
{
  g_assert (json->depth > 0);
  json->depth--;
  if (!json->first)
    start_line (json);
  g_string_append_c (json->text, bracket);
  json->first = FALSE;
}

void
ps_json_text_number (PsJsonText *json, const char *name, gint64 number)
{
  char digits[24];
  char *start = digits + sizeof digits;
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;

  do
    *--start = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--start = '-';
  start_value (json, name);
  g_string_append_len (json->text, start, digits + sizeof digits - start);
}

static void
append_escaped (GString *text, guchar c)
{
  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (text, '\\');
      g_string_append_c (text, (char) c);
      break;
    case '\n':
      g_string_append (text, "\\n");
      break;
    default:
      g_string_append_printf (text, "\\u%04x", c);
      break;
    }
}

static gboolean
must_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

void
ps_json_text_string (PsJsonText *json, const char *name, const char *string)
{
  start_value (json, name);
  g_string_append_c (json->text, '"');
  for (const char *c = string; *c != '\0';)
    {
      const char *end = c;

      while (*end != '\0' && !must_escape ((guchar) *end))
        end++;
      g_string_append_len (json->text, c, end - c);
      if (*end != '\0')
        append_escaped (json->text, (guchar) *end++);
      c = end;
    }
  g_string_append_c (json->text, '"');
}

void
ps_json_text_boolean (PsJsonText *json, const char *name, gboolean value)
{
  start_value (json, name);
  g_string_append (json->text, value ? "true" : "false");
}

void
ps_json_text_null (PsJsonText *json, const char *name)
{
  start_value (json, name);
  g_string_append (json->text, "null");
}

void
ps_json_text_optional (PsJsonText *json, const char *name, const char *string)
{
  if (string != NULL)
    ps_json_text_string (json, name, string);
  else
    ps_json_text_null (json, name);
}

void
ps_json_text_reference (PsJsonText *json, const char *name, gint64 id)
{
  if (id != 0)
    ps_json_text_number (json, name, id);
  else
    ps_json_text_null (json, name);
}
