/* ps-wrap-layout.h: children in rows that are filled, as many rows as they need, each with about as many
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_WRAP_LAYOUT (ps_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsWrapLayout, ps_wrap_layout, PS, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ps_wrap_layout_new (int spacing);

G_END_DECLS
