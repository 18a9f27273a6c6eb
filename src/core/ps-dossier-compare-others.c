/* ps-dossier-compare-others.c: which advances, peildata and measurements two dossiers do not have in common
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-compare-private.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Advances */

/* Product, municipality and month, as they are sorted. */
static char *
advance_key (const PsCompared *of, const PsAdvance *advance)
{
  g_autofree char *month = ps_date_to_iso (advance->month);

  return g_strdup_printf ("%s\t%s\t%s", ps_region_product (of->dossier->region, advance->product)->code,
                          ps_region_municipality (of->dossier->region, advance->municipality)->code, month);
}

static char *
advance_what (const PsCompared *of, const PsAdvance *advance)
{
  int year, month;
  g_autofree char *when = NULL;

  ps_date_to_ymd (advance->month, &year, &month, NULL);
  when = g_strdup_printf ("%s %d", ps_format_month (month), year);
  /* Translators: product, municipality, month */
  return g_strdup_printf (_("Advance %s, %s, %s"), ps_region_product (of->dossier->region, advance->product)->code,
                          ps_region_municipality (of->dossier->region, advance->municipality)->name, when);
}

static char *
advance_how (const PsAdvance *before, const PsAdvance *now)
{
  g_autofree char *amount = ps_format_money (now != NULL ? now->amount_cents : before->amount_cents);
  GString *how;

  if (before == NULL)
    return g_strdup_printf (_("%s added"), amount);
  if (now == NULL)
    return g_strdup_printf (_("%s no longer there"), amount);
  how = g_string_new (NULL);
  ps_changes_add_money (how, C_("advance", "amount"), before->amount_cents, now->amount_cents);
  return g_string_free (how, FALSE);
}

static void
compare_advance (PsComparing *self, const PsAdvance *before, const PsAdvance *now)
{
  const PsCompared *of = now != NULL ? &self->now : &self->before;
  const PsAdvance *advance = now != NULL ? now : before;
  PsCause *cause;

  if (before != NULL && now != NULL && before->amount_cents == now->amount_cents)
    return;
  cause = ps_comparing_cause (self, PS_CAUSE_ADVANCE,
                              before == NULL ? PS_CAUSE_ADDED
                              : now == NULL  ? PS_CAUSE_REMOVED
                                             : PS_CAUSE_CHANGED,
                              ps_compared_group (of, ps_region_product (of->dossier->region, advance->product)->group),
                              ps_region_municipality (of->dossier->region, advance->municipality)->code,
                              advance_key (of, advance), advance_what (of, advance), advance_how (before, now));
  cause->old_produced_cents = cause->new_produced_cents = 0;
  cause->old_paid_cents = before != NULL ? before->amount_cents : 0;
  cause->new_paid_cents = now != NULL ? now->amount_cents : 0;
  if (now != NULL)
    ps_comparing_set_row (self, cause, "advance", now->id);
}

typedef char *(*KeyFunc) (const PsCompared *of, gconstpointer row);
typedef void (*PairFunc) (PsComparing *self, gconstpointer before, gconstpointer now);

/* Rows of both by key: each pair, and each that has no counterpart. */
static void
match_rows (PsComparing *self, const GArray *before, const GArray *now, KeyFunc key_of, PairFunc compare)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize size = g_array_get_element_size ((GArray *) before);

  for (guint i = 0; i < before->len; i++)
    {
      gpointer row = before->data + i * size;

      g_hash_table_insert (known, key_of (&self->before, row), row);
    }
  for (guint i = 0; i < now->len; i++)
    {
      gconstpointer row = now->data + i * size;
      g_autofree char *key = key_of (&self->now, row);
      gconstpointer other = g_hash_table_lookup (known, key);

      compare (self, other, row);
      g_hash_table_remove (known, key);
    }
  for (guint i = 0; i < before->len; i++)
    {
      gconstpointer row = before->data + i * size;
      g_autofree char *key = key_of (&self->before, row);

      if (g_hash_table_contains (known, key))
        compare (self, row, NULL);
    }
}

/* Peildata and what was measured on them */

static char *
peildatum_key (const PsCompared *of, const PsPeildatum *peildatum)
{
  return ps_date_to_iso (peildatum->date);
}

