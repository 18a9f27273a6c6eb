/* ps-drop-down.h: a drop-down that a screen reader can name
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ps_drop_down_set_name (GtkDropDown *drop_down, const char *name);

G_END_DECLS
