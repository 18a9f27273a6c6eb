/* test-traject.c: one fixed price per assignment (domain.md §4, §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-traject.h"
#include "region-builder.h"

#define REGION                                                                                                                   \
  "product T 1/G traject traject norm=6\nproduct P 1/G pxq uur\n"                                                                \
  "tariff T 1.431,50 2024-01-01 2024-06-30\ntariff T 1.500 2024-07-01\n"

/* What became of one traject, under an assignment from 2023-06-01 to 2024-12-31. */
typedef struct
{
  const char *care, *through;
  const char *end; /* NULL: not ended */
  gboolean to_plan;
  const char *price;
} Case;

static PsTraject
traject_of (const char *rows, const char *through)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, 0);
  PsPriceList prices = { 0 };

  if (assignment->product != PS_NONE)
    ps_price_list_init (&prices, given->region, assignment->product, production->provider);
  return ps_traject_of (given->region, production, assignment, &prices, test_date (through));
}

static PsTraject
traject_with_care (const char *care, const char *through)
{
  g_autofree char *rows = g_strconcat ("assignment M/1 C T 2023-06-01 2024-12-31\n", care, NULL);

  return traject_of (rows, through);
}

static const Case cases[] = {
  { "care M/1 2024-02-05 2024-07-20 31", "2024-12-31", "2024-07-20", TRUE, "1.431,50" },
  { "care M/1 2024-03-01 2024-05-31 32", "2024-12-31", "2024-05-31", FALSE, "715,75" }, /* 92 of 184 days */
  { "care M/1 2024-02-05 2024-02-05 32", "2024-12-31", "2024-02-05", FALSE, "7,87" },   /* 1 of 182 */
  { "care M/1 2024-02-05 2024-02-05 31", "2024-12-31", "2024-02-05", TRUE, "1.431,50" },
  { "care M/1 2024-03-01 2024-08-31 32", "2024-12-31", "2024-08-31", FALSE, "1.431,50" }, /* 184 of 184 */
  { "care M/1 2024-03-01 2024-08-30 32", "2024-12-31", "2024-08-30", FALSE, "1.423,72" }, /* 183 of 184 */
  { "care M/1 2024-03-01 2024-12-31 32", "2024-12-31", "2024-12-31", FALSE, "1.431,50" }, /* never more than the price */
  { "care M/1 2024-03-01 2024-05-31", "2024-12-31", "2024-05-31", FALSE, "715,75" },      /* no reason is not according to plan */
  { "care M/1 2024-06-30 2024-12-30 31", "2024-12-31", "2024-12-30", TRUE, "1.431,50" },  /* the tariff of the first start */
  { "care M/1 2024-07-01 2024-12-30 31", "2024-12-31", "2024-12-30", TRUE, "1.500,00" },
  { "care M/1 2023-12-31 2024-02-28 31", "2024-12-31", "2024-02-28", TRUE, "0" }, /* no tariff on it */
  /* a pause does not end it; its days count */
  { "care M/1 2024-03-01 2024-03-31 20", "2024-12-31", NULL, FALSE, NULL },
  { "care M/1 2024-03-01 2024-03-31 20\ncare M/1 2024-05-01", "2024-12-31", NULL, FALSE, NULL },
  { "care M/1 2024-03-01 2024-03-31 20\ncare M/1 2024-05-01 2024-05-31 32", "2024-12-31", "2024-05-31", FALSE, "715,75" },
  /* the earliest stop ends it, whatever comes later or started first */
  { "care M/1 2024-03-01 2024-05-31 32\ncare M/1 2024-07-01 2024-08-31 31", "2024-12-31", "2024-05-31", FALSE, "715,75" },
  { "care M/1 2024-03-01 2024-08-31 31\ncare M/1 2024-04-01 2024-05-31 33", "2024-12-31", "2024-05-31", FALSE, "715,75" },
  { "care M/1 2024-03-01\ncare M/1 2024-04-01 2024-05-31 33", "2024-12-31", "2024-05-31", FALSE, "715,75" },
  /* of two stops on that day, 31 counts, and a pause does not */
  { "care M/1 2024-03-01 2024-05-31 32\ncare M/1 2024-04-01 2024-05-31 31", "2024-12-31", "2024-05-31", TRUE, "1.431,50" },
  { "care M/1 2024-03-01 2024-05-31 31\ncare M/1 2024-04-01 2024-05-31 32", "2024-12-31", "2024-05-31", TRUE, "1.431,50" },
  { "care M/1 2024-03-01 2024-05-31 20\ncare M/1 2024-04-01 2024-05-31 32", "2024-12-31", "2024-05-31", FALSE, "715,75" },
  { "care M/1 2024-03-01 2024-04-30 20\ncare M/1 2024-04-01 2024-05-31 31", "2024-12-31", "2024-05-31", TRUE, "1.431,50" },
  /* what is known on the day */
  { "care M/1 2024-03-01 2024-05-31 32", "2024-05-31", "2024-05-31", FALSE, "715,75" },
  { "care M/1 2024-03-01 2024-05-31 32", "2024-05-30", NULL, FALSE, NULL },
  /* an open period is not ended by the end of its assignment */
  { "care M/1 2024-03-01", "2024-12-31", NULL, FALSE, NULL },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsTraject traject = traject_with_care (cases[i].care, cases[i].through);
      PsOverflow overflow = { FALSE };

      g_test_message ("%s", cases[i].care);
      g_assert_true (traject.is_traject && traject.started);
      g_assert_cmpint (traject.ended, ==, cases[i].end != NULL);
      if (cases[i].end == NULL)
        continue;
      g_assert_cmpint (traject.end, ==, test_date (cases[i].end));
      g_assert_cmpint (traject.to_plan, ==, cases[i].to_plan);
      g_assert_cmpint (ps_traject_price (&traject, &overflow), ==, test_cents (cases[i].price));
    }
}

