/* ps-decide-look.h: what a decision on lines would change in the settlement, beside the window, and as a small table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"
#include "store/ps-decisions.h"

G_BEGIN_DECLS

/* The answer, with nothing of the region in it. */
typedef struct
{
  PsSettlementLine before, after;  /* totals */
  guint            n_effective;
  guint            n_impossible;
  gint64           amount_cents;   /* of the lines that it can be taken of, as declared */
  gint64           produced_cents; /* what they produce after it */
  GArray          *possible;       /* gint64 */
  char            *why_not;        /* NULL: it can be taken of all of them */
} PsDecideLook;

void          ps_decide_look_free        (PsDecideLook *look);
/* Only while the session has figures; `line_ids` is copied. */
void          ps_decide_look_load_async  (PsSession *session, const char *agb, PsDate through, const GArray *line_ids, PsDecision decision,
                                          GAsyncReadyCallback callback, gpointer user_data);
PsDecideLook *ps_decide_look_load_finish (PsSession *session, GAsyncResult *result, GError **error);

/* A box with sentences and figures; `look` NULL: not known (yet). */
GtkWidget    *ps_decide_look_new         (void);
void          ps_decide_look_show        (GtkWidget *box, const PsDecideLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsDecideLook, ps_decide_look_free)

G_END_DECLS
