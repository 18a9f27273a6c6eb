/* ps-import-rejects.h: the rows that were not taken, for a spreadsheet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PsImportRejects PsImportRejects;

PsImportRejects *ps_import_rejects_new     (const char *path, const char *const *names);
void             ps_import_rejects_restart (PsImportRejects *rejects);
gboolean         ps_import_rejects_add     (PsImportRejects *rejects, const char *const *fields, guint n_fields, const char *reason,
                                            GError **error);
gboolean         ps_import_rejects_settle  (PsImportRejects *rejects, GError **error);
gboolean         ps_import_rejects_publish (PsImportRejects *rejects, char **path, GError **error);
void             ps_import_rejects_free    (PsImportRejects *rejects);

G_END_DECLS
