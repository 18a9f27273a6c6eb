/* test-scheme.c: making an incentive scheme: presets, checks, trials and the curve (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-scheme.h"
#include "core/ps-settlement.h"
#include "region-builder.h"

#include <string.h>

#define CEILING 100000000 /* € 1.000.000 */

static const PsStep *
band_of (const PsScheme *scheme, guint band)
{
  return &g_array_index (scheme->bands, PsStep, band);
}

/* A scheme of one's own from a row of the builder. */
static PsScheme *
scheme_from (const char *row)
{
  g_autoptr (TestRegion) given = test_region_new (row);

  return ps_scheme_copy (ps_region_scheme (given->region, 0));
}

static PsScheme *
random_scheme (void)
{
  PsScheme *scheme = ps_scheme_new ();
  PsStep step = { 0, 0 };

  scheme->whole = g_test_rand_bit ();
  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    {
      step.paid_bp = g_test_rand_int_range (0, 101) * (g_test_rand_bit () ? 100 : 99);
      g_array_append_val (scheme->bands, step);
      step.from += g_test_rand_int_range (1, 4000);
    }
  return scheme;
}

static void
test_presets (void)
{
  static const char *const rows[PS_N_PRESETS] = {
    [PS_PRESET_FULL] = "scheme s bands=0:100",
    [PS_PRESET_DONUT_HOLE] = "scheme s bands=0:100,100:0,103:100",
    [PS_PRESET_DISCOUNT] = "scheme s bands=0:100,103:70,108:40,115:0",
    [PS_PRESET_HARD_CEILING] = "scheme s bands=0:100,100:0",
    [PS_PRESET_CLIFF] = "scheme s whole=0:100,105:90",
  };

  for (PsSchemePreset preset = 0; preset < PS_N_PRESETS; preset++)
    {
      g_autoptr (PsScheme) scheme = ps_scheme_new_preset (preset), expected = scheme_from (rows[preset]);
      g_autoptr (GPtrArray) problems = ps_scheme_check (scheme);

      g_assert_cmpstr (ps_scheme_preset_label (preset), !=, "");
      g_assert_true (ps_scheme_equal (scheme, expected));
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_null (scheme->name);
      g_assert_cmpint (scheme->id, ==, 0);
    }
}

/* A copy is the same and on its own. */
static void
test_copy (void)
{
  g_autoptr (PsScheme) scheme = scheme_from ("scheme donut bands=0:100,100:0 norm=0:90");
  g_autoptr (PsScheme) copy = ps_scheme_copy (scheme);

  g_assert_cmpstr (copy->name, ==, "donut");
  g_assert_cmpint (copy->id, ==, scheme->id);
  g_assert_true (ps_scheme_equal (scheme, copy));
  g_array_index (copy->bands, PsStep, 1).paid_bp = 1;
  g_assert_cmpint (band_of (scheme, 1)->paid_bp, ==, 0);
  g_assert_false (ps_scheme_equal (scheme, copy));
}

static void
test_equal (void)
{
  static const char *const rows[] = {
    "scheme s bands=0:100",           "scheme s bands=0:100,100:0", "scheme s whole=0:100,100:0", "scheme s bands=0:100,101:0",
    "scheme s bands=0:100 norm=0:90", "scheme s norm=0:90",         "scheme s norm=1:90"
  };
  g_autoptr (PsScheme) norm = scheme_from ("scheme s norm=0:90"), cliff = scheme_from ("scheme t norm=0:90");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
      {
        g_autoptr (PsScheme) a = scheme_from (rows[i]), b = scheme_from (rows[k]);

        g_assert_cmpint (ps_scheme_equal (a, b), ==, i == k);
      }
  cliff->whole = TRUE; /* without bands there is nothing to fall off */
  g_assert_true (ps_scheme_equal (norm, cliff));
}

typedef struct
{
  const char *row;
  const char *problems; /* band or norm, step */
} Checked;

