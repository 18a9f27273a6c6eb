/* ps-statements.c: production statements of providers (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-statements.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-desk-private.h"

/* An amount that no provider states: a slip of the keyboard. */
#define MOST_CENTS G_GINT64_CONSTANT (1000000000000)

static PsDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static PsProductionStatement *
read_statement (const PsRecord *row, guint provider)
{
  PsProductionStatement *statement = g_new0 (PsProductionStatement, 1);

  statement->id = ps_record_get_id (row);
  statement->provider = provider;
  statement->year = (int) ps_record_get_number (row, "year");
  statement->stated_cents = ps_record_get_number (row, "stated_cents");
  statement->received_on = ps_record_get_date (row, "received_on");
  statement->certified = (PsCertified) ps_record_get_number (row, "certified");
  statement->certified_on = ps_record_get_date (row, "certified_on");
  statement->explanation = g_strdup (ps_record_get_text (row, "explanation"));
  return statement;
}

static PsRecord *
make_record (const PsRegion *region, const PsProductionStatement *statement)
{
  PsRecord *record =
      statement->id != 0 ? ps_record_new_for ("production_statement", statement->id) : ps_record_new ("production_statement");

  ps_record_set_number (record, "provider_id", ps_region_provider (region, statement->provider)->id);
  ps_record_set_number (record, "year", statement->year);
  ps_record_set_number (record, "stated_cents", statement->stated_cents);
  ps_record_set_date (record, "received_on", statement->received_on);
  ps_record_set_number (record, "certified", (gint64) statement->certified);
  ps_record_set_date (record, "certified_on", statement->certified_on);
  ps_record_set_text (record, "explanation", statement->explanation);
  return record;
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  const PsProductionStatement *left = *(PsProductionStatement *const *) a, *right = *(PsProductionStatement *const *) b;

  return (left->provider > right->provider) - (left->provider < right->provider);
}

static gboolean
collect_statements (GPtrArray *rows, const PsIdPlaces *places, GPtrArray *statements, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      guint provider;

      if (!ps_desk_find_place (places, ps_record_get_number (rows->pdata[i], "provider_id"), &provider, error))
        return FALSE;
      g_ptr_array_add (statements, read_statement (rows->pdata[i], provider));
    }
  return TRUE;
}

/**
 * ps_statements_list:
 *
 * Returns: (transfer full): PsProductionStatement of the year, by provider; of those of whom something was entered
 */
GPtrArray *
ps_statements_list (PsStore *store, const PsRegion *region, int year, GError **error)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_statement_free);
  g_autoptr (GPtrArray) rows = ps_store_load_records (store, "production_statement", "year", year, error);
  PsIdPlaces places = { 0 };
  gboolean ok;

  if (rows == NULL)
    return NULL;
  ps_desk_map_places (&places, region, PS_PLACES_OF_PROVIDERS);
  ok = collect_statements (rows, &places, statements, error);
  ps_id_places_clear (&places);
  g_ptr_array_sort (statements, compare_statements);
  return ok ? g_steal_pointer (&statements) : NULL;
}

/* The row of a provider's year. */
static gboolean
find_row (PsStore *store, gint64 provider_id, int year, PsRecord **row, GError **error)
{
  g_autoptr (GPtrArray) rows = ps_store_load_records (store, "production_statement", "provider_id", provider_id, error);

  *row = NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (ps_record_get_number (rows->pdata[i], "year") == year)
      *row = ps_record_copy (rows->pdata[i]);
  return rows != NULL;
}

PsProductionStatement *
ps_statements_find (PsStore *store, const PsRegion *region, guint provider, int year, GError **error)
{
  g_autoptr (PsRecord) row = NULL;

  if (!find_row (store, ps_region_provider (region, provider)->id, year, &row, error) || row == NULL)
    return NULL;
  return read_statement (row, provider);
}

PsRecord *
ps_statements_emptied (const PsRecord *record)
{
  PsRecord *empty = ps_record_copy (record);

  ps_record_set_number (empty, "stated_cents", PS_NO_NUMBER);
  ps_record_set_date (empty, "received_on", PS_DATE_OPEN);
  ps_record_set_number (empty, "certified", PS_CERTIFIED_NOT);
  ps_record_set_date (empty, "certified_on", PS_DATE_OPEN);
  ps_record_set_text (empty, "explanation", NULL);
  return empty;
}

