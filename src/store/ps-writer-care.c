/* ps-writer-care.c: assignments and their care periods
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-key-set.h"
#include "ps-writer-private.h"

typedef struct
{
  const PsAssignmentRow *row;
  gint64 municipality_id;
  gint64 provider_id;
  gint64 product_id; /* 0: aspecific */
  gint64 group_id;   /* 0: specific */
} ResolvedAssignment;

static void
bind_id (PsStatement *statement, int index, gint64 id)
{
  if (id == 0)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, id);
}

static void
bind_assignment (PsStatement *statement, gconstpointer data)
{
  const ResolvedAssignment *assignment = data;
  const PsAssignmentRow *row = assignment->row;

  sqlite3_bind_int64 (statement, 2, assignment->municipality_id);
  ps_sql_bind_text (statement, 3, row->number);
  ps_sql_bind_text (statement, 4, row->client);
  sqlite3_bind_int64 (statement, 5, assignment->provider_id);
  bind_id (statement, 6, assignment->product_id);
  bind_id (statement, 7, assignment->group_id);
  sqlite3_bind_int (statement, 8, row->start);
  ps_sql_bind_date (statement, 9, row->end);
  ps_sql_bind_number (statement, 10, row->volume_milli);
  sqlite3_bind_int (statement, 11, row->unit);
  sqlite3_bind_int (statement, 12, row->frequency);
  ps_sql_bind_number (statement, 13, row->budget_cents);
  sqlite3_bind_int (statement, 14, row->referrer);
}

static gboolean
resolve_assignment (PsWriter *writer, const PsAssignmentRow *row, ResolvedAssignment *assignment)
{
  const PsCode *provider = ps_writer_need_provider (writer, row->agb, row->start, row->origin);
  const PsCode *municipality = ps_writer_need_code (writer, PS_CODES_MUNICIPALITY, row->municipality, row->origin, "gemeente");
  const PsCode *what;

  if (row->product != NULL)
    what = ps_writer_need_code (writer, PS_CODES_PRODUCT, row->product, row->origin, "product");
  else
    what = ps_writer_need_code (writer, PS_CODES_GROUP, row->group, row->origin, "productgroep");
  if (provider == NULL || municipality == NULL || what == NULL)
    return FALSE;
  assignment->row = row;
  assignment->provider_id = provider->id;
  assignment->municipality_id = municipality->id;
  assignment->product_id = row->product != NULL ? what->id : 0;
  assignment->group_id = row->product != NULL ? 0 : what->id;
  return TRUE;
}

/* Which assignments have lines, read once: there is no index for it, since nothing else asks. */
static gboolean
load_with_lines (PsWriter *writer, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (writer->store, "SELECT assignment_id FROM declaration_line", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  ps_bits_clear (&writer->with_lines);
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      ps_bits_add (&writer->with_lines, sqlite3_column_int64 (select, 0));
    }
  return FALSE;
}

/* An assignment's lines carry its provider: once there are any it stays with them. */
static gboolean
has_lines (PsWriter *writer, const PsAssignmentRef *ref, gboolean *has, GError **error)
{
  PsTable *lines = ps_writer_table (writer, PS_TABLE_LINE, error);

  if (lines == NULL)
    return FALSE;
  if (writer->with_lines_next_id != lines->next_id && !load_with_lines (writer, error))
    return FALSE;
  writer->with_lines_next_id = lines->next_id;
  *has = ps_bits_has (&writer->with_lines, ref->id);
  return TRUE;
}

/* Indices of a table that was empty before a bulk run are made at its end: the map knows every assignment. */
static gboolean
prepare_assignments (PsWriter *writer, GError **error)
{
  if (writer->tables[PS_TABLE_ASSIGNMENT] != NULL)
    return TRUE;
  if (ps_writer_table (writer, PS_TABLE_ASSIGNMENT, error) == NULL)
    return FALSE;
  if (!ps_bulk_is_on (writer->bulk) || !ps_assignment_map_is_whole (writer->assignments))
    return TRUE;
  return ps_bulk_drop_indices (writer->bulk, "assignment", error);
}

static PsPut
put_resolved (PsWriter *writer, const ResolvedAssignment *assignment, PsAssignmentRef *ref, GError **error)
{
  const PsAssignmentRow *row = assignment->row;
  PsRowKey key = { row->origin, "toewijzingnummer", row->number };
  PsPut put = ps_writer_put_row (writer, PS_TABLE_ASSIGNMENT, &ref->id, bind_assignment, assignment, &key, error);

  if (put != PS_PUT_ADDED && put != PS_PUT_UPDATED)
    return put;
  if (put == PS_PUT_UPDATED)
    ps_bits_add (&writer->touched, ref->provider_id);
  ref->provider_id = assignment->provider_id;
  ps_bits_add (&writer->touched, ref->provider_id);
  if (!ps_assignment_map_set (writer->assignments, assignment->municipality_id, row->number, ref, error))
    return PS_PUT_FAILED;
  return put;
}

