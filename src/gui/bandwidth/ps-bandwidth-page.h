/* ps-bandwidth-page.h: where every provider stands, at a peildatum or today
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the sidebar: the year's last peildatum with complete data, else today. */
GtkWidget *ps_bandwidth_page_new    (PsSession *session);
/* peildatum_id 0: today */
GtkWidget *ps_bandwidth_page_new_at (PsSession *session, gint64 peildatum_id);

G_END_DECLS
