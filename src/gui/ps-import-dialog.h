/* ps-import-dialog.h: files into the region: how numbers are written, progress, and what came of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_IMPORT_DIALOG (ps_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PsImportDialog, ps_import_dialog, PS, IMPORT_DIALOG, AdwWindow)

GtkWidget  *ps_import_dialog_new      (PsSession *session, GListModel *files, GtkWindow *parent);

/* For tests: starts as its button does; and which part is shown: "choose", "progress" or "report". */
void        ps_import_dialog_start    (PsImportDialog *self, gboolean skip);
const char *ps_import_dialog_get_part (PsImportDialog *self);

G_END_DECLS
