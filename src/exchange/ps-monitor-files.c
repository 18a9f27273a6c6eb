/* ps-monitor-files.c: what the monitor measured, as JSON and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Ids, field names and their order are a contract (docs/files-and-cli.md): add, never change. Numbers are whole, in the unit that is named
 * beside them.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-monitor-files.h"

#include "ps-csv-text.h"
#include "ps-json-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char *
unit_of (PsValueKind kind)
{
  static const char *const units[PS_N_VALUES] = {
    [PS_VALUE_TEXT] = "text",          [PS_VALUE_MONEY] = "cents", [PS_VALUE_COUNT] = "count", [PS_VALUE_PLACES] = "milli-places",
    [PS_VALUE_SHARE] = "basis-points", [PS_VALUE_DAYS] = "days",   [PS_VALUE_DATE] = "date",
  };

  g_assert (kind < PS_N_VALUES);
  return units[kind];
}

/* NULL: it is about no provider, or no product. */
static const char *
provider_code (const PsRegion *region, guint provider)
{
  return provider != PS_NONE ? ps_region_provider (region, provider)->agb : NULL;
}

static const char *
product_code (const PsRegion *region, guint product)
{
  return product != PS_NONE ? ps_region_product (region, product)->code : NULL;
}

static gboolean
has_period (const PsMonitored *monitored)
{
  return monitored->query.through >= monitored->query.from;
}

/* ---- JSON */

static void
add_day (PsJsonText *json, const char *name, gint64 day)
{
  g_autofree char *iso = day != PS_NO_NUMBER && day != PS_DATE_OPEN ? ps_date_to_iso ((PsDate) day) : NULL;

  ps_json_text_optional (json, name, iso);
}

static void
add_number (PsJsonText *json, const char *name, PsValueKind kind, gint64 number)
{
  if (kind == PS_VALUE_DATE)
    add_day (json, name, number);
  else if (number == PS_NO_NUMBER)
    ps_json_text_null (json, name);
  else
    ps_json_text_number (json, name, number);
}

static void
add_tile (PsJsonText *json, const PsTile *tile)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "id", tile->id);
  ps_json_text_string (json, "label", tile->label);
  ps_json_text_string (json, "unit", unit_of (tile->kind));
  add_number (json, "value", tile->kind, tile->value);
  add_number (json, "last", tile->kind, tile->last);
  ps_json_text_optional (json, "note", tile->note);
  ps_json_text_end (json, '}');
}

static void
add_column (PsJsonText *json, const PsFigureColumn *column)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "id", column->id);
  ps_json_text_string (json, "title", column->title);
  ps_json_text_string (json, "unit", unit_of (column->kind));
  ps_json_text_end (json, '}');
}

static void
add_row (PsJsonText *json, const PsRegion *region, const PsFigureTable *table, const PsFigureRow *row)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_optional (json, "provider", provider_code (region, row->provider));
  ps_json_text_optional (json, "product", product_code (region, row->product));
  ps_json_text_boolean (json, "total", row->is_total);
  ps_json_text_begin (json, "cells", '[');
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PsFigureColumn *column = table->columns->pdata[i];

      if (row->texts[i] != NULL)
        ps_json_text_string (json, NULL, row->texts[i]);
      else
        add_number (json, NULL, column->kind, row->numbers[i]);
    }
  ps_json_text_end (json, ']');
  ps_json_text_end (json, '}');
}

static void
add_table (PsJsonText *json, const PsRegion *region, const PsFigureTable *table)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "id", table->id);
  ps_json_text_string (json, "title", table->title);
  ps_json_text_optional (json, "note", table->note);
  ps_json_text_begin (json, "columns", '[');
  for (guint i = 0; i < table->columns->len; i++)
    add_column (json, table->columns->pdata[i]);
  ps_json_text_end (json, ']');
  ps_json_text_begin (json, "rows", '[');
  for (guint i = 0; i < table->rows->len; i++)
    add_row (json, region, table, table->rows->pdata[i]);
  ps_json_text_end (json, ']');
  ps_json_text_end (json, '}');
}

static void
add_topic (PsJsonText *json, const PsRegion *region, const PsTopicFigures *figures)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "topic", ps_topic_code (figures->topic));
  ps_json_text_string (json, "title", ps_topic_title (figures->topic));
  ps_json_text_string (json, "definition", ps_topic_definition (figures->topic));
  ps_json_text_begin (json, "tiles", '[');
  for (guint i = 0; i < figures->tiles->len; i++)
    add_tile (json, figures->tiles->pdata[i]);
  ps_json_text_end (json, ']');
  ps_json_text_begin (json, "tables", '[');
  for (guint i = 0; i < figures->tables->len; i++)
    add_table (json, region, figures->tables->pdata[i]);
  ps_json_text_end (json, ']');
  ps_json_text_end (json, '}');
}

