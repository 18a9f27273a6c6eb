/* ps-csv-kinds.c: the canonical CSV kinds and their columns (files-and-cli.md)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-kinds.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A single figure beyond these is a mistake, and millions of them still fit a sum: € 10 billion, € 100 million a unit, a billion units */
#define MOST_CENTS G_GINT64_CONSTANT (1000000000000)
#define MOST_TARIFF G_GINT64_CONSTANT (1000000000000)
#define MOST_MILLI G_GINT64_CONSTANT (1000000000000)
#define MOST_COUNT G_GINT64_CONSTANT (1000000000)

#define CODE(column, need, row, field)                                                                                           \
  {                                                                                                                              \
    column, need, PS_CSV_CODE, offsetof (row, field), .most = 64                                                                 \
  }
#define TEXT(column, need, row, field)                                                                                           \
  {                                                                                                                              \
    column, need, PS_CSV_TEXT, offsetof (row, field), .most = 500                                                                \
  }
#define DIGITS(column, need, row, field, n)                                                                                      \
  {                                                                                                                              \
    column, need, PS_CSV_DIGITS, offsetof (row, field), .digits = n                                                              \
  }
#define NUMBER(column, need, row, field, n, least, most)                                                                         \
  {                                                                                                                              \
    column, need, PS_CSV_NUMBER, offsetof (row, field), PS_NO_NUMBER, least, most, .decimals = n                                 \
  }
#define SMALL(column, need, row, field, n, least, most)                                                                          \
  {                                                                                                                              \
    column, need, PS_CSV_SMALL, offsetof (row, field), -1, least, most, .decimals = n                                            \
  }
#define DATE(column, need, row, field)                                                                                           \
  {                                                                                                                              \
    column, need, PS_CSV_DATE, offsetof (row, field), PS_DATE_OPEN                                                               \
  }
#define WORD(column, need, row, field, list, none)                                                                               \
  {                                                                                                                              \
    column, need, PS_CSV_WORD, offsetof (row, field), none, .words = list                                                        \
  }

#define AMOUNT(column, need, row, field) NUMBER (column, need, row, field, 2, -MOST_CENTS, MOST_CENTS)
#define PRICE(column, need, row, field) NUMBER (column, need, row, field, 4, 0, MOST_TARIFF)
#define COUNT(column, row, field) NUMBER (column, FALSE, row, field, 0, 0, MOST_COUNT)
#define AGB(need, row) DIGITS ("agb", need, row, agb, 8)
#define MUNICIPALITY(row) DIGITS ("gemeente", TRUE, row, municipality, 4)

