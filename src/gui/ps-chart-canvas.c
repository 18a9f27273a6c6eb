/* ps-chart-canvas.c: the drawing of a chart, with points to visit by pointer and by keyboard
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-chart-canvas"

#include "ps-chart-canvas.h"

#include <adwaita.h>

#include "charts/ps-chart-bubble.h"

#define LEAST_WIDTH 280
#define NO_SPOT (-1)
#define NO_PART (-1)

struct _PsChartCanvas
{
  GtkWidget parent;

  const PsChartKind *kind; /* NULL: no chart yet */
  gconstpointer chart;     /* borrowed from the view that this is in */
  int most_height;         /* 0: as high as the chart wants */
  GPtrArray *spots;        /* PsChartSpot for the present size; NULL: to be asked for */
  GArray *words;           /* PsBox, where it says something in that size; NULL: to be asked for */
  int visited;             /* place in spots */
  int part;                /* the series that is told of it; NO_PART: all of them */
  double pointer_x;        /* where the pointer was seen last */
  double pointer_y;
  char *said;
  GtkWidget *bubble; /* what the visited point says */
};

G_DEFINE_FINAL_TYPE (PsChartCanvas, ps_chart_canvas, GTK_TYPE_WIDGET)

/* The look follows the desktop; the family and the size of letters follow the window's. */
PsChartStyle
ps_chart_canvas_get_style (PsChartCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  PsChartStyle style = ps_chart_style (contrast ? (dark ? PS_LOOK_HIGH_CONTRAST_DARK : PS_LOOK_HIGH_CONTRAST)
                                       : dark   ? PS_LOOK_DARK
                                                : PS_LOOK_LIGHT);
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    style.scale = dpi / (96.0 * 1024);
  if (pango_font_description_get_family (font) != NULL)
    style.family = pango_font_description_get_family (font);
  style.show_title = FALSE;
  style.paint_background = FALSE;
  return style;
}

static void
forget_spots (PsChartCanvas *self)
{
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_array_unref);
}

static GPtrArray *
get_spots (PsChartCanvas *self)
{
  PsChartStyle style;

  if (self->spots == NULL && self->kind != NULL)
    {
      style = ps_chart_canvas_get_style (self);
      self->spots = self->kind->spots (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                       gtk_widget_get_height (GTK_WIDGET (self)), &style);
    }
  return self->spots;
}

static const PsChartSpot *
get_visited (PsChartCanvas *self)
{
  GPtrArray *spots = get_spots (self);

  if (spots == NULL || self->visited < 0 || (guint) self->visited >= spots->len)
    return NULL;
  return g_ptr_array_index (spots, self->visited);
}

/* The name of the picture ends with the point that is visited, so that a screen reader says it. */
static void
update_accessible (PsChartCanvas *self)
{
  g_autofree char *title = self->kind != NULL ? self->kind->title (self->chart) : NULL;
  g_autofree char *described = self->kind != NULL ? self->kind->describe (self->chart) : NULL;
  g_autofree char *name = NULL;

  if (title == NULL)
    return;
  name = self->said != NULL ? g_strdup_printf ("%s. %s", title, self->said) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  described, -1);
}

