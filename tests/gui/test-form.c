/* test-form.c: forms in pages and dialogs: what can be saved, what is refused, and what is asked before it is thrown away
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <glib/gi18n-lib.h>

#include "core/ps-checks.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-form.h"
#include "gui/ps-window.h"

typedef struct
{
  char *folder;
  char *path;
  PsWindow *window;
} Fixture;

static gboolean
has_page (gpointer window)
{
  return ps_window_get_page (window) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gui_make_folder ();
  fixture->path = gui_make_region (fixture->folder);
  fixture->window = PS_WINDOW (ps_window_new (NULL));
  ps_window_open_region (fixture->window, fixture->path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_until (has_page, fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  gui_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static const PsFormField fields[] = {
  { "agb_code", "_AGB code", PS_FORM_TEXT, TRUE, NULL, ps_check_agb },
  { "name", "_Name", PS_FORM_TEXT, TRUE, NULL, NULL },
  { "kvk", "_KvK number", PS_FORM_TEXT, FALSE, "Of the Chamber of Commerce", ps_check_kvk },
  { "kind", "K_ind", PS_FORM_CHOICE, TRUE, NULL, NULL },
  { "contracted", "_Contracted", PS_FORM_SWITCH, FALSE, NULL, NULL },
  { "since", "_Since", PS_FORM_DATE, FALSE, NULL, NULL },
  { "ceiling", "C_eiling", PS_FORM_MONEY, FALSE, NULL, NULL },
  { "notes", "N_otes", PS_FORM_LONG_TEXT, FALSE, NULL, NULL },
};

static PsForm *
make_form (void)
{
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  ps_form_add_choice (form, "kind", 0, "system");
  ps_form_add_choice (form, "kind", 1, "regular");
  return form;
}

static PsValueEntry *
entry_of (PsForm *form, const char *id)
{
  return PS_VALUE_ENTRY (ps_form_get_widget (form, id));
}

static void
count_cb (gpointer form, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_values (void)
{
  PsForm *form = g_object_ref_sink (make_form ());
  GtkTextBuffer *notes = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ps_form_get_widget (form, "notes")));
  guint changed = 0;

  g_assert_false (ps_form_is_valid (form));
  g_assert_false (ps_form_is_changed (form));
  ps_form_set_text (form, "agb_code", "94000001");
  ps_form_set_text (form, "name", "Zorggroep");
  ps_form_set_number (form, "kind", 1);
  ps_form_set_number (form, "contracted", 1);
  ps_form_set_date (form, "since", ps_date_from_ymd (2024, 1, 1));
  ps_form_set_number (form, "ceiling", 123456);
  ps_form_set_text (form, "notes", "Eerste regel\nTweede regel");
  g_assert_true (ps_form_is_valid (form));
  g_assert_false (ps_form_is_changed (form));
  g_assert_cmpint (ps_form_get_number (form, "kind"), ==, 1);
  g_assert_cmpint (ps_form_get_number (form, "contracted"), ==, 1);
  g_assert_cmpint (ps_form_get_number (form, "ceiling"), ==, 123456);
  g_assert_cmpint (ps_form_get_date (form, "since"), ==, ps_date_from_ymd (2024, 1, 1));
  g_assert_cmpstr (ps_form_get_text (form, "notes"), ==, "Eerste regel\nTweede regel");

  g_signal_connect (form, "changed", G_CALLBACK (count_cb), &changed);
  gtk_text_buffer_set_text (notes, "Anders", -1);
  g_assert_cmpuint (changed, >, 0);
  g_assert_true (ps_form_is_changed (form));
  gtk_text_buffer_set_text (notes, "Eerste regel\nTweede regel", -1);
  g_assert_false (ps_form_is_changed (form));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ps_form_get_widget (form, "kind")), 0);
  g_assert_true (ps_form_is_changed (form));
  g_assert_cmpint (ps_form_get_number (form, "kind"), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ps_form_get_widget (form, "kind")), 1);
  g_assert_false (ps_form_is_changed (form));
  ps_date_entry_set_text (PS_DATE_ENTRY (ps_form_get_widget (form, "since")), "");
  g_assert_true (ps_form_is_valid (form));
  g_assert_cmpint (ps_form_get_date (form, "since"), ==, PS_DATE_OPEN);
  ps_value_entry_type (entry_of (form, "agb_code"), "123");
  g_assert_false (ps_form_is_valid (form));
  ps_form_set_visible (form, "agb_code", FALSE);
  g_assert_true (ps_form_is_valid (form));
  ps_form_set_problem (form, "kind", "Not with this one");
  g_assert_false (ps_form_is_valid (form));
  ps_form_set_problem (form, "kind", NULL);
  g_assert_true (ps_form_is_valid (form));
  g_object_unref (form);
}

/* A choice that is set before its choices are there is shown when they come. */
static void
test_choices (void)
{
  PsForm *form = g_object_ref_sink (PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields))));
  GtkDropDown *kind = GTK_DROP_DOWN (ps_form_get_widget (form, "kind"));

  ps_form_set_number (form, "kind", 7);
  ps_form_add_choice (form, "kind", PS_NO_NUMBER, "none");
  ps_form_add_choice (form, "kind", 7, "seven");
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 1);
  g_assert_false (ps_form_is_changed (form));
  ps_form_clear_choices (form, "kind");
  g_assert_cmpint (ps_form_get_number (form, "kind"), ==, 7);
  ps_form_add_choice (form, "kind", 6, "six");
  ps_form_add_choice (form, "kind", 7, "seven");
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 1);
  g_object_unref (form);
}

