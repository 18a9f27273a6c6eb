/* desk-test.c: a window with a region, and the dialogs over it, as the tests of its pages drive them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "desk-test.h"

#include "gui/ps-date-entry.h"
#include "gui/ps-value-entry.h"

static gboolean
has_page (gpointer window)
{
  return ps_window_get_page (window) != NULL;
}

void
desk_set_up (DeskFixture *fixture, gconstpointer data)
{
  fixture->folder = gui_make_folder ();
  fixture->path = gui_make_region (fixture->folder);
  fixture->window = PS_WINDOW (ps_window_new (NULL));
  ps_window_open_region (fixture->window, fixture->path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_until (has_page, fixture->window);
  desk_show (fixture, "providers");
}

void
desk_tear_down (DeskFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  gui_remove_folder (fixture->folder);
  g_free (fixture->path);
}

PsSession *
desk_session (DeskFixture *fixture)
{
  return ps_window_get_session (fixture->window);
}

const PsRegion *
desk_region (DeskFixture *fixture)
{
  return ps_session_get_settled (desk_session (fixture))->region;
}

GtkWidget *
desk_page (DeskFixture *fixture)
{
  return ps_window_get_page (fixture->window);
}

void
desk_show (DeskFixture *fixture, const char *section)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", section);
  gui_settle_down ();
}

PsTable *
desk_table (DeskFixture *fixture, const char *name)
{
  GtkWidget *table = gui_find_table (desk_page (fixture), name);

  g_assert_nonnull (table);
  return PS_TABLE (table);
}

PsTableRow *
desk_row (PsTable *table, const char *text)
{
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    for (guint column = 0; column < 2; column++)
      if (g_strcmp0 (ps_table_row_get_text (ps_table_get_shown (table, i), column), text) == 0)
        return ps_table_get_shown (table, i);
  return NULL;
}

typedef struct
{
  gpointer where;
  const char *text;
  GType type;
  gboolean there;
} Wait;

static gboolean
row_is (gpointer user_data)
{
  const Wait *wait = user_data;

  return (desk_row (wait->where, wait->text) != NULL) == wait->there;
}

void
desk_wait_row (PsTable *table, const char *text, gboolean there)
{
  Wait wait = { table, text, 0, there };

  gui_wait_until (row_is, &wait);
}

void
desk_open_row (PsTable *table, const char *text)
{
  desk_wait_row (table, text, TRUE);
  g_signal_emit_by_name (table, "row-activated", desk_row (table, text));
  gui_settle_down ();
}

static gboolean
page_is (gpointer user_data)
{
  const Wait *wait = user_data;

  return g_type_is_a (G_OBJECT_TYPE (desk_page (wait->where)), wait->type);
}

void
desk_wait_page (DeskFixture *fixture, GType type)
{
  Wait wait = { fixture, NULL, type, TRUE };

  gui_wait_until (page_is, &wait);
}

static gboolean
page_says (gpointer user_data)
{
  const Wait *wait = user_data;

  return gui_has_text (desk_page (wait->where), wait->text);
}

void
desk_wait_text (DeskFixture *fixture, const char *text)
{
  Wait wait = { fixture, text, 0, TRUE };

  g_test_message ("waiting for: %s", text);
  gui_wait_until (page_says, &wait);
}

static gboolean
page_says_not (gpointer user_data)
{
  return !page_says (user_data);
}

void
desk_wait_no_text (DeskFixture *fixture, const char *text)
{
  Wait wait = { fixture, text, 0, FALSE };

  g_test_message ("waiting until it no longer says: %s", text);
  gui_wait_until (page_says_not, &wait);
}

/* GTK tells whether an action is on only to what has it: a button, for a moment. */
gboolean
desk_is_on (DeskFixture *fixture, const char *action)
{
  GtkWidget *box = gui_find_type (desk_page (fixture), GTK_TYPE_BOX);
  GtkWidget *button = gtk_button_new_with_label (action);
  gboolean on;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  on = gtk_widget_is_sensitive (button);
  gtk_box_remove (GTK_BOX (box), button);
  return on;
}

static gboolean
action_is_on (gpointer user_data)
{
  const Wait *wait = user_data;

  return desk_is_on (wait->where, wait->text);
}

