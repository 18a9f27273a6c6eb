/* ps-monitor-duration.c: how long care took that ended, against its norm and last year's (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-duration.h"

static gpointer
begin (const PsMonitor *monitor)
{
  PsDurations *self = g_new0 (PsDurations, 1);

  self->products = ps_tally_new (ps_monitor_n_slots (monitor->region), PS_DURATION_N_MEASURES);
  self->classes = ps_tally_new (PS_DURATION_N_CLASSES, 1);
  return self;
}

static void
drop (gpointer state)
{
  PsDurations *self = state;

  ps_tally_free (self->products);
  ps_tally_free (self->classes);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  PsDurations *self = state, *from = other;

  ps_tally_merge (self->products, from->products);
  ps_tally_merge (self->classes, from->classes);
}

/* ---- counting */

static void
count_ended (PsDurations *self, const PsRegion *region, const PsCarePath *path, PsWhen when)
{
  guint slot = ps_monitor_slot (region, path->last.product, path->last.group);
  int norm = ps_durations_norm (region, path->last.product);
  /* The last day counts: from 1 January to 31 March is three months, no longer, as for the norm. */
  int months = ps_date_months_elapsed (path->start, path->end);

  ps_tally_add (self->products, slot, PS_DURATION_ENDED, when, 1);
  ps_tally_add (self->products, slot, PS_DURATION_ENDED_DAYS, when, (gint64) path->end - path->start + 1);
  ps_tally_add (self->products, slot, PS_DURATION_WITH_NORM, when, norm > 0);
  ps_tally_add (self->products, slot, PS_DURATION_LONGER, when, norm > 0 && path->end >= ps_date_add_months (path->start, norm));
  ps_tally_add (self->classes, MIN ((guint) months / PS_DURATION_MONTHS_A_CLASS, PS_DURATION_N_CLASSES - 1), 0, when, 1);
}

static void
count_running (PsDurations *self, const PsRegion *region, const PsCarePath *path, PsDate through, PsWhen when)
{
  guint slot = ps_monitor_slot (region, path->last.product, path->last.group);

  ps_tally_add (self->products, slot, PS_DURATION_RUNNING, when, 1);
  ps_tally_add (self->products, slot, PS_DURATION_RUNNING_DAYS, when, (gint64) through - path->start + 1);
}

static void
count_period (PsDurations *self, const PsMonitor *monitor, const PsProduction *production, PsWhen when)
{
  const PsPeriod *period = ps_monitor_period (monitor, when);
  g_autoptr (GArray) paths = NULL;

  if (ps_period_is_empty (period))
    return;
  paths = ps_care_paths_make (production, period->known_through);
  for (guint i = 0; i < paths->len; i++)
    {
      const PsCarePath *path = &g_array_index (paths, PsCarePath, i);

      if (!ps_monitor_covers (monitor, production->provider, path->last.municipality, path->last.group, path->last.product))
        continue;
      if (path->end >= period->from && path->end <= period->through)
        count_ended (self, monitor->region, path, when);
      else if (path->start <= period->through && path->end > period->through)
        count_running (self, monitor->region, path, period->through, when);
    }
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  count_period (state, monitor, production, PS_NOW);
  count_period (state, monitor, production, PS_LAST);
  return TRUE;
}

/* Months; 0: the product has no norm. */
int
ps_durations_norm (const PsRegion *region, guint product)
{
  return product == PS_NONE ? 0 : MAX (ps_region_product (region, product)->norm_months, 0);
}

const PsTopicKind ps_topic_duration = { begin, add, merge, ps_durations_finish, drop };
