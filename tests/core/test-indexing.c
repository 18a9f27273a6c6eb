/* test-indexing.c: indexing tariffs by the OVA and PPC (domain.md §11)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-indexing.h"
#include "region-builder.h"

#include <string.h>

/* 2025 as the text has it: OVA 4,18 + (6,00 − 4,94), PPC 1,82 + (3,10 − 2,51), weighted 90/10 */
static const PsIndexing of_2025 = { { 418, 600, 494 }, { 182, 310, 251 }, 9000, 2 };

static void
test_2025 (void)
{
  g_autofree char *why = NULL;
  PsOverflow overflow = { FALSE };
  int rate = ps_indexing_rate (&of_2025, &overflow);

  g_assert_true (ps_indexing_check (&of_2025, &why));
  g_assert_null (why);
  g_assert_cmpint (rate, ==, 496);
  g_assert_cmpint (ps_indexing_tariff (960000, rate, 2, &overflow), ==, 1007600);
  g_assert_cmpint (ps_indexing_tariff (960000, rate, 4, &overflow), ==, 1007616);
  g_assert_false (overflow.overflowed);
}

static const struct
{
  PsIndexing indexing;
  int rate;
} rates[] = {
  /* the first year after a purchase has no catch-up */
  { { { 418, PS_NO_RATE, PS_NO_RATE }, { 182, PS_NO_RATE, PS_NO_RATE }, 9000, 2 }, 394 }, /* 3,944 */
  { { { 418, 600, 494 }, { 182, PS_NO_RATE, PS_NO_RATE }, 9000, 2 }, 490 },               /* 4,898 */
  /* all wages, all prices */
  { { { 418, 600, 494 }, { 182, 310, 251 }, 10000, 2 }, 524 },
  { { { 418, 600, 494 }, { 182, 310, 251 }, 0, 2 }, 241 },
  /* half a basis point goes away from zero, either way */
  { { { 1, PS_NO_RATE, PS_NO_RATE }, { 0, PS_NO_RATE, PS_NO_RATE }, 5000, 2 }, 1 },
  { { { -1, PS_NO_RATE, PS_NO_RATE }, { 0, PS_NO_RATE, PS_NO_RATE }, 5000, 2 }, -1 },
  { { { 1, PS_NO_RATE, PS_NO_RATE }, { 0, PS_NO_RATE, PS_NO_RATE }, 4999, 2 }, 0 },
  /* a catch-up downwards */
  { { { 100, 200, 500 }, { 0, 0, 0 }, 10000, 2 }, -200 },
  { { { 0, 0, 0 }, { 0, 0, 0 }, 9000, 4 }, 0 },
};

static void
test_rates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      PsOverflow overflow = { FALSE };

      g_test_message ("rate %u", i);
      g_assert_true (ps_indexing_check (&rates[i].indexing, NULL));
      g_assert_cmpint (ps_indexing_rate (&rates[i].indexing, &overflow), ==, rates[i].rate);
      g_assert_false (overflow.overflowed);
    }
}

static const struct
{
  PsIndexing indexing;
  const char *says;
} wrong[] = {
  { { { PS_NO_RATE, 600, 494 }, { 182, 310, 251 }, 9000, 2 }, "missing" },
  { { { 418, 600, 494 }, { PS_NO_RATE, PS_NO_RATE, PS_NO_RATE }, 9000, 2 }, "missing" },
  { { { 418, 600, PS_NO_RATE }, { 182, 310, 251 }, 9000, 2 }, "two rates" },
  { { { 418, 600, 494 }, { 182, PS_NO_RATE, 251 }, 9000, 2 }, "two rates" },
  { { { 10001, 600, 494 }, { 182, 310, 251 }, 9000, 2 }, "100 %" },
  { { { 418, 600, -10000 }, { 182, 310, 251 }, 9000, 2 }, "100 %" },
  { { { 418, G_MAXINT, 494 }, { 182, 310, 251 }, 9000, 2 }, "100 %" },
  { { { 418, 600, 494 }, { 182, 310, 251 }, 10001, 2 }, "wages" },
  { { { 418, 600, 494 }, { 182, 310, 251 }, -1, 2 }, "share" },
  { { { 418, 600, 494 }, { 182, 310, 251 }, 9000, 3 }, "decimals" },
  { { { 9000, 9000, -9000 }, { 182, 310, 251 }, 9000, 2 }, "Together" },
  { { { -9000, -9000, 9000 }, { 182, 310, 251 }, 9000, 2 }, "Together" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *why = NULL;

      g_assert_false (ps_indexing_check (&wrong[i].indexing, &why));
      g_test_message ("%s", why);
      g_assert_nonnull (strstr (why, wrong[i].says));
      g_assert_false (ps_indexing_check (&wrong[i].indexing, NULL));
    }
}

