/* ps-life-dialogs.h: asking what a step of a settlement's life needs, and taking it: one provider or many, with progress
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-settlements.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the step for one provider's year: asks for a reason (correction, withdrawal) or for an answer to each warning (final) where these are
 * wanted, says what will happen, and tells what was done or why not. `shown_cents`: the balance on the page; PS_NO_NUMBER: any.
 * `stored_id`: what the step is taken with; 0: nothing is stored yet. */
void ps_life_dialog_present      (GtkWidget *parent, PsSession *session, PsLifeStep step, const char *agb, int year, gint64 stored_id,
                                  gint64 shown_cents);
/* The same of a draft that is not of the whole year. */
void ps_life_dialog_present_through (GtkWidget *parent, PsSession *session, PsLifeStep step, const char *agb, int year, PsDate through,
                                  gint64 stored_id, gint64 shown_cents);

/* The same for many: agbs NULL: all of the year. Counts them first, asks once, shows progress with Cancel (nothing is written then), and a list of what was
 * passed over and why. */
void ps_life_dialog_present_many (GtkWidget *parent, PsSession *session, PsLifeStep step, int year, const char *const *agbs);

G_END_DECLS
