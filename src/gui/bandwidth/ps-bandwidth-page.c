/* ps-bandwidth-page.c: where every provider stands, at a peildatum or today
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "settled", another peildatum ──▶ ps_bandwidths_compute() on a worker ──▶ figures on top, rows; kept by peildatum until "settled"
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-page"

#include "ps-bandwidth-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-page-focus.h"

G_DEFINE_FINAL_TYPE (PsBandwidthPage, ps_bandwidth_page, ADW_TYPE_BIN)

static gboolean
row_matches (PsTableRow *row, gpointer user_data)
{
  const PsBandwidthRow *about = ps_table_row_get_data (row);

  return (about->which >> gtk_drop_down_get_selected (PS_BANDWIDTH_PAGE (user_data)->which)) & 1;
}

/* Callbacks */

static void
on_peildatum_chosen (gint64 peildatum_id, gpointer user_data)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (user_data);

  self->peildatum_id = peildatum_id;
  self->chosen = TRUE;
  _ps_bandwidth_page_ask (self);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);

  if (settled == NULL)
    return;
  if (self->year != 0 && settled->year != self->year)
    self->chosen = FALSE;
  self->year = settled->year;
  _ps_bandwidth_page_forget (self);
  _ps_bandwidth_page_list_peildata (self);
  _ps_bandwidth_page_ask (self);
}

static void
on_map_cb (PsBandwidthPage *self)
{
  if (self->stale)
    _ps_bandwidth_page_ask (self);
}

static void
on_filter_changed_cb (GtkSearchEntry *entry, PsBandwidthPage *self)
{
  ps_table_set_filter (self->table, gtk_editable_get_text (self->filter));
}

static void
on_which_changed_cb (PsBandwidthPage *self)
{
  if (self->table != NULL)
    ps_table_set_match (self->table, row_matches, self);
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsBandwidthPage *self)
{
  _ps_bandwidth_page_open_row (self, row);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_BANDWIDTH_PAGE (widget)->filter));
}

/* Making and unmaking */

static gboolean
ps_bandwidth_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->filter))
         || GTK_WIDGET_CLASS (ps_bandwidth_page_parent_class)->focus (widget, direction);
}

static void
ps_bandwidth_page_dispose (GObject *object)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (object);

  if (self->table != NULL)
    {
      _ps_bandwidth_page_stop (self);
      g_clear_pointer (&self->peildata, ps_peildatum_list_free);
      ps_table_set_match (self->table, NULL, NULL);
      self->table = NULL;
    }
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_BANDWIDTH_PAGE);
  G_OBJECT_CLASS (ps_bandwidth_page_parent_class)->dispose (object);
}

static void
ps_bandwidth_page_finalize (GObject *object)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (object);

  g_clear_pointer (&self->shown, ps_bandwidth_shown_unref);
  g_hash_table_unref (self->kept);
  G_OBJECT_CLASS (ps_bandwidth_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, state);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, working);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, working_what);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, working_bar);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, counts);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, sums);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, tools);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, peildatum);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, card);
  gtk_widget_class_bind_template_child (widget_class, PsBandwidthPage, row_menu);
}

static void
ps_bandwidth_page_class_init (PsBandwidthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_bandwidth_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_bandwidth_page_finalize;
  widget_class->focus = ps_bandwidth_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-bandwidth-page.ui");
  ps_band_load_style ();
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  _ps_bandwidth_page_install_actions (widget_class);
}

static void
ps_bandwidth_page_init (PsBandwidthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) ps_bandwidth_shown_unref);
  self->peildata = ps_peildatum_list_new (self->peildatum, on_peildatum_chosen, self);
  ps_drop_down_set_name (self->which, _("Which providers"));
  self->table = ps_bandwidth_table_new ();
  ps_table_set_row_menu (self->table, self->row_menu);
  adw_bin_set_child (self->card, GTK_WIDGET (self->table));
  gtk_box_append (self->tools, ps_table_get_menu (self->table));
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (_ps_bandwidth_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map_cb), NULL);
}

static GtkWidget *
new_page (PsSession *session, gint64 peildatum_id, gboolean chosen)
{
  PsBandwidthPage *self = g_object_new (PS_TYPE_BANDWIDTH_PAGE, NULL);

  self->session = g_object_ref (session);
  self->peildatum_id = peildatum_id;
  self->chosen = chosen;
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}

GtkWidget *
ps_bandwidth_page_new (PsSession *session)
{
  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  return new_page (session, 0, FALSE);
}

/**
 * ps_bandwidth_page_new_at:
 * @peildatum_id: of the session's year; 0: today. One that is not there (any more): as ps_bandwidth_page_new()
 */
GtkWidget *
ps_bandwidth_page_new_at (PsSession *session, gint64 peildatum_id)
{
  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  return new_page (session, peildatum_id, TRUE);
}
