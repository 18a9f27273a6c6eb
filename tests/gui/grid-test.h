/* grid-test.h: grids to type into, as their tests press keys; and a plain one, of whole numbers
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-grid.h"

G_BEGIN_DECLS

GtkWidget *grid_editor    (PsGrid *grid);
gboolean   grid_press     (PsGrid *grid, guint key, GdkModifierType state);    /* where the focus is: in the editor while something is typed */
void       grid_type_over (PsGrid *grid, const char *text);                    /* into the editor, which is open */

/* Rows r0, r1, … of columns A, B and C; the cell of B in r1 is not typed into, and 13 is no number that it understands. Cells are 60 × 20 pixels,
 * 40 to the right of what stands beside them and 20 below what stands above them. */
#define PLAIN_N_COLUMNS 3

#define PLAIN_TYPE_GRID (plain_grid_get_type ())
G_DECLARE_FINAL_TYPE (PlainGrid, plain_grid, PLAIN, GRID, PsGrid)

PlainGrid *plain_grid_new        (guint n_rows);
gint64     plain_grid_get        (PlainGrid *self, gint64 id, guint column);      /* of row `id`, wherever it stands */
void       plain_grid_swap       (PlainGrid *self, guint a, guint b);             /* rows, as another sheet would; the cursor stays at its place */
void       plain_grid_show       (PlainGrid *self, guint n_rows, gboolean editable);  /* so many of its rows */
guint      plain_grid_count      (PlainGrid *self);                               /* how often something was given */
char      *plain_grid_say_values (PlainGrid *self);                               /* of the first three rows: "1 - -|- - 5|- - -" */

G_END_DECLS
