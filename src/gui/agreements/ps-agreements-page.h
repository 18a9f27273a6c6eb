/* ps-agreements-page.h: the performance agreements of the year: every provider in a row
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENTS_PAGE (ps_agreements_page_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementsPage, ps_agreements_page, PS, AGREEMENTS_PAGE, AdwBin)

/* Has the action page.filter. A row opens its PsAgreementPage by PsNavigator. */
GtkWidget *ps_agreements_page_new (PsSession *session);

G_END_DECLS
