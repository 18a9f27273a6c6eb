/* ps-writer-agreements.c: performance agreements
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row is a line of an agreement, and repeats what holds for all of it. The scheme must be the same within a scope of
 * exchange, which takes in lines of the region that are not in the file (domain.md §5): that is seen at the end of the file.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-sorted-values.h"
#include "ps-writer-private.h"

typedef struct
{
  gint64 id; /* 0: new */
  gint64 version_id;
  gint64 group_id;
  gint64 municipality_id;
  gint64 segment_id; /* the group's */
  gint64 scheme_id;  /* 0: none */
  gboolean lump_sum;
  gint64 present_scheme_id; /* what the region has of it, where id is not 0 */
  gboolean present_lump_sum;
  gint64 ceiling_cents;
  gint64 places_milli;
  gboolean in_file;
  gboolean refused; /* and not in the region */
  PsOrigin origin;
  char *scheme; /* as the file names it, for messages */
} Line;

/* An agreement of which this file has rows; the first row decides what holds for all of it, the first of the last file that is. */
typedef struct
{
  gint64 provider_id;
  int year;
  PsOrigin origin;
  PsExchange exchange;
  PsDivisionKey key;
  PsPlaceMeasuring measuring;
  int under_bp;
  int over_bp;
  gint64 id;
  gint64 version_id;
  GPtrArray *lines; /* Line: those of the file, then those of the region that it does not name */
} Agreement;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->scheme);
  g_free (line);
}

static void
agreement_free (gpointer data)
{
  Agreement *agreement = data;

  g_ptr_array_unref (agreement->lines);
  g_free (agreement);
}

static guint
hash_agreement (gconstpointer data)
{
  const Agreement *agreement = data;

  return (guint) agreement->provider_id * 211 + (guint) agreement->year;
}

static gboolean
same_agreement (gconstpointer a, gconstpointer b)
{
  const Agreement *x = a, *y = b;

  return x->provider_id == y->provider_id && x->year == y->year;
}

static Agreement *
need_agreement (PsWriter *writer, gint64 provider_id, const PsAgreementRow *row)
{
  Agreement wanted = { .provider_id = provider_id, .year = row->year };
  Agreement *agreement;

  if (writer->agreements == NULL)
    writer->agreements = g_hash_table_new_full (hash_agreement, same_agreement, NULL, agreement_free);
  agreement = g_hash_table_lookup (writer->agreements, &wanted);
  if (agreement == NULL)
    {
      agreement = g_memdup2 (&wanted, sizeof wanted);
      agreement->lines = g_ptr_array_new_with_free_func (line_free);
      g_hash_table_insert (writer->agreements, agreement, agreement);
    }
  else if (agreement->origin.file == row->origin.file)
    return agreement;
  agreement->origin = row->origin;
  agreement->exchange = row->exchange;
  agreement->key = row->key;
  agreement->measuring = row->measuring;
  agreement->under_bp = row->under_bp;
  agreement->over_bp = row->over_bp;
  return agreement;
}

/* The column in which the row differs from the agreement's first row; NULL: none. */
static const char *
differing_column (const Agreement *agreement, const PsAgreementRow *row)
{
  if (agreement->exchange != row->exchange)
    return "uitruil";
  if (agreement->key != row->key)
    return "verdeelsleutel";
  if (agreement->under_bp != row->under_bp)
    return "bandbreedte_onder_pct";
  if (agreement->over_bp != row->over_bp)
    return "bandbreedte_boven_pct";
  return agreement->measuring != row->measuring ? "plekmeting" : NULL;
}

static Line *
find_line (const Agreement *agreement, gint64 group_id, gint64 municipality_id)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      Line *line = g_ptr_array_index (agreement->lines, i);

      if (line->group_id == group_id && line->municipality_id == municipality_id)
        return line;
    }
  return NULL;
}

static gboolean
same_values (const Line *a, const Line *b)
{
  return a->lump_sum == b->lump_sum && a->ceiling_cents == b->ceiling_cents && a->places_milli == b->places_milli
         && a->scheme_id == b->scheme_id;
}

