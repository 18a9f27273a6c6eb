/* ps-agreement-grid.h: product groups × municipalities to type into: headings and totals stay in sight, one cell has the focus
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-grid.h"
#include "ps-agreement-sheet.h"

G_BEGIN_DECLS

typedef enum { PS_AGREEMENT_SHOW_CEILINGS, PS_AGREEMENT_SHOW_PLACES, PS_AGREEMENT_SHOW_BOTH } PsAgreementShow;

/* What was given for a cell: a ceiling in cents or (where places are shown) places in thousandths; PS_NO_NUMBER: cleared. */
typedef struct { guint group; guint municipality; gint64 number; } PsAgreementGiven;

#define PS_TYPE_AGREEMENT_GRID (ps_agreement_grid_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementGrid, ps_agreement_grid, PS, AGREEMENT_GRID, PsGrid)

/* Signal "cells-given": GArray of PsAgreementGiven, which the page puts into its sheet and shows again. */
GtkWidget       *ps_agreement_grid_new           (const char *accessible_name);
/* The sheet is borrowed until the next one (NULL: none); the focus and what is being typed stay with their cell where it is still
 * there. To be called again after every change of the sheet. */
void             ps_agreement_grid_set_sheet     (PsAgreementGrid *self, const PsAgreementSheet *sheet, gboolean editable);
void             ps_agreement_grid_set_show      (PsAgreementGrid *self, PsAgreementShow show);
PsAgreementShow  ps_agreement_grid_get_show      (PsAgreementGrid *self);

/* Places in the region; FALSE: no cell, or what is typed is wrong and keeps the focus. */
gboolean         ps_agreement_grid_get_cell      (PsAgreementGrid *self, guint *group, guint *municipality);
gboolean         ps_agreement_grid_focus_cell    (PsAgreementGrid *self, guint group, guint municipality);
GArray          *ps_agreement_grid_get_selection (PsAgreementGrid *self);        /* PsAgreementGiven, the numbers as they are */
char            *ps_agreement_grid_describe      (PsAgreementGrid *self, guint group, guint municipality);   /* "AMB1, Venlo: € 12.000,00" */

G_END_DECLS
