/* ps-csv-texts.c: names, codes and pseudonyms out of the texts of a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-convert.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ps-csv-text.h"

/* Line breaks are part of a text that people wrote; in a code they are a mistake. */
static gboolean
has_control (const char *text, gboolean breaks_allowed)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (breaks_allowed && (*c == '\n' || *c == '\r' || *c == '\t'))
        continue;
      if (g_unichar_iscntrl (g_utf8_get_char (c)))
        return TRUE;
    }
  return FALSE;
}

/**
 * ps_csv_read_text: what the user wrote. The apostrophe that makes a text harmless in a spreadsheet is taken off again.
 */
gboolean
ps_csv_read_text (PsCsvCell *cell, const char **text)
{
  *text = G_UNLIKELY (*cell->text == '\'') ? ps_csv_text_restored (cell->text) : cell->text;

  if (!cell->plain && has_control (*text, cell->column->type == PS_CSV_TEXT))
    return ps_csv_cell_refuse (cell, "%s", _("has control characters in it"));
  if (strlen (*text) > (gsize) cell->column->most && g_utf8_strlen (*text, -1) > cell->column->most)
    return ps_csv_cell_refuse (cell, _("is longer than %d characters"), (int) cell->column->most);
  return TRUE;
}

/* How many digits it is; -1: not digits alone. */
static int
count_digits (const char *text)
{
  int n = 0;

  for (; g_ascii_isdigit (*text); text++)
    n++;
  return *text == '\0' ? n : -1;
}

/**
 * ps_csv_read_digits: a code of a fixed number of digits. Spreadsheets take leading zeros off: one that is missing is said so.
 */
gboolean
ps_csv_read_digits (PsCsvCell *cell, const char **text)
{
  int wanted = cell->column->digits;
  int n = count_digits (cell->text);

  *text = cell->text;
  if (n == wanted)
    return TRUE;
  if (n > 0 && n < wanted)
    return ps_csv_cell_refuse (cell, _("must have %d digits: leading zeros were lost"), wanted);
  return ps_csv_cell_refuse (cell, _("must be exactly %d digits"), wanted);
}

/**
 * ps_csv_is_nine_digits: whether it looks like a citizen service number, right or wrong.
 */
gboolean
ps_csv_is_nine_digits (const char *text)
{
  return count_digits (text) == 9;
}

/**
 * ps_csv_is_bsn: nine digits that pass the eleven test; 000000000 passes it too (domain.md §10).
 */
gboolean
ps_csv_is_bsn (const char *text)
{
  int sum = 0;

  if (!ps_csv_is_nine_digits (text))
    return FALSE;
  for (int i = 0; i < 8; i++)
    sum += (text[i] - '0') * (9 - i);
  return (sum - (text[8] - '0')) % 11 == 0;
}

/**
 * ps_csv_read_client: a pseudonym. Whether the column as a whole holds citizen service numbers is seen before its rows are read;
 * the number of nobody is refused wherever it stands.
 */
gboolean
ps_csv_read_client (PsCsvCell *cell, const char **text)
{
  if (strcmp (cell->text, "000000000") == 0)
    return ps_csv_cell_refuse (cell, "%s", _("is not a client"));
  return ps_csv_read_text (cell, text);
}
