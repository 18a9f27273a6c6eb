/* ps-dossier-read-results.c: what a frozen dossier came to, as it says, not computed again
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
refuse_reference (PsTextReader *self)
{
  ps_reading_fail (self, _("it refers to something that is not there"));
}

/* A number that counts from 1 on. */
static void
read_count (PsTextReader *self, guint expected)
{
  if (ps_reading_number (self, 1, G_MAXINT) != expected)
    ps_reading_in_order (self, 1);
}

static void
read_scopes (PsTextReader *self, PsDossier *dossier)
{
  GArray *scopes = dossier->settlement->scopes;

  ps_reading_section (self, PS_RECORD_SCOPE);
  while (ps_reading_next (self))
    {
      PsScope scope = { 0 };

      read_count (self, scopes->len + 1);
      scope.name = g_strdup (ps_reading_string (self));
      scope.exchange = ps_reading_word (self, PS_WORDS_EXCHANGE);
      scope.scheme = ps_reading_scheme_or_none (self, dossier->region);
      scope.ceiling_cents = ps_reading_amount (self);
      scope.net_cents = ps_reading_amount (self);
      scope.bands_deduction_cents = ps_reading_amount (self);
      scope.deduction_cents = ps_reading_amount (self);
      scope.bands = g_array_new (FALSE, FALSE, sizeof (PsBand));
      g_array_append_val (scopes, scope);
    }
}

/* The place of a scope by its number. */
static guint
read_scope_of (PsTextReader *self, const GArray *scopes)
{
  return (guint) ps_reading_number (self, 1, scopes->len) - 1;
}

static void
read_bands (PsTextReader *self, GArray *scopes)
{
  guint last = 0;

  ps_reading_section (self, PS_RECORD_BAND);
  while (ps_reading_next (self))
    {
      guint scope = read_scope_of (self, scopes);
      PsBand band = { 0 };
      GArray *bands;

      ps_reading_in_order (self, scope < last ? 1 : -1);
      if (self->failed)
        return;
      last = scope;
      bands = g_array_index (scopes, PsScope, scope).bands;
      read_count (self, bands->len + 1);
      band.from_bp = (int) ps_reading_number (self, 0, G_MAXINT);
      band.paid_bp = (int) ps_reading_number (self, 0, G_MAXINT);
      band.border_cents = ps_reading_amount (self);
      band.amount_cents = ps_reading_amount (self);
      band.deduction_cents = ps_reading_amount (self);
      g_array_append_val (bands, band);
    }
}

static void
read_figures (PsTextReader *self, PsSettlementLine *line)
{
  line->gross_cents = ps_reading_amount (self);
  line->norm_deduction_cents = ps_reading_amount (self);
  line->net_cents = ps_reading_amount (self);
  line->exempt_cents = ps_reading_amount (self);
  line->outside_cents = ps_reading_amount (self);
  line->ceiling_cents = ps_reading_amount (self);
  line->band_deduction_cents = ps_reading_amount (self);
  line->payable_cents = ps_reading_amount (self);
  line->paid_cents = ps_reading_amount (self);
  line->balance_cents = ps_reading_amount (self);
  line->carried_cents = ps_reading_amount (self);
  line->disputed_cents = ps_reading_amount (self);
  line->produced_cents = ps_reading_amount (self);
}

static int
compare_lines (const PsSettlementLine *a, const PsSettlementLine *b)
{
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  return (a->municipality > b->municipality) - (a->municipality < b->municipality);
}

static void
read_line (PsTextReader *self, PsDossier *dossier)
{
  GArray *lines = dossier->settlement->lines;
  PsSettlementLine line = { 0 };
  gint64 scope;

  line.group = ps_reading_group (self, dossier->region);
  line.municipality = ps_reading_municipality (self, dossier->region);
  scope = ps_reading_optional (self, 1, dossier->settlement->scopes->len);
  line.scope = scope == PS_NO_NUMBER ? PS_NONE : (guint) scope - 1;
  line.agreed = ps_reading_word (self, PS_WORDS_YES_NO);
  line.lump_sum = ps_reading_word (self, PS_WORDS_YES_NO);
  read_figures (self, &line);
  if (lines->len > 0)
    ps_reading_in_order (self, compare_lines (&g_array_index (lines, PsSettlementLine, lines->len - 1), &line));
  g_array_append_val (lines, line);
}

