/* ps-topic-view.c: one topic: its tiles, charts and tables, each with copy and export
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-topic-view"

#include "ps-topic-view.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-series.h"
#include "core/ps-format.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-chart-heading.h"

#define COLUMN_WIDTH 380

struct _PsTopicView
{
  AdwBin parent_instance;

  PsSession *session;
  PsMonitorShown *shown; /* NULL: nothing yet */
  PsTopic topic;
  GPtrArray *charts; /* PsChartView, borrowed, one a series set */
  GPtrArray *tables; /* PsTable, borrowed, one a figure table */

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *period;
  GtkLabel *definition;
  AdwBin *tiles;
  GtkWidget *cards;
  GtkBox *lists;
};

G_DEFINE_FINAL_TYPE (PsTopicView, ps_topic_view, ADW_TYPE_BIN)

/* For other pages too */

void
ps_topic_view_show_series (PsChartView *view, const PsSeriesSet *set, const char *subject)
{
  ps_chart_view_set_chart (view, &ps_chart_series_kind, ps_series_set_copy (set), (GDestroyNotify) ps_series_set_free);
  ps_chart_view_set_note (view, set->note);
  ps_chart_view_set_subject (view, subject);
  ps_chart_view_set_file_name (view, set->file_name);
}

/* Heading */

/* "01-01-2024 – 31-05-2024 · starts and stops known through 22-07-2024" */
static char *
period_text (const PsMonitorQuery *query)
{
  g_autofree char *from = ps_format_date (query->from);
  g_autofree char *through = ps_format_date (query->through);
  g_autofree char *known = ps_format_date (query->known_through);
  g_autofree char *days = g_strdup_printf ("%s – %s", from, through);

  if (query->through < query->from)
    return g_strdup (_("Nothing is known of this period yet."));
  if (query->known_through == query->through)
    return g_steal_pointer (&days);
  /* Translators: a period of declarations and a date */
  return g_strdup_printf (_("%s · starts and stops known through %s"), days, known);
}

static void
show_heading (PsTopicView *self, const PsMonitorQuery *query)
{
  g_autofree char *period = period_text (query);

  gtk_label_set_text (self->title, ps_topic_title (self->topic));
  gtk_label_set_text (self->period, period);
  gtk_label_set_text (self->definition, ps_topic_definition (self->topic));
}

/* Cards */

static GtkWidget *
make_card (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "figures");
  return card;
}

static void
add_chart (PsTopicView *self)
{
  GtkWidget *card = make_card ();
  GtkWidget *view = ps_chart_view_new ();

  gtk_box_append (GTK_BOX (card), view);
  gtk_box_append (GTK_BOX (self->cards), card);
  g_ptr_array_add (self->charts, view);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsTopicView *self)
{
  if (self->shown != NULL)
    ps_topic_row_open (GTK_WIDGET (self), self->session, ps_monitor_shown_get (self->shown)->region, row);
}

/* A title with what is to be known of the figures, and the table's menu. */
static GtkWidget *
make_table_bar (PsTable *table)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *heading = ps_chart_heading_new ();
  GtkWidget *menu = ps_table_get_menu (table);

  gtk_widget_add_css_class (bar, "card-bar");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_set_valign (heading, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (menu, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (bar), heading);
  gtk_box_append (GTK_BOX (bar), menu);
  return bar;
}

static void
show_table_words (GtkWidget *table, const PsFigureTable *figures)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_prev_sibling (table));

  ps_chart_heading_set_title (PS_CHART_HEADING (heading), figures->title);
  ps_chart_heading_set_note (PS_CHART_HEADING (heading), figures->note);
}

