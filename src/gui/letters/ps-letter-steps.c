/* ps-letter-steps.c: dialogs for what happens to a letter: an answer, a talk, a decision, its end
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Each asks for the day on which it happened and what was said, and is one step of the letter's course (ps_letters_take).
 */
#define G_LOG_DOMAIN "peilstok-letter-steps"

#include "ps-letter-steps.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-navigator.h"
#include "ps-letter-look.h"

typedef struct
{
  PsLetterEventKind event;
  const char *title;
  const char *button;
  const char *day;  /* what the day is called */
  const char *text; /* what the text is called */
  const char *hint;
  gboolean text_required;
  const char *done; /* %s: the letter's number */
} Asked;

static const Asked asked[] = {
  { PS_LETTER_EVENT_ANSWERED, N_("Record Answer"), N_("_Record"), N_("Received on"), N_("Answer"),
    N_("What the provider writes: the cause, and the measures that it takes."), TRUE, N_("%s: answer recorded") },
  { PS_LETTER_EVENT_MEASURES, N_("Record Measures"), N_("_Record"), N_("Agreed on"), N_("Measures"),
    N_("What was agreed, who does it and by when."), TRUE, N_("%s: measures recorded") },
  { PS_LETTER_EVENT_TALKED, N_("Record Talk"), N_("_Record"), N_("Held on"), N_("What was said"),
    N_("Who took part, and what was said and promised."), TRUE, N_("%s: talk recorded") },
  { PS_LETTER_EVENT_DECIDED, N_("Record Decision"), N_("_Record"), N_("Decided on"), N_("Decision"),
    N_("What was decided, and why."), TRUE, N_("%s: decision recorded") },
  { PS_LETTER_EVENT_REMINDED, N_("Record Reminder"), N_("_Record"), N_("Sent on"), N_("Remark"),
    N_("How it was sent, and to whom."), FALSE, N_("%s: reminder recorded") },
  { PS_LETTER_EVENT_NOTE, N_("Add Note"), N_("_Add"), N_("Day"), N_("Note"), N_("It is kept with the course of the letter."),
    TRUE, N_("%s: note added") },
  { PS_LETTER_EVENT_CLOSED, N_("Close the Letter"), N_("_Close"), N_("Closed on"), N_("Remark"),
    N_("Afterwards only notes can be added."), FALSE, N_("%s is closed") },
  { PS_LETTER_EVENT_WITHDRAWN, N_("Withdraw the Letter"), N_("_Withdraw"), N_("Withdrawn on"), N_("Reason"),
    N_("It is kept: a letter is never deleted, and its number is not used again."), TRUE, N_("%s is withdrawn") },
  { PS_LETTER_EVENT_DUE_MOVED, N_("Move a Day"), N_("_Move"), NULL, NULL, NULL, FALSE, N_("%s: day moved") },
  { PS_LETTER_EVENT_CORRECTED, N_("Correct What Was Recorded"), N_("_Correct"), NULL, NULL, NULL, FALSE, N_("%s: corrected") },
};

/* What can be corrected, in the order of a course. */
static const struct
{
  const char *field;
  const char *title;
  gboolean is_day;
} corrections[] = {
  { "answered_on", N_("Day of the answer"), TRUE },
  { "answer", N_("Answer"), FALSE },
  { "measures", N_("Measures"), FALSE },
  { "talked_on", N_("Day of the talk"), TRUE },
  { "talk", N_("What was said in the talk"), FALSE },
  { "decided_on", N_("Day of the decision"), TRUE },
  { "decision", N_("Decision"), FALSE },
};

/* One dialog */
typedef struct
{
  GtkWidget *parent; /* weak */
  PsShownLetter *shown;
  const Asked *asked;
  gboolean checking;
  guint correcting; /* place in corrections that the form shows */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->parent);
  ps_shown_letter_unref (asking->shown);
  g_free (asking);
}

/* What is recorded of a letter */

static PsDate
recorded_day (const PsLetter *letter, const char *field)
{
  if (g_str_equal (field, "answered_on"))
    return letter->answered_on;
  return g_str_equal (field, "talked_on") ? letter->talked_on : letter->decided_on;
}

static const char *
recorded_text (const PsLetter *letter, const char *field)
{
  if (g_str_equal (field, "answer"))
    return letter->answer;
  if (g_str_equal (field, "measures"))
    return letter->measures;
  return g_str_equal (field, "talk") ? letter->talk : letter->decision;
}

static gboolean
is_recorded (const PsLetter *letter, guint place)
{
  const char *field = corrections[place].field;
  const char *text;

  if (corrections[place].is_day)
    return recorded_day (letter, field) != PS_DATE_OPEN;
  text = recorded_text (letter, field);
  return text != NULL && text[0] != '\0';
}

gboolean
ps_letter_step_can_correct (const PsLetter *letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    if (is_recorded (letter, i))
      return TRUE;
  return FALSE;
}

