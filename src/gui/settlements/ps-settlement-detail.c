/* ps-settlement-detail.c: a provider's settlement with what its figures are made of, read and computed beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-detail"

#include "ps-settlement-detail.h"

typedef struct
{
  PsSettledRef *figures;
  PsSettlementQuestion question;
} Job;

static void
job_free (Job *job)
{
  ps_settled_ref_free (job->figures);
  g_free (job);
}

static void
source_detail_free (PsSourceDetail *detail)
{
  g_free (detail->reference);
  g_free (detail->declaration_number);
  g_free (detail->assignment_number);
  g_free (detail->client);
  g_free (detail);
}

void
ps_settlement_detail_free (PsSettlementDetail *detail)
{
  if (detail == NULL)
    return;
  g_clear_pointer (&detail->settlement, ps_settlement_free);
  g_clear_pointer (&detail->sources, g_ptr_array_unref);
  ps_settled_ref_free (detail->figures);
  g_free (detail);
}

const PsRegion *
ps_settlement_detail_region (const PsSettlementDetail *detail)
{
  return ps_settled_ref_get (detail->figures)->region;
}

/* On the worker thread */

static gboolean
is_wanted (const PsSource *source, const PsSettlementQuestion *question)
{
  if (question->group != PS_NONE && source->group != question->group)
    return FALSE;
  if (question->municipality != PS_NONE && source->municipality != question->municipality)
    return FALSE;
  return question->wanted == PS_SOURCES_ALL || source->disputed_cents != 0 || source->dispute != PS_DISPUTE_NONE
         || source->carried_cents != 0;
}

/* Care days and peildata stand under the places that they explain. */
static int
rank (PsSourceKind kind)
{
  switch (kind)
    {
    case PS_SOURCE_LUMP_SUM:
      return 0;
    case PS_SOURCE_TRAJECT:
      return 1;
    case PS_SOURCE_PLACES:
      return 2;
    case PS_SOURCE_CARE_DAYS:
    case PS_SOURCE_PEILDATUM:
      return 3;
    case PS_SOURCE_LINE:
      return 4;
    case PS_SOURCE_ADVANCE:
    default:
      return 5;
    }
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const PsSource *left = &(*(PsSourceDetail *const *) a)->source;
  const PsSource *right = &(*(PsSourceDetail *const *) b)->source;

#define COMPARE(x, y)                                                                                                            \
  if ((x) != (y))                                                                                                                \
  return (x) < (y) ? -1 : 1
  COMPARE (left->group, right->group);
  COMPARE (left->municipality, right->municipality);
  COMPARE (rank (left->kind) >= 4, rank (right->kind) >= 4);
  COMPARE (left->product, right->product);
  COMPARE (rank (left->kind), rank (right->kind));
  COMPARE (left->from, right->from);
  COMPARE (left->id, right->id);
#undef COMPARE
  return 0;
}

static GPtrArray *
select_sources (GArray *sources, const PsSettlementQuestion *question)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func ((GDestroyNotify) source_detail_free);

  for (guint i = 0; i < sources->len; i++)
    {
      const PsSource *source = &g_array_index (sources, PsSource, i);
      PsSourceDetail *detail;

      if (!is_wanted (source, question))
        continue;
      detail = g_new0 (PsSourceDetail, 1);
      detail->source = *source;
      detail->volume_milli = detail->declared_tariff_e4 = detail->amount_cents = PS_NO_NUMBER;
      detail->assigned_product = detail->assigned_group = PS_NONE;
      g_ptr_array_add (selected, detail);
    }
  g_ptr_array_sort (selected, compare_sources);
  return selected;
}

static gboolean
is_of_assignment (PsSourceKind kind)
{
  return kind == PS_SOURCE_TRAJECT || kind == PS_SOURCE_CARE_DAYS;
}

/* The ids of the lines, or of what belongs to an assignment, in their order; `details` gets those sources. */
static GArray *
collect_ids (GPtrArray *sources, gboolean lines, GPtrArray *details)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < sources->len; i++)
    {
      PsSourceDetail *detail = g_ptr_array_index (sources, i);

      if (lines ? detail->source.kind == PS_SOURCE_LINE : is_of_assignment (detail->source.kind) && detail->source.id != 0)
        {
          g_array_append_val (ids, detail->source.id);
          g_ptr_array_add (details, detail);
        }
    }
  return ids;
}

