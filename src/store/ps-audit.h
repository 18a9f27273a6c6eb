/* ps-audit.h: the trail: who did what, when, and what was there before
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Every change of the region is one transaction with one record (architecture.md). A record holds the hash of the one before it; the
 * schema refuses to update or delete any. A change of many rows keeps each row's state in audit_change, under the record's digest;
 * what an undone import had added is in audit_removed, under it as well.
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *actor;
  const char *action;           /* a verb: "create", "import" … */
  const char *thing;            /* what: "region", "provider:41410001" … */
  const char *reason;           /* may be NULL, as all below */
  const char *before_state;     /* JSON */
  const char *after_state;      /* JSON */
  gint64      n_changes;        /* rows in audit_change that belong to this record */
  const char *changes_digest;   /* SHA-256 over them and over the batches of audit_removed; NULL: there are none */
  gint64      undoes;           /* the record that this one takes back; 0: none */
} PsAuditEntry;

gboolean ps_audit_next_id (PsStore *store, gint64 *id, GError **error);
gboolean ps_audit_append  (PsStore *store, const PsAuditEntry *entry, gint64 *id, GError **error);

/* The digest of the rows of audit_change, fed in the order of their ids. */
void     ps_audit_digest_change (GChecksum *digest, const char *table, gint64 row_id, const char *before_state,
                                 const char *after_state);

/* After them its batches of audit_removed, in the order of their sequence. */
void     ps_audit_digest_removed (GChecksum *digest, gint64 sequence, const char *table, gint64 n_rows, const guint8 *data, gsize size);

/* Called for every record and digest that is not what it should be. */
typedef void (*PsAuditFindingFunc) (gint64 record, const char *what, gpointer user_data);
gboolean ps_audit_check   (PsStore *store, PsAuditFindingFunc found, gpointer user_data, GError **error);

G_END_DECLS