static void
add_table (PsTopicView *self, const PsFigureTable *figures)
{
  GtkWidget *card = make_card ();
  PsTable *table = ps_topic_table_new (figures);

  g_signal_connect_object (table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  gtk_box_append (GTK_BOX (card), make_table_bar (table));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (table));
  gtk_box_append (self->lists, card);
  g_ptr_array_add (self->tables, table);
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static gboolean
has_columns (PsTable *table, const PsFigureTable *figures)
{
  for (guint i = 0; i < figures->columns->len; i++)
    {
      const PsFigureColumn *column = g_ptr_array_index (figures->columns, i);

      if (g_strcmp0 (ps_table_get_column_id (table, i), column->id) != 0)
        return FALSE;
    }
  return ps_table_get_column_id (table, figures->columns->len) == NULL;
}

/* Figures that are read again come into the widgets that are there: focus, sorting and filters stay as they are. */
static gboolean
fits (PsTopicView *self, const PsTopicFigures *figures, PsTopic topic)
{
  if (topic != self->topic || self->charts->len != figures->series->len || self->tables->len != figures->tables->len)
    return FALSE;
  for (guint i = 0; i < figures->tables->len; i++)
    if (!has_columns (g_ptr_array_index (self->tables, i), g_ptr_array_index (figures->tables, i)))
      return FALSE;
  return TRUE;
}

static void
make_cards (PsTopicView *self, const PsTopicFigures *figures)
{
  g_ptr_array_set_size (self->charts, 0);
  g_ptr_array_set_size (self->tables, 0);
  remove_children (self->cards);
  remove_children (GTK_WIDGET (self->lists));
  for (guint i = 0; i < figures->series->len; i++)
    add_chart (self);
  for (guint i = 0; i < figures->tables->len; i++)
    add_table (self, g_ptr_array_index (figures->tables, i));
}

/* A chart without any value is no card. */
static void
fill_charts (PsTopicView *self, const PsTopicFigures *figures, const char *subject)
{
  gboolean any = FALSE;

  for (guint i = 0; i < figures->series->len; i++)
    {
      const PsSeriesSet *set = g_ptr_array_index (figures->series, i);
      GtkWidget *view = g_ptr_array_index (self->charts, i);
      gboolean empty = ps_series_set_is_empty (set);

      if (!empty)
        ps_topic_view_show_series (PS_CHART_VIEW (view), set, subject);
      gtk_widget_set_visible (gtk_widget_get_parent (view), !empty);
      any = any || !empty;
    }
  gtk_widget_set_visible (self->cards, any);
}

static void
fill_tables (PsTopicView *self, const PsTopicFigures *figures, const char *subject)
{
  for (guint i = 0; i < figures->tables->len; i++)
    {
      const PsFigureTable *table = g_ptr_array_index (figures->tables, i);
      g_autofree char *name = g_strdup_printf ("%s, %s", subject, table->title);

      show_table_words (g_ptr_array_index (self->tables, i), table);
      ps_topic_table_fill (g_ptr_array_index (self->tables, i), table);
      ps_table_set_export_name (g_ptr_array_index (self->tables, i), name);
    }
}

/**
 * ps_topic_view_set:
 * @shown: with figures of @topic
 * @subject: (nullable): a provider's name; NULL: the region's
 */
void
ps_topic_view_set (PsTopicView *self, PsMonitorShown *shown, PsTopic topic, const char *subject)
{
  const PsMonitored *monitored = ps_monitor_shown_get (shown);
  const PsTopicFigures *figures = ps_monitor_get (monitored->monitor, topic);
  const char *whom = subject != NULL ? subject : ps_session_get_region_name (self->session);

  g_return_if_fail (PS_IS_TOPIC_VIEW (self));
  g_return_if_fail (figures != NULL);

  ps_monitor_shown_ref (shown);
  g_clear_pointer (&self->shown, ps_monitor_shown_unref);
  self->shown = shown;
  if (!fits (self, figures, topic))
    {
      self->topic = topic;
      make_cards (self, figures);
    }
  show_heading (self, &monitored->query);
  adw_bin_set_child (self->tiles, figures->tiles->len > 0 ? ps_tiles_new (figures->tiles, monitored->query.year) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), figures->tiles->len > 0);
  fill_charts (self, figures, whom);
  fill_tables (self, figures, whom);
}

/* Making and unmaking */

static void
ps_topic_view_dispose (GObject *object)
{
  PsTopicView *self = PS_TOPIC_VIEW (object);

  g_clear_pointer (&self->shown, ps_monitor_shown_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_TOPIC_VIEW);
  G_OBJECT_CLASS (ps_topic_view_parent_class)->dispose (object);
}

static void
ps_topic_view_class_init (PsTopicViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_topic_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-topic-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PsTopicView, title);
  gtk_widget_class_bind_template_child (widget_class, PsTopicView, period);
  gtk_widget_class_bind_template_child (widget_class, PsTopicView, definition);
  gtk_widget_class_bind_template_child (widget_class, PsTopicView, tiles);
  gtk_widget_class_bind_template_child (widget_class, PsTopicView, cards);
  gtk_widget_class_bind_template_child (widget_class, PsTopicView, lists);
}

static void
ps_topic_view_init (PsTopicView *self)
{
  self->topic = PS_N_TOPICS;
  self->charts = g_ptr_array_new ();
  self->tables = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new_even (COLUMN_WIDTH, 12));
}

GtkWidget *
ps_topic_view_new (PsSession *session)
{
  PsTopicView *self = g_object_new (PS_TYPE_TOPIC_VIEW, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
