/* ps-provider-page-care.c: what is known of the care of a provider's clients, topic by topic
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A topic is worked out when it is looked at, and kept until the region is read again.
 */
#define G_LOG_DOMAIN "peilstok-provider-page"

#include "ps-provider-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/monitor/ps-topic-view.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"

#define SHOWN_AFTER_MS 500

/* All but the share of others in the cost of a region: that says nothing of one of them. */
static const PsTopic topics[] = {
  PS_TOPIC_CLIENTS,     PS_TOPIC_PLACES,    PS_TOPIC_CAPACITY,   PS_TOPIC_DURATION, PS_TOPIC_FOLLOW_UP,
  PS_TOPIC_UTILISATION, PS_TOPIC_REFERRERS, PS_TOPIC_PRODUCTION, PS_TOPIC_MESSAGES, PS_TOPIC_WAITING,
};

typedef struct
{
  PsProviderPage *page;
  guint asked;
  PsTopic topic;
} Asking;

static gboolean
is_looked_at (PsProviderPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->tabs), "care") == 0;
}

/* That is chosen, also where another tab is looked at. */
PsTopic
_ps_provider_page_get_topic (PsProviderPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->care_topic);

  return topics[selected < G_N_ELEMENTS (topics) ? selected : 0];
}

/* While it is worked out */

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  PsProviderPage *self = user_data;

  if (fraction < 0)
    gtk_progress_bar_pulse (self->care_bar);
  else
    gtk_progress_bar_set_fraction (self->care_bar, fraction);
}

static gboolean
on_timer_cb (gpointer user_data)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (user_data);

  self->care_timer = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->care_bar), TRUE);
  return G_SOURCE_REMOVE;
}

/* What was asked for is not waited for any more. */
void
_ps_provider_page_stop_care (PsProviderPage *self)
{
  self->asked_care++;
  g_clear_handle_id (&self->care_timer, g_source_remove);
  if (self->care_relay != NULL)
    ps_progress_relay_stop (self->care_relay);
  g_clear_pointer (&self->care_relay, ps_progress_relay_unref);
  if (self->care_cancellable != NULL)
    g_cancellable_cancel (self->care_cancellable);
  g_clear_object (&self->care_cancellable);
  if (self->care_bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->care_bar), FALSE);
}

/* Showing */

static void
show_problem (PsProviderPage *self, const char *text)
{
  gtk_label_set_text (self->care_problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->care_problem), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->care_card), text == NULL);
}

static void
show (PsProviderPage *self, PsTopic topic, PsMonitorShown *shown)
{
  const PsMonitored *monitored = ps_monitor_shown_get (shown);

  if (self->care_view == NULL)
    {
      self->care_view = ps_topic_view_new (self->session);
      adw_bin_set_child (self->care_card, self->care_view);
    }
  show_problem (self, NULL);
  ps_topic_view_set (PS_TOPIC_VIEW (self->care_view), shown, topic,
                     ps_region_provider (monitored->region, monitored->query.provider)->name);
}

static void
on_care_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsProviderPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsMonitorShown) shown = ps_monitor_data_finish (PS_SESSION (source), result, &error);

  if (self->realised == NULL || asking->asked != self->asked_care)
    return;
  _ps_provider_page_stop_care (self);
  if (shown != NULL)
    {
      show (self, asking->topic, shown);
      g_clear_pointer (&self->care[asking->topic], ps_monitor_shown_unref);
      self->care[asking->topic] = g_steal_pointer (&shown);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      show_problem (self, text);
    }
}

/* Asking */

static void
ask_topic (PsProviderPage *self, PsTopic topic)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  PsMonitorsQuery query = { .year = settled->year,
                            .agb = ps_region_provider (settled->region, self->provider)->agb,
                            .topics = 1u << topic };
  Asking *asking = g_new (Asking, 1);

  _ps_provider_page_stop_care (self);
  self->care_cancellable = g_cancellable_new ();
  self->care_relay = ps_progress_relay_new (show_progress, self);
  self->care_timer = g_timeout_add (SHOWN_AFTER_MS, on_timer_cb, self);
  gtk_progress_bar_set_fraction (self->care_bar, 0);
  *asking = (Asking){ g_object_ref (self), self->asked_care, topic };
  ps_monitor_data_async (self->session, &query, self->care_cancellable, self->care_relay, on_care_cb, asking);
}

/* The topic that is chosen, where the tab is looked at. */
static void
look (PsProviderPage *self)
{
  PsTopic topic = _ps_provider_page_get_topic (self);

  if (self->session == NULL || self->provider == PS_NONE || !is_looked_at (self)
      || ps_session_get_settled (self->session) == NULL)
    return;
  if (self->care[topic] != NULL)
    {
      _ps_provider_page_stop_care (self);
      show (self, topic, self->care[topic]);
    }
  else
    ask_topic (self, topic);
}

void
_ps_provider_page_forget_care (PsProviderPage *self)
{
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    g_clear_pointer (&self->care[topic], ps_monitor_shown_unref);
}

/* Figures of what was read before are not kept; what stands there does until the new comes. */
void
_ps_provider_page_ask_care (PsProviderPage *self)
{
  _ps_provider_page_forget_care (self);
  _ps_provider_page_stop_care (self);
  look (self);
}

static void
on_tab_cb (GtkStack *tabs, GParamSpec *pspec, PsProviderPage *self)
{
  if (is_looked_at (self))
    look (self);
  else
    _ps_provider_page_stop_care (self);
}

static void
on_topic_cb (GtkDropDown *drop_down, GParamSpec *pspec, PsProviderPage *self)
{
  look (self);
}

void
_ps_provider_page_make_care (PsProviderPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    gtk_string_list_append (titles, ps_topic_title (topics[i]));
  gtk_drop_down_set_model (self->care_topic, G_LIST_MODEL (titles));
  ps_drop_down_set_name (self->care_topic, _("Topic"));
  g_signal_connect_object (self->care_topic, "notify::selected", G_CALLBACK (on_topic_cb), self, 0);
  g_signal_connect_object (self->tabs, "notify::visible-child-name", G_CALLBACK (on_tab_cb), self, 0);
}