/* The provider's row, as the dialog's caller has it. */
static PsRecord *
load_provider (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  PsRecord *record = ps_store_load_record (store, "provider", 1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static PsChange *
make_change (PsForm *form, gpointer user_data)
{
  PsRecord *before = user_data;
  g_autoptr (PsRecord) after = ps_record_copy (before);
  PsChange *change = ps_change_new ("edit", "provider:94000001");

  ps_form_store_record (form, after);
  ps_change_update (change, before, after);
  return change;
}

static guint n_saved;

static void
on_saved (PsForm *form, gint64 record, gpointer user_data)
{
  g_assert_cmpint (record, >, 0);
  n_saved++;
}

static const PsFormField provider_fields[] = {
  { "name", "_Name", PS_FORM_TEXT, TRUE, NULL, NULL },
};

static PsFormDialog *
open_labelled (Fixture *fixture, PsRecord *before, const char *label)
{
  PsForm *form = PS_FORM (ps_form_new (provider_fields, G_N_ELEMENTS (provider_fields)));
  PsFormDialog *dialog;

  ps_form_load_record (form, before);
  dialog = ps_form_dialog_new (ps_window_get_page (fixture->window), ps_window_get_session (fixture->window), "Change Provider",
                               label, form);
  ps_form_dialog_set_make (dialog, make_change, on_saved, before, (GDestroyNotify) ps_record_free);
  ps_form_dialog_set_done (dialog, "Provider changed");
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return dialog;
}

static PsFormDialog *
open_dialog (Fixture *fixture, PsRecord *before)
{
  return open_labelled (fixture, before, _("_Save"));
}

/* Saved: the page shows it, the window says so with a button that takes it back. */
static void
test_dialog_saves (Fixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = open_dialog (fixture, load_provider (fixture));
  PsForm *form = ps_form_dialog_get_form (dialog);
  GtkWidget *save = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  gpointer watched = dialog;

  n_saved = 0;
  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gui_assert_names (GTK_WIDGET (dialog));
  g_assert_false (gtk_widget_is_sensitive (save));
  ps_value_entry_type (entry_of (form, "name"), "");
  g_assert_false (gtk_widget_is_sensitive (save));
  ps_value_entry_type (entry_of (form, "name"), "Zorggroep Het Nieuwe Wissel");
  g_assert_true (gtk_widget_is_sensitive (save));
  ps_form_dialog_save (dialog);
  g_assert_false (gtk_widget_is_sensitive (save));
  gui_wait_gone (&watched);
  g_assert_cmpuint (n_saved, ==, 1);
  g_assert_cmpstr (ps_region_provider (ps_session_get_settled (ps_window_get_session (fixture->window))->region, 0)->name, ==,
                   "Zorggroep Het Nieuwe Wissel");
  gui_settle_down ();
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "Provider changed"));
}