static void
read_lines (PsTextReader *self, PsDossier *dossier)
{
  ps_reading_section (self, PS_RECORD_RESULT);
  while (ps_reading_next (self))
    read_line (self, dossier);

  if (ps_reading_only (self, PS_RECORD_TOTAL))
    {
      read_figures (self, &dossier->settlement->totals);
      ps_reading_only_end (self);
    }
}

/* The line or the assignment that a source or a signal is about: its id; 0: of none. */
static gint64
read_thing (PsTextReader *self, const PsDossier *dossier, guint municipality)
{
  const char *reference = ps_reading_string (self), *number = ps_reading_string (self);
  guint place;

  if (*reference == '\0' && *number == '\0')
    return 0;
  if (*reference != '\0' && *number != '\0')
    place = PS_NONE;
  else if (*reference != '\0')
    place = ps_line_find (dossier->keys, reference);
  else
    place = ps_assignment_find (dossier->production, dossier->keys, municipality, number);
  if (place == PS_NONE)
    refuse_reference (self);
  return self->failed ? 0 : (gint64) place + 1;
}

static guint
read_group_or_none (PsTextReader *self, const PsRegion *region)
{
  return ps_reading_nothing (self) ? PS_NONE : ps_reading_group (self, region);
}

static guint
read_municipality_or_none (PsTextReader *self, const PsRegion *region)
{
  return ps_reading_nothing (self) ? PS_NONE : ps_reading_municipality (self, region);
}

static void
read_signals (PsTextReader *self, PsDossier *dossier)
{
  ps_reading_section (self, PS_RECORD_SIGNAL);
  while (ps_reading_next (self))
    {
      PsSignal it = { 0 };

      it.kind = ps_reading_choice (self, ps_signal_word, PS_N_SIGNALS);
      it.group = read_group_or_none (self, dossier->region);
      it.municipality = read_municipality_or_none (self, dossier->region);
      it.product = ps_reading_product_or_none (self, dossier->region);
      it.id = read_thing (self, dossier, it.municipality);
      it.count = ps_reading_amount (self);
      g_array_append_val (dossier->settlement->signals, it);
    }
}

static void
read_source_figures (PsTextReader *self, PsSource *it)
{
  it->gross_cents = ps_reading_amount (self);
  it->norm_deduction_cents = ps_reading_amount (self);
  it->exempt_cents = ps_reading_amount (self);
  it->outside_cents = ps_reading_amount (self);
  it->paid_cents = ps_reading_amount (self);
  it->carried_cents = ps_reading_amount (self);
  it->disputed_cents = ps_reading_amount (self);
  it->tariff_e4 = ps_reading_optional (self, -G_MAXINT64, G_MAXINT64);
  it->quantity = ps_reading_amount (self);
  it->norm_days = (int) ps_reading_number (self, G_MININT, G_MAXINT);
  it->months_over = (int) ps_reading_number (self, G_MININT, G_MAXINT);
  it->share_bp = (int) ps_reading_number (self, G_MININT, G_MAXINT);
  it->path_from = ps_reading_open (self);
  it->price_cents = ps_reading_optional (self, -G_MAXINT64, G_MAXINT64);
}

/* An advance by its key, which its source has: its id; 0: there is none. */
static gint64
find_advance (const PsDossier *dossier, const PsSource *source)
{
  PsAdvance key = { .product = source->product, .municipality = source->municipality, .month = source->from };
  guint place;

  return g_array_binary_search (dossier->production->advances, &key, ps_advance_compare, &place) ? (gint64) place + 1 : 0;
}

