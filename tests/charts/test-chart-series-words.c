/* test-chart-series-words.c: a chart of series in words: points to visit, table, description, files; and a spark
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-texts.h"
#include "series-samples.h"

#include "charts/ps-chart-export.h"
#include "charts/ps-spark.h"

#include <string.h>

static PsSeriesSet *
make_small (PsShape shape)
{
  static const gint64 realised[] = { 123456, PS_NO_NUMBER, -5 }, agreed[] = { 100000, 100000, PS_NO_NUMBER };
  PsSeriesSet *set = ps_series_set_new (shape, PS_VALUE_MONEY, "Realised", "Month");

  ps_series_set_add_category (set, "jan", "January 2024");
  ps_series_set_add_category (set, "feb", "February 2024");
  ps_series_set_add_category (set, "", NULL);
  sample_add (set, shape == PS_SHAPE_STACK ? PS_ROLE_PART : PS_ROLE_VALUE, "realised", realised);
  sample_add (set, PS_ROLE_AGREED, "agreed", agreed);
  return set;
}

/* A category is announced in full with all that is known of it; each series apart is a part of it, the same ones everywhere. */
static void
test_spots (void)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    {
      g_autoptr (PsSeriesSet) set = make_small (shape);
      PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
      g_autoptr (GPtrArray) spots = ps_chart_series_kind.spots (set, 620, 330, &style);
      const PsChartSpot *first, *second, *third;

      g_assert_cmpuint (spots->len, ==, 3);
      first = spots->pdata[0];
      second = spots->pdata[1];
      third = spots->pdata[2];
      g_assert_cmpstr (first->title, ==, "January 2024");
      g_assert_cmpstr (first->value, ==, "realised: €\302\2401,234.56\nagreed: €\302\2401,000.00");
      g_assert_cmpstr (second->value, ==, "realised: –\nagreed: €\302\2401,000.00");
      g_assert_cmpstr (third->title, ==, "–");
      for (guint i = 0; i < spots->len; i++)
        g_assert_cmpuint (((PsChartSpot *) spots->pdata[i])->parts->len, ==, 2);
      g_assert_cmpstr (ps_chart_spot_part (third, 0)->value, ==, "realised: €\302\240−0.05");
      g_assert_null (ps_chart_spot_part (third, 2));
      g_assert_null (ps_chart_spot_part (third, -1));
    }
}

/* Of categories that are drawn together the first and the last, the lowest and the highest. */
static void
test_spots_together (void)
{
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, 5000);
  PsSeries *series = ps_series_set_add (set, PS_ROLE_VALUE, "clients");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) spots = NULL;
  const PsChartSpot *first, *last;

  for (guint i = 0; i < 5000; i++)
    series->values[i] = i;
  spots = ps_chart_series_kind.spots (set, 620, 330, &style);
  first = spots->pdata[0];
  last = spots->pdata[spots->len - 1];
  g_assert_true (g_str_has_prefix (first->title, "c0 – c"));
  g_assert_true (g_str_has_prefix (first->value, "clients: 0 to "));
  g_assert_true (g_str_has_suffix (last->title, " – c4999"));
  g_assert_true (g_str_has_suffix (last->value, " to 4,999"));
}

static void
test_table (void)
{
  g_autoptr (PsSeriesSet) set = make_small (PS_SHAPE_BARS);
  g_autoptr (PsChartTable) table = ps_chart_series_table (set);
  g_autofree char *csv = ps_chart_table_to_csv (table);

  g_assert_cmpuint (table->n_columns, ==, 3);
  g_assert_cmpuint (ps_chart_table_n_rows (table), ==, 3);
  g_assert_cmpint (ps_chart_table_column_kind (table, 0), ==, PS_VALUE_TEXT);
  g_assert_cmpint (ps_chart_table_column_kind (table, 1), ==, PS_VALUE_MONEY);
  g_assert_cmpint (ps_chart_table_amount (table, 2, 1), ==, -5);
  g_assert_cmpstr (ps_chart_table_text (table, 1, 1), ==, "–");
  g_assert_cmpstr (csv, ==,
                   "\357\273\277Month;realised;agreed\r\nJanuary 2024;1234,56;1000,00\r\nFebruary 2024;;1000,00\r\n;-0,05;\r\n");
}

/* Every kind of figure in the way a spreadsheet reads it. */
static void
test_csv_kinds (void)
{
  static const struct
  {
    PsValueKind kind;
    const char *written;
  } kinds[] = { { PS_VALUE_MONEY, "12,34" },
                { PS_VALUE_COUNT, "1234" },
                { PS_VALUE_PLACES, "1,234" },
                { PS_VALUE_SHARE, "12,34" },
                { PS_VALUE_DAYS, "1234" } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (PsChartTable) table = ps_chart_table_new ("a", NULL);
      g_autofree char *csv = NULL, *wanted = g_strdup_printf ("\357\273\277a\r\n%s\r\n", kinds[i].written);

      ps_chart_table_add_value (table, kinds[i].kind, 1234);
      csv = ps_chart_table_to_csv (table);
      g_assert_cmpstr (csv, ==, wanted);
    }
}

static void
test_describe (void)
{
  g_autoptr (PsSeriesSet) set = make_small (PS_SHAPE_BARS), many = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, 100);
  PsSeries *series = ps_series_set_add (many, PS_ROLE_VALUE, "clients");
  g_autofree char *text = ps_chart_series_kind.describe (set), *long_text = NULL;

  g_assert_cmpstr (text, ==,
                   "realised: January 2024 €\302\2401,234.56, – €\302\240−0.05. agreed: January 2024 €\302\2401,000.00, "
                   "February 2024 €\302\2401,000.00.");
  for (guint i = 0; i < 100; i++)
    series->values[i] = 50;
  series->values[13] = 7;
  series->values[77] = 99;
  long_text = ps_chart_series_kind.describe (many);
  g_assert_cmpstr (long_text, ==, "clients: from 7 (c13) to 99 (c77).");
}

