/* ps-grid-cell.c: one cell of a grid to type into, or one of its headings or totals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-grid-cell"

#include "ps-grid-cell.h"

#include "ps-look.h"

struct _PsGridCell
{
  GtkWidget parent;

  PsGridCellKind kind;
  char *text;
  char *second;
  char *said;
  char *description;
  gboolean selected;
  gboolean fixed;      /* the grid knows its size: a new text is only drawn */
  PangoLayout *layout; /* made when it is measured or drawn */
  PangoLayout *second_layout;
};

G_DEFINE_FINAL_TYPE (PsGridCell, ps_grid_cell, GTK_TYPE_WIDGET)

#define GAP 6      /* between the two texts of a row's heading */
#define SMALL 0.91 /* the second text */

static void
drop_layouts (PsGridCell *self)
{
  g_clear_object (&self->layout);
  g_clear_object (&self->second_layout);
}

/* Headings of rows and the titles of columns of words are read from the left, numbers stand on the right. */
static gboolean
is_left (PsGridCell *self)
{
  return self->kind == PS_GRID_CELL_ROW || self->kind == PS_GRID_CELL_TITLE;
}

static PangoLayout *
make_layout (PsGridCell *self, const char *text, double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (scale < 1)
    {
      g_autoptr (PangoAttrList) list = pango_attr_list_new ();

      pango_attr_list_insert (list, pango_attr_scale_new (scale));
      if (is_left (self))
        pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
      pango_layout_set_attributes (layout, list);
    }
  return layout;
}

static void
make_layouts (PsGridCell *self)
{
  if (self->layout == NULL)
    self->layout = make_layout (self, self->text, 1);
  if (self->second_layout == NULL && self->second != NULL)
    self->second_layout = make_layout (self, self->second, SMALL);
}

/* A heading of a row has its second text beside the first, others below it. */
static void
get_wish (PsGridCell *self, int *width, int *height)
{
  make_layouts (self);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, width, height);
  if (self->second_layout != NULL)
    {
      int second_width, second_height;

      pango_layout_set_width (self->second_layout, -1);
      pango_layout_get_pixel_size (self->second_layout, &second_width, &second_height);
      *width = is_left (self) ? *width + GAP + second_width : MAX (*width, second_width);
      *height = is_left (self) ? MAX (*height, second_height) : *height + second_height;
    }
}

static void
ps_grid_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  int width = 0, height = 0;

  if (!PS_GRID_CELL (widget)->fixed)
    get_wish (PS_GRID_CELL (widget), &width, &height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : height;
}

static void
draw_layout (PsGridCell *self, GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, int width, gboolean right)
{
  int natural;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &natural, NULL);
  if (natural > width)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
      natural = width;
    }
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (GTK_WIDGET (self)), right ? x + width - natural : x, y,
                              layout);
}

static void
draw_row_heading (PsGridCell *self, GtkSnapshot *snapshot, int width, int height)
{
  int used, line;

  pango_layout_get_pixel_size (self->layout, &used, &line);
  draw_layout (self, snapshot, self->layout, 0, (height - line) / 2, MIN (used, width), FALSE);
  if (self->second_layout == NULL || used + GAP >= width)
    return;
  pango_layout_get_pixel_size (self->second_layout, NULL, &line);
  draw_layout (self, snapshot, self->second_layout, used + GAP, (height - line) / 2, width - used - GAP, FALSE);
}

static void
ps_grid_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PsGridCell *self = PS_GRID_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int wish, lines, line;

  get_wish (self, &wish, &lines);
  if (is_left (self))
    {
      draw_row_heading (self, snapshot, width, height);
      return;
    }
  pango_layout_get_pixel_size (self->layout, NULL, &line);
  draw_layout (self, snapshot, self->layout, 0, (height - lines) / 2, width, TRUE);
  if (self->second_layout != NULL)
    draw_layout (self, snapshot, self->second_layout, 0, (height - lines) / 2 + line, width, TRUE);
}

static void
ps_grid_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ps_grid_cell_parent_class)->css_changed (widget, change);
  drop_layouts (PS_GRID_CELL (widget));
}

