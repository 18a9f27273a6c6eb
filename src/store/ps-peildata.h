/* ps-peildata.h: reference dates, what was measured on them, and closing them (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All on a worker. Changes are refused as ps_change_apply() refuses: PS_STORE_ERROR_CONFLICT, PS_STORE_ERROR_RULE.
 */
#pragma once

#include "core/ps-measured.h"
#include "ps-change.h"

G_BEGIN_DECLS

/* ---- the dates (ps-peildata.c); thing in the trail: "peildatum:2024-07-19" */

typedef struct
{
  gint64  id;
  PsDate  day;
  char   *label;
  PsDate  data_through;            /* PS_DATE_OPEN: not given */
  char   *closed_by;               /* NULL: open */
  gint64  closed_at;               /* µs since 1970 */
  guint   n_rows;                  /* provider × product × municipality that are asked for */
  guint   n_filled;                /* … whose clients (and places) are entered */
  guint   n_partly;
  guint   n_marked;                /* values out of line that nobody gave a reason for */
  guint   n_letters;               /* not withdrawn */
} PsPeildatumState;

void       ps_peildatum_state_free  (PsPeildatumState *state);
/* GPtrArray of PsPeildatumState by day. Counting reads the whole year's messages: with progress. */
GPtrArray *ps_peildata_list         (PsStore *store, int year, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
                                     GError **error);
/* `before` NULL: a new one. */
gboolean   ps_peildata_save         (PsStore *store, const char *actor, const PsPeildatumState *before, const PsPeildatumState *after,
                                     const char *reason, gint64 *record, GError **error);
/* Those of the year before, on the same days with the same labels and data_through; those whose day exists already are left. One change. */
gboolean   ps_peildata_copy_year    (PsStore *store, const char *actor, int year, guint *n_copied, gint64 *record, GError **error);
/* Only one on which nothing was measured, chosen or written. */
gboolean   ps_peildata_delete       (PsStore *store, const char *actor, gint64 peildatum_id, gint64 *record, GError **error);
/* Closing, of one that is not still to come, keeps where every scope stands (peildatum_standing), one change with it. Reopening wants a
 * reason; the standings stay until it is closed again, and are in the trail. */
gboolean   ps_peildata_close        (PsStore *store, const char *actor, gint64 peildatum_id, GCancellable *cancellable, PsProgressFunc progress,
                                     gpointer progress_data, gint64 *record, GError **error);
gboolean   ps_peildata_reopen       (PsStore *store, const char *actor, gint64 peildatum_id, const char *reason, gint64 *record, GError **error);

/* ---- the sheet of one date (ps-peil-sheet.c) */

typedef struct { PsMeasure measure; gint64 value; char *reason; char *given_by; gint64 given_at; } PsMeasureReason;

typedef struct
{
  guint   provider;                /* places in the sheet's region; rows are by provider's name, product, municipality */
  guint   product;
  guint   municipality;
  gint64  measurement_id;          /* 0: nothing was entered */
  gint64  entered[PS_N_MEASURES];  /* PS_NO_NUMBER: not, as below */
  gint64  computed[PS_N_MEASURES];
  gint64  last[PS_N_MEASURES];     /* entered at the peildatum before, of the same year */
  GArray *reasons;                 /* PsMeasureReason; NULL: none */
} PsPeilRow;

typedef struct
{
  PsRegion  *region;
  gint64     peildatum_id;
  PsDate     day;
  char      *label;
  PsDate     data_through;
  char      *closed_by;            /* NULL: open */
  gint64     closed_at;
  PsDate     last_day;             /* the peildatum before; PS_DATE_OPEN: none */
  GArray    *rows;                 /* PsPeilRow: what was entered now or at the peildatum before, and what the messages speak of */
} PsPeilSheet;

PsPeilSheet *ps_peil_sheet_load       (PsStore *store, gint64 peildatum_id, GCancellable *cancellable, PsProgressFunc progress,
                                     gpointer progress_data, GError **error);
void        ps_peil_sheet_free       (PsPeilSheet *grid);
/* Why a cell asks for a look, with reasons taken into account; PS_DEVIATION_NONE: it does not. @text: (out) (optional) (transfer full) */
PsDeviationKind ps_peil_row_deviation (const PsPeilSheet *grid, const PsPeilRow *row, PsMeasure measure, char **text);

/* ---- what is typed (ps-measurements.c); thing: "measurement:2024-07-19:41410001:45L11:0983" for one row, "peildatum:2024-07-19" for several */

/* One cell by the keys of its row (never by a place on the screen), with what was shown in it. */
typedef struct
{
  gint64    provider_id;
  gint64    product_id;
  gint64    municipality_id;
  PsMeasure measure;
  gint64    before;                /* as shown: another value by now is PS_STORE_ERROR_CONFLICT */
  gint64    after;                 /* PS_NO_NUMBER: cleared */
} PsCellChange;

/* Any number of cells of one peildatum: one change, undone as one. A row is made with its first cell; one whose cells are all cleared stays,
 * empty. Of a closed peildatum only with a reason. A given reason of a value that changes goes with it. */
gboolean   ps_measurements_save     (PsStore *store, const char *actor, gint64 peildatum_id, const PsCellChange *cells, gsize n_cells,
                                     const char *reason, gint64 *record, GError **error);
/* Why this value is right after all; reason NULL or "": takes the one that was given back. As shown: `value`, and its reason before
 * (NULL: none); another by now is PS_STORE_ERROR_CONFLICT. */
gboolean   ps_measurements_explain  (PsStore *store, const char *actor, gint64 measurement_id, PsMeasure measure, gint64 value,
                                     const char *before_reason, const char *reason, gint64 *record, GError **error);
/* The reason that was given for this value of the row; NULL: none. */
const char *ps_peil_row_reason      (const PsPeilRow *row, PsMeasure measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPeildatumState, ps_peildatum_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPeilSheet, ps_peil_sheet_free)

G_END_DECLS