static gboolean
shows_refusal (gpointer dialog)
{
  return gui_has_text (dialog, "Zorg van een ander");
}

/* Somebody else changed the same value in between: refused, with both values, and nothing that was typed is lost. */
static void
test_dialog_refused (Fixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = open_dialog (fixture, load_provider (fixture));
  PsForm *form = ps_form_dialog_get_form (dialog);

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
    g_autoptr (PsRecord) before = load_provider (fixture);
    g_autoptr (PsRecord) after = ps_record_copy (before);
    g_autoptr (PsChange) change = ps_change_new ("edit", "provider:94000001");

    ps_record_set_text (after, "name", "Zorg van een ander");
    ps_change_update (change, before, after);
    g_assert_true (ps_change_apply (store, change, "another", NULL, &error));
    g_assert_no_error (error);
  }
  ps_value_entry_type (entry_of (form, "name"), "Zorg van mij");
  ps_form_dialog_save (dialog);
  gui_wait_until (shows_refusal, dialog);
  g_assert_cmpstr (ps_form_get_text (form, "name"), ==, "Zorg van mij");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is typed over the list of a drop-down goes to its search. */
static void
test_choice_search (void)
{
  PsForm *form = g_object_ref_sink (make_form ());
  GtkWidget *popover = gui_find_type (ps_form_get_widget (form, "kind"), GTK_TYPE_POPOVER);
  GtkWidget *search = gui_find_type (popover, GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (gtk_search_entry_get_key_capture_widget (GTK_SEARCH_ENTRY (search)) == popover);
  g_object_unref (form);
}

/* Each field is read once: by its name, and not by its label as well. */
static void
test_names (void)
{
  PsForm *form = g_object_ref_sink (make_form ());

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkAccessible *widget = GTK_ACCESSIBLE (ps_form_get_widget (form, fields[i].id));

      g_assert_true (gtk_test_accessible_has_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_false (gtk_test_accessible_has_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  g_object_unref (form);
}

/* Tab and Shift+Tab go through all fields, and out of them. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  const PsFormField some[] = {
    { "name", "_Name", PS_FORM_TEXT, FALSE, NULL, NULL },
    { "since", "_Since", PS_FORM_DATE, FALSE, NULL, NULL },
    { "ceiling", "C_eiling", PS_FORM_MONEY, FALSE, NULL, NULL },
  };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *form = ps_form_new (some, G_N_ELEMENTS (some));
  const char *const expected[] = { "ceiling", "since", "since", "name" };

  gtk_window_set_child (GTK_WINDOW (window), form);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_grab_focus (ps_form_get_widget (PS_FORM (form), "ceiling"));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (gtk_widget_is_ancestor (focus, ps_form_get_widget (PS_FORM (form), expected[i])));
      g_assert_true (gtk_widget_child_focus (form, GTK_DIR_TAB_BACKWARD) == (i + 1 < G_N_ELEMENTS (expected)));
    }
  gtk_widget_grab_focus (ps_form_get_widget (PS_FORM (form), "name"));
  for (guint i = G_N_ELEMENTS (expected); i > 0; i--)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (gtk_widget_is_ancestor (focus, ps_form_get_widget (PS_FORM (form), expected[i - 1])));
      g_assert_true (gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD) == (i > 1));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  GtkWidget *dialog;
  int height;
} Grown;

static gboolean
has_grown (gpointer user_data)
{
  Grown *grown = user_data;

  return gtk_widget_get_height (grown->dialog) >= grown->height;
}

/* What appears later makes it higher, but never higher than the window below it. */
static void
test_dialog_grows (Fixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = open_dialog (fixture, load_provider (fixture));
  PsForm *form = ps_form_dialog_get_form (dialog);
  GtkWidget *later = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int below = gtk_widget_get_height (GTK_WIDGET (fixture->window));
  Grown grown = { GTK_WIDGET (dialog), gtk_widget_get_height (GTK_WIDGET (dialog)) + 150 };

  g_assert_cmpint (grown.height, <, below);
  gtk_widget_set_size_request (later, -1, 150);
  ps_form_append (form, later);
  gui_wait_until (has_grown, &grown);
  gtk_widget_set_size_request (later, -1, 5000);
  gui_settle_down ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  gui_settle_down ();
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (dialog)), <=, below);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_dialog_asks (Fixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = open_dialog (fixture, load_provider (fixture));
  PsForm *form = ps_form_dialog_get_form (dialog);
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  ps_value_entry_type (entry_of (form, "name"), "Iets anders");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_nonnull (gui_find_question ());
  gui_answer (NULL, "stay");
  g_assert_nonnull (watched);
  gtk_window_close (GTK_WINDOW (dialog));
  gui_answer (NULL, "discard");
  gui_wait_gone (&watched);
}

/* What a dialog does beyond saving is done by its own button alone: after Escape, Enter is "Stay". */
static void
test_dialog_action (Fixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = open_labelled (fixture, load_provider (fixture), "_Send");
  gpointer watched = dialog;
  AdwMessageDialog *question;

  n_saved = 0;
  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_value_entry_type (entry_of (ps_form_dialog_get_form (dialog), "name"), "Iets anders");
  gtk_window_close (GTK_WINDOW (dialog));
  question = gui_find_question ();
  g_assert_nonnull (question);
  g_assert_false (adw_message_dialog_has_response (question, "save"));
  g_assert_cmpstr (adw_message_dialog_get_default_response (question), ==, "stay");
  g_assert_cmpstr (adw_message_dialog_get_close_response (question), ==, "stay");
  gui_answer (NULL, "stay");
  g_assert_nonnull (watched);
  gtk_window_close (GTK_WINDOW (dialog));
  gui_answer (NULL, "discard");
  gui_wait_gone (&watched);
  g_assert_cmpuint (n_saved, ==, 0);
}

/* The window does not close under what was typed. */
static void
test_dialog_keeps_window (Fixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog = open_dialog (fixture, load_provider (fixture));
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  ps_value_entry_type (entry_of (ps_form_dialog_get_form (dialog), "name"), "Iets anders");
  gtk_window_close (GTK_WINDOW (dialog));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (watched);
  g_assert_nonnull (ps_window_get_session (fixture->window));
  gui_answer (NULL, "discard");
  gui_wait_gone (&watched);
  g_assert_null (gui_find_question ());
}

static void
confirmed (gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  ps_confirm (ps_window_get_page (fixture->window), "Delete tariff?", "It is not used.", "_Delete", TRUE, G_CALLBACK (confirmed),
              &n);
  gui_answer (NULL, "cancel");
  g_assert_cmpuint (n, ==, 0);
  ps_confirm (ps_window_get_page (fixture->window), "Delete tariff?", "It is not used.", "_Delete", TRUE, G_CALLBACK (confirmed),
              &n);
  gui_answer (NULL, "go-on");
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add_func ("/form/values", test_values);
  g_test_add_func ("/form/choices", test_choices);
  g_test_add_func ("/form/choice-search", test_choice_search);
  g_test_add_func ("/form/names", test_names);
  g_test_add ("/form/tab", Fixture, NULL, set_up, test_tab, tear_down);
  g_test_add ("/form/dialog-grows", Fixture, NULL, set_up, test_dialog_grows, tear_down);
  g_test_add ("/form/dialog-saves", Fixture, NULL, set_up, test_dialog_saves, tear_down);
  g_test_add ("/form/dialog-refused", Fixture, NULL, set_up, test_dialog_refused, tear_down);
  g_test_add ("/form/dialog-asks", Fixture, NULL, set_up, test_dialog_asks, tear_down);
  g_test_add ("/form/dialog-action", Fixture, NULL, set_up, test_dialog_action, tear_down);
  g_test_add ("/form/dialog-keeps-window", Fixture, NULL, set_up, test_dialog_keeps_window, tear_down);
  g_test_add ("/form/confirm", Fixture, NULL, set_up, test_confirm, tear_down);
  return g_test_run ();
}
