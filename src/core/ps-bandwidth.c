/* ps-bandwidth.c: where a provider stands against its bandwidth, scope by scope (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-bandwidth.h"

#include "ps-bands.h"
#include "ps-settling.h"
#include "ps-steps.h"

void
ps_forecast_choice_free (PsForecastChoice *choice)
{
  if (choice == NULL)
    return;
  g_free (choice->scope);
  g_free (choice->reason);
  g_free (choice->chosen_by);
  g_free (choice);
}

static PsForecastChoice *
copy_choice (const PsForecastChoice *choice)
{
  PsForecastChoice *copy = g_memdup2 (choice, sizeof *choice);

  copy->scope = g_strdup (choice->scope);
  copy->reason = g_strdup (choice->reason);
  copy->chosen_by = g_strdup (choice->chosen_by);
  return copy;
}

static void
clear_scope (PsBandwidthScope *scope)
{
  g_free (scope->name);
  g_free (scope->label);
  g_clear_pointer (&scope->choice, ps_forecast_choice_free);
  g_clear_pointer (&scope->forecast, ps_forecast_free);
}

/**
 * ps_bandwidth_new: without scopes, of no day; ps_bandwidth_finish() is called when they are there.
 */
PsBandwidth *
ps_bandwidth_new (guint provider, int year)
{
  PsBandwidth *self = g_new0 (PsBandwidth, 1);

  self->provider = provider;
  self->year = year;
  self->heaviest = PS_NONE;
  self->scopes = g_array_new (FALSE, TRUE, sizeof (PsBandwidthScope));
  g_array_set_clear_func (self->scopes, (GDestroyNotify) clear_scope);
  return self;
}

void
ps_bandwidth_free (PsBandwidth *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->scopes);
  g_free (self);
}

static const PsForecastChoice *
find_choice (const GPtrArray *choices, const char *scope)
{
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const PsForecastChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->scope, scope))
        return choice;
    }
  return NULL;
}

/* A person's choice where there is one and its method can be computed now; else what is proposed. */
static void
take_forecast (PsBandwidthScope *scope, const PsForecastChoice *choice)
{
  const PsForecastTry *chosen = choice != NULL ? ps_forecast_find (scope->forecast, choice->method) : NULL;

  scope->method = scope->forecast->proposed;
  scope->forecast_cents = scope->forecast->proposed_cents;
  if (choice == NULL)
    return;
  scope->choice = copy_choice (choice);
  if (choice->method == PS_FORECAST_MANUAL)
    scope->forecast_cents = choice->forecast_cents;
  else if (chosen != NULL && chosen->forecast_cents != PS_NO_NUMBER)
    scope->forecast_cents = chosen->forecast_cents;
  else
    return;
  scope->method = choice->method;
}

/* What of the forecast can bear a deduction: as much as of what was realised. */
static gint64
bearable (const PsBandwidthScope *scope, gint64 exempt_cents, PsOverflow *overflow)
{
  gint64 bears = MAX (0, ps_subtract (scope->realised_cents, exempt_cents, overflow));

  if (scope->realised_cents <= 0)
    return MAX (0, scope->forecast_cents);
  return MAX (0, ps_round_div ((PsWide) scope->forecast_cents * bears, scope->realised_cents, overflow));
}

/* What the bands would take if the year ends at the forecast (domain.md §5), at most what can be borne. */
static gint64
at_stake (const PsRegion *region, const PsBandwidthScope *scope, gint64 exempt_cents, PsOverflow *overflow)
{
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (PsBand));
  gint64 deduction;

  if (scope->scheme == PS_NONE)
    return 0;
  deduction =
      ps_bands_apply (ps_region_scheme (region, scope->scheme), scope->ceiling_cents, scope->forecast_cents, bands, overflow);
  return MIN (deduction, bearable (scope, exempt_cents, overflow));
}

/* Scopes of one agreement are asked for by name: years may come from anywhere. */
static void
add_scope (PsBandwidth *self, const PsRegion *region, const PsScope *known, GPtrArray *years, guint place, GPtrArray *choices,
           PsOverflow *overflow)
{
  const PsYearRealised *year = g_ptr_array_index (years, 0);
  PsBandwidthScope scope = { .name = g_strdup (known->name), .scheme = known->scheme, .ceiling_cents = known->ceiling_cents };

  g_assert (g_str_equal (g_ptr_array_index (year->names, place), known->name));
  scope.label = ps_scope_label (region, known);
  scope.realised_cents = year->scopes[place].realised_cents;
  scope.forecast = ps_forecast_make (years, place, scope.ceiling_cents);
  take_forecast (&scope, find_choice (choices, scope.name));
  if (!ps_bandwidth_judge (&scope, self->under_bp, self->over_bp, self->notice_bp))
    overflow->overflowed = TRUE;
  scope.at_stake_cents = at_stake (region, &scope, year->scopes[place].exempt_cents, overflow);
  g_array_append_val (self->scopes, scope);
}

