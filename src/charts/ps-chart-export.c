/* ps-chart-export.c: a chart as a picture or a table in a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define POINTS_A_UNIT 0.75 /* 96 units an inch, 72 points an inch */
#define USUAL_PIXELS 2.0
#define SURFACE_ID "id=\"surface"
#define MOST_PIXELS 16384.0 /* either way */

G_DEFINE_QUARK (ps - chart - export - error - quark, ps_chart_export_error)

/**
 * ps_chart_format_suffix: "png", "svg", "pdf" or "csv".
 */
const char *
ps_chart_format_suffix (PsChartFormat format)
{
  static const char *const suffixes[] = {
    [PS_CHART_PNG] = "png", [PS_CHART_SVG] = "svg", [PS_CHART_PDF] = "pdf", [PS_CHART_CSV] = "csv"
  };

  g_assert ((guint) format < G_N_ELEMENTS (suffixes));
  return suffixes[format];
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PsChartStyle
style_of (const PsChartExport *export)
{
  PsChartStyle style = ps_chart_style (export->look);

  style.subject = export->subject;
  return style;
}

static double
height_of (const PsChartExport *export, const PsChartStyle *style)
{
  return export->height > 0 ? export->height : ceil (export->kind->natural_height (export->chart, export->width, style));
}

/* A unit is a pixel of CSS. */
static cairo_surface_t *
make_svg_surface (double width, double height, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  return surface;
}

static cairo_surface_t *
make_surface (PsChartFormat format, double width, double height, double scale, GByteArray *bytes)
{
  switch (format)
    {
    case PS_CHART_SVG:
      return make_svg_surface (width, height, bytes);
    case PS_CHART_PDF:
      return cairo_pdf_surface_create_for_stream (append_bytes, bytes, width * scale, height * scale);
    case PS_CHART_PNG:
      return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale), (int) ceil (height * scale));
    case PS_CHART_CSV:
      break;
    }
  g_assert_not_reached ();
}

/* "Maasduin Jeugdhulp 2023, Realised against ceiling" */
static char *
title_of (const PsChartExport *export)
{
  g_autofree char *title = export->kind->title (export->chart);

  return export->subject != NULL ? g_strdup_printf ("%s, %s", export->subject, title) : g_steal_pointer (&title);
}

/* A file tells what it shows and not when or where it was made: the same chart gives the same bytes. */
static void
set_metadata (cairo_surface_t *surface, const PsChartExport *export)
{
  g_autofree char *title = title_of (export);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Peilstok");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

static double
scale_of (const PsChartExport *export, PsChartFormat format)
{
  if (format == PS_CHART_PDF)
    return POINTS_A_UNIT;
  if (format == PS_CHART_PNG)
    return export->pixels > 0 ? export->pixels : USUAL_PIXELS;
  return 1;
}

static cairo_status_t
draw_on (cairo_surface_t *surface, const PsChartExport *export, const PsChartStyle *style, double height, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  export->kind->draw (cr, export->chart, export->width, height, style);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static cairo_status_t
finish (cairo_surface_t *surface, PsChartFormat format, GByteArray *bytes)
{
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (format == PS_CHART_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

/* cairo numbers its surfaces through the life of the program, which would make every SVG file differ from the last. */
static void
drop_surface_number (GString *svg)
{
  const char *found = strstr (svg->str, SURFACE_ID);
  gsize start = found != NULL ? (gsize) (found - svg->str) + strlen (SURFACE_ID) : 0;

  if (found != NULL)
    g_string_erase (svg, (gssize) start, (gssize) strspn (svg->str + start, "0123456789"));
}

/* The letters of an SVG file are outlines: what it shows is told beside them, for who cannot see them. */
static void
add_words (GString *svg, const PsChartExport *export)
{
  g_autofree char *title = title_of (export);
  g_autofree char *description = export->kind->describe (export->chart);
  g_autofree char *words = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", title, description);
  const char *root = strstr (svg->str, "<svg ");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end != NULL)
    g_string_insert (svg, end - svg->str + 1, words);
}

static GBytes *
finish_svg (GByteArray *bytes, const PsChartExport *export)
{
  GString *svg = g_string_new_len ((const char *) bytes->data, bytes->len);

  drop_surface_number (svg);
  add_words (svg, export);
  return g_string_free_to_bytes (svg);
}

static gboolean
has_possible_size (double width, double height, double scale)
{
  return width >= 1 && height >= 1 && width * scale <= MOST_PIXELS && height * scale <= MOST_PIXELS;
}

/* Draws into `bytes`. */
static cairo_status_t
make_picture (const PsChartExport *export, PsChartFormat format, const PsChartStyle *style, double height, GByteArray *bytes)
{
  double scale = scale_of (export, format);
  cairo_surface_t *surface = make_surface (format, export->width, height, scale, bytes);
  cairo_status_t status;

  if (format == PS_CHART_PDF)
    set_metadata (surface, export);
  status = draw_on (surface, export, style, height, scale);
  if (status == CAIRO_STATUS_SUCCESS)
    status = finish (surface, format, bytes);
  cairo_surface_destroy (surface);
  return status;
}

static GBytes *
export_picture (const PsChartExport *export, PsChartFormat format, GError **error)
{
  PsChartStyle style = style_of (export);
  double height = height_of (export, &style);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  if (!has_possible_size (export->width, height, scale_of (export, format)))
    {
      g_set_error_literal (error, PS_CHART_EXPORT_ERROR, PS_CHART_EXPORT_ERROR_SIZE, _("A picture of this size cannot be made"));
      return NULL;
    }
  status = make_picture (export, format, &style, height, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PS_CHART_EXPORT_ERROR, PS_CHART_EXPORT_ERROR_DRAWING, _("The picture could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  if (format == PS_CHART_SVG)
    return finish_svg (bytes, export);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * ps_chart_export: the chart as the bytes of a file, the same ones every time; CSV is its table.
 *
 * Returns: (transfer full): NULL with an error when the size is impossible or memory is short
 */
GBytes *
ps_chart_export (const PsChartExport *export, PsChartFormat format, GError **error)
{
  g_autoptr (PsChartTable) table = NULL;
  char *csv;

  if (format != PS_CHART_CSV)
    return export_picture (export, format, error);
  table = export->kind->table (export->chart);
  csv = ps_chart_table_to_csv (table);
  return g_bytes_new_take (csv, strlen (csv));
}

/**
 * ps_chart_export_to_file: the same in a file, which is replaced as a whole or not at all.
 */
gboolean
ps_chart_export_to_file (const PsChartExport *export, PsChartFormat format, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ps_chart_export (export, format, error);
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents (path, data, (gssize) size, error);
}