static void
test_rate_overflow (void)
{
  static const PsIndexing huge = { { G_MAXINT, G_MAXINT, -G_MAXINT }, { 0, 0, 0 }, 10000, 2 };
  static const PsIndexing tiny = { { -G_MAXINT, -G_MAXINT, G_MAXINT }, { 0, 0, 0 }, 10000, 2 };
  PsOverflow up = { FALSE }, down = { FALSE };

  g_assert_cmpint (ps_indexing_rate (&huge, &up), ==, 0);
  g_assert_cmpint (ps_indexing_rate (&tiny, &down), ==, 0);
  g_assert_true (up.overflowed && down.overflowed);
}

static void
test_explain (void)
{
  static const PsIndexing exact = { { 500, PS_NO_RATE, PS_NO_RATE }, { -500, PS_NO_RATE, PS_NO_RATE }, 5000, 2 };
  g_autofree char *text = ps_indexing_explain (&of_2025), *zero = ps_indexing_explain (&exact);

  g_assert_cmpstr (text, ==, "0.9 × 5.24\302\240% + 0.1 × 2.41\302\240% = 4.957\302\240%, rounded 4.96\302\240%");
  g_assert_cmpstr (zero, ==, "0.5 × 5\302\240% + 0.5 × −5\302\240% = 0\302\240%");
}

