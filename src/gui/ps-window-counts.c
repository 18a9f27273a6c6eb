/* ps-window-counts.c: how many signals there are, beside the pages of the sidebar that they are about
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * It asks for the year's figures as soon as a region, or another year of it, is there: they are kept, and the pages that want them find them.
 */
#define G_LOG_DOMAIN "peilstok-window-counts"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "overview/ps-year-figures-data.h"
#include "ps-sections.h"

/* The page on which something is done about it; "overview" counts them all. */
static const char *const sections[PS_N_ALERTS] = {
  [PS_ALERT_OVER] = "bandwidth",         [PS_ALERT_REACHED] = "bandwidth",    [PS_ALERT_UNDER] = "bandwidth",
  [PS_ALERT_LETTER_OVERDUE] = "letters", [PS_ALERT_LETTER_DRAFT] = "letters", [PS_ALERT_SETTLEMENT] = "settlements",
  [PS_ALERT_STATEMENT] = "settlements",  [PS_ALERT_TARIFF] = "products",      [PS_ALERT_DISPUTED] = "settlements",
  [PS_ALERT_CONTRACT] = "contracts",     [PS_ALERT_PEILDATUM] = "peildata",   [PS_ALERT_NO_AGREEMENT] = "agreements",
};

static guint
count_for (const PsOverviewData *data, const char *section)
{
  gboolean every = g_strcmp0 (section, "overview") == 0;
  guint n = 0;

  for (guint i = 0; data != NULL && i < data->alerts->len; i++)
    {
      const PsAlert *alert = g_ptr_array_index (data->alerts, i);

      n += !alert->snoozed && (every || g_strcmp0 (sections[alert->kind], section) == 0);
    }
  return n;
}

/* At the end of a row of the sidebar; what it says the row says. */
GtkWidget *
_ps_window_count_new (GtkWidget *row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "hexpand", TRUE, "halign", GTK_ALIGN_END, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, "sidebar-count");
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (row), "count", label);
  return label;
}

static void
show_count (GtkWidget *row, guint n)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "count");
  g_autofree char *count = ps_format_count (n);
  g_autofree char *said = n > 0 ? g_strdup_printf (ngettext ("%s signal", "%s signals", n), count) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (label), count);
  gtk_widget_set_visible (label, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
}

static void
show_counts (PsWindow *self, const PsOverviewData *data)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    show_count (GTK_WIDGET (row), count_for (data, gtk_widget_get_name (GTK_WIDGET (row))));
}

/* Those of the same year stay until the new ones are there; what went wrong is said by the page that shows them. */
static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsWindow) self = PS_WINDOW (user_data);
  g_autoptr (PsOverviewData) data = ps_overview_data_finish (PS_SESSION (source), result, NULL);

  if (self->toasts != NULL && data != NULL && ps_overview_data_peek (self->session, TRUE) == data)
    show_counts (self, data);
}

static void
on_settled_cb (PsSession *session, PsWindow *self)
{
  if (ps_session_get_settled (session) != NULL)
    ps_overview_data_async (session, TRUE, NULL, NULL, on_loaded_cb, g_object_ref (self));
}

/* Of another region, or year: nothing is known of it yet. */
static void
on_other_cb (PsWindow *self)
{
  show_counts (self, NULL);
}

void
_ps_window_watch_counts (PsWindow *self)
{
  g_signal_connect_object (self->session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  g_signal_connect_object (self->session, "opened", G_CALLBACK (on_other_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::year", G_CALLBACK (on_other_cb), self, G_CONNECT_SWAPPED);
}
