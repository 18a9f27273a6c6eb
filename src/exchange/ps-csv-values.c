/* ps-csv-values.c: numbers, dates, months and words out of the texts of a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-convert.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
recall (const PsCsvCell *cell, gint64 *value)
{
  if (strcmp (cell->memo->text, cell->text) != 0)
    return FALSE;
  *value = cell->memo->value;
  return TRUE;
}

static void
remember (PsCsvCell *cell, gint64 value)
{
  gsize length = strlen (cell->text);

  if (length >= sizeof cell->memo->text)
    return;
  memcpy (cell->memo->text, cell->text, length + 1);
  cell->memo->value = value;
}

/* A bound as people write it: 1200, or 100,00. */
static char *
show_bound (const PsCsvCell *cell, gint64 bound)
{
  gint64 unit = 1;

  for (int i = 0; i < cell->column->decimals; i++)
    unit *= 10;
  return g_strdup_printf ("%" G_GINT64_FORMAT, bound / unit);
}

static gboolean
refuse_range (const PsCsvCell *cell)
{
  const PsCsvColumn *column = cell->column;
  g_autofree char *least = show_bound (cell, column->least);
  g_autofree char *most = show_bound (cell, column->most);

  if (column->least == 0 && *cell->text == '-')
    return ps_csv_cell_refuse (cell, "%s", _("must not be negative"));
  return ps_csv_cell_refuse (cell, _("must be from %s to %s"), least, most);
}

static gboolean
refuse_number (const PsCsvCell *cell, PsNumberStatus status)
{
  int decimals = cell->column->decimals;

  if (status == PS_NUMBER_TOO_LARGE)
    return refuse_range (cell);
  if (status == PS_NUMBER_TOO_PRECISE && decimals > 0)
    return ps_csv_cell_refuse (cell, ngettext ("has more than %d decimal", "has more than %d decimals", (gulong) decimals),
                               decimals);
  if (decimals == 0)
    return ps_csv_cell_refuse (cell, "%s", _("is not a whole number"));
  if (cell->converter->decimal == PS_DECIMAL_POINT)
    return ps_csv_cell_refuse (cell, "%s",
                               _("is not a number like 1,234.56 (a decimal point, and commas only between thousands)"));
  return ps_csv_cell_refuse (cell, "%s",
                             _("is not a number like 1.234,56 (a decimal comma, and points only between thousands)"));
}

/**
 * ps_csv_read_number: in the column's unit and within its bounds. More decimals than are kept is an error (files-and-cli.md).
 */
gboolean
ps_csv_read_number (PsCsvCell *cell, gint64 *value)
{
  PsNumberStatus status;

  if (recall (cell, value))
    return TRUE;
  status = ps_number_parse (cell->text, cell->column->decimals, cell->converter->decimal, value);
  if (status != PS_NUMBER_OK)
    return refuse_number (cell, status);
  if (*value < cell->column->least || *value > cell->column->most)
    return refuse_range (cell);
  remember (cell, *value);
  return TRUE;
}

gboolean
ps_csv_read_date (PsCsvCell *cell, PsDate *date)
{
  gint64 known;

  if (recall (cell, &known))
    {
      *date = (PsDate) known;
      return TRUE;
    }
  if (!ps_date_parse (cell->text, date))
    return ps_csv_cell_refuse (cell, "%s", _("is not a date like 31-12-2024, 2024-12-31 or 20241231"));
  remember (cell, *date);
  return TRUE;
}

gboolean
ps_csv_read_month (PsCsvCell *cell, PsDate *first_day)
{
  return ps_date_parse_month (cell->text, first_day) || ps_csv_cell_refuse (cell, "%s", _("is not a month like 12-2024"));
}

/**
 * ps_csv_read_word: a word, or an iJw code, of the column's list.
 */
gboolean
ps_csv_read_word (PsCsvCell *cell, int *value)
{
  g_autofree char *choice = NULL;
  gint64 known;

  if (recall (cell, &known))
    {
      *value = (int) known;
      return TRUE;
    }
  if (ps_words_parse (cell->column->words, cell->text, value))
    {
      remember (cell, *value);
      return TRUE;
    }
  choice = ps_words_choice (cell->column->words);
  return ps_csv_cell_refuse (cell, _("is none of: %s"), choice);
}

/**
 * ps_csv_read_lump_sum: an agreement line is marked as taakgericht, or not marked at all (domain.md §4).
 */
gboolean
ps_csv_read_lump_sum (PsCsvCell *cell, gboolean *lump_sum)
{
  *lump_sum = g_ascii_strcasecmp (cell->text, ps_words_csv (PS_WORDS_FUNDING, PS_FUNDING_TAAKGERICHT)) == 0;
  return *lump_sum || ps_csv_cell_refuse (cell, "%s", _("must be empty or “taakgericht”"));
}
