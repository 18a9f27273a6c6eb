/* ps-alert-open.h: the way from a signal to the thing itself
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-year-figures-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens what the alert is about over the page of `from`; the window's year follows where it is of another one. Says so where it is not there
 * any more. `data`: that the alert is of. */
void ps_alert_open (GtkWidget *from, PsSession *session, const PsOverviewData *data, const PsAlert *alert);

G_END_DECLS
