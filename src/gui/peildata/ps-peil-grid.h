/* ps-peil-grid.h: the measurements of a peildatum to type into: a row a provider × product × municipality, any number of rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Three columns for the keys; then for clients, places, realised, waiting and waiting days each: entered, computed, difference. Headings stay
 * in sight, and the keys at the left. Only the rows in sight have widgets; what is typed belongs to its row's keys, whichever widget shows it.
 */
#pragma once

#include "gui/ps-grid.h"
#include "store/ps-peildata.h"

G_BEGIN_DECLS

/* What was given for a cell: the row by its place in the sheet. */
typedef struct { guint row; PsMeasure measure; gint64 value; } PsPeilGiven;     /* PS_NO_NUMBER: cleared */

typedef gboolean (*PsPeilMatch) (const PsPeilRow *row, guint place, gpointer user_data);

#define PS_TYPE_PEIL_GRID (ps_peil_grid_get_type ())
G_DECLARE_FINAL_TYPE (PsPeilGrid, ps_peil_grid, PS, PEIL_GRID, PsGrid)

/* Signal "cells-given": GArray of PsPeilGiven, which the page stores: while it is emitted the sheet still has what was there before, right after
 * it the cells have what was given, unless another sheet was set by then. "status-changed" also tells that the mark changed. */
GtkWidget *ps_peil_grid_new           (const char *accessible_name);
/* Borrowed until the next one (NULL: none). Focus, selection and what is being typed stay with their row's keys (ids) where it is still there. */
void       ps_peil_grid_set_sheet     (PsPeilGrid *self, PsPeilSheet *sheet, gboolean editable);
void       ps_peil_grid_set_match     (PsPeilGrid *self, PsPeilMatch match, gpointer user_data);   /* which rows are shown; NULL: all. A row that is typed in stays */
void       ps_peil_grid_rematch       (PsPeilGrid *self);
/* The columns with computed values and differences: all of them, also where one has to scroll to them, or none. As long as neither was asked
 * for, and after ps_peil_grid_fit_computed(): those for which there is room (first go those of waiting, then the differences, then the rest). */
void       ps_peil_grid_set_computed  (PsPeilGrid *self, gboolean shown);
void       ps_peil_grid_fit_computed  (PsPeilGrid *self);
guint      ps_peil_grid_get_n_shown   (PsPeilGrid *self);
guint      ps_peil_grid_get_shown     (PsPeilGrid *self, guint position);                         /* place in the sheet */
gint64     ps_peil_grid_get_total     (PsPeilGrid *self, PsMeasure measure, gboolean computed);   /* over the shown rows; PS_NO_NUMBER: none, and of waiting days */
/* A value of the sheet changed (stored, or taken back): shown again. */
void       ps_peil_grid_put           (PsPeilGrid *self, guint row, PsMeasure measure, gint64 value);
void       ps_peil_grid_refresh       (PsPeilGrid *self);

gboolean   ps_peil_grid_get_cell      (PsPeilGrid *self, guint *row, PsMeasure *measure);         /* that has the focus */
gboolean   ps_peil_grid_focus_cell    (PsPeilGrid *self, guint row, PsMeasure measure);           /* scrolls to it; FALSE: it is not shown */
GArray    *ps_peil_grid_get_selection (PsPeilGrid *self);                                         /* PsPeilGiven, the values as they are */
char      *ps_peil_grid_describe      (PsPeilGrid *self, guint row, PsMeasure measure);           /* "De Zilverberk, 45L01, Venlo, clients: 11; computed 12" */
const char *ps_peil_grid_get_mark     (PsPeilGrid *self);                                         /* why the focused cell, as it is or as it is typed, asks for a look; NULL: it does not */
void       ps_peil_grid_take_computed (PsPeilGrid *self);                                         /* in the selection, where anything was computed */

G_END_DECLS
