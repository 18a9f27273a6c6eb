/* test-letters.c: the register of letters: what is due, filters, what can be done with those selected
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "people-test.h"

#include "gui/letters/ps-letter-page.h"
#include "gui/letters/ps-letters-table.h"
#include "letters-test.h"

#define WISSEL "94000001" /* € 11.300,00 of € 10.000,00: reached */
#define ANKER "94000002"  /* nothing of € 10.000,00: under */

typedef struct
{
  DeskFixture desk;
  gint64 first; /* peildata */
  gint64 second;
} LettersFixture;

/* Two peildata, and one of the next year. Of the first both providers have a letter: one was answered by nobody for years, one was closed; of the second
 * both have a draft. */
static void
set_up (LettersFixture *fixture, gconstpointer data)
{
  const char *path;
  gint64 wissel, anker;

  desk_set_up (&fixture->desk, data);
  path = fixture->desk.path;
  fixture->first = letters_add_peildatum (path, ps_date_from_ymd (2024, 5, 19), ps_date_from_ymd (2024, 4, 30));
  g_assert_cmpuint (letters_draft (path, fixture->first), ==, 2);
  wissel = letters_find (path, WISSEL);
  anker = letters_find (path, ANKER);
  letters_send (path, wissel, ps_date_from_ymd (2024, 5, 27));
  letters_send (path, anker, ps_date_from_ymd (2024, 5, 28));
  letters_take (path, anker, PS_LETTER_EVENT_ANSWERED, ps_date_from_ymd (2024, 6, 3), "It will be made up for.");
  letters_take (path, anker, PS_LETTER_EVENT_CLOSED, ps_date_from_ymd (2024, 6, 10), "No more to be said.");
  fixture->second = letters_add_peildatum (path, ps_date_from_ymd (2024, 7, 19), ps_date_from_ymd (2024, 6, 30));
  letters_draft (path, fixture->second);
  letters_add_peildatum (path, ps_date_from_ymd (2025, 5, 19), ps_date_from_ymd (2025, 4, 30));
  ps_session_reload (ps_window_get_session (fixture->desk.window));
  desk_show (&fixture->desk, "letters");
  desk_wait_row (desk_table (&fixture->desk, "Bandwidth letters"), "BB-2024-0001", TRUE);
}

static void
tear_down (LettersFixture *fixture, gconstpointer data)
{
  desk_tear_down (&fixture->desk, data);
}

static PsTable *
table_of (LettersFixture *fixture)
{
  return desk_table (&fixture->desk, "Bandwidth letters");
}

static const char *
shown_text (LettersFixture *fixture, guint place, PsLettersColumn column)
{
  return ps_table_row_get_text (ps_table_get_shown (table_of (fixture), place), column);
}

static void
click (LettersFixture *fixture, const char *label)
{
  GtkWidget *button = people_find_button (desk_page (&fixture->desk), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  gui_settle_down ();
}

/* What is overdue first, then what is to be sent; what ended last. */
static void
test_order (LettersFixture *fixture, gconstpointer data)
{
  guint n = ps_table_get_n_shown (table_of (fixture));

  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpstr (shown_text (fixture, 0, PS_LETTERS_NUMBER), ==, "BB-2024-0001");
  g_assert_cmpstr (shown_text (fixture, 0, PS_LETTERS_WAITS), ==, "Answer overdue since 10-06-2024");
  g_assert_cmpstr (shown_text (fixture, 0, PS_LETTERS_KIND), ==, "Ceiling reached");
  g_assert_cmpstr (shown_text (fixture, 1, PS_LETTERS_WAITS), ==, "To be sent");
  g_assert_cmpstr (shown_text (fixture, n - 1, PS_LETTERS_NUMBER), ==, "BB-2024-0002");
  g_assert_cmpstr (shown_text (fixture, n - 1, PS_LETTERS_STATE), ==, "Closed");
  gui_assert_names (desk_page (&fixture->desk));
}

static void
test_due (LettersFixture *fixture, gconstpointer data)
{
  guint n = ps_table_get_n_shown (table_of (fixture));

  desk_wait_text (&fixture->desk, "1 overdue");
  click (fixture, "1 overdue");
  g_assert_cmpuint (ps_table_get_n_shown (table_of (fixture)), ==, 1);
  g_assert_cmpstr (shown_text (fixture, 0, PS_LETTERS_PROVIDER), ==, "Zorggroep De Wissel");
  click (fixture, " to send");
  g_assert_cmpuint (ps_table_get_n_shown (table_of (fixture)), ==, n - 2);
  g_assert_cmpstr (shown_text (fixture, 0, PS_LETTERS_WAITS), ==, "To be sent");
}

static GtkWidget *
find_filter (LettersFixture *fixture)
{
  return gui_find_type (desk_page (&fixture->desk), GTK_TYPE_SEARCH_ENTRY);
}

static gboolean
shows_one (gpointer table)
{
  return ps_table_get_n_shown (table) == 1;
}

static void
test_filter (LettersFixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (find_filter (fixture)), "2024-0002");
  gui_wait_until (shows_one, table_of (fixture));
  g_assert_cmpstr (shown_text (fixture, 0, PS_LETTERS_PROVIDER), ==, "Praktijk Het Anker");
}

