/* ps-loader.c: the messages of one provider after the other, from the blocks
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Lines, assignments and care come from the compact copies (ps-line-block.h, ps-care-block.h): no query per line, for plain SQL
 * needs a hundred times as long (docs/performance.md). Decisions on lines are few, and put over them.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-loader.h"

#include "ps-care-block.h"
#include "ps-id-places.h"
#include "ps-line-block.h"
#include "ps-sql.h"

enum
{
  SELECT_CARE,
  SELECT_LINES,
  SELECT_DECISIONS,
  SELECT_ADVANCES,
  SELECT_MEASUREMENTS,
  N_SELECTS
};

static const char *const selects[N_SELECTS] = {
  [SELECT_CARE] = "SELECT n_assignments, data FROM care_block WHERE provider_id = ?1",
  /* Of earlier years only instalments: those of a traject count in the year in which it ended (domain.md §6). */
  [SELECT_LINES] = "SELECT n_lines, data, year, instalment FROM line_block WHERE provider_id = ?1"
                   " AND (year BETWEEN ?2 AND ?5 OR (year < ?2 AND instalment = 1)) ORDER BY year, instalment, sequence",
  [SELECT_DECISIONS] = "SELECT line_id, decision FROM line_decision WHERE provider_id = ?1 ORDER BY id",
  [SELECT_ADVANCES] = "SELECT id, product_id, municipality_id, month, amount_cents FROM advance"
                      " WHERE provider_id = ?1 AND month BETWEEN ?3 AND ?4 ORDER BY month, id",
  [SELECT_MEASUREMENTS] =
      "SELECT m.id, m.peildatum_id, m.product_id, m.municipality_id, m.clients, m.places_milli,"
      " m.realised_cents, m.waiting, m.waiting_days FROM measurement m JOIN peildatum d ON d.id = m.peildatum_id"
      " WHERE m.provider_id = ?1 AND d.day BETWEEN ?3 AND ?4 ORDER BY d.day, m.id",
};

typedef struct
{
  gint64 line_id;
  guint8 decision;
} Decision;

/* Lines that come together. */
typedef struct
{
  int year;
  gboolean instalment;
  guint first;
  guint n;
} Stretch;

struct _PsLoader
{
  PsStore *store;
  const PsRegion *region;
  int year;
  PsStatement *selects[N_SELECTS];
  PsIdPlaces municipalities;
  PsIdPlaces groups;
  PsIdPlaces products;
  PsIdPlaces peildata;
  PsIdPlaces assignments;   /* of the provider that is being loaded */
  PsProduction *production; /* the one that is being filled */
  GArray *lines;            /* PsLine: of the provider, as many years as were asked for */
  GArray *stretches;        /* Stretch, of them */
  GArray *decisions;        /* Decision, in the order in which they were made */
  GArray *taking;           /* where a line goes: those, or the production's own */
  gboolean damaged;         /* a block is not one */
  gboolean outdated;        /* something refers to what the region does not have */
};

void
ps_loader_free (PsLoader *loader)
{
  if (loader == NULL)
    return;
  for (int i = 0; i < N_SELECTS; i++)
    sqlite3_finalize (loader->selects[i]);
  ps_id_places_clear (&loader->municipalities);
  ps_id_places_clear (&loader->groups);
  ps_id_places_clear (&loader->products);
  ps_id_places_clear (&loader->peildata);
  ps_id_places_clear (&loader->assignments);
  g_clear_pointer (&loader->lines, g_array_unref);
  g_clear_pointer (&loader->stretches, g_array_unref);
  g_clear_pointer (&loader->decisions, g_array_unref);
  g_free (loader);
}

