/* ps-letter-course.c: what was agreed and when, of a letter that was sent: its terms and everything that happened
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   Terms    ✓ Sent       05-06-2024, by registered post
 *            ⚠ Answer     by 19-06-2024: overdue                     [Record…]
 *            ○ Talk       by 03-07-2024                              [Record…]
 *   Course     22-11-2026 · Sent · note
 *              Recorded 22-11-2026 10:02 by …
 */
#define G_LOG_DOMAIN "peilstok-letter-course"

#include "ps-letter-course.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/history/ps-history-read.h"
#include "ps-pane-layout.h"

struct _PsLetterCourse
{
  GtkWidget parent;

  GtkWidget *box;
  GtkListBox *terms;
  GtkListBox *events;
};

G_DEFINE_FINAL_TYPE (PsLetterCourse, ps_letter_course, GTK_TYPE_WIDGET)

typedef enum
{
  OPEN,
  DONE,
  LATE,    /* it happened, after its term */
  OVERDUE, /* it did not */
  ENDED
} Standing;

static const struct
{
  const char *icon;
  const char *css_class;
} standings[] = {
  [OPEN] = { "radio-symbolic", "secondary" },
  [DONE] = { "object-select-symbolic", "state-done" },
  [LATE] = { "peilstok-problem-symbolic", "letter-late" },
  [OVERDUE] = { "peilstok-problem-symbolic", "letter-late" },
  [ENDED] = { "process-stop-symbolic", "secondary" },
};

char *
ps_letter_term_text (PsDate by, PsDate on)
{
  g_autofree char *day = ps_format_date (on);
  g_autofree char *days = NULL;

  if (on == PS_DATE_OPEN)
    return NULL;
  if (by == PS_DATE_OPEN)
    /* Translators: a day, as in the next two */
    return g_strdup_printf (_("on %s"), day);
  if (on <= by)
    return g_strdup_printf (_("on %s, in time"), day);
  days = ps_format_count (on - by);
  return g_strdup_printf (ngettext ("on %s, %s day late", "on %s, %s days late", (gulong) (on - by)), day, days);
}

/* Texts of people are no markup. */
static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "letter-row");
  return row;
}

static void
empty_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Terms */

