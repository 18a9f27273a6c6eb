/* ps-monitor-keep.c: answers that are there already, by what was asked
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-monitor-keep"

#include "ps-monitor-keep.h"

#define MOST_KEPT 40 /* answers: going through all topics with some filters, and back */

struct _PsMonitorKeep
{
  GHashTable *answers; /* char *key → PsMonitorShown */
  GQueue order;        /* their keys, borrowed: the first that was asked first */
};

PsMonitorKeep *
ps_monitor_keep_new (void)
{
  PsMonitorKeep *self = g_new0 (PsMonitorKeep, 1);

  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ps_monitor_shown_unref);
  g_queue_init (&self->order);
  return self;
}

void
ps_monitor_keep_free (PsMonitorKeep *self)
{
  if (self == NULL)
    return;
  g_queue_clear (&self->order);
  g_hash_table_unref (self->answers);
  g_free (self);
}

void
ps_monitor_keep_forget (PsMonitorKeep *self)
{
  g_queue_clear (&self->order);
  g_hash_table_remove_all (self->answers);
}

/* Codes hold no line feed: they come from one line of a file. */
static char *
key_of (const PsMonitorsQuery *query)
{
  const char *const codes[] = { query->agb, query->municipality, query->segment, query->group, query->product };
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%d %d %d %u", query->year, query->first_month, query->last_month, query->topics);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_string_append_printf (key, "\n%s%s", codes[i] != NULL ? "=" : "", codes[i] != NULL ? codes[i] : "");
  return g_string_free (key, FALSE);
}

void
ps_monitor_keep_add (PsMonitorKeep *self, const PsMonitorsQuery *query, PsMonitorShown *shown)
{
  char *key = key_of (query);

  if (g_hash_table_contains (self->answers, key))
    {
      g_hash_table_insert (self->answers, key, ps_monitor_shown_ref (shown));
      return;
    }
  g_hash_table_insert (self->answers, key, ps_monitor_shown_ref (shown));
  g_queue_push_tail (&self->order, key);
  if (self->order.length > MOST_KEPT)
    g_hash_table_remove (self->answers, g_queue_pop_head (&self->order));
}

PsMonitorShown *
ps_monitor_keep_find (PsMonitorKeep *self, const PsMonitorsQuery *query)
{
  g_autofree char *key = key_of (query);

  return g_hash_table_lookup (self->answers, key);
}
