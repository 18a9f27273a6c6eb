/* ps-region-form.h: the form of the region itself: its name, its letterhead and its thresholds
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dialog over `parent`; it reads and saves by itself. Refused with a toast in a read-only region. */
void ps_region_form_present (GtkWidget *parent, PsSession *session);

G_END_DECLS
