/* ps-sections.h: the pages of the sidebar, in its order
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;        /* for win.page and the settings; stable */
  const char *title;       /* untranslated: N_() */
  const char *icon_name;
  GtkWidget *(*make) (PsSession *session);
} PsSection;

/* ps-window-pages.c */
const PsSection *_ps_window_list_sections (guint *n_sections);

G_END_DECLS
