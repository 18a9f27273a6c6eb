/* ps-chart-years-words.c: a provider's settlements over the years, as figures and in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-years-layout.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

/**
 * ps_years_chart_new: without years; PsYearBar is appended to `years`, ascending.
 */
PsYearsChart *
ps_years_chart_new (void)
{
  PsYearsChart *chart = g_new0 (PsYearsChart, 1);

  chart->years = g_array_new (FALSE, TRUE, sizeof (PsYearBar));
  return chart;
}

void
ps_years_chart_free (PsYearsChart *chart)
{
  if (chart == NULL)
    return;
  g_array_unref (chart->years);
  g_free (chart);
}

char *
ps_chart_years_title (gconstpointer chart)
{
  return g_strdup (_("Settlements over the years"));
}

static const char *
state_text (const PsYearBar *bar)
{
  return bar->final ? C_("years chart", "final") : C_("years chart", "not final, as computed now");
}

/**
 * ps_chart_years_value: a year's figures, a line each.
 */
char *
ps_chart_years_value (const PsYearBar *bar)
{
  g_autofree char *gross = ps_format_money (bar->gross_cents), *payable = ps_format_money (bar->payable_cents);
  g_autofree char *ceiling = ps_format_money (bar->ceiling_cents), *balance = ps_format_money (bar->balance_cents);

  if (bar->ceiling_cents == PS_NO_NUMBER)
    return g_strdup_printf (_("Gross %s\nPayable %s\nNothing agreed\nBalance %s, %s"), gross, payable, balance,
                            state_text (bar));
  return g_strdup_printf (_("Gross %s\nPayable %s\nCeiling %s\nBalance %s, %s"), gross, payable, ceiling, balance,
                          state_text (bar));
}

/**
 * ps_chart_years_table: a row a year.
 */
PsChartTable *
ps_chart_years_table (gconstpointer chart)
{
  const PsYearsChart *years = chart;
  PsChartTable *table =
      ps_chart_table_new (_("Year"), _("State"), _("Ceiling"), _("Gross"), _("Payable"), _("Balance"), NULL);

  for (guint i = 0; i < years->years->len; i++)
    {
      const PsYearBar *bar = ps_years_bar (years, i);
      g_autofree char *year = g_strdup_printf ("%d", bar->year);

      ps_chart_table_add_text (table, year);
      ps_chart_table_add_text (table, state_text (bar));
      ps_chart_table_add_amount (table, bar->ceiling_cents);
      ps_chart_table_add_amount (table, bar->gross_cents);
      ps_chart_table_add_amount (table, bar->payable_cents);
      ps_chart_table_add_amount (table, bar->balance_cents);
    }
  return table;
}

/**
 * ps_chart_years_describe: the years in a sentence each, for who cannot see them.
 */
char *
ps_chart_years_describe (gconstpointer chart)
{
  const PsYearsChart *years = chart;
  GString *text = g_string_new (NULL);

  if (years->years->len == 0)
    g_string_append (text, _("No year was settled."));
  for (guint i = 0; i < years->years->len; i++)
    {
      const PsYearBar *bar = ps_years_bar (years, i);
      g_autofree char *gross = ps_format_money (bar->gross_cents), *payable = ps_format_money (bar->payable_cents);
      g_autofree char *balance = ps_format_money (bar->balance_cents), *ceiling = ps_format_money (bar->ceiling_cents);

      g_string_append (text, i > 0 ? " " : "");
      if (bar->ceiling_cents == PS_NO_NUMBER)
        g_string_append_printf (text, _("%d: gross %s, payable %s, nothing agreed, balance %s (%s)."), bar->year, gross, payable,
                                balance, state_text (bar));
      else
        g_string_append_printf (text, _("%d: gross %s, payable %s, ceiling %s, balance %s (%s)."), bar->year, gross, payable,
                                ceiling, balance, state_text (bar));
    }
  return g_string_free (text, FALSE);
}
