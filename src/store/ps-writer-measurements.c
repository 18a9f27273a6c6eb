/* ps-writer-measurements.c: advances, peildata and measurements
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-writer-private.h"

/* Provider, product and municipality of a row, by their codes. */
typedef struct
{
  gint64 provider_id;
  gint64 product_id;
  gint64 municipality_id;
} Place;

static gboolean
resolve (PsWriter *writer, PsOrigin origin, const char *agb, PsDate day, const char *product, const char *municipality,
         Place *place)
{
  const PsCode *a = ps_writer_need_provider (writer, agb, day, origin);
  const PsCode *b = ps_writer_need_code (writer, PS_CODES_PRODUCT, product, origin, "product");
  const PsCode *c = ps_writer_need_code (writer, PS_CODES_MUNICIPALITY, municipality, origin, "gemeente");

  if (a == NULL || b == NULL || c == NULL)
    return FALSE;
  place->provider_id = a->id;
  place->product_id = b->id;
  place->municipality_id = c->id;
  return TRUE;
}

/* The id that @statement, with its parameters bound, gives; 0: none. */
static gboolean
find (PsWriter *writer, PsStatement *statement, gint64 *id, GError **error)
{
  gboolean row;

  *id = 0;
  if (!ps_sql_step_row (writer->store, statement, &row, error))
    return FALSE;
  if (row)
    *id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

typedef struct
{
  const PsAdvanceRow *row;
  Place place;
} ResolvedAdvance;

static void
bind_advance (PsStatement *statement, gconstpointer data)
{
  const ResolvedAdvance *advance = data;

  sqlite3_bind_int64 (statement, 2, advance->place.provider_id);
  sqlite3_bind_int64 (statement, 3, advance->place.product_id);
  sqlite3_bind_int64 (statement, 4, advance->place.municipality_id);
  sqlite3_bind_int (statement, 5, advance->row->month);
  sqlite3_bind_int64 (statement, 6, advance->row->amount_cents);
}

PsPut
ps_writer_put_advance (PsWriter *writer, const PsAdvanceRow *row, GError **error)
{
  PsRowKey key = { row->origin, "maand", row->agb };
  ResolvedAdvance advance = { .row = row };
  gint64 id;

  if (!resolve (writer, row->origin, row->agb, row->month, row->product, row->municipality, &advance.place))
    return PS_PUT_REFUSED;
  key.agb = row->agb;
  key.provider_id = advance.place.provider_id;
  sqlite3_bind_int64 (writer->find_advance, 1, advance.place.provider_id);
  sqlite3_bind_int (writer->find_advance, 2, row->month);
  sqlite3_bind_int64 (writer->find_advance, 3, advance.place.product_id);
  sqlite3_bind_int64 (writer->find_advance, 4, advance.place.municipality_id);
  if (!find (writer, writer->find_advance, &id, error))
    return PS_PUT_FAILED;
  return ps_writer_put_row (writer, PS_TABLE_ADVANCE, &id, bind_advance, &advance, &key, error);
}

static gboolean
find_peildatum (PsWriter *writer, PsDate date, gint64 *id, GError **error)
{
  sqlite3_bind_int (writer->find_peildatum, 1, date);
  return find (writer, writer->find_peildatum, id, error);
}

static void
bind_peildatum (PsStatement *statement, gconstpointer data)
{
  const PsPeildatumRow *row = data;

  sqlite3_bind_int (statement, 2, row->date);
  ps_sql_bind_text (statement, 3, row->label);
  ps_sql_bind_date (statement, 4, row->data_through);
}

PsPut
ps_writer_put_peildatum (PsWriter *writer, const PsPeildatumRow *row, GError **error)
{
  g_autofree char *date = ps_date_to_iso (row->date);
  PsRowKey key = { row->origin, "peildatum", date };
  gint64 id;

  if (!find_peildatum (writer, row->date, &id, error))
    return PS_PUT_FAILED;
  return ps_writer_put_row (writer, PS_TABLE_PEILDATUM, &id, bind_peildatum, row, &key, error);
}

typedef struct
{
  const PsMeasurementRow *row;
  gint64 peildatum_id;
  Place place;
} ResolvedMeasurement;

static void
bind_measurement (PsStatement *statement, gconstpointer data)
{
  const ResolvedMeasurement *measurement = data;
  const PsMeasurementRow *row = measurement->row;

  sqlite3_bind_int64 (statement, 2, measurement->peildatum_id);
  sqlite3_bind_int64 (statement, 3, measurement->place.provider_id);
  sqlite3_bind_int64 (statement, 4, measurement->place.product_id);
  sqlite3_bind_int64 (statement, 5, measurement->place.municipality_id);
  ps_sql_bind_number (statement, 6, row->clients);
  ps_sql_bind_number (statement, 7, row->places_milli);
  ps_sql_bind_number (statement, 8, row->realised_cents);
  ps_sql_bind_number (statement, 9, row->waiting);
  ps_sql_bind_number (statement, 10, row->waiting_days);
}

static gboolean
find_measurement (PsWriter *writer, const ResolvedMeasurement *measurement, gint64 *id, GError **error)
{
  sqlite3_bind_int64 (writer->find_measurement, 1, measurement->place.provider_id);
  sqlite3_bind_int64 (writer->find_measurement, 2, measurement->peildatum_id);
  sqlite3_bind_int64 (writer->find_measurement, 3, measurement->place.product_id);
  sqlite3_bind_int64 (writer->find_measurement, 4, measurement->place.municipality_id);
  return find (writer, writer->find_measurement, id, error);
}

PsPut
ps_writer_put_measurement (PsWriter *writer, const PsMeasurementRow *row, GError **error)
{
  g_autofree char *date = ps_date_to_iso (row->date);
  PsRowKey key = { row->origin, "peildatum", date };
  ResolvedMeasurement measurement = { .row = row };
  gint64 id;

  if (!find_peildatum (writer, row->date, &measurement.peildatum_id, error))
    return PS_PUT_FAILED;
  if (measurement.peildatum_id == 0)
    return ps_writer_refuse (writer, row->origin, "peildatum", date, _("this peildatum is not in the region"));
  if (!resolve (writer, row->origin, row->agb, row->date, row->product, row->municipality, &measurement.place))
    return PS_PUT_REFUSED;
  key.agb = row->agb;
  key.provider_id = measurement.place.provider_id;
  if (!find_measurement (writer, &measurement, &id, error))
    return PS_PUT_FAILED;
  return ps_writer_put_row (writer, PS_TABLE_MEASUREMENT, &id, bind_measurement, &measurement, &key, error);
}
