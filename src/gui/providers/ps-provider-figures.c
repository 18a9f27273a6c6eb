/* ps-provider-figures.c: what the window says of a provider's year: amounts, and where it stands
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-figures"

#include "ps-provider-figures.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "gui/bandwidth/ps-bandwidth-words.h"

/* Shape, word and colour each say it: never colour alone. */
static const struct
{
  const char *label;
  const char *icon;
  const char *css_class;
} standings[] = {
  [PS_STANDING_NOTHING] = { N_("Nothing this year"), "list-remove-symbolic", "standing-none" },
  [PS_STANDING_NO_AGREEMENT] = { N_("No agreement"), "dialog-question-symbolic", "standing-none" },
  [PS_STANDING_LUMP_SUM] = { N_("Lump sum"), "object-select-symbolic", "standing-none" },
  [PS_STANDING_UNDER] = { N_("Under the bandwidth"), "go-down-symbolic", "standing-off" },
  [PS_STANDING_WITHIN] = { N_("Within the bandwidth"), "object-select-symbolic", "standing-within" },
  [PS_STANDING_OVER] = { N_("Over the bandwidth"), "go-up-symbolic", "standing-off" },
};

/* A year that still runs is held against the part of the ceiling that belongs to the days that are complete. */
static void
fill_days (PsCorridor *corridor, PsSession *session)
{
  int year = ps_session_get_year (session);
  PsDate through = ps_session_get_complete_through (session);

  corridor->days_in_year = ps_date_days_in_year (year);
  corridor->days = 0;
  if (!ps_session_is_year_complete (session) && through != PS_DATE_OPEN)
    corridor->days = through - ps_date_year_start (year) + 1;
}

static PsCorridor
scope_corridor (PsSession *session, const PsSettlement *settlement, const PsScope *scope)
{
  const PsRegion *region = ps_session_get_settled (session)->region;
  const PsAgreement *agreement = settlement->agreement;
  PsCorridor corridor = { .ceiling_cents = scope->ceiling_cents, .amount_cents = scope->net_cents };

  corridor.under_bp = agreement != NULL && agreement->under_bp >= 0 ? agreement->under_bp : region->under_bp;
  corridor.over_bp = agreement != NULL && agreement->over_bp >= 0 ? agreement->over_bp : region->over_bp;
  fill_days (&corridor, session);
  return corridor;
}

static PsStanding
standing_of (const PsCorridor *corridor)
{
  switch (ps_corridor_position (corridor))
    {
    case PS_CORRIDOR_OVER:
      return PS_STANDING_OVER;
    case PS_CORRIDOR_UNDER:
      return PS_STANDING_UNDER;
    case PS_CORRIDOR_WITHIN:
      return PS_STANDING_WITHIN;
    case PS_CORRIDOR_UNKNOWN:
    default:
      return PS_STANDING_LUMP_SUM;
    }
}

/* Over weighs heaviest, then under (as with letters, domain.md §7). */
static int
weight (PsStanding standing)
{
  return standing == PS_STANDING_OVER ? 3 : standing == PS_STANDING_UNDER ? 2 : standing == PS_STANDING_WITHIN ? 1 : 0;
}

/* How far the amount is above its course, or below it, in cents; PS_NO_NUMBER where it does not fit. */
static gint64
distance_of (const PsCorridor *corridor)
{
  PsOverflow overflow = { FALSE };
  gint64 course = corridor->days > 0
                      ? ps_round_div ((PsWide) corridor->ceiling_cents * corridor->days, corridor->days_in_year, &overflow)
                      : corridor->ceiling_cents;
  gint64 difference = ps_subtract (corridor->amount_cents, course, &overflow);

  return overflow.overflowed ? PS_NO_NUMBER : ABS (difference);
}

/* Of two that stand alike, the one with more euros between. */
static gboolean
is_further (const PsProviderFigures *figures, PsStanding standing, const PsCorridor *corridor)
{
  if (figures->scope == NULL || weight (standing) != weight (figures->standing))
    return figures->scope == NULL || weight (standing) > weight (figures->standing);
  return distance_of (corridor) > distance_of (&figures->corridor);
}

static void
fill_standing (PsProviderFigures *figures, PsSession *session, const PsSettlement *settlement)
{
  guint n[PS_STANDING_OVER + 1] = { 0 };

  figures->standing = settlement->agreement == NULL ? PS_STANDING_NO_AGREEMENT : PS_STANDING_LUMP_SUM;
  figures->n_scopes = settlement->scopes->len;
  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);
      PsCorridor corridor = scope_corridor (session, settlement, scope);
      PsStanding standing = standing_of (&corridor);

      n[standing]++;
      if (!is_further (figures, standing, &corridor))
        continue;
      figures->standing = standing;
      figures->corridor = corridor;
      figures->scope = scope;
    }
  figures->n_standing = n[figures->standing];
}

