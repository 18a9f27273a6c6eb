/* ps-settlements-who.c: who did what makes a kept settlement another one by now
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Who changed a row is who changed the columns that the cause is about, not who was the last to touch it. Where the row is not what the
 * trail last made of it, another program did it.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-who.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PsStore *store;
  const PsStored *stored;
  gint64 since;
  PsRows *rows;
  PsRowWords *words;
  PsGone *gone;
} Naming;

/* What the trail tells of a row since. */
typedef struct
{
  gint64 added;    /* the record that added it; 0: it was there */
  gint64 touched;  /* the last one that changed a column that differs now from what it was; 0: none */
  gboolean broken; /* it is not what the trail last made of it */
} Touches;

static gint64
find_import (Naming *self, const char *table, gint64 id)
{
  PsStatement *select = ps_rows_statement (self->rows,
                                           "SELECT max (run_id) FROM import_range WHERE table_name = ? AND ? BETWEEN first_row"
                                           " AND last_row",
                                           NULL);
  gint64 run = 0;

  if (select == NULL)
    return 0;
  ps_sql_bind_text (select, 1, table);
  sqlite3_bind_int64 (select, 2, id);
  if (sqlite3_step (select) == SQLITE_ROW)
    run = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return run > self->since ? run : 0;
}

static gboolean
is_same (const PsRecord *a, const PsRecord *b, guint field)
{
  if (ps_record_is_text (a, field))
    return g_strcmp0 (ps_record_text_at (a, field), ps_record_text_at (b, field)) == 0;
  return ps_record_number_at (a, field) == ps_record_number_at (b, field);
}

/* Of one column, over the row's changes since. */
typedef struct
{
  guint field;
  PsRecord *first; /* what it was before the first change that knows it; NULL: it was not there, or none does */
  PsRecord *last;  /* what the last that changed it made of it */
  gint64 record;   /* that one */
} Column;

static void
follow (Column *column, PsRecord *before, PsRecord *after, gint64 record)
{
  if (after == NULL || !ps_record_knows (after, column->field))
    return;
  if (before != NULL && ps_record_knows (before, column->field))
    {
      if (column->record == 0 && column->first == NULL)
        column->first = ps_record_copy (before);
      if (is_same (before, after, column->field))
        return;
    }
  g_clear_pointer (&column->last, ps_record_free);
  column->last = ps_record_copy (after);
  column->record = record;
}

static PsRecord *
state_at (PsStatement *select, int column, const char *table, gint64 id)
{
  const char *json = (const char *) sqlite3_column_text (select, column);

  return json != NULL ? ps_record_from_json (table, id, json, NULL) : NULL;
}

static void
follow_changes (Naming *self, const PsRecord *live, Column *columns, guint n, Touches *touches)
{
  const char *table = ps_record_get_table (live);
  PsStatement *select = ps_rows_statement (self->rows,
                                           "SELECT record_id, before_state, after_state FROM audit_change WHERE table_name = ?"
                                           " AND row_id = ? AND record_id > ? ORDER BY id",
                                           NULL);

  if (select == NULL)
    return;
  ps_sql_bind_text (select, 1, table);
  sqlite3_bind_int64 (select, 2, ps_record_get_id (live));
  sqlite3_bind_int64 (select, 3, self->since);
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      g_autoptr (PsRecord) before = state_at (select, 1, table, ps_record_get_id (live));
      g_autoptr (PsRecord) after = state_at (select, 2, table, ps_record_get_id (live));

      if (before == NULL && after != NULL)
        touches->added = MAX (touches->added, sqlite3_column_int64 (select, 0));
      for (guint i = 0; i < n; i++)
        follow (&columns[i], before, after, sqlite3_column_int64 (select, 0));
    }
  sqlite3_reset (select);
}

/* A column that is again what it was is no part of the cause, unless the row is new. */
static void
judge (const Column *column, const PsRecord *live, Touches *touches)
{
  const PsRecord *known = column->last != NULL ? column->last : column->first;

  if (known != NULL && !is_same (known, live, column->field))
    touches->broken = TRUE;
  else if (touches->added != 0 || column->first == NULL || !is_same (column->first, live, column->field))
    touches->touched = MAX (touches->touched, column->record);
}

static Touches
find_touches (Naming *self, const char *table, gint64 id, const char *const *names)
{
  g_autoptr (PsRecord) live = ps_rows_read (self->rows, table, id, NULL);
  Touches touches = { .added = live != NULL ? find_import (self, table, id) : 0 };
  Column columns[G_N_ELEMENTS (((PsCauseRows *) NULL)->columns)] = { { 0 } };
  guint n = 0;

  if (live == NULL)
    return touches;
  for (; names[n] != NULL; n++)
    columns[n].field = (guint) (ps_fields_find (ps_record_get_info (live), names[n]) - ps_record_get_info (live)->fields);
  follow_changes (self, live, columns, n, &touches);
  for (guint i = 0; i < n; i++)
    {
      judge (&columns[i], live, &touches);
      g_clear_pointer (&columns[i].first, ps_record_free);
      g_clear_pointer (&columns[i].last, ps_record_free);
    }
  return touches;
}

static char *
outside (void)
{
  /* Translators: follows on what was changed, where a name would be */
  return g_strdup (_(", outside the program"));
}

/* The last record since of the row that it belongs to, such as the version of an agreement line. */
static gint64
find_owner (Naming *self, const PsCauseRows *what, gint64 id)
{
  g_autoptr (PsRecord) live = what->owner != NULL ? ps_rows_read (self->rows, what->table, id, NULL) : NULL;

  return live != NULL
             ? ps_row_words_last_of_whole (self->words, what->owner, ps_record_get_number (live, what->owner_column), self->since)
             : 0;
}

