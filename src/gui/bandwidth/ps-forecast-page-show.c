/* ps-forecast-page-show.c: one provider's bandwidth on its page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-forecast-page"

#include "ps-forecast-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/contracts/ps-contract-words.h"
#include "ps-bandwidth-words.h"
#include "ps-course-tables.h"
#include "ps-forecast-scope.h"

static const PsBandwidth *
get_now (PsForecastPage *self)
{
  const PsProviderBandwidth *provider = self->course != NULL ? ps_bandwidth_course_provider (self->course) : NULL;

  return provider != NULL ? provider->now : NULL;
}

const PsBandwidthScope *
_ps_forecast_page_get_scope (PsForecastPage *self)
{
  const PsBandwidth *now = get_now (self);
  const PsBandwidthScope *scope = now != NULL && self->scope != NULL ? ps_bandwidth_find (now, self->scope) : NULL;

  return scope != NULL || now == NULL ? scope : ps_bandwidth_get_heaviest (now);
}

/* "AGB 41410001 · peildatum 19-07-2024, closed · since 19-04-2024: over the bandwidth" */
static void
show_state (PsForecastPage *self, const PsProvider *whose)
{
  const PsBandwidthYear *year = self->course->now->year;
  const PsProviderBandwidth *provider = ps_bandwidth_course_provider (self->course);
  g_autofree char *day = ps_format_date (year->day);
  g_autofree char *change = provider != NULL ? ps_bandwidth_change_text (provider->before, provider->now) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("AGB %s"), whose->agb);
  g_string_append (text, " · ");
  g_string_append_printf (text, year->peildatum_id != 0 ? _("Peildatum %s") : _("On %s"), day);
  if (year->closed)
    g_string_append_printf (text, " · %s", C_("peildatum", "closed"));
  if (change != NULL)
    g_string_append_printf (text, " · %s", change);
  gtk_label_set_text (self->state, text->str);
}

static void
show_tables (PsForecastPage *self)
{
  const PsBandwidth *now = get_now (self);
  g_autoptr (GPtrArray) scopes = ps_scopes_table_rows (now);
  g_autoptr (GPtrArray) points = ps_course_table_rows (self->course);
  g_autoptr (GPtrArray) letters = ps_course_letters_rows (self->course, ps_contract_today ());

  ps_table_set_rows (self->scopes, scopes);
  ps_table_set_rows (self->points, points);
  ps_table_set_rows (self->letters, letters);
  gtk_widget_set_visible (self->scopes_box, scopes->len != 1);
  /* Which of them the page is about. */
  if (self->peildatum_id != 0)
    ps_table_set_selected (self->points, (guint64) self->peildatum_id);
}

/* The letter that there is at this peildatum (today: at the latest one), else the one that should be written. */
static void
show_letter (PsForecastPage *self)
{
  const PsProviderBandwidth *provider = ps_bandwidth_course_provider (self->course);
  const PsLetter *letter = ps_bandwidth_course_letter (self->course, self->course->now->year->letters_of);
  gboolean needs = provider != NULL && ps_bandwidths_needs_letter (provider, NULL);
  GtkWidget *button = GTK_WIDGET (self->letter);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (button, letter != NULL || needs);
  /* Neither of the two actions ever sees the other's target. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  if (letter != NULL)
    {
      /* Translators: the number of a letter */
      label = g_strdup_printf (_("_Letter %s"), letter->number_text);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", letter->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "forecast.letter");
      gtk_widget_remove_css_class (button, "suggested-action");
    }
  else
    {
      label = g_strdup (_("_Draft Letter…"));
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "forecast.draft");
      gtk_widget_add_css_class (button, "suggested-action");
    }
  gtk_button_set_label (self->letter, label);
}

void
_ps_forecast_page_show_scope (PsForecastPage *self)
{
  const PsBandwidth *now = get_now (self);
  const PsBandwidthScope *scope = _ps_forecast_page_get_scope (self);

  if (scope != NULL)
    {
      adw_bin_set_child (self->scope_card,
                         ps_forecast_scope_new (self->course->now->year->region, now, scope, self->peildatum_id == 0));
      ps_table_set_selected (self->scopes, (guint64) (scope - (const PsBandwidthScope *) (gpointer) now->scopes->data));
    }
  else
    adw_bin_set_child (self->scope_card, NULL);
  _ps_forecast_page_update_actions (self);
}

void
_ps_forecast_page_show_chart (PsForecastPage *self)
{
  if (self->plain == NULL || self->course == NULL)
    return;
  ps_chart_view_set_chart (self->chart, &ps_chart_realised_kind, ps_bandwidth_course_chart (self->course, self->plain),
                           (GDestroyNotify) ps_realised_chart_free);
}

void
_ps_forecast_page_show (PsForecastPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const PsProvider *whose = ps_region_provider (settled->region, self->provider);
  g_autofree char *title = g_strdup_printf (_("%s, bandwidth %d"), whose->name, self->year);

  gtk_label_set_text (self->name, title);
  ps_chart_view_set_subject (self->chart, whose->name);
  ps_chart_view_set_note (self->chart, _("trajectories as they run"));
  if (self->course == NULL)
    {
      gtk_label_set_text (self->state, "");
      return;
    }
  show_state (self, whose);
  show_tables (self);
  show_letter (self);
  _ps_forecast_page_show_scope (self);
  _ps_forecast_page_show_chart (self);
}
