/* ps-peil-sheet.c: what was entered for a peildatum, beside what the messages say and what was entered the time before
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-peil-private.h"

static void
clear_row (gpointer data)
{
  PsPeilRow *row = data;

  g_clear_pointer (&row->reasons, g_array_unref);
}

void
ps_peil_sheet_free (PsPeilSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_array_unref (sheet->rows);
  g_free (sheet->label);
  g_free (sheet->closed_by);
  ps_region_free (sheet->region);
  g_free (sheet);
}

/* Without the region, which is somebody else's. */
static void
free_borrowing (gpointer data)
{
  PsPeilSheet *sheet = data;

  sheet->region = NULL;
  ps_peil_sheet_free (sheet);
}

static PsPeilSheet *
sheet_new (const PsRegion *region, const PsPeildatumState *state)
{
  PsPeilSheet *sheet = g_new0 (PsPeilSheet, 1);

  sheet->region = (PsRegion *) region;
  sheet->peildatum_id = state->id;
  sheet->day = state->day;
  sheet->label = g_strdup (state->label);
  sheet->data_through = state->data_through;
  sheet->closed_by = g_strdup (state->closed_by);
  sheet->closed_at = state->closed_at;
  sheet->last_day = PS_DATE_OPEN;
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (PsPeilRow));
  g_array_set_clear_func (sheet->rows, clear_row);
  return sheet;
}

static void
empty_values (gint64 values[PS_N_MEASURES])
{
  for (int i = 0; i < PS_N_MEASURES; i++)
    values[i] = PS_NO_NUMBER;
}

/* The key of a row: with 64 bits there is room for any region. */
static gpointer
key_of (const PsRegion *region, guint provider, guint product, guint municipality)
{
  return GSIZE_TO_POINTER (((gsize) provider * region->products->len + product) * region->municipalities->len + municipality + 1);
}

PsPeilRow *
ps_sheet_making_row (PsSheetMaking *making, guint provider, guint product, guint municipality)
{
  PsPeilSheet *sheet = making->sheet;
  gpointer key = key_of (sheet->region, provider, product, municipality);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (making->rows, key));
  PsPeilRow row = { .provider = provider, .product = product, .municipality = municipality };

  if (place != 0)
    return &g_array_index (sheet->rows, PsPeilRow, place - 1);
  empty_values (row.entered);
  empty_values (row.computed);
  empty_values (row.last);
  g_array_append_val (sheet->rows, row);
  g_hash_table_insert (making->rows, key, GUINT_TO_POINTER (sheet->rows->len));
  return &g_array_index (sheet->rows, PsPeilRow, sheet->rows->len - 1);
}

/* ---- what the messages say */

static gboolean
says_something (const PsMeasured *measured)
{
  for (int i = 0; i < PS_N_MEASURES; i++)
    if (measured->values[i] != PS_NO_NUMBER && measured->values[i] != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_known (const PsSheetMaking *making, guint provider, const PsMeasured *measured)
{
  return g_hash_table_contains (making->rows,
                                key_of (making->sheet->region, provider, measured->product, measured->municipality));
}

static gboolean
on_measured (guint provider, guint i, const GArray *measured, gpointer user_data, GError **error)
{
  PsSheetsMaking *self = user_data;
  PsSheetMaking *making = &g_array_index (self->sheets, PsSheetMaking, i);

  for (guint j = 0; j < measured->len; j++)
    {
      const PsMeasured *cell = &g_array_index (measured, PsMeasured, j);

      if (says_something (cell) || is_known (making, provider, cell))
        memcpy (ps_sheet_making_row (making, provider, cell->product, cell->municipality)->computed, cell->values,
                sizeof cell->values);
    }
  return TRUE;
}

static gboolean
compute (PsSheetsMaking *self, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autofree PsPeilDay *days = g_new0 (PsPeilDay, self->sheets->len + 1);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const PsPeilSheet *sheet = g_array_index (self->sheets, PsSheetMaking, i).sheet;

      days[i] = (PsPeilDay){ sheet->day, sheet->data_through };
    }
  return ps_peil_compute (self->store, self->region, days, self->sheets->len, NULL, on_measured, self, cancellable, progress,
                          progress_data, error);
}

/* ---- the order of the rows */

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  char **keys = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  int order = strcmp (keys[x], keys[y]);

  return order != 0 ? order : (x > y) - (x < y);
}

/* Which provider comes where, by their names as people sort them. */
static guint *
rank_providers (const PsRegion *region)
{
  guint n = region->providers->len;
  g_auto (GStrv) keys = g_new0 (char *, n + 1);
  g_autofree guint *order = g_new0 (guint, n + 1);
  guint *ranks = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = g_utf8_casefold (ps_region_provider (region, i)->name, -1);

      keys[i] = g_utf8_collate_key (folded, -1);
      order[i] = i;
    }
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_names, keys);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i;
  return ranks;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *ranks = user_data;
  const PsPeilRow *x = a, *y = b;

  if (x->provider != y->provider)
    return ranks[x->provider] < ranks[y->provider] ? -1 : 1;
  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

static void
sort_rows (PsSheetsMaking *self)
{
  g_autofree guint *ranks = rank_providers (self->region);

  for (guint i = 0; i < self->sheets->len; i++)
    g_array_sort_with_data (g_array_index (self->sheets, PsSheetMaking, i).sheet->rows, compare_rows, ranks);
}

/* ---- all of it */

