/* ps-monitor-follow-up.c: the assignments that ended, and all care that may have followed (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gi18n-lib.h>

#include "ps-monitor-follow.h"

/**
 * ps_follow_label: translated, short.
 */
const char *
ps_follow_label (PsFollow follow)
{
  static const char *const labels[PS_N_FOLLOWS] = { N_("Extension"), N_("Other provider"), N_("Other product"),
                                                    N_("Recidive"),  N_("Left care"),      N_("Not known yet") };

  g_assert ((int) follow >= 0 && follow < PS_N_FOLLOWS);
  return _ (labels[follow]);
}

static gpointer
begin (const PsMonitor *monitor G_GNUC_UNUSED)
{
  PsFollowUp *self = g_new0 (PsFollowUp, 1);

  for (PsWhen when = PS_NOW; when < PS_N_WHENS; when++)
    {
      self->ended[when] = g_array_new (FALSE, FALSE, sizeof (PsEndedCare));
      self->later[when] = g_array_new (FALSE, FALSE, sizeof (PsLaterCare));
    }
  return self;
}

static void
drop (gpointer state)
{
  PsFollowUp *self = state;

  for (PsWhen when = PS_NOW; when < PS_N_WHENS; when++)
    {
      g_array_unref (self->ended[when]);
      g_array_unref (self->later[when]);
    }
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  PsFollowUp *self = state, *from = other;

  for (PsWhen when = PS_NOW; when < PS_N_WHENS; when++)
    {
      g_array_append_vals (self->ended[when], from->ended[when]->data, from->ended[when]->len);
      g_array_append_vals (self->later[when], from->later[when]->data, from->later[when]->len);
    }
}

/* ---- one provider */

static PsDate
first_start (const PsCareSpan *spans, guint n)
{
  PsDate start = spans[0].start;

  for (guint i = 1; i < n; i++)
    start = MIN (start, spans[i].start);
  return start;
}

/* One assignment: counts where its care ended in the period, and the assignment is inside the filter. */
static void
add_assignment (PsFollowUp *self, const PsMonitor *monitor, PsWhen when, const PsCareSpan *spans, guint n)
{
  const PsPeriod *period = ps_monitor_period (monitor, when);
  PsEndedCare ended = { spans->client,    spans->provider,        spans->product,
                        spans->group,     first_start (spans, n), ps_ended_care_end (spans, n, period->known_through),
                        PS_FOLLOW_NOT_YET };

  if (ended.end >= period->from && ended.end <= period->through
      && ps_monitor_covers (monitor, spans->provider, spans->municipality, spans->group, spans->product))
    g_array_append_val (self->ended[when], ended);
}

/* Care that ended before the period follows on nothing that is counted. */
static void
add_later (PsFollowUp *self, const PsMonitor *monitor, PsWhen when, const PsCareSpan *span)
{
  PsLaterCare later = { span->client, span->provider, span->product, span->group, span->start, span->end };

  if (span->end > ps_monitor_period (monitor, when)->from)
    g_array_append_val (self->later[when], later);
}

/* Each year by what was known at the same point of it: last year's pauses are bridged by no return that came later, for nobody
 * knows of this year's whether they will be. Outside the filter care is only what may have followed. */
static void
add_period (PsFollowUp *self, const PsMonitor *monitor, PsWhen when, const PsProduction *production)
{
  g_autoptr (GArray) collected = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));
  const PsCareSpan *spans;
  guint n = 0;

  ps_care_spans_collect_known (production, ps_monitor_period (monitor, when)->known_through, collected);
  spans = (const PsCareSpan *) collected->data;
  for (guint i = 0; i < collected->len; i += n)
    {
      for (n = 1; i + n < collected->len && spans[i + n].assignment == spans[i].assignment; n++)
        ;
      add_assignment (self, monitor, when, &spans[i], n);
      for (guint j = 0; j < n; j++)
        add_later (self, monitor, when, &spans[i + j]);
    }
}

/* The same care of both years. */
static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  for (PsWhen when = PS_NOW; when < PS_N_WHENS; when++)
    add_period (state, monitor, when, production);
  return TRUE;
}

const PsTopicKind ps_topic_follow_up = { begin, add, merge, ps_follow_up_finish, drop };
