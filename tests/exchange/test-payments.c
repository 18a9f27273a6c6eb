/* test-payments.c: the payment list: settlements of a year, municipality by municipality
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "kept-check.h"

#include <sqlite3.h>
#include <string.h>

#include "exchange/ps-payments.h"

static GPtrArray *
list (Check *check, gboolean proposed)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *payments = ps_payments_list (check->store, 2024, proposed, PS_DATE_MIN, &error);

  g_assert_no_error (error);
  return payments;
}

/* "agb code balance before amount" a line, in whole cents. */
static char *
show (Check *check, gboolean proposed)
{
  g_autoptr (GPtrArray) payments = list (check, proposed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < payments->len; i++)
    {
      const PsPayment *payment = g_ptr_array_index (payments, i);

      g_assert_cmpint (payment->balance_cents, ==, payment->payable_cents - payment->paid_cents);
      g_string_append_printf (text, "%s %s %d %d %d\n", payment->agb, payment->code, (int) payment->balance_cents,
                              (int) payment->before_cents, (int) payment->amount_cents);
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (Check *check, gboolean proposed, const char *expected)
{
  g_autofree char *text = show (check, proposed);

  g_assert_cmpstr (text, ==, expected);
}

/* Each settlement's payments are together what it says. */
static void
assert_sums (Check *check, gboolean proposed)
{
  g_autoptr (GPtrArray) payments = list (check, proposed);
  g_autoptr (GPtrArray) stored = kept_list (check, 2024);

  for (guint i = 0; i < stored->len; i++)
    {
      const PsStored *settlement = g_ptr_array_index (stored, i);
      gint64 sum = 0;
      guint n = 0;

      for (guint j = 0; j < payments->len; j++)
        {
          const PsPayment *payment = g_ptr_array_index (payments, j);

          if (payment->number != settlement->id)
            continue;
          sum += payment->amount_cents;
          n++;
        }
      if (n > 0)
        g_assert_cmpint (sum, ==, settlement->amount_cents);
    }
}

/* Per provider they are together what its year comes to: the balance of the last. */
static void
assert_settled (Check *check)
{
  g_autoptr (GPtrArray) payments = list (check, FALSE);
  g_autoptr (GPtrArray) stored = kept_list (check, 2024);
  gint64 sum = 0;

  for (guint i = 0; i < payments->len; i++)
    sum += ((const PsPayment *) g_ptr_array_index (payments, i))->amount_cents;
  for (guint i = 0; i < stored->len; i++)
    {
      const PsStored *settlement = g_ptr_array_index (stored, i);
      const PsStored *next = i + 1 < stored->len ? g_ptr_array_index (stored, i + 1) : NULL;

      if (next == NULL || next->provider_id != settlement->provider_id)
        sum -= settlement->balance_cents;
    }
  g_assert_cmpint (sum, ==, 0);
}

static PsDate
day_of_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static guint
count_since (Check *check, PsDate since)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) payments = ps_payments_list (check->store, 2024, FALSE, since, &error);

  g_assert_no_error (error);
  return payments->len;
}

