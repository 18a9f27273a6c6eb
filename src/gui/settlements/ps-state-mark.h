/* ps-state-mark.h: the state of a settlement as a shape and a word: never by colour alone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `state`: PsSettlementState, or PS_NOT_STORED. `changed`: the region gives something else since. */
char *ps_state_mark_text (int state, gboolean changed);       /* translated, owned by the caller: "Final, changed" */

/* In characters, for a column: as wide as its longest words; `changes`: those of outdated ones too. */
int   ps_state_mark_width (gboolean changes);

/* An open circle, one half full, a full one, one with a tick; a triangle before those that are outdated. */
void  ps_state_mark_draw (cairo_t *cr, int state, gboolean changed, const char *text, int width, int height, GtkWidget *widget);

G_END_DECLS
