/* ps-holidays-dialog.c: the public holidays of a year
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A region that keeps none of its own has those of the Algemene termijnenwet (domain.md §7): they are what the list begins with.
 */
#define G_LOG_DOMAIN "peilstok-holidays-dialog"

#include "ps-holidays-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-unsaved.h"
#include "store/ps-letters.h"

/* Reading */

typedef struct
{
  int year;
  gboolean own; /* the region's; else those of the law */
  GArray *days; /* PsHoliday */
} Holidays;

static void
holidays_free (gpointer data)
{
  Holidays *holidays = data;

  g_clear_pointer (&holidays->days, g_array_unref);
  g_free (holidays);
}

static gpointer
read_holidays (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Holidays *holidays = g_new0 (Holidays, 1);

  holidays->year = GPOINTER_TO_INT (data);
  holidays->days = ps_holidays_load (store, holidays->year, &holidays->own, error);
  if (holidays->days != NULL)
    return holidays;
  holidays_free (holidays);
  return NULL;
}

/* The list */

typedef struct
{
  gint64 id; /* 0: new, or of the law */
  PsDateEntry *day;
  PsValueEntry *name;
  GtkWidget *box;
} Row;

typedef struct
{
  Holidays *holidays;
  PsForm *form;    /* weak */
  GPtrArray *rows; /* Row */
  GtkBox *list;    /* in the form */
  GtkWidget *law;  /* the button */
  gboolean of_law; /* the list is that of the law, and nothing was changed in it */
  gboolean filling;
  gboolean changed;
  gboolean asking; /* what becomes of it */
} Editing;

static void
editing_free (gpointer data)
{
  Editing *editing = data;

  g_clear_weak_pointer (&editing->form);
  g_ptr_array_unref (editing->rows);
  holidays_free (editing->holidays);
  g_free (editing);
}

static char *
find_problem (Editing *editing)
{
  for (guint i = 0; i < editing->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (editing->rows, i);

      if (!ps_date_entry_is_valid (row->day) || *ps_value_entry_get_text (row->name) == '\0'
          || !ps_value_entry_is_valid (row->name))
        return g_strdup (_("Each holiday needs a day in this year and a name."));
      for (guint other = 0; other < i; other++)
        if (ps_date_entry_get_date (((Row *) g_ptr_array_index (editing->rows, other))->day) == ps_date_entry_get_date (row->day))
          return g_strdup (_("A day is in the list twice."));
    }
  return NULL;
}

static void
check (Editing *editing)
{
  g_autofree char *problem = NULL;

  if (editing->filling || editing->form == NULL)
    return;
  problem = find_problem (editing);
  gtk_widget_set_sensitive (editing->law, !editing->of_law);
  ps_form_set_pending (editing->form, problem);
}

static void
on_changed_cb (Editing *editing)
{
  if (!editing->filling)
    {
      editing->of_law = FALSE;
      editing->changed = TRUE;
    }
  check (editing);
}

static void
on_remove_cb (GtkButton *button, Editing *editing)
{
  for (guint i = 0; i < editing->rows->len; i++)
    {
      Row *row = g_ptr_array_index (editing->rows, i);

      if (gtk_widget_is_ancestor (GTK_WIDGET (button), row->box))
        {
          gtk_widget_child_focus (GTK_WIDGET (editing->list), GTK_DIR_TAB_FORWARD);
          gtk_box_remove (editing->list, row->box);
          g_ptr_array_remove_index (editing->rows, i);
          break;
        }
    }
  on_changed_cb (editing);
}

static Row *
add_row (Editing *editing, const PsHoliday *holiday)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  int year = editing->holidays->year;

  row->id = holiday != NULL ? holiday->id : 0;
  row->day = PS_DATE_ENTRY (ps_date_entry_new_for_form (_("Day")));
  ps_date_entry_set_range (row->day, ps_date_year_start (year), ps_date_year_end (year));
  row->name = PS_VALUE_ENTRY (ps_value_entry_new (PS_ENTRY_TEXT, _("Name"), FALSE));
  ps_value_entry_set_required (row->name, TRUE);
  ps_value_entry_set_check (row->name, ps_check_text);
  if (holiday != NULL)
    {
      ps_date_entry_set_date (row->day, holiday->day);
      ps_value_entry_set_text (row->name, holiday->name);
    }
  gtk_widget_set_hexpand (GTK_WIDGET (row->name), TRUE);
  gtk_widget_set_tooltip_text (remove, _("Remove this holiday"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this holiday"), -1);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->day));
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->name));
  gtk_box_append (GTK_BOX (row->box), remove);
  gtk_box_append (editing->list, row->box);
  g_ptr_array_add (editing->rows, row);
  g_signal_connect_swapped (row->day, "value-changed", G_CALLBACK (on_changed_cb), editing);
  g_signal_connect_swapped (row->name, "value-changed", G_CALLBACK (on_changed_cb), editing);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_cb), editing);
  return row;
}

static void
fill_list (Editing *editing, const GArray *days)
{
  GtkWidget *child;

  editing->filling = TRUE;
  g_ptr_array_set_size (editing->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (editing->list))) != NULL)
    gtk_box_remove (editing->list, child);
  for (guint i = 0; i < days->len; i++)
    add_row (editing, &g_array_index (days, PsHoliday, i));
  editing->filling = FALSE;
}

static void
on_add_cb (Editing *editing)
{
  Row *row;

  row = add_row (editing, NULL);
  on_changed_cb (editing);
  gtk_widget_child_focus (GTK_WIDGET (row->day), GTK_DIR_TAB_FORWARD);
}