/* Writing, on a worker */

typedef struct
{
  PsShownLetter *shown;
  PsLetterStep step;
  char *text;
  char *reason;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  ps_shown_letter_unref (task->shown);
  g_free (task->text);
  g_free (task->reason);
  g_free (task);
}

static gboolean
write_step (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  Task *task = data;

  task->step.text = task->text;
  task->step.reason = task->reason;
  return ps_letters_take (store, actor, ps_shown_letter_get (task->shown), &task->step, record, error);
}

static char *
text_or_null (PsForm *form, const char *id)
{
  const char *text = ps_form_get_text (form, id);

  return text[0] != '\0' ? g_strdup (text) : NULL;
}

static Task *
task_new (const Asking *asking)
{
  Task *task = g_new0 (Task, 1);

  task->shown = ps_shown_letter_ref (asking->shown);
  task->step.event = asking->asked->event;
  task->step.today = task->step.day = ps_letter_today ();
  task->step.to = PS_DATE_OPEN;
  return task;
}

static gpointer
take_step (PsForm *form, gpointer user_data)
{
  Task *task = task_new (user_data);

  task->step.day = ps_form_get_date (form, "day");
  task->text = text_or_null (form, "text");
  return task;
}

static gpointer
take_move (PsForm *form, gpointer user_data)
{
  Task *task = task_new (user_data);

  task->step.which = (PsLetterWaits) ps_form_get_number (form, "which");
  task->step.to = ps_form_get_date (form, "to");
  task->reason = text_or_null (form, "reason");
  return task;
}

static gpointer
take_correction (PsForm *form, gpointer user_data)
{
  Task *task = task_new (user_data);
  guint place = (guint) ps_form_get_number (form, "field");

  task->step.field = corrections[place].field;
  if (corrections[place].is_day)
    task->step.day = ps_form_get_date (form, "day");
  else
    task->text = text_or_null (form, "text");
  task->reason = text_or_null (form, "reason");
  return task;
}

static void
on_saved (PsForm *form, gint64 record, gpointer user_data)
{
  Asking *asking = user_data;
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (_ (asking->asked->done), ps_shown_letter_get (asking->shown)->number_text);
#pragma GCC diagnostic pop
  if (asking->parent != NULL && gtk_widget_get_root (asking->parent) != NULL)
    ps_navigator_tell (asking->parent, text);
}

/* Most steps: a day and a text */

static void
on_step_changed_cb (PsForm *form, Asking *asking)
{
  PsLetterFacts facts;
  PsDate day = ps_form_get_date (form, "day");
  g_autofree char *why = NULL;

  if (asking->checking || day == PS_DATE_OPEN)
    return;
  asking->checking = TRUE;
  ps_letter_facts (ps_shown_letter_get (asking->shown), &facts);
  if (ps_letter_allows (&facts, asking->asked->event, day, ps_letter_today (), &why))
    ps_form_set_problem (form, "day", NULL);
  else
    ps_form_set_problem (form, "day", why);
  asking->checking = FALSE;
}

/* By when it was to be: the day that is typed is held against it. */
static char *
describe_term (const PsLetter *letter, PsLetterEventKind event)
{
  PsDate by = event == PS_LETTER_EVENT_ANSWERED  ? letter->due_on
              : event == PS_LETTER_EVENT_TALKED  ? letter->talk_by
              : event == PS_LETTER_EVENT_DECIDED ? letter->decide_by
                                                 : PS_DATE_OPEN;
  g_autofree char *day = ps_format_date (by);

  return by != PS_DATE_OPEN ? g_strdup_printf (_("The term is %s."), day) : NULL;
}

