/* ps-writer-marks.c: measurements of a run that are out of line with the messages, or with the peildatum before (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * They are looked at when all rows of the run are written and before anything is stored, so that messages of the same run count. Where a row
 * came from is kept in a temporary table: memory does not grow with the files.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-peil-private.h"
#include "ps-writer-private.h"

#define CREATE_NOTED "CREATE TEMP TABLE IF NOT EXISTS noted_measurement (id INTEGER PRIMARY KEY, file INTEGER, line INTEGER)"

/* A peildatum of which rows were written. */
typedef struct
{
  gint64 id;
  gint64 before_id; /* the one before it in the year; 0: none */
} Noted;

typedef struct
{
  PsWriter *writer;
  const PsRegion *region;
  PsIdPlaces products;
  PsIdPlaces municipalities;
  GArray *noted; /* Noted: as the days that are computed */
  GArray *days;  /* PsPeilDay */
  PsStatement *rows;
  PsStatement *reason;
} Looking;

void
ps_writer_set_marked (PsWriter *writer, PsMarkedFunc marked, gpointer marked_data)
{
  writer->marked = marked;
  writer->marked_data = marked_data;
}

/* A file that is taken back takes the table along where it was made within it. */
void
ps_writer_forget_noted (PsWriter *writer)
{
  g_clear_pointer (&writer->note, sqlite3_finalize);
}

gboolean
ps_writer_note_measurement (PsWriter *writer, gint64 id, PsOrigin origin, GError **error)
{
  if (writer->marked == NULL)
    return TRUE;
  if (writer->note == NULL)
    {
      if (!ps_sql_exec (writer->store, CREATE_NOTED, error))
        return FALSE;
      writer->note = ps_sql_prepare (writer->store, "INSERT OR REPLACE INTO temp.noted_measurement VALUES (?, ?, ?)", error);
      if (writer->note == NULL)
        return FALSE;
    }
  sqlite3_bind_int64 (writer->note, 1, id);
  sqlite3_bind_int64 (writer->note, 2, origin.file);
  sqlite3_bind_int64 (writer->note, 3, (gint64) origin.line);
  return ps_sql_run (writer->store, writer->note, error);
}

/* ---- one row */

