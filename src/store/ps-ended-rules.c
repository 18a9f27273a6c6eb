/* ps-ended-rules.c: what has ended is not used anew; what belongs to a contract lies within its days (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-contract.h"
#include "core/ps-format.h"
#include "ps-change-private.h"

/* What begins, when, and what must not have ended by then. A tariff that a provider has of its own goes on after it. */
static const struct
{
  const char *table;
  const char *begins; /* a day, or a year */
  const char *of;
  const char *parent;
} beginnings[] = {
  { "agreement", "year", "provider_id", "provider" },
  { "contract", "starts_on", "provider_id", "provider" },
  { "tariff", "valid_from", "product_id", "product" },
};

static gboolean
is_new (const PsRowChange *row, const char *column)
{
  return row->before == NULL || ps_record_get_number (row->before, column) != ps_record_get_number (row->after, column);
}

static PsDate
first_day (const PsRecord *record, const char *column)
{
  gint64 number = ps_record_get_number (record, column);

  if (number == PS_NO_NUMBER)
    return PS_DATE_OPEN;
  return strcmp (column, "year") == 0 ? ps_date_year_start ((int) number) : (PsDate) number;
}

static gboolean
check_begins (PsApplying *applying, const PsRowChange *row, guint which, GError **error)
{
  PsDate begins = first_day (row->after, beginnings[which].begins), ended;
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) parent =
      ps_rows_read (applying->rows, beginnings[which].parent, ps_record_get_number (row->after, beginnings[which].of), &failure);
  g_autofree char *title = NULL;
  g_autofree char *new_title = NULL;
  g_autofree char *day = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  ended = parent != NULL ? ps_record_get_date (parent, "ended_on") : PS_DATE_OPEN;
  if (ended == PS_DATE_OPEN || begins <= ended)
    return TRUE;
  title = ps_row_words_title (applying->words, parent);
  new_title = ps_row_words_title (applying->words, row->after);
  day = ps_format_date (ended);
  /* Translators: a provider or product, its last day, what would begin later */
  ps_change_refuse (error, _("The last day of %s is %s: %s would begin after it."), title, day, new_title);
  return FALSE;
}

/* Asked of one row, where its first day or what it is of is new. A merger only moves what there is. */
gboolean
ps_ended_rules_check (PsApplying *applying, const PsRowChange *row, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings) && !applying->merging; i++)
    if (strcmp (beginnings[i].table, ps_row_change_table (row)) == 0
        && (is_new (row, beginnings[i].begins) || is_new (row, beginnings[i].of)))
      return check_begins (applying, row, i, error);
  return TRUE;
}

static int
compare_options (gconstpointer a, gconstpointer b)
{
  return ((const PsContractOption *) a)->sequence - ((const PsContractOption *) b)->sequence;
}

/* What decides how long a contract runs; NULL: it is not there any more. */
static PsContract *
load_contract (PsApplying *applying, gint64 id, GError **error)
{
  g_autoptr (PsRecord) record = ps_rows_read (applying->rows, "contract", id, error);
  g_autoptr (GPtrArray) options = NULL;
  PsContract *contract;

  if (record == NULL)
    return NULL;
  options = ps_store_load_records (applying->store, "contract_option", "contract_id", id, error);
  if (options == NULL)
    return NULL;
  contract = ps_contract_new ();
  contract->start = ps_record_get_date (record, "starts_on");
  contract->end = ps_record_get_date (record, "ends_on");
  for (guint i = 0; i < options->len; i++)
    {
      PsContractOption option = { .sequence = (int) ps_record_get_number (options->pdata[i], "sequence"),
                                  .months = (int) ps_record_get_number (options->pdata[i], "months"),
                                  .decision = (PsOptionDecision) ps_record_get_number (options->pdata[i], "decision") };

      g_array_append_val (contract->options, option);
    }
  g_array_sort (contract->options, compare_options);
  return contract;
}

/* Options are decided on one after the other. */
static gboolean
check_options (PsApplying *applying, const PsContract *contract, gint64 id, GError **error)
{
  int open = 0;

  for (guint i = 0; i < contract->options->len; i++)
    {
      const PsContractOption *option = &g_array_index (contract->options, PsContractOption, i);

      if (option->decision == PS_OPTION_OPEN && open == 0)
        open = option->sequence;
      if (option->decision != PS_OPTION_USED || open == 0)
        continue;
      /* Translators: which contract; the numbers of two options */
      ps_change_refuse (error, _("Contract %s: option %d cannot be used while option %d is still to be decided on."),
                        ps_row_words_reference (applying->words, "contract", id), option->sequence, open);
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_product (PsApplying *applying, const PsRecord *product, const PsContract *contract, GError **error)
{
  g_autofree char *title = ps_row_words_title (applying->words, product);
  g_autofree char *from = ps_format_date (contract->start);
  g_autofree char *to = ps_format_date (ps_contract_end_most (contract));

  if (*to == '\0')
    /* Translators: which product of which contract, and the contract's first day */
    ps_change_refuse (error, _("%s: its days lie outside those of the contract, which starts on %s."), title, from);
  else
    /* Translators: which product of which contract, and the contract's first and last day */
    ps_change_refuse (error, _("%s: its days lie outside those of the contract, from %s up to and including %s."), title, from,
                      to);
  return FALSE;
}

/* A product of a contract is in it on days that the contract has, or may have yet: with the options that are open. */
static gboolean
check_products (PsApplying *applying, const PsContract *contract, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) products = ps_store_load_records (applying->store, "contract_product", "contract_id", id, error);
  PsDate most = ps_contract_end_most (contract);

  for (guint i = 0; products != NULL && i < products->len; i++)
    {
      PsDate from = ps_record_get_date (products->pdata[i], "valid_from"),
             to = ps_record_get_date (products->pdata[i], "valid_to");

      if ((from != PS_DATE_OPEN && (from < contract->start || from > most))
          || (to != PS_DATE_OPEN && (to < contract->start || to > most)))
        return refuse_product (applying, products->pdata[i], contract, error);
    }
  return products != NULL;
}

static gboolean
check_contract (PsApplying *applying, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsContract) contract = load_contract (applying, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    return contract == NULL || (check_options (applying, contract, id, error) && check_products (applying, contract, id, error));
  return FALSE;
}

/* Contracts of which anything was touched, once all is written. */
gboolean
ps_contract_rules_check (PsApplying *applying, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < applying->done->len; i++)
    {
      const PsRowChange *row = g_ptr_array_index (applying->done, i);
      const PsRecord *record = row->after != NULL ? row->after : row->before;
      gint64 contract = ps_record_has_column (record, "contract_id")             ? ps_record_get_number (record, "contract_id")
                        : strcmp (ps_record_get_table (record), "contract") == 0 ? ps_record_get_id (record)
                                                                                 : 0;

      if (contract != 0)
        g_hash_table_add (ids, g_memdup2 (&contract, sizeof contract));
    }
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!check_contract (applying, *(gint64 *) id, error))
      return FALSE;
  return TRUE;
}
