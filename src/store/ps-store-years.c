/* ps-store-years.c: which year of a region is looked at where nobody asked for one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-store.h"

/* Agreements are often there before their year begins, so the latest year is the last one with declarations. */
gboolean
ps_store_latest_year (PsStore *store, int *year, GError **error)
{
  g_autoptr (GArray) years = ps_store_list_years (store, error);

  *year = 0;
  if (years == NULL)
    return FALSE;
  for (guint i = years->len; i > 0 && *year == 0; i--)
    {
      int candidate = g_array_index (years, int, i - 1);
      PsDate through;

      if (!ps_store_complete_through (store, candidate, &through, error))
        return FALSE;
      if (through >= ps_date_year_start (candidate))
        *year = candidate;
    }
  if (*year == 0 && years->len > 0)
    *year = g_array_index (years, int, years->len - 1);
  return TRUE;
}