static void
test_tariffs (void)
{
  static const struct
  {
    gint64 tariff;
    int index, decimals;
    gint64 expected;
  } cases[] = {
    { 960000, 496, 2, 1007600 }, { 960000, 0, 2, 960000 }, { 960000, -500, 2, 912000 },
    { 960000, -9999, 2, 100 },   { 15905, 496, 4, 16694 }, { 15905, 496, 2, 16700 },
    { 15905, 0, 2, 15900 },      { 15905, 0, 4, 15905 },   { 0, 496, 2, 0 },
    { 15950, 0, 2, 16000 },      { 10000, 50, 2, 10100 }, /* 1,005: half a cent, up */
    { -10000, 50, 2, -10100 },   { 10000, 49, 2, 10000 },  { 10000, 5000, 4, 15000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsOverflow overflow = { FALSE };

      g_test_message ("%" G_GINT64_FORMAT " %d", cases[i].tariff, cases[i].index);
      g_assert_cmpint (ps_indexing_tariff (cases[i].tariff, cases[i].index, cases[i].decimals, &overflow), ==, cases[i].expected);
      g_assert_false (overflow.overflowed);
    }
}

static void
test_tariff_overflow (void)
{
  PsOverflow fits = { FALSE }, e4 = { FALSE }, cents = { FALSE };

  g_assert_cmpint (ps_indexing_tariff (G_MAXINT64, 0, 4, &fits), ==, G_MAXINT64);
  g_assert_cmpint (ps_indexing_tariff (G_MAXINT64, 0, 2, &fits), ==, G_MAXINT64 - 7); /* …,5807 is …,58 */
  g_assert_false (fits.overflowed);
  ps_indexing_tariff (G_MAXINT64, 1, 4, &e4);
  ps_indexing_tariff (G_MAXINT64, 1, 2, &cents); /* fits as cents, not as ten-thousandths */
  g_assert_true (e4.overflowed && cents.overflowed);
}

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 1/G pxq uur\n"                                                                               \
  "tariff A 90 2024-01-01 2024-12-31\ntariff A 96 2025-01-01 by=P1\n"                                                            \
  "tariff A 50 2024-01-01 2024-06-30 by=P2\ntariff A 60 2024-07-01 2025-12-31 by=P2\n"                                           \
  "tariff B 10 2025-01-01 2025-06-30\ntariff B 11 2025-07-01\ntariff B 20 2024-01-01 2026-03-31 by=P1\n"                         \
  "tariff B 21 2026-04-01 by=P1\ntariff B 30 2026-01-01 by=P2\n"

/* The tariffs of a round as "product provider old outcome new to", in order. */
static char *
describe (const PsRegion *region, const GArray *round)
{
  static const char *const outcomes[] = { "indexed", "ended", "later" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < round->len; i++)
    {
      const PsIndexedTariff *indexed = &g_array_index (round, PsIndexedTariff, i);
      const PsTariff *tariff = ps_region_tariff (region, indexed->tariff);
      g_autofree char *to = ps_date_to_iso (indexed->new_to);

      g_string_append_printf (text, "%s %s %d %s %d %s%s\n", ps_region_product (region, tariff->product)->code,
                              tariff->provider == PS_NONE ? "-" : ps_region_provider (region, tariff->provider)->agb,
                              (int) (tariff->tariff_e4 / 100), outcomes[indexed->outcome],
                              indexed->new_e4 == PS_NO_NUMBER ? -1 : (int) (indexed->new_e4 / 100), to,
                              indexed->blocked ? " blocked" : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_of_product_b (const PsRegion *region, const PsTariff *tariff, gpointer user_data)
{
  ++*(guint *) user_data;
  return g_str_equal (ps_region_product (region, tariff->product)->code, "B");
}

static void
assert_round (TestRegion *given, const char *starts_on, gboolean only_b, const char *expected)
{
  PsOverflow overflow = { FALSE };
  guint asked = 0;
  g_autoptr (GArray) round =
      ps_indexing_preview (given->region, test_date (starts_on), 496, 2, only_b ? is_of_product_b : NULL, &asked, &overflow);
  g_autofree char *text = describe (given->region, round);

  g_assert_cmpstr (text, ==, expected);
  g_assert_false (overflow.overflowed);
  g_assert_true ((asked > 0) == only_b);
}

static void
test_preview (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 regel by=P2");

  assert_round (given, "2026-01-01", FALSE,
                "A P1 9600 indexed 10076 \n"
                "A P2 6000 ended -1 2025-12-31\n"
                "B P1 2000 indexed 2099 2026-03-31\n"
                "B P1 2100 later -1 \n"
                "B P2 3000 later -1 \n"
                "B - 1100 indexed 1155 \n");
  assert_round (given, "2025-01-01", TRUE,
                "B P1 2000 indexed 2099 2026-03-31\n"
                "B P1 2100 later -1 \n"
                "B P2 3000 later -1 \n"
                "B - 1000 later -1 2025-06-30\n"
                "B - 1100 later -1 \n");
  assert_round (given, "2024-07-01", FALSE,
                "A P1 9600 later -1 \n"
                "A P2 5000 ended -1 2024-06-30\n"
                "A P2 6000 later -1 2025-12-31\n"
                "A - 9000 indexed 9446 2024-12-31\n"
                "B P1 2000 indexed 2099 2026-03-31\n"
                "B P1 2100 later -1 \n"
                "B P2 3000 later -1 \n"
                "B - 1000 later -1 2025-06-30\n"
                "B - 1100 later -1 \n");
}

/* 29 February: the day before 1 March. */
static void
test_leap_day (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product A 1/G pxq uur\ntariff A 90 2024-01-01 2024-02-29\n"
                                                  "product B 1/G pxq uur\ntariff B 90 2024-01-01 2024-02-28\n"
                                                  "product C 1/G pxq uur\ntariff C 90 2024-02-29 2024-03-01\n");

  assert_round (given, "2024-03-01", FALSE, "A - 9000 ended -1 2024-02-29\nC - 9000 indexed 9446 2024-03-01\n");
}

/* The region refuses overlapping tariffs; where there are any all the same, the later one stands. */
static void
test_blocked (void)
{
  g_autoptr (TestRegion) given =
      test_region_new ("product A 1/G pxq uur\ntariff A 90 2024-01-01\ntariff A 95 2026-07-01\n"
                       "product B 1/G pxq uur\ntariff B 90 2024-01-01 2026-12-31\ntariff B 95 2026-01-01\n"
                       "product C 1/G pxq uur\ntariff C 90 2024-01-01 2026-06-30\ntariff C 95 2026-07-01\n"
                       "product D 1/G pxq uur\ntariff D 90 2024-01-01\ntariff D 91 2024-06-01 2024-12-31\n");

  assert_round (given, "2026-01-01", FALSE,
                "A - 9000 indexed 9446 2026-06-30 blocked\n"
                "A - 9500 later -1 \n"
                "B - 9000 later -1 2026-12-31 blocked\n"
                "B - 9500 later -1 \n"
                "C - 9000 indexed 9446 2026-06-30\n"
                "C - 9500 later -1 \n"
                "D - 9000 indexed 9446 \n");
}

static void
test_preview_overflow (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product A 1/G pxq uur\ntariff A 900.000.000.000.000");
  PsOverflow overflow = { FALSE };
  g_autoptr (GArray) round = ps_indexing_preview (given->region, 0, 496, 2, NULL, NULL, &overflow);

  g_assert_cmpuint (round->len, ==, 1);
  g_assert_true (overflow.overflowed);
}

/* A history of tariffs of one product and provider, with gaps, at random. */
static char *
random_history (void)
{
  GString *rows = g_string_new ("product A 1/G pxq uur\n");
  PsDate day = ps_date_from_ymd (2024, 1, 1) + g_test_rand_int_range (0, 200);

  for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
    {
      PsDate end = day + g_test_rand_int_range (0, 400);
      g_autofree char *from = ps_date_to_iso (day), *to = ps_date_to_iso (end);

      g_string_append_printf (rows, "tariff A %d %s %s\n", g_test_rand_int_range (1, 500), from,
                              i == 1 && g_test_rand_bit () ? "" : to);
      day = end + 1 + (g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 60));
    }
  return g_string_free (rows, FALSE);
}

/* On any day: nobody who had no tariff gets one, nothing is lost, and before the new day nothing changes. */
static void
check_history (TestRegion *given, PsDate starts_on)
{
  PsOverflow overflow = { FALSE };
  g_autoptr (GArray) round = ps_indexing_preview (given->region, starts_on, 300, 2, NULL, NULL, &overflow);

  for (guint i = 0; i < round->len; i++)
    {
      const PsIndexedTariff *indexed = &g_array_index (round, PsIndexedTariff, i);
      const PsTariff *tariff = ps_region_tariff (given->region, indexed->tariff);

      g_assert_false (indexed->blocked);
      g_assert_true (indexed->outcome != PS_INDEX_ENDED || tariff->to == starts_on - 1);
      g_assert_true (indexed->outcome != PS_INDEX_LATER || tariff->from >= starts_on);
      g_assert_true ((indexed->outcome == PS_INDEXED) == (tariff->from < starts_on && tariff->to >= starts_on));
      g_assert_true ((indexed->outcome == PS_INDEXED) == (indexed->new_e4 != PS_NO_NUMBER));
      g_assert_cmpint (indexed->new_to, ==, tariff->to);
      if (indexed->outcome == PS_INDEXED)
        g_assert_cmpint (ABS (indexed->new_e4 - tariff->tariff_e4 * 103 / 100), <=, 50);
    }
}

static void
test_never_revives (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *rows = random_history ();
      g_autoptr (TestRegion) given = test_region_new (rows);

      for (guint k = 0; k < given->region->tariffs->len; k++)
        {
          const PsTariff *tariff = ps_region_tariff (given->region, k);

          check_history (given, tariff->from);
          if (tariff->to != PS_DATE_OPEN)
            check_history (given, tariff->to + 1);
          check_history (given, tariff->from + g_test_rand_int_range (0, 300));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indexing/2025", test_2025);
  g_test_add_func ("/indexing/rates", test_rates);
  g_test_add_func ("/indexing/wrong", test_wrong);
  g_test_add_func ("/indexing/rate-overflow", test_rate_overflow);
  g_test_add_func ("/indexing/explain", test_explain);
  g_test_add_func ("/indexing/tariffs", test_tariffs);
  g_test_add_func ("/indexing/tariff-overflow", test_tariff_overflow);
  g_test_add_func ("/indexing/preview", test_preview);
  g_test_add_func ("/indexing/leap-day", test_leap_day);
  g_test_add_func ("/indexing/blocked", test_blocked);
  g_test_add_func ("/indexing/preview-overflow", test_preview_overflow);
  g_test_add_func ("/indexing/never-revives", test_never_revives);
  return g_test_run ();
}
