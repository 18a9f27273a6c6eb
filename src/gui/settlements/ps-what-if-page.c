/* ps-what-if-page.c: the same year under another scheme, ceiling or scope, beside the real one
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * a control changes ──▶ asked, unless an answer is being worked on: then once more after that one ──▶ shown beside what is real
 */
#define G_LOG_DOMAIN "peilstok-what-if"

#include "ps-what-if-page.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-waterfall.h"
#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-spinner.h"
#include "ps-bands-card.h"
#include "ps-what-if-controls.h"
#include "ps-what-if-tables.h"

#define COLUMN_WIDTH 420
#define SPACING 10

struct _PsWhatIfPage
{
  AdwBin parent;

  PsSession *session;
  char *agb;              /* places change when the file is read again: this does not */
  PsWhatIfBase *base;     /* NULL: the provider is not there */
  PsWhatIfAnswer *answer; /* that is shown; NULL: none yet */
  gboolean asking;        /* an answer is being worked on */
  gboolean again;         /* something else was asked since */

  PsWhatIfControls *controls;
  PsChartView *waterfalls[2]; /* as it is, what if */
  PsTable *steps;
  PsTable *lines;

  /* Template widgets */
  GtkLabel *title;
  GtkSpinner *spinner;
  GtkLabel *result;
  GtkLabel *problem;
  GtkWidget *shown;
  AdwBin *controls_card;
  GtkWidget *charts;
  GtkWidget *bands;
  AdwBin *real_bands;
  AdwBin *other_bands;
  GtkBox *steps_bar;
  AdwBin *steps_card;
  GtkBox *lines_bar;
  AdwBin *lines_card;
};

G_DEFINE_FINAL_TYPE (PsWhatIfPage, ps_what_if_page, ADW_TYPE_BIN)

static void ask (PsWhatIfPage *self);

/* Showing */

/* "Scheme Cliff, ceilings 110 %: the balance would be € −300,00 instead of € 200,00, € −500,00 difference." */
static char *
make_result (const PsWhatIfAnswer *answer)
{
  gint64 real = ps_what_if_base_get_settlement (answer->base)->totals.balance_cents;
  gint64 other = answer->settlement->totals.balance_cents;
  PsOverflow overflow = { FALSE };
  g_autofree char *real_text = ps_format_money (real);
  g_autofree char *other_text = ps_format_money (other);
  g_autofree char *difference = ps_format_money (ps_subtract (other, real, &overflow));

  if (answer->same)
    /* Translators: an amount */
    return g_strdup_printf (_("As it is: the balance is %s. Choose something else above."), real_text);
  /* Translators: what was asked, then three amounts */
  return g_strdup_printf (_("%s: the balance would be %s instead of %s, a difference of %s."), answer->sentence, other_text,
                          real_text, difference);
}

static PsWaterfallChart *
make_waterfall (const PsRegion *region, const char *title, const PsSettlement *settlement)
{
  g_autoptr (GArray) figures = ps_settlement_figures (region, settlement);
  PsWaterfallChart *chart =
      ps_waterfall_from_figures (figures, settlement->agreement != NULL ? settlement->totals.ceiling_cents : PS_NO_NUMBER);

  chart->title = g_strdup (title);
  return chart;
}

/* On one axis: they are there to be compared. */
static void
show_waterfalls (PsWhatIfPage *self, const PsSettlement *real, const PsSettlement *other)
{
  const PsRegion *region = ps_what_if_base_get_region (self->answer->base);
  const char *name = ps_region_provider (region, real->provider)->name;
  PsWaterfallChart *charts[2] = { make_waterfall (region, C_("what if", "As it is"), real),
                                  make_waterfall (region, C_("what if", "What if"), other) };

  ps_waterfall_share_axis (charts[0], charts[1]);
  for (int i = 0; i < 2; i++)
    {
      ps_chart_view_set_subject (self->waterfalls[i], name);
      ps_chart_view_set_chart (self->waterfalls[i], &ps_chart_waterfall_kind, charts[i],
                               (GDestroyNotify) ps_waterfall_chart_free);
    }
}

static GtkWidget *
make_bands (const PsRegion *region, const char *title, const PsSettlement *settlement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "card-title");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), ps_bands_card_new (region, settlement));
  return box;
}

static void
show_figures (PsWhatIfPage *self)
{
  const PsRegion *region = ps_what_if_base_get_region (self->answer->base);
  const PsSettlement *real = ps_what_if_base_get_settlement (self->answer->base);
  const PsSettlement *other = self->answer->settlement;
  g_autoptr (GPtrArray) steps = ps_what_if_steps_rows (self->answer);
  g_autoptr (GPtrArray) lines = ps_what_if_lines_rows (self->answer);

  show_waterfalls (self, real, other);
  ps_table_set_rows (self->steps, steps);
  ps_table_set_rows (self->lines, lines);
  adw_bin_set_child (self->real_bands, make_bands (region, _("Payment bands, as it is"), real));
  adw_bin_set_child (self->other_bands, make_bands (region, _("Payment bands, what if"), other));
}

/* What is typed is not right: the figures are still of what was asked before, and look like it. */
static gboolean
show_wrong (PsWhatIfPage *self)
{
  g_autofree char *wrong = ps_what_if_controls_get_problem (self->controls);
  const char *problem = self->answer != NULL ? self->answer->problem : NULL;
  g_autofree char *text =
      /* Translators: a sentence: a field, and what is wrong with what is typed in it */
      wrong != NULL ? g_strdup_printf (_("%s The figures do not follow: they are of what was asked before."), wrong)
                    : g_strdup (problem);

  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->result), wrong == NULL);
  gtk_widget_set_sensitive (self->shown, wrong == NULL);
  return wrong != NULL;
}

