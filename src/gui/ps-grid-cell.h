/* ps-grid-cell.h: one cell of a grid to type into, or one of its headings or totals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PS_GRID_CELL_VALUE,
  PS_GRID_CELL_ROW,        /* heading of a row */
  PS_GRID_CELL_COLUMN,     /* heading of a column */
  PS_GRID_CELL_TOTAL,
  PS_GRID_CELL_TITLE,      /* heading of a column that is read from the left */
  PS_GRID_CELL_PLAIN,      /* a figure that is not typed, and does not take the focus */
} PsGridCellKind;

#define PS_TYPE_GRID_CELL (ps_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (PsGridCell, ps_grid_cell, PS, GRID_CELL, GtkWidget)

GtkWidget  *ps_grid_cell_new      (PsGridCellKind kind);
/* `second`: below it, smaller; NULL: none. `said`: what a screen reader says instead; NULL: the text. */
void        ps_grid_cell_set_text (PsGridCell *self, const char *text, const char *second, const char *said);
const char *ps_grid_cell_get_text (PsGridCell *self);
const char *ps_grid_cell_get_said (PsGridCell *self);
void        ps_grid_cell_set_description (PsGridCell *self, const char *description);
const char *ps_grid_cell_get_description (PsGridCell *self);
void        ps_grid_cell_set_fixed (PsGridCell *self);
void        ps_grid_cell_set_class (PsGridCell *self, const char *css_class, gboolean on);
void        ps_grid_cell_set_selected (PsGridCell *self, gboolean selected);
int         ps_grid_cell_get_wish (PsGridCell *self);      /* the width at which all of it is seen, in pixels */

G_END_DECLS
