/* ps-desk-tariffs.c: a new tariff in the line of those of a product, and indexing many at once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-desk-private.h"

/* Those of a product and provider (PS_NO_NUMBER: the region's). */
static GPtrArray *
load_tariffs (PsStore *store, gint64 product_id, gint64 provider_id, GError **error)
{
  g_autoptr (GPtrArray) all = ps_store_load_records (store, "tariff", "product_id", product_id, error);
  GPtrArray *tariffs;

  if (all == NULL)
    return NULL;
  tariffs = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);
  for (guint i = 0; i < all->len; i++)
    if (ps_record_get_number (all->pdata[i], "provider_id") == provider_id)
      g_ptr_array_add (tariffs, ps_record_copy (all->pdata[i]));
  return tariffs;
}

/* Ends the one that is valid on the day; one that starts later limits the new one. */
static PsDate
make_room (PsChange *change, GPtrArray *tariffs, PsDate from, PsDate to)
{
  for (guint i = 0; i < tariffs->len; i++)
    {
      const PsRecord *before = tariffs->pdata[i];
      PsDate start = ps_record_get_date (before, "valid_from");
      g_autoptr (PsRecord) after = ps_record_copy (before);

      if (start > from)
        to = MIN (to, start - 1);
      if (start >= from || ps_record_get_date (before, "valid_to") < from)
        continue;
      ps_record_set_date (after, "valid_to", from - 1);
      ps_change_update (change, before, after);
    }
  return to;
}

static PsChange *
tariff_change (PsStore *store, gint64 product_id, gint64 provider_id, GError **error)
{
  g_autoptr (PsRecord) product = ps_desk_read (store, "product", product_id, error);
  g_autoptr (PsRecord) provider = NULL;

  if (product == NULL)
    return NULL;
  if (provider_id == PS_NO_NUMBER)
    return ps_desk_change_new ("create", "tariff:%s", ps_record_get_text (product, "code"));
  provider = ps_desk_read (store, "provider", provider_id, error);
  if (provider == NULL)
    return NULL;
  return ps_desk_change_new ("create", "tariff:%s:%s", ps_record_get_text (product, "code"),
                             ps_record_get_text (provider, "agb"));
}

static gboolean
is_as_shown (const PsRecord *present, const PsTariff *shown)
{
  return present != NULL && ps_record_get_date (present, "valid_from") == shown->from
         && ps_record_get_date (present, "valid_to") == shown->to
         && ps_record_get_number (present, "tariff_e4") == shown->tariff_e4;
}

/* The first tariff of the region of that product and provider, from `*place` on; NULL: there is no other. */
static const PsTariff *
next_shown (const PsRegion *region, gint64 product_id, gint64 owner, guint *place)
{
  for (; *place < region->tariffs->len; (*place)++)
    {
      const PsTariff *tariff = ps_region_tariff (region, *place);

      if (ps_region_product (region, tariff->product)->id == product_id
          && (tariff->provider == PS_NONE ? PS_NO_NUMBER : ps_region_provider (region, tariff->provider)->id) == owner)
        return ps_region_tariff (region, (*place)++);
    }
  return NULL;
}

static const PsRecord *
find_tariff (GPtrArray *tariffs, gint64 id)
{
  for (guint i = 0; i < tariffs->len; i++)
    if (ps_record_get_id (tariffs->pdata[i]) == id)
      return tariffs->pdata[i];
  return NULL;
}

/* What was shown and what there is, from the row that differs; either may be NULL. */
static void
set_conflict (PsStore *store, const PsRegion *region, const PsTariff *shown, const PsRecord *present, GError **error)
{
  g_autoptr (PsRowWords) words = ps_row_words_new (store);
  g_autofree char *title = present != NULL ? ps_row_words_title (words, present) : NULL;
  g_autofree char *was = shown != NULL ? ps_format_tariff (shown->tariff_e4) : NULL;
  g_autofree char *was_to = shown != NULL ? ps_format_date (shown->to) : NULL;
  g_autofree char *is = present != NULL ? ps_format_tariff (ps_record_get_number (present, "tariff_e4")) : NULL;
  g_autofree char *is_to = present != NULL ? ps_format_date (ps_record_get_date (present, "valid_to")) : NULL;

  if (present == NULL)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("A tariff of product %s was removed since this was shown: %s. Nothing was changed; look at it again."),
                 ps_region_product (region, shown->product)->code, was);
  else if (shown == NULL)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 /* Translators: which tariff, its amount */
                 _("%s was added since this was shown: %s. Nothing was changed; look at it again."), title, is);
  else if (shown->tariff_e4 == ps_record_get_number (present, "tariff_e4") && strcmp (was_to, is_to) != 0)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 /* Translators: which tariff, its last day when it was shown, its last day now; “–” where it has none */
                 _("%s was changed since this was shown: its last day was %s, and is %s now. Nothing was changed; look at it "
                    "again."),
                 title, *was_to != '\0' ? was_to : "–", *is_to != '\0' ? is_to : "–");
  else
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 /* Translators: which tariff, its amount when it was shown, its amount now */
                 _("%s was changed since this was shown: it was %s, and is %s now. Nothing was changed; look at it again."),
                 title, was, is);
}