static void
ps_grid_cell_system_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ps_grid_cell_parent_class)->system_setting_changed (widget, setting);
  drop_layouts (PS_GRID_CELL (widget));
  gtk_widget_queue_resize (widget);
}

static void
ps_grid_cell_finalize (GObject *object)
{
  PsGridCell *self = PS_GRID_CELL (object);

  drop_layouts (self);
  g_free (self->text);
  g_free (self->second);
  g_free (self->said);
  g_free (self->description);
  G_OBJECT_CLASS (ps_grid_cell_parent_class)->finalize (object);
}

static void
ps_grid_cell_class_init (PsGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ps_grid_cell_finalize;
  widget_class->measure = ps_grid_cell_measure;
  widget_class->snapshot = ps_grid_cell_snapshot;
  widget_class->css_changed = ps_grid_cell_css_changed;
  widget_class->system_setting_changed = ps_grid_cell_system_changed;
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  ps_look_load ("/org/peilstok/Peilstok/ui/ps-grid.css");
}

static void
ps_grid_cell_init (PsGridCell *self)
{
  self->text = g_strdup ("");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

GtkWidget *
ps_grid_cell_new (PsGridCellKind kind)
{
  static const GtkAccessibleRole roles[] = { GTK_ACCESSIBLE_ROLE_GRID_CELL,     GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                                             GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, GTK_ACCESSIBLE_ROLE_GRID_CELL,
                                             GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, GTK_ACCESSIBLE_ROLE_GRID_CELL };
  static const char *const classes[] = { "grid-value", "grid-head", "grid-head", "grid-sum", "grid-head", "grid-plain" };
  PsGridCell *self = g_object_new (PS_TYPE_GRID_CELL, "accessible-role", roles[kind], NULL);

  self->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[kind]);
  gtk_widget_set_focusable (GTK_WIDGET (self), kind == PS_GRID_CELL_VALUE);
  return GTK_WIDGET (self);
}

void
ps_grid_cell_set_text (PsGridCell *self, const char *text, const char *second, const char *said)
{
  g_return_if_fail (PS_IS_GRID_CELL (self));

  if (said == NULL)
    said = text;
  if (g_strcmp0 (self->said, said) != 0)
    {
      g_free (self->said);
      self->said = g_strdup (said);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
    }
  if (g_strcmp0 (self->text, text) == 0 && g_strcmp0 (self->second, second) == 0)
    return;
  g_free (self->text);
  g_free (self->second);
  self->text = g_strdup (text);
  self->second = g_strdup (second);
  drop_layouts (self);
  if (self->fixed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ps_grid_cell_set_description: what a screen reader says after the text; "" for nothing
 */
void
ps_grid_cell_set_description (PsGridCell *self, const char *description)
{
  g_return_if_fail (PS_IS_GRID_CELL (self));

  if (g_strcmp0 (self->description, description) == 0 || (self->description == NULL && *description == '\0'))
    return;
  g_free (self->description);
  self->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

const char *
ps_grid_cell_get_description (PsGridCell *self)
{
  g_return_val_if_fail (PS_IS_GRID_CELL (self), NULL);

  return self->description != NULL ? self->description : "";
}

/**
 * ps_grid_cell_set_fixed: the grid gives it a size whatever it says, so that another text asks for no new layout of the window
 */
void
ps_grid_cell_set_fixed (PsGridCell *self)
{
  g_return_if_fail (PS_IS_GRID_CELL (self));

  self->fixed = TRUE;
}

const char *
ps_grid_cell_get_text (PsGridCell *self)
{
  g_return_val_if_fail (PS_IS_GRID_CELL (self), NULL);

  return self->text;
}

const char *
ps_grid_cell_get_said (PsGridCell *self)
{
  g_return_val_if_fail (PS_IS_GRID_CELL (self), NULL);

  return self->said;
}

void
ps_grid_cell_set_class (PsGridCell *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

void
ps_grid_cell_set_selected (PsGridCell *self, gboolean selected)
{
  g_return_if_fail (PS_IS_GRID_CELL (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  ps_grid_cell_set_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

int
ps_grid_cell_get_wish (PsGridCell *self)
{
  int natural;

  g_return_val_if_fail (PS_IS_GRID_CELL (self), 0);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}
