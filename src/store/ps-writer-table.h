/* ps-writer-table.h: a table that a writer puts rows into
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-bits.h"
#include "ps-sql.h"
#include "ps-writer.h"

G_BEGIN_DECLS

typedef enum
{
  PS_TABLE_MUNICIPALITY,
  PS_TABLE_SEGMENT,
  PS_TABLE_GROUP,
  PS_TABLE_PROVIDER,
  PS_TABLE_PRODUCT,
  PS_TABLE_TARIFF,
  PS_TABLE_SCHEME,
  PS_TABLE_STEP,
  PS_TABLE_AGREEMENT,
  PS_TABLE_VERSION,
  PS_TABLE_AGREEMENT_LINE,
  PS_TABLE_ASSIGNMENT,
  PS_TABLE_CARE,
  PS_TABLE_LINE,
  PS_TABLE_ADVANCE,
  PS_TABLE_PEILDATUM,
  PS_TABLE_MEASUREMENT,
  PS_N_TABLES
} PsTableKind;

/* Ids are handed out by the writer, one after the other, so that a run's new rows are a range. */
typedef struct
{
  PsTableKind kind;
  PsStatement *insert; /* ?1 the id, ?2 … the columns in their order; the next two as well */
  PsStatement *same;
  PsStatement *update;
  PsStatement *state; /* the row as JSON, for the trail */
  gboolean was_empty; /* when it was opened; its ids need not start at 1 then (ps-trail.h) */
  gint64 next_id;
  gint64 run_first; /* the first id of this run, and of this file */
  gint64 file_first;
  PsBits seen;          /* rows that were there before this file and that it named */
  GHashTable *by_other; /* gint64 → char *: new rows of this run that came under another code than their provider's; NULL: none */
} PsTable;

/* Binds ?2 … of one of the first three statements. */
typedef void (*PsBindFunc) (PsStatement *statement, gconstpointer row);

/* What a refusal names: the row, and the column and value of its key; and what may forbid that it changes what is there. */
typedef struct
{
  PsOrigin origin;
  const char *column;
  const char *value;
  const char *agb; /* the code under which it came, and the provider whom it stands for; NULL: whatever it came under */
  gint64 provider_id;
  gboolean is_drafted; /* of an agreement of which an amendment is being drafted: nothing of it may change */
  gboolean is_copy;    /* the row that is there is this file's copy of an earlier one (ps-writer-amend.c) */
} PsRowKey;

PsTable *ps_writer_table_new (PsStore *store, PsTableKind kind, GError **error);
void ps_table_free (PsTable *table);
const char *ps_table_name (PsTableKind kind);
void ps_table_begin_file (PsTable *table);
void ps_table_revert_file (PsTable *table);

/* Whether this file wrote or named that row already. */
gboolean ps_table_is_of_file (const PsTable *table, gint64 id);

/* Takes note of a new row that came under a code which is not its provider's own. */
void ps_table_add_by_other (PsTable *table, gint64 id, const char *agb);

G_END_DECLS
