/* ps-statement-form.h: the form of a provider's production statement
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dialog over `parent`; it reads, checks and saves by itself. Refused with a toast in a read-only region. */
void ps_statement_form_present (GtkWidget *parent, PsSession *session, const char *agb, int year);

G_END_DECLS
