/* ps-provider-merge.c: a provider that goes on in another one from a day: a takeover
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What would move is counted by the store for every choice, and said before anything is done.
 */
#define G_LOG_DOMAIN "peilstok-provider-merge"

#include "ps-provider-merge.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-error-text.h"
#include "ps-merge-words.h"
#include "ps-provider-figures.h"

#define TEXT_HEIGHT 132

typedef struct
{
  PsSession *session;
  gint64 id;
  char *agb;
  char *name;
  PsForm *form;      /* weak */
  GtkLabel *preview; /* borrowed from the form */
  gint64 asked_into; /* what the preview is of, or is asked for */
  PsDate asked_day;
  gboolean is_checking;
} Merging;

static void
merging_clear (gpointer data)
{
  Merging *merging = data;

  g_free (merging->agb);
  g_free (merging->name);
  g_object_unref (merging->session);
}

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  if (merging->form != NULL)
    g_signal_handlers_disconnect_by_data (merging->form, merging);
  g_clear_weak_pointer (&merging->form);
  g_atomic_rc_box_release_full (merging, merging_clear);
}

/* What would move */

typedef struct
{
  Merging *merging;
  gint64 from_id;
  gint64 into_id;
  PsDate day;
} Preview;

static void
preview_free (gpointer data)
{
  g_atomic_rc_box_release_full (((Preview *) data)->merging, merging_clear);
  g_free (data);
}

static gpointer
count_moves (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Preview *preview = data;
  g_autofree PsMergeCounts *counts = g_new0 (PsMergeCounts, 1);

  if (!ps_desk_merge_preview (store, preview->from_id, preview->into_id, preview->day, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}

static void
set_preview (Merging *merging, const char *text)
{
  gtk_label_set_label (merging->preview,
                       text != NULL ? text : _("Choose the other provider and the day to see what would move to it."));
}

static void
set_problem (Merging *merging, const char *problem)
{
  merging->is_checking = TRUE;
  ps_form_set_problem (merging->form, "into", problem);
  merging->is_checking = FALSE;
}

static void
show_counts (Merging *merging, const PsMergeCounts *counts)
{
  const PsRegion *region = ps_session_get_settled (merging->session)->region;
  const PsProvider *into = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; into == NULL && i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == merging->asked_into)
      into = ps_region_provider (region, i);
  if (into != NULL)
    text = ps_merge_preview_text (counts, merging->name, merging->agb, into->name, merging->asked_day);
  set_preview (merging, text);
}

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Preview *preview = user_data;
  Merging *merging = preview->merging;
  g_autoptr (GError) error = NULL;
  g_autofree PsMergeCounts *counts = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (merging->form != NULL && preview->into_id == merging->asked_into && preview->day == merging->asked_day)
    {
      if (counts != NULL)
        show_counts (merging, counts);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

          set_preview (merging, NULL);
          set_problem (merging, text);
        }
    }
  preview_free (preview);
}

static void
ask_preview (Merging *merging)
{
  Preview *preview = g_new0 (Preview, 1);

  preview->merging = g_atomic_rc_box_acquire (merging);
  preview->from_id = merging->id;
  preview->into_id = merging->asked_into;
  preview->day = merging->asked_day;
  ps_session_run_async (merging->session, count_moves, preview, NULL, g_free, on_counted_cb, preview);
}

static void
on_form_changed_cb (PsForm *form, gpointer user_data)
{
  Merging *merging = user_data;
  gint64 into = ps_form_get_number (form, "into");
  PsDate day = ps_form_get_date (form, "day");

  if (merging->is_checking || (into == merging->asked_into && day == merging->asked_day))
    return;
  merging->asked_into = into;
  merging->asked_day = day;
  set_preview (merging, NULL);
  set_problem (merging, NULL);
  if (into != PS_NO_NUMBER && day != PS_DATE_OPEN)
    ask_preview (merging);
}

/* Doing it */

typedef struct
{
  gint64 from_id;
  gint64 into_id;
  PsDate day;
  char *reason;
} Merge;

static void
merge_free (gpointer data)
{
  g_free (((Merge *) data)->reason);
  g_free (data);
}

static gpointer
take_merge (PsForm *form, gpointer user_data)
{
  Merge *merge = g_new0 (Merge, 1);

  merge->from_id = ((Merging *) user_data)->id;
  merge->into_id = ps_form_get_number (form, "into");
  merge->day = ps_form_get_date (form, "day");
  merge->reason = g_strdup (ps_form_get_text (form, "reason"));
  return merge;
}

static gboolean
write_merge (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Merge *merge = data;

  return ps_desk_merge_providers (store, actor, merge->from_id, merge->into_id, merge->day, merge->reason, record, error);
}

/* The dialog */

static void
add_providers (Merging *merging, PsForm *form)
{
  g_autoptr (GPtrArray) providers = ps_providers_to_choose (ps_session_get_settled (merging->session)->region);

  ps_form_add_choice (form, "into", PS_NO_NUMBER, _("Choose a provider"));
  for (guint i = 0; i < providers->len; i++)
    {
      const PsProvider *provider = g_ptr_array_index (providers, i);
      g_autofree char *label = ps_provider_choice_text (provider);

      if (provider->id != merging->id)
        ps_form_add_choice (form, "into", provider->id, label);
    }
}

static PsForm *
make_form (Merging *merging)
{
  const PsFormField fields[] = {
    { "into", _("Goes on as"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "day", _("From"), PS_FORM_DATE, TRUE, _("The first day on which the other provider counts."), NULL },
    { "reason", _("Reason"), PS_FORM_TEXT, TRUE, _("Kept with the change in the history."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  merging->preview = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (merging->preview, 0);
  gtk_label_set_wrap (merging->preview, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (merging->preview), "problem");
  /* Room for what it will say: the dialog does not grow with it. */
  gtk_widget_set_size_request (GTK_WIDGET (merging->preview), -1, TEXT_HEIGHT);
  gtk_label_set_yalign (merging->preview, 0);
  set_preview (merging, NULL);
  ps_form_append (form, GTK_WIDGET (merging->preview));
  add_providers (merging, form);
  ps_form_set_number (form, "into", PS_NO_NUMBER);
  g_set_weak_pointer (&merging->form, form);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), merging);
  return form;
}

PsFormDialog *
ps_provider_merge_open (GtkWidget *from, PsSession *session, const PsProviderFacts *facts)
{
  Merging *merging = g_atomic_rc_box_new0 (Merging);
  g_autofree char *title = g_strdup_printf (_("Merge %s"), ps_record_get_text (facts->record, "name"));
  PsFormDialog *dialog;

  merging->session = g_object_ref (session);
  merging->id = ps_record_get_id (facts->record);
  merging->agb = g_strdup (ps_record_get_text (facts->record, "agb"));
  merging->name = g_strdup (ps_record_get_text (facts->record, "name"));
  merging->asked_into = PS_NO_NUMBER;
  merging->asked_day = PS_DATE_OPEN;
  dialog = ps_form_dialog_new (from, session, title, _("_Merge"), make_form (merging));
  ps_form_dialog_set_done (dialog, _("Providers merged"));
  ps_form_dialog_set_destructive (dialog, TRUE);
  ps_form_dialog_set_write (dialog, take_merge, write_merge, merge_free, NULL, merging, merging_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
