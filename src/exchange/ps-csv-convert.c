/* ps-csv-convert.c: rows of texts into rows of values
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-convert.h"

#include <string.h>

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT (sizeof (PsUnit) == sizeof (int) && sizeof (PsExchange) == sizeof (int) && sizeof (PsDate) == sizeof (int));

/**
 * ps_csv_converter_init: @places: for each column of the kind its place in the file; -1 where the file does not have it.
 */
void
ps_csv_converter_init (PsCsvConverter *converter, PsCsvKind kind, PsDecimal decimal, guint file, const int *places)
{
  *converter = (PsCsvConverter){ .kind = kind, .info = ps_csv_kind_info (kind), .decimal = decimal, .file = file };
  memcpy (converter->places, places, converter->info->n_columns * sizeof *places);
}

/**
 * ps_csv_cell_refuse: says what is wrong with a value. Returns: FALSE
 */
gboolean
ps_csv_cell_refuse (const PsCsvCell *cell, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ps_csv_problems_add (cell->problems, cell->row, cell->column->name, cell->text, "%s", reason);
  return FALSE;
}

static void
set_int (PsAnyRow *row, const PsCsvColumn *column, gint64 value)
{
  int narrow = (int) value;

  memcpy ((char *) row + column->offset, &narrow, sizeof narrow);
}

static void
set_number (PsAnyRow *row, const PsCsvColumn *column, gint64 value)
{
  memcpy ((char *) row + column->offset, &value, sizeof value);
}

static void
set_text (PsAnyRow *row, const PsCsvColumn *column, const char *text)
{
  memcpy ((char *) row + column->offset, &text, sizeof text);
}

/* What a value that is not there becomes. */
static void
set_none (PsAnyRow *row, const PsCsvColumn *column)
{
  switch (column->type)
    {
    case PS_CSV_CODE:
    case PS_CSV_TEXT:
    case PS_CSV_CLIENT:
    case PS_CSV_DIGITS:
      set_text (row, column, NULL);
      break;
    case PS_CSV_NUMBER:
      set_number (row, column, column->none);
      break;
    case PS_CSV_SMALL:
    case PS_CSV_DATE:
    case PS_CSV_MONTH:
    case PS_CSV_WORD:
    case PS_CSV_LUMP_SUM:
    default:
      set_int (row, column, column->none);
      break;
    }
}

static void
read_text (PsCsvCell *cell, PsAnyRow *row)
{
  const char *text = cell->text;
  gboolean good;

  if (cell->column->type == PS_CSV_DIGITS)
    good = ps_csv_read_digits (cell, &text);
  else if (cell->column->type == PS_CSV_CLIENT)
    good = ps_csv_read_client (cell, &text);
  else
    good = ps_csv_read_text (cell, &text);
  if (good)
    set_text (row, cell->column, text);
}

static void
read_date (PsCsvCell *cell, PsAnyRow *row)
{
  PsDate date;

  if (cell->column->type == PS_CSV_MONTH ? ps_csv_read_month (cell, &date) : ps_csv_read_date (cell, &date))
    set_int (row, cell->column, date);
}

static void
read_word (PsCsvCell *cell, PsAnyRow *row)
{
  int value;

  if (cell->column->type == PS_CSV_LUMP_SUM ? ps_csv_read_lump_sum (cell, &value) : ps_csv_read_word (cell, &value))
    set_int (row, cell->column, value);
}

static void
read_number (PsCsvCell *cell, PsAnyRow *row)
{
  gint64 value;

  if (!ps_csv_read_number (cell, &value))
    return;
  if (cell->column->type == PS_CSV_SMALL)
    set_int (row, cell->column, value);
  else
    set_number (row, cell->column, value);
}

static void
read_value (PsCsvCell *cell, PsAnyRow *row)
{
  switch (cell->column->type)
    {
    case PS_CSV_NUMBER:
    case PS_CSV_SMALL:
      read_number (cell, row);
      break;
    case PS_CSV_DATE:
    case PS_CSV_MONTH:
      read_date (cell, row);
      break;
    case PS_CSV_WORD:
    case PS_CSV_LUMP_SUM:
      read_word (cell, row);
      break;
    case PS_CSV_CODE:
    case PS_CSV_TEXT:
    case PS_CSV_CLIENT:
    case PS_CSV_DIGITS:
    default:
      read_text (cell, row);
      break;
    }
}

