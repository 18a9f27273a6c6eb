/* ps-csv-text.c: texts for files that spreadsheets open
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-text.h"

#include <string.h>

/* A negative amount is no formula, and must stay a number. */
static gboolean
is_number (const char *text)
{
  gboolean any = FALSE;

  if (*text == '-' || *text == '+')
    text++;
  for (; g_ascii_isdigit (*text) || *text == '.' || *text == ','; text++)
    any |= g_ascii_isdigit (*text);
  return *text == '\0' && any;
}

/* What a spreadsheet would run; with apostrophes before it, it is a text that was made harmless already. */
static gboolean
is_dangerous (const char *text)
{
  while (*text == '\'')
    text++;
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * ps_csv_text_append: a field, quoted where it must be, with an apostrophe before what a spreadsheet would take for a formula.
 * Fields are separated by semicolons, which are the caller's to write.
 */
void
ps_csv_text_append (GString *line, const char *text)
{
  gboolean harmless = !is_dangerous (text) || is_number (text);
  gboolean quoted = strpbrk (text, ";\"\r\n\t") != NULL || *text == ' ' || (*text != '\0' && text[strlen (text) - 1] == ' ');

  if (quoted)
    g_string_append_c (line, '"');
  if (!harmless)
    g_string_append_c (line, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *c);
    }
  if (quoted)
    g_string_append_c (line, '"');
}

/**
 * ps_csv_text_append_number: a number exactly as it is, for Dutch spreadsheets and for importing again.
 */
void
ps_csv_text_append_number (GString *line, gint64 number, int decimals, int least)
{
  guint64 size = number < 0 ? -(guint64) number : (guint64) number;
  char digits[24];
  int n;

  g_snprintf (digits, sizeof digits, "%0*" G_GUINT64_FORMAT, decimals + 1, size);
  n = (int) strlen (digits);
  for (; decimals > least && digits[n - 1] == '0'; decimals--)
    n--;
  if (number < 0)
    g_string_append_c (line, '-');
  g_string_append_len (line, digits, n - decimals);
  if (decimals > 0)
    {
      g_string_append_c (line, ',');
      g_string_append_len (line, digits + n - decimals, decimals);
    }
}

void
ps_csv_text_append_date (GString *line, PsDate date, gboolean month_only)
{
  int year, month, day;

  if (date == PS_DATE_OPEN)
    return;
  ps_date_to_ymd (date, &year, &month, &day);
  if (!month_only)
    g_string_append_printf (line, "%02d-", day);
  g_string_append_printf (line, "%02d-%04d", month, year);
}

/**
 * ps_csv_text_restored: the text that ps_csv_text_append() was given, without the apostrophe that it may have put before it.
 */
const char *
ps_csv_text_restored (const char *text)
{
  return *text == '\'' && is_dangerous (text) ? text + 1 : text;
}
