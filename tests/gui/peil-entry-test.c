/* peil-entry-test.c: the page that fills a peildatum, and the file behind it, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-entry-test.h"

#include "gui/peildata/ps-peil-add-row.h"
#include "gui/peildata/ps-peil-choice.h"
#include "gui/peildata/ps-peil-entry-page.h"
#include "gui/peildata/ps-peil-marks.h"
#include "gui/ps-navigator.h"
#include "gui/ps-unsaved.h"
#include "store/ps-history.h"

/* Somebody else's, in another program */

PsStore *
entry_open_store (EntryFixture *fixture, PsStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  PsStore *store = ps_store_open (fixture->desk.path, mode, &error);

  g_assert_no_error (error);
  return store;
}

PsPeilSheet *
entry_read_sheet (EntryFixture *fixture)
{
  g_autoptr (PsStore) store = entry_open_store (fixture, PS_STORE_READ);
  g_autoptr (GError) error = NULL;
  PsPeilSheet *sheet = ps_peil_sheet_load (store, fixture->id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return sheet;
}

gint64
entry_read_value (EntryFixture *fixture, guint row, PsMeasure measure)
{
  g_autoptr (PsPeilSheet) sheet = entry_read_sheet (fixture);

  g_assert_cmpuint (row, <, sheet->rows->len);
  return g_array_index (sheet->rows, PsPeilRow, row).entered[measure];
}

/* The page */

static gboolean
has_rows (gpointer grid)
{
  return ps_peil_grid_get_n_shown (grid) > 0;
}

void
entry_add_peildatum (EntryFixture *fixture)
{
  g_autoptr (PsStore) store = entry_open_store (fixture, PS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = NULL;
  const PsPeildatumState state = { .day = ps_date_from_ymd (2024, 7, 19),
                                   .label = (char *) "Derde peiling",
                                   .data_through = ps_date_from_ymd (2024, 5, 31) };

  ps_peildata_save (store, "somebody-else", NULL, &state, NULL, NULL, &error);
  g_assert_no_error (error);
  states = ps_peildata_list (store, 2024, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (states->len, ==, 1);
  fixture->id = ((PsPeildatumState *) g_ptr_array_index (states, 0))->id;
}

void
entry_reload (EntryFixture *fixture)
{
  ps_session_reload (ps_window_get_session (fixture->desk.window));
  desk_wait_written (&fixture->desk);
}

void
entry_set_up (EntryFixture *fixture, gconstpointer data)
{
  desk_set_up (&fixture->desk, NULL);
  entry_add_peildatum (fixture);
  entry_reload (fixture);
  ps_navigator_push (desk_page (&fixture->desk),
                     ps_peil_entry_page_new (ps_window_get_session (fixture->desk.window), fixture->id), "Peildatum");
  desk_wait_page (&fixture->desk, PS_TYPE_PEIL_ENTRY_PAGE);
  fixture->grid = PS_PEIL_GRID (gui_find_type (desk_page (&fixture->desk), PS_TYPE_PEIL_GRID));
  gui_wait_until (has_rows, fixture->grid);
  gui_settle_down ();
}

void
entry_tear_down (EntryFixture *fixture, gconstpointer data)
{
  desk_tear_down (&fixture->desk, NULL);
}

void
entry_type (EntryFixture *fixture, guint row, PsMeasure measure, const char *text)
{
  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, row, measure));
  ps_grid_type (PS_GRID (fixture->grid), text);
  ps_grid_finish (PS_GRID (fixture->grid));
}

typedef struct
{
  EntryFixture *fixture;
  guint row;
  PsMeasure measure;
  gint64 value;
  guint n;
} Wait;

static gboolean
value_is (gpointer user_data)
{
  const Wait *wait = user_data;

  return entry_read_value (wait->fixture, wait->row, wait->measure) == wait->value;
}

void
entry_wait_value (EntryFixture *fixture, guint row, PsMeasure measure, gint64 value)
{
  Wait wait = { fixture, row, measure, value, 0 };

  gui_wait_until (value_is, &wait);
}

gint64
entry_shown_value (EntryFixture *fixture, guint row, PsMeasure measure)
{
  g_autoptr (GArray) selection = NULL;

  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, row, measure));
  selection = ps_peil_grid_get_selection (fixture->grid);
  g_assert_cmpuint (selection->len, ==, 1);
  return g_array_index (selection, PsPeilGiven, 0).value;
}

static gboolean
shown_is (gpointer user_data)
{
  const Wait *wait = user_data;

  /* It may be hidden by a filter until it is read. */
  return ps_peil_grid_focus_cell (wait->fixture->grid, wait->row, wait->measure)
         && entry_shown_value (wait->fixture, wait->row, wait->measure) == wait->value;
}

void
entry_wait_shown (EntryFixture *fixture, guint row, PsMeasure measure, gint64 value)
{
  Wait wait = { fixture, row, measure, value, 0 };

  gui_wait_until (shown_is, &wait);
}

static gboolean
n_shown_is (gpointer user_data)
{
  const Wait *wait = user_data;

  return ps_peil_grid_get_n_shown (wait->fixture->grid) == wait->n;
}

void
entry_wait_n_shown (EntryFixture *fixture, guint n)
{
  Wait wait = { .fixture = fixture, .n = n };

  gui_wait_until (n_shown_is, &wait);
}

/* Filters */

GtkToggleButton *
entry_find_toggle (GtkWidget *root, const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) != NULL
      && g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (root)), label))
    return GTK_TOGGLE_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkToggleButton *found = entry_find_toggle (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Somebody else was first */

PsPeilRefusals *
entry_find_refusals (EntryFixture *fixture)
{
  return PS_PEIL_REFUSALS (gui_find_type (desk_page (&fixture->desk), PS_TYPE_PEIL_REFUSALS));
}

GtkWidget *
entry_find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0 && gtk_widget_get_sensitive (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = entry_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  EntryFixture *fixture;
  const char *label;
} ButtonWait;

static gboolean
has_button (gpointer user_data)
{
  const ButtonWait *wait = user_data;

  return entry_find_button (GTK_WIDGET (entry_find_refusals (wait->fixture)), wait->label) != NULL;
}

void
entry_click (EntryFixture *fixture, const char *label)
{
  ButtonWait wait = { fixture, label };

  gui_wait_until (has_button, &wait);
  g_signal_emit_by_name (entry_find_button (GTK_WIDGET (entry_find_refusals (fixture)), label), "clicked");
}

/* Closing */

void
entry_type_reason (const char *reason)
{
  GtkWidget *entry;

  gui_wait_question ();
  gui_settle_down ();
  entry = gui_find_type (GTK_WIDGET (gui_find_question ()), GTK_TYPE_ENTRY);
  g_assert_false (adw_message_dialog_get_response_enabled (gui_find_question (), "go-on"));
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_assert_true (adw_message_dialog_get_response_enabled (gui_find_question (), "go-on"));
}
