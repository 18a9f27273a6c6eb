/* ps-tiles.h: figures that stand by themselves, side by side
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-figure-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where tiles lead, by their ids. */
typedef struct
{
  char *(*where) (const char *id);           /* "Shows the agreements": what a click does, owned by the caller; NULL: nothing, it is no link */
  void (*go) (GtkWidget *from, const char *id, gpointer user_data);
} PsTileWays;

/* A row of tiles (PsTile), wrapping; `year`: of "last" in words is the one before it. */
GtkWidget *ps_tiles_new       (const GPtrArray *tiles, int year);
/* The same of tiles that lead somewhere by a click or Enter. `ways` is static. Empty until it is filled. */
GtkWidget *ps_tiles_new_links (const PsTileWays *ways, gpointer user_data);
/* Other figures; as long as they are of the same things the widgets, and the focus, stay. `row`: made by one of these two. */
void       ps_tiles_fill      (GtkWidget *row, const GPtrArray *tiles, int year);

G_END_DECLS