/* Lines, trajects, care days and advances are about a row; nothing else is. */
static void
check_thing (PsTextReader *self, const PsDossier *dossier, PsSource *it, gint64 thing)
{
  gboolean of_message = it->kind == PS_SOURCE_LINE || it->kind == PS_SOURCE_TRAJECT || it->kind == PS_SOURCE_CARE_DAYS;

  it->id = it->kind == PS_SOURCE_ADVANCE ? find_advance (dossier, it) : thing;
  if ((thing != 0) != of_message || (it->id != 0) != (of_message || it->kind == PS_SOURCE_ADVANCE))
    refuse_reference (self);
}

/* Of a frozen dossier ids rise as places do. */
static void
check_source_order (PsTextReader *self, const GArray *sources, const PsSource *it)
{
  const PsSource *last = sources->len > 0 ? &g_array_index (sources, PsSource, sources->len - 1) : NULL;

  if (last != NULL)
    ps_reading_in_order (self, ps_source_compare (last, last->id, it, it->id));
}

static void
read_source (PsTextReader *self, PsDossier *dossier)
{
  PsSource it = { 0 };
  gint64 thing, reason;

  it.kind = ps_reading_choice (self, ps_source_word, PS_SOURCE_LUMP_SUM + 1);
  it.group = ps_reading_group (self, dossier->region);
  it.municipality = ps_reading_municipality (self, dossier->region);
  it.product = ps_reading_product_or_none (self, dossier->region);
  thing = read_thing (self, dossier, it.municipality);
  it.from = ps_reading_date (self);
  it.to = ps_reading_open (self);
  read_source_figures (self, &it);
  reason = ps_reading_optional (self, 1, G_MAXUINT8);
  it.reason = reason == PS_NO_NUMBER ? PS_REASON_NONE : (int) reason;
  it.dispute = ps_reading_choice (self, ps_dispute_word, PS_N_DISPUTES);
  it.found = ps_reading_choice (self, ps_dispute_word, PS_N_DISPUTES);
  check_thing (self, dossier, &it, thing);
  check_source_order (self, dossier->sources, &it);
  g_array_append_val (dossier->sources, it);
}

static void
read_program (PsTextReader *self, PsDossier *dossier)
{
  if (!ps_reading_only (self, PS_RECORD_PROGRAM))
    return;
  g_free (dossier->facts.program_version);
  dossier->facts.program_version = g_strdup (ps_reading_string (self));
  ps_reading_only_end (self);
}

static void
clear_scope (PsScope *scope)
{
  g_free (scope->name);
  g_array_unref (scope->bands);
}

static void
make_settlement (PsDossier *dossier, const PsDossierHead *head)
{
  PsSettlement *settlement = g_new0 (PsSettlement, 1);

  settlement->lines = g_array_new (FALSE, FALSE, sizeof (PsSettlementLine));
  settlement->scopes = g_array_new (FALSE, FALSE, sizeof (PsScope));
  g_array_set_clear_func (settlement->scopes, (GDestroyNotify) clear_scope);
  settlement->signals = g_array_new (FALSE, FALSE, sizeof (PsSignal));
  settlement->totals.group = settlement->totals.municipality = settlement->totals.scope = PS_NONE;
  settlement->provider = dossier->production->provider;
  settlement->year = head->year;
  settlement->through = head->through;
  settlement->agreement = ps_region_find_agreement (dossier->region, settlement->provider, head->year);
  dossier->settlement = settlement;
}

gboolean
ps_dossier_read_results (PsDossier *dossier, PsDossierHead *head, const char *text, GError **error)
{
  PsTextReader self;

  make_settlement (dossier, head);
  if (ps_reading_begin (&self, PS_DOCUMENT_RESULTS, text, error))
    {
      ps_dossier_read_head (&self, PS_RECORD_RESULTS_OF, head);
      read_program (&self, dossier);
      read_scopes (&self, dossier);
      read_bands (&self, dossier->settlement->scopes);
      read_lines (&self, dossier);
      read_signals (&self, dossier);
      ps_reading_section (&self, PS_RECORD_SOURCE);
      while (ps_reading_next (&self))
        read_source (&self, dossier);
    }
  return ps_reading_end (&self);
}
