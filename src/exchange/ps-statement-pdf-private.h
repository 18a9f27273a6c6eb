/* ps-statement-pdf-private.h: the parts of a statement on paper, in the order in which a provider reads them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-pdf.h"
#include "ps-statement-pdf.h"

#include "charts/ps-chart-waterfall.h"

G_BEGIN_DECLS

typedef struct
{
  PsPdf              *pdf;
  const PsPaper      *paper;
  const PsStored     *stored;
  const PsDossier    *dossier;
  const PsRegion     *region;
  const PsSettlement *settlement;
  PsDate              date;        /* of the paper: of its last step, never today */
  GArray             *figures;     /* PsFigure */
  PsWaterfallChart   *waterfall;   /* lives until the document is finished */
} PsStatementPdf;

/* ps-statement-pdf-front.c: who, what, when, and what it comes to */
void ps_statement_pdf_opening        (PsStatementPdf *self);
void ps_statement_pdf_outcome        (PsStatementPdf *self);
const char *ps_statement_pdf_outcome_label (gint64 amount_cents);
/* ps-statement-pdf-steps.c */
void ps_statement_pdf_steps          (PsStatementPdf *self);
/* ps-statement-pdf-scopes.c: scopes, their bands, and how their deductions were divided */
void ps_statement_pdf_scopes         (PsStatementPdf *self);
/* ps-statement-pdf-norm.c: what lasted longer than its norm duration, line by line */
void ps_statement_pdf_norm_duration  (PsStatementPdf *self);
/* ps-statement-pdf-lines.c: lines, municipalities, what was paid */
void ps_statement_pdf_lines          (PsStatementPdf *self);
void ps_statement_pdf_municipalities (PsStatementPdf *self);
void ps_statement_pdf_paid           (PsStatementPdf *self);
/* ps-statement-pdf-before.c: earlier settlements, and what a correction changes */
void ps_statement_pdf_before         (PsStatementPdf *self);
void ps_statement_pdf_correction     (PsStatementPdf *self);
/* ps-statement-pdf-disputed.c: what is not in the figures, and what somebody must look at */
void ps_statement_pdf_disputed       (PsStatementPdf *self);
void ps_statement_pdf_carried        (PsStatementPdf *self);
void ps_statement_pdf_remarks        (PsStatementPdf *self);
/* ps-statement-pdf-record.c: production statement, warnings, who did what when, digests */
void ps_statement_pdf_statement      (PsStatementPdf *self);
void ps_statement_pdf_warnings       (PsStatementPdf *self);
void ps_statement_pdf_record         (PsStatementPdf *self);

char   *ps_statement_pdf_day         (gint64 microseconds);              /* "12-05-2025" */
char   *ps_statement_pdf_moment      (gint64 microseconds);              /* "12-05-2025 14:07" */
char   *ps_statement_pdf_number      (gint64 id);                        /* "12": as it is, without a sign between thousands */
gint64  ps_statement_pdf_made_at     (const PsStored *stored);           /* of its last step */
gboolean ps_statement_pdf_is_correction (const PsStatementPdf *self);
/* Whether a source counts to the settlement: under a lump sum only that does (domain.md §4). */
gboolean ps_statement_pdf_counts     (const PsStatementPdf *self, const PsSource *source);
const char *ps_statement_pdf_reference (const PsStatementPdf *self, const PsSource *source);   /* "": of no declaration line */
char   *ps_statement_pdf_period      (const PsSource *source);

G_END_DECLS
