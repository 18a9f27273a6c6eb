/* ps-agreement-all.h: a draft for every contracted provider that has no agreement of the year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-form.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENT_ALL (ps_agreement_all_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementAll, ps_agreement_all, PS, AGREEMENT_ALL, AdwWindow)

/* For the header's year, or the one after: `proposed` to begin with. `made` is told the year. To be presented. */
typedef void (*PsAgreementsMade) (int year, gpointer user_data);
GtkWidget *ps_agreement_all_new      (GtkWidget *from, PsSession *session, int proposed, PsAgreementsMade made, gpointer user_data);
PsForm    *ps_agreement_all_get_form (PsAgreementAll *self);
void       ps_agreement_all_start    (PsAgreementAll *self);     /* as if its button was clicked, for tests */

G_END_DECLS
