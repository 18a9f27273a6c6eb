/* ps-forecast-page.c: one provider's bandwidth: every scope, every method and how wrong it was, and the choice
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "settled", another peildatum ──▶ its course and its chart, each on a worker ──▶ chart, peildata, letters, a scope
 */
#define G_LOG_DOMAIN "peilstok-forecast-page"

#include "ps-forecast-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/providers/ps-provider-chart.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-spinner.h"
#include "gui/ps-tell-error.h"
#include "ps-bandwidth-words.h"
#include "ps-course-tables.h"

G_DEFINE_FINAL_TYPE (PsForecastPage, ps_forecast_page, ADW_TYPE_BIN)

typedef struct
{
  PsForecastPage *page;
  guint asked;
} Asking;

static Asking *
asking_new (PsForecastPage *self, guint asked)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), asked };
  return asking;
}

/* The course */

static void
on_course_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsForecastPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthCourse) course = ps_bandwidth_course_finish (PS_SESSION (source), result, &error);

  if (self->points == NULL || asking->asked != self->asked)
    return;
  ps_spinner_show (self->spinner, FALSE);
  if (course == NULL)
    {
      ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
      return;
    }
  g_clear_pointer (&self->course, ps_bandwidth_course_free);
  self->course = g_steal_pointer (&course);
  _ps_forecast_page_show (self);
}

static void
stop (PsForecastPage *self)
{
  self->asked++;
  self->asked_chart++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask_for_course (PsForecastPage *self)
{
  const PsProvider *whose = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  PsCourseAsk ask = { .year = self->year, .peildatum_id = self->peildatum_id, .agb = whose->agb };

  self->cancellable = g_cancellable_new ();
  ask.cancellable = self->cancellable;
  ps_spinner_show (self->spinner, TRUE);
  ps_bandwidth_course_async (self->session, &ask, on_course_cb, asking_new (self, self->asked));
}

/* The chart */

static void
on_chart_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsForecastPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRealisedChart) chart = ps_provider_chart_finish (PS_SESSION (source), result, &error);

  if (self->points == NULL || asking->asked != self->asked_chart)
    return;
  if (chart == NULL)
    {
      ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
      return;
    }
  g_clear_pointer (&self->plain, ps_realised_chart_free);
  self->plain = g_steal_pointer (&chart);
  _ps_forecast_page_show_chart (self);
}

/* What was shown of another peildatum is not left standing under this one's name. */
static void
forget (PsForecastPage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (self->course == NULL
      || (self->course->now->year->peildatum_id == self->peildatum_id && self->course->now->year->year == self->year))
    return;
  g_clear_pointer (&self->course, ps_bandwidth_course_free);
  gtk_widget_set_visible (GTK_WIDGET (self->letter), FALSE);
  ps_table_set_rows (self->scopes, none);
  _ps_forecast_page_show_scope (self);
}

static void
ask (PsForecastPage *self)
{
  stop (self);
  forget (self);
  _ps_forecast_page_show (self);
  ask_for_course (self);
  ps_provider_chart_async (self->session, self->provider, on_chart_cb, asking_new (self, self->asked_chart));
}

/* Which peildatum */

void
_ps_forecast_page_go_to (PsForecastPage *self, gint64 peildatum_id)
{
  if (peildatum_id == self->peildatum_id)
    return;
  self->peildatum_id = peildatum_id;
  self->chosen = TRUE;
  ps_peildatum_list_show (self->peildata, peildatum_id);
  ask (self);
}

static void
on_peildatum_chosen (gint64 peildatum_id, gpointer user_data)
{
  _ps_forecast_page_go_to (PS_FORECAST_PAGE (user_data), peildatum_id);
}

