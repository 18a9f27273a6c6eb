/* ps-line-figures.h: a line of a settlement step by step: how many, how much, which share, what was paid
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-dossier.h"

G_BEGIN_DECLS

/* `line`: place in the settlement's lines. A button that opens them. */
GtkWidget *ps_line_figures_button_new (const PsDossier *dossier, guint line);

G_END_DECLS
