/* ps-peil-form.c: the form of a peildatum: its day, its label, and how far its data goes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-form"

#include "ps-peil-form.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "gui/ps-form-dialog.h"

static PsPeildatumState *
copy_state (const PsPeildatumState *state)
{
  PsPeildatumState *copy = g_memdup2 (state, sizeof *state);

  copy->label = g_strdup (state->label);
  copy->closed_by = g_strdup (state->closed_by);
  return copy;
}

/* What is typed, and where: as long as the dialog is open */
typedef struct
{
  PsSession *session;
  PsPeildatumState *before; /* NULL: a new one */
  int first;                /* the years that it can be in */
  int last;
} Editing;

static void
editing_free (gpointer data)
{
  Editing *editing = data;

  g_object_unref (editing->session);
  g_clear_pointer (&editing->before, ps_peildatum_state_free);
  g_free (editing);
}

/* Writing */

typedef struct
{
  PsPeildatumState *before; /* NULL: a new one */
  PsPeildatumState *after;
  char *reason;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_pointer (&saving->before, ps_peildatum_state_free);
  ps_peildatum_state_free (saving->after);
  g_free (saving->reason);
  g_free (saving);
}

static gpointer
take_form (PsForm *form, gpointer user_data)
{
  const PsPeildatumState *before = ((const Editing *) user_data)->before;
  Saving *saving = g_new0 (Saving, 1);
  const char *reason = before != NULL && before->closed_by != NULL ? ps_form_get_text (form, "reason") : "";

  saving->before = before != NULL ? copy_state (before) : NULL;
  saving->after = before != NULL ? copy_state (before) : g_new0 (PsPeildatumState, 1);
  g_free (saving->after->label);
  saving->after->day = ps_form_get_date (form, "day");
  saving->after->label = g_strdup (ps_form_get_text (form, "label"));
  saving->after->data_through = ps_form_get_date (form, "data_through");
  saving->reason = *reason != '\0' ? g_strdup (reason) : NULL;
  return saving;
}

static gboolean
write_peildatum (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Saving *saving = data;

  return ps_peildata_save (store, actor, saving->before, saving->after, saving->reason, record, error);
}

/* The form */

static PsForm *
make_form (const PsPeildatumState *state)
{
  gboolean closed = state != NULL && state->closed_by != NULL;
  const PsFormField fields[] = {
    { "day", C_("peildatum", "Day"), PS_FORM_DATE, TRUE,
      _("Clients, places and who waits are counted as they were on this day."), NULL },
    { "label", _("Label"), PS_FORM_TEXT, FALSE, NULL, ps_check_text },
    { "data_through", _("Data complete through"), PS_FORM_DATE, FALSE,
      _("The last day of which the declarations are in: what was realised counts up to it. In the first week of March, that is "
         "the "
         "end of January."),
      NULL },
    { "reason", _("Reason"), PS_FORM_LONG_TEXT, closed, _("It was closed: why it is changed after all is kept in the trail."),
      NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_set_date (form, "day", state != NULL ? state->day : PS_DATE_OPEN);
  ps_form_set_text (form, "label", state != NULL ? state->label : NULL);
  ps_form_set_date (form, "data_through", state != NULL ? state->data_through : PS_DATE_OPEN);
  ps_form_set_visible (form, "reason", closed);
  return form;
}

static char *
find_problem (const Editing *editing, PsDate day)
{
  if (day == PS_DATE_OPEN || (ps_date_year (day) >= editing->first && ps_date_year (day) <= editing->last))
    return NULL;
  if (editing->first == editing->last)
    return g_strdup_printf (_("A day in %d, the year that is shown."), editing->first);
  return g_strdup_printf (_("A day from %d through %d."), editing->first, editing->last);
}

/* The day decides of which year it is: one that is there stays in its year. What is realised is of that year, too. */
static void
on_changed_cb (PsForm *form, gpointer user_data)
{
  const Editing *editing = user_data;
  PsDate day = ps_form_get_date (form, "day"), through = ps_form_get_date (form, "data_through");
  g_autofree char *problem = NULL;

  if (g_object_get_data (G_OBJECT (form), "peilstok-checking") != NULL)
    return;
  g_object_set_data (G_OBJECT (form), "peilstok-checking", form);
  problem = find_problem (editing, day);
  ps_form_set_problem (form, "day", problem);
  ps_form_set_problem (form, "data_through",
                       through != PS_DATE_OPEN && day != PS_DATE_OPEN && through > day
                           ? _("Not after the peildatum itself: what comes later cannot be complete yet.")
                           : NULL);
  g_object_set_data (G_OBJECT (form), "peilstok-checking", NULL);
}

/* In another year than is looked at it would seem to have vanished: the window goes there. */
static void
on_saved (PsForm *form, gint64 record, gpointer user_data)
{
  const Editing *editing = user_data;
  int year = ps_date_year (ps_form_get_date (form, "day"));
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (form));
  g_autofree char *done = NULL;

  if (year == ps_session_get_year (editing->session))
    return;
  done = g_strdup_printf (_("Peildatum saved; %d is the year that is shown now"), year);
  ps_form_dialog_set_done (PS_FORM_DIALOG (dialog), done);
  ps_session_set_year (editing->session, year);
}

/* A new one: from the first year of the region through the one after this; dates are set ahead. */
static Editing *
editing_new (PsSession *session, const PsPeildatumState *state)
{
  const GArray *years = ps_session_get_years (session);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  Editing *editing = g_new0 (Editing, 1);

  editing->session = g_object_ref (session);
  editing->before = state != NULL ? copy_state (state) : NULL;
  editing->first = state != NULL ? ps_date_year (state->day) : ps_session_get_year (session);
  editing->last = editing->first;
  if (state == NULL && years != NULL && years->len > 0)
    {
      editing->first = g_array_index (years, int, 0);
      editing->last = MAX (g_date_time_get_year (now) + 1, g_array_index (years, int, years->len - 1));
    }
  return editing;
}

void
ps_peil_form_present (GtkWidget *parent, PsSession *session, const PsPeildatumState *state)
{
  PsForm *form = make_form (state);
  Editing *editing = editing_new (session, state);
  PsFormDialog *dialog;

  g_signal_connect (form, "changed", G_CALLBACK (on_changed_cb), editing);
  dialog = ps_form_dialog_new (parent, session, state != NULL ? _("Peildatum") : _("New Peildatum"), _("_Save"), form);
  ps_form_dialog_set_done (dialog, _("Peildatum saved"));
  ps_form_dialog_set_write (dialog, take_form, write_peildatum, saving_free, on_saved, editing, editing_free);
  gtk_window_present (GTK_WINDOW (dialog));
}
