/* ps-row-words.h: rows of the region file and their values in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-record-private.h"

G_BEGIN_DECLS

typedef struct _PsRowWords PsRowWords;

PsRowWords *ps_row_words_new       (PsStore *store);
void        ps_row_words_free      (PsRowWords *words);
void        ps_row_words_forget    (PsRowWords *words);      /* after rows were changed */

/* As people write it; references by their codes. NULL: empty. Transfer full. */
char       *ps_row_words_value     (PsRowWords *words, const PsRecord *record, guint field);
/* Which one of its table: "45L11, region, from 01-01-2025". Transfer full. */
char       *ps_row_words_name      (PsRowWords *words, const PsRecord *record);
/* With its kind: "Tariff 45L11, region, from 01-01-2025". Transfer full. */
char       *ps_row_words_title     (PsRowWords *words, const PsRecord *record);
/* Of a row by its id; also of one that is not there any more, where the trail knows it. Borrowed. */
const char *ps_row_words_reference (PsRowWords *words, const char *table, gint64 id);
void        ps_row_words_learn     (PsRowWords *words, const PsRecord *record);    /* its name, for rows that refer to it */
/* ", changed by anna on 22-11-2026 at 04:12" of the last change of a row after `since` (a record); "" where the trail knows none. */
char       *ps_row_words_by_whom   (PsRowWords *words, const char *table, gint64 id, gint64 since);
/* The same of a record; 0: "". */
char       *ps_row_words_by_record (PsRowWords *words, gint64 record);
/* The last record after `since` that changed or added the row, or a part of it: care of an assignment, decisions of a line, steps of a
 * scheme; 0: none. */
gint64      ps_row_words_last_of_whole (PsRowWords *words, const char *table, gint64 id, gint64 since);

char       *ps_row_words_moment    (gint64 microseconds);    /* 22-11-2026 04:12, local */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsRowWords, ps_row_words_free)

G_END_DECLS
