/* ps-year-figures-block.c: a provider's year as a row of the region file keeps it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A form of its own, with its number in front: a row of another form is computed anew. The number changes too when any figure in it comes to be
 * computed otherwise, so that nobody reads what an earlier version made of it. Numbers are as ps-varint.h has them; clients of both
 * years are kept once, for most of them come back. What follows from the region and from the rest (labels, borders, letters) is not kept.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <string.h>

#include "core/ps-steps.h"
#include "ps-varint.h"
#include "ps-year-figures-private.h"

#define FORM 4
#define N_MONTHS 12
#define KEY_SIZE sizeof (guint64)

/* Which of the two years a client is of, in two bits. */
enum
{
  OF_YEAR = 1 << 0,
  OF_LAST = 1 << 1,
};

/* Writing */

static void
put (GByteArray *out, guint64 number)
{
  guint8 buffer[PS_VARINT_MAX];

  g_byte_array_append (out, buffer, ps_varint_write (buffer, number) - buffer);
}

static void
put_signed (GByteArray *out, gint64 number)
{
  put (out, ps_fold (number));
}

/* NULL is nothing; an empty text is something. */
static void
put_text (GByteArray *out, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  put (out, text != NULL ? length + 1 : 0);
  g_byte_array_append (out, (const guint8 *) text, length);
}

static void
put_months (GByteArray *out, const gint64 *cents)
{
  gint64 before = 0;
  guint known = 0;

  for (int month = 0; month < N_MONTHS; month++)
    known |= (cents[month] != PS_NO_NUMBER ? 1u : 0u) << month;
  put (out, known);
  for (int month = 0; month < N_MONTHS; month++)
    if (cents[month] != PS_NO_NUMBER)
      {
        put_signed (out, (gint64) ((guint64) cents[month] - (guint64) before));
        before = cents[month];
      }
}

static void
put_basis (GByteArray *out, const PsFigureBasis *basis)
{
  put (out, FORM);
  put_signed (out, basis->waiting_on);
  put_signed (out, basis->letters_of);
  put (out, basis->years->len);
  for (guint i = 0; i < basis->years->len; i++)
    {
      const PsLookYear *year = &g_array_index (basis->years, PsLookYear, i);

      put (out, (guint64) year->n_peildata << 1 | (year->whole ? 1 : 0));
    }
}

/* A forecast from the care in progress counts who was in care by the day, at the day's tariff (ps-forecast.h). Where it was chosen and cannot be
 * computed on this day, it may be on another. */
static gboolean
rests_on_day (const PsProviderYear *year)
{
  for (guint i = 0; year->bandwidth != NULL && i < year->bandwidth->scopes->len; i++)
    {
      const PsForecastChoice *choice = g_array_index (year->bandwidth->scopes, PsBandwidthScope, i).choice;

      if (choice != NULL && choice->method == PS_FORECAST_IN_CARE)
        return TRUE;
    }
  return FALSE;
}

static void
put_day (GByteArray *out, const PsFigureBasis *basis, const PsProviderYear *year)
{
  gboolean rests = rests_on_day (year);

  put (out, rests);
  if (rests)
    put_signed (out, basis->day);
}

static void
put_choice (GByteArray *out, const PsForecastChoice *choice)
{
  put (out, choice != NULL);
  if (choice == NULL)
    return;
  put_signed (out, choice->id);
  put (out, choice->method);
  put_signed (out, choice->forecast_cents);
  put_text (out, choice->reason);
  put_text (out, choice->chosen_by);
  put_signed (out, choice->chosen_at);
}

static void
put_scope (GByteArray *out, const PsRegion *region, const PsBandwidthScope *scope)
{
  put_text (out, scope->name);
  put (out, scope->scheme != PS_NONE ? (guint64) ps_region_scheme (region, scope->scheme)->id : 0);
  put_signed (out, scope->ceiling_cents);
  put_signed (out, scope->realised_cents);
  put_signed (out, scope->forecast_cents);
  put_signed (out, scope->at_stake_cents);
  put (out, scope->method);
  put_choice (out, scope->choice);
}

