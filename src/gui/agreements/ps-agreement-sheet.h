/* ps-agreement-sheet.h: what the grid shows: the lines of one version, as rows of product groups and columns of municipalities
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-agreement.h"

G_BEGIN_DECLS

/* Rows and columns are places in the region, ascending: those that have a line and those that were added to be filled. */
typedef struct
{
  const PsRegion *region;        /* borrowed: it must outlive the sheet */
  PsAgreement    *terms;
  GArray         *rows;          /* guint: product groups */
  GArray         *columns;       /* guint: municipalities */
} PsAgreementSheet;

/* `added_groups`, `added_municipalities`: ids (gint64) of rows and columns without a line; those that the region lacks are left out. */
PsAgreementSheet *ps_agreement_sheet_new     (const PsRegion *region, const PsAgreement *terms, const GArray *added_groups,
                                              const GArray *added_municipalities);
void              ps_agreement_sheet_free    (PsAgreementSheet *sheet);
guint             ps_agreement_sheet_group   (const PsAgreementSheet *sheet, guint row);
guint             ps_agreement_sheet_municipality (const PsAgreementSheet *sheet, guint column);
guint             ps_agreement_sheet_find_row    (const PsAgreementSheet *sheet, guint group);           /* PS_NONE: none */
guint             ps_agreement_sheet_find_column (const PsAgreementSheet *sheet, guint municipality);

/* The line of a cell; NULL: none. Borrowed until the next change. */
const PsAgreementLine *ps_agreement_sheet_line (const PsAgreementSheet *sheet, guint row, guint column);
/* Puts a line in its cell (copied), or takes the one of that group and municipality away. Its row and column must be there. */
void              ps_agreement_sheet_put     (PsAgreementSheet *sheet, const PsAgreementLine *line);
void              ps_agreement_sheet_remove  (PsAgreementSheet *sheet, guint group, guint municipality);

/* Sums of ceilings and of places, of a row (or column; PS_NONE: all); PS_NO_NUMBER: no line there, or none with places. */
typedef struct { gint64 cents; gint64 places_milli; } PsSheetSum;
PsSheetSum        ps_agreement_sheet_sum     (const PsAgreementSheet *sheet, guint row, guint column);

/* A line for an empty cell: nothing agreed yet, with the scheme of the scope that it will lie in (domain.md §5: one within a scope). */
PsAgreementLine   ps_agreement_sheet_new_line (const PsAgreementSheet *sheet, guint group, guint municipality);
/* Whether two groups × municipalities share a scope under the sheet's terms. */
gboolean          ps_agreement_sheet_same_scope (const PsAgreementSheet *sheet, const PsAgreementLine *a, const PsAgreementLine *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsAgreementSheet, ps_agreement_sheet_free)

G_END_DECLS
