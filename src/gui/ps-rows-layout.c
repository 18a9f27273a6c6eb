/* ps-rows-layout.c: cards in rows: as many side by side as have room, each as wide as it wants in proportion
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-rows-layout"

#include "ps-rows-layout.h"

#define MOST_IN_ROW 4

struct _PsRowsLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (PsRowsLayout, ps_rows_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *cards[MOST_IN_ROW];
  int widths[MOST_IN_ROW];
  guint n;
  int height;
} Row;

static GQuark
width_quark (void)
{
  return g_quark_from_static_string ("ps-rows-layout-width");
}

void
ps_rows_layout_set_width (GtkWidget *child, int width)
{
  g_return_if_fail (GTK_IS_WIDGET (child));

  g_object_set_qdata (G_OBJECT (child), width_quark (), GINT_TO_POINTER (width));
  gtk_widget_queue_resize (child);
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
minimum_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* 0: a row of its own. */
static int
wanted_width (GtkWidget *child)
{
  int width = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (child), width_quark ()));

  return width > 0 ? MAX (width, minimum_width (child)) : 0;
}

/* What is left goes to all of them in proportion to what they want, odd pixels to the last. */
static void
share_width (const PsRowsLayout *self, Row *row, int width)
{
  int room = width - (int) (row->n - 1) * self->spacing, wanted = 0, given = 0;

  for (guint i = 0; i < row->n; i++)
    wanted += row->widths[i];
  for (guint i = 0; i < row->n; i++)
    {
      row->widths[i] = i + 1 == row->n ? room - given : (int) ((gint64) room * row->widths[i] / MAX (wanted, 1));
      given += row->widths[i];
    }
}

static void
find_height (Row *row)
{
  row->height = 0;
  for (guint i = 0; i < row->n; i++)
    {
      int natural;

      gtk_widget_measure (row->cards[i], GTK_ORIENTATION_VERTICAL, row->widths[i], NULL, &natural, NULL, NULL);
      row->height = MAX (row->height, natural);
    }
}

/* Takes the next row; returns the card after it, NULL at the end. */
static GtkWidget *
take_row (const PsRowsLayout *self, GtkWidget *child, int width, Row *row)
{
  int used = 0;

  *row = (Row){ .n = 0 };
  while (child != NULL && row->n < MOST_IN_ROW)
    {
      int wanted = wanted_width (child);
      int more = used + (row->n > 0 ? self->spacing : 0) + wanted;

      if (row->n > 0 && (wanted == 0 || row->widths[0] == 0 || more > width))
        break;
      row->cards[row->n] = child;
      row->widths[row->n++] = wanted;
      used = more;
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
  share_width (self, row, width);
  find_height (row);
  return child;
}

static void
ps_rows_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  PsRowsLayout *self = PS_ROWS_LAYOUT (manager);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int widest = 0, wanted = 0, height = 0;
  Row row;

  for (GtkWidget *each = child; each != NULL; each = next_shown (gtk_widget_get_next_sibling (each)))
    {
      widest = MAX (widest, minimum_width (each));
      wanted = MAX (wanted, wanted_width (each));
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, wanted);
      return;
    }
  while (child != NULL)
    {
      child = take_row (self, child, for_size >= 0 ? MAX (for_size, widest) : MAX (widest, wanted), &row);
      height += row.height + (child != NULL ? self->spacing : 0);
    }
  *minimum = *natural = height;
}

static void
ps_rows_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  PsRowsLayout *self = PS_ROWS_LAYOUT (manager);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;
  Row row;

  while (child != NULL)
    {
      int x = 0;

      child = take_row (self, child, width, &row);
      for (guint i = 0; i < row.n; i++)
        {
          GtkAllocation place = { mirrored ? width - x - row.widths[i] : x, y, row.widths[i], row.height };

          gtk_widget_size_allocate (row.cards[i], &place, -1);
          x += row.widths[i] + self->spacing;
        }
      y += row.height + self->spacing;
    }
}

static GtkSizeRequestMode
ps_rows_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_rows_layout_class_init (PsRowsLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->measure = ps_rows_layout_measure;
  layout_class->allocate = ps_rows_layout_allocate;
  layout_class->get_request_mode = ps_rows_layout_get_request_mode;
}

static void
ps_rows_layout_init (PsRowsLayout *self)
{
}

GtkLayoutManager *
ps_rows_layout_new (int spacing)
{
  PsRowsLayout *self = g_object_new (PS_TYPE_ROWS_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
