/* series-samples.c: series to draw, ordinary ones and all that are out of the ordinary
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "series-samples.h"

#include <string.h>

#define MANY 5000
#define LONG_NAME                                                                                                                \
  "Specialistische jeugdhulp met verblijf en een omschrijving die veel langer is dan waar op welk scherm ook plaats voor is, "   \
  "met daarachter nog een toelichting"

PsSeries *
sample_add (PsSeriesSet *set, PsSeriesRole role, const char *label, const gint64 *values)
{
  PsSeries *series = ps_series_set_add (set, role, label);

  if (values != NULL)
    memcpy (series->values, values, sizeof (gint64) * set->categories->len);
  return series;
}

PsSeriesSet *
sample_categories (PsShape shape, PsValueKind kind, guint n)
{
  PsSeriesSet *set = ps_series_set_new (shape, kind, "What it shows", "Category");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);

      ps_series_set_add_category (set, name, NULL);
    }
  return set;
}

/* A wave around a level. */
static void
fill (PsSeries *series, guint n, gint64 level, gint64 wave)
{
  for (guint i = 0; i < n; i++)
    series->values[i] = level + wave * (gint64) (i * 7 % 11) / 10;
}

/* What the shape is for, in its roles. */
static void
add_all_roles (PsSeriesSet *set, gint64 one)
{
  guint n = set->categories->len, measured = n > 5 ? n / 2 : n;
  PsSeriesRole role = set->shape == PS_SHAPE_STACK ? PS_ROLE_PART : PS_ROLE_VALUE;
  PsSeries *value = sample_add (set, role, "realised", NULL), *second = sample_add (set, role, "a second one", NULL);
  PsSeries *last = sample_add (set, PS_ROLE_LAST, "2023", NULL), *agreed = sample_add (set, PS_ROLE_AGREED, "agreed", NULL);
  PsSeries *lower = sample_add (set, PS_ROLE_LOWER, "bandwidth −5 %", NULL);
  PsSeries *upper = sample_add (set, PS_ROLE_UPPER, "bandwidth +5 %", NULL);
  PsSeries *forecast = sample_add (set, PS_ROLE_FORECAST, "forecast", NULL),
           *line = sample_add (set, PS_ROLE_LINE, "in care", NULL);

  fill (value, n, 30 * one, 12 * one);
  fill (second, n, 20 * one, 5 * one);
  fill (last, n, 28 * one, 3 * one);
  fill (line, n, 38 * one, 2 * one);
  for (guint i = 0; i < n; i++)
    {
      agreed->values[i] = (i < n / 2 ? 34 : 36) * one;
      lower->values[i] = agreed->values[i] - 2 * one;
      upper->values[i] = agreed->values[i] + 2 * one;
      if (i >= measured)
        {
          forecast->values[i] = 33 * one + (gint64) i * one / 4;
          value->values[i] = PS_NO_NUMBER;
        }
    }
}

PsSeriesSet *
sample_months (PsShape shape)
{
  PsSeriesSet *set = ps_series_set_new (shape, PS_VALUE_PLACES, "Places per month", "Month");

  ps_series_set_add_months (set, 2024);
  set->note = g_strdup ("day treatment");
  set->file_name = g_strdup ("places");
  add_all_roles (set, 1000);
  return set;
}

static PsSeriesRole
usual_role (PsShape shape, guint nth)
{
  if (shape == PS_SHAPE_STACK)
    return PS_ROLE_PART;
  return nth == 0 ? PS_ROLE_VALUE : PS_ROLE_LAST;
}

/* `n` categories, and two series with a level and a wave. */
static PsSeriesSet *
make_two (PsShape shape, PsValueKind kind, guint n, gint64 level, gint64 wave)
{
  PsSeriesSet *set = sample_categories (shape, kind, n);

  fill (sample_add (set, usual_role (shape, 0), "first", NULL), n, level, wave);
  fill (sample_add (set, usual_role (shape, 1), "second", NULL), n, level / 2, wave);
  return set;
}

static PsSeries *
series_at (PsSeriesSet *set, guint place)
{
  return g_ptr_array_index (set->series, place);
}

