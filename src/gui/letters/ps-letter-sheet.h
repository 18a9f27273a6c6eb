/* ps-letter-sheet.h: one page of paper on the screen, as wide as there is room
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_LETTER_SHEET (ps_letter_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PsLetterSheet, ps_letter_sheet, PS, LETTER_SHEET, GtkWidget)

/* `page`: a recording surface in points; referenced, not copied. */
GtkWidget *ps_letter_sheet_new (cairo_surface_t *page);

G_END_DECLS
