/* ps-chart-heading.c: the title of a chart and the note beside it or, where there is no room for both, below it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-chart-heading"

#include "ps-chart-heading.h"

#define BETWEEN 9
#define MOST_LINES 2

struct _PsChartHeading
{
  GtkWidget parent;

  GtkWidget *title;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (PsChartHeading, ps_chart_heading, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *label)
{
  int natural = 0;

  if (gtk_widget_get_visible (label))
    gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_for (GtkWidget *label, int width)
{
  int natural = 0;

  if (gtk_widget_get_visible (label))
    gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
is_beside (PsChartHeading *self, int width)
{
  return !gtk_widget_get_visible (self->note)
         || (width >= 0 && natural_width (self->title) + BETWEEN + natural_width (self->note) <= width);
}

static void
measure_across (PsChartHeading *self, int *minimum, int *natural)
{
  int title, note = 0;

  gtk_widget_measure (self->title, GTK_ORIENTATION_HORIZONTAL, -1, &title, NULL, NULL, NULL);
  if (gtk_widget_get_visible (self->note))
    gtk_widget_measure (self->note, GTK_ORIENTATION_HORIZONTAL, -1, &note, NULL, NULL, NULL);
  *minimum = MAX (title, note);
  *natural = natural_width (self->title) + (note > 0 ? BETWEEN + natural_width (self->note) : 0);
}

static void
ps_chart_heading_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  PsChartHeading *self = PS_CHART_HEADING (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_across (self, minimum, natural);
  else if (for_size < 0 || is_beside (self, for_size))
    *minimum = *natural = MAX (height_for (self->title, for_size), height_for (self->note, -1));
  else
    *minimum = *natural = height_for (self->title, for_size) + height_for (self->note, for_size);
}

static void
give (GtkWidget *label, int x, int y, int width, int height)
{
  if (gtk_widget_get_visible (label))
    gtk_widget_size_allocate (label, &(GtkAllocation){ x, y, MAX (width, 0), MAX (height, 0) }, -1);
}

/* On one line both stand on it: the note is the smaller one, in the middle. */
static void
ps_chart_heading_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsChartHeading *self = PS_CHART_HEADING (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int title = is_beside (self, width) ? MIN (natural_width (self->title), width) : width;
  int first = height_for (self->title, title), rest = width - title - BETWEEN;

  if (!is_beside (self, width))
    {
      give (self->title, 0, 0, width, first);
      give (self->note, 0, first, width, height - first);
      return;
    }
  give (self->title, mirrored ? width - title : 0, 0, title, height);
  give (self->note, mirrored ? 0 : title + BETWEEN, 0, rest, height);
}

static GtkSizeRequestMode
ps_chart_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_chart_heading_dispose (GObject *object)
{
  PsChartHeading *self = PS_CHART_HEADING (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_chart_heading_parent_class)->dispose (object);
}

static void
ps_chart_heading_class_init (PsChartHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_chart_heading_dispose;
  widget_class->measure = ps_chart_heading_measure;
  widget_class->size_allocate = ps_chart_heading_size_allocate;
  widget_class->get_request_mode = ps_chart_heading_get_request_mode;
}

/* All of it, where even two lines are not enough. */
static gboolean
on_tooltip_queried_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static GtkWidget *
add_label (PsChartHeading *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_tooltip_queried_cb), NULL);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ps_chart_heading_init (PsChartHeading *self)
{
  self->title = add_label (self, "heading");
  self->note = add_label (self, "chart-note");
  gtk_widget_set_visible (self->note, FALSE);
}

GtkWidget *
ps_chart_heading_new (void)
{
  return g_object_new (PS_TYPE_CHART_HEADING, NULL);
}

void
ps_chart_heading_set_title (PsChartHeading *self, const char *title)
{
  g_return_if_fail (PS_IS_CHART_HEADING (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
}

void
ps_chart_heading_set_note (PsChartHeading *self, const char *note)
{
  g_return_if_fail (PS_IS_CHART_HEADING (self));

  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL && *note != '\0');
}

const char *
ps_chart_heading_get_title (PsChartHeading *self)
{
  g_return_val_if_fail (PS_IS_CHART_HEADING (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->title));
}
