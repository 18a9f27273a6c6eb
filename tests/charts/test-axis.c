/* test-axis.c: round amounts on an axis
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "charts/ps-axis.h"

typedef struct
{
  gint64 low, high;
  guint most;
  gint64 step, first;
  guint n_ticks;
} TicksCase;

static const TicksCase cases[] = {
  { 0, 0, 5, 1, 0, 1 },
  { 0, 1, 5, 1, 0, 2 },
  { 0, 4, 5, 1, 0, 5 },
  { 0, 5, 5, 2, 0, 4 },
  { 0, 197289940, 5, 50000000, 0, 5 },
  { 0, 197289940, 8, 50000000, 0, 5 },
  { 0, 100000000, 5, 50000000, 0, 3 },
  { 0, 100000000, 6, 20000000, 0, 6 },
  { 100000000, 0, 6, 20000000, 0, 6 }, /* either order */
  { -3000000, 200000000, 6, 50000000, -50000000, 6 },
  { -7, -3, 5, 1, -7, 5 },
  { -700, 700, 3, 1000, -1000, 3 },
  { 160000000, 182763568, 5, 10000000, 160000000, 4 },
  { 5, 5, 4, 1, 5, 1 },
  { 0, 100, 1, 50, 0, 3 }, /* fewer than three are not asked for */
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 step;
      g_autoptr (GArray) ticks = ps_axis_ticks (cases[i].low, cases[i].high, cases[i].most, &step);

      g_assert_cmpint (step, ==, cases[i].step);
      g_assert_cmpint (g_array_index (ticks, gint64, 0), ==, cases[i].first);
      g_assert_cmpuint (ticks->len, ==, cases[i].n_ticks);
    }
}

