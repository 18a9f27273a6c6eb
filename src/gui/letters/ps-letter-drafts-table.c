/* ps-letter-drafts-table.c: who asks for a letter at a peildatum, a row each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-drafts"

#include "ps-letter-drafts-table.h"

#include <glib/gi18n-lib.h>

#include "gui/bandwidth/ps-bandwidth-words.h"

enum
{
  COLUMN_PROVIDER,
  COLUMN_KIND,
  COLUMN_STATE,
  COLUMN_DEVIATION,
  COLUMN_AT_STAKE,
  COLUMN_BEFORE,
  N_COLUMNS
};

static char *
count_providers (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u provider", "%u providers", n_rows), n_rows);
}

PsTable *
ps_letter_drafts_table_new (void)
{
  static const guint drops[] = { COLUMN_STATE, COLUMN_AT_STAKE };
  const PsColumn columns[N_COLUMNS] = {
    [COLUMN_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 22 },
    [COLUMN_KIND] = { "kind", _("Kind"), PS_COLUMN_TEXT, 17, FALSE, FALSE },
    [COLUMN_STATE] = { "state", _("State"), PS_COLUMN_TEXT, 28, FALSE, FALSE },
    [COLUMN_DEVIATION] = { "deviation", _("Against ceiling"), PS_COLUMN_MONEY, 12, FALSE, FALSE },
    [COLUMN_AT_STAKE] = { "stake", _("At stake"), PS_COLUMN_MONEY, 12, FALSE, FALSE },
    [COLUMN_BEFORE] = { "before", _("Told before"), PS_COLUMN_TEXT, 13, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Providers that ask for a letter")));

  ps_table_set_count (table, count_providers);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_sort (table, "provider", FALSE);
  ps_table_set_empty (table, _("Nobody Needs a Letter"),
                      _("Every provider is within its bandwidth, or has its letter already."));
  return table;
}

static void
draft_row_free (gpointer data)
{
  PsDraftRow *row = data;

  g_free (row->agb);
  g_free (row);
}

static PsTableRow *
make_row (const PsBandwidthShown *shown, const PsProviderBandwidth *about, gboolean told_before)
{
  const PsBandwidth *now = about->now;
  const PsBandwidthScope *heaviest = ps_bandwidth_get_heaviest (now);
  const PsProvider *provider = ps_region_provider (shown->year->region, now->provider);
  g_autofree char *told_in = told_before ? ps_letter_number_text (shown->year->year, about->told_number) : NULL;
  g_autofree char *state = ps_band_state_text (now);
  PsDraftRow *data = g_new0 (PsDraftRow, 1);
  PsTableRow *row;

  data->agb = g_strdup (provider->agb);
  data->kind = now->letter;
  data->told_before = told_before;
  row = ps_table_row_new (N_COLUMNS, (guint64) provider->id, data, draft_row_free);
  ps_table_row_set_text (row, COLUMN_PROVIDER, provider->name);
  ps_table_row_set_text (row, COLUMN_KIND, ps_letter_kind_label (now->letter));
  ps_table_row_set_text (row, COLUMN_STATE, state);
  /* Of the scope that decides the kind, so that the two say the same. */
  ps_table_row_set_number (row, COLUMN_DEVIATION, heaviest != NULL ? heaviest->deviation_cents : 0);
  ps_table_row_set_number (row, COLUMN_AT_STAKE, now->at_stake_cents);
  ps_table_row_set_text (row, COLUMN_BEFORE, told_in != NULL ? told_in : "");
  return row;
}

void
ps_letter_drafts_table_set (PsTable *table, GPtrArray *rows)
{
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    any = any || ((const PsDraftRow *) ps_table_row_get_data (g_ptr_array_index (rows, i)))->told_before;
  ps_table_set_column_visible (table, COLUMN_BEFORE, any);
  ps_table_set_rows (table, rows);
}

GPtrArray *
ps_letter_drafts_table_rows (const PsBandwidthShown *shown, const char *const *agbs)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < shown->year->providers->len; i++)
    {
      const PsProviderBandwidth *about = g_ptr_array_index (shown->year->providers, i);
      const char *agb = ps_region_provider (shown->year->region, about->now->provider)->agb;
      gboolean told_before = FALSE;
      gboolean needs = ps_bandwidths_needs_letter (about, &told_before);

      if ((needs || told_before) && about->letter_id == 0 && (agbs == NULL || g_strv_contains (agbs, agb)))
        g_ptr_array_add (rows, make_row (shown, about, told_before));
    }
  return rows;
}
