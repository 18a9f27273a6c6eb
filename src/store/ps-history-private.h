/* ps-history-private.h: what the files of the history share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-history.h"
#include "ps-row-words.h"

G_BEGIN_DECLS

/* "Tariff of 45L11 changed"; of an undo, `base_action` and `thing` are those of what it takes back. Transfer full. */
char *ps_history_describe      (const char *action, const char *base_action, const char *thing);
/* The same of a record. Transfer full; NULL where it cannot be read. */
char *ps_history_describe_base (PsStore *store, gint64 record);

/* The ids of all records that touched what `thing` names, as a JSON array. Transfer full. */
char *ps_history_records_of    (PsStore *store, const char *thing, GError **error);

G_END_DECLS
