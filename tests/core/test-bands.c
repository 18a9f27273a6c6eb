/* test-bands.c: donut hole, graduated discount, hard ceiling and cliff, to the border (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-bands.h"
#include "region-builder.h"

#define DONUT_FULL "scheme s bands=0:100,100:0,105:100"
#define DONUT_HALF "scheme s bands=0:100,100:0,105:50"
#define STAFFEL "bands=0:100,95:90,100:70,105:40,110:0"
#define CEILING 100000000 /* € 1.000.000 */

typedef struct
{
  const char *scheme;
  gint64 ceiling, net, deduction;
  const char *amounts; /* of the bands, in cents */
} Case;

static const Case cases[] = {
  /* the figures of the field notes: B = 1.000.000, h = 5 % */
  { DONUT_FULL, CEILING, 103000000, 3000000, "100000000 3000000 0" },
  { DONUT_FULL, CEILING, 108000000, 5000000, "100000000 5000000 3000000" },
  { DONUT_HALF, CEILING, 108000000, 6500000, "100000000 5000000 3000000" },
  { "scheme s " STAFFEL, CEILING, 103000000, 103000000 - 101600000, "95000000 5000000 3000000 0 0" },
  { "scheme s " STAFFEL, CEILING, 108000000, 108000000 - 104200000, "95000000 5000000 5000000 3000000 0" },
  { "scheme s whole=0:100,95:90,100:70,105:40,110:0", CEILING, 108000000, 108000000 - 43200000, "0 0 0 108000000 0" },
  /* borders exactly, and a cent past them */
  { DONUT_FULL, CEILING, CEILING, 0, "100000000 0 0" },
  { DONUT_FULL, CEILING, CEILING + 1, 1, "100000000 1 0" },
  { DONUT_FULL, CEILING, 105000000, 5000000, "100000000 5000000 0" },
  { DONUT_FULL, CEILING, 105000001, 5000000, "100000000 5000000 1" },
  { "scheme s bands=0:100,100:0", CEILING, CEILING - 1, 0, "99999999 0" },
  { "scheme s bands=0:100,100:0", CEILING, 150000000, 50000000, "100000000 50000000" },
  { "scheme s whole=0:100,100:95", 100000, 100000, 0, "100000 0" },
  { "scheme s whole=0:100,100:95", 100000, 100001, 5000, "0 100001" },
  { "scheme s whole=0:100,100:95", 100000, 124197, 6210, "0 124197" },
  /* the minimal region's AMB1 */
  { "scheme s bands=0:100,100:0,103:70,110:0", 700000, 799091, 64791, "700000 21000 49000 29091" },
  /* a ceiling of zero: everything is past it */
  { DONUT_HALF, 0, 10001, 5001, "0 0 10001" },
  { "scheme s whole=0:100,100:95", 0, 1000, 50, "0 1000" },
  /* rounding: a border of 34.332,99 is 34.333; half a cent goes away from zero */
  { "scheme s bands=0:100,103:50", 33333, 34334, 1, "34333 1" },
  { "scheme s bands=0:100,100:50", 1, 2, 1, "1 1" },
  /* nothing, and less than nothing */
  { DONUT_FULL, CEILING, 0, 0, "0 0 0" },
  { DONUT_FULL, CEILING, -500, 0, "0 0 0" },
  { DONUT_FULL, 0, -500, 0, "0 0 0" },
  { "scheme s whole=0:100,100:95", 0, 0, 0, "0 0" },
  { "scheme s whole=0:90,100:95", CEILING, -1, 0, "0 0" },
  /* a first band that pays less than all, one band only, and none */
  { "scheme s bands=0:90", CEILING, 1005, 101, "1005" },
  { "scheme s whole=0:90", CEILING, 1000, 100, "1000" },
  { "scheme s norm=0:90", CEILING, 200000000, 0, "" },
};

static void
assert_amounts (const GArray *bands, const char *amounts)
{
  g_auto (GStrv) expected = g_strsplit (amounts, " ", -1);

  g_assert_cmpuint (bands->len, ==, *amounts == '\0' ? 0 : g_strv_length (expected));
  for (guint i = 0; i < bands->len; i++)
    g_assert_cmpint (g_array_index (bands, PsBand, i).amount_cents, ==, g_ascii_strtoll (expected[i], NULL, 10));
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestRegion) given = test_region_new (cases[i].scheme);
      g_autoptr (GArray) bands = g_array_new (FALSE, TRUE, sizeof (PsBand));
      PsOverflow overflow = { FALSE };

      g_test_message ("%s: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, cases[i].scheme, cases[i].net, cases[i].ceiling);
      g_assert_cmpint (ps_bands_apply (ps_region_scheme (given->region, 0), cases[i].ceiling, cases[i].net, bands, &overflow), ==,
                       cases[i].deduction);
      g_assert_false (overflow.overflowed);
      assert_amounts (bands, cases[i].amounts);
    }
}

static void
test_borders (void)
{
  g_autoptr (TestRegion) given = test_region_new ("scheme s bands=0:100,100:0,103:70,110:0");
  g_autoptr (GArray) bands = g_array_new (FALSE, TRUE, sizeof (PsBand));
  static const gint64 borders[] = { 0, 33333, 34333, 36666 }, deductions[] = { 0, 1000, 700, 334 };
  PsOverflow overflow = { FALSE };

  g_assert_cmpint (ps_bands_apply (ps_region_scheme (given->region, 0), 33333, 37000, bands, &overflow), ==, 2034);
  for (guint i = 0; i < bands->len; i++)
    {
      g_assert_cmpint (g_array_index (bands, PsBand, i).border_cents, ==, borders[i]);
      g_assert_cmpint (g_array_index (bands, PsBand, i).deduction_cents, ==, deductions[i]);
    }
  g_assert_cmpint (g_array_index (bands, PsBand, 2).from_bp, ==, 10300);
  g_assert_cmpint (g_array_index (bands, PsBand, 2).paid_bp, ==, 7000);
}

static void
test_overflow (void)
{
  g_autoptr (TestRegion) given = test_region_new ("scheme s bands=0:100,100:0,105:100");
  g_autoptr (GArray) bands = g_array_new (FALSE, TRUE, sizeof (PsBand));
  PsOverflow overflow = { FALSE };

  ps_bands_apply (ps_region_scheme (given->region, 0), G_MAXINT64, G_MAXINT64, bands, &overflow);
  g_assert_true (overflow.overflowed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bands/table", test_table);
  g_test_add_func ("/bands/borders", test_borders);
  g_test_add_func ("/bands/overflow", test_overflow);
  return g_test_run ();
}
