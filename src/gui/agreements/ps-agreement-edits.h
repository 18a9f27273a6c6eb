/* ps-agreement-edits.h: lines of a draft as they were shown and as they were given, saved as one change
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-agreement.h"
#include "store/ps-change.h"

G_BEGIN_DECLS

/* By ids, not places: the figures may be read again before it is saved. */
typedef struct
{
  gboolean there;                /* FALSE: no such line */
  gint64   ceiling_cents;
  gint64   places_milli;         /* PS_NO_NUMBER: none */
  gint64   scheme_id;            /* PS_NO_NUMBER: none */
  gboolean lump_sum;
} PsLineValues;

typedef struct
{
  gint64       group_id;
  gint64       municipality_id;
  PsLineValues before;
  PsLineValues after;
} PsLineEdit;

typedef struct _PsAgreementEdits PsAgreementEdits;

/* thing: "agreement:AGB:YEAR" (ps-change.h) */
PsAgreementEdits *ps_agreement_edits_new   (const char *thing, gint64 version_id);
void              ps_agreement_edits_free  (PsAgreementEdits *edits);
/* NULL: no line. The two are of the same cell. */
void              ps_agreement_edits_add   (PsAgreementEdits *edits, const PsRegion *region, const PsAgreementLine *before,
                                            const PsAgreementLine *after);
guint             ps_agreement_edits_count (const PsAgreementEdits *edits);

/* A PsSessionWrite: `data` is a PsAgreementEdits. A line that is not as it was shown any more is PS_STORE_ERROR_CONFLICT. */
gboolean          ps_agreement_edits_write (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable,
                                            gint64 *record, GError **error);

G_END_DECLS
