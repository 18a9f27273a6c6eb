/* ps-monitor-waiting.c: who waits for care and how long, against the Treeknorm (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-waiting.h"

#include "ps-waiting.h"

/* The last day of each class of the distribution; the last class is open. 28 days: four weeks; 70 days: the Treeknorm. */
const int ps_wait_classes[PS_N_WAIT_CLASSES] = { 7, 28, PS_TREE_NORM_DAYS, 182, G_MAXINT };

static gpointer
begin (const PsMonitor *monitor)
{
  PsWaits *self = g_new0 (PsWaits, 1);

  self->monitor = monitor;
  self->months = ps_tally_new (PS_N_MONTH_ROWS, PS_WAITS_N_COUNTED);
  self->products = ps_tally_new (ps_monitor_n_slots (monitor->region), PS_WAITS_N_COUNTED);
  self->providers = ps_tally_new (monitor->region->providers->len, PS_WAITS_N_COUNTED);
  self->classes = ps_tally_new (PS_N_WAIT_CLASSES, 1);
  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    ps_month_days_init (&self->days[when], ps_monitor_period (monitor, when));
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

/* Into its month (or the whole period), and what is of the whole period into its product and provider too. */
static void
count (PsWaits *self, const PsProduction *production, const PsAssignment *assignment, guint month, int measure, PsWhen when,
       gint64 amount)
{
  ps_tally_add (self->months, month, measure, when, amount);
  if (month != PS_WHOLE_PERIOD)
    return;
  ps_tally_add (self->products, ps_monitor_slot (self->monitor->region, assignment->product, assignment->group), measure, when,
                amount);
  ps_tally_add (self->providers, production->provider, measure, when, amount);
}

/* Waiting at the end of a month; `waited`: until its care began, -1: it has not. */
static void
count_waiting (PsWaits *self, const PsProduction *production, const PsAssignment *assignment, int waited, guint month,
               PsWhen when)
{
  PsDate day = self->days[when].through[month];
  int days;

  if (day < self->days[when].from[month] || day < assignment->start || (waited >= 0 && day >= assignment->start + waited))
    return;
  days = ps_waiting_on (production, assignment, day);
  if (days < 0)
    return;
  count (self, production, assignment, month, PS_WAITS_WAITING, when, 1);
  count (self, production, assignment, month, PS_WAITS_OVER, when, days > PS_TREE_NORM_DAYS);
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
count_begun (PsWaits *self, const PsProduction *production, const PsAssignment *assignment, int waited, PsWhen when)
{
  int month = ps_month_days_find (&self->days[when], assignment->start + waited);
  guint rows[] = { (guint) month, PS_WHOLE_PERIOD };

  if (month < 0)
    return;
  ps_tally_add (self->classes, class_of (waited), 0, when, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      count (self, production, assignment, rows[i], PS_WAITS_BEGUN, when, 1);
      count (self, production, assignment, rows[i], PS_WAITS_DAYS, when, waited);
      count (self, production, assignment, rows[i], PS_WAITS_BEGUN_OVER, when, waited > PS_TREE_NORM_DAYS);
    }
}

static void
add_assignment (PsWaits *self, const PsProduction *production, const PsAssignment *assignment)
{
  int waited = ps_waited (production, assignment);

  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    {
      if (waited >= 0)
        count_begun (self, production, assignment, waited, when);
      if (waited != 0)
        for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
          count_waiting (self, production, assignment, waited, month, when);
    }
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
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
