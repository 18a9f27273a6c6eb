/* ps-overtaken.h: somebody else changed what is being saved: whose it will be
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { PS_OVERTAKEN_STAY, PS_OVERTAKEN_THEIRS, PS_OVERTAKEN_MINE } PsOvertakenAnswer;

/* Asks over the window of `from`. body: what was changed meanwhile, and what saving does to it. The answer comes once; STAY too where that window closes. */
typedef void (*PsOvertakenAnswered) (PsOvertakenAnswer answer, gpointer user_data);
void ps_overtaken_ask (GtkWidget *from, const char *body, PsOvertakenAnswered answered, gpointer user_data);

G_END_DECLS
