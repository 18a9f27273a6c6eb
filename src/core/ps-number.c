/* ps-number.c: amounts, tariffs, volumes and shares as whole numbers
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-number.h"

#include <string.h>

/**
 * ps_round_div: numerator ÷ denominator, rounded half away from zero (domain.md §3).
 * @denominator: not 0
 * @overflow: set when the result does not fit; the result is 0 then
 */
gint64
ps_round_div (PsWide numerator, PsWide denominator, PsOverflow *overflow)
{
  PsWide quotient, rest;
  gboolean negative;

  g_assert (denominator != 0);

  negative = (numerator < 0) != (denominator < 0);
  numerator = numerator < 0 ? -numerator : numerator;
  denominator = denominator < 0 ? -denominator : denominator;

  quotient = numerator / denominator;
  rest = numerator % denominator;
  if (rest >= denominator - rest)
    quotient++;

  if (quotient > G_MAXINT64)
    {
      overflow->overflowed = TRUE;
      return 0;
    }
  return negative ? -(gint64) quotient : (gint64) quotient;
}

/**
 * ps_add: a + b; sets `overflow`, and is 0, where that does not fit.
 */
gint64
ps_add (gint64 a, gint64 b, PsOverflow *overflow)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    {
      overflow->overflowed = TRUE;
      return 0;
    }
  return sum;
}

/**
 * ps_subtract: a − b; sets `overflow`, and is 0, where that does not fit.
 */
gint64
ps_subtract (gint64 a, gint64 b, PsOverflow *overflow)
{
  gint64 difference;

  if (__builtin_sub_overflow (a, b, &difference))
    {
      overflow->overflowed = TRUE;
      return 0;
    }
  return difference;
}

/**
 * ps_line_amount: round (volume × tariff / 100000) cents (domain.md §3).
 */
gint64
ps_line_amount (gint64 volume_milli, gint64 tariff_e4, PsOverflow *overflow)
{
  return ps_round_div ((PsWide) volume_milli * tariff_e4, 100000, overflow);
}

/**
 * ps_share_of: round (amount × share), the share in basis points.
 */
gint64
ps_share_of (gint64 amount_cents, int share_bp, PsOverflow *overflow)
{
  return ps_round_div ((PsWide) amount_cents * share_bp, PS_FULL_BP, overflow);
}

/* Whether the thousands separators of the whole part stand in their right places: groups of three, the first of one to three. */
static gboolean
is_grouped_right (const char *start, const char *end, char separator)
{
  int digits = 0;
  gboolean separated = FALSE;

  for (const char *c = start; c < end; c++)
    {
      if (*c == separator)
        {
          if (digits == 0 || digits > 3 || (separated && digits != 3))
            return FALSE;
          separated = TRUE;
          digits = 0;
        }
      else
        digits++;
    }
  return digits > 0 && (!separated || digits == 3);
}

/* Appends a digit to *value, which is never negative here. */
static gboolean
append_digit (gint64 *value, char digit)
{
  return !__builtin_mul_overflow (*value, (gint64) 10, value) && !__builtin_add_overflow (*value, (gint64) (digit - '0'), value);
}

/* The end of the whole part: digits and thousands separators. */
static const char *
skip_whole_part (const char *text, char separator)
{
  while (g_ascii_isdigit (*text) || *text == separator)
    text++;
  return text;
}

/* The decimals after the decimal sign, filled up with zeros to as many as are kept. */
static PsNumberStatus
read_decimals (const char *text, int decimals, gint64 *value)
{
  int n = 0;

  if (!g_ascii_isdigit (*text))
    return PS_NUMBER_MALFORMED;
  for (; g_ascii_isdigit (*text); text++, n++)
    if (n < decimals && !append_digit (value, *text))
      return PS_NUMBER_TOO_LARGE;
  if (*text != '\0')
    return PS_NUMBER_MALFORMED;
  if (n > decimals)
    return PS_NUMBER_TOO_PRECISE;
  for (; n < decimals; n++)
    if (!append_digit (value, '0'))
      return PS_NUMBER_TOO_LARGE;
  return PS_NUMBER_OK;
}

/**
 * ps_number_parse: reads a number as files write it (files-and-cli.md) into a whole number of its smallest units.
 * @decimals: how many decimals are kept: 2 for cents, 4 for tariffs, 3 for volumes, 0 for counts
 * @notation: which sign separates the decimals; the other one may only stand between thousands, in its right place
 *
 * More decimals than are kept is an error, never rounded away. Blanks around the number are the caller's to remove.
 */
PsNumberStatus
ps_number_parse (const char *text, int decimals, PsDecimal notation, gint64 *value)
{
  char decimal = notation == PS_DECIMAL_COMMA ? ',' : '.';
  char separator = notation == PS_DECIMAL_COMMA ? '.' : ',';
  const char *whole_end;
  gboolean negative;
  gint64 number = 0;
  PsNumberStatus status;

  if (*text == '\0')
    return PS_NUMBER_EMPTY;
  negative = *text == '-';
  if (negative)
    text++;

  whole_end = skip_whole_part (text, separator);
  if (!is_grouped_right (text, whole_end, separator) || (*whole_end != '\0' && *whole_end != decimal))
    return PS_NUMBER_MALFORMED;
  for (const char *c = text; c < whole_end; c++)
    if (*c != separator && !append_digit (&number, *c))
      return PS_NUMBER_TOO_LARGE;

  if (*whole_end == decimal)
    status = read_decimals (whole_end + 1, decimals, &number);
  else
    status = decimals == 0 ? PS_NUMBER_OK : read_decimals ("0", decimals, &number);

  if (status == PS_NUMBER_OK)
    *value = negative ? -number : number;
  return status;
}
