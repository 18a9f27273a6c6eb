/* ps-contracts-table.c: contracts in a list: of all providers, or of one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contracts-table"

#include "ps-contracts-table.h"

#include <glib/gi18n-lib.h>

#include "ps-contract-words.h"

/* A list of one provider's has no first column. */
enum
{
  PROVIDER,
  NUMBER,
  STANDING,
  WHEN,
  START,
  END,
  MOST,
  OPTIONS,
  NOTICE,
  N_COLUMNS
};

static char *
count_contracts (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u contract", "%u contracts", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u contract", "%u of %u contracts", n_rows), n_shown, n_rows);
}

PsTable *
ps_contracts_table_new (gboolean of_all)
{
  guint skip = of_all ? 0 : 1;
  const PsColumn columns[N_COLUMNS] = {
    [PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 16 },
    [NUMBER] = { "number", _("Number"), PS_COLUMN_TEXT, of_all ? 11 : 0, FALSE, !of_all },
    [STANDING] = { "standing", _("State"), PS_COLUMN_TEXT, 22, FALSE, FALSE },
    [WHEN] = { "when", _("Day that counts"), PS_COLUMN_DATE, 10, FALSE, TRUE },
    [START] = { "start", _("Start"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [END] = { "end", _("End"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [MOST] = { "most", _("At most to"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [OPTIONS] = { "options", _("Options"), PS_COLUMN_TEXT, 12, FALSE, FALSE },
    [NOTICE] = { "notice", _("Notice"), PS_COLUMN_TEXT, 9, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns + skip, N_COLUMNS - skip, _("Contracts")));

  ps_table_set_sort (table, "when", FALSE);
  ps_table_set_count (table, count_contracts);
  ps_table_set_export_name (table, _("contracts"));
  return table;
}

static void
contract_row_free (gpointer data)
{
  PsContractRow *row = data;

  ps_shown_contract_unref (row->shown);
  g_free (row);
}

static void
set_day (PsTableRow *row, guint column, PsDate day, const char *otherwise)
{
  ps_table_row_set_number (row, column, day != PS_DATE_OPEN ? day : PS_NO_NUMBER);
  if (day == PS_DATE_OPEN && otherwise != NULL)
    ps_table_row_set_text (row, column, otherwise);
}

static PsTableRow *
make_row (PsShownContract *shown, PsDate today, guint skip)
{
  const PsContract *contract = ps_shown_contract_get (shown);
  PsContractRow *data = g_new0 (PsContractRow, 1);
  PsTableRow *row = ps_table_row_new (N_COLUMNS - skip, (guint64) contract->id, data, contract_row_free);
  g_autofree char *options = ps_contract_options_text (contract);
  g_autofree char *notice = ps_contract_notice_text (contract);
  PsDate when = PS_DATE_OPEN;

  data->shown = ps_shown_contract_ref (shown);
  data->standing = ps_contract_standing (contract, today, &when);
  data->end = ps_contract_end_now (contract);
  if (skip == 0)
    ps_table_row_set_text (row, PROVIDER, ps_shown_contract_get_provider (shown)->name);
  ps_table_row_set_text (row, NUMBER - skip, contract->number);
  set_day (row, START - skip, contract->start, NULL);
  set_day (row, END - skip, data->end, _("none"));
  set_day (row, MOST - skip, ps_contract_end_most (contract), _("none"));
  ps_table_row_set_text (row, OPTIONS - skip, options);
  ps_table_row_set_text (row, NOTICE - skip, notice);
  ps_table_row_set_text (row, STANDING - skip, ps_contract_standing_label (data->standing));
  /* What is over asks for nothing: last, whatever the order. */
  if (data->standing != PS_CONTRACT_ENDED)
    set_day (row, WHEN - skip, when, NULL);
  return row;
}

static void
add_rows (GPtrArray *rows, GPtrArray *contracts, PsDate today, gboolean of_all, gboolean ended)
{
  for (guint i = 0; i < contracts->len; i++)
    {
      g_autoptr (PsTableRow) row = make_row (g_ptr_array_index (contracts, i), today, of_all ? 0 : 1);
      const PsContractRow *data = ps_table_row_get_data (row);

      if ((data->standing == PS_CONTRACT_ENDED) == ended)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
}

/* What has ended comes after what has no day that counts: the table's sorting keeps the order of those. */
GPtrArray *
ps_contracts_table_rows (GPtrArray *contracts, PsDate today, gboolean of_all)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_rows (rows, contracts, today, of_all, FALSE);
  add_rows (rows, contracts, today, of_all, TRUE);
  return rows;
}