static void
list_peildata (PsForecastPage *self, const PsRegion *region)
{
  ps_peildatum_list_fill (self->peildata, region, self->year);
  if (!self->chosen || !ps_peildatum_list_has (self->peildata, self->peildatum_id))
    {
      self->chosen = FALSE;
      self->peildatum_id = ps_bandwidth_default_peildatum (self->session);
    }
  ps_peildatum_list_show (self->peildata, self->peildatum_id);
}

static guint
find_place (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == id)
      return i;
  return PS_NONE;
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsForecastPage *self = PS_FORECAST_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);

  if (settled == NULL)
    return;
  self->provider = find_place (settled->region, self->id);
  ps_page_set_gone (GTK_WIDGET (self), self->provider == PS_NONE);
  if (self->provider == PS_NONE)
    {
      stop (self);
      return;
    }
  if (self->year != 0 && settled->year != self->year)
    self->chosen = FALSE;
  self->year = settled->year;
  list_peildata (self, settled->region);
  ask (self);
}

/* Making and unmaking */

static gboolean
ps_forecast_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsForecastPage *self = PS_FORECAST_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->peildatum))
         || GTK_WIDGET_CLASS (ps_forecast_page_parent_class)->focus (widget, direction);
}

static void
ps_forecast_page_dispose (GObject *object)
{
  PsForecastPage *self = PS_FORECAST_PAGE (object);

  if (self->points != NULL)
    {
      stop (self);
      g_clear_pointer (&self->peildata, ps_peildatum_list_free);
      self->points = NULL;
    }
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_FORECAST_PAGE);
  G_OBJECT_CLASS (ps_forecast_page_parent_class)->dispose (object);
}

static void
ps_forecast_page_finalize (GObject *object)
{
  PsForecastPage *self = PS_FORECAST_PAGE (object);

  ps_bandwidth_course_free (self->course);
  ps_realised_chart_free (self->plain);
  g_free (self->scope);
  G_OBJECT_CLASS (ps_forecast_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, name);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, state);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, peildatum);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, letter);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, course_card);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, letters_card);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, scopes_box);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, scopes_card);
  gtk_widget_class_bind_template_child (widget_class, PsForecastPage, scope_card);
}

static void
ps_forecast_page_class_init (PsForecastPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_forecast_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_forecast_page_finalize;
  widget_class->focus = ps_forecast_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-forecast-page.ui");
  ps_band_load_style ();
  bind_children (widget_class);
  _ps_forecast_page_install_actions (widget_class);
}

static void
ps_forecast_page_init (PsForecastPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->peildata = ps_peildatum_list_new (self->peildatum, on_peildatum_chosen, self);
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new (420, 12));
  self->chart = PS_CHART_VIEW (ps_chart_view_new ());
  self->points = ps_course_table_new (FALSE);
  self->letters = ps_course_letters_new ();
  self->scopes = ps_scopes_table_new ();
  adw_bin_set_child (self->chart_card, GTK_WIDGET (self->chart));
  adw_bin_set_child (self->course_card, GTK_WIDGET (self->points));
  adw_bin_set_child (self->letters_card, GTK_WIDGET (self->letters));
  adw_bin_set_child (self->scopes_card, GTK_WIDGET (self->scopes));
  _ps_forecast_page_follow_tables (self);
}

/**
 * ps_forecast_page_new:
 * @agb: of a provider of the session's region
 * @peildatum_id: of the session's year; 0: today
 */
GtkWidget *
ps_forecast_page_new (PsSession *session, const char *agb, gint64 peildatum_id)
{
  PsForecastPage *self;
  guint provider;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);
  provider = ps_region_find_provider (ps_session_get_settled (session)->region, agb);
  g_return_val_if_fail (provider != PS_NONE, NULL);

  self = g_object_new (PS_TYPE_FORECAST_PAGE, NULL);
  self->session = g_object_ref (session);
  self->id = ps_region_provider (ps_session_get_settled (session)->region, provider)->id;
  self->peildatum_id = peildatum_id;
  self->chosen = TRUE;
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  on_settled_cb (session, self);
  return GTK_WIDGET (self);
}