static gboolean
check_day (PsDate day, PsDate first, const char *too_early, GError **error)
{
  g_autofree char *text = ps_format_date (day);
  g_autoptr (GString) sentence = g_string_new (too_early);

  if (day > find_today ())
    {
      /* Translators: a date */
      ps_change_refuse (error, _("It cannot have been received on %s: that day has not come."), text);
      return FALSE;
    }
  if (day >= first)
    return TRUE;
  g_string_replace (sentence, "%s", text, 1);
  ps_change_refuse (error, "%s", sentence->str);
  return FALSE;
}

static gboolean
check_stated (const PsProductionStatement *statement, GError **error)
{
  g_autofree char *amount = NULL;

  if (statement->stated_cents == PS_NO_NUMBER && statement->received_on == PS_DATE_OPEN)
    return TRUE;
  if (statement->stated_cents == PS_NO_NUMBER)
    ps_change_refuse (error, _("A statement that was received has an amount: fill in what the provider states."));
  else if (statement->received_on == PS_DATE_OPEN)
    ps_change_refuse (error, _("A stated amount was received on a day: fill in which."));
  else if (statement->stated_cents < 0 || statement->stated_cents > MOST_CENTS)
    {
      amount = ps_format_money (statement->stated_cents);
      ps_change_refuse (error, _("The stated amount cannot be %s."), amount);
    }
  else
    return check_day (statement->received_on, ps_date_year_start (statement->year),
                      _("A statement of the year cannot have been received on %s, before it began."), error);
  return FALSE;
}

static gboolean
check_certified (const PsProductionStatement *statement, GError **error)
{
  if (statement->certified == PS_CERTIFIED_NOT && statement->certified_on == PS_DATE_OPEN)
    return TRUE;
  if (statement->certified == PS_CERTIFIED_NOT)
    ps_change_refuse (error, _("Who certified it: the board, or an auditor?"));
  else if (statement->certified_on == PS_DATE_OPEN)
    ps_change_refuse (error, _("A certificate was received on a day: fill in which."));
  else if (statement->stated_cents == PS_NO_NUMBER)
    ps_change_refuse (error, _("What was certified is an amount: fill in what the provider states."));
  else
    return check_day (statement->certified_on, ps_date_year_end (statement->year) + 1,
                      _("The year cannot have been certified on %s, before it ended."), error);
  return FALSE;
}

/* Somebody else entered one since it was shown that there was none. */
static gboolean
check_is_new (PsStore *store, const PsRegion *region, const PsProductionStatement *statement, GError **error)
{
  const PsProvider *provider = ps_region_provider (region, statement->provider);
  g_autoptr (PsRecord) row = NULL;

  if (!find_row (store, provider->id, statement->year, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               /* Translators: a provider, a year */
               _("The production statement of %s for %d was entered in the meantime. Nothing was changed; look at it again."),
               provider->name, statement->year);
  return FALSE;
}

/**
 * ps_statements_save:
 * @before: (nullable): as it was shown; %NULL: nothing was entered
 * @after: of the same provider and year
 * @record: (out) (optional): 0: nothing differed
 *
 * An amount and the day on which it was received go together, as do a certificate and its day, and a certificate needs an amount.
 *
 * Returns: %FALSE with PS_STORE_ERROR_RULE in words, or PS_STORE_ERROR_CONFLICT
 */
gboolean
ps_statements_save (PsStore *store, const char *actor, const PsRegion *region, const PsProductionStatement *before,
                    const PsProductionStatement *after, gint64 *record, GError **error)
{
  const PsProvider *provider = ps_region_provider (region, after->provider);
  gboolean is_new = before == NULL || before->id == 0;
  g_autoptr (PsChange) change = ps_desk_change_new (is_new ? "create" : "edit", "statement:%s:%d", provider->agb, after->year);
  g_autoptr (PsRecord) wanted = make_record (region, after);

  g_return_val_if_fail (is_new || (before->id == after->id && before->year == after->year), FALSE);
  if (!check_stated (after, error) || !check_certified (after, error))
    return FALSE;
  if (is_new)
    {
      if (!check_is_new (store, region, after, error))
        return FALSE;
      ps_change_insert (change, wanted);
    }
  else
    {
      g_autoptr (PsRecord) shown = make_record (region, before);

      ps_change_update (change, shown, wanted);
    }
  return ps_desk_apply (store, g_steal_pointer (&change), actor, NULL, record, error);
}
