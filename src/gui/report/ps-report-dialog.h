/* ps-report-dialog.h: the month's overview as PDF and XLSX: which month, of whom, to where
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

/* `agb`: NULL: the region. Over the window that `parent` is in; writes on a worker with progress, tells where it is. */
void ps_report_dialog_open (GtkWidget *parent, PsSession *session, const char *agb);

G_END_DECLS
