/* ps-provider-page-actions.c: what a provider's page can be told to do: changing it, and going on to other pages
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-page"

#include "ps-provider-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-navigator.h"
#include "gui/agreements/ps-agreement-page.h"
#include "gui/contracts/ps-contract-form.h"
#include "gui/contracts/ps-contract-page.h"
#include "gui/contracts/ps-contracts-table.h"
#include "gui/history/ps-history-page.h"
#include "gui/monitor/ps-monitor-page.h"
#include "gui/report/ps-report-dialog.h"
#include "gui/products/ps-tariff-form.h"
#include "gui/settlements/ps-settlement-history-page.h"
#include "gui/settlements/ps-settlement-page.h"
#include "gui/settlements/ps-sources-page.h"
#include "gui/settlements/ps-what-if-page.h"
#include "ps-provider-end.h"
#include "ps-provider-form.h"
#include "ps-provider-merge.h"

static void
on_settlement_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  g_autofree char *title = g_strdup_printf (_("%s, settlement %d"), provider->name, ps_session_get_year (self->session));

  ps_navigator_push (widget, ps_settlement_page_new (self->session, self->provider, PS_DATE_OPEN), title);
}

static void
on_settlements_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  g_autofree char *title = g_strdup_printf (_("%s, settlements over the years"), provider->name);

  ps_navigator_push (widget, ps_settlement_history_page_new (self->session, provider->agb), title);
}

static void
on_what_if_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  g_autofree char *title = g_strdup_printf (_("%s, what if %d"), provider->name, ps_session_get_year (self->session));

  ps_navigator_push (widget, ps_what_if_page_new (self->session, provider->agb), title);
}

/* The topic of its care that is chosen, where all that the monitor can be filtered by is at hand. */
static void
on_monitor_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  /* Translators: a provider */
  g_autofree char *title = g_strdup_printf (_("Monitor of %s"), provider->name);

  ps_navigator_push (widget, ps_monitor_page_new_for (self->session, _ps_provider_page_get_topic (self), provider->agb), title);
}

static void
on_report_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);

  ps_report_dialog_open (widget, self->session, provider->agb);
}

/* Changing it. A key may ask for what is off (GTK activates it all the same): nothing is changed then. */

static gboolean
can_change (PsProviderPage *self)
{
  return self->about != NULL && !ps_session_is_read_only (self->session);
}

static void
on_edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);

  if (can_change (self))
    ps_provider_form_edit (widget, self->session, self->about->record);
}

static void
on_end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);

  if (can_change (self))
    ps_provider_end_open (widget, self->session, self->provider, self->about);
}

static void
on_continue_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);

  if (can_change (self))
    ps_provider_continue (widget, self->session, self->about);
}

static void
on_merge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);

  if (can_change (self))
    ps_provider_merge_open (widget, self->session, self->about);
}

static void
on_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);

  if (can_change (self) && ps_provider_facts_unused (self->about))
    ps_provider_delete (widget, self->session, self->about);
}

static void
on_new_contract_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);

  if (can_change (self))
    ps_contract_form_add (widget, self->session, self->id, self->about->contracts);
}

static void
on_add_tariff_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);

  if (can_change (self))
    ps_tariff_form_open_for_provider (widget, self->session, self->id);
}

/* Ctrl+Shift+N: what the tab that is shown is a list of. */
static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *tab = gtk_stack_get_visible_child_name (PS_PROVIDER_PAGE (widget)->tabs);

  if (g_strcmp0 (tab, "contracts") == 0)
    on_new_contract_cb (widget, name, parameter);
  else if (g_strcmp0 (tab, "tariffs") == 0)
    on_add_tariff_cb (widget, name, parameter);
}

static void
on_tariff_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (user_data);

  if (!ps_session_is_read_only (self->session))
    ps_tariff_form_edit (GTK_WIDGET (self), self->session, (gint64) ps_table_row_get_id (row));
}

/* Going on to other pages */

static void
on_contract_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (user_data);
  const PsContractRow *data = ps_table_row_get_data (row);
  const PsContract *contract = ps_shown_contract_get (data->shown);
  g_autofree char *title = g_strdup_printf (_("Contract %s"), contract->number);

  ps_navigator_push (GTK_WIDGET (self), ps_contract_page_new (self->session, self->provider, contract->id, contract->number),
                     title);
}

static void
on_agreement_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  g_autofree char *title = g_strdup_printf (_("%s, agreement %d"), provider->name, ps_session_get_year (self->session));

  ps_navigator_push (widget, ps_agreement_page_new (self->session, self->provider), title);
}

