/* ps-desk-providers.c: where a provider is used, and the codes that it goes by
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-desk-private.h"

/* Lines are counted by their blocks: there is no index to find those of a provider by. */
gboolean
ps_desk_provider_use (PsStore *store, gint64 provider_id, PsProviderUse *use, GError **error)
{
  *use = (PsProviderUse){ 0 };
  return ps_desk_count (store, "SELECT count (*) FROM contract WHERE provider_id = ?", provider_id, &use->contracts, error)
         && ps_desk_count (store, "SELECT count (*) FROM tariff WHERE provider_id = ?", provider_id, &use->tariffs, error)
         && ps_desk_count (store, "SELECT count (*) FROM agreement WHERE provider_id = ?", provider_id, &use->agreements, error)
         && ps_desk_count (store, "SELECT count (*) FROM assignment WHERE provider_id = ?", provider_id, &use->assignments, error)
         && ps_desk_count (store, "SELECT ifnull (sum (n_lines), 0) FROM line_block WHERE provider_id = ?", provider_id,
                           &use->lines, error)
         && ps_desk_count (store, "SELECT count (*) FROM advance WHERE provider_id = ?", provider_id, &use->advances, error)
         && ps_desk_count (store, "SELECT count (*) FROM measurement WHERE provider_id = ?", provider_id, &use->measurements,
                           error);
}

void
ps_provider_agb_free (PsProviderAgb *agb)
{
  g_free (agb->agb);
  g_free (agb);
}

GPtrArray *
ps_desk_provider_agbs (PsStore *store, gint64 provider_id, GError **error)
{
  g_autoptr (GPtrArray) records = ps_store_load_records (store, "provider_agb", "provider_id", provider_id, error);
  GPtrArray *agbs;

  if (records == NULL)
    return NULL;
  agbs = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_provider_agb_free);
  for (guint i = 0; i < records->len; i++)
    {
      const PsRecord *record = g_ptr_array_index (records, i);
      PsProviderAgb *agb = g_new0 (PsProviderAgb, 1);

      agb->id = ps_record_get_id (record);
      agb->agb = g_strdup (ps_record_get_text (record, "agb"));
      agb->from =
          ps_record_get_number (record, "valid_from") == PS_NO_NUMBER ? PS_DATE_MIN : ps_record_get_date (record, "valid_from");
      agb->to = ps_record_get_date (record, "valid_to");
      g_ptr_array_add (agbs, agb);
    }
  return agbs;
}
