/* ps-writer-agreements.c: performance agreements
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row is a line of an agreement, and repeats what holds for all of it. The scheme must be the same within a scope of
 * exchange, which takes in lines of the region that are not in the file (domain.md §5): that is seen at the end of the file (ps-writer-scopes.c).
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-agreement.h"
#include "ps-sorted-values.h"
#include "ps-writer-agreements.h"

static void
line_free (gpointer data)
{
  PsPendingLine *line = data;

  g_free (line->scheme);
  g_free (line->agb);
  g_free (line);
}

static void
agreement_free (gpointer data)
{
  PsPendingAgreement *agreement = data;

  g_ptr_array_unref (agreement->lines);
  g_free (agreement->agb);
  g_free (agreement);
}

static guint
hash_agreement (gconstpointer data)
{
  const PsPendingAgreement *agreement = data;

  return (guint) agreement->provider_id * 211 + (guint) agreement->year;
}

static gboolean
same_agreement (gconstpointer a, gconstpointer b)
{
  const PsPendingAgreement *x = a, *y = b;

  return x->provider_id == y->provider_id && x->year == y->year;
}

/* What holds for all of the agreement, as far as the row's file has columns for it. */
static void
take_terms (PsPendingAgreement *agreement, const PsAgreementRow *row, guint absent)
{
  agreement->exchange = row->exchange;
  if ((absent & PS_ABSENT_KEY) == 0)
    agreement->key = row->key;
  if ((absent & PS_ABSENT_MEASURING) == 0)
    agreement->measuring = row->measuring;
  if ((absent & PS_ABSENT_UNDER) == 0)
    agreement->under_bp = row->under_bp;
  if ((absent & PS_ABSENT_OVER) == 0)
    agreement->over_bp = row->over_bp;
  agreement->absent &= absent;
}

static PsPendingAgreement *
need_agreement (PsWriter *writer, gint64 provider_id, const PsAgreementRow *row)
{
  PsPendingAgreement wanted = { .provider_id = provider_id, .year = row->year };
  PsPendingAgreement *agreement;

  if (writer->agreements == NULL)
    writer->agreements = g_hash_table_new_full (hash_agreement, same_agreement, NULL, agreement_free);
  agreement = g_hash_table_lookup (writer->agreements, &wanted);
  if (agreement == NULL)
    {
      agreement = g_memdup2 (&wanted, sizeof wanted);
      take_terms (agreement, row, 0);
      agreement->absent = ~0U;
      agreement->lines = g_ptr_array_new_with_free_func (line_free);
      g_hash_table_insert (writer->agreements, agreement, agreement);
    }
  else if (agreement->origin.file == row->origin.file || strcmp (agreement->agb, row->agb) != 0)
    return agreement;
  agreement->origin = row->origin;
  g_free (agreement->agb);
  agreement->agb = g_strdup (row->agb);
  take_terms (agreement, row, ps_writer_get_absent (writer, row->origin.file));
  return agreement;
}

/* The column in which the row differs from the agreement's first row; NULL: none. */
static const char *
differing_column (const PsPendingAgreement *agreement, const PsAgreementRow *row, guint absent)
{
  if (agreement->exchange != row->exchange)
    return "uitruil";
  if ((absent & PS_ABSENT_KEY) == 0 && agreement->key != row->key)
    return "verdeelsleutel";
  if ((absent & PS_ABSENT_UNDER) == 0 && agreement->under_bp != row->under_bp)
    return "bandbreedte_onder_pct";
  if ((absent & PS_ABSENT_OVER) == 0 && agreement->over_bp != row->over_bp)
    return "bandbreedte_boven_pct";
  return (absent & PS_ABSENT_MEASURING) == 0 && agreement->measuring != row->measuring ? "plekmeting" : NULL;
}

static PsPendingLine *
find_line (const PsPendingAgreement *agreement, gint64 group_id, gint64 municipality_id)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      PsPendingLine *line = g_ptr_array_index (agreement->lines, i);

      if (line->group_id == group_id && line->municipality_id == municipality_id)
        return line;
    }
  return NULL;
}

static gboolean
same_values (const PsPendingLine *a, const PsPendingLine *b)
{
  return a->lump_sum == b->lump_sum && a->ceiling_cents == b->ceiling_cents && a->places_milli == b->places_milli
         && a->scheme_id == b->scheme_id;
}

