/* ps-value.h: a figure with what it is counted in, as people write it: for tables, axes and tiles that show any of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-number.h"

G_BEGIN_DECLS

typedef enum
{
  PS_VALUE_TEXT,                   /* no figure at all */
  PS_VALUE_MONEY,                  /* cents */
  PS_VALUE_COUNT,                  /* clients, assignments, lines */
  PS_VALUE_PLACES,                 /* thousandths of a place */
  PS_VALUE_SHARE,                  /* basis points */
  PS_VALUE_DAYS,                   /* whole days */
  PS_VALUE_DATE,                   /* PsDate */
  PS_N_VALUES
} PsValueKind;

/* Owned by the caller; PS_NO_NUMBER is "–". */
char   *ps_value_format       (PsValueKind kind, gint64 value);    /* "€ 1.234,56", "34,30", "3,8 %", "356 days" */
char   *ps_value_format_short (PsValueKind kind, gint64 value);    /* beside a bar, where there is little room: "€ 1,2 mln", "34,3", "3,8 %", "356" */
char   *ps_value_format_signed (PsValueKind kind, gint64 value);   /* a difference: "+3,8 %", "€ −12,00" (a minus sign, never colour alone) */
gint64  ps_value_scale        (PsValueKind kind);                  /* how many of it make one: 100, 1, 1000, 100 (one per cent), 1: only for a spreadsheet's cells */

G_END_DECLS
