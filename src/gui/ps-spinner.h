/* ps-spinner.h: a spinner that is seen while something is waited for
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* It turns only while it is seen: one that turns out of sight costs frames. */
void ps_spinner_show (GtkSpinner *spinner, gboolean waiting);

G_END_DECLS
