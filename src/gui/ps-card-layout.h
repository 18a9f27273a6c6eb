/* ps-card-layout.h: cards side by side where there is room, one below the other where there is not
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_CARD_LAYOUT (ps_card_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsCardLayout, ps_card_layout, PS, CARD_LAYOUT, GtkLayoutManager)

/* Properties: "column-width" (int): two columns from twice this and a gap; "spacing" (int). A last card alone is as wide as a row. */
GtkLayoutManager *ps_card_layout_new (int column_width, int spacing);
/* The same where cards have heights of their own: only those that are about as high stand beside each other. */
GtkLayoutManager *ps_card_layout_new_even (int column_width, int spacing);

G_END_DECLS
