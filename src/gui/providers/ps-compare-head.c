/* ps-compare-head.c: one of the providers that are compared
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-compare-head"

#include "ps-compare-head.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/bandwidth/ps-bandwidth-words.h"

#define CORRIDOR_HEIGHT 22
#define MARGIN 10

static void
on_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer corridor)
{
  PsChartStyle style = ps_band_chart_style ();

  ps_corridor_draw (cr, corridor, width, height, &style);
}

static GtkWidget *
make_corridor (const PsCompared *compared)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  PsCorridor *corridor = g_memdup2 (&compared->figures.corridor, sizeof *corridor);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), CORRIDOR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), on_draw_cb, corridor, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, compared->standing, -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  return area;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_open (const PsCompared *compared)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = make_label (compared->name, "heading");

  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", compared->agb);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.open");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, compared->name, -1);
  return button;
}

static GtkWidget *
make_remove (const PsCompared *compared, gboolean can_remove)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: a provider's name */
  g_autofree char *text = g_strdup_printf (_("Compare without %s"), compared->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, can_remove);
  gtk_widget_set_tooltip_text (button, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", compared->agb);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.remove");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

GtkWidget *
ps_compare_head_new (const PsCompared *compared, const char *kind, gboolean can_remove)
{
  GtkWidget *parts[] = { make_label (kind, "secondary"), make_corridor (compared), make_label (compared->standing, "secondary") };
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "name", compared->agb,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "figures");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, compared->name, -1);
  gtk_box_append (GTK_BOX (bar), make_open (compared));
  gtk_box_append (GTK_BOX (bar), make_remove (compared, can_remove));
  gtk_box_append (GTK_BOX (box), bar);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_widget_set_margin_start (parts[i], MARGIN);
      gtk_widget_set_margin_end (parts[i], MARGIN);
      gtk_box_append (GTK_BOX (box), parts[i]);
    }
  gtk_widget_set_margin_bottom (parts[G_N_ELEMENTS (parts) - 1], MARGIN);
  return box;
}