static gboolean
is_in_year (const PsCompared *of, PsDate day)
{
  return day >= ps_date_year_start (of->dossier->settlement->year) && day <= of->dossier->settlement->through;
}

static void
compare_peildatum (PsComparing *self, const PsPeildatum *before, const PsPeildatum *now)
{
  const PsPeildatum *either = now != NULL ? now : before;
  g_autofree char *date = NULL;
  PsCause *cause;

  if ((before != NULL && now != NULL) || !is_in_year (now != NULL ? &self->now : &self->before, either->date))
    return;
  date = ps_format_date (either->date);
  cause = ps_comparing_cause (self, PS_CAUSE_PEILDATUM, now != NULL ? PS_CAUSE_ADDED : PS_CAUSE_REMOVED, NULL, NULL,
                              ps_date_to_iso (either->date), g_strdup_printf (_("Peildatum %s"), date),
                              g_strdup (now != NULL ? C_("peildatum", "added") : C_("peildatum", "no longer there")));
  if (now != NULL)
    ps_comparing_set_row (self, cause, "peildatum", now->id);
}

static char *
measurement_key (const PsCompared *of, const PsMeasurement *it)
{
  g_autofree char *date = ps_date_to_iso (ps_region_peildatum (of->dossier->region, it->peildatum)->date);

  return g_strdup_printf ("%s\t%s\t%s", date, ps_region_product (of->dossier->region, it->product)->code,
                          ps_region_municipality (of->dossier->region, it->municipality)->code);
}

static char *
measurement_what (const PsCompared *of, const PsMeasurement *it)
{
  g_autofree char *date = ps_format_date (ps_region_peildatum (of->dossier->region, it->peildatum)->date);

  /* Translators: product, municipality, peildatum */
  return g_strdup_printf (_("Places %s, %s, measured on %s"), ps_region_product (of->dossier->region, it->product)->code,
                          ps_region_municipality (of->dossier->region, it->municipality)->name, date);
}

/* Nothing entered is the same as no row, but that it is a place to look at. */
static void
compare_measurement (PsComparing *self, const PsMeasurement *before, const PsMeasurement *now)
{
  const PsCompared *of = now != NULL ? &self->now : &self->before;
  const PsMeasurement *it = now != NULL ? now : before;
  gint64 old_places = before != NULL ? before->places_milli : PS_NO_NUMBER;
  gint64 new_places = now != NULL ? now->places_milli : PS_NO_NUMBER;
  GString *how;
  PsCause *cause;

  if (old_places == new_places)
    return;
  how = g_string_new (NULL);
  ps_changes_add (how, C_("measurement", "places"), ps_format_volume (old_places), ps_format_volume (new_places));
  cause = ps_comparing_cause (self, PS_CAUSE_MEASUREMENT,
                              before == NULL ? PS_CAUSE_ADDED
                              : now == NULL  ? PS_CAUSE_REMOVED
                                             : PS_CAUSE_CHANGED,
                              ps_compared_group (of, ps_region_product (of->dossier->region, it->product)->group),
                              ps_region_municipality (of->dossier->region, it->municipality)->code, measurement_key (of, it),
                              measurement_what (of, it), g_string_free (how, FALSE));
  if (now != NULL)
    ps_comparing_set_row (self, cause, "measurement", now->id);
}

static gboolean
are_measured (const PsAgreement *agreement, PsPlaceMeasuring measuring)
{
  return agreement != NULL && agreement->measuring == measuring;
}

void
ps_compare_others (PsComparing *self)
{
  const PsDossier *before = self->before.dossier, *now = self->now.dossier;
  gboolean entered =
      are_measured (self->before.agreement, PS_PLACES_MEASURED) || are_measured (self->now.agreement, PS_PLACES_MEASURED);

  match_rows (self, before->production->advances, now->production->advances, (KeyFunc) advance_key, (PairFunc) compare_advance);
  if (entered || are_measured (self->before.agreement, PS_PLACES_ON_PEILDATA)
      || are_measured (self->now.agreement, PS_PLACES_ON_PEILDATA))
    match_rows (self, before->region->peildata, now->region->peildata, (KeyFunc) peildatum_key, (PairFunc) compare_peildatum);
  if (entered)
    match_rows (self, before->production->measurements, now->production->measurements, (KeyFunc) measurement_key,
                (PairFunc) compare_measurement);
}
