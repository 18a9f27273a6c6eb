/* test-report-dialog.c: choosing a month's overview, and what comes of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/ps-report.h"
#include "gui/report/ps-report-dialog-private.h"

static PsSession *
session_of (DeskFixture *fixture)
{
  return ps_window_get_session (fixture->window);
}

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
  return ps_region_provider (ps_session_get_settled (session_of (fixture))->region, 0);
}

typedef struct
{
  GtkWidget *where;
  const char *text;
} Said;

static gboolean
is_said (gpointer user_data)
{
  const Said *said = user_data;

  return gui_has_text (said->where, said->text);
}

static void
wait_said (DeskFixture *fixture, const char *text)
{
  Said said = { GTK_WIDGET (fixture->window), text };

  g_test_message ("waiting for: %s", text);
  gui_wait_until (is_said, &said);
}

/* ---- the dialog */

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (ADW_IS_MESSAGE_DIALOG (list->data) && gtk_widget_get_visible (list->data))
      return list->data;
  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog () != NULL;
}

static gboolean
has_none (gpointer user_data)
{
  return find_dialog () == NULL;
}

static GtkWidget *
wait_dialog (void)
{
  gui_wait_until (has_dialog, NULL);
  gui_settle_down ();
  return find_dialog ();
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
  dialog = wait_dialog ();
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

  ps_report_dialog_open (desk_page (fixture), session_of (fixture), provider->agb);
  dialog = wait_dialog ();
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
  wait_said (fixture, "Empty");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.report", NULL);
  text = g_strdup_printf ("No month of %d is complete yet: there is no overview to make.",
                          ps_session_get_year (session_of (fixture)));
  wait_said (fixture, text);
  g_assert_null (find_dialog ());
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

  _ps_report_save_to (desk_page (fixture), session_of (fixture), 2024, last_month (fixture), agb, files, file);
  wait_said (fixture, text);
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

  _ps_report_save_to (desk_page (fixture), session_of (fixture), 2024, last_month (fixture), NULL,
                      PS_STATEMENTS_PDF | PS_STATEMENTS_XLSX, folder);
  wait_said (fixture, text);
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

/* Said in words, and nothing is written. */
static void
test_refused (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  _ps_report_save_to (desk_page (fixture), session_of (fixture), 2030, 1, NULL, PS_STATEMENTS_PDF, file);
  wait_said (fixture, "There is no overview of January 2030 yet");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  g_test_add ("/report-dialog/region", DeskFixture, NULL, desk_set_up, test_region, desk_tear_down);
  g_test_add ("/report-dialog/provider", DeskFixture, NULL, desk_set_up, test_provider, desk_tear_down);
  g_test_add ("/report-dialog/no-month", DeskFixture, NULL, desk_set_up, test_no_month, desk_tear_down);
  g_test_add ("/report-dialog/one", DeskFixture, NULL, desk_set_up, test_one, desk_tear_down);
  g_test_add ("/report-dialog/both", DeskFixture, NULL, desk_set_up, test_both, desk_tear_down);
  g_test_add ("/report-dialog/refused", DeskFixture, NULL, desk_set_up, test_refused, desk_tear_down);
  return g_test_run ();
}
