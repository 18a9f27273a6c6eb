/* ps-monitor-stays.c: places for the monitor's topics: days of clients in them, and what was agreed of them (domain.md §4, §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-stays.h"

static gboolean
is_place (const PsRegion *region, guint product)
{
  return product != PS_NONE && ps_region_product (region, product)->funding == PS_FUNDING_PLEK;
}

/* Only days inside the assignment count; an open care period ends with it (domain.md §4). */
static void
collect (const PsMonitor *monitor, const PsProduction *production, const PsAssignment *assignment, GArray *stays)
{
  for (guint i = 0; i < assignment->n_care; i++)
    {
      const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care + i);
      PsStay stay = { assignment->product, assignment->municipality, assignment->client,
                      MAX (MAX (care->start, assignment->start), ps_date_year_start (monitor->last.year)),
                      MIN (MIN (care->stop, assignment->end), monitor->now.through) };

      if (stay.start <= stay.end)
        g_array_append_val (stays, stay);
    }
}

GArray *
ps_monitor_place_stays (const PsMonitor *monitor, const PsProduction *production)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (PsStay));

  for (guint i = 0; i < production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      if (is_place (monitor->region, assignment->product)
          && ps_monitor_covers (monitor, production->provider, assignment->municipality, assignment->group, assignment->product))
        collect (monitor, production, assignment, stays);
    }
  ps_stays_merge (stays);
  return stays;
}

/* The one product of a group that is paid by the place; PS_NONE: there are none, or more. */
static guint
only_place (const PsRegion *region, guint group)
{
  guint found = PS_NONE;

  for (guint i = 0; i < region->products->len; i++)
    if (is_place (region, i) && ps_region_product (region, i)->group == group)
      {
        if (found != PS_NONE)
          return PS_NONE;
        found = i;
      }
  return found;
}

/* Whether the places of a line are inside the filter: of a product where it is the only one of the line's group. */
static gboolean
is_asked_for (const PsMonitor *monitor, guint provider, const PsAgreementLine *line)
{
  guint product = monitor->query.product;

  if (line->places_milli == PS_NO_NUMBER || line->places_milli <= 0
      || (product != PS_NONE && only_place (monitor->region, line->group) != product))
    return FALSE;
  return ps_monitor_covers (monitor, provider, line->municipality, line->group, product);
}

void
ps_monitor_agreed_places (const PsMonitor *monitor, PsWhen when, PsAgreedPlaces func, gpointer data)
{
  for (guint i = 0; i < monitor->region->agreements->len; i++)
    {
      const PsAgreement *agreement = &g_array_index (monitor->region->agreements, PsAgreement, i);

      for (guint k = 0; agreement->year == ps_monitor_year (monitor, when) && k < agreement->lines->len; k++)
        {
          const PsAgreementLine *line = &g_array_index (agreement->lines, PsAgreementLine, k);

          if (is_asked_for (monitor, agreement->provider, line))
            func (data, agreement->provider, line);
        }
    }
}
