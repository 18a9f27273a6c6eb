/* ps-forecast-choose.c: another method for a scope's forecast, a forecast of one's own, or back to what is proposed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-forecast-choose"

#include "ps-forecast-choose.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"

/* What the dialog is about: what was shown, as its own copy. */
typedef struct
{
  gint64 peildatum_id;
  gint64 provider_id;
  gboolean closed;
  char *scope;
  PsForecastChoice *before; /* NULL: none was shown */
  gboolean checking;
} About;

/* What is asked for, on its way to the worker. */
typedef struct
{
  gint64 peildatum_id;
  gint64 provider_id;
  char *scope;
  PsForecastChoice *before;
  PsForecastMethod method;
  gint64 cents;
  char *reason; /* NULL: none */
} Choosing;

static PsForecastChoice *
copy_choice (const PsForecastChoice *choice)
{
  PsForecastChoice *copy;

  if (choice == NULL)
    return NULL;
  copy = g_new (PsForecastChoice, 1);
  *copy = *choice;
  copy->scope = g_strdup (choice->scope);
  copy->reason = g_strdup (choice->reason);
  copy->chosen_by = g_strdup (choice->chosen_by);
  return copy;
}

static About *
about_new (const PsForecastWhere *where)
{
  About *about = g_new0 (About, 1);

  about->peildatum_id = where->peildatum_id;
  about->provider_id = where->provider_id;
  about->closed = where->closed;
  about->scope = g_strdup (where->scope->name);
  about->before = copy_choice (where->scope->choice);
  return about;
}

static void
about_free (gpointer data)
{
  About *about = data;

  g_free (about->scope);
  g_clear_pointer (&about->before, ps_forecast_choice_free);
  g_free (about);
}

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  g_free (choosing->scope);
  g_free (choosing->reason);
  g_clear_pointer (&choosing->before, ps_forecast_choice_free);
  g_free (choosing);
}

static Choosing *
choosing_new (const About *about, PsForecastMethod method, gint64 cents, const char *reason)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->peildatum_id = about->peildatum_id;
  choosing->provider_id = about->provider_id;
  choosing->scope = g_strdup (about->scope);
  choosing->before = copy_choice (about->before);
  choosing->method = method;
  choosing->cents = method == PS_FORECAST_MANUAL ? cents : PS_NO_NUMBER;
  choosing->reason = reason[0] != '\0' ? g_strdup (reason) : NULL;
  return choosing;
}

/* On the worker */

static gboolean
write_choice (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Choosing *choosing = data;

  return ps_bandwidths_choose (store, actor, choosing->peildatum_id, choosing->provider_id, choosing->scope, choosing->before,
                               choosing->method, choosing->cents, choosing->reason, record, error);
}

/* The form */

static PsForecastMethod
method_of (PsForm *form)
{
  gint64 method = ps_form_get_number (form, "method");

  return method == PS_NO_NUMBER ? PS_FORECAST_CEILING : (PsForecastMethod) method;
}

/* The amount is asked of a person's own forecast only; so is the reason, but of a closed peildatum always. */
static void
check (PsForm *form, About *about)
{
  gboolean manual = method_of (form) == PS_FORECAST_MANUAL;
  gboolean no_reason = ps_form_get_text (form, "reason")[0] == '\0';

  if (about->checking)
    return;
  about->checking = TRUE;
  ps_form_set_visible (form, "forecast_cents", manual);
  ps_form_set_problem (form, "forecast_cents",
                       manual && ps_form_get_number (form, "forecast_cents") == PS_NO_NUMBER ? _("What will the year come to?")
                                                                                             : NULL);
  ps_form_set_problem (form, "reason",
                       !no_reason      ? NULL
                       : manual        ? _("A forecast of one’s own wants a reason.")
                       : about->closed ? _("The peildatum is closed: say why.")
                                       : NULL);
  about->checking = FALSE;
}