/* A spot as a whole or, where it has that, one part of it. */
static void
visit_part (PsChartCanvas *self, int spot, int part)
{
  const PsChartSpot *visited;
  const PsChartPart *told;

  if (self->visited == spot && self->part == part)
    return;
  self->visited = spot;
  self->part = part;
  visited = get_visited (self);
  told = visited != NULL ? ps_chart_spot_part (visited, part) : NULL;
  g_clear_pointer (&self->said, g_free);
  if (visited != NULL)
    self->said = g_strdup_printf ("%s\n%s", visited->title, told != NULL ? told->value : visited->value);
  gtk_label_set_text (GTK_LABEL (self->bubble), self->said != NULL ? self->said : "");
  gtk_widget_set_visible (self->bubble, visited != NULL);
  if (self->said != NULL)
    g_strdelimit (self->said, "\n", ' ');
  update_accessible (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
visit (PsChartCanvas *self, int spot)
{
  visit_part (self, spot, NO_PART);
}

/* Callbacks */

static void
on_pointer_moved_cb (GtkEventControllerMotion *controller, double x, double y, PsChartCanvas *self)
{
  GPtrArray *spots = get_spots (self);
  gboolean moved = x != self->pointer_x || y != self->pointer_y;

  /* GTK tells it again whenever something is laid out; a pointer that rests takes nothing from the keyboard. */
  self->pointer_x = x;
  self->pointer_y = y;
  if (spots != NULL && moved)
    visit (self, ps_chart_spot_at (spots, x, y));
}

static void
on_pointer_left_cb (GtkEventControllerMotion *controller, PsChartCanvas *self)
{
  self->pointer_x = self->pointer_y = -1;
  visit (self, NO_SPOT);
}

/* Whoever points at a value goes on from there by keyboard. */
static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, PsChartCanvas *self)
{
  GPtrArray *spots = get_spots (self);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (spots != NULL)
    visit (self, ps_chart_spot_at (spots, x, y));
}

static void
on_focus_left_cb (GtkEventControllerFocus *controller, PsChartCanvas *self)
{
  visit (self, NO_SPOT);
}

/* How many series the spots have; 0 or 1: there is nothing to choose from. */
static int
count_parts (GPtrArray *spots)
{
  const PsChartSpot *first = spots->len > 0 ? g_ptr_array_index (spots, 0) : NULL;

  return first != NULL && first->parts != NULL ? (int) first->parts->len : 0;
}

/* Down: the first series, the next, ...; up: back, and at last all of them again. Without series up and down are as back and on. */
static void
step_down (PsChartCanvas *self, GPtrArray *spots, int step)
{
  int last = (int) spots->len - 1, n_parts = count_parts (spots);

  if (n_parts < 2 && step > 0)
    visit (self, MIN (self->visited + 1, last));
  else if (n_parts < 2)
    visit (self, self->visited < 0 ? last : MAX (self->visited - 1, 0));
  else
    visit_part (self, MAX (self->visited, 0), CLAMP (self->part + step, NO_PART, n_parts - 1));
}

/* To the sides the same series is followed. */
static gboolean
step_to (PsChartCanvas *self, guint keyval)
{
  GPtrArray *spots = get_spots (self);
  int last = spots != NULL ? (int) spots->len - 1 : NO_SPOT;

  if (last < 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Right:
      visit_part (self, MIN (self->visited + 1, last), self->part);
      return TRUE;
    case GDK_KEY_Left:
      visit_part (self, self->visited < 0 ? last : MAX (self->visited - 1, 0), self->part);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      step_down (self, spots, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    case GDK_KEY_Home:
      visit_part (self, 0, self->part);
      return TRUE;
    case GDK_KEY_End:
      visit_part (self, last, self->part);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PsChartCanvas *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape && self->visited >= 0)
    {
      visit (self, NO_SPOT);
      return TRUE;
    }
  return step_to (self, keyval);
}

static void
on_style_changed_cb (PsChartCanvas *self)
{
  forget_spots (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Widget */

static GtkSizeRequestMode
ps_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ps_chart_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  PsChartCanvas *self = PS_CHART_CANVAS (widget);
  PsChartStyle style = ps_chart_canvas_get_style (self);
  double height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int) (LEAST_WIDTH * style.scale);
      return;
    }
  if (self->kind != NULL)
    height = self->kind->natural_height (self->chart, for_size < 0 ? LEAST_WIDTH : for_size, &style);
  if (self->most_height > 0)
    height = MIN (height, self->most_height * style.scale);
  *minimum = *natural = (int) (height + 0.5);
}

static const GArray *
get_words (PsChartCanvas *self)
{
  PsChartStyle style;

  if (self->words == NULL && self->kind != NULL)
    {
      style = ps_chart_canvas_get_style (self);
      self->words = ps_chart_words (self->kind, self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                    gtk_widget_get_height (GTK_WIDGET (self)), &style);
    }
  return self->words;
}

/* What is seen of it, where it is scrolled; all of it, where the bubble would not fit in that. */
static PsBox
get_seen (PsChartCanvas *self, int bubble_width, int bubble_height)
{
  const PsBox all = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds, own = GRAPHENE_RECT_INIT (0, 0, (float) all.width, (float) all.height);

  if (viewport == NULL || !gtk_widget_compute_bounds (viewport, GTK_WIDGET (self), &bounds)
      || !graphene_rect_intersection (&own, &bounds, &own) || own.size.width < (float) bubble_width
      || own.size.height < (float) bubble_height)
    return all;
  return (PsBox){ own.origin.x, own.origin.y, own.size.width, own.size.height };
}

static void
allocate_bubble (PsChartCanvas *self, int width, int height)
{
  const PsChartSpot *spot = get_visited (self);
  int least, bubble_width, bubble_height;
  PsBox seen, place;

  if (spot == NULL)
    return;
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, &least, &bubble_width, NULL, NULL);
  bubble_width = MAX (least, MIN (bubble_width, width));
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_VERTICAL, bubble_width, NULL, &bubble_height, NULL, NULL);
  seen = get_seen (self, bubble_width, bubble_height);
  place =
      ps_chart_bubble_place (&seen, get_words (self), spot, ps_chart_spot_part (spot, self->part), bubble_width, bubble_height);
  gtk_widget_size_allocate (self->bubble, &(GtkAllocation){ (int) place.x, (int) place.y, bubble_width, bubble_height }, -1);
}

