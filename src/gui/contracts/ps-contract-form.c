/* ps-contract-form.c: a new contract, or a change of its number, term, notice period and notes, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contract-form"

#include "ps-contract-form.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-navigator.h"
#include "gui/providers/ps-provider-figures.h"
#include "ps-contract-page.h"
#include "ps-contract-save.h"

#define MOST_OPTIONS 20
#define MOST_MONTHS 600

typedef struct
{
  GtkWidget *from; /* weak, as the next one */
  PsForm *form;
  PsSession *session;
  PsShownContract *shown; /* NULL: a new one */
  GPtrArray *contracts;
  gint64 provider_id; /* 0: chosen in the form */
  gboolean is_checking;
} ContractForm;

static void
contract_form_free (gpointer data)
{
  ContractForm *self = data;

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_weak_pointer (&self->form);
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->session);
  g_clear_pointer (&self->shown, ps_shown_contract_unref);
  g_ptr_array_unref (self->contracts);
  g_free (self);
}

static gint64
chosen_provider (const ContractForm *self, PsForm *form)
{
  return self->provider_id != 0 ? self->provider_id : ps_form_get_number (form, "provider");
}

/* Checks that need more than one field */

static gboolean
is_number_used (const ContractForm *self, PsForm *form)
{
  gint64 provider_id = chosen_provider (self, form);
  const char *number = ps_form_get_text (form, "number");

  for (guint i = 0; i < self->contracts->len; i++)
    {
      PsShownContract *other = g_ptr_array_index (self->contracts, i);
      const PsContract *contract = ps_shown_contract_get (other);

      if (ps_shown_contract_get_provider (other)->id == provider_id && g_strcmp0 (contract->number, number) == 0
          && (self->shown == NULL || contract->id != ps_shown_contract_get (self->shown)->id))
        return TRUE;
    }
  return FALSE;
}

static void
check_options (PsForm *form)
{
  gint64 n = ps_form_get_number (form, "n_options");

  ps_form_set_visible (form, "months", n != PS_NO_NUMBER && n > 0);
}

static void
on_form_changed_cb (PsForm *form, gpointer user_data)
{
  ContractForm *self = user_data;
  PsDate start = ps_form_get_date (form, "start");
  PsDate end = ps_form_get_date (form, "end");

  if (self->is_checking)
    return;
  self->is_checking = TRUE;
  ps_form_set_problem (form, "number",
                       is_number_used (self, form) ? _("This provider has a contract with this number already.") : NULL);
  ps_form_set_problem (
      form, "end", start != PS_DATE_OPEN && end != PS_DATE_OPEN && end < start ? _("It cannot end before it starts.") : NULL);
  if (self->shown == NULL)
    check_options (form);
  self->is_checking = FALSE;
}

/* What was typed, as a contract */

static guint
place_of (const PsRegion *region, gint64 provider_id)
{
  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == provider_id)
      return i;
  return PS_NONE;
}

static void
take_fields (PsForm *form, PsContract *contract)
{
  const char *notes = ps_form_get_text (form, "notes");
  gint64 notice = ps_form_get_number (form, "notice");

  g_free (contract->number);
  contract->number = g_strdup (ps_form_get_text (form, "number"));
  contract->start = ps_form_get_date (form, "start");
  contract->end = ps_form_get_date (form, "end");
  contract->notice_months = notice != PS_NO_NUMBER ? (int) notice : -1;
  g_free (contract->notes);
  contract->notes = notes[0] != '\0' ? g_strdup (notes) : NULL;
}

static void
take_options (PsForm *form, PsContract *contract)
{
  gint64 n = ps_form_get_number (form, "n_options");
  gint64 months = ps_form_get_number (form, "months");

  for (int i = 0; n != PS_NO_NUMBER && i < n; i++)
    {
      PsContractOption option = { 0, i + 1, (int) months, PS_DATE_OPEN, PS_OPTION_OPEN, PS_DATE_OPEN };

      g_array_append_val (contract->options, option);
    }
}

static gpointer
take_new (PsForm *form, gpointer user_data)
{
  ContractForm *self = user_data;
  PsSettledRef *figures = ps_session_ref_settled (self->session);
  PsContract *contract = ps_contract_new ();

  contract->provider = place_of (ps_settled_ref_get (figures)->region, chosen_provider (self, form));
  take_fields (form, contract);
  take_options (form, contract);
  return ps_contract_save_new_one (figures, contract);
}

static gpointer
take_changed (PsForm *form, gpointer user_data)
{
  ContractForm *self = user_data;
  PsContract *contract = ps_contract_copy (ps_shown_contract_get (self->shown));

  take_fields (form, contract);
  return ps_contract_save_new (self->shown, contract);
}

