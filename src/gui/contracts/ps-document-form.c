/* ps-document-form.c: a document of a contract by its link, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-document-form"

#include "ps-document-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "ps-contract-save.h"

typedef struct
{
  PsShownContract *shown;
  guint place; /* PS_NONE: a new one */
} DocumentForm;

static void
document_form_free (gpointer data)
{
  ps_shown_contract_unref (((DocumentForm *) data)->shown);
  g_free (data);
}

static gpointer
take_document (PsForm *form, gpointer user_data)
{
  DocumentForm *self = user_data;
  PsContract *after = ps_contract_copy (ps_shown_contract_get (self->shown));
  PsContractDocument *document;

  if (self->place == PS_NONE)
    g_ptr_array_add (after->documents, g_new0 (PsContractDocument, 1));
  document = g_ptr_array_index (after->documents, self->place != PS_NONE ? self->place : after->documents->len - 1);
  g_free (document->label);
  document->label = g_strdup (ps_form_get_text (form, "label"));
  g_free (document->uri);
  document->uri = g_strdup (ps_form_get_text (form, "uri"));
  return ps_contract_save_new (self->shown, after);
}

PsFormDialog *
ps_document_form_open (GtkWidget *from, PsSession *session, PsShownContract *shown, guint place)
{
  const PsFormField fields[] = {
    { "label", _("Name"), PS_FORM_TEXT, TRUE, NULL, NULL },
    { "uri", _("Link"), PS_FORM_TEXT, TRUE, _("https://… or the place of a file. The document itself stays where it is."),
      ps_check_uri },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  DocumentForm *self = g_new0 (DocumentForm, 1);
  gboolean is_new = place == PS_NONE;
  PsFormDialog *dialog;

  self->shown = ps_shown_contract_ref (shown);
  self->place = place;
  if (!is_new)
    {
      const PsContractDocument *document = g_ptr_array_index (ps_shown_contract_get (shown)->documents, place);

      ps_form_set_text (form, "label", document->label);
      ps_form_set_text (form, "uri", document->uri);
    }
  dialog = ps_form_dialog_new (from, session, is_new ? _("Add Document") : _("Edit Document"),
                               is_new ? _("_Add") : _("_Save"), form);
  ps_form_dialog_set_done (dialog, is_new ? _("Document added") : _("Document changed"));
  ps_form_dialog_set_write (dialog, take_document, ps_contract_save_write, ps_contract_save_free, NULL, self, document_form_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
