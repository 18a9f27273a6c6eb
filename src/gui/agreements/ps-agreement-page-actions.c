/* ps-agreement-page-actions.c: making, agreeing, amending and discarding on the agreement's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-page"

#include "ps-agreement-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/history/ps-history-page.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-tell-error.h"
#include "ps-agreement-compare-page.h"
#include "ps-agreement-new.h"
#include "store/ps-desk.h"

/* What a worker needs of the page: the version that it shows, with what was given since; one that is another in the file by now is
 * left alone. */

typedef struct
{
  PsAgreementData *data; /* keeps the region that the places are of */
  PsAgreementVersion *shown;
  PsDate day;
  char *reason;
} Step;

static Step *
step_new (PsAgreementData *data, const PsAgreementVersion *version, const PsAgreement *terms)
{
  Step *step = g_new0 (Step, 1);

  step->data = ps_agreement_data_ref (data);
  step->shown = g_memdup2 (version, sizeof *version);
  step->shown->reason = g_strdup (version->reason);
  step->shown->terms = ps_agreement_copy (terms);
  return step;
}

static Step *
step_of_page (PsAgreementPage *self)
{
  return step_new (self->data, _ps_agreement_page_get_version (self), self->sheet->terms);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  ps_agreement_version_free (step->shown);
  ps_agreement_data_free (step->data);
  g_free (step->reason);
  g_free (step);
}

/* A dialog over the page, and what the page showed when it was opened: one may read the page again behind it. */
typedef struct
{
  PsAgreementPage *page;
  Step *step;
} Asking;

static Asking *
asking_new (PsAgreementPage *self)
{
  Asking *asking = g_new (Asking, 1);

  asking->page = g_object_ref (self);
  asking->step = step_of_page (self);
  return asking;
}

/* Closed: what was refused may have been refused because there is something else by now. */
static void
asking_free (gpointer data)
{
  Asking *asking = data;

  if (asking->page->grid != NULL)
    _ps_agreement_page_load (asking->page);
  step_free (asking->step);
  g_object_unref (asking->page);
  g_free (asking);
}

/* One that was refused is asked for again: with what was shown, still. */
static Step *
asking_take (const Asking *asking)
{
  return step_new (asking->step->data, asking->step->shown, asking->step->shown->terms);
}

/* Another version will be there: the draft, else the one in force. */
static void
show_newest (PsAgreementPage *self)
{
  self->number = 0;
  _ps_agreement_page_forget_trouble (self);
  _ps_agreement_page_load (self);
}

static void
on_dialog_saved (PsForm *form, gint64 record, gpointer user_data)
{
  const Asking *asking = user_data;

  asking->page->focus_grid = TRUE;
  show_newest (asking->page);
}

static PsFormDialog *
make_dialog (PsAgreementPage *self, const char *title, const char *go_on, PsForm *form)
{
  PsFormDialog *dialog = ps_form_dialog_new (GTK_WIDGET (self), self->session, title, go_on, form);

  ps_form_dialog_set_always_save (dialog, TRUE);
  return dialog;
}

/* New */

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);

  gtk_window_present (GTK_WINDOW (ps_agreement_new_dialog (widget, self->session, self->agb, NULL, NULL, NULL)));
}

/* Agree */

static gboolean
write_agree (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Step *step = data;

  return ps_desk_agree (store, actor, step->data->region, step->shown, step->day, record, error);
}

static gpointer
take_agree (PsForm *form, gpointer user_data)
{
  Step *step = asking_take (user_data);

  step->day = ps_form_get_date (form, "agreed_on");
  return step;
}

static PsDate
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static void
add_problems (PsAgreementPage *self, PsForm *form)
{
  GtkWidget *checks = ps_agreement_checks_new (FALSE);
  guint n = ps_agreement_checks_count_blocking (self->problems);

  ps_agreement_checks_show (PS_AGREEMENT_CHECKS (checks), self->data->region, self->problems);
  ps_form_append (form, checks);
  if (n > 0)
    {
      g_autofree char *why = g_strdup_printf (ngettext ("%u thing must be solved before this can be agreed.",
                                                        "%u things must be solved before this can be agreed.", n),
                                              n);

      ps_form_set_problem (form, "agreed_on", why);
    }
}

