/* ps-date-entry.c: an entry for a day: takes what people type, shown as dd-mm-jjjj, with a calendar beside it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * GLib's own parser guesses: "03-04-2024" would be March or April by the locale. This one reads only what can mean one day
 * (ps_typed_date) and says so when it is anything else. In a form what was typed stays as it was; in a bar of tools, where there is
 * always a day that counts, the entry goes back to that.
 */
#define G_LOG_DOMAIN "peilstok-date-entry"

#include "ps-date-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"
#include "core/ps-typed.h"
#include "ps-entry-note.h"

struct _PsDateEntry
{
  GtkWidget parent;

  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *note; /* NULL: in a bar of tools */
  GtkCalendar *calendar;
  PsDate date; /* that counts; PS_DATE_OPEN: empty */
  PsDate base; /* as it was set */
  PsDate first;
  PsDate last;
  gboolean optional;
  gboolean touched;
  gboolean focused;
  gboolean filling; /* the program sets the text or the calendar, not the user */
  char *wrong;      /* of what is typed now; NULL: right */
  char *page_problem;
  char *hint;
};

enum
{
  DATE_CHANGED,
  VALUE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsDateEntry, ps_date_entry, GTK_TYPE_WIDGET)

static gboolean
in_form (PsDateEntry *self)
{
  return self->note != NULL;
}

/* Reading */

static char *
say_range (PsDateEntry *self)
{
  g_autofree char *first = ps_format_date (self->first);
  g_autofree char *last = ps_format_date (self->last);

  if (self->last == PS_DATE_MAX && self->first > PS_DATE_MIN)
    return g_strdup_printf (_("A date from %s on, as dd-mm-yyyy"), first);
  if (self->first == PS_DATE_MIN && self->last < PS_DATE_MAX)
    return g_strdup_printf (_("A date until %s, as dd-mm-yyyy"), last);
  return g_strdup_printf (_("A date from %s to %s, as dd-mm-yyyy"), first, last);
}

/* What is typed now: NULL and the day (PS_DATE_OPEN: empty), or what is wrong with it. */
static char *
read_date (PsDateEntry *self, PsDate *date)
{
  char *why = NULL;
  PsTyped typed = ps_typed_date (gtk_editable_get_text (GTK_EDITABLE (self->entry)), date, &why);

  if (typed == PS_TYPED_EMPTY)
    return self->optional ? NULL : in_form (self) ? g_strdup (_("This is needed.")) : say_range (self);
  if (typed == PS_TYPED_OK && *date >= self->first && *date <= self->last)
    return NULL;
  if (typed == PS_TYPED_OK || !in_form (self))
    {
      g_free (why);
      return say_range (self);
    }
  return why;
}

/* Showing */

static char *
explain (PsDateEntry *self)
{
  PsDate date;
  g_autofree char *wrong = read_date (self, &date);

  if (!in_form (self))
    return say_range (self);
  return self->focused && wrong == NULL && date != PS_DATE_OPEN ? ps_format_date (date) : g_strdup (self->hint);
}

static void
show_note (PsDateEntry *self)
{
  gboolean empty = gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0';
  g_autofree char *text = explain (self);
  const char *problem = self->page_problem;

  if (problem == NULL && (!empty || self->touched))
    problem = self->wrong;
  _ps_entry_note_show (self->note, self->entry, problem, text);
}

static void
check (PsDateEntry *self)
{
  PsDate date;

  g_free (self->wrong);
  self->wrong = read_date (self, &date);
  show_note (self);
}

static void
show_in_calendar (PsDateEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, day_of_month;

  if (self->date == PS_DATE_OPEN)
    return;
  ps_date_to_ymd (self->date, &year, &month, &day_of_month);
  day = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, day);
}

static void
show_date (PsDateEntry *self)
{
  g_autofree char *text = self->date == PS_DATE_OPEN ? g_strdup ("") : ps_format_date (self->date);

  self->filling = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    _ps_entry_put_text (self->entry, text);
  show_in_calendar (self);
  self->filling = FALSE;
  check (self);
}

