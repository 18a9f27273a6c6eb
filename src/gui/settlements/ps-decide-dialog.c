/* ps-decide-dialog.c: accepting disputed lines or disputing accepted ones, with a reason and what it would change
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * decision chosen ──▶ the year settled with and without it (worker) ──▶ figures shown, Save is there
 */
#define G_LOG_DOMAIN "peilstok-decide-dialog"

#include "ps-decide-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-error-text.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "ps-decide-look.h"

typedef struct
{
  PsSession *session;
  char *agb;
  PsDate through;
  GArray *line_ids;
  GArray *possible; /* of them, those that the decision that is shown can be taken of; NULL: not known */
  PsForm *form;     /* weak */
  GtkWidget *look;  /* borrowed from the form */
  PsDecision asked;
  guint n_asked;  /* only the last answer counts */
  gulong settled; /* of the session: figures may change while the dialog is open */
} Deciding;

static void
deciding_clear (gpointer data)
{
  Deciding *deciding = data;

  g_clear_pointer (&deciding->possible, g_array_unref);
  g_array_unref (deciding->line_ids);
  g_free (deciding->agb);
  g_object_unref (deciding->session);
}

static void
deciding_free (gpointer data)
{
  Deciding *deciding = data;

  g_clear_signal_handler (&deciding->settled, deciding->session);
  if (deciding->form != NULL)
    g_signal_handlers_disconnect_by_data (deciding->form, deciding);
  g_clear_weak_pointer (&deciding->form);
  g_atomic_rc_box_release_full (deciding, deciding_clear);
}

/* Looking before */

typedef struct
{
  Deciding *deciding;
  guint n_asked;
} Asking;

static void
show_look (Deciding *deciding, PsDecideLook *look)
{
  g_clear_pointer (&deciding->possible, g_array_unref);
  deciding->possible = g_array_ref (look->possible);
  ps_decide_look_show (deciding->look, look);
  if (look->possible->len == 0)
    ps_form_set_problem (deciding->form, "decision", _("This can be decided of none of these lines."));
  ps_form_set_pending (deciding->form, NULL);
}

static void
show_failure (Deciding *deciding, const GError *error)
{
  g_autofree char *text = ps_error_text (error, ps_session_get_path (deciding->session));

  ps_form_set_problem (deciding->form, "decision", text);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  Deciding *deciding = asking->deciding;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsDecideLook) look = ps_decide_look_load_finish (PS_SESSION (source), result, &error);

  if (deciding->form != NULL && asking->n_asked == deciding->n_asked)
    {
      if (look != NULL)
        show_look (deciding, look);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (deciding, error);
    }
  g_atomic_rc_box_release_full (deciding, deciding_clear);
}

static void
ask (Deciding *deciding)
{
  const PsSettledYear *settled = ps_session_get_settled (deciding->session);
  Asking *asking;

  deciding->n_asked++;
  ps_decide_look_show (deciding->look, NULL);
  ps_form_set_problem (deciding->form, "decision", NULL);
  ps_form_set_pending (deciding->form, _("What it would change is being computed."));
  if (settled == NULL || ps_region_find_provider (settled->region, deciding->agb) == PS_NONE)
    return;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_atomic_rc_box_acquire (deciding), deciding->n_asked };
  ps_decide_look_load_async (deciding->session, deciding->agb, deciding->through, deciding->line_ids, deciding->asked,
                             on_looked_cb, asking);
}

static void
on_form_changed_cb (PsForm *form, gpointer user_data)
{
  Deciding *deciding = user_data;
  PsDecision decision = (PsDecision) ps_form_get_number (form, "decision");

  if (decision == deciding->asked)
    return;
  deciding->asked = decision;
  ask (deciding);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  Deciding *deciding = user_data;

  if (deciding->form != NULL)
    ask (deciding);
}

/* Doing it */

typedef struct
{
  GArray *line_ids;
  PsDecision decision;
  char *reason;
} Decision;

static void
decision_free (gpointer data)
{
  Decision *decision = data;

  g_array_unref (decision->line_ids);
  g_free (decision->reason);
  g_free (decision);
}

static gpointer
take_decision (PsForm *form, gpointer user_data)
{
  const Deciding *deciding = user_data;
  Decision *decision;

  if (deciding->possible == NULL)
    return NULL;
  decision = g_new0 (Decision, 1);
  decision->line_ids = g_array_ref (deciding->possible);
  decision->decision = deciding->asked;
  decision->reason = g_strdup (ps_form_get_text (form, "reason"));
  return decision;
}

static gboolean
write_decision (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Decision *decision = data;
  PsDecide decide = { (const gint64 *) (gpointer) decision->line_ids->data, decision->line_ids->len, decision->decision,
                      decision->reason };

  return ps_decisions_take (store, actor, &decide, record, error);
}

/* The dialog */

static PsForm *
make_form (Deciding *deciding)
{
  const PsFormField fields[] = {
    { "decision", _("Decision"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "reason", _("Reason"), PS_FORM_TEXT, TRUE, _("Kept with the lines, for who asks later."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_add_choice (form, "decision", PS_DECISION_ACCEPT, _("Accept in full"));
  ps_form_add_choice (form, "decision", PS_DECISION_ACCEPT_AT_PRICE, _("Accept at the right price"));
  ps_form_add_choice (form, "decision", PS_DECISION_DISPUTE, _("Dispute"));
  ps_form_add_choice (form, "decision", PS_DECISION_NONE, _("Take an earlier decision back"));
  ps_form_set_number (form, "decision", deciding->asked);
  deciding->look = ps_decide_look_new ();
  ps_form_append (form, deciding->look);
  g_set_weak_pointer (&deciding->form, form);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), deciding);
  return form;
}

static char *
make_title (const Deciding *deciding)
{
  g_autofree char *count = ps_format_count (deciding->line_ids->len);

  return g_strdup_printf (ngettext ("Decide on %s Line", "Decide on %s Lines", deciding->line_ids->len), count);
}

static Deciding *
deciding_new (PsSession *session, const char *agb, PsDate through, GArray *line_ids, PsDecision decision)
{
  Deciding *deciding = g_atomic_rc_box_new0 (Deciding);

  deciding->session = g_object_ref (session);
  deciding->agb = g_strdup (agb);
  deciding->through = through;
  deciding->line_ids = line_ids;
  deciding->asked = decision;
  return deciding;
}

void
ps_decide_dialog_present (GtkWidget *parent, PsSession *session, const char *agb, PsDate through, GArray *line_ids,
                          PsDecision decision)
{
  Deciding *deciding;
  PsFormDialog *dialog;
  g_autofree char *title = NULL;

  g_return_if_fail (PS_IS_SESSION (session) && line_ids != NULL && line_ids->len > 0);

  if (ps_session_is_read_only (session))
    {
      ps_navigator_tell (parent, _("The region is read-only"));
      g_array_unref (line_ids);
      return;
    }
  deciding = deciding_new (session, agb, through, line_ids, decision);
  title = make_title (deciding);
  dialog = ps_form_dialog_new (parent, session, title, _("_Save"), make_form (deciding));
  ps_form_dialog_set_done (dialog, _("Decision saved"));
  ps_form_dialog_set_write (dialog, take_decision, write_decision, decision_free, NULL, deciding, deciding_free);
  deciding->settled = g_signal_connect (session, "settled", G_CALLBACK (on_settled_cb), deciding);
  ask (deciding);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (ps_form_get_widget (deciding->form, "reason"));
}
