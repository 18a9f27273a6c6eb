/* ps-statement-limits.c: the form of the dates and limits of a year's production statements
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-statement-limits"

#include "ps-statement-limits.h"

#include <glib/gi18n-lib.h>

#include "store/ps-statements.h"

typedef struct
{
  PsStatementLimits before;
  PsStatementLimits after;
  char *reason;
} Saving;

static void
saving_free (gpointer data)
{
  g_free (((Saving *) data)->reason);
  g_free (data);
}

static gpointer
take_limits (PsForm *form, gpointer user_data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->before = saving->after = *(const PsStatementLimits *) user_data;
  saving->after.auditor_cents = ps_form_get_number (form, "auditor");
  saving->after.due_on = ps_form_get_date (form, "due");
  saving->after.certified_due_on = ps_form_get_date (form, "certified_due");
  saving->reason = g_strdup (ps_form_get_text (form, "reason"));
  return saving;
}

static gboolean
write_limits (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Saving *saving = data;

  return ps_statements_save_limits (store, actor, &saving->before, &saving->after, saving->reason, record, error);
}

static PsForm *
make_form (const PsStatementLimits *limits)
{
  const PsFormField fields[] = {
    { "due", _("Statement due on"), PS_FORM_DATE, TRUE, NULL, NULL },
    { "certified_due", _("Certificate due on"), PS_FORM_DATE, TRUE, NULL, NULL },
    { "auditor", _("Auditor above"), PS_FORM_MONEY, TRUE, _("Up to this amount the board's own statement will do."), NULL },
    { "reason", _("Reason"), PS_FORM_TEXT, FALSE, _("Kept with the change in the history."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  PsDate first = ps_date_year_start (limits->year + 1), last = ps_date_year_end (limits->year + 1);
  /* Translators: a year */
  g_autofree char *note =
      g_strdup_printf (_("Years after %d without dates and limits of their own follow these."), limits->year);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", note, "xalign", 0.0, "wrap", TRUE, NULL);

  ps_date_entry_set_range (PS_DATE_ENTRY (ps_form_get_widget (form, "due")), first, last);
  ps_date_entry_set_range (PS_DATE_ENTRY (ps_form_get_widget (form, "certified_due")), first, last);
  ps_form_set_date (form, "due", limits->due_on);
  ps_form_set_date (form, "certified_due", limits->certified_due_on);
  ps_form_set_number (form, "auditor", limits->auditor_cents);
  gtk_widget_add_css_class (label, "secondary");
  ps_form_append (form, label);
  return form;
}

PsFormDialog *
ps_statement_limits_open (GtkWidget *from, PsSession *session, const PsStatementLimits *limits)
{
  g_autofree char *title = g_strdup_printf (_("Dates and Limits %d"), limits->year);
  PsFormDialog *dialog = ps_form_dialog_new (from, session, title, _("_Save"), make_form (limits));

  ps_form_dialog_set_done (dialog, _("Dates and limits saved"));
  ps_form_dialog_set_write (dialog, take_limits, write_limits, saving_free, NULL, g_memdup2 (limits, sizeof *limits), g_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
