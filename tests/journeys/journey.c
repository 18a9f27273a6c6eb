/* journey.c: what a user does, by accessibility from another process
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey-private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PATIENCE_SECONDS 60
#define LOOK_AGAIN_MILLISECONDS 100

void
journey_wait_a_moment (void)
{
  g_usleep (LOOK_AGAIN_MILLISECONDS * 1000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A moment from now after which something that is not there is not going to come. */
gint64
journey_end_of_patience (void)
{
  return g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;
}

static AtspiAccessible *
find_application (const char *program)
{
  AtspiAccessible *desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (name != NULL && g_str_equal (name, program))
        return g_steal_pointer (&child);
    }
  return NULL;
}

/**
 * journey_init: GLib's tests and the accessibility bus, whose library warns of things that are no fault of the program.
 */
void
journey_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  atspi_init ();
}

/* nss_wrapper answers who somebody is from a file of its own. */
#define WHO_WRAPPER "libnss_wrapper.so"

/**
 * journey_can_be_others: whether journey_start_as() can be used here.
 */
gboolean
journey_can_be_others (void)
{
  return g_strcmp0 (g_getenv ("PEILSTOK_NSS_WRAPPER"), "yes") == 0;
}

static void
be_somebody (GSubprocessLauncher *launcher, const char *login, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "passwd", NULL);
  g_autofree char *line = g_strdup_printf ("%s:x:%u:%u::%s:/bin/sh\n", login, (guint) getuid (), (guint) getgid (), folder);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, line, -1, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", WHO_WRAPPER, TRUE);
  g_subprocess_launcher_setenv (launcher, "NSS_WRAPPER_PASSWD", path, TRUE);
  g_subprocess_launcher_setenv (launcher, "NSS_WRAPPER_GROUP", "/etc/group", TRUE);
  g_subprocess_launcher_setenv (launcher, "LOGNAME", login, TRUE);
}

/**
 * journey_start: starts the window (PEILSTOK_PROGRAM) with these arguments in a home folder of its own and waits until it is there.
 */
Journey *
journey_start (const char *const *arguments)
{
  return journey_start_as (NULL, arguments);
}

/**
 * journey_start_as:
 * @login: (nullable): NULL: who runs the test
 */
Journey *
journey_start_as (const char *login, const char *const *arguments)
{
  Journey *journey = g_new0 (Journey, 1);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gint64 deadline = journey_end_of_patience ();

  journey->folder = g_dir_make_tmp ("peilstok-journey-XXXXXX", &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", journey->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", journey->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_A11Y", "atspi", TRUE);
  if (login != NULL)
    be_somebody (launcher, login, journey->folder);

  g_ptr_array_add (command, (gpointer) g_getenv ("PEILSTOK_PROGRAM"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) arguments[i]);
  g_ptr_array_add (command, NULL);
  journey->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) command->pdata, &error);
  g_assert_no_error (error);

  while (journey->application == NULL && g_get_monotonic_time () < deadline)
    {
      journey_wait_a_moment ();
      journey->application = find_application ("peilstok");
    }
  g_assert_nonnull (journey->application);
  /* GTK tells of most changes, but not of all: nothing is remembered, everything is asked anew, but for what never changes of a
   * thing. What was remembered before that, an application without a window, is forgotten. */
  atspi_accessible_set_cache_mask (journey->application, ATSPI_CACHE_ROLE | ATSPI_CACHE_INTERFACES);
  while (atspi_accessible_get_child_count (journey->application, NULL) == 0 && g_get_monotonic_time () < deadline)
    {
      atspi_accessible_clear_cache (journey->application);
      journey_wait_a_moment ();
    }
  return journey;
}

/**
 * journey_remove_folder: a temporary folder with all that is in it.
 */
void
journey_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        journey_remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
journey_region_set_up (JourneyRegion *region, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  region->folder = g_dir_make_tmp ("peilstok-region-XXXXXX", &error);
  g_assert_no_error (error);
  region->region = g_build_filename (region->folder, "demo.peilstok", NULL);
  output = journey_run ((const char *[]){ g_getenv ("PEILSTOK_CLI"), "--db", region->region, "init", "--demo", NULL });
}

void
journey_region_tear_down (JourneyRegion *region, gconstpointer data)
{
  journey_remove_folder (region->folder);
  g_free (region->folder);
  g_free (region->region);
}

/**
 * journey_finish: ends the program as its window manager would, and asserts that it leaves without an error.
 */
void
journey_finish (Journey *journey)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (journey->process, 15);
  g_subprocess_wait (journey->process, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&journey->application);
  g_clear_object (&journey->process);
  journey_remove_folder (journey->folder);
  g_free (journey->folder);
  g_free (journey);
}

/* A label's words are in its name or in its text, an entry's only in its text. */
static char *
text_of (AtspiAccessible *accessible)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (accessible);
  int length = text != NULL ? atspi_text_get_character_count (text, NULL) : 0;

  return length > 0 ? atspi_text_get_text (text, 0, length, NULL) : NULL;
}

