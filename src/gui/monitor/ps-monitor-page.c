/* ps-monitor-page.c: the dashboards: every topic with its figures, chart and table, filtered
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * filter + topic ──▶ kept already ──▶ shown
 *        └─────────▶ worked out   ──▶ kept, shown        what is shown stays until then
 */
#define G_LOG_DOMAIN "peilstok-monitor-page"

#include "ps-monitor-page.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-page-focus.h"
#include "ps-monitor-filter.h"
#include "ps-monitor-keep.h"
#include "ps-topic-view.h"
#include "ps-working-bar.h"

struct _PsMonitorPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsMonitorFilter *filter;
  PsMonitorKeep *keep;
  PsTopicView *view;
  PsTopic looked_at;
  gboolean choosing; /* the program chooses the topic in the list or the drop-down, to be the other's */
  guint folding;     /* source; 0: the list and the drop-down are where they belong */
  gboolean take_focus;
  gboolean outdated; /* what is shown is not what is chosen, or was read again since */

  /* Template widgets */
  GtkLabel *subject;
  GtkDropDown *topic;
  AdwBin *filter_place;
  PsWorkingBar *working;
  AdwLeaflet *leaflet;
  GtkListBox *topics;
  GtkStack *content;
  GtkScrolledWindow *scrolled;
  AdwStatusPage *none;
  GtkWidget *again;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (PsMonitorPage, ps_monitor_page, ADW_TYPE_BIN)

typedef struct
{
  PsMonitorPage *page;
  guint question;
} Asking;

/* Showing */

static void
show_none (PsMonitorPage *self, const char *title, const char *why, gboolean again)
{
  g_autofree char *description = g_markup_escape_text (why, -1);

  adw_status_page_set_title (self->none, title);
  adw_status_page_set_description (self->none, description);
  gtk_widget_set_visible (self->again, again);
  gtk_widget_set_visible (self->clear, !again && !ps_monitor_filter_is_clear (self->filter));
  gtk_stack_set_visible_child_name (self->content, "none");
}

static void
show_subject (PsMonitorPage *self)
{
  g_autofree char *subject = ps_monitor_filter_describe (self->filter, ps_session_get_region_name (self->session));

  gtk_label_set_text (self->subject, subject);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "monitor.clear", !ps_monitor_filter_is_clear (self->filter));
}

static gboolean
has_values (const PsSeriesSet *set)
{
  for (guint i = 0; i < set->series->len; i++)
    for (guint k = 0; k < set->categories->len; k++)
      {
        gint64 value = ((const PsSeries *) g_ptr_array_index (set->series, i))->values[k];

        if (value != PS_NO_NUMBER && value != 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_rows (const PsFigureTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (!((const PsFigureRow *) g_ptr_array_index (table->rows, i))->is_total)
      return TRUE;
  return FALSE;
}

/* Zeros only are nothing: a month in which nobody was in care has a row all the same. */
static gboolean
has_anything (const PsTopicFigures *figures)
{
  for (guint i = 0; i < figures->tiles->len; i++)
    {
      const PsTile *tile = g_ptr_array_index (figures->tiles, i);

      if (tile->value != PS_NO_NUMBER && tile->value != 0)
        return TRUE;
    }
  for (guint i = 0; i < figures->series->len; i++)
    if (has_values (g_ptr_array_index (figures->series, i)))
      return TRUE;
  for (guint i = 0; i < figures->tables->len && figures->series->len == 0; i++)
    if (has_rows (g_ptr_array_index (figures->tables, i)))
      return TRUE;
  return FALSE;
}

static void
show_nothing_inside (PsMonitorPage *self)
{
  g_autofree char *subject = ps_monitor_filter_describe (self->filter, ps_session_get_region_name (self->session));
  /* Translators: a topic of the monitor; whom and what it is about: "Zorggroep De Wissel, Venlo" */
  g_autofree char *why = g_strdup_printf (_("There is nothing about “%s” of %s."), ps_topic_title (self->looked_at), subject);

  show_none (self, _("Nothing to count"), why, FALSE);
}

static void
show (PsMonitorPage *self, PsMonitorShown *shown)
{
  const PsMonitored *monitored = ps_monitor_shown_get (shown);
  g_autofree char *subject = ps_monitor_filter_describe (self->filter, ps_session_get_region_name (self->session));

  self->outdated = FALSE;
  if (monitored->query.through < monitored->query.from)
    show_none (self, _("Nothing is known of this period yet"),
               _("Figures are there as soon as the declarations of a month are complete."), FALSE);
  else if (!has_anything (ps_monitor_get (monitored->monitor, self->looked_at)))
    show_nothing_inside (self);
  else
    {
      ps_topic_view_set (self->view, shown, self->looked_at, subject);
      gtk_stack_set_visible_child_name (self->content, "figures");
    }
}

static void
show_error (PsMonitorPage *self, const GError *error)
{
  g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

  show_none (self, _("The figures could not be worked out"), text, TRUE);
}

/* Asking */

static PsMonitorsQuery
make_query (PsMonitorPage *self)
{
  PsMonitorsQuery query = { .year = ps_session_get_year (self->session), .topics = 1u << self->looked_at };

  ps_monitor_filter_get (self->filter, &query);
  return query;
}

static void
on_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsMonitorPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsMonitorShown) shown = ps_monitor_data_finish (PS_SESSION (source), result, &error);
  PsMonitorsQuery query;

  if (self->session == NULL || !ps_working_bar_end (self->working, asking->question))
    return;
  if (shown != NULL)
    {
      query = make_query (self);
      ps_monitor_keep_add (self->keep, &query, shown);
      show (self, shown);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error);
}

static void
ask (PsMonitorPage *self, const PsMonitorsQuery *query)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), ps_working_bar_begin (self->working, _("Counting…")) };
  ps_monitor_data_async (self->session, query, ps_working_bar_get_cancellable (self->working),
                         ps_working_bar_get_relay (self->working), on_shown_cb, asking);
}

