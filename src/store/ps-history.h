/* ps-history.h: the trail for people: who did what, when, from what to what
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

/* Zeros and NULLs ask for all. */
typedef struct
{
  const char *thing;       /* "provider:41410001": that and what starts with it and a colon; also imports that touched its row */
  const char *actor;
  const char *text;        /* in action, thing, reason */
  gint64      since;       /* microseconds, inclusive */
  gint64      until;       /* microseconds, exclusive; 0: now */
  gint64      before;      /* record: older than that one, for the next page; 0: the newest */
  guint       limit;       /* 0: all */
} PsHistoryQuery;

typedef struct
{
  gint64 id;
  gint64 made_at;          /* microseconds since 1970, UTC */
  char  *actor;
  char  *action;           /* as stored */
  char  *thing;            /* as stored */
  char  *what;             /* "Tariff of 45L11 changed": a translated sentence without a full stop */
  char  *reason;           /* may be NULL */
  gint64 n_changed;        /* rows changed or removed */
  gint64 n_added;
  gint64 undoes;           /* 0: none */
  gint64 undone_by;        /* 0: it stands */
  gboolean can_undo;
  char  *hash;
} PsHistoryRecord;

void       ps_history_record_free (PsHistoryRecord *record);
GPtrArray *ps_history_load        (PsStore *store, const PsHistoryQuery *query, GError **error);    /* newest first */
GPtrArray *ps_history_actors      (PsStore *store, GError **error);                                 /* char *, by name */

/* A row of a change, field by field, as shown to people: references by their codes, amounts and dates in the user's format. */
typedef struct { char *field; char *before; char *after; } PsHistoryField;      /* before, after: NULL: empty */
typedef struct
{
  char      *table;        /* translated: "Tariff" */
  char      *row;          /* which one: "45L11, region, from 01-01-2025" */
  gint64     row_id;
  gboolean   added;
  gboolean   removed;
  GPtrArray *fields;       /* PsHistoryField: those that differ; all of an added or removed row */
} PsHistoryRow;
void       ps_history_row_free    (PsHistoryRow *row);
GPtrArray *ps_history_rows        (PsStore *store, gint64 record, guint limit, GError **error);

G_END_DECLS
