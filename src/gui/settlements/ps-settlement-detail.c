/* ps-settlement-detail.c: a provider's settlement with what its figures are made of, read and computed beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-detail"

#include "ps-settlement-detail.h"

#include <glib/gi18n-lib.h>

#include "core/ps-explain.h"

typedef struct
{
  PsSettledRef *figures;
  PsSettlementQuestion question; /* its strings are owned */
} Job;

static void
job_free (Job *job)
{
  ps_settled_ref_free (job->figures);
  g_free ((char *) job->question.agb);
  g_free ((char *) job->question.group);
  g_free ((char *) job->question.municipality);
  g_free (job);
}

/* The places of the question's codes in the region that is shown; PS_NONE: every one. */
typedef struct
{
  guint provider;
  guint group;
  guint municipality;
  PsSourcesWanted wanted;
} Asked;

static void
source_detail_free (PsSourceDetail *detail)
{
  g_free (detail->reference);
  g_free (detail->declaration_number);
  g_free (detail->assignment_number);
  g_free (detail->client);
  g_free (detail->explanation);
  g_free (detail);
}

void
ps_settlement_detail_free (PsSettlementDetail *detail)
{
  if (detail == NULL)
    return;
  detail->settlement = NULL;
  g_clear_pointer (&detail->sources, g_ptr_array_unref);
  g_clear_pointer (&detail->dossier, ps_dossier_free);
  ps_stored_free (detail->stored);
  ps_settled_ref_free (detail->figures);
  g_free (detail);
}

const PsRegion *
ps_settlement_detail_region (const PsSettlementDetail *detail)
{
  return detail->dossier->region;
}

/* On the worker thread */

static gboolean
is_wanted (const PsSource *source, const Asked *question)
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
select_sources (GArray *sources, const Asked *question)
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
      detail->decision = (PsDecision) line->decision;
    }
}

/* Where every source is shown each is explained. */
static void
explain_sources (const PsDossier *dossier, PsSourcesWanted wanted, GPtrArray *sources)
{
  for (guint i = 0; wanted == PS_SOURCES_ALL && i < sources->len; i++)
    {
      PsSourceDetail *detail = g_ptr_array_index (sources, i);

      detail->explanation = ps_explain_source (dossier, &detail->source);
    }
}

/* Of a frozen one all is in the dossier. */
static void
fill_from_keys (const PsDossier *dossier, PsSourceDetail *detail)
{
  guint line = ps_dossier_line_of (dossier, &detail->source);
  guint place = ps_dossier_assignment_of (dossier, &detail->source);

  if (place != PS_NONE)
    {
      const PsAssignment *assignment = &g_array_index (dossier->production->assignments, PsAssignment, place);

      detail->assignment_number = g_strdup (g_ptr_array_index (dossier->keys->assignments, place));
      detail->client = g_strdup (g_ptr_array_index (dossier->keys->clients, assignment->client));
      detail->assigned_product = line != PS_NONE ? assignment->product : PS_NONE;
      detail->assigned_group = line != PS_NONE ? assignment->group : PS_NONE;
      detail->assigned_from = assignment->start;
      detail->assigned_to = assignment->end;
    }
  if (line != PS_NONE)
    {
      const PsLine *declared = &g_array_index (dossier->production->lines, PsLine, line);

      detail->reference = g_strdup (g_ptr_array_index (dossier->keys->references, line));
      detail->declaration_number = g_strdup (g_ptr_array_index (dossier->keys->declarations, line));
      detail->volume_milli = declared->volume_milli;
      detail->declared_tariff_e4 = declared->tariff_e4;
      detail->amount_cents = declared->amount_cents;
      detail->unit = (PsUnit) declared->unit;
      detail->status = (PsLineStatus) declared->status;
      detail->decision = (PsDecision) declared->decision;
    }
}

static gboolean
find_asked (const PsRegion *region, const PsSettlementQuestion *question, Asked *asked, GError **error)
{
  asked->wanted = question->wanted;
  asked->provider = ps_region_find_provider (region, question->agb);
  asked->group = question->group != NULL ? ps_region_find_group (region, question->group) : PS_NONE;
  asked->municipality = question->municipality != NULL ? ps_region_find_municipality (region, question->municipality) : PS_NONE;
  if (asked->provider != PS_NONE && (asked->group != PS_NONE || question->group == NULL)
      && (asked->municipality != PS_NONE || question->municipality == NULL))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The settlement of %s has no such line."), question->agb);
  return FALSE;
}

/* Where a source's line and assignment are, as ps_dossier_new() has it; the keys are there, and empty. */
static void
index_live (PsDossier *dossier)
{
  GArray *lines = dossier->production->lines, *assignments = dossier->production->assignments;
  guint n_clients = 0;

  ps_dossier_index (dossier);
  for (guint i = 0; i < assignments->len; i++)
    n_clients = MAX (n_clients, g_array_index (assignments, PsAssignment, i).client + 1);
  g_ptr_array_set_size (dossier->keys->references, (int) lines->len);
  g_ptr_array_set_size (dossier->keys->declarations, (int) lines->len);
  g_ptr_array_set_size (dossier->keys->assignments, (int) assignments->len);
  g_ptr_array_set_size (dossier->keys->clients, (int) n_clients);
}

