/* ps-generate-contracts.c: what no file has: the demo region's contracts, and the names of its segments and groups
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-contracts.h"

#include "store/ps-desk.h"

/* In Dutch, as all of the demo region is: it is data. */
static const struct
{
  const char *code;
  const char *name;
} segments[] = {
  { "1", "Consultatie" },
  { "2", "Verblijf" },
  { "3", "Dagbehandeling en dagbesteding" },
  { "4", "Ambulant" },
}, groups[] = {
  { "AMB1", "Ambulant, perspectief 1" },
  { "AMB2", "Ambulant, perspectief 2" },
  { "AMBD", "Ambulant, duurzaam" },
  { "AMBV", "Ambulant, vrij toegankelijk" },
  { "CON", "Consultatie en advies" },
  { "CRI", "Crisishulp" },
  { "DAGB", "Dagbehandeling" },
  { "DAGD", "Dagbesteding, duurzaam" },
  { "DAGV", "Dagbesteding en groep" },
  { "DYS", "Dyslexie" },
  { "GGZ", "Jeugd-ggz" },
  { "GGZV", "Jeugd-ggz, specialistisch" },
  { "VERB", "Verblijf" },
};

static gboolean
add_name (PsStore *store, PsChange *change, const char *table, gint64 id, const char *name, GError **error)
{
  g_autoptr (PsRecord) before = ps_store_load_record (store, table, id, error);
  g_autoptr (PsRecord) after = NULL;

  if (before == NULL)
    return FALSE;
  after = ps_record_copy (before);
  ps_record_set_text (after, "name", name);
  ps_change_update (change, before, after);
  return TRUE;
}

static gboolean
name_groups (PsStore *store, const char *actor, const PsRegion *region, GError **error)
{
  g_autoptr (PsChange) change = ps_change_new ("edit", "region");

  for (guint place = 0; place < region->segments->len; place++)
    for (gsize i = 0; i < G_N_ELEMENTS (segments); i++)
      if (g_str_equal (ps_region_segment (region, place)->code, segments[i].code)
          && !add_name (store, change, "segment", ps_region_segment (region, place)->id, segments[i].name, error))
        return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint place = ps_region_find_group (region, groups[i].code);

      if (place != PS_NONE
          && !add_name (store, change, "product_group", ps_region_group (region, place)->id, groups[i].name, error))
        return FALSE;
    }
  return ps_change_apply (store, change, actor, NULL, error);
}

static void
add_option (PsContract *contract, int sequence, PsDate used_on)
{
  PsContractOption option = { .sequence = sequence, .months = 12, .decide_by = PS_DATE_OPEN, .decided_on = used_on };

  option.decision = used_on == PS_DATE_OPEN ? PS_OPTION_OPEN : PS_OPTION_USED;
  g_array_append_val (contract->options, option);
}

/* Every product of the groups that it has an agreement about in any year. */
static void
add_products (PsContract *contract, const PsRegion *region)
{
  for (guint place = 0; place < region->products->len; place++)
    {
      PsContractProduct product = { .product = place, .from = PS_DATE_OPEN, .to = PS_DATE_OPEN };
      gboolean agreed = FALSE;

      for (guint i = 0; i < region->agreements->len && !agreed; i++)
        {
          const PsAgreement *agreement = &g_array_index (region->agreements, PsAgreement, i);

          for (guint line = 0; agreement->provider == contract->provider && line < agreement->lines->len && !agreed; line++)
            agreed = g_array_index (agreement->lines, PsAgreementLine, line).group == ps_region_product (region, place)->group;
        }
      if (agreed)
        g_array_append_val (contract->products, product);
    }
}

/* Of three kinds: one that was lengthened already, one with two options left, and now and then one that just ends. */
static PsContract *
make_contract (const PsRegion *region, guint provider)
{
  PsContract *contract = ps_contract_new ();
  static const int ends_in[] = { 2024, 2026, 2027, 2027, 2026 };
  guint kind = provider % 5;

  contract->provider = provider;
  g_free (contract->number);
  contract->number = g_strdup_printf ("JH-2023-%03u", provider + 1);
  contract->start = ps_date_year_start (2023);
  contract->end = ps_date_year_end (ends_in[kind]);
  contract->notice_months = kind == 4 ? 3 : 6;
  if (kind == 0)
    add_option (contract, 1, ps_date_from_ymd (2024, 5, 14));
  for (int sequence = kind == 0 ? 2 : 1; kind != 4 && sequence <= 2; sequence++)
    add_option (contract, sequence, PS_DATE_OPEN);
  add_products (contract, region);
  return contract;
}

/**
 * ps_generate_contracts_into:
 * @store: the demo region, its files imported
 * @actor: who makes them
 *
 * Adds what a newcomer would otherwise find empty, as people do it: by changes that are in the history.
 */
gboolean
ps_generate_contracts_into (PsStore *store, const char *actor, GError **error)
{
  g_autoptr (PsRegion) region = ps_store_load_region (store, error);

  if (region == NULL || !name_groups (store, actor, region, error))
    return FALSE;
  for (guint place = 0; place < region->providers->len; place++)
    {
      g_autoptr (PsContract) contract = NULL;

      if (!ps_region_provider (region, place)->contracted)
        continue;
      contract = make_contract (region, place);
      if (!ps_desk_save_contract (store, actor, region, NULL, contract, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}