static PsSeriesSet *
make_names (PsShape shape, PsValueKind kind)
{
  static const char *const names[] = { "", LONG_NAME, "שירותי נוער", "first line\nsecond line", "Venlo", LONG_NAME, "a" };
  PsSeriesSet *set = ps_series_set_new (shape, kind, LONG_NAME, LONG_NAME);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ps_series_set_add_category (set, names[i], NULL);
  set->note = g_strdup (LONG_NAME);
  fill (sample_add (set, usual_role (shape, 0), LONG_NAME, NULL), G_N_ELEMENTS (names), 1234567, 100000);
  fill (sample_add (set, usual_role (shape, 1), "שירותי נוער", NULL), G_N_ELEMENTS (names), 234567, 100000);
  fill (sample_add (set, PS_ROLE_AGREED, LONG_NAME, NULL), G_N_ELEMENTS (names), 1300000, 0);
  return set;
}

static PsSeriesSet *
make_parts (PsShape shape, PsValueKind kind)
{
  PsSeriesSet *set = sample_categories (shape, kind, 12);

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *label = g_strdup_printf ("part %u", i);

      fill (sample_add (set, PS_ROLE_PART, label, NULL), 12, 10000 + 100 * i, 2000);
    }
  return set;
}

static PsSeriesSet *
make_largest (PsShape shape, PsValueKind kind)
{
  PsSeriesSet *set = make_two (shape, kind, 3, G_MAXINT64, 0);

  series_at (set, 0)->values[1] = -G_MAXINT64;
  series_at (set, 1)->values[0] = G_MAXINT64;
  series_at (set, 1)->values[2] = PS_NO_NUMBER;
  fill (sample_add (set, PS_ROLE_AGREED, "agreed", NULL), 3, G_MAXINT64, 0);
  return set;
}

static PsSeriesSet *
make_mixed (PsShape shape, PsValueKind kind)
{
  PsSeriesSet *set = make_two (shape, kind, 12, 5000, 9000);

  for (guint i = 0; i < 12; i += 3)
    series_at (set, 0)->values[i] *= -1;
  series_at (set, 0)->values[4] = PS_NO_NUMBER;
  series_at (set, 1)->values[5] *= -1;
  fill (sample_add (set, PS_ROLE_AGREED, "agreed", NULL), 12, 4000, 500);
  return set;
}

static void
blank_all_but (PsSeriesSet *set, int place)
{
  for (guint i = 0; i < set->series->len; i++)
    for (guint j = 0; j < set->categories->len; j++)
      if ((int) j != place)
        series_at (set, i)->values[j] = PS_NO_NUMBER;
}

static PsSeriesSet *
make_outlier (PsShape shape, PsValueKind kind)
{
  PsSeriesSet *set = make_two (shape, kind, 12, 5000, 3000);

  series_at (set, 0)->values[7] = G_GINT64_CONSTANT (900000000000);
  return set;
}

PsSeriesSet *
sample_odd (PsShape shape, PsValueKind kind, Odd odd)
{
  PsSeriesSet *set;

  switch (odd)
    {
    case ODD_EMPTY:
      return ps_series_set_new (shape, kind, "Nothing", "Category");
    case ODD_NO_SERIES:
      return sample_categories (shape, kind, 12);
    case ODD_UNKNOWN:
    case ODD_ONE_KNOWN:
      set = make_two (shape, kind, 12, 5000, 3000);
      blank_all_but (set, odd == ODD_UNKNOWN ? -1 : 6);
      return set;
    case ODD_ONE_POINT:
      return make_two (shape, kind, 1, 5000, 0);
    case ODD_ZERO:
      return make_two (shape, kind, 12, 0, 0);
    case ODD_NEGATIVE:
      return make_two (shape, kind, 12, -5000, -3000);
    case ODD_MIXED:
      return make_mixed (shape, kind);
    case ODD_OUTLIER:
      return make_outlier (shape, kind);
    case ODD_MANY:
      set = make_two (shape, kind, MANY, 5000, 3000);
      fill (sample_add (set, PS_ROLE_AGREED, "agreed", NULL), MANY, 6000, 0);
      return set;
    case ODD_EQUAL:
      return make_two (shape, kind, 12, 7777, 0);
    case ODD_LARGEST:
      return make_largest (shape, kind);
    case ODD_NAMES:
      return make_names (shape, kind);
    case ODD_PARTS:
      return make_parts (shape, kind);
    case N_ODD:
    default:
      g_assert_not_reached ();
    }
}
