/* ps-desk-schemes.c: incentive schemes with their steps
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-desk-private.h"

/* In the versions that count, and in drafts. */
GArray *
ps_desk_scheme_use (PsStore *store, const PsRegion *region, gint64 scheme_id, GError **error)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, TRUE, sizeof (PsSchemeUse));
  g_autoptr (PsStatement) select = NULL;
  PsIdPlaces providers = { NULL, 0 };
  gboolean row = FALSE, ok;

  select = ps_desk_select (store,
                           "SELECT a.provider_id, a.year, v.state, count (*) FROM agreement_line l"
                           " JOIN agreement_version v ON v.id = l.version_id JOIN agreement a ON a.id = v.agreement_id"
                           " JOIN provider p ON p.id = a.provider_id"
                           " WHERE l.scheme_id = ? AND (v.is_current = 1 OR v.state = 1) GROUP BY v.id"
                           " ORDER BY a.year, p.agb, v.number",
                           scheme_id, error);
  if (select == NULL)
    return NULL;
  ps_desk_map_places (&providers, region, PS_PLACES_OF_PROVIDERS);
  while ((ok = ps_sql_step_row (store, select, &row, error)) && row)
    {
      PsSchemeUse use = { 0, sqlite3_column_int (select, 1), sqlite3_column_int (select, 2) == PS_VERSION_DRAFT,
                          (guint) sqlite3_column_int (select, 3) };

      ok = ps_desk_find_place (&providers, sqlite3_column_int64 (select, 0), &use.provider, error);
      if (!ok)
        break;
      g_array_append_val (uses, use);
    }
  ps_id_places_clear (&providers);
  return ok ? g_steal_pointer (&uses) : NULL;
}

char *
ps_desk_scheme_notes (PsStore *store, gint64 scheme_id, GError **error)
{
  g_autoptr (PsRecord) record = ps_store_load_record (store, "scheme", scheme_id, error);

  return record != NULL ? g_strdup (ps_record_get_text (record, "notes")) : NULL;
}

static PsRecord *
scheme_record (const PsScheme *scheme, gint64 id, const char *notes)
{
  PsRecord *record = ps_record_new_for ("scheme", id);

  ps_record_set_text (record, "name", scheme->name);
  ps_record_set_text (record, "notes", notes);
  return record;
}

static void
add_steps (GPtrArray *records, gint64 scheme_id, PsStepKind kind, const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const PsStep *step = &g_array_index (steps, PsStep, i);
      PsRecord *record = ps_record_new ("scheme_step");

      ps_record_set_number (record, "scheme_id", scheme_id);
      ps_record_set_number (record, "kind", kind);
      ps_record_set_number (record, "from_value", step->from);
      ps_record_set_number (record, "paid_bp", step->paid_bp);
      g_ptr_array_add (records, record);
    }
}

/* Its steps as rows, without ids; NULL: none. */
static GPtrArray *
step_records (const PsScheme *scheme, gint64 scheme_id)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);

  if (scheme == NULL)
    return records;
  add_steps (records, scheme_id, scheme->whole ? PS_STEP_WHOLE : PS_STEP_BUDGET, scheme->bands);
  add_steps (records, scheme_id, PS_STEP_NORM_DURATION, scheme->norm_steps);
  return records;
}

/* The step of the same kind that starts where this one does. */
static PsRecord *
find_step (GPtrArray *steps, const PsRecord *like)
{
  for (guint i = 0; i < steps->len; i++)
    if (ps_record_get_number (steps->pdata[i], "kind") == ps_record_get_number (like, "kind")
        && ps_record_get_number (steps->pdata[i], "from_value") == ps_record_get_number (like, "from_value"))
      return steps->pdata[i];
  return NULL;
}

static gboolean
refuse_changed (const PsScheme *before, GError **error)
{
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("The steps of incentive scheme “%s” were changed in the meantime. Nothing was changed; look at it again."),
               before->name);
  return FALSE;
}

/* Gives the steps that were shown the ids of the rows that they are; with other values these are a conflict when applied. */
static gboolean
identify_steps (PsStore *store, const PsScheme *before, GPtrArray *shown, GError **error)
{
  g_autoptr (GPtrArray) present = ps_store_load_records (store, "scheme_step", "scheme_id", before->id, error);

  if (present == NULL)
    return FALSE;
  if (present->len != shown->len)
    return refuse_changed (before, error);
  for (guint i = 0; i < shown->len; i++)
    {
      const PsRecord *row = find_step (present, shown->pdata[i]);

      if (row == NULL)
        return refuse_changed (before, error);
      ps_record_set_id (shown->pdata[i], ps_record_get_id (row));
    }
  return TRUE;
}

/* A step that starts where one did is that one. */
static void
keep_steps (GPtrArray *shown, GPtrArray *coming)
{
  for (guint i = 0; i < coming->len; i++)
    {
      const PsRecord *step = find_step (shown, coming->pdata[i]);

      if (step != NULL)
        ps_record_set_id (coming->pdata[i], ps_record_get_id (step));
    }
}

gboolean
ps_desk_save_scheme (PsStore *store, const char *actor, const PsScheme *before, const PsScheme *after, const char *notes_before,
                     const char *notes_after, const char *reason, gint64 *record, GError **error)
{
  PsChange *change = ps_desk_change_new (before != NULL ? "edit" : "create", "scheme:%s", after->name);
  g_autoptr (PsRecord) new_row = scheme_record (after, before != NULL ? before->id : 0, notes_after);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) coming = NULL;
  gint64 id = before != NULL ? before->id : 0;

  if (before != NULL)
    {
      g_autoptr (PsRecord) old_row = scheme_record (before, id, notes_before);

      ps_change_update (change, old_row, new_row);
    }
  else
    id = ps_change_insert (change, new_row);
  shown = step_records (before, id);
  coming = step_records (after, id);
  if (before != NULL && !identify_steps (store, before, shown, error))
    {
      ps_change_free (change);
      return FALSE;
    }
  keep_steps (shown, coming);
  ps_desk_change_parts (change, shown, coming);
  return ps_desk_apply (store, change, actor, reason, record, error);
}

gboolean
ps_desk_delete_scheme (PsStore *store, const char *actor, const PsScheme *scheme, gint64 *record, GError **error)
{
  g_autoptr (PsRecord) row = ps_desk_read (store, "scheme", scheme->id, error);
  g_autoptr (GPtrArray) shown = step_records (scheme, scheme->id);
  PsChange *change;

  if (row == NULL || !identify_steps (store, scheme, shown, error))
    return FALSE;
  ps_record_set_text (row, "name", scheme->name);
  change = ps_desk_change_new ("delete", "scheme:%s", scheme->name);
  ps_change_delete (change, row);
  for (guint i = 0; i < shown->len; i++)
    ps_change_delete (change, shown->pdata[i]);
  return ps_desk_apply (store, change, actor, NULL, record, error);
}