/* What the file has no column for is what an earlier file said of the line. */
static void
take_earlier (PsPendingLine *line, const PsPendingLine *earlier)
{
  if ((line->absent & PS_ABSENT_LUMP_SUM) != 0)
    line->lump_sum = earlier->lump_sum;
  if ((line->absent & PS_ABSENT_PLACES) != 0)
    line->places_milli = earlier->places_milli;
  if ((line->absent & PS_ABSENT_SCHEME) != 0)
    line->scheme_id = earlier->scheme_id;
  line->absent &= earlier->absent;
}

static PsPut
add_line (PsWriter *writer, PsPendingAgreement *agreement, PsPendingLine *line, const PsAgreementRow *row)
{
  const char *column = differing_column (agreement, row, ps_writer_get_absent (writer, row->origin.file));
  PsPendingLine *known = find_line (agreement, line->group_id, line->municipality_id);
  PsPendingLine *kept;

  if (known != NULL && known->origin.file != row->origin.file)
    take_earlier (line, known);
  if (column != NULL)
    return ps_writer_refuse (writer, row->origin, column, row->agb, _("differs from an earlier row of the same agreement"));
  if (known != NULL && known->origin.file == row->origin.file && same_values (known, line))
    return PS_PUT_UNCHANGED;
  if (known != NULL && known->origin.file == row->origin.file)
    return ps_writer_refuse_twice (writer, &(PsRowKey){ row->origin, "productgroep", row->group });
  if (known != NULL && strcmp (known->agb, row->agb) != 0 && !same_values (known, line))
    return ps_writer_refuse_other_code (writer, &(PsRowKey){ row->origin, "agb", row->agb, row->agb, agreement->provider_id },
                                        known->agb);
  if (known != NULL)
    {
      ps_writer_add_replaced (writer, known->origin.file);
      g_ptr_array_remove (agreement->lines, known);
    }
  kept = g_memdup2 (line, sizeof *line);
  kept->scheme = g_strdup (row->scheme);
  kept->agb = g_strdup (row->agb);
  g_ptr_array_add (agreement->lines, kept);
  return PS_PUT_LATER;
}

/* Whether the provider has an agreement of the year. */
static gboolean
has_agreement (PsWriter *writer, gint64 provider_id, int year, gboolean *has, GError **error)
{
  g_autoptr (PsStatement) select = NULL;

  select = ps_sql_prepare (writer->store, "SELECT 1 FROM agreement WHERE provider_id = ?1 AND year = ?2", error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, provider_id);
  sqlite3_bind_int (select, 2, year);
  return ps_sql_step_row (writer->store, select, has, error);
}

/* Whom the code stood for on 1 January; but an agreement that stayed with the provider whose own code it is, when that went on in another,
 * is still its own. *provider becomes NULL where there is none, and the row is refused. */
static gboolean
need_party (PsWriter *writer, const PsAgreementRow *row, const PsCode **provider, GError **error)
{
  const PsCode *own = ps_writer_find_code (writer, PS_CODES_PROVIDER, row->agb);
  gboolean has = FALSE;

  *provider = ps_writer_need_provider (writer, row->agb, ps_date_year_start (row->year), row->origin);
  if (*provider == NULL || own->id == 0 || own->id == (*provider)->id)
    return TRUE;
  if (!has_agreement (writer, own->id, row->year, &has, error))
    return FALSE;
  if (has)
    *provider = own;
  return TRUE;
}

PsPut
ps_writer_put_agreement (PsWriter *writer, const PsAgreementRow *row, GError **error)
{
  const PsCode *provider = NULL;
  const PsCode *group = ps_writer_need_code (writer, PS_CODES_GROUP, row->group, row->origin, "productgroep");
  const PsCode *municipality = ps_writer_need_code (writer, PS_CODES_MUNICIPALITY, row->municipality, row->origin, "gemeente");
  const PsCode *scheme = NULL;
  PsPendingLine line = { .lump_sum = row->lump_sum,
                         .ceiling_cents = row->ceiling_cents,
                         .places_milli = row->places_milli,
                         .absent = ps_writer_get_absent (writer, row->origin.file),
                         .in_file = TRUE,
                         .origin = row->origin };

  if (!need_party (writer, row, &provider, error))
    return PS_PUT_FAILED;
  if (row->scheme != NULL)
    scheme = ps_writer_need_code (writer, PS_CODES_SCHEME, row->scheme, row->origin, "regeling");
  if (provider == NULL || group == NULL || municipality == NULL || (row->scheme != NULL && scheme == NULL))
    return PS_PUT_REFUSED;
  line.group_id = group->id;
  line.segment_id = group->segment_id;
  line.municipality_id = municipality->id;
  line.scheme_id = scheme != NULL ? scheme->id : 0;
  return add_line (writer, need_agreement (writer, provider->id, row), &line, row);
}

