/* ps-format.c: numbers and dates as people write them, in the user's locale
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define NO_BREAK_SPACE "\302\240"
#define MINUS "\342\210\222"
#define NOT_THERE "\342\200\223"

/* Where the system's locale says nothing (the C locale of a fresh machine), the language of the screen decides. */
static const char *
decimal_sign (void)
{
  const struct lconv *conventions = localeconv ();

  if (*conventions->thousands_sep == '\0' && g_str_equal (conventions->decimal_point, "."))
    /* Translators: the decimal sign: "," in Dutch */
    return C_("decimal sign", ".");
  return conventions->decimal_point;
}

static const char *
thousands_sign (void)
{
  const struct lconv *conventions = localeconv ();

  if (*conventions->thousands_sep != '\0')
    return conventions->thousands_sep;
  if (g_str_equal (conventions->decimal_point, "."))
    /* Translators: the sign between thousands: "." in Dutch */
    return C_("thousands sign", ",");
  return "";
}

/* The digits of `whole` with a sign between thousands. */
static void
append_grouped (GString *text, guint64 whole)
{
  char digits[24];
  gsize length;

  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, whole);
  length = strlen (digits);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, thousands_sign ());
      g_string_append_c (text, digits[i]);
    }
}

static guint64
power_of_ten (int exponent)
{
  guint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* `value` counts units of 10^-decimals; zeros at the end are left out down to `least` decimals. */
static void
append_fixed (GString *text, guint64 value, int decimals, int least)
{
  guint64 unit = power_of_ten (decimals);
  guint64 fraction = value % unit;

  append_grouped (text, value / unit);
  while (decimals > least && fraction % 10 == 0)
    {
      fraction /= 10;
      decimals--;
    }
  if (decimals > 0)
    g_string_append_printf (text, "%s%0*" G_GUINT64_FORMAT, decimal_sign (), decimals, fraction);
}

static guint64
magnitude (gint64 value)
{
  return value < 0 ? 0 - (guint64) value : (guint64) value;
}

static char *
format_fixed (const char *prefix, gint64 value, int decimals, int least, const char *suffix)
{
  GString *text = g_string_new (prefix);

  if (value < 0)
    g_string_append (text, MINUS);
  append_fixed (text, magnitude (value), decimals, least);
  g_string_append (text, suffix);
  return g_string_free (text, FALSE);
}

/**
 * ps_format_money: € 1.234,56; a negative amount as € −1.234,56, with a real minus sign. "–" for PS_NO_NUMBER.
 */
char *
ps_format_money (gint64 cents)
{
  if (cents == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  return format_fixed ("€" NO_BREAK_SPACE, cents, 2, 2, "");
}

/**
 * ps_format_amount: 1.234,56, for a column under a heading that names the euro. "–" for PS_NO_NUMBER.
 */
char *
ps_format_amount (gint64 cents)
{
  if (cents == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  return format_fixed ("", cents, 2, 2, "");
}

/**
 * ps_format_money_short: € 1,25 mln or € 250.000, for an axis; cents are left out, so never for a figure that counts. "–" for
 *   PS_NO_NUMBER.
 */
char *
ps_format_money_short (gint64 cents)
{
  const gint64 million_cents = G_GINT64_CONSTANT (100000000);
  g_autofree char *suffix = NULL;
  PsOverflow overflow = { FALSE };

  if (cents == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  if (magnitude (cents) < (guint64) million_cents)
    return format_fixed ("€" NO_BREAK_SPACE, ps_round_div (cents, 100, &overflow), 0, 0, "");
  /* Translators: short for million, after a number on an axis */
  suffix = g_strconcat (NO_BREAK_SPACE, _("mln"), NULL);
  return format_fixed ("€" NO_BREAK_SPACE, ps_round_div (cents, million_cents / 100, &overflow), 2, 1, suffix);
}

/**
 * ps_format_tariff: € 93,42, with four decimals only where there are that many.
 */
char *
ps_format_tariff (gint64 tariff_e4)
{
  if (tariff_e4 == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  return format_fixed ("€" NO_BREAK_SPACE, tariff_e4, 4, 2, "");
}

/**
 * ps_format_volume: 12,5; at most three decimals.
 */
char *
ps_format_volume (gint64 volume_milli)
{
  if (volume_milli == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  return format_fixed ("", volume_milli, 3, 0, "");
}

/**
 * ps_format_percent: 102,5 %; at most two decimals.
 */
char *
ps_format_percent (gint64 share_bp)
{
  if (share_bp == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  return format_fixed ("", share_bp, 2, 0, NO_BREAK_SPACE "%");
}

/**
 * ps_format_ratio: `part` as a percentage of `whole` with one decimal; "–" where there is no whole.
 */
char *
ps_format_ratio (gint64 part, gint64 whole)
{
  PsOverflow overflow = { FALSE };
  gint64 per_mille;

  if (whole == 0 || whole == PS_NO_NUMBER || part == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  per_mille = ps_round_div ((PsWide) part * 1000, whole, &overflow);
  return overflow.overflowed ? g_strdup (NOT_THERE) : format_fixed ("", per_mille, 1, 1, NO_BREAK_SPACE "%");
}

/**
 * ps_format_decimal: a number that counts units of 10^-decimals; zeros at the end are left out down to `least` decimals.
 */
char *
ps_format_decimal (gint64 value, int decimals, int least)
{
  if (value == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  return format_fixed ("", value, decimals, least, "");
}

/**
 * ps_format_count: 8.932.
 */
char *
ps_format_count (gint64 count)
{
  if (count == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  return format_fixed ("", count, 0, 0, "");
}

/**
 * ps_format_date: dd-mm-jjjj; "–" where it is open.
 */
char *
ps_format_date (PsDate date)
{
  int year, month, day;

  if (date == PS_DATE_OPEN)
    return g_strdup (NOT_THERE);
  ps_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%02d-%02d-%04d", day, month, year);
}

/**
 * ps_format_month: the short name of a month (1 to 12).
 */
const char *
ps_format_month (int month)
{
  static const char *const names[] = { NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr"),
                                       NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug"),
                                       NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec") };

  g_assert (month >= 1 && month <= 12);
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month - 1]);
}

/**
 * ps_format_month_long: the name of a month (1 to 12) in full.
 */
const char *
ps_format_month_long (int month)
{
  static const char *const names[] = {
    NC_("whole month", "January"), NC_("whole month", "February"), NC_("whole month", "March"),
    NC_("whole month", "April"),   NC_("whole month", "May"),      NC_("whole month", "June"),
    NC_("whole month", "July"),    NC_("whole month", "August"),   NC_("whole month", "September"),
    NC_("whole month", "October"), NC_("whole month", "November"), NC_("whole month", "December"),
  };

  g_assert (month >= 1 && month <= 12);
  return g_dpgettext2 (GETTEXT_PACKAGE, "whole month", names[month - 1]);
}
