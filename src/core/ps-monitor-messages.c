/* ps-monitor-messages.c: whether starts and stops are reported in time, and care begins in time (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Starts and stops count in the month in which they happened, whenever they were reported.
 */
#include "ps-monitor-messages.h"

#include "ps-waiting.h"

#define MESSAGE_WORK_DAYS 5
#define PLAN_WORK_DAYS 10
#define WEEK_DAYS 7
/* Longer than ten working days with every holiday between: of an assignment that began before that, care is late anyhow. */
#define LOOK_BACK 60

/* Working days are looked up once per day of both years, not per message. */
static void
make_due (PsMessageNorms *self)
{
  const GArray *holidays = self->monitor->query.holidays;

  self->first = self->monitor->last.from - LOOK_BACK;
  self->n_due = (guint) (MAX (self->monitor->now.through, self->monitor->last.from) - self->first + 1);
  self->due_5 = g_new (PsDate, self->n_due);
  self->due_10 = g_new (PsDate, self->n_due);
  for (guint i = 0; i < self->n_due; i++)
    {
      self->due_5[i] = ps_work_days_after (self->first + (PsDate) i, MESSAGE_WORK_DAYS, holidays);
      self->due_10[i] = ps_work_days_after (self->due_5[i], PLAN_WORK_DAYS - MESSAGE_WORK_DAYS, holidays);
    }
}

static gpointer
begin (const PsMonitor *monitor)
{
  PsMessageNorms *self = g_new0 (PsMessageNorms, 1);

  self->monitor = monitor;
  self->months = ps_tally_new (PS_N_MONTH_ROWS, PS_N_NORMS * PS_NORM_N_COUNTED);
  self->providers = ps_tally_new (monitor->region->providers->len, PS_N_NORMS * PS_NORM_N_COUNTED);
  ps_month_days_init_both (self->days, monitor);
  make_due (self);
  return self;
}

static void
drop (gpointer state)
{
  PsMessageNorms *self = state;

  ps_tally_free (self->months);
  ps_tally_free (self->providers);
  g_free (self->due_5);
  g_free (self->due_10);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  PsMessageNorms *self = state, *from = other;

  ps_tally_merge (self->months, from->months);
  ps_tally_merge (self->providers, from->providers);
}

/* ---- counting */

static void
count (PsMessageNorms *self, guint provider, guint month, PsWhen when, PsNorm norm, int what)
{
  guint measure = PS_NORM_MEASURE (norm, what);

  ps_tally_add (self->months, month, measure, when, 1);
  ps_tally_add (self->months, PS_WHOLE_PERIOD, measure, when, 1);
  ps_tally_add (self->providers, provider, measure, when, 1);
}

/* Which period and month a day is in; FALSE: neither. */
static gboolean
find_month (const PsMessageNorms *self, PsDate day, guint *month, PsWhen *when)
{
  for (*when = 0; *when < PS_N_WHENS; (*when)++)
    {
      int found = ps_month_days_find (&self->days[*when], day);

      if (found >= 0)
        {
          *month = (guint) found;
          return TRUE;
        }
    }
  return FALSE;
}

static void
count_message (PsMessageNorms *self, guint provider, PsNorm norm, PsDate happened, PsDate sent)
{
  PsWhen when;
  guint month;

  if (!find_month (self, happened, &month, &when))
    return;
  count (self, provider, month, when, norm, PS_NORM_NUMBER);
  if (sent == PS_DATE_OPEN)
    count (self, provider, month, when, norm, PS_NORM_NO_DATE);
  else if (sent > self->due_5[happened - self->first])
    count (self, provider, month, when, norm, PS_NORM_LATE);
}

static gboolean
is_past_plan (const PsMessageNorms *self, PsDate planned, PsDate begun)
{
  return planned < begun && (planned < self->first || begun > self->due_10[planned - self->first]);
}

/* The first care of an assignment, on the day on which it began inside it: as who waits (ps-waiting.h). */
static void
count_begun (PsMessageNorms *self, guint provider, const PsAssignment *assignment, PsDate begun)
{
  PsWhen when;
  guint month;

  if (!find_month (self, begun, &month, &when))
    return;
  count (self, provider, month, when, PS_NORM_PLAN, PS_NORM_NUMBER);
  count (self, provider, month, when, PS_NORM_WEEK, PS_NORM_NUMBER);
  if (is_past_plan (self, assignment->start, begun))
    count (self, provider, month, when, PS_NORM_PLAN, PS_NORM_LATE);
  if (begun - assignment->start > WEEK_DAYS)
    count (self, provider, month, when, PS_NORM_WEEK, PS_NORM_LATE);
}

static void
add_assignment (PsMessageNorms *self, const PsProduction *production, const PsAssignment *assignment)
{
  int waited = ps_waited (production, assignment);

  for (guint i = 0; i < assignment->n_care; i++)
    {
      const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care + i);

      count_message (self, production->provider, PS_NORM_305, care->start, care->sent_305);
      if (care->stop != PS_DATE_OPEN)
        count_message (self, production->provider, PS_NORM_307, care->stop, care->sent_307);
    }
  if (waited >= 0)
    count_begun (self, production->provider, assignment, assignment->start + waited);
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

      if (ps_monitor_covers (monitor, production->provider, assignment->municipality, assignment->group, assignment->product))
        add_assignment (state, production, assignment);
    }
  return TRUE;
}

const PsTopicKind ps_topic_messages = { begin, add, merge, ps_message_norms_finish, drop };
