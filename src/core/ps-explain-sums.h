/* ps-explain-sums.h: the sources of a settlement, or of one of its lines, counted by kind; private to the explanation
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-explain.h"

G_BEGIN_DECLS

typedef struct { guint n; gint64 cents; } PsCounted;

/* Lines past their norm duration that are paid at one share. */
typedef struct { int share_bp; guint n; gint64 gross_cents; gint64 deduction_cents; } PsNormShare;

typedef struct
{
  PsCounted lines;                 /* declaration lines that are produced */
  PsCounted trajectories;
  PsCounted places;                /* products measured in places */
  PsCounted lump_sums;             /* they stand for what was produced of their lines, which is not counted here */
  PsCounted disputed;              /* lines of the year in dispute, as declared */
  PsCounted paid_lines;
  PsCounted paid_disputed;         /* of those, the ones in dispute that would be produced if they were accepted */
  PsCounted advances;
  PsCounted carried;
  PsCounted norm_lines;
  GArray   *norm_shares;           /* PsNormShare, the highest share first */
} PsExplainSums;

/* Of one line, or with PS_NONE twice of the whole settlement. */
void ps_explain_sums_init  (PsExplainSums *sums, const PsDossier *dossier, guint group, guint municipality);
void ps_explain_sums_clear (PsExplainSums *sums);

void ps_explain_say_gross  (GString *text, const PsExplainSums *sums);
void ps_explain_say_norm   (GString *text, const PsExplainSums *sums);
void ps_explain_say_paid   (GString *text, const PsExplainSums *sums);

G_END_DECLS
