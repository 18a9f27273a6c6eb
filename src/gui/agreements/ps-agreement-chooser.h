/* ps-agreement-chooser.h: a button with a list to pick from: found by typing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENT_CHOOSER (ps_agreement_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementChooser, ps_agreement_chooser, PS, AGREEMENT_CHOOSER, GtkWidget)

/* Signal: "chosen" (gint64 id). The button is insensitive while there is nothing to choose. */
GtkWidget *ps_agreement_chooser_new   (const char *label, const char *tooltip);
void       ps_agreement_chooser_clear (PsAgreementChooser *self);
void       ps_agreement_chooser_add   (PsAgreementChooser *self, gint64 id, const char *label);
void       ps_agreement_chooser_set_editable (PsAgreementChooser *self, gboolean editable);
void       ps_agreement_chooser_choose (PsAgreementChooser *self, gint64 id);      /* as if picked, for tests */

G_END_DECLS