/* What no file says of the agreement as a whole stays what it is in the version that counts. */
static void
keep_terms (PsPendingAgreement *agreement, PsStatement *row)
{
  if ((agreement->absent & PS_ABSENT_KEY) != 0)
    agreement->key = (PsDivisionKey) sqlite3_column_int (row, 6);
  if ((agreement->absent & PS_ABSENT_MEASURING) != 0)
    agreement->measuring = (PsPlaceMeasuring) sqlite3_column_int (row, 7);
  if ((agreement->absent & PS_ABSENT_UNDER) != 0)
    agreement->under_bp = sqlite3_column_int (row, 8);
  if ((agreement->absent & PS_ABSENT_OVER) != 0)
    agreement->over_bp = sqlite3_column_int (row, 9);
}

static gboolean
load_ids (PsWriter *writer, PsPendingAgreement *agreement, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (
      writer->store,
      "SELECT a.id, v.id, v.number, v.state, (SELECT max (number) FROM agreement_version WHERE agreement_id = a.id),"
      " EXISTS (SELECT 1 FROM agreement_version WHERE agreement_id = a.id AND state = 1),"
      " v.division_key, v.measuring, ifnull (v.under_bp, -1), ifnull (v.over_bp, -1),"
      " EXISTS (SELECT 1 FROM settlement WHERE agreement_version_id = v.id AND state IN (2, 3))"
      " FROM agreement a LEFT JOIN agreement_version v ON v.agreement_id = a.id AND v.is_current = 1"
      " WHERE a.provider_id = ? AND a.year = ?",
      error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, agreement->provider_id);
  sqlite3_bind_int (select, 2, agreement->year);
  if (!ps_sql_step_row (writer->store, select, &row, error))
    return FALSE;
  agreement->number = 1;
  agreement->state = PS_VERSION_AGREED;
  if (!row)
    return TRUE;
  agreement->id = sqlite3_column_int64 (select, 0);
  agreement->version_id = sqlite3_column_int64 (select, 1);
  /* An agreement of which there is only a draft gets a version that counts beside it. */
  agreement->number = agreement->version_id != 0 ? sqlite3_column_int (select, 2) : sqlite3_column_int (select, 4) + 1;
  if (agreement->version_id == 0)
    return TRUE;
  agreement->state = sqlite3_column_int (select, 3);
  keep_terms (agreement, select);
  agreement->last_number = sqlite3_column_int (select, 4);
  agreement->is_drafted = sqlite3_column_int (select, 5) != 0;
  agreement->is_settled = sqlite3_column_int (select, 10) != 0;
  return TRUE;
}

static void
take_present_line (PsPendingAgreement *agreement, PsStatement *row)
{
  PsPendingLine *line = find_line (agreement, sqlite3_column_int64 (row, 1), sqlite3_column_int64 (row, 2));

  if (line == NULL)
    {
      line = g_new0 (PsPendingLine, 1);
      line->group_id = sqlite3_column_int64 (row, 1);
      line->municipality_id = sqlite3_column_int64 (row, 2);
      line->segment_id = sqlite3_column_int64 (row, 3);
      line->scheme_id = sqlite3_column_int64 (row, 4);
      line->lump_sum = sqlite3_column_int (row, 5) != 0;
      g_ptr_array_add (agreement->lines, line);
    }
  line->id = sqlite3_column_int64 (row, 0);
  if ((line->absent & PS_ABSENT_SCHEME) != 0)
    line->scheme_id = sqlite3_column_int64 (row, 4);
  if ((line->absent & PS_ABSENT_LUMP_SUM) != 0)
    line->lump_sum = sqlite3_column_int (row, 5) != 0;
  if ((line->absent & PS_ABSENT_PLACES) != 0)
    line->places_milli = ps_sql_column_number (row, 6);
  line->present_scheme_id = sqlite3_column_int64 (row, 4);
  line->present_lump_sum = sqlite3_column_int (row, 5) != 0;
}

