/* ps-contract-page-actions.c: what a contract's page can be told to do
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Each thing is changed in a dialog of its own, and is one change of the file (ps_desk_save_contract) that can be taken back.
 */
#define G_LOG_DOMAIN "peilstok-contract-page"

#include "ps-contract-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "gui/history/ps-history-page.h"
#include "gui/ps-apply.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/ps-navigator.h"
#include "gui/ps-show-uri.h"
#include "ps-contract-form.h"
#include "ps-contract-products.h"
#include "ps-contract-save.h"
#include "ps-document-form.h"
#include "ps-option-form.h"

guint
_ps_contract_page_find_provider (PsContractPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  for (guint i = 0; settled != NULL && i < settled->region->providers->len; i++)
    if (ps_region_provider (settled->region, i)->id == self->provider_id)
      return i;
  return PS_NONE;
}

/* What it can be told to do. A key may ask for what is off (GTK activates it all the same): nothing is changed then. */

static gboolean
can_change (PsContractPage *self)
{
  return self->shown != NULL && !ps_session_is_read_only (self->session);
}

static void
on_edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);

  if (can_change (self))
    ps_contract_form_edit (widget, self->session, self->shown, self->contracts);
}

static void
on_provider_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  guint provider = _ps_contract_page_find_provider (self);

  if (provider != PS_NONE)
    ps_navigator_push (widget, ps_provider_page_new (self->session, provider),
                       ps_region_provider (ps_session_get_settled (self->session)->region, provider)->name);
}

static void
on_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  g_autofree char *thing = NULL;
  g_autofree char *name_of_it = NULL;
  g_autofree char *title = NULL;

  if (self->shown == NULL)
    return;
  thing = g_strdup_printf ("contract:%s:%s", ps_shown_contract_get_provider (self->shown)->agb,
                           ps_shown_contract_get (self->shown)->number);
  name_of_it = g_strdup_printf (_("Contract %s"), ps_shown_contract_get (self->shown)->number);
  title = g_strdup_printf (_("History of %s"), name_of_it);
  ps_navigator_push (widget, ps_history_page_new_for (self->session, thing, name_of_it), title);
}

static void
on_option_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  guint place = parameter != NULL ? g_variant_get_uint32 (parameter) : PS_NONE;
  PsOptionDecision decision = PS_OPTION_OPEN;

  if (!can_change (self) || (place != PS_NONE && place >= ps_shown_contract_get (self->shown)->options->len))
    return;
  if (g_str_equal (name, "contract.use-option"))
    decision = PS_OPTION_USED;
  else if (g_str_equal (name, "contract.refuse-option"))
    decision = PS_OPTION_NOT_USED;
  ps_option_form_open (widget, self->session, self->shown, place, decision);
}

static void
on_remove_option_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  guint place = g_variant_get_uint32 (parameter);
  PsContract *after;

  if (!can_change (self) || place >= ps_shown_contract_get (self->shown)->options->len)
    return;
  after = ps_contract_copy (ps_shown_contract_get (self->shown));
  g_array_remove_index (after->options, place);
  ps_contract_save_and_tell (widget, self->session, ps_contract_save_new (self->shown, after), _("Option removed"));
}

static void
on_products_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);

  if (can_change (self))
    ps_contract_products_choose (widget, self->session, self->shown);
}

void
_ps_contract_page_on_product_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  PsContractPage *self = PS_CONTRACT_PAGE (user_data);

  if (can_change (self) && ps_table_row_get_id (row) < ps_shown_contract_get (self->shown)->products->len)
    ps_contract_product_edit (GTK_WIDGET (self), self->session, self->shown, (guint) ps_table_row_get_id (row));
}

static void
on_document_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  guint place = parameter != NULL ? g_variant_get_uint32 (parameter) : PS_NONE;

  if (can_change (self) && (place == PS_NONE || place < ps_shown_contract_get (self->shown)->documents->len))
    ps_document_form_open (widget, self->session, self->shown, place);
}

/* Links that came by an import are checked here too: only what a document can be is opened. */
static void
on_open_document_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  GPtrArray *documents = self->shown != NULL ? ps_shown_contract_get (self->shown)->documents : NULL;
  guint place = g_variant_get_uint32 (parameter);
  g_autofree char *why = NULL;
  g_autofree char *file = NULL;
  const char *uri;

  if (documents == NULL || place >= documents->len)
    return;
  uri = ((const PsContractDocument *) g_ptr_array_index (documents, place))->uri;
  if (!ps_check_uri (uri, &why))
    {
      ps_navigator_tell (widget, why);
      return;
    }
  if (g_path_is_absolute (uri))
    file = g_filename_to_uri (uri, NULL, NULL);
  ps_show_uri (widget, file != NULL ? file : uri);
}

static void
on_remove_document_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  guint place = g_variant_get_uint32 (parameter);
  PsContract *after;

  if (!can_change (self) || place >= ps_shown_contract_get (self->shown)->documents->len)
    return;
  after = ps_contract_copy (ps_shown_contract_get (self->shown));
  g_ptr_array_remove_index (after->documents, place);
  ps_contract_save_and_tell (widget, self->session, ps_contract_save_new (self->shown, after), _("Document removed"));
}

static void
on_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsContractPage *self = PS_CONTRACT_PAGE (widget);
  g_autofree char *done = NULL;

  if (!can_change (self))
    return;
  done = g_strdup_printf (_("Contract %s deleted"), ps_shown_contract_get (self->shown)->number);
  ps_apply_and_tell (widget, self->session, ps_contract_save_delete (self->shown), done);
}

void
_ps_contract_page_update_actions (PsContractPage *self)
{
  static const char *const actions[] = { "contract.edit",          "contract.delete",         "contract.add-option",
                                         "contract.use-option",    "contract.refuse-option",  "contract.edit-option",
                                         "contract.remove-option", "contract.products",       "contract.add-document",
                                         "contract.edit-document", "contract.remove-document" };
  gboolean is_writable = self->shown != NULL && !ps_session_is_read_only (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_writable);
  if (is_writable && ps_shown_contract_get (self->shown)->end == PS_DATE_OPEN)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "contract.add-option", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contract.provider", self->shown != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contract.open-document", self->shown != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contract.history", self->shown != NULL);
}

void
_ps_contract_page_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "contract.edit", NULL, on_edit_cb);
  gtk_widget_class_install_action (class, "contract.provider", NULL, on_provider_cb);
  gtk_widget_class_install_action (class, "contract.history", NULL, on_history_cb);
  gtk_widget_class_install_action (class, "contract.delete", NULL, on_delete_cb);
  gtk_widget_class_install_action (class, "contract.add-option", NULL, on_option_cb);
  gtk_widget_class_install_action (class, "contract.use-option", "u", on_option_cb);
  gtk_widget_class_install_action (class, "contract.refuse-option", "u", on_option_cb);
  gtk_widget_class_install_action (class, "contract.edit-option", "u", on_option_cb);
  gtk_widget_class_install_action (class, "contract.remove-option", "u", on_remove_option_cb);
  gtk_widget_class_install_action (class, "contract.products", NULL, on_products_cb);
  gtk_widget_class_install_action (class, "contract.add-document", NULL, on_document_cb);
  gtk_widget_class_install_action (class, "contract.edit-document", "u", on_document_cb);
  gtk_widget_class_install_action (class, "contract.open-document", "u", on_open_document_cb);
  gtk_widget_class_install_action (class, "contract.remove-document", "u", on_remove_document_cb);
}
