/* ps-table.c: a list of figures: filter as you type, sort by each column, totals, copy, export
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/ps-region.h"
#include "ps-table-private.h"

#define CLICK_GUARD_US 450000 /* longer than a double click takes */

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsTable, ps_table, GTK_TYPE_WIDGET)

/* Callbacks */

static gboolean
is_guarded (PsTable *self)
{
  return g_get_monotonic_time () - self->mapped_at < CLICK_GUARD_US;
}

static void
activate_position (PsTable *self, guint position)
{
  PsTableRow *row = ps_table_get_shown (self, position);

  if (row != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

/* By Return; and of a double click, whose first one opened the row already. */
static void
on_view_activated_cb (GtkColumnView *view, guint position, PsTable *self)
{
  if (g_get_monotonic_time () - self->opened_at >= CLICK_GUARD_US)
    activate_position (self, position);
}

static gboolean
is_on_row (PsTable *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && g_strcmp0 (G_OBJECT_TYPE_NAME (picked), "GtkColumnListView") != 0 && picked != GTK_WIDGET (self->view);
}

/* A click opens the row, but with Ctrl or Shift it only selects. The click that opened this page may be followed by another one,
 * of somebody who is used to double clicks: that one opens nothing. */
static void
on_view_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PsTable *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (n_press != 1 || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 || is_guarded (self) || !is_on_row (self, x, y))
    return;
  if (gtk_bitset_get_size (selected) != 1)
    return;
  g_object_ref (self);
  activate_position (self, gtk_bitset_get_minimum (selected));
  /* From now on: making a page may take as long as a double click. */
  self->opened_at = g_get_monotonic_time ();
  g_object_unref (self);
}

static gboolean
scrolls_by_itself (PsTable *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  return gtk_adjustment_get_upper (down) > gtk_adjustment_get_page_size (down);
}

/* A table that is wholly on the page leaves the wheel to the page: its scrolled window would keep it for scrolling to the side. */
static gboolean
on_wheel_turned_cb (GtkEventControllerScroll *controller, double dx, double dy, PsTable *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *around = parent != NULL ? gtk_widget_get_ancestor (parent, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkAdjustment *down;
  double unit = 1;

  if (dy == 0 || around == NULL || scrolls_by_itself (self))
    return GDK_EVENT_PROPAGATE;
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (around));
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    unit = pow (gtk_adjustment_get_page_size (down), 2.0 / 3.0);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + dy * unit);
  return GDK_EVENT_STOP;
}

static void
on_adjustment_changed_cb (GtkAdjustment *adjustment, PsTable *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_secondary_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PsTable *self)
{
  ps_table_select_at (self, x, y);
  ps_table_show_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Layout: the scrolled list first, for the strips above and below it follow its scrolling to the side */

static void
ps_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (GTK_IS_POPOVER (child) || !gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          *minimum += child_minimum;
          *natural += child_natural;
        }
    }
}

static int
child_height (GtkWidget *child)
{
  int natural = 0;

  if (gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
allocate_strips (PsTable *self, int width, int height, int header, int footer)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_autofree int *widths = g_new (int, self->n_columns);
  int total = width;
  int offset = 0;

  if (gtk_widget_get_visible (self->scroller))
    {
      total = MAX (width, (int) gtk_adjustment_get_upper (across));
      offset = (int) gtk_adjustment_get_value (across);
    }
  ps_table_share_widths (self, total, widths);
  _ps_table_wrap_queue (self, widths);
  ps_table_strip_set_widths (self->header, widths, offset);
  ps_table_strip_set_widths (self->footer, widths, offset);
  gtk_widget_queue_allocate (GTK_WIDGET (self->header));
  gtk_widget_size_allocate (GTK_WIDGET (self->header), &(GtkAllocation){ 0, 0, width, header }, -1);
  if (gtk_widget_get_visible (GTK_WIDGET (self->footer)))
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self->footer));
      gtk_widget_size_allocate (GTK_WIDGET (self->footer), &(GtkAllocation){ 0, height - footer, width, footer }, -1);
    }
}

static void
ps_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsTable *self = PS_TABLE (widget);
  int header = child_height (GTK_WIDGET (self->header));
  int footer = child_height (GTK_WIDGET (self->footer));
  GtkWidget *body = gtk_widget_get_visible (self->empty) ? self->empty : self->scroller;
  int minimum;

  gtk_widget_measure (body, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (body, &(GtkAllocation){ 0, header, width, MAX (height - header - footer, minimum) }, -1);
  allocate_strips (self, width, height, header, footer);
  _ps_table_fit_queue (self, width);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
ps_table_map (GtkWidget *widget)
{
  PS_TABLE (widget)->mapped_at = g_get_monotonic_time ();
  GTK_WIDGET_CLASS (ps_table_parent_class)->map (widget);
}

/* Only now the font is known. */
static void
ps_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ps_table_parent_class)->root (widget);
  ps_table_update_widths (PS_TABLE (widget));
}

