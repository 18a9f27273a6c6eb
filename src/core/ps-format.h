/* ps-format.h: numbers and dates as people write them, in the user's locale
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-date.h"
#include "ps-number.h"

G_BEGIN_DECLS

char *ps_format_money    (gint64 cents);                   /* € 1.234,56 and € −1.234,56 */
char *ps_format_amount   (gint64 cents);                   /* 1.234,56: for a column under a heading that says euro */
char *ps_format_money_short (gint64 cents);                /* € 1,2 mln, for an axis */
char *ps_format_tariff   (gint64 tariff_e4);               /* € 93,42; four decimals only where they are needed */
char *ps_format_volume   (gint64 volume_milli);            /* 12,5 */
char *ps_format_percent  (gint64 share_bp);                /* 102,5 % */
char *ps_format_ratio    (gint64 part, gint64 whole);      /* part as a percentage of whole, one decimal; "–" where whole is 0 */
char *ps_format_decimal  (gint64 value, int decimals, int least);   /* a whole number of 10^-decimals, with at least `least` decimals */
char *ps_format_count    (gint64 count);
char *ps_format_date     (PsDate date);                    /* 31-12-2024; "–" where it is open */
const char *ps_format_month (int month);                   /* translated, short: jan */
const char *ps_format_month_long (int month);              /* translated, in full: January */

G_END_DECLS
