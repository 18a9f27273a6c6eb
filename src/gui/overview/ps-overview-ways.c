/* ps-overview-ways.c: where the tiles of the overview lead: to what their figures are made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A page of its own, over the overview: the way back leads to the tile, as it does from a signal, and what is looked at elsewhere (another
 * topic, another filter) stays as it is.
 */
#define G_LOG_DOMAIN "peilstok-overview-ways"

#include "ps-overview-ways.h"

#include <glib/gi18n-lib.h>

#include "gui/agreements/ps-agreements-page.h"
#include "gui/bandwidth/ps-bandwidth-page.h"
#include "gui/monitor/ps-monitor-page.h"
#include "gui/monitor/ps-tiles.h"
#include "gui/ps-navigator.h"
#include "gui/settlements/ps-settlements-page.h"

typedef struct
{
  const char *tile;
  const char *where;
  const char *title;
  GtkWidget *(*make) (PsSession *session); /* NULL: the monitor, with a topic */
  PsTopic topic;
} Way;

static const Way ways[] = {
  { "agreed", N_("Show the agreements; lump sums count there, and not in this figure"), N_("Agreements"),
    ps_agreements_page_new },
  { "realised", N_("Show the production in the Monitor"), N_("Monitor"), NULL, PS_TOPIC_PRODUCTION },
  { "forecast", N_("Show the forecast and bandwidth of each provider; the figure of last year is that of the whole year"),
    N_("Bandwidth"), ps_bandwidth_page_new },
  { "paid", N_("Show the settlements; what is to be paid is what the year would be settled at today"), N_("Settlements"),
    ps_settlements_page_new },
  { "nga", N_("Show the shares in cost in the Monitor"), N_("Monitor"), NULL, PS_TOPIC_SHARES },
  { "utilisation", N_("Show the utilisation in the Monitor"), N_("Monitor"), NULL, PS_TOPIC_UTILISATION },
  { "clients", N_("Show the clients in the Monitor"), N_("Monitor"), NULL, PS_TOPIC_CLIENTS },
  { "waiting", N_("Show who is waiting in the Monitor"), N_("Monitor"), NULL, PS_TOPIC_WAITING },
};

static const Way *
find_way (const char *tile)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].tile, tile))
      return &ways[i];
  return NULL;
}

static char *
where (const char *tile)
{
  const Way *way = find_way (tile);

  return way != NULL ? g_strdup (_ (way->where)) : NULL;
}

static void
go (GtkWidget *from, const char *tile, gpointer user_data)
{
  PsSession *session = PS_SESSION (user_data);
  const Way *way = find_way (tile);

  if (way == NULL || ps_session_get_settled (session) == NULL)
    return;
  ps_navigator_push (from, way->make != NULL ? way->make (session) : ps_monitor_page_new_for (session, way->topic, NULL),
                     _ (way->title));
}

GtkWidget *
ps_overview_tiles_new (PsSession *session)
{
  static const PsTileWays tile_ways = { where, go };

  return ps_tiles_new_links (&tile_ways, session);
}