static void
show_answer (PsWhatIfPage *self)
{
  const char *problem = self->answer->problem;

  ps_what_if_controls_set_base (self->controls, self->answer->base);
  show_wrong (self);
  gtk_widget_set_visible (self->shown, problem == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.reset",
                                 !self->answer->same || !gtk_widget_get_sensitive (self->shown));
  if (problem != NULL)
    {
      gtk_label_set_text (self->result, self->answer->sentence);
      return;
    }
  g_autofree char *result = make_result (self->answer);

  gtk_label_set_text (self->result, result);
  show_figures (self);
}

/* Asking */

static void
take_answer (PsWhatIfPage *self, PsWhatIfAnswer *answer, const GError *error)
{
  if (answer != NULL)
    {
      ps_what_if_answer_free (self->answer);
      self->answer = answer;
      show_answer (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      gtk_label_set_text (self->result, text);
      gtk_widget_set_visible (self->shown, FALSE);
    }
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsWhatIfPage) self = PS_WHAT_IF_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsWhatIfAnswer) answer = ps_what_if_ask_finish (PS_SESSION (source), result, &error);

  self->asking = FALSE;
  if (self->session == NULL)
    return;
  if (self->again)
    {
      ask (self);
      return;
    }
  ps_spinner_show (self->spinner, FALSE);
  take_answer (self, g_steal_pointer (&answer), error);
}

static void
ask (PsWhatIfPage *self)
{
  PsWhatIf what_if;

  if (self->base == NULL)
    return;
  self->again = self->asking;
  if (self->asking)
    return;
  ps_what_if_controls_get (self->controls, &what_if);
  self->asking = TRUE;
  ps_spinner_show (self->spinner, TRUE);
  ps_what_if_ask_async (self->session, self->base, &what_if, on_answered_cb, g_object_ref (self));
  g_clear_pointer (&what_if.ceilings, g_array_unref);
}

static void
on_changed_cb (PsWhatIfPage *self)
{
  if (!show_wrong (self))
    ask (self);
  else
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.reset", TRUE);
}

/* Following the session */

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsWhatIfPage *self = PS_WHAT_IF_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, self->agb) : PS_NONE;
  g_autofree char *title = NULL;

  if (settled == NULL)
    return;
  ps_page_set_gone (GTK_WIDGET (self), provider == PS_NONE);
  if (provider == PS_NONE)
    return;
  title = g_strdup_printf (_("%s, what if %d"), ps_region_provider (settled->region, provider)->name, settled->year);
  gtk_label_set_text (self->title, title);
  ps_what_if_controls_set_base (self->controls, NULL);
  ps_what_if_base_unref (self->base);
  self->base = ps_what_if_base_new (session, provider);
  ps_what_if_controls_set_base (self->controls, self->base);
  ask (self);
}

static void
on_reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_what_if_controls_reset (PS_WHAT_IF_PAGE (widget)->controls);
}

/* Making and unmaking */

static gboolean
ps_what_if_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsWhatIfPage *self = PS_WHAT_IF_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->controls))
         || GTK_WIDGET_CLASS (ps_what_if_page_parent_class)->focus (widget, direction);
}

static void
ps_what_if_page_dispose (GObject *object)
{
  PsWhatIfPage *self = PS_WHAT_IF_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_WHAT_IF_PAGE);
  G_OBJECT_CLASS (ps_what_if_page_parent_class)->dispose (object);
}

static void
ps_what_if_page_finalize (GObject *object)
{
  PsWhatIfPage *self = PS_WHAT_IF_PAGE (object);

  ps_what_if_answer_free (self->answer);
  ps_what_if_base_unref (self->base);
  g_free (self->agb);
  G_OBJECT_CLASS (ps_what_if_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, title);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, spinner);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, result);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, problem);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, shown);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, controls_card);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, charts);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, bands);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, real_bands);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, other_bands);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, steps_bar);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, steps_card);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, lines_bar);
  gtk_widget_class_bind_template_child (class, PsWhatIfPage, lines_card);
}

static void
ps_what_if_page_class_init (PsWhatIfPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_what_if_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_what_if_page_finalize;
  widget_class->focus = ps_what_if_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-what-if-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "what-if.reset", NULL, on_reset_cb);
}

static void
add_menu (GtkBox *bar, PsTable *table)
{
  GtkWidget *menu = ps_table_get_menu (table);

  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (bar, menu);
}

static void
make_parts (PsWhatIfPage *self)
{
  self->controls = PS_WHAT_IF_CONTROLS (ps_what_if_controls_new ());
  adw_bin_set_child (self->controls_card, GTK_WIDGET (self->controls));
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *card = adw_bin_new ();

      self->waterfalls[i] = PS_CHART_VIEW (ps_chart_view_new ());
      gtk_widget_add_css_class (card, "figures");
      adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->waterfalls[i]));
      gtk_box_append (GTK_BOX (self->charts), card);
    }
  self->steps = ps_what_if_steps_new ();
  self->lines = ps_what_if_lines_new ();
  adw_bin_set_child (self->steps_card, GTK_WIDGET (self->steps));
  adw_bin_set_child (self->lines_card, GTK_WIDGET (self->lines));
  add_menu (self->steps_bar, self->steps);
  add_menu (self->lines_bar, self->lines);
}

static void
ps_what_if_page_init (PsWhatIfPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->charts, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  gtk_widget_set_layout_manager (self->bands, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  make_parts (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.reset", FALSE);
  g_signal_connect_object (self->controls, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_what_if_page_new (PsSession *session, const char *agb)
{
  PsWhatIfPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (agb != NULL, NULL);

  self = g_object_new (PS_TYPE_WHAT_IF_PAGE, NULL);
  self->session = g_object_ref (session);
  self->agb = g_strdup (agb);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
