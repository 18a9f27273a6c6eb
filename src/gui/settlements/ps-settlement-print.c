/* ps-settlement-print.c: a statement to a printer: the pages of the PDF, painted onto the printer's own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-output"

#include "ps-settlement-output-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-statement-pdf.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"

/* From asking for the pages until the printer has them. */
typedef struct
{
  GtkWidget *parent; /* weak */
  gint64 id;
  char *name;
  char *path;       /* NULL: a printer */
  GPtrArray *pages; /* cairo_surface_t, in points */
} Printing;

static void
printing_free (Printing *printing)
{
  g_clear_weak_pointer (&printing->parent);
  g_clear_pointer (&printing->pages, g_ptr_array_unref);
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

/* Printing */

static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  gtk_print_operation_set_n_pages (operation, (int) printing->pages->len);
}

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *printing)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (page < 0 || (guint) page >= printing->pages->len)
    return;
  cairo_set_source_surface (cr, g_ptr_array_index (printing->pages, page), 0, 0);
  cairo_paint (cr);
}

static void
tell (Printing *printing, const char *text)
{
  if (printing->parent != NULL)
    ps_navigator_tell (printing->parent, text);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      text = g_strdup_printf (_("%s was not printed: %s"), printing->name, error->message);
      tell (printing, text);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      text = g_strdup_printf (_("%s was sent to the printer."), printing->name);
      tell (printing, text);
    }
}

static GtkPageSetup *
make_a4 (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

/* Its margins are in the pages already. */
static void
print (Printing *printing)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_a4 ();
  GtkRoot *root = printing->parent != NULL ? gtk_widget_get_root (printing->parent) : NULL;

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, printing->name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), printing);
  g_object_set_data_full (G_OBJECT (operation), "printing", printing, (GDestroyNotify) printing_free);
  if (printing->path != NULL)
    gtk_print_operation_set_export_filename (operation, printing->path);
  gtk_print_operation_run (operation,
                           printing->path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  printing->pages = ps_session_run_finish (PS_SESSION (source), result, &error);
  if (printing->pages != NULL && printing->parent != NULL)
    {
      print (printing);
      return;
    }
  if (printing->pages == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));
      tell (printing, text);
    }
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
