/* settlement-check.c: what a settlement must come to, in readable texts
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

#include <string.h>

typedef struct
{
  const char *name;
  gsize offset;
} Column;

static const Column line_columns[] = {
  { "gross", G_STRUCT_OFFSET (PsSettlementLine, gross_cents) },
  { "norm", G_STRUCT_OFFSET (PsSettlementLine, norm_deduction_cents) },
  { "net", G_STRUCT_OFFSET (PsSettlementLine, net_cents) },
  { "exempt", G_STRUCT_OFFSET (PsSettlementLine, exempt_cents) },
  { "outside", G_STRUCT_OFFSET (PsSettlementLine, outside_cents) },
  { "ceiling", G_STRUCT_OFFSET (PsSettlementLine, ceiling_cents) },
  { "band", G_STRUCT_OFFSET (PsSettlementLine, band_deduction_cents) },
  { "payable", G_STRUCT_OFFSET (PsSettlementLine, payable_cents) },
  { "paid", G_STRUCT_OFFSET (PsSettlementLine, paid_cents) },
  { "balance", G_STRUCT_OFFSET (PsSettlementLine, balance_cents) },
  { "carried", G_STRUCT_OFFSET (PsSettlementLine, carried_cents) },
  { "disputed", G_STRUCT_OFFSET (PsSettlementLine, disputed_cents) },
  { "produced", G_STRUCT_OFFSET (PsSettlementLine, produced_cents) },
};

static const Column scope_columns[] = {
  { "ceiling", G_STRUCT_OFFSET (PsScope, ceiling_cents) },
  { "net", G_STRUCT_OFFSET (PsScope, net_cents) },
  { "uncapped", G_STRUCT_OFFSET (PsScope, bands_deduction_cents) },
  { "deduction", G_STRUCT_OFFSET (PsScope, deduction_cents) },
};

static void
check_amount (const char *where, const char *what, gint64 actual, gint64 expected)
{
  if (actual != expected)
    g_error ("%s: %s is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT " cents", where, what, actual, expected);
}

static gint64
column_value (const void *thing, const Column *column)
{
  return G_STRUCT_MEMBER (gint64, thing, column->offset);
}

static void
check_pair (const char *where, const void *thing, const Column *columns, guint n_columns, const char *pair)
{
  g_auto (GStrv) sides = g_strsplit (pair, "=", 2);

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].name, sides[0]))
      {
        check_amount (where, sides[0], column_value (thing, &columns[i]), test_cents (sides[1]));
        return;
      }
  g_error ("%s: no column %s", where, sides[0]);
}

static void
check_pairs (const char *where, const void *thing, const Column *columns, guint n_columns, const char *expected)
{
  g_auto (GStrv) pairs = g_strsplit (expected, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (*pairs[i] != '\0')
      check_pair (where, thing, columns, n_columns, pairs[i]);
}

void
check_figures (const char *where, const PsSettlementLine *line, const char *expected)
{
  if (line == NULL)
    g_error ("%s: no such line", where);
  check_pairs (where, line, line_columns, G_N_ELEMENTS (line_columns), expected);
}

void
check_columns (const char *where, const PsSettlementLine *line, const gint64 expected[12])
{
  if (line == NULL)
    g_error ("%s: no such line", where);
  for (guint i = 0; i < 12; i++)
    check_amount (where, line_columns[i].name, column_value (line, &line_columns[i]), expected[i]);
}

static void
check_bands (const char *where, const PsScope *scope, const char *bands)
{
  g_auto (GStrv) expected = g_strsplit (bands, " ", -1);

  if (*bands != '\0')
    g_assert_cmpuint (scope->bands->len, ==, g_strv_length (expected));
  else
    g_assert_cmpuint (scope->bands->len, ==, 0);
  for (guint i = 0; i < scope->bands->len; i++)
    {
      const PsBand *band = &g_array_index (scope->bands, PsBand, i);
      g_auto (GStrv) sides = g_strsplit (expected[i], "/", 2);

      check_amount (where, "band amount", band->amount_cents, test_cents (sides[0]));
      check_amount (where, "band deduction", band->deduction_cents, test_cents (sides[1]));
    }
}

void
check_scope (const char *where, const PsSettlement *settlement, const char *name, const char *expected, const char *bands)
{
  const PsScope *scope = settlement_scope (settlement, name);

  if (scope == NULL)
    g_error ("%s: no scope \"%s\"", where, name);
  check_pairs (where, scope, scope_columns, G_N_ELEMENTS (scope_columns), expected);
  if (bands != NULL)
    check_bands (where, scope, bands);
}

/* The line of that group and municipality, or NULL. */
const PsSettlementLine *
settlement_line (TestRegion *given, const PsSettlement *settlement, const char *group, const char *municipality)
{
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      if (line->group == ps_region_find_group (given->region, group)
          && line->municipality == ps_region_find_municipality (given->region, municipality))
        return line;
    }
  return NULL;
}

/* The scope of that name, or NULL. */
const PsScope *
settlement_scope (const PsSettlement *settlement, const char *name)
{
  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);
      if (g_str_equal (scope->name, name))
        return scope;
    }
  return NULL;
}

/* The first signal of that kind, or NULL. */
const PsSignal *
settlement_signal (const PsSettlement *settlement, PsSignalKind kind)
{
  for (guint i = 0; i < settlement->signals->len; i++)
    {
      const PsSignal *signal = &g_array_index (settlement->signals, PsSignal, i);
      if (signal->kind == kind)
        return signal;
    }
  return NULL;
}