/* What is chosen, where the page is looked at; else when it is. */
static void
look (PsMonitorPage *self)
{
  PsMonitorsQuery query;
  PsMonitorShown *kept;

  self->outdated = TRUE;
  ps_working_bar_stop (self->working);
  show_subject (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || ps_session_get_settled (self->session) == NULL)
    return;
  query = make_query (self);
  kept = ps_monitor_keep_find (self->keep, &query);
  if (kept != NULL)
    show (self, kept);
  else
    ask (self, &query);
}

static void
on_settled_cb (PsSession *session, PsMonitorPage *self)
{
  ps_monitor_keep_forget (self->keep);
  if (ps_session_get_settled (session) == NULL)
    return;
  ps_monitor_filter_set_region (self->filter, ps_session_get_settled (session)->region, ps_session_get_year (session));
  look (self);
}

static void
on_map_cb (PsMonitorPage *self)
{
  if (self->outdated)
    look (self);
}

/* Choosing */

static void
on_filter_changed_cb (PsMonitorFilter *filter, PsMonitorPage *self)
{
  look (self);
}

/* Only the topic that is looked at takes the focus: in GTK 4.8 Tab would go through all of the list, and choose each. */
static void
keep_focus (PsMonitorPage *self, GtkListBoxRow *chosen)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->topics)) != NULL;
  GtkListBoxRow *row;

  gtk_widget_set_can_focus (GTK_WIDGET (chosen), TRUE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topics, i)) != NULL; i++)
    gtk_widget_set_can_focus (GTK_WIDGET (row), row == chosen);
}

/* In the list and in the drop-down, of which only one is seen. */
static void
choose_topic (PsMonitorPage *self, PsTopic topic)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->topics, (int) topic);

  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->topic, topic);
  gtk_list_box_select_row (self->topics, row);
  keep_focus (self, row);
  self->choosing = FALSE;
  if (topic != self->looked_at)
    gtk_adjustment_set_value (adjustment, 0);
  self->looked_at = topic;
}

static void
on_row_selected_cb (GtkListBox *topics, GtkListBoxRow *row, PsMonitorPage *self)
{
  if (self->choosing || row == NULL)
    return;
  choose_topic (self, (PsTopic) gtk_list_box_row_get_index (row));
  look (self);
}

static void
on_topic_cb (GtkDropDown *drop_down, GParamSpec *pspec, PsMonitorPage *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->choosing || selected >= PS_N_TOPICS)
    return;
  choose_topic (self, (PsTopic) selected);
  look (self);
}

static void
on_cancelled_cb (PsWorkingBar *working, PsMonitorPage *self)
{
  self->outdated = FALSE;
  show_none (self, _("Cancelled"), _("These figures were not worked out."), TRUE);
}

/* Actions */

static void
on_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  look (PS_MONITOR_PAGE (widget));
}

static void
on_clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_monitor_filter_clear (PS_MONITOR_PAGE (widget)->filter);
}

/* Ctrl+F */
static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_child_focus (GTK_WIDGET (PS_MONITOR_PAGE (widget)->filter), GTK_DIR_TAB_FORWARD);
}

