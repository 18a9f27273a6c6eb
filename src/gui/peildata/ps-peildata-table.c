/* ps-peildata-table.c: the reference dates of a year, each with how far it is filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peildata-table"

#include "ps-peildata-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

#define BAR_HEIGHT 6
#define PER_MILLE 1000

/* Words */

/* The day on the user's clock. */
static char *
format_moment (gint64 microseconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (microseconds / G_USEC_PER_SEC);

  return ps_format_date (
      ps_date_from_ymd (g_date_time_get_year (moment), g_date_time_get_month (moment), g_date_time_get_day_of_month (moment)));
}

char *
ps_peildatum_state_text (const char *closed_by, gint64 closed_at)
{
  g_autofree char *day = NULL;

  if (closed_by == NULL)
    return g_strdup (C_("peildatum", "Open"));
  day = format_moment (closed_at);
  /* Translators: a login name and a date */
  return g_strdup_printf (C_("peildatum", "Closed by %s on %s"), closed_by, day);
}

char *
ps_peildatum_filled_text (guint n_filled, guint n_rows)
{
  g_autofree char *filled = ps_format_count (n_filled);
  g_autofree char *all = ps_format_count (n_rows);

  /* Translators: how many of how many rows are filled */
  return g_strdup_printf (_("%s of %s"), filled, all);
}

/* The bar */

static void
set_colour (cairo_t *cr, GtkWidget *widget, const char *name, double opacity)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * opacity);
}

static void
draw_bar (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  gint64 share = ps_table_row_get_number (row, column);
  int top = (height - BAR_HEIGHT) / 2;

  if (share == PS_NO_NUMBER)
    return;
  set_colour (cr, widget, NULL, 0.15);
  cairo_rectangle (cr, 0, top, width, BAR_HEIGHT);
  cairo_fill (cr);
  set_colour (cr, widget, "ps_filled", 1);
  cairo_rectangle (cr, 0, top, width * (double) share / PER_MILLE, BAR_HEIGHT);
  cairo_fill (cr);
}

/* The table */

static char *
count_dates (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u peildatum", "%u peildata", n_rows), n_rows);
}

PsTable *
ps_peildata_table_new (void)
{
  const PsColumn columns[PS_N_PEILDATA_COLUMNS] = {
    [PS_PEILDATA_DAY] = { "day", _("Peildatum"), PS_COLUMN_DATE, 11, FALSE, TRUE },
    [PS_PEILDATA_LABEL] = { "label", _("Label"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 14 },
    [PS_PEILDATA_THROUGH] = { "through", _("Data through"), PS_COLUMN_DATE, 11, FALSE, FALSE },
    [PS_PEILDATA_STATE] = { "state", _("State"), PS_COLUMN_TEXT, 26, FALSE, FALSE },
    [PS_PEILDATA_BAR] = { "bar", _("Filled"), PS_COLUMN_DRAWING, 12, FALSE, FALSE },
    [PS_PEILDATA_FILLED] = { "filled", _("Rows"), PS_COLUMN_COUNT, 10, FALSE, FALSE },
    [PS_PEILDATA_MARKED] = { "marked", _("Marked"), PS_COLUMN_COUNT, 8, FALSE, FALSE },
    [PS_PEILDATA_LETTERS] = { "letters", _("Letters"), PS_COLUMN_COUNT, 8, FALSE, FALSE },
  };
  static const guint drops[] = { PS_PEILDATA_THROUGH, PS_PEILDATA_LETTERS, PS_PEILDATA_BAR };
  PsTable *table = PS_TABLE (ps_table_new (columns, PS_N_PEILDATA_COLUMNS, _("Peildata of the year")));

  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_count (table, count_dates);
  ps_table_set_draw (table, draw_bar, NULL);
  ps_table_set_sort (table, "day", FALSE);
  return table;
}

static PsTableRow *
make_row (GPtrArray *states, PsPeildatumState *state)
{
  PsTableRow *row = ps_table_row_new (PS_N_PEILDATA_COLUMNS, (guint64) state->id, state, NULL);
  g_autofree char *text = ps_peildatum_state_text (state->closed_by, state->closed_at);
  g_autofree char *filled = ps_peildatum_filled_text (state->n_filled, state->n_rows);
  gint64 share = state->n_rows > 0 ? (gint64) state->n_filled * PER_MILLE / state->n_rows : 0;

  /* The states live as long as a row does. */
  g_object_set_data_full (G_OBJECT (row), "peilstok-states", g_ptr_array_ref (states), (GDestroyNotify) g_ptr_array_unref);
  ps_table_row_set_number (row, PS_PEILDATA_DAY, state->day);
  ps_table_row_set_text (row, PS_PEILDATA_LABEL, state->label != NULL ? state->label : "");
  if (state->data_through != PS_DATE_OPEN)
    ps_table_row_set_number (row, PS_PEILDATA_THROUGH, state->data_through);
  ps_table_row_set_text (row, PS_PEILDATA_STATE, text);
  ps_table_row_set_number (row, PS_PEILDATA_BAR, share);
  ps_table_row_set_text (row, PS_PEILDATA_BAR, filled);
  ps_table_row_set_number (row, PS_PEILDATA_FILLED, state->n_filled);
  ps_table_row_set_text (row, PS_PEILDATA_FILLED, filled);
  ps_table_row_set_number (row, PS_PEILDATA_MARKED, state->n_marked);
  ps_table_row_set_number (row, PS_PEILDATA_LETTERS, state->n_letters);
  return row;
}

GPtrArray *
ps_peildata_table_rows (GPtrArray *states)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < states->len; i++)
    g_ptr_array_add (rows, make_row (states, g_ptr_array_index (states, i)));
  return rows;
}
