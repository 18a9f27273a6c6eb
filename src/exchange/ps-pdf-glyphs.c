/* ps-pdf-glyphs.c: a line of text as glyphs, with the letters that they stand for
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Pango could show a line by itself, but then a blank that may not be broken is another letter than a blank, and the one that a line was
 * broken at is none: cairo writes both as replacement texts, at which some readers stop. So what is written is a plain blank.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-pdf-private.h"

typedef struct
{
  GArray *glyphs;   /* cairo_glyph_t */
  GArray *clusters; /* cairo_text_cluster_t */
  GString *text;
} Shown;

static gulong
blank_glyph (cairo_scaled_font_t *font)
{
  cairo_glyph_t *glyphs = NULL;
  int n = 0;
  gulong index = 0;

  if (cairo_scaled_font_text_to_glyphs (font, 0, 0, " ", 1, &glyphs, &n, NULL, NULL, NULL) == CAIRO_STATUS_SUCCESS && n > 0)
    index = glyphs[0].index;
  cairo_glyph_free (glyphs);
  return index;
}

static void
append_letters (GString *text, const char *start, const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    g_string_append_unichar (text, g_unichar_isspace (g_utf8_get_char (at)) ? ' ' : g_utf8_get_char (at));
}

/* A letter that no font has is shown as the font's own sign for that, and still is that letter to who searches. */
static gulong
index_of (PangoGlyph glyph, cairo_scaled_font_t *font)
{
  if (glyph == PANGO_GLYPH_EMPTY)
    return blank_glyph (font);
  return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ? 0 : glyph;
}

/* Where a glyph of a run stands, the run beginning at x, y; returns where the next one does. */
static double
add_glyph (Shown *shown, const PangoGlyphInfo *info, cairo_scaled_font_t *font, double x, double y)
{
  cairo_glyph_t glyph = { .index = index_of (info->glyph, font) };

  glyph.x = x + (double) info->geometry.x_offset / PANGO_SCALE;
  glyph.y = y + (double) info->geometry.y_offset / PANGO_SCALE;
  g_array_append_val (shown->glyphs, glyph);
  return x + (double) info->geometry.width / PANGO_SCALE;
}

/* Letters and the glyphs that stand for them, from left to right. */
static void
add_clusters (Shown *shown, PangoGlyphItem *run, const char *text, cairo_scaled_font_t *font, double x, double y)
{
  gboolean backward = (run->item->analysis.level & 1) != 0;
  PangoGlyphItemIter iter;
  double *at = g_new (double, run->glyphs->num_glyphs + 1);

  at[0] = x;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    at[i + 1] = add_glyph (shown, &run->glyphs->glyphs[i], font, at[i], y);
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      gsize before = shown->text->len;
      cairo_text_cluster_t cluster = { 0 };

      append_letters (shown->text, text + iter.start_index, text + iter.end_index);
      cluster.num_bytes = (int) (shown->text->len - before);
      cluster.num_glyphs = backward ? iter.start_glyph - iter.end_glyph : iter.end_glyph - iter.start_glyph;
      g_array_append_val (shown->clusters, cluster);
    }
  g_free (at);
}

static double
run_width (const PangoGlyphItem *run)
{
  return (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
}

static void
show_run (PsPdfPress *press, PangoGlyphItem *run, const char *text, double x, double y)
{
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font));
  Shown shown = { g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)), g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)),
                  g_string_new (NULL) };

  add_clusters (&shown, run, text, font, x, y);
  cairo_set_scaled_font (press->cr, font);
  cairo_show_text_glyphs (press->cr, shown.text->str, (int) shown.text->len, (cairo_glyph_t *) shown.glyphs->data,
                          (int) shown.glyphs->len, (cairo_text_cluster_t *) shown.clusters->data, (int) shown.clusters->len,
                          (run->item->analysis.level & 1) != 0 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  g_array_unref (shown.glyphs);
  g_array_unref (shown.clusters);
  g_string_free (shown.text, TRUE);
}

/**
 * ps_pdf_show_line: a line of the layout, its baseline beginning at x, y, in the colour that is set.
 */
void
ps_pdf_show_line (PsPdfPress *press, PangoLayout *layout, int place, double x, double y)
{
  const char *text = pango_layout_get_text (layout);

  for (GSList *at = pango_layout_get_line_readonly (layout, place)->runs; at != NULL; at = at->next)
    {
      show_run (press, at->data, text, x, y);
      x += run_width (at->data);
    }
}