static void
test_norm_days (void)
{
  static const struct
  {
    const char *care;
    int norm_days;
  } starts[] = {
    { "care M/1 2024-03-01", 184 },
    { "care M/1 2024-02-05", 182 },
    { "care M/1 2023-08-31", 182 },
    { "care M/1 2024-08-31", 181 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    g_assert_cmpint (traject_with_care (starts[i].care, "2024-12-31").norm_days, ==, starts[i].norm_days);
}

static void
test_not_a_traject (void)
{
  g_assert_false (traject_of ("assignment M/1 C *G 2024-01-01\ncare M/1 2024-01-01 2024-02-01 31", "2024-12-31").is_traject);
  g_assert_false (traject_of ("assignment M/1 C P 2024-01-01\ncare M/1 2024-01-01 2024-02-01 31", "2024-12-31").is_traject);
}

static void
test_not_started (void)
{
  PsTraject traject = traject_with_care ("", "2024-12-31");
  PsOverflow overflow = { FALSE };

  g_assert_true (traject.is_traject);
  g_assert_false (traject.started || traject.ended);
  g_assert_cmpint (ps_traject_accrued (&traject, test_date ("2024-12-31"), &overflow), ==, 0);
}

/* accrued (d) = round (price × min (1, days to d ÷ norm days)), from the end on the price that it got. */
static void
test_accrued (void)
{
  static const struct
  {
    const char *care, *day, *cents;
  } accruals[] = {
    { "care M/1 2024-03-01", "2024-02-29", "0" },
    { "care M/1 2024-03-01", "2024-03-01", "7,78" },
    { "care M/1 2024-03-01", "2024-03-31", "241,18" },
    { "care M/1 2024-03-01", "2024-08-30", "1.423,72" },
    { "care M/1 2024-03-01", "2024-08-31", "1.431,50" },
    { "care M/1 2024-03-01", "2024-12-31", "1.431,50" },
    { "care M/1 2024-03-01 2024-05-31 32", "2024-04-30", "474,57" },
    { "care M/1 2024-03-01 2024-05-31 32", "2024-05-31", "715,75" },
    { "care M/1 2024-03-01 2024-05-31 32", "2024-12-31", "715,75" },
    { "care M/1 2024-03-01 2024-03-10 31", "2024-03-09", "70,02" },
    { "care M/1 2024-03-01 2024-03-10 31", "2024-03-10", "1.431,50" },
    { "care M/1 2024-03-01 2024-03-31 20\ncare M/1 2024-06-01", "2024-05-31", "715,75" },
    { "care M/1 2023-12-31 2024-03-10 31", "2024-03-10", "0" }, /* no tariff */
  };

  for (guint i = 0; i < G_N_ELEMENTS (accruals); i++)
    {
      PsTraject traject = traject_with_care (accruals[i].care, "2024-12-31");
      PsOverflow overflow = { FALSE };

      g_test_message ("%s on %s", accruals[i].care, accruals[i].day);
      g_assert_cmpint (ps_traject_accrued (&traject, test_date (accruals[i].day), &overflow), ==, test_cents (accruals[i].cents));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traject/table", test_table);
  g_test_add_func ("/traject/norm-days", test_norm_days);
  g_test_add_func ("/traject/not-a-traject", test_not_a_traject);
  g_test_add_func ("/traject/not-started", test_not_started);
  g_test_add_func ("/traject/accrued", test_accrued);
  return g_test_run ();
}