static void
on_added (PsForm *form, gint64 record, gpointer user_data)
{
  ContractForm *self = user_data;
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint place = settled != NULL ? place_of (settled->region, chosen_provider (self, form)) : PS_NONE;
  const char *number = ps_form_get_text (form, "number");
  g_autofree char *title = g_strdup_printf (_("Contract %s"), number);

  if (place != PS_NONE && self->from != NULL && gtk_widget_get_mapped (self->from))
    ps_navigator_push (self->from, ps_contract_page_new (self->session, place, 0, number), title);
}

/* The dialog */

static void
add_providers (PsForm *form, const PsRegion *region)
{
  g_autoptr (GPtrArray) providers = ps_providers_to_choose (region);

  ps_form_add_choice (form, "provider", PS_NO_NUMBER, _("Choose a provider"));
  for (guint i = 0; i < providers->len; i++)
    {
      const PsProvider *provider = g_ptr_array_index (providers, i);
      g_autofree char *label = ps_provider_choice_text (provider);

      ps_form_add_choice (form, "provider", provider->id, label);
    }
  ps_form_set_number (form, "provider", PS_NO_NUMBER);
}

static void
set_range (PsForm *form, const char *id, gint64 least, gint64 most)
{
  ps_value_entry_set_range (PS_VALUE_ENTRY (ps_form_get_widget (form, id)), least, most);
}

static PsForm *
make_form (gboolean is_new)
{
  const PsFormField fields[] = {
    { "provider", _("Provider"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "number", _("Number"), PS_FORM_TEXT, TRUE, NULL, NULL },
    { "start", _("First day"), PS_FORM_DATE, TRUE, NULL, NULL },
    { "end", _("Last day"), PS_FORM_DATE, FALSE, _("Without its options. Empty: it has no end."), NULL },
    { "notice", _("Notice period in months"), PS_FORM_COUNT, FALSE, _("An option must be decided on so long before the end."),
      NULL },
    { "n_options", _("Options to extend"), PS_FORM_COUNT, FALSE, _("How many times it may be extended."), NULL },
    { "months", _("Months of each option"), PS_FORM_COUNT, TRUE, NULL, NULL },
    { "notes", _("Notes"), PS_FORM_LONG_TEXT, FALSE, NULL, NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_set_visible (form, "n_options", is_new);
  ps_form_set_visible (form, "months", FALSE);
  set_range (form, "notice", 0, MOST_MONTHS);
  set_range (form, "n_options", 0, MOST_OPTIONS);
  set_range (form, "months", 1, MOST_MONTHS);
  return form;
}

static PsFormDialog *
open_dialog (ContractForm *self, PsForm *form, GtkWidget *from)
{
  gboolean is_new = self->shown == NULL;
  PsFormDialog *dialog;

  g_set_weak_pointer (&self->from, from);
  g_set_weak_pointer (&self->form, form);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), self);
  dialog = ps_form_dialog_new (from, self->session, is_new ? _("New Contract") : _("Edit Contract"),
                               is_new ? _("_Add") : _("_Save"), form);
  ps_form_dialog_set_done (dialog, is_new ? _("Contract added") : _("Contract changed"));
  ps_form_dialog_set_write (dialog, is_new ? take_new : take_changed, ps_contract_save_write, ps_contract_save_free,
                            is_new ? on_added : NULL, self, contract_form_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static ContractForm *
contract_form_new (PsSession *session, GPtrArray *contracts)
{
  ContractForm *self = g_new0 (ContractForm, 1);

  self->session = g_object_ref (session);
  self->contracts = g_ptr_array_ref (contracts);
  return self;
}

PsFormDialog *
ps_contract_form_add (GtkWidget *from, PsSession *session, gint64 provider_id, GPtrArray *contracts)
{
  ContractForm *self = contract_form_new (session, contracts);
  PsForm *form = make_form (TRUE);

  self->provider_id = provider_id;
  ps_form_set_visible (form, "provider", provider_id == 0);
  if (provider_id == 0)
    add_providers (form, ps_session_get_settled (session)->region);
  ps_form_set_number (form, "months", 12);
  return open_dialog (self, form, from);
}

PsFormDialog *
ps_contract_form_edit (GtkWidget *from, PsSession *session, PsShownContract *shown, GPtrArray *contracts)
{
  ContractForm *self = contract_form_new (session, contracts);
  const PsContract *contract = ps_shown_contract_get (shown);
  PsForm *form = make_form (FALSE);

  self->shown = ps_shown_contract_ref (shown);
  self->provider_id = ps_shown_contract_get_provider (shown)->id;
  ps_form_set_visible (form, "provider", FALSE);
  ps_form_set_text (form, "number", contract->number);
  ps_form_set_date (form, "start", contract->start);
  ps_form_set_date (form, "end", contract->end);
  ps_form_set_number (form, "notice", contract->notice_months >= 0 ? contract->notice_months : PS_NO_NUMBER);
  ps_form_set_text (form, "notes", contract->notes);
  return open_dialog (self, form, from);
}
