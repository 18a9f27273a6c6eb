/* ps-full-list.c: the providers that reached their ceiling, for the access teams of the municipalities
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-full-list-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-file-output.h"
#include "ps-sheet.h"
#include "store/ps-record.h"

/**
 * ps_full_list_count: how many scopes are on the list.
 */
guint
ps_full_list_count (const PsBandwidthYear *year)
{
  guint n = 0;

  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsBandwidth *now = ((const PsProviderBandwidth *) g_ptr_array_index (year->providers, i))->now;

      for (guint j = 0; j < now->scopes->len; j++)
        n += g_array_index (now->scopes, PsBandwidthScope, j).reached ? 1 : 0;
    }
  return n;
}

/* ---- what a scope is about: the lines agreed in it, for these are what people refer to */

static gboolean
is_in_scope (const PsRegion *region, const PsAgreement *agreement, const PsAgreementLine *line, const char *name)
{
  const PsProductGroup *group = ps_region_group (region, line->group);
  gsize length = strlen (group->code);

  switch (agreement->exchange)
    {
    case PS_EXCHANGE_PROVIDER:
      return TRUE;
    case PS_EXCHANGE_SEGMENT:
      return g_str_equal (ps_region_segment (region, group->segment)->code, name);
    case PS_EXCHANGE_GROUP:
      return g_str_equal (group->code, name);
    case PS_EXCHANGE_LINE:
    default:
      return g_str_has_prefix (name, group->code) && name[length] == '/'
             && g_str_equal (name + length + 1, ps_region_municipality (region, line->municipality)->code);
    }
}

/* Takes `name`. */
static void
add_once (GPtrArray *names, char *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

static char *
group_name (const PsProductGroup *group)
{
  if (group->name == NULL || *group->name == '\0' || g_str_equal (group->name, group->code))
    return g_strdup (group->code);
  return g_strdup_printf ("%s %s", group->code, group->name);
}

static char *
join (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
describe (const PsRegion *region, const PsBandwidth *now, const char *name, PsFullScope *scope)
{
  const PsAgreement *agreement = ps_region_find_agreement (region, now->provider, now->year);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) municipalities = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; agreement != NULL && i < agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (agreement->lines, PsAgreementLine, i);

      if (line->lump_sum || !is_in_scope (region, agreement, line, name))
        continue;
      add_once (groups, group_name (ps_region_group (region, line->group)));
      add_once (municipalities, g_strdup (ps_region_municipality (region, line->municipality)->name));
    }
  scope->groups = join (groups);
  scope->municipalities = join (municipalities);
}

/* ---- since when */

static gboolean
was_full (const PsBandwidth *standing, const char *name)
{
  const PsBandwidthScope *scope = standing != NULL ? ps_bandwidth_find (standing, name) : NULL;

  return scope != NULL && scope->reached;
}

/* What the closed peildata before this day showed: PsBandwidth by day. */
static GPtrArray *
load_earlier (PsStore *store, const PsBandwidthYear *year, guint provider, GError **error)
{
  g_autoptr (GPtrArray) standings = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_bandwidth_free);

  for (guint i = 0; i < year->region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (year->region, i);
      g_autoptr (GError) failed = NULL;
      PsBandwidth *standing = NULL;

      if (ps_date_year (peildatum->date) == year->year && peildatum->date < year->day)
        standing = ps_bandwidths_kept (store, year->region, peildatum->id, provider, &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return NULL;
        }
      if (standing != NULL)
        g_ptr_array_add (standings, standing);
    }
  return g_steal_pointer (&standings);
}

static PsDate
find_since (const PsBandwidthYear *year, const PsProviderBandwidth *provider, GPtrArray *earlier, const char *name)
{
  PsDate since = PS_DATE_OPEN;

  for (guint i = 0; i < earlier->len; i++)
    {
      const PsBandwidth *standing = g_ptr_array_index (earlier, i);

      if (!was_full (standing, name))
        since = PS_DATE_OPEN;
      else if (since == PS_DATE_OPEN)
        since = standing->day;
    }
  if (since == PS_DATE_OPEN && was_full (provider->before, name))
    since = year->before_day;
  return since != PS_DATE_OPEN ? since : year->day;
}

/* ---- the list */

static void
clear_scope (gpointer data)
{
  PsFullScope *scope = data;

  g_free (scope->groups);
  g_free (scope->municipalities);
}

