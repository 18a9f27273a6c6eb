/* people-test.c: a settlement's page in a window, while other people take its settlement from state to state
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "people-test.h"

#include "gui/ps-navigator.h"
#include "stored-test.h"

static void
read_again (DeskFixture *fixture)
{
  ps_session_reload (ps_window_get_session (fixture->window));
  desk_wait_written (fixture);
}

gint64
people_take (DeskFixture *fixture, const char *actor, PsLifeStep step, const char *agb, const char *reason)
{
  g_autoptr (GPtrArray) list = NULL;

  stored_take (fixture->path, actor, step, PEOPLE_YEAR, agb, reason);
  read_again (fixture);
  list = people_list (fixture, agb);
  g_assert_cmpuint (list->len, >, 0);
  return ((const PsStored *) g_ptr_array_index (list, list->len - 1))->id;
}

void
people_declare (DeskFixture *fixture, const char *reference)
{
  stored_declare_late (fixture->folder, fixture->path, reference,
                       "0983;1;45L11;01-05-2024;31-05-2024;5;uur;80,00;400,00;toegekend");
  read_again (fixture);
}

PsStored *
people_find (DeskFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  PsStored *stored = ps_settlements_find (store, id, &error);

  g_assert_no_error (error);
  return stored;
}

GPtrArray *
people_list (DeskFixture *fixture, const char *agb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  GPtrArray *list = ps_settlements_list (store, PEOPLE_YEAR, agb, &error);

  g_assert_no_error (error);
  return list;
}

void
people_push (DeskFixture *fixture, GtkWidget *page)
{
  ps_navigator_push (desk_page (fixture), page, "Settlement");
  gui_settle_down ();
}

void
people_open_page (DeskFixture *fixture, const char *agb, const char *text)
{
  PsSession *session = ps_window_get_session (fixture->window);
  guint provider = ps_region_find_provider (ps_session_get_settled (session)->region, agb);

  people_push (fixture, ps_settlement_page_new (session, provider, PS_DATE_OPEN));
  desk_wait_text (fixture, text);
}

static gboolean
a_window_says (gpointer text)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (gui_has_text (list->data, text))
      return TRUE;
  return FALSE;
}

void
people_wait_text (const char *text)
{
  g_test_message ("waiting for: %s", text);
  gui_wait_until (a_window_says, (gpointer) text);
}

GtkWidget *
people_find_button (GtkWidget *root, const char *label)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && gui_has_text (root, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = people_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}
