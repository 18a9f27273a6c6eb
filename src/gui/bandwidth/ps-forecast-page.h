/* ps-forecast-page.h: one provider's bandwidth: every scope, every method and how wrong it was, and the choice
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* peildatum_id 0: today */
GtkWidget *ps_forecast_page_new (PsSession *session, const char *agb, gint64 peildatum_id);

G_END_DECLS
