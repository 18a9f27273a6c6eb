/* test-series.c: what a chart draws
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-series.h"

static PsSeriesSet *
make_months (void)
{
  PsSeriesSet *set = ps_series_set_new (PS_SHAPE_LINES, PS_VALUE_MONEY, "Realised", "Month");

  ps_series_set_add_months (set, 2024);
  return set;
}

static void
test_months (void)
{
  g_autoptr (PsSeriesSet) set = make_months ();

  g_assert_cmpuint (set->categories->len, ==, 12);
  g_assert_cmpstr (set->categories->pdata[0], ==, "Jan");
  g_assert_cmpstr (ps_series_set_long_category (set, 0), ==, "January 2024");
  g_assert_cmpstr (ps_series_set_long_category (set, 4), ==, "May 2024");
  g_assert_cmpstr (ps_series_set_long_category (set, 11), ==, "December 2024");
}

static void
test_zero_based (void)
{
  for (int shape = 0; shape < PS_N_SHAPES; shape++)
    {
      g_autoptr (PsSeriesSet) set = ps_series_set_new ((PsShape) shape, PS_VALUE_COUNT, "T", "H");

      g_assert_cmpint (set->zero_based, ==, shape != PS_SHAPE_LINES);
    }
}

/* From the first that is announced by other words on, all have what is announced. */
static void
test_long_categories (void)
{
  g_autoptr (PsSeriesSet) set = ps_series_set_new (PS_SHAPE_ROWS, PS_VALUE_COUNT, "T", "H");

  ps_series_set_add_category (set, "a", NULL);
  g_assert_null (set->long_categories);
  g_assert_cmpstr (ps_series_set_long_category (set, 0), ==, "a");
  ps_series_set_add_category (set, "b", "the b");
  ps_series_set_add_category (set, "c", NULL);
  g_assert_cmpuint (set->long_categories->len, ==, 3);
  g_assert_cmpstr (ps_series_set_long_category (set, 0), ==, "a");
  g_assert_cmpstr (ps_series_set_long_category (set, 1), ==, "the b");
  g_assert_cmpstr (ps_series_set_long_category (set, 2), ==, "c");
}

/* A 0 is a value; not known is none. */
static void
test_is_empty (void)
{
  g_autoptr (PsSeriesSet) set = make_months ();
  PsSeries *series;

  g_assert_true (ps_series_set_is_empty (set));
  series = ps_series_set_add (set, PS_ROLE_VALUE, "2024");
  for (int month = 0; month < 12; month++)
    g_assert_cmpint (series->values[month], ==, PS_NO_NUMBER);
  g_assert_true (ps_series_set_is_empty (set));
  series->values[11] = 0;
  g_assert_false (ps_series_set_is_empty (set));
}

static void
test_no_categories (void)
{
  g_autoptr (PsSeriesSet) set = ps_series_set_new (PS_SHAPE_BARS, PS_VALUE_COUNT, "T", "H");
  g_autoptr (PsSeriesSet) copy = NULL;

  ps_series_set_add (set, PS_ROLE_VALUE, "2024");
  g_assert_true (ps_series_set_is_empty (set));
  copy = ps_series_set_copy (set);
  g_assert_cmpuint (copy->series->len, ==, 1);
  g_assert_cmpuint (copy->categories->len, ==, 0);
}

static void
test_find (void)
{
  g_autoptr (PsSeriesSet) set = make_months ();
  const PsSeries *first = ps_series_set_add (set, PS_ROLE_PART, "a");

  ps_series_set_add (set, PS_ROLE_PART, "b");
  g_assert_true (ps_series_set_find (set, PS_ROLE_PART) == first);
  g_assert_null (ps_series_set_find (set, PS_ROLE_LAST));
}

/* Nothing is shared: the copy stays when the first goes. */
static void
test_copy (void)
{
  PsSeriesSet *set = make_months ();
  g_autoptr (PsSeriesSet) copy = NULL;
  const PsSeries *series;

  set->note = g_strdup ("note");
  set->file_name = g_strdup ("realised");
  set->zero_based = TRUE;
  ps_series_set_add (set, PS_ROLE_LAST, "2023")->values[3] = -7;
  copy = ps_series_set_copy (set);
  ps_series_set_free (set);

  g_assert_cmpint (copy->shape, ==, PS_SHAPE_LINES);
  g_assert_cmpint (copy->kind, ==, PS_VALUE_MONEY);
  g_assert_cmpstr (copy->title, ==, "Realised");
  g_assert_cmpstr (copy->first_heading, ==, "Month");
  g_assert_cmpstr (copy->note, ==, "note");
  g_assert_cmpstr (copy->file_name, ==, "realised");
  g_assert_true (copy->zero_based);
  g_assert_cmpstr (ps_series_set_long_category (copy, 1), ==, "February 2024");
  series = ps_series_set_find (copy, PS_ROLE_LAST);
  g_assert_cmpstr (series->label, ==, "2023");
  g_assert_cmpint (series->values[3], ==, -7);
  g_assert_cmpint (series->values[4], ==, PS_NO_NUMBER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/months", test_months);
  g_test_add_func ("/series/zero-based", test_zero_based);
  g_test_add_func ("/series/long-categories", test_long_categories);
  g_test_add_func ("/series/is-empty", test_is_empty);
  g_test_add_func ("/series/no-categories", test_no_categories);
  g_test_add_func ("/series/find", test_find);
  g_test_add_func ("/series/copy", test_copy);
  return g_test_run ();
}
