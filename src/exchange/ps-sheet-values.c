/* ps-sheet-values.c: numbers as a spreadsheet's cells have and show them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The formats are those of the file format, which every program shows in its user's own notation: "#,##0.00" is 1.234,50 in a Dutch
 * one.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-sheet-book.h"

#include "core/ps-format.h"

#define EPOCH 25569 /* 1970-01-01 in days of a spreadsheet */

static const char *const number_formats[PS_N_SHEET_FORMATS] = {
  [PS_SHEET_FORMAT_TEXT] = "@",           [PS_SHEET_FORMAT_MONEY] = "\"€ \"#,##0.00;\"€ \"-#,##0.00",
  [PS_SHEET_FORMAT_COUNT] = "#,##0",      [PS_SHEET_FORMAT_PERCENT] = "0.0# %",
  [PS_SHEET_FORMAT_DATE] = "dd-mm-yyyy",  [PS_SHEET_FORMAT_TARIFF] = "\"€ \"#,##0.00##;\"€ \"-#,##0.00##",
  [PS_SHEET_FORMAT_VOLUME] = "#,##0.0##",
};

/* What a kind's unit is of what the cell shows. */
static double
divisor_of (PsSheetKind kind)
{
  switch (kind)
    {
    case PS_SHEET_MONEY:
      return 100;
    case PS_SHEET_PERCENT:
    case PS_SHEET_TARIFF:
      return 10000;
    case PS_SHEET_VOLUME:
      return 1000;
    case PS_SHEET_TEXT:
    case PS_SHEET_COUNT:
    case PS_SHEET_DATE:
    default:
      return 1;
    }
}

PsSheetFormat
ps_sheet_format_of (PsSheetKind kind, gint64 number)
{
  switch (kind)
    {
    case PS_SHEET_MONEY:
      return PS_SHEET_FORMAT_MONEY;
    case PS_SHEET_PERCENT:
      return PS_SHEET_FORMAT_PERCENT;
    case PS_SHEET_DATE:
      return PS_SHEET_FORMAT_DATE;
    case PS_SHEET_TARIFF:
      return PS_SHEET_FORMAT_TARIFF;
    case PS_SHEET_VOLUME:
      return number % 1000 == 0 ? PS_SHEET_FORMAT_COUNT : PS_SHEET_FORMAT_VOLUME;
    case PS_SHEET_TEXT:
    case PS_SHEET_COUNT:
    default:
      return PS_SHEET_FORMAT_COUNT;
    }
}

/* As people write it, in their locale: for a number that a spreadsheet cannot hold exactly, and for its width. */
char *
ps_sheet_text_of (PsSheetKind kind, gint64 number)
{
  switch (kind)
    {
    case PS_SHEET_MONEY:
      return ps_format_money (number);
    case PS_SHEET_PERCENT:
      return ps_format_percent (number);
    case PS_SHEET_DATE:
      return ps_format_date ((PsDate) number);
    case PS_SHEET_TARIFF:
      return ps_format_tariff (number);
    case PS_SHEET_VOLUME:
      return ps_format_volume (number);
    case PS_SHEET_TEXT:
    case PS_SHEET_COUNT:
    default:
      return ps_format_count (number);
    }
}

/* Days of a spreadsheet, in which 1900 has a 29 February that never was. */
static double
serial_of_day (gint64 day)
{
  gint64 serial = day + EPOCH;

  return (double) (serial <= 60 ? serial - 1 : serial);
}

/* A whole number below 10^15 divided by a power of ten: the nearest double, which shows as the same digits. */
double
ps_sheet_value_of (PsSheetKind kind, gint64 number)
{
  return kind == PS_SHEET_DATE ? serial_of_day (number) : (double) number / divisor_of (kind);
}

gboolean
ps_sheet_is_exact (gint64 number)
{
  return number > -PS_SHEET_MOST && number < PS_SHEET_MOST;
}

void
ps_sheet_make_formats (PsSheetBook *book)
{
  for (int i = 0; i < PS_N_SHEET_FORMATS; i++)
    {
      book->cells[i] = workbook_add_format (book->book);
      format_set_num_format (book->cells[i], number_formats[i]);
      format_set_align (book->cells[i], LXW_ALIGN_VERTICAL_TOP);
      book->totals[i] = workbook_add_format (book->book);
      format_set_num_format (book->totals[i], number_formats[i]);
      format_set_bold (book->totals[i]);
      format_set_top (book->totals[i], LXW_BORDER_THIN);
    }
  book->text_heading = workbook_add_format (book->book);
  book->number_heading = workbook_add_format (book->book);
  format_set_bold (book->text_heading);
  format_set_bottom (book->text_heading, LXW_BORDER_THIN);
  format_set_bold (book->number_heading);
  format_set_bottom (book->number_heading, LXW_BORDER_THIN);
  format_set_align (book->number_heading, LXW_ALIGN_RIGHT);
}
