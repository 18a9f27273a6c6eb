/* ps-letter-batch.h: several letters sent, or written as PDF, at once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Ids of letters (gint64). */
void ps_letter_batch_send_present  (GtkWidget *parent, PsSession *session, const GArray *ids);
void ps_letter_batch_write_present (GtkWidget *parent, PsSession *session, const GArray *ids);

G_END_DECLS