static void
put_bandwidth (GByteArray *out, const PsRegion *region, const PsBandwidth *bandwidth)
{
  put (out, bandwidth != NULL ? bandwidth->scopes->len + 1 : 0);
  if (bandwidth == NULL)
    return;
  put (out, (guint64) bandwidth->under_bp);
  put (out, (guint64) bandwidth->over_bp);
  put (out, (guint64) bandwidth->notice_bp);
  for (guint i = 0; i < bandwidth->scopes->len; i++)
    put_scope (out, region, &g_array_index (bandwidth->scopes, PsBandwidthScope, i));
}

static void
put_facts (GByteArray *out, const PsYearFacts *facts)
{
  put_signed (out, facts->cost_cents);
  put_signed (out, facts->extra_cents);
  put_signed (out, facts->assigned_cents);
  put_signed (out, facts->declared_cents);
  put (out, facts->n_waiting);
  put (out, facts->n_waiting_over);
  put (out, facts->n_in_care);
  put_months (out, facts->month_cents);
}

/* Both lists are ascending. */
static guint
unite (const GArray *year, const GArray *last, GArray *keys, GByteArray *whose)
{
  guint i = 0, j = 0, n = 0;

  for (; i < year->len || j < last->len; n++)
    {
      guint64 a = i < year->len ? g_array_index (year, guint64, i) : G_MAXUINT64;
      guint64 b = j < last->len ? g_array_index (last, guint64, j) : G_MAXUINT64;
      guint64 key = MIN (a, b), stored = GUINT64_TO_LE (key);
      guint8 of = (i < year->len && a == key ? OF_YEAR : 0) | (j < last->len && b == key ? OF_LAST : 0);

      if (n % 4 == 0)
        g_byte_array_append (whose, (const guint8[]){ 0 }, 1);
      whose->data[n / 4] |= of << n % 4 * 2;
      i += (of & OF_YEAR) != 0;
      j += (of & OF_LAST) != 0;
      g_array_append_val (keys, stored);
    }
  return n;
}

static void
put_clients (GByteArray *out, const GArray *year, const GArray *last)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, KEY_SIZE, year->len + last->len);
  g_autoptr (GByteArray) whose = g_byte_array_new ();

  put (out, unite (year, last, keys, whose));
  g_byte_array_append (out, (const guint8 *) keys->data, keys->len * KEY_SIZE);
  g_byte_array_append (out, whose->data, whose->len);
}

/**
 * ps_year_figures_encode:
 *
 * Returns: (transfer full): the row, the same for the same figures
 */
GByteArray *
ps_year_figures_encode (const PsRegion *region, const PsFigureBasis *basis, const PsProviderYear *year)
{
  GByteArray *out = g_byte_array_sized_new (256);

  put_basis (out, basis);
  put_day (out, basis, year);
  put_bandwidth (out, region, year->bandwidth);
  put_months (out, year->realised_cents);
  put_months (out, year->last_realised_cents);
  put_facts (out, year->facts);
  put_facts (out, year->last);
  put_clients (out, year->facts->clients, year->last->clients);
  return out;
}

/* Reading: what is no such row breaks the reader, and is NULL in the end */

static char *
get_text (PsVarintReader *in)
{
  guint64 length = ps_varint_read (in);
  char *text;

  if (length == 0)
    return NULL;
  length--;
  if (length > (guint64) (in->end - in->at) || !g_utf8_validate_len ((const char *) in->at, length, NULL))
    {
      in->broken = TRUE;
      return NULL;
    }
  text = g_strndup ((const char *) in->at, length);
  in->at += length;
  return text;
}

static void
get_months (PsVarintReader *in, gint64 *cents)
{
  guint64 known = ps_varint_read (in);
  gint64 before = 0;

  for (int month = 0; month < N_MONTHS; month++)
    cents[month] = known >> month & 1 ? before = ps_add_wrapping (before, ps_varint_read_signed (in)) : PS_NO_NUMBER;
}

/* More years than a forecast ever looks at are none. */
#define MOST_YEARS 64