/* The codes that were asked for; null: no filter. */
static void
add_filter (PsJsonText *json, const PsMonitored *monitored)
{
  const PsRegion *region = monitored->region;
  const PsMonitorQuery *query = &monitored->query;

  ps_json_text_optional (json, "provider", provider_code (region, query->provider));
  ps_json_text_optional (json, "municipality",
                         query->municipality != PS_NONE ? ps_region_municipality (region, query->municipality)->code : NULL);
  ps_json_text_optional (json, "segment", query->segment != PS_NONE ? ps_region_segment (region, query->segment)->code : NULL);
  ps_json_text_optional (json, "group", query->group != PS_NONE ? ps_region_group (region, query->group)->code : NULL);
  ps_json_text_optional (json, "product", product_code (region, query->product));
}

/**
 * ps_monitored_to_json: as docs/files-and-cli.md says; what is not known is null.
 *
 * Returns: (transfer full)
 */
char *
ps_monitored_to_json (const PsMonitored *monitored)
{
  GString *text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "year", monitored->query.year);
  add_day (&json, "from", has_period (monitored) ? monitored->query.from : PS_DATE_OPEN);
  add_day (&json, "through", has_period (monitored) ? monitored->query.through : PS_DATE_OPEN);
  add_filter (&json, monitored);
  ps_json_text_begin (&json, "topics", '[');
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    if (ps_monitor_get (monitored->monitor, topic) != NULL)
      add_topic (&json, monitored->region, ps_monitor_get (monitored->monitor, topic));
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* ---- CSV */

static const char header[] =
    BYTE_ORDER_MARK "year;from;through;topic;table;row;label;provider;product;total;column;unit;value\r\n";

static void
append_text (GString *text, const char *value)
{
  if (value != NULL)
    ps_csv_text_append (text, value);
  g_string_append_c (text, ';');
}

/* The last of a line; empty: not known. */
static void
append_value (GString *text, PsValueKind kind, gint64 number)
{
  g_autofree char *iso = kind == PS_VALUE_DATE && number != PS_NO_NUMBER ? ps_date_to_iso ((PsDate) number) : NULL;

  if (iso != NULL)
    g_string_append (text, iso);
  else if (number != PS_NO_NUMBER)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, number);
  g_string_append (text, "\r\n");
}

/* What every line begins with: of which days, and of what. */
static char *
make_start (const PsMonitored *monitored, PsTopic topic)
{
  g_autofree char *from = has_period (monitored) ? ps_date_to_iso (monitored->query.from) : g_strdup ("");
  g_autofree char *through = has_period (monitored) ? ps_date_to_iso (monitored->query.through) : g_strdup ("");

  return g_strdup_printf ("%d;%s;%s;%s;", monitored->query.year, from, through, ps_topic_code (topic));
}

static void
append_tile (GString *text, const char *start, guint place, const PsTile *tile, const char *column, gint64 number)
{
  g_string_append_printf (text, "%stiles;%u;", start, place + 1);
  append_text (text, tile->id);
  g_string_append_printf (text, ";;nee;%s;%s;", column, unit_of (tile->kind));
  append_value (text, tile->kind, number);
}

/* The first column is what the row is about, and stands on every line of it. */
static void
append_row (GString *text, const char *start, const PsRegion *region, const PsFigureTable *table, guint place)
{
  const PsFigureRow *row = table->rows->pdata[place];

  for (guint i = 1; i < table->columns->len; i++)
    {
      const PsFigureColumn *column = table->columns->pdata[i];

      g_string_append_printf (text, "%s%s;%u;", start, table->id, place + 1);
      append_text (text, row->texts[0]);
      append_text (text, provider_code (region, row->provider));
      append_text (text, product_code (region, row->product));
      append_text (text, row->is_total ? "ja" : "nee");
      append_text (text, column->id);
      append_text (text, unit_of (row->texts[i] != NULL ? PS_VALUE_TEXT : column->kind));
      if (row->texts[i] != NULL)
        ps_csv_text_append (text, row->texts[i]);
      append_value (text, column->kind, row->numbers[i]);
    }
}

static void
append_topic (GString *text, const PsMonitored *monitored, const PsTopicFigures *figures)
{
  g_autofree char *start = make_start (monitored, figures->topic);

  for (guint i = 0; i < figures->tiles->len; i++)
    {
      const PsTile *tile = figures->tiles->pdata[i];

      append_tile (text, start, i, tile, "value", tile->value);
      append_tile (text, start, i, tile, "last", tile->last);
    }
  for (guint i = 0; i < figures->tables->len; i++)
    for (guint j = 0; j < ((const PsFigureTable *) figures->tables->pdata[i])->rows->len; j++)
      append_row (text, start, monitored->region, figures->tables->pdata[i], j);
}

/**
 * ps_monitored_to_csv: a row a figure; `;`, CRLF, UTF-8 with a byte order mark. Totals are marked, so that nobody adds them up again.
 *
 * Returns: (transfer full)
 */
char *
ps_monitored_to_csv (const PsMonitored *monitored)
{
  GString *text = g_string_new (header);

  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    if (ps_monitor_get (monitored->monitor, topic) != NULL)
      append_topic (text, monitored, ps_monitor_get (monitored->monitor, topic));
  return g_string_free (text, FALSE);
}