/* The list and the drop-down take each other's place, and the focus with it. */
static gboolean
take_place (gpointer user_data)
{
  PsMonitorPage *self = PS_MONITOR_PAGE (user_data);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  self->folding = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->topic), folded);
  if (self->take_focus && folded)
    gtk_widget_grab_focus (GTK_WIDGET (self->topic));
  else if (self->take_focus)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->topics)));
  self->take_focus = FALSE;
  return G_SOURCE_REMOVE;
}

/* Not from within: sizes are just being given. */
static void
on_folded_cb (AdwLeaflet *leaflet, GParamSpec *pspec, PsMonitorPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *before = adw_leaflet_get_folded (leaflet) ? GTK_WIDGET (self->topics) : GTK_WIDGET (self->topic);

  self->take_focus = self->take_focus || (focus != NULL && gtk_widget_is_ancestor (focus, before));
  if (self->folding == 0)
    self->folding = g_idle_add (take_place, self);
}

/* On the topics: the arrows go through them at once. */
static gboolean
ps_monitor_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsMonitorPage *self = PS_MONITOR_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->topics);
  GtkWidget *first = adw_leaflet_get_folded (self->leaflet) ? GTK_WIDGET (self->topic) : GTK_WIDGET (row);

  return ps_page_focus_first (widget, direction, first)
         || GTK_WIDGET_CLASS (ps_monitor_page_parent_class)->focus (widget, direction);
}

/* Making and unmaking */

static void
ps_monitor_page_dispose (GObject *object)
{
  PsMonitorPage *self = PS_MONITOR_PAGE (object);

  g_clear_handle_id (&self->folding, g_source_remove);
  if (self->working != NULL)
    ps_working_bar_stop (self->working);
  g_clear_pointer (&self->keep, ps_monitor_keep_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_MONITOR_PAGE);
  G_OBJECT_CLASS (ps_monitor_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-monitor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, subject);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, topic);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, filter_place);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, working);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, topics);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, content);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, none);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, again);
  gtk_widget_class_bind_template_child (widget_class, PsMonitorPage, clear);
}

static void
ps_monitor_page_class_init (PsMonitorPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_monitor_page_dispose;
  widget_class->focus = ps_monitor_page_focus;
  g_type_ensure (PS_TYPE_WORKING_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "monitor.again", NULL, on_again_cb);
  gtk_widget_class_install_action (widget_class, "monitor.clear", NULL, on_clear_cb);
}

static void
fill_topics (PsMonitorPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const char *title = ps_topic_title ((PsTopic) topic);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_list_box_append (self->topics, row);
      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->topic, G_LIST_MODEL (titles));
  ps_drop_down_set_name (self->topic, _("Topic"));
}

static void
ps_monitor_page_init (PsMonitorPage *self)
{
  self->keep = ps_monitor_keep_new ();
  self->looked_at = PS_TOPIC_CLIENTS;
  self->outdated = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  self->filter = PS_MONITOR_FILTER (ps_monitor_filter_new ());
  adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filter));
  self->choosing = TRUE;
  fill_topics (self);
  self->choosing = FALSE;
  g_signal_connect_object (self->working, "cancelled", G_CALLBACK (on_cancelled_cb), self, 0);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_folded_cb), self, 0);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->topics, "row-selected", G_CALLBACK (on_row_selected_cb), self, 0);
  g_signal_connect_object (self->topic, "notify::selected", G_CALLBACK (on_topic_cb), self, 0);
  g_signal_connect (self, "map", G_CALLBACK (on_map_cb), NULL);
}

GtkWidget *
ps_monitor_page_new (PsSession *session)
{
  return ps_monitor_page_new_for (session, PS_TOPIC_PLACES, NULL);
}

/**
 * ps_monitor_page_new_for:
 * @agb: (nullable): of a provider; one that is not in the region is no filter
 */
GtkWidget *
ps_monitor_page_new_for (PsSession *session, PsTopic topic, const char *agb)
{
  PsMonitorPage *self;
  const PsSettledYear *settled;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (topic < PS_N_TOPICS, NULL);

  self = g_object_new (PS_TYPE_MONITOR_PAGE, NULL);
  settled = ps_session_get_settled (session);
  self->session = g_object_ref (session);
  self->view = PS_TOPIC_VIEW (ps_topic_view_new (session));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  choose_topic (self, topic);
  if (settled != NULL)
    {
      ps_monitor_filter_set_region (self->filter, settled->region, ps_session_get_year (session));
      ps_monitor_filter_choose (self->filter, PS_MONITOR_BY_PROVIDER, agb);
    }
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  look (self);
  return GTK_WIDGET (self);
}
