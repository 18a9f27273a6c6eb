/* ps-recent.c: the region files that were opened lately
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-recent"

#include "ps-recent.h"

#include <string.h>

#define MAX_RECENT 10

GSettings *
ps_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new ("org.peilstok.Peilstok");
  return settings;
}

static void
store_without (const char *path, const char *first)
{
  g_auto (GStrv) old = g_settings_get_strv (ps_settings_get (), "recent-regions");
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (paths, (gpointer) first);
  for (guint i = 0; old[i] != NULL && paths->len < MAX_RECENT; i++)
    if (strcmp (old[i], path) != 0)
      g_ptr_array_add (paths, old[i]);
  g_ptr_array_add (paths, NULL);
  g_settings_set_strv (ps_settings_get (), "recent-regions", (const char *const *) paths->pdata);
}

void
ps_recent_add (const char *path)
{
  store_without (path, path);
  g_settings_set_string (ps_settings_get (), "last-region", path);
}

void
ps_recent_remove (const char *path)
{
  g_autofree char *last = g_settings_get_string (ps_settings_get (), "last-region");

  store_without (path, NULL);
  if (strcmp (last, path) == 0)
    ps_recent_forget_last ();
}

void
ps_recent_forget_last (void)
{
  g_settings_reset (ps_settings_get (), "last-region");
}

int
ps_recent_get_year (const char *path)
{
  g_autoptr (GVariant) years = g_settings_get_value (ps_settings_get (), "region-years");
  gint32 year = 0;

  return g_variant_lookup (years, path, "i", &year) ? year : 0;
}

/* Only of the regions that are remembered: the others' would pile up. */
void
ps_recent_set_year (const char *path, int year)
{
  g_auto (GStrv) paths = g_settings_get_strv (ps_settings_get (), "recent-regions");
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  for (guint i = 0; paths[i] != NULL; i++)
    {
      int kept = strcmp (paths[i], path) == 0 ? year : ps_recent_get_year (paths[i]);

      if (kept != 0)
        g_variant_builder_add (&builder, "{si}", paths[i], kept);
    }
  g_settings_set_value (ps_settings_get (), "region-years", g_variant_builder_end (&builder));
}

static void
recent_free (PsRecent *recent)
{
  g_free (recent->path);
  g_free (recent);
}

/* A file on a drive that does not answer may take long to miss. */
static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **paths = data;
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) recent_free);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      PsRecent *recent = g_new0 (PsRecent, 1);

      recent->path = g_strdup (paths[i]);
      recent->found = g_file_test (paths[i], G_FILE_TEST_IS_REGULAR);
      g_ptr_array_add (list, recent);
    }
  g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
}

void
ps_recent_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ps_recent_list_async);
  g_task_set_task_data (task, g_settings_get_strv (ps_settings_get (), "recent-regions"), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
ps_recent_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
