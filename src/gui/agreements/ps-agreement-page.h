/* ps-agreement-page.h: the performance agreement of a provider and the year: its sheet, its versions
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENT_PAGE (ps_agreement_page_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementPage, ps_agreement_page, PS, AGREEMENT_PAGE, AdwBin)

/* `provider`: its place in the session's figures. Where it has no agreement of the year the page offers to make one. Follows the
 * header's year. Open it by ps_navigator_push(). */
GtkWidget *ps_agreement_page_new (PsSession *session, guint provider);

G_END_DECLS
