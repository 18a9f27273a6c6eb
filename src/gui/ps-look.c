/* ps-look.c: how the window looks now, for what is drawn in it by hand, and style sheets of its own parts
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-look"

#include "ps-look.h"

#include <adwaita.h>

PsChartStyle
ps_look_chart_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return ps_chart_style (dark ? PS_LOOK_HIGH_CONTRAST_DARK : PS_LOOK_HIGH_CONTRAST);
  return ps_chart_style (dark ? PS_LOOK_DARK : PS_LOOK_LIGHT);
}

void
ps_look_set_colour (cairo_t *cr, GtkWidget *widget, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
}

void
ps_look_load (const char *resource)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
