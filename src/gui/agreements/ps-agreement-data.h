/* ps-agreement-data.h: all there is of a provider's agreement of the year, read on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-agreement.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount refs;
  PsSettledRef   *figures;       /* keeps the region that the places below are of */
  const PsRegion *region;
  guint           provider;
  int             year;
  GPtrArray      *versions;      /* PsAgreementVersion by number; empty: there is no agreement */
  GPtrArray      *contracts;     /* PsContract, of the provider */
} PsAgreementData;

/* The session has figures. */
void             ps_agreement_data_async  (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data);
PsAgreementData *ps_agreement_data_finish (PsSession *session, GAsyncResult *result, GError **error);
void             ps_agreement_data_free   (PsAgreementData *data);                 /* the last one that holds it; on any thread */
PsAgreementData *ps_agreement_data_ref    (PsAgreementData *data);

const PsAgreementVersion *ps_agreement_data_find    (const PsAgreementData *data, int number);   /* NULL: none */
const PsAgreementVersion *ps_agreement_data_current (const PsAgreementData *data);
const PsAgreementVersion *ps_agreement_data_draft   (const PsAgreementData *data);

/* "Draft", "Agreed on 12-01-2024", "Amended on 01-06-2024"; owned by the caller. */
char            *ps_agreement_state_text    (const PsAgreementVersion *version);
/* "Version 2: agreed on 12-01-2024, in force" */
char            *ps_agreement_version_text  (const PsAgreementVersion *version);
/* "agreement:41410001:2024" (ps-change.h) */
char            *ps_agreement_thing         (const PsRegion *region, guint provider, int year);
/* "+ 4,96 %" of `now` against `before`, in basis points; PS_NO_NUMBER where it makes no sense. */
gint64           ps_agreement_growth_bp     (gint64 before_cents, gint64 now_cents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsAgreementData, ps_agreement_data_free)

G_END_DECLS
