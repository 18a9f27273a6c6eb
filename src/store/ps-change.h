/* ps-change.h: one change of the region: the only way in for whatever people do (imports go through ps-writer.h)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A change is made anywhere, without touching the file, and applied on a worker: in one transaction, with its record in the trail, or
 * not at all. Each row says what it was when it was shown; a row that is something else by now refuses the change, with both values
 * (PS_STORE_ERROR_CONFLICT). The rules that need the rest of the region are kept in here too (PS_STORE_ERROR_RULE, in words).
 */
#pragma once

#include "ps-record.h"

G_BEGIN_DECLS

typedef struct _PsChange PsChange;

/* action: a verb of ps-history.c ("create", "edit", "end", "delete", "index", "amend" …); thing: "provider:41410001",
 * "product:45L11", "tariff:45L11", "tariff:45L11:41410001", "contract:41410001:2024-01", "agreement:41410001:2024",
 * "scheme:Donuthole 3 %", "segment:4", "group:AMB1", "municipality:0983", "index:2025", "region". */
PsChange *ps_change_new        (const char *action, const char *thing);
void      ps_change_free       (PsChange *change);
void      ps_change_set_reason (PsChange *change, const char *reason);
gboolean  ps_change_is_empty   (const PsChange *change);       /* nothing in it differs from what is there */

/* Returns a number below zero that stands for the new row's id in the reference columns (…_id, merged_into) of later rows of this
 * change, until it is applied. All of these copy what they are given. */
gint64    ps_change_insert     (PsChange *change, const PsRecord *row);
void      ps_change_update     (PsChange *change, const PsRecord *before, const PsRecord *after);
void      ps_change_delete     (PsChange *change, const PsRecord *before);     /* with its parts, each named: another one is a conflict */

/* What was shown and stays as it is, but must be that still: a conflict where it is something else, or gone. */
void      ps_change_expect     (PsChange *change, const PsRecord *shown);
/* All rows of `table` in which `column` is `id` were shown: one that is neither expected, changed nor deleted here is a conflict. */
void      ps_change_expect_all (PsChange *change, const char *table, const char *column, gint64 id);

/* On a worker. `record` (optional): the trail's record of it; 0: nothing differed, and nothing was written. */
gboolean  ps_change_apply      (PsStore *store, const PsChange *change, const char *actor, gint64 *record, GError **error);
/* On a worker, after a conflict: the same change on the rows as they are now. Columns that it does not alter stay as they are now. */
PsChange *ps_change_rebase      (PsStore *store, const PsChange *change, GError **error);
/* The id that the row of ps_change_insert() got; after ps_change_apply(). */
gint64    ps_change_get_id     (const PsChange *change, gint64 inserted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsChange, ps_change_free)

G_END_DECLS
