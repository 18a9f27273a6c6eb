/* ps-csv-separator.c: which sign separates the fields
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-separator.h"

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/**
 * ps_csv_guess_separator: `;`, a tab or `,`, whichever stands most often in the first line that is not blank, outside quotes.
 * @bytes: the start of the file, after a byte order mark
 */
char
ps_csv_guess_separator (const char *bytes, gsize length)
{
  guint semicolons = 0, tabs = 0, commas = 0;
  gboolean quoted = FALSE;
  gsize i = 0;

  while (i < length && (is_line_end (bytes[i]) || bytes[i] == ' '))
    i++;
  for (; i < length && (quoted || !is_line_end (bytes[i])); i++)
    {
      if (bytes[i] == '"')
        quoted = !quoted;
      else if (!quoted)
        {
          semicolons += bytes[i] == ';';
          tabs += bytes[i] == '\t';
          commas += bytes[i] == ',';
        }
    }
  if (tabs > semicolons && tabs >= commas)
    return '\t';
  return commas > semicolons ? ',' : ';';
}