static gboolean
add_provider (GArray *scopes, PsStore *store, const PsBandwidthYear *year, const PsProviderBandwidth *provider, GError **error)
{
  const PsBandwidth *now = provider->now;
  g_autoptr (GPtrArray) earlier = NULL;

  for (guint i = 0; i < now->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (now->scopes, PsBandwidthScope, i);
      PsFullScope full = { ps_region_provider (year->region, now->provider), scope->label, NULL, NULL, PS_DATE_OPEN };

      if (!scope->reached)
        continue;
      if (earlier == NULL && (earlier = load_earlier (store, year, now->provider, error)) == NULL)
        return FALSE;
      describe (year->region, now, scope->name, &full);
      full.since = find_since (year, provider, earlier, scope->name);
      g_array_append_val (scopes, full);
    }
  return TRUE;
}

/* Those of a provider stay in their order: sorting is by name and AGB code only, and stable. */
static int
compare_scopes (gconstpointer a, gconstpointer b)
{
  const PsProvider *x = ((const PsFullScope *) a)->provider, *y = ((const PsFullScope *) b)->provider;
  int order = g_utf8_collate (x->name, y->name);

  return order != 0 ? order : strcmp (x->agb, y->agb);
}

GArray *
ps_full_list_load (PsStore *store, const PsBandwidthYear *year, GError **error)
{
  g_autoptr (GArray) scopes = g_array_new (FALSE, TRUE, sizeof (PsFullScope));

  g_array_set_clear_func (scopes, clear_scope);
  for (guint i = 0; i < year->providers->len; i++)
    if (!add_provider (scopes, store, year, g_ptr_array_index (year->providers, i), error))
      return NULL;
  g_array_sort (scopes, compare_scopes);
  return g_steal_pointer (&scopes);
}

/* ---- CSV */

static PsSheet *
new_sheet (void)
{
  PsSheet *sheet = ps_sheet_new (_("Full"));

  ps_sheet_add_column (sheet, _("AGB"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Provider"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Scope"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Product groups"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Municipalities"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Full since"), PS_SHEET_DATE, FALSE);
  ps_sheet_add_column (sheet, _("State of"), PS_SHEET_DATE, FALSE);
  ps_sheet_add_column (sheet, _("Data through"), PS_SHEET_DATE, FALSE);
  return sheet;
}

static void
add_row (PsSheet *sheet, const PsBandwidthYear *year, const PsFullScope *scope)
{
  ps_sheet_add_text (sheet, scope->provider->agb);
  ps_sheet_add_text (sheet, scope->provider->name);
  ps_sheet_add_text (sheet, scope->label);
  ps_sheet_add_text (sheet, scope->groups);
  ps_sheet_add_text (sheet, scope->municipalities);
  ps_sheet_add_number (sheet, scope->since);
  ps_sheet_add_number (sheet, year->day);
  ps_sheet_add_number (sheet, year->through);
}

static gboolean
put_csv (gconstpointer sheet, GOutputStream *stream, GError **error)
{
  return ps_sheet_write_csv (sheet, FALSE, stream, error);
}

static gboolean
write_csv (const PsBandwidthYear *year, const GArray *scopes, const char *path, GError **error)
{
  g_autoptr (PsSheet) sheet = new_sheet ();

  for (guint i = 0; i < scopes->len; i++)
    add_row (sheet, year, &g_array_index (scopes, PsFullScope, i));
  return ps_file_output_write (path, put_csv, sheet, error);
}

/* ---- either */

/* NULL with an error; "" where there is none. */
static char *
load_letterhead (PsStore *store, GError **error)
{
  g_autoptr (GPtrArray) rows = ps_store_load_records (store, "region", NULL, 0, error);
  const char *text = rows != NULL && rows->len > 0 ? ps_record_get_text (g_ptr_array_index (rows, 0), "letterhead") : NULL;

  return rows != NULL ? g_strdup (text != NULL ? text : "") : NULL;
}

static gboolean
is_csv (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv");
}

/**
 * ps_full_list_write: a file that is replaced when it is complete: CSV where its name ends with .csv, else PDF. On a worker.
 *
 * Returns: FALSE with a PsStoreError or a GIOErrorEnum: a translated sentence
 */
gboolean
ps_full_list_write (PsStore *store, const PsBandwidthYear *year, const char *path, GError **error)
{
  g_autoptr (GArray) scopes = ps_full_list_load (store, year, error);
  g_autofree char *letterhead = scopes != NULL ? load_letterhead (store, error) : NULL;

  if (letterhead == NULL)
    return FALSE;
  if (is_csv (path))
    return write_csv (year, scopes, path, error);
  return ps_full_list_write_pdf (year, scopes, letterhead, path, error);
}
