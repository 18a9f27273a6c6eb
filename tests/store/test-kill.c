/* test-kill.c: killed at any moment, the file opens with every finished change and no half one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "settled-test.h"
#include "store/ps-undo.h"

#define N_KILLS 40

/* Four rows that belong together, of four tables: all of them or none. */
static gint64
add_product (PsStore *store, guint n)
{
  g_autofree char *code = g_strdup_printf ("K%u", n);
  g_autoptr (PsChange) change = ps_change_new ("create", "product:K");
  g_autoptr (PsRecord) segment = ps_record_new ("segment");
  g_autoptr (PsRecord) group = ps_record_new ("product_group");
  g_autoptr (PsRecord) product = ps_record_new ("product");
  g_autoptr (PsRecord) tariff = ps_record_new ("tariff");
  gint64 record = 0;

  ps_record_set_text (segment, "code", code);
  ps_record_set_text (group, "code", code);
  ps_record_set_number (group, "segment_id", ps_change_insert (change, segment));
  ps_record_set_text (product, "code", code);
  ps_record_set_text (product, "name", code);
  ps_record_set_number (product, "funding", PS_FUNDING_PXQ);
  ps_record_set_number (product, "unit", PS_UNIT_HOUR);
  ps_record_set_number (product, "group_id", ps_change_insert (change, group));
  ps_record_set_number (tariff, "product_id", ps_change_insert (change, product));
  ps_record_set_number (tariff, "valid_from", 20000);
  ps_record_set_number (tariff, "tariff_e4", 900000);
  ps_change_insert (change, tariff);
  return ps_change_apply (store, change, "tester", &record, NULL) ? record : -1;
}

/* A client with care and lines, as an import has them. */
static gint64
import_client (PsStore *store, guint n)
{
  PsWriter *writer = ps_writer_begin (store, "tester", "import", NULL, NULL, NULL);
  g_autofree char *number = g_strdup_printf ("K%u", n);
  PsAssignmentRow assignment = { .number = number,
                                 .client = number,
                                 .agb = "41410001",
                                 .municipality = "0983",
                                 .product = "45A04",
                                 .start = 19723,
                                 .end = PS_DATE_OPEN,
                                 .volume_milli = PS_NO_NUMBER,
                                 .budget_cents = PS_NO_NUMBER };
  PsCareRow care = { .municipality = "0983",
                     .number = number,
                     .start = 19723,
                     .stop = PS_DATE_OPEN,
                     .sent_305 = PS_DATE_OPEN,
                     .sent_307 = PS_DATE_OPEN };
  PsLineRow line = { .municipality = "0983",
                     .number = number,
                     .product = "45A04",
                     .from = 19723,
                     .to = 19753,
                     .volume_milli = 1000,
                     .tariff_e4 = 900000,
                     .amount_cents = 9000,
                     .status = PS_STATUS_GRANTED };
  gint64 record = -1;

  line.reference = number;
  if (writer == NULL)
    return -1;
  ps_writer_begin_file (writer, 0, NULL);
  if (ps_writer_put_assignment (writer, &assignment, NULL) == PS_PUT_ADDED
      && ps_writer_put_care (writer, &care, NULL) == PS_PUT_ADDED && ps_writer_put_line (writer, &line, NULL) == PS_PUT_ADDED
      && ps_writer_commit (writer, "{}", NULL, NULL, NULL, NULL))
    ps_sql_get_int (store, "SELECT max (id) FROM audit_record", &record, NULL);
  return record;
}

static gint64
undo_last (PsStore *store)
{
  PsUndoable undoable;
  gint64 record = -1, which;

  if (!ps_undo_find (store, "tester", &undoable, NULL))
    return -1;
  which = undoable.redo != 0 ? undoable.redo : undoable.undo;
  ps_undoable_clear (&undoable);
  return ps_undo_apply (store, which, "tester", NULL, NULL, NULL, &record, NULL) ? record : -1;
}

