/* store-rows.c: a row for a writer from a readable line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-rows.h"

typedef struct
{
  PsWriter *writer;
  PsOrigin origin;
  char **words;
  guint n;
  GError **error;
} Row;

static const char *
word (const Row *row, guint i)
{
  return i < row->n && !g_str_equal (row->words[i], "-") ? row->words[i] : NULL;
}

static const char *
word_or (const Row *row, guint i, const char *fallback)
{
  return word (row, i) != NULL ? word (row, i) : fallback;
}

static PsDate
date (const Row *row, guint i)
{
  PsDate day = PS_DATE_OPEN;

  if (word (row, i) != NULL)
    g_assert_true (ps_date_parse (row->words[i], &day));
  return day;
}

static gint64
number (const Row *row, guint i, gint64 fallback)
{
  return word (row, i) != NULL ? g_ascii_strtoll (row->words[i], NULL, 10) : fallback;
}

static int
listed (const Row *row, guint i, PsWords list, int fallback)
{
  int value = fallback;

  if (word (row, i) != NULL)
    g_assert_true (ps_words_parse (list, row->words[i], &value));
  return value;
}

/* "A/B" in two; the second part is what is returned. */
static const char *
split (Row *row, guint i)
{
  char *slash = strchr (row->words[i], '/');

  g_assert_nonnull (slash);
  *slash = '\0';
  return slash + 1;
}

static PsPut
put_municipality (Row *row)
{
  PsMunicipalityRow r = { row->origin, word (row, 1), word_or (row, 2, "Naam") };

  return ps_writer_put_municipality (row->writer, &r, row->error);
}

static PsPut
put_provider (Row *row)
{
  PsProviderRow r = { row->origin,
                      word (row, 1),
                      word_or (row, 2, "Naam"),
                      word (row, 3),
                      word (row, 4),
                      NULL,
                      listed (row, 5, PS_WORDS_PROVIDER_KIND, 0),
                      -1 };

  return ps_writer_put_provider (row->writer, &r, row->error);
}

static PsPut
put_product (Row *row)
{
  const char *group = split (row, 2);
  PsProductRow r = { row->origin,
                     word (row, 1),
                     "Naam",
                     row->words[2],
                     group,
                     listed (row, 3, PS_WORDS_FUNDING, 0),
                     listed (row, 4, PS_WORDS_UNIT, 0),
                     number (row, 5, -1),
                     PS_NO_NUMBER,
                     PS_EXEMPT_NO };

  return ps_writer_put_product (row->writer, &r, row->error);
}

static PsPut
put_tariff (Row *row)
{
  PsTariffRow r = { row->origin, word (row, 1), word (row, 2), date (row, 3), date (row, 4), number (row, 5, 0) };

  return ps_writer_put_tariff (row->writer, &r, row->error);
}

static PsPut
put_scheme (Row *row)
{
  PsSchemeRow r = { row->origin, word (row, 1), listed (row, 2, PS_WORDS_STEP_KIND, 0), number (row, 3, 0), number (row, 4, 0) };

  return ps_writer_put_scheme (row->writer, &r, row->error);
}

static PsPut
put_agreement (Row *row)
{
  PsAgreementRow r = { .origin = row->origin,
                       .agb = word (row, 1),
                       .year = number (row, 2, 0),
                       .group = word (row, 3),
                       .municipality = word (row, 4),
                       .ceiling_cents = number (row, 5, 0),
                       .places_milli = PS_NO_NUMBER,
                       .exchange = listed (row, 6, PS_WORDS_EXCHANGE, 0),
                       .scheme = word (row, 7),
                       .key = PS_KEY_REALISATION,
                       .under_bp = number (row, 8, -1),
                       .over_bp = -1,
                       .measuring = PS_PLACES_DAILY,
                       .lump_sum = word (row, 9) != NULL };

  return ps_writer_put_agreement (row->writer, &r, row->error);
}

