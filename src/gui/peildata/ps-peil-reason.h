/* ps-peil-reason.h: asking for a reason before something is done
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* reason: NULL: it was cancelled. Called once; not where `from` is gone by then. */
typedef void (*PsPeilReasoned) (const char *reason, gpointer user_data);

/* Over the window of `from`. Going on needs a reason. */
GtkWidget *ps_peil_reason_ask (GtkWidget *from, const char *heading, const char *body, const char *go_on, PsPeilReasoned reasoned,
                               gpointer user_data);

G_END_DECLS
