/* ps-date-entry.c: an entry for a day: read strictly, shown as dd-mm-jjjj, with a calendar beside it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * GLib's own parser guesses: "03-04-2024" would be March or April by the locale. This one reads what the program's files may hold
 * (ps_date_parse) and says so when it is anything else.
 */
#define G_LOG_DOMAIN "peilstok-date-entry"

#include "ps-date-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"

struct _PsDateEntry
{
  GtkWidget parent;

  GtkWidget *entry;
  GtkWidget *button;
  GtkCalendar *calendar;
  PsDate date;
  PsDate first;
  PsDate last;
  gboolean filling; /* the program sets the text or the calendar, not the user */
};

enum
{
  DATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsDateEntry, ps_date_entry, GTK_TYPE_WIDGET)

static gboolean
read_date (PsDateEntry *self, PsDate *date)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return ps_date_parse (text, date) && *date >= self->first && *date <= self->last;
}

static void
show_validity (PsDateEntry *self, gboolean valid)
{
  g_autofree char *first = ps_format_date (self->first);
  g_autofree char *last = ps_format_date (self->last);
  g_autofree char *wanted = g_strdup_printf (_("A date from %s to %s, as dd-mm-yyyy"), first, last);

  if (valid)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wanted, -1);
  gtk_widget_set_tooltip_text (self->entry, wanted);
}

static void
show_date (PsDateEntry *self)
{
  g_autofree char *text = ps_format_date (self->date);
  g_autoptr (GDateTime) day = NULL;
  int year, month, day_of_month;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  ps_date_to_ymd (self->date, &year, &month, &day_of_month);
  day = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
  show_validity (self, TRUE);
}

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

  if (read_date (self, &date))
    take_date (self, date);
}

static void
on_entry_changed_cb (GtkEditable *editable, PsDateEntry *self)
{
  PsDate date;

  if (!self->filling)
    show_validity (self, read_date (self, &date));
}

/* What cannot be read is not kept: the entry goes back to the date that counts. */
static void
on_focus_left_cb (GtkEventControllerFocus *controller, PsDateEntry *self)
{
  PsDate date;

  if (read_date (self, &date))
    take_date (self, date);
  else
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
  take_date (self, date);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static gboolean
ps_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PS_DATE_ENTRY (widget)->entry);
}

static void
ps_date_entry_dispose (GObject *object)
{
  PsDateEntry *self = PS_DATE_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_date_entry_parent_class)->dispose (object);
}

static void
ps_date_entry_class_init (PsDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ps_date_entry_dispose;
  widget_class->grab_focus = ps_date_entry_grab_focus;
  signals[DATE_CHANGED] =
      g_signal_new ("date-changed", PS_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_entry (PsDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 12);
  gtk_widget_add_css_class (self->entry, "numeric");
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (commit), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
add_calendar (PsDateEntry *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Choose from a Calendar"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
ps_date_entry_init (PsDateEntry *self)
{
  self->first = PS_DATE_MIN;
  self->last = PS_DATE_MAX;
  add_entry (self);
  add_calendar (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
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

/* Days outside the range are not accepted. */
void
ps_date_entry_set_range (PsDateEntry *self, PsDate first, PsDate last)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));
  g_return_if_fail (first <= last);

  self->first = first;
  self->last = last;
  show_validity (self, TRUE);
}

/* Shows a day; no signal. */
void
ps_date_entry_set_date (PsDateEntry *self, PsDate date)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));

  self->date = CLAMP (date, self->first, self->last);
  show_date (self);
}

PsDate
ps_date_entry_get_date (PsDateEntry *self)
{
  g_return_val_if_fail (PS_IS_DATE_ENTRY (self), 0);
  return self->date;
}

gboolean
ps_date_entry_is_valid (PsDateEntry *self)
{
  PsDate date;

  g_return_val_if_fail (PS_IS_DATE_ENTRY (self), FALSE);
  return read_date (self, &date);
}

void
ps_date_entry_set_text (PsDateEntry *self, const char *text)
{
  g_return_if_fail (PS_IS_DATE_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  commit (self);
}
