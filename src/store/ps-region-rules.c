/* ps-region-rules.c: what must hold of rows together, after any change and any undo
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The same rules as ps-verify.c looks for, here for what was touched, and in words for who touched it.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-change-private.h"

/* The numbers in `column` of the rows of `table` that were touched, as a JSON array; column NULL: their ids. NULL: none. */
static char *
touched (PsApplying *applying, const char *table, const char *column)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < applying->done->len; i++)
    {
      const PsRowChange *row = g_ptr_array_index (applying->done, i);
      const PsRecord *sides[] = { row->before, row->after };

      for (guint j = 0; j < 2 && strcmp (ps_row_change_table (row), table) == 0; j++)
        if (sides[j] != NULL)
          g_string_append_printf (json, "%s%" G_GINT64_FORMAT, json->len > 1 ? "," : "",
                                  column == NULL ? ps_record_get_id (sides[j]) : ps_record_get_number (sides[j], column));
    }
  if (json->len == 1)
    return NULL;
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

/* The first row of `sql`, in which ?1 is `ids`: its two ids, 0 where there is none. */
static gboolean
find_two (PsApplying *applying, const char *sql, const char *ids, gint64 *first, gint64 *second, GError **error)
{
  PsStatement *select = ps_rows_statement (applying->rows, sql, error);
  gboolean row;

  *first = *second = 0;
  if (select == NULL)
    return FALSE;
  if (ids != NULL)
    ps_sql_bind_text (select, 1, ids);
  if (!ps_sql_step_row (applying->store, select, &row, error))
    return FALSE;
  if (row)
    {
      *first = sqlite3_column_int64 (select, 0);
      *second = sqlite3_column_int64 (select, 1);
    }
  sqlite3_reset (select);
  return TRUE;
}

static char *
title_of (PsApplying *applying, const char *table, gint64 id)
{
  g_autoptr (PsRecord) record = ps_rows_read (applying->rows, table, id, NULL);

  return record != NULL ? ps_row_words_title (applying->words, record) : g_strdup ("");
}

static gboolean
refuse_overlap (PsApplying *applying, gint64 id, gint64 other_id, GError **error)
{
  g_autofree char *title = title_of (applying, "tariff", id);
  g_autoptr (PsRecord) other = ps_rows_read (applying->rows, "tariff", other_id, error);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *tariff = NULL;

  if (other == NULL)
    return FALSE;
  from = ps_format_date (ps_record_get_date (other, "valid_from"));
  to = ps_format_date (ps_record_get_date (other, "valid_to"));
  tariff = ps_format_tariff (ps_record_get_number (other, "tariff_e4"));
  if (ps_record_get_date (other, "valid_to") == PS_DATE_OPEN)
    /* Translators: which tariff, a date, an amount */
    ps_change_refuse (error, _("%s overlaps the one from %s on (%s)."), title, from, tariff);
  else
    /* Translators: which tariff, two dates, an amount */
    ps_change_refuse (error, _("%s overlaps the one from %s through %s (%s)."), title, from, to, tariff);
  return FALSE;
}

static gboolean
check_tariffs (PsApplying *applying, GError **error)
{
  g_autofree char *ids = touched (applying, "tariff", NULL);
  gint64 id, other;

  if (ids == NULL)
    return TRUE;
  if (!find_two (applying,
                 "SELECT t.id, o.id FROM json_each (?1) j JOIN tariff t ON t.id = j.value"
                 " JOIN tariff o ON o.product_id = t.product_id AND ifnull (o.provider_id, 0) = ifnull (t.provider_id, 0)"
                 " AND o.id <> t.id AND o.valid_from <= ifnull (t.valid_to, 2147483647)"
                 " AND ifnull (o.valid_to, 2147483647) >= t.valid_from LIMIT 1",
                 ids, &id, &other, error))
    return FALSE;
  return id == 0 || refuse_overlap (applying, id, other, error);
}

/* A scheme without any step pays nothing, and no file can hold it. */
static gboolean
check_steps (PsApplying *applying, const char *table, const char *column, GError **error)
{
  g_autofree char *ids = touched (applying, table, column);
  gint64 id, unused;

  if (ids == NULL)
    return TRUE;
  if (!find_two (applying,
                 "SELECT id, 0 FROM scheme WHERE id IN (SELECT value FROM json_each (?1))"
                 " AND id NOT IN (SELECT scheme_id FROM scheme_step) LIMIT 1",
                 ids, &id, &unused, error))
    return FALSE;
  if (id != 0)
    ps_change_refuse (error, _("Incentive scheme “%s” needs at least one step."),
                      ps_row_words_reference (applying->words, "scheme", id));
  return id == 0;
}

