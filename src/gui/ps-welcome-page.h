/* ps-welcome-page.h: the start page: open, make, or look around
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_WELCOME_PAGE (ps_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (PsWelcomePage, ps_welcome_page, PS, WELCOME_PAGE, AdwBin)

/* Its buttons activate win.open, win.new, win.demo and win.open-recent ("s", a path). */
GtkWidget *ps_welcome_page_new     (void);
void       ps_welcome_page_refresh (PsWelcomePage *self);                        /* looks again which recent files are there */
void       ps_welcome_page_say     (PsWelcomePage *self, const GError *error, const char *path);   /* NULL: nothing is wrong */

G_END_DECLS
