/* ps-pdf-print.c: the pages of a document for a printer: the same ones, each by itself
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A printer's pages are somebody else's surfaces, one after the other: so each page is recorded, and painted there. What tells a reader of a
 * PDF what is what (tags, bookmarks) means nothing on them, and would not close on the page on which it began.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

#include <glib/gi18n-lib.h>

static cairo_surface_t *
make_page (void)
{
  static const cairo_rectangle_t a4 = { 0, 0, PS_PDF_PAGE_WIDTH, PS_PDF_PAGE_HEIGHT };

  return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &a4);
}

void
ps_pdf_press_open_pages (PsPdfPress *press)
{
  press->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  press->surface = make_page ();
  ps_pdf_press_prepare (press);
}

/**
 * ps_pdf_press_next_page: this page is done. Of recorded ones another surface takes its place; of it only the last, empty, is left over.
 */
void
ps_pdf_press_next_page (PsPdfPress *press)
{
  if (press->pages == NULL)
    {
      cairo_show_page (press->cr);
      return;
    }
  cairo_destroy (press->cr);
  g_ptr_array_add (press->pages, press->surface);
  press->surface = make_page ();
  press->cr = cairo_create (press->surface);
}

void
ps_pdf_tag_begin (PsPdfPress *press, const char *tag)
{
  if (press->pages == NULL)
    cairo_tag_begin (press->cr, tag, NULL);
}

void
ps_pdf_tag_end (PsPdfPress *press, const char *tag)
{
  if (press->pages == NULL)
    cairo_tag_end (press->cr, tag);
}

static gboolean
check (GPtrArray *pages, GError **error)
{
  for (guint i = 0; i < pages->len; i++)
    {
      cairo_status_t status = cairo_surface_status (g_ptr_array_index (pages, i));

      if (status == CAIRO_STATUS_SUCCESS)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages could not be made: %s"), cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}

/**
 * ps_pdf_finish_pages: lays it out and draws it, once, instead of ps_pdf_finish().
 *
 * Returns: (transfer full): NULL with a GIOErrorEnum when it could not be drawn (memory was short)
 */
GPtrArray *
ps_pdf_finish_pages (PsPdf *pdf, GError **error)
{
  g_autoptr (GPtrArray) pages = NULL;
  PsPdfPress press = { 0 };
  gboolean closed;
  guint n_pages;

  g_assert (pdf->table == NULL);
  ps_pdf_press_open_pages (&press);
  ps_pdf_draw (&press, pdf, &n_pages);
  g_ptr_array_set_size (pdf->blocks, 0);
  pages = g_steal_pointer (&press.pages);
  closed = ps_pdf_press_close (&press, error);
  return closed && check (pages, error) ? g_steal_pointer (&pages) : NULL;
}