static GtkDropDown *
find_drop_down (GtkWidget *root, const char *item)
{
  if (GTK_IS_DROP_DOWN (root)
      && g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (root))), 0), item) == 0)
    return GTK_DROP_DOWN (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_drop_down (child, item);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (LettersFixture *fixture, const char *first, const char *wanted)
{
  GtkDropDown *drop_down = find_drop_down (desk_page (&fixture->desk), first);
  GtkStringList *items = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    if (g_str_equal (gtk_string_list_get_string (items, i), wanted))
      {
        gtk_drop_down_set_selected (drop_down, i);
        return;
      }
  g_test_message ("no such choice: %s", wanted);
  g_test_fail ();
}

static void
test_choices (LettersFixture *fixture, gconstpointer data)
{
  choose (fixture, "All kinds", "Forecast below");
  for (guint i = 0; i < ps_table_get_n_shown (table_of (fixture)); i++)
    g_assert_cmpstr (shown_text (fixture, i, PS_LETTERS_KIND), ==, "Forecast below");
  choose (fixture, "All kinds", "All kinds");
  choose (fixture, "All peildata", "19-05-2024");
  g_assert_cmpuint (ps_table_get_n_shown (table_of (fixture)), ==, 2);
  choose (fixture, "All letters", "Closed and withdrawn");
  g_assert_cmpuint (ps_table_get_n_shown (table_of (fixture)), ==, 1);
  /* What is chosen stays when the region is read again. */
  ps_session_reload (ps_window_get_session (fixture->desk.window));
  gui_settle_down ();
  g_assert_cmpuint (ps_table_get_n_shown (table_of (fixture)), ==, 1);
}

static void
test_open (LettersFixture *fixture, gconstpointer data)
{
  desk_open_row (table_of (fixture), "BB-2024-0001");
  desk_wait_text (&fixture->desk, "Letter BB-2024-0001");
}

/* Only drafts are sent. */
static void
test_selection (LettersFixture *fixture, gconstpointer data)
{
  PsTable *table = table_of (fixture);

  g_assert_false (desk_is_on (&fixture->desk, "letters.send"));
  g_assert_false (desk_is_on (&fixture->desk, "letters.write"));
  ps_table_set_selected (table, ps_table_row_get_id (desk_row (table, "BB-2024-0001")));
  gui_settle_down ();
  g_assert_false (desk_is_on (&fixture->desk, "letters.send"));
  g_assert_true (desk_is_on (&fixture->desk, "letters.write"));
  ps_table_select_all (table);
  gui_settle_down ();
  g_assert_true (desk_is_on (&fixture->desk, "letters.send"));
}

/* Another year has none, but tells of what is overdue. */
static gboolean
shows_none (gpointer table)
{
  return ps_table_get_n_shown (table) == 0;
}

static void
test_other_year (LettersFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->desk.window);

  g_assert_cmpint (ps_session_get_year (session), ==, 2024);
  ps_session_set_year (session, 2025);
  gui_wait_until (shows_none, table_of (fixture));
  desk_wait_text (&fixture->desk, "1 overdue of 2024");
}

#define ADD(path, function) g_test_add ("/gui/letters/" path, LettersFixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  ADD ("order", test_order);
  ADD ("due", test_due);
  ADD ("filter", test_filter);
  ADD ("choices", test_choices);
  ADD ("open", test_open);
  ADD ("selection", test_selection);
  ADD ("other-year", test_other_year);
  return g_test_run ();
}