/* What the user does */

static void
take_date (PsDateEntry *self, PsDate date)
{
  gboolean other = date != self->date;

  self->date = date;
  show_date (self);
  if (other)
    g_signal_emit (self, signals[DATE_CHANGED], 0);
}

static void
commit (PsDateEntry *self)
{
  PsDate date;
  g_autofree char *wrong = read_date (self, &date);

  if (wrong == NULL)
    take_date (self, date);
  else
    show_note (self);
}

static void
on_activated_cb (GtkEntry *entry, PsDateEntry *self)
{
  self->touched = TRUE;
  commit (self);
}

static void
on_entry_changed_cb (GtkEditable *editable, PsDateEntry *self)
{
  if (self->filling)
    return;
  self->touched = TRUE;
  g_clear_pointer (&self->page_problem, g_free);
  check (self);
  g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

static void
on_focus_entered_cb (GtkEventControllerFocus *controller, PsDateEntry *self)
{
  self->focused = TRUE;
  show_note (self);
}

static void
on_focus_left_cb (GtkEventControllerFocus *controller, PsDateEntry *self)
{
  self->focused = FALSE;
  commit (self);
  if (self->wrong != NULL && !in_form (self))
    show_date (self);
}

static void
on_day_selected_cb (GtkCalendar *calendar, PsDateEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  PsDate date;

  if (self->filling)
    return;
  day = gtk_calendar_get_date (calendar);
  date = ps_date_from_ymd (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day));
  if (date < self->first || date > self->last)
    return;
  g_clear_pointer (&self->page_problem, g_free);
  take_date (self, date);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

/* The widget */

static gboolean
ps_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PS_DATE_ENTRY (widget)->entry);
}

/* From the entry to its button and out of them, or the other way: GTK would ask this widget to take the focus on the way back, and it
 * gives it to the entry again. */
static gboolean
ps_date_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_widget_get_parent (PS_DATE_ENTRY (widget)->entry), direction);
}

static gboolean
ps_date_entry_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_mnemonic_activate (PS_DATE_ENTRY (widget)->entry, group_cycling);
}

static void
ps_date_entry_dispose (GObject *object)
{
  PsDateEntry *self = PS_DATE_ENTRY (object);
  GtkWidget *child;

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  self->entry = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ps_date_entry_parent_class)->dispose (object);
}

static void
ps_date_entry_finalize (GObject *object)
{
  PsDateEntry *self = PS_DATE_ENTRY (object);

  g_free (self->wrong);
  g_free (self->page_problem);
  g_free (self->hint);
  G_OBJECT_CLASS (ps_date_entry_parent_class)->finalize (object);
}

