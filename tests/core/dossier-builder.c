/* dossier-builder.c: dossiers of test regions
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "dossier-builder.h"

#include "region-rows.h"

#include <string.h>

/* A line is R-ID of a declaration D-1 or none, an assignment has its number, a client its name. */
PsMessageKeys *
test_region_keys (TestRegion *self, const PsProduction *production)
{
  PsMessageKeys *keys = ps_message_keys_new ();

  for (guint i = 0; i < production->lines->len; i++)
    {
      gint64 id = g_array_index (production->lines, PsLine, i).id;

      g_ptr_array_add (keys->references, g_strdup_printf ("R-%" G_GINT64_FORMAT, id));
      g_ptr_array_add (keys->declarations, id % 3 == 0 ? NULL : g_strdup_printf ("D-%d", (int) (id % 3)));
    }
  for (guint i = 0; i < production->assignments->len; i++)
    {
      gint64 row = g_array_index (production->assignments, PsAssignment, i).id - 1;
      const char *key = row_word (self->rows->pdata[row], 1);

      g_ptr_array_add (keys->assignments, g_strdup (strchr (key, '/') + 1));
    }
  for (guint i = 0; i < self->clients->len; i++)
    g_ptr_array_add (keys->clients, g_strdup (self->clients->pdata[i]));
  return keys;
}

/* The provider's year up to a day, as the second version of its agreement of 3 February and by program "test". */
PsDossier *
test_region_dossier (TestRegion *self, const char *agb, const char *through)
{
  PsProduction *production = test_region_production (self, agb);
  PsMessageKeys *keys = test_region_keys (self, production);
  int year = ps_date_year (test_date (through));
  PsDossierFacts facts = { 2, ps_date_from_ymd (year, 2, 3), (char *) "test" };
  g_autoptr (GError) error = NULL;
  PsDossier *dossier = ps_dossier_new (self->region, production, keys, year, test_date (through), &facts, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dossier);
  return dossier;
}

DossierTexts *
dossier_texts_new (const PsDossier *dossier)
{
  DossierTexts *texts = g_new0 (DossierTexts, 1);

  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    texts->of[kind] = ps_dossier_write (dossier, kind);
  return texts;
}

void
dossier_texts_free (DossierTexts *texts)
{
  for (int kind = 0; kind < PS_N_DOCUMENTS; kind++)
    g_free (texts->of[kind]);
  g_free (texts);
}

PsDossier *
dossier_texts_read (const DossierTexts *texts)
{
  g_autoptr (GError) error = NULL;
  PsDossier *dossier = ps_dossier_read ((const char *const *) texts->of, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dossier);
  return dossier;
}

void
assert_same_texts (const DossierTexts *a, const DossierTexts *b)
{
  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    if (strcmp (a->of[kind], b->of[kind]) != 0)
      {
        g_auto (GStrv) x = g_strsplit (a->of[kind], "\n", -1), y = g_strsplit (b->of[kind], "\n", -1);

        for (guint i = 0; x[i] != NULL && y[i] != NULL; i++)
          g_assert_cmpstr (x[i], ==, y[i]);
        g_assert_cmpuint (g_strv_length (x), ==, g_strv_length (y));
      }
}
