/* ps-contract-bar.c: a contract in time: its term, its options and today
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Filled is what was agreed, dashed what may still come; days that have no room beside each other are left out, for the text says them
 * too.
 */
#define G_LOG_DOMAIN "peilstok-contract-bar"

#include "ps-contract-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/ps-chart-style.h"
#include "core/ps-format.h"
#include "gui/ps-look.h"
#include "ps-contract-words.h"

#define HEIGHT 74
#define BAR_TOP 26
#define BAR_HEIGHT 20
#define PADDING 14
#define LABEL_GAP 8

/* A stretch of time; the first is the term itself. */
typedef struct
{
  PsDate from, to;
  gboolean is_term;
  PsOptionDecision decision;
  int sequence;
} Stretch;

struct _PsContractBar
{
  GtkWidget parent;

  GArray *stretches;
  PsDate today;
  PsDate first, last; /* of the whole drawing */
  gboolean has_no_end;
};

G_DEFINE_FINAL_TYPE (PsContractBar, ps_contract_bar, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cr, PsColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static double
x_of (PsContractBar *self, PsDate day, double width)
{
  return PADDING + (width - 2 * PADDING) * (day - self->first) / (self->last - self->first);
}

static void
draw_stretch (PsContractBar *self, cairo_t *cr, const Stretch *stretch, double width, const PsChartStyle *style)
{
  double left = round (x_of (self, stretch->from, width)) + 0.5, right = round (x_of (self, stretch->to + 1, width)) - 0.5;
  gboolean is_open = !stretch->is_term && stretch->decision == PS_OPTION_OPEN;
  const double dashes[] = { 4, 3 };

  cairo_rectangle (cr, left, BAR_TOP + 0.5, MAX (right - left - 1, 1), BAR_HEIGHT);
  set_colour (cr, is_open ? style->band_fill : style->blue);
  cairo_fill_preserve (cr);
  set_colour (cr, is_open ? style->band_line : style->outlined ? style->foreground : style->background);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, is_open ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, dashes, 0, 0);
}

/* Returns where it ends; draws nothing where it would run into what was drawn up to `free_from`. */
static double
draw_label (PsContractBar *self, cairo_t *cr, const char *text, double x, double y, double width, double free_from)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int text_width, text_height;
  double left;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  left = CLAMP (x - text_width / 2.0, PADDING, MAX (width - text_width - PADDING, PADDING));
  if (left < free_from)
    return free_from;
  cairo_move_to (cr, left, y);
  pango_cairo_show_layout (cr, layout);
  return left + text_width + LABEL_GAP;
}

/* Below: the days on which something begins or ends. Above the bar: today. */
static void
draw_labels (PsContractBar *self, cairo_t *cr, double width, const PsChartStyle *style)
{
  g_autofree char *first = ps_format_date (g_array_index (self->stretches, Stretch, 0).from);
  double free_from;

  set_colour (cr, style->dim);
  free_from = draw_label (self, cr, first, PADDING, BAR_TOP + BAR_HEIGHT + 5, width, 0);
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      g_autofree char *day = ps_format_date (stretch->to);

      if (!(self->has_no_end && i == 0))
        free_from = draw_label (self, cr, day, x_of (self, stretch->to + 1, width), BAR_TOP + BAR_HEIGHT + 5, width, free_from);
    }
}

static void
draw_today (PsContractBar *self, cairo_t *cr, double width, const PsChartStyle *style)
{
  double x = floor (x_of (self, self->today, width)) + 0.5;

  set_colour (cr, style->foreground);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x, BAR_TOP - 5);
  cairo_line_to (cr, x, BAR_TOP + BAR_HEIGHT + 5);
  cairo_stroke (cr);
  draw_label (self, cr, _("today"), x, 2, width, 0);
}

static void
ps_contract_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PsContractBar *self = PS_CONTRACT_BAR (widget);
  int width = gtk_widget_get_width (widget);
  PsChartStyle style = ps_look_chart_style ();
  cairo_t *cr;

  if (self->stretches->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, HEIGHT));
  for (guint i = 0; i < self->stretches->len; i++)
    draw_stretch (self, cr, &g_array_index (self->stretches, Stretch, i), width, &style);
  draw_labels (self, cr, width, &style);
  draw_today (self, cr, width, &style);
  cairo_destroy (cr);
}

static void
ps_contract_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 400;
}

static void
ps_contract_bar_finalize (GObject *object)
{
  g_array_unref (PS_CONTRACT_BAR (object)->stretches);
  G_OBJECT_CLASS (ps_contract_bar_parent_class)->finalize (object);
}

static void
ps_contract_bar_class_init (PsContractBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ps_contract_bar_finalize;
  widget_class->snapshot = ps_contract_bar_snapshot;
  widget_class->measure = ps_contract_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ps_contract_bar_init (PsContractBar *self)
{
  self->stretches = g_array_new (FALSE, TRUE, sizeof (Stretch));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ps_contract_bar_new (void)
{
  return g_object_new (PS_TYPE_CONTRACT_BAR, NULL);
}

/* The options that still count, one after the other: after one that was not used there are none. */
static void
add_options (PsContractBar *self, const PsContract *contract)
{
  PsDate from = contract->end + 1;

  for (guint i = 0; i < contract->options->len; i++)
    {
      const PsContractOption *option = &g_array_index (contract->options, PsContractOption, i);
      Stretch stretch = { from, ps_option_end (contract, i), FALSE, option->decision, option->sequence };

      if (option->decision == PS_OPTION_NOT_USED)
        return;
      g_array_append_val (self->stretches, stretch);
      from = stretch.to + 1;
    }
}

static void
describe (PsContractBar *self, const PsContract *contract)
{
  g_autofree char *term = ps_contract_term_text (contract);
  g_autofree char *most = ps_format_date (ps_contract_end_most (contract));
  g_autofree char *today = ps_format_date (self->today);
  g_autofree char *text =
      self->has_no_end
          ? g_strdup_printf (_("The contract in time: %s. Today is %s."), term, today)
          : g_strdup_printf (_("The contract in time: %s, with all its options to %s. Today is %s."), term, most, today);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
ps_contract_bar_show (PsContractBar *self, const PsContract *contract, PsDate today)
{
  Stretch term = { contract->start, contract->end, TRUE, PS_OPTION_OPEN, 0 };

  g_return_if_fail (PS_IS_CONTRACT_BAR (self));

  g_array_set_size (self->stretches, 0);
  self->has_no_end = contract->end == PS_DATE_OPEN;
  self->today = today;
  if (self->has_no_end)
    term.to = ps_date_add_months (MAX (today, contract->start), 12);
  g_array_append_val (self->stretches, term);
  if (!self->has_no_end)
    add_options (self, contract);
  self->first = MIN (contract->start, today);
  self->last = MAX (g_array_index (self->stretches, Stretch, self->stretches->len - 1).to, today) + 1;
  describe (self, contract);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
