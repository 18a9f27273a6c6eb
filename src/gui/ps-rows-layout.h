/* ps-rows-layout.h: cards in rows: as many side by side as have room, each as wide as it wants in proportion
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_ROWS_LAYOUT (ps_rows_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsRowsLayout, ps_rows_layout, PS, ROWS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ps_rows_layout_new       (int spacing);

/* Of a child: the width from which on it can be read well beside others; what is left of a row is shared in that proportion. A child without
 * one has a row of its own. All of a row are as high as its highest. */
void              ps_rows_layout_set_width (GtkWidget *child, int width);

G_END_DECLS
