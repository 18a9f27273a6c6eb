/* ps-overview-follow.c: a page that shows the year's figures
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-overview-follow"

#include "ps-overview-follow.h"

#include <glib/gi18n-lib.h>

#include "gui/monitor/ps-working-bar.h"

/* Shared with the question that is under way: that one comes back also when the page is gone. */
struct _PsOverviewFollow
{
  PsSession *session;
  gboolean alerts;
  PsOverviewShow show; /* NULL: nobody follows any more */
  gpointer user_data;
  gulong settled;
  gulong cancelled;
  PsWorkingBar *bar;
};

typedef struct
{
  PsOverviewFollow *follow;
  guint question;
} Asking;

static void
follow_clear (gpointer box)
{
  PsOverviewFollow *self = box;

  g_clear_object (&self->session);
  g_clear_object (&self->bar);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  PsOverviewFollow *self = asking->follow;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsOverviewData) data = ps_overview_data_finish (PS_SESSION (source), result, &error);

  if (self->show != NULL && ps_working_bar_end (self->bar, asking->question))
    self->show (data, error, self->user_data);
  g_atomic_rc_box_release_full (self, follow_clear);
}

static void
ask (PsOverviewFollow *self)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_atomic_rc_box_acquire (self), ps_working_bar_begin (self->bar, _("Working out the forecasts…")) };
  self->show (NULL, NULL, self->user_data);
  ps_overview_data_async (self->session, self->alerts, ps_working_bar_get_cancellable (self->bar),
                          ps_working_bar_get_relay (self->bar), on_loaded_cb, asking);
}

void
ps_overview_follow_start (PsOverviewFollow *self)
{
  PsOverviewData *data;

  if (ps_session_get_settled (self->session) == NULL)
    return;
  ps_working_bar_stop (self->bar);
  data = ps_overview_data_peek (self->session, self->alerts);
  if (data != NULL)
    self->show (data, NULL, self->user_data);
  else
    ask (self);
}

static void
on_settled_cb (PsSession *session, PsOverviewFollow *self)
{
  ps_overview_follow_start (self);
}

/* Whoever waits for the same is told too: it is not worked out any further. */
static void
on_cancelled_cb (PsWorkingBar *bar, PsOverviewFollow *self)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled by the user");

  ps_overview_data_cancel (self->session);
  self->show (NULL, error, self->user_data);
}

PsOverviewFollow *
ps_overview_follow_new (PsSession *session, gboolean alerts, PsOverviewShow show, gpointer user_data)
{
  PsOverviewFollow *self = g_atomic_rc_box_new0 (PsOverviewFollow);

  self->session = g_object_ref (session);
  self->alerts = alerts;
  self->show = show;
  self->user_data = user_data;
  self->bar = PS_WORKING_BAR (g_object_ref_sink (ps_working_bar_new ()));
  self->settled = g_signal_connect (session, "settled", G_CALLBACK (on_settled_cb), self);
  self->cancelled = g_signal_connect (self->bar, "cancelled", G_CALLBACK (on_cancelled_cb), self);
  return self;
}

void
ps_overview_follow_free (PsOverviewFollow *self)
{
  if (self == NULL)
    return;
  self->show = NULL;
  g_clear_signal_handler (&self->settled, self->session);
  g_clear_signal_handler (&self->cancelled, self->bar);
  ps_working_bar_stop (self->bar);
  g_atomic_rc_box_release_full (self, follow_clear);
}

void
ps_overview_follow_show_progress (PsOverviewFollow *self, GtkBox *box, GtkWidget *after)
{
  gtk_box_insert_child_after (box, GTK_WIDGET (self->bar), after);
}
