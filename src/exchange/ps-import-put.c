/* ps-import-put.c: each kind of row to its place in the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-run.h"

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
