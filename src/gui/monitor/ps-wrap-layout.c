/* ps-wrap-layout.c: children in rows that are filled, as many rows as they need, each with about as many
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What a GtkFlowBox does not: no columns that are as wide as their widest (an amount of nine digits beside a percentage), and no last
 * row with one of eight in it.
 */
#define G_LOG_DOMAIN "peilstok-wrap-layout"

#include "ps-wrap-layout.h"

struct _PsWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (PsWrapLayout, ps_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children that are shown, with their natural widths. */
typedef struct
{
  GPtrArray *children; /* GtkWidget, borrowed */
  GArray *widths;      /* int */
} Shown;

static void
shown_fill (Shown *shown, GtkWidget *widget)
{
  shown->children = g_ptr_array_new ();
  shown->widths = g_array_new (FALSE, FALSE, sizeof (int));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      g_ptr_array_add (shown->children, child);
      g_array_append_val (shown->widths, natural);
    }
}

static void
shown_clear (Shown *shown)
{
  g_ptr_array_unref (shown->children);
  g_array_unref (shown->widths);
}

static int
width_of (const PsWrapLayout *self, const Shown *shown, guint from, guint n)
{
  int width = (int) (n - 1) * self->spacing;

  for (guint i = from; i < from + n; i++)
    width += g_array_index (shown->widths, int, i);
  return width;
}

/* Of `n_rows` rows as even as they can be, the earlier ones with one more: how many are in this one. */
static guint
n_in_row (guint n, guint n_rows, guint row)
{
  return n / n_rows + (row < n % n_rows ? 1 : 0);
}

static gboolean
fits (const PsWrapLayout *self, const Shown *shown, guint n_rows, int width)
{
  guint from = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint n = n_in_row (shown->children->len, n_rows, row);

      if (n > 1 && width_of (self, shown, from, n) > width)
        return FALSE;
      from += n;
    }
  return TRUE;
}

/* One below the other always fits. */
static guint
find_n_rows (const PsWrapLayout *self, const Shown *shown, int width)
{
  guint n_rows = 1;

  while (n_rows < shown->children->len && !fits (self, shown, n_rows, width))
    n_rows++;
  return n_rows;
}

static int
row_height (const Shown *shown, guint from, guint n)
{
  int height = 0;

  for (guint i = from; i < from + n; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (shown->children, i), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static void
measure_across (const PsWrapLayout *self, const Shown *shown, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < shown->children->len; i++)
    *minimum = MAX (*minimum, g_array_index (shown->widths, int, i));
  if (shown->children->len > 0)
    *natural = width_of (self, shown, 0, shown->children->len);
}

static int
height_for (const PsWrapLayout *self, const Shown *shown, int width)
{
  guint n_rows = find_n_rows (self, shown, width), from = 0;
  int height = (int) (n_rows - 1) * self->spacing;

  for (guint row = 0; row < n_rows; row++)
    {
      guint n = n_in_row (shown->children->len, n_rows, row);

      height += row_height (shown, from, n);
      from += n;
    }
  return height;
}

static void
ps_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  PsWrapLayout *self = PS_WRAP_LAYOUT (manager);
  Shown shown;

  shown_fill (&shown, widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_across (self, &shown, minimum, natural);
  else
    *minimum = *natural = shown.children->len > 0 ? height_for (self, &shown, for_size >= 0 ? for_size : G_MAXINT) : 0;
  shown_clear (&shown);
}

/* What is left of a row is divided over all that are in it. */
static void
allocate_row (const PsWrapLayout *self, const Shown *shown, guint from, guint n, const GtkAllocation *row, gboolean mirrored)
{
  int left = MAX (0, row->width - width_of (self, shown, from, n));
  int x = 0;

  for (guint i = 0; i < n; i++)
    {
      int extra = left / (int) (n - i);
      int width = g_array_index (shown->widths, int, from + i) + extra;
      GtkAllocation place = { mirrored ? row->width - x - width : x, row->y, width, row->height };

      gtk_widget_size_allocate (g_ptr_array_index (shown->children, from + i), &place, -1);
      left -= extra;
      x += width + self->spacing;
    }
}

static void
ps_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  PsWrapLayout *self = PS_WRAP_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { 0, 0, width, 0 };
  guint n_rows, from = 0;
  Shown shown;

  shown_fill (&shown, widget);
  n_rows = find_n_rows (self, &shown, width);
  for (guint row = 0; row < n_rows && shown.children->len > 0; row++)
    {
      guint n = n_in_row (shown.children->len, n_rows, row);

      place.height = row_height (&shown, from, n);
      allocate_row (self, &shown, from, n, &place, mirrored);
      place.y += place.height + self->spacing;
      from += n;
    }
  shown_clear (&shown);
}

static GtkSizeRequestMode
ps_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_wrap_layout_class_init (PsWrapLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->measure = ps_wrap_layout_measure;
  layout_class->allocate = ps_wrap_layout_allocate;
  layout_class->get_request_mode = ps_wrap_layout_get_request_mode;
}

static void
ps_wrap_layout_init (PsWrapLayout *self)
{
}

GtkLayoutManager *
ps_wrap_layout_new (int spacing)
{
  PsWrapLayout *self = g_object_new (PS_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