/* Every shape as every sort of file: the same bytes each time. */
static void
test_export (void)
{
  static const char *const starts[] = { "\211PNG", "<?xml", "%PDF", "\357\273\277Month;" };

  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    for (PsChartFormat format = PS_CHART_PNG; format <= PS_CHART_CSV; format++)
      {
        g_autoptr (PsSeriesSet) set = sample_months (shape);
        PsChartExport export = {
          .kind = &ps_chart_series_kind, .chart = set, .subject = "Maasduin Jeugdhulp 2024", .width = 720
        };
        g_autoptr (GBytes) first = ps_chart_export (&export, format, NULL), again = ps_chart_export (&export, format, NULL);
        gsize size;
        const char *data;

        g_assert_nonnull (first);
        data = g_bytes_get_data (first, &size);
        g_assert_cmpuint (size, >, 300);
        g_assert_cmpmem (data, strlen (starts[format]), starts[format], strlen (starts[format]));
        g_assert_true (g_bytes_equal (first, again));
      }
}

/* The words of an SVG file tell what it shows. */
static void
test_svg_words (void)
{
  g_autoptr (PsSeriesSet) set = make_small (PS_SHAPE_LINES);
  PsChartExport export = { .kind = &ps_chart_series_kind, .chart = set, .subject = "Maasduin", .width = 620 };
  g_autoptr (GBytes) bytes = ps_chart_export (&export, PS_CHART_SVG, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "<title>Maasduin, Realised</title>"));
  g_assert_nonnull (strstr (text, "<desc>realised: January 2024"));
}

/* Spark */

static Canvas *
draw_spark (const PsSpark *spark, const PsChartStyle *style)
{
  Canvas *canvas = canvas_new (100, 24, style->background);
  cairo_t *cr = cairo_create (canvas->surface);

  ps_spark_draw (cr, spark, 100, 24, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
  return canvas;
}

/* The first row of a column, from the top, in which there is this colour. */
static int
top_in (const Canvas *canvas, int x, PsColour colour)
{
  for (int y = 0; y < canvas->height; y++)
    if (canvas_count (canvas, x - 1, y, 3, 1, colour) > 0)
      return y;
  return -1;
}

static void
test_spark (void)
{
  static const gint64 values[] = { 10, 20, 30, 20, PS_NO_NUMBER }, last[] = { 12, 12, 12, 12, 12 };
  const PsSpark spark = { PS_VALUE_COUNT, values, last, 5, PS_NO_NUMBER };
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = draw_spark (&spark, &style);
  g_autofree char *text = ps_spark_describe (&spark);

  /* The highest is at the top, the last has a dot at half the height, and after it there is nothing. */
  g_assert_cmpint (top_in (canvas, 50, style.blue), <=, 4);
  g_assert_cmpint (ABS (top_in (canvas, 73, style.blue) - 10), <=, 2);
  g_assert_cmpint (top_in (canvas, 90, style.blue), ==, -1);
  canvas_assert_margin_is_free (canvas, style.background);
  g_assert_cmpstr (text, ==, "from 10 to 30, last 20");
}

static void
test_spark_odd (void)
{
  static const gint64 nothing[] = { PS_NO_NUMBER, PS_NO_NUMBER }, one[] = { PS_NO_NUMBER, 5, PS_NO_NUMBER }, flat[] = { 7, 7, 7 },
                      huge[] = { G_MAXINT64, -G_MAXINT64 };
  const PsSpark sparks[] = { { PS_VALUE_MONEY, NULL, NULL, 0, PS_NO_NUMBER },
                             { PS_VALUE_MONEY, nothing, nothing, 2, PS_NO_NUMBER },
                             { PS_VALUE_MONEY, one, NULL, 3, PS_NO_NUMBER },
                             { PS_VALUE_MONEY, flat, flat, 3, 7 },
                             { PS_VALUE_MONEY, huge, NULL, 2, 0 },
                             { PS_VALUE_MONEY, nothing, NULL, 2, 100 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sparks); i++)
    for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
      {
        PsChartStyle style = ps_chart_style (look);
        g_autoptr (Canvas) canvas = draw_spark (&sparks[i], &style);
        g_autofree char *text = ps_spark_describe (&sparks[i]);
        int blue = canvas_count (canvas, 0, 0, 100, 24, style.blue);

        canvas_assert_margin_is_free (canvas, style.background);
        g_assert_cmpint (blue > 0, ==, i >= 2 && i <= 4);
        g_assert_cmpint (g_str_equal (text, "nothing known"), ==, i < 2 || i == 5);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/series/words/spots", test_spots);
  g_test_add_func ("/charts/series/words/spots-together", test_spots_together);
  g_test_add_func ("/charts/series/words/table", test_table);
  g_test_add_func ("/charts/series/words/csv-kinds", test_csv_kinds);
  g_test_add_func ("/charts/series/words/describe", test_describe);
  g_test_add_func ("/charts/series/words/export", test_export);
  g_test_add_func ("/charts/series/words/svg-words", test_svg_words);
  g_test_add_func ("/charts/spark/plain", test_spark);
  g_test_add_func ("/charts/spark/odd", test_spark_odd);
  return g_test_run ();
}
