/* ps-provider-form.c: a new provider, or a change of one, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-form"

#include "ps-provider-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "gui/ps-navigator.h"
#include "ps-provider-page.h"

typedef struct
{
  GtkWidget *from; /* weak */
  PsSession *session;
  PsRecord *before;     /* NULL: a new one */
  PsForm *form;         /* weak */
  gboolean is_checking; /* setting a problem tells "changed" again */
} ProviderForm;

static void
provider_form_free (gpointer data)
{
  ProviderForm *self = data;

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_weak_pointer (&self->form);
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->session);
  g_clear_pointer (&self->before, ps_record_free);
  g_free (self);
}

static gint64
own_id (const ProviderForm *self)
{
  return self->before != NULL ? ps_record_get_id (self->before) : 0;
}

/* The provider that has this number already, but for the one that is edited; NULL: none. */
static const PsProvider *
find_other (const ProviderForm *self, const char *number, gboolean by_agb)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  for (guint i = 0; settled != NULL && number[0] != '\0' && i < settled->region->providers->len; i++)
    {
      const PsProvider *provider = ps_region_provider (settled->region, i);

      if (provider->id != own_id (self) && g_strcmp0 (by_agb ? provider->agb : provider->kvk, number) == 0)
        return provider;
    }
  return NULL;
}

static void
check_agb (ProviderForm *self, PsForm *form)
{
  const PsProvider *other = find_other (self, ps_form_get_text (form, "agb"), TRUE);
  g_autofree char *problem = other != NULL ? g_strdup_printf (_("%s has this AGB code already."), other->name) : NULL;

  ps_form_set_problem (form, "agb", problem);
}

/* One company may have several AGB codes: a hint, and no more. */
static void
check_kvk (ProviderForm *self, PsForm *form)
{
  const PsProvider *other = find_other (self, ps_form_get_text (form, "kvk"), FALSE);
  g_autofree char *hint = NULL;

  if (other != NULL)
    hint = g_strdup_printf (_("%s (AGB %s) has the same KvK number. That is allowed; is it another provider?"), other->name,
                            other->agb);
  ps_value_entry_set_hint (PS_VALUE_ENTRY (ps_form_get_widget (form, "kvk")), hint);
}

static void
on_form_changed_cb (PsForm *form, gpointer user_data)
{
  ProviderForm *self = user_data;

  if (self->is_checking)
    return;
  self->is_checking = TRUE;
  check_agb (self, form);
  check_kvk (self, form);
  self->is_checking = FALSE;
}

static PsForm *
make_form (void)
{
  const PsFormField fields[] = {
    { "agb", _("AGB code"), PS_FORM_TEXT, TRUE, NULL, ps_check_agb },
    { "name", _("Name"), PS_FORM_TEXT, TRUE, NULL, NULL },
    { "kvk", _("KvK number"), PS_FORM_TEXT, FALSE, NULL, ps_check_kvk },
    { "kind", _("Kind"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "contracted", _("Contracted"), PS_FORM_SWITCH, FALSE, _("Off: care that was not contracted (NGA)."), NULL },
    { "contact", _("Contact for letters"), PS_FORM_TEXT, FALSE, NULL, NULL },
    { "address", _("Address"), PS_FORM_TEXT, FALSE, _("Street and number, or post box, and postal code."), NULL },
    { "place", _("Place"), PS_FORM_TEXT, FALSE, NULL, NULL },
    { "email", _("Email address"), PS_FORM_TEXT, FALSE, NULL, ps_check_email },
    { "notes", _("Notes"), PS_FORM_LONG_TEXT, FALSE, NULL, NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  for (int kind = PS_KIND_REGULAR; kind <= PS_KIND_SYSTEM; kind++)
    ps_form_add_choice (form, "kind", kind, ps_words_label (PS_WORDS_PROVIDER_KIND, kind));
  return form;
}

static PsChange *
make_change (PsForm *form, gpointer user_data)
{
  ProviderForm *self = user_data;
  g_autoptr (PsRecord) row = self->before != NULL ? ps_record_copy (self->before) : ps_record_new ("provider");
  g_autofree char *thing = NULL;
  PsChange *change;

  ps_form_store_record (form, row);
  thing = g_strdup_printf ("provider:%s", ps_record_get_text (row, "agb"));
  change = ps_change_new (self->before != NULL ? "edit" : "create", thing);
  if (self->before != NULL)
    ps_change_update (change, self->before, row);
  else
    ps_change_insert (change, row);
  return change;
}

/* The page of the one that was added comes over the list. */
static void
on_added (PsForm *form, gint64 record, gpointer user_data)
{
  ProviderForm *self = user_data;
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint place = settled != NULL ? ps_region_find_provider (settled->region, ps_form_get_text (form, "agb")) : PS_NONE;

  if (place != PS_NONE && self->from != NULL && gtk_widget_get_mapped (self->from))
    ps_navigator_push (self->from, ps_provider_page_new (self->session, place),
                       ps_region_provider (settled->region, place)->name);
}

static PsFormDialog *
open_dialog (GtkWidget *from, PsSession *session, const PsRecord *values, gboolean is_new)
{
  ProviderForm *self = g_new0 (ProviderForm, 1);
  PsForm *form = make_form ();
  PsFormDialog *dialog;

  g_set_weak_pointer (&self->from, from);
  self->session = g_object_ref (session);
  self->before = is_new ? NULL : ps_record_copy (values);
  g_set_weak_pointer (&self->form, form);
  ps_form_load_record (form, values);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), self);
  dialog = ps_form_dialog_new (from, session, is_new ? _("New Provider") : _("Edit Provider"),
                               is_new ? _("_Add") : _("_Save"), form);
  ps_form_dialog_set_done (dialog, is_new ? _("Provider added") : _("Provider changed"));
  ps_form_dialog_set_make (dialog, make_change, is_new ? on_added : NULL, self, provider_form_free);
  on_form_changed_cb (form, self);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

PsFormDialog *
ps_provider_form_add (GtkWidget *from, PsSession *session)
{
  g_autoptr (PsRecord) row = ps_record_new ("provider");

  ps_record_set_number (row, "kind", PS_KIND_REGULAR);
  ps_record_set_number (row, "contracted", TRUE);
  return open_dialog (from, session, row, TRUE);
}

PsFormDialog *
ps_provider_form_edit (GtkWidget *from, PsSession *session, const PsRecord *before)
{
  return open_dialog (from, session, before, FALSE);
}
