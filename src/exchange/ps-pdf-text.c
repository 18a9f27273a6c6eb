/* ps-pdf-text.c: letters on paper: a surface of A4, and texts broken into lines
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Sizes are absolute, in points: Pango's own resolution is that of a screen and would enlarge them. Lines have one height whatever font
 * a letter comes from, so that a text can be divided over pages line by line.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FAMILY "Cantarell, DejaVu Sans, Sans"
#define LEADING 1.34  /* of the size */
#define LONG_TEXT 100 /* bytes */
#define SLACK 0.5
#define BASELINE 1.02 /* from the top of a line, of the size */

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* When it was made is data: the same document is the same bytes. */
static void
set_metadata (cairo_surface_t *surface, const PsPdfLook *look)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (look->made_at);
  g_autofree char *written = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, look->title != NULL ? look->title : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, look->author != NULL ? look->author : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Peilstok " PS_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, written);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, written);
}

static void
set_font_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

/**
 * ps_pdf_press_prepare: what draws on the surface, which is there.
 */
void
ps_pdf_press_prepare (PsPdfPress *press)
{
  press->cr = cairo_create (press->surface);
  press->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_round_glyph_positions (press->context, FALSE);
  set_font_options (press->context);
  pango_cairo_update_context (press->cr, press->context);
  press->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  press->description = pango_font_description_from_string (FAMILY);
  /* Every figure as wide as the others (tabular), so that amounts stand under each other; no ligatures, so that every letter is found. */
  press->attributes = pango_attr_list_new ();
  pango_attr_list_insert (press->attributes, pango_attr_font_features_new ("tnum=1, liga=0, clig=0"));
  press->style = ps_chart_style (PS_LOOK_LIGHT);
  press->style.paint_background = FALSE;
}

/**
 * ps_pdf_press_open: begins a document whose bytes come into `bytes`.
 */
void
ps_pdf_press_open (PsPdfPress *press, const PsPdfLook *look, GByteArray *bytes)
{
  press->surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, PS_PDF_PAGE_WIDTH, PS_PDF_PAGE_HEIGHT);
  set_metadata (press->surface, look);
  ps_pdf_press_prepare (press);
}

/**
 * ps_pdf_press_close: FALSE with an error when cairo could not draw it (memory was short).
 */
gboolean
ps_pdf_press_close (PsPdfPress *press, GError **error)
{
  cairo_status_t status = cairo_status (press->cr);

  g_clear_pointer (&press->layouts, g_hash_table_unref);
  g_clear_pointer (&press->description, pango_font_description_free);
  g_clear_pointer (&press->attributes, pango_attr_list_unref);
  g_clear_object (&press->context);
  cairo_destroy (press->cr);
  cairo_surface_finish (press->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (press->surface);
  cairo_surface_destroy (press->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be made: %s"), cairo_status_to_string (status));
  return FALSE;
}

/**
 * ps_pdf_clean:
 * @lines: whether it may have lines of its own
 *
 * Returns: (transfer full): valid UTF-8 without control characters, which are no letters and end up as boxes
 */
char *
ps_pdf_clean (const char *text, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (32);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '\r' && at[1] == '\n')
        continue;
      if (letter == '\n' && lines)
        g_string_append_c (clean, '\n');
      else if (g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, letter);
    }
  return g_string_free (clean, FALSE);
}