static PsPut
add_line (PsWriter *writer, Agreement *agreement, const Line *line, const PsAgreementRow *row)
{
  const char *column = differing_column (agreement, row);
  Line *known = find_line (agreement, line->group_id, line->municipality_id);
  Line *kept;

  if (column != NULL)
    return ps_writer_refuse (writer, row->origin, column, row->agb, _("differs from an earlier row of the same agreement"));
  if (known != NULL && known->origin.file == row->origin.file && same_values (known, line))
    return PS_PUT_UNCHANGED;
  if (known != NULL && known->origin.file == row->origin.file)
    return ps_writer_refuse_twice (writer, &(PsRowKey){ row->origin, "productgroep", row->group });
  if (known != NULL)
    {
      ps_writer_add_replaced (writer, known->origin.file);
      g_ptr_array_remove (agreement->lines, known);
    }
  kept = g_memdup2 (line, sizeof *line);
  kept->scheme = g_strdup (row->scheme);
  g_ptr_array_add (agreement->lines, kept);
  return PS_PUT_LATER;
}

PsPut
ps_writer_put_agreement (PsWriter *writer, const PsAgreementRow *row, GError **error)
{
  const PsCode *provider = ps_writer_need_code (writer, PS_CODES_PROVIDER, row->agb, row->origin, "agb");
  const PsCode *group = ps_writer_need_code (writer, PS_CODES_GROUP, row->group, row->origin, "productgroep");
  const PsCode *municipality = ps_writer_need_code (writer, PS_CODES_MUNICIPALITY, row->municipality, row->origin, "gemeente");
  const PsCode *scheme = NULL;
  Line line = { .lump_sum = row->lump_sum,
                .ceiling_cents = row->ceiling_cents,
                .places_milli = row->places_milli,
                .in_file = TRUE,
                .origin = row->origin };

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

static gboolean
load_ids (PsWriter *writer, Agreement *agreement, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (writer->store,
                           "SELECT a.id, v.id FROM agreement a"
                           " LEFT JOIN agreement_version v ON v.agreement_id = a.id AND v.is_current = 1"
                           " WHERE a.provider_id = ? AND a.year = ?",
                           error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, agreement->provider_id);
  sqlite3_bind_int (select, 2, agreement->year);
  if (!ps_sql_step_row (writer->store, select, &row, error))
    return FALSE;
  if (row)
    {
      agreement->id = sqlite3_column_int64 (select, 0);
      agreement->version_id = sqlite3_column_int64 (select, 1);
    }
  return TRUE;
}

static void
take_present_line (Agreement *agreement, PsStatement *row)
{
  Line *line = find_line (agreement, sqlite3_column_int64 (row, 1), sqlite3_column_int64 (row, 2));

  if (line == NULL)
    {
      line = g_new0 (Line, 1);
      line->group_id = sqlite3_column_int64 (row, 1);
      line->municipality_id = sqlite3_column_int64 (row, 2);
      line->segment_id = sqlite3_column_int64 (row, 3);
      line->scheme_id = sqlite3_column_int64 (row, 4);
      line->lump_sum = sqlite3_column_int (row, 5) != 0;
      g_ptr_array_add (agreement->lines, line);
    }
  line->id = sqlite3_column_int64 (row, 0);
  line->present_scheme_id = sqlite3_column_int64 (row, 4);
  line->present_lump_sum = sqlite3_column_int (row, 5) != 0;
}

/* The lines that the region has of it. */
static gboolean
load_lines (PsWriter *writer, Agreement *agreement, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select =
      ps_sql_prepare (writer->store,
                      "SELECT l.id, l.group_id, l.municipality_id, g.segment_id, l.scheme_id, l.lump_sum FROM agreement_line l"
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

static gboolean
same_scope (const Agreement *agreement, const Line *a, const Line *b)
{
  switch (agreement->exchange)
    {
    case PS_EXCHANGE_PROVIDER:
      return TRUE;
    case PS_EXCHANGE_SEGMENT:
      return a->segment_id == b->segment_id;
    case PS_EXCHANGE_GROUP:
      return a->group_id == b->group_id;
    case PS_EXCHANGE_LINE:
    default:
      return FALSE;
    }
}

/* The line that decides on the scheme of this one's scope: one that is not in the file, else the first of the file. */
static const Line *
deciding_line (const Agreement *agreement, const Line *line)
{
  const Line *first = NULL;

  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const Line *other = g_ptr_array_index (agreement->lines, i);

      if (other->lump_sum || other->refused || (other != line && !same_scope (agreement, line, other)))
        continue;
      if (!other->in_file)
        return other;
      if (first == NULL)
        first = other;
    }
  return first;
}

/* Of a line that is not taken the region keeps what it has, and that counts for the others. */
static void
leave_out (Line *line)
{
  line->in_file = FALSE;
  line->refused = line->id == 0;
  line->scheme_id = line->present_scheme_id;
  line->lump_sum = line->present_lump_sum;
}

static void
refuse_line (PsWriter *writer, Line *line, const char *column, const char *value, const char *reason)
{
  ps_writer_refuse (writer, line->origin, column, value, reason);
  leave_out (line);
}

static gboolean
has_other_scheme (const Agreement *agreement, const Line *line)
{
  return !line->lump_sum && !line->refused && deciding_line (agreement, line)->scheme_id != line->scheme_id;
}

/* Lines that keep what they have in the region: a file that widens the exchange may bring them into one scope. */
static gboolean
present_lines_differ (const Agreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (agreement->lines, i);

      if (!line->in_file && has_other_scheme (agreement, line))
        return TRUE;
    }
  return FALSE;
}

/* No row of the file can be taken without what all of them say of the exchange; nor one of an earlier file, as long as those of the
 * last file stand. */
static void
refuse_exchange (PsWriter *writer, Agreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      Line *line = g_ptr_array_index (agreement->lines, i);

      if (line->in_file && line->origin.file != agreement->origin.file)
        leave_out (line);
      else if (line->in_file)
        refuse_line (writer, line, "uitruil", ps_words_csv (PS_WORDS_EXCHANGE, agreement->exchange),
                     _("lines of this agreement that are in the region already, and would then exchange money, have different "
                        "incentive schemes"));
    }
}

