/* ps-dossier-files.h: the whole trail of one settlement in a folder, for an auditor; and statements of many
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* A new folder in `folder`, named after the settlement: statement.pdf, lines.xlsx, lines.csv, sources.csv, trail.csv (every record of the
 * settlement, its production statement, decisions on its lines and its agreement), comparison.csv, inputs.txt, production.txt,
 * results.txt, README.txt (what is what), SHA256SUMS over all of them (`sha256sum -c`). It appears when it is complete. `made`: its path. */
gboolean ps_dossier_write_files  (PsStore *store, gint64 id, const char *folder, GCancellable *cancellable, char **made, GError **error);

typedef enum { PS_STATEMENTS_PDF = 1 << 0, PS_STATEMENTS_XLSX = 1 << 1, PS_STATEMENTS_CSV = 1 << 2 } PsStatementFiles;

/* The statements of many settlements into a folder, a file (or more) each. What was written stays where it is cancelled or fails: each is whole,
 * and `n_written` says how many. Existing files of the same name are replaced. */
gboolean ps_statements_write_all (PsStore *store, const gint64 *ids, gsize n_ids, PsStatementFiles files, const char *folder,
                                  GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, guint *n_written, GError **error);

G_END_DECLS
