/* ps-scheme-effect.c: whom a scheme touches this year: what is deducted as it was saved, and as it stands on the page
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Bands work on what a scope has produced, net: that is in the year's figures. Steps on the norm duration change the net itself, so
 * then the providers are settled anew, with the scheme as it stands on the page in the place of the one that was saved.
 */
#define G_LOG_DOMAIN "peilstok-schemes"

#include "ps-scheme-effect.h"

gboolean
ps_scheme_effect_is_quick (const PsScheme *saved, const PsScheme *changed)
{
  g_autoptr (PsScheme) same_bands = ps_scheme_copy (changed);

  same_bands->whole = saved->whole;
  g_array_set_size (same_bands->bands, 0);
  g_array_append_vals (same_bands->bands, saved->bands->data, saved->bands->len);
  return ps_scheme_equal (saved, same_bands);
}

/* What the lines of a scope can bear (domain.md §5), and what the norm duration took of them. */
static void
sum_lines (const PsSettlement *settlement, guint scope, gint64 *bearable, gint64 *norm, PsOverflow *overflow)
{
  *bearable = *norm = 0;
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      if (line->scope != scope)
        continue;
      *bearable = ps_add (*bearable, MAX (line->net_cents - line->exempt_cents, 0), overflow);
      *norm = ps_add (*norm, line->norm_deduction_cents, overflow);
    }
}

static gint64
deduct_bands (const PsScheme *scheme, const PsScope *scope, gint64 bearable, PsOverflow *overflow)
{
  g_autoptr (PsSchemeTrial) trial = ps_scheme_try (scheme, scope->ceiling_cents, scope->net_cents, overflow);

  return MIN (trial->deduction_cents, bearable);
}

/* Adds a scope; without `changed` it counts as it was settled, in both. */
static void
add_scope (PsSchemeEffect *effect, const PsSettlement *settlement, guint place, const PsScheme *changed, PsOverflow *overflow)
{
  const PsScope *scope = &g_array_index (settlement->scopes, PsScope, place);
  gint64 deduction = scope->deduction_cents;
  gint64 bearable, norm;

  sum_lines (settlement, place, &bearable, &norm, overflow);
  effect->ceiling_cents = ps_add (effect->ceiling_cents, scope->ceiling_cents, overflow);
  effect->net_cents = ps_add (effect->net_cents, scope->net_cents, overflow);
  effect->saved_cents = ps_add (effect->saved_cents, ps_add (deduction, norm, overflow), overflow);
  if (changed != NULL)
    deduction = deduct_bands (changed, scope, bearable, overflow);
  effect->changed_cents = ps_add (effect->changed_cents, ps_add (deduction, norm, overflow), overflow);
}

/* FALSE: no scope of this settlement has the scheme. */
static gboolean
fill (PsSchemeEffect *effect, const PsSettlement *settlement, guint scheme, const PsScheme *changed)
{
  PsOverflow overflow = { FALSE };
  gboolean found = FALSE;

  *effect = (PsSchemeEffect){ .provider = settlement->provider };
  for (guint i = 0; i < settlement->scopes->len; i++)
    if (g_array_index (settlement->scopes, PsScope, i).scheme == scheme)
      {
        add_scope (effect, settlement, i, changed, &overflow);
        found = TRUE;
      }
  return found && !overflow.overflowed;
}

GArray *
ps_scheme_effect_of_bands (const PsSettledYear *settled, guint scheme, const PsScheme *changed)
{
  GArray *effects = g_array_new (FALSE, FALSE, sizeof (PsSchemeEffect));
  PsSchemeEffect effect;

  for (guint i = 0; i < settled->settlements->len; i++)
    if (fill (&effect, g_ptr_array_index (settled->settlements, i), scheme, changed))
      g_array_append_val (effects, effect);
  return effects;
}

void
ps_scheme_effect_sum (const GArray *effects, gint64 *saved_cents, gint64 *changed_cents)
{
  PsOverflow overflow = { FALSE };

  *saved_cents = *changed_cents = 0;
  for (guint i = 0; i < effects->len; i++)
    {
      const PsSchemeEffect *effect = &g_array_index (effects, PsSchemeEffect, i);

      *saved_cents = ps_add (*saved_cents, effect->saved_cents, &overflow);
      *changed_cents = ps_add (*changed_cents, effect->changed_cents, &overflow);
    }
}

/* Settling anew, on a worker */

typedef struct
{
  PsSettledRef *settled;
  guint scheme;
  PsScheme *changed;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  ps_settled_ref_free (work->settled);
  ps_scheme_free (work->changed);
  g_free (work);
}

/* The region with the other scheme in its place; everything else is shared, and must outlive it. */
static PsRegion
region_with (const PsRegion *region, guint scheme, const PsScheme *changed)
{
  PsRegion other = *region;

  other.schemes = g_array_sized_new (FALSE, FALSE, sizeof (PsScheme), region->schemes->len);
  g_array_append_vals (other.schemes, region->schemes->data, region->schemes->len);
  g_array_index (other.schemes, PsScheme, scheme) = *changed;
  return other;
}

static gboolean
settle_provider (PsStore *store, const PsSettledYear *settled, const PsRegion *region, const Work *work, PsSchemeEffect *effect,
                 GError **error)
{
  g_autoptr (PsProduction) production = ps_production_new (effect->provider);
  PsSettleOptions options = { .year = settled->year, .through = settled->through };
  g_autoptr (PsSettlement) settlement = NULL;
  PsSchemeEffect anew;

  if (!ps_store_load_production (store, region, effect->provider, settled->year, production, error))
    return FALSE;
  settlement = ps_settle (region, production, &options, error);
  if (settlement == NULL)
    return FALSE;
  if (fill (&anew, settlement, work->scheme, NULL))
    effect->changed_cents = anew.saved_cents;
  return TRUE;
}

static gpointer
settle_anew (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  const PsSettledYear *settled = ps_settled_ref_get (work->settled);
  PsRegion region = region_with (settled->region, work->scheme, work->changed);
  g_autoptr (GArray) schemes = region.schemes;
  g_autoptr (GArray) effects = ps_scheme_effect_of_bands (settled, work->scheme, NULL);

  for (guint i = 0; i < effects->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !settle_provider (store, settled, &region, work, &g_array_index (effects, PsSchemeEffect, i), error))
      return NULL;
  return g_steal_pointer (&effects);
}

void
ps_scheme_effect_async (PsSession *session, guint scheme, const PsScheme *changed, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Work *work = g_new0 (Work, 1);

  work->settled = ps_session_ref_settled (session);
  work->scheme = scheme;
  work->changed = ps_scheme_copy (changed);
  ps_session_run_async (session, settle_anew, work, work_free, (GDestroyNotify) g_array_unref, callback, user_data);
}

GArray *
ps_scheme_effect_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
