/* ps-what-if-controls.h: what is asked: another scheme, other ceilings, another scope of exchange, key or measuring
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-what-if-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_WHAT_IF_CONTROLS (ps_what_if_controls_get_type ())
G_DECLARE_FINAL_TYPE (PsWhatIfControls, ps_what_if_controls, PS, WHAT_IF_CONTROLS, GtkWidget)

/* Signal: "changed" when something else is asked. */
GtkWidget *ps_what_if_controls_new      (void);
/* What it is about; what was asked stays, by names and codes, as far as it is there still. `base`: borrowed until the next one. */
void       ps_what_if_controls_set_base (PsWhatIfControls *self, PsWhatIfBase *base);
void       ps_what_if_controls_get      (PsWhatIfControls *self, PsWhatIf *what_if);     /* its ceilings are the caller's to unref */
/* What is wrong with what is typed: a sentence, owned by the caller; NULL: nothing. "changed" tells of it too. */
char      *ps_what_if_controls_get_problem (PsWhatIfControls *self);
void       ps_what_if_controls_reset    (PsWhatIfControls *self);

G_END_DECLS
