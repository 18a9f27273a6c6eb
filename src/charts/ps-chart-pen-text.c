/* ps-chart-pen-text.c: words, as all charts write them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-pen.h"

#include <string.h>

#define TITLE_SIZE (11.0 / 9.0) /* of the ordinary size */
#define HALO_WIDTH 3.0

static PangoFontDescription *
font_of (PsPen *pen, PsTextKind kind)
{
  PangoFontDescription *font = pango_font_description_from_string (pen->style->family);
  double size = pen->style->font_size * pen->unit * (kind == PS_TEXT_TITLE ? TITLE_SIZE : 1);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (kind != PS_TEXT_PLAIN)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  return font;
}

/* Every figure as wide as the others (tabular), so that amounts stand under each other. */
static PangoLayout *
layout_text (PsPen *pen, PsTextKind kind, const char *text)
{
  PangoLayout *layout = pango_layout_new (pen->context);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *font = font_of (pen, kind);

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static void
layout_size (PangoLayout *layout, double *width, double *height)
{
  int across, down;

  pango_layout_get_size (layout, &across, &down);
  *width = (double) across / PANGO_SCALE;
  *height = (double) down / PANGO_SCALE;
}

void
ps_pen_measure (PsPen *pen, PsTextKind kind, const char *text, double *width, double *height)
{
  g_autoptr (PangoLayout) layout = layout_text (pen, kind, text);

  layout_size (layout, width, height);
}

double
ps_pen_width (PsPen *pen, PsTextKind kind, const char *text)
{
  double width, height;

  ps_pen_measure (pen, kind, text, &width, &height);
  return width;
}

/* Keeps where it stands, for whom wants to know. */
static void
show (PsPen *pen, PangoLayout *layout, PsColour colour, double x, double y)
{
  PangoRectangle ink;
  PsBox box;

  ps_pen_colour (pen, colour);
  cairo_move_to (pen->cr, x, y);
  pango_cairo_show_layout (pen->cr, layout);
  if (pen->style->words == NULL)
    return;
  pango_layout_get_extents (layout, &ink, NULL);
  box = (PsBox){ x + (double) ink.x / PANGO_SCALE, y + (double) ink.y / PANGO_SCALE, (double) ink.width / PANGO_SCALE,
                 (double) ink.height / PANGO_SCALE };
  g_array_append_val (pen->style->words, box);
}

/**
 * ps_pen_text: text with its top at y and its left, middle or right at x. Lines are set apart by newlines.
 */
void
ps_pen_text (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, double x, double y, PsAlign align)
{
  g_autoptr (PangoLayout) layout = layout_text (pen, kind, text);
  double width, height;

  layout_size (layout, &width, &height);
  if (align != PS_ALIGN_LEFT)
    x -= align == PS_ALIGN_MIDDLE ? width / 2 : width;
  show (pen, layout, colour, x, y);
}

static PangoLayout *
layout_within (PsPen *pen, PsTextKind kind, const char *text, double width)
{
  PangoLayout *layout = layout_text (pen, kind, text);

  pango_layout_set_width (layout, (int) (MAX (width, 0) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * ps_pen_text_within: text of one line from x on, cut with an ellipsis where it is wider than `width`.
 */
void
ps_pen_text_within (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = layout_within (pen, kind, text, width);

  show (pen, layout, colour, x, y);
}

/* Between words only: a first word that is too wide for its line leaves nothing to wrap. */
static PangoLayout *
layout_wrapped (PsPen *pen, PsTextKind kind, const char *text, double width, guint most_lines)
{
  PangoLayout *layout = layout_within (pen, kind, text, width);
  g_autofree char *first = g_strndup (text, strcspn (text, " \n"));

  if (most_lines < 2 || ps_pen_width (pen, kind, first) > width)
    return layout;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_height (layout, -(int) most_lines);
  return layout;
}

/**
 * ps_pen_wrapped: how many lines ps_pen_text_wrapped() writes; `cut` (may be NULL): whether there is an ellipsis.
 */
guint
ps_pen_wrapped (PsPen *pen, PsTextKind kind, const char *text, double width, guint most_lines, gboolean *cut)
{
  g_autoptr (PangoLayout) layout = layout_wrapped (pen, kind, text, width, most_lines);
  guint n = (guint) pango_layout_get_line_count (layout);

  if (cut != NULL)
    *cut = pango_layout_is_ellipsized (layout);
  return n;
}

/**
 * ps_pen_text_wrapped: text from x on in at most so many lines, wrapped between words; cut with an ellipsis where that is not enough.
 * Of `at` the place and the width count; `align` is that of the lines within that width.
 */
void
ps_pen_text_wrapped (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, const PsBox *at, guint most_lines,
                     PsAlign align)
{
  g_autoptr (PangoLayout) layout = layout_wrapped (pen, kind, text, at->width, most_lines);

  if (align != PS_ALIGN_LEFT)
    pango_layout_set_alignment (layout, align == PS_ALIGN_MIDDLE ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
  show (pen, layout, colour, at->x, at->y);
}

/**
 * ps_pen_label: text over a drawing: what runs beneath it stays clear of its letters.
 */
void
ps_pen_label (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = layout_text (pen, kind, text);

  cairo_move_to (pen->cr, x, y);
  pango_cairo_layout_path (pen->cr, layout);
  ps_pen_stroke (pen, pen->style->background, HALO_WIDTH, PS_DASH_NONE);
  show (pen, layout, colour, x, y);
}
