/* ps-record-private.h: rows of which only some columns are known, and getting them in and out of the file
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The trail of an import holds the columns that files have, not those that people add to a row; so a record knows which of its columns
 * it speaks of. What is read from the file and what forms make speaks of all of them.
 */
#pragma once

#include "ps-fields.h"
#include "ps-record.h"
#include "ps-sql.h"

G_BEGIN_DECLS

const PsTableInfo *ps_record_get_info (const PsRecord *record);
void ps_record_set_id (PsRecord *record, gint64 id);
gboolean ps_record_knows (const PsRecord *record, guint field);
gboolean ps_record_is_whole (const PsRecord *record); /* it knows all columns */
gboolean ps_record_is_text (const PsRecord *record, guint field);
const char *ps_record_text_at (const PsRecord *record, guint field);
gint64 ps_record_number_at (const PsRecord *record, guint field);
gboolean ps_record_is_null_at (const PsRecord *record, guint field);
void ps_record_set_number_at (PsRecord *record, guint field, gint64 number);
void ps_record_copy_field (PsRecord *to, const PsRecord *from, guint field);
void ps_record_forget_field (PsRecord *record, guint field);

/* The first field that both speak of and that differs; the table's number of fields: none. */
guint ps_record_first_difference (const PsRecord *a, const PsRecord *b);

/* A row of which nothing is known yet. */
PsRecord *ps_record_new_unknown (const char *table, gint64 id);

/* The columns of `statement` from `first` on are the table's fields in their order. */
PsRecord *ps_record_from_row (const PsTableInfo *info, gint64 id, PsStatement *statement, int first);

/* Rows in and out of the file, with the statements kept. */
typedef struct _PsRows PsRows;

PsRows *ps_rows_new (PsStore *store);
void ps_rows_free (PsRows *rows);
PsStatement *ps_rows_statement (PsRows *rows, const char *sql, GError **error);      /* borrowed */
PsRecord *ps_rows_read (PsRows *rows, const char *table, gint64 id, GError **error); /* NULL without an error: none */
gboolean ps_rows_insert (PsRows *rows, const PsRecord *record, GError **error); /* with its id; empty columns by their default */
gboolean ps_rows_update (PsRows *rows, const PsRecord *record, GError **error); /* the columns it knows */
gboolean ps_rows_delete (PsRows *rows, const char *table, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsRows, ps_rows_free)

G_END_DECLS
