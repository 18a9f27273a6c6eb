/* ps-settled-rules.c: what a settlement that was proposed or is final stands on, and so stays as it is (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Its documents name things by their codes: with another code they would not be found again. Names are free.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-change-private.h"

gboolean
ps_settled_find_from (PsStore *store, gint64 provider_id, int first_year, PsLastSettled *settled, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  *settled = (PsLastSettled){ 0 };
  select = ps_sql_prepare (store,
                           "SELECT year, state FROM settlement WHERE provider_id = ?1 AND state IN (2, 3) AND year >= ?2"
                           " ORDER BY state DESC, year DESC LIMIT 1",
                           error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, provider_id);
  sqlite3_bind_int (select, 2, first_year);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  if (row)
    *settled = (PsLastSettled){ sqlite3_column_int (select, 0), sqlite3_column_int (select, 1) == 3 };
  return TRUE;
}

/* A settlement that has a line of it: ?1 the row, ?2 its code. */
#define USING                                                                                                                    \
  "SELECT p.agb, s.year FROM settlement s JOIN provider p ON p.id = s.provider_id WHERE s.state IN (2, 3)"                       \
  " AND EXISTS (SELECT 1 FROM settlement_line l WHERE l.settlement_id = s.id AND "
#define LAST_FIRST ") ORDER BY s.year DESC, s.id DESC LIMIT 1"

static const struct
{
  const char *table;
  const char *sql;
} coded[] = {
  { "product", USING "l.group_code = (SELECT g.code FROM product r JOIN product_group g ON g.id = r.group_id"
                     " WHERE r.id = ?1)" LAST_FIRST },
  { "product_group", USING "l.group_code = ?2" LAST_FIRST },
  { "segment", USING "l.group_code IN (SELECT code FROM product_group WHERE segment_id = ?1)" LAST_FIRST },
  { "municipality", USING "l.municipality_code = ?2" LAST_FIRST },
};

static void
refuse_code (PsApplying *applying, const PsRecord *before, PsStatement *user, GError **error)
{
  g_autofree char *title = ps_row_words_title (applying->words, before);
  const char *agb = (const char *) sqlite3_column_text (user, 0);
  int year = sqlite3_column_int (user, 1);

  if (strcmp (ps_record_get_table (before), "product") == 0)
    /* Translators: which thing, an AGB code and a year */
    ps_change_refuse (
        error, _("%s keeps its code, for the settlement of provider %s for %d was made with it: end it, and make a new one."),
        title, agb, year);
  else
    /* Translators: which thing, an AGB code and a year */
    ps_change_refuse (error, _("%s keeps its code, for the settlement of provider %s for %d was made with it: make a new one."),
                      title, agb, year);
}

static gboolean
check_code (PsApplying *applying, const PsRecord *before, const char *sql, GError **error)
{
  PsStatement *select = ps_rows_statement (applying->rows, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, ps_record_get_id (before));
  if (sqlite3_bind_parameter_count (select) >= 2)
    ps_sql_bind_text (select, 2, ps_record_get_text (before, "code"));
  if (!ps_sql_step_row (applying->store, select, &row, error))
    return FALSE;
  if (row)
    refuse_code (applying, before, select, error);
  sqlite3_reset (select);
  return !row;
}

gboolean
ps_settled_rules_check (PsApplying *applying, const PsRowChange *row, GError **error)
{
  if (row->before == NULL || row->after == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (coded); i++)
    if (strcmp (coded[i].table, ps_row_change_table (row)) == 0
        && g_strcmp0 (ps_record_get_text (row->before, "code"), ps_record_get_text (row->after, "code")) != 0)
      return check_code (applying, row->before, coded[i].sql, error);
  return TRUE;
}
