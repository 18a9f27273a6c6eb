/* ps-verify.h: is the region file what it should be?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

/* check: integrity, schema, references, rules, audit, blocks, figures, settlements, letters, or program (it computes otherwise than the version that
 * kept a settlement). All untranslated. */
typedef struct { char *check; char *where; char *what; } PsFinding;

/* GPtrArray of PsFinding, empty when all is well: SQLite's own integrity, tables and triggers, references, rules that the schema cannot
 * state, the chain of the audit trail and the rows in it, the kept copies of lines and care against the rows they were made from, the kept figures of years against what they come to,
 * settlements against their documents, records, and what they were computed from, and letters against their pages, course and records. NULL: could not be checked. */
GPtrArray *ps_verify (PsStore *store, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error);

G_END_DECLS