static gboolean
has_words (AtspiAccessible *accessible, const char *words)
{
  g_autofree char *name = NULL, *text = NULL;

  if (words == NULL)
    return TRUE;
  name = atspi_accessible_get_name (accessible, NULL);
  if (name != NULL && strstr (name, words) != NULL)
    return TRUE;
  text = text_of (accessible);
  return text != NULL && strstr (text, words) != NULL;
}

/* Hidden pages stay in the tree, without a size. */
static gboolean
is_on_screen (AtspiAccessible *accessible)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  AtspiRect *extents = component != NULL ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL) : NULL;
  gboolean visible = extents != NULL && extents->width > 0 && extents->height > 0;

  g_free (extents);
  return visible;
}

/* Nothing lies in it that a user sees: each answer of the program costs time, and pages that were never shown are large. */
static gboolean
is_barren (AtspiAccessible *accessible)
{
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);

  if (role == ATSPI_ROLE_LABEL || role == ATSPI_ROLE_IMAGE)
    return TRUE;
  if (role == ATSPI_ROLE_PANEL || role == ATSPI_ROLE_FILLER)
    {
      g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
      g_autofree AtspiRect *extents =
          component != NULL ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL) : NULL;

      /* A page of a stack has no size of its own. */
      return extents != NULL && extents->width == 0 && extents->height == 0;
    }
  return FALSE;
}

/* The first thing in the tree for which `visit` is true. (transfer full) */
AtspiAccessible *
journey_search (AtspiAccessible *root, JourneyVisit visit, gpointer data)
{
  int n = is_barren (root) ? 0 : atspi_accessible_get_child_count (root, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible *found;

      if (child == NULL)
        continue;
      if (visit (child, data))
        return g_steal_pointer (&child);
      found = journey_search (child, visit, data);
      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
journey_is_wanted (AtspiAccessible *accessible, gpointer data)
{
  const JourneyWanted *wanted = data;

  if (wanted->role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (accessible, NULL) != wanted->role)
    return FALSE;
  return has_words (accessible, wanted->name) && is_on_screen (accessible);
}

/**
 * journey_find: something on the screen, waited for. (transfer full)
 */
AtspiAccessible *
journey_find (Journey *journey, AtspiAccessible *root, AtspiRole role, const char *name)
{
  JourneyWanted wanted = { role, name };
  gint64 deadline = journey_end_of_patience ();

  while (g_get_monotonic_time () < deadline)
    {
      AtspiAccessible *found = journey_search (root != NULL ? root : journey->application, journey_is_wanted, &wanted);

      if (found != NULL)
        return found;
      journey_wait_a_moment ();
    }
  {
    g_autofree char *screen = journey_screen (journey);

    g_test_message ("The program %s; the screen:\n%s",
                    g_subprocess_get_identifier (journey->process) != NULL ? "runs" : "has ended", screen);
    g_error ("Nothing of role %d named \"%s\" on the screen", role, name != NULL ? name : "");
  }
}

/**
 * journey_has: whether that is on the screen now.
 */
gboolean
journey_has (Journey *journey, AtspiRole role, const char *name)
{
  JourneyWanted wanted = { role, name };
  g_autoptr (AtspiAccessible) found = journey_search (journey->application, journey_is_wanted, &wanted);

  return found != NULL;
}

/**
 * journey_shows: whether these words are anywhere on the screen now.
 */
gboolean
journey_shows (Journey *journey, const char *text)
{
  return journey_has (journey, ATSPI_ROLE_INVALID, text);
}

/**
 * journey_expect: waits until these words are on the screen.
 */
void
journey_expect (Journey *journey, const char *text)
{
  g_autoptr (AtspiAccessible) found = journey_find (journey, NULL, ATSPI_ROLE_INVALID, text);

  g_assert_nonnull (found);
}

/**
 * journey_expect_gone: waits until these words are on the screen no more.
 */
void
journey_expect_gone (Journey *journey, const char *text)
{
  gint64 deadline = journey_end_of_patience ();

  while (journey_shows (journey, text))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("\"%s\" stays on the screen", text);
      journey_wait_a_moment ();
    }
}

/* GTK 4.8 names every click "click" or "toggle"; labels carry actions of their own, so never the first one (0). */
static gboolean
do_click (AtspiAccessible *accessible, gpointer data)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (accessible);
  int n = action != NULL ? atspi_action_get_n_actions (action, NULL) : 0;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = atspi_action_get_action_name (action, i, NULL);

      if (g_strcmp0 (name, "click") == 0 || g_strcmp0 (name, "toggle") == 0)
        return atspi_action_do_action (action, i, NULL);
    }
  return FALSE;
}

/**
 * journey_click: clicks a button or whatever else can be clicked, of that role and name, itself or what lies in it.
 */
