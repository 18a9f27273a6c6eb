/* ps-shown-contract.h: a contract as it was read, with the region that its places refer to
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What a page shows and a dialog changes a copy of: places change when the file is read again, and this keeps its own. Any thread
 * may hold one.
 */
#pragma once

#include "core/ps-contract.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

typedef struct _PsShownContract PsShownContract;

PsShownContract  *ps_shown_contract_ref        (PsShownContract *self);
void              ps_shown_contract_unref      (PsShownContract *self);
const PsContract *ps_shown_contract_get        (const PsShownContract *self);
const PsRegion   *ps_shown_contract_get_region (const PsShownContract *self);
const PsProvider *ps_shown_contract_get_provider (const PsShownContract *self);

PsContract       *ps_contract_copy             (const PsContract *contract);

/* On a worker: GPtrArray of PsShownContract, by provider and start; of one provider (its place), or PS_NONE: all. Takes `figures`. */
GPtrArray        *ps_shown_contracts_load      (PsStore *store, PsSettledRef *figures, guint provider, GError **error);

/* The same from the main thread. */
void              ps_shown_contracts_async     (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray        *ps_shown_contracts_finish    (PsSession *session, GAsyncResult *result, GError **error);

/* Borrowed from the array; NULL: none of that id. */
PsShownContract  *ps_shown_contracts_find      (GPtrArray *contracts, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsShownContract, ps_shown_contract_unref)

G_END_DECLS
