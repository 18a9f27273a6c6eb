/* ps-writer.h: rows into the region file, many at a time: one transaction, one audit record
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A writer takes typed rows with the codes that their files use, resolves the references, keeps the rules that need the rest of
 * the region (keys, overlaps, one scope per agreement …) and stores them. It knows nothing of CSV.
 */
#pragma once

#include "core/ps-measured.h"
#include "ps-store.h"

G_BEGIN_DECLS

typedef struct { guint file; guint64 line; } PsOrigin;   /* which row of which file this is, for messages */

/* Texts are borrowed for the call, never NULL unless said; "none" is NULL, PS_NO_NUMBER, PS_DATE_OPEN, -1 or the enum's 0. */
typedef struct { PsOrigin origin; const char *code, *name; } PsMunicipalityRow;
typedef struct
{
  PsOrigin origin;
  const char *agb, *name;
  const char *kvk, *email, *place;          /* NULL: not given */
  int kind;                                 /* PsProviderKind; 0: not given (regular) */
  int contracted;                           /* -1: not given (yes) */
} PsProviderRow;
typedef struct
{
  PsOrigin origin;
  const char *code, *name, *segment, *group;
  PsFunding funding;
  PsUnit unit;
  int norm_months;
  gint64 norm_hours_milli;
  PsExempt exempt;
} PsProductRow;
typedef struct { PsOrigin origin; const char *product, *agb; PsDate from, to; gint64 tariff_e4; } PsTariffRow;   /* agb NULL: the region's */
typedef struct { PsOrigin origin; const char *scheme; PsStepKind kind; int from, paid_bp; } PsSchemeRow;
typedef struct
{
  PsOrigin origin;
  const char *agb;
  int year;
  const char *group, *municipality;
  gboolean lump_sum;
  gint64 ceiling_cents, places_milli;
  PsExchange exchange;
  const char *scheme;                       /* NULL: none */
  PsDivisionKey key;
  int under_bp, over_bp;
  PsPlaceMeasuring measuring;
} PsAgreementRow;
typedef struct
{
  PsOrigin origin;
  const char *number, *client, *agb, *municipality;
  const char *product, *group;              /* one of the two is NULL */
  PsDate start, end;
  gint64 volume_milli, budget_cents;
  PsUnit unit;
  PsFrequency frequency;
  int referrer;                             /* COD327; 0: not given, -1: given as unknown */
} PsAssignmentRow;
typedef struct { PsOrigin origin; const char *municipality, *number; PsDate start, stop; int reason; PsDate sent_305, sent_307; } PsCareRow;
typedef struct
{
  PsOrigin origin;
  const char *reference, *municipality, *number, *product;
  const char *declaration_number;           /* NULL: not given */
  PsDate from, to;
  gint64 volume_milli, tariff_e4, amount_cents;
  PsUnit unit;
  PsLineStatus status;
} PsLineRow;
typedef struct { PsOrigin origin; const char *agb, *product, *municipality; PsDate month; gint64 amount_cents; } PsAdvanceRow;
typedef struct { PsOrigin origin; PsDate date; const char *label; PsDate data_through; } PsPeildatumRow;   /* label may be "" */
typedef struct
{
  PsOrigin origin;
  PsDate date;
  const char *agb, *product, *municipality;
  gint64 clients, places_milli, realised_cents, waiting, waiting_days;
} PsMeasurementRow;

typedef enum
{
  PS_PUT_ADDED,
  PS_PUT_UNCHANGED,
  PS_PUT_UPDATED,
  PS_PUT_LATER,        /* not decided yet: counted by ps_writer_end_file() */
  PS_PUT_REFUSED,      /* the refusal callback has been told why */
  PS_PUT_FAILED,       /* the database failed: see the error; the writer can only be rolled back */
} PsPut;

/* column: the CSV column's name; value: as the user may recognise it (may be NULL); reason: translated. */
typedef void (*PsRefuseFunc) (PsOrigin origin, const char *column, const char *value, const char *reason, gpointer user_data);

typedef struct { guint64 added, updated, unchanged; } PsWriterCounts;

typedef struct _PsWriter PsWriter;

PsWriter *ps_writer_begin       (PsStore *store, const char *actor, const char *action, PsRefuseFunc refuse, gpointer refuse_data,
                                 GError **error);
/* How much is coming, in bytes of all declaration files together; lets it choose between keeping and remaking indices. */
void      ps_writer_expect      (PsWriter *writer, guint64 declaration_bytes);

