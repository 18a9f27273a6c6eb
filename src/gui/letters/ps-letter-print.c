/* ps-letter-print.c: letters to a printer: the pages of the PDF, painted onto the printer's own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-files"

#include "ps-letter-files.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-letter-pdf.h"
#include "gui/ps-print-pages.h"
#include "gui/ps-tell-error.h"
#include "gui/ps-undo-progress.h"
#include "ps-letter-look.h"

/* While the pages are made. */
typedef struct
{
  GtkWidget *parent; /* weak */
  char *name;
  char *path;               /* NULL: a printer */
  PsUndoProgress *progress; /* while they are made */
} Printing;

typedef struct
{
  GArray *ids;
  GCancellable *cancellable;
  PsProgressRelay *relay;
} Rendering;

static void
printing_free (Printing *printing)
{
  g_clear_weak_pointer (&printing->parent);
  g_clear_pointer (&printing->progress, _ps_undo_progress_free);
  g_free (printing->name);
  g_free (printing->path);
  g_free (printing);
}

static void
rendering_free (gpointer data)
{
  Rendering *rendering = data;

  g_array_unref (rendering->ids);
  g_object_unref (rendering->cancellable);
  ps_progress_relay_unref (rendering->relay);
  g_free (rendering);
}

static gpointer
render (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Rendering *rendering = data;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);

  for (guint i = 0; i < rendering->ids->len; i++)
    {
      g_autoptr (PsLetterPaper) paper = ps_letters_paper (store, g_array_index (rendering->ids, gint64, i), g_get_user_name (),
                                                          ps_letter_today (), NULL, NULL, error);
      g_autoptr (GPtrArray) pages = paper != NULL ? ps_letter_render_pages (paper, error) : NULL;

      if (pages == NULL || g_cancellable_set_error_if_cancelled (cancellable, error)
          || g_cancellable_set_error_if_cancelled (rendering->cancellable, error))
        return NULL;
      for (guint page = 0; page < pages->len; page++)
        g_ptr_array_add (all, cairo_surface_reference (g_ptr_array_index (pages, page)));
      ps_progress_relay_report ((double) (i + 1) / rendering->ids->len, NULL, rendering->relay);
    }
  return g_steal_pointer (&all);
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = ps_session_run_finish (PS_SESSION (source), result, &error);

  g_clear_pointer (&printing->progress, _ps_undo_progress_free);
  if (pages != NULL && printing->parent != NULL)
    ps_print_pages (printing->parent, g_steal_pointer (&pages), printing->name, printing->path);
  else if (pages == NULL && printing->parent != NULL)
    ps_tell_error (printing->parent, PS_SESSION (source), error);
  printing_free (printing);
}

void
_ps_letter_files_print_to (GtkWidget *parent, PsSession *session, const GArray *ids, const char *name, const char *path)
{
  Printing *printing = g_new0 (Printing, 1);
  Rendering *rendering = g_new0 (Rendering, 1);
  GtkRoot *root = gtk_widget_get_root (parent);

  g_set_weak_pointer (&printing->parent, parent);
  printing->name = g_strdup (name);
  printing->path = g_strdup (path);
  printing->progress = _ps_undo_progress_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Making the Pages"));
  rendering->ids = g_array_copy ((GArray *) ids);
  rendering->cancellable = g_object_ref (_ps_undo_progress_get_cancellable (printing->progress));
  rendering->relay = ps_progress_relay_ref (_ps_undo_progress_get_relay (printing->progress));
  ps_session_run_async (session, render, rendering, rendering_free, (GDestroyNotify) g_ptr_array_unref, on_rendered_cb, printing);
}

/**
 * ps_letter_files_print:
 *
 * Asks for a printer, a worker has made the pages before. GTK's own dialog shows them first, too.
 */
void
ps_letter_files_print (GtkWidget *parent, PsSession *session, const GArray *ids, const char *name)
{
  _ps_letter_files_print_to (parent, session, ids, name, NULL);
}
