/* ps-topic-table.c: figures of the monitor as a table of the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-topic-table"

#include "ps-topic-view.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-navigator.h"
#include "gui/products/ps-product-page.h"
#include "gui/providers/ps-provider-page.h"

#define LONG_TABLE 20         /* rows: more of them scroll inside their card */
#define LONG_TABLE_HEIGHT 460 /* in pixels */
#define TEXT_WIDTH 24         /* in characters, at most, of a text that is not the first */
#define NUMBER_WIDTH 5        /* at least */
#define FEW_COLUMNS 5         /* more of them have titles of two lines, to fit beside each other */

static PsColumnKind
column_kind (PsValueKind kind)
{
  switch (kind)
    {
    case PS_VALUE_MONEY:
      return PS_COLUMN_MONEY;
    case PS_VALUE_COUNT:
    case PS_VALUE_DAYS:
      return PS_COLUMN_COUNT;
    case PS_VALUE_PLACES:
      return PS_COLUMN_VOLUME;
    case PS_VALUE_SHARE:
      return PS_COLUMN_PERCENT;
    case PS_VALUE_DATE:
      return PS_COLUMN_DATE;
    case PS_VALUE_TEXT:
    case PS_N_VALUES:
    default:
      return PS_COLUMN_TEXT;
    }
}

/* The first says what the row is about, and takes what is left. */
static PsColumn
make_column (const PsFigureColumn *figure, gboolean first, gboolean many)
{
  PsColumn column = { .id = figure->id, .title = figure->title, .kind = column_kind (figure->kind), .total = figure->total };

  if (column.kind != PS_COLUMN_TEXT)
    column.width = NUMBER_WIDTH;
  else if (!first)
    column.width = TEXT_WIDTH;
  column.bold = first;
  column.two_lines = many && !first;
  return column;
}

static PsTableRow *
make_row (const PsFigureTable *table, const PsFigureRow *figures, guint place)
{
  PsTopicRow *about = g_new (PsTopicRow, 1);
  PsTableRow *row = ps_table_row_new (table->columns->len, place, about, g_free);

  *about = (PsTopicRow){ figures->provider, figures->product };
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PsFigureColumn *column = g_ptr_array_index (table->columns, i);

      if (column->kind == PS_VALUE_TEXT)
        ps_table_row_set_text (row, i, figures->texts[i]);
      else
        ps_table_row_set_number (row, i, figures->numbers[i]);
    }
  return row;
}

/**
 * ps_topic_table_fill:
 * @widget: made by ps_topic_table_new() of a table with the same columns
 *
 * The table's total stands in the footer: there it stays below whatever the rows are sorted by.
 */
void
ps_topic_table_fill (PsTable *widget, const PsFigureTable *table)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PsTableRow) total = NULL;
  gboolean is_long;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const PsFigureRow *figures = g_ptr_array_index (table->rows, i);
      PsTableRow *row = make_row (table, figures, i);

      if (figures->is_total)
        {
          g_clear_object (&total);
          total = row;
        }
      else
        g_ptr_array_add (rows, row);
    }
  is_long = rows->len > LONG_TABLE;
  ps_table_set_natural (widget, !is_long);
  gtk_widget_set_size_request (GTK_WIDGET (widget), -1, is_long ? LONG_TABLE_HEIGHT : -1);
  ps_table_set_rows (widget, rows);
  ps_table_set_total_row (widget, total);
}

/* Last year's give way where there is no room for all, the last of them first; copies and exports keep them. */
static void
set_drops (PsTable *widget, const PsFigureTable *table)
{
  g_autoptr (GArray) drops = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = table->columns->len; i > 0; i--)
    {
      const PsFigureColumn *column = g_ptr_array_index (table->columns, i - 1);
      guint place = i - 1;

      if (g_str_has_suffix (column->id, "-last"))
        g_array_append_val (drops, place);
    }
  if (drops->len > 0)
    ps_table_set_drops (widget, (const guint *) (gpointer) drops->data, drops->len);
}

PsTable *
ps_topic_table_new (const PsFigureTable *table)
{
  g_autofree PsColumn *columns = g_new (PsColumn, table->columns->len);
  PsTable *widget;

  for (guint i = 0; i < table->columns->len; i++)
    columns[i] = make_column (g_ptr_array_index (table->columns, i), i == 0, table->columns->len > FEW_COLUMNS);
  widget = PS_TABLE (ps_table_new (columns, table->columns->len, table->title));
  ps_table_set_export_name (widget, table->title);
  ps_table_set_empty (widget, _("Nothing in this period"), NULL);
  set_drops (widget, table);
  ps_topic_table_fill (widget, table);
  return widget;
}

/* Opening what a row is about */

static gboolean
open_provider (GtkWidget *from, PsSession *session, const PsProvider *provider)
{
  guint place = ps_region_find_provider (ps_session_get_settled (session)->region, provider->agb);

  if (place != PS_NONE)
    ps_navigator_push (from, ps_provider_page_new (session, place), provider->name);
  return place != PS_NONE;
}

static gboolean
open_product (GtkWidget *from, PsSession *session, const PsProduct *product)
{
  g_autofree char *title = g_strdup_printf ("%s %s", product->code, product->name);

  if (ps_region_find_product (ps_session_get_settled (session)->region, product->code) == PS_NONE)
    return FALSE;
  ps_navigator_push (from, ps_product_page_new (session, product->id), title);
  return TRUE;
}

/**
 * ps_topic_row_open:
 * @region: of the figures that the table was filled with
 *
 * Opens the page of the provider, or else the product, that the row is about. Nothing where it is about neither, or where that is not in
 * the region any more.
 */
gboolean
ps_topic_row_open (GtkWidget *from, PsSession *session, const PsRegion *region, PsTableRow *row)
{
  const PsTopicRow *about = ps_table_row_get_data (row);

  if (about == NULL || ps_session_get_settled (session) == NULL)
    return FALSE;
  if (about->provider != PS_NONE)
    return open_provider (from, session, ps_region_provider (region, about->provider));
  return about->product != PS_NONE && open_product (from, session, ps_region_product (region, about->product));
}
