/* ps-peil-export.h: what was measured at a peildatum, as the canonical CSV that can be imported again
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ps_peil_export         (GtkWidget *parent, PsSession *session, PsDate day);               /* asks where */
void ps_peil_export_to      (GtkWidget *parent, PsSession *session, PsDate day, GFile *file);

G_END_DECLS
