/* ps-steps.h: a settlement told step by step, in the order of domain.md §6
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

typedef enum
{
  PS_FIGURE_GROSS,
  PS_FIGURE_NORM_DURATION,         /* negative, as all deductions here */
  PS_FIGURE_BAND,                  /* one for each band of each scope that deducts something */
  PS_FIGURE_CAP,                   /* positive: what the bands took more than the lines can bear */
  PS_FIGURE_PAYABLE,
  PS_FIGURE_PAID,                  /* negative */
  PS_FIGURE_BALANCE,
} PsFigureKind;

typedef struct
{
  PsFigureKind kind;
  gint64       amount_cents;       /* the running sum of GROSS, deductions and CAP is PAYABLE; PAYABLE + PAID is BALANCE */
  guint        scope;              /* BAND and CAP */
  guint        band;
  char        *label;              /* translated, short: "Donut hole 100 – 103 %" */
  char        *sentence;           /* translated: how it came about; NULL where the label says it all */
} PsFigure;

GArray *ps_settlement_figures (const PsRegion *region, const PsSettlement *settlement);   /* PsFigure, frees its strings */
char   *ps_band_label         (const PsRegion *region, const PsScope *scope, guint band);
char   *ps_band_sentence      (const PsRegion *region, const PsScope *scope, guint band);
char   *ps_scope_label        (const PsRegion *region, const PsScope *scope);

G_END_DECLS
