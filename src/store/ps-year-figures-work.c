/* ps-year-figures-work.c: a provider's year from its productions, beside its bandwidth
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-year-figures-private.h"

#define N_MONTHS 12

PsProviderYear *
ps_provider_year_new (guint provider)
{
  PsProviderYear *self = g_new0 (PsProviderYear, 1);

  self->provider = provider;
  for (int month = 0; month < N_MONTHS; month++)
    self->realised_cents[month] = self->last_realised_cents[month] = PS_NO_NUMBER;
  return self;
}

void
ps_provider_year_free (PsProviderYear *self)
{
  if (self == NULL)
    return;
  ps_bandwidth_free (self->bandwidth);
  ps_year_facts_free (self->facts);
  ps_year_facts_free (self->last);
  g_free (self);
}

static gboolean
is_nothing (const PsYearFacts *facts)
{
  for (int month = 0; month < N_MONTHS; month++)
    if (facts->month_cents[month] != PS_NO_NUMBER && facts->month_cents[month] != 0)
      return FALSE;
  return facts->cost_cents == 0 && facts->extra_cents == 0 && facts->assigned_cents == 0 && facts->declared_cents == 0
         && facts->n_waiting == 0 && facts->n_in_care == 0 && facts->clients->len == 0;
}

gboolean
ps_provider_year_is_empty (const PsProviderYear *self)
{
  return self->bandwidth == NULL && is_nothing (self->facts) && is_nothing (self->last);
}

/* Beside it last year's same days, as the monitor has them: a whole February beside a whole February. */
static PsDate
day_in (const PsBandwidthPlan *plan, PsDate day, int years_back)
{
  if (day < ps_date_year_start (plan->year))
    return ps_date_year_start (plan->year - years_back) - 1;
  return years_back == 0 ? day : ps_date_year_before (day);
}

gboolean
ps_provider_year_add_facts (PsProviderYear *self, const PsBandwidthPlan *plan, int years_back, const PsProduction *production,
                            GError **error)
{
  const PsLook *look = &plan->looks[0];
  int year = plan->year - years_back;
  PsYearFacts *facts = ps_year_facts_make (plan->region, production, year, day_in (plan, look->through, years_back),
                                           day_in (plan, plan->waiting_on, years_back), error);

  if (years_back == 0)
    self->facts = facts;
  else
    self->last = facts;
  return facts != NULL;
}

static gint64
sum_scopes (const PsYearRealised *realised, int month, PsOverflow *overflow)
{
  gint64 sum = 0;

  for (guint i = 0; i < realised->names->len; i++)
    {
      gint64 cents = realised->scopes[i].known_cents[month];

      if (cents == PS_NO_NUMBER)
        return PS_NO_NUMBER;
      sum = ps_add (sum, cents, overflow);
    }
  return sum;
}

/* Of the year itself as it is known on the day; of the one before the months after that too, where it is complete: what lies beside it. */
gboolean
ps_provider_year_add_months (PsProviderYear *self, const PsRegion *region, int years_back, const PsYearRealised *realised,
                             GError **error)
{
  gint64 *months = years_back == 0 ? self->realised_cents : self->last_realised_cents;
  PsOverflow overflow = { FALSE };

  for (int month = 0; realised != NULL && month < N_MONTHS; month++)
    if (years_back > 0 || realised->scopes[0].month_cents[month] != PS_NO_NUMBER)
      months[month] = sum_scopes (realised, month, &overflow);
  if (!overflow.overflowed)
    return TRUE;
  g_set_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW,
               _("The amounts of provider %s in %d are too large to compute with."),
               ps_region_provider (region, self->provider)->agb, realised->year);
  return FALSE;
}