/* domain.md §5: the first band from 0; bands or a cliff, not both. */
static gboolean
check_schemes (PsApplying *applying, GError **error)
{
  g_autofree char *ids = touched (applying, "scheme_step", "scheme_id");
  gint64 mixed, without_zero, unused;

  if (!check_steps (applying, "scheme", NULL, error) || !check_steps (applying, "scheme_step", "scheme_id", error))
    return FALSE;
  if (ids == NULL)
    return TRUE;
  if (!find_two (applying,
                 "SELECT scheme_id, 0 FROM scheme_step WHERE scheme_id IN (SELECT value FROM json_each (?1)) AND kind < 3"
                 " GROUP BY scheme_id HAVING count (DISTINCT kind) > 1",
                 ids, &mixed, &unused, error)
      || !find_two (applying,
                    "SELECT scheme_id, 0 FROM scheme_step WHERE scheme_id IN (SELECT value FROM json_each (?1)) AND kind < 3"
                    " GROUP BY scheme_id HAVING min (from_value) > 0",
                    ids, &without_zero, &unused, error))
    return FALSE;
  if (mixed != 0)
    ps_change_refuse (error, _("Incentive scheme “%s” would mix bands that are paid part by part with a cliff."),
                      ps_row_words_reference (applying->words, "scheme", mixed));
  else if (without_zero != 0)
    ps_change_refuse (error, _("The lowest band of incentive scheme “%s” is not from 0 %%."),
                      ps_row_words_reference (applying->words, "scheme", without_zero));
  return mixed == 0 && without_zero == 0;
}

static gboolean
check_agreed_lines (PsApplying *applying, GError **error)
{
  g_autofree char *ids = touched (applying, "agreement_version", NULL);
  gint64 id, unused;

  if (ids == NULL)
    return TRUE;
  if (!find_two (applying,
                 "SELECT agreement_id, 0 FROM agreement_version WHERE id IN (SELECT value FROM json_each (?1)) AND is_current = 1"
                 " AND id NOT IN (SELECT version_id FROM agreement_line) LIMIT 1",
                 ids, &id, &unused, error))
    return FALSE;
  if (id != 0)
    ps_change_refuse (error, _("Performance agreement %s cannot be agreed: it has no lines."),
                      ps_row_words_reference (applying->words, "agreement", id));
  return id == 0;
}

