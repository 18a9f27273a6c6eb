/* ps-generate-maker.c: makes the messages of one provider after another
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#include <string.h>

#define FIRST_NUMBER 100001

static const struct
{
  gsize offset;
  const char *name;
  const char *header;
} files[] = {
  { G_STRUCT_OFFSET (PsGenerateFiles, providers), "aanbieders.csv", "agb;naam;kvk;soort;gecontracteerd;email;plaats" },
  { G_STRUCT_OFFSET (PsGenerateFiles, tariffs), "tarieven.csv", "product;agb;geldig_van;geldig_tot;tarief" },
  { G_STRUCT_OFFSET (PsGenerateFiles, agreements), "prestatieafspraken.csv",
    "agb;jaar;productgroep;gemeente;bekostiging;plafond;plekken;uitruil;regeling;verdeelsleutel;bandbreedte_onder_pct;"
    "bandbreedte_boven_pct;plekmeting" },
  { G_STRUCT_OFFSET (PsGenerateFiles, assignments), "toewijzingen.csv",
    "toewijzingnummer;client;agb;gemeente;product;productgroep;ingangsdatum;einddatum;volume;eenheid;frequentie;budget;"
    "verwijzer" },
  { G_STRUCT_OFFSET (PsGenerateFiles, care), "zorgperioden.csv",
    "gemeente;toewijzingnummer;startdatum;stopdatum;reden_beeindiging;verzonden_305;verzonden_307" },
  { G_STRUCT_OFFSET (PsGenerateFiles, declarations), "declaraties.csv",
    "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag;status;"
    "declaratienummer" },
  { G_STRUCT_OFFSET (PsGenerateFiles, advances), "voorschotten.csv", "agb;product;gemeente;maand;bedrag" },
  { G_STRUCT_OFFSET (PsGenerateFiles, peildata), "peildata.csv", "peildatum;omschrijving;gegevens_tot" },
  { G_STRUCT_OFFSET (PsGenerateFiles, measurements), "peilingen.csv",
    "peildatum;agb;product;gemeente;clienten;plekken;gerealiseerd;wachtenden;wachttijd_dagen" },
};

static PsGenerateFile **
file_of (PsGenerateMaker *maker, guint i)
{
  return (PsGenerateFile **) (void *) ((char *) &maker->files + files[i].offset);
}

static gsize
n_sums (const PsGenerateMaker *maker)
{
  return (gsize) maker->catalogue->period.n_years * maker->catalogue->groups->len * maker->catalogue->municipalities->len;
}

PsGenerateMaker *
ps_generate_maker_new (const PsGenerateCatalogue *catalogue, const char *folder, guint64 seed, GCancellable *cancellable,
                       GError **error)
{
  PsGenerateMaker *maker = g_new0 (PsGenerateMaker, 1);

  maker->catalogue = catalogue;
  maker->random.state = seed;
  maker->volume_weight = 1;
  maker->next_numbers = g_new (guint64, catalogue->municipalities->len);
  for (guint i = 0; i < catalogue->municipalities->len; i++)
    maker->next_numbers[i] = FIRST_NUMBER;
  maker->clients = g_array_new (FALSE, FALSE, sizeof (guint8));
  maker->own_prices = g_malloc0 (sizeof *maker->own_prices * catalogue->products->len);
  maker->assignments = g_array_new (FALSE, FALSE, sizeof (PsMadeAssignment));
  maker->care = g_array_new (FALSE, FALSE, sizeof (PsMadeCare));
  maker->lines = g_array_new (FALSE, FALSE, sizeof (PsMadeLine));
  maker->produced = g_new (gint64, n_sums (maker));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if ((*file_of (maker, i) = ps_generate_file_create (folder, files[i].name, files[i].header, cancellable, error)) == NULL)
      {
        ps_generate_maker_close (maker, NULL);
        return NULL;
      }
  ps_generate_tariffs (maker);
  ps_generate_peildata (maker);
  return maker;
}

gboolean
ps_generate_maker_close (PsGenerateMaker *maker, GError **error)
{
  gboolean written = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (*file_of (maker, i) != NULL && !ps_generate_file_close (*file_of (maker, i), written ? error : NULL))
      written = FALSE;
  g_free (maker->next_numbers);
  g_array_unref (maker->clients);
  g_free (maker->own_prices);
  g_array_unref (maker->assignments);
  g_array_unref (maker->care);
  g_array_unref (maker->lines);
  g_free (maker->produced);
  g_free (maker);
  return written;
}

static void
write_provider (PsGenerateMaker *maker)
{
  const PsGenerateProfile *profile = maker->profile;
  PsGenerateFile *file = maker->files.providers;

  ps_generate_file_text (file, profile->agb);
  ps_generate_file_text (file, profile->name);
  ps_generate_file_text (file, profile->kvk);
  ps_generate_file_text (file, ps_words_csv (PS_WORDS_PROVIDER_KIND, (int) profile->kind));
  ps_generate_file_text (file, ps_words_csv (PS_WORDS_YES_NO, profile->contracted));
  ps_generate_file_text (file, profile->email);
  ps_generate_file_text (file, profile->place);
  ps_generate_file_end_row (file);
}

/* Starts on a provider; `profile` is borrowed until ps_generate_maker_finish(). */
void
ps_generate_maker_begin (PsGenerateMaker *maker, const PsGenerateProfile *profile)
{
  maker->profile = profile;
  g_array_set_size (maker->assignments, 0);
  g_array_set_size (maker->care, 0);
  g_array_set_size (maker->lines, 0);
  memset (maker->produced, 0, sizeof (gint64) * n_sums (maker));
  memset (maker->own_prices, 0, sizeof *maker->own_prices * maker->catalogue->products->len);
  write_provider (maker);
  ps_generate_own_tariffs (maker);
}

/* Writes all that was made of the provider; its agreements follow from what it produced. */
void
ps_generate_maker_finish (PsGenerateMaker *maker)
{
  ps_generate_messages (maker);
  ps_generate_agreements (maker);
  ps_generate_measurements (maker);
  maker->profile = NULL;
}

/* The tariff that the provider at work can declare: its own where it has one on that day, else the region's (domain.md §4). */
gint64
ps_generate_maker_price (const PsGenerateMaker *maker, guint product, PsDate day)
{
  const PsGenerateProduct *known = ps_generate_catalogue_product (maker->catalogue, product);

  if (maker->own_prices[product][0].tariff_e4 != 0)
    return ps_generate_price_on (maker->own_prices[product], known->n_prices, day);
  return ps_generate_price_on (known->prices, known->n_prices, day);
}

/* What the provider produced, about; NULL for a year outside the period. */
gint64 *
ps_generate_maker_produced (const PsGenerateMaker *maker, int year, guint group, guint municipality)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;
  gsize row;

  if (year < period->first_year || year >= period->first_year + period->n_years)
    return NULL;
  row = (gsize) (year - period->first_year) * maker->catalogue->groups->len + group;
  return &maker->produced[row * maker->catalogue->municipalities->len + municipality];
}

void
ps_generate_maker_produce (PsGenerateMaker *maker, guint assignment, PsDate day, gint64 amount_cents)
{
  const PsMadeAssignment *made = &g_array_index (maker->assignments, PsMadeAssignment, assignment);
  gint64 *sum = ps_generate_maker_produced (maker, ps_date_year (day), made->group, made->municipality);

  if (sum != NULL)
    *sum += amount_cents;
}