static void
add_button (GtkWidget *row, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (_("Record…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
add_term (PsLetterCourse *self, Standing standing, const char *title, const char *when, const char *text)
{
  g_autofree char *subtitle = text != NULL && text[0] != '\0' ? g_strdup_printf ("%s\n%s", when, text) : g_strdup (when);
  GtkWidget *row = make_row (title, subtitle);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", standings[standing].icon, "valign", GTK_ALIGN_START, "margin-top",
                                  12, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, standings[standing].css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (self->terms, row);
  return row;
}

/* What is asked by a day, and when it happened. */
static void
add_awaited (PsLetterCourse *self, const PsLetter *letter, const char *title, PsDate by, PsDate on, const char *text,
             PsDate today, const char *action, const char *action_name)
{
  gboolean ended = letter->ended_on != PS_DATE_OPEN;
  g_autofree char *day = ps_format_date (by);
  g_autofree char *kept = ps_letter_term_text (by, on);
  g_autofree char *when = NULL;
  Standing standing = OPEN;
  GtkWidget *row;

  if (kept != NULL)
    {
      standing = by != PS_DATE_OPEN && on > by ? LATE : DONE;
      /* Translators: a term, and "on 24-06-2024, 5 days late" */
      when = by != PS_DATE_OPEN ? g_strdup_printf (_("by %s; %s"), day, kept) : g_strdup (kept);
    }
  else if (ended)
    when = g_strdup (_("lapsed"));
  else if (by != PS_DATE_OPEN && by < today)
    {
      standing = OVERDUE;
      when = g_strdup_printf (_("by %s: overdue"), day);
    }
  else
    when = by != PS_DATE_OPEN ? g_strdup_printf (_("by %s"), day) : g_strdup (_("no term"));
  row = add_term (self, standing, title, when, text);
  if (on == PS_DATE_OPEN && !ended)
    add_button (row, action_name, action);
}

static void
add_sent (PsLetterCourse *self, const PsLetter *letter)
{
  g_autofree char *day = ps_format_date (letter->sent_on);
  g_autofree char *reminded = ps_format_date (letter->reminded_on);
  g_autofree char *means = g_strdup (ps_letter_means_label (letter->means));
  /* Translators: a day, how it was sent, a login name */
  g_autofree char *when = g_strdup_printf (_("on %s · %s · %s"), day, means, letter->sent_by);
  g_autofree char *reminder = letter->reminded_on != PS_DATE_OPEN ? g_strdup_printf (_("Reminded on %s"), reminded) : NULL;

  add_term (self, DONE, _("Sent"), when, reminder);
}

static void
add_end (PsLetterCourse *self, const PsLetter *letter)
{
  g_autofree char *day = ps_format_date (letter->ended_on);
  g_autofree char *when = g_strdup_printf (_("on %s"), day);

  if (letter->ended_on != PS_DATE_OPEN)
    add_term (self, letter->state == PS_LETTER_WITHDRAWN ? ENDED : DONE, ps_letter_state_label (letter->state), when,
              letter->end_reason);
}

static void
show_terms (PsLetterCourse *self, const PsLetter *letter, PsDate today)
{
  empty_list (self->terms);
  if (letter->number != 0)
    {
      add_sent (self, letter);
      add_awaited (self, letter, _("Answer"), letter->due_on, letter->answered_on, letter->answer, today, "letter.answered",
                   _("Record the answer"));
      add_awaited (self, letter, _("Talk"), letter->talk_by, letter->talked_on, letter->talk, today, "letter.talked",
                   _("Record the talk"));
      add_awaited (self, letter, _("Decision"), letter->decide_by, letter->decided_on, letter->decision, today, "letter.decided",
                   _("Record the decision"));
      if (letter->measures != NULL && letter->measures[0] != '\0')
        add_term (self, DONE, _("Measures agreed"), letter->measures, NULL);
    }
  add_end (self, letter);
}

/* The course */

static void
add_event (PsLetterCourse *self, const PsLetterEvent *event)
{
  g_autofree char *day = ps_format_date (event->day);
  /* Translators: a day, and what happened to the letter on it */
  g_autofree char *title = g_strdup_printf (_("%s · %s"), day, ps_letter_event_label (event->kind));
  g_autofree char *recorded_day = ps_format_date (ps_history_day (event->at));
  g_autofree char *time = ps_history_time (event->at);
  /* Translators: a day, a time, a login name */
  g_autofree char *recorded = g_strdup_printf (_("Recorded %s %s by %s"), recorded_day, time, event->by);
  g_autofree char *both =
      event->note != NULL && event->note[0] != '\0' ? g_strdup_printf ("%s\n%s", event->note, recorded) : NULL;

  gtk_list_box_append (self->events, make_row (title, both != NULL ? both : recorded));
}

void
ps_letter_course_show (PsLetterCourse *self, const PsLetter *letter, PsDate today)
{
  g_return_if_fail (PS_IS_LETTER_COURSE (self));
  g_return_if_fail (letter != NULL);

  show_terms (self, letter, today);
  empty_list (self->events);
  for (guint i = 0; letter->events != NULL && i < letter->events->len; i++)
    add_event (self, g_ptr_array_index (letter->events, i));
}

/* Making and unmaking */

static GtkListBox *
add_card (PsLetterCourse *self, const char *title, const char *button, const char *action)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (bar), heading);
  if (button != NULL)
    {
      GtkWidget *widget = gtk_button_new_with_label (button);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
      gtk_widget_add_css_class (widget, "flat");
      gtk_box_append (GTK_BOX (bar), widget);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), list);
  return GTK_LIST_BOX (list);
}

static void
ps_letter_course_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ps_letter_course_parent_class)->dispose (object);
}

static void
ps_letter_course_class_init (PsLetterCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_letter_course_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), PS_TYPE_PANE_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ps_letter_course_init (PsLetterCourse *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "cards");
  self->terms = add_card (self, C_("letter", "Terms"), NULL, NULL);
  self->events = add_card (self, _("Course"), _("Add Note…"), "letter.note");
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->box, NULL);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Course of the letter"), -1);
}

GtkWidget *
ps_letter_course_new (void)
{
  return g_object_new (PS_TYPE_LETTER_COURSE, NULL);
}
