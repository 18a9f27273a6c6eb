/* ps-agreement-making.h: a first draft of an agreement, empty, from last year's or from last year's production: made on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-agreement.h"
#include "gui/ps-progress-relay.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

typedef enum { PS_MAKING_EMPTY, PS_MAKING_LAST, PS_MAKING_PRODUCTION } PsMakingSource;

typedef struct
{
  char            *agb;          /* NULL: every contracted provider that has none */
  int              year;
  PsMakingSource   source;
  int              index_bp;
  gint64           round_to_cents;
  PsProgressRelay *progress;     /* NULL: not told */
  GCancellable    *cancellable;  /* NULL: not to be cancelled */
  guint            n_made;       /* the outcome, for all */
  guint            n_without;    /* had nothing last year to start from */
} PsMaking;

PsMaking *ps_making_new   (const char *agb, int year);
PsMaking *ps_making_ref   (PsMaking *making);
void      ps_making_unref (PsMaking *making);

/* A PsSessionWrite: `data` is a PsMaking. One change; cancelled before it is applied: nothing was made. */
gboolean  ps_making_write (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record,
                           GError **error);

/* Whether a provider is one that an agreement of the year is expected of: contracted, and there in that year. */
gboolean  ps_making_expects (const PsProvider *provider, int year);

G_END_DECLS
