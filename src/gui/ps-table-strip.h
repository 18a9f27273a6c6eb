/* ps-table-strip.h: a row of widgets that stand exactly above or below the columns of a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * GtkColumnView of GTK 4.8 has no footer, and its headers cannot be reached by keyboard or by a screen reader.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_TABLE_STRIP (ps_table_strip_get_type ())
G_DECLARE_FINAL_TYPE (PsTableStrip, ps_table_strip, PS, TABLE_STRIP, GtkWidget)

PsTableStrip *ps_table_strip_new        (guint n_columns, const char *css_class);
void          ps_table_strip_set_child  (PsTableStrip *self, guint column, GtkWidget *child);
GtkWidget    *ps_table_strip_get_child  (PsTableStrip *self, guint column);
void          ps_table_strip_set_span   (PsTableStrip *self, guint n_columns);
void          ps_table_strip_set_home   (PsTableStrip *self, guint column);
void          ps_table_strip_set_widths (PsTableStrip *self, const int *widths, int offset);

G_END_DECLS
