/* ps-what-if-data.h: a provider's year settled as it is and as it might be; its production is read once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-what-if.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

/* What all answers share: immutable once the first one is there. Only one answer at a time may be worked on. */
typedef struct _PsWhatIfBase PsWhatIfBase;

PsWhatIfBase       *ps_what_if_base_new            (PsSession *session, guint provider);     /* a place in the session's region now */
PsWhatIfBase       *ps_what_if_base_ref            (PsWhatIfBase *base);
void                ps_what_if_base_unref          (PsWhatIfBase *base);
const PsRegion     *ps_what_if_base_get_region     (const PsWhatIfBase *base);
const PsAgreement  *ps_what_if_base_get_agreement  (const PsWhatIfBase *base);     /* the real one; NULL: there is none */
guint               ps_what_if_base_get_provider   (const PsWhatIfBase *base);
int                 ps_what_if_base_get_year       (const PsWhatIfBase *base);
const PsSettlement *ps_what_if_base_get_settlement (const PsWhatIfBase *base);     /* the real one; NULL until the first answer */

typedef struct
{
  PsWhatIfBase *base;              /* keeps the region, and what is real */
  gboolean      same;              /* nothing else was asked */
  PsAgreement  *agreement;         /* that it was settled with; NULL where it is the real one */
  PsSettlement *settlement;        /* NULL where there is a problem */
  char         *sentence;          /* what was asked */
  char         *problem;           /* why it cannot be settled with; NULL: it can */
} PsWhatIfAnswer;

/* `what_if` is copied, with its ceilings; `callback` gets the session as its source. */
void            ps_what_if_ask_async   (PsSession *session, PsWhatIfBase *base, const PsWhatIf *what_if, GAsyncReadyCallback callback,
                                        gpointer user_data);
PsWhatIfAnswer *ps_what_if_ask_finish  (PsSession *session, GAsyncResult *result, GError **error);
void            ps_what_if_answer_free (PsWhatIfAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsWhatIfBase, ps_what_if_base_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsWhatIfAnswer, ps_what_if_answer_free)

G_END_DECLS