/* All scopes together: lump sums and what no agreement covers are in none (domain.md §7). */
static void
fill_scopes (PsProviderFigures *figures, const PsSettlement *settlement)
{
  PsOverflow overflow = { FALSE };

  if (settlement->scopes->len == 0)
    return;
  figures->agreed_cents = figures->realised_cents = 0;
  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);

      figures->agreed_cents = ps_add (figures->agreed_cents, scope->ceiling_cents, &overflow);
      figures->realised_cents = ps_add (figures->realised_cents, scope->net_cents, &overflow);
    }
  if (overflow.overflowed)
    figures->agreed_cents = figures->realised_cents = PS_NO_NUMBER;
}

/**
 * ps_provider_figures_fill:
 * @provider: its place in the session's figures
 */
void
ps_provider_figures_fill (PsProviderFigures *figures, PsSession *session, guint provider)
{
  const PsSettlement *settlement = ps_session_get_settlement (session, provider);
  const PsSettlement *realised = ps_session_get_realised (session, provider);

  *figures = (PsProviderFigures){
    .provider = provider,
    .settlement = settlement,
    .agreed_cents = PS_NO_NUMBER,
    .realised_cents = PS_NO_NUMBER,
    .forecast_cents = PS_NO_NUMBER,
    .share_bp = PS_NO_NUMBER,
    .payable_cents = PS_NO_NUMBER,
    .balance_cents = PS_NO_NUMBER,
    .disputed_cents = PS_NO_NUMBER,
    .corridor = { .ceiling_cents = PS_NO_NUMBER, .amount_cents = PS_NO_NUMBER },
  };
  if (settlement == NULL)
    return;
  figures->payable_cents = settlement->totals.payable_cents;
  figures->balance_cents = settlement->totals.balance_cents;
  figures->disputed_cents = settlement->totals.disputed_cents;
  fill_standing (figures, session, realised != NULL ? realised : settlement);
  fill_scopes (figures, realised != NULL ? realised : settlement);
}

static PsStanding
standing_of_position (PsBandwidthPosition position)
{
  return position == PS_POSITION_OVER ? PS_STANDING_OVER : position == PS_POSITION_UNDER ? PS_STANDING_UNDER : PS_STANDING_WITHIN;
}

/* The scope that weighs heaviest; of two that weigh alike the one with more euros between. */
static const PsBandwidthScope *
find_furthest (const PsBandwidth *bandwidth)
{
  const PsBandwidthScope *furthest = NULL;

  for (guint i = 0; i < bandwidth->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (bandwidth->scopes, PsBandwidthScope, i);
      int more = furthest == NULL
                     ? 1
                     : weight (standing_of_position (scope->position)) - weight (standing_of_position (furthest->position));

      if (more > 0 || (more == 0 && ABS (scope->deviation_cents) > ABS (furthest->deviation_cents)))
        furthest = scope;
    }
  return furthest;
}

void
ps_provider_figures_forecast (PsProviderFigures *figures, const PsBandwidth *bandwidth)
{
  const PsBandwidthScope *furthest = find_furthest (bandwidth);

  if (furthest == NULL)
    return;
  figures->agreed_cents = bandwidth->ceiling_cents;
  figures->realised_cents = bandwidth->through >= ps_date_year_start (bandwidth->year) ? bandwidth->realised_cents : PS_NO_NUMBER;
  figures->forecast_cents = bandwidth->forecast_cents;
  figures->share_bp = ps_band_share_bp (bandwidth->forecast_cents, bandwidth->ceiling_cents);
  figures->standing = standing_of_position (furthest->position);
  figures->scope_label = furthest->label;
  figures->is_forecast = bandwidth->through < ps_date_year_end (bandwidth->year);
  figures->corridor = (PsCorridor){ .ceiling_cents = furthest->ceiling_cents,
                                    .amount_cents = furthest->forecast_cents,
                                    .under_bp = bandwidth->under_bp,
                                    .over_bp = bandwidth->over_bp,
                                    .days_in_year = ps_date_days_in_year (bandwidth->year) };
  figures->n_scopes = bandwidth->scopes->len;
  figures->n_standing = 0;
  for (guint i = 0; i < bandwidth->scopes->len; i++)
    figures->n_standing += g_array_index (bandwidth->scopes, PsBandwidthScope, i).position == furthest->position;
}

