/* test-measured.c: what the messages say of a peildatum, and which entered values are out of line (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-measured.h"
#include "region-builder.h"

#define NONE PS_NO_NUMBER
#define REGION                                                                                                                   \
  "product U 1/G pxq uur\nproduct V 1/G plek plekjaar\nproduct T 1/H traject traject norm=10\n"                                  \
  "tariff U 100\ntariff V 7.320\ntariff T 3.000\n"                                                                               \
  "assignment M/1 A U 2024-01-01\nassignment M/2 B U 2024-01-01\nassignment M/3 A V 2024-01-01\n"

typedef struct
{
  const char *rows, *day, *through, *product;
  gint64 values[PS_N_MEASURES];
} Case;

static GArray *
measure (TestRegion *region, const char *day, const char *through)
{
  g_autoptr (PsProduction) production = test_region_production (region, "P1");
  g_autoptr (GError) error = NULL;
  GArray *measured;

  measured = ps_measured_compute (region->region, production, test_date (day),
                                  g_str_equal (through, "-") ? PS_DATE_OPEN : test_date (through), &error);
  g_assert_no_error (error);
  return measured;
}

static const PsMeasured *
find (TestRegion *region, const GArray *measured, const char *product, const char *municipality)
{
  for (guint i = 0; i < measured->len; i++)
    {
      const PsMeasured *row = &g_array_index (measured, PsMeasured, i);

      if (row->product == ps_region_find_product (region->region, product)
          && row->municipality == ps_region_find_municipality (region->region, municipality))
        return row;
    }
  return NULL;
}

static void
assert_case (const Case *expected)
{
  g_autofree char *text = g_strconcat (REGION, expected->rows, NULL);
  g_autoptr (TestRegion) region = test_region_new (text);
  g_autoptr (GArray) measured = measure (region, expected->day, expected->through);
  const PsMeasured *row = find (region, measured, expected->product, "M");

  g_test_message ("%s on %s through %s", expected->rows, expected->day, expected->through);
  for (int i = 0; i < PS_N_MEASURES; i++)
    g_assert_cmpint (row != NULL ? row->values[i] : NONE, ==, expected->values[i]);
}

#define NOTHING                                                                                                                  \
  {                                                                                                                              \
    NONE, NONE, NONE, NONE, NONE                                                                                                 \
  }

static void
test_clients (void)
{
  static const Case cases[] = {
    { "care M/1 2024-01-01 2024-07-18\ncare M/2 2024-01-01 2024-01-01", "2024-07-19", "-", "U", NOTHING },
    { "care M/1 2024-01-01 2024-07-19", "2024-07-19", "-", "U", { 1, NONE, NONE, 1, 200 } },
    { "care M/1 2024-07-19\ncare M/2 2024-01-01", "2024-07-19", "-", "U", { 2, NONE, NONE, 0, NONE } },
    { "care M/1 2024-01-01 2024-03-31\ncare M/1 2024-07-01\ncare M/2 2024-01-01",
      "2024-07-19",
      "-",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    /* 29 February */
    { "care M/1 2024-02-29 2024-02-29\ncare M/2 2024-02-28 2024-02-28", "2024-02-29", "-", "U", { 1, NONE, NONE, 0, NONE } },
    /* a client counts once */
    { "assignment M/9 A U 2024-01-01\ncare M/1 2024-01-01\ncare M/9 2024-01-01\ncare M/2 2024-01-01",
      "2024-07-19",
      "-",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    /* an open period ends with its assignment, and does not begin before it */
    { "assignment M/9 C U 2024-01-01 2024-07-18\ncare M/9 2024-01-01\ncare M/1 2024-01-01\ncare M/2 2024-01-01",
      "2024-07-19",
      "-",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    { "assignment M/9 C U 2024-07-20\ncare M/9 2024-01-01\ncare M/1 2024-01-01\ncare M/2 2024-01-01",
      "2024-07-19",
      "-",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    /* places are the clients of products that are paid by them */
    { "care M/3 2024-01-01", "2024-07-19", "-", "V", { 1, 1000, NONE, 0, NONE } },
    /* who is in care by an assignment to the group alone could be of any product of it */
    { "assignment M/9 C *G 2024-01-01\ncare M/9 2024-01-01\nline 1 M/9 U 2024-02-01 2024-02-29 1 100 =\ncare M/1 2024-01-01 "
      "2024-01-02\n"
      "care M/2 2024-01-01 2024-01-02",
      "2024-07-19",
      "2024-06-30",
      "U",
      { NONE, NONE, 10000, 0, NONE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i]);
}

static void
test_waiting (void)
{
  static const Case cases[] = {
    { "", "2024-01-01", "-", "U", { 0, NONE, NONE, 2, 0 } },
    { "", "2024-01-11", "-", "U", { 0, NONE, NONE, 2, 10 } },
    { "", "2023-12-31", "-", "U", NOTHING },
    { "care M/1 2024-01-12", "2024-01-11", "-", "U", { 0, NONE, NONE, 2, 10 } },
    { "care M/1 2024-01-11", "2024-01-11", "-", "U", { 1, NONE, NONE, 1, 10 } },
    /* care that began and stopped was begun */
    { "care M/1 2024-01-02 2024-01-03\ncare M/2 2024-01-02 2024-01-03", "2024-01-11", "-", "U", NOTHING },
    /* the mean, rounded: 10 and 5 days are 7,5, so 8 */
    { "assignment M/8 C U 2024-01-06\ncare M/1 2024-01-01", "2024-01-11", "-", "U", { 1, NONE, NONE, 2, 8 } },
    /* a client once, for the longest of its waits; one in care does not wait for a next assignment */
    { "assignment M/8 A U 2024-01-06\ncare M/2 2024-01-01", "2024-01-11", "-", "U", { 1, NONE, NONE, 1, 10 } },
    { "assignment M/8 A U 2024-01-06\ncare M/1 2024-01-01\ncare M/2 2024-01-01",
      "2024-01-11",
      "-",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    /* an assignment that is over, or to a group, waits for nothing */
    { "assignment M/8 C U 2024-01-01 2024-01-10\nassignment M/9 D *G 2024-01-01\ncare M/1 2024-01-01\ncare M/2 2024-01-01",
      "2024-01-11",
      "-",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    { "", "2024-01-11", "-", "V", { 0, 0, NONE, 1, 10 } },
    /* care that was over before the assignment is none of its own */
    { "care M/1 2023-01-01 2023-12-31\ncare M/2 2024-01-01", "2024-01-11", "-", "U", { 1, NONE, NONE, 1, 10 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i]);
}

static void
test_realised (void)
{
  static const Case cases[] = {
    { "care M/1 2024-01-01\ncare M/2 2024-01-01\nline 1 M/1 U 2024-02-01 2024-02-29 2 100 =\nline 2 M/1 U 2024-07-01 2024-07-31 "
      "1 100 =",
      "2024-07-19",
      "2024-06-30",
      "U",
      { 2, NONE, 20000, 0, NONE } },
    { "care M/1 2024-01-01\ncare M/2 2024-01-01", "2024-07-19", "2024-06-30", "U", { 2, NONE, 0, 0, NONE } },
    /* nothing of this year is known yet, or it was not said to which day */
    { "care M/1 2024-01-01\ncare M/2 2024-01-01\nline 1 M/1 U 2024-01-01 2024-01-31 2 100 =",
      "2024-02-22",
      "2023-12-31",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    { "care M/1 2024-01-01\ncare M/2 2024-01-01\nline 1 M/1 U 2024-01-01 2024-01-31 2 100 =",
      "2024-02-22",
      "-",
      "U",
      { 2, NONE, NONE, 0, NONE } },
    /* places run by the day: € 20 each in 2024, to the day that is complete */
    { "care M/3 2024-01-01", "2024-02-22", "2024-01-31", "V", { 1, 1000, 62000, 0, NONE } },
    /* a traject as it runs: 31 of 305 days of € 3.000 */
    { "assignment M/7 A T 2024-01-01\ncare M/7 2024-01-01", "2024-02-22", "2024-01-31", "T", { 1, NONE, 30492, 0, NONE } },
    /* beside a lump sum what was produced */
    { "agreement 2024 regel\nagreed 2024 G M 1.000.000 lump=ja\ncare M/1 2024-01-01\ncare M/2 2024-01-01\n"
      "line 1 M/1 U 2024-02-01 2024-02-29 2 100 =",
      "2024-07-19",
      "2024-06-30",
      "U",
      { 2, NONE, 20000, 0, NONE } },
    /* a disputed line produces nothing */
    { "care M/1 2024-01-01\ncare M/2 2024-01-01\nline 1 M/1 U 2024-02-01 2024-02-29 2 101 =",
      "2024-07-19",
      "2024-06-30",
      "U",
      { 2, NONE, 0, 0, NONE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i]);
}

static void
test_order (void)
{
  g_autoptr (TestRegion) region =
      test_region_new (REGION "assignment K/1 C V 2024-01-01\ncare K/1 2024-01-01\ncare M/3 2024-01-01");
  g_autoptr (GArray) measured = measure (region, "2024-07-19", "-");

  g_assert_cmpuint (measured->len, ==, 3);
  for (guint i = 1; i < measured->len; i++)
    {
      const PsMeasured *a = &g_array_index (measured, PsMeasured, i - 1), *b = &g_array_index (measured, PsMeasured, i);

      g_assert_true (a->product < b->product || (a->product == b->product && a->municipality < b->municipality));
    }
}

/* ---- marks */

typedef struct
{
  PsMeasure measure;
  gint64 value, computed, last, waiting;
  PsDeviationKind kind;
  const char *text; /* NULL: whatever */
} Mark;

static void
assert_mark (const Mark *mark, gboolean by_place)
{
  PsCellFacts facts = { mark->measure, mark->value, mark->computed, mark->last, NONE, mark->waiting, by_place };
  g_autofree char *text = NULL;
  PsDeviationKind kind = ps_deviation_find (&facts, &text);

  g_test_message ("%s %" G_GINT64_FORMAT ": %s", ps_measure_label (mark->measure), mark->value, text != NULL ? text : "-");
  g_assert_cmpint (kind, ==, mark->kind);
  g_assert_true ((text == NULL) == (kind == PS_DEVIATION_NONE));
  if (mark->text != NULL)
    g_assert_cmpstr (text, ==, mark->text);
  g_assert_cmpint (ps_deviation_find (&facts, NULL), ==, kind);
}

static void
test_marks (void)
{
  static const Mark marks[] = {
    /* empty is nothing to look at */
    { PS_MEASURE_CLIENTS, NONE, 10, 10, NONE, PS_DEVIATION_NONE, NULL },
    /* nothing to hold it against */
    { PS_MEASURE_CLIENTS, 10, NONE, NONE, NONE, PS_DEVIATION_NONE, NULL },
    /* small numbers differ easily */
    { PS_MEASURE_CLIENTS, 1, 2, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 4, 2, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 5, 2, NONE, NONE, PS_DEVIATION_COMPUTED, "150\xc2\xa0% above the computed 2" },
    { PS_MEASURE_CLIENTS, 0, 2, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 0, 3, NONE, NONE, PS_DEVIATION_COMPUTED, "100\xc2\xa0% below the computed 3" },
    { PS_MEASURE_CLIENTS, 3, 0, NONE, NONE, PS_DEVIATION_COMPUTED, "far above the computed 0" },
    /* 15 % is not far yet, a client more is */
    { PS_MEASURE_CLIENTS, 115, 100, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 116, 100, NONE, NONE, PS_DEVIATION_COMPUTED, NULL },
    { PS_MEASURE_CLIENTS, 85, 100, 90, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 84, 100, 90, NONE, PS_DEVIATION_COMPUTED,
      "16\xc2\xa0% below the computed 100; 90 at the last peildatum" },
    /* the messages count for more than the time before */
    { PS_MEASURE_CLIENTS, 50, 50, 10, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 13, NONE, 10, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 15, NONE, 10, NONE, PS_DEVIATION_LAST, "50\xc2\xa0% above the 10 at the last peildatum" },
    { PS_MEASURE_CLIENTS, 5, NONE, 10, NONE, PS_DEVIATION_LAST, "50\xc2\xa0% below the 10 at the last peildatum" },
    { PS_MEASURE_PLACES, 17040, 13040, 12900, NONE, PS_DEVIATION_COMPUTED,
      "31\xc2\xa0% above the computed 13.04; 12.90 at the last peildatum" },
    /* more wait than have an assignment: that is how it is */
    { PS_MEASURE_WAITING, 9, 0, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_WAITING, 12, 3, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_WAITING, 14, 4, NONE, NONE, PS_DEVIATION_COMPUTED, NULL },
    { PS_MEASURE_WAITING, 0, 3, NONE, NONE, PS_DEVIATION_COMPUTED, NULL },
    { PS_MEASURE_WAITING_DAYS, 60, 20, NONE, 4, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_WAITING_DAYS, 130, 20, NONE, 4, PS_DEVIATION_COMPUTED, NULL },
    { PS_MEASURE_WAITING_DAYS, 130, 20, NONE, 2, PS_DEVIATION_NONE, NULL },
    /* realised: a tenth and a thousand euros; a year's amount grows */
    { PS_MEASURE_REALISED, 1100000, 1000000, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_REALISED, 1110000, 1000000, NONE, NONE, PS_DEVIATION_COMPUTED, NULL },
    { PS_MEASURE_REALISED, 90000, 10000, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_REALISED, 9000000, NONE, 1000000, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_REALISED, 999999, NONE, 1000000, NONE, PS_DEVIATION_LAST, NULL },
    { PS_MEASURE_REALISED, 1000000, 1000000, 1100000, NONE, PS_DEVIATION_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    assert_mark (&marks[i], TRUE);
}

static void
test_slips (void)
{
  static const Mark marks[] = {
    { PS_MEASURE_CLIENTS, 1306, 1360, NONE, NONE, PS_DEVIATION_DIGITS, "Are 0 and 6 swapped? Computed is 1,360" },
    { PS_MEASURE_CLIENTS, 21, 12, 13, NONE, PS_DEVIATION_DIGITS,
      "Are 2 and 1 swapped? Computed is 12; 13 at the last peildatum" },
    { PS_MEASURE_CLIENTS, 112, 121, NONE, NONE, PS_DEVIATION_DIGITS, "Are 1 and 2 swapped? Computed is 121" },
    /* two digits that differ little may be what they are; and so may what came after the last peildatum */
    { PS_MEASURE_CLIENTS, 98, 89, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 112, NONE, 121, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_CLIENTS, 31, NONE, 13, NONE, PS_DEVIATION_DIGITS, "Are 3 and 1 swapped? 13 at the last peildatum" },
    { PS_MEASURE_CLIENTS, 30, 3, NONE, NONE, PS_DEVIATION_DIGITS, "Is there a zero too many? Computed is 3" },
    { PS_MEASURE_CLIENTS, 12, 1200, NONE, NONE, PS_DEVIATION_DIGITS, "Is a zero missing? Computed is 1,200" },
    { PS_MEASURE_CLIENTS, 1336, 136, NONE, NONE, PS_DEVIATION_DIGITS, "Is there a digit too many? Computed is 136" },
    { PS_MEASURE_CLIENTS, 16, 136, NONE, NONE, PS_DEVIATION_DIGITS, "Is a digit missing? Computed is 136" },
    { PS_MEASURE_PLACES, 680000, 6800, NONE, NONE, PS_DEVIATION_DIGITS, "Is the comma in the right place? Computed is 6.80" },
    { PS_MEASURE_PLACES, 13400, 31400, NONE, NONE, PS_DEVIATION_DIGITS, "Are 1 and 3 swapped? Computed is 31.40" },
    { PS_MEASURE_REALISED, 12345678, 12354678, NONE, NONE, PS_DEVIATION_DIGITS, NULL },
    /* typed in whole euros */
    { PS_MEASURE_REALISED, 12345600, 12345567, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_REALISED, 12345600, 12435567, NONE, NONE, PS_DEVIATION_DIGITS, NULL },
    { PS_MEASURE_REALISED, 1234567, 123456700, NONE, NONE, PS_DEVIATION_DIGITS, NULL },
    { PS_MEASURE_CLIENTS, 11, 1, NONE, NONE, PS_DEVIATION_COMPUTED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    assert_mark (&marks[i], TRUE);
}

static void
test_impossible (void)
{
  static const Mark marks[] = {
    { PS_MEASURE_CLIENTS, -1, NONE, NONE, NONE, PS_DEVIATION_IMPOSSIBLE, NULL },
    { PS_MEASURE_REALISED, -100, NONE, NONE, NONE, PS_DEVIATION_IMPOSSIBLE, NULL },
    { PS_MEASURE_REALISED, -100, 5, NONE, NONE, PS_DEVIATION_IMPOSSIBLE, NULL },
    { PS_MEASURE_REALISED, -100, -100, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_PLACES, 1000, NONE, NONE, NONE, PS_DEVIATION_IMPOSSIBLE, "This product is not paid by the place." },
    { PS_MEASURE_PLACES, 0, NONE, NONE, NONE, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_WAITING_DAYS, 12, NONE, NONE, 0, PS_DEVIATION_IMPOSSIBLE, NULL },
    { PS_MEASURE_WAITING_DAYS, 12, NONE, NONE, NONE, PS_DEVIATION_IMPOSSIBLE, NULL },
    { PS_MEASURE_WAITING_DAYS, 12, NONE, NONE, 1, PS_DEVIATION_NONE, NULL },
    { PS_MEASURE_WAITING_DAYS, 0, NONE, NONE, 0, PS_DEVIATION_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    assert_mark (&marks[i], FALSE);
}

/* ---- words */

static void
test_filled (void)
{
  static const struct
  {
    gint64 values[PS_N_MEASURES];
    PsFilled by_place, other;
  } cases[] = {
    { NOTHING, PS_FILLED_NOT, PS_FILLED_NOT },
    { { 0, NONE, NONE, NONE, NONE }, PS_FILLED_PARTLY, PS_FILLED },
    { { 3, 3000, NONE, NONE, NONE }, PS_FILLED, PS_FILLED },
    { { NONE, 3000, NONE, NONE, NONE }, PS_FILLED_PARTLY, PS_FILLED_PARTLY },
    { { NONE, NONE, 100, 2, 3 }, PS_FILLED_PARTLY, PS_FILLED_PARTLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ps_measured_filled (cases[i].values, TRUE), ==, cases[i].by_place);
      g_assert_cmpint (ps_measured_filled (cases[i].values, FALSE), ==, cases[i].other);
    }
}

static void
test_typed (void)
{
  static const struct
  {
    PsMeasure measure;
    const char *text;
    gboolean ok;
    gint64 value;
  } cases[] = {
    { PS_MEASURE_CLIENTS, "12", TRUE, 12 },
    { PS_MEASURE_CLIENTS, " 1.234 ", TRUE, 1234 },
    { PS_MEASURE_CLIENTS, "", TRUE, NONE },
    { PS_MEASURE_CLIENTS, "  ", TRUE, NONE },
    { PS_MEASURE_CLIENTS, "1,5", FALSE, NONE },
    { PS_MEASURE_CLIENTS, "-1", FALSE, NONE },
    { PS_MEASURE_CLIENTS, "twee", FALSE, NONE },
    { PS_MEASURE_CLIENTS, "99999999999999", FALSE, NONE },
    { PS_MEASURE_PLACES, "6,8", TRUE, 6800 },
    { PS_MEASURE_PLACES, "6,8001", FALSE, NONE },
    { PS_MEASURE_REALISED, "€ 1.234,56", TRUE, 123456 },
    { PS_MEASURE_REALISED, "-12", TRUE, -1200 },
    { PS_MEASURE_WAITING_DAYS, "0", TRUE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *why = NULL;
      gint64 value = 7;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ps_measure_parse (cases[i].measure, cases[i].text, &value, &why), ==, cases[i].ok);
      g_assert_cmpint (value, ==, cases[i].value);
      g_assert_true ((why == NULL) == cases[i].ok);
    }
}

static void
test_written (void)
{
  g_autofree char *clients = ps_measure_format (PS_MEASURE_CLIENTS, 1234);
  g_autofree char *places = ps_measure_format (PS_MEASURE_PLACES, 6800);
  g_autofree char *none = ps_measure_format (PS_MEASURE_REALISED, NONE);

  g_assert_cmpstr (clients, ==, "1,234");
  g_assert_cmpstr (places, ==, "6.80");
  g_assert_cmpstr (none, ==, "");
  for (int i = 0; i < PS_N_MEASURES; i++)
    {
      g_assert_cmpuint (strlen (ps_measure_label ((PsMeasure) i)), >, 0);
      g_assert_cmpuint (strlen (ps_measure_column ((PsMeasure) i)), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/measured/clients", test_clients);
  g_test_add_func ("/core/measured/waiting", test_waiting);
  g_test_add_func ("/core/measured/realised", test_realised);
  g_test_add_func ("/core/measured/order", test_order);
  g_test_add_func ("/core/measured/marks", test_marks);
  g_test_add_func ("/core/measured/slips", test_slips);
  g_test_add_func ("/core/measured/impossible", test_impossible);
  g_test_add_func ("/core/measured/filled", test_filled);
  g_test_add_func ("/core/measured/typed", test_typed);
  g_test_add_func ("/core/measured/written", test_written);
  return g_test_run ();
}
