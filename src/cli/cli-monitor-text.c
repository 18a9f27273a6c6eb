/* cli-monitor-text.c: the monitor's figures, as a contract manager reads them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-monitor-text.h"

#include <glib/gi18n-lib.h>

#include "cli-table.h"
#include "core/ps-format.h"

static void
write_tiles (GString *text, const PsTopicFigures *figures, int year)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  g_autofree char *this_year = g_strdup_printf ("%d", year), *last_year = g_strdup_printf ("%d", year - 1);

  if (figures->tiles->len == 0)
    return;
  ps_cli_table_add_column (table, "", PS_CLI_LEFT);
  ps_cli_table_add_column (table, this_year, PS_CLI_RIGHT);
  ps_cli_table_add_column (table, last_year, PS_CLI_RIGHT);
  ps_cli_table_add_column (table, "", PS_CLI_LEFT);
  for (guint i = 0; i < figures->tiles->len; i++)
    {
      const PsTile *tile = figures->tiles->pdata[i];

      ps_cli_table_add_cell (table, tile->label);
      ps_cli_table_take_cell (table, ps_value_format (tile->kind, tile->value));
      ps_cli_table_take_cell (table, ps_value_format (tile->kind, tile->last));
      ps_cli_table_add_cell (table, tile->note != NULL ? tile->note : "");
    }
  ps_cli_table_write (table, text, 2);
  g_string_append_c (text, '\n');
}

static void
write_row (PsCliTable *table, const PsFigureTable *figures, guint row)
{
  if (((const PsFigureRow *) figures->rows->pdata[row])->is_total)
    ps_cli_table_add_rule (table);
  for (guint i = 0; i < figures->columns->len; i++)
    ps_cli_table_take_cell (table, ps_figure_table_cell (figures, row, i));
}

static void
write_table (GString *text, const PsFigureTable *figures)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();

  if (figures->rows->len == 0)
    return;
  for (guint i = 0; i < figures->columns->len; i++)
    {
      const PsFigureColumn *column = figures->columns->pdata[i];

      ps_cli_table_add_column (table, column->title, column->kind == PS_VALUE_TEXT ? PS_CLI_LEFT : PS_CLI_RIGHT);
    }
  for (guint i = 0; i < figures->rows->len; i++)
    write_row (table, figures, i);
  g_string_append_printf (text, "  %s\n", figures->title);
  if (figures->note != NULL)
    g_string_append_printf (text, "  %s\n", figures->note);
  ps_cli_table_write (table, text, 4);
  g_string_append_c (text, '\n');
}

static void
write_topic (GString *text, const PsTopicFigures *figures, int year)
{
  g_string_append_printf (text, "\n%s\n", ps_topic_title (figures->topic));
  write_tiles (text, figures, year);
  for (guint i = 0; i < figures->tables->len; i++)
    write_table (text, figures->tables->pdata[i]);
}

static void
write_period (GString *text, const PsMonitorQuery *query)
{
  g_autofree char *year = g_strdup_printf ("%d", query->year);
  g_autofree char *from = ps_format_date (query->from), *through = ps_format_date (query->through);

  if (query->through < query->from)
    /* Translators: a year */
    g_string_append_printf (text, _("Of %s no declarations are complete yet"), year);
  else
    /* Translators: two days */
    g_string_append_printf (text, _("From %s through %s, beside the same days a year before"), from, through);
  g_string_append_c (text, '\n');
}

/* What part of the region it is about; nothing where that is all of it. */
static void
write_filter (GString *text, const PsRegion *region, const PsMonitorQuery *query)
{
  if (query->provider != PS_NONE)
    g_string_append_printf (text, "%s: %s %s\n", _("Provider"), ps_region_provider (region, query->provider)->agb,
                            ps_region_provider (region, query->provider)->name);
  if (query->municipality != PS_NONE)
    g_string_append_printf (text, "%s: %s\n", _("Municipality"), ps_region_municipality (region, query->municipality)->name);
  if (query->segment != PS_NONE)
    g_string_append_printf (text, "%s: %s\n", _("Segment"), ps_region_segment (region, query->segment)->code);
  if (query->group != PS_NONE)
    g_string_append_printf (text, "%s: %s\n", _("Product group"), ps_region_group (region, query->group)->code);
  if (query->product != PS_NONE)
    g_string_append_printf (text, "%s: %s %s\n", _("Product"), ps_region_product (region, query->product)->code,
                            ps_region_product (region, query->product)->name);
}

/**
 * ps_cli_monitor_text: the topics that were asked for, each with its tiles and tables.
 */
char *
ps_cli_monitor_text (const PsMonitored *monitored)
{
  GString *text = g_string_new (NULL);

  if (*monitored->region->name != '\0')
    g_string_append_printf (text, "%s\n", monitored->region->name);
  write_period (text, &monitored->query);
  write_filter (text, monitored->region, &monitored->query);
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    if (ps_monitor_get (monitored->monitor, topic) != NULL)
      write_topic (text, ps_monitor_get (monitored->monitor, topic), monitored->query.year);
  return g_string_free (text, FALSE);
}