PsPut
ps_writer_put_assignment (PsWriter *writer, const PsAssignmentRow *row, GError **error)
{
  ResolvedAssignment assignment;
  PsAssignmentRef ref;
  gboolean has = FALSE;

  if (!prepare_assignments (writer, error))
    return PS_PUT_FAILED;
  if (!resolve_assignment (writer, row, &assignment))
    return PS_PUT_REFUSED;
  if (!ps_assignment_map_find (writer->assignments, assignment.municipality_id, row->number, &ref, error))
    return PS_PUT_FAILED;
  if (ref.id != 0 && ref.provider_id != assignment.provider_id && !has_lines (writer, &ref, &has, error))
    return PS_PUT_FAILED;
  if (has)
    return ps_writer_refuse (writer, row->origin, "agb", row->agb,
                             _("this assignment has declaration lines of another provider, and stays with it"));
  return put_resolved (writer, &assignment, &ref, error);
}

typedef struct
{
  const PsCareRow *row;
  gint64 assignment_id;
} ResolvedCare;

static void
bind_care (PsStatement *statement, gconstpointer data)
{
  const ResolvedCare *care = data;
  const PsCareRow *row = care->row;

  sqlite3_bind_int64 (statement, 2, care->assignment_id);
  sqlite3_bind_int (statement, 3, row->start);
  ps_sql_bind_date (statement, 4, row->stop);
  sqlite3_bind_int (statement, 5, row->reason);
  ps_sql_bind_date (statement, 6, row->sent_305);
  ps_sql_bind_date (statement, 7, row->sent_307);
}

static guint64
care_key (gint64 assignment_id, PsDate start)
{
  return (guint64) assignment_id << 32 | (guint32) start;
}

/* In a bulk run on an empty table a set in memory stands in for the key's index, until a key comes twice. */
static gboolean
prepare_care (PsWriter *writer, GError **error)
{
  PsTable *table = writer->tables[PS_TABLE_CARE];

  if (table != NULL)
    return TRUE;
  table = ps_writer_table (writer, PS_TABLE_CARE, error);
  if (table == NULL)
    return FALSE;
  if (!ps_bulk_is_on (writer->bulk) || !table->was_empty)
    return TRUE;
  writer->care_keys = ps_key_set_new ();
  return ps_bulk_drop_indices (writer->bulk, "care_period", error);
}

/* The id of the care period with that assignment and start; 0 where there is none. */
static gboolean
find_care (PsWriter *writer, gint64 assignment_id, PsDate start, gint64 *id, GError **error)
{
  gboolean row;

  *id = 0;
  if (writer->care_keys != NULL)
    {
      if (ps_key_set_add (writer->care_keys, care_key (assignment_id, start)))
        return TRUE;
      g_clear_pointer (&writer->care_keys, ps_key_set_free);
      if (!ps_bulk_make_indices (writer->bulk, "care_period", error))
        return FALSE;
    }
  sqlite3_bind_int64 (writer->find_care, 1, assignment_id);
  sqlite3_bind_int (writer->find_care, 2, start);
  if (!ps_sql_step_row (writer->store, writer->find_care, &row, error))
    return FALSE;
  if (row)
    *id = sqlite3_column_int64 (writer->find_care, 0);
  sqlite3_reset (writer->find_care);
  return TRUE;
}

PsPut
ps_writer_put_care (PsWriter *writer, const PsCareRow *row, GError **error)
{
  const PsCode *municipality = ps_writer_need_code (writer, PS_CODES_MUNICIPALITY, row->municipality, row->origin, "gemeente");
  PsRowKey key = { row->origin, "startdatum", row->number };
  ResolvedCare care = { row, 0 };
  PsAssignmentRef ref;
  gint64 id;
  PsPut put;

  if (municipality == NULL)
    return PS_PUT_REFUSED;
  if (!prepare_care (writer, error) || !ps_assignment_map_find (writer->assignments, municipality->id, row->number, &ref, error))
    return PS_PUT_FAILED;
  if (ref.id == 0)
    return ps_writer_refuse (writer, row->origin, "toewijzingnummer", row->number,
                             _("this municipality has no such assignment"));
  care.assignment_id = ref.id;
  if (!find_care (writer, ref.id, row->start, &id, error))
    return PS_PUT_FAILED;
  put = ps_writer_put_row (writer, PS_TABLE_CARE, &id, bind_care, &care, &key, error);
  if (put == PS_PUT_ADDED || put == PS_PUT_UPDATED)
    ps_bits_add (&writer->touched, ref.provider_id);
  return put;
}