static void
on_law_cb (Editing *editing)
{
  g_autoptr (GArray) days = ps_holidays_of_year (editing->holidays->year);

  fill_list (editing, days);
  editing->of_law = TRUE;
  editing->changed = TRUE;
  check (editing);
}

static GtkWidget *
make_buttons (Editing *editing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add Holiday"));

  editing->law = gtk_button_new_with_mnemonic (_("_Back to Those of the Law"));
  gtk_widget_set_tooltip_text (editing->law, _("The public holidays that the Algemene termijnenwet names"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_cb), editing);
  g_signal_connect_swapped (editing->law, "clicked", G_CALLBACK (on_law_cb), editing);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), editing->law);
  return box;
}

static PsForm *
make_form (Editing *editing)
{
  const PsFormField none[1] = { { NULL } };
  PsForm *form = PS_FORM (ps_form_new (none, 0));
  GtkWidget *text = g_object_new (
      GTK_TYPE_LABEL, "label",
      _("Days on which nobody is expected to answer: they do not count as working days, as Saturdays and Sundays."), "xalign",
      0.0, "wrap", TRUE, "width-chars", 50, "margin-bottom", 12, NULL);

  g_set_weak_pointer (&editing->form, form);
  editing->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  ps_form_append (form, text);
  ps_form_append (form, GTK_WIDGET (editing->list));
  ps_form_append (form, make_buttons (editing));
  fill_list (editing, editing->holidays->days);
  editing->of_law = !editing->holidays->own;
  check (editing);
  return form;
}

/* Writing */

typedef struct
{
  int year;
  GArray *before;
  GArray *after;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_array_unref (saving->before);
  g_array_unref (saving->after);
  g_free (saving);
}

static void
clear_holiday (gpointer data)
{
  g_free (((PsHoliday *) data)->name);
}

static GArray *
take_rows (const Editing *editing)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (PsHoliday));

  g_array_set_clear_func (days, clear_holiday);
  for (guint i = 0; !editing->of_law && i < editing->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (editing->rows, i);
      PsHoliday holiday = { row->id, ps_date_entry_get_date (row->day), g_strdup (ps_value_entry_get_text (row->name)) };

      g_array_append_val (days, holiday);
    }
  return days;
}

/* Those of the law are kept nowhere: none of one's own. */
static gpointer
take_form (PsForm *form, gpointer user_data)
{
  const Editing *editing = user_data;
  Saving *saving = g_new0 (Saving, 1);

  saving->year = editing->holidays->year;
  saving->before = g_array_ref (editing->holidays->days);
  saving->after = take_rows (editing);
  return saving;
}

static gboolean
write_holidays (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Saving *saving = data;

  return ps_holidays_save (store, actor, saving->year, saving->before, saving->after, record, error);
}

/* Closing: the list is no field of the form, which knows only of its own */

static void
on_asked (PsUnsavedAnswer answer, gpointer user_data)
{
  g_autoptr (PsFormDialog) dialog = user_data;
  Editing *editing = g_object_get_data (G_OBJECT (dialog), "peilstok-editing");

  /* Closed by something else meanwhile. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    return;
  editing->asking = FALSE;
  if (answer == PS_UNSAVED_DISCARD)
    gtk_window_destroy (GTK_WINDOW (dialog));
  else if (answer == PS_UNSAVED_SAVE)
    ps_form_dialog_save (dialog);
}

static gboolean
on_close_cb (GtkWindow *dialog, Editing *editing)
{
  if (!editing->changed || editing->asking)
    return editing->asking;
  editing->asking = TRUE;
  ps_unsaved_ask (dialog, gtk_window_get_title (dialog), ps_form_is_valid (editing->form), on_asked, g_object_ref (dialog));
  return GDK_EVENT_STOP;
}

/* Presenting */

static void
on_holidays_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  Holidays *holidays = ps_session_run_finish (PS_SESSION (source), result, &error);
  g_autofree char *title = NULL;
  Editing *editing;
  PsFormDialog *dialog;

  if (gtk_widget_get_root (parent) == NULL)
    {
      g_clear_pointer (&holidays, holidays_free);
      return;
    }
  if (holidays == NULL)
    {
      ps_tell_refused (parent, PS_SESSION (source), error);
      return;
    }
  editing = g_new0 (Editing, 1);
  editing->holidays = holidays;
  editing->rows = g_ptr_array_new_with_free_func (g_free);
  /* Translators: a year */
  title = g_strdup_printf (_("Public Holidays %d"), holidays->year);
  dialog = ps_form_dialog_new (parent, PS_SESSION (source), title, _("_Save"), make_form (editing));
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_form_dialog_set_done (dialog, _("Public holidays saved"));
  ps_form_dialog_set_write (dialog, take_form, write_holidays, saving_free, NULL, editing, editing_free);
  g_object_set_data (G_OBJECT (dialog), "peilstok-editing", editing);
  g_signal_connect (dialog, "close-request", G_CALLBACK (on_close_cb), editing);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ps_holidays_dialog_present (GtkWidget *parent, PsSession *session, int year)
{
  g_return_if_fail (PS_IS_SESSION (session));

  if (ps_session_is_read_only (session))
    {
      ps_navigator_tell (parent, _("The region is read-only"));
      return;
    }
  ps_session_run_async (session, read_holidays, GINT_TO_POINTER (year), NULL, holidays_free, on_holidays_cb,
                        g_object_ref (parent));
}
