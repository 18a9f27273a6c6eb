/* ps-bandwidth-page-actions.c: letters for who needs one, lists to send on, and the way to a provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-page"

#include "ps-bandwidth-page-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-bandwidth-files.h"
#include "gui/letters/ps-letter-drafts.h"
#include "gui/letters/ps-letter-page.h"
#include "gui/ps-navigator.h"
#include "gui/providers/ps-provider-page.h"
#include "ps-bandwidth-output.h"
#include "ps-forecast-page.h"

/* The only row that is selected; NULL: none, or several. */
static PsTableRow *
get_row (PsBandwidthPage *self)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);

  return selected->len == 1 ? g_ptr_array_index (selected, 0) : NULL;
}

static const char *
agb_of (PsTableRow *row)
{
  return ((const PsBandwidthRow *) ps_table_row_get_data (row))->agb;
}

static const PsLetter *
letter_of (PsBandwidthPage *self, PsTableRow *row)
{
  guint provider =
      row != NULL && self->shown != NULL ? ps_region_find_provider (self->shown->year->region, agb_of (row)) : PS_NONE;
  const PsProviderBandwidth *found = provider != PS_NONE ? ps_bandwidths_find (self->shown->year, provider) : NULL;

  return found != NULL ? ps_bandwidth_shown_letter (self->shown, found->letter_id) : NULL;
}

static guint
count_needed (PsBandwidthPage *self)
{
  PsBandwidthSums sums = { 0 };

  if (self->shown != NULL)
    ps_bandwidth_sum (self->shown, &sums);
  return sums.n[PS_WHICH_BAND_NEEDS_LETTER];
}

void
_ps_bandwidth_page_update_actions (PsBandwidthPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) selected = NULL;
  gboolean writable = !ps_session_is_read_only (self->session);
  gboolean there = self->shown != NULL;

  if (self->table == NULL)
    return;
  selected = ps_table_get_selected (self->table);
  gtk_widget_action_set_enabled (widget, "bandwidth.draft", writable && count_needed (self) > 0);
  gtk_widget_action_set_enabled (widget, "bandwidth.draft-selected", writable && there && selected->len > 0);
  gtk_widget_action_set_enabled (widget, "bandwidth.full-list", there && ps_full_list_count (self->shown->year) > 0);
  gtk_widget_action_set_enabled (widget, "bandwidth.scopes", there);
  gtk_widget_action_set_enabled (widget, "bandwidth.forecast", selected->len == 1);
  gtk_widget_action_set_enabled (widget, "bandwidth.provider", selected->len == 1);
  gtk_widget_action_set_enabled (widget, "bandwidth.letter", letter_of (self, get_row (self)) != NULL);
}

/* Letters. A key may ask for what is off: nothing is done then. */

static gboolean
can_draft (PsBandwidthPage *self)
{
  return self->shown != NULL && !ps_session_is_read_only (self->session);
}

static void
on_draft_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);

  if (can_draft (self))
    ps_letter_drafts_present (widget, self->session, self->shown->year->letters_of, NULL);
}

static void
on_draft_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);
  g_autoptr (GPtrArray) agbs = g_ptr_array_new ();

  if (!can_draft (self) || selected->len == 0)
    return;
  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (agbs, (gpointer) agb_of (g_ptr_array_index (selected, i)));
  g_ptr_array_add (agbs, NULL);
  ps_letter_drafts_present (widget, self->session, self->shown->year->letters_of, (const char *const *) agbs->pdata);
}

/* Other pages */

/* Of the region as it is now: a provider may be gone since its row was worked out. */
static guint
find_place (PsBandwidthPage *self, PsTableRow *row)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  return settled != NULL && row != NULL ? ps_region_find_provider (settled->region, agb_of (row)) : PS_NONE;
}

void
_ps_bandwidth_page_open_row (PsBandwidthPage *self, PsTableRow *row)
{
  /* Translators: a provider */
  g_autofree char *title = g_strdup_printf (_("Bandwidth of %s"), ps_table_row_get_text (row, PS_BANDWIDTH_PROVIDER));

  if (find_place (self, row) != PS_NONE)
    ps_navigator_push (GTK_WIDGET (self), ps_forecast_page_new (self->session, agb_of (row), self->peildatum_id), title);
}

static void
on_forecast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsTableRow *row = get_row (PS_BANDWIDTH_PAGE (widget));

  if (row != NULL)
    _ps_bandwidth_page_open_row (PS_BANDWIDTH_PAGE (widget), row);
}

static void
on_provider_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);
  PsTableRow *row = get_row (self);
  guint place = find_place (self, row);

  if (place != PS_NONE)
    ps_navigator_push (widget, ps_provider_page_new (self->session, place), ps_table_row_get_text (row, PS_BANDWIDTH_PROVIDER));
}

static void
on_letter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);
  const PsLetter *letter = letter_of (self, get_row (self));

  if (letter != NULL)
    ps_navigator_push (widget, ps_letter_page_new (self->session, letter->id), letter->number_text);
}

/* Files */

static void
on_full_list_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);

  if (self->shown != NULL)
    ps_bandwidth_output_full (widget, self->session, self->shown, g_variant_get_string (parameter, NULL));
}

static void
on_scopes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);

  if (self->shown != NULL)
    ps_bandwidth_output_scopes (widget, self->session, self->shown);
}

/* Working out */

static void
on_compute_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);

  _ps_bandwidth_page_forget (self);
  _ps_bandwidth_page_ask (self);
}

/* What was there before stays; nothing of what was cancelled is shown. */
static void
on_cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsBandwidthPage *self = PS_BANDWIDTH_PAGE (widget);

  _ps_bandwidth_page_stop (self);
  if (self->shown == NULL)
    _ps_bandwidth_page_show_none (self, _("Cancelled"),
                                  _("Choose Compute Again in the menu to work out the forecasts after all."));
}

void
_ps_bandwidth_page_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "bandwidth.draft", NULL, on_draft_cb);
  gtk_widget_class_install_action (class, "bandwidth.draft-selected", NULL, on_draft_selected_cb);
  gtk_widget_class_install_action (class, "bandwidth.forecast", NULL, on_forecast_cb);
  gtk_widget_class_install_action (class, "bandwidth.provider", NULL, on_provider_cb);
  gtk_widget_class_install_action (class, "bandwidth.letter", NULL, on_letter_cb);
  gtk_widget_class_install_action (class, "bandwidth.full-list", "s", on_full_list_cb);
  gtk_widget_class_install_action (class, "bandwidth.scopes", NULL, on_scopes_cb);
  gtk_widget_class_install_action (class, "bandwidth.compute", NULL, on_compute_cb);
  gtk_widget_class_install_action (class, "bandwidth.cancel", NULL, on_cancel_cb);
}