static const PsMeasured *
find_measured (const GArray *measured, guint product, guint municipality)
{
  guint low = 0, high = measured->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PsMeasured *at = &g_array_index (measured, PsMeasured, middle);

      if (at->product == product && at->municipality == municipality)
        return at;
      if (at->product < product || (at->product == product && at->municipality < municipality))
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Somebody said before why it is right after all. */
static gboolean
is_explained (Looking *self, gint64 measurement_id, PsMeasure measure, gint64 value, gboolean *explained, GError **error)
{
  sqlite3_bind_int64 (self->reason, 1, measurement_id);
  ps_sql_bind_text (self->reason, 2, ps_measure_column (measure));
  sqlite3_bind_int64 (self->reason, 3, value);
  if (!ps_sql_step_row (self->writer->store, self->reason, explained, error))
    return FALSE;
  sqlite3_reset (self->reason);
  return TRUE;
}

/* The columns of SELECT_ROWS. */
enum
{
  COLUMN_FILE,
  COLUMN_LINE,
  COLUMN_ID,
  COLUMN_PRODUCT,
  COLUMN_MUNICIPALITY,
  COLUMN_ENTERED,
  COLUMN_LAST = COLUMN_ENTERED + PS_N_MEASURES
};
#define SELECT_ROWS                                                                                                              \
  "SELECT n.file, n.line, m.id, m.product_id, m.municipality_id, m.clients, m.places_milli, m.realised_cents, m.waiting,"        \
  " m.waiting_days, l.clients, l.places_milli, l.realised_cents, l.waiting, l.waiting_days FROM measurement m"                   \
  " CROSS JOIN temp.noted_measurement n ON n.id = m.id LEFT JOIN measurement l ON l.provider_id = m.provider_id"                 \
  " AND l.peildatum_id = ?3 AND l.product_id = m.product_id AND l.municipality_id = m.municipality_id"                           \
  " WHERE m.provider_id = ?1 AND m.peildatum_id = ?2"

static gboolean
look_at_value (Looking *self, PsMeasurementMark *mark, const PsCellFacts *facts, GError **error)
{
  g_autofree char *text = NULL;
  gboolean explained;

  if (ps_deviation_find (facts, &text) == PS_DEVIATION_NONE)
    return TRUE;
  if (!is_explained (self, sqlite3_column_int64 (self->rows, COLUMN_ID), facts->measure, facts->value, &explained, error))
    return FALSE;
  mark->measure = facts->measure;
  mark->value = facts->value;
  mark->text = text;
  if (!explained)
    self->writer->marked (mark, self->writer->marked_data);
  return TRUE;
}

static gboolean
look_at_row (Looking *self, PsMeasurementMark *mark, const GArray *measured, GError **error)
{
  PsStatement *row = self->rows;
  guint product = ps_id_places_get (&self->products, sqlite3_column_int64 (row, COLUMN_PRODUCT));
  guint municipality = ps_id_places_get (&self->municipalities, sqlite3_column_int64 (row, COLUMN_MUNICIPALITY));
  const PsMeasured *computed = find_measured (measured, product, municipality);

  g_assert (product != PS_NONE && municipality != PS_NONE);
  mark->origin.file = (guint) sqlite3_column_int64 (row, COLUMN_FILE);
  mark->origin.line = (guint64) sqlite3_column_int64 (row, COLUMN_LINE);
  mark->product = ps_region_product (self->region, product)->code;
  mark->municipality = ps_region_municipality (self->region, municipality)->code;
  for (int i = 0; i < PS_N_MEASURES; i++)
    {
      PsCellFacts facts = { .measure = (PsMeasure) i,
                            .value = ps_sql_column_number (row, COLUMN_ENTERED + i),
                            .computed = computed != NULL ? computed->values[i] : PS_NO_NUMBER,
                            .last = ps_sql_column_number (row, COLUMN_LAST + i),
                            .clients = ps_sql_column_number (row, COLUMN_ENTERED + PS_MEASURE_CLIENTS),
                            .waiting = ps_sql_column_number (row, COLUMN_ENTERED + PS_MEASURE_WAITING),
                            .by_place = ps_region_product (self->region, product)->funding == PS_FUNDING_PLEK };

      if (!look_at_value (self, mark, &facts, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
on_measured (guint provider, guint i, const GArray *measured, gpointer user_data, GError **error)
{
  Looking *self = user_data;
  const Noted *noted = &g_array_index (self->noted, Noted, i);
  PsMeasurementMark mark = { .day = g_array_index (self->days, PsPeilDay, i).day,
                             .agb = ps_region_provider (self->region, provider)->agb };
  gboolean ok = TRUE, row;

  sqlite3_bind_int64 (self->rows, 1, ps_region_provider (self->region, provider)->id);
  sqlite3_bind_int64 (self->rows, 2, noted->id);
  sqlite3_bind_int64 (self->rows, 3, noted->before_id);
  while (ok && (ok = ps_sql_step_row (self->writer->store, self->rows, &row, error)) && row)
    ok = look_at_row (self, &mark, measured, error);
  sqlite3_reset (self->rows);
  return ok;
}

/* ---- all of a year */

static gboolean
load_days (Looking *self, int year, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select =
      ps_sql_prepare (self->writer->store,
                      "SELECT id, day, data_through, ifnull ((SELECT b.id FROM peildatum b WHERE b.day < d.day AND b.day >= ?1"
                      " ORDER BY b.day DESC LIMIT 1), 0) FROM peildatum d WHERE day BETWEEN ?1 AND ?2 AND id IN"
                      " (SELECT m.peildatum_id FROM temp.noted_measurement n JOIN measurement m ON m.id = n.id) ORDER BY day",
                      error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, ps_date_year_start (year));
  sqlite3_bind_int (select, 2, ps_date_year_end (year));
  g_array_set_size (self->noted, 0);
  g_array_set_size (self->days, 0);
  while (ps_sql_step_row (self->writer->store, select, &row, error))
    {
      PsPeilDay day = { sqlite3_column_int (select, 1), ps_sql_column_date (select, 2) };
      Noted noted = { sqlite3_column_int64 (select, 0), sqlite3_column_int64 (select, 3) };

      if (!row)
        return TRUE;
      g_array_append_val (self->noted, noted);
      g_array_append_val (self->days, day);
    }
  return FALSE;
}

/* Places of the providers of whom rows of these days were written. */
static GArray *
load_providers (Looking *self, int year, GError **error)
{
  g_autoptr (GArray) providers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (self->writer->store,
                           "SELECT DISTINCT p.agb FROM temp.noted_measurement n JOIN measurement m ON m.id = n.id"
                           " JOIN peildatum d ON d.id = m.peildatum_id JOIN provider p ON p.id = m.provider_id"
                           " WHERE d.day BETWEEN ? AND ? ORDER BY p.agb",
                           error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int (select, 1, ps_date_year_start (year));
  sqlite3_bind_int (select, 2, ps_date_year_end (year));
  while (ps_sql_step_row (self->writer->store, select, &row, error))
    {
      guint place = row ? ps_region_find_provider (self->region, (const char *) sqlite3_column_text (select, 0)) : 0;

      if (!row)
        return g_steal_pointer (&providers);
      g_array_append_val (providers, place);
    }
  return NULL;
}

static gboolean
look_at_year (Looking *self, int year, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autoptr (GArray) providers = NULL;

  if (!load_days (self, year, error) || (providers = load_providers (self, year, error)) == NULL)
    return FALSE;
  return ps_peil_compute (self->writer->store, self->region, (const PsPeilDay *) self->days->data, self->days->len, providers,
                          on_measured, self, cancellable, progress, progress_data, error);
}

/* The years of which rows were written. NULL: an error. */
static GArray *
load_years (PsWriter *writer, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (writer->store,
                           "SELECT DISTINCT CAST (strftime ('%Y', d.day * 86400, 'unixepoch') AS INTEGER)"
                           " FROM temp.noted_measurement n JOIN measurement m ON m.id = n.id JOIN peildatum d"
                           " ON d.id = m.peildatum_id ORDER BY 1",
                           error);
  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      int year = row ? sqlite3_column_int (select, 0) : 0;

      if (!row)
        return g_steal_pointer (&years);
      g_array_append_val (years, year);
    }
  return NULL;
}

static gboolean
prepare (Looking *self, GError **error)
{
  self->rows = ps_sql_prepare (self->writer->store, SELECT_ROWS, error);
  if (self->rows == NULL)
    return FALSE;
  self->reason = ps_sql_prepare (self->writer->store,
                                 "SELECT 1 FROM measurement_reason WHERE measurement_id = ? AND field = ? AND value = ?", error);
  ps_desk_map_places (&self->products, self->region, PS_PLACES_OF_PRODUCTS);
  ps_desk_map_places (&self->municipalities, self->region, PS_PLACES_OF_MUNICIPALITIES);
  return self->reason != NULL;
}

static void
looking_clear (Looking *self)
{
  sqlite3_finalize (self->rows);
  sqlite3_finalize (self->reason);
  ps_id_places_clear (&self->products);
  ps_id_places_clear (&self->municipalities);
  g_array_unref (self->noted);
  g_array_unref (self->days);
}

gboolean
ps_writer_look_at_measurements (PsWriter *writer, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
                                GError **error)
{
  Looking self = { .writer = writer };
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GArray) years = NULL;
  gboolean ok;

  if (writer->marked == NULL || writer->tables[PS_TABLE_MEASUREMENT] == NULL)
    return TRUE;
  ps_writer_forget_noted (writer);
  if (!ps_sql_exec (writer->store, CREATE_NOTED, error) || (years = load_years (writer, error)) == NULL
      || (region = ps_store_load_region (writer->store, error)) == NULL)
    return FALSE;
  self.region = region;
  self.noted = g_array_new (FALSE, FALSE, sizeof (Noted));
  self.days = g_array_new (FALSE, FALSE, sizeof (PsPeilDay));
  ok = prepare (&self, error);
  for (guint i = 0; ok && i < years->len; i++)
    ok = look_at_year (&self, g_array_index (years, int, i), cancellable, progress, progress_data, error);
  looking_clear (&self);
  return ok && ps_sql_exec (writer->store, "DROP TABLE temp.noted_measurement", error);
}
