/* ps-agreement-data.c: all there is of a provider's agreement of the year, read on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-data"

#include "ps-agreement-data.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "store/ps-desk.h"

typedef struct
{
  PsSettledRef *figures; /* held by the answer from then on */
  guint provider;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->figures, ps_settled_ref_free);
  g_free (question);
}

void
ps_agreement_data_free (PsAgreementData *data)
{
  if (!g_atomic_ref_count_dec (&data->refs))
    return;
  g_clear_pointer (&data->versions, g_ptr_array_unref);
  g_clear_pointer (&data->contracts, g_ptr_array_unref);
  g_clear_pointer (&data->figures, ps_settled_ref_free);
  g_free (data);
}

PsAgreementData *
ps_agreement_data_ref (PsAgreementData *data)
{
  g_atomic_ref_count_inc (&data->refs);
  return data;
}

static gpointer
load (PsStore *store, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Question *question = user_data;
  const PsSettledYear *settled = ps_settled_ref_get (question->figures);
  g_autoptr (PsAgreementData) data = g_new0 (PsAgreementData, 1);

  g_atomic_ref_count_init (&data->refs);
  data->region = settled->region;
  data->provider = question->provider;
  data->year = settled->year;
  data->figures = g_steal_pointer (&question->figures);
  data->versions = ps_desk_load_versions (store, data->region, data->provider, data->year, error);
  if (data->versions == NULL)
    return NULL;
  data->contracts = ps_desk_load_contracts (store, data->region, data->provider, error);
  return data->contracts != NULL ? g_steal_pointer (&data) : NULL;
}

void
ps_agreement_data_async (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->figures = ps_session_ref_settled (session);
  question->provider = provider;
  ps_session_run_async (session, load, question, question_free, (GDestroyNotify) ps_agreement_data_free, callback, user_data);
}

PsAgreementData *
ps_agreement_data_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Versions */

const PsAgreementVersion *
ps_agreement_data_find (const PsAgreementData *data, int number)
{
  for (guint i = 0; i < data->versions->len; i++)
    {
      const PsAgreementVersion *version = g_ptr_array_index (data->versions, i);

      if (version->number == number)
        return version;
    }
  return NULL;
}

const PsAgreementVersion *
ps_agreement_data_current (const PsAgreementData *data)
{
  for (guint i = 0; i < data->versions->len; i++)
    {
      const PsAgreementVersion *version = g_ptr_array_index (data->versions, i);

      if (version->current)
        return version;
    }
  return NULL;
}

const PsAgreementVersion *
ps_agreement_data_draft (const PsAgreementData *data)
{
  for (guint i = data->versions->len; i > 0; i--)
    {
      const PsAgreementVersion *version = g_ptr_array_index (data->versions, i - 1);

      if (version->state == PS_VERSION_DRAFT)
        return version;
    }
  return NULL;
}

char *
ps_agreement_state_text (const PsAgreementVersion *version)
{
  g_autofree char *day = ps_format_date (version->agreed_on);

  if (version->state == PS_VERSION_DRAFT)
    return g_strdup (C_("agreement", "Draft"));
  if (version->agreed_on == PS_DATE_OPEN)
    return g_strdup (version->state == PS_VERSION_AMENDED ? C_("agreement", "Amended") : C_("agreement", "Agreed"));
  if (version->state == PS_VERSION_AMENDED)
    return g_strdup_printf (_("Amended, agreed on %s"), day);
  return g_strdup_printf (_("Agreed on %s"), day);
}

char *
ps_agreement_version_text (const PsAgreementVersion *version)
{
  g_autofree char *state = ps_agreement_state_text (version);

  if (version->current)
    /* Translators: the version of an agreement that settlements use */
    return g_strdup_printf (_("Version %d: %s, in force"), version->number, state);
  return g_strdup_printf (_("Version %d: %s"), version->number, state);
}

char *
ps_agreement_thing (const PsRegion *region, guint provider, int year)
{
  return g_strdup_printf ("agreement:%s:%d", ps_region_provider (region, provider)->agb, year);
}

gint64
ps_agreement_growth_bp (gint64 before_cents, gint64 now_cents)
{
  PsOverflow overflow = { FALSE };
  gint64 growth;

  if (before_cents == PS_NO_NUMBER || now_cents == PS_NO_NUMBER || before_cents <= 0)
    return PS_NO_NUMBER;
  /* One decimal is enough to judge by. */
  growth = ps_round_div (((PsWide) now_cents - before_cents) * 1000, before_cents, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : growth * (PS_FULL_BP / 1000);
}