static void
on_line_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (user_data);
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  const PsSettlement *settlement = ps_session_get_settlement (self->session, self->provider);
  const PsSettlementLine *line;
  GtkWidget *page;

  if (settlement == NULL || ps_table_row_get_id (row) >= settlement->lines->len)
    return;
  line = &g_array_index (settlement->lines, PsSettlementLine, ps_table_row_get_id (row));
  g_autofree char *title = g_strdup_printf ("%s, %s", ps_region_group (region, line->group)->code,
                                            ps_region_municipality (region, line->municipality)->name);
  page = ps_sources_page_new (self->session, self->provider, line->group, line->municipality, PS_DATE_OPEN, 0);
  ps_navigator_push (GTK_WIDGET (self), page, title);
}

static void
on_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  g_autofree char *thing = g_strdup_printf ("provider:%s", provider->agb);
  /* Translators: a provider */
  g_autofree char *title = g_strdup_printf (_("History of %s"), provider->name);

  ps_navigator_push (widget, ps_history_page_new_for (self->session, thing, provider->name), title);
}

/* Another provider, of the merged records. */
static void
on_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (widget);
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  guint place = ps_region_find_provider (region, g_variant_get_string (parameter, NULL));

  if (place != PS_NONE)
    ps_navigator_push (widget, ps_provider_page_new (self->session, place), ps_region_provider (region, place)->name);
}

/* What a row of each table opens. */

void
_ps_provider_page_follow_production (PsProviderPage *self)
{
  g_signal_connect_object (self->production, "row-activated", G_CALLBACK (on_line_activated_cb), self, 0);
}

void
_ps_provider_page_follow_contracts (PsProviderPage *self)
{
  g_signal_connect_object (self->contracts, "row-activated", G_CALLBACK (on_contract_activated_cb), self, 0);
}

void
_ps_provider_page_follow_tariffs (PsProviderPage *self)
{
  g_signal_connect_object (self->tariffs, "row-activated", G_CALLBACK (on_tariff_activated_cb), self, 0);
}

void
_ps_provider_page_update_actions (PsProviderPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PsProvider *provider = ps_region_provider (ps_session_get_settled (self->session)->region, self->provider);
  gboolean is_writable = !ps_session_is_read_only (self->session);
  gboolean is_known = is_writable && self->about != NULL;
  gboolean has_ended = provider->ended_on != PS_DATE_OPEN;

  gtk_widget_action_set_enabled (widget, "provider.edit", is_known);
  gtk_widget_action_set_enabled (widget, "provider.end", is_known && !has_ended);
  gtk_widget_action_set_enabled (widget, "provider.continue", is_known && has_ended && provider->merged_into == PS_NONE);
  gtk_widget_action_set_enabled (widget, "provider.merge", is_known && provider->merged_into == PS_NONE);
  gtk_widget_action_set_enabled (widget, "provider.delete", is_known && ps_provider_facts_unused (self->about));
  gtk_widget_action_set_enabled (widget, "provider.new-contract", is_known);
  gtk_widget_action_set_enabled (widget, "provider.add-tariff", is_writable);
  gtk_label_set_label (
      self->tariffs_hint,
      is_writable ? _("What this provider is paid where that differs from the region’s tariff. Open a row to change it.")
                  : _("What this provider is paid where that differs from the region’s tariff."));
}

void
_ps_provider_page_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "provider.settlement", NULL, on_settlement_cb);
  gtk_widget_class_install_action (class, "provider.settlements", NULL, on_settlements_cb);
  gtk_widget_class_install_action (class, "provider.what-if", NULL, on_what_if_cb);
  gtk_widget_class_install_action (class, "provider.monitor", NULL, on_monitor_cb);
  gtk_widget_class_install_action (class, "provider.report", NULL, on_report_cb);
  gtk_widget_class_install_action (class, "provider.history", NULL, on_history_cb);
  gtk_widget_class_install_action (class, "provider.agreement", NULL, on_agreement_cb);
  gtk_widget_class_install_action (class, "provider.open", "s", on_open_cb);
  gtk_widget_class_install_action (class, "provider.edit", NULL, on_edit_cb);
  gtk_widget_class_install_action (class, "provider.end", NULL, on_end_cb);
  gtk_widget_class_install_action (class, "provider.continue", NULL, on_continue_cb);
  gtk_widget_class_install_action (class, "provider.merge", NULL, on_merge_cb);
  gtk_widget_class_install_action (class, "provider.delete", NULL, on_delete_cb);
  gtk_widget_class_install_action (class, "provider.new-contract", NULL, on_new_contract_cb);
  gtk_widget_class_install_action (class, "provider.add-tariff", NULL, on_add_tariff_cb);
  gtk_widget_class_install_action (class, "page.new", NULL, on_new_cb);
}
