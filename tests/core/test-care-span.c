/* test-care-span.c: clients in care, from when to when (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-care-span.h"
#include "region-builder.h"

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 1/G pxq uur\nproduct V 2/H plek plekjaar\nassignment M/1 C A 2024-01-01 referrer=huisarts\n" \
  "assignment M/2 C B 2024-01-01 2024-06-30 referrer=rechter\nassignment N/1 C V 2024-01-01 by=P2\nassignment M/3 D *G "         \
  "2024-01-01\n"

typedef struct
{
  const char *rows;
  PsSpanSame same;
  const char *expected; /* "M/A 2024-01-01..2024-02-10 31; …": municipality, product, days, reason */
} Case;

static void
describe (const PsRegion *region, const PsCareSpan *span, GString *text)
{
  g_autofree char *start = ps_date_to_iso (span->start), *end = ps_date_to_iso (span->end);

  g_string_append_printf (text, "%s%s/%s %s..%s", text->len > 0 ? "; " : "",
                          ps_region_municipality (region, span->municipality)->code,
                          span->product == PS_NONE ? "*" : ps_region_product (region, span->product)->code, start, end);
  if (span->reason != PS_REASON_NONE)
    g_string_append_printf (text, " %d", span->reason);
}

/* Of both providers, collected in either order: that changes nothing. */
static GArray *
join_all (TestRegion *given, PsSpanSame same, gboolean backwards)
{
  g_autoptr (PsProduction) one = test_region_production (given, "P1");
  g_autoptr (PsProduction) two = test_region_production (given, "P2");
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));

  ps_care_spans_collect (backwards ? two : one, spans);
  ps_care_spans_collect (backwards ? one : two, spans);
  ps_care_spans_join (spans, same);
  return spans;
}

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n * 2; i++)
    {
      const Case *it = &cases[i / 2];
      g_autofree char *text = g_strconcat (REGION, it->rows, NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (GArray) spans = join_all (given, it->same, i % 2 == 1);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", it->rows);
      for (guint place = 0; place < spans->len; place++)
        describe (given->region, &g_array_index (spans, PsCareSpan, place), found);
      g_assert_cmpstr (found->str, ==, it->expected);
    }
}