/* Once anything was agreed one version counts; drafts never do, and there is one at most. */
static gboolean
check_versions (PsApplying *applying, GError **error)
{
  g_autofree char *ids = touched (applying, "agreement_version", "agreement_id");
  gint64 id, unused;

  if (ids == NULL)
    return TRUE;
  if (!find_two (applying,
                 "SELECT a.id, 0 FROM agreement a LEFT JOIN agreement_version v ON v.agreement_id = a.id"
                 " WHERE a.id IN (SELECT value FROM json_each (?1)) GROUP BY a.id"
                 " HAVING count (v.id) = 0 OR total (v.state = 1) > 1 OR total (v.state = 1 AND v.is_current = 1) > 0"
                 " OR total (v.is_current) <> (total (v.state > 1) > 0)",
                 ids, &id, &unused, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  ps_change_refuse (error,
                    _("Performance agreement %s must have one version that counts, or only a draft; and one draft at most."),
                    ps_row_words_reference (applying->words, "agreement", id));
  return FALSE;
}

/* domain.md §5: within a scope of exchange one scheme; lump sums are in none. A group's segment decides on scopes too. */
#define MIXED                                                                                                                    \
  "SELECT v.agreement_id, 0 FROM agreement_version v JOIN agreement_line l ON l.version_id = v.id"                               \
  " JOIN product_group g ON g.id = l.group_id WHERE v.is_current = 1 AND v.exchange < 4 AND l.lump_sum = 0"
#define MIXED_WITHIN                                                                                                             \
  " GROUP BY v.id, CASE v.exchange WHEN 1 THEN 0 WHEN 2 THEN g.segment_id ELSE l.group_id END"                                   \
  " HAVING count (DISTINCT ifnull (l.scheme_id, 0)) > 1"

static gboolean
check_scopes (PsApplying *applying, GError **error)
{
  static const struct
  {
    const char *table, *column, *sql;
  } queries[] = {
    { "agreement_version", NULL, MIXED " AND v.id IN (SELECT value FROM json_each (?1))" MIXED_WITHIN },
    { "agreement_line", "version_id", MIXED " AND v.id IN (SELECT value FROM json_each (?1))" MIXED_WITHIN },
    { "product_group", NULL,
      MIXED
      " AND v.id IN (SELECT version_id FROM agreement_line WHERE group_id IN (SELECT value FROM json_each (?1)))" MIXED_WITHIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *ids = touched (applying, queries[i].table, queries[i].column);
      gint64 id, unused;

      if (ids == NULL)
        continue;
      if (!find_two (applying, queries[i].sql, ids, &id, &unused, error))
        return FALSE;
      if (id == 0)
        continue;
      ps_change_refuse (error,
                        _("Lines of performance agreement %s between which money may be exchanged would have different "
                           "incentive schemes."),
                        ps_row_words_reference (applying->words, "agreement", id));
      return FALSE;
    }
  return TRUE;
}

/* An AGB code is of one provider on any day: its own until it ended, others as they are dated. */
static gboolean
check_agbs (PsApplying *applying, GError **error)
{
  gint64 a, b;

  if (!find_two (applying,
                 "WITH uses (provider_id, agb, since, until) AS (SELECT id, agb, -2147483648, ifnull (ended_on, 2147483647) FROM"
                 " provider UNION ALL SELECT provider_id, agb, ifnull (valid_from, -2147483648), ifnull (valid_to, 2147483647)"
                 " FROM provider_agb) SELECT a.provider_id, b.provider_id FROM uses a JOIN uses b ON b.agb = a.agb"
                 " AND a.provider_id < b.provider_id AND a.since <= b.until AND b.since <= a.until LIMIT 1",
                 NULL, &a, &b, error))
    return FALSE;
  if (a != 0)
    {
      g_autofree char *first = title_of (applying, "provider", a);
      g_autofree char *second = title_of (applying, "provider", b);

      /* Translators: two providers */
      ps_change_refuse (error, _("%s and %s would have the same AGB code at the same time."), first, second);
    }
  return a == 0;
}

static gboolean
check_mergers (PsApplying *applying, GError **error)
{
  gint64 id, unused;

  if (!find_two (applying,
                 "WITH RECURSIVE chain (start, at) AS (SELECT id, merged_into FROM provider WHERE merged_into IS NOT NULL UNION"
                 " SELECT c.start, p.merged_into FROM chain c JOIN provider p ON p.id = c.at WHERE p.merged_into IS NOT NULL)"
                 " SELECT start, 0 FROM chain WHERE start = at LIMIT 1",
                 NULL, &id, &unused, error))
    return FALSE;
  if (id != 0)
    {
      g_autofree char *title = title_of (applying, "provider", id);

      ps_change_refuse (error, _("%s would go on in itself."), title);
    }
  return id == 0;
}

static gboolean
check_providers (PsApplying *applying, GError **error)
{
  g_autofree char *providers = touched (applying, "provider", NULL);
  g_autofree char *agbs = touched (applying, "provider_agb", NULL);

  if (providers == NULL && agbs == NULL)
    return TRUE;
  return check_agbs (applying, error) && check_mergers (applying, error);
}

/* A line is of its assignment's provider: one that came after the assignment had gone over keeps it there. */
static gboolean
check_lines (PsApplying *applying, GError **error)
{
  gint64 id, unused;

  if (!applying->moved)
    return TRUE;
  if (!find_two (applying,
                 "SELECT l.id, 0 FROM declaration_line l CROSS JOIN assignment a ON a.id = l.assignment_id"
                 " WHERE a.provider_id <> l.provider_id LIMIT 1",
                 NULL, &id, &unused, error))
    return FALSE;
  if (id != 0)
    {
      g_autofree char *title = title_of (applying, "declaration_line", id);

      ps_change_refuse (error, _("%s is of an assignment that would go over to another provider without it."), title);
    }
  return id == 0;
}

gboolean
ps_region_rules_check (PsApplying *applying, GError **error)
{
  return check_tariffs (applying, error) && check_schemes (applying, error) && check_versions (applying, error)
         && check_agreed_lines (applying, error) && check_scopes (applying, error) && check_providers (applying, error)
         && check_lines (applying, error) && ps_contract_rules_check (applying, error);
}
