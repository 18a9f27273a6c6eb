/* test-waiting.c: who waits for care, and how long (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-waiting.h"
#include "region-builder.h"

#define REGION "product A 1/G pxq uur\nproduct B 1/G pxq uur\nproduct Z 1/H pxq uur\n"

typedef struct
{
  const char *rows;
  const char *day;
  int on;     /* -1: it does not wait */
  int waited; /* -1: no care began */
} Case;

static const Case cases[] = {
  /* nothing yet: from its first day on, until its last */
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-01-31", -1, -1 },
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-02-01", 0, -1 },
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-03-01", 29, -1 }, /* over 29 February */
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-06-30", 150, -1 },
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-07-01", -1, -1 },
  { "assignment M/1 C A 2024-02-01\n", "2025-02-01", 366, -1 },
  /* the day on which care begins it waits no more, nor after care stopped */
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-04-11\n", "2024-04-10", 69, 70 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-04-11\n", "2024-04-11", -1, 70 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-04-11 2024-04-12\n", "2024-05-01", -1, 70 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-05-01\ncare M/1 2024-02-11 2024-02-12\n", "2024-03-01", -1, 10 },
  /* at once; care that had begun before; care that was over before */
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-02-01\n", "2024-02-01", -1, 0 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2023-05-01\n", "2024-02-01", -1, 0 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2023-05-01 2024-01-31\n", "2024-02-01", 0, -1 },
  /* care after its end is none of its own */
  { "assignment M/1 C A 2024-02-01 2024-06-30\ncare M/1 2024-07-01\n", "2024-06-30", 150, -1 },
};

/* Of one day: the days that each one who waits does so, as ps_waits_on() has them. */
static char *
waits_of (const PsProduction *production, PsDate day)
{
  g_autoptr (GArray) waits = ps_waits_on (production, &day, 1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < waits->len; i++)
    g_string_append_printf (text, "%s%d", i == 0 ? "" : " ", day - g_array_index (waits, PsWait, i).since);
  return g_string_free (text, FALSE);
}

static char *
waits_in (const char *rows, const char *day)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");

  return waits_of (production, test_date (day));
}

static void
test_waiting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (REGION, cases[i].rows, NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, 0);
      g_autofree char *found = waits_of (production, test_date (cases[i].day));
      g_autofree char *expected = cases[i].on < 0 ? g_strdup ("") : g_strdup_printf ("%d", cases[i].on);

      g_test_message ("%s (%s)", cases[i].rows, cases[i].day);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpint (ps_waited (production, assignment), ==, cases[i].waited);
    }
}

/* A client once for a product in a municipality; who is in care for the same there does not wait. On 1 March 2024. */
static void
test_once (void)
{
  static const struct
  {
    const char *rows, *waits;
  } of[] = {
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2024-01-01\n", "60" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 D A 2024-01-01\n", "29 60" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C B 2024-01-01\n", "29 60" },
    { "assignment M/1 C A 2024-02-01\nassignment N/2 C A 2024-01-01\n", "29 60" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2024-01-01 by=P2\n", "29" },
    /* in care by another one: for the same product and municipality, on the day itself */
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2023-01-01\ncare M/2 2023-05-01\n", "" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2023-01-01\ncare M/2 2023-05-01 2024-03-01\n", "" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2023-01-01\ncare M/2 2023-05-01 2024-02-29\n", "29" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2023-01-01 2024-02-29\ncare M/2 2023-05-01\n", "29" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2023-01-01\ncare M/2 2024-03-01\n", "" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2023-01-01\ncare M/2 2024-03-02\n", "425" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C B 2023-01-01\ncare M/2 2023-05-01\n", "29" },
    { "assignment M/1 C A 2024-02-01\nassignment N/2 C A 2023-01-01\ncare N/2 2023-05-01\n", "29" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 D A 2023-01-01\ncare M/2 2023-05-01\n", "29" },
    { "assignment M/1 C A 2024-02-01\nassignment M/2 C A 2023-01-01 by=P2\ncare M/2 2023-05-01\n", "29" },
    /* a group is a thing by itself */
    { "assignment M/1 C *G 2024-02-01\nassignment M/2 C *G 2024-01-01\n", "60" },
    { "assignment M/1 C *G 2024-02-01\nassignment M/2 C A 2023-01-01\ncare M/2 2023-05-01\n", "29" },
    { "assignment M/1 C *G 2024-02-01\nassignment M/2 C *H 2023-01-01\ncare M/2 2023-05-01\n", "29" },
    { "assignment M/1 C *G 2024-02-01\nassignment M/2 C *G 2023-01-01\ncare M/2 2023-05-01\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    {
      g_autofree char *waits = waits_in (of[i].rows, "2024-03-01");

      g_test_message ("%s", of[i].rows);
      g_assert_cmpstr (waits, ==, of[i].waits);
    }
}

/* Each of several days, whatever their order, is as that day by itself. */
static void
test_days (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "assignment M/1 C A 2024-01-10\nassignment M/2 C A 2023-01-01\ncare M/2 2024-02-10 2024-02-20\n"
                              "assignment M/3 D A 2024-01-05\nassignment N/4 D A 2024-02-15 2024-03-10\ncare M/3 2024-03-01\n");
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  PsDate first = test_date ("2023-12-01"), days[121];
  g_autoptr (GArray) together = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = first + (int) (i * 50 % 121); /* all of them, mixed */
  days[1] = days[2];                        /* and one twice */
  together = ps_waits_on (production, days, G_N_ELEMENTS (days));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GArray) alone = ps_waits_on (production, &days[i], 1);

      n += alone->len;
      for (guint j = 0, k = 0; j < together->len; j++)
        {
          const PsWait *wait = &g_array_index (together, PsWait, j);

          if (wait->day != i)
            continue;
          g_assert_cmpuint (k, <, alone->len);
          g_assert_cmpuint (g_array_index (alone, PsWait, k).municipality, ==, wait->municipality);
          g_assert_cmpint (g_array_index (alone, PsWait, k++).since, ==, wait->since);
        }
    }
  g_assert_cmpuint (together->len, ==, n);
  g_assert_cmpuint (n, >, 100);
}

static void
test_in_care (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "assignment M/1 C A 2024-01-10 2024-03-31\ncare M/1 2024-01-01 2024-02-10\ncare M/1 2024-03-01\n");
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  static const struct
  {
    const char *day;
    gboolean in_care;
  } of[] = { { "2024-01-09", FALSE }, { "2024-01-10", TRUE }, { "2024-02-10", TRUE }, { "2024-02-11", FALSE },
             { "2024-03-01", TRUE },  { "2024-03-31", TRUE }, { "2024-04-01", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    g_assert_cmpint (
        ps_is_in_care_on (production, &g_array_index (production->assignments, PsAssignment, 0), test_date (of[i].day)), ==,
        of[i].in_care);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waiting/of-one", test_waiting);
  g_test_add_func ("/waiting/once", test_once);
  g_test_add_func ("/waiting/days", test_days);
  g_test_add_func ("/waiting/in-care", test_in_care);
  return g_test_run ();
}