char *
ps_provider_kind_text (const PsProvider *provider)
{
  const char *kind = ps_words_label (PS_WORDS_PROVIDER_KIND, provider->kind);

  return provider->contracted ? g_strdup (kind) : g_strdup_printf (_("%s, not contracted"), kind);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const PsProvider *const *) a)->name, (*(const PsProvider *const *) b)->name);
}

/* Returns: (transfer container): valid as long as the region is */
GPtrArray *
ps_providers_to_choose (const PsRegion *region)
{
  GPtrArray *providers = g_ptr_array_new ();

  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->merged_into == PS_NONE)
      g_ptr_array_add (providers, (gpointer) ps_region_provider (region, i));
  g_ptr_array_sort (providers, compare_names);
  return providers;
}

char *
ps_provider_choice_text (const PsProvider *provider)
{
  g_autofree char *day = ps_format_date (provider->ended_on);

  if (provider->ended_on == PS_DATE_OPEN)
    return g_strdup_printf ("%s (%s)", provider->name, provider->agb);
  return g_strdup_printf (_("%s (%s, ended %s)"), provider->name, provider->agb, day);
}

const char *
ps_standing_label (PsStanding standing)
{
  return _ (standings[standing].label);
}

const char *
ps_standing_icon (PsStanding standing)
{
  return standings[standing].icon;
}

const char *
ps_standing_css_class (PsStanding standing)
{
  return standings[standing].css_class;
}

/* "€ 500,40 above the ceiling": of the only scope there is. */
static char *
whole_text (const PsProviderFigures *figures, const char *money)
{
  gboolean runs = figures->corridor.days > 0;

  if (figures->is_forecast)
    return g_strdup_printf (
        figures->standing == PS_STANDING_OVER ? _("forecast %s above the ceiling") : _("forecast %s below the ceiling"), money);
  if (figures->standing == PS_STANDING_OVER)
    return g_strdup_printf (runs ? _("%s ahead of the agreement") : _("%s above the ceiling"), money);
  return g_strdup_printf (runs ? _("%s behind the agreement") : _("%s below the ceiling"), money);
}

/* "AMB1, Beesel: € 500,40 above its ceiling": of one scope among several. */
static char *
scope_text (const PsProviderFigures *figures, const char *scope, const char *money)
{
  gboolean runs = figures->corridor.days > 0;

  /* Translators: the scope of exchange, such as a product group and a municipality; an amount */
  if (figures->is_forecast)
    return g_strdup_printf (figures->standing == PS_STANDING_OVER ? _("%s: forecast %s above its ceiling")
                                                                  : _("%s: forecast %s below its ceiling"),
                            scope, money);
  /* Translators: the scope of exchange, such as a product group and a municipality; an amount */
  if (figures->standing == PS_STANDING_OVER)
    return g_strdup_printf (runs ? _("%s: %s ahead of its agreement") : _("%s: %s above its ceiling"), scope, money);
  /* Translators: the scope of exchange, such as a product group and a municipality; an amount */
  return g_strdup_printf (runs ? _("%s: %s behind its agreement") : _("%s: %s below its ceiling"), scope, money);
}

/* Owned by the caller. The amount is of the scope that is furthest off, which is no sum of the others: it says which one. */
char *
ps_provider_standing_text (const PsProviderFigures *figures, const PsRegion *region)
{
  gboolean off = figures->standing == PS_STANDING_OVER || figures->standing == PS_STANDING_UNDER;
  gint64 distance = off ? distance_of (&figures->corridor) : PS_NO_NUMBER;

  if (distance == PS_NO_NUMBER)
    return g_strdup (ps_standing_label (figures->standing));
  g_autofree char *money = ps_format_money (distance);
  if (figures->n_scopes == 1)
    return whole_text (figures, money);
  g_autofree char *scope =
      figures->scope_label != NULL ? g_strdup (figures->scope_label) : ps_scope_label (region, figures->scope);
  g_autofree char *text = scope_text (figures, scope, money);
  g_autofree char *n = ps_format_count (figures->n_standing), *all = ps_format_count (figures->n_scopes);

  /* Translators: "AMB1, Beesel: € 500,40 above its ceiling (2 of 6 over)"; the scopes of an agreement are counted */
  return g_strdup_printf (figures->standing == PS_STANDING_OVER ? _("%s (%s of %s over)") : _("%s (%s of %s under)"), text, n,
                          all);
}
