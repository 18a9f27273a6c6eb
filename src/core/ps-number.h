/* ps-number.h: amounts, tariffs, volumes and shares as whole numbers
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Units (domain.md §3), always in the name of a variable or field:
 *   _cents   amount in eurocents          _e4     tariff in ten-thousandths of a euro
 *   _milli   volume in thousandths        _bp     percentage in basis points (100 % = 10000)
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

__extension__ typedef __int128 PsWide;   /* exact intermediate values */

#define PS_FULL_BP 10000                 /* 100 % */
#define PS_NO_NUMBER G_MININT64          /* a number that was not given */

/* A sum that remembers that it overflowed: nothing wraps, and the caller asks once at the end. */
typedef struct
{
  gboolean overflowed;
} PsOverflow;

gint64 ps_round_div     (PsWide numerator, PsWide denominator, PsOverflow *overflow);
gint64 ps_add           (gint64 a, gint64 b, PsOverflow *overflow);
gint64 ps_subtract      (gint64 a, gint64 b, PsOverflow *overflow);
gint64 ps_line_amount   (gint64 volume_milli, gint64 tariff_e4, PsOverflow *overflow);
gint64 ps_share_of      (gint64 amount_cents, int share_bp, PsOverflow *overflow);

typedef enum
{
  PS_DECIMAL_COMMA,     /* 1.234,56: a point only separates thousands */
  PS_DECIMAL_POINT,     /* 1,234.56: a comma only separates thousands */
} PsDecimal;

typedef enum
{
  PS_NUMBER_OK,
  PS_NUMBER_EMPTY,
  PS_NUMBER_MALFORMED,       /* not a number in this notation */
  PS_NUMBER_TOO_PRECISE,     /* more decimals than are kept */
  PS_NUMBER_TOO_LARGE,
} PsNumberStatus;

PsNumberStatus ps_number_parse (const char *text, int decimals, PsDecimal notation, gint64 *value);

G_END_DECLS
