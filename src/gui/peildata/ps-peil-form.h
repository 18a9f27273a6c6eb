/* ps-peil-form.h: the form of a peildatum: its day, its label, and how far its data goes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-peildata.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* state NULL: a new one, of the session's year. */
void ps_peil_form_present (GtkWidget *parent, PsSession *session, const PsPeildatumState *state);

G_END_DECLS
