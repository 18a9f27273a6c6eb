/* ps-agreement-grid-private.h: between the parts of the grid of an agreement
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-grid-private.h"
#include "ps-agreement-grid.h"

G_BEGIN_DECLS

struct _PsAgreementGrid
{
  PsGrid grid;

  const PsAgreementSheet *sheet; /* borrowed; NULL: none */
  PsAgreementShow show;
  GArray *row_ids;    /* gint64, of the groups and municipalities that the widgets below are for */
  GArray *column_ids;

  /* All are children; cells row by row. */
  GPtrArray *cells;
  GPtrArray *row_heads;
  GPtrArray *row_totals;
  GPtrArray *column_heads;
  GPtrArray *column_totals;
  GtkWidget *corner;
  GtkWidget *corner_total;  /* heading of the last column */
  GtkWidget *total_head;    /* of the last row */
  GtkWidget *grand;

  int *widths;              /* of the columns */
  int total_width;
};

/* ps-agreement-grid-cells.c */
void        _ps_agreement_grid_cells_class    (PsGridClass *grid_class);

/* ps-agreement-grid-layout.c */
void        _ps_agreement_grid_layout_class   (GtkWidgetClass *widget_class, PsGridClass *grid_class);
void        _ps_agreement_grid_measure_parts  (PsAgreementGrid *self);

/* ps-agreement-grid-show.c */
void        _ps_agreement_grid_build          (PsAgreementGrid *self);
gboolean    _ps_agreement_grid_is_built       (PsAgreementGrid *self);
PsGridCell *_ps_agreement_grid_cell_at        (PsAgreementGrid *self, guint row, guint column);
void        _ps_agreement_grid_show_texts     (PsAgreementGrid *self);
void        _ps_agreement_grid_show_selection (PsAgreementGrid *self);

G_END_DECLS
