/* test-chart-tariffs.c: tariffs in time: the drawing, the points to visit, the figures in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"

#include "charts/ps-chart-tariffs-layout.h"

#include <string.h>

typedef PsTariffsChart *(*MakeChart) (void);

#define EURO_E4 10000

static PsDate
day (int year, int month, int number)
{
  return ps_date_from_ymd (year, month, number);
}

/* € 80 in 2024, € 84 in 2025, € 88 from 2026 on; one provider € 90 from 1 July 2024 to 2025, one € 82 since 2025. */
static PsTariffsChart *
make_usual (void)
{
  PsTariffsChart *chart = ps_tariffs_chart_new ("Tariffs of 45L11", day (2025, 9, 15));
  PsTariffLine *line = ps_tariffs_chart_add_line (chart, "region", TRUE);

  ps_tariff_line_add (line, day (2025, 1, 1), day (2025, 12, 31), 84 * EURO_E4);
  ps_tariff_line_add (line, day (2024, 1, 1), day (2024, 12, 31), 80 * EURO_E4);
  ps_tariff_line_add (line, day (2026, 1, 1), PS_DATE_OPEN, 88 * EURO_E4);
  line = ps_tariffs_chart_add_line (chart, "Zorggroep De Wissel", FALSE);
  ps_tariff_line_add (line, day (2024, 7, 1), day (2025, 12, 31), 90 * EURO_E4);
  line = ps_tariffs_chart_add_line (chart, "Praktijk Het Anker", FALSE);
  ps_tariff_line_add (line, day (2025, 1, 1), PS_DATE_OPEN, 82 * EURO_E4);
  return chart;
}

static PsTariffsChart *
make_nothing (void)
{
  return ps_tariffs_chart_new (NULL, day (2025, 9, 15));
}

static PsTariffsChart *
make_line_without_tariffs (void)
{
  PsTariffsChart *chart = ps_tariffs_chart_new (NULL, PS_DATE_OPEN);

  ps_tariffs_chart_add_line (chart, "region", TRUE);
  return chart;
}

static PsTariffsChart *
make_one (void)
{
  PsTariffsChart *chart = ps_tariffs_chart_new (NULL, day (2025, 9, 15));

  ps_tariff_line_add (ps_tariffs_chart_add_line (chart, "region", TRUE), day (2025, 9, 15), day (2025, 9, 15), 15905);
  return chart;
}

static PsTariffsChart *
make_gap (void)
{
  PsTariffsChart *chart = ps_tariffs_chart_new (NULL, day (2025, 9, 15));
  PsTariffLine *line = ps_tariffs_chart_add_line (chart, "region", TRUE);

  ps_tariff_line_add (line, day (2023, 1, 1), day (2023, 12, 31), 80 * EURO_E4);
  ps_tariff_line_add (line, day (2024, 4, 1), PS_DATE_OPEN, 90 * EURO_E4);
  return chart;
}

static PsTariffsChart *
make_gap_of_a_day (void)
{
  PsTariffsChart *chart = ps_tariffs_chart_new (NULL, PS_DATE_OPEN);
  PsTariffLine *line = ps_tariffs_chart_add_line (chart, "region", TRUE);

  ps_tariff_line_add (line, day (2020, 1, 1), day (2023, 12, 30), 80 * EURO_E4);
  ps_tariff_line_add (line, day (2024, 1, 1), day (2026, 12, 31), 90 * EURO_E4);
  return chart;
}

/* No region's tariff, and forty providers that each changed theirs on another day. */
static PsTariffsChart *
make_many (gboolean region)
{
  PsTariffsChart *chart = ps_tariffs_chart_new ("Tariffs of 45L11", day (2025, 9, 15));

  if (region)
    ps_tariff_line_add (ps_tariffs_chart_add_line (chart, "region", TRUE), day (2020, 1, 1), PS_DATE_OPEN, 85 * EURO_E4);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *label = g_strdup_printf ("Provider with a rather long name, number %d", i);
      PsTariffLine *line = ps_tariffs_chart_add_line (chart, label, FALSE);

      ps_tariff_line_add (line, day (2022, 1, 1), day (2024, 12, 31) + i, (70 + i) * EURO_E4);
      ps_tariff_line_add (line, day (2025, 1, 1) + i, PS_DATE_OPEN, (72 + i) * EURO_E4);
    }
  return chart;
}