/* A file of one kind between these two. The same key twice in one file with other values is refused; rows that another file of
 * the run wrote are updated. ps_writer_end_file() makes the checks that need the whole file (it may call the refusal callback) and
 * tells what became of the PS_PUT_LATER rows. ps_writer_revert_file() takes back all of the file since ps_writer_begin_file().
 *
 * Tariffs, schemes and agreements, whose checks need all of them, may be of several files, each told by its rows' origin, the first
 * of which begins; ps_writer_get_end() then tells of each file what ps_writer_end_file() tells of all of them together. */
gboolean  ps_writer_begin_file  (PsWriter *writer, guint file, GError **error);
gboolean  ps_writer_end_file    (PsWriter *writer, PsWriterCounts *later, guint64 *refused, GError **error);
void      ps_writer_get_end     (PsWriter *writer, guint file, PsWriterCounts *later, guint64 *refused);
gboolean  ps_writer_revert_file (PsWriter *writer, GError **error);

/* Columns that a file may do without. What a row of such a file does not say stays as it is where its key is known; an empty value, in a
 * file that has the column, is the default. */
typedef enum
{
  PS_ABSENT_KIND = 1 << 0, PS_ABSENT_CONTRACTED = 1 << 1,                                              /* providers */
  PS_ABSENT_UNIT = 1 << 2, PS_ABSENT_NORM_MONTHS = 1 << 3, PS_ABSENT_NORM_HOURS = 1 << 4, PS_ABSENT_EXEMPT = 1 << 5,   /* products */
  PS_ABSENT_LUMP_SUM = 1 << 6, PS_ABSENT_PLACES = 1 << 7, PS_ABSENT_SCHEME = 1 << 8, PS_ABSENT_KEY = 1 << 9,   /* agreements */
  PS_ABSENT_UNDER = 1 << 10, PS_ABSENT_OVER = 1 << 11, PS_ABSENT_MEASURING = 1 << 12,
  PS_ABSENT_LABEL = 1 << 13, PS_ABSENT_DATA_THROUGH = 1 << 14,                                         /* peildata */
} PsAbsent;

/* Before the rows of that file; a file of which nothing is told has all columns. */
void      ps_writer_set_absent  (PsWriter *writer, guint file, guint absent);

PsPut ps_writer_put_municipality (PsWriter *writer, const PsMunicipalityRow *row, GError **error);
PsPut ps_writer_put_provider     (PsWriter *writer, const PsProviderRow *row, GError **error);
PsPut ps_writer_put_product      (PsWriter *writer, const PsProductRow *row, GError **error);
PsPut ps_writer_put_tariff       (PsWriter *writer, const PsTariffRow *row, GError **error);
PsPut ps_writer_put_scheme       (PsWriter *writer, const PsSchemeRow *row, GError **error);
PsPut ps_writer_put_agreement    (PsWriter *writer, const PsAgreementRow *row, GError **error);
PsPut ps_writer_put_assignment   (PsWriter *writer, const PsAssignmentRow *row, GError **error);
PsPut ps_writer_put_care         (PsWriter *writer, const PsCareRow *row, GError **error);
PsPut ps_writer_put_line         (PsWriter *writer, const PsLineRow *row, GError **error);
PsPut ps_writer_put_advance      (PsWriter *writer, const PsAdvanceRow *row, GError **error);
PsPut ps_writer_put_peildatum    (PsWriter *writer, const PsPeildatumRow *row, GError **error);
PsPut ps_writer_put_measurement  (PsWriter *writer, const PsMeasurementRow *row, GError **error);

/* A measurement of this run that is out of line (core/ps-measured.h): texts are borrowed for the call. */
typedef struct
{
  PsOrigin    origin;
  PsDate      day;
  const char *agb, *product, *municipality;
  PsMeasure   measure;
  gint64      value;
  const char *text;                         /* why it asks for a look: translated */
} PsMeasurementMark;

typedef void (*PsMarkedFunc) (const PsMeasurementMark *mark, gpointer user_data);
/* Before the first file: they are told by ps_writer_commit(), in no particular order, before anything is stored. */
void      ps_writer_set_marked  (PsWriter *writer, PsMarkedFunc marked, gpointer marked_data);
/* ps_writer_commit() does all its work, and stores nothing. */
void      ps_writer_set_dry_run (PsWriter *writer, gboolean dry_run);

/* `summary`: JSON for the audit record (files, digests, counts). Nothing changed: no audit record. Progress covers making indices
 * and copies, the longest part after the rows. Both end the writer; ps_writer_rollback() leaves the region exactly as it was. */
gboolean  ps_writer_commit      (PsWriter *writer, const char *summary, GCancellable *cancellable,
                                 PsProgressFunc progress, gpointer progress_data, GError **error);
void      ps_writer_rollback    (PsWriter *writer);

G_END_DECLS
