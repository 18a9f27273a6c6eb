/* ps-overview-ways.h: where the tiles of the overview lead: to what their figures are made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An empty row of tiles, to be filled (gui/monitor/ps-tiles.h) with those of ps_region_figures_tiles(). A tile opens its page over the one
 * that it is on. `session` must live as long as the row. */
GtkWidget *ps_overview_tiles_new (PsSession *session);

G_END_DECLS