/* The tariffs of the product and provider are those that were shown, neither more nor less. */
static gboolean
check_shown (PsStore *store, const PsRegion *region, gint64 product_id, gint64 owner, GPtrArray *tariffs, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  const PsTariff *shown;
  guint place = 0;

  while ((shown = next_shown (region, product_id, owner, &place)) != NULL)
    {
      const PsRecord *present = find_tariff (tariffs, shown->id);

      if (!is_as_shown (present, shown))
        {
          set_conflict (store, region, shown, present, error);
          return FALSE;
        }
      g_hash_table_add (known, (gpointer) present);
    }
  for (guint i = 0; i < tariffs->len; i++)
    if (!g_hash_table_contains (known, tariffs->pdata[i]))
      {
        set_conflict (store, region, NULL, tariffs->pdata[i], error);
        return FALSE;
      }
  return TRUE;
}

gboolean
ps_desk_set_tariff (PsStore *store, const char *actor, const PsRegion *region, gint64 product_id, gint64 provider_id, PsDate from,
                    PsDate to, gint64 tariff_e4, const char *reason, gint64 *record, GError **error)
{
  gint64 owner = provider_id != 0 ? provider_id : PS_NO_NUMBER;
  g_autoptr (GPtrArray) tariffs = load_tariffs (store, product_id, owner, error);
  g_autoptr (PsRecord) tariff = ps_record_new ("tariff");
  PsChange *change;

  if (tariffs == NULL || !check_shown (store, region, product_id, owner, tariffs, error))
    return FALSE;
  change = tariff_change (store, product_id, owner, error);
  if (change == NULL)
    return FALSE;
  ps_record_set_number (tariff, "product_id", product_id);
  ps_record_set_number (tariff, "provider_id", owner);
  ps_record_set_date (tariff, "valid_from", from);
  ps_record_set_date (tariff, "valid_to", make_room (change, tariffs, from, to));
  ps_record_set_number (tariff, "tariff_e4", tariff_e4);
  ps_change_insert (change, tariff);
  return ps_desk_apply (store, change, actor, reason, record, error);
}

static gint64
rate_or_none (int rate_bp)
{
  return rate_bp == PS_NO_RATE ? PS_NO_NUMBER : rate_bp;
}

static PsRecord *
round_record (const PsIndexing *indexing, int year, PsDate starts_on, int index_bp, const char *sources)
{
  PsRecord *record = ps_record_new ("index_round");

  ps_record_set_number (record, "year", year);
  ps_record_set_date (record, "starts_on", starts_on);
  ps_record_set_number (record, "wage_share_bp", indexing->wage_share_bp);
  ps_record_set_number (record, "wage_provisional_bp", indexing->wage.provisional_bp);
  ps_record_set_number (record, "wage_definitive_bp", rate_or_none (indexing->wage.definitive_bp));
  ps_record_set_number (record, "wage_earlier_bp", rate_or_none (indexing->wage.earlier_bp));
  ps_record_set_number (record, "price_provisional_bp", indexing->price.provisional_bp);
  ps_record_set_number (record, "price_definitive_bp", rate_or_none (indexing->price.definitive_bp));
  ps_record_set_number (record, "price_earlier_bp", rate_or_none (indexing->price.earlier_bp));
  ps_record_set_number (record, "index_bp", index_bp);
  ps_record_set_number (record, "decimals", indexing->decimals);
  ps_record_set_text (record, "sources", sources);
  ps_record_set_number (record, "undone", 0);
  return record;
}

typedef struct
{
  PsStore *store;
  PsRows *rows;
  PsChange *change;
  const PsRegion *region;
  const PsIndexing *indexing;
  PsDate starts_on;
  int index_bp;
  gint64 round_id;
} Round;

static gboolean
refuse_amount (Round *round, const PsRecord *before, GError **error)
{
  g_autoptr (PsRowWords) words = ps_row_words_new (round->store);
  g_autofree char *title = ps_row_words_title (words, before);

  /* Translators: which tariff */
  ps_change_refuse (error, _("%s cannot be indexed: the new tariff is too high, or is not what these rates make of it."), title);
  return FALSE;
}

