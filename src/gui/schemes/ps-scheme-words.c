/* ps-scheme-words.c: an incentive scheme in a few words, and as a small drawing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-schemes"

#include "ps-scheme-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "charts/ps-chart-curve-small.h"
#include "core/ps-format.h"
#include "gui/ps-look.h"

/* Whether there is a band that does not pay everything. */
static gboolean
has_deducting_band (const PsScheme *scheme)
{
  for (guint i = 0; i < scheme->bands->len; i++)
    if (g_array_index (scheme->bands, PsStep, i).paid_bp != PS_FULL_BP)
      return TRUE;
  return FALSE;
}

char *
ps_scheme_kind_text (const PsScheme *scheme)
{
  if (!has_deducting_band (scheme))
    return scheme->norm_steps->len > 0 ? g_strdup (C_("kind of scheme", "only norm duration"))
                                       : g_strdup (C_("kind of scheme", "pays in full"));
  return scheme->whole ? g_strdup (C_("kind of scheme", "whole (cliff)")) : g_strdup (C_("kind of scheme", "per band"));
}

static void
add_part (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

char *
ps_scheme_bands_text (const PsScheme *scheme)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scheme->bands->len; i++)
    {
      const PsStep *band = &g_array_index (scheme->bands, PsStep, i);
      g_autofree char *paid = ps_format_percent (band->paid_bp);
      g_autofree char *from = ps_format_percent (band->from);

      /* Translators: what is paid, and from which share of the ceiling on */
      add_part (text, i == 0 ? g_steal_pointer (&paid) : g_strdup_printf (_("%s from %s"), paid, from));
    }
  return g_string_free (text, FALSE);
}

static char *
norm_part (const PsStep *step)
{
  g_autofree char *paid = ps_format_percent (step->paid_bp);

  if (step->from == 0)
    /* Translators: a percentage that is paid after the norm duration */
    return g_strdup_printf (_("%s after the norm"), paid);
  /* Translators: a percentage that is paid, and a number of months past the norm duration */
  return g_strdup_printf (ngettext ("%s from %d month later", "%s from %d months later", step->from), paid, step->from);
}

char *
ps_scheme_norm_text (const PsScheme *scheme)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scheme->norm_steps->len; i++)
    add_part (text, norm_part (&g_array_index (scheme->norm_steps, PsStep, i)));
  return g_string_free (text, FALSE);
}

char *
ps_scheme_band_range (const GArray *bands, guint band)
{
  int from_bp = g_array_index (bands, PsStep, band).from;
  g_autofree char *from = ps_format_volume ((gint64) 10 * from_bp);
  g_autofree char *whole_from = ps_format_percent (from_bp);
  g_autofree char *to = NULL;

  if (band + 1 == bands->len)
    /* Translators: a share of the ceiling */
    return g_strdup_printf (_("above %s"), whole_from);
  to = ps_format_percent (g_array_index (bands, PsStep, band + 1).from);
  /* Translators: from and to, in percents: "95 – 105 %" */
  return g_strdup_printf (_("%s – %s"), from, to);
}

static void
draw_sketch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  PsChartStyle style = ps_look_chart_style ();

  ps_curve_draw_small (cr, user_data, width, height, &style);
}

/**
 * ps_scheme_sketch_new: the payment curve as a picture beside a name. Copies the scheme.
 */
GtkWidget *
ps_scheme_sketch_new (const PsScheme *scheme, int width, int height)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", width, "content-height", height, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sketch, ps_scheme_copy (scheme), (GDestroyNotify) ps_scheme_free);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  return area;
}

GtkWidget *
ps_scheme_card_menu (PsTable *table)
{
  GtkWidget *menu = ps_table_get_menu (table);

  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (menu, 6);
  gtk_widget_set_margin_top (menu, 4);
  return menu;
}
