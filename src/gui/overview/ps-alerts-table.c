/* ps-alerts-table.c: what needs attention, a row each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-alerts-table"

#include "ps-alerts-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/ps-alert-mix.h"
#include "core/ps-format.h"

#define RADIUS 5.0
#define GAP 6.0

/* How urgent: shape, word and colour each say it */

static const char *const colours[PS_N_URGENCIES] = {
  [PS_URGENT] = "ps_urgent", [PS_HIGH] = "ps_off", [PS_MEDIUM] = "ps_secondary"
};

/* A triangle with a stroke in it, a diamond, a ring: told apart without colour. */
static void
draw_shape (cairo_t *cr, PsUrgency urgency, double x, double y)
{
  cairo_new_path (cr);
  if (urgency == PS_MEDIUM)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_arc (cr, x, y, RADIUS - 1, 0, 2 * G_PI);
      cairo_stroke (cr);
      return;
    }
  cairo_move_to (cr, x, y - RADIUS);
  if (urgency == PS_HIGH)
    {
      cairo_line_to (cr, x + RADIUS, y);
      cairo_line_to (cr, x, y + RADIUS);
      cairo_line_to (cr, x - RADIUS, y);
    }
  else
    {
      cairo_line_to (cr, x + RADIUS + 1, y + RADIUS - 1);
      cairo_line_to (cr, x - RADIUS - 1, y + RADIUS - 1);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
set_colour (cairo_t *cr, GtkWidget *widget, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
draw_urgency (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  PsUrgency urgency = (PsUrgency) ps_table_row_get_number (row, PS_ALERTS_URGENCY);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, ps_urgency_label (urgency));
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  double from = 2 * RADIUS + 2 + GAP;
  int text_height;

  set_colour (cr, widget, colours[urgency]);
  draw_shape (cr, urgency, RADIUS + 1, floor (height / 2.0) + 0.5);
  pango_font_description_set_weight (font, urgency == PS_MEDIUM ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (MAX (width - from, 0) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  cairo_move_to (cr, from, (height - text_height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* The table */

static char *
count_alerts (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u signal", "%u signals", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u signal", "%u of %u signals", n_rows), n_shown, n_rows);
}

PsTable *
ps_alerts_table_new (gboolean footer)
{
  static const guint drops[] = { PS_ALERTS_ASIDE, PS_ALERTS_SINCE };
  const PsColumn columns[PS_N_ALERTS_COLUMNS] = {
    [PS_ALERTS_URGENCY] = { "urgency", _("Urgency"), PS_COLUMN_DRAWING, 11, FALSE, FALSE },
    [PS_ALERTS_KIND] = { "kind", _("Signal"), PS_COLUMN_TEXT, 26, FALSE, TRUE, 17, .lines = 2 },
    [PS_ALERTS_WHAT] = { "what", _("What it is about"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 28, .lines = 2 },
    [PS_ALERTS_SINCE] = { "since", _("Since"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [PS_ALERTS_AT_STAKE] = { "at-stake", C_("signal", "At stake"), PS_COLUMN_MONEY, 10, FALSE, TRUE },
    [PS_ALERTS_ASIDE] = { "aside", _("Put aside"), PS_COLUMN_TEXT, 22, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Signals")));

  ps_table_set_draw (table, draw_urgency, NULL);
  ps_table_set_count (table, count_alerts);
  ps_table_set_footer (table, footer);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_export_name (table, _("signals"));
  return table;
}

/* Rows */

static void
row_free (gpointer data)
{
  PsAlertsRow *row = data;

  g_free (row->key);
  g_free (row);
}

static char *
aside_text (const PsAlert *alert)
{
  g_autofree char *day = ps_format_date (alert->snoozed_until);

  /* Translators: a day, and why somebody put a signal aside until then */
  return g_strdup_printf (_("until %s: %s"), day, alert->snooze_reason);
}

static PsTableRow *
new_row (const PsAlert *alert, const char *id, const char *key)
{
  PsAlertsRow *about = g_new0 (PsAlertsRow, 1);
  PsTableRow *row = ps_table_row_new (PS_N_ALERTS_COLUMNS, g_str_hash (id), about, row_free);

  *about = (PsAlertsRow){ g_strdup (key), alert->snoozed, alert->kind };
  ps_table_row_set_number (row, PS_ALERTS_URGENCY, alert->urgency);
  ps_table_row_set_text (row, PS_ALERTS_URGENCY, ps_urgency_label (alert->urgency));
  return row;
}

static PsTableRow *
make_row (const PsAlert *alert)
{
  PsTableRow *row = new_row (alert, alert->key, alert->key);

  ps_table_row_set_text (row, PS_ALERTS_KIND, ps_alert_label (alert));
  ps_table_row_set_text (row, PS_ALERTS_WHAT, alert->what);
  ps_table_row_set_number (row, PS_ALERTS_SINCE, alert->since != PS_DATE_OPEN ? alert->since : PS_NO_NUMBER);
  ps_table_row_set_number (row, PS_ALERTS_AT_STAKE, alert->at_stake_cents);
  if (alert->snoozed)
    {
      g_autofree char *aside = aside_text (alert);

      ps_table_row_set_text (row, PS_ALERTS_ASIDE, aside);
    }
  return row;
}

/* "and 5 more": below those of its urgency and kind that have a row of their own; "5 signals" where none has. */
static PsTableRow *
make_line (const PsAlertLine *line)
{
  const PsAlert *alert = line->alert;
  g_autofree char *id = g_strdup_printf ("%s:%s", ps_urgency_code (alert->urgency), ps_alert_code (alert->kind));
  g_autofree char *count = ps_format_count (line->n), *what = NULL;
  PsTableRow *row;

  if (line->n == 1)
    return make_row (alert);
  /* Translators: signals of the kind of the rows above it, which are not listed one by one */
  what =
      line->after ? g_strdup_printf (ngettext ("and %s more", "and %s more", line->n), count) : count_alerts (line->n, line->n);
  row = new_row (alert, id, NULL);
  ps_table_row_set_text (row, PS_ALERTS_KIND, line->alike ? ps_alert_label (alert) : ps_alert_kind_label (alert->kind));
  ps_table_row_set_text (row, PS_ALERTS_WHAT, what);
  ps_table_row_set_number (row, PS_ALERTS_AT_STAKE, line->at_stake_cents);
  ps_table_row_set_last (row);
  return row;
}

gboolean
ps_alerts_is_listed (const PsAlert *alert, PsWhichAlerts which)
{
  return which == PS_WHICH_ALERTS_ALL || alert->snoozed == (which == PS_WHICH_ALERTS_ASIDE);
}

GPtrArray *
ps_alerts_table_rows (const PsOverviewData *data, PsWhichAlerts which)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; data != NULL && i < data->alerts->len; i++)
    if (ps_alerts_is_listed (g_ptr_array_index (data->alerts, i), which))
      g_ptr_array_add (rows, make_row (g_ptr_array_index (data->alerts, i)));
  return rows;
}

GPtrArray *
ps_alerts_table_mix (const PsOverviewData *data, guint most, guint *n_shown)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) lines = data != NULL ? ps_alerts_mix (data->alerts, most) : NULL;

  *n_shown = 0;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const PsAlertLine *line = &g_array_index (lines, PsAlertLine, i);

      *n_shown += line->n == 1;
      g_ptr_array_add (rows, make_line (line));
    }
  return rows;
}

const PsAlert *
ps_alerts_table_find (const PsOverviewData *data, const char *key)
{
  for (guint i = 0; data != NULL && i < data->alerts->len; i++)
    {
      const PsAlert *alert = g_ptr_array_index (data->alerts, i);

      if (g_str_equal (alert->key, key))
        return alert;
    }
  return NULL;
}

guint
ps_alerts_count (const PsOverviewData *data, gboolean snoozed)
{
  guint n = 0;

  for (guint i = 0; data != NULL && i < data->alerts->len; i++)
    n += ((const PsAlert *) g_ptr_array_index (data->alerts, i))->snoozed == snoozed;
  return n;
}
