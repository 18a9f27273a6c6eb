/* kept-check.c: settlements that are kept, in a region in a temporary folder, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "kept-check.h"

#include <glib/gstdio.h>

PsLifeReport *
kept_take (Check *check, PsLifeStep step, const char *actor, int year, const char *agb)
{
  const char *const agbs[] = { agb, NULL };
  PsLifeJob job = { .step = step,
                    .year = year,
                    .through = PS_DATE_OPEN,
                    .agbs = agb != NULL ? agbs : NULL,
                    .reason = "Late lines",
                    .answer = "Seen",
                    .shown_cents = PS_NO_NUMBER };
  g_autoptr (GError) error = NULL;
  PsLifeReport *report = ps_settlements_take (check->store, actor, &job, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, >, 0);
  g_assert_cmpuint (report->passed_over->len, ==, 0);
  return report;
}

gint64
kept_finish (Check *check, int year, const char *agb)
{
  g_autoptr (PsLifeReport) proposed = kept_take (check, PS_STEP_PROPOSE, "anna", year, agb);
  g_autoptr (PsLifeReport) final = kept_take (check, PS_STEP_MAKE_FINAL, "bram", year, agb);

  g_assert_cmpuint (proposed->done->len, ==, final->done->len);
  return ((const PsLifeOutcome *) g_ptr_array_index (final->done, 0))->id;
}

PsPaper *
kept_paper (Check *check, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PsPaper *paper = ps_settlements_paper (check->store, id, &error);

  g_assert_no_error (error);
  return paper;
}

GPtrArray *
kept_list (Check *check, int year)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = ps_settlements_list (check->store, year, NULL, &error);

  g_assert_no_error (error);
  return list;
}

void
kept_import (Check *check, const char *bytes)
{
  g_autofree char *path = check_write (check, "f.csv", bytes, -1);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "f.csv", NULL);
  g_autofree char *problems = check_problems (report);

  g_assert_cmpstr (problems, ==, "");
  g_assert_true (report->stored);
}

void
kept_small (Check *check)
{
  kept_import (check, "code;naam\n0957;Roermond\n0983;Venlo\n0984;Venray\n");
  kept_import (check, "agb;naam\n41410001;Maasduin Jeugdhulp\n41410002;=De Linde\n");
  kept_import (check, "code;naam;segment;productgroep;bekostiging;eenheid\n99X01;Hulp;9;XHLP;pxq;uur\n");
  kept_import (check, "product;geldig_van;tarief\n99X01;01-01-2023;100,00\n");
  kept_import (check, "toewijzingnummer;client;agb;gemeente;product;ingangsdatum\n"
                      "1;C1;41410001;0983;99X01;01-01-2024\n2;C2;41410001;0984;99X01;01-01-2024\n"
                      "3;C3;41410001;0957;99X01;01-01-2024\n4;C4;41410002;0983;99X01;01-01-2024\n");
  kept_import (check, "gemeente;toewijzingnummer;startdatum\n0983;1;02-01-2024\n0984;2;02-01-2024\n0957;3;02-01-2024\n"
                      "0983;4;02-01-2024\n");
  kept_declare (check, "R-1", "0983", "10", "1.000,00");
  kept_declare (check, "R-2", "0984", "5", "500,00");
  kept_import (check, "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag;status\n"
                      "R-1;0983;4;99X01;01-03-2024;31-03-2024;2;100,00;200,00;ingediend\n");
}

/* Each municipality has one assignment of this provider. */
static const char *
assignment_of (const char *municipality)
{
  if (g_str_equal (municipality, "0983"))
    return "1";
  return g_str_equal (municipality, "0984") ? "2" : "3";
}

void
kept_declare (Check *check, const char *reference, const char *municipality, const char *hours, const char *amount)
{
  g_autofree char *text =
      g_strdup_printf ("referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag;status\n"
                       "%s;%s;%s;99X01;01-03-2024;31-03-2024;%s;100,00;%s;ingediend\n",
                       reference, municipality, assignment_of (municipality), hours, amount);

  kept_import (check, text);
}

char *
kept_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("peilstok-kept-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
kept_remove (char *folder)
{
  g_autoptr (GPtrArray) names = kept_names (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        kept_remove (g_steal_pointer (&path));
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

char *
kept_read (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
kept_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}
