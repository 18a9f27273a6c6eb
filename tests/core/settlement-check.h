/* settlement-check.h: what a settlement must come to, in readable texts
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Figures are texts like "gross=1.234,56 band=0": a column and its euros; only the columns named are compared.
 */
#pragma once

#include "region-builder.h"

G_BEGIN_DECLS

const PsSettlementLine *settlement_line  (TestRegion *given, const PsSettlement *settlement, const char *group, const char *municipality);
const PsScope          *settlement_scope (const PsSettlement *settlement, const char *name);
const PsSignal         *settlement_signal (const PsSettlement *settlement, PsSignalKind kind);

void check_figures (const char *where, const PsSettlementLine *line, const char *expected);
void check_scope   (const char *where, const PsSettlement *settlement, const char *name, const char *expected, const char *bands);

/* Every figure of a line; `expected` as above. */
#define assert_line(given, settlement, group, municipality, expected) \
  check_figures (G_STRLOC, settlement_line (given, settlement, group, municipality), expected)
#define assert_totals(settlement, expected) check_figures (G_STRLOC, &(settlement)->totals, expected)
/* `bands`: amount/deduction of each band, separated by blanks; NULL: not compared. `expected`: ceiling, net, uncapped, deduction. */
#define assert_scope(settlement, name, expected, bands) check_scope (G_STRLOC, settlement, name, expected, bands)
/* All columns in the order of the expected files: gross norm net exempt outside ceiling band payable paid balance carried disputed */
#define assert_columns(given, settlement, group, municipality, ...) \
  check_columns (G_STRLOC, settlement_line (given, settlement, group, municipality), (const gint64[12]){ __VA_ARGS__ })
#define assert_total_columns(settlement, ...) \
  check_columns (G_STRLOC, &(settlement)->totals, (const gint64[12]){ __VA_ARGS__ })

void check_columns (const char *where, const PsSettlementLine *line, const gint64 expected[12]);

G_END_DECLS