static void
ps_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PsChartCanvas *self = PS_CHART_CANVAS (widget);

  forget_spots (self);
  allocate_bubble (self, width, height);
}

static void
ps_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PsChartCanvas *self = PS_CHART_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  PsChartStyle style = ps_chart_canvas_get_style (self);
  const PsChartSpot *visited = get_visited (self);
  cairo_t *cr;

  if (self->kind == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  self->kind->draw (cr, self->chart, width, height, &style);
  if (visited != NULL && ps_chart_spot_part (visited, self->part) != NULL)
    ps_chart_spot_draw_part (cr, visited, self->part, &style);
  else if (visited != NULL)
    ps_chart_spot_draw (cr, visited, &style);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (ps_chart_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
ps_chart_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ps_chart_canvas_parent_class)->css_changed (widget, change);
  on_style_changed_cb (PS_CHART_CANVAS (widget));
}

static void
ps_chart_canvas_dispose (GObject *object)
{
  PsChartCanvas *self = PS_CHART_CANVAS (object);

  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  self->kind = NULL;
  G_OBJECT_CLASS (ps_chart_canvas_parent_class)->dispose (object);
}

static void
ps_chart_canvas_finalize (GObject *object)
{
  PsChartCanvas *self = PS_CHART_CANVAS (object);

  forget_spots (self);
  g_free (self->said);
  G_OBJECT_CLASS (ps_chart_canvas_parent_class)->finalize (object);
}

static void
ps_chart_canvas_class_init (PsChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ps_chart_canvas_dispose;
  object_class->finalize = ps_chart_canvas_finalize;
  widget_class->get_request_mode = ps_chart_canvas_get_request_mode;
  widget_class->measure = ps_chart_canvas_measure;
  widget_class->size_allocate = ps_chart_canvas_size_allocate;
  widget_class->snapshot = ps_chart_canvas_snapshot;
  widget_class->css_changed = ps_chart_canvas_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chartcanvas");
}

static void
ps_chart_canvas_init (PsChartCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->visited = NO_SPOT;
  self->part = NO_PART;
  self->pointer_x = self->pointer_y = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->bubble = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->bubble, "chart-bubble");
  gtk_widget_add_css_class (self->bubble, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->bubble), 0);
  gtk_label_set_wrap (GTK_LABEL (self->bubble), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->bubble), 44);
  gtk_widget_set_can_target (self->bubble, FALSE);
  gtk_widget_set_visible (self->bubble, FALSE);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));

  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer_moved_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_style_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_chart_canvas_new (void)
{
  return g_object_new (PS_TYPE_CHART_CANVAS, NULL);
}

/* Shows a chart, which must live until another one is set or the canvas is gone. */
void
ps_chart_canvas_set_chart (PsChartCanvas *self, const PsChartKind *kind, gconstpointer chart)
{
  visit (self, NO_SPOT);
  forget_spots (self);
  self->kind = kind;
  self->chart = chart;
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ps_chart_canvas_set_most_height (PsChartCanvas *self, int height)
{
  g_return_if_fail (PS_IS_CHART_CANVAS (self));

  self->most_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
ps_chart_canvas_get_n_spots (PsChartCanvas *self)
{
  GPtrArray *spots = get_spots (self);

  return spots != NULL ? spots->len : 0;
}

/* What the visited point says, on one line; NULL: none is visited. */
const char *
ps_chart_canvas_get_said (PsChartCanvas *self)
{
  return self->said;
}
