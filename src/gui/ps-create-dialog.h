/* ps-create-dialog.h: a name and a place for a new region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*PsCreateFunc) (const char *path, const char *name, gpointer user_data);

/* Asks the region's name, then where to keep it; calls `create` unless it was cancelled, or `parent` closed. */
void ps_create_dialog_present (GtkWindow *parent, PsCreateFunc create, gpointer user_data);

G_END_DECLS
