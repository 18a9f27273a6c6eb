/* ps-monitor-places.c: realised places and what they are worth, per product and month, against agreed (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Kept as client-days and divided when shown. What they are worth is rounded as in the settlement, once per provider × product ×
 * municipality (domain.md §4): a month is what the year to date grew by, so that months, products and providers all add up to the cent.
 */
#include "ps-monitor-places.h"

#include "ps-monitor-stays.h"

/* ---- counting */

static gpointer
begin (const PsMonitor *monitor)
{
  PsPlaceCounts *self = g_new0 (PsPlaceCounts, 1);

  self->products = ps_tally_new (monitor->region->products->len, PS_PLACES_N_COUNTED);
  ps_month_days_init_both (self->days, monitor);
  return self;
}

static void
drop (gpointer state)
{
  PsPlaceCounts *self = state;

  ps_tally_free (self->products);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  PsPlaceCounts *self = state, *from = other;

  ps_tally_merge (self->products, from->products);
  self->n_by_peildata += from->n_by_peildata;
}

/* What came before the period: the year to date is rounded as the settlement rounds it, from 1 January on, so that a month is worth the same
 * whatever the period begins with. */
#define BEFORE PS_WHOLE_PERIOD
#define N_WORTHS (PS_WHOLE_PERIOD + 1)

/* Client-days of a stay, and into `worth` their tariffs in ten-thousandths of a euro, by month. */
static void
count_days (PsPlaceCounts *self, PsWhen when, const PsStay *stay)
{
  for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
    {
      int days = ps_month_days_in (&self->days[when], month, stay->start, stay->end);

      if (days > 0)
        ps_tally_add (self->products, stay->thing, PS_PLACES_DAYS + month, when, days);
    }
}

static void
count_worth (PsPlaceCounts *self, PsWhen when, const PsStay *stay, const PsPriceList *prices, PsWide worth[N_WORTHS])
{
  const PsMonthDays *days = &self->days[when];
  PsDate from = days->from[PS_WHOLE_PERIOD], last = MIN (stay->end, days->through[PS_WHOLE_PERIOD]), until;

  for (PsDate day = MAX (stay->start, ps_date_year_start (ps_date_year (from))); day <= last; day = until + 1)
    {
      gint64 tariff = ps_price_list_on (prices, day, &until);

      until = MIN (until, last);
      if (tariff == PS_NO_NUMBER)
        {
          ps_tally_add (self->products, stay->thing, PS_PLACES_WITHOUT_TARIFF, when,
                        ps_month_days_in (days, PS_WHOLE_PERIOD, day, until));
          continue;
        }
      for (guint month = 0; month < PS_WHOLE_PERIOD; month++)
        worth[month] += (PsWide) tariff * ps_month_days_in (days, month, day, until);
      worth[BEFORE] += (PsWide) tariff * MAX (MIN (until, from - 1) - day + 1, 0);
    }
}

static void
add_worth (PsPlaceCounts *self, const PsMonitor *monitor, PsWhen when, guint product, const PsWide worth[N_WORTHS])
{
  PsWide divisor = (PsWide) ps_date_days_in_year (ps_monitor_year (monitor, when)) * 100, to_date = worth[BEFORE];
  gint64 earlier = ps_round_div (to_date, divisor, &self->products->overflow), before = earlier;

  for (guint month = 0; month < PS_WHOLE_PERIOD; month++)
    {
      gint64 cents;

      to_date += worth[month];
      cents = ps_round_div (to_date, divisor, &self->products->overflow);
      ps_tally_add (self->products, product, PS_PLACES_CENTS + month, when, cents - before);
      before = cents;
    }
  ps_tally_add (self->products, product, PS_PLACES_CENTS + PS_WHOLE_PERIOD, when, before - earlier);
}

/* The stays of one product in one municipality. */
static void
count_stays (PsPlaceCounts *self, const PsMonitor *monitor, PsWhen when, const PsPriceList *prices, const PsStay *stays, guint n)
{
  const PsMonthDays *days = &self->days[when];
  PsWide worth[N_WORTHS] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      if (days->from[PS_WHOLE_PERIOD] > days->through[PS_WHOLE_PERIOD] || stays[i].start > days->through[PS_WHOLE_PERIOD])
        continue;
      count_days (self, when, &stays[i]);
      count_worth (self, when, &stays[i], prices, worth);
    }
  add_worth (self, monitor, when, stays->thing, worth);
}

static guint
run_length (const GArray *stays, guint first)
{
  const PsStay *stay = &g_array_index (stays, PsStay, first);
  guint n = 1;

  while (first + n < stays->len && stay[n].thing == stay->thing && stay[n].part == stay->part)
    n++;
  return n;
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  PsPlaceCounts *self = state;
  const PsAgreement *agreement = ps_region_find_agreement (monitor->region, production->provider, monitor->now.year);
  g_autoptr (GArray) stays = NULL;

  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  stays = ps_monitor_place_stays (monitor, production);
  for (guint i = 0, n; i < stays->len; i += n)
    {
      const PsStay *first = &g_array_index (stays, PsStay, i);
      PsPriceList prices;

      n = run_length (stays, i);
      ps_price_list_init (&prices, monitor->region, first->thing, production->provider);
      for (PsWhen when = 0; when < PS_N_WHENS; when++)
        count_stays (self, monitor, when, &prices, first, n);
    }
  if (stays->len > 0 && agreement != NULL && agreement->measuring != PS_PLACES_DAILY)
    self->n_by_peildata++;
  return TRUE;
}

const PsTopicKind ps_topic_places = { begin, add, merge, ps_place_counts_finish, drop };
