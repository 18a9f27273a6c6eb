/* ps-look.h: how the window looks now, for what is drawn in it by hand, and style sheets of its own parts
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/ps-chart-style.h"

G_BEGIN_DECLS

/* For a small drawing on a page or in a list: light or dark, in high contrast or not, as the desktop has it. A chart asks its canvas. */
PsChartStyle ps_look_chart_style (void);

/* A colour that style.css names; NULL, or one that it does not know: that of the widget's text. */
void         ps_look_set_colour  (cairo_t *cr, GtkWidget *widget, const char *name);

/* Adds a style sheet of the program's resources, for good: once, when a class is made. Without a display nothing is done. */
void         ps_look_load        (const char *resource);

G_END_DECLS
