/* ps-letter-page.h: one letter: its text beside its pages, and its course
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ps_letter_page_new (PsSession *session, gint64 letter_id);

G_END_DECLS
