/* ps-overview-follow.h: a page that shows the year's figures: asks for them, keeps to them, says how far they are
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-year-figures-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `data` is borrowed; NULL: they are being worked out, or `error` says why they are not there. What is shown of the same year may stay. */
typedef void (*PsOverviewShow) (PsOverviewData *data, const GError *error, gpointer user_data);

typedef struct _PsOverviewFollow PsOverviewFollow;

/* `show` is called at once where the figures are there, else when they are; again after each "settled". Never after it was freed. */
PsOverviewFollow *ps_overview_follow_new      (PsSession *session, gboolean alerts, PsOverviewShow show, gpointer user_data);
void              ps_overview_follow_free     (PsOverviewFollow *self);
/* While it takes longer than half a second that is shown in `box`, after `after` (NULL: first), with a button to cancel. Once. */
void              ps_overview_follow_show_progress (PsOverviewFollow *self, GtkBox *box, GtkWidget *after);
void              ps_overview_follow_start    (PsOverviewFollow *self);            /* when the page is made */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsOverviewFollow, ps_overview_follow_free)

G_END_DECLS
