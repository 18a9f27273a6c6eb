/* ps-bandwidth-files.h: where providers stand, and their letters, as JSON, CSV and as a list for the access teams
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-letters.h"

G_BEGIN_DECLS

char    *ps_bandwidth_to_json   (const PsBandwidthYear *year);      /* amounts in cents, providers by AGB code, scopes by name (docs/files-and-cli.md) */
char    *ps_bandwidth_to_csv    (const PsBandwidthYear *year);      /* a row a scope; for spreadsheets */
char    *ps_letters_to_json     (GPtrArray *letters);
char    *ps_letters_to_csv      (GPtrArray *letters);

/* "Full": the providers (scopes) that reached their ceiling, for the access teams of the municipalities: PDF or CSV, by the path's ending. On a
 * worker: the region's letterhead, and since which peildatum each is full, are read from `store`. */
gboolean ps_full_list_write     (PsStore *store, const PsBandwidthYear *year, const char *path, GError **error);
guint    ps_full_list_count     (const PsBandwidthYear *year);

G_END_DECLS
