/* chart-texts.c: the words that a chart wrote, and where: recorded as Pango draws them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-texts.h"

#include <pango/pangocairo.h>

#define HAIR 0.5 /* letters that touch by less are not over each other */

void __real_pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout);
void __wrap_pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout);

static GPtrArray *recorded;

static void
text_free (gpointer text)
{
  g_free (((CanvasText *) text)->text);
  g_free (text);
}

static void
record (cairo_t *cr, PangoLayout *layout)
{
  CanvasText *text = g_new0 (CanvasText, 1);
  PangoRectangle ink;
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  pango_layout_get_extents (layout, &ink, NULL);
  text->text = g_strdup (pango_layout_get_text (layout));
  text->cut = pango_layout_is_ellipsized (layout);
  text->ink = (PsBox){ x + (double) ink.x / PANGO_SCALE, y + (double) ink.y / PANGO_SCALE, (double) ink.width / PANGO_SCALE,
                       (double) ink.height / PANGO_SCALE };
  g_ptr_array_add (recorded, text);
}

void
__wrap_pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout)
{
  if (recorded != NULL)
    record (cr, layout);
  __real_pango_cairo_show_layout (cr, layout);
}

/* Draws a chart and gives the words that it wrote. */
GPtrArray *
texts_of_chart (const PsChartKind *kind, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GPtrArray *texts = g_ptr_array_new_with_free_func (text_free);

  recorded = texts;
  kind->draw (cr, chart, width, height, style);
  recorded = NULL;
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texts;
}

const CanvasText *
texts_find (GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (((CanvasText *) texts->pdata[i])->text, text))
      return texts->pdata[i];
  return NULL;
}

/* No word is over another. */
void
texts_assert_apart (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const CanvasText *a = texts->pdata[i], *b = texts->pdata[j];
        const PsBox smaller = { a->ink.x + HAIR, a->ink.y + HAIR, a->ink.width - 2 * HAIR, a->ink.height - 2 * HAIR };

        if (smaller.width <= 0 || smaller.height <= 0 || b->ink.width <= 0)
          continue;
        if (ps_boxes_overlap (&smaller, &b->ink))
          g_error ("“%s” (%.1f, %.1f, %.1f × %.1f) lies over “%s” (%.1f, %.1f, %.1f × %.1f)", a->text, a->ink.x, a->ink.y,
                   a->ink.width, a->ink.height, b->text, b->ink.x, b->ink.y, b->ink.width, b->ink.height);
      }
}

void
texts_assert_within (GPtrArray *texts, double width, double height)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const CanvasText *text = texts->pdata[i];

      if (text->ink.width <= 0)
        continue;
      if (text->ink.x < 0 || text->ink.y < 0 || text->ink.x + text->ink.width > width || text->ink.y + text->ink.height > height)
        g_error ("“%s” (%.1f, %.1f, %.1f × %.1f) is not within %.0f × %.0f", text->text, text->ink.x, text->ink.y,
                 text->ink.width, text->ink.height, width, height);
    }
}
