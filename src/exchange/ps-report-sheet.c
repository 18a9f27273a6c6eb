/* ps-report-sheet.c: a month's overview as a spreadsheet: all of its tables, a sheet each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include <glib/gi18n-lib.h>

/* ---- a table */

static PsSheetKind
kind_of (PsValueKind kind)
{
  static const PsSheetKind kinds[PS_N_VALUES] = {
    [PS_VALUE_TEXT] = PS_SHEET_TEXT,     [PS_VALUE_MONEY] = PS_SHEET_MONEY,   [PS_VALUE_COUNT] = PS_SHEET_COUNT,
    [PS_VALUE_PLACES] = PS_SHEET_VOLUME, [PS_VALUE_SHARE] = PS_SHEET_PERCENT, [PS_VALUE_DAYS] = PS_SHEET_COUNT,
    [PS_VALUE_DATE] = PS_SHEET_DATE,
  };

  g_assert (kind < PS_N_VALUES);
  return kinds[kind];
}

/* In a column of numbers "days" stands in its heading. */
static char *
heading_of (const PsFigureColumn *column)
{
  /* Translators: a column's heading: what it is, counted in days */
  return column->kind == PS_VALUE_DAYS ? g_strdup_printf (_("%s (days)"), column->title) : g_strdup (column->title);
}

static void
add_row (PsSheet *sheet, const PsFigureTable *table, const PsFigureRow *row)
{
  if (row->is_total)
    ps_sheet_mark_total (sheet);
  for (guint i = 0; i < table->columns->len; i++)
    if (row->texts[i] != NULL)
      ps_sheet_add_text (sheet, row->texts[i]);
    else
      ps_sheet_add_number (sheet, row->numbers[i]);
}

/**
 * ps_report_table_sheet: a table with all of its rows and columns; its totals are its own, and not added up again.
 *
 * Returns: (transfer full)
 */
PsSheet *
ps_report_table_sheet (const PsFigureTable *table)
{
  PsSheet *sheet = ps_sheet_new (table->title);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const PsFigureColumn *column = table->columns->pdata[i];
      g_autofree char *heading = heading_of (column);

      ps_sheet_add_column (sheet, heading, kind_of (column->kind), FALSE);
    }
  for (guint i = 0; i < table->rows->len; i++)
    add_row (sheet, table, table->rows->pdata[i]);
  return sheet;
}

/* ---- what it is about */

static void
add_fact (const char *label, const char *text, gpointer user_data)
{
  PsSheet *sheet = user_data;

  ps_sheet_add_text (sheet, label);
  ps_sheet_add_text (sheet, text);
}

static PsSheet *
make_about (const PsReport *report)
{
  g_autofree char *title = ps_report_title (report);
  PsSheet *sheet = ps_sheet_new (_("About"));

  ps_sheet_add_column (sheet, _("Subject"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Explanation"), PS_SHEET_TEXT, FALSE);
  add_fact (_("Document"), title, sheet);
  ps_report_tell_facts (report, add_fact, sheet);
  if (report->places_note != NULL)
    add_fact (_("Places on peildata"), report->places_note, sheet);
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    add_fact (ps_topic_title (topic), ps_topic_definition (topic), sheet);
  return sheet;
}

/* ---- figures that stand by themselves */

static void
add_tile (PsSheet *sheet, const char *topic, const PsTile *tile)
{
  PsSheetKind kind = kind_of (tile->kind);

  ps_sheet_add_text (sheet, topic);
  ps_sheet_add_text (sheet, tile->label);
  ps_sheet_add_number_of (sheet, kind, tile->value);
  ps_sheet_add_number_of (sheet, kind, tile->last);
  ps_sheet_add_text (sheet, tile->kind == PS_VALUE_DAYS && tile->note == NULL ? _("days") : tile->note);
}

/**
 * ps_report_tile_sheet: the year at a glance, then the figures of every topic.
 *
 * Returns: (transfer full)
 */
PsSheet *
ps_report_tile_sheet (const PsReport *report)
{
  g_autofree char *this_year = g_strdup_printf ("%d", report->year), *last_year = g_strdup_printf ("%d", report->year - 1);
  PsSheet *sheet = ps_sheet_new (_("Key figures"));

  ps_sheet_add_column (sheet, _("Topic"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Figure"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, this_year, PS_SHEET_COUNT, FALSE);
  ps_sheet_add_column (sheet, last_year, PS_SHEET_COUNT, FALSE);
  ps_sheet_add_column (sheet, _("Note"), PS_SHEET_TEXT, FALSE);
  for (guint i = 0; i < report->tiles->len; i++)
    add_tile (sheet, _("The year at a glance"), report->tiles->pdata[i]);
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const PsTopicFigures *figures = ps_monitor_get (report->monitored->monitor, topic);

      for (guint i = 0; i < figures->tiles->len; i++)
        add_tile (sheet, ps_topic_title (topic), figures->tiles->pdata[i]);
    }
  ps_sheet_set_note (sheet, report->places_note);
  return sheet;
}

static const char *
note_of (const PsReport *report, const PsFigureTable *table)
{
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    if (ps_report_has_cost (topic) && g_ptr_array_find (ps_monitor_get (report->monitored->monitor, topic)->tables, table, NULL))
      return report->places_note;
  return NULL;
}

static PsSheet *
make_table (const PsReport *report, const PsFigureTable *table)
{
  PsSheet *sheet = ps_report_table_sheet (table);

  ps_sheet_set_note (sheet, table->note != NULL ? table->note : note_of (report, table));
  return sheet;
}

/**
 * ps_report_sheets: what it is about, the figures that stand by themselves, then every table.
 *
 * Returns: (transfer full) (element-type PsSheet)
 */
GPtrArray *
ps_report_sheets (const PsReport *report)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);

  g_ptr_array_add (sheets, make_about (report));
  g_ptr_array_add (sheets, ps_report_tile_sheet (report));
  for (guint i = 0; i < report->tables->len; i++)
    g_ptr_array_add (sheets, make_table (report, report->tables->pdata[i]));
  return sheets;
}

/**
 * ps_report_to_sheet: the file is replaced when it is complete.
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence
 */
gboolean
ps_report_to_sheet (const PsReport *report, const char *path, GError **error)
{
  g_autoptr (GPtrArray) sheets = ps_report_sheets (report);

  return ps_sheets_write (sheets, path, error);
}
