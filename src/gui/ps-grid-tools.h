/* ps-grid-tools.h: what grids to type into share: keys that move, blocks of cells as text
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far a key moves in a grid of so many rows and columns, `page` rows of which are in sight; FALSE: it does not move. Ctrl goes to the
 * end; a move past the end is the caller's to stop. */
gboolean   ps_grid_find_move   (guint key, gboolean control, int page, int n_rows, int n_columns, int *rows, int *columns);

/* A block of cells as spreadsheets have it: rows on lines, cells separated by tabs. GPtrArray of GStrv, each with at least one text. */
GPtrArray *ps_grid_split_block (const char *text);
guint      ps_grid_block_width (GPtrArray *rows);

/* What is wrong with a block: the first few are named, the rest is counted. */
typedef struct { GString *text; guint n; } PsGridProblems;

void       ps_grid_add_problem  (PsGridProblems *problems, const char *problem);
/* "Nothing was pasted. …"; NULL: nothing is wrong. Frees what it holds. */
char      *ps_grid_end_problems (PsGridProblems *problems);

G_END_DECLS
