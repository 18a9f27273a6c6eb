/* ps-agreement-grid-private.h: between the parts of the grid
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-agreement-grid.h"
#include "gui/ps-grid-cell.h"

G_BEGIN_DECLS

struct _PsAgreementGrid
{
  GtkWidget parent;

  const PsAgreementSheet *sheet; /* borrowed; NULL: none */
  gboolean editable;
  PsGridShow show;
  guint n_rows;
  guint n_columns;
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
  GtkWidget *editor;        /* GtkText, over the cell that is typed in */
  GtkWidget *popover;
  GMenuModel *menu;

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  int *widths;              /* of the columns */
  int head_width;
  int total_width;
  int row_height;
  int head_height;

  guint row; /* the cell that has the focus when the grid has it */
  guint column;
  guint anchor_row; /* the selection is the block from here to there */
  guint anchor_column;

  gboolean editing;
  gboolean edit_whole; /* arrows move in the text: F2; else they leave the cell */
  gint64 edit_group;   /* ids */
  gint64 edit_municipality;
  char *problem;
};

/* ps-agreement-grid.c */
PsGridCell *_ps_grid_cell_at        (PsAgreementGrid *self, guint row, guint column);
void        _ps_grid_move_to        (PsAgreementGrid *self, guint row, guint column, gboolean extend);
void        _ps_grid_set_problem    (PsAgreementGrid *self, const char *problem);
void        _ps_grid_get_block      (PsAgreementGrid *self, guint *top, guint *left, guint *bottom, guint *right);
void        _ps_grid_give           (PsAgreementGrid *self, GArray *given);
gint64      _ps_grid_number         (PsAgreementGrid *self, guint row, guint column);      /* as it is edited; PS_NO_NUMBER: none */

/* ps-agreement-grid-layout.c */
void        _ps_grid_layout_class   (GtkWidgetClass *widget_class);
void        _ps_grid_measure_columns (PsAgreementGrid *self);
void        _ps_grid_scroll_to      (PsAgreementGrid *self, guint row, guint column);
gboolean    _ps_grid_find_at        (PsAgreementGrid *self, double x, double y, guint *row, guint *column);
gboolean    _ps_grid_get_area       (PsAgreementGrid *self, guint row, guint column, GdkRectangle *area);
guint       _ps_grid_rows_in_view   (PsAgreementGrid *self);

/* ps-agreement-grid-show.c */
void        _ps_grid_build          (PsAgreementGrid *self);
void        _ps_grid_show_texts     (PsAgreementGrid *self);
void        _ps_grid_show_selection (PsAgreementGrid *self);
gboolean    _ps_grid_is_built       (PsAgreementGrid *self);

/* ps-agreement-grid-edit.c */
void        _ps_grid_add_editor     (PsAgreementGrid *self);
void        _ps_grid_edit           (PsAgreementGrid *self, const char *text);   /* NULL: what the cell has, to be changed */
gboolean    _ps_grid_commit         (PsAgreementGrid *self, gboolean refocus);
gboolean    _ps_grid_understand     (PsAgreementGrid *self, const char *text, gint64 *number, char **why);
gboolean    _ps_grid_edited_cell    (PsAgreementGrid *self, guint *row, guint *column);

/* ps-agreement-grid-keys.c */
void        _ps_grid_add_controllers (PsAgreementGrid *self);
gboolean    _ps_grid_focus          (GtkWidget *widget, GtkDirectionType direction);
gboolean    _ps_grid_step           (PsAgreementGrid *self, int rows, int columns, gboolean wrap);

G_END_DECLS
