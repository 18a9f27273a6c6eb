/* test-report-dialog.c: choosing a month's overview, and what comes of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/ps-report.h"
#include "gui/report/ps-report-dialog-private.h"

static int
last_month (DeskFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  int month;

  g_assert_no_error (error);
  g_assert_true (ps_report_last_month (store, 2024, &month, &error));
  g_assert_cmpint (month, >, 0);
  return month;
}

static const PsProvider *
first_provider (DeskFixture *fixture)
{
  return ps_region_provider (ps_session_get_settled (desk_session (fixture))->region, 0);
}

/* ---- the dialog */

static gboolean
has_none (gpointer user_data)
{
  return gui_find_question () == NULL;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_until (has_none, NULL);
}

/* From the window's menu: of the region, the last complete month. Closing it writes nothing. */
static void
test_region (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  PsForm *form;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.report", NULL);
  dialog = GTK_WIDGET (gui_wait_question ());
  form = _ps_report_dialog_form (dialog);
  g_assert_true (gui_has_text (dialog, "Month Overview 2024"));
  g_assert_cmpint (ps_form_get_number (form, "month"), ==, last_month (fixture));
  g_assert_cmpint (ps_form_get_number (form, "files"), ==, PS_STATEMENTS_PDF);
  g_assert_cmpint (ps_form_get_number (form, "whom"), ==, 0);
  g_assert_false (gtk_widget_is_visible (ps_form_get_widget (form, "whom")));
  g_assert_true (ps_form_is_valid (form));
  gui_assert_names (dialog);
  close_dialog (dialog);
}

/* From a provider's page: of that one, or of all. */
static void
test_provider (DeskFixture *fixture, gconstpointer data)
{
  const PsProvider *provider = first_provider (fixture);
  GtkWidget *dialog;
  PsForm *form;

  ps_report_dialog_open (desk_page (fixture), desk_session (fixture), provider->agb);
  dialog = GTK_WIDGET (gui_wait_question ());
  form = _ps_report_dialog_form (dialog);
  g_assert_true (gtk_widget_is_visible (ps_form_get_widget (form, "whom")));
  g_assert_cmpint (ps_form_get_number (form, "whom"), ==, 1);
  g_assert_true (gui_has_text (dialog, provider->name));
  gui_assert_names (dialog);
  close_dialog (dialog);
}

/* A year of which nothing is declared has no month to choose. */
static void
test_no_month (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "empty.peilstok", NULL);
  g_autoptr (PsStore) store = ps_store_create (path, "Empty", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_clear_pointer (&store, ps_store_close);
  ps_window_open_region (fixture->window, path);
  gui_wait_text (GTK_WIDGET (fixture->window), "Empty");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.report", NULL);
  text = g_strdup_printf ("No month of %d is complete yet: there is no overview to make.",
                          ps_session_get_year (desk_session (fixture)));
  gui_wait_text (GTK_WIDGET (fixture->window), text);
  g_assert_null (gui_find_question ());
}

/* ---- what it writes */

static void
assert_begins (DeskFixture *fixture, const char *name, const char *begin)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL), *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, strlen (begin));
  g_assert_cmpmem (text, strlen (begin), begin, strlen (begin));
}

static void
save_one (DeskFixture *fixture, const char *name, const char *agb, PsStatementFiles files)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("%s was saved in %s.", name, fixture->folder);

  _ps_report_save_to (desk_page (fixture), desk_session (fixture), 2024, last_month (fixture), agb, files, file);
  gui_wait_text (GTK_WIDGET (fixture->window), text);
}

static void
test_one (DeskFixture *fixture, gconstpointer data)
{
  save_one (fixture, "all.pdf", NULL, PS_STATEMENTS_PDF);
  save_one (fixture, "one.xlsx", first_provider (fixture)->agb, PS_STATEMENTS_XLSX);
  assert_begins (fixture, "all.pdf", "%PDF-");
  assert_begins (fixture, "one.xlsx", "PK");
}

static void
save_both (DeskFixture *fixture, const char *name)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *text = g_strdup_printf ("%s and its spreadsheet were saved in %s.", name, fixture->folder);

  _ps_report_save_to (desk_page (fixture), desk_session (fixture), 2024, last_month (fixture), NULL,
                      PS_STATEMENTS_PDF | PS_STATEMENTS_XLSX, folder);
  gui_wait_text (GTK_WIDGET (fixture->window), text);
}

/* In a folder nothing is replaced: a second pair stands beside the first. */
static void
test_both (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *base = ps_report_file_name (2024, last_month (fixture), NULL);
  g_autofree char *first = g_strconcat (base, ".pdf", NULL), *sheet = g_strconcat (base, ".xlsx", NULL);
  g_autofree char *second = g_strconcat (base, " (2).pdf", NULL);

  save_both (fixture, first);
  assert_begins (fixture, first, "%PDF-");
  assert_begins (fixture, sheet, "PK");
  save_both (fixture, second);
  assert_begins (fixture, second, "%PDF-");
}

/* ---- opening it: by a program of the desktop's that writes down what it was asked to open */

typedef struct
{
  char *data; /* XDG_DATA_HOME */
  char *applications;
  char *opened; /* the file that the program writes */
} Opener;

static Opener opener;