static void
map_ids (PsLoader *loader)
{
  const PsRegion *region = loader->region;

  for (guint i = 0; i < region->municipalities->len; i++)
    ps_id_places_set (&loader->municipalities, ps_region_municipality (region, i)->id, i);
  for (guint i = 0; i < region->groups->len; i++)
    ps_id_places_set (&loader->groups, ps_region_group (region, i)->id, i);
  for (guint i = 0; i < region->products->len; i++)
    ps_id_places_set (&loader->products, ps_region_product (region, i)->id, i);
  for (guint i = 0; i < region->peildata->len; i++)
    ps_id_places_set (&loader->peildata, ps_region_peildatum (region, i)->id, i);
}

/**
 * ps_loader_new:
 * @region: borrowed; must be the store's, and outlive the loader
 * @year: the year that is going to be settled
 */
PsLoader *
ps_loader_new (PsStore *store, const PsRegion *region, int year, GError **error)
{
  g_autoptr (PsLoader) loader = g_new0 (PsLoader, 1);

  loader->store = store;
  loader->region = region;
  loader->year = year;
  loader->lines = g_array_new (FALSE, FALSE, sizeof (PsLine));
  loader->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  loader->decisions = g_array_new (FALSE, FALSE, sizeof (Decision));
  for (int i = 0; i < N_SELECTS; i++)
    {
      loader->selects[i] = ps_sql_prepare (store, selects[i], error);
      if (loader->selects[i] == NULL)
        return NULL;
    }
  map_ids (loader);
  return g_steal_pointer (&loader);
}

static guint
place_of (PsLoader *loader, const PsIdPlaces *map, gint64 id)
{
  guint place = ps_id_places_get (map, id);

  if (place == PS_NONE)
    loader->outdated = TRUE;
  return place;
}

static void
take_assignment (const PsStoredAssignment *stored, gpointer user_data)
{
  PsLoader *loader = user_data;
  GArray *assignments = loader->production->assignments;
  PsAssignment assignment = { .id = stored->id,
                              .client = stored->client,
                              .start = stored->start,
                              .end = stored->end,
                              .client_key = stored->client_key,
                              .volume_milli = stored->volume_milli,
                              .budget_cents = stored->budget_cents,
                              .unit = stored->unit,
                              .frequency = stored->frequency,
                              .referrer = stored->referrer };

  assignment.municipality = place_of (loader, &loader->municipalities, stored->municipality_id);
  assignment.product = stored->product_id == 0 ? PS_NONE : place_of (loader, &loader->products, stored->product_id);
  assignment.group = stored->product_id == 0 ? place_of (loader, &loader->groups, stored->group_id) : PS_NONE;
  if (assignment.product != PS_NONE)
    assignment.group = ps_region_product (loader->region, assignment.product)->group;
  assignment.first_care = loader->production->care->len;
  assignment.n_care = stored->n_care;
  if (!ps_id_places_set (&loader->assignments, stored->id, assignments->len))
    loader->damaged = TRUE;
  g_array_append_val (assignments, assignment);
}

static void
take_care (const PsCare *care, gpointer user_data)
{
  PsLoader *loader = user_data;

  g_array_append_vals (loader->production->care, care, 1);
}

static void
take_line (const PsStoredLine *stored, gpointer user_data)
{
  PsLoader *loader = user_data;
  PsLine line = { stored->id,
                  stored->volume_milli,
                  stored->tariff_e4,
                  stored->amount_cents,
                  place_of (loader, &loader->assignments, stored->assignment_id),
                  place_of (loader, &loader->products, stored->product_id),
                  stored->from,
                  stored->to,
                  stored->unit,
                  stored->status,
                  PS_DECISION_NONE };

  g_array_append_val (loader->taking, line);
}

static void
read_care_block (PsLoader *loader, PsStatement *row)
{
  static const PsCareFuncs funcs = { take_assignment, take_care };

  if (!ps_care_block_read (sqlite3_column_blob (row, 1), sqlite3_column_bytes (row, 1), sqlite3_column_int (row, 0), &funcs,
                           loader))
    loader->damaged = TRUE;
}

