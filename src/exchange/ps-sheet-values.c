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

static lxw_format *
add_cell_format (PsSheetBook *book, const char *number_format)
{
  lxw_format *format = workbook_add_format (book->book);

  format_set_num_format (format, number_format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

static lxw_format *
add_total_format (PsSheetBook *book, const char *number_format)
{
  lxw_format *format = workbook_add_format (book->book);

  format_set_num_format (format, number_format);
  format_set_bold (format);
  format_set_top (format, LXW_BORDER_THIN);
  return format;
}

static lxw_format *
add_heading_format (PsSheetBook *book)
{
  lxw_format *format = workbook_add_format (book->book);

  format_set_bold (format);
  format_set_bottom (format, LXW_BORDER_THIN);
  return format;
}

void
ps_sheet_make_formats (PsSheetBook *book)
{
  for (int i = 0; i < PS_N_SHEET_FORMATS; i++)
    {
      book->cells[i] = add_cell_format (book, number_formats[i]);
      book->totals[i] = add_total_format (book, number_formats[i]);
    }
  book->long_text = add_cell_format (book, number_formats[PS_SHEET_FORMAT_TEXT]);
  format_set_text_wrap (book->long_text);
  book->after_number = add_cell_format (book, number_formats[PS_SHEET_FORMAT_TEXT]);
  format_set_indent (book->after_number, 1);
  book->after_number_total = add_total_format (book, number_formats[PS_SHEET_FORMAT_TEXT]);
  format_set_indent (book->after_number_total, 1);
  book->after_number_heading = add_heading_format (book);
  format_set_indent (book->after_number_heading, 1);
  book->text_heading = add_heading_format (book);
  book->number_heading = add_heading_format (book);
  format_set_align (book->number_heading, LXW_ALIGN_RIGHT);
}
