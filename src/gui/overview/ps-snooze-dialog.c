/* ps-snooze-dialog.c: putting a signal aside until a day, with a reason
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-snooze-dialog"

#include "ps-snooze-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/contracts/ps-contract-words.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"

#define DAYS_PROPOSED 14

/* The alert, with what keeps it alive on the worker. */
typedef struct
{
  PsOverviewData *data;
  const PsAlert *alert;
  PsDate until;
  char *reason;
} Snooze;

static Snooze *
snooze_new (PsOverviewData *data, const PsAlert *alert)
{
  Snooze *snooze = g_new0 (Snooze, 1);

  snooze->data = ps_overview_data_ref (data);
  snooze->alert = alert;
  return snooze;
}

static void
snooze_free (gpointer data)
{
  Snooze *snooze = data;

  ps_overview_data_unref (snooze->data);
  g_free (snooze->reason);
  g_free (snooze);
}

/* Putting aside */

static gboolean
write_snooze (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Snooze *snooze = data;

  return ps_alerts_snooze (store, actor, snooze->alert, snooze->until, snooze->reason, ps_contract_today (), record, error);
}

static gpointer
take_snooze (PsForm *form, gpointer user_data)
{
  const Snooze *about = user_data;
  Snooze *snooze = snooze_new (about->data, about->alert);

  snooze->until = ps_form_get_date (form, "until");
  snooze->reason = g_strdup (ps_form_get_text (form, "reason"));
  return snooze;
}

static GtkWidget *
make_words (const PsAlert *alert)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", ps_alert_label (alert), alert->what);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, "secondary");
  return label;
}

static PsForm *
make_form (const PsAlert *alert)
{
  const PsFormField fields[] = {
    { "reason", _("Reason"), PS_FORM_TEXT, TRUE, _("Whoever looks later reads it here and in the history."), NULL },
    { "until", _("Until"), PS_FORM_DATE, TRUE, _("It comes back sooner where it becomes more urgent, or worth a tenth more."),
      NULL },
  };
  PsDate today = ps_contract_today ();
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_date_entry_set_range (PS_DATE_ENTRY (ps_form_get_widget (form, "until")), today + 1, ps_date_add_months (today, 12));
  ps_form_set_date (form, "until", today + DAYS_PROPOSED);
  ps_form_append (form, make_words (alert));
  return form;
}

PsFormDialog *
ps_snooze_dialog_present (GtkWidget *from, PsSession *session, PsOverviewData *data, const PsAlert *alert)
{
  PsFormDialog *dialog = ps_form_dialog_new (from, session, _("Put Signal Aside"), _("_Put Aside"), make_form (alert));

  ps_form_dialog_set_done (dialog, _("Signal put aside"));
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_form_dialog_set_write (dialog, take_snooze, write_snooze, snooze_free, NULL, snooze_new (data, alert), snooze_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* Bringing back */

static gboolean
write_wake (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  return ps_alerts_wake (store, actor, ((const Snooze *) data)->alert, ps_contract_today (), record, error);
}

static void
on_woken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record;

  if (ps_session_write_finish (PS_SESSION (source), result, &record, &error))
    {
      if (record != 0)
        ps_navigator_tell_undoable (from, _("Signal brought back"), record);
    }
  else
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_navigator_tell (from, text);
    }
}

void
ps_snooze_wake (GtkWidget *from, PsSession *session, PsOverviewData *data, const PsAlert *alert)
{
  ps_session_write_async (session, write_wake, snooze_new (data, alert), snooze_free, on_woken_cb, g_object_ref (from));
}
