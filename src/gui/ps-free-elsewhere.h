/* ps-free-elsewhere.h: what takes long to free is freed beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ps_free_elsewhere (gpointer data, GDestroyNotify free_data);

G_END_DECLS
