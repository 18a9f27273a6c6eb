/* settlements.c: how long it takes to keep the settlements of all providers of a year, and to prove them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: settlements YEAR REGION
 *
 * Prints a line a figure: its name, a tab, seconds (or bytes, where the name says so). Changes the file.
 */
#include <stdio.h>
#include <stdlib.h>

#include "figures.h"
#include "store/ps-settle-year.h"
#include "store/ps-settlements.h"
#include "store/ps-verify.h"

static void
time_computing (PsStore *store, int year)
{
  PsSettleYearOptions options = { .year = year, .through = PS_DATE_OPEN };
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PsSettledYear) settled = ps_settle_year (store, &options, NULL, NULL, NULL, &error);

  figures_check (settled != NULL, error);
  figures_print ("compute only", g_get_monotonic_time () - start);
}

static guint
time_step (PsStore *store, int year, const char *actor, PsLifeStep step, const char *name)
{
  PsLifeJob job = {
    .step = step, .year = year, .through = PS_DATE_OPEN, .reason = "benchmark", .answer = "benchmark", .shown_cents = PS_NO_NUMBER
  };
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PsLifeReport) report = ps_settlements_take (store, actor, &job, NULL, NULL, NULL, &error);

  figures_check (report != NULL && report->done->len > 0 && report->passed_over->len == 0, error);
  figures_print (name, g_get_monotonic_time () - start);
  return report->done->len;
}

static void
time_proving (PsStore *store)
{
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) list = ps_settlements_list (store, 0, NULL, &error);

  figures_check (list != NULL, error);
  figures_print ("list", g_get_monotonic_time () - start);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < list->len; i++)
    {
      PsComparison *again = NULL;

      figures_check (ps_settlements_recompute (store, ((PsStored *) list->pdata[i])->id, &again, NULL, &error)
                         && again->same_figures,
                     error);
      ps_comparison_free (again);
    }
  figures_print ("prove each: read its documents, settle again, compare", g_get_monotonic_time () - start);
}

static void
time_verifying (PsStore *store)
{
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) findings = ps_verify (store, NULL, NULL, NULL, &error);

  figures_check (findings != NULL && findings->len == 0, error);
  figures_print ("verify the file", g_get_monotonic_time () - start);
}

int
main (int argc, char **argv)
{
  g_autoptr (PsStore) store = NULL;
  GError *error = NULL;
  int year = argc == 3 ? atoi (argv[1]) : 0;

  if (year == 0)
    return 2;
  store = ps_store_open (argv[2], PS_STORE_WRITE, &error);
  figures_check (store != NULL, error);
  time_computing (store, year);
  printf ("settlements\t%u\n", time_step (store, year, "proposer", PS_STEP_STORE, "compute and keep as drafts"));
  time_step (store, year, "proposer", PS_STEP_STORE, "keep again what did not change");
  time_step (store, year, "proposer", PS_STEP_PROPOSE, "compute and propose");
  time_step (store, year, "controller", PS_STEP_MAKE_FINAL, "make final");
  time_proving (store);
  time_verifying (store);
  return 0;
}
