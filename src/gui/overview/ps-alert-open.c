/* ps-alert-open.c: the way from a signal to the thing itself
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-alert-open"

#include "ps-alert-open.h"

#include <glib/gi18n-lib.h>

#include "gui/bandwidth/ps-forecast-page.h"
#include "gui/contracts/ps-contract-page.h"
#include "gui/letters/ps-letter-page.h"
#include "gui/letters/ps-letters-page.h"
#include "gui/peildata/ps-peil-entry-page.h"
#include "gui/products/ps-product-page.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/ps-navigator.h"
#include "gui/ps-year-wait.h"
#include "gui/settlements/ps-settlement-page.h"
#include "gui/settlements/ps-statements-page.h"

/* What is to be opened, by what survives that figures are read again. */
typedef struct
{
  PsSession *session;
  PsAlertTarget target;
  char *agb; /* NULL: of nobody */
  char *name;
  char *title;
  gint64 id;
} Way;

static void
way_free (gpointer data)
{
  Way *way = data;

  g_object_unref (way->session);
  g_free (way->agb);
  g_free (way->name);
  g_free (way->title);
  g_free (way);
}

static Way *
way_new (PsSession *session, const PsOverviewData *data, const PsAlert *alert)
{
  Way *way = g_new0 (Way, 1);

  way->session = g_object_ref (session);
  way->target = alert->target;
  way->id = alert->id;
  way->title = g_strdup (ps_alert_kind_label (alert->kind));
  if (alert->provider != PS_NONE)
    {
      const PsProvider *provider = ps_region_provider (data->figures->region, alert->provider);

      way->agb = g_strdup (provider->agb);
      way->name = g_strdup (provider->name);
    }
  return way;
}

/* Of a provider; NULL: it is not there any more. */
static GtkWidget *
make_page_of_provider (const Way *way)
{
  const PsRegion *region = ps_session_get_settled (way->session)->region;
  guint provider = way->agb != NULL ? ps_region_find_provider (region, way->agb) : PS_NONE;

  if (provider == PS_NONE)
    return NULL;
  if (way->target == PS_TARGET_FORECAST)
    return ps_forecast_page_new (way->session, way->agb, 0);
  if (way->target == PS_TARGET_SETTLEMENT && way->id != 0)
    return ps_settlement_page_new_stored (way->session, provider, way->id);
  if (way->target == PS_TARGET_SETTLEMENT)
    return ps_settlement_page_new (way->session, provider, PS_DATE_OPEN);
  if (way->target == PS_TARGET_CONTRACT)
    return ps_contract_page_new (way->session, provider, way->id, way->name);
  return ps_provider_page_new (way->session, provider);
}

static GtkWidget *
make_page (const Way *way)
{
  switch (way->target)
    {
    case PS_TARGET_LETTER:
      return ps_letter_page_new (way->session, way->id);
    case PS_TARGET_LETTERS:
      return ps_letters_page_new (way->session);
    case PS_TARGET_PRODUCT:
      return ps_product_page_new (way->session, way->id);
    case PS_TARGET_PEILDATUM:
      return ps_peil_entry_page_new (way->session, way->id);
    case PS_TARGET_STATEMENTS:
      return ps_statements_page_new (way->session);
    case PS_TARGET_PROVIDER:
    case PS_TARGET_FORECAST:
    case PS_TARGET_SETTLEMENT:
    case PS_TARGET_CONTRACT:
    default:
      return make_page_of_provider (way);
    }
}

static void
on_year_there_cb (gpointer owner, gpointer data)
{
  const Way *way = data;
  GtkWidget *page = make_page (way);

  if (page != NULL)
    ps_navigator_push (GTK_WIDGET (owner), page, way->name != NULL ? way->name : way->title);
  else
    ps_navigator_tell (GTK_WIDGET (owner), _("It is not there any more."));
}

void
ps_alert_open (GtkWidget *from, PsSession *session, const PsOverviewData *data, const PsAlert *alert)
{
  int year = alert->year != 0 ? alert->year : ps_session_get_year (session);

  if (ps_session_get_settled (session) != NULL)
    ps_year_wait (session, year, from, on_year_there_cb, way_new (session, data, alert), way_free);
}
