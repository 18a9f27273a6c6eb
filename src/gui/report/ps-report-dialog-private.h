/* ps-report-dialog-private.h: the dialog and what it writes, for what asks and for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-form.h"
#include "exchange/ps-dossier-files.h"
#include "ps-report-dialog.h"

G_BEGIN_DECLS

/* Without asking. `files`: PDF, XLSX or both; of one `target` is the file, of both the folder, in which nothing is ever replaced. */
void       _ps_report_save_to     (GtkWidget *parent, PsSession *session, int year, int month, const char *agb, PsStatementFiles files,
                                   GFile *target);

/* Months from January to `last_month` to choose from. */
GtkWidget *_ps_report_dialog_new  (GtkWidget *parent, PsSession *session, const char *agb, int last_month);
PsForm    *_ps_report_dialog_form (GtkWidget *dialog);

G_END_DECLS
