/* ps-titled-field.h: a control with its title above it, among others that flow
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `title`: translated; a screen reader says it of the place too. The focus goes to the control, never to its place. */
void ps_titled_field_add (GtkFlowBox *fields, const char *title, GtkWidget *control);

G_END_DECLS
