/* ps-settlements-who.h: who did what makes a kept settlement another one by now
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-settlements-who.c asks the trail of a row, ps-settlements-gone.c finds who removed rows that are not there any more, and
 * ps-settlements-keys.c which row a cause is about.
 */
#pragma once

#include "ps-row-words.h"
#include "ps-settlements-private.h"

G_BEGIN_DECLS

#define PS_CAUSE_KEYS 4

/* The rows that causes of a kind are about. */
typedef struct
{
  const char *table;
  const char *keys[PS_CAUSE_KEYS + 1];    /* the columns that tell them apart; NULL-terminated */
  const char *columns[10];                /* those that figures come from; NULL-terminated */
  const char *owner, *owner_column;       /* where the row itself was not changed, that of this one was; NULL: no other */
  gboolean    own;                        /* its causes tell of its own values and nothing else: somebody changed them */
  gboolean    moves;                      /* people can give a row other keys: then the old ones are gone */
} PsCauseRows;

/* NULL: of several tables, or not looked for by keys. */
const PsCauseRows *ps_cause_rows (PsCauseKind kind);
const PsCauseRows *ps_cause_rows_of_table (const char *table);   /* of those kinds */

/* The values of the keys, as ps_cause_key_of_record() has them: "1\t\t19723"; NULL: the region does not know them any more. */
char    *ps_cause_key           (PsRows *rows, const PsStored *stored, const PsCause *cause);
char    *ps_cause_key_of_record (const PsCauseRows *what, const PsRecord *record);
void     ps_cause_append_key    (GString *key, const char *text, gint64 number);         /* text NULL: the number; PS_NO_NUMBER: nothing */
/* The row with these keys by now; 0: none. */
gint64   ps_cause_find_row      (PsRows *rows, const PsCauseRows *what, const char *key);

/* Rows that were removed since a record, by their keys. */
typedef struct _PsGone PsGone;

PsGone  *ps_gone_new   (PsStore *store, gint64 since);
void     ps_gone_free  (PsGone *gone);
void     ps_gone_want  (PsGone *gone, const PsCauseRows *what, const char *key);        /* before it is asked */
gboolean ps_gone_find  (PsGone *gone, GError **error);                                   /* reads the trail once */
gint64   ps_gone_who   (const PsGone *gone, const PsCauseRows *what, const char *key);   /* the record; 0: not known */

/* Fills in `by` of every cause that the trail knows more of. `since`: the record with which the figures were kept. */
gboolean ps_settlements_name_causes (PsStore *store, const PsStored *stored, gint64 since, PsComparison *comparison, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsGone, ps_gone_free)

G_END_DECLS