static void
read_line_block (PsLoader *loader, PsStatement *row)
{
  Stretch stretch = { sqlite3_column_int (row, 2), sqlite3_column_int (row, 3), loader->taking->len, 0 };

  if (!ps_line_block_read (sqlite3_column_blob (row, 1), sqlite3_column_bytes (row, 1), sqlite3_column_int (row, 0), take_line,
                           loader))
    loader->damaged = TRUE;
  stretch.n = loader->taking->len - stretch.first;
  g_array_append_val (loader->stretches, stretch);
}

static int
compare_line_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = ((const PsLine *) a)->id, y = ((const PsLine *) b)->id;

  return (x > y) - (x < y);
}

static PsLine *
find_line (GArray *lines, gint64 id)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      PsLine *line = &g_array_index (lines, PsLine, middle);

      if (line->id == id)
        return line;
      if (line->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static void
read_decision (PsLoader *loader, PsStatement *row)
{
  Decision decision = { sqlite3_column_int64 (row, 0), (guint8) sqlite3_column_int (row, 1) };

  g_array_append_val (loader->decisions, decision);
}

/* The latest decision on a line counts: they come in the order in which they were made. Those on lines of other years find none. Lines
 * are in order of id unless a block was remade; then they are put so, for decisions to find them. */
static void
decide (PsLoader *loader, GArray *lines)
{
  if (loader->decisions->len > 0)
    g_array_sort (lines, compare_line_ids);
  for (guint i = 0; i < loader->decisions->len; i++)
    {
      const Decision *decision = &g_array_index (loader->decisions, Decision, i);
      PsLine *line = find_line (lines, decision->line_id);

      if (line != NULL)
        line->decision = decision->decision;
    }
}

static void
read_advance (PsLoader *loader, PsStatement *row)
{
  PsAdvance advance = { sqlite3_column_int64 (row, 0), place_of (loader, &loader->products, sqlite3_column_int64 (row, 1)),
                        place_of (loader, &loader->municipalities, sqlite3_column_int64 (row, 2)), sqlite3_column_int (row, 3),
                        sqlite3_column_int64 (row, 4) };

  g_array_append_val (loader->production->advances, advance);
}

static void
read_measurement (PsLoader *loader, PsStatement *row)
{
  PsMeasurement measurement = { .id = sqlite3_column_int64 (row, 0) };

  measurement.peildatum = place_of (loader, &loader->peildata, sqlite3_column_int64 (row, 1));
  measurement.product = place_of (loader, &loader->products, sqlite3_column_int64 (row, 2));
  measurement.municipality = place_of (loader, &loader->municipalities, sqlite3_column_int64 (row, 3));
  measurement.clients = ps_sql_column_number (row, 4);
  measurement.places_milli = ps_sql_column_number (row, 5);
  measurement.realised_cents = ps_sql_column_number (row, 6);
  measurement.waiting = ps_sql_column_number (row, 7);
  measurement.waiting_days = ps_sql_column_number (row, 8);
  g_array_append_val (loader->production->measurements, measurement);
}

static gboolean
load (PsLoader *loader, int which, gint64 provider_id, void (*read) (PsLoader *, PsStatement *), GError **error)
{
  PsStatement *select = loader->selects[which];
  gboolean row;

  sqlite3_bind_int64 (select, 1, provider_id);
  while (ps_sql_step_row (loader->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      read (loader, select);
    }
  return FALSE;
}

/* What the blocks have, the lines into `lines`; and the decisions. */
static gboolean
load_blocks (PsLoader *loader, gint64 id, int first_year, int last_year, GArray *lines, GError **error)
{
  g_array_set_size (loader->stretches, 0);
  g_array_set_size (loader->decisions, 0);
  loader->taking = lines;
  sqlite3_bind_int (loader->selects[SELECT_LINES], 2, first_year);
  sqlite3_bind_int (loader->selects[SELECT_LINES], 5, last_year);
  return load (loader, SELECT_CARE, id, read_care_block, error) && load (loader, SELECT_LINES, id, read_line_block, error)
         && load (loader, SELECT_DECISIONS, id, read_decision, error);
}

static gboolean
load_others (PsLoader *loader, gint64 id, int year, GError **error)
{
  for (int i = SELECT_ADVANCES; i <= SELECT_MEASUREMENTS; i++)
    {
      sqlite3_bind_int (loader->selects[i], 3, ps_date_year_start (year));
      sqlite3_bind_int (loader->selects[i], 4, ps_date_year_end (year));
    }
  return load (loader, SELECT_ADVANCES, id, read_advance, error)
         && load (loader, SELECT_MEASUREMENTS, id, read_measurement, error);
}

static void
forget_assignments (PsLoader *loader)
{
  GArray *assignments = loader->production->assignments;

  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 id = g_array_index (assignments, PsAssignment, i).id;

      if (id >= 0 && (gsize) id < loader->assignments.n)
        loader->assignments.places[id] = 0;
    }
}

static gboolean
is_sound (PsLoader *loader, GError **error)
{
  if (loader->damaged)
    ps_sql_set_error (NULL, SQLITE_CORRUPT, loader->store->path, error);
  else if (loader->outdated)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED,
                 _("The region “%s” was changed in the meantime: load it again. If that does not help, have the file verified."),
                 loader->store->path);
  else
    return TRUE;
  return FALSE;
}

