/* ps-print-pages.c: pages that a worker made, painted onto a printer's own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-print-pages"

#include "ps-print-pages.h"

#include <glib/gi18n-lib.h>

#include "ps-navigator.h"

/* Until the printer has them. */
typedef struct
{
  GtkWidget *parent; /* weak */
  char *name;
  GPtrArray *pages;
} Printing;

static void
printing_free (Printing *printing)
{
  g_clear_weak_pointer (&printing->parent);
  g_ptr_array_unref (printing->pages);
  g_free (printing->name);
  g_free (printing);
}

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

static GtkPrintOperation *
make_operation (Printing *printing)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_a4 ();

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
  return operation;
}

void
ps_print_pages (GtkWidget *parent, GPtrArray *pages, const char *name, const char *path)
{
  Printing *printing = g_new0 (Printing, 1);
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *root = gtk_widget_get_root (parent);

  g_set_weak_pointer (&printing->parent, parent);
  printing->name = g_strdup (name);
  printing->pages = pages;
  operation = make_operation (printing);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
