/* ps-grid-private.h: between the parts of a grid to type into, and for the kinds of grids
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A kind of grid sets what is marked so, and calls _ps_grid_allocate() and then _ps_grid_place_editor() when it is given its place.
 */
#pragma once

#include "ps-grid-cell.h"
#include "ps-grid.h"

#include "core/ps-number.h"

G_BEGIN_DECLS

struct _PsGrid
{
  GtkWidget parent;

  gboolean editable;          /* set by its kind */
  guint n_rows;               /* … of cells that are typed into: those that are shown */
  guint n_columns;            /* … */

  guint row;                  /* the cell that has the focus when the grid has it */
  guint column;
  guint anchor_row;           /* the selection is the block from here to there */
  guint anchor_column;

  GtkWidget *editor;          /* GtkText, over the cell that is typed in: that with the cursor */
  gboolean editing;
  gboolean edit_whole;        /* arrows move in the text: F2; else they leave the cell */
  PsGridKeys edit_keys;
  gboolean edit_understood;
  gint64 edit_value;
  char *problem;

  GtkWidget *popover;
  GMenuModel *menu;

  GtkAdjustment *adjustments[2];  /* by orientation */
  GtkScrollablePolicy policies[2];
  gboolean measure_wanted;    /* letters may be of another size */
  gboolean scroll_wanted;     /* to the cell with the focus, as soon as there is a size */
  int left_width;             /* of what stands beside the cells and does not scroll sideways; set by its kind */
  int head_height;            /* … of what stands above them; set by its kind */
  int row_height;             /* set by its kind */
  int least_editor;           /* set by its kind: so wide that its numbers fit */
  int view_width;             /* what scrolls is seen in: as it was placed last */
  int view_height;
};

typedef struct { guint top; guint left; guint bottom; guint right; } PsGridBlock;

/* ps-grid.c */
gboolean      _ps_grid_same_keys     (const PsGridKeys *a, const PsGridKeys *b);
gboolean      _ps_grid_is_empty      (PsGrid *self);                      /* no cells at all */
gboolean      _ps_grid_is_open       (PsGrid *self, guint row, guint column);
PsGridBlock   _ps_grid_get_block     (PsGrid *self);
gboolean      _ps_grid_is_block      (PsGrid *self);                      /* more than the cell with the cursor */
gboolean      _ps_grid_is_selected   (PsGrid *self, guint row, guint column);
void          _ps_grid_select_cell   (PsGrid *self, PsGridCell *cell, guint row, guint column);   /* shows whether it is */
void          _ps_grid_move_to       (PsGrid *self, guint row, guint column, gboolean extend);
void          _ps_grid_return        (PsGrid *self);                      /* the focus to the cursor, what is selected as it is */
void          _ps_grid_set_problem   (PsGrid *self, const char *problem);
void          _ps_grid_tell_status   (PsGrid *self);

/* ps-grid-layout.c */
void          _ps_grid_prepare       (PsGrid *self);                      /* before its size is asked for */
int           _ps_grid_rows_height   (PsGrid *self);
void          _ps_grid_place         (GtkWidget *child, int x, int y, int width, int height, gboolean in_view);
gboolean      _ps_grid_row_in_view   (PsGrid *self, guint row, int *y);
void          _ps_grid_configure_rows (PsGrid *self);                     /* other rows: what can be scrolled to, before they are placed */
/* `room`: for columns; `content`: how wide all of them are; `step`: pixels, sideways. */
void          _ps_grid_allocate      (PsGrid *self, int room, int height, int content, int step);
gboolean      _ps_grid_place_editor  (PsGrid *self, GdkRectangle *area);  /* FALSE: nothing is typed */
void          _ps_grid_draw          (PsGrid *self, GtkSnapshot *snapshot, GtkWidget *const *children, guint n);     /* those in view */
void          _ps_grid_draw_editor   (PsGrid *self, GtkSnapshot *snapshot, GtkWidget *const *beside, guint n);
int           _ps_grid_left_of       (PsGrid *self, guint column);        /* in the grid's own pixels */
gboolean      _ps_grid_get_area      (PsGrid *self, guint row, guint column, GdkRectangle *area);   /* FALSE: no such cell */
gboolean      _ps_grid_find_row      (PsGrid *self, double y, guint *row);
gboolean      _ps_grid_find_at       (PsGrid *self, double x, double y, guint *row, guint *column);
void          _ps_grid_find_near     (PsGrid *self, double x, double y, guint *row, guint *column);
void          _ps_grid_scroll_to     (PsGrid *self, guint row, guint column);
guint         _ps_grid_rows_in_view  (PsGrid *self);

/* ps-grid-edit.c */
void          _ps_grid_add_editor    (PsGrid *self);
void          _ps_grid_edit          (PsGrid *self, const char *text);    /* NULL: what the cell has, to be changed */
gboolean      _ps_grid_is_edited     (PsGrid *self, guint row, guint column);
gboolean      _ps_grid_commit        (PsGrid *self, gboolean refocus);
gboolean      _ps_grid_focus_editor  (PsGrid *self);
void          _ps_grid_check_editor  (PsGrid *self);                      /* rows or columns changed: what is typed may have lost its cell */

/* ps-grid-block.c */
GArray       *_ps_grid_new_values    (void);
void          _ps_grid_add_value     (PsGrid *self, GArray *values, guint row, guint column, gint64 value);    /* where it changes */
void          _ps_grid_give          (PsGrid *self, GArray *values);      /* taken; nothing where it is empty */
gboolean      _ps_grid_can_change    (PsGrid *self);                      /* what is typed was given, and there is a cell */
GArray       *_ps_grid_get_selected  (PsGrid *self);                      /* PsGridValue of the selection, row by row; the caller's */

/* ps-grid-keys.c */
void          _ps_grid_add_keys      (PsGrid *self);
gboolean      _ps_grid_focus         (GtkWidget *widget, GtkDirectionType direction);
gboolean      _ps_grid_move_by_key   (PsGrid *self, guint key, gboolean control, gboolean extend);
gboolean      _ps_grid_step_row      (PsGrid *self, int by);              /* to the next cell of the column that is typed into */
gboolean      _ps_grid_step_cell     (PsGrid *self, int by);              /* … of the row, then of the next row */

/* ps-grid-pointer.c */
void          _ps_grid_add_pointer   (PsGrid *self);
void          _ps_grid_show_menu     (PsGrid *self, guint row, guint column);   /* at that cell */

G_END_DECLS
