/* ps-group-form.h: a segment or a product group, in a dialog: adding, renaming, moving, deleting
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

/* Ids of the region file; 0: a new one. One that is not used any more can be deleted there. */
void ps_segment_form_open (GtkWidget *from, PsSession *session, gint64 segment_id);
void ps_group_form_open   (GtkWidget *from, PsSession *session, gint64 group_id);

G_END_DECLS
