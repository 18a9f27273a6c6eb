/* ps-record.h: a row of the region file as its columns' values: what a form edits and what the trail keeps
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Tables and columns are those of data/sql; which of them people may see and how they are called is ps-fields.h.
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

typedef struct _PsRecord PsRecord;

PsRecord   *ps_record_new        (const char *table);               /* all columns empty, id 0 */
PsRecord   *ps_record_new_for    (const char *table, gint64 id);    /* as a row that was read elsewhere: set every column */
PsRecord   *ps_record_copy       (const PsRecord *record);
void        ps_record_free       (PsRecord *record);
gboolean    ps_record_equal      (const PsRecord *a, const PsRecord *b);

const char *ps_record_get_table  (const PsRecord *record);
gint64      ps_record_get_id     (const PsRecord *record);
gboolean    ps_record_has_column (const PsRecord *record, const char *column);

/* "Not given" (NULL in the file) is NULL, PS_NO_NUMBER and PS_DATE_OPEN. A column that the table has not is a programming error. */
const char *ps_record_get_text   (const PsRecord *record, const char *column);
gint64      ps_record_get_number (const PsRecord *record, const char *column);
PsDate      ps_record_get_date   (const PsRecord *record, const char *column);
void        ps_record_set_text   (PsRecord *record, const char *column, const char *text);     /* "" is NULL unless the column is NOT NULL */
void        ps_record_set_number (PsRecord *record, const char *column, gint64 number);
void        ps_record_set_date   (PsRecord *record, const char *column, PsDate date);

/* The row as the trail keeps it: {"column": value, …} in the table's order, and back. */
char       *ps_record_to_json    (const PsRecord *record);
PsRecord   *ps_record_from_json  (const char *table, gint64 id, const char *json, GError **error);

/* Reading: on a worker. NULL without an error: there is no such row. */
PsRecord   *ps_store_load_record  (PsStore *store, const char *table, gint64 id, GError **error);
/* GPtrArray of PsRecord by id, those where `column` is `number` (NULL: all). */
GPtrArray  *ps_store_load_records (PsStore *store, const char *table, const char *column, gint64 number, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsRecord, ps_record_free)

G_END_DECLS
