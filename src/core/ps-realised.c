/* ps-realised.c: realised year to date, per month (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-realised.h"

/* Net − outside of the covered lines, and their ceilings. */
static void
sum_scopes (const PsSettlement *settlement, gint64 *ceiling, gint64 *realised, PsOverflow *overflow)
{
  *ceiling = 0;
  *realised = 0;
  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);

      *ceiling = ps_add (*ceiling, scope->ceiling_cents, overflow);
      *realised = ps_add (*realised, scope->net_cents, overflow);
    }
}

/**
 * ps_realised_by_month: what a provider's scopes together realised in `year` by the end of each month, in cents, trajects counted as
 * they run; and their ceiling.
 * @complete_through: the last day on which the data is complete; months that end after it are PS_NO_NUMBER
 */
gboolean
ps_realised_by_month (const PsRegion *region, const PsProduction *production, int year, PsDate complete_through,
                      PsRealised *realised, GError **error)
{
  PsSettleOptions options = { .year = year, .accrue = TRUE };
  PsOverflow overflow = { FALSE };

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (PsSettlement) settlement = NULL;

      options.through = ps_date_from_ymd (year, month, ps_date_days_in_month (year, month));
      settlement = ps_settle (region, production, &options, error);
      if (settlement == NULL)
        return FALSE;
      sum_scopes (settlement, &realised->ceiling_cents, &realised->realised_cents[month - 1], &overflow);
      if (options.through > complete_through)
        realised->realised_cents[month - 1] = PS_NO_NUMBER;
    }
  return TRUE;
}
