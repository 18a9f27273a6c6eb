/* page-test.c: a page by itself in a window, with what a window is to its pages
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "page-test.h"

#include "gui/ps-navigator.h"

static void
test_navigator_push (PsNavigator *navigator, GtkWidget *page, const char *title)
{
  TestNavigator *self = TEST_NAVIGATOR (navigator);

  g_clear_object (&self->pushed);
  g_free (self->title);
  self->pushed = g_object_ref_sink (page);
  self->title = g_strdup (title);
}

static void
test_navigator_tell (PsNavigator *navigator, const char *text)
{
  g_error ("told: %s", text);
}

static void
test_navigator_tell_undoable (PsNavigator *navigator, const char *text, gint64 record)
{
  TestNavigator *self = TEST_NAVIGATOR (navigator);

  g_free (self->told);
  self->told = g_strdup (text);
  self->record = record;
}

static void
test_navigator_navigator_init (PsNavigatorInterface *iface)
{
  iface->push = test_navigator_push;
  iface->tell = test_navigator_tell;
  iface->tell_undoable = test_navigator_tell_undoable;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestNavigator, test_navigator, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_NAVIGATOR, test_navigator_navigator_init))

static void
test_navigator_finalize (GObject *object)
{
  TestNavigator *self = TEST_NAVIGATOR (object);

  g_clear_object (&self->pushed);
  g_free (self->title);
  g_free (self->told);
  G_OBJECT_CLASS (test_navigator_parent_class)->finalize (object);
}

static void
test_navigator_class_init (TestNavigatorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_navigator_finalize;
}

static void
test_navigator_init (TestNavigator *self)
{
}

void
page_set_up (PageFixture *fixture, gconstpointer data)
{
  fixture->folder = gui_make_folder ();
  fixture->path = gui_make_region (fixture->folder);
  fixture->session = gui_open_session (fixture->path);
  fixture->window = gtk_window_new ();
  fixture->navigator = g_object_new (TEST_TYPE_NAVIGATOR, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1080, 750);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->navigator));
}

void
page_tear_down (PageFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  ps_session_close (fixture->session);
  g_object_unref (fixture->session);
  gui_settle_down ();
  gui_remove_folder (fixture->folder);
  g_free (fixture->path);
}

void
page_show (PageFixture *fixture, GtkWidget *page)
{
  adw_bin_set_child (ADW_BIN (fixture->navigator), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}