static PsTariffsChart *
make_forty (void)
{
  return make_many (TRUE);
}
static PsTariffsChart *
make_forty_alone (void)
{
  return make_many (FALSE);
}

static PsTariffsChart *
make_six_alike (void)
{
  PsTariffsChart *chart = make_usual ();

  for (int i = 0; i < 4; i++)
    ps_tariff_line_add (ps_tariffs_chart_add_line (chart, "Same", FALSE), day (2025, 1, 1), PS_DATE_OPEN, 88 * EURO_E4);
  return chart;
}

static PsTariffsChart *
make_huge (void)
{
  PsTariffsChart *chart = ps_tariffs_chart_new (NULL, day (2025, 9, 15));
  PsTariffLine *line = ps_tariffs_chart_add_line (chart, "region", TRUE);

  ps_tariff_line_add (line, PS_DATE_MIN, day (1950, 1, 1), 1);
  ps_tariff_line_add (line, day (2100, 1, 1), PS_DATE_MAX, G_GINT64_CONSTANT (99999999999999));
  return chart;
}

static const MakeChart makers[] = {
  make_usual,        make_nothing, make_line_without_tariffs, make_one,       make_gap,
  make_gap_of_a_day, make_forty,   make_forty_alone,          make_six_alike, make_huge,
};

static void
try_chart (MakeChart make, int width, int height, const PsChartStyle *style)
{
  g_autoptr (PsTariffsChart) chart = make ();
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_tariffs_kind, chart, width, height, style);

  canvas_assert_margin_is_free (canvas, style->background);
  assert_spots (&ps_chart_tariffs_kind, chart, width, height, style);
}

/* Every chart, size and look: drawn, nothing cut off at the edge, spots in order, words there. */
static void
test_all_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
      for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
        {
          PsChartStyle style = ps_chart_style (look);

          try_chart (makers[i], canvas_sizes[size][0], canvas_sizes[size][1], &style);
        }
}

static void
test_enlarged (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      PsChartStyle style = ps_chart_style (PS_LOOK_DARK);

      style.scale = 1.5;
      style.show_title = FALSE;
      try_chart (makers[i], 620, 330, &style);
    }
}

/* A laid out chart, as it is drawn at 620 × 330. */
typedef struct
{
  PsTariffsChart *chart;
  PsChartStyle style;
  PsPen pen;
  PsTariffsLayout layout;
} Laid;

static void
lay_out (Laid *laid, PsTariffsChart *chart)
{
  laid->chart = chart;
  laid->style = ps_chart_style (PS_LOOK_LIGHT);
  ps_pen_init (&laid->pen, NULL, &laid->style);
  ps_tariffs_layout_init (&laid->layout, &laid->pen, chart, 620, 330);
}

static void
laid_clear (Laid *laid)
{
  ps_tariffs_layout_clear (&laid->layout);
  ps_pen_clear (&laid->pen);
  ps_tariffs_chart_free (laid->chart);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Laid, laid_clear)

/* Whether something in the colour is drawn within a pixel of a point. */
static gboolean
drawn_at (const Canvas *canvas, double x, double y, PsColour colour)
{
  return canvas_count (canvas, (int) x - 1, (int) y - 1, 3, 3, colour) > 0;
}