/**
 * ps_csv_value_in_file: what stands in a row under a column of that name, borrowed from the batch: messages show values as the user
 * finds them in the file, not as they were understood.
 * @places: for each column of the kind its place in the file; -1 where the file does not have it
 *
 * Returns: NULL where there is no such column
 */
const char *
ps_csv_value_in_file (PsCsvKind kind, const int *places, const PsCsvBatch *batch, guint row, const char *column)
{
  int known = column != NULL ? ps_csv_kind_find_column (kind, column) : -1;

  return known >= 0 && places[known] >= 0 ? ps_csv_batch_field (batch, row, (guint) places[known]) : NULL;
}

static void
check_row (PsCsvConverter *converter, const PsCsvBatch *batch, guint place, PsAnyRow *row, PsCsvProblems *problems)
{
  guint n_problems = problems->array->len;

  ps_csv_check_row (converter->kind, row, place, problems);
  for (guint i = n_problems; i < problems->array->len; i++)
    {
      PsCsvProblem *problem = &g_array_index (problems->array, PsCsvProblem, i);

      problem->value = ps_csv_value_in_file (converter->kind, converter->places, batch, place, problem->column);
    }
}

static void
convert_row (PsCsvConverter *converter, const PsCsvBatch *batch, guint place, PsAnyRow *row, PsCsvProblems *problems)
{
  const PsCsvKindInfo *info = converter->info;
  guint n_problems = problems->array->len;
  PsCsvCell cell = { .converter = converter, .plain = batch->rows[place].plain, .row = place, .problems = problems };

  row->origin = (PsOrigin){ converter->file, batch->rows[place].line };
  for (guint i = 0; i < info->n_columns; i++)
    {
      cell.column = &info->columns[i];
      cell.memo = &converter->memos[i];
      cell.text = converter->places[i] >= 0 ? ps_csv_batch_field (batch, place, (guint) converter->places[i]) : "";
      if (*cell.text == '\0')
        {
          set_none (row, cell.column);
          if (cell.column->required)
            ps_csv_cell_refuse (&cell, "%s", _("must not be empty"));
        }
      else
        read_value (&cell, row);
    }
  if (problems->array->len == n_problems)
    check_row (converter, batch, place, row, problems);
}

/**
 * ps_csv_fault_reason: why a row could not be split into fields, translated.
 */
const char *
ps_csv_fault_reason (PsCsvFault fault)
{
  switch (fault)
    {
    case PS_CSV_FAULT_QUOTE:
      return _("a quotation mark stands in the wrong place: a field with quotation marks in it is quoted, and they are doubled");
    case PS_CSV_FAULT_UNCLOSED:
      return _("a quotation mark that opens on this line is not closed as it should");
    case PS_CSV_FAULT_TOO_LONG:
      return _("the line is too long to be a row");
    case PS_CSV_FAULT_NUL:
      return _("the line has NUL bytes in it; save the file again as CSV in UTF-8");
    case PS_CSV_FAULT_CHARACTER:
      return _("the line has bytes in it that are no text");
    case PS_CSV_FAULT_TOO_MANY_FIELDS:
      return _("the row has more fields than there are columns");
    case PS_CSV_FAULT_TOO_MANY_COLUMNS:
      return _("the file has too many columns");
    case PS_CSV_FAULT_CUT_OFF:
      return _("the file ends in the middle of this row");
    case PS_CSV_FAULT_NONE:
    default:
      g_assert_not_reached ();
    }
}

/**
 * ps_csv_convert_batch: every row of a batch.
 * @rows: as many as the batch has; their texts are borrowed from it. A row that `problems` speaks of is not complete.
 */
void
ps_csv_convert_batch (PsCsvConverter *converter, PsCsvBatch *batch, PsAnyRow *rows, PsCsvProblems *problems)
{
  ps_csv_problems_reset (problems);
  for (guint i = 0; i < batch->n_rows; i++)
    {
      PsCsvFault fault = (PsCsvFault) batch->rows[i].fault;

      rows[i].origin = (PsOrigin){ converter->file, batch->rows[i].line };
      if (fault != PS_CSV_FAULT_NONE)
        ps_csv_problems_add (problems, i, NULL, ps_csv_batch_field (batch, i, 0), "%s", ps_csv_fault_reason (fault));
      else
        convert_row (converter, batch, i, &rows[i], problems);
    }
}
