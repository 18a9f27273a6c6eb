/* ps-writer-private.h: what the files of the writer share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-writer.c begins, commits and rolls back; ps-writer-rows.c puts a row of any kind; a file for each family of kinds resolves
 * references and keeps its rules: -master, -tariffs, -schemes, -agreements, -care, -lines, -measurements.
 */
#pragma once

#include "ps-assignment-map.h"
#include "ps-bulk.h"
#include "ps-key-set.h"
#include "ps-line-writer.h"
#include "ps-writer-table.h"

G_BEGIN_DECLS

/* What a code stands for. */
typedef struct
{
  gint64 id;         /* 0: an AGB code that is only one beside a provider's own */
  gint64 group_id;   /* products */
  gint64 segment_id; /* groups */
  PsFunding funding; /* products */
} PsCode;

/* Codes of a kind of thing; the last one that was found is tried first, for rows come in runs. */
typedef struct
{
  GHashTable *by_code; /* char * → PsCode */
  const char *last;
  const PsCode *last_code;
} PsCodes;

typedef enum
{
  PS_CODES_MUNICIPALITY,
  PS_CODES_SEGMENT,
  PS_CODES_GROUP,
  PS_CODES_PROVIDER,
  PS_CODES_PRODUCT,
  PS_CODES_SCHEME,
  PS_N_CODES
} PsCodeKind;

/* A code that a provider has or had beside its own, such as that of one that was taken over. */
typedef struct
{
  PsCode provider;
  PsDate from, to;
} PsDatedAgb;

/* What became of the rows of a file that waited for its end. */
typedef struct
{
  PsWriterCounts later;
  guint64 refused;
} PsFileEnd;

/* The rows that this run altered, in the trail under one record. */
typedef struct
{
  gint64 record_id;
  gint64 n;
  GChecksum *digest;
  gint64 file_n; /* as they were when the file began */
  GChecksum *file_digest;
  PsStatement *insert;
} PsChanges;

struct _PsWriter
{
  PsStore *store;
  char *actor;
  char *action;
  PsRefuseFunc refuse;
  gpointer refuse_data;
  GError *deferred; /* what went wrong where nothing could be returned */
  gboolean in_file;
  guint file;   /* that begins */
  GArray *ends; /* PsFileEnd: for each file since then, as far as it has any */
  PsTable *tables[PS_N_TABLES];
  PsCodes codes[PS_N_CODES];
  GHashTable *dated_agbs; /* char * → GArray of PsDatedAgb; NULL: nobody has any */
  PsChanges changes;
  PsAssignmentMap *assignments;
  PsBulk *bulk;              /* indices that are remade at the end */
  PsLineWriter *lines;       /* made when the first line comes */
  PsKeySet *care_keys;       /* bulk: assignment and start of every care period; NULL: the index tells */
  PsBits with_lines;         /* assignments that have lines, as far as that was asked */
  gint64 with_lines_next_id; /* the next line's id when it was; 0: never */
  PsBits touched;            /* providers whose care block has to be remade */
  guint64 declaration_bytes; /* that are coming */
  guint64 n_line_rows;       /* lines of this run that came in bulk */
  PsStatement *find_care;    /* ids by their keys */
  PsStatement *find_advance;
  PsStatement *find_peildatum;
  PsStatement *find_measurement;
  gboolean remake_lines; /* a product's funding changed: its lines belong in other blocks */
  GHashTable *tariffs;   /* rows of this file that are decided at its end */
  GPtrArray *steps;
  GHashTable *agreements;
  GArray *absent;   /* guint: PsAbsent of each file, as far as it was told; NULL: of none */
  GArray *replaced; /* guint: the files of waiting rows that gave way to a later file's */
  PsMarkedFunc marked; /* NULL: measurements are not looked at */
  gpointer marked_data;
  PsStatement *note;   /* where a measurement came from, into a temporary table; NULL: none was written yet */
  gboolean dry_run;
};

/* ps-writer-rows.c */
PsTable *ps_writer_table (PsWriter *writer, PsTableKind kind, GError **error);
PsPut ps_writer_refuse (PsWriter *writer, PsOrigin origin, const char *column, const char *value, const char *reason);
PsPut ps_writer_refuse_twice (PsWriter *writer, const PsRowKey *key);
PsPut ps_writer_refuse_other_code (PsWriter *writer, const PsRowKey *key, const char *other); /* NULL: the provider's own */
PsPut ps_writer_put_row (PsWriter *writer, PsTableKind kind, gint64 *id, PsBindFunc bind, gconstpointer row, const PsRowKey *key,
                         GError **error);
PsPut ps_writer_foresee_row (PsWriter *writer, PsTableKind kind, gint64 id, PsBindFunc bind, gconstpointer row,
                             const PsRowKey *key, GError **error);
PsPut ps_writer_alter (PsWriter *writer, PsTableKind kind, gint64 id, PsStatement *update, const PsRowKey *key, GError **error);
guint ps_writer_get_absent (PsWriter *writer, guint file);
void ps_writer_count (PsWriterCounts *counts, PsPut put);
PsFileEnd *ps_writer_end_of (PsWriter *writer, guint file);
gboolean ps_writer_begin_changes (PsWriter *writer, GError **error);
void ps_writer_clear_changes (PsWriter *writer);
gboolean ps_writer_has_changed (PsWriter *writer);

/* ps-writer-codes.c */
gboolean ps_writer_load_codes (PsWriter *writer, GError **error);
void ps_writer_clear_codes (PsWriter *writer);
void ps_writer_add_code (PsWriter *writer, PsCodeKind kind, const char *code, const PsCode *value);
const PsCode *ps_writer_find_code (PsWriter *writer, PsCodeKind kind, const char *code);
const PsCode *ps_writer_need_code (PsWriter *writer, PsCodeKind kind, const char *code, PsOrigin origin, const char *column);

/* The code that is the provider's own. */
const char *ps_writer_own_agb (PsWriter *writer, gint64 provider_id);

/* The provider that an AGB code was of on a day; refuses the row where there is none. */
const PsCode *ps_writer_need_provider (PsWriter *writer, const char *agb, PsDate day, PsOrigin origin);

/* ps-writer-marks.c */
gboolean ps_writer_note_measurement (PsWriter *writer, gint64 id, PsOrigin origin, GError **error);
void ps_writer_forget_noted (PsWriter *writer);
gboolean ps_writer_look_at_measurements (PsWriter *writer, GCancellable *cancellable, PsProgressFunc progress,
                                         gpointer progress_data, GError **error);

/* The kinds that are decided at the end of the file */
gboolean ps_writer_end_tariffs (PsWriter *writer, GError **error);
gboolean ps_writer_end_schemes (PsWriter *writer, GError **error);
gboolean ps_writer_end_agreements (PsWriter *writer, GError **error);
gboolean ps_writer_end_lines (PsWriter *writer, PsWriterCounts *later, GError **error);
void ps_writer_forget_pending (PsWriter *writer);
void ps_writer_add_replaced (PsWriter *writer, guint file);
void ps_writer_end_replaced (PsWriter *writer);

/* By file as they were named, then line: the order in which rows come. */
static inline int
ps_origin_compare (PsOrigin a, PsOrigin b)
{
  if (a.file != b.file)
    return a.file < b.file ? -1 : 1;
  return (a.line > b.line) - (a.line < b.line);
}

G_END_DECLS
