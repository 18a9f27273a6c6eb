/* ps-pane-layout.h: a widget that fills one of two panes, and asks for no more room than the other
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of one child. Its natural width does not depend on what is in it, so that two panes side by side stay as wide as they are. */
#define PS_TYPE_PANE_LAYOUT (ps_pane_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsPaneLayout, ps_pane_layout, PS, PANE_LAYOUT, GtkLayoutManager)

G_END_DECLS
