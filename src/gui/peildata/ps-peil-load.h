/* ps-peil-load.h: a peildatum read on a worker, and only where there is something new
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "ps-peil-book.h"

G_BEGIN_DECLS

typedef struct
{
  PsPeilSheet *sheet;              /* NULL: nothing was written but what is known already */
  gint64       newest;             /* record of the trail */
  gboolean     undone;             /* … and it is an undo or redo by the user of this program */
} PsPeilLoaded;

/* known: the newest record that the sheet has; 0: whatever there is. `rows`: of PsPeilKeys, taken: they are in the sheet in any case. */
void          ps_peil_load_async  (PsSession *session, gint64 peildatum_id, gint64 known, GArray *rows, PsProgressFunc progress,
                                   gpointer progress_data, GAsyncReadyCallback callback, gpointer user_data);
PsPeilLoaded *ps_peil_load_finish (PsSession *session, GAsyncResult *result, GError **error);
void          ps_peil_loaded_free (PsPeilLoaded *loaded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPeilLoaded, ps_peil_loaded_free)

G_END_DECLS
