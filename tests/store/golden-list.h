/* golden-list.h: what a golden region has of each settlement, as text
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* A line a settlement: its number, provider, year, state, what it replaces, balance and amount in cents, and the SHA-256 of its
 * documents. Transfer full. */
static inline char *
golden_list (PsStore *store, GError **error)
{
  g_autoptr (GPtrArray) list = ps_settlements_list (store, 0, NULL, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%d %s %d %s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s %s %s\n", (int) stored->id, stored->agb,
                              stored->year, ps_settlement_state_code (stored->state), (int) stored->replaces, stored->balance_cents,
                              stored->amount_cents, stored->digests[PS_DOCUMENT_INPUTS], stored->digests[PS_DOCUMENT_PRODUCTION],
                              stored->digests[PS_DOCUMENT_RESULTS], stored->circumstances);
    }
  return g_string_free (text, FALSE);
}

G_END_DECLS
