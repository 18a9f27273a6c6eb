/* ps-chart-series-words.c: the figures of a chart of series, as a table and in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

#define NOT_THERE "\342\200\223"
#define MOST_TOLD 24 /* figures of a series in a sentence; of more the extremes are told */

char *
ps_series_title (gconstpointer chart)
{
  return g_strdup (((const PsSeriesSet *) chart)->title);
}

static void
append_note (GString *note, const char *text)
{
  g_string_append_printf (note, "%s%s", note->len > 0 ? " · " : "", text);
}

/* What is drawn together where there are more categories than there is room for. */
static char *
together_note (const PsSeriesFrame *frame)
{
  guint n = frame->set->categories->len;
  g_autofree char *count = NULL;

  if (frame->set->shape == PS_SHAPE_LINES)
    {
      count = ps_format_count (n);
      return g_strdup_printf (_("%s points, drawn from lowest to highest"), count);
    }
  count = ps_format_count ((n + frame->n_slots - 1) / frame->n_slots);
  return frame->stacked ? g_strdup_printf (_("a bar is the highest of %s"), count)
                        : g_strdup_printf (_("a bar is %s, from lowest to highest"), count);
}

/**
 * ps_series_frame_note: what must be known to read it, and before that its `own` note; NULL: nothing.
 */
char *
ps_series_frame_note (const PsSeriesFrame *frame, gboolean own)
{
  const PsSeriesSet *set = frame->set;
  GString *note = g_string_new (NULL);

  if (own && set->note != NULL)
    append_note (note, set->note);
  if (ps_series_set_is_empty (set))
    return g_string_free (note, note->len == 0);
  if (frame->axis.ticks != NULL && frame->axis.low > 0)
    {
      g_autofree char *start = ps_axis_label (&frame->axis, frame->axis.low);
      g_autofree char *text = g_strdup_printf (_("axis starts at %s"), start);

      append_note (note, text);
    }
  if (set->kind == PS_VALUE_DAYS && frame->values_right <= 0)
    append_note (note, _("in days"));
  if (frame->n_slots > 0 && frame->n_slots < set->categories->len && set->shape != PS_SHAPE_ROWS)
    {
      g_autofree char *together = together_note (frame);

      append_note (note, together);
    }
  return g_string_free (note, note->len == 0);
}

static const char *
name_of (const PsSeriesSet *set, guint category)
{
  const char *name = ps_series_set_long_category (set, category);

  return *name == '\0' ? NOT_THERE : name;
}

/**
 * ps_series_slot_title: a category, or the first and the last of those that are drawn together.
 */
char *
ps_series_slot_title (const PsSeriesSet *set, guint first, guint end)
{
  if (end <= first + 1)
    return g_strdup (name_of (set, first));
  /* Translators: the first and the last of some categories: "January – March" */
  return g_strdup_printf (_("%s – %s"), name_of (set, first), name_of (set, end - 1));
}

/**
 * ps_series_slot_value: "realised: € 1.234,56"; of categories that are drawn together the lowest and the highest.
 */
char *
ps_series_slot_value (const PsSeriesSet *set, const PsSeries *series, guint first, guint end)
{
  g_autofree char *from = NULL, *to = NULL;
  gint64 low, high;

  if (!ps_series_extremes (series, first, end, &low, &high))
    low = high = PS_NO_NUMBER;
  from = ps_value_format (set->kind, low);
  if (low == high)
    /* Translators: what it is, and its figure: "realised: € 1.234,56" */
    return g_strdup_printf (C_("chart", "%s: %s"), series->label, from);
  to = ps_value_format (set->kind, high);
  return g_strdup_printf (_("%s: %s to %s"), series->label, from, to);
}

/**
 * ps_chart_series_table: the figures of a set as a chart's table: categories down, series across.
 */
PsChartTable *
ps_chart_series_table (gconstpointer chart)
{
  const PsSeriesSet *set = chart;
  PsChartTable *table = ps_chart_table_new (set->first_heading, NULL);

  for (guint i = 0; i < set->series->len; i++)
    ps_chart_table_add_heading (table, ps_series_of (set, i)->label);
  for (guint i = 0; i < set->categories->len; i++)
    {
      ps_chart_table_add_text (table, ps_series_set_long_category (set, i));
      for (guint j = 0; j < set->series->len; j++)
        ps_chart_table_add_value (table, set->kind, ps_series_of (set, j)->values[i]);
    }
  return table;
}

static void
append_all (GString *text, const PsSeriesSet *set, const PsSeries *series)
{
  const char *between = "";

  for (guint i = 0; i < set->categories->len; i++)
    {
      g_autofree char *figure = NULL;

      if (series->values[i] == PS_NO_NUMBER)
        continue;
      figure = ps_value_format (set->kind, series->values[i]);
      g_string_append_printf (text, "%s%s %s", between, name_of (set, i), figure);
      between = ", ";
    }
}

static guint
place_of (const PsSeriesSet *set, const PsSeries *series, gint64 value)
{
  guint place = 0;

  while (place + 1 < set->categories->len && series->values[place] != value)
    place++;
  return place;
}

/* "from € 1,00 (Venlo) to € 9,00 (Weert)" */
static void
append_extremes (GString *text, const PsSeriesSet *set, const PsSeries *series, gint64 low, gint64 high)
{
  g_autofree char *from = ps_value_format (set->kind, low), *to = ps_value_format (set->kind, high);

  g_string_append_printf (text, _("from %s (%s) to %s (%s)"), from, name_of (set, place_of (set, series, low)), to,
                          name_of (set, place_of (set, series, high)));
}

/**
 * ps_series_describe: a sentence a series, for those who cannot see them.
 */
char *
ps_series_describe (gconstpointer chart)
{
  const PsSeriesSet *set = chart;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = ps_series_of (set, i);
      gint64 low, high;

      if (!ps_series_extremes (series, 0, set->categories->len, &low, &high))
        continue;
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? " " : "", series->label);
      if (set->categories->len <= MOST_TOLD)
        append_all (text, set, series);
      else
        append_extremes (text, set, series, low, high);
      g_string_append_c (text, '.');
    }
  if (text->len == 0)
    g_string_append (text, _("Nothing is known of this yet."));
  return g_string_free (text, FALSE);
}
