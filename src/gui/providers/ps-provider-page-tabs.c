/* ps-provider-page-tabs.c: the tabs behind the first one of a provider's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Their tables are made when they are first looked at, and filled when what they show has changed since: most pages are left with
 * none of them seen, and the page is there sooner.
 */
#define G_LOG_DOMAIN "peilstok-provider-page"

#include "ps-provider-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/bandwidth/ps-course-tables.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/contracts/ps-contracts-table.h"
#include "ps-own-tariffs.h"
#include "ps-provider-details.h"
#include "ps-provider-tables.h"

static const PsRegion *
get_region (PsProviderPage *self)
{
  return ps_session_get_settled (self->session)->region;
}

/* Agreement */

static void
make_agreement (PsProviderPage *self)
{
  self->agreement = ps_agreement_table_new ();
  adw_bin_set_child (self->agreement_card, GTK_WIDGET (self->agreement));
  gtk_box_append (self->agreement_bar, ps_table_get_menu (self->agreement));
}

static void
fill_agreement (PsProviderPage *self)
{
  const PsAgreement *agreement =
      ps_region_find_agreement (get_region (self), self->provider, ps_session_get_year (self->session));
  g_autoptr (GPtrArray) lines = ps_agreement_table_rows (get_region (self), agreement);

  ps_table_set_rows (self->agreement, lines);
}

/* Production */

static void
make_production (PsProviderPage *self)
{
  self->production = ps_production_table_new ();
  adw_bin_set_child (self->production_card, GTK_WIDGET (self->production));
  gtk_box_append (self->production_bar, ps_table_get_menu (self->production));
  _ps_provider_page_follow_production (self);
}

static void
fill_production (PsProviderPage *self)
{
  const PsSettlement *settlement = ps_session_get_settlement (self->session, self->provider);
  g_autoptr (GPtrArray) lines = ps_production_table_rows (get_region (self), settlement);

  ps_table_set_rows (self->production, lines);
}

/* Peildata, and the letters of them */

static void
make_peildata (PsProviderPage *self)
{
  self->points = ps_course_table_new (TRUE);
  self->letters = ps_course_letters_new ();
  adw_bin_set_child (self->points_card, GTK_WIDGET (self->points));
  adw_bin_set_child (self->letters_card, GTK_WIDGET (self->letters));
  _ps_provider_page_follow_points (self);
}

static void
fill_peildata (PsProviderPage *self)
{
  const PsBandwidthCourse *course = self->course;
  g_autoptr (GPtrArray) points = course != NULL ? ps_course_table_rows (course) : g_ptr_array_new ();
  g_autoptr (GPtrArray) letters = course != NULL ? ps_course_letters_rows (course, ps_contract_today ()) : g_ptr_array_new ();

  ps_table_set_rows (self->points, points);
  ps_table_set_rows (self->letters, letters);
}

/* Contracts */

static void
make_contracts (PsProviderPage *self)
{
  self->contracts = ps_contracts_table_new (FALSE);
  ps_table_set_empty (self->contracts, _("Reading the contracts…"), NULL);
  adw_bin_set_child (self->contracts_card, GTK_WIDGET (self->contracts));
  gtk_box_append (self->contracts_bar, ps_table_get_menu (self->contracts));
  _ps_provider_page_follow_contracts (self);
}

static void
fill_contracts (PsProviderPage *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->about == NULL)
    return;
  rows = ps_contracts_table_rows (self->about->contracts, ps_contract_today (), FALSE);
  ps_table_set_empty (self->contracts, _("No contracts"), _("Choose New Contract to enter its number and term."));
  ps_table_set_rows (self->contracts, rows);
}

/* Tariffs of its own */

static void
make_tariffs (PsProviderPage *self)
{
  self->tariffs = ps_own_tariffs_new ();
  adw_bin_set_child (self->tariffs_card, GTK_WIDGET (self->tariffs));
  gtk_box_append (self->tariffs_bar, ps_table_get_menu (self->tariffs));
  _ps_provider_page_follow_tariffs (self);
}

static void
fill_tariffs (PsProviderPage *self)
{
  g_autoptr (GPtrArray) tariffs = ps_own_tariffs_rows (get_region (self), self->provider);

  ps_table_set_rows (self->tariffs, tariffs);
}

/* Details: made anew each time */

static void
make_details (PsProviderPage *self)
{
}

static void
fill_details (PsProviderPage *self)
{
  if (self->about != NULL)
    adw_bin_set_child (self->details_card, ps_provider_details_new (self->about, get_region (self), self->provider));
}

/* Looking */

static const struct
{
  const char *name;
  void (*make) (PsProviderPage *self);
  void (*fill) (PsProviderPage *self);
} tabs[PS_N_PROVIDER_TABS] = {
  [PS_PROVIDER_TAB_AGREEMENT] = { "agreement", make_agreement, fill_agreement },
  [PS_PROVIDER_TAB_PRODUCTION] = { "production", make_production, fill_production },
  [PS_PROVIDER_TAB_PEILDATA] = { "peildata", make_peildata, fill_peildata },
  [PS_PROVIDER_TAB_CONTRACTS] = { "contracts", make_contracts, fill_contracts },
  [PS_PROVIDER_TAB_TARIFFS] = { "tariffs", make_tariffs, fill_tariffs },
  [PS_PROVIDER_TAB_DETAILS] = { "details", make_details, fill_details },
};

/* The tab that is shown, where it does not show what there is by now. */
static void
look (PsProviderPage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->tabs);

  if (self->session == NULL || self->provider == PS_NONE || ps_session_get_settled (self->session) == NULL)
    return;
  for (guint tab = 0; tab < PS_N_PROVIDER_TABS; tab++)
    if (g_strcmp0 (shown, tabs[tab].name) == 0)
      {
        if ((self->tabs_made & (1u << tab)) == 0)
          tabs[tab].make (self);
        self->tabs_made |= 1u << tab;
        if ((self->tabs_filled & (1u << tab)) == 0)
          tabs[tab].fill (self);
        self->tabs_filled |= 1u << tab;
      }
}

static void
on_tab_cb (GtkStack *stack, GParamSpec *pspec, PsProviderPage *self)
{
  look (self);
}

/* `changed`: 1 << PsProviderTab: what they show is not the latest any more. */
void
_ps_provider_page_fill_tabs (PsProviderPage *self, guint changed)
{
  self->tabs_filled &= ~changed;
  look (self);
}

void
_ps_provider_page_make_tabs (PsProviderPage *self)
{
  g_signal_connect_object (self->tabs, "notify::visible-child-name", G_CALLBACK (on_tab_cb), self, 0);
}