/* The region's line runs at the height of each tariff on its days; by hand: the days of 2024 to 2026 over the width of the plot. */
static void
test_positions (void)
{
  g_auto (Laid) laid = { 0 };
  g_autoptr (Canvas) canvas = NULL;
  const PsBox *plot;
  double height_80, height_84, height_90, x;

  lay_out (&laid, make_usual ());
  plot = &laid.layout.plot;
  canvas = canvas_of_chart (&ps_chart_tariffs_kind, laid.chart, 620, 330, &laid.style);
  g_assert_cmpint (laid.layout.first, ==, day (2024, 1, 1));
  g_assert_cmpint (laid.layout.last, ==, day (2026, 12, 31));
  height_80 = ps_tariffs_layout_tariff (&laid.layout, 80 * EURO_E4);
  height_84 = ps_tariffs_layout_tariff (&laid.layout, 84 * EURO_E4);
  height_90 = ps_tariffs_layout_tariff (&laid.layout, 90 * EURO_E4);
  g_assert_cmpfloat_with_epsilon (height_80 - height_84, (height_80 - height_90) * 0.4, 0.001);
  x = plot->x + plot->width * 200 / (366 + 365 + 365);
  g_assert_cmpfloat_with_epsilon (ps_tariffs_layout_day (&laid.layout, day (2024, 1, 1) + 200), x, 0.001);
  g_assert_true (drawn_at (canvas, x, height_80, laid.style.blue));
  g_assert_false (drawn_at (canvas, x, height_84, laid.style.blue));
  x = ps_tariffs_layout_day (&laid.layout, day (2025, 5, 1));
  g_assert_true (drawn_at (canvas, x, height_84, laid.style.blue));
  g_assert_true (drawn_at (canvas, x, height_90, laid.style.grey));
  x = ps_tariffs_layout_day (&laid.layout, day (2024, 3, 1));
  g_assert_false (drawn_at (canvas, x, height_90, laid.style.grey));
}

/* What is after today is not drawn in the full colour. */
static void
test_future (void)
{
  g_auto (Laid) laid = { 0 };
  g_autoptr (Canvas) canvas = NULL;
  double y, from, to;
  int seen;

  lay_out (&laid, make_usual ());
  canvas = canvas_of_chart (&ps_chart_tariffs_kind, laid.chart, 620, 330, &laid.style);
  y = ps_tariffs_layout_tariff (&laid.layout, 88 * EURO_E4);
  from = ps_tariffs_layout_day (&laid.layout, day (2026, 2, 1));
  to = ps_tariffs_layout_day (&laid.layout, day (2026, 12, 1));
  g_assert_cmpint (canvas_count (canvas, (int) from, (int) y, (int) (to - from), 1, laid.style.blue), ==, 0);
  /* between the dashes the background is seen */
  seen = canvas_count (canvas, (int) from, (int) y, (int) (to - from), 1, laid.style.background);
  g_assert_cmpint (seen, <, (int) (to - from) - 30);
  g_assert_cmpint (seen, >, 10);
}

/* The days without a tariff of the region are hatched, also when it is one day. */
static void
test_gap (void)
{
  static const MakeChart with_gap[] = { make_gap, make_gap_of_a_day };

  for (gsize i = 0; i < G_N_ELEMENTS (with_gap); i++)
    {
      g_auto (Laid) laid = { 0 };
      g_autoptr (Canvas) canvas = NULL;
      PsDate from, to;
      double left;

      lay_out (&laid, with_gap[i]());
      canvas = canvas_of_chart (&ps_chart_tariffs_kind, laid.chart, 620, 330, &laid.style);
      g_assert_true (ps_tariff_line_gap (ps_tariffs_chart_region (laid.chart), 0, &from, &to));
      left = ps_tariffs_layout_day (&laid.layout, from);
      g_assert_cmpint (canvas_count (canvas, (int) left - 1, (int) laid.layout.plot.y, 3, 200, laid.style.orange), >, 80);
      g_assert_cmpint (canvas_count (canvas, (int) laid.layout.plot.x, (int) laid.layout.plot.y,
                                     (int) (left - laid.layout.plot.x) - 3, 200, laid.style.orange),
                       ==, 0);
    }
}

