/* ps-peil-marks.h: the values of a peildatum that ask for a look, each with why and what can be done
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-peil-book.h"

G_BEGIN_DECLS

#define PS_TYPE_PEIL_MARKS (ps_peil_marks_get_type ())
G_DECLARE_FINAL_TYPE (PsPeilMarks, ps_peil_marks, PS, PEIL_MARKS, GtkWidget)

/* Signals, each with the row (guint) and the measure (int): "take" the computed value, "explain" that it is right, "shown" where it is. */
GtkWidget *ps_peil_marks_new  (void);
void       ps_peil_marks_show (PsPeilMarks *self, PsPeilBook *book, gboolean editable);        /* gone where none is marked */

G_END_DECLS
