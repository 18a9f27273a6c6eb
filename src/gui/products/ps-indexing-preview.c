/* ps-indexing-preview.c: what a round of indexing would do, tariff by tariff, worked out on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-indexing"

#include "ps-indexing-preview.h"

#include "ps-product-facts.h"

typedef struct
{
  PsSettledRef *figures;
  PsIndexing indexing;
  PsDate starts_on;
  PsIndexingScope scope;
  GHashTable *left_out;
} Job;

/* The scope in places, looked up once. */
typedef struct
{
  guint segment;
  guint group;
  guint product;
  PsIndexingWhose whose;
} Chosen;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  g_hash_table_unref (job->left_out);
  g_free (job);
}

void
ps_indexing_preview_free (PsIndexingPreview *preview)
{
  if (preview == NULL)
    return;
  g_clear_pointer (&preview->figures, ps_settled_ref_free);
  g_clear_pointer (&preview->tariffs, g_array_unref);
  g_clear_pointer (&preview->rows, g_ptr_array_unref);
  g_free (preview);
}

static gboolean
choose (const PsRegion *region, const PsTariff *tariff, gpointer user_data)
{
  const Chosen *chosen = user_data;
  guint group = ps_region_product (region, tariff->product)->group;

  if (chosen->whose == PS_WHOSE_REGION && tariff->provider != PS_NONE)
    return FALSE;
  if (chosen->whose == PS_WHOSE_PROVIDERS && tariff->provider == PS_NONE)
    return FALSE;
  return (chosen->product == PS_NONE || chosen->product == tariff->product)
         && (chosen->group == PS_NONE || chosen->group == group)
         && (chosen->segment == PS_NONE || chosen->segment == ps_region_group (region, group)->segment);
}

static Chosen
look_up (const PsRegion *region, const PsIndexingScope *scope)
{
  return (Chosen){ .segment = scope->segment_id != 0 ? ps_product_find_segment (region, scope->segment_id) : PS_NONE,
                   .group = scope->group_id != 0 ? ps_product_find_group (region, scope->group_id) : PS_NONE,
                   .product = scope->product_id != 0 ? ps_product_find (region, scope->product_id) : PS_NONE,
                   .whose = scope->whose };
}

static void
make_rows (PsIndexingPreview *preview, const PsRegion *region, GHashTable *left_out)
{
  preview->rows = g_ptr_array_new_full (preview->tariffs->len, g_object_unref);
  for (guint i = 0; i < preview->tariffs->len; i++)
    {
      const PsIndexedTariff *indexed = &g_array_index (preview->tariffs, PsIndexedTariff, i);
      gboolean out = g_hash_table_contains (left_out, &ps_region_tariff (region, indexed->tariff)->id);

      preview->n_indexed += indexed->outcome == PS_INDEXED;
      preview->n_ended += indexed->outcome == PS_INDEX_ENDED;
      preview->n_later += indexed->outcome == PS_INDEX_LATER;
      preview->n_product_ended += indexed->outcome == PS_INDEX_PRODUCT_ENDED;
      g_ptr_array_add (preview->rows, ps_indexing_table_row (region, indexed, i, preview->starts_on, out));
    }
}

static gpointer
make_preview (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  PsIndexingPreview *preview = g_new0 (PsIndexingPreview, 1);
  PsOverflow overflow = { FALSE };
  const PsRegion *region;
  Chosen chosen;

  preview->figures = g_steal_pointer (&job->figures);
  preview->indexing = job->indexing;
  preview->starts_on = job->starts_on;
  region = ps_settled_ref_get (preview->figures)->region;
  chosen = look_up (region, &job->scope);
  preview->index_bp = ps_indexing_rate (&job->indexing, &overflow);
  preview->tariffs =
      ps_indexing_preview (region, job->starts_on, preview->index_bp, job->indexing.decimals, choose, &chosen, &overflow);
  preview->overflowed = overflow.overflowed;
  make_rows (preview, region, job->left_out);
  return preview;
}

void
ps_indexing_preview_async (PsSession *session, const PsIndexing *indexing, PsDate starts_on, const PsIndexingScope *scope,
                           GHashTable *left_out, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->indexing = *indexing;
  job->starts_on = starts_on;
  job->scope = *scope;
  job->left_out = left_out;
  ps_session_run_async (session, make_preview, job, job_free, (GDestroyNotify) ps_indexing_preview_free, callback, user_data);
}

PsIndexingPreview *
ps_indexing_preview_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
