/* ps-report-cut.c: what of a table has its place on a page of A4: the spreadsheet has all of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include <string.h>

#define MOST_ROWS 25
#define MOST_WIDTH 100 /* characters of letters that are easy to read, over the width of a page */
#define MOST_TEXT 18   /* of a column of texts: longer ones are broken */
#define COLUMN_GAP 2

/* ---- columns */

static gboolean
is_text (const PsFigureTable *table, guint column)
{
  return ((const PsFigureColumn *) table->columns->pdata[column])->kind == PS_VALUE_TEXT;
}

/* "m1" … "m12": months across. */
static gboolean
is_month (const PsFigureTable *table, guint column)
{
  const char *id = ((const PsFigureColumn *) table->columns->pdata[column])->id;

  return id[0] == 'm' && g_ascii_isdigit (id[1]);
}

static gboolean
is_last_year (const PsFigureTable *table, guint column)
{
  return g_str_has_suffix (((const PsFigureColumn *) table->columns->pdata[column])->id, "-last");
}

static glong
longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));
  return longest;
}

static glong
width_of (const PsFigureTable *table, guint column)
{
  glong width = longest_word (((const PsFigureColumn *) table->columns->pdata[column])->title);

  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autofree char *cell = ps_figure_table_cell (table, i, column);
      glong length = g_utf8_strlen (cell, -1);

      width = MAX (width, is_text (table, column) ? MIN (length, MOST_TEXT) : length);
    }
  return width + COLUMN_GAP;
}

static glong
total_width (const GArray *columns, const glong *widths)
{
  glong width = 0;

  for (guint i = 0; i < columns->len; i++)
    width += widths[g_array_index (columns, guint, i)];
  return width;
}

static void
drop_all (GArray *columns, const PsFigureTable *table, gboolean (*drops) (const PsFigureTable *table, guint column))
{
  for (guint i = columns->len; i > 1; i--)
    if (drops (table, g_array_index (columns, guint, i - 1)))
      g_array_remove_index (columns, i - 1);
}

/* Months first, which the chart shows; then last year; then what stands at the right. */
static void
fit_columns (PsReportCut *cut)
{
  const PsFigureTable *table = cut->table;
  g_autofree glong *widths = g_new (glong, table->columns->len);

  for (guint i = 0; i < table->columns->len; i++)
    {
      widths[i] = width_of (table, i);
      g_array_append_val (cut->columns, i);
    }
  if (total_width (cut->columns, widths) > MOST_WIDTH)
    drop_all (cut->columns, table, is_month);
  if (total_width (cut->columns, widths) > MOST_WIDTH)
    drop_all (cut->columns, table, is_last_year);
  while (cut->columns->len > 2 && total_width (cut->columns, widths) > MOST_WIDTH)
    g_array_set_size (cut->columns, cut->columns->len - 1);
}

static void
take_columns (PsReportCut *cut, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    for (guint column = 0; column < cut->table->columns->len; column++)
      if (g_str_equal (((const PsFigureColumn *) cut->table->columns->pdata[column])->id, ids[i]))
        g_array_append_val (cut->columns, column);
}

/* ---- rows */

/* The first figure that can be added up; PS_NONE: there is none. */
static guint
find_rank (const PsFigureTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (((const PsFigureColumn *) table->columns->pdata[i])->total && !is_text (table, i))
      return i;
  return PS_NONE;
}

typedef struct
{
  guint row;
  gint64 number;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->number != y->number)
    return x->number > y->number ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static GArray *
rank_rows (const PsFigureTable *table, guint column)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < table->rows->len; i++)
    {
      const PsFigureRow *row = table->rows->pdata[i];
      gint64 number = column != PS_NONE ? row->numbers[column] : PS_NO_NUMBER;
      Ranked it = { i, number == PS_NO_NUMBER ? G_MININT64 : number };

      if (!row->is_total)
        g_array_append_val (ranked, it);
    }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

/* The largest, in the order that they have in the table, and every total. */
static void
take_rows (PsReportCut *cut)
{
  g_autoptr (GArray) ranked = NULL;

  cut->ranked_by = find_rank (cut->table);
  ranked = rank_rows (cut->table, cut->ranked_by);
  cut->n_rows_left = ranked->len > MOST_ROWS ? ranked->len - MOST_ROWS : 0;
  for (guint i = 0; i < ranked->len - cut->n_rows_left; i++)
    g_array_append_val (cut->rows, g_array_index (ranked, Ranked, i).row);
  for (guint i = 0; i < cut->table->rows->len; i++)
    if (((const PsFigureRow *) cut->table->rows->pdata[i])->is_total)
      g_array_append_val (cut->rows, i);
  g_array_sort (cut->rows, compare_places);
}

/**
 * ps_report_cut_new: `table` is borrowed.
 * @ids: (nullable): the columns that are wanted, ended by NULL
 */
PsReportCut *
ps_report_cut_new (const PsFigureTable *table, const char *const *ids)
{
  PsReportCut *cut = g_new0 (PsReportCut, 1);

  cut->table = table;
  cut->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  cut->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  if (ids != NULL)
    take_columns (cut, ids);
  else
    fit_columns (cut);
  take_rows (cut);
  cut->columns_left = ids == NULL && cut->columns->len < table->columns->len;
  return cut;
}

void
ps_report_cut_free (PsReportCut *cut)
{
  if (cut == NULL)
    return;
  g_array_unref (cut->columns);
  g_array_unref (cut->rows);
  g_free (cut);
}

/* ---- which table, and whether there is anything */

static gboolean
loses_its_point (const PsFigureTable *table)
{
  g_autoptr (PsReportCut) cut = ps_report_cut_new (table, NULL);
  guint n = 0;

  for (guint i = 0; i < table->columns->len; i++)
    n += !is_month (table, i) && !is_last_year (table, i);
  return cut->columns->len < n;
}

/**
 * ps_report_main_table: the first one, unless a page is too narrow for it and one of the others does fit.
 *
 * Returns: (transfer none) (nullable): NULL: none has a row
 */
const PsFigureTable *
ps_report_main_table (const PsTopicFigures *figures)
{
  const PsFigureTable *first = NULL;

  for (guint i = 0; i < figures->tables->len; i++)
    {
      const PsFigureTable *table = figures->tables->pdata[i];

      if (table->rows->len > 0 && !loses_its_point (table))
        return table;
      if (first == NULL && table->rows->len > 0)
        first = table;
    }
  return first;
}

static gboolean
is_something (gint64 number)
{
  return number != 0 && number != PS_NO_NUMBER;
}

/* Days and shares are of something, or a norm, which is there without anything to hold against it. */
static gboolean
counts (const PsFigureTable *table, guint column)
{
  PsValueKind kind = ((const PsFigureColumn *) table->columns->pdata[column])->kind;

  return kind == PS_VALUE_MONEY || kind == PS_VALUE_COUNT || kind == PS_VALUE_PLACES;
}

static gboolean
table_has_anything (const PsFigureTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->columns->len; j++)
      if (counts (table, j) && is_something (((const PsFigureRow *) table->rows->pdata[i])->numbers[j]))
        return TRUE;
  return FALSE;
}

gboolean
ps_report_has_anything (const PsTopicFigures *figures)
{
  for (guint i = 0; i < figures->tiles->len; i++)
    if (is_something (((const PsTile *) figures->tiles->pdata[i])->value))
      return TRUE;
  for (guint i = 0; i < figures->tables->len; i++)
    if (table_has_anything (figures->tables->pdata[i]))
      return TRUE;
  return FALSE;
}
