/* ps-option-form.c: an option to extend a contract, and what was decided of it, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-option-form"

#include "ps-option-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-contract-save.h"
#include "ps-contract-words.h"

#define MOST_MONTHS 600

typedef struct
{
  PsShownContract *shown;
  guint place;   /* PS_NONE: a new one */
  PsForm *form;  /* weak */
  GtkLabel *end; /* borrowed from the form */
  gboolean is_checking;
} OptionForm;

static void
option_form_free (gpointer data)
{
  OptionForm *self = data;

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_weak_pointer (&self->form);
  ps_shown_contract_unref (self->shown);
  g_free (self);
}

/* The contract as it would become; owned by the caller. */
static PsContract *
make_after (const OptionForm *self, PsForm *form)
{
  PsContract *after = ps_contract_copy (ps_shown_contract_get (self->shown));
  gint64 decision = ps_form_get_number (form, "decision");
  gint64 months = ps_form_get_number (form, "months");
  PsContractOption *option;

  if (self->place == PS_NONE)
    {
      guint n = after->options->len;
      PsContractOption added = { .sequence = n > 0 ? g_array_index (after->options, PsContractOption, n - 1).sequence + 1 : 1 };

      g_array_append_val (after->options, added);
    }
  option = &g_array_index (after->options, PsContractOption, self->place != PS_NONE ? self->place : after->options->len - 1);
  option->months = months != PS_NO_NUMBER ? (int) months : 0;
  option->decide_by = ps_form_get_date (form, "decide_by");
  option->decision = (PsOptionDecision) decision;
  option->decided_on = decision != PS_OPTION_OPEN ? ps_form_get_date (form, "decided_on") : PS_DATE_OPEN;
  return after;
}

static void
show_end (OptionForm *self, PsForm *form)
{
  g_autoptr (PsContract) after = make_after (self, form);
  PsDate before = ps_contract_end_now (ps_shown_contract_get (self->shown));
  PsDate end = ps_contract_end_now (after);
  g_autofree char *day = ps_format_date (end);
  g_autofree char *most = ps_format_date (ps_contract_end_most (after));
  g_autofree char *text =
      end != before ? g_strdup_printf (_("The contract then ends on %s, with all its options on %s at the latest."), day, most)
                    : g_strdup_printf (_("The contract still ends on %s, with all its options on %s at the latest."), day, most);

  gtk_label_set_label (self->end, text);
}

static void
on_form_changed_cb (PsForm *form, gpointer user_data)
{
  OptionForm *self = user_data;

  if (self->is_checking)
    return;
  self->is_checking = TRUE;
  ps_form_set_visible (form, "decided_on", ps_form_get_number (form, "decision") != PS_OPTION_OPEN);
  self->is_checking = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->end), ps_form_get_number (form, "months") != PS_NO_NUMBER);
  if (ps_form_get_number (form, "months") != PS_NO_NUMBER)
    show_end (self, form);
}

static gpointer
take_option (PsForm *form, gpointer user_data)
{
  OptionForm *self = user_data;

  return ps_contract_save_new (self->shown, make_after (self, form));
}

static PsForm *
make_form (OptionForm *self)
{
  const PsFormField fields[] = {
    { "months", _("Months that it adds"), PS_FORM_COUNT, TRUE, NULL, NULL },
    { "decide_by", _("Decide by"), PS_FORM_DATE, FALSE, _("Empty: the notice period before the end."), NULL },
    { "decision", _("Decision"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "decided_on", _("Decided on"), PS_FORM_DATE, TRUE, NULL, NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_add_choice (form, "decision", PS_OPTION_OPEN, _("Not decided yet"));
  ps_form_add_choice (form, "decision", PS_OPTION_USED, _("Used: the contract goes on"));
  ps_form_add_choice (form, "decision", PS_OPTION_NOT_USED, _("Not used"));
  ps_value_entry_set_range (PS_VALUE_ENTRY (ps_form_get_widget (form, "months")), 1, MOST_MONTHS);
  self->end = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->end, 0);
  gtk_label_set_wrap (self->end, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->end), "secondary");
  ps_form_append (form, GTK_WIDGET (self->end));
  return form;
}

static void
fill_form (const OptionForm *self, PsForm *form, PsOptionDecision decision)
{
  const PsContract *contract = ps_shown_contract_get (self->shown);
  PsContractOption option = { .months = 12, .decide_by = PS_DATE_OPEN, .decided_on = PS_DATE_OPEN };

  if (self->place != PS_NONE)
    option = g_array_index (contract->options, PsContractOption, self->place);
  if (option.decision == PS_OPTION_OPEN)
    option.decision = decision;
  if (option.decided_on == PS_DATE_OPEN)
    option.decided_on = ps_contract_today ();
  ps_form_set_number (form, "months", option.months);
  ps_form_set_date (form, "decide_by", option.decide_by);
  ps_form_set_number (form, "decision", option.decision);
  ps_form_set_date (form, "decided_on", option.decided_on);
}

PsFormDialog *
ps_option_form_open (GtkWidget *from, PsSession *session, PsShownContract *shown, guint place, PsOptionDecision decision)
{
  OptionForm *self = g_new0 (OptionForm, 1);
  gboolean is_new = place == PS_NONE;
  PsForm *form = make_form (self);
  PsFormDialog *dialog;

  self->shown = ps_shown_contract_ref (shown);
  self->place = place;
  fill_form (self, form, decision);
  g_set_weak_pointer (&self->form, form);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), self);
  on_form_changed_cb (form, self);
  dialog = ps_form_dialog_new (from, session, is_new ? _("Add Option") : _("Option to Extend"),
                               is_new ? _("_Add") : _("_Save"), form);
  ps_form_dialog_set_done (dialog, is_new ? _("Option added") : _("Option changed"));
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_form_dialog_set_write (dialog, take_option, ps_contract_save_write, ps_contract_save_free, NULL, self, option_form_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