static PsPut
put_assignment (Row *row)
{
  const char *number_text = split (row, 1);
  const char *what = word (row, 4);
  gboolean aspecific = what[0] == '*';
  PsAssignmentRow r = { .origin = row->origin,
                        .number = number_text,
                        .client = word (row, 2),
                        .agb = word (row, 3),
                        .municipality = row->words[1],
                        .product = aspecific ? NULL : what,
                        .group = aspecific ? what + 1 : NULL,
                        .start = date (row, 5),
                        .end = date (row, 6),
                        .volume_milli = number (row, 7, PS_NO_NUMBER),
                        .unit = row->n > 7 ? PS_UNIT_HOUR : PS_UNIT_NONE,
                        .frequency = row->n > 7 ? PS_FREQUENCY_WEEK : PS_FREQUENCY_NONE,
                        .budget_cents = PS_NO_NUMBER,
                        .referrer = number (row, 8, 0) };

  return ps_writer_put_assignment (row->writer, &r, row->error);
}

static PsPut
put_care (Row *row)
{
  const char *number_text = split (row, 1);
  PsCareRow r = { row->origin,   row->words[1],      number_text,   date (row, 2),
                  date (row, 3), number (row, 4, 0), date (row, 5), date (row, 6) };

  return ps_writer_put_care (row->writer, &r, row->error);
}

static PsPut
put_line (Row *row)
{
  const char *number_text = split (row, 2);
  PsLineRow r = { .origin = row->origin,
                  .reference = word (row, 1),
                  .municipality = row->words[2],
                  .number = number_text,
                  .product = word (row, 3),
                  .from = date (row, 4),
                  .to = date (row, 5),
                  .volume_milli = number (row, 6, 0),
                  .tariff_e4 = number (row, 7, PS_NO_NUMBER),
                  .amount_cents = number (row, 8, 0),
                  .unit = PS_UNIT_NONE,
                  .status = listed (row, 9, PS_WORDS_LINE_STATUS, PS_STATUS_GRANTED),
                  .declaration_number = word (row, 10) };

  return ps_writer_put_line (row->writer, &r, row->error);
}

static PsPut
put_advance (Row *row)
{
  PsAdvanceRow r = { .origin = row->origin,
                     .agb = word (row, 1),
                     .product = word (row, 2),
                     .municipality = word (row, 3),
                     .amount_cents = number (row, 5, 0) };

  g_assert_true (ps_date_parse_month (row->words[4], &r.month));
  return ps_writer_put_advance (row->writer, &r, row->error);
}

static PsPut
put_peildatum (Row *row)
{
  PsPeildatumRow r = { row->origin, date (row, 1), word_or (row, 2, ""), date (row, 3) };

  return ps_writer_put_peildatum (row->writer, &r, row->error);
}

static PsPut
put_measurement (Row *row)
{
  PsMeasurementRow r = { row->origin,
                         date (row, 1),
                         word (row, 2),
                         word (row, 3),
                         word (row, 4),
                         number (row, 5, PS_NO_NUMBER),
                         number (row, 6, PS_NO_NUMBER),
                         PS_NO_NUMBER,
                         PS_NO_NUMBER,
                         PS_NO_NUMBER };

  return ps_writer_put_measurement (row->writer, &r, row->error);
}

static const struct
{
  const char *kind;
  PsPut (*put) (Row *row);
} kinds[] = {
  { "municipality", put_municipality },
  { "provider", put_provider },
  { "product", put_product },
  { "tariff", put_tariff },
  { "scheme", put_scheme },
  { "agreement", put_agreement },
  { "assignment", put_assignment },
  { "care", put_care },
  { "line", put_line },
  { "advance", put_advance },
  { "peildatum", put_peildatum },
  { "measurement", put_measurement },
};

PsPut
store_rows_put (PsWriter *writer, PsOrigin origin, const char *line, GError **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  Row row = { writer, origin, words, g_strv_length (words), error };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, words[0]))
      return kinds[i].put (&row);
  g_error ("no such kind of row: %s", line);
}