static void
add_methods (PsForm *form, const PsBandwidthScope *scope)
{
  for (guint i = 0; scope->forecast != NULL && i < scope->forecast->tries->len; i++)
    {
      const PsForecastTry *try = &g_array_index (scope->forecast->tries, PsForecastTry, i);
      g_autofree char *money = ps_format_money (try->forecast_cents);
      /* Translators: a method of forecasting, and what it comes to */
      g_autofree char *label = g_strdup_printf (_("%s: %s"), ps_forecast_method_label (try->method), money);

      if (try->why_not == NULL)
        ps_form_add_choice (form, "method", try->method, label);
    }
  ps_form_add_choice (form, "method", PS_FORECAST_MANUAL, ps_forecast_method_label (PS_FORECAST_MANUAL));
}

static PsForm *
make_form (const PsForecastWhere *where, PsForecastMethod method)
{
  const PsFormField fields[] = {
    { "method", _("Method"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "forecast_cents", _("Forecast"), PS_FORM_MONEY, FALSE, _("Of the whole year."), NULL },
    { "reason", _("Reason"), PS_FORM_LONG_TEXT, FALSE, _("Kept with the choice and in the history."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  const PsForecastChoice *choice = where->scope->choice;
  PsForecastMethod first = method != PS_FORECAST_CEILING ? method : where->scope->method;

  add_methods (form, where->scope);
  ps_value_entry_set_range (PS_VALUE_ENTRY (ps_form_get_widget (form, "forecast_cents")), 0, G_MAXINT64);
  /* Where only the ceiling could be computed, what is left is one's own. */
  ps_form_set_number (form, "method", first != PS_FORECAST_CEILING ? first : PS_FORECAST_MANUAL);
  if (choice != NULL && choice->method == PS_FORECAST_MANUAL)
    ps_form_set_number (form, "forecast_cents", choice->forecast_cents);
  if (choice != NULL && choice->reason != NULL && choice->method == first)
    ps_form_set_text (form, "reason", choice->reason);
  return form;
}

static gpointer
take (PsForm *form, gpointer user_data)
{
  return choosing_new (user_data, method_of (form), ps_form_get_number (form, "forecast_cents"),
                       ps_form_get_text (form, "reason"));
}

void
ps_forecast_choose_present (GtkWidget *from, PsSession *session, const PsForecastWhere *where, PsForecastMethod method)
{
  PsForm *form = make_form (where, method);
  About *about = about_new (where);
  /* Translators: a scope of an agreement */
  g_autofree char *title = g_strdup_printf (_("Forecast: %s"), where->scope->label);
  PsFormDialog *dialog = ps_form_dialog_new (from, session, title, _("_Choose"), form);
  /* Another method than holds now was picked in the table already: that is a change. */
  gboolean picked = method != PS_FORECAST_CEILING && method != where->scope->method;

  ps_form_dialog_set_always_save (dialog, picked);
  ps_form_dialog_set_done (dialog, _("Forecast chosen"));
  ps_form_dialog_set_write (dialog, take, write_choice, choosing_free, NULL, about, about_free);
  g_signal_connect (form, "changed", G_CALLBACK (check), about);
  check (form, about);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Back to what is proposed */

static gpointer
take_back (PsForm *form, gpointer user_data)
{
  return choosing_new (user_data, PS_FORECAST_CEILING, PS_NO_NUMBER, ps_form_get_text (form, "reason"));
}

static void
ask_reason (GtkWidget *from, PsSession *session, About *about, const char *label)
{
  const PsFormField fields[] = {
    { "reason", _("Reason"), PS_FORM_LONG_TEXT, TRUE, _("The peildatum is closed: say why."), NULL },
  };
  /* Translators: a scope of an agreement */
  g_autofree char *title = g_strdup_printf (_("Proposed Forecast: %s"), label);
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  PsFormDialog *dialog = ps_form_dialog_new (from, session, title, _("_Use Proposed"), form);

  ps_form_dialog_set_done (dialog, _("Back to the proposed forecast"));
  ps_form_dialog_set_write (dialog, take_back, write_choice, choosing_free, NULL, about, about_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ps_forecast_choose_proposed (GtkWidget *from, PsSession *session, const PsForecastWhere *where)
{
  About *about = about_new (where);

  if (where->closed)
    {
      ask_reason (from, session, about, where->scope->label);
      return;
    }
  ps_write_and_tell (from, session, write_choice, choosing_new (about, PS_FORECAST_CEILING, PS_NO_NUMBER, ""), choosing_free,
                     _("Back to the proposed forecast"));
  about_free (about);
}
