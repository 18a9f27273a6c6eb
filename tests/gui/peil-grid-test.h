/* peil-grid-test.h: the grid of measurements in a window of its own, as its tests press its keys
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/peildata/ps-peil-grid.h"
#include "gui/ps-grid-cell.h"
#include "peil-test.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *window;
  GtkWidget *scroller;
  PsPeilGrid *grid;
  PsPeilSheet *sheet; /* of three providers, three products (the second not by the place) and two municipalities: 18 rows */
  GArray *given;      /* all that was, in order */
  guint n_times;
  guint n_status;
} PeilFixture;

void        peil_set_up       (PeilFixture *fixture, gconstpointer data);
void        peil_set_up_large (PeilFixture *fixture, gconstpointer data);      /* 5.000 rows */
void        peil_tear_down    (PeilFixture *fixture, gconstpointer data);

GtkWidget  *peil_editor       (PeilFixture *fixture);
gboolean    peil_press        (PeilFixture *fixture, guint key, GdkModifierType state);   /* where the focus is */
void        peil_type_text    (PeilFixture *fixture, const char *text);                   /* into the editor, which is open */
PsGridCell *peil_focused_cell (PeilFixture *fixture);                                     /* NULL: none */
const char *peil_focused      (PeilFixture *fixture);                                     /* what it says */
gint64      peil_entered      (PeilFixture *fixture, guint row, PsMeasure measure);
void        peil_assert_cell  (PeilFixture *fixture, guint row, PsMeasure measure);       /* has the focus */
void        peil_go_to        (PeilFixture *fixture, guint row, PsMeasure measure);
guint       peil_count_cells  (PeilFixture *fixture);
GtkWidget  *peil_find_said    (PeilFixture *fixture, const char *said);                   /* the cell in sight that says so; NULL: none */

G_END_DECLS