static void
fill_line (PsSourceDetail *detail, const PsLineDetail *line)
{
  detail->reference = g_strdup (line->reference);
  detail->declaration_number = g_strdup (line->declaration_number);
  detail->assignment_number = g_strdup (line->assignment_number);
  detail->client = g_strdup (line->client);
  detail->volume_milli = line->volume_milli;
  detail->declared_tariff_e4 = line->tariff_e4;
  detail->amount_cents = line->amount_cents;
  detail->unit = line->unit;
  detail->status = line->status;
}

static gboolean
fill_lines (PsStore *store, GPtrArray *sources, GError **error)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GArray) ids = collect_ids (sources, TRUE, wanted);
  g_autoptr (GPtrArray) lines = ps_store_line_details (store, (const gint64 *) (gpointer) ids->data, ids->len, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    fill_line (g_ptr_array_index (wanted, i), g_ptr_array_index (lines, i));
  return TRUE;
}

static gboolean
fill_assignments (PsStore *store, GPtrArray *sources, GError **error)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GArray) ids = collect_ids (sources, FALSE, wanted);
  g_autoptr (GPtrArray) found = ps_store_assignment_details (store, (const gint64 *) (gpointer) ids->data, ids->len, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    {
      PsSourceDetail *detail = g_ptr_array_index (wanted, i);
      const PsAssignmentDetail *assignment = g_ptr_array_index (found, i);

      detail->assignment_number = g_strdup (assignment->number);
      detail->client = g_strdup (assignment->client);
      detail->assigned_from = assignment->start;
      detail->assigned_to = assignment->end;
    }
  return TRUE;
}

/* What was assigned to the lines, from the messages that the settlement was computed from. */
static void
fill_assigned (const PsProduction *production, GPtrArray *sources)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sources->len; i++)
    {
      PsSourceDetail *detail = g_ptr_array_index (sources, i);

      if (detail->source.kind == PS_SOURCE_LINE)
        g_hash_table_insert (by_id, &detail->source.id, detail);
    }
  for (guint i = 0; i < production->lines->len && g_hash_table_size (by_id) > 0; i++)
    {
      const PsLine *line = &g_array_index (production->lines, PsLine, i);
      PsSourceDetail *detail = g_hash_table_lookup (by_id, &line->id);
      const PsAssignment *assignment;

      if (detail == NULL)
        continue;
      assignment = &g_array_index (production->assignments, PsAssignment, line->assignment);
      detail->assigned_product = assignment->product;
      detail->assigned_group = assignment->group;
      detail->assigned_from = assignment->start;
      detail->assigned_to = assignment->end;
    }
}

static gboolean
compute (PsSettlementDetail *detail, const PsSettlementQuestion *question, PsStore *store, GError **error)
{
  const PsSettledYear *settled = ps_settled_ref_get (detail->figures);
  g_autoptr (PsProduction) production = ps_production_new (question->provider);
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (PsSource));
  PsSettleOptions options = { .year = settled->year, .through = question->through, .sources = sources, .warnings = TRUE };

  if (!ps_store_load_production (store, settled->region, question->provider, settled->year, production, error))
    return FALSE;
  detail->settlement = ps_settle (settled->region, production, &options, error);
  if (detail->settlement == NULL)
    return FALSE;
  detail->sources = select_sources (sources, question);
  fill_assigned (production, detail->sources);
  return fill_lines (store, detail->sources, error) && fill_assignments (store, detail->sources, error);
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (PsSettlementDetail) detail = g_new0 (PsSettlementDetail, 1);

  detail->figures = g_steal_pointer (&job->figures);
  if (!compute (detail, &job->question, store, error))
    return NULL;
  return g_steal_pointer (&detail);
}

/* On the main thread */

/**
 * ps_settlement_detail_load_async:
 * @question: copied
 *
 * Settles the provider's year anew on a worker and keeps what the figures are made of. @callback gets @session as its source.
 */
void
ps_settlement_detail_load_async (PsSession *session, const PsSettlementQuestion *question, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->question = *question;
  g_assert (job->figures != NULL);
  ps_session_run_async (session, work, job, (GDestroyNotify) job_free, (GDestroyNotify) ps_settlement_detail_free, callback,
                        user_data);
}

PsSettlementDetail *
ps_settlement_detail_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
