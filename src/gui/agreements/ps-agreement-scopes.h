/* ps-agreement-scopes.h: the incentive scheme of each scope of an agreement (domain.md §5: the same within a scope)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-agreement-sheet.h"

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENT_SCOPES (ps_agreement_scopes_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementScopes, ps_agreement_scopes, PS, AGREEMENT_SCOPES, GtkWidget)

/* With the whole provider as scope one drop-down, with segments or groups a button with one for each; with single lines their
 * cells' menus have it. Signal: "scheme-given" (GArray of PsAgreementLine: the lines of the scope, with the new scheme). */
GtkWidget *ps_agreement_scopes_new  (void);
void       ps_agreement_scopes_show (PsAgreementScopes *self, const PsAgreementSheet *sheet, gboolean editable);   /* borrowed; NULL: none */

G_END_DECLS