static gboolean
refuse_differing_lines (PsWriter *writer, Agreement *agreement)
{
  gboolean any = FALSE;

  for (guint i = 0; i < agreement->lines->len; i++)
    {
      Line *line = g_ptr_array_index (agreement->lines, i);

      if (!line->in_file || !has_other_scheme (agreement, line))
        continue;
      refuse_line (writer, line, "regeling", line->scheme,
                   _("lines between which money may be exchanged have the same incentive scheme"));
      any = TRUE;
    }
  return any;
}

/* Within a scope one scheme; lump sums are in none (domain.md §5). What is refused leaves what the region has, which may differ
 * from other lines in turn. */
static void
refuse_other_schemes (PsWriter *writer, Agreement *agreement)
{
  do
    if (present_lines_differ (agreement))
      refuse_exchange (writer, agreement);
  while (refuse_differing_lines (writer, agreement));
}

static void
bind_agreement (PsStatement *statement, gconstpointer data)
{
  const Agreement *agreement = data;

  sqlite3_bind_int64 (statement, 2, agreement->provider_id);
  sqlite3_bind_int (statement, 3, agreement->year);
}

/* A file's agreement is an agreed one, and the first version of it. */
static void
bind_new_version (PsStatement *statement, gconstpointer data)
{
  const Agreement *agreement = data;

  sqlite3_bind_int64 (statement, 2, agreement->id);
  sqlite3_bind_int (statement, 3, 1);
  sqlite3_bind_int (statement, 4, 2);
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

static PsPut
store_head (PsWriter *writer, Agreement *agreement, GError **error)
{
  PsRowKey key = { agreement->origin, "agb", NULL };
  PsPut put = ps_writer_put_row (writer, PS_TABLE_AGREEMENT, &agreement->id, bind_agreement, agreement, &key, error);

  if (!is_stored (put))
    return put;
  return ps_writer_put_row (writer, PS_TABLE_VERSION, &agreement->version_id, bind_new_version, agreement, &key, error);
}

static void
bind_agreement_line (PsStatement *statement, gconstpointer data)
{
  const Line *line = data;

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
store_lines (PsWriter *writer, Agreement *agreement, PsPut head, GError **error)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      Line *line = g_ptr_array_index (agreement->lines, i);
      PsRowKey key = { line->origin, "productgroep", NULL };
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
has_lines_to_store (const Agreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (agreement->lines, i);

      if (line->in_file && !line->refused)
        return TRUE;
    }
  return FALSE;
}

static gboolean
end_agreement (PsWriter *writer, Agreement *agreement, GError **error)
{
  PsPut head;

  if (!load_ids (writer, agreement, error) || !load_lines (writer, agreement, error))
    return FALSE;
  refuse_other_schemes (writer, agreement);
  if (!has_lines_to_store (agreement))
    return TRUE;
  head = store_head (writer, agreement, error);
  if (!is_stored (head))
    return head != PS_PUT_FAILED;
  return store_lines (writer, agreement, head, error);
}

static int
compare_agreements (gconstpointer a, gconstpointer b)
{
  return ps_origin_compare ((*(Agreement *const *) a)->origin, (*(Agreement *const *) b)->origin);
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
