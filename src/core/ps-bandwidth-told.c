/* ps-bandwidth-told.c: what letters told of a scope, and whether there is anything to tell that they did not (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-bandwidth.h"

static void
clear_told (PsScopeTold *told)
{
  g_free (told->scope);
}

/**
 * ps_scopes_told_new:
 *
 * Returns: (transfer full): an empty GArray of PsScopeTold
 */
GArray *
ps_scopes_told_new (void)
{
  GArray *told = g_array_new (FALSE, TRUE, sizeof (PsScopeTold));

  g_array_set_clear_func (told, (GDestroyNotify) clear_told);
  return told;
}

/* Whoever was told that the ceiling is reached need not be told that most of it is spent. */
static gboolean
covers (const PsScopeTold *told, const PsBandwidthScope *scope)
{
  return scope->letter != PS_LETTER_NONE && g_str_equal (told->scope, scope->name)
         && (told->reached || (told->notice && scope->notice && !scope->reached));
}

/**
 * ps_bandwidth_find_told: the last that told of a scope what is told once and holds of it now.
 * @told: (nullable): GArray of PsScopeTold
 *
 * Returns: (nullable): borrowed
 */
const PsScopeTold *
ps_bandwidth_find_told (const PsBandwidth *self, const GArray *told)
{
  for (guint i = told != NULL ? told->len : 0; i > 0; i--)
    {
      const PsScopeTold *it = &g_array_index (told, PsScopeTold, i - 1);
      const PsBandwidthScope *scope = ps_bandwidth_find (self, it->scope);

      if (scope != NULL && (scope->notice || scope->reached) && covers (it, scope))
        return it;
    }
  return NULL;
}

/* A deviation is told at every peildatum; but that a ceiling is reached says already that it will be exceeded, and that is told once. */
static gboolean
scope_has_news (const PsBandwidthScope *scope, const GArray *told)
{
  if (scope->letter == PS_LETTER_NONE)
    return FALSE;
  if (scope->position == PS_POSITION_UNDER || (scope->position == PS_POSITION_OVER && !scope->reached))
    return TRUE;
  for (guint i = 0; told != NULL && i < told->len; i++)
    if (covers (&g_array_index (told, PsScopeTold, i), scope))
      return FALSE;
  return TRUE;
}

/**
 * ps_bandwidth_has_news: whether a letter would tell something: any scope that is over or under its bandwidth, or of which a notice or that it
 * is reached was not told before in the year.
 * @told: (nullable): GArray of PsScopeTold: what was told in the year, at other peildata
 */
gboolean
ps_bandwidth_has_news (const PsBandwidth *self, const GArray *told)
{
  for (guint i = 0; i < self->scopes->len; i++)
    if (scope_has_news (&g_array_index (self->scopes, PsBandwidthScope, i), told))
      return TRUE;
  return FALSE;
}
