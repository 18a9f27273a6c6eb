/* ps-agreement-terms.h: what holds for the whole agreement: scope of exchange, schemes, division, bandwidth, places
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-agreement-sheet.h"

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENT_TERMS (ps_agreement_terms_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementTerms, ps_agreement_terms, PS, AGREEMENT_TERMS, GtkWidget)

/* Signals: "term-given" (PsAgreement *: the agreement with one term changed, its lines as they are); "scheme-given" (GArray of
 * PsAgreementLine: the lines of one scope with their new scheme). The page puts them into its sheet and shows it again. */
GtkWidget *ps_agreement_terms_new  (void);
/* The sheet is borrowed until the next one; NULL: none. */
void       ps_agreement_terms_show (PsAgreementTerms *self, const PsAgreementSheet *sheet, gboolean editable);

G_END_DECLS