/* The lines that the region has of it. */
static gboolean
load_lines (PsWriter *writer, PsPendingAgreement *agreement, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (writer->store,
                           "SELECT l.id, l.group_id, l.municipality_id, g.segment_id, l.scheme_id, l.lump_sum, l.places_milli"
                           " FROM agreement_line l"
                           " JOIN product_group g ON g.id = l.group_id WHERE l.version_id = ? ORDER BY l.id",
                           error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, agreement->version_id);
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      take_present_line (agreement, select);
    }
  return FALSE;
}

static void
bind_agreement (PsStatement *statement, gconstpointer data)
{
  const PsPendingAgreement *agreement = data;

  sqlite3_bind_int64 (statement, 2, agreement->provider_id);
  sqlite3_bind_int (statement, 3, agreement->year);
}

/* A file's agreement is an agreed one, and the first version of it; of one that is there the file changes the version that counts. */
static void
bind_version (PsStatement *statement, gconstpointer data)
{
  const PsPendingAgreement *agreement = data;

  sqlite3_bind_int64 (statement, 2, agreement->id);
  sqlite3_bind_int (statement, 3, agreement->number);
  sqlite3_bind_int (statement, 4, agreement->state);
  sqlite3_bind_int (statement, 5, 1);
  sqlite3_bind_int (statement, 6, agreement->exchange);
  sqlite3_bind_int (statement, 7, agreement->key);
  sqlite3_bind_int (statement, 8, agreement->measuring);
  ps_sql_bind_positive (statement, 9, agreement->under_bp);
  ps_sql_bind_positive (statement, 10, agreement->over_bp);
}

static gboolean
is_stored (PsPut put)
{
  return put != PS_PUT_FAILED && put != PS_PUT_REFUSED;
}

/* A draft would take back, once it is agreed, what a file changed beside it. */
static PsRowKey
key_of (const PsPendingAgreement *agreement, PsOrigin origin, const char *column, const char *agb)
{
  return (PsRowKey){ .origin = origin,
                     .column = column,
                     .agb = agb,
                     .provider_id = agreement->provider_id,
                     .is_drafted = agreement->is_drafted,
                     .is_copy = agreement->is_copy };
}

static PsPut
store_head (PsWriter *writer, PsPendingAgreement *agreement, GError **error)
{
  PsRowKey key = key_of (agreement, agreement->origin, "agb", agreement->agb);
  PsPut put = ps_writer_put_row (writer, PS_TABLE_AGREEMENT, &agreement->id, bind_agreement, agreement, &key, error);

  if (!is_stored (put))
    return put;
  return ps_writer_put_row (writer, PS_TABLE_VERSION, &agreement->version_id, bind_version, agreement, &key, error);
}

static void
bind_agreement_line (PsStatement *statement, gconstpointer data)
{
  const PsPendingLine *line = data;

  sqlite3_bind_int64 (statement, 2, line->version_id);
  sqlite3_bind_int64 (statement, 3, line->group_id);
  sqlite3_bind_int64 (statement, 4, line->municipality_id);
  sqlite3_bind_int (statement, 5, line->lump_sum);
  sqlite3_bind_int64 (statement, 6, line->ceiling_cents);
  ps_sql_bind_number (statement, 7, line->places_milli);
  if (line->scheme_id == 0)
    sqlite3_bind_null (statement, 8);
  else
    sqlite3_bind_int64 (statement, 8, line->scheme_id);
}

/* What the head of the agreement changed counts with the first line: a row is updated when any of it is. */
static gboolean
store_lines (PsWriter *writer, PsPendingAgreement *agreement, PsPut head, GError **error)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      PsPendingLine *line = g_ptr_array_index (agreement->lines, i);
      PsRowKey key = key_of (agreement, line->origin, "productgroep", line->agb);
      PsPut put;

      if (!line->in_file || line->refused)
        continue;
      line->version_id = agreement->version_id;
      put = ps_writer_put_row (writer, PS_TABLE_AGREEMENT_LINE, &line->id, bind_agreement_line, line, &key, error);
      if (put == PS_PUT_FAILED)
        return FALSE;
      ps_writer_count (&ps_writer_end_of (writer, line->origin.file)->later,
                       put == PS_PUT_UNCHANGED && head == PS_PUT_UPDATED ? PS_PUT_UPDATED : put);
    }
  return TRUE;
}

