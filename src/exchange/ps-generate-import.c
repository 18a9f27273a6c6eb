/* ps-generate-import.c: the demo region into a region file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate.h"

#include <glib/gstdio.h>

#include "ps-generate-contracts.h"
#include "ps-import.h"

static GStrv
paths_in (const char *folder)
{
  const char *const *names = ps_generate_file_names ();
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (paths, g_build_filename (folder, names[i], NULL));
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (paths, FALSE);
}

static gboolean
import_files (PsStore *store, const PsImportOptions *options, GCancellable *cancellable, PsProgressFunc progress,
              gpointer progress_data, GError **error)
{
  g_autoptr (PsImportReport) report = ps_import (store, options, cancellable, progress, progress_data, error);

  if (report == NULL)
    return FALSE;
  if (!report->stored)
    {
      g_autofree char *problem = ps_import_problem_text (report, g_ptr_array_index (report->problems, 0));

      g_set_error_literal (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_FILE, problem);
    }
  return report->stored;
}

gboolean
ps_generate_demo_into (PsStore *store, const char *actor, GCancellable *cancellable, PsProgressFunc progress,
                       gpointer progress_data, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("peilstok-XXXXXX", error);
  g_auto (GStrv) paths = NULL;
  gboolean done;

  if (folder == NULL)
    return FALSE;

  paths = paths_in (folder);
  done = ps_generate_demo (folder, error)
         && import_files (
             store,
             &(PsImportOptions){ .paths = (const char *const *) paths, .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = actor },
             cancellable, progress, progress_data, error)
         && ps_generate_contracts_into (store, actor, error);
  for (guint i = 0; paths[i] != NULL; i++)
    g_remove (paths[i]);
  g_rmdir (folder);
  return done;
}
