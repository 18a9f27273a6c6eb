/* ps-import-progress.c: how far an import is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-run.h"

#include <glib/gi18n-lib.h>

#define SHARE_OF_ROWS 0.75 /* of the whole time; the rest is making indices and committing */
#define LEAST_INTERVAL (G_USEC_PER_SEC / 20)

/* Never backwards: a file may be read a second time. */
static void
show (PsImportRun *run, double fraction, const char *what)
{
  run->fraction = MAX (run->fraction, CLAMP (fraction, 0, 1));
  run->progress (run->fraction, what, run->progress_data);
}

/**
 * ps_import_show_progress: at most twenty times a second.
 * @position: bytes of `source` dealt with
 */
void
ps_import_show_progress (PsImportRun *run, const PsImportSource *source, guint64 position)
{
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  gint64 now = g_get_monotonic_time ();

  if (run->progress == NULL || now - run->last_progress < LEAST_INTERVAL)
    return;
  run->last_progress = now;
  name = g_path_get_basename (source->path);
  what = g_strdup_printf (_("Reading %s"), name);
  show (run, SHARE_OF_ROWS * (double) (run->n_bytes_done + position) / (double) MAX (run->n_bytes, 1), what);
}

/**
 * ps_import_on_commit_progressed_cb: a PsProgressFunc for ps_writer_commit().
 */
void
ps_import_on_commit_progressed_cb (double fraction, const char *what, gpointer data)
{
  PsImportRun *run = data;

  if (run->progress != NULL)
    show (run, SHARE_OF_ROWS + (1 - SHARE_OF_ROWS) * MAX (fraction, 0), what);
}
