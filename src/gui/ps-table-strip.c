/* ps-table-strip.c: a row of widgets that stand exactly above or below the columns of a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include "ps-table-strip.h"

struct _PsTableStrip
{
  GtkWidget parent;

  GtkWidget **children; /* by column; NULL: nothing there */
  int *widths;
  guint n_columns;
  guint span; /* the first child stands over so many columns */
  guint home; /* the column whose child the Tab key goes to */
  int offset; /* how far the table is scrolled to the side */
};

G_DEFINE_FINAL_TYPE (PsTableStrip, ps_table_strip, GTK_TYPE_WIDGET)

static gboolean
is_there (PsTableStrip *self, guint column)
{
  return self->children[column] != NULL && gtk_widget_get_visible (self->children[column]);
}

static void
ps_table_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  PsTableStrip *self = PS_TABLE_STRIP (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      int child_minimum, child_natural;

      if (!is_there (self, i))
        continue;
      gtk_widget_measure (self->children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
    }
}

static int
span_width (PsTableStrip *self, guint column)
{
  int width = self->widths[column];

  for (guint i = 1; column == 0 && i < self->span; i++)
    width += self->widths[i];
  return width;
}

static void
ps_table_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsTableStrip *self = PS_TABLE_STRIP (widget);
  int x = -self->offset;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (is_there (self, i))
        {
          int minimum;

          gtk_widget_measure (self->children[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          gtk_widget_size_allocate (self->children[i], &(GtkAllocation){ x, 0, MAX (span_width (self, i), minimum), height }, -1);
        }
      x += self->widths[i];
    }
}

static guint
find_focused (PsTableStrip *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; i < self->n_columns; i++)
    if (self->children[i] != NULL && self->children[i] == focus)
      return i;
  return self->n_columns;
}

static gboolean
focus_column (PsTableStrip *self, guint column)
{
  return column < self->n_columns && is_there (self, column) && gtk_widget_grab_focus (self->children[column]);
}

/* One stop for the Tab key, the column that is sorted by; the arrows go from header to header. */
static gboolean
ps_table_strip_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsTableStrip *self = PS_TABLE_STRIP (widget);
  guint focused = find_focused (self);

  if (focused == self->n_columns)
    return focus_column (self, self->home) || focus_column (self, 0);
  if (direction != GTK_DIR_RIGHT && direction != GTK_DIR_LEFT)
    return FALSE;
  for (guint i = 1; i < self->n_columns; i++)
    if (focus_column (self, direction == GTK_DIR_RIGHT ? focused + i : focused - i))
      break;
  return TRUE;
}

static void
ps_table_strip_dispose (GObject *object)
{
  PsTableStrip *self = PS_TABLE_STRIP (object);

  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ps_table_strip_parent_class)->dispose (object);
}

static void
ps_table_strip_finalize (GObject *object)
{
  PsTableStrip *self = PS_TABLE_STRIP (object);

  g_free (self->children);
  g_free (self->widths);
  G_OBJECT_CLASS (ps_table_strip_parent_class)->finalize (object);
}

static void
ps_table_strip_class_init (PsTableStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_table_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_table_strip_finalize;
  widget_class->measure = ps_table_strip_measure;
  widget_class->size_allocate = ps_table_strip_size_allocate;
  widget_class->focus = ps_table_strip_focus;
  gtk_widget_class_set_css_name (widget_class, "tablestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
ps_table_strip_init (PsTableStrip *self)
{
  self->span = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

PsTableStrip *
ps_table_strip_new (guint n_columns, const char *css_class)
{
  PsTableStrip *self = g_object_new (PS_TYPE_TABLE_STRIP, NULL);

  self->n_columns = n_columns;
  self->children = g_new0 (GtkWidget *, n_columns);
  self->widths = g_new0 (int, n_columns);
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  return self;
}

/* Takes over the floating `child`; each column is filled once. */
void
ps_table_strip_set_child (PsTableStrip *self, guint column, GtkWidget *child)
{
  g_assert (column < self->n_columns && self->children[column] == NULL);

  self->children[column] = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

GtkWidget *
ps_table_strip_get_child (PsTableStrip *self, guint column)
{
  g_assert (column < self->n_columns);

  return self->children[column];
}

/* The first child stands over the first `n_columns` columns. */
void
ps_table_strip_set_span (PsTableStrip *self, guint n_columns)
{
  self->span = CLAMP (n_columns, 1, self->n_columns);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ps_table_strip_set_home (PsTableStrip *self, guint column)
{
  self->home = column;
}

/* Only to be called while the table itself is allocated, just before the strip is. */
void
ps_table_strip_set_widths (PsTableStrip *self, const int *widths, int offset)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = widths[i];
  self->offset = offset;
}
