/* ps-store-details.c: what a page asks of the region file beside the figures
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-sql.h"

static GArray *
list_years (PsStore *store, const char *sql, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (PsStatement) select = ps_sql_prepare (store, sql, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (store, select, &row, error))
    {
      int year;

      if (!row)
        return g_steal_pointer (&years);
      year = sqlite3_column_int (select, 0);
      g_array_append_val (years, year);
    }
  return NULL;
}

GArray *
ps_store_list_years (PsStore *store, GError **error)
{
  return list_years (store,
                     "SELECT year FROM agreement UNION SELECT year FROM line_block"
                     " UNION SELECT CAST (strftime ('%Y', month * 86400, 'unixepoch') AS INTEGER)"
                     " FROM (SELECT DISTINCT month FROM advance) ORDER BY 1",
                     error);
}

GArray *
ps_store_list_peil_years (PsStore *store, GError **error)
{
  return list_years (
      store, "SELECT DISTINCT CAST (strftime ('%Y', day * 86400, 'unixepoch') AS INTEGER) FROM peildatum ORDER BY 1", error);
}

/* How far a provider's declarations of a year reach. */
typedef struct
{
  gint64 provider_id;
  int day;
  gint64 n_lines;
} Reach;

/* Of every provider of the year: the rows lie together by provider in the index that has all that is asked. */
static GArray *
load_reaches (PsStore *store, int year, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store, "SELECT provider_id, last_day, n_lines FROM line_block WHERE year = ? ORDER BY provider_id", error);
  g_autoptr (GArray) reaches = g_array_new (FALSE, FALSE, sizeof (Reach));
  gboolean row;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int (select, 1, year);
  while (ps_sql_step_row (store, select, &row, error))
    {
      Reach *last = reaches->len > 0 ? &g_array_index (reaches, Reach, reaches->len - 1) : NULL;
      Reach reach;

      if (!row)
        return g_steal_pointer (&reaches);
      reach = (Reach){ sqlite3_column_int64 (select, 0), sqlite3_column_int (select, 1), sqlite3_column_int64 (select, 2) };
      if (last == NULL || last->provider_id != reach.provider_id)
        g_array_append_val (reaches, reach);
      else
        *last = (Reach){ reach.provider_id, MAX (last->day, reach.day), last->n_lines + reach.n_lines };
    }
  return NULL;
}

/* Who reaches furthest first. */
static int
compare_reaches (gconstpointer a, gconstpointer b)
{
  const Reach *x = a, *y = b;

  return (x->day < y->day) - (x->day > y->day);
}

/* Of each provider the last day that it declared; of those the one that half of the year's lines reach. A single line with an odd
 * date, or a provider that declares late, does not move it. Every page asks this of all providers: added up here it takes a
 * quarter of what SQL needs for it. */
gboolean
ps_store_complete_through (PsStore *store, int year, PsDate *day, GError **error)
{
  g_autoptr (GArray) reaches = load_reaches (store, year, error);
  gint64 n_all = 0, n_reach = 0;

  *day = ps_date_year_start (year) - 1;
  if (reaches == NULL)
    return FALSE;
  for (guint i = 0; i < reaches->len; i++)
    n_all += g_array_index (reaches, Reach, i).n_lines;
  g_array_sort (reaches, compare_reaches);
  for (guint i = 0; i < reaches->len; i++)
    {
      const Reach *reach = &g_array_index (reaches, Reach, i);

      n_reach += reach->n_lines;
      if (2 * n_reach < n_all)
        continue;
      /* A month of which only some lines are there is not complete. */
      *day = ps_date_last_month_end (MIN (reach->day, ps_date_year_end (year)));
      break;
    }
  return TRUE;
}

/**
 * ps_store_known_through: to which day starts and stops of care are known, which are reported sooner than care is declared.
 * @complete: to which declarations are; it is never before that
 *
 * The last start that was reported. Of a provider that has planned ones nobody knows what was reported last, so it says nothing; where all
 * of them have, that is @today.
 */
gboolean
ps_store_known_through (PsStore *store, PsDate today, PsDate complete, PsDate *day, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store,
                      "SELECT coalesce ((SELECT max (last_start) FROM care_block WHERE last_start <= ?1),"
                      " (SELECT ?1 FROM care_block LIMIT 1), ?2)",
                      error);
  gboolean row;

  *day = complete;
  if (select == NULL)
    return FALSE;
  ps_sql_bind_date (select, 1, today);
  ps_sql_bind_date (select, 2, PS_DATE_MIN);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  if (row)
    *day = MAX (complete, sqlite3_column_int (select, 0));
  return TRUE;
}

