/* test-year-figures-changes.c: the figures of a year that are kept are those that would be computed, whatever changed and whoever changed it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "figures-test.h"
#include "store/ps-bandwidths.h"
#include "store/ps-decisions.h"
#include "store/ps-undo.h"

/* Changes by the program */

typedef struct
{
  const char *name;
  void (*change) (StoreTest *test);
  const char *rows; /* without `change`: an import */
  guint n_computed; /* of four providers */
  gboolean shows;   /* the figures are others */
} Change;

static void
update (StoreTest *test, const char *table, const char *where, const char *values)
{
  g_autoptr (GError) error = NULL;

  change_test_update (test, table, where, values, &error);
  g_assert_no_error (error);
}

static void
change_tariff (StoreTest *test)
{
  update (test, "tariff", "tariff_e4 = 900000", "tariff_e4=950000");
}

static void
change_scheme (StoreTest *test)
{
  update (test, "scheme_step", "from_value = 10000", "from_value=10500");
}

static void
change_product (StoreTest *test)
{
  update (test, "product", "code = '45A04'", "exempt=1");
}

static void
change_region (StoreTest *test)
{
  update (test, "region", "id = 1", "under_bp=300 over_bp=700 notice_bp=4000");
}

static void
change_peildatum (StoreTest *test)
{
  update (test, "peildatum", "label = 'May'", "day=20-05-2024");
}

static void
change_measurement (StoreTest *test)
{
  update (test, "measurement", "places_milli = 900", "places_milli=1800");
}

static void
change_referrer (StoreTest *test)
{
  update (test, "assignment", "number = '1' AND client = 'C1'", "referrer=3");
}

static void
change_provider (StoreTest *test)
{
  update (test, "provider", "agb = '41410004'", "contracted=0 kind=1");
}

static void
decide (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  gint64 line = store_test_int (test, "SELECT id FROM declaration_line WHERE reference = 'A90'");
  PsDecide accept = { &line, 1, PS_DECISION_ACCEPT, "agreed by phone" };

  ps_decisions_take (test->store, "manager", &accept, NULL, &error);
  g_assert_no_error (error);
}

static void
choose (StoreTest *test)
{
  g_autoptr (GError) error = NULL;

  ps_bandwidths_choose (test->store, "manager", store_test_int (test, "SELECT id FROM peildatum WHERE label = 'May'"),
                        store_test_int (test, "SELECT id FROM provider WHERE agb = '41410002'"), "AMB1", NULL, PS_FORECAST_MANUAL,
                        1234500, "a group stops", NULL, &error);
  g_assert_no_error (error);
}

static const Change changes[] = {
  { "line", NULL, "line A91 0983/1 45A04 01-05-2024 31-05-2024 2000 900000 18000\n", 1, TRUE },
  { "line-of-last-year", NULL, "line A92 0983/1 45A04 01-05-2023 31-05-2023 2000 900000 18000\n", 1, TRUE },
  { "volume", NULL, "assignment 0983/1 C1 41410001 45A04 01-01-2023 31-12-2024 3000 1\n", 1, TRUE },
  { "client", NULL, "assignment 0983/3 C9 41410003 45V01 01-02-2024 -\n", 1, TRUE },
  { "referrer", NULL, "assignment 0983/1 C1 41410001 45A04 01-01-2023 31-12-2024 4000 3\n", 1, FALSE },
  { "care", NULL, "care 0983/6 05-03-2024 - -\n", 1, TRUE },
  { "message-date", NULL, "care 0983/1 02-01-2023 - - 09-01-2023\n", 1, FALSE },
  { "measurement", NULL, "measurement 19-05-2024 41410003 45V01 0983 1 1500\n", 1, FALSE },
  { "own-tariff", NULL, "tariff 45A04 41410002 01-01-2024 - 800000\n", 1, TRUE },
  { "new-agreement", NULL, "agreement 41410004 2024 AMB1 0983 300000 aanbieder\n", 1, TRUE },
  { "peildatum", NULL, "peildatum 19-06-2024 June\n", 4, FALSE },
  { "new-provider", NULL, "provider 41410005 Es\n", 1, FALSE },
  { "amendment", NULL,
    "agreement 41410001 2024 AMB1 0983 800000 aanbieder donut\nagreement 41410001 2024 AMB1 0893 200000 aanbieder donut\n", 1,
    TRUE },
  { "tariff", change_tariff, NULL, 4, TRUE },
  { "scheme", change_scheme, NULL, 4, TRUE },
  { "product", change_product, NULL, 4, TRUE },
  { "region", change_region, NULL, 4, TRUE },
  { "moved-peildatum", change_peildatum, NULL, 4, FALSE },
  { "entered", change_measurement, NULL, 1, FALSE },
  { "corrected-referrer", change_referrer, NULL, 1, FALSE },
  { "kind", change_provider, NULL, 0, TRUE },
  { "decision", decide, NULL, 1, TRUE },
  { "choice", choose, NULL, 1, TRUE },
};

