/* ps-typed-date.c: days as people type them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-typed.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Dutch and English, in full and short; a point after a short one is passed over. */
static const struct
{
  const char *name;
  int month;
} months[] = {
  { "januari", 1 },   { "january", 1 },   { "jan", 1 },   { "februari", 2 },  { "february", 2 }, { "feb", 2 },
  { "febr", 2 },      { "maart", 3 },     { "march", 3 }, { "mrt", 3 },       { "mar", 3 },      { "april", 4 },
  { "apr", 4 },       { "mei", 5 },       { "may", 5 },   { "juni", 6 },      { "june", 6 },     { "jun", 6 },
  { "juli", 7 },      { "july", 7 },      { "jul", 7 },   { "augustus", 8 },  { "august", 8 },   { "aug", 8 },
  { "september", 9 }, { "sept", 9 },      { "sep", 9 },   { "oktober", 10 },  { "october", 10 }, { "okt", 10 },
  { "oct", 10 },      { "november", 11 }, { "nov", 11 },  { "december", 12 }, { "dec", 12 },
};

/* A day taken apart: up to three groups of digits or letters and what stands between them. */
typedef struct
{
  char *parts[3];
  gunichar between[2]; /* ' ', '-', '/' or '.'; 0: digits beside letters */
  guint n;
} Split;

static void
split_clear (Split *split)
{
  for (guint i = 0; i < G_N_ELEMENTS (split->parts); i++)
    g_free (split->parts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Split, split_clear)

/* What a sign separates with: dashes of all kinds are one, blanks of all kinds too. 0: it does not separate. */
static gunichar
separator_of (gunichar c)
{
  if (c == '/' || c == '.' || c == '-')
    return c;
  if (c == 0x2212 || (c >= 0x2010 && c <= 0x2013))
    return '-';
  return ps_typed_is_blank (c) ? ' ' : 0;
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && separator_of (g_utf8_get_char (text)) == ' ')
    text = g_utf8_next_char (text);
  return text;
}

/* One sign with blanks around it, or blanks only. */
static const char *
take_separator (const char *text, gunichar *separator)
{
  const char *rest = skip_blanks (text);
  gunichar sign = *rest != '\0' ? separator_of (g_utf8_get_char (rest)) : 0;

  *separator = sign != 0 ? sign : rest > text ? ' ' : 0;
  return sign != 0 ? skip_blanks (g_utf8_next_char (rest)) : rest;
}

static const char *
take_part (const char *text, char **part)
{
  const char *end = text;

  if (g_ascii_isdigit (*text))
    while (g_ascii_isdigit (*end))
      end++;
  else
    while (g_unichar_isalpha (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
  *part = end > text ? g_strndup (text, end - text) : NULL;
  return end;
}

/* FALSE where something else stands in it, or too much. */
static gboolean
split_day (const char *text, Split *split)
{
  text = skip_blanks (text);
  while (*text != '\0' && split->n < G_N_ELEMENTS (split->parts))
    {
      text = take_part (text, &split->parts[split->n]);
      if (split->parts[split->n] == NULL)
        return FALSE;
      split->n++;
      if (*text != '\0' && split->n < G_N_ELEMENTS (split->parts))
        text = take_separator (text, &split->between[split->n - 1]);
    }
  return *skip_blanks (text) == '\0';
}

/* 0: not a month */
static int
month_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strcasecmp (months[i].name, name) == 0)
      return months[i].month;
  return 0;
}

/* At most four digits. */
static int
small_number (const char *digits)
{
  return (int) g_ascii_strtoll (digits, NULL, 10);
}

static char *
say_not_a_day (void)
{
  return g_strdup (_("This is not a day: write it as 1-7-2024 or 1 July 2024."));
}

/* Year, month and day are whole numbers now. NULL: this is a day, and *date is set. */
static char *
make_day (int year, int month, int day, PsDate *date)
{
  if (ps_date_is_valid_ymd (year, month, day))
    {
      *date = ps_date_from_ymd (year, month, day);
      return NULL;
    }
  if (year < 1900 || year > 2199)
    return g_strdup (_("The year lies between 1900 and 2199."));
  if (month < 1 || month > 12)
    return g_strdup (_("There is no such month: write the day first, then the month, as in 1-7-2024."));
  return g_strdup_printf (_("There is no day %d-%d-%d in the calendar."), day, month, year);
}