static void
test_gap_days (void)
{
  g_autoptr (PsTariffsChart) chart = make_gap ();
  const PsTariffLine *region = ps_tariffs_chart_region (chart);
  PsDate from = 0, to = 0;

  g_assert_true (ps_tariff_line_gap (region, 0, &from, &to));
  g_assert_cmpint (from, ==, day (2024, 1, 1));
  g_assert_cmpint (to, ==, day (2024, 3, 31));
  g_assert_false (ps_tariff_line_gap (region, 1, &from, &to));
  g_assert_nonnull (ps_tariff_line_on (region, day (2023, 12, 31)));
  g_assert_null (ps_tariff_line_on (region, day (2024, 3, 31)));
  g_assert_nonnull (ps_tariff_line_on (region, day (2099, 1, 1)));
}

static const PsTariffsEnd *
end_of (const PsTariffsLayout *layout, guint place)
{
  return &g_array_index (layout->ends, PsTariffsEnd, place);
}

static void
assert_apart (const PsTariffsLayout *layout)
{
  for (guint i = 0; i < layout->ends->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const PsTariffsEnd *a = end_of (layout, i), *b = end_of (layout, j);

        g_assert_true (a->top + a->height <= b->top + 0.001 || b->top + b->height <= a->top + 0.001);
      }
}

/* Few own lines are all named; of many the region's, the highest and the lowest. None over another. */
static void
test_end_labels (void)
{
  g_auto (Laid) few = { 0 };
  g_auto (Laid) many = { 0 };
  g_auto (Laid) alike = { 0 };

  lay_out (&few, make_usual ());
  g_assert_cmpuint (few.layout.ends->len, ==, 3);
  g_assert_cmpstr (end_of (&few.layout, 0)->text, ==, "€\302\24088.00  region");
  g_assert_cmpint (end_of (&few.layout, 0)->kind, ==, PS_TEXT_BOLD);
  assert_apart (&few.layout);
  lay_out (&many, make_forty ());
  g_assert_cmpuint (many.layout.ends->len, ==, 3);
  g_assert_nonnull (strstr (end_of (&many.layout, 1)->text, "€\302\240111.00"));
  g_assert_nonnull (strstr (end_of (&many.layout, 2)->text, "€\302\24072.00"));
  g_assert_cmpfloat (many.layout.plot.width, >, 300);
  assert_apart (&many.layout);
  lay_out (&alike, make_six_alike ());
  g_assert_cmpuint (alike.layout.ends->len, ==, 7);
  assert_apart (&alike.layout);
}

static const PsChartSpot *
spot_of (GPtrArray *spots, guint place)
{
  return g_ptr_array_index (spots, place);
}

/* A spot from each change to the next, which says what holds. */
static void
test_spot_words (void)
{
  g_autoptr (PsTariffsChart) chart = make_usual ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) spots = ps_chart_tariffs_spots (chart, 620, 330, &style);

  g_assert_cmpuint (spots->len, ==, 4);
  g_assert_cmpstr (spot_of (spots, 0)->title, ==, "01-01-2024 – 30-06-2024");
  g_assert_cmpstr (spot_of (spots, 0)->value, ==, "region: €\302\24080.00");
  g_assert_cmpstr (spot_of (spots, 2)->value, ==,
                   "region: €\302\24084.00\nZorggroep De Wissel: €\302\24090.00\nPraktijk Het Anker: €\302\24082.00");
  g_assert_cmpstr (spot_of (spots, 3)->title, ==, "From 01-01-2026");
  g_assert_true (spot_of (spots, 3)->ringed);
}