static gboolean
index_tariff (Round *round, const PsIndexedTariff *expected, GError **error)
{
  const PsTariff *shown = ps_region_tariff (round->region, expected->tariff);
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) before = ps_rows_read (round->rows, "tariff", shown->id, &failure);
  g_autoptr (PsRecord) ended = NULL;
  g_autoptr (PsRecord) new_one = NULL;
  PsOverflow overflow = { FALSE };

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!is_as_shown (before, shown))
    {
      set_conflict (round->store, round->region, shown, before, error);
      return FALSE;
    }
  if (expected->outcome != PS_INDEXED)
    return TRUE;
  if (ps_indexing_tariff (shown->tariff_e4, round->index_bp, round->indexing->decimals, &overflow) != expected->new_e4
      || overflow.overflowed)
    return refuse_amount (round, before, error);
  ended = ps_record_copy (before);
  ps_record_set_date (ended, "valid_to", round->starts_on - 1);
  ps_change_update (round->change, before, ended);
  new_one = ps_record_copy (before);
  ps_record_set_date (new_one, "valid_from", round->starts_on);
  ps_record_set_date (new_one, "valid_to", expected->new_to);
  ps_record_set_number (new_one, "tariff_e4", expected->new_e4);
  ps_record_set_number (new_one, "index_round_id", round->round_id);
  ps_change_insert (round->change, new_one);
  return TRUE;
}

static gboolean
add_tariffs (Round *round, const GArray *expected, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < expected->len; i++)
    {
      const PsIndexedTariff *indexed = &g_array_index (expected, PsIndexedTariff, i);

      if (!index_tariff (round, indexed, error))
        return FALSE;
      n += indexed->outcome == PS_INDEXED;
    }
  if (n > 0)
    return TRUE;
  ps_change_refuse (error, _("There is no tariff to index."));
  return FALSE;
}

/* Whether a tariff that still counts on the day before is what was shown, but for what this round does to it. */
static gboolean
is_left_as_shown (const Round *round, const PsRecord *present, const PsTariff *shown)
{
  PsDate to = ps_record_get_date (present, "valid_to");

  return shown != NULL && ps_record_get_date (present, "valid_from") == shown->from
         && ps_record_get_number (present, "tariff_e4") == shown->tariff_e4
         && (to == shown->to || (to == round->starts_on - 1 && shown->to > to));
}

static GHashTable *
shown_by_id (const PsRegion *region)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < region->tariffs->len; i++)
    g_hash_table_insert (by_id, &g_array_index (region->tariffs, PsTariff, i).id, &g_array_index (region->tariffs, PsTariff, i));
  return by_id;
}

/* Within the round's transaction: every tariff that it could have taken was in the region that it was previewed of. */
static gboolean
check_none_missed (PsApplying *applying, gpointer user_data, GError **error)
{
  Round *round = user_data;
  g_autoptr (GHashTable) by_id = shown_by_id (round->region);
  g_autoptr (PsStatement) select = ps_desk_select (applying->store,
                                                   "SELECT id FROM tariff WHERE ifnull (valid_to, 2147483647) >= ?1 AND"
                                                   " ifnull (index_round_id, 0) <> (SELECT max (id) FROM index_round)",
                                                   round->starts_on - 1, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (applying->store, select, &row, error))
    {
      g_autoptr (PsRecord) present = NULL;
      const PsTariff *shown;
      gint64 id;

      if (!row)
        return TRUE;
      id = sqlite3_column_int64 (select, 0);
      present = ps_rows_read (applying->rows, "tariff", id, error);
      if (present == NULL)
        return FALSE;
      shown = g_hash_table_lookup (by_id, &id);
      if (is_left_as_shown (round, present, shown))
        continue;
      set_conflict (applying->store, round->region, shown, present, error);
      return FALSE;
    }
  return FALSE;
}

gboolean
ps_desk_index_tariffs (PsStore *store, const char *actor, const PsRegion *region, const PsIndexing *indexing, int year,
                       PsDate starts_on, const GArray *expected, const char *sources, gint64 *record, GError **error)
{
  PsOverflow overflow = { FALSE };
  int index_bp;
  g_autofree char *why = NULL;
  g_autoptr (PsRecord) kept = NULL;
  g_autoptr (PsChange) change = ps_desk_change_new ("index", "index:%d", year);
  g_autoptr (PsRows) rows = ps_rows_new (store);
  Round round = { store, rows, change, region, indexing, starts_on, 0, 0 };

  if (!ps_indexing_check (indexing, &why))
    {
      ps_change_refuse (error, "%s", why);
      return FALSE;
    }
  index_bp = ps_indexing_rate (indexing, &overflow);
  kept = round_record (indexing, year, starts_on, index_bp, sources);
  round.index_bp = index_bp;
  round.round_id = ps_change_insert (change, kept);
  return add_tariffs (&round, expected, error)
         && ps_change_apply_more (store, change, actor, check_none_missed, &round, record, error);
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  gint64 x = ps_record_get_id (*(PsRecord *const *) a), y = ps_record_get_id (*(PsRecord *const *) b);

  return (x < y) - (x > y);
}

GPtrArray *
ps_desk_index_rounds (PsStore *store, GError **error)
{
  GPtrArray *rounds = ps_store_load_records (store, "index_round", NULL, 0, error);

  if (rounds != NULL)
    g_ptr_array_sort (rounds, compare_rounds);
  return rounds;
}