void
journey_click (Journey *journey, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) target = journey_find (journey, NULL, role, name);
  g_autoptr (AtspiAccessible) inside = NULL;

  if (do_click (target, NULL))
    return;
  inside = journey_search (target, do_click, NULL);
  if (inside == NULL)
    g_error ("\"%s\" cannot be clicked", name);
}

typedef struct
{
  JourneyWanted wanted;
  AtspiAccessible *last;
} Finding;

static gboolean
keep_last (AtspiAccessible *accessible, gpointer data)
{
  Finding *finding = data;

  if (journey_is_wanted (accessible, &finding->wanted))
    g_set_object (&finding->last, accessible);
  return FALSE;
}

/**
 * journey_click_last: clicks the last such button: a page that another one covers comes before it, and keeps its size.
 */
void
journey_click_last (Journey *journey, const char *name)
{
  g_autoptr (AtspiAccessible) first = journey_find (journey, NULL, ATSPI_ROLE_PUSH_BUTTON, name);
  Finding finding = { { ATSPI_ROLE_PUSH_BUTTON, name }, g_object_ref (first) };
  g_autoptr (AtspiAccessible) none = journey_search (journey->application, keep_last, &finding);

  g_assert_null (none);
  g_assert_true (do_click (finding.last, NULL));
  g_object_unref (finding.last);
}

/**
 * journey_type: fills an entry.
 */
void
journey_type (Journey *journey, AtspiRole role, const char *name, const char *text)
{
  g_autoptr (AtspiAccessible) target = journey_find (journey, NULL, role, name);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (target);

  g_assert_nonnull (editable);
  g_assert_true (atspi_editable_text_set_text_contents (editable, text, NULL));
}

typedef struct
{
  const char *name;
  const char *text;
} Filling;

static gboolean
fill_this (AtspiAccessible *accessible, gpointer data)
{
  const Filling *filling = data;
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (accessible);

  return editable != NULL && atspi_editable_text_set_text_contents (editable, filling->text, NULL);
}

/* What is named so, or what lies in it: an entry of ours is a frame around one of GTK's. */
static gboolean
fill_entry (AtspiAccessible *accessible, gpointer data)
{
  const Filling *filling = data;
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autoptr (AtspiAccessible) inside = NULL;

  if (g_strcmp0 (name, filling->name) != 0 || !is_on_screen (accessible))
    return FALSE;
  if (fill_this (accessible, data))
    return TRUE;
  inside = journey_search (accessible, fill_this, data);
  return inside != NULL;
}

/**
 * journey_fill: fills the entry with exactly this name, waited for: a label or a frame around it may have the same one.
 */
void
journey_fill (Journey *journey, const char *name, const char *text)
{
  Filling filling = { name, text };
  gint64 deadline = journey_end_of_patience ();

  while (g_get_monotonic_time () < deadline)
    {
      g_autoptr (AtspiAccessible) filled = journey_search (journey->application, fill_entry, &filling);

      if (filled != NULL)
        return;
      journey_wait_a_moment ();
    }
  {
    g_autofree char *screen = journey_screen (journey);

    g_test_message ("The screen:\n%s", screen);
    g_error ("No entry named \"%s\" on the screen", name);
  }
}

/**
 * journey_press: presses keys as xdotool names them, "ctrl+f" or "Return"; the window has the focus.
 */
void
journey_press (Journey *journey, const char *keys)
{
  const char *command[] = { "xdotool", "key", "--delay", "60", keys, NULL };
  g_autofree char *output = journey_run (command);

  journey_wait_a_moment ();
}

/**
 * journey_money: cents as the Dutch screen writes them: € 1.234,56.
 */
char *
journey_money (gint64 cents)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (cents) / 100);
  GString *text = g_string_new ("€\302\240");
  gsize length = strlen (digits);

  g_string_append (text, cents < 0 ? "\342\210\222" : "");
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%s%c", i > 0 && (length - i) % 3 == 0 ? "." : "", digits[i]);
  g_string_append_printf (text, ",%02d", (int) (ABS (cents) % 100));
  return g_string_free (text, FALSE);
}

/**
 * journey_run: runs a command, asserts that it succeeds, and returns what it printed.
 */
char *
journey_run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return output;
}

static gboolean
describe (AtspiAccessible *accessible, gpointer data)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autofree char *text = text_of (accessible);

  if (is_on_screen (accessible))
    g_string_append_printf (data, "[%s] %s%s%s\n", role, name, text != NULL ? " | " : "", text != NULL ? text : "");
  return FALSE;
}

/**
 * journey_screen: everything on the screen with its role, name and text, a line each.
 */
char *
journey_screen (Journey *journey)
{
  GString *screen = g_string_new (NULL);
  g_autoptr (AtspiAccessible) none = journey_search (journey->application, describe, screen);

  g_assert_null (none);
  return g_string_free (screen, FALSE);
}