static gint64
last_record (StoreTest *test)
{
  return store_test_int (test, "SELECT max (id) FROM audit_record");
}

static void
assert_undoes (StoreTest *test, gint64 record, const char *before, gint64 *undone)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  ps_undo_apply (test->store, record, "tester", NULL, NULL, NULL, undone, &error);
  g_assert_no_error (error);
  figures_test_assert_right (test);
  after = figures_test_look (test, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* Kept after the change as if it were computed, and so after it was taken back, and done again. */
static void
test_change (gconstpointer data)
{
  const Change *change = data;
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autofree char *before = figures_test_look (test, NULL);
  g_autofree char *after = NULL;
  gint64 undone;
  guint n;

  if (change->change != NULL)
    change->change (test);
  else
    figures_test_run (test, change->rows);
  after = figures_test_look (test, &n);
  g_assert_cmpuint (n, ==, change->n_computed);
  if (change->shows)
    g_assert_cmpstr (after, !=, before);
  figures_test_assert_right (test);
  store_test_assert_sound (test);
  assert_undoes (test, last_record (test), before, &undone);
  assert_undoes (test, undone, after, NULL);
  store_test_assert_sound (test);
}

/* Plain SQL by another program */
static const char *const statements[] = {
  "UPDATE tariff SET tariff_e4 = 910000 WHERE tariff_e4 = 900000",
  "UPDATE agreement_line SET ceiling_cents = 77 WHERE ceiling_cents = 900000",
  "DELETE FROM agreement_line WHERE ceiling_cents = 200000",
  "UPDATE agreement_version SET under_bp = 100",
  "UPDATE agreement_version SET exchange = 3",
  "UPDATE product SET funding = 4 WHERE code = '45V01'",
  "UPDATE product SET code = '46A04' WHERE code = '45A04'",
  "UPDATE product_group SET code = 'ZZZ' WHERE code = 'AMB1'",
  "UPDATE segment SET code = '44' WHERE code = '4'",
  "UPDATE municipality SET name = 'Venray', code = '0984' WHERE code = '0983'",
  "UPDATE scheme_step SET paid_bp = 5000 WHERE paid_bp = 0",
  "UPDATE scheme SET name = 'doughnut'",
  "UPDATE region SET over_bp = 1",
  "UPDATE measurement SET places_milli = 5000",
  "DELETE FROM measurement",
  "UPDATE peildatum SET day = day - 1 WHERE label = 'May'",
  "INSERT INTO forecast_choice (peildatum_id, provider_id, scope, method, forecast_cents, reason, chosen_by, chosen_at)"
  " SELECT d.id, p.id, 'AMB1', 4, 5, 'so', 'x', 0 FROM peildatum d, provider p WHERE d.label = 'May' AND p.agb = '41410002'",
  "INSERT INTO line_decision (line_id, provider_id, decision, reason, decided_by, decided_at)"
  " SELECT id, provider_id, 1, 'so', 'x', 0 FROM declaration_line WHERE reference = 'A90'",
  "DELETE FROM line_block WHERE year = 2023",
  "UPDATE line_block SET provider_id = 4 WHERE provider_id = 4",
  "DELETE FROM care_block WHERE provider_id = 3",
  "DELETE FROM tariff WHERE tariff_e4 = 75000000",
};

static void
test_other_program (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (StoreTest) test = figures_test_region ();
      g_autofree char *before = figures_test_look (test, NULL);
      guint n;

      g_test_message ("%s", statements[i]);
      figures_test_by_other (test, statements[i]);
      g_free (figures_test_look (test, &n));
      g_assert_cmpuint (n, >, 0);
      figures_test_assert_right (test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/store/year-figures/change/", changes[i].name, NULL);

      g_test_add_data_func (path, &changes[i], test_change);
    }
  g_test_add_func ("/store/year-figures/other-program", test_other_program);
  return g_test_run ();
}
