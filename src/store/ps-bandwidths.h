/* ps-bandwidths.h: where every provider stands at a peildatum or today: what the window and the command line both show (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All on a worker.
 */
#pragma once

#include "core/ps-bandwidth.h"
#include "ps-change.h"

G_BEGIN_DECLS

typedef struct
{
  PsBandwidth *now;                /* with every forecast */
  PsBandwidth *before;             /* at the peildatum before, of the same year: as it was kept when that was closed, else computed; NULL: there is none */
  gboolean     before_kept;        /* it is as it was known then */
  gboolean     letters;            /* there is a peildatum that a letter would be of (PsBandwidthYear.letters_of) */
  gint64       letter_id;          /* of that peildatum, not withdrawn; 0: none */
  gint64       earlier_letter_id;  /* the last one of an earlier peildatum of the year that was sent and not withdrawn; 0: none */
  PsLetterKind earlier_kind;
  GArray      *told;               /* PsScopeTold, of letters of other peildata of the year than letters_of that were sent and not withdrawn; NULL: nothing */
  int          told_number;        /* of the last one that told what holds now, in the year; 0: none */
} PsProviderBandwidth;

typedef struct
{
  PsRegion  *region;               /* its own, or the query's */
  gboolean   borrows_region;
  int        year;
  gint64     peildatum_id;         /* 0: today */
  gint64     letters_of;           /* the peildatum of letters and choices: that one; today the latest of the year up to it; 0: none yet */
  PsDate     day;
  char      *label;                /* of the peildatum; NULL: today */
  PsDate     through;
  PsDate     before_day;           /* the peildatum before; PS_DATE_OPEN: none */
  gboolean   closed;
  gboolean   letters_all;          /* nobody needs a letter any more */
  GPtrArray *providers;            /* PsProviderBandwidth by provider: those with an agreement of the year that has a scope */
} PsBandwidthYear;

typedef struct
{
  int         year;                /* of today's; with a peildatum its own */
  gint64      peildatum_id;        /* 0: today, or the year's end where the year is over */
  PsDate      today;
  const char *agb;                 /* NULL: every provider */
  gboolean    no_before;           /* the peildatum before is not wanted: half the work */
  const PsRegion *region;          /* as the caller has it in memory, and keeps for the life of what comes back; NULL: read from the file */
  PsDate      as_of;               /* a report's last day: looked from there, with data to there at most; 0: today, or the peildatum */
  int         first_year;          /* of which the region knows anything, where the caller knows it; 0: asked of the file */
} PsBandwidthQuery;

/* PS_STORE_ERROR_REFUSED: no such peildatum, or provider. */
PsBandwidthYear *ps_bandwidths_compute (PsStore *store, const PsBandwidthQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                                        gpointer progress_data, GError **error);
void             ps_bandwidths_free    (PsBandwidthYear *year);
const PsProviderBandwidth *ps_bandwidths_find (const PsBandwidthYear *year, guint provider);   /* NULL: none */
/* Whether it should have a letter now: it asks for one, there is a peildatum for it at which it has none yet, and that would tell more than
 * was told in the year (ps_bandwidth_has_news()). */
gboolean         ps_bandwidths_needs_letter (const PsProviderBandwidth *provider, gboolean *told_before);

/* What a person chose for a scope; method PS_FORECAST_CEILING: takes the choice back, to what is proposed. A manual one wants cents and a
 * reason, every choice at a closed peildatum a reason. thing: "forecast:2024-07-19:41410001:SCOPE". `before` NULL: none was shown. */
gboolean         ps_bandwidths_choose  (PsStore *store, const char *actor, gint64 peildatum_id, gint64 provider_id, const char *scope,
                                        const PsForecastChoice *before, PsForecastMethod method, gint64 forecast_cents, const char *reason,
                                        gint64 *record, GError **error);

/* Where a provider stood at a closed peildatum, as it was kept then; NULL without an error: it was not closed, or had no scopes. */
PsBandwidth     *ps_bandwidths_kept    (PsStore *store, const PsRegion *region, gint64 peildatum_id, guint provider, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsBandwidthYear, ps_bandwidths_free)

G_END_DECLS
