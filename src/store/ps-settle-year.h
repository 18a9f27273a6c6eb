/* ps-settle-year.h: a year settled for one provider or for all: what the window and the command line both do
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

typedef struct
{
  PsRegion  *region;
  int        year;
  PsDate     through;
  GPtrArray *settlements;          /* PsSettlement by provider; those without anything to list are left out */
} PsSettledYear;

typedef struct
{
  int         year;
  PsDate      through;             /* PS_DATE_OPEN: 31-12 */
  const char *agb;                 /* NULL: every provider */
  gboolean    warnings;            /* look for odd lines too, for people (domain.md §4) */
  gboolean    accrue;              /* trajects as they run, for the bandwidth (domain.md §7); not for a settlement */
} PsSettleYearOptions;

PsSettledYear *ps_settle_year        (PsStore *store, const PsSettleYearOptions *options, GCancellable *cancellable,
                                      PsProgressFunc progress, gpointer progress_data, GError **error);
void           ps_settled_year_free  (PsSettledYear *settled);
/* That of a provider (its place), borrowed; NULL: it has none, or there are no figures. */
const PsSettlement *ps_settled_year_find (const PsSettledYear *settled, guint provider);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSettledYear, ps_settled_year_free)

/* For others that work on providers by two threads: a connection in a transaction that sees what `store` sees in its own; NULL: none. */
PsStore       *ps_settle_open_twin   (PsStore *store);

G_END_DECLS
