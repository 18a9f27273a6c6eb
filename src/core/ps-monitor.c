/* ps-monitor.c: the dashboards of the seeds: the frame that every topic stands in (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-cost.h"

static const PsTopicKind *const kinds[PS_N_TOPICS] = {
  [PS_TOPIC_PLACES] = &ps_topic_places,           [PS_TOPIC_CAPACITY] = &ps_topic_capacity,
  [PS_TOPIC_CLIENTS] = &ps_topic_clients,         [PS_TOPIC_REFERRERS] = &ps_topic_referrers,
  [PS_TOPIC_DURATION] = &ps_topic_duration,       [PS_TOPIC_FOLLOW_UP] = &ps_topic_follow_up,
  [PS_TOPIC_UTILISATION] = &ps_topic_utilisation, [PS_TOPIC_SHARES] = &ps_topic_shares,
  [PS_TOPIC_PRODUCTION] = &ps_topic_production,   [PS_TOPIC_MESSAGES] = &ps_topic_messages,
  [PS_TOPIC_WAITING] = &ps_topic_waiting,
};

static PsPeriod
period_of_query (const PsMonitorQuery *query)
{
  PsPeriod period = { query->year, MAX (query->from, ps_date_year_start (query->year)),
                      MIN (query->through, ps_date_year_end (query->year)), query->known_through };

  if (period.through < period.from)
    period.through = period.from - 1;
  period.known_through = MAX (period.known_through, period.through);
  return period;
}

static PsPeriod
period_before (const PsPeriod *period)
{
  PsPeriod last = { period->year - 1, ps_date_year_before (period->from), 0, ps_date_year_before (period->known_through) };

  last.through = ps_period_is_empty (period) ? last.from - 1 : ps_date_year_before (period->through);
  last.known_through = MAX (last.known_through, last.through);
  return last;
}

/**
 * ps_monitor_new: topics that were fed nothing yet.
 * @region: borrowed for its life, as what the query borrows
 * @topics: a bit each: 1u << PS_TOPIC_CLIENTS
 */
PsMonitor *
ps_monitor_new (const PsRegion *region, const PsMonitorQuery *query, guint topics)
{
  PsMonitor *self = g_new0 (PsMonitor, 1);

  self->region = region;
  self->query = *query;
  self->now = period_of_query (query);
  self->last = period_before (&self->now);
  self->topics = topics & PS_ALL_TOPICS;
  self->costs = ps_monitor_costs_new ();
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    if ((self->topics & (1u << topic)) != 0)
      self->states[topic] = kinds[topic]->begin (self);
  return self;
}

static void
free_state (PsMonitor *self, int topic)
{
  if (self->states[topic] != NULL)
    kinds[topic]->free (self->states[topic]);
  self->states[topic] = NULL;
}

static void
free_tile (gpointer tile)
{
  ps_tile_free (tile);
}

static void
free_set (gpointer set)
{
  ps_series_set_free (set);
}

static void
free_table (gpointer table)
{
  ps_figure_table_free (table);
}

static PsTopicFigures *
figures_new (PsTopic topic)
{
  PsTopicFigures *figures = g_new0 (PsTopicFigures, 1);

  figures->topic = topic;
  figures->tiles = g_ptr_array_new_with_free_func (free_tile);
  figures->series = g_ptr_array_new_with_free_func (free_set);
  figures->tables = g_ptr_array_new_with_free_func (free_table);
  return figures;
}

static void
figures_free (PsTopicFigures *figures)
{
  if (figures == NULL)
    return;
  g_ptr_array_unref (figures->tiles);
  g_ptr_array_unref (figures->series);
  g_ptr_array_unref (figures->tables);
  g_free (figures);
}

void
ps_monitor_free (PsMonitor *self)
{
  if (self == NULL)
    return;
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    {
      free_state (self, topic);
      figures_free (self->figures[topic]);
    }
  ps_monitor_costs_free (self->costs);
  g_free (self);
}

/**
 * ps_monitor_add: takes up one provider; each once. Providers outside the filter may be fed too: what followed at another counts.
 * @production: with the lines of the query's year (earlier ones may be among them)
 * @last_year: the same provider, with those of the year before
 *
 * Returns: FALSE with PS_CORE_ERROR
 */
