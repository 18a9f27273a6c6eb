/* ps-what-if.h: the same year under another scheme, ceiling or scope: an agreement that is never stored
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-region.h"

G_BEGIN_DECLS

#define PS_WHAT_IF_SAME G_MAXUINT          /* scheme: as it is */
#define PS_WHAT_IF_NO_SCHEME (G_MAXUINT - 1)

typedef struct { guint group; guint municipality; gint64 ceiling_cents; } PsWhatIfCeiling;

typedef struct
{
  PsExchange       exchange;       /* 0: as it is, as the next two */
  PsDivisionKey    key;
  PsPlaceMeasuring measuring;
  guint            scheme;         /* of every line */
  int              ceilings_bp;    /* all ceilings × this; 10.000: as they are */
  GArray          *ceilings;       /* PsWhatIfCeiling, instead of that; may be NULL */
} PsWhatIf;

void         ps_what_if_init           (PsWhatIf *what_if);              /* as it is */
gboolean     ps_what_if_is_same        (const PsWhatIf *what_if);
/* `real` NULL: there is no agreement; then one of those `ceilings`. For PsSettleOptions.agreement. NULL: it does not fit. */
PsAgreement *ps_what_if_agreement      (const PsAgreement *real, guint provider, int year, const PsWhatIf *what_if);
void         ps_what_if_agreement_free (PsAgreement *agreement);
/* Why it cannot be settled with (translated): lines that come to share a scope have different schemes; choose one. NULL: it can. */
char        *ps_what_if_problem        (const PsRegion *region, const PsAgreement *agreement);
/* "Scheme Cliff, ceilings 110 %, exchange per product group" */
char        *ps_what_if_sentence       (const PsRegion *region, const PsWhatIf *what_if);

G_END_DECLS
