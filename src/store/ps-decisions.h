/* ps-decisions.h: accepting disputed lines, disputing accepted ones (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

/* What is decided of some lines. The last decision of a line holds; PS_DECISION_NONE takes the earlier one back. */
typedef struct
{
  const gint64 *line_ids;          /* declaration_line.id, all of one provider */
  gsize         n_lines;
  PsDecision    decision;
  const char   *reason;
} PsDecide;

/* What it would change: the provider's settlement of the year as it is, and as it would be. Nothing is written. `n_effective`: lines whose
 * acceptance it changes. The region is borrowed by both. Of lines that the decision cannot be taken of (ps_decisions_take() refuses
 * them) the first says why; the rest is computed without them. */
typedef struct
{
  PsSettlement *before, *after;
  guint         n_effective;
  gint64        amount_cents;      /* of the lines, as declared */
  gint64        produced_cents;    /* what they produce after it */
  GArray       *possible;          /* gint64: the lines that it can be taken of */
  guint         n_impossible;
  char         *why_not;           /* translated; NULL: it can be taken of all */
} PsDecidePreview;
gboolean ps_decisions_preview       (PsStore *store, const PsRegion *region, guint provider, int year, PsDate through, const PsDecide *decide,
                                     PsDecidePreview *preview, GError **error);
void     ps_decide_preview_clear    (PsDecidePreview *preview);

/* One change, one record ("accept", "dispute", "undecide" of "lines:41410001"); undone by another decision. */
gboolean ps_decisions_take          (PsStore *store, const char *actor, const PsDecide *decide, gint64 *record, GError **error);

/* Every decision on a line, first to last. */
typedef struct { PsDecision decision; char *reason; char *by; gint64 at; } PsDecided;
void       ps_decided_free          (PsDecided *decided);
GPtrArray *ps_decisions_of          (PsStore *store, gint64 line_id, GError **error);
/* "accepted", "accepted at the right price" …: translated */
const char *ps_decision_label       (PsDecision decision);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsDecidePreview, ps_decide_preview_clear)

G_END_DECLS