/* Of every day, or of this one. */
static gboolean
is_of_day (PsVarintReader *in, const PsFigureBasis *basis)
{
  guint64 rests = ps_varint_read (in);

  in->broken = in->broken || rests > 1;
  return rests == 0 || ps_varint_read_signed (in) == basis->day;
}

static PsFigureState
get_basis (PsVarintReader *in, const PsFigureBasis *basis)
{
  guint64 form = ps_varint_read (in), n;
  gboolean same;

  if (form != FORM)
    return form == 0 ? PS_FIGURE_DAMAGED : PS_FIGURE_STALE;
  same = ps_varint_read_signed (in) == basis->waiting_on;
  same = ps_varint_read_signed (in) == basis->letters_of && same;
  n = ps_varint_read (in);
  same = same && n == basis->years->len;
  for (guint64 i = 0; i < MIN (n, MOST_YEARS); i++)
    {
      guint64 known = ps_varint_read (in);
      const PsLookYear *year = same ? &g_array_index (basis->years, PsLookYear, i) : NULL;

      same = same && known == ((guint64) year->n_peildata << 1 | (year->whole ? 1u : 0u));
    }
  same = is_of_day (in, basis) && same;
  if (in->broken || n > MOST_YEARS)
    return PS_FIGURE_DAMAGED;
  return same ? PS_FIGURE_COUNTS : PS_FIGURE_STALE;
}

PsFigureState
ps_year_figures_state (const PsFigureBasis *basis, const guint8 *data, gsize size)
{
  PsVarintReader in = { data, data + size, FALSE };

  return get_basis (&in, basis);
}

static PsForecastMethod
get_method (PsVarintReader *in)
{
  guint64 method = ps_varint_read (in);

  in->broken = in->broken || method >= PS_N_FORECASTS;
  return in->broken ? PS_FORECAST_CEILING : (PsForecastMethod) method;
}

static PsForecastChoice *
get_choice (PsVarintReader *in, const char *scope)
{
  PsForecastChoice *choice;

  if (ps_varint_read (in) == 0)
    return NULL;
  choice = g_new0 (PsForecastChoice, 1);
  choice->id = ps_varint_read_signed (in);
  choice->scope = g_strdup (scope);
  choice->method = get_method (in);
  choice->forecast_cents = ps_varint_read_signed (in);
  choice->reason = get_text (in);
  choice->chosen_by = get_text (in);
  choice->chosen_at = ps_varint_read_signed (in);
  return choice;
}

static guint
find_scheme (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->schemes->len; i++)
    if (ps_region_scheme (region, i)->id == id)
      return i;
  return PS_NONE;
}

/* It is the bandwidth's, whatever becomes of it. */
static void
get_scope (PsVarintReader *in, const PsRegion *region, const PsAgreement *agreement, PsBandwidth *bandwidth)
{
  PsBandwidthScope scope = { .name = get_text (in) };
  PsScope called = { .name = scope.name, .exchange = agreement->exchange };
  gint64 scheme = (gint64) ps_varint_read (in);

  in->broken = in->broken || scope.name == NULL;
  scope.scheme = scheme != 0 ? find_scheme (region, scheme) : PS_NONE;
  in->broken = in->broken || (scheme != 0 && scope.scheme == PS_NONE);
  scope.label = in->broken ? NULL : ps_scope_label (region, &called);
  scope.ceiling_cents = ps_varint_read_signed (in);
  scope.realised_cents = ps_varint_read_signed (in);
  scope.forecast_cents = ps_varint_read_signed (in);
  scope.at_stake_cents = ps_varint_read_signed (in);
  scope.method = get_method (in);
  scope.choice = get_choice (in, scope.name);
  if (!ps_bandwidth_judge (&scope, bandwidth->under_bp, bandwidth->over_bp, bandwidth->notice_bp))
    in->broken = TRUE;
  g_array_append_val (bandwidth->scopes, scope);
}

