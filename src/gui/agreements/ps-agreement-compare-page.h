/* ps-agreement-compare-page.h: what changed between two versions of an agreement
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENT_COMPARE_PAGE (ps_agreement_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementComparePage, ps_agreement_compare_page, PS, AGREEMENT_COMPARE_PAGE, AdwBin)

/* The newest version beside the one before it, to begin with. */
GtkWidget *ps_agreement_compare_page_new (PsSession *session, const char *agb);

G_END_DECLS
