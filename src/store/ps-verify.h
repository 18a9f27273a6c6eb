/* ps-verify.h: is the region file what it should be?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

typedef struct { char *check; char *where; char *what; } PsFinding;   /* check: integrity, references, audit, blocks; untranslated */

/* GPtrArray of PsFinding, empty when all is well: SQLite's own integrity, references, the chain of the audit
 * trail, and the kept copies of lines and care against the rows they were made from. NULL: could not be checked. */
GPtrArray *ps_verify (PsStore *store, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error);

G_END_DECLS
