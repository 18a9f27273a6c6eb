/* ps-waterfall-chart.c: the figures behind the waterfall, and the same in words: spots, table, description
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-waterfall.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static void
clear_step (gpointer data)
{
  PsWaterfallStep *step = data;

  g_free (step->label);
  g_free (step->note);
}

/**
 * ps_waterfall_chart_new: without steps; `ceiling_cents` PS_NO_NUMBER draws no ceiling.
 */
PsWaterfallChart *
ps_waterfall_chart_new (gint64 ceiling_cents)
{
  PsWaterfallChart *chart = g_new0 (PsWaterfallChart, 1);

  chart->ceiling_cents = ceiling_cents;
  chart->steps = g_array_new (FALSE, FALSE, sizeof (PsWaterfallStep));
  g_array_set_clear_func (chart->steps, clear_step);
  return chart;
}

void
ps_waterfall_chart_free (PsWaterfallChart *chart)
{
  if (chart == NULL)
    return;
  g_array_unref (chart->steps);
  g_clear_pointer (&chart->beside, g_array_unref);
  g_free (chart->title);
  g_free (chart);
}

/**
 * ps_waterfall_chart_add: a step below the others; `note` may be NULL, texts are copied.
 */
void
ps_waterfall_chart_add (PsWaterfallChart *chart, PsWaterfallKind kind, const char *label, const char *note, gint64 amount_cents)
{
  PsWaterfallStep step = { kind, g_strdup (label), g_strdup (note), amount_cents };

  g_array_append_val (chart->steps, step);
}

static PsWaterfallKind
kind_of_figure (PsFigureKind kind)
{
  switch (kind)
    {
    case PS_FIGURE_GROSS:
    case PS_FIGURE_PAYABLE:
      return PS_WATERFALL_TOTAL;
    case PS_FIGURE_PAID:
      return PS_WATERFALL_PAID;
    case PS_FIGURE_BALANCE:
      return PS_WATERFALL_BALANCE;
    case PS_FIGURE_NORM_DURATION:
    case PS_FIGURE_BAND:
    case PS_FIGURE_CAP:
      break;
    }
  return PS_WATERFALL_CHANGE;
}

/**
 * ps_waterfall_from_figures: the waterfall of a settlement's figures (PsFigure, of ps_settlement_figures()).
 *
 * Returns: (transfer full): a chart that keeps nothing of `figures`
 */
PsWaterfallChart *
ps_waterfall_from_figures (GArray *figures, gint64 ceiling_cents)
{
  PsWaterfallChart *chart = ps_waterfall_chart_new (ceiling_cents);

  for (guint i = 0; i < figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (figures, PsFigure, i);

      ps_waterfall_chart_add (chart, kind_of_figure (figure->kind), figure->label, figure->sentence, figure->amount_cents);
    }
  return chart;
}

char *
ps_chart_waterfall_title (gconstpointer chart)
{
  const PsWaterfallChart *figures = chart;

  return g_strdup (figures->title != NULL ? figures->title : _("From gross production to balance"));
}

/**
 * ps_chart_waterfall_table: a row a step, with how it came about.
 */
PsChartTable *
ps_chart_waterfall_table (gconstpointer chart)
{
  const PsWaterfallChart *figures = chart;
  PsChartTable *table = ps_chart_table_new (_("Step"), _("Amount"), _("Explanation"), NULL);

  for (guint i = 0; i < figures->steps->len; i++)
    {
      const PsWaterfallStep *step = &g_array_index (figures->steps, PsWaterfallStep, i);

      ps_chart_table_add_text (table, step->label);
      ps_chart_table_add_amount (table, step->amount_cents);
      ps_chart_table_add_text (table, step->note != NULL ? step->note : "");
    }
  return table;
}

/**
 * ps_chart_waterfall_describe: the steps in one sentence, for who cannot see them.
 */
char *
ps_chart_waterfall_describe (gconstpointer chart)
{
  const PsWaterfallChart *figures = chart;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figures->steps->len; i++)
    {
      const PsWaterfallStep *step = &g_array_index (figures->steps, PsWaterfallStep, i);
      g_autofree char *amount = ps_format_money (step->amount_cents);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", step->label, amount);
    }
  g_string_append (text, figures->steps->len > 0 ? "." : _("Nothing to settle."));
  return g_string_free (text, FALSE);
}
