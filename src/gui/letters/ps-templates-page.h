/* ps-templates-page.h: the texts that letters are drafted with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ps_templates_page_new (PsSession *session);

G_END_DECLS
