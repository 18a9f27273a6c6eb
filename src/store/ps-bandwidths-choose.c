/* ps-bandwidths-choose.c: another forecast than the one that is proposed, chosen or made by a person (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-bandwidths-private.h"
#include "ps-change-private.h"

typedef struct
{
  const char *actor;
  gint64 peildatum_id;
  gint64 provider_id;
  const char *scope;
  PsForecastMethod method;
  gint64 forecast_cents;
  char *reason; /* stripped; NULL: none */
} Choosing;

/* A manual forecast wants a reason, and so does every choice at a peildatum that was closed. */
static gboolean
check (const Choosing *self, const PsRecord *peildatum, GError **error)
{
  gboolean closed = ps_record_get_number (peildatum, "closed_at") != PS_NO_NUMBER;

  if (self->method == PS_FORECAST_MANUAL && self->forecast_cents == PS_NO_NUMBER)
    ps_change_refuse (error, _("A forecast of one's own wants an amount."));
  else if (self->method == PS_FORECAST_MANUAL && self->reason == NULL)
    ps_change_refuse (error, _("A forecast of one's own wants a reason."));
  else if (closed && self->reason == NULL)
    ps_change_refuse (error, _("The peildatum is closed: another forecast wants a reason."));
  else
    return TRUE;
  return FALSE;
}

/* What is forecast must be agreed. A choice can always be taken back. */
static gboolean
check_scope (PsStore *store, const Choosing *self, const PsRecord *peildatum, const PsRecord *provider, GError **error)
{
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GError) failure = NULL;
  const PsAgreement *agreement;
  g_autofree char *year = NULL;

  if (self->method == PS_FORECAST_CEILING)
    return TRUE;
  region = ps_store_load_region (store, error);
  if (region == NULL)
    return FALSE;
  agreement = ps_region_find_agreement (region, ps_region_find_provider (region, ps_record_get_text (provider, "agb")),
                                        ps_date_year (ps_record_get_date (peildatum, "day")));
  if (agreement != NULL && ps_bandwidth_has_scope (region, agreement, self->scope, &failure))
    return TRUE;
  year = g_strdup_printf ("%d", ps_date_year (ps_record_get_date (peildatum, "day")));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    /* Translators: a provider, a year, the name of a part of its agreement */
    ps_change_refuse (error, _("The agreement of %s for %s has no ceiling “%s”: there is nothing to forecast."),
                      ps_record_get_text (provider, "name"), year, *self->scope != '\0' ? self->scope : _("Whole provider"));
  return FALSE;
}

static PsRecord *
load (PsStore *store, const char *table, gint64 id, GError **error)
{
  g_autoptr (GError) failed = NULL;
  PsRecord *record = ps_store_load_record (store, table, id, &failed);

  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (record == NULL)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("What the forecast is of is not there any more. Nothing was changed; look again."));
  return record;
}

static PsRecord *
new_row (const Choosing *self)
{
  PsRecord *row = ps_record_new ("forecast_choice");

  ps_record_set_number (row, "peildatum_id", self->peildatum_id);
  ps_record_set_number (row, "provider_id", self->provider_id);
  ps_record_set_text (row, "scope", self->scope);
  return row;
}

/* The row as it was shown. */
static PsRecord *
shown_row (const Choosing *self, const PsForecastChoice *before)
{
  PsRecord *row = ps_record_new_for ("forecast_choice", before->id);

  ps_record_set_number (row, "peildatum_id", self->peildatum_id);
  ps_record_set_number (row, "provider_id", self->provider_id);
  ps_record_set_text (row, "scope", self->scope);
  ps_record_set_number (row, "method", (gint64) before->method);
  ps_record_set_number (row, "forecast_cents", before->forecast_cents);
  ps_record_set_text (row, "reason", before->reason);
  ps_record_set_text (row, "chosen_by", before->chosen_by);
  ps_record_set_number (row, "chosen_at", before->chosen_at);
  return row;
}

