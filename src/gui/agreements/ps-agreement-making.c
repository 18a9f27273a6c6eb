/* ps-agreement-making.c: a first draft of an agreement, empty, from last year's or from last year's production: made on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What takes long, settling last year, comes first and can be cancelled; all drafts are then one change, to be taken back as one.
 */
#define G_LOG_DOMAIN "peilstok-agreement-making"

#include "ps-agreement-making.h"

#include <glib/gi18n-lib.h>

#include "store/ps-desk.h"

PsMaking *
ps_making_new (const char *agb, int year)
{
  PsMaking *making = g_atomic_rc_box_new0 (PsMaking);

  making->agb = g_strdup (agb);
  making->year = year;
  making->round_to_cents = 1;
  return making;
}

PsMaking *
ps_making_ref (PsMaking *making)
{
  return g_atomic_rc_box_acquire (making);
}

static void
making_clear (gpointer data)
{
  PsMaking *making = data;

  g_free (making->agb);
  g_clear_pointer (&making->progress, ps_progress_relay_unref);
  g_clear_object (&making->cancellable);
}

void
ps_making_unref (PsMaking *making)
{
  g_atomic_rc_box_release_full (making, making_clear);
}

gboolean
ps_making_expects (const PsProvider *provider, int year)
{
  return provider->contracted && provider->merged_into == PS_NONE && provider->ended_on >= ps_date_year_start (year);
}

/* What the drafts are made from */

typedef struct
{
  PsRegion *region;       /* its own, or borrowed from `settled` */
  PsSettledYear *settled; /* last year; NULL: not wanted */
} Ground;

static void
ground_clear (Ground *ground)
{
  if (ground->settled == NULL)
    g_clear_pointer (&ground->region, ps_region_free);
  g_clear_pointer (&ground->settled, ps_settled_year_free);
}

static gboolean
load_ground (Ground *ground, PsStore *store, const PsMaking *making, GError **error)
{
  PsSettleYearOptions options = { .year = making->year - 1, .through = PS_DATE_OPEN, .agb = making->agb };

  if (making->source != PS_MAKING_PRODUCTION)
    {
      ground->region = ps_store_load_region (store, error);
      return ground->region != NULL;
    }
  ground->settled = ps_settle_year (store, &options, making->cancellable,
                                    making->progress != NULL ? ps_progress_relay_report : NULL, making->progress, error);
  if (ground->settled == NULL)
    return FALSE;
  ground->region = ground->settled->region;
  return TRUE;
}

/* NULL without an error: there was nothing last year. */
static PsAgreement *
make_terms (const Ground *ground, const PsMaking *making, guint provider, GError **error)
{
  const PsAgreement *last = ps_region_find_agreement (ground->region, provider, making->year - 1);
  const PsSettlement *settlement = ground->settled != NULL ? ps_settled_year_find (ground->settled, provider) : NULL;
  PsOverflow overflow = { FALSE };
  PsAgreement *terms = NULL;

  if (making->source == PS_MAKING_EMPTY)
    return ps_agreement_new (provider, making->year);
  if (making->source == PS_MAKING_LAST && last != NULL)
    terms = ps_agreement_from_last (last, making->year, making->index_bp, making->round_to_cents, &overflow);
  else if (making->source == PS_MAKING_PRODUCTION && settlement != NULL)
    terms = ps_agreement_from_production (ground->region, settlement, making->year, making->index_bp, making->round_to_cents,
                                          &overflow);
  if (!overflow.overflowed)
    return terms;
  g_clear_pointer (&terms, ps_agreement_free);
  g_set_error_literal (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW, _("With this index an amount is too large to be kept."));
  return NULL;
}

/* One */

static gboolean
make_one (PsStore *store, const char *actor, const Ground *ground, PsMaking *making, gint64 *record, GError **error)
{
  guint provider = ps_region_find_provider (ground->region, making->agb);
  g_autoptr (PsAgreement) terms = NULL;
  g_autoptr (GError) failure = NULL;

  if (provider == PS_NONE)
    {
      g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("This provider is not there any more."));
      return FALSE;
    }
  terms = make_terms (ground, making, provider, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (terms == NULL)
    {
      g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE,
                           making->source == PS_MAKING_LAST ? _("There was no agreement last year. Start empty instead.")
                                                            : _("Nothing was produced last year. Start empty instead."));
      return FALSE;
    }
  making->n_made = 1;
  return ps_desk_new_agreement (store, actor, ground->region, terms, NULL, record, error);
}

/* All that have none */

static gboolean
has_agreement (GPtrArray *there, guint provider)
{
  for (guint i = 0; i < there->len; i++)
    if (((const PsAgreementSummary *) g_ptr_array_index (there, i))->provider == provider)
      return TRUE;
  return FALSE;
}

static void
add_line (PsChange *change, const PsRegion *region, gint64 version, const PsAgreementLine *line)
{
  g_autoptr (PsRecord) record = ps_desk_line_record (region, version, line);

  ps_change_insert (change, record);
}

static void
add_agreement (PsChange *change, const PsRegion *region, const PsAgreement *terms)
{
  g_autoptr (PsRecord) agreement = ps_record_new ("agreement");
  g_autoptr (PsRecord) version = NULL;
  PsAgreementVersion first = { .number = 1, .state = PS_VERSION_DRAFT, .agreed_on = PS_DATE_OPEN };
  gint64 agreement_id, version_id;

  ps_record_set_number (agreement, "provider_id", ps_region_provider (region, terms->provider)->id);
  ps_record_set_number (agreement, "year", terms->year);
  agreement_id = ps_change_insert (change, agreement);
  first.terms = (PsAgreement *) terms;
  version = ps_desk_version_record (agreement_id, &first);
  version_id = ps_change_insert (change, version);
  for (guint i = 0; i < terms->lines->len; i++)
    add_line (change, region, version_id, &g_array_index (terms->lines, PsAgreementLine, i));
}

static gboolean
add_provider (PsChange *change, const Ground *ground, PsMaking *making, guint provider, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsAgreement) terms = make_terms (ground, making, provider, &failure);

  if (failure != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s: ", ps_region_provider (ground->region, provider)->name);
      return FALSE;
    }
  if (terms == NULL)
    making->n_without++;
  else
    {
      add_agreement (change, ground->region, terms);
      making->n_made++;
    }
  return !g_cancellable_set_error_if_cancelled (making->cancellable, error);
}

static gboolean
make_all (PsStore *store, const char *actor, const Ground *ground, PsMaking *making, gint64 *record, GError **error)
{
  g_autofree char *thing = g_strdup_printf ("agreement:%d", making->year);
  g_autoptr (PsChange) change = ps_change_new ("create", thing);
  g_autoptr (GPtrArray) there = ps_desk_list_agreements (store, ground->region, making->year, error);

  if (there == NULL)
    return FALSE;
  making->n_made = making->n_without = 0;
  for (guint i = 0; i < ground->region->providers->len; i++)
    if (ps_making_expects (ps_region_provider (ground->region, i), making->year) && !has_agreement (there, i)
        && !add_provider (change, ground, making, i, error))
      return FALSE;
  *record = 0;
  return making->n_made == 0 || ps_change_apply (store, change, actor, record, error);
}

gboolean
ps_making_write (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  PsMaking *making = data;
  Ground ground = { NULL, NULL };
  gboolean made = load_ground (&ground, store, making, error);

  if (made && making->agb != NULL)
    made = make_one (store, actor, &ground, making, record, error);
  else if (made)
    made = make_all (store, actor, &ground, making, record, error);
  ground_clear (&ground);
  return made;
}
