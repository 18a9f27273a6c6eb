/* ps-peil-private.h: what the files about peildata share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-peildata.c keeps the dates, ps-peildata-close.c closes them; ps-peil-compute.c says what the messages say of them, ps-peil-sheet.c puts
 * that beside what was entered; ps-peil-entered.c reads the latter; ps-measurements.c takes what is typed,
 * ps-measurements-reasons.c why; ps-peil-rules.c keeps what is closed, ps-peil-digest.c what was measured then.
 */
#pragma once

#include "ps-desk-private.h"
#include "ps-peildata.h"

G_BEGIN_DECLS

/* ---- ps-peildata.c */

/* GPtrArray of PsPeildatumState by day, not counted: those of a year; with `id` (not 0) that one alone. */
GPtrArray *ps_peildata_load       (PsStore *store, int year, gint64 id, GError **error);
/* That one; PS_STORE_ERROR_CONFLICT: it is not there any more. */
PsPeildatumState *ps_peildata_find (PsStore *store, gint64 id, GError **error);
/* Counts the rows of `states`, some of `all` of their year. */
gboolean   ps_peildata_count      (PsStore *store, const PsRegion *region, GPtrArray *states, GPtrArray *all, GCancellable *cancellable,
                                   PsProgressFunc progress, gpointer progress_data, GError **error);
/* A change of one: "peildatum:2024-07-19". */
PsChange  *ps_peildata_change_new (const char *action, PsDate day);
/* One moment for all that is read, where no transaction is open. *begun: to be ended. */
gboolean   ps_peildata_begin_read (PsStore *store, gboolean *begun, GError **error);
void       ps_peildata_end_read   (PsStore *store, gboolean begun);

/* ---- ps-peil-compute.c: the messages of each provider are read once, for all dates. */

typedef struct
{
  PsDate day;
  PsDate through;
} PsPeilDay;

/* What the messages say of the provider at that place, on days[i]: PsMeasured. */
typedef gboolean (*PsPeilMeasuredFunc) (guint provider, guint i, const GArray *measured, gpointer user_data, GError **error);
/* All days are of one year. `providers`: places to compute for; NULL: all. */
gboolean   ps_peil_compute        (PsStore *store, const PsRegion *region, const PsPeilDay *days, guint n_days, const GArray *providers,
                                   PsPeilMeasuredFunc func, gpointer user_data, GCancellable *cancellable, PsProgressFunc progress,
                                   gpointer progress_data, GError **error);

/* ---- ps-peil-sheet.c */

/* A sheet in the making, with its rows by provider × product × municipality. */
typedef struct
{
  PsPeilSheet *sheet;
  GHashTable  *rows;       /* key → place + 1 */
} PsSheetMaking;

typedef struct
{
  PsStore        *store;
  const PsRegion *region;
  PsIdPlaces      providers;
  PsIdPlaces      products;
  PsIdPlaces      municipalities;
  GArray         *sheets;  /* PsSheetMaking */
} PsSheetsMaking;

PsPeilRow *ps_sheet_making_row    (PsSheetMaking *making, guint provider, guint product, guint municipality);
/* ps-peil-entered.c: what was entered on a peildatum; `last`: into the sheet of the next one. */
gboolean   ps_sheet_making_load_entered (PsSheetsMaking *self, PsSheetMaking *making, gint64 peildatum_id, gboolean last, GError **error);
gboolean   ps_sheet_making_load_reasons (PsSheetsMaking *self, PsSheetMaking *making, GError **error);

/* The sheets of some dates of one year, in order of `states`; they borrow the region. NULL: an error. */
GPtrArray *ps_peil_sheets_make    (PsStore *store, const PsRegion *region, GPtrArray *states, GPtrArray *all, GCancellable *cancellable,
                                   PsProgressFunc progress, gpointer progress_data, GError **error);

/* ---- ps-peil-rules.c: a day through which the data of a peildatum cannot be complete: more than a year before it, or after it. */
gboolean   ps_peil_through_is_early (PsDate day, PsDate through);
gboolean   ps_peil_through_is_late  (PsDate day, PsDate through);

/* ---- ps-peil-digest.c: SHA-256 over what was measured on a peildatum, as it was after that record of the trail; NULL: an error. */
#define PS_PEIL_NOW G_MAXINT64
char      *ps_peil_digest         (PsStore *store, gint64 peildatum_id, gint64 record, GError **error);
/* The key of it in the closing's record. */
#define PS_PEIL_MEASURED "measured"

/* ---- ps-measurements-reasons.c */

/* "measurement:2024-07-19:41410001:45L11:0983" */
char      *ps_measurement_thing   (PsRowWords *words, const PsRecord *peildatum, const PsRecord *measurement);
/* Sets PS_STORE_ERROR_CONFLICT: the value is not what was shown. */
void       ps_measurement_set_conflict (PsRowWords *words, const PsRecord *present, PsMeasure measure, gint64 shown, GError **error);

G_END_DECLS
