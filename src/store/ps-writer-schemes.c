/* ps-writer-schemes.c: incentive schemes, step by step
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What makes steps a scheme (domain.md §5: the first from 0, no mix of bands and a cliff) can only be seen when all of them
 * are there: the rows wait until the end of the file, or of all files with schemes of the run.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-writer-private.h"

typedef struct
{
  PsOrigin origin;
  char *scheme;
  PsStepKind kind;
  int from;
  int paid_bp;
  gint64 scheme_id;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->scheme);
  g_free (step);
}

static Step *
find_step (GPtrArray *steps, const PsSchemeRow *row)
{
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = g_ptr_array_index (steps, i);

      if (step->kind == row->kind && step->from == row->from && strcmp (step->scheme, row->scheme) == 0)
        return step;
    }
  return NULL;
}

/* As a file writes it: a percentage, or whole months. */
static char *
value_of_from (int kind, int from)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (kind == PS_STEP_NORM_DURATION)
    g_string_append_printf (text, "%d", from);
  else if (from % 100 == 0)
    g_string_append_printf (text, "%d", from / 100);
  else if (from % 10 == 0)
    g_string_append_printf (text, "%d,%d", from / 100, from % 100 / 10);
  else
    g_string_append_printf (text, "%d,%02d", from / 100, from % 100);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static PsPut
refuse_twice (PsWriter *writer, const PsSchemeRow *row)
{
  g_autofree char *from = value_of_from (row->kind, row->from);

  return ps_writer_refuse_twice (writer, &(PsRowKey){ row->origin, "vanaf", from });
}

PsPut
ps_writer_put_scheme (PsWriter *writer, const PsSchemeRow *row, GError **error)
{
  Step *known, *step;

  if (writer->steps == NULL)
    writer->steps = g_ptr_array_new_with_free_func (step_free);
  known = find_step (writer->steps, row);
  if (known != NULL && known->paid_bp == row->paid_bp)
    return PS_PUT_UNCHANGED;
  if (known != NULL && known->origin.file != row->origin.file)
    {
      ps_writer_add_replaced (writer, known->origin.file);
      known->origin = row->origin;
      known->paid_bp = row->paid_bp;
      return PS_PUT_LATER;
    }
  if (known != NULL)
    return refuse_twice (writer, row);
  step = g_new0 (Step, 1);
  step->origin = row->origin;
  step->scheme = g_strdup (row->scheme);
  step->kind = row->kind;
  step->from = row->from;
  step->paid_bp = row->paid_bp;
  g_ptr_array_add (writer->steps, step);
  return PS_PUT_LATER;
}

/* What a scheme has of bands or a cliff, in the region or in the file. */
typedef struct
{
  gboolean has[PS_STEP_NORM_DURATION + 1];
  int lowest;
} Shape;

static void
add_to_shape (Shape *shape, int kind, int from)
{
  shape->has[kind] = TRUE;
  if (kind != PS_STEP_NORM_DURATION)
    shape->lowest = MIN (shape->lowest, from);
}

static gboolean
load_shape (PsWriter *writer, const char *scheme, Shape *shape, GError **error)
{
  const PsCode *known = ps_writer_find_code (writer, PS_CODES_SCHEME, scheme);
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  *shape = (Shape){ .lowest = G_MAXINT };
  if (known == NULL)
    return TRUE;
  select = ps_sql_prepare (writer->store, "SELECT kind, from_value FROM scheme_step WHERE scheme_id = ?", error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, known->id);
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      add_to_shape (shape, sqlite3_column_int (select, 0), sqlite3_column_int (select, 1));
    }
  return FALSE;
}

static const Step *
step_at (PsWriter *writer, guint i)
{
  return g_ptr_array_index (writer->steps, i);
}

static void
refuse_step (PsWriter *writer, guint i, const char *column, const char *value, const char *reason)
{
  ps_writer_refuse (writer, step_at (writer, i)->origin, column, value, reason);
  g_ptr_array_remove_index (writer->steps, i);
}

/* The kind that came first, in the region or else in the file, is the scheme's; rows of the other are refused. */
static void
refuse_mixed (PsWriter *writer, const char *scheme, Shape *shape)
{
  for (guint i = 0; i < writer->steps->len;)
    {
      const Step *step = step_at (writer, i);
      PsStepKind other = step->kind == PS_STEP_BUDGET ? PS_STEP_WHOLE : PS_STEP_BUDGET;

      if (strcmp (step->scheme, scheme) == 0 && step->kind != PS_STEP_NORM_DURATION && shape->has[other])
        {
          refuse_step (writer, i, "soort", ps_words_csv (PS_WORDS_STEP_KIND, step->kind),
                       _("a scheme has steps of the kind budget or geheel, not both"));
          continue;
        }
      if (strcmp (step->scheme, scheme) == 0)
        add_to_shape (shape, step->kind, step->from);
      i++;
    }
}

