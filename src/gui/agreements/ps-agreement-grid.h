/* ps-agreement-grid.h: product groups × municipalities to type into: headings and totals stay in sight, one cell has the focus
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-agreement-sheet.h"

G_BEGIN_DECLS

typedef enum { PS_GRID_CEILINGS, PS_GRID_PLACES, PS_GRID_BOTH } PsGridShow;

/* What was given for a cell: a ceiling in cents or (where places are shown) places in thousandths; PS_NO_NUMBER: cleared. */
typedef struct { guint group; guint municipality; gint64 number; } PsGridGiven;

#define PS_TYPE_AGREEMENT_GRID (ps_agreement_grid_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementGrid, ps_agreement_grid, PS, AGREEMENT_GRID, GtkWidget)

/* To be put into a GtkScrolledWindow. Signals: "cells-given" (GArray of PsGridGiven), which the page puts into its sheet and shows
 * again; "status-changed": another cell has the focus, or ps_agreement_grid_get_problem() changed. */
GtkWidget  *ps_agreement_grid_new          (const char *accessible_name);
/* The sheet is borrowed until the next one (NULL: none); the focus and what is being typed stay with their cell where it is still
 * there. To be called again after every change of the sheet. */
void        ps_agreement_grid_set_sheet    (PsAgreementGrid *self, const PsAgreementSheet *sheet, gboolean editable);
void        ps_agreement_grid_set_show     (PsAgreementGrid *self, PsGridShow show);
PsGridShow  ps_agreement_grid_get_show     (PsAgreementGrid *self);
void        ps_agreement_grid_set_menu     (PsAgreementGrid *self, GMenuModel *menu);   /* of a cell */

/* Places in the region; FALSE: no cell. */
gboolean    ps_agreement_grid_get_cell     (PsAgreementGrid *self, guint *group, guint *municipality);
gboolean    ps_agreement_grid_focus_cell   (PsAgreementGrid *self, guint group, guint municipality);
GArray     *ps_agreement_grid_get_selection (PsAgreementGrid *self);                    /* PsGridGiven, the numbers as they are */
char       *ps_agreement_grid_describe     (PsAgreementGrid *self, guint group, guint municipality);   /* "AMB1, Venlo: € 12.000,00" */

/* What is wrong with what is typed or was pasted; NULL: nothing. */
const char *ps_agreement_grid_get_problem  (PsAgreementGrid *self);
gboolean    ps_agreement_grid_is_typing    (PsAgreementGrid *self);
gboolean    ps_agreement_grid_finish       (PsAgreementGrid *self);     /* gives what is being typed; FALSE: it is wrong */
void        ps_agreement_grid_forget       (PsAgreementGrid *self);     /* leaves what is being typed */

/* As the keys do. */
void        ps_agreement_grid_type         (PsAgreementGrid *self, const char *text);   /* opens the cell with that text in it */
void        ps_agreement_grid_clear        (PsAgreementGrid *self);                     /* the selected cells */
char       *ps_agreement_grid_copy_text    (PsAgreementGrid *self);
gboolean    ps_agreement_grid_paste_text   (PsAgreementGrid *self, const char *text);   /* all or nothing */

G_END_DECLS
