/* ps-compare-head.h: one of the providers that are compared: who it is, where it stands, the way to it and out of the comparison
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-compare-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Its buttons activate compare.open and compare.remove with the provider's AGB code ("s"). `can_remove`: more than two are compared. */
GtkWidget *ps_compare_head_new (const PsCompared *compared, const char *kind, gboolean can_remove);

G_END_DECLS
