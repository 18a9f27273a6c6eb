/* ps-import-put.c: each kind of row to its place in the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-run.h"

/* Columns that a file may do without so that what is there stays (ps-writer.h). */
static const struct
{
  PsCsvKind kind;
  const char *column;
  PsAbsent absent;
} columns[] = {
  { PS_CSV_PROVIDERS, "soort", PS_ABSENT_KIND },
  { PS_CSV_PROVIDERS, "gecontracteerd", PS_ABSENT_CONTRACTED },
  { PS_CSV_PRODUCTS, "eenheid", PS_ABSENT_UNIT },
  { PS_CSV_PRODUCTS, "normduur_maanden", PS_ABSENT_NORM_MONTHS },
  { PS_CSV_PRODUCTS, "normvolume_uren", PS_ABSENT_NORM_HOURS },
  { PS_CSV_PRODUCTS, "prikkelvrij", PS_ABSENT_EXEMPT },
  { PS_CSV_AGREEMENTS, "bekostiging", PS_ABSENT_LUMP_SUM },
  { PS_CSV_AGREEMENTS, "plekken", PS_ABSENT_PLACES },
  { PS_CSV_AGREEMENTS, "regeling", PS_ABSENT_SCHEME },
  { PS_CSV_AGREEMENTS, "verdeelsleutel", PS_ABSENT_KEY },
  { PS_CSV_AGREEMENTS, "bandbreedte_onder_pct", PS_ABSENT_UNDER },
  { PS_CSV_AGREEMENTS, "bandbreedte_boven_pct", PS_ABSENT_OVER },
  { PS_CSV_AGREEMENTS, "plekmeting", PS_ABSENT_MEASURING },
  { PS_CSV_PEILDATA, "omschrijving", PS_ABSENT_LABEL },
  { PS_CSV_PEILDATA, "gegevens_tot", PS_ABSENT_DATA_THROUGH },
};

/**
 * ps_import_tell_absent: tells the writer which columns the file does without.
 */
void
ps_import_tell_absent (PsWriter *writer, const PsImportSource *source)
{
  guint absent = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if ((int) columns[i].kind == source->header.kind
        && source->header.places[ps_csv_kind_find_column (columns[i].kind, columns[i].column)] < 0)
      absent |= columns[i].absent;
  if (absent != 0)
    ps_writer_set_absent (writer, source->file, absent);
}

/**
 * ps_import_put_row: hands a converted row to the writer.
 */
PsPut
ps_import_put_row (PsWriter *writer, PsCsvKind kind, const PsAnyRow *row, GError **error)
{
  switch (kind)
    {
    case PS_CSV_MUNICIPALITIES:
      return ps_writer_put_municipality (writer, &row->municipality, error);
    case PS_CSV_PROVIDERS:
      return ps_writer_put_provider (writer, &row->provider, error);
    case PS_CSV_PRODUCTS:
      return ps_writer_put_product (writer, &row->product, error);
    case PS_CSV_TARIFFS:
      return ps_writer_put_tariff (writer, &row->tariff, error);
    case PS_CSV_SCHEMES:
      return ps_writer_put_scheme (writer, &row->scheme, error);
    case PS_CSV_AGREEMENTS:
      return ps_writer_put_agreement (writer, &row->agreement, error);
    case PS_CSV_ASSIGNMENTS:
      return ps_writer_put_assignment (writer, &row->assignment, error);
    case PS_CSV_CARE:
      return ps_writer_put_care (writer, &row->care, error);
    case PS_CSV_DECLARATIONS:
      return ps_writer_put_line (writer, &row->line, error);
    case PS_CSV_ADVANCES:
      return ps_writer_put_advance (writer, &row->advance, error);
    case PS_CSV_PEILDATA:
      return ps_writer_put_peildatum (writer, &row->peildatum, error);
    case PS_CSV_MEASUREMENTS:
      return ps_writer_put_measurement (writer, &row->measurement, error);
    case PS_N_CSV_KINDS:
    default:
      g_assert_not_reached ();
    }
}
