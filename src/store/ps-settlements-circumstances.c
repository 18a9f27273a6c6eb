/* ps-settlements-circumstances.c: what a statement prints beside the dossier: as it is now, and as it was when it became final
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include "ps-statements.h"

/* Names as they are now: a letter goes to where the provider is now. */
static gboolean
find_names (PsCircumstances *circumstances, PsRows *rows, gint64 provider_id, GError **error)
{
  g_autoptr (PsRecord) region = ps_rows_read (rows, "region", 1, error);
  g_autoptr (PsRecord) provider = region != NULL ? ps_rows_read (rows, "provider", provider_id, error) : NULL;

  if (provider == NULL)
    return FALSE;
  circumstances->region = g_strdup (ps_record_get_text (region, "name"));
  circumstances->letterhead = g_strdup (ps_record_get_text (region, "letterhead"));
  circumstances->agb = g_strdup (ps_record_get_text (provider, "agb"));
  circumstances->provider = g_strdup (ps_record_get_text (provider, "name"));
  circumstances->kvk = g_strdup (ps_record_get_text (provider, "kvk"));
  circumstances->address = g_strdup (ps_record_get_text (provider, "address"));
  return TRUE;
}

/* A region of that provider alone is enough to find its statement by. */
static gboolean
find_statement (PsCircumstances *circumstances, PsStore *store, const PsStored *stored, GError **error)
{
  g_autoptr (PsRegion) region = ps_region_new ();
  g_autoptr (GError) failure = NULL;
  PsProvider provider = { .id = stored->provider_id, .agb = g_strdup (stored->agb), .name = g_strdup (stored->provider) };

  g_array_append_val (region->providers, provider);
  if (!ps_statements_limits (store, stored->year, &circumstances->limits, error))
    return FALSE;
  circumstances->statement = ps_statements_find (store, region, 0, stored->year, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static PsCircumstances *
find_now (PsStore *store, PsRows *rows, const PsStored *stored, GError **error)
{
  g_autoptr (PsCircumstances) circumstances = g_new0 (PsCircumstances, 1);

  circumstances->year = stored->year;
  circumstances->through = stored->through;
  return find_names (circumstances, rows, stored->provider_id, error) && find_statement (circumstances, store, stored, error)
             ? g_steal_pointer (&circumstances)
             : NULL;
}

PsCircumstances *
ps_circumstances_load (PsStore *store, PsRows *rows, const PsStored *stored, GError **error)
{
  g_autofree char *text = NULL;

  if (stored->state != PS_SETTLEMENT_FINAL)
    return find_now (store, rows, stored, error);
  text = ps_document_load (store, rows, stored->id, PS_DOCUMENT_CIRCUMSTANCES, error);
  return text != NULL ? ps_circumstances_read (text, error) : NULL;
}

/* What is kept is read back before it is, as the dossier's documents are. */
char *
ps_circumstances_freeze (PsStore *store, PsRows *rows, const PsStored *stored, GError **error)
{
  g_autoptr (PsCircumstances) now = find_now (store, rows, stored, error);
  g_autofree char *text = now != NULL ? ps_circumstances_write (now) : NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsCircumstances) again = NULL;
  g_autofree char *same = NULL;

  if (text == NULL)
    return NULL;
  again = ps_circumstances_read (text, &failure);
  same = again != NULL ? ps_circumstances_write (again) : NULL;
  if (g_strcmp0 (text, same) == 0)
    return g_steal_pointer (&text);
  ps_settlement_set_unprovable (stored->agb, failure != NULL ? failure->message : "circumstances", error);
  return NULL;
}

gboolean
ps_circumstances_check (PsStore *store, PsRows *rows, const PsStored *stored, char **wrong, GError **error)
{
  const char *of_text;
  g_autofree char *text = NULL;
  g_autoptr (PsCircumstances) circumstances = NULL;
  g_autoptr (GError) failure = NULL;

  *wrong = NULL;
  if (stored->state != PS_SETTLEMENT_FINAL)
    return TRUE;
  if (!ps_document_read (store, rows, stored->id, PS_DOCUMENT_CIRCUMSTANCES, &text, &of_text, error))
    return FALSE;
  if (of_text != NULL)
    *wrong = g_strdup (of_text);
  else if ((circumstances = ps_circumstances_read (text, &failure)) == NULL)
    *wrong = g_strdup_printf ("cannot be read: %s", failure->message);
  else if (circumstances->year != stored->year || circumstances->through != stored->through)
    *wrong = g_strdup ("is of another settlement");
  return TRUE;
}