/* Whether a scope decides rather than the one that does so far: the heavier letter, then the further from its ceiling. */
static gboolean
is_heavier (const PsBandwidthScope *scope, const PsBandwidthScope *heaviest)
{
  int weight = ps_letter_weight (scope->letter), other = ps_letter_weight (heaviest->letter);

  if (weight != other)
    return weight > other;
  return ABS ((PsWide) scope->deviation_cents) > ABS ((PsWide) heaviest->deviation_cents);
}

/**
 * ps_bandwidth_finish: what the scopes make of the whole: their sums, the one that decides, the letter.
 */
void
ps_bandwidth_finish (PsBandwidth *self, PsOverflow *overflow)
{
  for (guint i = 0; i < self->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (self->scopes, PsBandwidthScope, i);

      if (i == 0 || is_heavier (scope, &g_array_index (self->scopes, PsBandwidthScope, self->heaviest)))
        self->heaviest = i;
      self->ceiling_cents = ps_add (self->ceiling_cents, scope->ceiling_cents, overflow);
      self->realised_cents = ps_add (self->realised_cents, scope->realised_cents, overflow);
      self->forecast_cents = ps_add (self->forecast_cents, scope->forecast_cents, overflow);
      self->at_stake_cents = ps_add (self->at_stake_cents, scope->at_stake_cents, overflow);
    }
  if (self->scopes->len > 0)
    self->letter = g_array_index (self->scopes, PsBandwidthScope, self->heaviest).letter;
}

/* The scopes that an agreement has, with their ceilings: those of a settlement without any production. */
static PsSettlement *
settle_nothing (const PsRegion *region, const PsAgreement *agreement, GError **error)
{
  g_autoptr (PsProduction) nothing = ps_production_new (agreement->provider);
  PsSettleOptions options = { .year = agreement->year, .through = ps_date_year_end (agreement->year), .agreement = agreement };

  return ps_settle (region, nothing, &options, error);
}

/**
 * ps_bandwidth_has_scope: whether an agreement has a ceiling of that name, to forecast.
 *
 * Returns: %FALSE without an error: it has not; with PS_CORE_ERROR_OVERFLOW: its amounts are too large
 */
gboolean
ps_bandwidth_has_scope (const PsRegion *region, const PsAgreement *agreement, const char *scope, GError **error)
{
  g_autoptr (PsSettlement) nothing = settle_nothing (region, agreement, error);

  for (guint i = 0; nothing != NULL && i < nothing->scopes->len; i++)
    if (g_str_equal (g_array_index (nothing->scopes, PsScope, i).name, scope))
      return TRUE;
  return FALSE;
}

/**
 * ps_bandwidth_make: where a provider stands.
 * @years: as for ps_forecast_make(): the first is the agreement's year, all with the agreement's scopes
 * @choices: (nullable): what people chose
 *
 * Returns: (transfer full): NULL with PS_CORE_ERROR_OVERFLOW where an amount does not fit.
 */
PsBandwidth *
ps_bandwidth_make (const PsRegion *region, const PsAgreement *agreement, GPtrArray *years, GPtrArray *choices, GError **error)
{
  g_autoptr (PsBandwidth) self = ps_bandwidth_new (agreement->provider, agreement->year);
  g_autoptr (PsSettlement) nothing = settle_nothing (region, agreement, error);
  const PsYearRealised *year = g_ptr_array_index (years, 0);
  PsOverflow overflow = { FALSE };

  if (nothing == NULL)
    return NULL;
  self->day = year->day;
  self->through = year->through;
  self->under_bp = agreement->under_bp >= 0 ? agreement->under_bp : region->under_bp;
  self->over_bp = agreement->over_bp >= 0 ? agreement->over_bp : region->over_bp;
  self->notice_bp = region->notice_bp;
  g_assert (nothing->scopes->len == year->names->len);
  for (guint i = 0; i < nothing->scopes->len; i++)
    add_scope (self, region, &g_array_index (nothing->scopes, PsScope, i), years, i, choices, &overflow);
  ps_bandwidth_finish (self, &overflow);
  return ps_year_fits (&overflow, region, agreement->provider, agreement->year, error) ? g_steal_pointer (&self) : NULL;
}

const PsBandwidthScope *
ps_bandwidth_find (const PsBandwidth *self, const char *scope)
{
  for (guint i = 0; i < self->scopes->len; i++)
    {
      const PsBandwidthScope *it = &g_array_index (self->scopes, PsBandwidthScope, i);

      if (g_str_equal (it->name, scope))
        return it;
    }
  return NULL;
}

const PsBandwidthScope *
ps_bandwidth_get_heaviest (const PsBandwidth *self)
{
  return self->heaviest != PS_NONE ? &g_array_index (self->scopes, PsBandwidthScope, self->heaviest) : NULL;
}