static const Checked checked[] = {
  { "scheme s bands=0:100", "" },
  { "scheme s bands=0:0", "" },
  { "scheme s norm=0:100,3:0", "" },
  { "scheme s norm=2:90", "" },
  { "scheme s bands=0:100,100:0 norm=0:90,3:75", "" },
  { "scheme s", "b0" },
  { "scheme s bands=90:100", "b0" },
  { "scheme s bands=-5:100", "b0" },
  { "scheme s bands=0:101", "b0" },
  { "scheme s bands=0:-1,100:50", "b0" },
  { "scheme s norm=-1:90", "n0" },
  { "scheme s norm=0:90,3:120", "n1" },
  { "scheme s bands=0:100,100:50,100:0", "b2" },
  { "scheme s bands=5:100,100:500 norm=0:90,0:80", "b0 b1 n1" },
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (checked); i++)
    {
      g_autoptr (PsScheme) scheme = scheme_from (checked[i].row);
      g_autoptr (GPtrArray) problems = ps_scheme_check (scheme);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < problems->len; k++)
        {
          const PsSchemeProblem *problem = g_ptr_array_index (problems, k);

          g_assert_cmpstr (problem->why, !=, "");
          g_string_append_printf (found, "%s%s%u", k > 0 ? " " : "", problem->norm ? "n" : "b", problem->step);
        }
      g_test_message ("%s", checked[i].row);
      g_assert_cmpstr (found->str, ==, checked[i].problems);
    }
}

/* The order in which a form has them is looked at, not the one that they could be put in. */
static void
test_check_order (void)
{
  g_autoptr (PsScheme) scheme = scheme_from ("scheme s bands=0:100,100:0,103:50");
  g_autoptr (GPtrArray) problems = NULL;

  g_array_index (scheme->bands, PsStep, 2).from = 9900;
  problems = ps_scheme_check (scheme);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (((const PsSchemeProblem *) problems->pdata[0])->step, ==, 2);
  ps_scheme_problem_free (NULL);
  ps_scheme_trial_free (NULL);
  ps_scheme_free (NULL);
}

static void
assert_words (const char *row, const char *words)
{
  g_autoptr (PsScheme) scheme = scheme_from (row);
  g_auto (GStrv) expected = g_strsplit (words, "|", -1);

  g_assert_cmpuint (scheme->bands->len, ==, g_strv_length (expected));
  for (guint i = 0; i < scheme->bands->len; i++)
    {
      g_autofree char *word = ps_scheme_band_word (scheme, i);

      g_assert_cmpstr (word, ==, expected[i]);
    }
}

static void
test_band_words (void)
{
  assert_words ("scheme s bands=0:100,100:0,103:70,110:0", "paid in full|donut hole|graduated discount|hard ceiling");
  assert_words ("scheme s bands=0:100,100:0", "paid in full|hard ceiling");
  assert_words ("scheme s bands=0:100,100:0,101:0,102:100", "paid in full|donut hole|donut hole|paid in full");
  assert_words ("scheme s bands=0:90", "graduated discount");
  assert_words ("scheme s whole=0:100,105:90,110:0",
                "all of it in full|cliff: all of it at this share|cliff: all of it at this share");
}

static void
test_norm_words (void)
{
  g_autoptr (PsScheme) scheme = scheme_from ("scheme s norm=0:95,1:80,3:100,6:0");
  static const char *const expected[] = { "From the end of the norm duration: 95\302\240% is paid",
                                          "From one month past the norm duration: 80\302\240% is paid",
                                          "From 3 months past the norm duration: paid in full",
                                          "From 6 months past the norm duration: nothing is paid" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *word = ps_scheme_norm_word (scheme, i);

      g_assert_cmpstr (word, ==, expected[i]);
    }
}

static const struct
{
  const char *row;
  gint64 ceiling, net, paid, next;
} trials[] = {
  { "scheme s bands=0:100,100:0,103:100", CEILING, 98000000, 98000000, 100000 },
  { "scheme s bands=0:100,100:0,103:100", CEILING, 99950000, 99950000, 50000 }, /* the next € 1.000 is half in the hole */
  { "scheme s bands=0:100,100:0,103:100", CEILING, CEILING, CEILING, 0 },
  { "scheme s bands=0:100,100:0,103:100", CEILING, 108000000, 105000000, 100000 },
  { "scheme s bands=0:100,103:70,108:40,115:0", CEILING, 112000000, 103000000 + 3500000 + 1600000, 40000 },
  { "scheme s bands=0:100,103:70,108:40,115:0", CEILING, 120000000, 103000000 + 3500000 + 2800000, 0 },
  { "scheme s bands=0:100,100:0", CEILING, 150000000, CEILING, 0 },
  { "scheme s whole=0:100,105:90", CEILING, 105000000, 105000000, -10410000 }, /* over the edge */
  { "scheme s whole=0:100,105:90", CEILING, 110000000, 99000000, 90000 },
  { "scheme s bands=0:100,100:50", 0, 10001, 5000, 50000 },
  { "scheme s bands=0:0", CEILING, 5000, 0, 0 },
  { "scheme s bands=0:90", CEILING, -5000, -5000, 90500 }, /* a credit is paid back in full: 95.000 at 90 %, and 5.000 */
  { "scheme s norm=0:90", CEILING, 200000000, 200000000, 100000 },
  { "scheme s bands=0:100,100:0", CEILING, 0, 0, 100000 },
};