/* The one before it, among all of the year. */
static const PsPeildatumState *
find_before (GPtrArray *all, PsDate day)
{
  const PsPeildatumState *before = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const PsPeildatumState *state = all->pdata[i];

      if (state->day < day && (before == NULL || state->day > before->day))
        before = state;
    }
  return before;
}

static gboolean
make_sheet (PsSheetsMaking *self, const PsPeildatumState *state, GPtrArray *all, GError **error)
{
  const PsPeildatumState *before = find_before (all, state->day);
  PsSheetMaking made = { sheet_new (self->region, state), g_hash_table_new (NULL, NULL) };
  PsSheetMaking *making;

  g_array_append_val (self->sheets, made);
  making = &g_array_index (self->sheets, PsSheetMaking, self->sheets->len - 1);
  if (!ps_sheet_making_load_entered (self, making, state->id, FALSE, error)
      || !ps_sheet_making_load_reasons (self, making, error))
    return FALSE;
  if (before == NULL)
    return TRUE;
  making->sheet->last_day = before->day;
  return ps_sheet_making_load_entered (self, making, before->id, TRUE, error);
}

static void
map_places (PsSheetsMaking *self)
{
  ps_desk_map_places (&self->providers, self->region, PS_PLACES_OF_PROVIDERS);
  ps_desk_map_places (&self->products, self->region, PS_PLACES_OF_PRODUCTS);
  ps_desk_map_places (&self->municipalities, self->region, PS_PLACES_OF_MUNICIPALITIES);
}

/* Hands the sheets over; the rest goes. */
static GPtrArray *
finish (PsSheetsMaking *self)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (free_borrowing);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      PsSheetMaking *making = &g_array_index (self->sheets, PsSheetMaking, i);

      g_ptr_array_add (sheets, making->sheet);
      g_hash_table_unref (making->rows);
    }
  g_array_unref (self->sheets);
  ps_id_places_clear (&self->providers);
  ps_id_places_clear (&self->products);
  ps_id_places_clear (&self->municipalities);
  return sheets;
}

GPtrArray *
ps_peil_sheets_make (PsStore *store, const PsRegion *region, GPtrArray *states, GPtrArray *all, GCancellable *cancellable,
                     PsProgressFunc progress, gpointer progress_data, GError **error)
{
  PsSheetsMaking self = { .store = store, .region = region, .sheets = g_array_new (FALSE, FALSE, sizeof (PsSheetMaking)) };
  gboolean ok = TRUE;
  GPtrArray *sheets;

  map_places (&self);
  for (guint i = 0; ok && i < states->len; i++)
    ok = make_sheet (&self, states->pdata[i], all, error);
  ok = ok && compute (&self, cancellable, progress, progress_data, error);
  if (ok)
    sort_rows (&self);
  sheets = finish (&self);
  if (!ok)
    g_clear_pointer (&sheets, g_ptr_array_unref);
  return sheets;
}

static PsPeilSheet *
load_sheet (PsStore *store, gint64 peildatum_id, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
            GError **error)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_peildatum_state_free);
  PsPeildatumState *state = ps_peildata_find (store, peildatum_id, error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (PsRegion) region = NULL;
  PsPeilSheet *sheet;

  if (state == NULL)
    return NULL;
  g_ptr_array_add (wanted, state);
  if ((all = ps_peildata_load (store, ps_date_year (state->day), 0, error)) == NULL
      || (region = ps_store_load_region (store, error)) == NULL)
    return NULL;
  sheets = ps_peil_sheets_make (store, region, wanted, all, cancellable, progress, progress_data, error);
  if (sheets == NULL)
    return NULL;
  sheet = g_ptr_array_steal_index (sheets, 0);
  sheet->region = g_steal_pointer (&region);
  return sheet;
}

/**
 * ps_peil_sheet_load:
 *
 * Returns: (transfer full): NULL with PS_STORE_ERROR_CONFLICT where the peildatum is not there any more, another PsStoreError,
 *   PS_CORE_ERROR_OVERFLOW or G_IO_ERROR_CANCELLED
 */
PsPeilSheet *
ps_peil_sheet_load (PsStore *store, gint64 peildatum_id, GCancellable *cancellable, PsProgressFunc progress,
                    gpointer progress_data, GError **error)
{
  PsPeilSheet *sheet;
  gboolean begun;

  if (!ps_peildata_begin_read (store, &begun, error))
    return NULL;
  sheet = load_sheet (store, peildatum_id, cancellable, progress, progress_data, error);
  ps_peildata_end_read (store, begun);
  return sheet;
}

const char *
ps_peil_row_reason (const PsPeilRow *row, PsMeasure measure)
{
  for (guint i = 0; row->reasons != NULL && i < row->reasons->len; i++)
    {
      const PsMeasureReason *reason = &g_array_index (row->reasons, PsMeasureReason, i);

      if (reason->measure == measure && reason->value == row->entered[measure])
        return reason->reason;
    }
  return NULL;
}

PsDeviationKind
ps_peil_row_deviation (const PsPeilSheet *sheet, const PsPeilRow *row, PsMeasure measure, char **text)
{
  PsCellFacts facts = { .measure = measure,
                        .value = row->entered[measure],
                        .computed = row->computed[measure],
                        .last = row->last[measure],
                        .clients = row->entered[PS_MEASURE_CLIENTS],
                        .waiting = row->entered[PS_MEASURE_WAITING],
                        .by_place = ps_region_product (sheet->region, row->product)->funding == PS_FUNDING_PLEK };

  if (ps_peil_row_reason (row, measure) == NULL)
    return ps_deviation_find (&facts, text);
  if (text != NULL)
    *text = NULL;
  return PS_DEVIATION_NONE;
}
