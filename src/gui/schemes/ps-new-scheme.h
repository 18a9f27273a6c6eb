/* ps-new-scheme.h: the usual schemes to begin with, each with its small curve
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-scheme.h"

G_BEGIN_DECLS

typedef void (*PsPresetChosen) (PsSchemePreset preset, gpointer user_data);

GtkWidget *ps_new_scheme_popover (PsPresetChosen chosen, gpointer user_data);

G_END_DECLS