static void
test_trials (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      g_autoptr (PsScheme) scheme = scheme_from (trials[i].row);
      PsOverflow overflow = { FALSE };
      g_autoptr (PsSchemeTrial) trial = ps_scheme_try (scheme, trials[i].ceiling, trials[i].net, &overflow);

      g_test_message ("%s: %" G_GINT64_FORMAT, trials[i].row, trials[i].net);
      g_assert_false (overflow.overflowed);
      g_assert_cmpint (trial->paid_cents, ==, trials[i].paid);
      g_assert_cmpint (trial->deduction_cents, ==, trials[i].net - trials[i].paid);
      g_assert_cmpint (trial->next_paid_cents, ==, trials[i].next);
      g_assert_cmpuint (trial->bands->len, ==, scheme->bands->len);
    }
}

static void
test_empty_scheme (void)
{
  g_autoptr (PsScheme) scheme = ps_scheme_new ();
  PsOverflow overflow = { FALSE };
  g_autoptr (PsSchemeTrial) trial = ps_scheme_try (scheme, CEILING, 12345, &overflow);
  g_autoptr (GArray) curve = ps_scheme_curve (scheme, 9000, 12000);

  g_assert_cmpint (trial->paid_cents, ==, 12345);
  g_assert_cmpuint (trial->bands->len, ==, 0);
  g_assert_cmpuint (curve->len, ==, 2);
  g_assert_cmpint (g_array_index (curve, PsCurvePoint, 1).paid_bp, ==, 12000);
}

static void
test_overflow (void)
{
  g_autoptr (PsScheme) scheme = scheme_from ("scheme s bands=0:100,100:0,105:100");
  PsOverflow ceiling = { FALSE }, next = { FALSE };
  g_autoptr (PsSchemeTrial) trial = ps_scheme_try (scheme, G_MAXINT64, 5, &ceiling);
  g_autoptr (PsSchemeTrial) largest = ps_scheme_try (scheme, CEILING, G_MAXINT64, &next);

  g_assert_true (ceiling.overflowed);
  g_assert_true (next.overflowed);
}

static void
assert_curve (const char *row, gint64 first_bp, gint64 last_bp, const char *points)
{
  g_autoptr (PsScheme) scheme = scheme_from (row);
  g_autoptr (GArray) curve = ps_scheme_curve (scheme, first_bp, last_bp);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < curve->len; i++)
    g_string_append_printf (text, "%s%d:%d", i > 0 ? " " : "", (int) g_array_index (curve, PsCurvePoint, i).produced_bp,
                            (int) g_array_index (curve, PsCurvePoint, i).paid_bp);
  g_test_message ("%s", row);
  g_assert_cmpstr (text->str, ==, points);
}

static void
test_curves (void)
{
  assert_curve ("scheme s bands=0:100,100:0,103:100", 0, 12000, "0:0 10000:10000 10300:10000 12000:11700");
  assert_curve ("scheme s bands=0:100,100:0,103:70,110:0", 9500, 12000,
                "9500:9500 10000:10000 10300:10000 11000:10490 12000:10490");
  assert_curve ("scheme s bands=0:100,100:0", 0, 20000, "0:0 10000:10000 20000:10000");
  assert_curve ("scheme s bands=0:0", 0, 20000, "0:0 20000:0");
  assert_curve ("scheme s bands=0:100,50:100,100:100", 0, 20000,
                "0:0 20000:20000"); /* borders that change nothing are no corners */
  /* a cliff falls at its border */
  assert_curve ("scheme s whole=0:100,105:90", 9000, 12000, "9000:9000 10500:10500 10500:9450 12000:10800");
  assert_curve ("scheme s whole=0:100,100:95,110:0", 0, 12000, "0:0 10000:10000 10000:9500 11000:10450 11000:0 12000:0");
  assert_curve ("scheme s whole=0:100,100:100,110:90", 0, 12000, "0:0 11000:11000 11000:9900 12000:10800");
  /* a piece that begins or ends on a border */
  assert_curve ("scheme s bands=0:100,100:0,103:100", 10000, 10300, "10000:10000 10300:10000");
  assert_curve ("scheme s whole=0:100,105:90", 10500, 12000, "10500:10500 10500:9450 12000:10800");
  assert_curve ("scheme s whole=0:100,105:90", 9000, 10500, "9000:9000 10500:10500");
  assert_curve ("scheme s bands=0:100,100:0", 12000, 12000, "12000:10000");
}

