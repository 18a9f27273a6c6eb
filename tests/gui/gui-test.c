/* gui-test.c: what the tests of the window share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "gui-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "exchange/ps-import.h"
#include "gui/ps-table.h"

#define LONGEST_WAIT (10 * G_TIME_SPAN_SECOND)

static const struct
{
  const char *name;
  const char *text;
} region_files[] = {
  { "gemeenten.csv", "code;naam\n0983;Venlo\n0984;Venray\n" },
  { "aanbieders.csv", "agb;naam;kvk;soort;gecontracteerd;plaats\n"
                      "94000001;Zorggroep De Wissel;41000001;regulier;ja;Venlo\n"
                      "94000002;Praktijk Het Anker;41000002;micro;ja;Venray\n"
                      "94000003;Ver Weg Zorg;41000003;regulier;nee;Elders\n"
                      "94000004;Stille Zorg;41000004;systeem;ja;Venlo\n" },
  { "producten.csv", "code;naam;segment;productgroep;bekostiging;eenheid;normduur_maanden\n"
                     "45L11;Begeleiding;4;AMB1;pxq;uur;6\n54L02;Behandeling;5;GGZ;pxq;uur;\n" },
  { "tarieven.csv", "product;agb;geldig_van;geldig_tot;tarief\n45L11;;01-01-2023;;80,00\n54L02;;01-01-2023;;100,00\n" },
  { "regelingen.csv", "regeling;soort;vanaf;betaald_pct\nDonut;budget;0;100\nDonut;budget;100;0\nDonut;budget;103;70\n" },
  { "prestatieafspraken.csv", "agb;jaar;productgroep;gemeente;plafond;uitruil;regeling;verdeelsleutel\n"
                              "94000001;2024;AMB1;0983;8.000,00;aanbieder;Donut;realisatie\n"
                              "94000001;2024;GGZ;0984;2.000,00;aanbieder;Donut;realisatie\n"
                              "94000002;2024;AMB1;0984;10.000,00;regel;;realisatie\n" },
  { "toewijzingen.csv", "toewijzingnummer;client;agb;gemeente;product;ingangsdatum;einddatum\n"
                        "1;C1;94000001;0983;45L11;01-01-2024;31-12-2024\n2;C2;94000001;0984;54L02;01-01-2024;31-12-2024\n"
                        "3;C3;94000002;0984;45L11;01-01-2024;31-12-2024\n4;C4;94000003;0983;54L02;01-01-2024;31-12-2024\n" },
  { "zorgperioden.csv", "gemeente;toewijzingnummer;startdatum;stopdatum;reden_beeindiging\n"
                        "0983;1;01-01-2024;;\n0984;2;01-01-2024;;\n0984;3;01-01-2024;;\n0983;4;01-01-2024;;\n" },
  { "declaraties.csv",
    "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag;status\n"
    "D1;0983;1;45L11;01-03-2024;31-03-2024;110;uur;80,00;8.800,00;toegekend\n"
    "D2;0984;2;54L02;01-04-2024;30-04-2024;25;uur;100,00;2.500,00;toegekend\n"
    "D3;0984;2;54L02;01-12-2024;31-12-2024;10;uur;120,00;1.200,00;toegekend\n"
    "D4;0984;3;45L11;01-12-2024;31-12-2024;100;uur;80,00;8.000,00;ingediend\n"
    "D5;0983;4;54L02;01-06-2024;30-06-2024;5;uur;100,00;500,00;toegekend\n" },
  { "voorschotten.csv", "agb;product;gemeente;maand;bedrag\n94000002;45L11;0984;01-2024;9.000,00\n" },
};

void
gui_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

void
gui_wait_until (GuiCondition condition, gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT;

  while (!condition (user_data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Said;

static gboolean
is_said (gpointer user_data)
{
  const Said *said = user_data;

  return gui_has_text (said->root, said->text);
}

void
gui_wait_text (GtkWidget *root, const char *text)
{
  Said said = { root, text };

  g_test_message ("waiting for: %s", text);
  gui_wait_until (is_said, &said);
}

static gboolean
is_gone (gpointer watched)
{
  return *(gpointer *) watched == NULL;
}

void
gui_wait_gone (gpointer *watched)
{
  gui_wait_until (is_gone, watched);
}

void
gui_settle_down (void)
{
  for (int i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

char *
gui_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("peilstok-gui-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
gui_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

char *
gui_write_file (const char *folder, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
import_files (PsStore *store, const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  PsImportOptions options = { .paths = paths, .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = "test" };
  g_autoptr (PsImportReport) report = ps_import (store, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    {
      g_autofree char *text = ps_import_problem_text (report, g_ptr_array_index (report->problems, i));

      g_test_message ("%s", text);
    }
  g_assert_true (report->stored);
}

char *
gui_make_region (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  char *path = g_build_filename (folder, "test.peilstok", NULL);
  g_autoptr (PsStore) store = ps_store_create (path, "Testregio", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (region_files); i++)
    g_ptr_array_add (paths, gui_write_file (folder, region_files[i].name, region_files[i].text));
  g_ptr_array_add (paths, NULL);
  import_files (store, (const char *const *) paths->pdata);
  return path;
}

void
gui_run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ps_session_open_finish (PS_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
has_figures (gpointer user_data)
{
  return ps_session_get_settled (user_data) != NULL;
}

PsSession *
gui_open_session (const char *path)
{
  PsSession *session = ps_session_new ();

  ps_session_open_async (session, path, on_opened_cb, NULL);
  gui_wait_until (has_figures, session);
  return session;
}

GtkWidget *
gui_find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_named (GtkWidget *widget, const char *name)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return wrong == NULL;
}

GtkWidget *
gui_find_named (GtkWidget *root, GType type, const char *accessible_name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && is_named (root, accessible_name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_find_named (child, type, accessible_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
gui_find_table (GtkWidget *root, const char *accessible_name)
{
  return gui_find_named (root, PS_TYPE_TABLE, accessible_name);
}

void
gui_show_tab (GtkWidget *page, const char *name)
{
  GtkWidget *switcher = gui_find_type (page, GTK_TYPE_STACK_SWITCHER);
  GtkStack *stack;

  g_assert_nonnull (switcher);
  stack = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));
  g_assert_nonnull (gtk_stack_get_child_by_name (stack, name));
  gtk_stack_set_visible_child_name (stack, name);
}

gboolean
gui_has_text (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gui_has_text (child, text))
      return TRUE;
  return FALSE;
}

AdwMessageDialog *
gui_find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (ADW_IS_MESSAGE_DIALOG (list->data) && gtk_widget_get_visible (list->data))
      return list->data;
  return NULL;
}

static gboolean
has_question (gpointer unused)
{
  return gui_find_question () != NULL;
}

AdwMessageDialog *
gui_wait_question (void)
{
  gui_wait_until (has_question, NULL);
  gui_settle_down ();
  gui_assert_names (GTK_WIDGET (gui_find_question ()));
  return gui_find_question ();
}

void
gui_answer (const char *said, const char *response)
{
  AdwMessageDialog *question = g_object_ref (gui_wait_question ());

  if (said != NULL && !gui_has_text (GTK_WIDGET (question), said))
    g_error ("“%s” is not asked, but: %s", said, adw_message_dialog_get_body (question));
  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
  g_object_unref (question);
  gui_settle_down ();
}

/* Its own label, something that labels it, or the text in it. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gui_find_type (widget, GTK_TYPE_LABEL) != NULL || GTK_IS_WINDOW (widget);
}

/* GTK's own compounds: their inside is theirs to name, and they are named from outside. */
static gboolean
is_compound (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_WINDOW_CONTROLS (widget)
         || GTK_IS_POPOVER (widget) || GTK_IS_COLUMN_VIEW (widget);
}

void
gui_assert_names (GtkWidget *root)
{
  if (is_compound (root))
    {
      gboolean own = GTK_IS_WINDOW_CONTROLS (root) || GTK_IS_POPOVER (root) || GTK_IS_TEXT (root);

      if (!own && !has_name (root))
        g_error ("a %s has no accessible name", G_OBJECT_TYPE_NAME (root));
      return;
    }
  if (gtk_widget_get_focusable (root) && !has_name (root))
    g_error ("a focusable %s (%s) has no accessible name", G_OBJECT_TYPE_NAME (root), gtk_widget_get_name (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    gui_assert_names (child);
}

void
gui_try_page (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();
  gpointer watched = page;

  g_test_message ("%s", G_OBJECT_TYPE_NAME (page));
  g_object_add_weak_pointer (G_OBJECT (page), &watched);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gui_settle_down ();
  gui_assert_names (page);
  gtk_window_destroy (GTK_WINDOW (window));
  gui_wait_gone (&watched);
}