static void
line_detail_free (gpointer data)
{
  PsLineDetail *detail = data;

  g_free (detail->reference);
  g_free (detail->declaration_number);
  g_free (detail->assignment_number);
  g_free (detail->client);
  g_free (detail);
}

static void
assignment_detail_free (gpointer data)
{
  PsAssignmentDetail *detail = data;

  g_free (detail->number);
  g_free (detail->client);
  g_free (detail);
}

static gpointer
read_line_detail (PsStatement *row)
{
  PsLineDetail *detail = g_new0 (PsLineDetail, 1);

  detail->id = sqlite3_column_int64 (row, 0);
  detail->reference = ps_sql_column_text (row, 1);
  detail->declaration_number = ps_sql_column_text (row, 2);
  detail->assignment_number = ps_sql_column_text (row, 3);
  detail->client = ps_sql_column_text (row, 4);
  detail->volume_milli = sqlite3_column_int64 (row, 5);
  detail->tariff_e4 = ps_sql_column_number (row, 6);
  detail->amount_cents = sqlite3_column_int64 (row, 7);
  detail->unit = (PsUnit) sqlite3_column_int (row, 8);
  detail->status = (PsLineStatus) sqlite3_column_int (row, 9);
  return detail;
}

static gpointer
read_assignment_detail (PsStatement *row)
{
  PsAssignmentDetail *detail = g_new0 (PsAssignmentDetail, 1);

  detail->id = sqlite3_column_int64 (row, 0);
  detail->number = ps_sql_column_text (row, 1);
  detail->client = ps_sql_column_text (row, 2);
  detail->start = sqlite3_column_int (row, 3);
  detail->end = ps_sql_column_date (row, 4);
  return detail;
}

typedef struct
{
  const char *sql;
  gpointer (*read) (PsStatement *row);
  GDestroyNotify destroy;
} DetailKind;

static const DetailKind line_details = { "SELECT l.id, l.reference, l.declaration_number, a.number, a.client, l.volume_milli, "
                                         "l.tariff_e4, l.amount_cents, l.unit, l.status"
                                         " FROM declaration_line l JOIN assignment a ON a.id = l.assignment_id WHERE l.id = ?",
                                         read_line_detail, line_detail_free };

static const DetailKind assignment_details = { "SELECT id, number, client, starts_on, ends_on FROM assignment WHERE id = ?",
                                               read_assignment_detail, assignment_detail_free };

/* One detail for each id, in their order; an id that is no longer there means that the figures are of an older state. */
static GPtrArray *
load_details (PsStore *store, const DetailKind *kind, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new_full (n_ids, kind->destroy);
  g_autoptr (PsStatement) select = ps_sql_prepare (store, kind->sql, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      sqlite3_bind_int64 (select, 1, ids[i]);
      if (!ps_sql_step_row (store, select, &row, error))
        return NULL;
      if (!row)
        {
          g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED,
                       _("The region was changed in the meantime: load the figures again."));
          return NULL;
        }
      g_ptr_array_add (details, kind->read (select));
      sqlite3_reset (select);
    }
  return g_steal_pointer (&details);
}

GPtrArray *
ps_store_line_details (PsStore *store, const gint64 *ids, gsize n_ids, GError **error)
{
  return load_details (store, &line_details, ids, n_ids, error);
}

GPtrArray *
ps_store_assignment_details (PsStore *store, const gint64 *ids, gsize n_ids, GError **error)
{
  return load_details (store, &assignment_details, ids, n_ids, error);
}

gboolean
ps_store_last_import (PsStore *store, gint64 *when, char **actor, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  *when = 0;
  *actor = NULL;
  select = ps_sql_prepare (store, "SELECT finished_at / 1000000, actor FROM import_run ORDER BY id DESC LIMIT 1", error);
  if (select == NULL || !ps_sql_step_row (store, select, &row, error))
    return FALSE;
  if (row)
    {
      *when = sqlite3_column_int64 (select, 0);
      *actor = ps_sql_column_text (select, 1);
    }
  return TRUE;
}
