/* ps-settlement-print.c: a statement to a printer: the pages of the PDF, painted onto the printer's own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-output"

#include "ps-settlement-output-private.h"

#include "exchange/ps-statement-pdf.h"
#include "gui/ps-print-pages.h"
#include "gui/ps-tell-error.h"

/* While the pages are made. */
typedef struct
{
  GtkWidget *parent; /* weak */
  char *name;
  char *path; /* NULL: a printer */
} Printing;

static void
printing_free (Printing *printing)
{
  g_clear_weak_pointer (&printing->parent);
  g_free (printing->name);
  g_free (printing->path);
  g_free (printing);
}

static gpointer
render (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *id = data;
  g_autoptr (PsPaper) paper = ps_settlements_paper (store, *id, error);

  if (paper == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return ps_statement_render_pages (paper, error);
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (pages != NULL && printing->parent != NULL)
    ps_print_pages (printing->parent, g_steal_pointer (&pages), printing->name, printing->path);
  else if (pages == NULL && printing->parent != NULL)
    ps_tell_error (printing->parent, PS_SESSION (source), error);
  printing_free (printing);
}

static void
start (GtkWidget *parent, PsSession *session, const PsStored *stored, const char *path)
{
  Printing *printing = g_new0 (Printing, 1);

  g_set_weak_pointer (&printing->parent, parent);
  printing->name = ps_statement_file_name (stored);
  printing->path = g_strdup (path);
  ps_session_run_async (session, render, g_memdup2 (&stored->id, sizeof stored->id), g_free, (GDestroyNotify) g_ptr_array_unref,
                        on_rendered_cb, printing);
}

/**
 * ps_settlement_output_print:
 *
 * Asks for a printer, a worker has made the pages before. GTK's own dialog shows them first, too.
 */
void
ps_settlement_output_print (GtkWidget *parent, PsSession *session, const PsStored *stored)
{
  start (parent, session, stored, NULL);
}

void
_ps_settlement_output_print_to (GtkWidget *parent, PsSession *session, const PsStored *stored, const char *path)
{
  start (parent, session, stored, path);
}