static gint64
random_cents (void)
{
  gint64 cents = (gint64) ((guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ());

  return cents / ((gint64) 1 << g_test_rand_int_range (0, 62));
}

/* They cover what they are asked for, are evenly spaced multiples of a step, and are not too many. */
static void
test_properties (void)
{
  for (int round = 0; round < 5000; round++)
    {
      gint64 a = random_cents () / 4, b = random_cents () / 4, step;
      guint most = (guint) g_test_rand_int_range (3, 12);
      g_autoptr (GArray) ticks = ps_axis_ticks (a, b, most, &step);

      g_assert_cmpuint (ticks->len, <=, most);
      g_assert_cmpint (g_array_index (ticks, gint64, 0), <=, MIN (a, b));
      g_assert_cmpint (g_array_index (ticks, gint64, ticks->len - 1), >=, MAX (a, b));
      for (guint i = 1; i < ticks->len; i++)
        g_assert_cmpint (g_array_index (ticks, gint64, i), ==, g_array_index (ticks, gint64, i - 1) + step);
      g_assert_cmpint (g_array_index (ticks, gint64, 0) % step, ==, 0);
    }
}

/* At the end of what 64 bits hold nothing wraps. */
static void
test_extremes (void)
{
  g_autoptr (GArray) ticks = ps_axis_ticks (-G_MAXINT64, G_MAXINT64, 6, NULL);

  g_assert_cmpuint (ticks->len, >=, 2);
  for (guint i = 1; i < ticks->len; i++)
    g_assert_cmpint (g_array_index (ticks, gint64, i - 1), <, g_array_index (ticks, gint64, i));
}

static void
test_between (void)
{
  PsAxis axis;

  ps_axis_init (&axis, 160000000, 183300000, 3);
  g_assert_cmpint (axis.step, ==, 10000000);
  g_assert_cmpuint (axis.ticks->len, ==, 3);
  g_assert_cmpint (g_array_index (axis.ticks, gint64, 2), ==, 180000000);
  ps_axis_clear (&axis);
}

static void
test_places (void)
{
  PsAxis axis;

  ps_axis_init_round (&axis, 0, 190, 5);
  axis.at_low = 300;
  axis.at_high = 100;
  g_assert_cmpint (axis.high, ==, 200);
  g_assert_cmpfloat (ps_axis_at (&axis, 0), ==, 300);
  g_assert_cmpfloat (ps_axis_at (&axis, 50), ==, 250);
  g_assert_cmpfloat (ps_axis_at (&axis, 200), ==, 100);
  ps_axis_clear (&axis);
  ps_axis_init_round (&axis, 0, 0, 5);
  axis.at_low = 300;
  g_assert_cmpfloat (ps_axis_at (&axis, 5), ==, 300);
  ps_axis_clear (&axis);
}

#define EURO_SIGN "€\302\240"

static void
test_labels (void)
{
  static const struct
  {
    gint64 high, step, cents;
    const char *label;
  } labels[] = {
    { 200000000, 50000000, 0, EURO_SIGN "0" },
    { 200000000, 50000000, 50000000, EURO_SIGN "0.5\302\240mln" },
    { 200000000, 50000000, 200000000, EURO_SIGN "2.0\302\240mln" },
    { 200000000, 50000000, -50000000, EURO_SIGN "−0.5\302\240mln" },
    { 200000000, 100000000, 100000000, EURO_SIGN "1\302\240mln" },
    { 200000000, 5000000, 165000000, EURO_SIGN "1.65\302\240mln" },
    { 200000000, 10000000, 165000000, EURO_SIGN "1.65\302\240mln" }, /* not a tick of this axis, and yet exact */
    { 200000000, 100000, 165000000, EURO_SIGN "1,650,000" },
    { 90000000, 10000000, 50000000, EURO_SIGN "500,000" },
    { 500, 100, 300, EURO_SIGN "3" },
    { 50, 10, 30, EURO_SIGN "0.30" },
    { 500000000000, 100000000000, 500000000000, EURO_SIGN "5,000\302\240mln" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const PsAxis axis = { .kind = PS_VALUE_MONEY, .high = labels[i].high, .step = labels[i].step };
      g_autofree char *label = ps_axis_label (&axis, labels[i].cents);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
}

/* Each kind of figure as it is counted. */
static void
test_kinds (void)
{
  static const struct
  {
    PsValueKind kind;
    gint64 high, value;
    guint most;
    const char *label;
  } kinds[] = {
    { PS_VALUE_COUNT, 5000, 5000, 6, "5,000" },     { PS_VALUE_COUNT, 3, 1, 6, "1" },
    { PS_VALUE_DAYS, 400, 100, 6, "100" },          { PS_VALUE_PLACES, 40000, 10000, 6, "10" },
    { PS_VALUE_PLACES, 2000, 500, 6, "0.5" },       { PS_VALUE_PLACES, 2000, 1000, 6, "1.0" },
    { PS_VALUE_PLACES, 2000, 0, 6, "0" },           { PS_VALUE_SHARE, 10000, 2000, 6, "20\302\240%" },
    { PS_VALUE_SHARE, 100, 20, 6, "0.2\302\240%" }, { PS_VALUE_MONEY, 400000000, 300000000, 6, EURO_SIGN "3\302\240mln" },
    { PS_VALUE_COUNT, 4000, -2000, 6, "−2,000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PsAxis axis;
      g_autofree char *label = NULL;

      ps_axis_init_values (&axis, kinds[i].kind, 0, kinds[i].high, kinds[i].most);
      label = ps_axis_label (&axis, kinds[i].value);
      g_assert_cmpstr (label, ==, kinds[i].label);
      g_assert_cmpint (axis.high, >=, kinds[i].high);
      g_assert_cmpuint (axis.ticks->len, <=, kinds[i].most);
      ps_axis_clear (&axis);
    }
}

/* What lies far from 0 is seen better where the axis ends half a step before a tick that nothing reaches. */
static void
test_tighten (void)
{
  PsAxis axis;

  ps_axis_init_values (&axis, PS_VALUE_MONEY, 64000000, 76000000, 6);
  g_assert_cmpint (axis.low, ==, 60000000);
  g_assert_cmpint (axis.high, ==, 80000000);
  ps_axis_tighten (&axis, 64000000, 76000000);
  g_assert_cmpint (axis.low, ==, 62500000);
  g_assert_cmpint (axis.high, ==, 77500000);
  g_assert_cmpuint (axis.ticks->len, ==, 3);
  g_assert_cmpint (g_array_index (axis.ticks, gint64, 0), ==, 65000000);
  ps_axis_clear (&axis);
  /* Not at 0, not over what is shown, and not where half a step has more decimals. */
  ps_axis_init_values (&axis, PS_VALUE_MONEY, 3000, 52000, 6);
  ps_axis_tighten (&axis, 3000, 52000);
  g_assert_cmpint (axis.low, ==, 0);
  g_assert_cmpint (axis.high, ==, 60000);
  ps_axis_clear (&axis);
  ps_axis_init_values (&axis, PS_VALUE_COUNT, 23, 32, 4);
  g_assert_cmpint (axis.step, ==, 5);
  ps_axis_tighten (&axis, 23, 32);
  g_assert_cmpint (axis.low, ==, 20);
  g_assert_cmpint (axis.high, ==, 35);
  ps_axis_clear (&axis);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/axis/table", test_table);
  g_test_add_func ("/charts/axis/properties", test_properties);
  g_test_add_func ("/charts/axis/extremes", test_extremes);
  g_test_add_func ("/charts/axis/between", test_between);
  g_test_add_func ("/charts/axis/places", test_places);
  g_test_add_func ("/charts/axis/labels", test_labels);
  g_test_add_func ("/charts/axis/kinds", test_kinds);
  g_test_add_func ("/charts/axis/tighten", test_tighten);
  return g_test_run ();
}