static PsForm *
make_step_form (Asking *asking)
{
  const Asked *about = asking->asked;
  const PsLetter *letter = ps_shown_letter_get (asking->shown);
  gboolean closes_undecided = about->event == PS_LETTER_EVENT_CLOSED && letter->decided_on == PS_DATE_OPEN;
  g_autofree char *term = describe_term (letter, about->event);
  const PsFormField fields[] = {
    { "day", _ (about->day), PS_FORM_DATE, TRUE, term, NULL },
    { "text", _ (about->text), PS_FORM_LONG_TEXT, about->text_required || closes_undecided,
      closes_undecided ? _("Nothing was decided: why it is closed. Afterwards only notes can be added.") : _ (about->hint),
      NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_set_date (form, "day", ps_letter_today ());
  g_signal_connect (form, "changed", G_CALLBACK (on_step_changed_cb), asking);
  on_step_changed_cb (form, asking);
  return form;
}

/* Moving a day */

static PsDate
term_of (const PsLetter *letter, PsLetterWaits which)
{
  if (which == PS_LETTER_WAITS_ANSWER)
    return letter->due_on;
  return which == PS_LETTER_WAITS_TALK ? letter->talk_by : letter->decide_by;
}

static void
on_move_changed_cb (PsForm *form, Asking *asking)
{
  gint64 which = ps_form_get_number (form, "which");
  PsDate to = ps_form_get_date (form, "to");

  if (asking->checking || which == PS_NO_NUMBER)
    return;
  asking->checking = TRUE;
  if (to != PS_DATE_OPEN && to == term_of (ps_shown_letter_get (asking->shown), (PsLetterWaits) which))
    ps_form_set_problem (form, "to", _("It is that day already."));
  else
    ps_form_set_problem (form, "to", NULL);
  asking->checking = FALSE;
}

static void
add_term (PsForm *form, const PsLetter *letter, PsLetterWaits which, const char *format)
{
  PsDate day = term_of (letter, which);
  g_autofree char *text = ps_format_date (day);
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  ps_form_add_choice (form, "which", which, label);
}

static PsForm *
make_move_form (Asking *asking)
{
  const PsLetter *letter = ps_shown_letter_get (asking->shown);
  const PsFormField fields[] = {
    { "which", _("Which day"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "to", _("Becomes"), PS_FORM_DATE, TRUE, NULL, NULL },
    { "reason", _("Reason"), PS_FORM_LONG_TEXT, TRUE, _("It is part of the evidence: the old day stays in the course."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  if (letter->answered_on == PS_DATE_OPEN)
    add_term (form, letter, PS_LETTER_WAITS_ANSWER, _("Answer by %s"));
  if (letter->talked_on == PS_DATE_OPEN)
    add_term (form, letter, PS_LETTER_WAITS_TALK, _("Talk by %s"));
  if (letter->decided_on == PS_DATE_OPEN)
    add_term (form, letter, PS_LETTER_WAITS_DECISION, _("Decision by %s"));
  g_signal_connect (form, "changed", G_CALLBACK (on_move_changed_cb), asking);
  return form;
}

/* Correcting */

static void
show_correction (PsForm *form, Asking *asking, guint place)
{
  const PsLetter *letter = ps_shown_letter_get (asking->shown);
  gboolean is_day = corrections[place].is_day;

  asking->correcting = place;
  ps_form_set_visible (form, "day", is_day);
  ps_form_set_visible (form, "text", !is_day);
  if (is_day)
    ps_form_set_date (form, "day", recorded_day (letter, corrections[place].field));
  else
    ps_form_set_text (form, "text", recorded_text (letter, corrections[place].field));
}

static void
on_correction_changed_cb (PsForm *form, Asking *asking)
{
  gint64 place = ps_form_get_number (form, "field");

  if (asking->checking || place == PS_NO_NUMBER || (guint) place == asking->correcting)
    return;
  asking->checking = TRUE;
  show_correction (form, asking, (guint) place);
  asking->checking = FALSE;
}

static PsForm *
make_correction_form (Asking *asking)
{
  const PsFormField fields[] = {
    { "field", _("What is wrong"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "day", _("The right day"), PS_FORM_DATE, TRUE, NULL, NULL },
    { "text", _("The right text"), PS_FORM_LONG_TEXT, TRUE, NULL, NULL },
    { "reason", _("Reason"), PS_FORM_LONG_TEXT, TRUE, _("What it was before stays in the course."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  guint first = PS_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    if (is_recorded (ps_shown_letter_get (asking->shown), i))
      {
        ps_form_add_choice (form, "field", i, _ (corrections[i].title));
        first = MIN (first, i);
      }
  if (first != PS_NONE)
    {
      ps_form_set_number (form, "field", first);
      show_correction (form, asking, first);
    }
  g_signal_connect (form, "changed", G_CALLBACK (on_correction_changed_cb), asking);
  return form;
}

static const Asked *
find_asked (PsLetterEventKind event)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (asked[i].event == event)
      return &asked[i];
  return NULL;
}

PsFormDialog *
ps_letter_step_present (GtkWidget *parent, PsSession *session, PsShownLetter *shown, PsLetterEventKind event)
{
  const Asked *about = find_asked (event);
  gboolean moves = event == PS_LETTER_EVENT_DUE_MOVED, corrects = event == PS_LETTER_EVENT_CORRECTED;
  Asking *asking;
  PsForm *form;
  PsFormDialog *dialog;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (about != NULL, NULL);

  asking = g_new0 (Asking, 1);
  g_set_weak_pointer (&asking->parent, parent);
  asking->shown = ps_shown_letter_ref (shown);
  asking->asked = about;
  form = moves ? make_move_form (asking) : corrects ? make_correction_form (asking) : make_step_form (asking);
  dialog = ps_form_dialog_new (parent, session, _ (about->title), _ (about->button), form);
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_form_dialog_set_destructive (dialog, event == PS_LETTER_EVENT_WITHDRAWN);
  ps_form_dialog_set_write (dialog,
                            moves      ? take_move
                            : corrects ? take_correction
                                       : take_step,
                            write_step, task_free, on_saved, asking, asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
