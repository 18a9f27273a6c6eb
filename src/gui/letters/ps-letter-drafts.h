/* ps-letter-drafts.h: drafting letters for several providers at once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows who needs one, drafts them with progress, and opens the result. agbs NULL: all who need one at that peildatum; peildatum_id 0: asks which. */
void ps_letter_drafts_present (GtkWidget *parent, PsSession *session, gint64 peildatum_id, const char *const *agbs);

G_END_DECLS
