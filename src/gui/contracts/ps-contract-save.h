/* ps-contract-save.h: a contract as it was shown and as it must become, on its way to the file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-shown-contract.h"

G_BEGIN_DECLS

typedef struct _PsContractSave PsContractSave;

/* Takes `after`, whose places are those of the region of `shown`. */
PsContractSave *ps_contract_save_new     (PsShownContract *shown, PsContract *after);
/* A new one: its places are those of `figures`. Takes both. */
PsContractSave *ps_contract_save_new_one (PsSettledRef *figures, PsContract *after);
void            ps_contract_save_free    (gpointer save);
void            ps_contract_save_set_reason (PsContractSave *save, const char *reason);

/* A PsSessionWrite; data: a PsContractSave. */
gboolean        ps_contract_save_write   (PsStore *store, const char *actor, gpointer save, GCancellable *cancellable,
                                          gint64 *record, GError **error);

/* Without a dialog: saves it and says `done`, with a button that takes it back. Takes `save`. */
void            ps_contract_save_and_tell (GtkWidget *from, PsSession *session, PsContractSave *save, const char *done);

/* The contract with its options, products and documents, as one change that can be taken back. */
PsChange       *ps_contract_save_delete  (PsShownContract *shown);

G_END_DECLS
