/* ps-payments.c: the payment list of a year, municipality by municipality
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * An amount is a balance less all that earlier final settlements came to (domain.md §6), and so is each municipality's part of it. Those
 * earlier amounts add up to the balance of the last of them, everywhere: the first paid its balance, each next one the difference with
 * the one before. A municipality that a correction has no line of any more gives back what it got. Every final one is listed, for it
 * may be that the one before a correction was not paid yet; together they are what a provider's year comes to.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-payments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/ps-record.h"

void
ps_payment_free (PsPayment *payment)
{
  g_free (payment->agb);
  g_free (payment->provider);
  g_free (payment->code);
  g_free (payment->municipality);
  g_free (payment->final_by);
  g_free (payment);
}

/* What goes on while a list is made. */
typedef struct
{
  PsStore *store;
  GHashTable *names; /* of municipalities by code */
  GPtrArray *payments;
  PsOverflow overflow;
} Listing;

static GHashTable *
load_names (PsStore *store, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = ps_store_load_records (store, "municipality", NULL, 0, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const PsRecord *row = g_ptr_array_index (rows, i);

      g_hash_table_replace (names, g_strdup (ps_record_get_text (row, "code")), g_strdup (ps_record_get_text (row, "name")));
    }
  return g_steal_pointer (&names);
}

/* ---- of one settlement */

/* The day on the calendar of who makes the list. */
static PsDate
final_day (const PsStored *stored)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (stored->final_at / G_USEC_PER_SEC);

  if (stored->state != PS_SETTLEMENT_FINAL || local == NULL)
    return PS_DATE_OPEN;
  return ps_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

static PsPayment *
new_payment (Listing *listing, const PsStored *stored, const char *code)
{
  PsPayment *payment = g_new0 (PsPayment, 1);
  const char *name = g_hash_table_lookup (listing->names, code);

  payment->number = stored->id;
  payment->agb = g_strdup (stored->agb);
  payment->provider = g_strdup (stored->provider);
  payment->code = g_strdup (code);
  payment->municipality = g_strdup (name != NULL ? name : "");
  payment->state = stored->state;
  payment->final_on = final_day (stored);
  payment->final_by = g_strdup (stored->final_by);
  return payment;
}

/* The municipality's among `payments`, by code; made where there is none yet. */
static PsPayment *
find_payment (Listing *listing, GHashTable *payments, const PsStored *stored, const char *code)
{
  PsPayment *payment = g_hash_table_lookup (payments, code);

  if (payment == NULL)
    {
      payment = new_payment (listing, stored, code);
      g_hash_table_insert (payments, payment->code, payment);
    }
  return payment;
}

static gboolean
add_lines (Listing *listing, GHashTable *payments, const PsStored *stored, GError **error)
{
  g_autoptr (GPtrArray) rows = ps_store_load_records (listing->store, "settlement_line", "settlement_id", stored->id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PsRecord *row = g_ptr_array_index (rows, i);
      PsPayment *payment = find_payment (listing, payments, stored, ps_record_get_text (row, "municipality_code"));

      payment->payable_cents = ps_add (payment->payable_cents, ps_record_get_number (row, "payable_cents"), &listing->overflow);
      payment->paid_cents = ps_add (payment->paid_cents, ps_record_get_number (row, "paid_cents"), &listing->overflow);
      payment->balance_cents = ps_add (payment->balance_cents, ps_record_get_number (row, "balance_cents"), &listing->overflow);
    }
  return TRUE;
}

static gboolean
add_before (Listing *listing, GHashTable *payments, const PsStored *stored, const PsStored *earlier, GError **error)
{
  g_autoptr (GPtrArray) rows = ps_store_load_records (listing->store, "settlement_line", "settlement_id", earlier->id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PsRecord *row = g_ptr_array_index (rows, i);
      PsPayment *payment = find_payment (listing, payments, stored, ps_record_get_text (row, "municipality_code"));

      payment->before_cents = ps_add (payment->before_cents, ps_record_get_number (row, "balance_cents"), &listing->overflow);
    }
  return TRUE;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(PsPayment *const *) a)->code, (*(PsPayment *const *) b)->code);
}

