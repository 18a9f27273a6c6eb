/* ps-settlements-live.c: dossiers of the region as it is
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Figures come from the compact copies (ps-loader.h); the words by which people know messages are looked up by row, after everything that
 * no figure needs is gone.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-loader.h"

struct _PsLiveDossiers
{
  PsStore *store;
  PsRegion *region; /* NULL: it was given away */
  PsLoader *loader;
  int year;
  PsDate through;
  PsStatement *line;
  PsStatement *assignment;
  PsStatement *version;
};

void
ps_live_dossiers_free (PsLiveDossiers *live)
{
  if (live == NULL)
    return;
  ps_loader_free (live->loader);
  sqlite3_finalize (live->line);
  sqlite3_finalize (live->assignment);
  sqlite3_finalize (live->version);
  ps_region_free (live->region);
  g_free (live);
}

const PsRegion *
ps_live_dossiers_region (const PsLiveDossiers *live)
{
  return live->region;
}

static gboolean
check_through (int year, PsDate through, GError **error)
{
  g_autofree char *day = ps_format_date (through);

  if (through >= ps_date_year_start (year) && through <= ps_date_year_end (year))
    return TRUE;
  /* Translators: a date, a year */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("%s is not a day of %d, the year that is settled."), day, year);
  return FALSE;
}

/**
 * ps_live_dossiers_new:
 * @through: PS_DATE_OPEN: 31-12
 *
 * To be used within one transaction, so that the region and all messages are of the same moment.
 */
PsLiveDossiers *
ps_live_dossiers_new (PsStore *store, int year, PsDate through, GError **error)
{
  g_autoptr (PsLiveDossiers) live = g_new0 (PsLiveDossiers, 1);

  live->store = store;
  live->year = year;
  live->through = through == PS_DATE_OPEN ? ps_date_year_end (year) : through;
  if (!check_through (year, live->through, error))
    return NULL;
  live->region = ps_store_load_region (store, error);
  if (live->region == NULL)
    return NULL;
  live->loader = ps_loader_new (store, live->region, year, error);
  if (live->loader == NULL)
    return NULL;
  live->line = ps_sql_prepare (store, "SELECT reference, declaration_number FROM declaration_line WHERE id = ?", error);
  if (live->line == NULL)
    return NULL;
  live->assignment = ps_sql_prepare (store, "SELECT number, client FROM assignment WHERE id = ?", error);
  if (live->assignment == NULL)
    return NULL;
  live->version = ps_sql_prepare (store, "SELECT number, agreed_on FROM agreement_version WHERE id = ?", error);
  return live->version != NULL ? g_steal_pointer (&live) : NULL;
}

/* The row with that id, which the copies refer to and so must be there. */
static gboolean
step_to (PsLiveDossiers *live, PsStatement *select, gint64 id, GError **error)
{
  gboolean row;

  sqlite3_reset (select);
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (live->store, select, &row, error))
    return FALSE;
  if (!row)
    ps_sql_set_error (NULL, SQLITE_CORRUPT, live->store->path, error);
  return row;
}

static gboolean
load_line_keys (PsLiveDossiers *live, const PsProduction *production, PsMessageKeys *keys, GError **error)
{
  for (guint i = 0; i < production->lines->len; i++)
    {
      if (!step_to (live, live->line, g_array_index (production->lines, PsLine, i).id, error))
        return FALSE;
      g_ptr_array_add (keys->references, ps_sql_column_text (live->line, 0));
      g_ptr_array_add (keys->declarations, ps_sql_column_text (live->line, 1));
    }
  sqlite3_reset (live->line);
  return TRUE;
}

static gboolean
load_assignment_keys (PsLiveDossiers *live, const PsProduction *production, PsMessageKeys *keys, GError **error)
{
  for (guint i = 0; i < production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      if (!step_to (live, live->assignment, assignment->id, error))
        return FALSE;
      g_ptr_array_add (keys->assignments, ps_sql_column_text (live->assignment, 0));
      if (assignment->client >= keys->clients->len)
        g_ptr_array_set_size (keys->clients, (int) assignment->client + 1);
      if (keys->clients->pdata[assignment->client] == NULL)
        keys->clients->pdata[assignment->client] = ps_sql_column_text (live->assignment, 1);
    }
  sqlite3_reset (live->assignment);
  return TRUE;
}

static gboolean
find_facts (PsLiveDossiers *live, guint provider, PsDossierFacts *facts, GError **error)
{
  const PsAgreement *agreement = ps_region_find_agreement (live->region, provider, live->year);

  *facts = (PsDossierFacts){ .agreed_on = PS_DATE_OPEN, .program_version = (char *) PS_VERSION };
  if (agreement == NULL)
    return TRUE;
  if (!step_to (live, live->version, agreement->version_id, error))
    return FALSE;
  facts->version_number = sqlite3_column_int (live->version, 0);
  facts->agreed_on = ps_sql_column_date (live->version, 1);
  sqlite3_reset (live->version);
  return TRUE;
}

PsDossier *
ps_live_dossiers_make (PsLiveDossiers *live, guint provider, GError **error)
{
  g_autoptr (PsProduction) production = ps_production_new (provider);
  g_autoptr (PsMessageKeys) keys = ps_message_keys_new ();
  PsDossierFacts facts;

  if (!ps_loader_load (live->loader, provider, production, error) || !find_facts (live, provider, &facts, error))
    return NULL;
  ps_production_trim (production, NULL, live->region, live->year, live->through);
  if (!load_line_keys (live, production, keys, error) || !load_assignment_keys (live, production, keys, error))
    return NULL;
  return ps_dossier_new (live->region, g_steal_pointer (&production), g_steal_pointer (&keys), live->year, live->through, &facts,
                         error);
}

static PsSettlement *
settle (PsLiveDossiers *live, guint provider, GError **error)
{
  PsSettleOptions options = { .year = live->year, .through = live->through };
  g_autoptr (PsProduction) production = ps_production_new (provider);

  return ps_loader_load (live->loader, provider, production, error) ? ps_settle (live->region, production, &options, error)
                                                                    : NULL;
}

gboolean
ps_live_dossiers_is_listed (PsLiveDossiers *live, guint provider, gboolean *listed, GError **error)
{
  g_autoptr (PsSettlement) settlement = settle (live, provider, error);

  if (settlement != NULL)
    *listed = !ps_settlement_is_empty (settlement);
  return settlement != NULL;
}

static PsDossier *
make_live (PsStore *store, const char *agb, int year, PsDate through, GError **error)
{
  g_autoptr (PsLiveDossiers) live = ps_live_dossiers_new (store, year, through, error);
  PsDossier *dossier;
  guint provider;

  if (live == NULL)
    return NULL;
  provider = ps_region_find_provider (live->region, agb);
  if (provider == PS_NONE)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no provider with AGB code “%s” in this region."),
                   agb);
      return NULL;
    }
  dossier = ps_live_dossiers_make (live, provider, error);
  if (dossier != NULL)
    dossier->own_region = g_steal_pointer (&live->region);
  return dossier;
}

/**
 * ps_settlements_live:
 * @through: PS_DATE_OPEN: 31-12
 *
 * Returns: (transfer full): the provider's year as the region is now, with everything it is computed from; %NULL with
 *   PS_STORE_ERROR_REFUSED for an unknown provider, PS_STORE_ERROR_RULE for a day of another year, PS_CORE_ERROR_OVERFLOW, or another
 *   PsStoreError
 */
PsDossier *
ps_settlements_live (PsStore *store, const char *agb, int year, PsDate through, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  PsDossier *dossier;

  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  dossier = make_live (store, agb, year, through, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return dossier;
}
