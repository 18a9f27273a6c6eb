/* ps-export-row.c: a row of values as a line of a canonical CSV file
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The inverse of ps-csv-convert.c, by the same description of the columns: what it writes, that reads as the same value.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-export-row.h"

#include <string.h>

#include "ps-csv-text.h"

static gint64
number_at (gconstpointer row, const PsCsvColumn *column)
{
  gint64 number;

  memcpy (&number, (const char *) row + column->offset, sizeof number);
  return number;
}

static int
int_at (gconstpointer row, const PsCsvColumn *column)
{
  int number;

  memcpy (&number, (const char *) row + column->offset, sizeof number);
  return number;
}

static const char *
text_at (gconstpointer row, const PsCsvColumn *column)
{
  const char *text;

  memcpy (&text, (const char *) row + column->offset, sizeof text);
  return text;
}

/* How many decimals are written even where they are zero: money has two, however exact its unit is. */
static int
least_decimals (const PsCsvColumn *column)
{
  return column->type == PS_CSV_NUMBER && column->decimals % 2 == 0 ? MIN (column->decimals, 2) : 0;
}

/* A step on the duration is in whole months, where the column has percentages (ps-csv-rules.c). */
static gboolean
is_in_months (PsCsvKind kind, const PsCsvColumn *column, gconstpointer row)
{
  return kind == PS_CSV_SCHEMES && column->offset == offsetof (PsSchemeRow, from)
         && ((const PsSchemeRow *) row)->kind == PS_STEP_NORM_DURATION;
}

static void
append_small (GString *text, PsCsvKind kind, const PsCsvColumn *column, gconstpointer row)
{
  int number = int_at (row, column);

  if (number != column->none)
    ps_csv_text_append_number (text, number, is_in_months (kind, column, row) ? 0 : column->decimals, 0);
}

static void
append_value (GString *text, PsCsvKind kind, const PsCsvColumn *column, gconstpointer row)
{
  switch (column->type)
    {
    case PS_CSV_NUMBER:
      if (number_at (row, column) != column->none)
        ps_csv_text_append_number (text, number_at (row, column), column->decimals, least_decimals (column));
      break;
    case PS_CSV_SMALL:
      append_small (text, kind, column, row);
      break;
    case PS_CSV_DATE:
    case PS_CSV_MONTH:
      ps_csv_text_append_date (text, int_at (row, column), column->type == PS_CSV_MONTH);
      break;
    case PS_CSV_WORD:
      g_string_append (text, ps_words_csv (column->words, int_at (row, column)));
      break;
    case PS_CSV_LUMP_SUM:
      if (int_at (row, column))
        g_string_append (text, ps_words_csv (PS_WORDS_FUNDING, PS_FUNDING_TAAKGERICHT));
      break;
    case PS_CSV_CODE:
    case PS_CSV_TEXT:
    case PS_CSV_CLIENT:
    case PS_CSV_DIGITS:
    default:
      if (text_at (row, column) != NULL)
        ps_csv_text_append (text, text_at (row, column));
      break;
    }
}

void
ps_export_append_header (GString *text, PsCsvKind kind)
{
  const PsCsvKindInfo *info = ps_csv_kind_info (kind);

  for (guint i = 0; i < info->n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", info->columns[i].name);
  g_string_append (text, "\r\n");
}

void
ps_export_append_row (GString *text, PsCsvKind kind, gconstpointer row)
{
  const PsCsvKindInfo *info = ps_csv_kind_info (kind);

  for (guint i = 0; i < info->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      append_value (text, kind, &info->columns[i], row);
    }
  g_string_append (text, "\r\n");
}