void
desk_do (DeskFixture *fixture, const char *action)
{
  Wait wait = { fixture, action, 0, TRUE };

  gui_wait_until (action_is_on, &wait);
  gtk_widget_activate_action (desk_page (fixture), action, NULL);
}

/* Dialogs */

static PsFormDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_FORM_DIALOG (list->data))
      return list->data;
  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog () != NULL;
}

PsFormDialog *
desk_wait_dialog (void)
{
  gui_wait_until (has_dialog, NULL);
  gui_settle_down ();
  gui_assert_names (GTK_WIDGET (find_dialog ()));
  return find_dialog ();
}

gboolean
desk_has_dialog (void)
{
  return find_dialog () != NULL;
}

typedef struct
{
  DeskFixture *fixture;
  const char *action;
  GVariant *parameter;
} Opening;

/* An action is off until the page knows enough. */
static gboolean
opens_dialog (gpointer user_data)
{
  Opening *opening = user_data;

  if (find_dialog () == NULL && (opening->parameter != NULL || desk_is_on (opening->fixture, opening->action)))
    gtk_widget_activate_action_variant (desk_page (opening->fixture), opening->action, opening->parameter);
  return find_dialog () != NULL;
}

PsFormDialog *
desk_open (DeskFixture *fixture, const char *action, const char *format, ...)
{
  Opening opening = { fixture, action, NULL };
  va_list arguments;

  g_test_message ("%s", action);
  if (format != NULL)
    {
      va_start (arguments, format);
      opening.parameter = g_variant_ref_sink (g_variant_new_va (format, NULL, &arguments));
      va_end (arguments);
    }
  gui_wait_until (opens_dialog, &opening);
  g_clear_pointer (&opening.parameter, g_variant_unref);
  return desk_wait_dialog ();
}

void
desk_type (PsFormDialog *dialog, const char *field, const char *text)
{
  GtkWidget *widget = ps_form_get_widget (ps_form_dialog_get_form (dialog), field);

  if (PS_IS_DATE_ENTRY (widget))
    ps_date_entry_set_text (PS_DATE_ENTRY (widget), text);
  else if (PS_IS_VALUE_ENTRY (widget))
    ps_value_entry_type (PS_VALUE_ENTRY (widget), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

void
desk_choose (PsFormDialog *dialog, const char *field, gint64 value)
{
  PsForm *form = ps_form_dialog_get_form (dialog);
  GtkDropDown *widget = GTK_DROP_DOWN (ps_form_get_widget (form, field));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (widget));

  for (guint i = 0; i < n; i++)
    {
      gtk_drop_down_set_selected (widget, i);
      if (ps_form_get_number (form, field) == value)
        return;
    }
  g_assert_not_reached ();
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return find_dialog () == NULL;
}

void
desk_save (PsFormDialog *dialog)
{
  g_assert_true (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  ps_form_dialog_save (dialog);
  gui_wait_until (has_no_dialog, NULL);
  gui_settle_down ();
}

static gboolean
dialog_says (gpointer user_data)
{
  const Wait *wait = user_data;

  return gui_has_text (wait->where, wait->text);
}

void
desk_wait_dialog_text (PsFormDialog *dialog, const char *text)
{
  Wait wait = { dialog, text, 0, TRUE };

  g_test_message ("waiting for: %s", text);
  gui_wait_until (dialog_says, &wait);
}

void
desk_save_refused (PsFormDialog *dialog, const char *text)
{
  Wait wait = { dialog, text, 0, TRUE };

  ps_form_dialog_save (dialog);
  gui_wait_until (dialog_says, &wait);
  g_assert_true (find_dialog () == dialog);
}

void
desk_close (PsFormDialog *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  gui_settle_down ();
}

static gboolean
is_written (gpointer session)
{
  return !ps_session_is_writing (session) && !ps_session_is_busy (session);
}

void
desk_wait_written (DeskFixture *fixture)
{
  gui_wait_until (is_written, desk_session (fixture));
  gui_settle_down ();
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ps_session_write_finish (PS_SESSION (source), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

void
desk_undo (DeskFixture *fixture)
{
  gboolean done = FALSE;

  ps_session_undo_async (desk_session (fixture), FALSE, on_undone_cb, &done);
  gui_wait_until (is_true, &done);
  gui_settle_down ();
}