static const PsCsvColumn municipality_columns[] = {
  DIGITS ("code", TRUE, PsMunicipalityRow, code, 4),
  TEXT ("naam", TRUE, PsMunicipalityRow, name),
};
static const PsCsvColumn provider_columns[] = {
  AGB (TRUE, PsProviderRow),
  TEXT ("naam", TRUE, PsProviderRow, name),
  DIGITS ("kvk", FALSE, PsProviderRow, kvk, 8),
  WORD ("soort", FALSE, PsProviderRow, kind, PS_WORDS_PROVIDER_KIND, 0),
  WORD ("gecontracteerd", FALSE, PsProviderRow, contracted, PS_WORDS_YES_NO, -1),
  TEXT ("email", FALSE, PsProviderRow, email),
  TEXT ("plaats", FALSE, PsProviderRow, place),
};
static const PsCsvColumn product_columns[] = {
  CODE ("code", TRUE, PsProductRow, code),
  TEXT ("naam", TRUE, PsProductRow, name),
  CODE ("segment", TRUE, PsProductRow, segment),
  CODE ("productgroep", TRUE, PsProductRow, group),
  WORD ("bekostiging", TRUE, PsProductRow, funding, PS_WORDS_FUNDING, 0),
  WORD ("eenheid", FALSE, PsProductRow, unit, PS_WORDS_UNIT, PS_UNIT_NONE),
  SMALL ("normduur_maanden", FALSE, PsProductRow, norm_months, 0, 0, 1200),
  NUMBER ("normvolume_uren", FALSE, PsProductRow, norm_hours_milli, 3, 0, MOST_MILLI),
  WORD ("prikkelvrij", FALSE, PsProductRow, exempt, PS_WORDS_EXEMPT, PS_EXEMPT_NO),
};
static const PsCsvColumn tariff_columns[] = {
  CODE ("product", TRUE, PsTariffRow, product),   AGB (FALSE, PsTariffRow),
  DATE ("geldig_van", TRUE, PsTariffRow, from),   DATE ("geldig_tot", FALSE, PsTariffRow, to),
  PRICE ("tarief", TRUE, PsTariffRow, tariff_e4),
};
/* `vanaf` is read with two decimals; a rule makes months of it where the step is of that kind */
static const PsCsvColumn scheme_columns[] = {
  CODE ("regeling", TRUE, PsSchemeRow, scheme),
  WORD ("soort", TRUE, PsSchemeRow, kind, PS_WORDS_STEP_KIND, 0),
  SMALL ("vanaf", TRUE, PsSchemeRow, from, 2, 0, 100 * PS_FULL_BP),
  SMALL ("betaald_pct", TRUE, PsSchemeRow, paid_bp, 2, 0, PS_FULL_BP),
};
static const PsCsvColumn agreement_columns[] = {
  AGB (TRUE, PsAgreementRow),
  SMALL ("jaar", TRUE, PsAgreementRow, year, 0, 2000, 2100),
  CODE ("productgroep", TRUE, PsAgreementRow, group),
  MUNICIPALITY (PsAgreementRow),
  { "bekostiging", FALSE, PS_CSV_LUMP_SUM, offsetof (PsAgreementRow, lump_sum) },
  NUMBER ("plafond", TRUE, PsAgreementRow, ceiling_cents, 2, 0, MOST_CENTS),
  NUMBER ("plekken", FALSE, PsAgreementRow, places_milli, 3, 0, MOST_MILLI),
  WORD ("uitruil", TRUE, PsAgreementRow, exchange, PS_WORDS_EXCHANGE, 0),
  CODE ("regeling", FALSE, PsAgreementRow, scheme),
  WORD ("verdeelsleutel", FALSE, PsAgreementRow, key, PS_WORDS_DIVISION_KEY, PS_KEY_REALISATION),
  SMALL ("bandbreedte_onder_pct", FALSE, PsAgreementRow, under_bp, 2, 0, PS_FULL_BP),
  SMALL ("bandbreedte_boven_pct", FALSE, PsAgreementRow, over_bp, 2, 0, 10 * PS_FULL_BP),
  WORD ("plekmeting", FALSE, PsAgreementRow, measuring, PS_WORDS_PLACE_MEASURING, PS_PLACES_DAILY),
};
static const PsCsvColumn assignment_columns[] = {
  CODE ("toewijzingnummer", TRUE, PsAssignmentRow, number),
  { "client", TRUE, PS_CSV_CLIENT, offsetof (PsAssignmentRow, client), .most = 64 },
  AGB (TRUE, PsAssignmentRow),
  MUNICIPALITY (PsAssignmentRow),
  CODE ("product", FALSE, PsAssignmentRow, product),
  CODE ("productgroep", FALSE, PsAssignmentRow, group),
  DATE ("ingangsdatum", TRUE, PsAssignmentRow, start),
  DATE ("einddatum", FALSE, PsAssignmentRow, end),
  NUMBER ("volume", FALSE, PsAssignmentRow, volume_milli, 3, 0, MOST_MILLI),
  WORD ("eenheid", FALSE, PsAssignmentRow, unit, PS_WORDS_UNIT, PS_UNIT_NONE),
  WORD ("frequentie", FALSE, PsAssignmentRow, frequency, PS_WORDS_FREQUENCY, PS_FREQUENCY_NONE),
  NUMBER ("budget", FALSE, PsAssignmentRow, budget_cents, 2, 0, MOST_CENTS),
  WORD ("verwijzer", FALSE, PsAssignmentRow, referrer, PS_WORDS_REFERRER, 0),
};
static const PsCsvColumn care_columns[] = {
  MUNICIPALITY (PsCareRow),
  CODE ("toewijzingnummer", TRUE, PsCareRow, number),
  DATE ("startdatum", TRUE, PsCareRow, start),
  DATE ("stopdatum", FALSE, PsCareRow, stop),
  WORD ("reden_beeindiging", FALSE, PsCareRow, reason, PS_WORDS_END_REASON, PS_REASON_NONE),
  DATE ("verzonden_305", FALSE, PsCareRow, sent_305),
  DATE ("verzonden_307", FALSE, PsCareRow, sent_307),
};
/* An empty status is granted: accepted by the municipality, and paid (domain.md §4) */
static const PsCsvColumn line_columns[] = {
  CODE ("referentienummer", TRUE, PsLineRow, reference),
  MUNICIPALITY (PsLineRow),
  CODE ("toewijzingnummer", TRUE, PsLineRow, number),
  CODE ("product", TRUE, PsLineRow, product),
  DATE ("periode_van", TRUE, PsLineRow, from),
  DATE ("periode_tot", TRUE, PsLineRow, to),
  NUMBER ("volume", TRUE, PsLineRow, volume_milli, 3, -MOST_MILLI, MOST_MILLI),
  WORD ("eenheid", FALSE, PsLineRow, unit, PS_WORDS_UNIT, PS_UNIT_NONE),
  PRICE ("tarief", FALSE, PsLineRow, tariff_e4),
  AMOUNT ("bedrag", TRUE, PsLineRow, amount_cents),
  WORD ("status", FALSE, PsLineRow, status, PS_WORDS_LINE_STATUS, PS_STATUS_GRANTED),
  CODE ("declaratienummer", FALSE, PsLineRow, declaration_number),
};
static const PsCsvColumn advance_columns[] = {
  AGB (TRUE, PsAdvanceRow),
  CODE ("product", TRUE, PsAdvanceRow, product),
  MUNICIPALITY (PsAdvanceRow),
  { "maand", TRUE, PS_CSV_MONTH, offsetof (PsAdvanceRow, month) },
  AMOUNT ("bedrag", TRUE, PsAdvanceRow, amount_cents),
};
static const PsCsvColumn peildatum_columns[] = {
  DATE ("peildatum", TRUE, PsPeildatumRow, date),
  TEXT ("omschrijving", FALSE, PsPeildatumRow, label),
  DATE ("gegevens_tot", FALSE, PsPeildatumRow, data_through),
};
static const PsCsvColumn measurement_columns[] = {
  DATE ("peildatum", TRUE, PsMeasurementRow, date),
  AGB (TRUE, PsMeasurementRow),
  CODE ("product", TRUE, PsMeasurementRow, product),
  MUNICIPALITY (PsMeasurementRow),
  COUNT ("clienten", PsMeasurementRow, clients),
  NUMBER ("plekken", FALSE, PsMeasurementRow, places_milli, 3, 0, MOST_MILLI),
  AMOUNT ("gerealiseerd", FALSE, PsMeasurementRow, realised_cents),
  COUNT ("wachtenden", PsMeasurementRow, waiting),
  COUNT ("wachttijd_dagen", PsMeasurementRow, waiting_days),
};

