/* ps-provider-end.c: ending a provider on a day, going on with an ended one, and deleting one that nothing hangs on
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-end"

#include "ps-provider-end.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "gui/ps-apply.h"
#include "ps-provider-runs.h"

#define TEXT_HEIGHT 88

typedef struct
{
  PsProviderFacts *facts;
  PsProviderRuns *runs; /* NULL until they were read */
  PsForm *form;         /* weak */
  GtkLabel *still_runs; /* borrowed from the form */
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  if (ending->form != NULL)
    g_signal_handlers_disconnect_by_data (ending->form, ending);
  g_clear_weak_pointer (&ending->form);
  g_clear_pointer (&ending->runs, ps_provider_runs_free);
  ps_provider_facts_unref (ending->facts);
  g_atomic_rc_box_release (ending);
}

static void
show_runs (Ending *ending)
{
  PsDate day = ps_form_get_date (ending->form, "ended_on");
  g_autofree char *text = NULL;

  if (day != PS_DATE_OPEN && ending->runs != NULL)
    text = ps_provider_runs_text (ending->runs, day);
  gtk_label_set_label (ending->still_runs, text != NULL ? text : _("Give the last day to see what still runs after it."));
}

static void
on_runs_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ending *ending = user_data;
  g_autoptr (GError) error = NULL;
  PsProviderRuns *runs = ps_provider_runs_finish (PS_SESSION (source), result, &error);

  if (ending->form == NULL)
    g_clear_pointer (&runs, ps_provider_runs_free);
  else if (runs != NULL)
    {
      ending->runs = runs;
      show_runs (ending);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      gtk_label_set_label (ending->still_runs, text);
    }
  g_atomic_rc_box_release (ending);
}

static PsChange *
make_end (PsForm *form, gpointer user_data)
{
  Ending *ending = user_data;
  g_autoptr (PsRecord) after = ps_record_copy (ending->facts->record);
  g_autofree char *thing = g_strdup_printf ("provider:%s", ps_record_get_text (after, "agb"));
  PsChange *change = ps_change_new ("end", thing);

  ps_record_set_date (after, "ended_on", ps_form_get_date (form, "ended_on"));
  ps_change_update (change, ending->facts->record, after);
  ps_change_set_reason (change, ps_form_get_text (form, "reason"));
  return change;
}

static PsForm *
make_form (Ending *ending)
{
  const PsFormField fields[] = {
    { "ended_on", _("Last day"), PS_FORM_DATE, TRUE, _("The last day on which it gives care here."), NULL },
    { "reason", _("Reason"), PS_FORM_TEXT, FALSE, _("Kept with the change in the history."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ending->still_runs = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (ending->still_runs, 0);
  gtk_label_set_wrap (ending->still_runs, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (ending->still_runs), "problem");
  /* Room for what it will say: the dialog does not grow with it. */
  gtk_widget_set_size_request (GTK_WIDGET (ending->still_runs), -1, TEXT_HEIGHT);
  gtk_label_set_yalign (ending->still_runs, 0);
  ps_form_append (form, GTK_WIDGET (ending->still_runs));
  ps_form_load_record (form, ending->facts->record);
  g_set_weak_pointer (&ending->form, form);
  g_signal_connect_swapped (form, "changed", G_CALLBACK (show_runs), ending);
  show_runs (ending);
  return form;
}

PsFormDialog *
ps_provider_end_open (GtkWidget *from, PsSession *session, guint provider, PsProviderFacts *facts)
{
  Ending *ending = g_atomic_rc_box_new0 (Ending);
  g_autofree char *title = g_strdup_printf (_("End %s"), ps_record_get_text (facts->record, "name"));
  PsFormDialog *dialog;

  ending->facts = ps_provider_facts_ref (facts);
  dialog = ps_form_dialog_new (from, session, title, _("_End"), make_form (ending));
  ps_form_dialog_set_done (dialog, _("Provider ended"));
  ps_form_dialog_set_make (dialog, make_end, NULL, ending, ending_free);
  ps_provider_runs_async (session, provider, facts, on_runs_read_cb, g_atomic_rc_box_acquire (ending));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* Its record goes on as if it had not ended. */
void
ps_provider_continue (GtkWidget *from, PsSession *session, const PsProviderFacts *facts)
{
  g_autoptr (PsRecord) after = ps_record_copy (facts->record);
  g_autofree char *thing = g_strdup_printf ("provider:%s", ps_record_get_text (after, "agb"));
  PsChange *change = ps_change_new ("edit", thing);

  ps_record_set_date (after, "ended_on", PS_DATE_OPEN);
  ps_change_update (change, facts->record, after);
  ps_apply_and_tell (from, session, change, _("Provider continued"));
}

/* Only what nothing hangs on: the page offers it for no other. */
void
ps_provider_delete (GtkWidget *from, PsSession *session, const PsProviderFacts *facts)
{
  g_autofree char *thing = g_strdup_printf ("provider:%s", ps_record_get_text (facts->record, "agb"));
  g_autofree char *done = g_strdup_printf (_("%s deleted"), ps_record_get_text (facts->record, "name"));
  PsChange *change = ps_change_new ("delete", thing);

  g_return_if_fail (ps_provider_facts_unused (facts));

  for (guint i = 0; i < facts->agb_records->len; i++)
    ps_change_delete (change, g_ptr_array_index (facts->agb_records, i));
  ps_change_delete (change, facts->record);
  ps_apply_and_tell (from, session, change, done);
}
