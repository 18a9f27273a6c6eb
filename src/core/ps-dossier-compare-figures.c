/* ps-dossier-compare-figures.c: which figures of two dossiers differ
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-compare-private.h"

#include <string.h>

static const gsize figures[] = {
  G_STRUCT_OFFSET (PsSettlementLine, gross_cents),    G_STRUCT_OFFSET (PsSettlementLine, norm_deduction_cents),
  G_STRUCT_OFFSET (PsSettlementLine, net_cents),      G_STRUCT_OFFSET (PsSettlementLine, exempt_cents),
  G_STRUCT_OFFSET (PsSettlementLine, outside_cents),  G_STRUCT_OFFSET (PsSettlementLine, ceiling_cents),
  G_STRUCT_OFFSET (PsSettlementLine, payable_cents),  G_STRUCT_OFFSET (PsSettlementLine, band_deduction_cents),
  G_STRUCT_OFFSET (PsSettlementLine, paid_cents),     G_STRUCT_OFFSET (PsSettlementLine, balance_cents),
  G_STRUCT_OFFSET (PsSettlementLine, carried_cents),  G_STRUCT_OFFSET (PsSettlementLine, disputed_cents),
  G_STRUCT_OFFSET (PsSettlementLine, produced_cents),
};

static gboolean
are_same (const PsSettlementLine *a, const PsSettlementLine *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (G_STRUCT_MEMBER (gint64, a, figures[i]) != G_STRUCT_MEMBER (gint64, b, figures[i]))
      return FALSE;
  return TRUE;
}

/**
 * ps_line_difference_is_same: whether the line is listed in both, with the same figures to the cent.
 */
gboolean
ps_line_difference_is_same (const PsLineDifference *difference)
{
  return difference->had == difference->has && are_same (&difference->old_line, &difference->new_line);
}

static const PsSettlementLine *
line_at (const PsDossier *dossier, guint place)
{
  return place < dossier->settlement->lines->len ? &g_array_index (dossier->settlement->lines, PsSettlementLine, place) : NULL;
}

static const char *
group_of (const PsDossier *dossier, const PsSettlementLine *line)
{
  return line != NULL ? ps_region_group (dossier->region, line->group)->code : NULL;
}

static const char *
municipality_of (const PsDossier *dossier, const PsSettlementLine *line)
{
  return line != NULL ? ps_region_municipality (dossier->region, line->municipality)->code : NULL;
}

static void
add_line (GPtrArray *lines, const PsDossier *of, const PsSettlementLine *old_line, const PsSettlementLine *new_line)
{
  PsLineDifference *difference = g_new0 (PsLineDifference, 1);
  const PsSettlementLine *either = new_line != NULL ? new_line : old_line;

  difference->group = g_strdup (group_of (of, either));
  difference->municipality = g_strdup (municipality_of (of, either));
  difference->had = old_line != NULL;
  difference->has = new_line != NULL;
  if (old_line != NULL)
    difference->old_line = *old_line;
  if (new_line != NULL)
    difference->new_line = *new_line;
  g_ptr_array_add (lines, difference);
}

/* Both are in the order of codes. */
static void
match_lines (const PsDossier *before, const PsDossier *now, GPtrArray *lines)
{
  guint i = 0, k = 0;

  for (;;)
    {
      const PsSettlementLine *old_line = line_at (before, i), *new_line = line_at (now, k);
      int order = ps_compare_codes (group_of (before, old_line), group_of (now, new_line));

      if (old_line == NULL && new_line == NULL)
        return;
      if (order == 0)
        order = ps_compare_codes (municipality_of (before, old_line), municipality_of (now, new_line));
      add_line (lines, order < 0 ? before : now, order <= 0 ? old_line : NULL, order >= 0 ? new_line : NULL);
      i += order <= 0;
      k += order >= 0;
    }
}

static const PsScope *
find_scope (const PsDossier *dossier, const char *name)
{
  for (guint i = 0; i < dossier->settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (dossier->settlement->scopes, PsScope, i);

      if (g_str_equal (scope->name, name))
        return scope;
    }
  return NULL;
}

static gboolean
are_same_scopes (const PsScope *a, const PsScope *b)
{
  if (a == NULL || b == NULL || a->ceiling_cents != b->ceiling_cents || a->net_cents != b->net_cents
      || a->bands_deduction_cents != b->bands_deduction_cents || a->deduction_cents != b->deduction_cents
      || a->bands->len != b->bands->len)
    return FALSE;
  for (guint i = 0; i < a->bands->len; i++)
    {
      const PsBand *x = &g_array_index (a->bands, PsBand, i), *y = &g_array_index (b->bands, PsBand, i);

      if (x->from_bp != y->from_bp || x->paid_bp != y->paid_bp || x->border_cents != y->border_cents
          || x->amount_cents != y->amount_cents || x->deduction_cents != y->deduction_cents)
        return FALSE;
    }
  return TRUE;
}

static void
compare_scope (const PsScope *before, const PsScope *now, GPtrArray *scopes)
{
  PsScopeDifference *difference;

  if (are_same_scopes (before, now))
    return;
  difference = g_new0 (PsScopeDifference, 1);
  difference->name = g_strdup (before != NULL ? before->name : now->name);
  difference->had = before != NULL;
  difference->has = now != NULL;
  if (before != NULL)
    {
      difference->old_ceiling_cents = before->ceiling_cents;
      difference->old_net_cents = before->net_cents;
      difference->old_deduction_cents = before->deduction_cents;
    }
  if (now != NULL)
    {
      difference->new_ceiling_cents = now->ceiling_cents;
      difference->new_net_cents = now->net_cents;
      difference->new_deduction_cents = now->deduction_cents;
    }
  g_ptr_array_add (scopes, difference);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(PsScopeDifference *const *) a)->name, (*(PsScopeDifference *const *) b)->name);
}

static void
match_scopes (const PsDossier *before, const PsDossier *now, GPtrArray *scopes)
{
  for (guint i = 0; i < before->settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (before->settlement->scopes, PsScope, i);

      compare_scope (scope, find_scope (now, scope->name), scopes);
    }
  for (guint i = 0; i < now->settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (now->settlement->scopes, PsScope, i);

      if (find_scope (before, scope->name) == NULL)
        compare_scope (NULL, scope, scopes);
    }
  g_ptr_array_sort (scopes, compare_names);
}

/* Signals are no figures: they change no cent. */
void
ps_compare_figures (const PsComparing *self, PsComparison *comparison)
{
  const PsDossier *before = self->before.dossier, *now = self->now.dossier;

  match_lines (before, now, comparison->lines);
  match_scopes (before, now, comparison->scopes);
  comparison->old_totals = before->settlement->totals;
  comparison->new_totals = now->settlement->totals;
  comparison->same_figures = comparison->scopes->len == 0 && are_same (&comparison->old_totals, &comparison->new_totals);
  for (guint i = 0; i < comparison->lines->len; i++)
    if (!ps_line_difference_is_same (g_ptr_array_index (comparison->lines, i)))
      comparison->same_figures = FALSE;
}
