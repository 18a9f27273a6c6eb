/* stored-test.c: settlements stored by other people, as the tests of their pages need them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "stored-test.h"

#include "exchange/ps-import.h"

void
stored_take (const char *path, const char *actor, PsLifeStep step, int year, const char *agb, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_WRITE, &error);
  const char *agbs[] = { agb, NULL };
  PsLifeJob job = { .step = step,
                    .year = year,
                    .through = PS_DATE_OPEN,
                    .agbs = agb != NULL ? agbs : NULL,
                    .reason = reason,
                    .answer = "seen, and agreed",
                    .shown_cents = PS_NO_NUMBER };
  g_autoptr (PsLifeReport) report = NULL;

  g_assert_no_error (error);
  report = ps_settlements_take (store, actor, &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, >, 0);
}

void
stored_final (const char *path, int year, const char *agb, const char *reason)
{
  stored_take (path, "first", PS_STEP_PROPOSE, year, agb, reason);
  stored_take (path, "second", PS_STEP_MAKE_FINAL, year, agb, NULL);
}

gint64
stored_balance (const char *path, int year, const char *agb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_READ, &error);
  g_autoptr (GPtrArray) list = store != NULL ? ps_settlements_list (store, year, agb, &error) : NULL;
  const PsStored *stored;

  g_assert_no_error (error);
  stored = ps_settlements_choose (list, agb, year);
  g_assert_nonnull (stored);
  return stored->balance_cents;
}

void
stored_declare_late (const char *folder, const char *path, const char *reference, const char *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("declaraties-%s.csv", reference);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autofree char *text =
      g_strdup_printf ("referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;"
                       "tarief;bedrag;status\n%s;%s\n",
                       reference, row);
  const char *const paths[] = { file, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = "late" };
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_WRITE, &error);
  g_autoptr (PsImportReport) report = NULL;

  g_assert_no_error (error);
  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
  report = ps_import (store, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->stored);
}