static PangoLayout *
make_layout (PsPdfPress *press, const PsPdfFont *font, const char *text)
{
  PangoLayout *layout = pango_layout_new (press->context);

  pango_font_description_set_absolute_size (press->description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (press->description, font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, press->description);
  pango_layout_set_attributes (layout, press->attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* A statement says many things again and again ("€ 0,00", a municipality): what is not broken is shared, and must not be changed. */
static PangoLayout *
share_layout (PsPdfPress *press, const PsPdfFont *font, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) (font->size * 100), font->bold, text);
  PangoLayout *layout = g_hash_table_lookup (press->layouts, key);

  if (layout == NULL)
    {
      layout = make_layout (press, font, text);
      g_hash_table_insert (press->layouts, g_steal_pointer (&key), layout);
    }
  return g_object_ref (layout);
}

/**
 * ps_pdf_lines_new: a text that is not broken to lines yet: ps_pdf_lines_break(). `text` is clean (ps_pdf_clean()).
 */
PsPdfLines *
ps_pdf_lines_new (PsPdfPress *press, const PsPdfFont *font, PsPdfAlign align, const char *text)
{
  PsPdfLines *lines = g_new0 (PsPdfLines, 1);

  lines->layout = share_layout (press, font, text);
  lines->font = *font;
  lines->align = align;
  return lines;
}

void
ps_pdf_lines_free (PsPdfLines *lines)
{
  if (lines == NULL)
    return;
  g_object_unref (lines->layout);
  g_free (lines);
}

/**
 * ps_pdf_lines_resize: of lines that are not broken yet.
 */
void
ps_pdf_lines_resize (PsPdfPress *press, PsPdfLines *lines, double size)
{
  PangoLayout *old = lines->layout;

  lines->font.size = size;
  lines->layout = share_layout (press, &lines->font, pango_layout_get_text (old));
  g_object_unref (old);
}

/* Takes a layout of its own, which may be changed. */
static void
set_apart (PsPdfLines *lines, PangoWrapMode wrap, double width)
{
  PangoLayout *own = pango_layout_copy (lines->layout);

  g_object_unref (lines->layout);
  lines->layout = own;
  pango_layout_set_wrap (own, wrap);
  pango_layout_set_width (own, (int) (MAX (width, 1) * PANGO_SCALE));
}

/**
 * ps_pdf_lines_break: breaks it to lines of at most `width`: between words, and within one that is longer. Once.
 */
void
ps_pdf_lines_break (PsPdfLines *lines, double width)
{
  /* Long texts are broken anyhow. A width that was measured is not always enough to set the same text in: hence the slack. */
  if (strlen (pango_layout_get_text (lines->layout)) > LONG_TEXT || ps_pdf_lines_natural (lines) > width + SLACK)
    set_apart (lines, PANGO_WRAP_WORD_CHAR, width);
  lines->width = width;
  lines->n_lines = pango_layout_get_line_count (lines->layout);
}

/**
 * ps_pdf_lines_shorten: one line, cut with an ellipsis where it is wider than `width`.
 */
void
ps_pdf_lines_shorten (PsPdfLines *lines, double width)
{
  set_apart (lines, PANGO_WRAP_WORD_CHAR, width);
  pango_layout_set_ellipsize (lines->layout, PANGO_ELLIPSIZE_END);
  lines->width = width;
  lines->n_lines = 1;
}

static double
layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

double
ps_pdf_lines_natural (const PsPdfLines *lines)
{
  return layout_width (lines->layout);
}

double
ps_pdf_lines_longest_word (const PsPdfLines *lines)
{
  g_autoptr (PangoLayout) broken = pango_layout_copy (lines->layout);

  pango_layout_set_wrap (broken, PANGO_WRAP_WORD);
  pango_layout_set_width (broken, 0);
  return layout_width (broken);
}

double
ps_pdf_lines_leading (const PsPdfLines *lines)
{
  return lines->font.size * LEADING;
}

double
ps_pdf_lines_height (const PsPdfLines *lines)
{
  return lines->n_lines * ps_pdf_lines_leading (lines);
}

static double
line_width (PangoLayoutLine *line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (line, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/**
 * ps_pdf_lines_draw: `n` lines from `first` on, the top left of their box at x, y.
 */
void
ps_pdf_lines_draw (PsPdfPress *press, const PsPdfLines *lines, int first, int n, double x, double y)
{
  ps_pdf_colour (press, lines->font.tone == PS_PDF_DIM ? press->style.dim : press->style.foreground);
  for (int i = first; i < MIN (first + n, lines->n_lines); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (lines->layout, i);
      double indent = lines->align == PS_PDF_RIGHT ? lines->width - line_width (line) : 0;
      double baseline = y + (i - first) * ps_pdf_lines_leading (lines) + lines->font.size * BASELINE;

      ps_pdf_show_line (press, lines->layout, i, x + indent, baseline);
    }
}

void
ps_pdf_colour (PsPdfPress *press, PsColour colour)
{
  cairo_set_source_rgb (press->cr, colour.red, colour.green, colour.blue);
}

/**
 * ps_pdf_rule: a line over the whole width.
 */
void
ps_pdf_rule (PsPdfPress *press, PsColour colour, double width, double y)
{
  ps_pdf_colour (press, colour);
  cairo_set_line_width (press->cr, width);
  cairo_move_to (press->cr, PS_PDF_LEFT_EDGE, y);
  cairo_line_to (press->cr, PS_PDF_RIGHT_EDGE, y);
  cairo_stroke (press->cr);
}