/* Eight digits are jjjjmmdd or ddmmjjjj. Never both: as ddmmjjjj the year begins with 19, 20 or 21, which is no month. */
static char *
read_eight_digits (const char *digits, PsDate *date)
{
  int number = (int) g_ascii_strtoll (digits, NULL, 10);

  if (ps_date_is_valid_ymd (number / 10000, number / 100 % 100, number % 100))
    return make_day (number / 10000, number / 100 % 100, number % 100, date);
  if (ps_date_is_valid_ymd (number % 10000, number / 10000 % 100, number / 1000000))
    return make_day (number % 10000, number / 10000 % 100, number / 1000000, date);
  return g_strdup (_("There is no such day: write it as 1-7-2024 or 1 July 2024."));
}

static char *
read_digits (const char *digits, PsDate *date)
{
  if (!g_ascii_isdigit (*digits))
    return say_not_a_day ();
  if (strlen (digits) == 8)
    return read_eight_digits (digits, date);
  if (strlen (digits) == 6)
    return g_strdup (_("Write the year with four digits, as in 1-7-2024."));
  return say_not_a_day ();
}

/* 1-7-2024 and 2024-07-01; the same sign twice. */
static char *
read_three_numbers (const Split *split, PsDate *date)
{
  gboolean year_first = strlen (split->parts[0]) == 4;
  const char *year = split->parts[year_first ? 0 : 2], *day = split->parts[year_first ? 2 : 0], *month = split->parts[1];

  if (split->between[0] != split->between[1])
    return say_not_a_day ();
  if (strlen (day) > 2 || strlen (month) > 2)
    return say_not_a_day ();
  if (strlen (year) != 4)
    return g_strdup (_("Write the year with four digits, as in 1-7-2024."));
  return make_day (small_number (year), small_number (month), small_number (day), date);
}

/* 1 juli 2024 */
static char *
read_with_name (const Split *split, PsDate *date)
{
  int month = month_by_name (split->parts[1]);

  if (month == 0)
    return g_strdup_printf (_("“%s” is not a month: write the day as 1-7-2024 or 1 July 2024."), split->parts[1]);
  if (strlen (split->parts[0]) > 2)
    return say_not_a_day ();
  if (strlen (split->parts[2]) != 4)
    return g_strdup (_("Write the year with four digits, as in 1-7-2024."));
  return make_day (small_number (split->parts[2]), month, small_number (split->parts[0]), date);
}

static char *
read_split (const Split *split, PsDate *date)
{
  gboolean first = g_ascii_isdigit (split->parts[0][0]), second;

  if (split->n == 1)
    return read_digits (split->parts[0], date);
  second = g_ascii_isdigit (split->parts[1][0]);
  if (!first)
    return say_not_a_day ();
  if (split->n == 2)
    return second || month_by_name (split->parts[1]) != 0
               ? g_strdup (_("The year is missing: write the day as 1-7-2024 or 1 July 2024."))
               : say_not_a_day ();
  if (!g_ascii_isdigit (split->parts[2][0]))
    return say_not_a_day ();
  return second ? read_three_numbers (split, date) : read_with_name (split, date);
}

/**
 * ps_typed_date: reads a day, always of four digits' year and never month before day: 1-7-2024 · 01-07-2024 · 1/7/2024 · 1.7.2024 ·
 * 2024-07-01 · 20240701 · 01072024 · 1 juli 2024 · 1 jul 2024 · 1 July 2024
 * @date: becomes the day, or PS_DATE_OPEN
 * @why: (out) (optional) (transfer full) (nullable): what is wrong, in a translated sentence
 */
PsTyped
ps_typed_date (const char *text, PsDate *date, char **why)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *wrong = NULL;
  g_auto (Split) split = { 0 };

  *date = PS_DATE_OPEN;
  if (why != NULL)
    *why = NULL;
  if (*skip_blanks (valid) == '\0')
    return PS_TYPED_EMPTY;

  wrong = split_day (valid, &split) ? read_split (&split, date) : say_not_a_day ();
  if (wrong == NULL)
    return PS_TYPED_OK;
  if (why != NULL)
    *why = g_steal_pointer (&wrong);
  return PS_TYPED_WRONG;
}
