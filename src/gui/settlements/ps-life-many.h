/* ps-life-many.h: how many settlements of a year a step would be taken with, and why not with the others
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-progress-relay.h"
#include "gui/ps-session.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

typedef struct
{
  guint      n;                    /* with which it can be taken, as far as can be seen before it is */
  gint64     paid_out_cents;       /* what those come to; both positive */
  gint64     reclaimed_cents;
  GHashTable *passed_over;         /* why (char *, translated) to how many (guint) */
  guint      n_warned;             /* of MAKE_FINAL: those of n that have warnings, which must be answered */
  guint      warned[PS_N_WARNINGS]; /* how many have one of the kind */
} PsLifeCount;

/* agbs: NULL: all of the year. Of a year that is not the session's nothing is computed: only what is stored counts. */
void         ps_life_count_async  (PsSession *session, PsLifeStep step, int year, const char *const *agbs, GCancellable *cancellable,
                                   PsProgressRelay *relay, GAsyncReadyCallback callback, gpointer user_data);
PsLifeCount *ps_life_count_finish (PsSession *session, GAsyncResult *result, GError **error);
void         ps_life_count_free   (PsLifeCount *count);
char        *ps_life_count_text   (const PsLifeCount *count, PsLifeStep step);
const char  *ps_life_warning_title (PsLifeWarningKind kind);                     /* translated: "Lines in dispute" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLifeCount, ps_life_count_free)

G_END_DECLS
