/* ps-pane-layout.c: a widget that fills one of two panes, and asks for no more room than the other
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-page"

#include "ps-pane-layout.h"

#define WIDTH 360

struct _PsPaneLayout
{
  GtkLayoutManager parent;
};

G_DEFINE_FINAL_TYPE (PsPaneLayout, ps_pane_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ps_pane_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_pane_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, WIDTH);
}

static void
ps_pane_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
ps_pane_layout_class_init (PsPaneLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ps_pane_layout_get_request_mode;
  layout_class->measure = ps_pane_layout_measure;
  layout_class->allocate = ps_pane_layout_allocate;
}

static void
ps_pane_layout_init (PsPaneLayout *self)
{
}
