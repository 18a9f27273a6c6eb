/* ps-letter-pdf-evidence.h: what the parts of the evidence of a letter share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-pdf.h"
#include "store/ps-letters.h"

G_BEGIN_DECLS

typedef struct
{
  PsPdf         *pdf;
  PsLetter      *letter;
  PsLetterPaper *paper;            /* as it was sent; NULL: it never was */
  char          *provider;         /* its name as it was sent; of a draft as it is now */
  GPtrArray     *standings;        /* PsBandwidth: of its provider, at the closed peildata of its year */
  GPtrArray     *records;          /* PsHistoryRecord: of the trail */
  gint64         made_at;          /* µs since 1970 */
  PsDate         today;
} PsLetterEvidence;

void ps_letter_evidence_opening   (PsLetterEvidence *self);
void ps_letter_evidence_figures   (PsLetterEvidence *self);
void ps_letter_evidence_standings (PsLetterEvidence *self);
void ps_letter_evidence_terms     (PsLetterEvidence *self);
void ps_letter_evidence_course    (PsLetterEvidence *self);
void ps_letter_evidence_outcome   (PsLetterEvidence *self);
void ps_letter_evidence_proof     (PsLetterEvidence *self);
void ps_letter_evidence_text      (PsLetterEvidence *self);

G_END_DECLS
