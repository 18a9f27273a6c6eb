/* ps-actions.c: what the window can be told to do: keys, names and the shortcuts window from one table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-actions"

#include "ps-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-sections.h"

#define FILE_GROUP N_("Region file")
#define EDIT_GROUP N_("Changing")
#define PAGE_GROUP N_("Pages")
#define WINDOW_GROUP N_("Window")

/* Grouped: the shortcuts window follows this order. */
static const PsActionInfo fixed[] = {
  { "win.open", "<Control>o", NULL, N_("Open a region"), FILE_GROUP },
  { "win.new", "<Control>n", NULL, N_("Make a new region"), FILE_GROUP },
  { "win.import", "<Control>i", NULL, N_("Import files"), FILE_GROUP },
  { "win.report", "<Control><Shift>p", NULL, N_("Make the overview of a month"), FILE_GROUP },
  { "win.reload", "F5", NULL, N_("Read the region again"), FILE_GROUP },
  { NULL, "<Control>s", NULL, N_("Save what was changed on the page"), EDIT_GROUP },
  { NULL, "<Control>Return", NULL, N_("Save a form, from any field"), EDIT_GROUP },
  { "win.undo", "<Control>z", NULL, N_("Undo the last change"), EDIT_GROUP },
  { "win.redo", "<Control><Shift>z", "<Control>y", N_("Redo what was undone"), EDIT_GROUP },
  { "win.back", "<Alt>Left", NULL, N_("Back to the page before"), PAGE_GROUP },
  { "win.search", "<Control>k", NULL, N_("Search everything"), PAGE_GROUP },
  { "win.filter", "<Control>f", NULL, N_("Filter the list"), PAGE_GROUP },
  { "win.new-item", "<Control><Shift>n", NULL, N_("Something new in the list"), PAGE_GROUP },
  { NULL, "Delete", NULL, N_("Put a signal aside"), PAGE_GROUP },
  { NULL, "<Control>m", NULL, N_("Compare the providers that are selected"), PAGE_GROUP },
  { NULL, "<Control>p", NULL, N_("Print the statement of a settlement"), PAGE_GROUP },
  { "win.earlier-year", "<Alt>Page_Up", NULL, N_("A year earlier"), PAGE_GROUP },
  { "win.later-year", "<Alt>Page_Down", NULL, N_("A year later"), PAGE_GROUP },
  { "win.sidebar", "F9", NULL, N_("Show or hide the sidebar"), WINDOW_GROUP },
  { "win.menu", "F10", NULL, N_("Open the menu"), WINDOW_GROUP },
  { "win.shortcuts", "<Control>question", NULL, N_("Keyboard shortcuts"), WINDOW_GROUP },
  { "win.close", "<Control>w", NULL, N_("Close the window"), WINDOW_GROUP },
  { "app.quit", "<Control>q", NULL, N_("Quit"), WINDOW_GROUP },
  { "win.about", NULL, NULL, N_("About Peilstok"), WINDOW_GROUP },
};

/* As many pages have a key: Alt+1 … Alt+9, and Alt+0 of the tenth, as the digits stand on the keyboard. */
#define N_PAGE_KEYS 10

/* Alt and its place in the sidebar. */
static PsActionInfo
page_action (const PsSection *section, guint place)
{
  PsActionInfo action = { g_strdup_printf ("win.page::%s", section->name), g_strdup_printf ("<Alt>%u", (place + 1) % N_PAGE_KEYS),
                          NULL, section->title, PAGE_GROUP };

  return action;
}

static void
add_pages (GArray *actions)
{
  guint n_sections;
  const PsSection *sections = _ps_window_list_sections (&n_sections);

  for (guint i = 0; i < n_sections && i < N_PAGE_KEYS; i++)
    {
      PsActionInfo action = page_action (&sections[i], i);

      g_array_append_val (actions, action);
    }
}

/* The pages come before what else there is about pages. Made once, and kept: accelerators are looked up as long as the program runs. */
static GArray *
make_actions (void)
{
  GArray *actions = g_array_new (FALSE, FALSE, sizeof (PsActionInfo));
  gboolean pages_added = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      if (!pages_added && strcmp (fixed[i].group, PAGE_GROUP) == 0)
        {
          add_pages (actions);
          pages_added = TRUE;
        }
      g_array_append_val (actions, fixed[i]);
    }
  return actions;
}

const PsActionInfo *
ps_actions_list (guint *n_actions)
{
  static GArray *actions;

  if (actions == NULL)
    actions = make_actions ();
  *n_actions = actions->len;
  return &g_array_index (actions, PsActionInfo, 0);
}

void
ps_actions_set_accels (GtkApplication *application)
{
  guint n_actions;
  const PsActionInfo *actions = ps_actions_list (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (actions[i].action != NULL && actions[i].accel != NULL)
      {
        const char *const accels[] = { actions[i].accel, actions[i].other_accel, NULL };

        gtk_application_set_accels_for_action (application, actions[i].action, accels);
      }
}

/* GtkShortcutsSection, -Group and -Shortcut can only be built by GtkBuilder in GTK 4.8. */
static char *
shortcuts_xml (void)
{
  GString *xml =
      g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\"><property name=\"modal\">1</property>"
                    "<child><object class=\"GtkShortcutsSection\">");
  const char *group = NULL;
  guint n_actions;
  const PsActionInfo *actions = ps_actions_list (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      if (actions[i].accel == NULL)
        continue;
      if (g_strcmp0 (group, actions[i].group) != 0)
        {
          g_autofree char *title = g_markup_printf_escaped (
              "<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>", _ (actions[i].group));

          g_string_append_printf (xml, "%s%s", group != NULL ? "</object></child>" : "", title);
          group = actions[i].group;
        }
      g_autofree char *accels = g_strjoin (" ", actions[i].accel, actions[i].other_accel, NULL);
      g_autofree char *shortcut =
          g_markup_printf_escaped ("<child><object class=\"GtkShortcutsShortcut\"><property name=\"accelerator\">%s</property>"
                                   "<property name=\"title\">%s</property></object></child>",
                                   accels, _ (actions[i].title));
      g_string_append (xml, shortcut);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

/**
 * ps_actions_shortcuts_window:
 *
 * Returns: (transfer none): a new window, to be presented
 */
GtkWidget *
ps_actions_shortcuts_window (void)
{
  g_autofree char *xml = shortcuts_xml ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);

  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