static void
test_spot_words_of_gaps_and_many (void)
{
  g_autoptr (PsTariffsChart) gap = make_gap ();
  g_autoptr (PsTariffsChart) many = make_forty ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) gap_spots = ps_chart_tariffs_spots (gap, 620, 330, &style);
  g_autoptr (GPtrArray) many_spots = ps_chart_tariffs_spots (many, 620, 330, &style);

  g_assert_cmpuint (gap_spots->len, ==, 3);
  g_assert_cmpstr (spot_of (gap_spots, 1)->title, ==, "01-01-2024 – 31-03-2024");
  g_assert_cmpstr (spot_of (gap_spots, 1)->value, ==, "region: no tariff");
  g_assert_false (spot_of (gap_spots, 1)->ringed);
  /* 2020, 2022, and forty days one after the other, with the old tariff ending on the day before the new one */
  g_assert_cmpuint (many_spots->len, ==, 42);
  g_assert_cmpstr (spot_of (many_spots, 1)->value, ==,
                   "region: €\302\24085.00\n40 own tariffs, €\302\24070.00 to €\302\240109.00");
}

static void
test_table (void)
{
  g_autoptr (PsTariffsChart) chart = make_gap ();
  g_autoptr (PsChartTable) table = ps_chart_tariffs_table (chart);
  g_autoptr (PsTariffsChart) precise = make_one ();
  g_autoptr (PsChartTable) exact = ps_chart_tariffs_table (precise);

  g_assert_cmpuint (ps_chart_table_n_rows (table), ==, 3);
  g_assert_cmpstr (ps_chart_table_text (table, 0, 0), ==, "region");
  g_assert_cmpstr (ps_chart_table_text (table, 0, 1), ==, "01-01-2023");
  g_assert_cmpint (ps_chart_table_amount (table, 0, 3), ==, 8000);
  g_assert_cmpstr (ps_chart_table_text (table, 1, 3), ==, "no tariff");
  g_assert_cmpstr (ps_chart_table_text (table, 1, 2), ==, "31-03-2024");
  g_assert_cmpstr (ps_chart_table_text (table, 2, 2), ==, "–");
  g_assert_cmpint (ps_chart_table_amount (exact, 0, 3), ==, PS_NO_NUMBER);
  g_assert_cmpstr (ps_chart_table_text (exact, 0, 3), ==, "€\302\2401.5905");
}

static void
assert_described (PsTariffsChart *chart, const char *wanted)
{
  g_autofree char *text = ps_chart_tariffs_describe (chart);

  g_assert_cmpstr (text, ==, wanted);
  ps_tariffs_chart_free (chart);
}

static void
test_describe (void)
{
  assert_described (make_usual (),
                    "The region’s tariff is €\302\24084.00 since 01-01-2025, and €\302\24088.00 from 01-01-2026 on; "
                    "2 providers have their own tariff.");
  assert_described (make_gap (), "The region’s tariff is €\302\24090.00 since 01-04-2024; none from 01-01-2024 up to and "
                                 "including 31-03-2024.");
  assert_described (make_forty_alone (), "The region has no tariff; 40 providers have their own tariff.");
  assert_described (make_nothing (), "No tariffs yet.");
  assert_described (make_line_without_tariffs (), "No tariffs yet.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/tariffs/all-kinds", test_all_kinds);
  g_test_add_func ("/charts/tariffs/enlarged", test_enlarged);
  g_test_add_func ("/charts/tariffs/positions", test_positions);
  g_test_add_func ("/charts/tariffs/future", test_future);
  g_test_add_func ("/charts/tariffs/gap", test_gap);
  g_test_add_func ("/charts/tariffs/gap-days", test_gap_days);
  g_test_add_func ("/charts/tariffs/end-labels", test_end_labels);
  g_test_add_func ("/charts/tariffs/spot-words", test_spot_words);
  g_test_add_func ("/charts/tariffs/spot-words-gaps-many", test_spot_words_of_gaps_and_many);
  g_test_add_func ("/charts/tariffs/table", test_table);
  g_test_add_func ("/charts/tariffs/describe", test_describe);
  return g_test_run ();
}
