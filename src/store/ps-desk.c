/* ps-desk.c: what the files of the desk share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-desk-private.h"

gboolean
ps_desk_apply (PsStore *store, PsChange *change, const char *actor, const char *reason, gint64 *record, GError **error)
{
  gboolean ok;

  ps_change_set_reason (change, reason);
  ok = ps_change_apply (store, change, actor, record, error);
  ps_change_free (change);
  return ok;
}

PsChange *
ps_desk_change_new (const char *action, const char *thing, ...)
{
  g_autofree char *name = NULL;
  va_list arguments;

  va_start (arguments, thing);
  name = g_strdup_vprintf (thing, arguments);
  va_end (arguments);
  return ps_change_new (action, name);
}

PsRecord *
ps_desk_read (PsStore *store, const char *table, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  PsRecord *record = ps_store_load_record (store, table, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    /* Translators: a kind of thing */
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("%s: it is not there any more. Nothing was changed; look at it again."), _ (ps_fields_of (table)->label));
  return record;
}

PsStatement *
ps_desk_select (PsStore *store, const char *sql, gint64 number, GError **error)
{
  PsStatement *select = ps_sql_prepare (store, sql, error);

  if (select != NULL)
    sqlite3_bind_int64 (select, 1, number);
  return select;
}

gboolean
ps_desk_count (PsStore *store, const char *sql, gint64 number, gint64 *count, GError **error)
{
  g_autoptr (PsStatement) select = ps_desk_select (store, sql, number, error);
  gboolean row;

  if (select == NULL || !ps_sql_step_row (store, select, &row, error))
    return FALSE;
  *count = row ? sqlite3_column_int64 (select, 0) : 0;
  return TRUE;
}

void
ps_desk_map_places (PsIdPlaces *places, const PsRegion *region, PsPlacesOf of)
{
  const GArray *const arrays[] = { region->providers, region->products, region->groups, region->municipalities, region->schemes };
  const GArray *array = arrays[of];

  /* The id is the first member of each of these. */
  for (guint i = 0; i < array->len; i++)
    {
      gconstpointer element = array->data + (gsize) i * g_array_get_element_size ((GArray *) array);

      ps_id_places_set (places, *(const gint64 *) element, i);
    }
}

gboolean
ps_desk_find_place (const PsIdPlaces *places, gint64 id, guint *place, GError **error)
{
  *place = ps_id_places_get (places, id);
  if (*place != PS_NONE)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("The region was changed in the meantime. Nothing was changed; look at it again."));
  return FALSE;
}

static const PsRecord *
find_record (GPtrArray *records, const PsRecord *like)
{
  for (guint i = 0; i < records->len; i++)
    if (ps_record_get_id (records->pdata[i]) == ps_record_get_id (like)
        && ps_record_get_info (records->pdata[i]) == ps_record_get_info (like))
      return records->pdata[i];
  return NULL;
}

/* Rows by their ids: what is only in `before` is deleted, what has no id is new. */
void
ps_desk_change_parts (PsChange *change, GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    if (find_record (after, before->pdata[i]) == NULL)
      ps_change_delete (change, before->pdata[i]);
  for (guint i = 0; i < after->len; i++)
    {
      const PsRecord *record = after->pdata[i];
      const PsRecord *shown = ps_record_get_id (record) != 0 ? find_record (before, record) : NULL;

      if (shown != NULL)
        ps_change_update (change, shown, record);
      else
        ps_change_insert (change, record);
    }
}
