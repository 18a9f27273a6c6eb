/* ps-letter-sheet.c: one page of paper on the screen, as wide as there is room
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-preview"

#include "ps-letter-sheet.h"

#include <math.h>

#define A4_WIDTH 595.28 /* points */
#define A4_HEIGHT 841.89
#define LEAST_WIDTH 200
#define PIXELS_PER_POINT (96.0 / 72.0)

struct _PsLetterSheet
{
  GtkWidget parent;

  cairo_surface_t *page;
  double width; /* of the paper, in points */
  double height;
};

G_DEFINE_FINAL_TYPE (PsLetterSheet, ps_letter_sheet, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
ps_letter_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_letter_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  PsLetterSheet *self = PS_LETTER_SHEET (widget);
  double width = for_size > 0 ? for_size : self->width * PIXELS_PER_POINT;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = (int) ceil (self->width * PIXELS_PER_POINT);
    }
  else
    *minimum = *natural = (int) ceil (width * self->height / self->width);
}

/* Paper is white in the dark, too. */
static void
ps_letter_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PsLetterSheet *self = PS_LETTER_SHEET (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / self->width, width / self->width);
  cairo_set_source_surface (cr, self->page, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
ps_letter_sheet_finalize (GObject *object)
{
  cairo_surface_destroy (PS_LETTER_SHEET (object)->page);
  G_OBJECT_CLASS (ps_letter_sheet_parent_class)->finalize (object);
}

static void
ps_letter_sheet_class_init (PsLetterSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ps_letter_sheet_finalize;
  widget_class->get_request_mode = ps_letter_sheet_get_request_mode;
  widget_class->measure = ps_letter_sheet_measure;
  widget_class->snapshot = ps_letter_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "lettersheet");
  /* What it says is said by the preview that it is in. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ps_letter_sheet_init (PsLetterSheet *self)
{
  self->width = A4_WIDTH;
  self->height = A4_HEIGHT;
}

GtkWidget *
ps_letter_sheet_new (cairo_surface_t *page)
{
  PsLetterSheet *self = g_object_new (PS_TYPE_LETTER_SHEET, NULL);
  cairo_rectangle_t extents;

  self->page = cairo_surface_reference (page);
  if (cairo_surface_get_type (page) == CAIRO_SURFACE_TYPE_RECORDING && cairo_recording_surface_get_extents (page, &extents)
      && extents.width > 0 && extents.height > 0)
    {
      self->width = extents.width;
      self->height = extents.height;
    }
  return GTK_WIDGET (self);
}
