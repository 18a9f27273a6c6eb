/* ps-what-if-ceilings.h: a ceiling for each line, to be typed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-what-if-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_WHAT_IF_CEILINGS (ps_what_if_ceilings_get_type ())
G_DECLARE_FINAL_TYPE (PsWhatIfCeilings, ps_what_if_ceilings, PS, WHAT_IF_CEILINGS, GtkWidget)

/* Signal: "changed" when one was typed, or is no longer right or wrong. */
GtkWidget *ps_what_if_ceilings_new   (void);
/* The lines of the agreement, and those that were produced beside it, with their ceilings at `share_bp`. Those typed stay. */
void       ps_what_if_ceilings_show  (PsWhatIfCeilings *self, const PsWhatIfBase *base, int share_bp);
/* PsWhatIfCeiling of every line that has one; NULL: none was typed. */
GArray    *ps_what_if_ceilings_get   (PsWhatIfCeilings *self);
/* "AMB1, Venlo: …" of the first that is not right, owned by the caller; NULL: none. "changed" tells of it too. */
char      *ps_what_if_ceilings_get_problem (PsWhatIfCeilings *self);
void       ps_what_if_ceilings_reset (PsWhatIfCeilings *self);

G_END_DECLS
