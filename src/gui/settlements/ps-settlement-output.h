/* ps-settlement-output.h: statements, lines, payment lists and dossiers into files, chosen in a dialog, written on a worker with progress
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-dossier-files.h"
#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One settlement's statement: asks where to. files: exactly one. */
void ps_settlement_output_save      (GtkWidget *parent, PsSession *session, const PsStored *stored, PsStatementFiles file);
/* Sends the statement to a printer (GtkPrintOperation's pages are those of the PDF). */
void ps_settlement_output_print     (GtkWidget *parent, PsSession *session, const PsStored *stored);
/* All stored settlements of the year that are not withdrawn, the last of each provider: asks for a folder. */
void ps_settlement_output_save_all  (GtkWidget *parent, PsSession *session, int year, PsStatementFiles files);
void ps_settlement_output_payments  (GtkWidget *parent, PsSession *session, int year, gboolean proposed);
void ps_settlement_output_dossier   (GtkWidget *parent, PsSession *session, gint64 id);

G_END_DECLS
