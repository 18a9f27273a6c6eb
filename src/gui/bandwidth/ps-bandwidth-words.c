/* ps-bandwidth-words.c: where a scope stands, as a shape, words and a colour: never by colour alone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-words"

#include "ps-bandwidth-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "gui/ps-look.h"

#define RADIUS 4.5
#define GAP 6.0
#define LINE 1.5

static const struct
{
  const char *icon;
  const char *css_class;
  const char *colour; /* named in style.css; NULL: of the text */
} looks[] = {
  [PS_BAND_NONE] = { "object-select-symbolic", "standing-none", "ps_secondary" },
  [PS_BAND_WITHIN] = { "object-select-symbolic", "standing-within", "ps_within" },
  [PS_BAND_NOTICE] = { "dialog-information-symbolic", "standing-none", NULL },
  [PS_BAND_UNDER] = { "go-down-symbolic", "standing-off", "ps_off" },
  [PS_BAND_OVER] = { "go-up-symbolic", "standing-off", "ps_off" },
  [PS_BAND_REACHED] = { "dialog-warning-symbolic", "standing-off", "ps_off" },
};

PsBandLook
ps_band_look (const PsBandwidthScope *scope)
{
  if (scope == NULL)
    return PS_BAND_NONE;
  if (scope->reached)
    return PS_BAND_REACHED;
  if (scope->position == PS_POSITION_OVER)
    return PS_BAND_OVER;
  if (scope->position == PS_POSITION_UNDER)
    return PS_BAND_UNDER;
  return scope->notice ? PS_BAND_NOTICE : PS_BAND_WITHIN;
}

/* The shapes, round a point */

static void
draw_triangle (cairo_t *cr, double x, double y, int up)
{
  cairo_move_to (cr, x, y - up * RADIUS);
  cairo_line_to (cr, x + RADIUS + 0.5, y + up * (RADIUS - 0.5));
  cairo_line_to (cr, x - RADIUS - 0.5, y + up * (RADIUS - 0.5));
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Filled to somewhat below its brim. */
static void
draw_notice (cairo_t *cr, double x, double y)
{
  cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, RADIUS, -G_PI / 8, G_PI + G_PI / 8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_shape (cairo_t *cr, PsBandLook look, double x, double y)
{
  cairo_new_path (cr);
  cairo_set_line_width (cr, LINE);
  switch (look)
    {
    case PS_BAND_WITHIN:
      cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case PS_BAND_NOTICE:
      draw_notice (cr, x, y);
      break;
    case PS_BAND_UNDER:
      draw_triangle (cr, x, y, -1);
      break;
    case PS_BAND_OVER:
      draw_triangle (cr, x, y, 1);
      break;
    case PS_BAND_REACHED:
      cairo_rectangle (cr, x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      cairo_fill (cr);
      break;
    case PS_BAND_NONE:
    default:
      cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    }
}

void
ps_band_look_draw (cairo_t *cr, PsBandLook look, const char *text, int width, int height, GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  double from = 2 * (RADIUS + LINE) + GAP;
  int text_height;

  if (width <= from)
    return;
  ps_look_set_colour (cr, widget, looks[look].colour);
  draw_shape (cr, look, RADIUS + LINE, floor (height / 2.0) + 0.5);
  ps_look_set_colour (cr, widget, NULL);
  pango_layout_set_width (layout, (int) ((width - from) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  cairo_move_to (cr, from, (height - text_height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* Words */

static guint
count_like (const PsBandwidth *bandwidth, PsBandLook look)
{
  guint n = 0;

  for (guint i = 0; i < bandwidth->scopes->len; i++)
    n += ps_band_look (&g_array_index (bandwidth->scopes, PsBandwidthScope, i)) == look;
  return n;
}

char *
ps_band_state_text (const PsBandwidth *bandwidth)
{
  const PsBandwidthScope *heaviest = ps_bandwidth_get_heaviest (bandwidth);
  g_autofree char *state = NULL;
  guint n;

  if (heaviest == NULL)
    return g_strdup (_("No bandwidth"));
  state = ps_bandwidth_state_text (heaviest);
  n = count_like (bandwidth, ps_band_look (heaviest));
  if (bandwidth->scopes->len == 1 || n == bandwidth->scopes->len)
    return g_steal_pointer (&state);
  g_autofree char *like = ps_format_count (n), *all = ps_format_count (bandwidth->scopes->len);

  /* Translators: "Over the bandwidth (2 of 6)": where one scope of an agreement stands, and how many of its scopes stand so */
  return g_strdup_printf (_("%s (%s of %s)"), state, like, all);
}

/* Shown and sorted with one decimal: more only seems more exact. */
gint64
ps_band_share_bp (gint64 part, gint64 whole)
{
  PsOverflow overflow = { FALSE };
  gint64 tenths;

  if (whole == 0 || part == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  tenths = ps_round_div ((PsWide) part * 1000, whole, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : tenths * (PS_FULL_BP / 1000);
}

/* The forecast of the year against its whole ceiling. `scope` NULL: nothing to draw. */
void
ps_band_corridor (PsCorridor *corridor, const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  *corridor = (PsCorridor){
    .ceiling_cents = scope != NULL ? scope->ceiling_cents : PS_NO_NUMBER,
    .amount_cents = scope != NULL ? scope->forecast_cents : PS_NO_NUMBER,
    .under_bp = bandwidth->under_bp,
    .over_bp = bandwidth->over_bp,
    .days_in_year = ps_date_days_in_year (bandwidth->year),
  };
}

PsChartStyle
ps_band_chart_style (void)
{
  return ps_look_chart_style ();
}

char *
ps_band_methods_text (const PsBandwidth *bandwidth)
{
  GString *text = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < bandwidth->scopes->len; i++)
    {
      PsForecastMethod method = g_array_index (bandwidth->scopes, PsBandwidthScope, i).method;

      if ((seen >> method) & 1)
        continue;
      seen |= 1u << method;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", ps_forecast_method_label (method));
    }
  return g_string_free (text, FALSE);
}

GtkWidget *
ps_band_pill_new (const PsBandwidthScope *scope)
{
  PsBandLook look = ps_band_look (scope);
  g_autofree char *text = scope != NULL ? ps_bandwidth_state_text (scope) : g_strdup (_("No bandwidth"));
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", looks[look].icon, "pixel-size", 12, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (pill, "state-pill");
  gtk_widget_add_css_class (pill, looks[look].css_class);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (pill), icon);
  gtk_box_append (GTK_BOX (pill), label);
  return pill;
}

/* Of the pages of this folder, by whichever is made first. */
void
ps_band_load_style (void)
{
  static gboolean loaded;

  if (!loaded)
    ps_look_load ("/org/peilstok/Peilstok/ui/ps-bandwidth.css");
  loaded = TRUE;
}
