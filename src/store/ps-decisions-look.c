/* ps-decisions-look.c: which lines a decision can be taken of, and what it would change, before it is taken
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-acceptance.h"
#include "ps-decisions-private.h"
#include "ps-desk-private.h"

/* What can be decided */

void
ps_decided_rules_clear (PsDecidedRules *rules)
{
  ps_id_places_clear (&rules->products);
}

void
ps_decided_rules_init (PsDecidedRules *rules, const PsRegion *region, guint provider, const PsDecide *decide)
{
  *rules = (PsDecidedRules){ .region = region, .provider = provider, .decide = decide };
  ps_desk_map_places (&rules->products, region, PS_PLACES_OF_PRODUCTS);
}

/* What the line can be accepted at; PS_NO_NUMBER: there is no right price for it. */
static gint64
right_price (const PsDecidedRules *rules, const PsDecidedLine *line)
{
  guint product = ps_id_places_get (&rules->products, line->product_id);
  PsOverflow overflow = { FALSE };
  PsPriceList prices;
  gint64 cents;

  if (product == PS_NONE)
    return PS_NO_NUMBER;
  ps_price_list_init (&prices, rules->region, product, rules->provider);
  cents = ps_acceptance_offer (&line->line, ps_region_product (rules->region, product),
                               ps_price_list_on (&prices, line->line.from, NULL), &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : cents;
}

/* Why the decision cannot be taken of the line, in a sentence; NULL: it can. */
char *
ps_decided_rules_refuse (const PsDecidedRules *rules, const PsDecidedLine *line)
{
  /* Translators: in the next sentences: the reference of a declaration line */
  if (line->line.status == PS_STATUS_REFUSED)
    return g_strdup_printf (_("Line %s was refused by the municipality, and counts as nothing whatever is decided."),
                            line->reference);
  if (rules->decide->decision == PS_DECISION_ACCEPT_AT_PRICE && right_price (rules, line) == PS_NO_NUMBER)
    return g_strdup_printf (_("There is no right price for line %s: it is not paid by volume, is in another unit than its "
                               "tariff, or has no tariff on its day."),
                            line->reference);
  return NULL;
}

/* Looking before */

static gboolean
find_possible (const PsDecidedRules *rules, PsStore *store, PsDecidePreview *preview, GError **error)
{
  g_auto (PsDecidedReader) reader = { NULL };
  PsOverflow overflow = { FALSE };

  if (!ps_decided_reader_init (&reader, store, error))
    return FALSE;
  for (gsize i = 0; i < rules->decide->n_lines; i++)
    {
      g_auto (PsDecidedLine) line = { 0 };
      g_autofree char *why = NULL;

      if (!ps_decided_reader_read (&reader, rules->decide->line_ids[i], &line, error))
        return FALSE;
      why = ps_decided_rules_refuse (rules, &line);
      if (why == NULL)
        {
          g_array_append_val (preview->possible, line.line.id);
          preview->amount_cents = ps_add (preview->amount_cents, line.line.amount_cents, &overflow);
          continue;
        }
      preview->n_impossible++;
      if (preview->why_not == NULL)
        preview->why_not = g_steal_pointer (&why);
    }
  return TRUE;
}

static void
overlay (PsProduction *production, GHashTable *lines, PsDecision decision)
{
  for (guint i = 0; i < production->lines->len; i++)
    {
      PsLine *line = &g_array_index (production->lines, PsLine, i);

      if (g_hash_table_contains (lines, &line->id))
        line->decision = (guint8) decision;
    }
}

static PsSettlement *
settle (const PsRegion *region, const PsProduction *production, int year, PsDate through, GArray *sources, GError **error)
{
  PsSettleOptions options = { .year = year, .through = through, .sources = sources };

  return ps_settle (region, production, &options, error);
}

/* What each of the lines was before, by its id. */
static GHashTable *
index_sources (GArray *sources, GHashTable *lines)
{
  GHashTable *found = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sources->len; i++)
    {
      PsSource *source = &g_array_index (sources, PsSource, i);

      if (source->kind == PS_SOURCE_LINE && g_hash_table_contains (lines, &source->id))
        g_hash_table_insert (found, &source->id, source);
    }
  return found;
}

static void
compare_sources (GArray *before, GArray *after, GHashTable *lines, PsDecidePreview *preview)
{
  g_autoptr (GHashTable) earlier = index_sources (before, lines);
  PsOverflow overflow = { FALSE };

  for (guint i = 0; i < after->len; i++)
    {
      const PsSource *then = &g_array_index (after, PsSource, i);
      const PsSource *now = then->kind == PS_SOURCE_LINE ? g_hash_table_lookup (earlier, &then->id) : NULL;

      if (now == NULL)
        continue;
      preview->produced_cents = ps_add (preview->produced_cents, then->gross_cents, &overflow);
      if ((now->dispute == PS_DISPUTE_NONE) != (then->dispute == PS_DISPUTE_NONE) || now->gross_cents != then->gross_cents)
        preview->n_effective++;
    }
}

static gboolean
settle_twice (PsStore *store, const PsDecidedRules *rules, int year, PsDate through, PsDecidePreview *preview, GError **error)
{
  g_autoptr (PsProduction) production = ps_production_new (rules->provider);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (PsSource));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (PsSource));

  for (guint i = 0; i < preview->possible->len; i++)
    g_hash_table_add (lines, &g_array_index (preview->possible, gint64, i));
  if (!ps_store_load_production (store, rules->region, rules->provider, year, production, error))
    return FALSE;
  preview->before = settle (rules->region, production, year, through, before, error);
  if (preview->before == NULL)
    return FALSE;
  overlay (production, lines, rules->decide->decision);
  preview->after = settle (rules->region, production, year, through, after, error);
  if (preview->after == NULL)
    return FALSE;
  compare_sources (before, after, lines, preview);
  return TRUE;
}

/**
 * ps_decisions_preview:
 * @region: as @store has it
 * @decide: its reason is not looked at
 * @preview: (out caller-allocates): cleared by ps_decide_preview_clear(), also where this fails
 *
 * Returns: %FALSE with a PsStoreError: CONFLICT where a line is gone; or PS_CORE_ERROR
 */
gboolean
ps_decisions_preview (PsStore *store, const PsRegion *region, guint provider, int year, PsDate through, const PsDecide *decide,
                      PsDecidePreview *preview, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  g_auto (PsDecidedRules) rules = { NULL };
  gboolean ok;

  *preview = (PsDecidePreview){ .possible = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  ps_decided_rules_init (&rules, region, provider, decide);
  /* Lines and messages of the same moment. */
  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return FALSE;
  ok = find_possible (&rules, store, preview, error) && settle_twice (store, &rules, year, through, preview, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return ok;
}

void
ps_decide_preview_clear (PsDecidePreview *preview)
{
  g_clear_pointer (&preview->before, ps_settlement_free);
  g_clear_pointer (&preview->after, ps_settlement_free);
  g_clear_pointer (&preview->possible, g_array_unref);
  g_clear_pointer (&preview->why_not, g_free);
}