/* Who changed it; of one that came, who gave it the keys that it has. */
static gint64
find_changer (Naming *self, const PsCauseRows *what, gint64 id, const PsCause *cause, gboolean *broken)
{
  const char *const one[] = { cause->column, NULL };
  Touches touches = find_touches (self, what->table, id, cause->column != NULL ? one : what->columns);
  Touches keys;

  *broken = touches.broken;
  if (cause->change != PS_CAUSE_ADDED)
    return MAX (touches.added, touches.touched);
  keys = find_touches (self, what->table, id, what->keys);
  if (keys.added != 0 || keys.touched != 0)
    return MAX (keys.added, keys.touched);
  return touches.touched;
}

static char *
name_row (Naming *self, const PsCauseRows *what, gint64 id, const PsCause *cause)
{
  gboolean broken;
  gint64 record = find_changer (self, what, id, cause, &broken);

  if (broken)
    return outside ();
  if (record == 0 && cause->change != PS_CAUSE_CHANGED) /* it came to be of this settlement, or not, by something else of it */
    record = ps_row_words_last_of_whole (self->words, what->table, id, self->since);
  if (record == 0)
    record = find_owner (self, what, id);
  if (record == 0 && what->own && cause->change == PS_CAUSE_CHANGED)
    return outside ();
  return ps_row_words_by_record (self->words, record);
}

/* Decisions of a line and steps of a scheme are found by what they are of. */
static gboolean
is_of_parts (const PsCause *cause)
{
  return cause->kind == PS_CAUSE_DECISION || cause->kind == PS_CAUSE_SCHEME;
}

static gint64
find_removed_part (Naming *self, const PsCause *cause)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, cause->id);

  return ps_gone_who (self->gone, ps_cause_rows (cause->kind), key);
}

/* The last decision on a line. */
static gint64
find_decision (Naming *self, gint64 line)
{
  PsStatement *select = ps_rows_statement (self->rows, "SELECT max (id) FROM line_decision WHERE line_id = ?", NULL);
  gint64 id = 0;

  if (select == NULL)
    return 0;
  sqlite3_bind_int64 (select, 1, line);
  if (sqlite3_step (select) == SQLITE_ROW)
    id = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return id != 0 ? ps_row_words_last_of_whole (self->words, "line_decision", id, self->since) : 0;
}

static gint64
find_part (Naming *self, const PsCause *cause)
{
  gint64 last = cause->kind == PS_CAUSE_DECISION ? find_decision (self, cause->id)
                                                 : ps_row_words_last_of_whole (self->words, "scheme", cause->id, self->since);

  return MAX (last, find_removed_part (self, cause));
}

/* One that has keys: it was removed, or the cause does not say which row it is. */
static gboolean
is_looked_for (const PsCause *cause)
{
  const PsCauseRows *what = ps_cause_rows (cause->kind);

  return what != NULL && !is_of_parts (cause) && (cause->change == PS_CAUSE_REMOVED || cause->kind == PS_CAUSE_CARE);
}

static void
want (Naming *self, const PsCause *cause)
{
  g_autofree char *key = NULL;

  if (is_of_parts (cause) && cause->id != 0)
    key = g_strdup_printf ("%" G_GINT64_FORMAT, cause->id);
  else if (is_looked_for (cause))
    key = ps_cause_key (self->rows, self->stored, cause);
  if (key != NULL)
    ps_gone_want (self->gone, ps_cause_rows (cause->kind), key);
}

/* A line of a version that was drafted before went when the version came to count. */
static gint64
find_gone (Naming *self, const PsCauseRows *what, const char *key)
{
  gint64 record = ps_gone_who (self->gone, what, key);

  if (record == 0 && what->owner != NULL && strcmp (what->owner_column, what->keys[0]) == 0)
    record = ps_row_words_last_of_whole (self->words, what->owner, g_ascii_strtoll (key, NULL, 10), self->since);
  return record;
}

/* Also one that is there, but is of another year or settlement by now. */
static char *
name_by_key (Naming *self, PsCause *cause)
{
  const PsCauseRows *what = ps_cause_rows (cause->kind);
  g_autofree char *key = ps_cause_key (self->rows, self->stored, cause);
  gint64 id = ps_cause_find_row (self->rows, what, key);

  if (id == 0)
    return ps_row_words_by_record (self->words, find_gone (self, what, key));
  if (cause->change != PS_CAUSE_REMOVED)
    {
      cause->table = what->table;
      cause->id = id;
    }
  return name_row (self, what, id, cause);
}

static char *
name_cause (Naming *self, PsCause *cause)
{
  const PsCauseRows *what = ps_cause_rows (cause->kind);

  if (is_looked_for (cause))
    return name_by_key (self, cause);
  if (cause->table == NULL || cause->id == 0)
    return NULL;
  if (is_of_parts (cause))
    return ps_row_words_by_record (self->words, find_part (self, cause));
  if (what == NULL)
    what = ps_cause_rows_of_table (cause->table);
  return name_row (self, what, cause->id, cause);
}

gboolean
ps_settlements_name_causes (PsStore *store, const PsStored *stored, gint64 since, PsComparison *comparison, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsRowWords) words = ps_row_words_new (store);
  g_autoptr (PsGone) gone = ps_gone_new (store, since);
  Naming self = { store, stored, since, rows, words, gone };

  for (guint i = 0; i < comparison->causes->len; i++)
    want (&self, comparison->causes->pdata[i]);
  if (!ps_gone_find (gone, error))
    return FALSE;
  for (guint i = 0; i < comparison->causes->len; i++)
    {
      PsCause *cause = comparison->causes->pdata[i];

      g_free (cause->by);
      cause->by = name_cause (&self, cause);
    }
  return TRUE;
}
