/* ps-provider-page-band.c: where a provider stands against its bandwidth, its peildata and its letters, on its page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-page"

#include "ps-provider-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/bandwidth/ps-course-tables.h"
#include "gui/bandwidth/ps-forecast-page.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/letters/ps-letter-page.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"

typedef struct
{
  PsProviderPage *page;
  guint asked;
} Asking;

/* Showing */

static const PsBandwidth *
get_now (PsProviderPage *self)
{
  const PsProviderBandwidth *provider = self->course != NULL ? ps_bandwidth_course_provider (self->course) : NULL;

  return provider != NULL ? provider->now : NULL;
}

/* With forecast and marks as soon as they are there; until then without. */
void
_ps_provider_page_show_realised (PsProviderPage *self)
{
  if (self->realised != NULL && self->load != NULL)
    ps_chart_view_set_chart (self->realised, &ps_chart_realised_kind,
                             ps_bandwidth_course_chart (self->course, self->load->realised),
                             (GDestroyNotify) ps_realised_chart_free);
}

/* "Realised through 31-05-2024 as trajects run; the forecast is of the whole year." */
static void
show_note (PsProviderPage *self, const PsBandwidth *now)
{
  g_autofree char *through = NULL;
  g_autofree char *note = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->band_note), now != NULL);
  if (now == NULL)
    return;
  through = ps_format_date (now->through);
  if (now->through < ps_date_year_start (now->year))
    note = g_strdup (_("There is no data of this year yet: the forecast is the ceiling."));
  else
    note = g_strdup_printf (_("Realised through %s, trajectories as they run; the forecast is of the whole year."), through);
  gtk_label_set_text (self->band_note, note);
}

/* The pill says the same as the card: where the year will end by its forecast. */
static void
show_pill (PsProviderPage *self, const PsBandwidth *now)
{
  PsProviderFigures figures;

  if (now == NULL || ps_session_get_settled (self->session) == NULL)
    return;
  ps_provider_figures_fill (&figures, self->session, self->provider);
  ps_provider_figures_forecast (&figures, now);
  _ps_provider_page_show_pill (self, &figures);
}

void
_ps_provider_page_show_band (PsProviderPage *self)
{
  const PsBandwidth *now = get_now (self);
  g_autoptr (GPtrArray) scopes = ps_scopes_table_rows (now);

  ps_table_set_empty (self->scopes, _("No bandwidth"), _("There is no agreement with a ceiling this year."));
  ps_table_set_rows (self->scopes, scopes);
  gtk_widget_set_visible (self->band_box, now != NULL);
  show_note (self, now);
  show_pill (self, now);
  _ps_provider_page_fill_tabs (self, 1u << PS_PROVIDER_TAB_PEILDATA);
}

/* Asking */

static void
on_course_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsProviderPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthCourse) course = ps_bandwidth_course_finish (PS_SESSION (source), result, &error);

  if (self->realised == NULL || asking->asked != self->asked_course)
    return;
  self->course_awaited = FALSE;
  if (course != NULL)
    {
      g_clear_pointer (&self->course, ps_bandwidth_course_free);
      self->course = g_steal_pointer (&course);
      self->course_arrived = TRUE;
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_navigator_tell (GTK_WIDGET (self), text);
    }
  _ps_provider_page_show_arrived (self);
}

void
_ps_provider_page_stop_band (PsProviderPage *self)
{
  self->asked_course++;
  self->course_awaited = FALSE;
  if (self->course_cancellable != NULL)
    g_cancellable_cancel (self->course_cancellable);
  g_clear_object (&self->course_cancellable);
}

/* Of another year nothing is left standing; of the same one it is, until the new one comes. */
static void
forget_other_year (PsProviderPage *self, int year)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (self->course == NULL || self->course->now->year->year == year)
    return;
  g_clear_pointer (&self->course, ps_bandwidth_course_free);
  self->course_arrived = FALSE;
  ps_table_set_rows (self->scopes, none);
  _ps_provider_page_fill_tabs (self, 1u << PS_PROVIDER_TAB_PEILDATA);
}

/* Of this provider only, as it is today; at earlier peildata what was kept when they were closed. What the others come to is worked
 * out when somebody looks at their tab. */
void
_ps_provider_page_ask_band (PsProviderPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  Asking *asking = g_new (Asking, 1);
  PsCourseAsk ask = { .year = settled->year, .only_kept = !self->course_wanted };

  _ps_provider_page_stop_band (self);
  forget_other_year (self, settled->year);
  self->course_cancellable = g_cancellable_new ();
  self->course_awaited = TRUE;
  ask.cancellable = self->course_cancellable;
  ask.agb = ps_region_provider (settled->region, self->provider)->agb;
  *asking = (Asking){ g_object_ref (self), self->asked_course };
  ps_bandwidth_course_async (self->session, &ask, on_course_cb, asking);
}

static void
on_tab_cb (GtkStack *tabs, GParamSpec *pspec, PsProviderPage *self)
{
  if (self->course_wanted || self->session == NULL || self->provider == PS_NONE
      || g_strcmp0 (gtk_stack_get_visible_child_name (tabs), "peildata") != 0)
    return;
  self->course_wanted = TRUE;
  _ps_provider_page_ask_band (self);
}

/* Other pages */

static void
open_forecast (PsProviderPage *self, gint64 peildatum_id)
{
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  g_autofree char *title = g_strdup_printf (_("Bandwidth of %s"), provider->name);

  ps_navigator_push (GTK_WIDGET (self), ps_forecast_page_new (self->session, provider->agb, peildatum_id), title);
}

static void
on_forecast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_forecast (PS_PROVIDER_PAGE (widget), 0);
}

static void
on_scope_activated_cb (PsTable *table, PsTableRow *row, PsProviderPage *self)
{
  open_forecast (self, 0);
}

static void
on_point_activated_cb (PsTable *table, PsTableRow *row, PsProviderPage *self)
{
  open_forecast (self, (gint64) ps_table_row_get_id (row));
}

static void
on_letter_activated_cb (PsTable *table, PsTableRow *row, PsProviderPage *self)
{
  const PsLetter *letter = ps_bandwidth_shown_letter (self->course->now, (gint64) ps_table_row_get_id (row));

  if (letter != NULL)
    ps_navigator_push (GTK_WIDGET (self), ps_letter_page_new (self->session, letter->id), letter->number_text);
}

void
_ps_provider_page_install_band (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "provider.forecast", NULL, on_forecast_cb);
}

void
_ps_provider_page_make_band (PsProviderPage *self)
{
  self->scopes = ps_scopes_table_new ();
  ps_table_set_empty (self->scopes, _("Working out the forecasts…"), NULL);
  adw_bin_set_child (self->band_card, GTK_WIDGET (self->scopes));
  g_signal_connect_object (self->scopes, "row-activated", G_CALLBACK (on_scope_activated_cb), self, 0);
  g_signal_connect_object (self->tabs, "notify::visible-child-name", G_CALLBACK (on_tab_cb), self, 0);
}

void
_ps_provider_page_follow_points (PsProviderPage *self)
{
  g_signal_connect_object (self->points, "row-activated", G_CALLBACK (on_point_activated_cb), self, 0);
  g_signal_connect_object (self->letters, "row-activated", G_CALLBACK (on_letter_activated_cb), self, 0);
}
