/* ps-change-private.h: a change being applied
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-change.c makes changes, ps-change-apply.c writes them, ps-change-rules.c holds rows against what the field asks of one row or two,
 * ps-region-rules.c the region against what must hold of all of it, ps-change-derived.c remakes the copies.
 */
#pragma once

#include "ps-bits.h"
#include "ps-change.h"
#include "ps-row-words.h"
#include "ps-trail.h"

G_BEGIN_DECLS

/* A row of a change: added without `before`, deleted without `after`. */
typedef struct
{
  PsRecord *before;
  PsRecord *after;
} PsRowChange;

PsRowChange *ps_row_change_new  (const PsRecord *before, const PsRecord *after);    /* copies */
void         ps_row_change_free (PsRowChange *row);
const char  *ps_row_change_table (const PsRowChange *row);
gint64       ps_row_change_id   (const PsRowChange *row);

/* Rows that were all shown. */
typedef struct
{
  const char *table;
  const char *column;
  gint64      id;
} PsWhole;

struct _PsChange
{
  char      *action;
  char      *thing;
  char      *reason;
  GPtrArray *rows;         /* PsRowChange */
  GArray    *ids;          /* gint64: of each inserted row, once applied */
  GPtrArray *expected;     /* PsRowChange from what it is to the same */
  GArray    *wholes;       /* PsWhole */
};

/* What is open while a change is written: a transaction with its trail. */
typedef struct
{
  PsStore    *store;
  PsRows     *rows;
  PsRowWords *words;
  PsTrail     trail;
  GPtrArray  *done;        /* PsRowChange: as they were written; but for messages, of which there may be very many */
  PsBits      care;        /* providers whose care block, or line blocks, have to be remade */
  PsBits      lines;
  GArray     *line_ids;    /* gint64: declaration lines that were written */
  gboolean    all_lines;   /* they were too many to name */
  gboolean    moved;       /* an assignment went over to another provider */
  gboolean    merging;     /* a provider goes on in another: agreements may move with it */
  char       *after_state; /* JSON for the record, beside its rows; NULL: none */
} PsApplying;

gboolean ps_applying_begin (PsApplying *applying, PsStore *store, GError **error);
gboolean ps_applying_continue (PsApplying *applying, PsStore *store, GError **error);     /* in a write transaction that is open */
/* Adds the record and commits. */
gboolean ps_applying_end   (PsApplying *applying, const PsAuditEntry *entry, GError **error);
void     ps_applying_clear (PsApplying *applying);     /* rolls back what was not committed */
/* Writes rows (each `after` with its id), in any order that their keys allow, and puts them in the trail and in `done`. */
gboolean ps_applying_write (PsApplying *applying, GPtrArray *rows, GError **error);

/* More that belongs to a change, within its transaction and after its rows: it adds to the trail itself. */
typedef gboolean (*PsChangeMoreFunc) (PsApplying *applying, gpointer user_data, GError **error);
gboolean ps_change_apply_more (PsStore *store, const PsChange *change, const char *actor, PsChangeMoreFunc more, gpointer user_data,
                               gint64 *record, GError **error);

/* ps-change-rules.c: rows as a person changes them. */
gboolean ps_change_check_row     (PsApplying *applying, const PsRowChange *row, GError **error);
gboolean ps_change_check_unused  (PsApplying *applying, const PsRowChange *row, GError **error);
/* Tells in words which rule of the schema refused a row. */
void     ps_change_explain       (PsApplying *applying, const PsRecord *row, GError **error);

/* Every new reference is to a row that is there; asked when all rows are written. Else PS_STORE_ERROR_CONFLICT. */
gboolean ps_change_check_references (PsApplying *applying, const PsRowChange *row, GError **error);

/* ps-agreement-rules.c: rows of agreements, their versions and lines. */
gboolean ps_agreement_rules_check (PsApplying *applying, const PsRowChange *row, GError **error);

/* ps-ended-rules.c: nothing begins after the last day of what it is of; contracts as a whole (part of ps_region_rules_check()). */
gboolean ps_ended_rules_check    (PsApplying *applying, const PsRowChange *row, GError **error);
gboolean ps_contract_rules_check (PsApplying *applying, GError **error);

/* ps-settled-rules.c: the codes that a settlement which was proposed or is final was made with. */
gboolean ps_settled_rules_check  (PsApplying *applying, const PsRowChange *row, GError **error);

/* ps-peil-rules.c: what is of a closed peildatum is corrected with a reason (domain.md §7). */
gboolean ps_peil_rules_check     (PsApplying *applying, const PsChange *change, const PsRowChange *row, GError **error);

/* The last final settlement of a provider from a year on; where there is none, the last proposed one. */
typedef struct
{
  int      year;           /* 0: neither */
  gboolean is_final;
} PsLastSettled;

gboolean ps_settled_find_from    (PsStore *store, gint64 provider_id, int first_year, PsLastSettled *settled, GError **error);

/* ps-region-rules.c: what must hold after any change or undo that touched `done`. */
gboolean ps_region_rules_check   (PsApplying *applying, GError **error);

/* ps-change-derived.c: takes note of a row that was written; remakes, in the end, the blocks of the providers that were touched. */
gboolean ps_change_touch         (PsApplying *applying, const PsRowChange *row, GError **error);
gboolean ps_change_remake        (PsApplying *applying, GError **error);
/* Adds to `rows`, of which new ones have no ids yet, what a provider's old AGB code becomes where it gets another. */
gboolean ps_change_keep_codes    (PsApplying *applying, const PsChange *change, GPtrArray *rows, GError **error);

/* Sets PS_STORE_ERROR_CONFLICT: the row that was shown is not there any more. */
void     ps_change_set_gone      (PsRowWords *words, const PsRecord *shown, GError **error);
/* Sets PS_STORE_ERROR_RULE; the sentence says that nothing was changed. */
void     ps_change_refuse        (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsApplying, ps_applying_clear)

G_END_DECLS