static gboolean
has_lines_to_store (const PsPendingAgreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const PsPendingLine *line = g_ptr_array_index (agreement->lines, i);

      if (line->in_file && !line->refused)
        return TRUE;
    }
  return FALSE;
}

/* The other rows of an agreement of which what holds for all of it cannot be taken. */
static void
refuse_rest (PsWriter *writer, const PsPendingAgreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const PsPendingLine *line = g_ptr_array_index (agreement->lines, i);

      if (line->in_file && !line->refused && ps_origin_compare (line->origin, agreement->origin) != 0)
        ps_writer_refuse (writer, line->origin, "agb", line->agb,
                          _("another row of the same agreement, which says the same of all of it, is refused"));
    }
}

/* Whether storing it would change anything: not where all of it is there already, or is refused. */
static gboolean
find_changes (PsWriter *writer, PsPendingAgreement *agreement, gboolean *changes, GError **error)
{
  PsRowKey key = key_of (agreement, agreement->origin, "agb", agreement->agb);
  PsPut put = ps_writer_foresee_row (writer, PS_TABLE_VERSION, agreement->version_id, bind_version, agreement, &key, error);
  gboolean refused = put == PS_PUT_REFUSED;

  *changes = put == PS_PUT_UPDATED;
  for (guint i = 0; put != PS_PUT_FAILED && !refused && i < agreement->lines->len; i++)
    {
      PsPendingLine *line = g_ptr_array_index (agreement->lines, i);
      PsRowKey line_key = key_of (agreement, line->origin, "productgroep", line->agb);

      if (!line->in_file || line->refused)
        continue;
      line->version_id = agreement->version_id;
      put = ps_writer_foresee_row (writer, PS_TABLE_AGREEMENT_LINE, line->id, bind_agreement_line, line, &line_key, error);
      *changes = *changes || put == PS_PUT_ADDED || put == PS_PUT_UPDATED;
    }
  return put != PS_PUT_FAILED;
}

/* What a settlement was proposed or made final by stays as it is: a file that says otherwise amends it (domain.md §6). */
static gboolean
amend_settled (PsWriter *writer, PsPendingAgreement *agreement, GError **error)
{
  gboolean changes;

  if (!agreement->is_settled || agreement->is_drafted)
    return TRUE;
  if (!find_changes (writer, agreement, &changes, error))
    return FALSE;
  return !changes || (ps_writer_copy_version (writer, agreement, error) && load_lines (writer, agreement, error));
}

static gboolean
end_agreement (PsWriter *writer, PsPendingAgreement *agreement, GError **error)
{
  PsPut head;

  if (!load_ids (writer, agreement, error) || !load_lines (writer, agreement, error))
    return FALSE;
  ps_writer_refuse_other_schemes (writer, agreement);
  if (!has_lines_to_store (agreement))
    return TRUE;
  if (!amend_settled (writer, agreement, error))
    return FALSE;
  head = store_head (writer, agreement, error);
  if (head == PS_PUT_REFUSED)
    refuse_rest (writer, agreement);
  if (!is_stored (head))
    return head != PS_PUT_FAILED;
  return store_lines (writer, agreement, head, error);
}

static int
compare_agreements (gconstpointer a, gconstpointer b)
{
  return ps_origin_compare ((*(PsPendingAgreement *const *) a)->origin, (*(PsPendingAgreement *const *) b)->origin);
}

gboolean
ps_writer_end_agreements (PsWriter *writer, GError **error)
{
  g_autoptr (GHashTable) agreements = g_steal_pointer (&writer->agreements);
  g_autoptr (GPtrArray) in_order = NULL;

  if (agreements == NULL)
    return TRUE;
  in_order = ps_sorted_values (agreements, compare_agreements);
  for (guint i = 0; i < in_order->len; i++)
    if (!end_agreement (writer, g_ptr_array_index (in_order, i), error))
      return FALSE;
  return TRUE;
}