/* As if all that is final were made so three days ago. */
static void
make_older (Check *check)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *select;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (ps_store_get_path (check->store), &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database,
                                       "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'settlement'", -1,
                                       &select, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (select) == SQLITE_ROW)
    g_string_append_printf (sql, "DROP TRIGGER %s;", sqlite3_column_text (select, 0));
  sqlite3_finalize (select);
  g_string_append (sql, "UPDATE settlement SET final_at = final_at - 259200000000 WHERE final_at IS NOT NULL");
  g_assert_cmpint (sqlite3_exec (database, sql->str, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* Each says when it was made final and by whom; what was before a day is left out, but still what is settled before. */
static void
test_since (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const PsPayment *payment;

  kept_small (check);
  kept_finish (check, 2024, NULL);
  payments = list (check, FALSE);
  payment = g_ptr_array_index (payments, 0);
  g_assert_cmpint (payment->final_on, ==, day_of_today ());
  g_assert_cmpstr (payment->final_by, ==, "bram");
  g_assert_cmpuint (count_since (check, day_of_today ()), ==, 3);
  g_assert_cmpuint (count_since (check, day_of_today () + 1), ==, 0);
  make_older (check);
  kept_declare (check, "R-3", "0957", "3", "300,00");
  kept_finish (check, 2024, "41410001");
  later = ps_payments_list (check->store, 2024, FALSE, day_of_today (), NULL);
  g_assert_cmpuint (later->len, ==, 3); /* the correction in three municipalities, and not what was before it */
  g_assert_cmpint (((PsPayment *) g_ptr_array_index (later, 0))->amount_cents, ==, 30000);
  g_assert_cmpint (((PsPayment *) g_ptr_array_index (later, 1))->before_cents, ==, 100000);
}

static void
test_first (void)
{
  g_autoptr (Check) check = check_new ();

  kept_small (check);
  assert_list (check, FALSE, "");
  assert_list (check, TRUE, "");
  kept_finish (check, 2024, NULL);
  assert_list (check, FALSE,
               "41410001 0983 100000 0 100000\n"
               "41410001 0984 50000 0 50000\n"
               "41410002 0983 20000 0 20000\n");
  assert_sums (check, FALSE);
}

/* A municipality that appears, one that disappears, one that comes back: each pays the difference with all that went before. */
static void
test_corrections (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsLifeReport) proposed = NULL;

  kept_small (check);
  kept_finish (check, 2024, NULL);
  kept_declare (check, "R-3", "0957", "3", "300,00");
  kept_declare (check, "R-4", "0984", "-5", "-500,00");
  proposed = kept_take (check, PS_STEP_PROPOSE, "anna", 2024, "41410001");
  assert_list (check, TRUE,
               "41410001 0957 30000 0 30000\n"
               "41410001 0983 100000 100000 0\n"
               "41410001 0984 0 50000 -50000\n");
  assert_list (check, FALSE,
               "41410001 0983 100000 0 100000\n"
               "41410001 0984 50000 0 50000\n"
               "41410002 0983 20000 0 20000\n");
  assert_sums (check, TRUE);
  ps_life_report_free (kept_take (check, PS_STEP_MAKE_FINAL, "bram", 2024, "41410001"));
  assert_list (check, TRUE, "");
  assert_sums (check, FALSE);
  kept_declare (check, "R-5", "0984", "0,5", "50,00");
  kept_finish (check, 2024, "41410001");
  assert_list (check, FALSE,
               "41410001 0983 100000 0 100000\n"
               "41410001 0984 50000 0 50000\n"
               "41410001 0957 30000 0 30000\n"
               "41410001 0983 100000 100000 0\n"
               "41410001 0984 0 50000 -50000\n"
               "41410001 0957 30000 30000 0\n"
               "41410001 0983 100000 100000 0\n"
               "41410001 0984 5000 0 5000\n"
               "41410002 0983 20000 0 20000\n");
  assert_sums (check, FALSE);
  assert_settled (check);
}

/* A proposal that was withdrawn pays nothing. */
static void
test_withdrawn (void)
{
  g_autoptr (Check) check = check_new ();

  kept_small (check);
  ps_life_report_free (kept_take (check, PS_STEP_PROPOSE, "anna", 2024, NULL));
  ps_life_report_free (kept_take (check, PS_STEP_WITHDRAW, "anna", 2024, "41410001"));
  assert_list (check, TRUE, "41410002 0983 20000 0 20000\n");
  assert_list (check, FALSE, "");
}

/* A line that another program changed is not paid. */
static void
test_damaged (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  kept_small (check);
  kept_finish (check, 2024, NULL);
  g_assert_cmpint (sqlite3_open (ps_store_get_path (check->store), &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "DROP TRIGGER settlement_line_no_update; UPDATE settlement_line SET paid_cents = paid_cents + 1,"
                                 " balance_cents = balance_cents - 1 WHERE municipality_code = '0984'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ps_payments_list (check->store, 2024, FALSE, PS_DATE_MIN, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED);
}

static void
test_csv (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *last = NULL;
  g_autofree char *today = ps_date_to_iso (day_of_today ());

  kept_small (check);
  kept_finish (check, 2024, NULL);
  payments = list (check, FALSE);
  g_assert_true (ps_payments_write_csv (payments, stream, &error));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpstr (
      lines[0], ==,
      "\xEF\xBB\xBFnumber;state;final_on;final_by;provider;provider_name;municipality;municipality_name;payable_cents;paid_cents;"
      "balance_cents;before_cents;amount_cents");
  last = g_strdup_printf ("%d;final;%s;bram;41410002;'=De Linde;0983;Venlo;20000;0;20000;0;20000",
                          (int) ((const PsPayment *) g_ptr_array_index (payments, 2))->number, today);
  g_assert_cmpstr (lines[3], ==, last);
  g_assert_cmpstr (lines[4], ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payments/first", test_first);
  g_test_add_func ("/payments/corrections", test_corrections);
  g_test_add_func ("/payments/withdrawn", test_withdrawn);
  g_test_add_func ("/payments/damaged", test_damaged);
  g_test_add_func ("/payments/since", test_since);
  g_test_add_func ("/payments/csv", test_csv);
  return g_test_run ();
}