static void
put_key (GPtrArray *keys, guint place, const char *key)
{
  if (g_ptr_array_index (keys, place) == NULL)
    keys->pdata[place] = g_strdup (key);
}

/* The keys of what was asked for are known now: what explains a figure names them. */
static void
keep_keys (PsDossier *dossier, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const PsSourceDetail *detail = g_ptr_array_index (sources, i);
      guint line = ps_dossier_line_of (dossier, &detail->source);
      guint assignment = ps_dossier_assignment_of (dossier, &detail->source);

      if (line != PS_NONE)
        put_key (dossier->keys->references, line, detail->reference);
      if (line != PS_NONE)
        put_key (dossier->keys->declarations, line, detail->declaration_number);
      if (assignment == PS_NONE)
        continue;
      put_key (dossier->keys->assignments, assignment, detail->assignment_number);
      put_key (dossier->keys->clients, g_array_index (dossier->production->assignments, PsAssignment, assignment).client,
               detail->client);
    }
}

static PsDossier *
settle_live (const PsSettledYear *settled, const PsSettlementQuestion *question, guint provider, PsStore *store, GError **error)
{
  g_autoptr (PsDossier) dossier = g_new0 (PsDossier, 1);
  PsSettleOptions options = { .year = settled->year, .through = question->through, .warnings = TRUE };

  dossier->region = settled->region;
  dossier->production = ps_production_new (provider);
  dossier->keys = ps_message_keys_new ();
  dossier->sources = options.sources = g_array_new (FALSE, FALSE, sizeof (PsSource));
  if (!ps_store_load_production (store, settled->region, provider, settled->year, dossier->production, error))
    return NULL;
  index_live (dossier);
  dossier->settlement = ps_settle (settled->region, dossier->production, &options, error);
  return dossier->settlement != NULL ? g_steal_pointer (&dossier) : NULL;
}

/* As now, and only what is wanted of it: this is what a page waits for. */
static gboolean
compute_live (PsSettlementDetail *detail, const PsSettlementQuestion *question, PsStore *store, GError **error)
{
  const PsSettledYear *settled = ps_settled_ref_get (detail->figures);
  Asked asked;

  if (!find_asked (settled->region, question, &asked, error))
    return FALSE;
  detail->dossier = settle_live (settled, question, asked.provider, store, error);
  if (detail->dossier == NULL)
    return FALSE;
  detail->sources = select_sources (detail->dossier->sources, &asked);
  fill_assigned (detail->dossier->production, detail->sources);
  if (!fill_lines (store, detail->sources, error) || !fill_assignments (store, detail->sources, error))
    return FALSE;
  keep_keys (detail->dossier, detail->sources);
  return TRUE;
}

static gboolean
load_frozen (PsSettlementDetail *detail, const PsSettlementQuestion *question, PsStore *store, GError **error)
{
  Asked asked;

  detail->stored = ps_settlements_find (store, question->stored_id, error);
  detail->dossier = detail->stored != NULL ? ps_settlements_load (store, question->stored_id, error) : NULL;
  if (detail->dossier == NULL || !find_asked (detail->dossier->region, question, &asked, error))
    return FALSE;
  detail->sources = select_sources (detail->dossier->sources, &asked);
  for (guint i = 0; i < detail->sources->len; i++)
    fill_from_keys (detail->dossier, g_ptr_array_index (detail->sources, i));
  return TRUE;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (PsSettlementDetail) detail = g_new0 (PsSettlementDetail, 1);
  gboolean there;

  detail->figures = g_steal_pointer (&job->figures);
  there = job->question.stored_id != 0 ? load_frozen (detail, &job->question, store, error)
                                       : compute_live (detail, &job->question, store, error);
  if (!there)
    return NULL;
  detail->settlement = detail->dossier->settlement;
  explain_sources (detail->dossier, job->question.wanted, detail->sources);
  return g_steal_pointer (&detail);
}

/* On the main thread */

/**
 * ps_settlement_detail_load_async:
 * @question: copied
 *
 * Settles the provider's year anew on a worker, or reads a stored one back, and keeps what the figures are made of. @callback gets @session as its source.
 */
void
ps_settlement_detail_load_async (PsSession *session, const PsSettlementQuestion *question, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->question = *question;
  job->question.agb = g_strdup (question->agb);
  job->question.group = g_strdup (question->group);
  job->question.municipality = g_strdup (question->municipality);
  g_assert (job->figures != NULL);
  ps_session_run_async (session, work, job, (GDestroyNotify) job_free, (GDestroyNotify) ps_settlement_detail_free, callback,
                        user_data);
}

PsSettlementDetail *
ps_settlement_detail_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
