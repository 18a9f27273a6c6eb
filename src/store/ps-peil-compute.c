/* ps-peil-compute.c: what the messages of all providers say of the peildata of a year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-loader.h"
#include "ps-peil-private.h"

typedef struct
{
  const PsRegion *region;
  const PsPeilDay *days;
  guint n_days;
  PsPeilMeasuredFunc func;
  gpointer user_data;
} Computing;

static gboolean
compute_one (const Computing *computing, const PsProduction *production, GError **error)
{
  for (guint i = 0; i < computing->n_days; i++)
    {
      const PsPeilDay *day = &computing->days[i];
      g_autoptr (GArray) measured = ps_measured_compute (computing->region, production, day->day, day->through, error);

      if (measured == NULL || !computing->func (production->provider, i, measured, computing->user_data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ps_peil_compute (PsStore *store, const PsRegion *region, const PsPeilDay *days, guint n_days, const GArray *providers,
                 PsPeilMeasuredFunc func, gpointer user_data, GCancellable *cancellable, PsProgressFunc progress,
                 gpointer progress_data, GError **error)
{
  Computing computing = { region, days, n_days, func, user_data };
  guint n = providers != NULL ? providers->len : region->providers->len;
  g_autoptr (PsProduction) production = NULL;
  g_autoptr (PsLoader) loader = NULL;

  if (n_days == 0 || n == 0)
    return TRUE;
  production = ps_production_new (0);
  loader = ps_loader_new (store, region, ps_date_year (days[0].day), error);
  if (loader == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint provider = providers != NULL ? g_array_index (providers, guint, i) : i;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL && i % 8 == 0)
        progress ((double) i / n, _("Reading the messages"), progress_data);
      if (!ps_loader_load (loader, provider, production, error) || !compute_one (&computing, production, error))
        return FALSE;
    }
  return TRUE;
}