static void
on_agree_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  const PsFormField field = { "agreed_on", _("Agreed on"), PS_FORM_DATE, TRUE, _("From then on this version counts."), NULL };
  PsFormDialog *dialog;
  PsForm *form;

  if (!ps_grid_finish (PS_GRID (self->grid)))
    {
      gtk_stack_set_visible_child_name (self->tabs, "grid");
      return;
    }
  form = PS_FORM (ps_form_new (&field, 1));
  ps_form_set_date (form, "agreed_on", today ());
  add_problems (self, form);
  dialog = make_dialog (self, _("Agree"), _("_Agree"), form);
  ps_form_dialog_set_done (dialog, _("The agreement was agreed."));
  ps_form_dialog_set_write (dialog, take_agree, write_agree, step_free, on_dialog_saved, asking_new (self), asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Amend */

static gboolean
write_amend (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Step *step = data;

  return ps_desk_amend_agreement (store, actor, step->data->region, step->shown, step->reason, record, error);
}

static gpointer
take_amend (PsForm *form, gpointer user_data)
{
  Step *step = asking_take (user_data);

  step->reason = g_strdup (ps_form_get_text (form, "reason"));
  return step;
}

static void
on_amend_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  const PsFormField field = {
    "reason", _("Reason"), PS_FORM_LONG_TEXT, TRUE, _("Why the agreement is amended. It is kept with the version."), NULL
  };
  PsFormDialog *dialog = make_dialog (self, _("Amend Agreement"), _("_Make Draft"), PS_FORM (ps_form_new (&field, 1)));

  ps_form_dialog_set_done (dialog, _("A draft of the amendment was made."));
  ps_form_dialog_set_write (dialog, take_amend, write_amend, step_free, on_dialog_saved, asking_new (self), asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Discard: it can be taken back, so it does not ask */

static gboolean
write_discard (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Step *step = data;

  return ps_desk_discard_draft (store, actor, step->data->region, step->shown, record, error);
}

static void
on_discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsAgreementPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean discarded = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  if (self->grid == NULL)
    return;
  if (discarded)
    ps_navigator_tell_undoable (GTK_WIDGET (self), _("The draft was discarded."), record);
  else
    ps_tell_error (GTK_WIDGET (self), self->session, error);
  show_newest (self);
}

static void
on_discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  Step *step;

  if (!_ps_agreement_page_is_editable (self))
    return;
  step = step_of_page (self);
  ps_grid_forget (PS_GRID (self->grid));
  g_array_set_size (self->added_groups, 0);
  g_array_set_size (self->added_municipalities, 0);
  ps_session_write_async (self->session, write_discard, step, step_free, on_discarded_cb, g_object_ref (self));
}

/* Other pages */

static void
on_compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  const PsProvider *provider = ps_region_provider (self->data->region, self->data->provider);
  g_autofree char *title = g_strdup_printf (_("%s, versions of %d compared"), provider->name, self->data->year);

  ps_navigator_push (widget, ps_agreement_compare_page_new (self->session, self->agb), title);
}

static void
on_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAgreementPage *self = PS_AGREEMENT_PAGE (widget);
  const PsProvider *provider = ps_region_provider (self->data->region, self->data->provider);
  g_autofree char *thing = ps_agreement_thing (self->data->region, self->data->provider, self->data->year);
  g_autofree char *what = g_strdup_printf (_("%s, agreement %d"), provider->name, self->data->year);
  g_autofree char *title = g_strdup_printf (_("%s, history of the agreement of %d"), provider->name, self->data->year);

  ps_navigator_push (widget, ps_history_page_new_for (self->session, thing, what), title);
}

void
_ps_agreement_page_update_actions (PsAgreementPage *self)
{
  const PsAgreementVersion *version = _ps_agreement_page_get_version (self);
  gboolean writable = !ps_session_is_read_only (self->session);
  gboolean draft = version != NULL && version->state == PS_VERSION_DRAFT;
  gboolean amendable = version != NULL && version->current && ps_agreement_data_draft (self->data) == NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "agreement.new", self->data != NULL && version == NULL && writable);
  gtk_widget_action_set_enabled (widget, "agreement.agree", draft && writable);
  gtk_widget_action_set_enabled (widget, "agreement.amend", amendable && writable);
  gtk_widget_action_set_enabled (widget, "agreement.discard", draft && writable);
  gtk_widget_action_set_enabled (widget, "agreement.compare", self->data != NULL && self->data->versions->len > 1);
  gtk_widget_action_set_enabled (widget, "agreement.history", self->data != NULL);
  gtk_widget_action_set_enabled (widget, "agreement.again", draft && writable);
  gtk_widget_action_set_enabled (widget, "agreement.lump-sum", draft && writable);
  gtk_widget_action_set_enabled (widget, "agreement.cell-scheme", draft && writable);
  gtk_widget_action_set_enabled (widget, "agreement.clear", draft && writable);
  gtk_widget_set_visible (self->agree_button, draft);
  gtk_widget_set_visible (self->amend_button, amendable);
}

void
_ps_agreement_page_action_class (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agreement.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "agreement.agree", NULL, on_agree_cb);
  gtk_widget_class_install_action (widget_class, "agreement.amend", NULL, on_amend_cb);
  gtk_widget_class_install_action (widget_class, "agreement.discard", NULL, on_discard_cb);
  gtk_widget_class_install_action (widget_class, "agreement.compare", NULL, on_compare_cb);
  gtk_widget_class_install_action (widget_class, "agreement.history", NULL, on_history_cb);
}
