/* ps-scheme-touch.h: the card with the providers that a scheme touches this year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SCHEME_TOUCH (ps_scheme_touch_get_type ())
G_DECLARE_FINAL_TYPE (PsSchemeTouch, ps_scheme_touch, PS, SCHEME_TOUCH, GtkWidget)

/* A row opens its provider by PsNavigator. */
GtkWidget *ps_scheme_touch_new          (PsSession *session);
void       ps_scheme_touch_set_effects  (PsSchemeTouch *self, const GArray *effects);    /* PsSchemeEffect; NULL: being computed */
void       ps_scheme_touch_set_problem  (PsSchemeTouch *self, const char *problem);

G_END_DECLS
