/* ps-bandwidth-page-work.c: the figures of a peildatum, worked out beside the window and kept until the region changes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-page"

#include "ps-bandwidth-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"

#define SHOWN_AFTER_MS 500

typedef struct
{
  PsBandwidthPage *page;
  guint asked;
  gint64 peildatum_id;
} Asking;

/* How far it is */

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  PsBandwidthPage *self = user_data;

  if (fraction < 0)
    gtk_progress_bar_pulse (self->working_bar);
  else
    gtk_progress_bar_set_fraction (self->working_bar, fraction);
  if (what != NULL)
    gtk_label_set_text (self->working_what, what);
}

static gboolean
on_timer_cb (gpointer user_data)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (user_data);

  self->timer = 0;
  gtk_widget_set_visible (self->working, TRUE);
  return G_SOURCE_REMOVE;
}

static void
start (PsBandwidthPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->relay = ps_progress_relay_new (show_progress, self);
  self->timer = g_timeout_add (SHOWN_AFTER_MS, on_timer_cb, self);
  gtk_progress_bar_set_fraction (self->working_bar, 0);
  gtk_label_set_text (self->working_what, _("Working out the forecasts…"));
}

/* Whatever was asked for is not waited for any more; its answer comes, and is thrown away. */
void
_ps_bandwidth_page_stop (PsBandwidthPage *self)
{
  self->asked++;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->relay != NULL)
    ps_progress_relay_stop (self->relay);
  g_clear_pointer (&self->relay, ps_progress_relay_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->working, FALSE);
}

/* The answer */

static void
take (PsBandwidthPage *self, gint64 peildatum_id, PsBandwidthShown *shown)
{
  g_hash_table_insert (self->kept, g_memdup2 (&peildatum_id, sizeof peildatum_id), ps_bandwidth_shown_ref (shown));
  g_clear_pointer (&self->shown, ps_bandwidth_shown_unref);
  self->shown = ps_bandwidth_shown_ref (shown);
  _ps_bandwidth_page_show (self);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsBandwidthPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthShown) shown = ps_bandwidth_data_finish (PS_SESSION (source), result, &error);

  if (self->table == NULL || asking->asked != self->asked)
    return;
  _ps_bandwidth_page_stop (self);
  if (shown != NULL)
    take (self, asking->peildatum_id, shown);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      _ps_bandwidth_page_show_none (self, _("The forecasts could not be worked out"), text);
    }
}

static void
ask_worker (PsBandwidthPage *self)
{
  Asking *asking = g_new (Asking, 1);
  PsBandwidthAsk ask = { .year = self->year, .peildatum_id = self->peildatum_id };

  _ps_bandwidth_page_stop (self);
  start (self);
  *asking = (Asking){ g_object_ref (self), self->asked, self->peildatum_id };
  ask.cancellable = self->cancellable;
  ask.relay = self->relay;
  ps_bandwidth_data_async (self->session, &ask, on_loaded_cb, asking);
}

/* What is shown of another peildatum, or year, is not left standing under this one's name; of the same one it is, until the new comes. */
static gboolean
shows_what_is_chosen (PsBandwidthPage *self)
{
  return self->shown != NULL && self->shown->year->peildatum_id == self->peildatum_id && self->shown->year->year == self->year;
}

/* While the page is not to be seen nothing is worked out: every cell that is typed into a peildatum would ask for all of it. */
void
_ps_bandwidth_page_ask (PsBandwidthPage *self)
{
  PsBandwidthShown *kept = g_hash_table_lookup (self->kept, &self->peildatum_id);

  if (ps_session_get_settled (self->session) == NULL)
    return;
  if (kept != NULL)
    {
      _ps_bandwidth_page_stop (self);
      take (self, self->peildatum_id, kept);
      return;
    }
  if (!shows_what_is_chosen (self))
    {
      g_clear_pointer (&self->shown, ps_bandwidth_shown_unref);
      _ps_bandwidth_page_show_none (self, _("Working out the forecasts…"), NULL);
    }
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    _ps_bandwidth_page_stop (self);
  else
    ask_worker (self);
}

void
_ps_bandwidth_page_forget (PsBandwidthPage *self)
{
  g_hash_table_remove_all (self->kept);
}