static void
begin (PsLoader *loader, guint provider, PsProduction *production)
{
  ps_production_clear (production, provider);
  loader->production = production;
  loader->damaged = loader->outdated = FALSE;
}

/* Fills @production with the messages of the provider at that place. */
gboolean
ps_loader_load (PsLoader *loader, guint provider, PsProduction *production, GError **error)
{
  gint64 id = ps_region_provider (loader->region, provider)->id;
  gboolean ok;

  begin (loader, provider, production);
  ok = load_blocks (loader, id, loader->year, loader->year, production->lines, error)
       && load_others (loader, id, loader->year, error);
  forget_assignments (loader);
  if (!ok || !is_sound (loader, error))
    return FALSE;
  decide (loader, production->lines);
  return TRUE;
}

gboolean
ps_loader_load_years (PsLoader *loader, guint provider, int first_year, int last_year, PsProduction *production, GError **error)
{
  gboolean ok;

  begin (loader, provider, production);
  g_array_set_size (loader->lines, 0);
  ok = load_blocks (loader, ps_region_provider (loader->region, provider)->id, first_year, last_year, loader->lines, error);
  forget_assignments (loader);
  return ok && is_sound (loader, error);
}

/* Of earlier years only instalments, as when that year is loaded by itself; in the same order. */
static void
copy_lines (PsLoader *loader, int year, GArray *lines)
{
  for (guint i = 0; i < loader->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (loader->stretches, Stretch, i);

      if (stretch->n > 0 && (stretch->year == year || (stretch->year < year && stretch->instalment)))
        g_array_append_vals (lines, &g_array_index (loader->lines, PsLine, stretch->first), stretch->n);
    }
}

gboolean
ps_loader_set_year (PsLoader *loader, int year, PsProduction *production, GError **error)
{
  g_assert (production == loader->production);
  g_array_set_size (production->lines, 0);
  g_array_set_size (production->advances, 0);
  g_array_set_size (production->measurements, 0);
  copy_lines (loader, year, production->lines);
  decide (loader, production->lines);
  return load_others (loader, ps_region_provider (loader->region, production->provider)->id, year, error)
         && is_sound (loader, error);
}

gboolean
ps_store_load_production (PsStore *store, const PsRegion *region, guint provider, int year, PsProduction *production,
                          GError **error)
{
  g_autoptr (PsLoader) loader = ps_loader_new (store, region, year, error);

  return loader != NULL && ps_loader_load (loader, provider, production, error);
}