static void
test_join (void)
{
  static const Case cases[] = {
    { "", PS_SAME_CLIENT, "" },
    { "care M/1 2024-01-05 2024-02-10 31\n", PS_SAME_CLIENT, "M/A 2024-01-05..2024-02-10 31" },
    /* overlapping, the next day, over 29 February; a day between them */
    { "care M/1 2024-01-05 2024-02-10 37\ncare M/2 2024-02-01 2024-03-01 31\n", PS_SAME_CLIENT, "M/B 2024-01-05..2024-03-01 31" },
    { "care M/1 2024-01-05 2024-02-28 37\ncare M/2 2024-02-29 2024-03-01 31\n", PS_SAME_CLIENT, "M/B 2024-01-05..2024-03-01 31" },
    { "care M/1 2024-01-05 2024-02-28 37\ncare M/2 2024-03-01 2024-03-02 31\n", PS_SAME_CLIENT,
      "M/A 2024-01-05..2024-02-28 37; M/B 2024-03-01..2024-03-02 31" },
    /* one inside the other: the one that ends last says what it is */
    { "care M/1 2024-01-05 2024-05-01 31\ncare M/2 2024-02-01 2024-03-01 32\n", PS_SAME_CLIENT, "M/A 2024-01-05..2024-05-01 31" },
    /* another client is another client */
    { "care M/1 2024-01-05 2024-05-01 31\ncare M/3 2024-02-01 2024-03-01 32\n", PS_SAME_CLIENT,
      "M/A 2024-01-05..2024-05-01 31; M/* 2024-02-01..2024-03-01 32" },
    /* at another provider, of another product and group: joined, unless that must be the same */
    { "care M/1 2024-01-05 2024-02-10 38\ncare N/1 2024-02-11\n", PS_SAME_CLIENT, "N/V 2024-01-05.." },
    { "care M/1 2024-01-05 2024-02-10 38\ncare N/1 2024-02-11\n", PS_SAME_PROVIDER,
      "M/A 2024-01-05..2024-02-10 38; N/V 2024-02-11.." },
    { "care M/1 2024-01-05 2024-02-10 38\ncare N/1 2024-02-11\n", PS_SAME_GROUP,
      "M/A 2024-01-05..2024-02-10 38; N/V 2024-02-11.." },
    { "care M/1 2024-01-05 2024-02-10\ncare M/2 2024-02-11 2024-03-01\n", PS_SAME_GROUP, "M/B 2024-01-05..2024-03-01" },
    { "care M/1 2024-01-05 2024-02-10\ncare M/2 2024-02-11 2024-03-01\n", PS_SAME_PRODUCT,
      "M/A 2024-01-05..2024-02-10; M/B 2024-02-11..2024-03-01" },
    { "care M/1 2024-01-05 2024-02-10\ncare M/2 2024-02-11 2024-03-01\n", PS_SAME_PROVIDER | PS_SAME_GROUP,
      "M/B 2024-01-05..2024-03-01" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Care counts inside its assignment, and an open period ends with it. */
static void
test_inside_assignment (void)
{
  static const Case cases[] = {
    { "care M/2 2024-03-01\n", PS_SAME_CLIENT, "M/B 2024-03-01..2024-06-30" },
    { "care M/2 2023-11-01 2024-08-01 31\n", PS_SAME_CLIENT, "M/B 2024-01-01..2024-06-30 31" },
    { "care M/2 2023-11-01 2023-12-31 31\n", PS_SAME_CLIENT, "" },
    { "care M/2 2023-11-01 2024-01-01 31\n", PS_SAME_CLIENT, "M/B 2024-01-01..2024-01-01 31" },
    { "care M/2 2024-07-01\n", PS_SAME_CLIENT, "" },
    { "care M/2 2024-06-30\n", PS_SAME_CLIENT, "M/B 2024-06-30..2024-06-30" },
    { "care M/1 2024-03-01\n", PS_SAME_CLIENT, "M/A 2024-03-01.." },
    { "care M/1 2024-03-01\ncare M/2 2024-02-01\n", PS_SAME_CLIENT, "M/A 2024-02-01.." },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* A temporary stop is bridged where care of that assignment comes back, however late. */
static void
test_paused (void)
{
  static const Case cases[] = {
    { "care M/1 2024-01-05 2024-02-10 20\ncare M/1 2024-05-01 2024-06-01 31\n", PS_SAME_CLIENT, "M/A 2024-01-05..2024-06-01 31" },
    { "care M/1 2024-01-05 2024-02-10 20\ncare M/1 2024-05-01 2024-06-01 20\ncare M/1 2025-02-01\n", PS_SAME_CLIENT,
      "M/A 2024-01-05.." },
    { "care M/1 2024-01-05 2024-02-10 20\n", PS_SAME_CLIENT, "M/A 2024-01-05..2024-02-10 20" },
    { "care M/1 2024-01-05 2024-02-10 32\ncare M/1 2024-05-01 2024-06-01 31\n", PS_SAME_CLIENT,
      "M/A 2024-01-05..2024-02-10 32; M/A 2024-05-01..2024-06-01 31" },
    { "care M/1 2024-01-05 2024-02-10 20\ncare M/2 2024-05-01 2024-06-01 31\n", PS_SAME_CLIENT,
      "M/A 2024-01-05..2024-02-10 20; M/B 2024-05-01..2024-06-01 31" },
    /* it comes back after the assignment: nothing of that counts, and the bridge ends with it */
    { "care M/2 2024-05-05 2024-06-10 20\ncare M/2 2024-08-01\n", PS_SAME_CLIENT, "M/B 2024-05-05..2024-06-30 20" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* How the client came is what its first care says; what it is by now its last. */
static void
test_referrer (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "care M/2 2024-01-05 2024-02-10\ncare M/1 2024-02-01 2024-03-01\n");
  g_autoptr (GArray) spans = join_all (given, PS_SAME_CLIENT, FALSE);
  const PsCareSpan *span = &g_array_index (spans, PsCareSpan, 0);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  const PsAssignment *first = &g_array_index (production->assignments, PsAssignment, 1);

  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpuint (span->referrer, ==, first->referrer);
  g_assert_cmpint (span->assignment, ==, g_array_index (production->assignments, PsAssignment, 0).id);
}

/* Where no pseudonym is known, clients of different providers are different ones. */
static void
test_unknown_clients (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "care M/1 2024-01-05\ncare N/1 2024-01-05\ncare M/2 2024-01-05\n");
  g_autoptr (PsProduction) one = test_region_production (given, "P1"), two = test_region_production (given, "P2");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));

  for (guint i = 0; i < one->assignments->len; i++)
    g_array_index (one->assignments, PsAssignment, i).client_key = 0;
  for (guint i = 0; i < two->assignments->len; i++)
    g_array_index (two->assignments, PsAssignment, i).client_key = 0;
  ps_care_spans_collect (one, spans);
  ps_care_spans_collect (two, spans);
  ps_care_spans_join (spans, PS_SAME_CLIENT);
  g_assert_cmpuint (spans->len, ==, 2);
}

static char *
describe_known (const TestRegion *given, const char *day)
{
  g_autoptr (PsProduction) production = test_region_production ((TestRegion *) given, "P1");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));
  GString *found = g_string_new (NULL);

  g_test_message ("%s", day);
  ps_care_spans_collect_known (production, test_date (day), spans);
  for (guint place = 0; place < spans->len; place++)
    describe (given->region, &g_array_index (spans, PsCareSpan, place), found);
  return g_string_free (found, FALSE);
}

/* As it was known on a day: neither what began, nor what stopped, nor what came back after it. */
static void
test_known (void)
{
  static const struct
  {
    const char *day, *expected;
  } cases[] = { { "2024-01-04", "" },
                { "2024-01-05", "M/A 2024-01-05.." },
                { "2024-02-09", "M/A 2024-01-05.." },
                { "2024-02-10", "M/A 2024-01-05..2024-02-10 20" },
                { "2024-04-30", "M/A 2024-01-05..2024-02-10 20" },
                { "2024-05-01", "M/A 2024-01-05..2024-04-30 20; M/A 2024-05-01.." },
                { "2024-06-01", "M/A 2024-01-05..2024-04-30 20; M/A 2024-05-01..2024-06-01 31" } };
  g_autoptr (TestRegion) given =
      test_region_new (REGION "care M/1 2024-01-05 2024-02-10 20\ncare M/1 2024-05-01 2024-06-01 31\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe_known (given, cases[i].day);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Care that is reported before its assignment begins with that: until then it is not there. */
static void
test_known_before (void)
{
  static const struct
  {
    const char *day, *expected;
  } cases[] = { { "2023-12-15", "" }, { "2023-12-31", "" }, { "2024-01-01", "M/A 2024-01-01.." } };
  g_autoptr (TestRegion) given = test_region_new (REGION "care M/1 2023-12-10\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe_known (given, cases[i].day);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/care-span/join", test_join);
  g_test_add_func ("/care-span/inside-assignment", test_inside_assignment);
  g_test_add_func ("/care-span/paused", test_paused);
  g_test_add_func ("/care-span/known", test_known);
  g_test_add_func ("/care-span/known-before", test_known_before);
  g_test_add_func ("/care-span/referrer", test_referrer);
  g_test_add_func ("/care-span/unknown-clients", test_unknown_clients);
  return g_test_run ();
}
