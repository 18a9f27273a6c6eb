/* make-golden.c: a small region with final settlements, kept as this version of the program keeps them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: make-golden FIXTURES FOLDER
 *
 * Writes minimal-VERSION-SCHEMA.peilstok and .txt, and varied-VERSION-SCHEMA.peilstok and .txt, into FOLDER. Run once for a version that is given out,
 * or for a schema that others build on, never again for it:
 * tests/fixtures/golden/README.md.
 */
#include <stdlib.h>

#include "exchange/ps-import.h"
#include "golden-list.h"
#include "store/ps-change.h"
#include "store/ps-decisions.h"
#include "store/ps-migrate.h"
#include "store/ps-sql.h"

#define MADE_BY PS_VERSION "-" G_STRINGIFY (PS_STORE_VERSION)

/* Whatever fails ends it. */
static void
check (gboolean ok, const GError *error)
{
  if (ok && error == NULL)
    return;
  g_printerr ("make-golden: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static void
import (PsStore *store, char **paths)
{
  PsImportOptions options = { (const char *const *) paths, -1, PS_DECIMAL_COMMA, FALSE, "proposer" };
  GError *error = NULL;
  g_autoptr (PsImportReport) report = ps_import (store, &options, NULL, NULL, NULL, &error);

  check (report != NULL && report->stored, error);
}

static void
import_folder (PsStore *store, const char *fixtures, const char *name)
{
  g_autofree char *folder = g_build_filename (fixtures, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  check (dir != NULL, NULL);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".csv"))
      g_ptr_array_add (paths, g_build_filename (folder, file, NULL));
  g_ptr_array_add (paths, NULL);
  import (store, (char **) paths->pdata);
}

/* A credit line that is declared after the year was settled. */
static void
import_late (PsStore *store)
{
  static const char text[] =
      "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag;status\n"
      "R90;0983;1;45A04;01-11-2024;30-11-2024;-20;uur;93,42;-1.868,40;ingediend\n";
  g_autofree char *folder = g_dir_make_tmp ("peilstok-golden-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "declaraties.csv", NULL);
  char *paths[] = { path, NULL };

  check (g_file_set_contents (path, text, -1, NULL), NULL);
  import (store, paths);
}

static void
accept_line (PsStore *store, const char *reference)
{
  g_autoptr (GPtrArray) lines = NULL;
  GError *error = NULL;
  gint64 id = 0;
  PsDecide decide = { &id, 1, PS_DECISION_ACCEPT_AT_PRICE, "the hour's formula" };

  lines = ps_store_load_records (store, "declaration_line", NULL, 0, &error);
  check (lines != NULL, error);
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (ps_record_get_text (lines->pdata[i], "reference"), reference))
      id = ps_record_get_id (lines->pdata[i]);
  check (id != 0 && ps_decisions_take (store, "controller", &decide, NULL, &error), error);
}

static void
take (PsStore *store, const char *actor, PsLifeStep step, int year, const char *agb)
{
  const char *agbs[] = { agb, NULL };
  PsLifeJob job = { .step = step,
                    .year = year,
                    .through = PS_DATE_OPEN,
                    .agbs = agb != NULL ? agbs : NULL,
                    .reason = "a late credit, and a decision",
                    .answer = "known",
                    .shown_cents = PS_NO_NUMBER };
  GError *error = NULL;
  g_autoptr (PsLifeReport) report = ps_settlements_take (store, actor, &job, NULL, NULL, NULL, &error);

  for (guint i = 0; report != NULL && i < report->passed_over->len; i++)
    g_printerr ("%s\n", ((PsLifeOutcome *) report->passed_over->pdata[i])->why);
  check (report != NULL && report->done->len > 0 && report->passed_over->len == 0, error);
}

static void
settle (PsStore *store, int year)
{
  take (store, "proposer", PS_STEP_PROPOSE, year, NULL);
  take (store, "controller", PS_STEP_MAKE_FINAL, year, NULL);
}

static void
correct (PsStore *store)
{
  import_late (store);
  accept_line (store, "R14");
  take (store, "controller", PS_STEP_PROPOSE, 2024, "41410001");
  take (store, "proposer", PS_STEP_MAKE_FINAL, 2024, "41410001");
}

static PsStore *
create (const char *folder, const char *name, const char *fixtures, int year)
{
  g_autofree char *file = g_strconcat (name, "-" MADE_BY ".peilstok", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  GError *error = NULL;
  PsStore *store = ps_store_create (path, name, &error);

  check (store != NULL, error);
  import_folder (store, fixtures, name);
  settle (store, year);
  return store;
}

static void
finish (PsStore *store, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, "-" MADE_BY ".txt", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  GError *error = NULL;
  g_autofree char *list = golden_list (store, &error);

  check (g_file_set_contents (path, list, -1, &error), error);
  /* Figures that are kept of a year are of the version that made them, and may be others in the next one. */
  check (ps_sql_exec (store, "DELETE FROM year_figure; VACUUM", &error), error);
  ps_store_close (store);
}

int
main (int argc, char **argv)
{
  PsStore *store;

  if (argc != 3)
    return 2;
  store = create (argv[2], "minimal", argv[1], 2024);
  correct (store);
  finish (store, argv[2], "minimal");
  store = create (argv[2], "varied", argv[1], 2028);
  finish (store, argv[2], "varied");
  return 0;
}
