/* ps-letters-page.h: the register of letters
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the sidebar. */
GtkWidget *ps_letters_page_new (PsSession *session);

G_END_DECLS
