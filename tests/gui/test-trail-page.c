/* test-trail-page.c: all that an auditor wants to know of one settlement, and its proof
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "people-test.h"

#include <sqlite3.h>

#include "gui/settlements/ps-trail-page.h"

static void
open_page (DeskFixture *fixture, gint64 id)
{
  people_push (fixture, ps_trail_page_new (ps_window_get_session (fixture->window), id));
}

static void
test_final (DeskFixture *fixture, gconstpointer data)
{
  gint64 id = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  g_autoptr (PsStored) stored = NULL;
  PsTable *records;

  people_take (fixture, "bram", PS_STEP_MAKE_FINAL, PEOPLE_AGB, NULL);
  stored = people_find (fixture, id);
  open_page (fixture, id);
  desk_wait_text (fixture, "Its documents are what was stored");
  g_assert_true (gui_has_text (desk_page (fixture), "the frozen figures are what their inputs come to"));
  g_assert_true (gui_has_text (desk_page (fixture), "Identical to the cent."));
  for (guint i = PS_DOCUMENT_INPUTS; i < PS_N_DOCUMENTS; i++)
    g_assert_true (gui_has_text (desk_page (fixture), stored->digests[i]));
  records = desk_table (fixture, "What was done");
  g_assert_cmpuint (ps_table_get_n_shown (records), >=, 2);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (records, 0), 2), ==, "anna");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (records, ps_table_get_n_shown (records) - 1), 2), ==, "bram");
  g_assert_cmpuint (ps_table_get_n_shown (desk_table (fixture, "Warnings and answers")), ==, 2);
  g_assert_true (desk_is_on (fixture, "trail.dossier"));
  gui_assert_names (desk_page (fixture));
}

static void
test_correction_is_listed (DeskFixture *fixture, gconstpointer data)
{
  gint64 first = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  PsTable *others;

  people_take (fixture, "bram", PS_STEP_MAKE_FINAL, PEOPLE_AGB, NULL);
  people_declare (fixture, "LATE1");
  people_take (fixture, "bram", PS_STEP_PROPOSE, PEOPLE_AGB, "A declaration came late");
  open_page (fixture, first);
  desk_wait_text (fixture, "Against the region as it is: 2 of 2 lines differ");
  others = desk_table (fixture, "Settlements of this year");
  g_assert_cmpuint (ps_table_get_n_shown (others), ==, 2);
  g_signal_emit_by_name (others, "row-activated", ps_table_get_shown (others, 1));
  desk_wait_page (fixture, PS_TYPE_SETTLEMENT_PAGE);
  desk_wait_text (fixture, "Reason: A declaration came late");
}

/* The window of the document; NULL: not there yet. */
static GtkWidget *
find_document (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (ADW_IS_WINDOW (list->data) && gui_find_type (list->data, GTK_TYPE_TEXT_VIEW) != NULL)
      return list->data;
  return NULL;
}

static gboolean
has_document (gpointer user_data)
{
  return find_document () != NULL;
}

static void
test_document (DeskFixture *fixture, gconstpointer data)
{
  gint64 id = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  g_autofree char *text = NULL;

  open_page (fixture, id);
  desk_wait_text (fixture, "Its documents are what was stored");
  gtk_widget_activate_action (desk_page (fixture), "trail.document", "i", PS_DOCUMENT_PRODUCTION);
  gui_wait_until (has_document, NULL);
  gui_assert_names (find_document ());
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gui_find_type (find_document (), GTK_TYPE_TEXT_VIEW))), "text", &text,
                NULL);
  g_assert_nonnull (g_strstr_len (text, -1, "D1"));
  gtk_window_destroy (GTK_WINDOW (find_document ()));
}

/* A byte of a document altered by another program, past every guard: the page says so, and nothing can be saved of it. */
static void
test_damaged (DeskFixture *fixture, gconstpointer data)
{
  gint64 id = people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  sqlite3 *db = NULL;
  char *problem = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db,
                "DROP TRIGGER settlement_document_data_no_update;"
                "UPDATE settlement_document_data SET data = CAST (substr (data, 1, 40) || x'00' || substr (data, 42) AS BLOB)",
                NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  open_page (fixture, id);
  desk_wait_text (fixture, "What was done");
  g_assert_false (gui_has_text (desk_page (fixture), "Its documents are what was stored"));
  g_assert_false (desk_is_on (fixture, "trail.dossier"));
}

#define ADD(name) g_test_add ("/trail-page/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (final);
  ADD (correction_is_listed);
  ADD (document);
  ADD (damaged);
  return g_test_run ();
}
