/* ps-card-layout.c: cards side by side where there is room, one below the other where there is not
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-card-layout"

#include "ps-card-layout.h"

#define EVEN_PERCENT 70 /* of the higher one, that the lower one of two must have */

struct _PsCardLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int spacing;
  gboolean even;
};

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PsCardLayout, ps_card_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A row of one or two cards; `right` NULL: `left` has the whole width. */
typedef struct
{
  GtkWidget *left;
  GtkWidget *right;
  int left_width;
  int height;
} Row;

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
height_for (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
minimum_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* One of them far lower than the other would be half empty. */
static gboolean
are_even (int height, int other)
{
  return MIN (height, other) * 100 >= MAX (height, other) * EVEN_PERCENT;
}

/* The one that goes beside `left`: the next card, or the next that is about as high; NULL: none. */
static GtkWidget *
find_right (PsCardLayout *self, GtkWidget *left, GPtrArray *placed, int left_width, int right_width)
{
  GtkWidget *child = next_visible (gtk_widget_get_next_sibling (left));

  if (left_width < self->column_width || minimum_width (left) > left_width)
    return NULL;
  for (; child != NULL; child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      gboolean fits = !g_ptr_array_find (placed, child, NULL) && minimum_width (child) <= left_width;

      if (fits && (!self->even || are_even (height_for (left, left_width), height_for (child, right_width))))
        return child;
      if (!self->even)
        return NULL;
    }
  return NULL;
}

static Row
make_row (PsCardLayout *self, GtkWidget *left, GPtrArray *placed, int width)
{
  int half = (width - self->spacing) / 2, other = width - half - self->spacing;
  GtkWidget *right = find_right (self, left, placed, half, other);
  Row row = { left, right, right != NULL ? half : width, 0 };

  row.height = height_for (left, row.left_width);
  if (right != NULL)
    row.height = MAX (row.height, height_for (right, other));
  return row;
}

/* From top to bottom: Row, the array is the caller's. */
static GArray *
make_rows (PsCardLayout *self, GtkWidget *widget, int width)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();

  for (GtkWidget *child = next_visible (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_visible (gtk_widget_get_next_sibling (child)))
    if (!g_ptr_array_find (placed, child, NULL))
      {
        Row row = make_row (self, child, placed, width);

        g_array_append_val (rows, row);
        g_ptr_array_add (placed, row.left);
        if (row.right != NULL)
          g_ptr_array_add (placed, row.right);
      }
  return rows;
}

static int
height_of_rows (PsCardLayout *self, GtkWidget *widget, int width)
{
  g_autoptr (GArray) rows = make_rows (self, widget, width);
  int sum = 0;

  for (guint i = 0; i < rows->len; i++)
    sum += g_array_index (rows, Row, i).height + (i > 0 ? self->spacing : 0);
  return sum;
}

static void
ps_card_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  PsCardLayout *self = PS_CARD_LAYOUT (manager);
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int widest = 0;

  for (; child != NULL; child = next_visible (gtk_widget_get_next_sibling (child)))
    widest = MAX (widest, minimum_width (child));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, 2 * self->column_width + self->spacing);
    }
  else
    *minimum = *natural =
        height_of_rows (self, widget, for_size >= 0 ? MAX (for_size, widest) : MAX (widest, 2 * self->column_width));
}

static void
ps_card_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  PsCardLayout *self = PS_CARD_LAYOUT (manager);
  g_autoptr (GArray) rows = make_rows (self, widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      int right_width = width - row->left_width - self->spacing;
      GtkAllocation left = { mirrored ? width - row->left_width : 0, y, row->left_width, row->height };
      GtkAllocation right = { mirrored ? 0 : row->left_width + self->spacing, y, right_width, row->height };

      gtk_widget_size_allocate (row->left, &left, -1);
      if (row->right != NULL)
        gtk_widget_size_allocate (row->right, &right, -1);
      y += row->height + self->spacing;
    }
}

static GtkSizeRequestMode
ps_card_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_card_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PsCardLayout *self = PS_CARD_LAYOUT (object);

  if (id == PROP_COLUMN_WIDTH)
    g_value_set_int (value, self->column_width);
  else if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ps_card_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PsCardLayout *self = PS_CARD_LAYOUT (object);

  if (id == PROP_COLUMN_WIDTH)
    self->column_width = g_value_get_int (value);
  else if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ps_card_layout_class_init (PsCardLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = ps_card_layout_get_property;
  object_class->set_property = ps_card_layout_set_property;
  layout_class->measure = ps_card_layout_measure;
  layout_class->allocate = ps_card_layout_allocate;
  layout_class->get_request_mode = ps_card_layout_get_request_mode;
  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT16, 420,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 12, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ps_card_layout_init (PsCardLayout *self)
{
}

GtkLayoutManager *
ps_card_layout_new (int column_width, int spacing)
{
  return g_object_new (PS_TYPE_CARD_LAYOUT, "column-width", column_width, "spacing", spacing, NULL);
}

/* Two cards stand beside each other only where they are about as high: a card comes forward for that, and one that finds none has the
 * whole width. */
GtkLayoutManager *
ps_card_layout_new_even (int column_width, int spacing)
{
  PsCardLayout *self = PS_CARD_LAYOUT (ps_card_layout_new (column_width, spacing));

  self->even = TRUE;
  return GTK_LAYOUT_MANAGER (self);
}