static GPtrArray *
in_order (GHashTable *payments)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer payment;

  g_hash_table_iter_init (&iter, payments);
  while (g_hash_table_iter_next (&iter, NULL, &payment))
    g_ptr_array_add (sorted, payment);
  g_ptr_array_sort (sorted, compare_codes);
  return sorted;
}

static gboolean
is_empty (const PsPayment *payment)
{
  return payment->payable_cents == 0 && payment->paid_cents == 0 && payment->before_cents == 0 && payment->amount_cents == 0;
}

/* Its amounts, and whether they are together what the settlement says: another program's work would show here. */
static gboolean
finish (Listing *listing, GHashTable *payments, const PsStored *stored, GError **error)
{
  g_autoptr (GPtrArray) sorted = in_order (payments);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, stored->id);
  gint64 before = 0, amount = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      PsPayment *payment = g_ptr_array_index (sorted, i);

      payment->amount_cents = ps_subtract (payment->balance_cents, payment->before_cents, &listing->overflow);
      before = ps_add (before, payment->before_cents, &listing->overflow);
      amount = ps_add (amount, payment->amount_cents, &listing->overflow);
      if (is_empty (payment))
        ps_payment_free (payment);
      else
        g_ptr_array_add (listing->payments, payment);
    }
  if (!listing->overflow.overflowed && before == stored->settled_before_cents && amount == stored->amount_cents)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED,
               _("The municipalities of settlement %s of %s do not add up to its amount. Verify the region file."), number,
               stored->provider);
  return FALSE;
}

static void
free_all (GHashTable *payments)
{
  GHashTableIter iter;
  gpointer payment;

  g_hash_table_iter_init (&iter, payments);
  while (g_hash_table_iter_next (&iter, NULL, &payment))
    ps_payment_free (payment);
}

/* @earlier: (nullable): the final one before it */
static gboolean
add_settlement (Listing *listing, const PsStored *stored, const PsStored *earlier, GError **error)
{
  g_autoptr (GHashTable) payments = g_hash_table_new (g_str_hash, g_str_equal);

  if (add_lines (listing, payments, stored, error) && (earlier == NULL || add_before (listing, payments, stored, earlier, error)))
    return finish (listing, payments, stored, error);
  free_all (payments);
  return FALSE;
}

/* ---- of all */

static gboolean
is_listed (const PsStored *stored, gboolean proposed, PsDate since)
{
  if (proposed)
    return stored->state == PS_SETTLEMENT_PROPOSED;
  return stored->state == PS_SETTLEMENT_FINAL && final_day (stored) >= since;
}

/* A provider's settlements are listed by number, in which order they were made final. */
static gboolean
add_all (Listing *listing, GPtrArray *list, gboolean proposed, PsDate since, GError **error)
{
  const PsStored *earlier = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      if (earlier != NULL && earlier->provider_id != stored->provider_id)
        earlier = NULL;
      if (is_listed (stored, proposed, since) && !add_settlement (listing, stored, earlier, error))
        return FALSE;
      if (stored->state == PS_SETTLEMENT_FINAL)
        earlier = stored;
    }
  return TRUE;
}

/**
 * ps_payments_list: what is to be paid or reclaimed, by provider, settlement and municipality. On a worker.
 * @proposed: of the proposed settlements instead of the final ones
 * @since: only of what was made final on this day or after it; PS_DATE_MIN: of all. Says nothing of proposed ones
 *
 * Municipalities where nothing was produced, paid or settled before are left out.
 *
 * Returns: (transfer full) (element-type PsPayment): NULL with a PsStoreError
 */
GPtrArray *
ps_payments_list (PsStore *store, int year, gboolean proposed, PsDate since, GError **error)
{
  g_autoptr (GPtrArray) list = ps_settlements_list (store, year, NULL, error);
  g_autoptr (GHashTable) names = list != NULL ? load_names (store, error) : NULL;
  g_autoptr (GPtrArray) payments = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_payment_free);
  Listing listing = { store, names, payments, { FALSE } };

  if (names == NULL || !add_all (&listing, list, proposed, since, error))
    return NULL;
  return g_steal_pointer (&payments);
}
