/* ps-writer-measurements.c: advances, peildata and measurements
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-peil-private.h"
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

/* A peildatum that is there; id 0: none. */
typedef struct
{
  gint64 id;
  char *closed_by; /* NULL: it is open */
  char *label;
  PsDate data_through;
} Known;

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->closed_by, g_free);
  g_clear_pointer (&known->label, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static gboolean
find_peildatum (PsWriter *writer, PsDate date, Known *known, GError **error)
{
  PsStatement *select = writer->find_peildatum;
  gboolean row;

  sqlite3_bind_int (select, 1, date);
  if (!ps_sql_step_row (writer->store, select, &row, error))
    return FALSE;
  if (row)
    {
      known->id = sqlite3_column_int64 (select, 0);
      known->closed_by = ps_sql_column_text (select, 1);
      known->label = ps_sql_column_text (select, 2);
      known->data_through = ps_sql_column_date (select, 3);
    }
  sqlite3_reset (select);
  return TRUE;
}

/* What is closed is corrected by a person, with a reason (domain.md §7): a file may say it again, and nothing else. */
static PsPut
put_closed (PsWriter *writer, PsTableKind kind, gint64 id, PsBindFunc bind, gconstpointer row, const PsRowKey *key,
            const char *closed_by, GError **error)
{
  PsPut put = ps_writer_foresee_row (writer, kind, id, bind, row, key, error);
  g_autofree char *reason = NULL;

  if (put == PS_PUT_FAILED || put == PS_PUT_UNCHANGED)
    return put;
  /* Translators: who closed it */
  reason = g_strdup_printf (
      _("this peildatum was closed by %s: a file does not change it; correct it in the program, with a reason"), closed_by);
  return ps_writer_refuse (writer, key->origin, key->column, key->value, reason);
}

static void
bind_peildatum (PsStatement *statement, gconstpointer data)
{
  const PsPeildatumRow *row = data;

  sqlite3_bind_int (statement, 2, row->date);
  ps_sql_bind_text (statement, 3, row->label);
  ps_sql_bind_date (statement, 4, row->data_through);
}

/* The same as by hand (ps-peil-rules.c): the data cannot be complete to a day that is still to come. */
static gboolean
check_through (PsWriter *writer, const PsPeildatumRow *row, const Known *known)
{
  g_autofree char *through = NULL;
  gboolean late = ps_peil_through_is_late (row->date, row->data_through);

  if ((known->id != 0 && known->data_through == row->data_through)
      || (!late && !ps_peil_through_is_early (row->date, row->data_through)))
    return TRUE;
  through = ps_date_to_iso (row->data_through);
  ps_writer_refuse (writer, row->origin, "gegevens_tot", through,
                    late ? _("the data cannot be complete through a day after the peildatum itself")
                         : _("this is more than a year before the peildatum"));
  return FALSE;
}

/* What the file does without stays as it is. */
static PsPeildatumRow
whole_peildatum (PsWriter *writer, const PsPeildatumRow *row, const Known *known)
{
  guint absent = known->id != 0 ? ps_writer_get_absent (writer, row->origin.file) : 0;
  PsPeildatumRow whole = *row;

  if ((absent & PS_ABSENT_LABEL) != 0)
    whole.label = known->label;
  if ((absent & PS_ABSENT_DATA_THROUGH) != 0)
    whole.data_through = known->data_through;
  return whole;
}

PsPut
ps_writer_put_peildatum (PsWriter *writer, const PsPeildatumRow *row, GError **error)
{
  g_autofree char *date = ps_date_to_iso (row->date);
  g_auto (Known) known = { 0 };
  PsRowKey key = { row->origin, "peildatum", date };
  PsPeildatumRow whole;

  if (!find_peildatum (writer, row->date, &known, error))
    return PS_PUT_FAILED;
  whole = whole_peildatum (writer, row, &known);
  if (known.closed_by != NULL)
    return put_closed (writer, PS_TABLE_PEILDATUM, known.id, bind_peildatum, &whole, &key, known.closed_by, error);
  if (!check_through (writer, &whole, &known))
    return PS_PUT_REFUSED;
  return ps_writer_put_row (writer, PS_TABLE_PEILDATUM, &known.id, bind_peildatum, &whole, &key, error);
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
  g_auto (Known) known = { 0 };
  PsRowKey key = { row->origin, "peildatum", date };
  ResolvedMeasurement measurement = { .row = row };
  gint64 id;
  PsPut put;

  if (!find_peildatum (writer, row->date, &known, error))
    return PS_PUT_FAILED;
  measurement.peildatum_id = known.id;
  if (measurement.peildatum_id == 0)
    return ps_writer_refuse (writer, row->origin, "peildatum", date, _("this peildatum is not in the region"));
  if (!resolve (writer, row->origin, row->agb, row->date, row->product, row->municipality, &measurement.place))
    return PS_PUT_REFUSED;
  key.agb = row->agb;
  key.provider_id = measurement.place.provider_id;
  if (!find_measurement (writer, &measurement, &id, error))
    return PS_PUT_FAILED;
  if (known.closed_by != NULL)
    return put_closed (writer, PS_TABLE_MEASUREMENT, id, bind_measurement, &measurement, &key, known.closed_by, error);
  put = ps_writer_put_row (writer, PS_TABLE_MEASUREMENT, &id, bind_measurement, &measurement, &key, error);
  if ((put == PS_PUT_ADDED || put == PS_PUT_UPDATED) && !ps_writer_note_measurement (writer, id, row->origin, error))
    return PS_PUT_FAILED;
  return put;
}
