/* ps-forecast-page-actions.c: choosing a forecast, drafting the letter, and the way to what it is about
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-forecast-page"

#include "ps-forecast-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/letters/ps-letter-drafts.h"
#include "gui/letters/ps-letter-page.h"
#include "gui/ps-navigator.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/schemes/ps-scheme-page.h"
#include "ps-forecast-choose.h"

static const PsProvider *
get_provider (PsForecastPage *self)
{
  return ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
}

/* A key, or a row, may ask for what is off: nothing is changed then. */
static gboolean
can_choose (PsForecastPage *self)
{
  return self->course != NULL && self->peildatum_id != 0 && !ps_session_is_read_only (self->session)
         && self->course->now->year->peildatum_id == self->peildatum_id && _ps_forecast_page_get_scope (self) != NULL;
}

void
_ps_forecast_page_update_actions (PsForecastPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PsBandwidthScope *scope = _ps_forecast_page_get_scope (self);
  gboolean may = can_choose (self);

  gtk_widget_action_set_enabled (widget, "forecast.choose", may);
  gtk_widget_action_set_enabled (widget, "forecast.propose", may && scope->choice != NULL);
  gtk_widget_action_set_enabled (widget, "forecast.scheme", scope != NULL && scope->scheme != PS_NONE);
  gtk_widget_action_set_enabled (widget, "forecast.draft", self->course != NULL && !ps_session_is_read_only (self->session));
}

/* Choosing */

static PsForecastWhere
where_of (PsForecastPage *self)
{
  return (PsForecastWhere){ self->peildatum_id, self->course->now->year->closed, self->id, _ps_forecast_page_get_scope (self) };
}

/* Of a method that cannot be computed there is nothing to choose. */
static gboolean
is_there (const PsBandwidthScope *scope, PsForecastMethod method)
{
  const PsForecastTry *try;

  if (method == PS_FORECAST_CEILING || method == PS_FORECAST_MANUAL)
    return TRUE;
  try = scope->forecast != NULL ? ps_forecast_find (scope->forecast, method) : NULL;
  return try != NULL && try->why_not == NULL;
}

static void
on_choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsForecastPage *self = PS_FORECAST_PAGE (widget);
  PsForecastMethod method = (PsForecastMethod) g_variant_get_int32 (parameter);
  PsForecastWhere where;

  if (!can_choose (self))
    return;
  where = where_of (self);
  if (is_there (where.scope, method))
    ps_forecast_choose_present (widget, self->session, &where, method);
}

static void
on_propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsForecastPage *self = PS_FORECAST_PAGE (widget);
  PsForecastWhere where;

  if (!can_choose (self) || _ps_forecast_page_get_scope (self)->choice == NULL)
    return;
  where = where_of (self);
  ps_forecast_choose_proposed (widget, self->session, &where);
}

/* Letters */

static void
on_draft_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsForecastPage *self = PS_FORECAST_PAGE (widget);
  const char *agbs[] = { NULL, NULL };

  if (self->course == NULL || self->provider == PS_NONE || ps_session_is_read_only (self->session))
    return;
  agbs[0] = get_provider (self)->agb;
  ps_letter_drafts_present (widget, self->session, self->course->now->year->letters_of, agbs);
}

static void
open_letter (PsForecastPage *self, gint64 id)
{
  const PsLetter *letter = self->course != NULL ? ps_bandwidth_shown_letter (self->course->now, id) : NULL;

  if (letter != NULL)
    ps_navigator_push (GTK_WIDGET (self), ps_letter_page_new (self->session, id), letter->number_text);
}

static void
on_letter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_letter (PS_FORECAST_PAGE (widget), g_variant_get_int64 (parameter));
}

/* Other pages */

static void
on_provider_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsForecastPage *self = PS_FORECAST_PAGE (widget);

  if (ps_session_get_settled (self->session) != NULL && self->provider != PS_NONE)
    ps_navigator_push (widget, ps_provider_page_new (self->session, self->provider), get_provider (self)->name);
}

/* The scope's place is of the region that was computed with: the scheme is looked up by its name. */
static void
on_scheme_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsForecastPage *self = PS_FORECAST_PAGE (widget);
  const PsBandwidthScope *scope = _ps_forecast_page_get_scope (self);
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  const char *scheme;

  if (scope == NULL || scope->scheme == PS_NONE)
    return;
  scheme = ps_region_scheme (self->course->now->year->region, scope->scheme)->name;
  for (guint i = 0; i < region->schemes->len; i++)
    if (g_str_equal (ps_region_scheme (region, i)->name, scheme))
      ps_navigator_push (widget, ps_scheme_page_new (self->session, i), scheme);
}

/* Rows */

static void
on_scope_activated_cb (PsTable *table, PsTableRow *row, PsForecastPage *self)
{
  const PsProviderBandwidth *provider = ps_bandwidth_course_provider (self->course);
  guint place = (guint) ps_table_row_get_id (row);

  if (provider == NULL || place >= provider->now->scopes->len)
    return;
  g_free (self->scope);
  self->scope = g_strdup (g_array_index (provider->now->scopes, PsBandwidthScope, place).name);
  _ps_forecast_page_show_scope (self);
}

static void
on_point_activated_cb (PsTable *table, PsTableRow *row, PsForecastPage *self)
{
  _ps_forecast_page_go_to (self, (gint64) ps_table_row_get_id (row));
}

static void
on_letter_activated_cb (PsTable *table, PsTableRow *row, PsForecastPage *self)
{
  open_letter (self, (gint64) ps_table_row_get_id (row));
}

void
_ps_forecast_page_follow_tables (PsForecastPage *self)
{
  g_signal_connect_object (self->scopes, "row-activated", G_CALLBACK (on_scope_activated_cb), self, 0);
  g_signal_connect_object (self->points, "row-activated", G_CALLBACK (on_point_activated_cb), self, 0);
  g_signal_connect_object (self->letters, "row-activated", G_CALLBACK (on_letter_activated_cb), self, 0);
}

void
_ps_forecast_page_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "forecast.choose", "i", on_choose_cb);
  gtk_widget_class_install_action (class, "forecast.propose", NULL, on_propose_cb);
  gtk_widget_class_install_action (class, "forecast.draft", NULL, on_draft_cb);
  gtk_widget_class_install_action (class, "forecast.letter", "x", on_letter_cb);
  gtk_widget_class_install_action (class, "forecast.provider", NULL, on_provider_cb);
  gtk_widget_class_install_action (class, "forecast.scheme", NULL, on_scheme_cb);
}
