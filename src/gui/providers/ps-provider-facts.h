/* ps-provider-facts.h: what the file says of a provider beside the figures: read in one go for its page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-desk.h"

G_BEGIN_DECLS

/* Immutable once read. Shared by the page and its dialogs: ps_provider_facts_ref(). */
typedef struct
{
  PsRecord     *record;      /* its row of table provider */
  PsProviderUse use;
  GPtrArray    *agbs;        /* PsProviderAgb: its other codes */
  GPtrArray    *agb_records; /* PsRecord: the same as rows */
  GPtrArray    *contracts;   /* PsShownContract */
} PsProviderFacts;

PsProviderFacts *ps_provider_facts_ref    (PsProviderFacts *facts);
void             ps_provider_facts_unref  (PsProviderFacts *facts);

/* On a worker. `figures`: a share of the session's, taken; `provider`: its place in them. NULL without an error: it is not there any more. */
PsProviderFacts *ps_provider_facts_load   (PsStore *store, PsSettledRef *figures, guint provider, GError **error);

/* Nothing in the file hangs on it: it can be deleted. */
gboolean         ps_provider_facts_unused (const PsProviderFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsProviderFacts, ps_provider_facts_unref)

G_END_DECLS