gboolean
ps_monitor_add (PsMonitor *self, const PsProduction *production, const PsProduction *last_year, GError **error)
{
  ps_monitor_costs_forget (self->costs);
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    if ((self->topics & (1u << topic)) != 0 && !kinds[topic]->add (self->states[topic], self, production, last_year, error))
      return FALSE;
  return TRUE;
}

/**
 * ps_monitor_merge: takes what another monitor of the same region, query and topics was fed; neither may be finished. The other one
 * can only be freed afterwards.
 */
void
ps_monitor_merge (PsMonitor *self, PsMonitor *other)
{
  g_assert (self->topics == other->topics && self->region == other->region);
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    if ((self->topics & (1u << topic)) != 0)
      kinds[topic]->merge (self->states[topic], other->states[topic]);
}

/**
 * ps_monitor_finish: makes the figures of what was fed; once, and nothing can be added afterwards.
 *
 * Returns: FALSE with PS_CORE_ERROR
 */
gboolean
ps_monitor_finish (PsMonitor *self, GError **error)
{
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    {
      if ((self->topics & (1u << topic)) == 0)
        continue;
      g_assert (self->figures[topic] == NULL);
      self->figures[topic] = figures_new (topic);
      if (!kinds[topic]->finish (self->states[topic], self, self->figures[topic], error))
        return FALSE;
      free_state (self, topic);
    }
  return TRUE;
}

/**
 * ps_monitor_get: a topic's figures, of a finished monitor.
 *
 * Returns: (transfer none) (nullable): NULL: the topic was not asked for
 */
const PsTopicFigures *
ps_monitor_get (const PsMonitor *self, PsTopic topic)
{
  g_assert ((int) topic >= 0 && topic < PS_N_TOPICS);
  return self->figures[topic];
}

/**
 * ps_monitor_has_provider: whether the provider is inside the filter.
 */
gboolean
ps_monitor_has_provider (const PsMonitor *self, guint provider)
{
  return self->query.provider == PS_NONE || self->query.provider == provider;
}

/**
 * ps_monitor_covers: whether a product (or group, where the product is PS_NONE) of a provider in a municipality is inside the filter.
 */
gboolean
ps_monitor_covers (const PsMonitor *self, guint provider, guint municipality, guint group, guint product)
{
  const PsMonitorQuery *query = &self->query;

  return ps_monitor_has_provider (self, provider) && (query->municipality == PS_NONE || query->municipality == municipality)
         && (query->segment == PS_NONE || query->segment == ps_region_group (self->region, group)->segment)
         && (query->group == PS_NONE || query->group == group) && (query->product == PS_NONE || query->product == product);
}

/**
 * ps_monitor_product_label: "45L11 Ambulante hulp"; where the product is PS_NONE the group's.
 *
 * Returns: (transfer full)
 */
char *
ps_monitor_product_label (const PsRegion *region, guint product, guint group)
{
  if (product == PS_NONE)
    return ps_monitor_group_label (region, group);
  return ps_monitor_code_and_name (ps_region_product (region, product)->code, ps_region_product (region, product)->name);
}

/**
 * ps_monitor_group_label: "AMB1 Ambulant"; its code alone where it has no name. Owned by the caller.
 */
char *
ps_monitor_group_label (const PsRegion *region, guint group)
{
  return ps_monitor_code_and_name (ps_region_group (region, group)->code, ps_region_group (region, group)->name);
}

/**
 * ps_monitor_code_and_name: of a thing of the region.
 * @name: (nullable): left out where it says no more than the code
 *
 * Returns: (transfer full)
 */
char *
ps_monitor_code_and_name (const char *code, const char *name)
{
  if (name == NULL || *name == '\0' || g_str_equal (code, name))
    return g_strdup (code);
  return g_strdup_printf ("%s %s", code, name);
}

/**
 * ps_period_is_empty: nothing is known of it.
 */
gboolean
ps_period_is_empty (const PsPeriod *period)
{
  return period->through < period->from;
}

/**
 * ps_period_month: the days of a month that are inside the period.
 * @month: 0 to 11
 *
 * Returns: FALSE: none of them
 */
gboolean
ps_period_month (const PsPeriod *period, int month, PsDate *from, PsDate *through)
{
  *from = MAX (period->from, ps_date_from_ymd (period->year, month + 1, 1));
  *through = MIN (period->through, ps_date_from_ymd (period->year, month + 1, ps_date_days_in_month (period->year, month + 1)));
  return *from <= *through;
}
