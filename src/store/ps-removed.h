/* ps-removed.h: a batch of audit_removed: the rows that an undo of an import took out
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * {"columns":["id",…],"rows":[[…],…]}, compressed. A batch tells its columns itself: a later version of the schema may have others.
 */
#pragma once

#include "ps-record-private.h"

G_BEGIN_DECLS

typedef struct
{
  const PsTableInfo *info;
  GArray            *fields;     /* guint: the fields of the columns after the id */
  char              *json;
  const char        *at;
  GString           *text;
} PsRemoved;

typedef enum { PS_REMOVED_ROW, PS_REMOVED_END, PS_REMOVED_BROKEN } PsRemovedNext;

/* column 0 is the id; text NULL: `number`, which is PS_NO_NUMBER where there is nothing. */
typedef void (*PsRemovedFunc) (guint column, const char *text, gint64 number, gpointer user_data);

PsRemoved    *ps_removed_open  (const char *table, gconstpointer data, gsize size);    /* NULL: it is not a batch */
PsRemovedNext ps_removed_next  (PsRemoved *removed, PsRemovedFunc func, gpointer user_data);
void          ps_removed_free  (PsRemoved *removed);

/* The first rows of a record's batches, at most `most`: GPtrArray of PsRecord. */
GPtrArray    *ps_removed_load  (PsStore *store, gint64 record, guint most, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsRemoved, ps_removed_free)

G_END_DECLS
