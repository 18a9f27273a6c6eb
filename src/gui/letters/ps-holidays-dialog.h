/* ps-holidays-dialog.h: the public holidays of a year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ps_holidays_dialog_present (GtkWidget *parent, PsSession *session, int year);

G_END_DECLS