/* What the curve says at `produced_bp`, between its corners, in ten-thousandths of a basis point. */
static gint64
read_curve (const GArray *curve, gint64 produced_bp)
{
  for (guint i = 1; i < curve->len; i++)
    {
      const PsCurvePoint *to = &g_array_index (curve, PsCurvePoint, i), *from = to - 1;

      if (produced_bp <= to->produced_bp)
        return to->produced_bp == from->produced_bp
                   ? from->paid_bp * 10000
                   : from->paid_bp * 10000
                         + (to->paid_bp - from->paid_bp) * 10000 * (produced_bp - from->produced_bp)
                               / (to->produced_bp - from->produced_bp);
    }
  g_assert_not_reached ();
}

/* A settlement's sum on any ceiling is on the curve, but for a basis point of rounding. */
static void
test_curve_agrees (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (PsScheme) scheme = random_scheme ();
      g_autoptr (GArray) curve = ps_scheme_curve (scheme, 0, 30000);
      g_autoptr (GPtrArray) problems = ps_scheme_check (scheme);

      g_assert_cmpuint (problems->len, ==, scheme->bands->len == 0 ? 1 : 0);
      for (guint k = 0; k < 40; k++)
        {
          gint64 produced_bp = k == 0 && scheme->bands->len > 0 ? band_of (scheme, scheme->bands->len - 1)->from
                                                                : g_test_rand_int_range (0, 30001);
          PsOverflow overflow = { FALSE };
          g_autoptr (PsSchemeTrial) trial = ps_scheme_try (scheme, CEILING, produced_bp * (CEILING / 10000), &overflow);
          gint64 on_curve = read_curve (curve, produced_bp);

          g_assert_cmpint (ABS (trial->paid_cents - on_curve), <=, 10000 + 10);
          g_assert_cmpint (trial->paid_cents + trial->deduction_cents, ==, produced_bp * (CEILING / 10000));
        }
    }
}

/* Corners come in order, from the first to the last, and never pay more than was produced. */
static void
test_curve_in_order (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (PsScheme) scheme = random_scheme ();
      gint64 first = g_test_rand_int_range (0, 12000), last = first + g_test_rand_int_range (0, 9000);
      g_autoptr (GArray) curve = ps_scheme_curve (scheme, first, last);

      g_assert_cmpint (g_array_index (curve, PsCurvePoint, 0).produced_bp, ==, first);
      g_assert_cmpint (g_array_index (curve, PsCurvePoint, curve->len - 1).produced_bp, ==, last);
      for (guint k = 0; k < curve->len; k++)
        {
          const PsCurvePoint *point = &g_array_index (curve, PsCurvePoint, k);

          g_assert_cmpint (point->paid_bp, >=, 0);
          g_assert_cmpint (point->paid_bp, <=, point->produced_bp);
          if (k > 0)
            g_assert_cmpint (point->produced_bp, >=, point[-1].produced_bp + (scheme->whole ? 0 : 1));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scheme/presets", test_presets);
  g_test_add_func ("/scheme/copy", test_copy);
  g_test_add_func ("/scheme/equal", test_equal);
  g_test_add_func ("/scheme/check", test_check);
  g_test_add_func ("/scheme/check-order", test_check_order);
  g_test_add_func ("/scheme/band-words", test_band_words);
  g_test_add_func ("/scheme/norm-words", test_norm_words);
  g_test_add_func ("/scheme/trials", test_trials);
  g_test_add_func ("/scheme/empty", test_empty_scheme);
  g_test_add_func ("/scheme/overflow", test_overflow);
  g_test_add_func ("/scheme/curves", test_curves);
  g_test_add_func ("/scheme/curve-agrees", test_curve_agrees);
  g_test_add_func ("/scheme/curve-in-order", test_curve_in_order);
  return g_test_run ();
}
