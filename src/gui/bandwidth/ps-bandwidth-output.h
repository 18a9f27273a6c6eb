/* ps-bandwidth-output.h: bandwidths written to a file: who is full, for the access teams; every scope, for a spreadsheet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-bandwidth-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each asks where to. `ending`: "pdf" or "csv". The window says what was saved, or why not. */
void ps_bandwidth_output_full   (GtkWidget *parent, PsSession *session, PsBandwidthShown *shown, const char *ending);
void ps_bandwidth_output_scopes (GtkWidget *parent, PsSession *session, PsBandwidthShown *shown);

/* The same to a file that is known; for tests too. */
void ps_bandwidth_output_to     (GtkWidget *parent, PsSession *session, PsBandwidthShown *shown, GFile *file, gboolean full);

G_END_DECLS