static gboolean
take_step (PsStore *store, const char *actor, PsLifeStep step, gint64 *record)
{
  const char *agbs[] = { "41410001", NULL };
  PsLifeJob job = { .step = step,
                    .year = 2024,
                    .through = PS_DATE_OPEN,
                    .agbs = agbs,
                    .reason = "late",
                    .answer = "known",
                    .shown_cents = PS_NO_NUMBER };
  PsLifeReport *report = ps_settlements_take (store, actor, &job, NULL, NULL, NULL, NULL);

  if (report == NULL)
    return FALSE;
  *record = report->record;
  ps_life_report_free (report);
  return *record != 0;
}

/* The next step of the settlement: kept, proposed, made final, corrected … Where nothing can be done, nothing was. */
static gint64
settle (PsStore *store)
{
  gint64 record = 0;

  if (!take_step (store, "controller", PS_STEP_MAKE_FINAL, &record) && !take_step (store, "proposer", PS_STEP_PROPOSE, &record)
      && !take_step (store, "proposer", PS_STEP_STORE, &record))
    ps_sql_get_int (store, "SELECT max (id) FROM audit_record", &record, NULL);
  return record;
}

/* Changes one after the other, each told of through the pipe when it is finished, until it is killed. */
static void
work (const char *path, guint round, int report)
{
  PsStore *store = ps_store_open (path, PS_STORE_WRITE, NULL);

  for (guint n = 0; store != NULL; n++)
    {
      gint64 record = n % 4 == 3   ? undo_last (store)
                      : n % 4 == 2 ? settle (store)
                      : n % 4 == 1 ? import_client (store, round * 10000 + n)
                                   : add_product (store, round * 10000 + n);

      if (record < 0 || write (report, &record, sizeof record) != sizeof record)
        _exit (1);
    }
  _exit (2);
}

/* The last record that was told of. */
static gint64
run_and_kill (const char *path, guint round, GRand *random)
{
  int ends[2], status;
  gint64 record, last = 0;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      work (path, round, ends[1]);
    }
  close (ends[1]);
  g_usleep (g_rand_int_range (random, 3000, 90000));
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  while (read (ends[0], &record, sizeof record) == sizeof record)
    last = record;
  close (ends[0]);
  return last;
}

static void
assert_whole (StoreTest *test)
{
  gint64 n = store_test_int (test, "SELECT count (*) FROM segment WHERE code LIKE 'K%'");
  gint64 n_clients = store_test_int (test, "SELECT count (*) FROM assignment");

  store_test_assert_sound (test);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM product_group WHERE code LIKE 'K%'"), ==, n);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM product WHERE code LIKE 'K%'"), ==, n);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM tariff WHERE valid_from = 20000"), ==, n);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM care_period"), ==, n_clients);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM declaration_line"), ==, n_clients);
}

static void
test_kill (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  gint64 n_finished = 0;

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  for (guint round = 1; round <= N_KILLS; round++)
    {
      gint64 told, there;

      g_clear_pointer (&test->store, ps_store_close);
      told = run_and_kill (test->path, round, random);
      test->store = ps_store_open (test->path, PS_STORE_WRITE, &error);
      g_assert_no_error (error);
      there = store_test_int (test, "SELECT max (id) FROM audit_record");
      /* One may have been finished and not told of; proposing a settlement anew is two records. */
      g_assert_cmpint (there, >=, told);
      if (told > 0)
        g_assert_cmpint (there, <=, told + 2);
      n_finished = there;
      assert_whole (test);
    }
  g_test_message ("%d records and %d settlements after %d kills", (int) n_finished,
                  (int) store_test_int (test, "SELECT count (*) FROM settlement"), N_KILLS);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM settlement WHERE state = 3"), >, 0);
  g_assert_cmpint (n_finished, >, N_KILLS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  return g_test_run ();
}
