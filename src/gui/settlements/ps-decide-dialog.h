/* ps-decide-dialog.h: accepting disputed lines or disputing accepted ones, with a reason and what it would change
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-production.h"
#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `line_ids`: GArray of gint64 (declaration_line.id), taken over; all of the provider. The dialog shows the settlement before and after (worker)
 * before anything can be saved, and asks for the reason. `decision`: preset. */
void ps_decide_dialog_present (GtkWidget *parent, PsSession *session, const char *agb, PsDate through, GArray *line_ids, PsDecision decision);

G_END_DECLS