static void
ps_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ps_table_parent_class)->css_changed (widget, change);
  if (PS_TABLE (widget)->view != NULL)
    ps_table_update_widths (PS_TABLE (widget));
}

/* Making and unmaking */

static void
ps_table_dispose (GObject *object)
{
  PsTable *self = PS_TABLE (object);
  GtkWidget *child;

  ps_table_stop_revealing (self);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_handle_id (&self->wrap_source, g_source_remove);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->chooser);
  self->view = NULL;
  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ps_table_parent_class)->dispose (object);
}

static void
free_columns (PsTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free ((char *) self->columns[i].id);
      g_free ((char *) self->columns[i].title);
    }
  g_free (self->columns);
}

static void
ps_table_finalize (GObject *object)
{
  PsTable *self = PS_TABLE (object);

  free_columns (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);
  g_clear_object (&self->row_menu);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->total_row);
  g_strfreev (self->words);
  g_free (self->totals);
  g_free (self->natural);
  g_free (self->wrap_widths);
  g_free (self->hidden);
  g_free (self->unwanted);
  g_clear_pointer (&self->drops, g_array_unref);
  g_free (self->decimals);
  g_free (self->name);
  g_free (self->export_name);
  g_free (self->no_rows_title);
  g_free (self->no_rows_description);
  G_OBJECT_CLASS (ps_table_parent_class)->finalize (object);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/peilstok/Peilstok/ui/ps-table.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
ps_table_class_init (PsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ps_table_dispose;
  object_class->finalize = ps_table_finalize;
  widget_class->measure = ps_table_measure;
  widget_class->size_allocate = ps_table_size_allocate;
  widget_class->map = ps_table_map;
  widget_class->root = ps_table_root;
  widget_class->css_changed = ps_table_css_changed;

  signals[ROW_ACTIVATED] =
      g_signal_new ("row-activated", PS_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PS_TYPE_TABLE_ROW);
  g_signal_new ("shown-changed", PS_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("selection-changed", PS_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  ps_table_add_menu_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pstable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  load_style ();
}

static void
ps_table_init (PsTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->sort.column = PS_NONE;
  self->restore_value = -1;
  self->no_rows_title = g_strdup (_("Nothing Here"));
  self->no_rows_description = g_strdup ("");
}

static GtkLabel *
add_empty_label (PsTable *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->empty), label);
  return GTK_LABEL (label);
}

static void
add_empty (PsTable *self)
{
  self->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->empty, "table-empty");
  gtk_widget_set_valign (self->empty, GTK_ALIGN_CENTER);
  self->empty_title = add_empty_label (self, "heading");
  self->empty_description = add_empty_label (self, "table-dim");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

static void
add_gestures (PsTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_wheel_turned_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect (click, "released", G_CALLBACK (on_view_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  ps_table_add_select_gesture (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
add_view (PsTable *self)
{
  GtkAdjustment *across;

  self->model = ps_table_model_new (self->n_columns, ps_table_refill_slot, self);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  ps_table_watch_selection (self);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_reorderable (self->view, FALSE);
  /* Our own header stands above it: the built-in one cannot be reached without a mouse. */
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->view)), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect (self->view, "query-tooltip", G_CALLBACK (ps_table_on_tooltip_queried_cb), self);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_view_activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (across, "value-changed", G_CALLBACK (on_adjustment_changed_cb), self, 0);
  g_signal_connect_object (across, "changed", G_CALLBACK (on_adjustment_changed_cb), self, 0);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
copy_columns (PsTable *self, const PsColumn *columns, guint n_columns)
{
  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, sizeof *columns * n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].id = g_strdup (columns[i].id);
      self->columns[i].title = g_strdup (columns[i].title);
    }
  self->totals = g_new0 (gint64, n_columns);
  self->natural = g_new0 (int, n_columns);
  self->wrap_widths = g_new0 (int, n_columns);
  self->hidden = g_new0 (gboolean, n_columns);
  self->unwanted = g_new0 (gboolean, n_columns);
  self->decimals = g_new0 (int, n_columns);
}

/**
 * ps_table_new:
 * @columns: copied
 * @n_columns: at least one
 * @accessible_name: what the table is of, translated; also proposed as the name of an export
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
ps_table_new (const PsColumn *columns, guint n_columns, const char *accessible_name)
{
  PsTable *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);
  g_return_val_if_fail (accessible_name != NULL, NULL);

  self = g_object_new (PS_TYPE_TABLE, NULL);
  self->name = g_strdup (accessible_name);
  copy_columns (self, columns, n_columns);
  self->header = ps_table_strip_new (n_columns, "table-header");
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  ps_table_fill_header (self);
  add_view (self);
  ps_table_add_columns (self);
  add_empty (self);
  self->footer = ps_table_strip_new (n_columns, "table-footer");
  gtk_widget_set_parent (GTK_WIDGET (self->footer), GTK_WIDGET (self));
  ps_table_fill_footer (self);
  add_gestures (self);
  ps_table_add_actions (self);
  ps_table_update_header (self);
  ps_table_update_widths (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  ps_table_refresh (self);
  return GTK_WIDGET (self);
}
