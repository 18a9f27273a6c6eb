/* ps-contract-save.c: a contract as it was shown and as it must become, on its way to the file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contract-save"

#include "ps-contract-save.h"

#include "gui/ps-apply.h"
#include "store/ps-desk.h"

struct _PsContractSave
{
  PsShownContract *shown; /* NULL: a new one */
  PsSettledRef *figures;  /* of a new one */
  PsContract *after;
  char *reason;
};

PsContractSave *
ps_contract_save_new (PsShownContract *shown, PsContract *after)
{
  PsContractSave *save = g_new0 (PsContractSave, 1);

  save->shown = ps_shown_contract_ref (shown);
  save->after = after;
  return save;
}

PsContractSave *
ps_contract_save_new_one (PsSettledRef *figures, PsContract *after)
{
  PsContractSave *save = g_new0 (PsContractSave, 1);

  save->figures = figures;
  save->after = after;
  return save;
}

void
ps_contract_save_free (gpointer data)
{
  PsContractSave *save = data;

  g_clear_pointer (&save->shown, ps_shown_contract_unref);
  g_clear_pointer (&save->figures, ps_settled_ref_free);
  ps_contract_free (save->after);
  g_free (save->reason);
  g_free (save);
}

void
ps_contract_save_set_reason (PsContractSave *save, const char *reason)
{
  g_free (save->reason);
  save->reason = reason != NULL && reason[0] != '\0' ? g_strdup (reason) : NULL;
}

gboolean
ps_contract_save_write (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record,
                        GError **error)
{
  const PsContractSave *save = data;
  const PsRegion *region =
      save->shown != NULL ? ps_shown_contract_get_region (save->shown) : ps_settled_ref_get (save->figures)->region;

  return ps_desk_save_contract (store, actor, region, save->shown != NULL ? ps_shown_contract_get (save->shown) : NULL,
                                save->after, save->reason, record, error);
}

void
ps_contract_save_and_tell (GtkWidget *from, PsSession *session, PsContractSave *save, const char *done)
{
  ps_write_and_tell (from, session, ps_contract_save_write, save, ps_contract_save_free, done);
}

/* Deleting: each row by itself, so that the trail has what it was and it can be taken back */

static void
delete_children (PsChange *change, const PsContract *contract, const PsRegion *region)
{
  for (guint i = 0; i < contract->options->len; i++)
    {
      const PsContractOption *option = &g_array_index (contract->options, PsContractOption, i);
      g_autoptr (PsRecord) row = ps_record_new_for ("contract_option", option->id);

      ps_record_set_number (row, "contract_id", contract->id);
      ps_record_set_number (row, "sequence", option->sequence);
      ps_record_set_number (row, "months", option->months);
      ps_record_set_date (row, "decide_by", option->decide_by);
      ps_record_set_number (row, "decision", option->decision);
      ps_record_set_date (row, "decided_on", option->decided_on);
      ps_change_delete (change, row);
    }
  for (guint i = 0; i < contract->products->len; i++)
    {
      const PsContractProduct *product = &g_array_index (contract->products, PsContractProduct, i);
      g_autoptr (PsRecord) row = ps_record_new_for ("contract_product", product->id);

      ps_record_set_number (row, "contract_id", contract->id);
      ps_record_set_number (row, "product_id", ps_region_product (region, product->product)->id);
      ps_record_set_date (row, "valid_from", product->from);
      ps_record_set_date (row, "valid_to", product->to);
      ps_change_delete (change, row);
    }
}

static void
delete_documents (PsChange *change, const PsContract *contract)
{
  for (guint i = 0; i < contract->documents->len; i++)
    {
      const PsContractDocument *document = g_ptr_array_index (contract->documents, i);
      g_autoptr (PsRecord) row = ps_record_new_for ("contract_document", document->id);

      ps_record_set_number (row, "contract_id", contract->id);
      ps_record_set_text (row, "label", document->label);
      ps_record_set_text (row, "uri", document->uri);
      ps_change_delete (change, row);
    }
}

/* Owned by the caller. */
PsChange *
ps_contract_save_delete (PsShownContract *shown)
{
  const PsContract *contract = ps_shown_contract_get (shown);
  const PsProvider *provider = ps_shown_contract_get_provider (shown);
  g_autofree char *thing = g_strdup_printf ("contract:%s:%s", provider->agb, contract->number);
  g_autoptr (PsRecord) row = ps_record_new_for ("contract", contract->id);
  PsChange *change = ps_change_new ("delete", thing);

  delete_children (change, contract, ps_shown_contract_get_region (shown));
  delete_documents (change, contract);
  ps_record_set_number (row, "provider_id", provider->id);
  ps_record_set_text (row, "number", contract->number);
  ps_record_set_date (row, "starts_on", contract->start);
  ps_record_set_date (row, "ends_on", contract->end);
  ps_record_set_number (row, "notice_months", contract->notice_months >= 0 ? contract->notice_months : PS_NO_NUMBER);
  ps_record_set_text (row, "notes", contract->notes);
  ps_change_delete (change, row);
  return change;
}
