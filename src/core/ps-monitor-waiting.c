/* ps-monitor-waiting.c: who waits for care and how long, against the Treeknorm (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-waiting.h"

#include "ps-waiting.h"

/* The last day of each class of the distribution; the last class is open. 28 days: four weeks; 70 days: the Treeknorm. */
const int ps_wait_classes[PS_N_WAIT_CLASSES] = { 7, 28, PS_TREE_NORM_DAYS, 182, G_MAXINT };

/* Before the first day that there is: nobody waits on it. */
#define OUTSIDE (PS_DATE_MIN - 1)

/* The last day of each month and of the period. */
static void
list_ends (PsWaits *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    {
      const PsMonthDays *days = &self->days[i / PS_N_MONTH_ROWS];
      guint month = i % PS_N_MONTH_ROWS;

      self->ends[i] = days->through[month] < days->from[month] ? OUTSIDE : days->through[month];
    }
}

static gpointer
begin (const PsMonitor *monitor)
{
  PsWaits *self = g_new0 (PsWaits, 1);

  self->monitor = monitor;
  self->months = ps_tally_new (PS_N_MONTH_ROWS, PS_WAITS_N_COUNTED);
  self->products = ps_tally_new (ps_monitor_n_slots (monitor->region), PS_WAITS_N_COUNTED);
  self->providers = ps_tally_new (monitor->region->providers->len, PS_WAITS_N_COUNTED);
  self->classes = ps_tally_new (PS_N_WAIT_CLASSES, 1);
  ps_month_days_init_both (self->days, monitor);
  list_ends (self);
  return self;
}

static void
drop (gpointer state)
{
  PsWaits *self = state;

  ps_tally_free (self->months);
  ps_tally_free (self->products);
  ps_tally_free (self->providers);
  ps_tally_free (self->classes);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  PsWaits *self = state, *from = other;

  ps_tally_merge (self->months, from->months);
  ps_tally_merge (self->products, from->products);
  ps_tally_merge (self->providers, from->providers);
  ps_tally_merge (self->classes, from->classes);
}

/* What is counted is of a product (or a group) at a provider. */
typedef struct
{
  guint slot;
  guint provider;
} Where;

/* Into its month (or the whole period), and what is of the whole period into its product and provider too. */
static void
count (PsWaits *self, const Where *where, guint month, int measure, PsWhen when, gint64 amount)
{
  ps_tally_add (self->months, month, measure, when, amount);
  if (month != PS_WHOLE_PERIOD)
    return;
  ps_tally_add (self->products, where->slot, measure, when, amount);
  ps_tally_add (self->providers, where->provider, measure, when, amount);
}

/* Waiting at the end of a month. */
static void
count_wait (PsWaits *self, const Where *where, const PsWait *wait)
{
  guint month = wait->day % PS_N_MONTH_ROWS;
  PsWhen when = wait->day / PS_N_MONTH_ROWS;

  count (self, where, month, PS_WAITS_WAITING, when, 1);
  count (self, where, month, PS_WAITS_OVER, when, self->ends[wait->day] - wait->since > PS_TREE_NORM_DAYS);
}

static void
add_waits (PsWaits *self, const PsMonitor *monitor, const PsProduction *production)
{
  g_autoptr (GArray) waits = ps_waits_on (production, self->ends, G_N_ELEMENTS (self->ends));

  for (guint i = 0; i < waits->len; i++)
    {
      const PsWait *wait = &g_array_index (waits, PsWait, i);
      Where where = { ps_monitor_slot (monitor->region, wait->product, wait->group), production->provider };

      if (ps_monitor_covers (monitor, production->provider, wait->municipality, wait->group, wait->product))
        count_wait (self, &where, wait);
    }
}

static guint
class_of (int days)
{
  guint class = 0;

  while (days > ps_wait_classes[class])
    class ++;
  return class;
}

/* How long it waited, in the month in which its care began. */
static void
count_begun (PsWaits *self, const Where *where, PsDate began, int waited, PsWhen when)
{
  int month = ps_month_days_find (&self->days[when], began);
  guint rows[] = { (guint) month, PS_WHOLE_PERIOD };

  if (month < 0)
    return;
  ps_tally_add (self->classes, class_of (waited), 0, when, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      count (self, where, rows[i], PS_WAITS_BEGUN, when, 1);
      count (self, where, rows[i], PS_WAITS_DAYS, when, waited);
      count (self, where, rows[i], PS_WAITS_BEGUN_OVER, when, waited > PS_TREE_NORM_DAYS);
    }
}

static void
add_assignment (PsWaits *self, const PsProduction *production, const PsAssignment *assignment)
{
  Where where = { ps_monitor_slot (self->monitor->region, assignment->product, assignment->group), production->provider };
  int waited = ps_waited (production, assignment);

  for (PsWhen when = 0; when < PS_N_WHENS && waited >= 0; when++)
    count_begun (self, &where, assignment->start + waited, waited, when);
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  add_waits (state, monitor, production);
  for (guint i = 0; i < production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      if (assignment->start <= monitor->now.through
          && ps_monitor_covers (monitor, production->provider, assignment->municipality, assignment->group, assignment->product))
        add_assignment (state, production, assignment);
    }
  return TRUE;
}

const PsTopicKind ps_topic_waiting = { begin, add, merge, ps_waits_finish, drop };
