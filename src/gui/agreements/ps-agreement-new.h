/* ps-agreement-new.h: asking how a new agreement starts
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"

G_BEGIN_DECLS

/* Called with the AGB code of the provider that has one now, and its year. */
typedef void (*PsAgreementMade) (const char *agb, int year, gpointer user_data);

/* agb: of the provider, for the header's year; NULL: chosen in the dialog, also for the year after. `having`: AGB codes (char *) of
 * those that have one in the header's year; NULL: not known. Not presented yet. */
PsFormDialog *ps_agreement_new_dialog (GtkWidget *from, PsSession *session, const char *agb, GPtrArray *having, PsAgreementMade made,
                                       gpointer user_data);

/* What this dialog and the one for all providers both ask: the year (0: it is chosen, `proposed` to begin with), source, index,
 * rounding; after the `first` fields. */
PsForm       *ps_agreement_new_form   (const PsFormField *first, guint n_first, int year, int proposed, PsSession *session);
int           ps_agreement_new_read   (PsForm *form, int *source, int *index_bp, gint64 *round_to_cents);   /* the year */

G_END_DECLS
