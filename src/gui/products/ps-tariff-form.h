/* ps-tariff-form.h: a new tariff, or a change of one, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * It says beforehand what it does to the tariff that is valid then: of one product and provider there are never two on a day
 * (domain.md §2).
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

/* A new tariff of a product. provider_id 0: the user chooses, the region first; else that provider's own. Ids are those of the
 * region file. */
void ps_tariff_form_open   (GtkWidget *from, PsSession *session, gint64 product_id, gint64 provider_id);

/* The product is still to be chosen: a new own tariff of a provider, from its page. */
void ps_tariff_form_open_for_provider (GtkWidget *from, PsSession *session, gint64 provider_id);

/* For days that had none, from a table that shows them; provider_id 0: the region's. `last` PS_DATE_OPEN: no last day is
 * proposed. */
void ps_tariff_form_open_from (GtkWidget *from, PsSession *session, gint64 product_id, gint64 provider_id, PsDate first,
                               PsDate last);

/* Changes the first day, the last day or the amount of one that there is. */
void ps_tariff_form_edit   (GtkWidget *from, PsSession *session, gint64 tariff_id);

/* Deletes it: says what was valid in its place, and can be undone. */
void ps_tariff_form_delete (GtkWidget *from, PsSession *session, gint64 tariff_id);

G_END_DECLS