static void
put_choice (const Choosing *self, PsRecord *row)
{
  ps_record_set_number (row, "method", (gint64) self->method);
  ps_record_set_number (row, "forecast_cents", self->method == PS_FORECAST_MANUAL ? self->forecast_cents : PS_NO_NUMBER);
  ps_record_set_text (row, "reason", self->reason);
  ps_record_set_text (row, "chosen_by", self->actor);
  ps_record_set_number (row, "chosen_at", g_get_real_time ());
}

/* Nothing was shown: somebody may have chosen since. */
static gboolean
check_none (PsStore *store, const Choosing *self, GError **error)
{
  g_autoptr (GHashTable) choices = ps_bandwidths_read_choices (store, self->peildatum_id, error);
  GPtrArray *of_provider = choices != NULL ? g_hash_table_lookup (choices, &self->provider_id) : NULL;

  for (guint i = 0; of_provider != NULL && i < of_provider->len; i++)
    {
      const PsForecastChoice *choice = g_ptr_array_index (of_provider, i);

      if (!g_str_equal (choice->scope, self->scope))
        continue;
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                   _("%s chose the forecast “%s” in the meantime. Nothing was changed; look again."), choice->chosen_by,
                   ps_forecast_method_label (choice->method));
      return FALSE;
    }
  return choices != NULL;
}

static gboolean
is_same (const Choosing *self, const PsForecastChoice *before)
{
  if (self->method == PS_FORECAST_CEILING || before == NULL)
    return self->method == PS_FORECAST_CEILING && before == NULL;
  return before->method == self->method && g_strcmp0 (before->reason, self->reason) == 0
         && (self->method != PS_FORECAST_MANUAL || before->forecast_cents == self->forecast_cents);
}

static gboolean
add_row (PsStore *store, PsChange *change, const Choosing *self, const PsForecastChoice *before, GError **error)
{
  g_autoptr (PsRecord) shown = before != NULL ? shown_row (self, before) : NULL;
  g_autoptr (PsRecord) row = before != NULL ? ps_record_copy (shown) : new_row (self);

  put_choice (self, row);
  if (self->method == PS_FORECAST_CEILING)
    ps_change_delete (change, shown);
  else if (before != NULL)
    ps_change_update (change, shown, row);
  else if (check_none (store, self, error))
    ps_change_insert (change, row);
  else
    return FALSE;
  return TRUE;
}

static char *
thing_of (const Choosing *self, const PsRecord *peildatum, const PsRecord *provider)
{
  g_autofree char *day = ps_date_to_iso (ps_record_get_date (peildatum, "day"));

  return g_strdup_printf ("forecast:%s:%s:%s", day, ps_record_get_text (provider, "agb"), self->scope);
}

static gboolean
choose (PsStore *store, const Choosing *self, const PsForecastChoice *before, gint64 *record, GError **error)
{
  g_autoptr (PsRecord) peildatum = load (store, "peildatum", self->peildatum_id, error);
  g_autoptr (PsRecord) provider = peildatum != NULL ? load (store, "provider", self->provider_id, error) : NULL;
  g_autoptr (PsChange) change = NULL;
  g_autofree char *thing = NULL;

  if (provider == NULL || !check (self, peildatum, error) || !check_scope (store, self, peildatum, provider, error))
    return FALSE;
  thing = thing_of (self, peildatum, provider);
  change = ps_change_new (self->method == PS_FORECAST_CEILING ? "unchoose" : "choose", thing);
  ps_change_set_reason (change, self->reason);
  /* Not closed, or reopened, by somebody else since. */
  ps_change_expect (change, peildatum);
  return add_row (store, change, self, before, error) && ps_change_apply (store, change, self->actor, record, error);
}

gboolean
ps_bandwidths_choose (PsStore *store, const char *actor, gint64 peildatum_id, gint64 provider_id, const char *scope,
                      const PsForecastChoice *before, PsForecastMethod method, gint64 forecast_cents, const char *reason,
                      gint64 *record, GError **error)
{
  g_autofree char *given = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  Choosing choosing = { actor, peildatum_id, provider_id, scope, method, forecast_cents, *given != '\0' ? given : NULL };

  g_return_val_if_fail (store->mode == PS_STORE_WRITE, FALSE);
  if (record != NULL)
    *record = 0;
  return is_same (&choosing, before) || choose (store, &choosing, before, record, error);
}
