/* ps-monitor-capacity.c: realised places of providers against what was agreed, in three classes (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Per provider × product group, municipalities together. Everything is compared as client-days against agreed places × days of the
 * period, so exactly.
 */
#include "ps-monitor-capacity.h"

#include <glib/gi18n-lib.h>

#include "ps-monitor-stays.h"

#define FITS_BP 100
#define DEVIATES_BP 500

/* ---- classes */

/**
 * ps_capacity_is_within: whether realised is at most so many basis points off agreed, above or below, in whatever both are measured.
 */
gboolean
ps_capacity_is_within (PsWide realised, PsWide agreed, int off_bp)
{
  PsWide difference = realised - agreed;

  return (difference < 0 ? -difference : difference) * PS_FULL_BP <= agreed * off_bp;
}

/**
 * ps_capacity_class_of: as ps_capacity_class(), of figures of any measure.
 */
PsCapacityClass
ps_capacity_class_of (PsWide realised, PsWide agreed)
{
  if (ps_capacity_is_within (realised, agreed, FITS_BP))
    return PS_CAPACITY_FITS;
  return ps_capacity_is_within (realised, agreed, DEVIATES_BP) ? PS_CAPACITY_DEVIATES : PS_CAPACITY_STRONGLY;
}

/**
 * ps_capacity_class: how far realised places are off the agreed ones, exactly: at most 1 %, at most 5 %, or more (domain.md §8).
 * @agreed_milli: more than 0
 */
PsCapacityClass
ps_capacity_class (gint64 realised_milli, gint64 agreed_milli)
{
  g_assert (agreed_milli > 0);
  return ps_capacity_class_of (realised_milli, agreed_milli);
}

const char *
ps_capacity_label (PsCapacityClass class)
{
  switch (class)
    {
    case PS_CAPACITY_FITS:
      return _("fits");
    case PS_CAPACITY_DEVIATES:
      return _("deviates");
    case PS_CAPACITY_STRONGLY:
    case PS_N_CAPACITIES:
    default:
      return _("deviates strongly");
    }
}

/* ---- counting */

guint
ps_capacity_row (const PsRegion *region, guint provider, guint group)
{
  return provider * region->groups->len + group;
}

static gpointer
begin (const PsMonitor *monitor)
{
  PsCapacity *self = g_new0 (PsCapacity, 1);

  self->days = ps_tally_new (monitor->region->providers->len * monitor->region->groups->len, 1);
  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    ps_month_days_init (&self->calendar[when], ps_monitor_period (monitor, when));
  return self;
}

static void
drop (gpointer state)
{
  PsCapacity *self = state;

  ps_tally_free (self->days);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  ps_tally_merge (((PsCapacity *) state)->days, ((PsCapacity *) other)->days);
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  PsCapacity *self = state;
  g_autoptr (GArray) stays = NULL;

  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  stays = ps_monitor_place_stays (monitor, production);
  for (guint i = 0; i < stays->len; i++)
    {
      const PsStay *stay = &g_array_index (stays, PsStay, i);
      guint row =
          ps_capacity_row (monitor->region, production->provider, ps_region_product (monitor->region, stay->thing)->group);

      for (PsWhen when = 0; when < PS_N_WHENS; when++)
        ps_tally_add (self->days, row, 0, when,
                      ps_month_days_in (&self->calendar[when], PS_WHOLE_PERIOD, stay->start, stay->end));
    }
  return TRUE;
}

const PsTopicKind ps_topic_capacity = { begin, add, merge, ps_capacity_finish, drop };