static void
refuse_without_zero (PsWriter *writer, const char *scheme)
{
  for (guint i = 0; i < writer->steps->len;)
    {
      const Step *step = step_at (writer, i);

      if (strcmp (step->scheme, scheme) == 0 && step->kind != PS_STEP_NORM_DURATION)
        {
          g_autofree char *from = value_of_from (step->kind, step->from);

          refuse_step (writer, i, "vanaf", from, _("the lowest step of this scheme is not from 0"));
        }
      else
        i++;
    }
}

static gboolean
check_scheme (PsWriter *writer, const char *scheme, GError **error)
{
  Shape shape;

  if (!load_shape (writer, scheme, &shape, error))
    return FALSE;
  refuse_mixed (writer, scheme, &shape);
  if ((shape.has[PS_STEP_BUDGET] || shape.has[PS_STEP_WHOLE]) && shape.lowest > 0)
    refuse_without_zero (writer, scheme);
  return TRUE;
}

static gboolean
check_schemes (PsWriter *writer, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < writer->steps->len; i++)
    g_hash_table_add (names, g_strdup (step_at (writer, i)->scheme));
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!check_scheme (writer, name, error))
      return FALSE;
  return TRUE;
}

static void
bind_scheme (PsStatement *statement, gconstpointer name)
{
  ps_sql_bind_text (statement, 2, name);
}

static void
bind_step (PsStatement *statement, gconstpointer data)
{
  const Step *step = data;

  sqlite3_bind_int64 (statement, 2, step->scheme_id);
  sqlite3_bind_int (statement, 3, step->kind);
  sqlite3_bind_int (statement, 4, step->from);
  sqlite3_bind_int (statement, 5, step->paid_bp);
}

static PsPut
need_scheme (PsWriter *writer, Step *step, GError **error)
{
  const PsCode *known = ps_writer_find_code (writer, PS_CODES_SCHEME, step->scheme);
  PsRowKey key = { step->origin, "regeling", step->scheme };
  PsCode code = { 0 };
  PsPut put;

  if (known != NULL)
    {
      step->scheme_id = known->id;
      return PS_PUT_UNCHANGED;
    }
  put = ps_writer_put_row (writer, PS_TABLE_SCHEME, &code.id, bind_scheme, step->scheme, &key, error);
  step->scheme_id = code.id;
  if (put == PS_PUT_ADDED)
    ps_writer_add_code (writer, PS_CODES_SCHEME, step->scheme, &code);
  return put;
}

static gboolean
find_step_id (PsWriter *writer, const Step *step, gint64 *id, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  *id = 0;
  select =
      ps_sql_prepare (writer->store, "SELECT id FROM scheme_step WHERE scheme_id = ? AND kind = ? AND from_value = ?", error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, step->scheme_id);
  sqlite3_bind_int (select, 2, step->kind);
  sqlite3_bind_int (select, 3, step->from);
  if (!ps_sql_step_row (writer->store, select, &row, error))
    return FALSE;
  if (row)
    *id = sqlite3_column_int64 (select, 0);
  return TRUE;
}

static PsPut
store_step (PsWriter *writer, Step *step, GError **error)
{
  g_autofree char *from = value_of_from (step->kind, step->from);
  PsRowKey key = { step->origin, "vanaf", from };
  PsPut put = need_scheme (writer, step, error);
  gint64 id;

  if (put == PS_PUT_FAILED || put == PS_PUT_REFUSED)
    return put;
  if (!find_step_id (writer, step, &id, error))
    return PS_PUT_FAILED;
  return ps_writer_put_row (writer, PS_TABLE_STEP, &id, bind_step, step, &key, error);
}

gboolean
ps_writer_end_schemes (PsWriter *writer, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (writer->steps == NULL)
    return TRUE;
  if (!check_schemes (writer, error))
    return FALSE;
  steps = g_steal_pointer (&writer->steps);
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = g_ptr_array_index (steps, i);
      PsPut put = store_step (writer, step, error);

      if (put == PS_PUT_FAILED)
        return FALSE;
      ps_writer_count (&ps_writer_end_of (writer, step->origin.file)->later, put);
    }
  return TRUE;
}

void
ps_writer_forget_pending (PsWriter *writer)
{
  g_clear_pointer (&writer->tariffs, g_hash_table_unref);
  g_clear_pointer (&writer->steps, g_ptr_array_unref);
  g_clear_pointer (&writer->agreements, g_hash_table_unref);
  g_clear_pointer (&writer->replaced, g_array_unref);
}

/* A waiting row of a file gives way to a later file's: it counts as one that changes nothing, when the end comes. */
void
ps_writer_add_replaced (PsWriter *writer, guint file)
{
  if (writer->replaced == NULL)
    writer->replaced = g_array_new (FALSE, FALSE, sizeof file);
  g_array_append_val (writer->replaced, file);
}

void
ps_writer_end_replaced (PsWriter *writer)
{
  for (guint i = 0; writer->replaced != NULL && i < writer->replaced->len; i++)
    ps_writer_end_of (writer, g_array_index (writer->replaced, guint, i))->later.unchanged++;
  g_clear_pointer (&writer->replaced, g_array_unref);
}
