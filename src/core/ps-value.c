/* ps-value.c: a figure with what it is counted in, as people write it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-format.h"

#define EURO "€\302\240"
#define MINUS "\342\210\222"
#define NOT_THERE "\342\200\223"

/* "34,30": hundredths, rounded; never cut to "34,3", for figures stand below each other. */
static char *
format_places (gint64 places_milli, int decimals)
{
  PsOverflow overflow = { FALSE };

  return ps_format_decimal (ps_round_div (places_milli, decimals == 2 ? 10 : 100, &overflow), decimals, decimals);
}

static char *
format_days (gint64 days)
{
  g_autofree char *count = ps_format_count (days);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) ABS (days)), count);
}

/**
 * ps_value_format: a figure in full, with its sign of euro, per cent or days; "–" for PS_NO_NUMBER and for what is no figure.
 *
 * Returns: (transfer full)
 */
char *
ps_value_format (PsValueKind kind, gint64 value)
{
  if (value == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  switch (kind)
    {
    case PS_VALUE_MONEY:
      return ps_format_money (value);
    case PS_VALUE_COUNT:
      return ps_format_count (value);
    case PS_VALUE_PLACES:
      return format_places (value, 2);
    case PS_VALUE_SHARE:
      return ps_format_ratio (value, PS_FULL_BP);
    case PS_VALUE_DAYS:
      return format_days (value);
    case PS_VALUE_DATE:
      return ps_format_date ((PsDate) value);
    case PS_VALUE_TEXT:
    case PS_N_VALUES:
    default:
      return g_strdup (NOT_THERE);
    }
}

/**
 * ps_value_format_short: a figure where there is little room; rounded, so never the only place where it is shown.
 *
 * Returns: (transfer full)
 */
char *
ps_value_format_short (PsValueKind kind, gint64 value)
{
  if (value == PS_NO_NUMBER)
    return g_strdup (NOT_THERE);
  if (kind == PS_VALUE_MONEY)
    return ps_format_money_short (value);
  if (kind == PS_VALUE_PLACES)
    return format_places (value, 1);
  return ps_value_format (kind == PS_VALUE_DAYS ? PS_VALUE_COUNT : kind, value);
}

/**
 * ps_value_format_signed: a difference between two figures, its sign first, of money behind the € as everywhere; what shows as nothing
 * has no sign. Between dates it is days.
 *
 * Returns: (transfer full)
 */
char *
ps_value_format_signed (PsValueKind kind, gint64 value)
{
  PsValueKind shown = kind == PS_VALUE_DATE ? PS_VALUE_DAYS : kind;
  g_autofree char *text = NULL, *nothing = NULL;

  if (value == PS_NO_NUMBER || kind == PS_VALUE_TEXT)
    return g_strdup (NOT_THERE);
  text = ps_value_format (shown, value < 0 ? -value : value);
  nothing = ps_value_format (shown, 0);
  if (g_str_equal (text, nothing))
    return g_steal_pointer (&text);
  if (g_str_has_prefix (text, EURO))
    return g_strconcat (EURO, value < 0 ? MINUS : "+", text + strlen (EURO), NULL);
  return g_strconcat (value < 0 ? MINUS : "+", text, NULL);
}

/**
 * ps_value_scale: how many of a figure make one in a cell of a spreadsheet (of per cents: one per cent). Never to compute with.
 */
gint64
ps_value_scale (PsValueKind kind)
{
  static const gint64 scales[PS_N_VALUES] = {
    [PS_VALUE_TEXT] = 1,    [PS_VALUE_MONEY] = 100, [PS_VALUE_COUNT] = 1, [PS_VALUE_PLACES] = 1000,
    [PS_VALUE_SHARE] = 100, [PS_VALUE_DAYS] = 1,    [PS_VALUE_DATE] = 1,
  };

  g_assert (kind < PS_N_VALUES);
  return scales[kind];
}