#define KIND(word, label, columns)                                                                                               \
  {                                                                                                                              \
    word, label, columns, G_N_ELEMENTS (columns)                                                                                 \
  }

static const PsCsvKindInfo kinds[PS_N_CSV_KINDS] = {
  [PS_CSV_MUNICIPALITIES] = KIND ("municipalities", N_("municipalities"), municipality_columns),
  [PS_CSV_PROVIDERS] = KIND ("providers", N_("providers"), provider_columns),
  [PS_CSV_PRODUCTS] = KIND ("products", N_("products"), product_columns),
  [PS_CSV_TARIFFS] = KIND ("tariffs", N_("tariffs"), tariff_columns),
  [PS_CSV_SCHEMES] = KIND ("schemes", N_("incentive schemes"), scheme_columns),
  [PS_CSV_AGREEMENTS] = KIND ("agreements", N_("performance agreements"), agreement_columns),
  [PS_CSV_ASSIGNMENTS] = { "assignments",
                           N_("assignments"),
                           assignment_columns,
                           G_N_ELEMENTS (assignment_columns),
                           { "product", "productgroep" } },
  [PS_CSV_CARE] = KIND ("care", N_("care periods"), care_columns),
  [PS_CSV_DECLARATIONS] = KIND ("declarations", N_("declaration lines"), line_columns),
  [PS_CSV_ADVANCES] = KIND ("advances", N_("advances"), advance_columns),
  [PS_CSV_PEILDATA] = KIND ("peildata", N_("reference dates"), peildatum_columns),
  [PS_CSV_MEASUREMENTS] = KIND ("measurements", N_("measurements"), measurement_columns),
};

const PsCsvKindInfo *
ps_csv_kind_info (PsCsvKind kind)
{
  g_assert ((int) kind >= 0 && kind < PS_N_CSV_KINDS);
  g_assert (kinds[kind].n_columns <= PS_CSV_MOST_COLUMNS);
  return &kinds[kind];
}

/**
 * ps_csv_kind_find_column: the place of a column among those of the kind; -1: it has none of that name.
 * @name: in lower case, without outer blanks
 */
int
ps_csv_kind_find_column (PsCsvKind kind, const char *name)
{
  const PsCsvKindInfo *info = ps_csv_kind_info (kind);

  for (guint i = 0; i < info->n_columns; i++)
    if (strcmp (info->columns[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * ps_csv_kind_word: the command line's word for a kind.
 */
const char *
ps_csv_kind_word (PsCsvKind kind)
{
  return ps_csv_kind_info (kind)->word;
}

/**
 * ps_csv_kind_label: how people call what is in such a file, translated, in the plural.
 */
const char *
ps_csv_kind_label (PsCsvKind kind)
{
  return _ (ps_csv_kind_info (kind)->label);
}

/**
 * ps_csv_kind_parse: the kind of a command line's word; FALSE when there is none of that name.
 */
gboolean
ps_csv_kind_parse (const char *word, PsCsvKind *kind)
{
  for (int i = 0; i < PS_N_CSV_KINDS; i++)
    if (strcmp (kinds[i].word, word) == 0)
      {
        *kind = (PsCsvKind) i;
        return TRUE;
      }
  return FALSE;
}