/* A share or more of a whole; what is larger cannot be computed with. */
static int
get_share (PsVarintReader *in)
{
  guint64 share_bp = ps_varint_read (in);

  in->broken = in->broken || share_bp > G_MAXINT32;
  return in->broken ? 0 : (int) share_bp;
}

static PsBandwidth *
get_bandwidth (PsVarintReader *in, const PsRegion *region, const PsFigureBasis *basis, guint provider)
{
  const PsAgreement *agreement = ps_region_find_agreement (region, provider, basis->year);
  guint64 n = ps_varint_read (in);
  PsOverflow overflow = { FALSE };
  PsBandwidth *bandwidth;

  if (n == 0 || in->broken)
    return NULL;
  bandwidth = ps_bandwidth_new (provider, basis->year);
  bandwidth->day = basis->day;
  bandwidth->through = basis->through;
  bandwidth->under_bp = get_share (in);
  bandwidth->over_bp = get_share (in);
  bandwidth->notice_bp = get_share (in);
  in->broken = in->broken || agreement == NULL;
  for (guint64 i = 1; i < n && !in->broken; i++)
    get_scope (in, region, agreement, bandwidth);
  if (!in->broken)
    ps_bandwidth_finish (bandwidth, &overflow);
  in->broken = in->broken || overflow.overflowed;
  return bandwidth;
}

static PsYearFacts *
get_facts (PsVarintReader *in)
{
  PsYearFacts *facts = ps_year_facts_new ();

  facts->cost_cents = ps_varint_read_signed (in);
  facts->extra_cents = ps_varint_read_signed (in);
  facts->assigned_cents = ps_varint_read_signed (in);
  facts->declared_cents = ps_varint_read_signed (in);
  facts->n_waiting = (guint) ps_varint_read (in);
  facts->n_waiting_over = (guint) ps_varint_read (in);
  facts->n_in_care = (guint) ps_varint_read (in);
  get_months (in, facts->month_cents);
  return facts;
}

static void
get_clients (PsVarintReader *in, GArray *year, GArray *last)
{
  guint64 n = ps_varint_read (in);
  const guint8 *keys = in->at, *whose;
  guint64 *of_year, *of_last;
  guint n_year = 0, n_last = 0;

  if (in->broken || n > (guint64) (in->end - in->at) / KEY_SIZE || (n + 3) / 4 != (guint64) (in->end - in->at) - n * KEY_SIZE)
    {
      in->broken = TRUE;
      return;
    }
  whose = keys + n * KEY_SIZE;
  g_array_set_size (year, (guint) n);
  g_array_set_size (last, (guint) n);
  of_year = (guint64 *) (gpointer) year->data;
  of_last = (guint64 *) (gpointer) last->data;
  for (guint64 i = 0; i < n; i++)
    {
      guint8 of = whose[i / 4] >> i % 4 * 2;
      guint64 key;

      memcpy (&key, keys + i * KEY_SIZE, KEY_SIZE);
      key = GUINT64_FROM_LE (key);
      if (of & OF_YEAR)
        of_year[n_year++] = key;
      if (of & OF_LAST)
        of_last[n_last++] = key;
    }
  g_array_set_size (year, n_year);
  g_array_set_size (last, n_last);
  in->at = in->end;
}

/**
 * ps_year_figures_decode:
 *
 * Returns: (transfer full) (nullable): NULL for what is not kept in this form, or was made on another basis
 */
PsProviderYear *
ps_year_figures_decode (const PsRegion *region, const PsFigureBasis *basis, guint provider, const guint8 *data, gsize size)
{
  PsVarintReader in = { data, data + size, FALSE };
  PsProviderYear *year;

  if (get_basis (&in, basis) != PS_FIGURE_COUNTS)
    return NULL;
  year = ps_provider_year_new (provider);
  year->bandwidth = get_bandwidth (&in, region, basis, provider);
  get_months (&in, year->realised_cents);
  get_months (&in, year->last_realised_cents);
  year->facts = get_facts (&in);
  year->last = get_facts (&in);
  get_clients (&in, year->facts->clients, year->last->clients);
  if (in.broken)
    g_clear_pointer (&year, ps_provider_year_free);
  return year;
}