/* Before the desktop's programs are looked for the first time. */
static void
opener_install (void)
{
  g_autofree char *script = NULL, *entry = NULL, *list = NULL;
  g_autofree char *program = NULL;

  opener.data = gui_make_folder ();
  opener.applications = g_build_filename (opener.data, "applications", NULL);
  opener.opened = g_build_filename (opener.data, "opened", NULL);
  g_assert_cmpint (g_mkdir (opener.applications, 0700), ==, 0);
  script = gui_write_file (opener.data, "opener.sh", "printf %s \"$1\" >\"$0.part\" && mv \"$0.part\" \"${0%/*}/opened\"\n");
  program = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Opener\nExec=sh %s %%u\n"
                             "MimeType=application/pdf;application/octet-stream;inode/directory;\n",
                             script);
  entry = gui_write_file (opener.applications, "opener.desktop", program);
  list = gui_write_file (opener.applications, "mimeapps.list",
                         "[Default Applications]\napplication/pdf=opener.desktop\napplication/octet-stream=opener.desktop\n"
                         "inode/directory=opener.desktop\n");
  g_setenv ("XDG_DATA_HOME", opener.data, TRUE);
  g_setenv ("XDG_CONFIG_HOME", opener.data, TRUE);
}

static void
opener_remove (void)
{
  gui_remove_folder (g_steal_pointer (&opener.applications));
  gui_remove_folder (g_steal_pointer (&opener.data));
  g_clear_pointer (&opener.opened, g_free);
}

static gboolean
has_opened (gpointer user_data)
{
  return g_file_test (opener.opened, G_FILE_TEST_EXISTS);
}

static GtkWidget *
toast_button (DeskFixture *fixture)
{
  GtkWidget *toast = gui_find_type (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));
  GtkWidget *button = toast != NULL ? gui_find_type (toast, GTK_TYPE_BUTTON) : NULL;

  return button != NULL && gtk_widget_get_visible (button) && gui_has_text (button, "Open") ? button : NULL;
}

static gboolean
has_button (gpointer fixture)
{
  return toast_button (fixture) != NULL;
}

/* By keyboard: the button takes the focus, and Enter is its activation. */
static void
open_with_toast (DeskFixture *fixture, const char *path)
{
  g_autoptr (GFile) wanted = g_file_new_for_path (path), found = NULL;
  g_autofree char *uri = NULL;
  GtkWidget *button;

  gui_wait_until (has_button, fixture);
  button = toast_button (fixture);
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (button));
  gui_wait_until (has_opened, NULL);
  g_assert_true (g_file_get_contents (opener.opened, &uri, NULL, NULL));
  g_assert_cmpint (g_unlink (opener.opened), ==, 0);
  /* Desktops hand over a path or an address. */
  found = g_file_new_for_commandline_arg (uri);
  g_assert_cmpstr (g_file_peek_path (found), ==, g_file_peek_path (wanted));
}

static void
test_open (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);

  save_one (fixture, "all.pdf", NULL, PS_STATEMENTS_PDF);
  open_with_toast (fixture, path);
}

/* Of two the folder that they are in. */
static void
test_open_folder (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *base = ps_report_file_name (2024, last_month (fixture), NULL), *name = g_strconcat (base, ".pdf", NULL);

  save_both (fixture, name);
  open_with_toast (fixture, fixture->folder);
}

/* What is gone by then is said. */
static void
test_open_gone (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);

  save_one (fixture, "all.pdf", NULL, PS_STATEMENTS_PDF);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_signal_emit_by_name (toast_button (fixture), "clicked");
  gui_wait_text (GTK_WIDGET (fixture->window), "It could not be opened: ");
}

/* Said in words, and nothing is written. */
static void
test_refused (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  _ps_report_save_to (desk_page (fixture), desk_session (fixture), 2030, 1, NULL, PS_STATEMENTS_PDF, file);
  gui_wait_text (GTK_WIDGET (fixture->window), "There is no overview of January 2030 yet");
  g_assert_null (toast_button (fixture));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  int failed;

  opener_install ();
  gui_test_init (&argc, &argv);
  g_test_add ("/report-dialog/region", DeskFixture, NULL, desk_set_up, test_region, desk_tear_down);
  g_test_add ("/report-dialog/provider", DeskFixture, NULL, desk_set_up, test_provider, desk_tear_down);
  g_test_add ("/report-dialog/no-month", DeskFixture, NULL, desk_set_up, test_no_month, desk_tear_down);
  g_test_add ("/report-dialog/one", DeskFixture, NULL, desk_set_up, test_one, desk_tear_down);
  g_test_add ("/report-dialog/both", DeskFixture, NULL, desk_set_up, test_both, desk_tear_down);
  g_test_add ("/report-dialog/open", DeskFixture, NULL, desk_set_up, test_open, desk_tear_down);
  g_test_add ("/report-dialog/open-folder", DeskFixture, NULL, desk_set_up, test_open_folder, desk_tear_down);
  g_test_add ("/report-dialog/open-gone", DeskFixture, NULL, desk_set_up, test_open_gone, desk_tear_down);
  g_test_add ("/report-dialog/refused", DeskFixture, NULL, desk_set_up, test_refused, desk_tear_down);
  failed = g_test_run ();
  opener_remove ();
  return failed;
}