static void
ps_date_entry_class_init (PsDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_date_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_date_entry_finalize;
  widget_class->focus = ps_date_entry_focus;
  widget_class->grab_focus = ps_date_entry_grab_focus;
  widget_class->mnemonic_activate = ps_date_entry_mnemonic_activate;
  signals[DATE_CHANGED] =
      g_signal_new ("date-changed", PS_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VALUE_CHANGED] =
      g_signal_new ("value-changed", PS_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_entry (PsDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_widget_add_css_class (self->entry, "numeric");
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_entry_changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activated_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_entered_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  return self->entry;
}

static GtkWidget *
make_button (PsDateEntry *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Choose from a Calendar"));
  return self->button;
}

static void
ps_date_entry_init (PsDateEntry *self)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->first = PS_DATE_MIN;
  self->last = PS_DATE_MAX;
  gtk_widget_add_css_class (linked, "linked");
  gtk_box_append (GTK_BOX (linked), make_entry (self));
  gtk_box_append (GTK_BOX (linked), make_button (self));
  gtk_widget_set_parent (linked, GTK_WIDGET (self));
}

/**
 * ps_date_entry_new:
 * @accessible_name: what the date is of, translated
 *
 * Returns: (transfer floating): an entry that shows 1-1-1970 until it is given a date
 */
GtkWidget *
ps_date_entry_new (const char *accessible_name)
{
  PsDateEntry *self = g_object_new (PS_TYPE_DATE_ENTRY, NULL);
  g_autofree char *calendar = g_strdup_printf (_("%s: calendar"), accessible_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, calendar, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, calendar, -1);
  show_date (self);
  return GTK_WIDGET (self);
}

/**
 * ps_date_entry_new_for_form:
 *
 * Returns: (transfer floating): an empty entry with a line below it that says what was understood or what is wrong; what is not a day
 *   stays as it was typed
 */
GtkWidget *
ps_date_entry_new_for_form (const char *accessible_name)
{
  PsDateEntry *self = PS_DATE_ENTRY (ps_date_entry_new (accessible_name));

  self->note = _ps_entry_note_new (self->entry);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (self->entry, NULL);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 16);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 16);
  ps_date_entry_set_date (self, PS_DATE_OPEN);
  return GTK_WIDGET (self);
}

/* An empty entry is right: its date is PS_DATE_OPEN. */
void
ps_date_entry_set_optional (PsDateEntry *self, gboolean optional)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));

  self->optional = optional;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_REQUIRED, !optional, -1);
  check (self);
}

/* Days outside the range are not accepted. */
void
ps_date_entry_set_range (PsDateEntry *self, PsDate first, PsDate last)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));
  g_return_if_fail (first <= last);

  self->first = first;
  self->last = last;
  check (self);
}

/* Shows a day; no signal. PS_DATE_OPEN: empty, where that can be. */
void
ps_date_entry_set_date (PsDateEntry *self, PsDate date)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));

  if (date != PS_DATE_OPEN || !(self->optional || in_form (self)))
    date = in_form (self) ? date : CLAMP (date, self->first, self->last);
  self->date = self->base = date;
  self->touched = FALSE;
  g_clear_pointer (&self->page_problem, g_free);
  show_date (self);
}

/* In a form what is typed now counts; else the last day that was given. */
PsDate
ps_date_entry_get_date (PsDateEntry *self)
{
  PsDate date;
  g_autofree char *wrong = NULL;

  g_return_val_if_fail (PS_IS_DATE_ENTRY (self), 0);

  if (!in_form (self))
    return self->date;
  wrong = read_date (self, &date);
  return wrong == NULL ? date : PS_DATE_OPEN;
}

gboolean
ps_date_entry_is_valid (PsDateEntry *self)
{
  g_return_val_if_fail (PS_IS_DATE_ENTRY (self), FALSE);
  return self->wrong == NULL && self->page_problem == NULL;
}

/* Another day than was set, or something that is no day. */
gboolean
ps_date_entry_is_changed (PsDateEntry *self)
{
  PsDate date;

  g_return_val_if_fail (PS_IS_DATE_ENTRY (self), FALSE);

  return ps_typed_date (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &date, NULL) == PS_TYPED_WRONG || date != self->base;
}

const char *
ps_date_entry_get_problem (PsDateEntry *self)
{
  g_return_val_if_fail (PS_IS_DATE_ENTRY (self), NULL);
  return self->page_problem != NULL ? self->page_problem : self->wrong;
}

/* One that the page found, translated; until it is typed in again. */
void
ps_date_entry_set_problem (PsDateEntry *self, const char *problem)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));

  if (g_strcmp0 (problem, self->page_problem) == 0)
    return;
  g_free (self->page_problem);
  self->page_problem = g_strdup (problem);
  show_note (self);
  g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

void
ps_date_entry_set_hint (PsDateEntry *self, const char *hint)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  show_note (self);
}

void
ps_date_entry_set_text (PsDateEntry *self, const char *text)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  commit (self);
}
